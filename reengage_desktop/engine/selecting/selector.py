"""Chooses who gets which automatic message (A1 to A3, B4): reads facts for many at once, decides by domain.decisions.

Before it `store.facts` kept every customer's figures; after it `engine.composing` writes and `engine.queueing` queues.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from reengage_desktop.channels.protocol import ChannelState
from reengage_desktop.domain import decisions
from reengage_desktop.domain.allowed_days import AllowedDays
from reengage_desktop.domain.customers import ADDRESS_KINDS
from reengage_desktop.domain.decisions import Choice, Evidence, Facts, Policy, Reach
from reengage_desktop.domain.moments import day_number, from_stamp, stamp, start_of_day
from reengage_desktop.domain.money import to_minor
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName, Reason
from reengage_desktop.store import falls, imports, selection
from reengage_desktop.store.database import Database, Row
from reengage_desktop.store.suppressions import address_salt

_LONGEST_CAP_DAYS = 31

Availability = Mapping[ChannelName, ChannelState]

_STATE_FAULTS = {
    "bounced": Reason.BOUNCED,
    "invalid": Reason.ADDRESS_INVALID,
    "shared": Reason.ADDRESS_SHARED,
}


@dataclass
class Choices:
    """The daily run's decisions: `chosen` in the order in which the daily limit serves them, `skipped` with a reason.

    `total` counts everybody who was due; who exceeds the daily limit is among the skipped.
    """

    total: int = 0
    chosen: list[Choice] = field(default_factory=list)
    skipped: list[Choice] = field(default_factory=list)

    def add(self, choice: Choice) -> None:
        """Puts a decision where it belongs."""
        (self.chosen if choice.reason is None else self.skipped).append(choice)


def policy_of(db: Database, settings: Settings, now: datetime) -> Policy:
    """The owner's rules as of now."""
    zone, today = settings.zone, day_number(now, settings.zone)
    threshold = settings.whole("reengagement.inactivity_threshold")
    gone = settings.whole("reengagement.too_long_gone_days")
    campaigns = selection.automatic_campaigns(db)
    return Policy(
        today=today,
        enabled=settings.is_on("reengagement.enabled"),
        inactive_before=stamp(start_of_day(date.fromordinal(today - threshold + 1), zone)),
        gone_before=stamp(start_of_day(date.fromordinal(today - gone), zone)) if gone else 0,
        threshold_days=threshold,
        too_long_gone_days=gone,
        max_per_lapse=settings.whole("reengagement.max_per_lapse"),
        repeat_after_days=settings.whole("reengagement.repeat_after_days"),
        cap_per_week=settings.whole("reengagement.cap_per_week"),
        cap_per_month=settings.whole("reengagement.cap_per_month"),
        holdout_percent=settings.whole("reengagement.holdout_percent"),
        daily_limit=settings.whole("reengagement.daily_limit"),
        loyalty_min_minor=to_minor(settings.amount("reengagement.loyalty_min_ltv"), settings.currency),
        channels=settings.channels,
        all_channels=settings.text("reengagement.channel_mode") == "all",
        by_response=settings.text("reengagement.channel_mode") == "best",
        active=frozenset(kind for kind, (_, status) in campaigns.items() if status == "active"),
        is_test=settings.is_on("sending.test_mode"),
        import_is_writing=imports.is_writing(db),
        opens_on=_opens_on(settings, today),
    )


def _opens_on(settings: Settings, today: int) -> int | None:
    day = AllowedDays.of(settings).next_allowed(date.fromordinal(today))
    return None if day is None else day.toordinal()


