"""Random lives of campaigns: any presses in any order, purchases, noes, sends, new days; the promises hold throughout.

Stateful property test (promises 10, 11, 29, 30; C1, C4, C16).
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.campaign_plans import CampaignRefused
from reengage_desktop.domain.campaign_states import TRANSITIONS, CampaignStatus, IllegalStep
from reengage_desktop.domain.moments import day_number, from_stamp
from reengage_desktop.jobs.tasks import owner_campaigns
from reengage_desktop.store import customers
from tests.conftest import Clock
from tests.jobs.campaign_rig import CampaignRig

_PRESSES = ("start", "run", "pause", "resume", "cancel", "take_back_start", "archive", "unarchive", "duplicate")
_STEPS = [
    {"after_days": 3, "channel": "email", "template": "Hi"},
    {"after_days": 5, "channel": "sms", "template": "Short"},
]
_PEOPLE = 5
_LEGAL = {(before, after) for (before, _step), after in TRANSITIONS.items()}


class CampaignLives(RuleBasedStateMachine):
    """A shop with a few people; whoever presses what is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self._clock = Clock(datetime(2026, 11, 21, 12, tzinfo=UTC))
        shop = open_shop(Wishes(folder=Path(self._folder.name), clock=self._clock, secrets=MemorySecrets))
        self._rig = CampaignRig(shop, self._clock)
        self._statuses: dict[int, CampaignStatus] = {}
        self._refused: dict[int, int] = {}

    @initialize()
    def settle_in(self) -> None:
        """Some people, and the caps that everybody starts with."""
        self._people = self._rig.people(_PEOPLE)

    def teardown(self) -> None:
        """Closes the shop."""
        self._rig.shop.close()
        self._folder.cleanup()

    @rule(
        steps=st.integers(0, 2),
        limit=st.sampled_from([0, 1, 3]),
        holdout=st.sampled_from([0, 30]),
        alone=st.booleans(),
        in_days=st.sampled_from([None, 2]),
    )
    def make(self, steps: int, limit: int, holdout: int, alone: bool, in_days: int | None) -> None:
        """A further campaign."""
        if len(self._statuses) >= 4:
            return
        at = None if in_days is None else from_stamp(int(self._clock().timestamp()) + in_days * 86_400).isoformat()
        made = self._rig.create(
            steps=_STEPS[:steps], daily_limit=limit, holdout_percent=holdout, leave_out_others=alone,
            promotion="cake", scheduled_at=at,
        )  # fmt: skip
        self._statuses[made.id] = made.status

    @rule(data=st.data(), press=st.sampled_from(_PRESSES))
    def press(self, data: st.DataObject, press: str) -> None:
        """Any button of any campaign."""
        if self._statuses:
            campaign_id = data.draw(st.sampled_from(sorted(self._statuses)))
            with self._steps_are_legal(), suppress(CampaignRefused, IllegalStep):
                getattr(owner_campaigns, press)(self._rig.shop, campaign_id)

    @rule(minutes=st.sampled_from([1, 60, 1440, 4 * 1440, 8 * 1440]))
    def live_on(self, minutes: int) -> None:
        """Time passes and the clock does its work."""
        self._clock.move(minutes=minutes)
        with self._steps_are_legal():
            self._rig.send()

    @rule(place=st.integers(0, _PEOPLE - 1))
    def buy(self, place: int) -> None:
        """Somebody buys."""
        self._rig.buy(self._people[place])

    @rule(place=st.integers(0, _PEOPLE - 1))
    def say_no(self, place: int) -> None:
        """Somebody wants no more."""
        if len(self._refused) < 3:
            customers.opt_out(self._rig.shop.db, self._people[place], channel=None, source="person", at=self._clock())
            self._refused.setdefault(self._people[place], int(self._clock().timestamp()))

    @contextmanager
    def _steps_are_legal(self) -> Iterator[None]:
        before = dict(self._statuses)
        yield
        for each in self._rows("SELECT id, status FROM campaigns WHERE is_automatic = 0"):
            self._statuses[each[0]] = CampaignStatus(each[1])
        reachable = set(_LEGAL)
        for _ in range(3):
            reachable |= {(one, three) for one, two in reachable for other, three in _LEGAL if two is other}
        for campaign_id, status in before.items():
            now = self._statuses[campaign_id]
            assert status is now or (status, now) in reachable, (status, now)

    @invariant()
    def nobody_gets_a_message_twice(self) -> None:
        """C4: one message for each person, campaign and step."""
        rows = self._rows(
            "SELECT campaign_id, customer_id, step, count(*) FROM outbox WHERE state = 'accepted' GROUP BY 1, 2, 3"
        )
        assert all(count == 1 for *_, count in rows)

    @invariant()
    def the_caps_hold(self) -> None:
        """A5: at most one in any seven days and four in any thirty, whatever the campaigns."""
        zone = self._rig.shop.settings().zone
        for person in self._people:
            sent = self._rows("SELECT sent_at FROM outbox WHERE customer_id = ? AND state = 'accepted'", person)
            days = sorted(day_number(from_stamp(at), zone) for (at,) in sent)
            assert all(later - earlier >= 7 for earlier, later in pairwise(days))
            assert all(sum(first <= day < first + 30 for day in days) <= 4 for first in days)

    @invariant()
    def a_no_is_final(self) -> None:
        """Promise 10: nothing starts after the no."""
        for person, at in self._refused.items():
            assert not self._rows("SELECT 1 FROM outbox WHERE customer_id = ? AND claimed_at > ?", person, at)

    @invariant()
    def the_day_limit_holds(self) -> None:
        """C13: no campaign sends more in a day than its owner said."""
        zone = self._rig.shop.settings().zone
        rows = self._rows(
            "SELECT campaign_id, daily_limit, claimed_at FROM outbox JOIN campaigns ON campaigns.id = campaign_id "
            "WHERE state = 'accepted' AND daily_limit > 0"
        )
        counts = Counter((campaign, limit, day_number(from_stamp(at), zone)) for campaign, limit, at in rows)
        assert all(count <= limit for (_, limit, _), count in counts.items())

    @invariant()
    def what_has_ended_has_nothing_left(self) -> None:
        """C4: a draft has sent nothing; of a finished or stopped campaign nothing waits."""
        assert not self._rows(
            "SELECT 1 FROM outbox JOIN campaigns ON campaigns.id = campaign_id WHERE campaigns.is_automatic = 0 AND "
            "((status IN ('completed', 'cancelled') AND state IN ('pending', 'held', 'sending')) "
            "OR status IN ('draft', 'scheduled'))"
        )

    def _rows(self, sql: str, *params: Any) -> list[tuple[Any, ...]]:
        return self._rig.shop.db.rows(sql, params)


TestCampaignLives = CampaignLives.TestCase
TestCampaignLives.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
