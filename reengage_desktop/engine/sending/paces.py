"""How fast each campaign's messages may follow each other, beside their provider's pace (`rate_limit_per_minute`).

Its first messages of a run are a canary: where several calls go at once, the rest waits for the answers to them.
"""

from collections import Counter
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from reengage_desktop.engine.sending.breaking import CANARY
from reengage_desktop.engine.sending.pacing import BUSY_S, MINUTE_S, Pace, Window, youngest_s
from reengage_desktop.store import paces
from reengage_desktop.store.claims import Next
from reengage_desktop.store.database import Database


class CampaignPaces:
    """The campaigns of one run that have a pace of their own; one that must wait lets the others pass."""

    def __init__(self, db: Database, pace: Pace) -> None:
        self._db = db
        self._pace = pace
        self._windows: dict[int, Window] = {}
        self._begun = Counter[int]()
        self._answered = Counter[int]()

    def choose(self, find: Callable[[Collection[int]], Next | None], now: datetime) -> Next | None:
        """The next message of a campaign that is free; where there is none, one that has to wait.

        `find` gives the next message that is of none of these campaigns.
        """
        waiting: dict[int, Next] = {}
        while (found := find(waiting)) is not None:
            self._know(found, now)
            if not self.wait_s(found):
                return found
            waiting[found.campaign_id] = found
        return min(waiting.values(), key=self.wait_s, default=None)

    def wait_s(self, found: Next) -> float:
        """How long until the message's campaign may make its next call."""
        if self._answered[found.campaign_id] < CANARY <= self._begun[found.campaign_id]:
            return BUSY_S
        window = self._windows.get(found.campaign_id)
        return 0.0 if window is None else window.wait_s(self._pace.monotonic())

    def note_answer(self, campaign_id: int) -> None:
        """A call for the campaign has been answered, whatever the answer was."""
        self._answered[campaign_id] += 1

    def take(self, found: Next) -> None:
        """Notes a call."""
        self._begun[found.campaign_id] += 1
        if found.campaign_id in self._windows:
            self._windows[found.campaign_id].take(self._pace.monotonic())

    def _know(self, found: Next, now: datetime) -> None:
        """Gives the campaign its window with what earlier runs did in this minute; the owner may change its pace."""
        if not found.rate_per_minute:
            self._windows.pop(found.campaign_id, None)
        elif found.campaign_id in self._windows:
            self._windows[found.campaign_id].per_minute = found.rate_per_minute
        else:
            ages = paces.list_ages(self._db, found.campaign_id, timedelta(seconds=MINUTE_S + 1), now)
            recent = map(youngest_s, ages)
            self._windows[found.campaign_id] = Window(found.rate_per_minute, recent, self._pace.monotonic())
