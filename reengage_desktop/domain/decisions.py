"""Who gets which automatic message, and why not: the rules in one place, pure, for one customer at a time.

`engine.selecting` gathers `Facts` for many customers with a few queries and asks `decide`; `explain` asks the same
rules and adds the sentences. Nothing here knows where the facts come from.
"""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from reengage_desktop.domain.findings import Finding
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName, Reason

BEST_FIRST: tuple[CampaignType, ...] = tuple(CampaignType)
"""The five automatic types in the order in which the best one is chosen (A3)."""


@dataclass(frozen=True, slots=True)
class Check:
    """One rule and how it came out for a customer, with its figures.

    `rule` is the reason word where the rule can stand in the way, else the campaign type that was weighed. `passed` is
    None where the rule was not asked or did not matter. `detail` is the English sentence of `finding`.
    """

    rule: str
    passed: bool | None
    detail: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Evidence:
    """A product that speaks for a message: what she looked at, when, for how much, and what it costs now.

    `stock`: how many units there are, None where they are not counted.
    """

    product_id: int
    occasion: str
    price_minor: int | None = None
    seen_at: int | None = None
    was_minor: int | None = None
    stock: int | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether one channel reaches a customer: `fault` is None when it does, else why it does not."""

    channel: ChannelName
    fault: Reason | None
    address: str | None = None


@dataclass(slots=True)
class Facts:
    """What the rules know about one customer.

    Counts concern automatic messages queued since her last purchase, `lapse_number` the highest number that one of them
    bears; `capped_days` are the days of all messages sent to
    her near today; `open_occasion` is the occasion of a message that may still go out.
    """

    customer_id: int
    last_order_at: int | None
    lifetime_value_minor: int
    reaches: tuple[Reach, ...] = ()
    lapse_count: int = 0
    lapse_number: int = 0
    last_queued_on: int | None = None
    capped_days: tuple[int, ...] = ()
    open_occasion: str | None = None
    is_held_out: bool = False
    has_valid_code: bool = False
    restocked: Evidence | None = None
    cheaper: Evidence | None = None
    new_arrival_at: int | None = None
    arrivals_told_at: int | None = None


@dataclass(frozen=True)
class Policy:
    """The owner's rules as of one moment; days are ordinals, moments unix seconds. A limit of 0 is lifted.

    `inactive_before`: a last purchase before it is long enough ago (A2). `gone_before`: one before it is too long ago.
    `opens_on`: the first day from today on at which messages may go, None when none is near. `by_response`: the channel
    comes first on which she has responded before.
    """

    today: int
    enabled: bool
    inactive_before: int
    gone_before: int
    threshold_days: int
    too_long_gone_days: int
    max_per_lapse: int
    repeat_after_days: int
    cap_per_week: int
    cap_per_month: int
    holdout_percent: int
    daily_limit: int
    loyalty_min_minor: int
    channels: tuple[ChannelName, ...]
    all_channels: bool
    active: frozenset[CampaignType]
    is_test: bool = False
    import_is_writing: bool = False
    opens_on: int | None = 0
    by_response: bool = False

    def is_inactive(self, facts: Facts) -> bool:
        """Whether she has stopped buying (A2)."""
        return facts.last_order_at is not None and facts.last_order_at < self.inactive_before


@dataclass(frozen=True, slots=True)
class Choice:
    """What the rules say about one customer: a message (type, occasion, channels), or the reason why there is none."""

    facts: Facts
    campaign_type: CampaignType | None = None
    evidence: Evidence | None = None
    reaches: tuple[Reach, ...] = ()
    reason: Reason | None = None

    @property
    def occasion(self) -> str:
        """What makes this message this one: the product's change, or the n-th message of this silence."""
        return self.lapse if self.evidence is None else self.evidence.occasion

    @property
    def lapse(self) -> str:
        """That she is silent since that purchase, and which message of this silence it would be."""
        return f"lapse:{self.facts.last_order_at}:{self.facts.lapse_number + 1}"


