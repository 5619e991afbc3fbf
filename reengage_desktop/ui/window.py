"""The main window: seven tabs, bars for what needs the owner, the status bar, the keys. It holds no figures itself."""

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QRect, QSettings, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from reengage_desktop.ui.icons import app_icon, icon
from reengage_desktop.ui.loading import load_unseen
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.fitting_tabs import FittingTabs

if TYPE_CHECKING:
    from collections.abc import Callable

    from reengage_desktop.ui.desk import Desk
    from reengage_desktop.ui.page import Page
    from reengage_desktop.ui.widgets.empty_state import EmptyState
    from reengage_desktop.ui.widgets.info_bar import InfoBar
    from reengage_desktop.ui.widgets.toast import Toast

DEFAULT_SIZE = QSize(1280, 760)
SMALLEST_SIZE = QSize(960, 600)
_TITLE_BAR = 40
"""Room for what the desktop puts over a window; how high it is can't be asked before the window is shown."""


class _Place(NamedTuple):
    """A tab: its key, picture and where its page is written. The page's module is loaded when it is first seen."""

    key: str
    picture: str
    module: str
    page: str


_PLACES = (
    _Place("home", "house", "reengage_desktop.ui.home.page", "HomePage"),
    _Place("customers", "users", "reengage_desktop.ui.customers.page", "CustomersPage"),
    _Place("campaigns", "megaphone", "reengage_desktop.ui.campaigns.page", "CampaignsPage"),
    _Place("templates", "mail", "reengage_desktop.ui.templates.page", "TemplatesPage"),
    _Place("analytics", "chart-line", "reengage_desktop.ui.analytics.page", "AnalyticsPage"),
    _Place("activity", "list-checks", "reengage_desktop.ui.activity.page", "ActivityPage"),
    _Place("settings", "settings", "reengage_desktop.ui.settings.page", "SettingsPage"),
)
_AHEAD_MS = 400
"""So long after the shop has come the other pages begin to be made."""
_BETWEEN_MS = 60
"""The pause after each page that is made ahead: whatever the owner does comes in between."""
_LOADED_LATER = (
    "reengage_desktop.ui.importing.dialog",
    "reengage_desktop.ui.first_run.dialog",
    "reengage_desktop.ui.help",
    "reengage_desktop.ui.by_hand.dialog",
    "reengage_desktop.ui.replies.dialog",
    "reengage_desktop.ui.activity.while_off",
)


def front_modules(at: int) -> tuple[str, ...]:
    """The modules that showing a shop needs, with that tab in front."""
    return ("reengage_desktop.ui.attending", "reengage_desktop.ui.status", _PLACES[at].module)


def first_size(available: QSize) -> QSize:
    """How large the window is at its first start on a screen with so much room beside the task bar.

    Its title and its status bar both lie on the screen; it is never smaller than the layout holds.
    """
    return DEFAULT_SIZE.boundedTo(available - QSize(0, _TITLE_BAR)).expandedTo(SMALLEST_SIZE)


