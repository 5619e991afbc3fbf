"""What a run over the queue carries with it: what it was handed, how far it has come, what waits to be settled."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from reengage_desktop.domain.outcomes import Outcome
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine.sending.claiming import Claimed
from reengage_desktop.engine.sending.in_flight import Call
from reengage_desktop.engine.sending.lines import Line
from reengage_desktop.engine.sending.pacing import Pace
from reengage_desktop.store.claims import Position
from reengage_desktop.store.database import Database


def never() -> bool:
    """Nobody stops the run."""
    return False


@dataclass(frozen=True)
class Hands:
    """What a run is handed: where rows, settings and the present come from, how it waits, stops and tells."""

    db: Database
    load: Callable[[], Settings]
    clock: Callable[[], datetime]
    pace: Pace
    stop: Callable[[], bool] = never
    tell: Callable[[int, int], None] | None = None


@dataclass(frozen=True)
class Handed:
    """A message that was handed over and waits for its settlement; `spared` as its call's."""

    claimed: Claimed
    outcome: Outcome
    line: Line
    spared: int


@dataclass
class Turn:
    """What one transaction has claimed; else for how long nothing may go, or whether there is nothing left."""

    calls: list[Call] = field(default_factory=list)
    wait_s: float = 0.0
    is_over: bool = False


@dataclass
class Walk:
    """One walk over the queue: how far it has come on each channel, and whether anything was handed over."""

    positions: dict[ChannelName, Position] = field(default_factory=dict)
    finished: set[ChannelName] = field(default_factory=set)
    has_moved: bool = False