@dataclass(frozen=True)
class Decision:
    """Whether one customer would get a message now, every check in order, and when one is next possible.

    `next_possible_on` is None when no date alone would change the answer.
    """

    customer_id: int
    campaign_type: CampaignType | None
    channel: ChannelName | None
    checks: tuple[Check, ...] = field(default=())
    reason: Reason | None = None
    next_possible_on: date | None = None


def has_bought(facts: Facts, _policy: Policy) -> bool:
    """Who never bought can't have stopped."""
    return facts.last_order_at is not None


def is_not_too_long_gone(facts: Facts, policy: Policy) -> bool:
    """Her last purchase is within `too_long_gone_days`."""
    return not policy.gone_before or (facts.last_order_at or 0) >= policy.gone_before


def is_under_lapse_limit(facts: Facts, policy: Policy) -> bool:
    """She got fewer than `max_per_lapse` messages since her last purchase."""
    return not policy.max_per_lapse or facts.lapse_count < policy.max_per_lapse


def is_repeat_allowed(facts: Facts, policy: Policy) -> bool:
    """The message before was queued at least `repeat_after_days` ago."""
    return facts.last_queued_on is None or facts.last_queued_on + policy.repeat_after_days <= policy.today


def has_nothing_waiting(facts: Facts, _policy: Policy) -> bool:
    """No other message to her may still go out."""
    return facts.open_occasion is None


def is_under_week_cap(facts: Facts, policy: Policy) -> bool:
    """She got fewer than `cap_per_week` messages in 7 days (A5)."""
    return count_near(facts.capped_days, policy.today, 7) < policy.cap_per_week


def is_under_month_cap(facts: Facts, policy: Policy) -> bool:
    """She got fewer than `cap_per_month` messages in 30 days (A5)."""
    return count_near(facts.capped_days, policy.today, 30) < policy.cap_per_month


def is_allowed_day(_facts: Facts, policy: Policy) -> bool:
    """Today is a day on which the owner lets messages go."""
    return policy.opens_on is not None and policy.opens_on <= policy.today


def is_not_held_out(facts: Facts, _policy: Policy) -> bool:
    """She is not in the control group."""
    return not facts.is_held_out


Rule = Callable[[Facts, Policy], bool]

LAPSE_RULES: tuple[tuple[Reason, Rule], ...] = (
    (Reason.SWITCHED_OFF, lambda _facts, policy: policy.enabled),
    (Reason.IMPORT_RUNNING, lambda _facts, policy: not policy.import_is_writing),
    (Reason.NEVER_BOUGHT, has_bought),
    (Reason.NOT_INACTIVE_ENOUGH, lambda facts, policy: policy.is_inactive(facts)),
    (Reason.TOO_LONG_GONE, is_not_too_long_gone),
    (Reason.LAPSE_LIMIT, is_under_lapse_limit),
    (Reason.IN_OTHER_CAMPAIGN, has_nothing_waiting),
    (Reason.CAP_WEEK, is_under_week_cap),
    (Reason.CAP_MONTH, is_under_month_cap),
    (Reason.ALREADY_SENT, is_repeat_allowed),
    (Reason.NOT_ALLOWED_DAY, is_allowed_day),
)
"""The rules of the daily run before type and channel, in the order in which the owner reads them."""

OCCASION_RULES: tuple[tuple[Reason, Rule], ...] = (
    (Reason.SWITCHED_OFF, lambda _facts, policy: policy.enabled),
    (Reason.IMPORT_RUNNING, lambda _facts, policy: not policy.import_is_writing),
    (Reason.LAPSE_LIMIT, lambda facts, policy: not policy.is_inactive(facts) or is_under_lapse_limit(facts, policy)),
    (Reason.IN_OTHER_CAMPAIGN, has_nothing_waiting),
    (Reason.CAP_WEEK, is_under_week_cap),
    (Reason.CAP_MONTH, is_under_month_cap),
    (Reason.NOT_ALLOWED_DAY, is_allowed_day),
)
"""The rules of the hourly checks (A6, A7): whoever looked at the product may hear of it, silent or not."""


