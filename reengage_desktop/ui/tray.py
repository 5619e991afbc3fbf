"""The icon beside the clock: how sending stands, the few things one does there, and one notification a run.

Only where the desktop has a place for it. What the owner sees of the system is behind `Holder`, so that tests can hold
the icon themselves.
"""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from reengage_desktop.domain.moments import local_day
from reengage_desktop.domain.vocabulary import Reason
from reengage_desktop.jobs.events import Event, NoticesChanged, RunFinished
from reengage_desktop.jobs.tasks import news, runs, sending
from reengage_desktop.jobs.tasks.news import News
from reengage_desktop.store import problems
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.messages import read_campaigns
from reengage_desktop.ui.notices import Background, notice_story
from reengage_desktop.ui.reading import Reading
from reengage_desktop.ui.standing import Standing, disabled_words, read_standing
from reengage_desktop.ui.tray_icon import TrayState, tray_icon
from reengage_desktop.ui.wording import reason_text

GATHER_MS = 3000
"""The jobs of one tick follow each other: what they did is told together, this long after the last."""

HOUR = timedelta(hours=1)


class Holder(Protocol):
    """The desktop's side of the icon."""

    def is_available(self) -> bool:
        """Whether the desktop shows such icons at all."""
        ...

    def begin(self, menu: QMenu, on_click: Callable[[], object], on_message: Callable[[], object]) -> None:
        """Shows the icon with its menu; the two are called when the icon or its last message is clicked."""
        ...

    def dress(self, icon: QIcon, words: str) -> None:
        """Changes picture and tooltip."""
        ...

    def tell(self, heading: str, sentence: str, *, is_problem: bool) -> None:
        """Shows a notification."""
        ...

    def end(self) -> None:
        """Takes the icon away."""
        ...


