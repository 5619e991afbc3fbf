"""What every page is handed: the shop, the way to read and to act in the background, and the way to other pages."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from reengage_desktop.domain.settings import Settings
from reengage_desktop.ui import formats
from reengage_desktop.ui.background import deliver, note_surprise, right_of_way
from reengage_desktop.ui.bus import Bus

if TYPE_CHECKING:
    from concurrent.futures import Future

    from PySide6.QtWidgets import QWidget

    from reengage_desktop.jobs.shop import Shop

Result = TypeVar("Result")
Undo = Callable[[], object]

BY_HAND, REPLIES, WHILE_OFF = "by_hand", "replies", "while_off"
IMPORT = "import"
WORK = (BY_HAND, REPLIES, WHILE_OFF)
"""What the owner works through in a dialog, from whatever page: her calls and letters, answers, what was missed."""
_TURN_MS = 1
"""Without a time Qt does two of a row of tasks at a stretch, before it looks at the clock or hears the owner."""


class Desk(QObject):
    """The pages' one way out. Signals: another page is asked for, something was done, something failed.

    `mended`: what failed last has worked now.
    """

    page_asked = Signal(str, object)
    done = Signal(str, object)
    failed = Signal(object)
    mended = Signal()
    import_asked = Signal(str)
    sample_asked = Signal()
    sample_removal_asked = Signal()
    own_shop_asked = Signal()
    setup_asked = Signal()
    work_asked = Signal(str)

    def __init__(self, shop: "Shop", bus: Bus, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shop = shop
        shop.db.way = right_of_way()
        self.bus = bus
        self.settings = settings
        self.asked: dict[str, tuple[str]] = {}
        """Changes of settings that are on their way, by key: what was asked for last (`changing`)."""
        self.has_own_shop = False
        self.room: QWidget | None = None
        """What pages are made in: the window says it."""
        self._open_work = 0
        self._is_closed = False
        self._told: int | None = None
        self._broken: object = None
        self.failed.connect(self._remember)

    @property
    def zone(self) -> ZoneInfo:
        """The shop's time zone."""
        return self.settings.zone

    @property
    def currency(self) -> str:
        """The shop's currency."""
        return self.settings.currency

    def now(self) -> datetime:
        """The present moment, as the shop's clock has it."""
        return self.shop.now()

    def money(self, minor: int, *, whole: bool = False) -> str:
        """An amount in the shop's currency."""
        return formats.amount(minor, self.currency, whole=whole)

    def when(self, seconds: int | None) -> str:
        """A stored moment in the shop's zone, near ones in words."""
        return formats.when(seconds, self.zone, self.now())

    def exact(self, seconds: int | None) -> str:
        """A stored moment in full."""
        return formats.exact(seconds, self.zone)

    def days_ago(self, seconds: int | None) -> str:
        """How many days ago a stored moment is."""
        return formats.days_ago(seconds, self.zone, self.now())

    def read(
        self,
        task: Callable[[], Result],
        parent: QObject,
        on_done: Callable[[Result], object],
        on_error: Callable[[BaseException], object] | None = None,
    ) -> None:
        """Reads in the background; the outcome comes to `on_done` in the window's thread, unless `parent` has gone."""
        self._start(self.shop.lanes.fetch, task, parent, on_done, on_error)

    def act(
        self,
        task: Callable[[], Result],
        parent: QObject,
        on_done: Callable[[Result], object],
        on_error: Callable[[BaseException], object] | None = None,
    ) -> None:
        """Does something through `jobs.tasks` in the one writing lane; the outcome comes back like that of `read`."""
        self._start(self.shop.lanes.write, task, parent, on_done, on_error)

    def take_long(
        self,
        task: Callable[[], Result],
        parent: QObject,
        on_done: Callable[[Result], object],
        on_error: Callable[[BaseException], object] | None = None,
    ) -> None:
        """Does something that waits for a network or takes long: a run, a test, an import."""
        self._start(self.shop.lanes.network, task, parent, on_done, on_error)

    def build(
        self, makers: Sequence[Callable[[], Any]], parent: QObject, on_done: Callable[[list[Any]], object]
    ) -> None:
        """Makes several widgets, each in a turn of its own of the window's thread, which lives on in between."""
        made: list[Any] = []
        self._open_work += 1

        def go_on() -> None:
            if self._is_closed or not isValid(parent):
                self._open_work -= 1
                return
            right_of_way().take()  # at the end as well: only then all that was made is laid out and painted
            if len(made) < len(makers):
                made.append(makers[len(made)]())
                QTimer.singleShot(_TURN_MS, self, go_on)
                return
            self._open_work -= 1
            on_done(made)

        QTimer.singleShot(_TURN_MS, self, go_on)

    def say(self, sentence: str, undo: Undo | None = None) -> None:
        """Shows a short notice; `undo` takes back what it tells."""
        self.done.emit(sentence, undo)

    def go(self, page: str, argument: object = None) -> None:
        """Opens another page, showing what the argument names; what is no page of its own is a dialog over them."""
        if page in WORK:
            self.work_asked.emit(page)
        elif page == IMPORT:
            path = argument.get("path", "") if isinstance(argument, dict) else ""
            self.import_asked.emit(path)
        else:
            self.page_asked.emit(page, argument)

    def is_idle(self) -> bool:
        """Whether nothing asked for is under way and no news waits; the tests and the pictures wait for this."""
        return self._open_work == 0 and self.bus.is_quiet()

    @property
    def is_closed(self) -> bool:
        """Whether the shop is gone, or about to go: nothing new is made for it."""
        return self._is_closed

    def close(self) -> None:
        """Takes no more work and hears no more news: the shop is about to be closed."""
        self._is_closed = True
        self.bus.stop()

    def _start(
        self,
        submit: Callable[[Callable[[], Result]], "Future[Result]"],
        task: Callable[[], Result],
        parent: QObject,
        on_done: Callable[[Result], object],
        on_error: Callable[[BaseException], object] | None,
    ) -> None:
        if self._is_closed:
            return
        future = submit(task)
        self._open_work += 1

        # The desk itself is the parent of the count, so that it is right also when the page has gone. It holds the task
        # as well: the widgets that a task names are let go of in this thread, not in the one that carried it out.
        deliver(future, parent, on_done, on_error or self.failed.emit)
        deliver(future, self, partial(self._worked, task), partial(self._failed, task))

    def _remember(self, fault: object) -> None:
        # Not the fault itself: it holds on to all that it came through.
        self._told, self._broken = id(fault), None

    def _worked(self, task: object, _outcome: object) -> None:
        self._open_work -= 1
        if self._broken is not None and self._broken == _deed(task):
            self._told = self._broken = None
            self.mended.emit()

    def _failed(self, task: object, fault: BaseException) -> None:
        """Whoever asked has heard of it by now, and has perhaps told the owner."""
        self._open_work -= 1
        note_surprise(fault)
        if id(fault) == self._told:
            self._broken = _deed(task)


def _deed(task: object) -> object:
    """What a task does, the same for each time that it is tried: a new try is a new function from the same lines."""
    while isinstance(task, partial):
        task = task.func
    return getattr(task, "__code__", task)