_HER_OWN = frozenset({Reason.OPTED_OUT, Reason.SUPPRESSED})


def first_fault(rules: tuple[tuple[Reason, Rule], ...], facts: Facts, policy: Policy) -> Reason | None:
    """The first rule that stands in the way, or None."""
    for reason, passes in rules:
        if not passes(facts, policy):
            return reason
    return None


def fits(campaign_type: CampaignType, facts: Facts, policy: Policy) -> bool:
    """Whether a customer's behaviour speaks for a type of message, whether or not that campaign is on."""
    if campaign_type is CampaignType.BACK_IN_STOCK:
        return facts.restocked is not None
    if campaign_type is CampaignType.PRICE_DROP:
        return facts.cheaper is not None
    if campaign_type is CampaignType.LOYALTY_REWARD:
        enough = facts.lifetime_value_minor >= policy.loyalty_min_minor > 0
        return enough and not facts.has_valid_code
    if campaign_type is CampaignType.NEW_ARRIVALS:
        return facts.new_arrival_at is not None
    return True


def best_type(facts: Facts, policy: Policy) -> CampaignType | None:
    """The first type that fits her and is switched on (A3); None when all that fit are off."""
    for campaign_type in BEST_FIRST:
        if campaign_type in policy.active and fits(campaign_type, facts, policy):
            return campaign_type
    return None


def evidence_for(campaign_type: CampaignType, facts: Facts) -> Evidence | None:
    """The product behind a back-in-stock or price-drop message."""
    if campaign_type is CampaignType.BACK_IN_STOCK:
        return facts.restocked
    return facts.cheaper if campaign_type is CampaignType.PRICE_DROP else None


def reached_by(facts: Facts, policy: Policy) -> tuple[Reach, ...]:
    """The channels that her message takes: the first that reaches her, or all of them (B4)."""
    good = tuple(reach for reach in facts.reaches if reach.fault is None)
    return good if policy.all_channels else good[:1]


def unreached_reason(facts: Facts) -> Reason:
    """Why no channel reaches her: what stands in the way on the first one that is connected."""
    faults = [reach.fault for reach in facts.reaches if reach.fault is not None]
    return next((fault for fault in faults if fault is not Reason.CHANNEL_OFF), Reason.CHANNEL_OFF)


def her_no(facts: Facts, policy: Policy) -> Reason | None:
    """That she said no herself, where nothing else reaches her: it holds whatever the limits say and comes first."""
    if reached_by(facts, policy):
        return None
    reason = unreached_reason(facts)
    return reason if reason in _HER_OWN else None


def reach_fault(facts: Facts, policy: Policy) -> Reason | None:
    """What stands in the way before her behaviour is weighed: her no, a rule of the daily run, that nothing reaches."""
    reason = her_no(facts, policy) or first_fault(LAPSE_RULES, facts, policy)
    if reason is None and not reached_by(facts, policy):
        return unreached_reason(facts)
    return reason


def decide(facts: Facts, policy: Policy) -> Choice:
    """The daily run's decision about one customer, but for the daily limit, which concerns all of them together."""
    reason = reach_fault(facts, policy)
    if reason is not None:
        return Choice(facts, reason=reason)
    campaign_type = best_type(facts, policy)
    if campaign_type is None:
        return Choice(facts, reason=Reason.SWITCHED_OFF)
    held_out = None if is_not_held_out(facts, policy) else Reason.CONTROL_GROUP
    return Choice(facts, campaign_type, evidence_for(campaign_type, facts), reached_by(facts, policy), held_out)