class SystemTray:
    """The real place; it is asked for only when the application runs."""

    def __init__(self) -> None:
        self._icon: QSystemTrayIcon | None = None

    def is_available(self) -> bool:
        """Whether this desktop has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def begin(self, menu: QMenu, on_click: Callable[[], object], on_message: Callable[[], object]) -> None:
        """Shows the icon."""
        made = self._icon = QSystemTrayIcon(tray_icon(TrayState.NORMAL))
        made.setContextMenu(menu)
        made.activated.connect(
            lambda reason: on_click() if reason != QSystemTrayIcon.ActivationReason.Context else None
        )
        made.messageClicked.connect(on_message)
        made.show()

    def dress(self, icon: QIcon, words: str) -> None:
        """Changes picture and tooltip."""
        if self._icon is not None:
            self._icon.setIcon(icon)
            self._icon.setToolTip(words)

    def tell(self, heading: str, sentence: str, *, is_problem: bool) -> None:
        """Shows a notification where the desktop can."""
        if self._icon is not None and QSystemTrayIcon.supportsMessages():
            kind = QSystemTrayIcon.MessageIcon
            self._icon.showMessage(heading, sentence, kind.Warning if is_problem else kind.Information)

    def end(self) -> None:
        """Takes the icon away."""
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None


class Tray(QObject):
    """The icon's life over one open shop. `open_asked`: show the window; `quit_asked`: end the program."""

    open_asked = Signal()
    quit_asked = Signal()

    def __init__(self, desk: Desk, holder: Holder, is_watched: Callable[[], bool]) -> None:
        """`is_watched`: the owner has the window in front, so there is nothing to notify her of."""
        super().__init__(desk)
        self._desk, self._holder, self._is_watched = desk, holder, is_watched
        self.state = TrayState.NORMAL
        self._reading: Reading[Standing] = Reading(desk, self, self._show)
        self._told_at, self._told = desk.now(), set[str]()
        self._page: tuple[str, object] = ("home", None)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GATHER_MS)
        self._timer.timeout.connect(self.look)
        self.menu = QMenu()
        self._fill_menu()
        holder.begin(self.menu, self.open_asked.emit, self._open_page)
        self.menu.aboutToShow.connect(self._read)
        desk.bus.changed.connect(self._changed)
        # What is up when the program starts stands on Home; only what is new is told.
        desk.read(lambda: news.list_problems(desk.shop), self, lambda up: self._told.update(each.key for each in up))
        self._read()

    def end(self) -> None:
        """Takes the icon away."""
        self._timer.stop()
        self._holder.end()
        self.menu.deleteLater()

    def look(self) -> None:
        """Reads what happened since the last notification, and tells it."""
        shop, since, told = self._desk.shop, self._told_at, frozenset(self._told)
        self._told_at = self._desk.now()

        def read() -> tuple[News, Background, set[str]]:
            behind = Background(campaigns=read_campaigns(shop), waiting=problems.count_stuck(shop.db))
            up = {each.key for each in news.list_problems(shop)}
            return news.read_since(shop, since, told), behind, up

        self._desk.read(read, self, lambda found: self._tell(*found))

    def _fill_menu(self) -> None:
        self.next_check = self._add("")
        self.waiting = self._add("")
        for each in (self.next_check, self.waiting):
            each.setEnabled(False)
        self.menu.addSeparator()
        self.open = self._add(self.tr("&Open"), self.open_asked.emit)
        self.check = self._add(self.tr("&Check now"), self._check_now)
        self.menu.addSeparator()
        self.pause_hour = self._add(self.tr("Pause for &1 hour"), lambda: self._pause(self._desk.now() + HOUR))
        self.pause_day = self._add(self.tr("Pause until &tomorrow"), lambda: self._pause(tomorrow(self._desk)))
        self.resume = self._add(self.tr("&Resume sending"), self._resume)
        self.menu.addSeparator()
        self.quit = self._add(self.tr("&Quit"), self.quit_asked.emit)

    def _add(self, text: str, on_click: Callable[[], object] | None = None) -> QAction:
        action = self.menu.addAction(text)
        if on_click is not None:
            action.triggered.connect(lambda _checked=False: on_click())
        return action

    def _changed(self, event: Event) -> None:
        if isinstance(event, RunFinished | NoticesChanged):
            self._timer.start()
        self._read()

    def _read(self) -> None:
        self._reading.start(lambda: read_standing(self._desk.shop))

    def _show(self, standing: Standing) -> None:
        self.state = self._state(standing)
        words = self._next_check(standing)
        self.next_check.setText(words)
        waiting = self.tr("%Ln waiting", "", standing.waiting)
        if standing.to_approve:
            waiting += " · " + self.tr("%Ln to approve", "", standing.to_approve)
        self.waiting.setText(waiting)
        for each in (self.pause_hour, self.pause_day):
            each.setVisible(not standing.paused)
        self.resume.setVisible(standing.paused)
        self._holder.dress(tray_icon(self.state), f"{self._desk.settings.text('business.name')}\n{words}".strip())

    def _state(self, standing: Standing) -> TrayState:
        if standing.paused:
            return TrayState.PAUSED
        if standing.problems:
            return TrayState.PROBLEM
        return TrayState.SENDING if standing.is_sending else TrayState.NORMAL

    def _next_check(self, standing: Standing) -> str:
        if standing.paused and standing.paused_until is not None:
            return self.tr("Paused until {when}").replace("{when}", self._desk.when(standing.paused_until))
        if standing.paused:
            return self.tr("Sending paused")
        if standing.is_disabled:
            return disabled_words()
        if not standing.enabled:
            return self.tr("Automatic messages are off")
        if not standing.is_clock_right:
            return reason_text(Reason.CLOCK_UNTRUSTED)
        return self.tr("Next check {when}").replace("{when}", self._desk.when(standing.next_check_at))

    def _tell(self, found: News, behind: Background, up: set[str]) -> None:
        """A problem always; the figures of a run unless the owner wants none, or is looking anyway.

        `up`: the problems of the moment. One that was mended and has come again is told again.
        """
        self._told = (self._told & up) | {each.key for each in found.problems}
        if found.problems:
            story = notice_story(found.problems[0], behind)
            self._page = (story.page, story.argument)
            self._holder.tell(self.tr("Sending needs you"), story.sentence, is_problem=True)
            return
        sentence = self._sentence(found)
        if not sentence or self._is_watched() or not self._desk.settings.is_on("app.notifications"):
            return
        approve = found.to_approve and not found.sent
        self._page = ("campaigns", {"approve": True}) if approve else ("activity", {"filter": "sent"})
        self._holder.tell(self._desk.settings.text("business.name") or "Reengage Desktop", sentence, is_problem=False)

    def _sentence(self, found: News) -> str:
        parts = []
        if found.sent:
            parts.append(self.tr("%Ln messages sent", "", found.sent))
        if found.came_back:
            parts.append(self.tr("%Ln customers came back", "", found.came_back))
        if found.to_approve:
            parts.append(self.tr("%Ln messages are ready for your approval", "", found.to_approve))
        return ", ".join(parts)

    def _open_page(self) -> None:
        self.open_asked.emit()
        self._desk.go(*self._page)

    def _pause(self, until: datetime) -> None:
        self._desk.act(lambda: sending.pause(self._desk.shop, until), self, lambda _: None)

    def _resume(self) -> None:
        self._desk.act(lambda: sending.resume(self._desk.shop), self, lambda _: None)

    def _check_now(self) -> None:
        self.check.setEnabled(False)
        shop = self._desk.shop
        self._desk.take_long(lambda: runs.run_all(shop), self, self._checked, self._not_checked)

    def _checked(self, _outcomes: runs.AllOutcomes) -> None:
        self.check.setEnabled(True)

    def _not_checked(self, fault: BaseException) -> None:
        self.check.setEnabled(True)
        self._desk.failed.emit(fault)


def tomorrow(desk: Desk) -> datetime:
    """When the quiet hours of the night end, on the shop's next day."""
    hour, minute = desk.settings.text("sending.quiet_end").split(":")
    day = local_day(desk.now(), desk.zone) + timedelta(days=1)
    return datetime.combine(day, time(int(hour), int(minute)), desk.zone)
