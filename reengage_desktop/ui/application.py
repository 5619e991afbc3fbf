"""The window's process: Qt up, the first window painted, then the shop opened in a thread and handed over."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QApplication

from reengage_desktop.ui.collecting import collect_here, leave_out_pages, leave_out_what_stays, search_all_once
from reengage_desktop.ui.icons import app_icon
from reengage_desktop.ui.own_application import OwnApplication
from reengage_desktop.ui.single import SingleInstance
from reengage_desktop.ui.speaking import code_of, use_language
from reengage_desktop.ui.theme import STYLE_ARGUMENTS, STYLED, apply_theme
from reengage_desktop.ui.window import MainWindow, front_modules

if TYPE_CHECKING:
    from concurrent.futures import Future

    from reengage_desktop.domain.settings import Settings
    from reengage_desktop.jobs.events import Event
    from reengage_desktop.jobs.shop import Shop
    from reengage_desktop.ui.presence import Presence
    from reengage_desktop.ui.theme.restyling import Restyling
    from reengage_desktop.ui.tray import Holder

STATE_FILE = "window.ini"
SHUTDOWN_S = 5.0


class Begun(NamedTuple):
    """A window that was painted (or waits in the background), and no shop in it yet."""

    app: QApplication
    single: SingleInstance
    session: "Session"


def begin(data_dir: Path, *, in_background: bool = False) -> Begun | None:
    """Qt up and the first window painted; None where the folder's window is already open: it is raised."""
    app = make_application([sys.argv[0]])
    with suppress(OSError):  # the opening says in the window why there can be no shop
        data_dir.mkdir(parents=True, exist_ok=True)
    single = SingleInstance(data_dir)
    if not single.claim():
        return None
    # The window may be hidden while messages go: Presence ends the program, not the last window.
    app.setQuitOnLastWindowClosed(False)
    session = Session(app, data_dir)
    single.raise_asked.connect(session.come_forward)
    if not in_background:
        session.window.show()
        session.window.repaint()
        app.processEvents()
    return Begun(app, single, session)


def run(data_dir: Path, open_shop: Callable[[], "Shop"], *, in_background: bool = False) -> int:
    """Opens the window on a data folder and gives the exit code; `open_shop` is called in a thread, after the painting.

    Where the folder's window is already open it is raised, and nothing else happens.
    """
    begun = begin(data_dir, in_background=in_background)
    if begun is None:
        return 0
    from reengage_desktop.ui.signals import EndSignals  # noqa: PLC0415 - after the first paint

    session = begun.session
    begun.single.answer_calls()
    session.stay(in_background=in_background)
    session.open(open_shop, greets=not in_background)
    signals = EndSignals(session)
    signals.install()
    try:
        return begun.app.exec()
    finally:
        session.close()
        signals.remove()
        begun.single.release()


def make_application(arguments: Sequence[str]) -> QApplication:
    """The one application object, named and with its icon."""
    existing = QApplication.instance()
    # The style as an argument: asking for it later wraps Qt's QStyle, which costs 15 ms before the first paint.
    app = existing if isinstance(existing, QApplication) else OwnApplication([*arguments, *STYLE_ARGUMENTS])
    if existing is None:
        app.setProperty(STYLED, True)  # noqa: FBT003 - Qt's own signature
    app.setApplicationName("reengage-desktop")
    app.setApplicationDisplayName("Reengage Desktop")
    app.setDesktopFileName("reengage-desktop")
    app.setWindowIcon(app_icon())
    collect_here(app)
    return app


