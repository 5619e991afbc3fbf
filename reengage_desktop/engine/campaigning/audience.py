"""Whom an owner's campaign reaches now and whom not, and why (C4): the same answer for the last look and the start.

Reads customers, consents, caps and the outbox; writes nothing. `starting` queues what is prepared here, `reviewing`
counts it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reengage_desktop.domain.campaign_plans import CampaignPlan
from reengage_desktop.domain.decisions import Facts, Reach, is_under_month_cap, is_under_week_cap, unreached_reason
from reengage_desktop.domain.templating import MissingField
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.engine.campaigning.drafting import CUSTOMER_FAULTS
from reengage_desktop.engine.campaigning.wording import Worded, Wording
from reengage_desktop.engine.composing import CannotCompose
from reengage_desktop.engine.selecting import UNAPPROVED, Selector, is_taken, takes_any
from reengage_desktop.store import customers, matching, recipients, selection
from reengage_desktop.store.recipients import LeftOut


@dataclass(frozen=True)
class Prepared:
    """A message that is ready to be queued for somebody."""

    customer_id: int
    reach: Reach
    worded: Worded
    last_order_at: int | None


@dataclass(frozen=True)
class Chosen:
    """What becomes of a piece of the audience. `taken`: who has this message already."""

    prepared: tuple[Prepared, ...]
    left_out: tuple[LeftOut, ...]
    taken: tuple[int, ...]


class Audience:
    """The people whom a plan means, judged piece by piece; nobody's address is promised two messages."""

    def __init__(
        self,
        selector: Selector,
        plan: CampaignPlan,
        campaign_id: int | None = None,
        step: int = 0,
        *,
        is_look: bool = False,
    ) -> None:
        """`selector`: the shop as of one moment. `step`: 0 for the first message, n for the n-th further one.

        `is_look`: nothing is to be sent; what is prepared may be in somebody else's words (`Wording.weigh`).
        """
        self._db = db = selector.db
        self._settings = settings = selector.settings
        self._now = selector.now
        self._plan = plan
        self._campaign_id = campaign_id
        self._is_test = settings.is_on("sending.test_mode")
        self._addresses: set[str] = set()
        self._people = customers.get_many(db, ())
        self.wording = Wording(db, plan, settings, selector.now, "" if campaign_id is None else str(campaign_id))
        self._word = self.wording.weigh if is_look else self.wording.write
        self._number = step
        self._step = plan.steps[step - 1] if step else None
        self._channels = plan.channels if self._step is None else (self._step.channel,)
        percent = 0 if step else max(plan.holdout_percent, selector.policy.holdout_percent)
        policy = replace(selector.policy, channels=self._channels, all_channels=False, holdout_percent=percent)
        self._selector = replace(selector, policy=policy)

    def ids(self) -> list[int]:
        """Everybody whom the criteria pick now."""
        return matching.ids(self._db, self._plan.target_criteria, self._settings, self._now)

    def pieces(self) -> Iterator[Chosen]:
        """The whole audience, a few hundred people at a time."""
        for some in selection.chunks(self.ids()):
            yield self.choose(some)

    def choose(self, ids: Sequence[int]) -> Chosen:
        """What becomes of these people: a message in words for each, or the reason why there is none."""
        with self._db.snapshot():
            facts = self._selector.facts(ids)
            self._selector.hold_out(list(facts.values()))
            others, taken = self._elsewhere(ids)
            self._people = customers.get_many(self._db, [each.customer_id for each in facts.values() if _good(each)])
            prepared: list[Prepared] = []
            left_out: list[LeftOut] = []
            for customer_id, each in facts.items():
                if customer_id in taken:
                    continue
                found = self._judge(each, is_elsewhere=customer_id in others)
                if isinstance(found, Prepared):
                    prepared.append(found)
                else:
                    left_out.append(found)
        return Chosen(tuple(prepared), tuple(left_out), tuple(sorted(taken)))

    def _elsewhere(self, ids: Sequence[int]) -> tuple[set[int], set[int]]:
        """Who is in another campaign that runs, and who has this campaign's message already."""
        others, taken = set[int](), set[int]()
        if self._plan.leave_out_others and not self._number:
            others = recipients.list_in_others(self._db, self._campaign_id, ids, is_test=self._is_test)
        if self._campaign_id is not None:
            taken = recipients.list_taken(self._db, self._campaign_id, self._number, ids, is_test=self._is_test)
        return others, taken

    def _judge(self, facts: Facts, *, is_elsewhere: bool) -> Prepared | LeftOut:
        first = _good(facts)
        if first is None:
            return self._left_out(facts, unreached_reason(facts), self._channels[0])
        taken = next((reach for reach in facts.reaches if reach.fault is None and self._takes(facts, reach)), None)
        good = taken or first
        reason = self._rules(facts, good, is_elsewhere=is_elsewhere)
        if reason is not None:
            return self._left_out(facts, reason, good.channel)
        if taken is None:
            return self._left_out(facts, Reason.PROVIDER_LIMIT, good.channel, UNAPPROVED)
        try:
            worded = self._word(self._people[facts.customer_id], good.channel, self._step)
        except (MissingField, *CUSTOMER_FAULTS) as fault:
            return self._left_out(facts, Reason.TEMPLATE_MISSING_FIELD, good.channel, str(fault))
        if facts.is_held_out:  # last: who would have got no message anyway is in neither arm of the comparison
            return self._left_out(facts, Reason.CONTROL_GROUP, good.channel)
        self._addresses.add(good.address or "")
        return Prepared(facts.customer_id, good, worded, facts.last_order_at)

    def _takes(self, facts: Facts, reach: Reach) -> bool:
        """Whether a channel takes its text now: free words go on WhatsApp only to who wrote lately."""
        if takes_any(self._selector, reach):
            return True
        try:
            approved_as = self.wording.approval_of(self._people[facts.customer_id], reach.channel, self._step)
        except CannotCompose:
            return True  # writing tells the owner which text is missing
        return is_taken(self._selector, reach, approved_as)

    def _rules(self, facts: Facts, reach: Reach, *, is_elsewhere: bool) -> Reason | None:
        """The first rule that stands in the way, in the order in which the owner reads them."""
        if is_elsewhere or facts.open_occasion is not None or (reach.address and reach.address in self._addresses):
            return Reason.IN_OTHER_CAMPAIGN
        if not self._is_test and not is_under_week_cap(facts, self._selector.policy):
            return Reason.CAP_WEEK
        if not self._is_test and not is_under_month_cap(facts, self._selector.policy):
            return Reason.CAP_MONTH
        return None

    def _left_out(self, facts: Facts, reason: Reason, channel: ChannelName, detail: str | None = None) -> LeftOut:
        return LeftOut(facts.customer_id, channel, reason, detail, self._number)


def _good(facts: Facts) -> Reach | None:
    """The first way in which somebody can be reached."""
    return next((reach for reach in facts.reaches if reach.fault is None), None)
