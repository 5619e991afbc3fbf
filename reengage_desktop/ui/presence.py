"""Whether the program is there without its window: the tray, what closing means, the login, and the way out."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from reengage_desktop.domain.settings import Settings
from reengage_desktop.jobs.events import Event, SettingsChanged
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.jobs.tasks.pace import goes_by_itself
from reengage_desktop.ui.autostart import Autostart
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.leaving import KeepRunningDialog, LeavingDialog, leaving_sentence
from reengage_desktop.ui.own_application import OwnApplication
from reengage_desktop.ui.standing import Standing, read_standing
from reengage_desktop.ui.tray import Holder, Tray
from reengage_desktop.ui.window import MainWindow

_LOOK_MS = 200
_PATIENCE = 25
_TRAY_LOOK_MS = 2000
_TRAY_LOOKS = 30


class Presence(QObject):
    """One for the whole run; `attach` gives it the open shop and its window."""

    def __init__(self, app: QApplication, holder: Holder, autostart: Autostart | None = None) -> None:
        super().__init__(app)
        self._app, self._holder, self._autostart = app, holder, autostart
        self.is_leaving = False
        self._is_asked_to_leave = False
        self.tray: Tray | None = None
        self._desk: Desk | None = None
        self._window: MainWindow | None = None
        self._starts_at_login = False
        self._wait_for_tray = QTimer(self)
        self._wait_for_tray.setInterval(_TRAY_LOOK_MS)
        self._wait_for_tray.timeout.connect(self._look_for_tray)
        self._looks_left = _TRAY_LOOKS
        if isinstance(app, OwnApplication):
            app.ending.connect(self._end_session)
        app.commitDataRequest.connect(lambda _manager: self._end_session())

    def watch(self, window: MainWindow) -> None:
        """Decides from now on what closing this window means."""
        self._window = window
        window.guard = self.may_close
        window.on_quit = self.leave

    def attach(self, desk: Desk) -> None:
        """The shop is open: the icon appears, and settings are followed."""
        self._desk = desk
        self._starts_at_login = desk.settings.is_on("app.start_at_login")
        desk.bus.changed.connect(self._changed)
        self._look_for_tray()

    def detach(self) -> None:
        """The shop is about to be closed: the icon goes."""
        if self.tray is not None:
            self.tray.end()
            self.tray = None
        self._desk, self._is_asked_to_leave = None, False

    def start_hidden(self) -> None:
        """Shows no window where there is a tray, a small one elsewhere; a tray that comes late takes it over."""
        if self._window is None or self._holder.is_available():
            return
        self._window.showMinimized()
        self._wait_for_tray.start()

    def may_close(self) -> bool:
        """What closing the window means now; False when it stays, is hidden, or is being asked about."""
        if self.is_leaving or self._desk is None:
            self.leave()
            return True
        wish = self._desk.settings.text("app.keep_running")
        is_idle = self._desk.shop.is_sample or not self._desk.settings.is_on("reengagement.enabled")
        if wish == "no" or (wish == "ask" and is_idle):
            self.leave()
        elif wish == "yes":
            self._withdraw()
        else:
            self._ask()
        return False

    def leave(self) -> None:
        """Ends the program; the message on its way is finished first, and what waits is said.

        Asked a second time it goes on leaving.
        """
        if self.is_leaving or self._desk is None:
            self._quit()
        elif not self._is_asked_to_leave:
            self._is_asked_to_leave = True
            self._desk.read(lambda: read_standing(self._shop_desk().shop), self, self._leave, lambda _: self._quit())

    def _shop_desk(self) -> Desk:
        if self._desk is None:
            raise RuntimeError("no shop is open")
        return self._desk

    def _end_session(self) -> None:
        """The system, or a signal, ends the program: then no window asks anything."""
        self.is_leaving = True

    def _quit(self) -> None:
        self.is_leaving = True
        QTimer.singleShot(0, self._app.quit)

    def _leave(self, standing: Standing) -> None:
        desk, window = self._desk, self._window
        if desk is None or window is None or not standing.is_sending:
            self._quit()
            return
        others = max(0, standing.waiting - max(1, standing.on_their_way))
        desk.shop.lanes.stopping.cancel()
        if window.isVisible():
            on_their_way = max(1, standing.on_their_way)
            LeavingDialog(window, others, on_their_way, goes_by_itself=standing.goes_by_itself).open()
        elif self.tray is not None:
            words = leaving_sentence(others, goes_by_itself=standing.goes_by_itself)
            self._holder.tell(self.tr("Quitting"), words, is_problem=False)
        self._wait_for_end(_PATIENCE)

    def _wait_for_end(self, looks: int) -> None:
        """Five seconds at most: what is not finished then is found and judged at the next start."""

        def look(standing: Standing) -> None:
            if standing.is_sending and looks:
                QTimer.singleShot(_LOOK_MS, lambda: self._wait_for_end(looks - 1))
            else:
                self._quit()

        if self._desk is not None:
            self._desk.read(lambda: read_standing(self._shop_desk().shop), self, look, lambda _: self._quit())

    def _withdraw(self) -> None:
        if self._window is None:
            return
        self._window.remember()
        if self.tray is not None:
            self._window.hide()
        else:
            self._window.showMinimized()

    def _ask(self) -> None:
        if self._window is not None and self._window.findChild(KeepRunningDialog) is None:
            by_itself = goes_by_itself(self._shop_desk().shop)
            dialog = KeepRunningDialog(self._window, has_tray=self.tray is not None, goes_by_itself=by_itself)
            dialog.decided.connect(self._decided)
            dialog.open()

    def _decided(self, stays: bool) -> None:  # noqa: FBT001 - a signal's own value
        """What can't be remembered is done all the same, else a full disk would keep the window open for good."""
        desk = self._shop_desk()
        word = "yes" if stays else "no"

        def do(_kept: object) -> None:
            if stays:
                self._withdraw()
            else:
                self.leave()

        desk.act(lambda: setting_tasks.set_setting(desk.shop, "app.keep_running", word), self, do, do)

    def _look_for_tray(self) -> None:
        self._looks_left -= 1
        if self.tray is not None or self._looks_left <= 0:
            self._wait_for_tray.stop()
        if self.tray is not None or self._desk is None or not self._holder.is_available():
            return
        was_waiting = self._wait_for_tray.isActive()
        self._wait_for_tray.stop()
        window = self._window
        self.tray = Tray(self._desk, self._holder, lambda: window is not None and window.isActiveWindow())
        self.tray.open_asked.connect(self._come_forward)
        self.tray.quit_asked.connect(self.leave)
        if was_waiting and window is not None and window.isMinimized():
            window.hide()

    def _come_forward(self) -> None:
        if self._window is not None:
            self._window.come_forward()

    def _changed(self, event: Event) -> None:
        if isinstance(event, SettingsChanged) and self._desk is not None:
            self._desk.read(self._desk.shop.settings, self, self._follow)

    def _follow(self, settings: Settings) -> None:
        """Brings the login in step with the setting when it changes, and only then; the sample shop's is no wish."""
        wish, autostart = settings.is_on("app.start_at_login"), self._autostart
        if wish == self._starts_at_login or autostart is None or self._desk is None or self._desk.shop.is_sample:
            return
        self._starts_at_login = wish
        self._desk.take_long(lambda: autostart.turn(on=wish), self, lambda _: None)
