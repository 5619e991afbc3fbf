"""Sections on the left, their cards on the right. Changes hold at once; there is no OK. Any setting can be searched."""

from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
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
from reengage_desktop.ui.dressing import dressing_steps
from reengage_desktop.ui.icons import icon
from reengage_desktop.ui.page import Page
from reengage_desktop.ui.reading import Reading
from reengage_desktop.ui.settings.advanced import AdvancedSection
from reengage_desktop.ui.settings.connections import ConnectionsSection
from reengage_desktop.ui.settings.copies import CopiesSection
from reengage_desktop.ui.settings.privacy import PrivacySection
from reengage_desktop.ui.settings.program import ProgramSection
from reengage_desktop.ui.settings.refusals import fault_sentence
from reengage_desktop.ui.settings.rules import RulesSection
from reengage_desktop.ui.settings.section import reveal
from reengage_desktop.ui.settings.shop import ShopSection
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.search_field import SearchField
from reengage_desktop.ui.widgets.text import paragraph
from reengage_desktop.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reengage_desktop.domain.settings import Settings
    from reengage_desktop.ui.settings.section import Section

_KEY = Qt.ItemDataRole.UserRole


class SettingsPage(Page):
    """Keeps every section in step with what is stored, whoever changed it."""

    follows: ClassVar[tuple[type[Event], ...]] = (SettingsChanged, CredentialsChanged, ImportFinished)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("SettingsPage", "Settings"))
        self._is_read = False
        self._reading: Reading[Settings] = Reading(desk, self, self._show)
        self.search = SearchField(self.tr("Search in settings"), self.tr("Search"))
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
        self._made: dict[str, Section] = {}
        self._kinds: dict[str, Callable[[Desk, QWidget], Section]] = {}
        self._pictures: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for key, picture, name, kind in (
            ("shop", "store", self.tr("Your shop"), ShopSection),
            ("rules", "sliders-horizontal", self.tr("Sending rules"), RulesSection),
            ("connections", "plug", self.tr("Connections"), ConnectionsSection),
            ("privacy", "shield-check", self.tr("Consent & privacy"), PrivacySection),
            ("backup", "database", self.tr("Copies"), CopiesSection),
            ("app", "palette", self.tr("Program"), ProgramSection),
            ("advanced", "settings", self.tr("Advanced"), AdvancedSection),
        ):
            self._kinds[key], self._pictures[key], self._names[key] = kind, picture, name
            self._add(key)
        self.list.currentRowChanged.connect(self._turn_to)
        self.list.setCurrentRow(0)
        self._lay_out()

    def load(self) -> None:
        """Reads what is stored."""
        self._reading.start(self.desk.shop.settings)

    def open(self, argument: object) -> None:
        """Takes `{"section": …}`, `{"provider": …}` and `{"setting": key}`."""
        wanted: Mapping[str, Any] = argument if isinstance(argument, dict) else {}
        if wanted.get("section") in self._kinds:
            self.list.setCurrentRow(list(self._kinds).index(str(wanted["section"])))
        if "provider" in wanted:
            self._show_provider(str(wanted["provider"]))
        if "setting" in wanted:
            self._show_setting(str(wanted["setting"]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the list as wide as its names, also for text of another size."""
        super().resizeEvent(event)
        self._fit_list()

    def section(self, key: str) -> "Section":
        """A section with what is stored. It is made here and now only where nobody had the time to make it before."""
        if key not in self.sections:
            made = self._built(key)
            self.sections[key] = made
            if self._is_read:
                made.show_settings(self.desk.settings)
                made.show_faults(_sentences(self.desk.settings))
        return self.sections[key]

    def _add(self, key: str) -> None:
        item = QListWidgetItem(icon(self._pictures[key]), self._names[key])
        item.setData(_KEY, key)
        self.list.addItem(item)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self._names[key])
        self._stack.addWidget(area)

    def _area(self, key: str) -> QScrollArea:
        return cast("QScrollArea", self._stack.widget(list(self._kinds).index(key)))

    def _begun(self, key: str) -> "Section":
        """A section in its place, empty or not: what it holds is made there, for Qt tells all of it where it lies."""
        if key not in self._made:
            area = self._area(key)
            self._made[key] = self._kinds[key](self.desk, area.viewport())
            area.setWidget(self._made[key])
        return self._made[key]

    def _built(self, key: str) -> "Section":
        made = self._begun(key)
        made.build_all()
        return made

    def _turn_to(self, at: int) -> None:
        """Shows a section, made card by card if it was not: at a stretch it would hold the window up."""
        key = list(self._kinds)[at]

        if key in self.sections:
            self._stack.setCurrentIndex(at)
        else:
            steps = [*self._begun(key).steps(), lambda: self.section(key)]
            self.desk.build(steps, self, lambda _made: self._stack.setCurrentIndex(self.list.currentRow()))

    def _turn_to_section(self, key: str) -> "Section":
        self.list.setCurrentRow(list(self._kinds).index(key))
        section = self.section(key)
        self._stack.setCurrentIndex(self.list.currentRow())
        return section

    def _make_ahead(self) -> None:
        """Makes the other sections card by card while nobody waits: a click or a search has only to show them."""
        waiting = next((key for key in self._kinds if key not in self._made), None)
        if waiting is None:
            return
        area = self._area(waiting)

        def dress(_made: object) -> None:
            self.desk.build(dressing_steps(area), self, lambda _made: self._make_ahead())

        self.desk.build(self._begun(waiting).steps(), self, dress)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.search, self.nothing):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self.found, 1)
        self._left = left
        self._fit_list()
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(left)
        line.addWidget(self._stack, 1)
        self.body.addLayout(line, 1)

    def _fit_list(self) -> None:
        widest = max(self.list.fontMetrics().horizontalAdvance(name) for name in self._names.values())
        self._left.setFixedWidth(widest + 70)

    def _show(self, settings: "Settings") -> None:
        self.desk.settings = settings
        self._is_read = True
        self._make_ahead()
        sentences = _sentences(settings)
        for section in self.sections.values():
            section.show_settings(settings)
            section.show_faults(sentences)
        homes = [_home_of(key) for key in sentences]
        for at, key in enumerate(self._kinds):
            self._mark(at, key, homes.count(key))

    def _mark(self, at: int, key: str, faults: int) -> None:
        """Says beside a section's name that something in it is to be mended."""
        item = self.list.item(at)
        item.setText(f"{self._names[key]} ({faults})" if faults else self._names[key])
        item.setIcon(icon("triangle-alert", Tone.WARN) if faults else icon(self._pictures[key]))
        item.setToolTip(self.tr("%Ln things to mend", "", faults) if faults else "")

    def _look(self) -> None:
        text = self.search.text().strip().casefold()
        self.found.clear()
        for key in self._kinds if text else ():
            for place in self._built(key).places():
                if text in f"{place.name}\n{place.hint}\n{self._names[key]}".casefold():
                    item = QListWidgetItem(f"{place.name}\n{self._names[key]}")
                    item.setData(_KEY, place.argument)
                    self.found.addItem(item)
        self.found.setVisible(bool(text) and self.found.count() > 0)
        self.nothing.setVisible(bool(text) and self.found.count() == 0)
        self.list.setVisible(not text)

    def _jump(self, item: QListWidgetItem) -> None:
        self.open(item.data(_KEY))

    def _show_provider(self, name: str) -> None:
        connections = self._turn_to_section("connections")
        view = connections.show_provider(name) if isinstance(connections, ConnectionsSection) else None
        if view is not None:
            reveal(view, at_top=True)
            view.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_setting(self, key: str) -> None:
        if key.startswith("providers."):
            self._show_provider(key.split(".")[1])
        for name in self._kinds:
            field = next((each for each in self._built(name).fields() if each.key == key), None)
            if field is not None:
                self._turn_to_section(name)
                reveal(field.widget)
                field.widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return


def _sentences(settings: "Settings") -> dict[str, str]:
    """What is wrong, by the setting that mends it."""
    return {fault.key: fault_sentence(fault) for fault in find_faults(settings)}


def _home_of(key: str) -> str:
    """The section that holds a setting about which something may be wrong."""
    if key == "reengagement.channels" or key.startswith(("channels.", "providers.")):
        return "connections"
    return {"business": "shop", "app": "app"}.get(key.partition(".")[0], "rules")
