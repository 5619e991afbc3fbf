"""Sections on the left, their cards on the right. Changes hold at once; there is no OK."""

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QStackedWidget

from reengage_desktop.jobs.events import CredentialsChanged, Event, ImportFinished, SettingsChanged
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.icons import icon
from reengage_desktop.ui.page import Page
from reengage_desktop.ui.settings.connections import ConnectionsSection
from reengage_desktop.ui.settings.sections import AppSection, BackupSection, RulesSection, Section, ShopSection
from reengage_desktop.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Mapping


class SettingsPage(Page):
    """Keeps every section in step with what is stored, whoever changed it."""

    follows: ClassVar[tuple[type[Event], ...]] = (SettingsChanged, CredentialsChanged, ImportFinished)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("SettingsPage", "Settings"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Sections"))
        self.list.setFixedWidth(190)
        self.list.setIconSize(QSize(18, 18))
        self._stack = QStackedWidget()
        self.sections: dict[str, Section] = {}
        for key, picture, name, section in (
            ("shop", "store", self.tr("Your shop"), ShopSection(desk)),
            ("rules", "sliders-horizontal", self.tr("Sending rules"), RulesSection(desk)),
            ("connections", "plug", self.tr("Connections"), ConnectionsSection(desk)),
            ("backup", "database", self.tr("Copies"), BackupSection(desk)),
            ("app", "palette", self.tr("Appearance"), AppSection(desk)),
        ):
            self.sections[key] = section
            item = QListWidgetItem(icon(picture), name)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.list.addItem(item)
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setAccessibleName(name)
            area.setWidget(section)
            self._stack.addWidget(area)
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.list.setCurrentRow(0)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.list)
        line.addWidget(self._stack, 1)
        self.body.addLayout(line, 1)

    def load(self) -> None:
        """Reads what is stored."""
        self.desk.read(self.desk.shop.settings, self, self._show)

    def open(self, argument: object) -> None:
        """Takes `{"section": …}`."""
        wanted: Mapping[str, Any] = argument if isinstance(argument, dict) else {}
        keys = list(self.sections)
        if wanted.get("section") in keys:
            self.list.setCurrentRow(keys.index(str(wanted["section"])))

    def _show(self, settings: Any) -> None:
        self.desk.settings = settings
        for section in self.sections.values():
            section.show_settings(settings)