class MainWindow(QMainWindow):
    """Opens at once and empty; `attach` fills it when the shop is open.

    Whatever touches Qt's own names (`Qt.…`) is made after the first paint: that first touch alone costs 50 ms.
    `guard` is asked whether closing it really closes it; `on_quit` ends the program (Ctrl+Q). `made_ahead`: a page is.
    """

    made_ahead = Signal()

    def __init__(self, state_file: Path) -> None:
        super().__init__()
        self._memory = QSettings(str(state_file), QSettings.Format.IniFormat)
        self._desk: Desk | None = None
        self._pages: dict[str, Page] = {}
        self._ahead: dict[str, Page] = {}
        self._is_dressing = False
        self._bars: dict[str, InfoBar] = {}
        self._toast: Toast | None = None
        self._waiting: EmptyState | None = None
        self.guard: Callable[[], bool] = lambda: True
        self.on_quit: Callable[[], object] = self.close
        self.setWindowTitle(self.tr("Reengage Desktop"))
        self.setWindowIcon(app_icon())
        self.setMinimumSize(SMALLEST_SIZE)
        self._build()
        self._restore()
        self._set_keys()

    @property
    def desk(self) -> "Desk | None":
        """The desk of the open shop, once it is open."""
        return self._desk

    @property
    def toast(self) -> "Toast":
        """The short notice at the bottom."""
        if self._toast is None:
            from reengage_desktop.ui.widgets.toast import Toast  # noqa: PLC0415 - after the first paint

            self._toast = Toast(self._middle)
        return self._toast

    def wait_for_shop(self) -> "EmptyState":
        """Says in the tab in front that the shop is being opened; gives what says it."""
        if self._waiting is None:
            from reengage_desktop.ui.widgets.empty_state import EmptyState  # noqa: PLC0415 - after the first paint

            self._waiting = EmptyState("store", self.tr("Opening your shop…"), "")
            self._say_in_front()
        return self._waiting

    def attach(self, desk: "Desk") -> None:
        """Takes the open shop and shows the page that is in front."""
        from reengage_desktop.ui.attending import Attendant  # noqa: PLC0415 - after the first paint
        from reengage_desktop.ui.status import StatusBar  # noqa: PLC0415

        self._desk = desk
        desk.room = self.tabs.room()
        desk.page_asked.connect(self.go)
        desk.done.connect(self.toast.say)
        self._status = StatusBar(desk)
        self.setStatusBar(self._status)
        self._attendant = Attendant(desk, self, self.show_bar)
        self.name_after(desk.settings.text("business.name"))
        self._show_page(self.tabs.currentIndex())
        QTimer.singleShot(_AHEAD_MS, self, self.load_ahead)

    def load_ahead(self) -> None:
        """Makes the other tabs' pages while nobody waits, so that a click has only to show them.

        What lies beneath them is loaded in a thread, which takes up to half a second each; the large dialogs come last.
        """
        self._load_next([place.module for place in _PLACES], list(_LOADED_LATER))

    def is_made_ahead(self) -> bool:
        """Whether every page is made and dressed, shown or not."""
        return len(self._pages) + len(self._ahead) == len(_PLACES) and not self._is_dressing

    def name_after(self, shop: str) -> None:
        """Puts the shop's name into the title."""
        named = self.tr("{shop} – Reengage Desktop").replace("{shop}", shop)
        self.setWindowTitle(named if shop else self.tr("Reengage Desktop"))

    def page(self, key: str) -> "Page":
        """The page called `key`, loaded if it was not; the shop must be open."""
        if key not in self._pages:
            self._load(next(order for order, place in enumerate(_PLACES) if place.key == key))
        return self._pages[key]

    def go(self, key: str, argument: object = None) -> None:
        """Opens a page and shows there what the argument names."""
        page = self.page(key)
        if argument is not None:
            page.open(argument)
        self.tabs.setCurrentIndex(self.tabs.indexOf(page))

    def current_key(self) -> str:
        """Which tab is in front."""
        return _PLACES[self.tabs.currentIndex()].key

    def show_bar(self, key: str, bar: "InfoBar | None") -> None:
        """Puts a bar over the tabs, in place of the one with the same key; None takes that one away."""
        old = self._bars.pop(key, None)
        if old is not None:
            old.hide()
            old.deleteLater()
        if bar is not None:
            self._bars[key] = bar
            self._bar_box.addWidget(bar)
            bar.closed.connect(lambda: self.show_bar(key, None) if self._bars.get(key) is bar else None)
        self._bar_space.setVisible(bool(self._bars))

    def bars(self) -> list[str]:
        """What the bars say, from top to bottom."""
        return [bar.sentence() for bar in self._bars.values()]

    def fail_to_open(self, sentence: str) -> "InfoBar":
        """Says why the shop could not be opened, in place of the pages; gives the bar, for the one button."""
        from reengage_desktop.ui.widgets.info_bar import InfoBar  # noqa: PLC0415 - only when it failed

        self.wait_for_shop().say(self.tr("Your shop could not be opened"), "")
        bar = InfoBar(sentence, Tone.BAD)
        self.show_bar("open", bar)
        return bar

    def try_again(self) -> None:
        """Says that the shop is being opened once more."""
        self.show_bar("open", None)
        self.wait_for_shop().say(self.tr("Opening your shop…"), "")

    def come_forward(self) -> None:
        """Raises the window, also out of the tray or the task bar: a second start, or the owner, asked for it."""
        states = QtCore.Qt.WindowState
        self.setWindowState((self.windowState() & ~states.WindowMinimized) | states.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()

    def remember(self) -> None:
        """Keeps size, place and tab for the next time."""
        self._memory.setValue("window/geometry", self.saveGeometry())
        self._memory.setValue("window/tab", self.tabs.currentIndex())
        self._memory.sync()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Tab goes through the window as it is read: pages that came later would else come after the status bar."""
        from reengage_desktop.ui.tab_order import move_focus  # noqa: PLC0415 - after the first paint

        return move_focus(self, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps its place, and closes where nobody minds."""
        self.remember()
        if self.guard():
            super().closeEvent(event)
        else:
            event.ignore()

    def _build(self) -> None:
        self._middle = QWidget()
        layout = QVBoxLayout(self._middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._bar_space = QWidget()
        self._bar_box = QVBoxLayout(self._bar_space)
        self._bar_box.setContentsMargins(12, 8, 12, 4)
        self._bar_box.setSpacing(6)
        self._bar_space.hide()
        layout.addWidget(self._bar_space)
        self.tabs = FittingTabs()
        self.tabs.setAccessibleName(self.tr("Pages"))
        self.tabs.tabBar().setAccessibleName(self.tr("Pages"))
        names = self._names()
        for order, place in enumerate(_PLACES, start=1):
            name = names[place.key]
            self.tabs.add(QWidget(), icon(place.picture), name, f"{name} ({key_name(f'Ctrl+{order}')})")
        layout.addWidget(self.tabs, 1)
        self.setCentralWidget(self._middle)

    def _names(self) -> dict[str, str]:
        return {
            "home": self.tr("Home"),
            "customers": self.tr("Customers"),
            "campaigns": self.tr("Campaigns"),
            "templates": self.tr("Templates"),
            "analytics": self.tr("Analytics"),
            "activity": self.tr("Activity"),
            "settings": self.tr("Settings"),
        }

    def _restore(self) -> None:
        geometry = self._memory.value("window/geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(first_size(QGuiApplication.primaryScreen().availableSize()))
        self._bring_onto_a_screen()
        kept = str(self._memory.value("window/tab", 0))
        at = int(kept) if kept.isdecimal() else 0
        self.tabs.setCurrentIndex(at if at < len(_PLACES) else 0)
        self.tabs.currentChanged.connect(self._turn_to)

    def _bring_onto_a_screen(self) -> None:
        """Where no screen shows the head of the window any more, it goes to the first one."""
        head = QRect(self.pos(), QSize(self.width(), 40))
        seen = [screen.availableGeometry().intersected(head) for screen in QGuiApplication.screens()]
        if not any(part.width() >= 100 and part.height() >= 20 for part in seen):
            self.move(QGuiApplication.primaryScreen().availableGeometry().topLeft())

    def _set_keys(self) -> None:
        for order in range(len(_PLACES)):
            self._key(f"Ctrl+{order + 1}", lambda order=order: self._go_by_key(order))
        self._key("Ctrl+,", lambda: self._if_open("settings"))
        self._key("Ctrl+I", self._import)
        self._key("Ctrl+N", lambda: self._if_open("campaigns", {"new": True}))
        self._key("Ctrl+F", lambda: self._if_open("customers", {"search": ""}))
        self._key("F5", self._refresh)
        self._key("F1", self._help)
        self._key("F6", self._to_toast)
        self._key("Ctrl+Z", self._undo)
        self._key("Ctrl+Q", self._quit)

    def _key(self, keys: str, action: object) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(action)

    def _to_toast(self) -> None:
        self.toast.take_focus()

    def _undo(self) -> None:
        self.toast.undo()

    def _quit(self) -> None:
        self.on_quit()

    def _if_open(self, key: str, argument: object = None) -> None:
        if self._desk is not None:
            self.go(key, argument)

    def _import(self) -> None:
        if self._desk is not None:
            self._desk.import_asked.emit("")

    def _refresh(self) -> None:
        if self._desk is not None:
            self.page(self.current_key()).refresh()

    def _help(self) -> None:
        if self._desk is not None:
            from reengage_desktop.ui.help import HelpDialog  # noqa: PLC0415 - seldom needed

            HelpDialog(self.current_key(), self, self._desk.setup_asked.emit).open()

    def _say_in_front(self) -> None:
        """Whichever tab the owner turns to meanwhile, there it stands."""
        place = self.tabs.currentWidget()
        if self._waiting is not None and place is not None:
            layout = place.layout() or QVBoxLayout(place)
            layout.addWidget(self._waiting)

    def _go_by_key(self, at: int) -> None:
        self.tabs.setCurrentIndex(at)
        self._focus_page()

    def _turn_to(self, at: int) -> None:
        """Whoever goes along the tabs stays on them; everybody else goes on in the page, not in a bar over it."""
        self._show_page(at)
        if self.focusWidget() is not self.tabs.tabBar():
            self._focus_page()

    def _focus_page(self) -> None:
        page = self._pages.get(self.current_key())
        if page is not None and not page.take_keyboard():
            self.tabs.tabBar().setFocus()

    def _show_page(self, at: int) -> None:
        if self._desk is None:
            self._say_in_front()
        if self._desk is not None and 0 <= at < len(_PLACES) and _PLACES[at].key not in self._pages:
            self._load(at)

    def _load_next(self, pages: list[str], others: list[str]) -> None:
        if self._desk is None or not (pages or others):
            return
        name = (pages or others)[0]

        def go_on() -> None:
            QTimer.singleShot(_BETWEEN_MS, self, lambda: self._load_next(pages[1:], others if pages else others[1:]))

        load_unseen(self._desk, name, self, lambda: self._make_ahead(name, go_on) if pages else go_on())

    def _make_ahead(self, module: str, on_done: "Callable[[], object]") -> None:
        from reengage_desktop.ui.dressing import dressing_steps  # noqa: PLC0415 - after the first paint

        def dressed(_steps: object) -> None:
            self._is_dressing = False
            self.made_ahead.emit()
            on_done()

        place = next(each for each in _PLACES if each.module == module)
        if self._desk is None or self._desk.is_closed:
            return
        if place.key in self._pages or place.key in self._ahead:
            on_done()
            return
        self._is_dressing = True
        page = self._ahead[place.key] = self._make(place)
        self._desk.build(dressing_steps(page), page, dressed)

    def _make(self, place: _Place) -> "Page":
        made: Page = getattr(importlib.import_module(place.module), place.page)(self._desk)
        return made

    def _load(self, at: int) -> None:
        place = _PLACES[at]
        page = self._ahead.pop(place.key, None) or self._make(place)
        self._pages[place.key] = page
        empty = self.tabs.replace(at, page)
        if empty is not None:
            empty.deleteLater()


def key_name(keys: str) -> str:
    """A key as this system writes it: `Ctrl+1`, `⌘1`."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