OUR_DOING = frozenset(
    {Reason.LAPSE_LIMIT, Reason.IN_OTHER_CAMPAIGN, Reason.CAP_WEEK, Reason.CAP_MONTH, Reason.ALREADY_SENT}
)
"""What stands in the way because of other messages to her: whoever is left alone on purpose does not meet it."""


def decide_unwritten(facts: Facts, policy: Policy) -> Choice:
    """The same decision as if no message had gone to her and none waited."""
    return decide(replace(facts, lapse_count=0, last_queued_on=None, capped_days=(), open_occasion=None), policy)


def is_newly_due(choice: Choice, policy: Policy) -> bool:
    """Whether the comparison with the control group has to know of her: due, but for other messages, the first time."""
    if not policy.holdout_percent or choice.facts.lapse_number:
        return False
    return choice.reason in OUR_DOING and decide_unwritten(choice.facts, policy).campaign_type is not None


def decide_occasion(facts: Facts, policy: Policy, campaign_type: CampaignType, evidence: Evidence) -> Choice:
    """An hourly check's decision about one person who looked at a product."""
    reason = her_no(facts, policy) or first_fault(OCCASION_RULES, facts, policy)
    if reason is Reason.IN_OTHER_CAMPAIGN and facts.open_occasion == evidence.occasion:
        reason = Reason.ALREADY_SENT
    if reason is None and campaign_type not in policy.active:
        reason = Reason.SWITCHED_OFF
    if reason is None and not reached_by(facts, policy):
        reason = unreached_reason(facts)
    if reason is None and not is_not_held_out(facts, policy):
        reason = Reason.CONTROL_GROUP
    return Choice(facts, campaign_type, evidence, reached_by(facts, policy), reason)


def count_near(days: tuple[int, ...], today: int, span: int) -> int:
    """How many of these days lie within `span` days of today, on either side: the clock may have been moved."""
    if not days:
        return 0
    return sum(1 for day in days if today - span < day < today + span)


def cap_frees_on(facts: Facts, policy: Policy) -> int:
    """The first day on which neither cap stands in the way, today included."""
    day = policy.today
    for span, most in ((7, policy.cap_per_week), (30, policy.cap_per_month)):
        near = sorted(each for each in facts.capped_days if policy.today - span < each < policy.today + span)
        if len(near) >= most:
            day = max(day, near[len(near) - most] + span)
    return day


_NEVER_BY_ITSELF = frozenset(
    {
        Reason.LAPSE_LIMIT,
        Reason.TOO_LONG_GONE,
        Reason.NO_CONSENT,
        Reason.OPTED_OUT,
        Reason.NO_ADDRESS,
        Reason.ADDRESS_INVALID,
        Reason.ADDRESS_SHARED,
        Reason.BOUNCED,
        Reason.SUPPRESSED,
        Reason.NOT_ALLOWED_BY_LAW,
        Reason.CONTROL_GROUP,
    }
)


def next_look_on(choice: Choice, policy: Policy) -> int | None:
    """The day from which the daily run looks at a customer again after it decided; None: only when her facts change.

    0 means that she stays due: an owner's switch or tomorrow's limit can change the answer at any time.
    """
    if choice.reason is None:
        return policy.today + policy.repeat_after_days
    if choice.reason in _NEVER_BY_ITSELF:
        return None
    if choice.reason in {Reason.CAP_WEEK, Reason.CAP_MONTH}:
        return cap_frees_on(choice.facts, policy)
    if choice.reason is Reason.ALREADY_SENT and choice.facts.last_queued_on is not None:
        return choice.facts.last_queued_on + policy.repeat_after_days
    return 0


def holdout_number(salt: bytes, customer_id: int) -> int:
    """A customer's fixed place among 0 to 99: below `holdout_percent` she belongs to the control group for good."""
    digest = hmac.digest(salt, b"holdout:%d" % customer_id, hashlib.sha256)
    return int.from_bytes(digest[:8], "big") % 100
