"""The list of templates, the editor, and the live preview."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName
from reengage_desktop.jobs.events import CustomersChanged, Event, SettingsChanged, TemplatesChanged
from reengage_desktop.jobs.tasks import templates as template_tasks
from reengage_desktop.store import templates as stored
from reengage_desktop.ui import wording
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.page import Page
from reengage_desktop.ui.templates.editor import TemplateEditor, find_problems
from reengage_desktop.ui.templates.preview import PreviewPane
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.text import row
from reengage_desktop.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Mapping


class TemplatesPage(Page):
    """The ones that ship with the program are copied to be edited; the copy is used in their place."""

    follows: ClassVar[tuple[type[Event], ...]] = (TemplatesChanged, SettingsChanged, CustomersChanged)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("TemplatesPage", "Templates"))
        self._all: list[Template] = []
        self._wanted = ""
        self._edited = False
        self.channels = QComboBox()
        self.channels.setAccessibleName(self.tr("Channel"))
        self.channels.addItem(self.tr("All channels"), "")
        for channel in ChannelName:
            self.channels.addItem(wording.channel_name(channel), str(channel))
        self.channels.activated.connect(lambda _at: self._fill())
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Templates"))
        self.list.currentItemChanged.connect(self._chosen)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.channels)
        column.addWidget(self.list, 1)
        self.editor = TemplateEditor()
        self.editor.edited.connect(self._on_edited)
        middle = Card(grows=True)
        middle.add(self.editor, 1)
        self.copy_button = button(self.tr("Copy to edit"), self._copy, picture="copy", kind="primary")
        self.save_button = button(self.tr("Save"), self.save, picture="save", kind="primary")
        self.delete_button = button(self.tr("Delete"), self._delete, picture="trash-2")
        middle.add(row([self.copy_button, self.save_button, self.delete_button, None]))
        self.preview = PreviewPane(desk)
        right = Card(grows=True)
        right.add(self.preview, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        for part in (left, middle, right):
            splitter.addWidget(part)
            part.setMinimumWidth(190 if part is left else 280)
        splitter.setSizes([210, 560, 440])
        splitter.setStretchFactor(1, 3)
        splitter.setStretchFactor(2, 2)
        self.body.addWidget(splitter, 1)
        self._fit_buttons()

    def load(self) -> None:
        """Reads the list; what is being edited stays."""
        self.preview.load_people()
        self.desk.read(lambda: stored.list_all(self.desk.shop.db), self, self._show)

    def open(self, argument: object) -> None:
        """Takes `{"template": name}`."""
        wanted: Mapping[str, Any] = argument if isinstance(argument, dict) else {}
        self._wanted = str(wanted.get("template", ""))
        self._select(self._wanted)

    def save(self) -> None:
        """Saves the template as a new version; the notice says so."""
        template, shop = self.editor.template(), self.desk.shop
        sentence = self.tr("“{name}” was saved.").replace("{name}", template.name)
        self._wanted = template.name
        self.desk.act(lambda: template_tasks.save_template(shop, template), self, lambda _: self._saved(sentence))

    def _show(self, found: list[Template]) -> None:
        self._all = sorted(found, key=self._order)
        if not self._edited:
            self._fill()

    def _order(self, template: Template) -> tuple[bool, int, bool, str]:
        german = self.desk.settings.text("app.language") == "de" or self.desk.settings.country in ("DE", "AT", "LI")
        foreign = (template.language[:2] == "de") is not german
        kinds = [*reversed(CampaignType)]
        kind = kinds.index(CampaignType(template.campaign_type)) if template.campaign_type in kinds else len(kinds)
        return template.is_built_in, list(ChannelName).index(template.channel), foreign, f"{kind}{template.name}"

    def _fill(self) -> None:
        chosen = self._wanted or self._current_name()
        channel = str(self.channels.currentData())
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.list.clear()
        for template in self._all:
            if channel in ("", template.channel):
                self.list.addItem(self._item(template))
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._wanted = ""
        if not self._select(chosen) and self.list.count():
            self.list.setCurrentRow(0)

    def _item(self, template: Template) -> QListWidgetItem:
        kind = wording.campaign_name(template.campaign_type) if template.campaign_type else template.name
        lines = f"{kind}\n{wording.channel_name(template.channel)} · {template.language}"
        if not template.is_built_in:
            lines += f" · {self.tr('yours')}"
        item = QListWidgetItem(lines)
        item.setToolTip(template.name)
        item.setData(Qt.ItemDataRole.UserRole, template.name)
        return item

    def _select(self, name: str) -> bool:
        for at in range(self.list.count()):
            if self.list.item(at).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(at)
                return True
        return False

    def _current_name(self) -> str:
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is None:
            return
        name = item.data(Qt.ItemDataRole.UserRole)
        template = next((each for each in self._all if each.name == name), None)
        if template is not None:
            self._edited = False
            self.editor.show_template(template)
            self._fit_buttons()

    def _on_edited(self, template: Template) -> None:
        self.preview.show_template(template)
        self._fit_buttons()

    def _copy(self) -> None:
        template = self.editor.template()
        taken = {each.name for each in self._all}
        stem = self.tr("{name} (mine)").replace("{name}", template.name)
        name, count = stem, 1
        while name in taken:
            count += 1
            name = f"{stem} {count}"
        self._edited = True
        self.editor.show_template(replace(template, name=name, version=1))
        self.editor.body.setFocus()
        self._fit_buttons()

    def _saved(self, sentence: str) -> None:
        self._edited = False
        self.desk.say(sentence)
        self.refresh()

    def _delete(self) -> None:
        template, shop = self.editor.template(), self.desk.shop
        sentence = self.tr("“{name}” was deleted.").replace("{name}", template.name)

        def undo() -> None:
            self.desk.act(lambda: template_tasks.save_template(shop, template), self.desk, lambda _: None)

        self._edited = False
        self.desk.act(
            lambda: template_tasks.delete_template(shop, template.name), self, lambda _: self.desk.say(sentence, undo)
        )

    def _fit_buttons(self) -> None:
        name = self._current_name()
        stored_one = next((each for each in self._all if each.name == name), None)
        built_in = stored_one is None or (stored_one.is_built_in and not self._edited)
        self.copy_button.setVisible(built_in)
        self.save_button.setVisible(not built_in)
        self.delete_button.setVisible(not built_in and not self._edited)
        if not built_in:
            template = self.editor.template()
            changed = self._edited or template != stored_one
            self.save_button.setEnabled(changed and bool(template.name) and not find_problems(template))
