"""The list of all templates by channel and kind: the owner's own first, the ones in the other language last."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from reengage_desktop.domain.templates import CAMPAIGN_TYPES, Template
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.tasks.template_drafts import TemplateDraft
from reengage_desktop.ui import wording
from reengage_desktop.ui.icons import icon
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.inputs import ComboBox
from reengage_desktop.ui.widgets.search_field import SearchField
from reengage_desktop.ui.widgets.spoken_menu import give_menu

_PICTURES = {
    ChannelName.EMAIL: "mail",
    ChannelName.SMS: "message-square",
    ChannelName.WHATSAPP: "message-circle",
    ChannelName.CALL: "phone",
    ChannelName.WALLET: "wallet",
    ChannelName.PUSH: "bell",
}


class TemplateGallery(QWidget):
    """`chosen` carries the key of a template or a draft, `new_asked` a channel."""

    chosen = Signal(str)
    new_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[Template] = ()
        self._drafts: Mapping[str, TemplateDraft] = {}
        self._german = False
        self.search = SearchField(self.tr("Search in templates"), self.tr("Search"))
        self.search.textEdited.connect(lambda _text: self._fill())
        self.channels = ComboBox()
        self.channels.setAccessibleName(self.tr("Channel"))
        self.channels.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.channels.addItem(self.tr("All channels"), "")
        for channel in ChannelName:
            self.channels.addItem(icon(_PICTURES[channel]), wording.channel_name(channel), str(channel))
        self.channels.activated.connect(lambda _at: self._fill())
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Templates"))
        self.list.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(QSize(16, 16))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setWordWrap(True)
        self.list.currentItemChanged.connect(self._tell)
        self.new_button = button(self.tr("New"), picture="plus")
        self.new_button.setAccessibleName(self.tr("New template"))
        menu = QMenu(self)
        for channel in ChannelName:
            menu.addAction(icon(_PICTURES[channel]), wording.channel_name(channel), partial(self._new, channel))
        give_menu(self.new_button, menu)
        self.new_button.setMinimumWidth(self.new_button.sizeHint().width() + 16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.new_button)
        layout.addWidget(self.channels)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)

    def show_templates(
        self, found: Sequence[Template], drafts: Mapping[str, TemplateDraft], *, german_first: bool
    ) -> None:
        """Shows these; what is chosen stays chosen."""
        self._all, self._drafts, self._german = found, drafts, german_first
        self._fill()

    def key(self) -> str:
        """The key of what is chosen, or nothing."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole) or "")

    def select(self, key: str) -> bool:
        """Chooses a template or a draft; filters that hide it are taken away first."""
        if any(key == each for each in self._keys()) and self._find(key) is None:
            self.channels.setCurrentIndex(0)
            self.search.clear()
            self._fill()
        item = self._find(key)
        if item is None:
            return False
        self.list.setCurrentItem(item)
        return True

    def select_first(self) -> None:
        """Chooses the first one."""
        for at in range(self.list.count()):
            if self.list.item(at).data(Qt.ItemDataRole.UserRole):
                self.list.setCurrentRow(at)
                return

    def _keys(self) -> list[str]:
        return [*(each.name for each in self._all), *self._drafts]

    def _find(self, key: str) -> QListWidgetItem | None:
        items = [self.list.item(at) for at in range(self.list.count())]
        return next((item for item in items if item.data(Qt.ItemDataRole.UserRole) == key), None)

    def _fill(self) -> None:
        chosen = self.key()
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.list.clear()
        wanted, text = str(self.channels.currentData()), self.search.text().strip().casefold()
        for channel in ChannelName:
            shown = [each for each in self._of(channel) if wanted in ("", channel) and self._is_found(each, text)]
            if shown:
                self.list.addItem(self._heading(channel))
            for template, key in shown:
                self.list.addItem(self._item(template, key))
        found = self._find(chosen)
        if found is not None:
            self.list.setCurrentItem(found)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _of(self, channel: ChannelName) -> list[tuple[Template, str]]:
        """A channel's templates with their keys, new drafts and the owner's own first."""
        new = [(each.template, key) for key, each in self._drafts.items() if each.stored_name is None]
        stored = sorted(self._all, key=self._order)
        entries = [*new, *((each, each.name) for each in stored)]
        return [entry for entry in entries if entry[0].channel is channel]

    def _order(self, template: Template) -> tuple[bool, bool, int, str]:
        foreign = (template.language[:2] == "de") is not self._german
        kinds = list(reversed(CAMPAIGN_TYPES[:5])) + list(CAMPAIGN_TYPES[5:])
        kind = kinds.index(template.campaign_type) if template.campaign_type in kinds else len(kinds)
        return template.is_built_in, foreign, kind, template.name

    @staticmethod
    def _is_found(entry: tuple[Template, str], text: str) -> bool:
        template, _key = entry
        kind = wording.campaign_name(template.campaign_type or "")
        return not text or text in f"{template.name}\n{kind}\n{template.subject}\n{template.body}".casefold()

    def _heading(self, channel: ChannelName) -> QListWidgetItem:
        item = QListWidgetItem(icon(_PICTURES[channel], Tone.NEUTRAL), wording.channel_name(channel))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self.list.font())
        font.setBold(True)
        item.setFont(font)
        return item

    def _item(self, template: Template, key: str) -> QListWidgetItem:
        draft = self._drafts.get(key)
        kind = wording.campaign_name(template.campaign_type) if template.campaign_type else ""
        if template.is_built_in and draft is None:
            title = kind or wording.template_title(template.name)
            lines = f"{title}\n{template.language} · {self.tr('comes with the program')}"
        else:
            marks = [self.tr("not saved") if draft is not None else "", template.language, kind]
            name = draft.template.name if draft is not None else template.name
            lines = f"{name or self.tr('New template')}\n{' · '.join(mark for mark in marks if mark)}"
        item = QListWidgetItem(lines)
        item.setToolTip(wording.template_title(template.name))
        item.setData(Qt.ItemDataRole.UserRole, key)
        return item

    def _new(self, channel: ChannelName) -> None:
        self.new_asked.emit(str(channel))

    def _tell(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        key = "" if item is None else item.data(Qt.ItemDataRole.UserRole)
        if key:
            self.chosen.emit(str(key))