class Session(QObject):
    """One run of the window: theme and language, the window, the shop behind it, and the faults that nobody caught."""

    def __init__(self, app: QApplication, data_dir: Path, tray: "Holder | None" = None) -> None:
        """`tray` is where the icon goes; None for the desktop's own."""
        super().__init__()
        self._app = app
        self._home = data_dir
        self._memory = QSettings(str(data_dir / STATE_FILE), QSettings.Format.IniFormat)
        self._shop: Shop | None = None
        self._open_own: Callable[[], Shop] | None = None
        self._opening: Future[Shop] | None = None
        self._tray = tray
        self._presence: Presence | None = None
        self._greets = False
        self._leftover: Path | None = None
        self._worn: tuple[str, int] | None = None
        self._leaves_out_pages = False
        self._restyling: Restyling | None = None
        self._spoken = use_language(app, str(self._memory.value("app/language", "auto")))
        self._dress(str(self._memory.value("app/theme", "auto")), int(str(self._memory.value("app/text_size", 100))))
        self.window = self._new_window()
        app.styleHints().colorSchemeChanged.connect(self._scheme_changed)

    def stay(self, *, in_background: bool = False) -> "Presence":
        """Decides from now on what closing the window means; begins without one where it starts in the background."""
        from reengage_desktop.ui.autostart import find_autostart  # noqa: PLC0415 - after the first paint, all
        from reengage_desktop.ui.presence import Presence  # noqa: PLC0415
        from reengage_desktop.ui.tray import SystemTray  # noqa: PLC0415

        autostart = find_autostart(self._home, environ=os.environ)
        self._presence = Presence(self._app, self._tray or SystemTray(), autostart)
        self._presence.watch(self.window)
        if in_background:
            self._presence.start_hidden()
        return self._presence

    def open(self, open_shop: Callable[[], "Shop"], *, greets: bool = False) -> None:
        """Opens the owner's shop in a thread, with its clock; the window stays alive meanwhile.

        `greets`: a new, empty shop is met by the first-run dialog.
        """
        self._open_own, self._greets = open_shop, greets
        self._open_in_thread(lambda: _with_clock(open_shop()))

    def take(self, shop: "Shop") -> None:
        """Shows an open shop."""
        from reengage_desktop.ui.bus import Bus  # noqa: PLC0415 - after the first paint
        from reengage_desktop.ui.desk import Desk  # noqa: PLC0415
        from reengage_desktop.ui.faults import ExceptionHook  # noqa: PLC0415

        self._shop = shop
        bus = Bus(self)
        bus.listen(shop.events)
        bus.changed.connect(self._follow_settings)
        settings = shop.settings()
        self._speak(settings.text("app.language"))
        self.desk = Desk(shop, bus, settings, self)
        self.desk.has_own_shop = shop.paths.folder.resolve() != self._home.resolve()
        self.desk.sample_asked.connect(self._build_sample)
        self.desk.own_shop_asked.connect(self._go_home)
        self.desk.sample_removal_asked.connect(self._remove_sample)
        self._wear(settings.text("app.theme"), settings.whole("app.text_size"), settings.text("app.language"))
        self.window.attach(self.desk)
        self._hook = ExceptionHook(self.desk.failed.emit, self)
        self._hook.install()
        if self._presence is not None:
            self._presence.attach(self.desk)

    def come_forward(self) -> None:
        """Raises the window that is there now."""
        self.window.come_forward()

    def close(self) -> None:
        """Ends the shop's work within its five seconds, also that of one which was still being opened.

        What is being typed is kept as if the keyboard had gone on.
        """
        if self._shop is None and self._opening is not None:
            self._close_unseen(self._opening)
        if self._shop is not None:
            if self._presence is not None:
                self._presence.detach()
            self.window.remember()
            if (typed := self._app.focusWidget()) is not None:
                typed.clearFocus()
            self.desk.close()
            self._hook.remove()
            self._shop.close()
            self._shop = None
        self._opening = None

    @staticmethod
    def _close_unseen(opening: "Future[Shop]") -> None:
        """Closes a shop that nobody has seen yet; one that could not be opened has nothing to close."""
        with suppress(TimeoutError):
            if opening.exception(timeout=SHUTDOWN_S) is None:
                opening.result().close()

    def switch(self, open_shop: Callable[[], "Shop"]) -> None:
        """Lets go of this shop and opens another one in a window of the same place and size."""
        self.close()
        self._change_window(tab=0)
        self.window.show()
        self._open_in_thread(open_shop)

    def _speak(self, wanted: str) -> None:
        """Makes the window anew where the shop wants another language than the one that it was painted in.

        The command line may have changed it, or the shop came from another PC.
        """
        if not self._is_of_the_owner() or code_of(wanted) == self._spoken:
            return
        self._spoken = use_language(self._app, wanted)
        before = self.window
        was_shown, was_small = before.isVisible(), before.isMinimized()
        self._change_window(tab=before.tabs.currentIndex())
        if was_shown and was_small:
            self.window.showMinimized()
        elif was_shown:
            self.window.show()

    def _is_of_the_owner(self) -> bool:
        """Whether the open shop is the one that was started with; a sample beside it speaks that one's language."""
        return self._shop is not None and self._shop.paths.folder.resolve() == self._home.resolve()

    def _change_window(self, *, tab: int) -> None:
        """Puts a new window into the place of the one that is there, as large and not yet shown."""
        before, geometry = self.window, self.window.saveGeometry()
        self.window = self._new_window()
        self.window.restoreGeometry(geometry)
        self.window.tabs.setCurrentIndex(tab)
        if self._presence is not None:
            self._presence.watch(self.window)
        before.hide()
        before.deleteLater()

    def _open_in_thread(self, open_shop: Callable[[], "Shop"]) -> None:
        from reengage_desktop.ui.opening import open_in_thread  # noqa: PLC0415 - after the first paint

        self.window.wait_for_shop()
        front = front_modules(self.window.tabs.currentIndex())
        self._opening = open_in_thread(open_shop, front, self, self._opened, self._failed)

    def _opened(self, shop: "Shop") -> None:
        if self._leaves_out_pages:  # those of the window before
            search_all_once()
            self._leaves_out_pages = False
        else:
            leave_out_what_stays()
        self.take(shop)
        leftover, self._leftover = self._leftover, None
        if leftover is not None:
            from reengage_desktop.app.sample.removing import remove_sample  # noqa: PLC0415 - seldom needed

            self.desk.take_long(lambda: remove_sample(leftover), self, lambda _: self._sample_is_gone())
        if self._greets:
            from reengage_desktop.jobs.tasks import first_run  # noqa: PLC0415 - once in a shop's life

            self._greets = False
            self.desk.read(lambda: first_run.is_wanted(shop), self, self._greet)

    def _greet(self, wanted: bool) -> None:  # noqa: FBT001 - what was read
        if wanted:
            self.desk.setup_asked.emit()

    def _remove_sample(self) -> None:
        if self._shop is not None and self._shop.is_sample:
            self._leftover = self._shop.paths.folder
            self._go_home()

    def _sample_is_gone(self) -> None:
        self.desk.say(self.tr("The sample shop was removed; nothing of it is left."))

    def _build_sample(self) -> None:
        from reengage_desktop.ui.sample import SampleDialog  # noqa: PLC0415 - seldom needed

        dialog = SampleDialog(self.desk, self.window)
        dialog.built.connect(lambda folder: self.switch(lambda: _open_folder(Path(folder))))
        dialog.open()

    def _go_home(self) -> None:
        if self._open_own is not None:
            open_own = self._open_own
            self.switch(lambda: _with_clock(open_own()))

    def _failed(self, fault: BaseException) -> None:
        from reengage_desktop.app.repairing import find_offered  # noqa: PLC0415
        from reengage_desktop.ui.background import note_surprise  # noqa: PLC0415
        from reengage_desktop.ui.telling import fault_words  # noqa: PLC0415 - only when it failed

        note_surprise(fault)
        bar, copy = self.window.fail_to_open(fault_words(fault)), find_offered(fault)
        if self._open_own is None:
            return
        if copy is not None and copy.is_relative_to(self._home):
            bar.offer(self.tr("Restore this copy"), partial(self._restore, copy, self._open_own))
        else:
            bar.offer(self.tr("Try again"), self._try_again)

    def _restore(self, copy: Path, open_own: "Callable[[], Shop]") -> None:
        """Puts the copy in the place of what can't be opened, which is kept beside it; the shop is then paused."""

        def opened() -> "Shop":
            from reengage_desktop.app.repairing import replace_damaged  # noqa: PLC0415 - seldom needed

            replace_damaged(self._home, {}, copy)
            return _with_clock(open_own())

        self.window.try_again()
        self._open_in_thread(opened)

    def _try_again(self) -> None:
        if self._open_own is not None:
            self.window.try_again()
            self.open(self._open_own, greets=self._greets)

    def _follow_settings(self, event: "Event") -> None:
        from reengage_desktop.jobs.events import ImportFinished, SettingsChanged  # noqa: PLC0415 - after the first paint

        # An import may teach the shop its currency.
        if isinstance(event, SettingsChanged | ImportFinished) and self._shop is not None:
            known, again = self.desk.settings, partial(self._follow_settings, event)
            take = self._take_settings  # unless a change of the window's own is newer than what was being read
            self.desk.read(self._shop.settings, self, lambda s: take(s) if self.desk.settings is known else again())

    def _take_settings(self, settings: "Settings") -> None:
        self.desk.settings = settings
        self.window.name_after(settings.text("business.name"))
        self._wear(settings.text("app.theme"), settings.whole("app.text_size"), settings.text("app.language"))

    def _wear(self, theme: str, text_size: int, language: str) -> None:
        if self._worn != (theme, text_size):
            self._dress(theme, text_size)
        looks = {"theme": theme, "text_size": text_size}
        for key, value in {**looks, "language": language}.items() if self._is_of_the_owner() else looks.items():
            self._memory.setValue(f"app/{key}", value)

    def _dress(self, theme: str, text_size: int) -> None:
        """At a stretch before there is a window, else a few widgets at a time."""
        begins = self._worn is None
        self._worn = (theme, text_size)
        if begins:
            apply_theme(self._app, theme, text_size)
            return
        if self._restyling is None:
            from reengage_desktop.ui.theme.restyling import Restyling  # noqa: PLC0415 - seldom needed

            self._restyling = Restyling(self._app, self)
        self._restyling.wear(theme, text_size)

    def _new_window(self) -> MainWindow:
        window = MainWindow(self._home / STATE_FILE)
        window.tabs.currentChanged.connect(self._look_again)
        window.made_ahead.connect(self._leave_out_pages)
        return window

    def _leave_out_pages(self) -> None:
        leave_out_pages()
        self._leaves_out_pages = True

    def _look_again(self, _tab: int) -> None:
        if self._restyling is not None:
            self._restyling.look_again()

    def _scheme_changed(self, _scheme: object) -> None:
        if self._worn is not None and self._worn[0] == "auto":
            self._dress(*self._worn)


def _with_clock(shop: "Shop") -> "Shop":
    """The shop with its clock ticking: what was missed is caught up, what is due is done while the window is open."""
    from reengage_desktop.jobs.clock import JobClock  # noqa: PLC0415 - after the first paint

    JobClock(shop).start()
    return shop


def _open_folder(folder: Path) -> "Shop":
    from reengage_desktop.app.opening import Wishes, open_shop  # noqa: PLC0415 - seldom needed

    return open_shop(Wishes(folder=folder))
