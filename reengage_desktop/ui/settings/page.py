"""Sections on the left, their cards on the right. Changes hold at once; there is no OK. Any setting can be searched."""

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reengage_desktop.domain.setting_faults import find_faults
from reengage_desktop.jobs.events import CredentialsChanged, Event, ImportFinished, SettingsChanged
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.icons import icon
from reengage_desktop.ui.page import Page
from reengage_desktop.ui.settings.advanced import AdvancedSection
from reengage_desktop.ui.settings.connections import ConnectionsSection
from reengage_desktop.ui.settings.copies import CopiesSection
from reengage_desktop.ui.settings.privacy import PrivacySection
from reengage_desktop.ui.settings.program import ProgramSection
from reengage_desktop.ui.settings.refusals import fault_sentence
from reengage_desktop.ui.settings.rules import RulesSection
from reengage_desktop.ui.settings.section import Section, reveal
from reengage_desktop.ui.settings.shop import ShopSection
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.text import paragraph
from reengage_desktop.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Mapping

_KEY = Qt.ItemDataRole.UserRole


class SettingsPage(Page):
    """Keeps every section in step with what is stored, whoever changed it."""

    follows: ClassVar[tuple[type[Event], ...]] = (SettingsChanged, CredentialsChanged, ImportFinished)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("SettingsPage", "Settings"))
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Search in settings"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._look())
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Sections"))
        self.list.setIconSize(QSize(18, 18))
        self.found = QListWidget()
        self.found.setAccessibleName(self.tr("Settings found"))
        self.found.setWordWrap(True)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.itemClicked.connect(self._jump)
        self.found.itemActivated.connect(self._jump)
        self.found.hide()
        self.nothing = paragraph(self.tr("No setting is called that."), "muted")
        self.nothing.hide()
        self._stack = QStackedWidget()
        self.sections: dict[str, Section] = {}
        self._pictures: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for key, picture, name, section in (
            ("shop", "store", self.tr("Your shop"), ShopSection(desk)),
            ("rules", "sliders-horizontal", self.tr("Sending rules"), RulesSection(desk)),
            ("connections", "plug", self.tr("Connections"), ConnectionsSection(desk)),
            ("privacy", "shield-check", self.tr("Consent & privacy"), PrivacySection(desk)),
            ("backup", "database", self.tr("Copies"), CopiesSection(desk)),
            ("app", "palette", self.tr("Program"), ProgramSection(desk)),
            ("advanced", "settings", self.tr("Advanced"), AdvancedSection(desk)),
        ):
            self._add(key, picture, name, section)
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.list.setCurrentRow(0)
        self._lay_out()

    def load(self) -> None:
        """Reads what is stored."""
        self.desk.read(self.desk.shop.settings, self, self._show)

    def open(self, argument: object) -> None:
        """Takes `{"section": …}`, `{"provider": …}` and `{"setting": key}`."""
        wanted: Mapping[str, Any] = argument if isinstance(argument, dict) else {}
        keys = list(self.sections)
        if wanted.get("section") in keys:
            self.list.setCurrentRow(keys.index(str(wanted["section"])))
        connections = self.sections["connections"]
        if "provider" in wanted and isinstance(connections, ConnectionsSection):
            view = connections.show_provider(str(wanted["provider"]))
            if view is not None:
                self.list.setCurrentRow(keys.index("connections"))
                reveal(view, at_top=True)
                view.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if "setting" in wanted:
            self._show_setting(str(wanted["setting"]))

    def _add(self, key: str, picture: str, name: str, section: Section) -> None:
        self.sections[key], self._pictures[key], self._names[key] = section, picture, name
        item = QListWidgetItem(icon(picture), name)
        item.setData(_KEY, key)
        self.list.addItem(item)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(name)
        area.setWidget(section)
        self._stack.addWidget(area)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.search, self.nothing):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self.found, 1)
        widest = max(self.list.fontMetrics().horizontalAdvance(name) for name in self._names.values())
        left.setFixedWidth(widest + 70)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(left)
        line.addWidget(self._stack, 1)
        self.body.addLayout(line, 1)

    def _show(self, settings: Any) -> None:
        self.desk.settings = settings
        sentences = {fault.key: fault_sentence(fault) for fault in find_faults(settings)}
        for at, (key, section) in enumerate(self.sections.items()):
            section.show_settings(settings)
            self._mark(at, key, section.show_faults(sentences))

    def _mark(self, at: int, key: str, faults: int) -> None:
        """Says beside a section's name that something in it is to be mended."""
        item = self.list.item(at)
        item.setText(f"{self._names[key]} ({faults})" if faults else self._names[key])
        item.setIcon(icon("triangle-alert", Tone.WARN) if faults else icon(self._pictures[key]))
        item.setToolTip(self.tr("%Ln things to mend", "", faults) if faults else "")

    def _look(self) -> None:
        text = self.search.text().strip().casefold()
        self.found.clear()
        for key, section in self.sections.items() if text else ():
            for field in section.fields():
                if text in f"{field.name}\n{field.hint}\n{self._names[key]}".casefold():
                    item = QListWidgetItem(f"{field.name}\n{self._names[key]}")
                    item.setData(_KEY, field.key)
                    self.found.addItem(item)
        self.found.setVisible(bool(text) and self.found.count() > 0)
        self.nothing.setVisible(bool(text) and self.found.count() == 0)
        self.list.setVisible(not text)

    def _jump(self, item: QListWidgetItem) -> None:
        self._show_setting(str(item.data(_KEY)))

    def _show_setting(self, key: str) -> None:
        for at, section in enumerate(self.sections.values()):
            field = next((each for each in section.fields() if each.key == key), None)
            if field is None:
                continue
            self.list.setCurrentRow(at)
            if isinstance(section, ConnectionsSection):
                section.show_provider(key.split(".")[1])
            reveal(field.widget)
            field.widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