@dataclass(frozen=True)
class Selector:
    """The shop as of one moment, ready to be asked about customers."""

    db: Database
    settings: Settings
    availability: Availability
    now: datetime
    policy: Policy

    @classmethod
    def of(cls, db: Database, settings: Settings, availability: Availability, now: datetime) -> "Selector":
        """A selector with the owner's rules as of now."""
        return cls(db, settings, availability, now, policy_of(db, settings, now))

    def room(self) -> int | None:
        """How many automatic messages may still be queued today; None when there is no limit."""
        if not self.policy.daily_limit:
            return None
        queued = selection.queued_today(self.db, self.policy.today, is_test=self.policy.is_test)
        return max(0, self.policy.daily_limit - queued)

    def due_ids(self) -> list[int]:
        """Everybody whom the daily run looks at today, in the order in which the daily limit serves them."""
        return selection.due_ids(self.db, self.policy.today, self.policy.inactive_before)

    def decide(self, ids: Sequence[int]) -> Iterator[Choice]:
        """The decision about each of these customers, in their order, whether or not they are due."""
        for some in selection.chunks(ids):
            facts = self.facts(some)
            promising = [each for each in facts.values() if self._is_promising(each)]
            self.weigh(promising)
            for customer_id in some:
                if customer_id in facts:
                    yield decisions.decide(facts[customer_id], self.policy)

    def _is_promising(self, facts: Facts) -> bool:
        """Whether her behaviour matters to the decision, or to the comparison with the control group."""
        reason = decisions.reach_fault(facts, self.policy)
        return reason is None or (bool(self.policy.holdout_percent) and reason in decisions.OUR_DOING)

    def facts(self, ids: Sequence[int]) -> dict[int, Facts]:
        """What the rules before type and occasion ask about; who was merged away or erased is left out."""
        policy = self.policy
        rows = selection.people(self.db, ids, policy.channels)
        reaches = self._reaches(rows)
        if policy.by_response:
            reaches = self._by_response(reaches)
        facts = {row[0]: Facts(row[0], row[1], row[2], reaches[row[0]]) for row in rows}
        messages = selection.messages_of(self.db, ids, is_test=policy.is_test)
        for customer_id, (count, number, queued_on, told_at, occasion) in messages.items():
            if customer_id in facts:
                each = facts[customer_id]
                each.lapse_count, each.lapse_number = count, number
                each.last_queued_on, each.arrivals_told_at, each.open_occasion = queued_on, told_at, occasion
        if not policy.is_test:
            for customer_id, days in selection.capped_days(self.db, ids, policy.today).items():
                if customer_id in facts:
                    facts[customer_id].capped_days = days
        self._add_neighbours(facts)
        return facts

    def _add_neighbours(self, facts: Mapping[int, Facts]) -> None:
        """What goes to the same address for another customer counts like her own (A5): one telephone is one person.

        With all channels at once each is an address of its own; then the queue decides on each.
        """
        if self.policy.all_channels:
            return
        sharing: dict[str, list[Facts]] = {}
        for each in facts.values():
            for reach in decisions.reached_by(each, self.policy):
                sharing.setdefault(reach.address or "", []).append(each)
        since = stamp(self.now - timedelta(days=_LONGEST_CAP_DAYS))
        rows = selection.shared_addresses(self.db, list(sharing), since, is_test=self.policy.is_test)
        for address, customer_id, occasion, claimed_at in rows:
            for each in sharing[address]:
                if each.customer_id == customer_id:
                    continue
                if occasion is not None:
                    each.open_occasion = each.open_occasion or f"another customer's {occasion}"
                if claimed_at is not None:
                    each.capped_days += (day_number(from_stamp(claimed_at), self.settings.zone),)

    def weigh(self, people: Sequence[Facts]) -> None:
        """Adds what their behaviour speaks for: products that changed, arrivals, codes they hold, the control group."""
        db, policy, moment = self.db, self.policy, stamp(self.now)
        facts = {each.customer_id: each for each in people}
        if not facts:
            return
        ids = list(facts)
        # The last one wins: she is told about the product that she looked at last.
        for customer_id, evidence in selection.restocked(db, ids, is_test=policy.is_test):
            left = self.units_left(evidence)
            if left is None or left > 0:
                facts[customer_id].restocked = evidence
        percent = self.settings.whole("reengagement.price_drop_percent")
        for customer_id, evidence in selection.cheaper(db, percent, ids, is_test=policy.is_test):
            facts[customer_id].cheaper = evidence
        if policy.loyalty_min_minor > 0:
            for customer_id in selection.holders_of_codes(db, ids, moment, is_test=policy.is_test):
                facts[customer_id].has_valid_code = True
        for customer_id, arrived_at in selection.new_arrivals(db, ids, moment).items():
            each = facts[customer_id]
            if arrived_at > max(each.last_order_at or 0, each.arrivals_told_at or 0):
                each.new_arrival_at = arrived_at
        self.hold_out(people)

    def hold_out(self, people: Sequence[Facts]) -> None:
        """Finds out who belongs to the control group."""
        if not self.policy.holdout_percent:
            return
        salt = address_salt(self.db)
        for each in people:
            each.is_held_out = decisions.holdout_number(salt, each.customer_id) < self.policy.holdout_percent

    def units_left(self, evidence: Evidence) -> int | None:
        """How many more people may hear of this return of a product; None when its stock is not counted."""
        if evidence.stock is None:
            return None
        return evidence.stock - self._units_taken.get(evidence.occasion, 0)

    @cached_property
    def _units_taken(self) -> dict[str, int]:
        return selection.units_taken(self.db, is_test=self.policy.is_test)

    def _by_response(self, reaches: Mapping[int, tuple[Reach, ...]]) -> dict[int, tuple[Reach, ...]]:
        """The same with the channels first on which each customer has responded before."""
        responses = falls.count_responses(self.db, reaches)
        ranked: dict[int, tuple[Reach, ...]] = {}
        for customer_id, known in reaches.items():
            by_channel = {reach.channel: reach for reach in known}
            order = falls.rank(list(by_channel), customer_id, responses)
            ranked[customer_id] = tuple(by_channel[channel] for channel in order)
        return ranked

    def _reaches(self, rows: Sequence[Row]) -> dict[int, tuple[Reach, ...]]:
        """For every customer each of the owner's channels, and what stands in the way on it."""
        channels = self.policy.channels
        found = {
            row[0]: [self._reach(channel, row[3 + 3 * n : 6 + 3 * n]) for n, channel in enumerate(channels)]
            for row in rows
        }
        good = {
            (ADDRESS_KINDS[reach.channel], reach.address)
            for reaches in found.values()
            for reach in reaches
            if reach.fault is None and reach.address
        }
        refused = selection.suppressed(self.db, good)
        return {
            customer_id: tuple(_unless_suppressed(reach, refused) for reach in reaches) if refused else tuple(reaches)
            for customer_id, reaches in found.items()
        }

    def _reach(self, channel: ChannelName, cells: Sequence[object]) -> Reach:
        consent, address, state = cells
        text = None if address is None else str(address)
        available = self.availability.get(channel)
        fault: Reason | None = None
        if available is None or not available.configured:
            fault = Reason.CHANNEL_OFF
        elif consent != 1:
            fault = Reason.NO_CONSENT if consent is None else Reason.OPTED_OUT
        elif not text:
            fault = Reason.NO_ADDRESS
        elif state is not None:
            fault = _STATE_FAULTS.get(str(state), Reason.ADDRESS_INVALID)
        elif available.blocked_prefixes and text.startswith(available.blocked_prefixes):
            fault = Reason.NOT_ALLOWED_BY_LAW
        return Reach(channel, fault, text)


def _unless_suppressed(reach: Reach, refused: Mapping[tuple[str, str], frozenset[str]]) -> Reach:
    if reach.fault is not None or reach.address is None:
        return reach
    channels = refused.get((ADDRESS_KINDS[reach.channel], reach.address), frozenset())
    if channels & {"", str(reach.channel)}:
        return Reach(reach.channel, Reason.SUPPRESSED, reach.address)
    return reach


class Allotment:
    """Today's messages and the units in stock, handed out to customers in the order in which they stand in line.

    `told`: who has got hers; nobody gets a second one.
    """

    def __init__(self, selector: Selector) -> None:
        self._selector = selector
        self.room = selector.room()
        self.told: set[int] = set()
        self._units: dict[str, int | None] = {}

    def admit(self, choice: Choice) -> Choice:
        """The choice as what is left allows it: a further reason, or another type where the units are promised."""
        if self.room == 0 and decisions.is_newly_due(choice, self._selector.policy):
            choice = _refused(choice, Reason.DAILY_LIMIT)  # in the same line too
        choice = self._unless_full(choice)
        if choice.reason is None and not self.take_unit(choice):
            choice.facts.restocked = None
            choice = decisions.decide(choice.facts, self._selector.policy)
        return self._hand_out(choice)

    def admit_occasion(self, choice: Choice) -> Choice:
        """The same for an hourly check, where there is no other type to fall back to."""
        choice = self._unless_full(choice)
        if choice.reason is None and not self.take_unit(choice):
            choice = _refused(choice, Reason.OUT_OF_UNITS)
        return self._hand_out(choice)

    def give_back(self, choice: Choice) -> None:
        """Takes back what an admitted customer got, because no message came of it."""
        self.told.discard(choice.facts.customer_id)
        if self.room is not None:
            self.room += 1
        left = self._units.get(choice.occasion)
        if left is not None:
            self._units[choice.occasion] = left + 1

    def take_unit(self, choice: Choice) -> bool:
        """Keeps one unit of a product that is back for this customer; False when all of them are promised."""
        evidence = choice.evidence
        if choice.campaign_type is not CampaignType.BACK_IN_STOCK or evidence is None:
            return True
        if evidence.occasion not in self._units:
            self._units[evidence.occasion] = self._selector.units_left(evidence)
        left = self._units[evidence.occasion]
        if left is not None and left > 0:
            self._units[evidence.occasion] = left - 1
        return left is None or left > 0

    def _unless_full(self, choice: Choice) -> Choice:
        if choice.reason is Reason.CONTROL_GROUP and self.room == 0:
            # she stands in the same line: counted from an earlier day than who is written to, she had longer to return
            return _refused(choice, Reason.DAILY_LIMIT)
        if choice.reason is not None:
            return choice
        if choice.facts.customer_id in self.told:
            return _refused(choice, Reason.IN_OTHER_CAMPAIGN)
        return _refused(choice, Reason.DAILY_LIMIT) if self.room == 0 else choice

    def _hand_out(self, choice: Choice) -> Choice:
        if choice.reason is None:
            self.told.add(choice.facts.customer_id)
            if self.room is not None:
                self.room -= 1
        return choice


def _refused(choice: Choice, reason: Reason) -> Choice:
    return Choice(choice.facts, choice.campaign_type, choice.evidence, choice.reaches, reason)


def recent_days(policy: Policy, settings: Settings) -> list[tuple[int, int]]:
    """For each day too recent to have stopped buying, latest first: its first moment and the day to look again."""
    zone, threshold = settings.zone, policy.threshold_days
    return [
        (stamp(start_of_day(date.fromordinal(day), zone)), day + threshold)
        for day in range(policy.today, policy.today - threshold, -1)
    ]


def put_days_right(db: Database, settings: Settings, now: datetime) -> None:
    """Gives those who are due but bought too recently the day on which they will have stopped buying."""
    policy = policy_of(db, settings, now)
    if selection.has_misdated(db, policy.today, policy.inactive_before):
        selection.redate(db, policy.today, recent_days(policy, settings))
