"""Says for one customer every check of the daily run in order, with its figures: "would she get a message today?"."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from reengage_desktop.domain import decisions
from reengage_desktop.domain.decisions import BEST_FIRST, Check, Choice, Decision, Evidence, Facts, Policy, Reach
from reengage_desktop.domain.moments import days_between, from_stamp, local_day
from reengage_desktop.domain.money import Money
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import REASON_SENTENCES, CampaignType, ChannelName, Reason
from reengage_desktop.engine.composing import CannotCompose, Matter, MissingField, Writer
from reengage_desktop.engine.selecting.selector import Allotment, Availability, Selector
from reengage_desktop.store import customers, tastes
from reengage_desktop.store.customers import CustomerNotFound
from reengage_desktop.store.database import Database

CHANNEL_WORDS = {
    ChannelName.EMAIL: "E-mail",
    ChannelName.SMS: "SMS",
    ChannelName.WHATSAPP: "WhatsApp",
    ChannelName.CALL: "Call",
    ChannelName.WALLET: "Wallet pass",
    ChannelName.PUSH: "Push message",
}
TYPE_WORDS = {
    CampaignType.BACK_IN_STOCK: "Back in stock",
    CampaignType.PRICE_DROP: "Price drop",
    CampaignType.LOYALTY_REWARD: "Loyalty reward",
    CampaignType.NEW_ARRIVALS: "New arrivals",
    CampaignType.WE_MISS_YOU: "We miss you",
}


_FOR_EVERYBODY = frozenset({Reason.SWITCHED_OFF, Reason.IMPORT_RUNNING, Reason.NEVER_BOUGHT, Reason.NOT_ALLOWED_DAY})


def explain(db: Database, customer_id: int, settings: Settings, availability: Availability, now: datetime) -> Decision:
    """Whether a customer would get a message from the daily run at this moment, and every check that says so.

    Raises CustomerNotFound for somebody who was merged away, erased or never there.
    """
    with db.snapshot():
        selector = Selector.of(db, settings, availability, now)
        facts = selector.facts([customer_id]).get(customer_id)
        if facts is None:
            raise CustomerNotFound(f"There is no customer number {customer_id}.")
        selector.weigh([facts])
        choice = _in_turn(selector, decisions.decide(facts, selector.policy))
        fault = _text_fault(selector, choice)
        if fault is not None:
            choice = replace(choice, reason=Reason.TEMPLATE_MISSING_FIELD)
        return _told(selector, choice, fault)


def _in_turn(selector: Selector, choice: Choice) -> Choice:
    """The choice as today's limit and the units in stock leave it, after everybody who stands before her in line."""
    if choice.reason is not None:
        return choice
    ids = selector.due_ids()
    customer_id = choice.facts.customer_id
    # Who is not due today although nothing stands in her way would be the last one to be taken.
    before = ids[: ids.index(customer_id)] if customer_id in ids else ids
    allotment = Allotment(selector)
    if allotment.room is None and choice.campaign_type is not CampaignType.BACK_IN_STOCK:
        return choice
    if allotment.room is None or len(before) >= allotment.room or choice.campaign_type is CampaignType.BACK_IN_STOCK:
        # Whoever stands before her is taken to lack no field of the template.
        for each in selector.decide(before):
            if allotment.room == 0:
                break
            allotment.admit(each)
    return allotment.admit(choice)


def _text_fault(selector: Selector, choice: Choice) -> str | None:
    """What her message can't be written for, on any of its channels; None when it can."""
    if choice.reason is not None or choice.campaign_type is None:
        return None
    writer = Writer(selector.db, selector.settings, selector.now)
    customer = customers.get(selector.db, choice.facts.customer_id)
    fault: str | None = None
    for reach in choice.reaches:
        try:
            code = writer.code_for(customer, choice.campaign_type, [reach.channel])
            writer.write(customer, choice.campaign_type, reach.channel, Matter(choice.evidence, code))
            return None
        except (MissingField, CannotCompose) as each:
            fault = str(each)
    return fault


def _told(selector: Selector, choice: Choice, text_fault: str | None) -> Decision:
    facts, policy = choice.facts, selector.policy
    checks = [*_rule_checks(selector, facts), *_channel_checks(selector, facts), *_type_checks(selector, choice)]
    if facts.last_order_at is not None:
        checks += [_holdout_check(choice, policy), _limit_check(selector, choice), _text_check(choice, text_fault)]
    chosen = choice.reason is None
    return Decision(
        customer_id=facts.customer_id,
        campaign_type=choice.campaign_type if chosen else None,
        channel=choice.reaches[0].channel if chosen else None,
        checks=tuple(checks),
        reason=choice.reason,
        next_possible_on=_next_possible(selector, choice, checks),
    )


def _rule_checks(selector: Selector, facts: Facts) -> list[Check]:
    checks = []
    for reason, passes in decisions.LAPSE_RULES:
        if facts.last_order_at is None and reason not in _FOR_EVERYBODY:
            checks.append(Check(reason, None, "Does not concern somebody who never bought."))
            continue
        checks.append(Check(reason, passes(facts, selector.policy), _DETAILS[reason](selector, facts)))
    return checks


def _switch(selector: Selector, _facts: Facts) -> str:
    return f"Automatic messages are switched {'on' if selector.policy.enabled else 'off'}."


def _import(selector: Selector, _facts: Facts) -> str:
    return "A file is just being imported." if selector.policy.import_is_writing else "No file is being imported."


def _bought(selector: Selector, facts: Facts) -> str:
    if facts.last_order_at is None:
        return "She has never bought."
    return f"Last purchase on {_day(selector.settings, facts.last_order_at)}."


def _silence(selector: Selector, facts: Facts) -> str:
    return (
        f"Last purchase {_ago(selector, facts)}; from {selector.policy.threshold_days} days on she "
        "counts as somebody who stopped buying."
    )


def _gone(selector: Selector, facts: Facts) -> str:
    limit = selector.policy.too_long_gone_days
    if not limit:
        return "There is no limit to how long ago the last purchase may be."
    return f"Last purchase {_ago(selector, facts)}; at most {limit} days."


def _lapse(selector: Selector, facts: Facts) -> str:
    limit = selector.policy.max_per_lapse
    return f"{_messages(facts.lapse_count)} since the last purchase; {f'at most {limit}' if limit else 'no limit'}."


def _waiting(_selector: Selector, facts: Facts) -> str:
    return "No other message waits." if facts.open_occasion is None else "Another message to her is still waiting."


def _week(selector: Selector, facts: Facts) -> str:
    return _cap(facts, selector.policy, 7, selector.policy.cap_per_week)


def _month(selector: Selector, facts: Facts) -> str:
    return _cap(facts, selector.policy, 30, selector.policy.cap_per_month)


def _cap(facts: Facts, policy: Policy, span: int, most: int) -> str:
    count = decisions.count_near(facts.capped_days, policy.today, span)
    return f"{_messages(count)} in {span} days; at most {most}."


def _repeat(selector: Selector, facts: Facts) -> str:
    pause = selector.policy.repeat_after_days
    if facts.last_queued_on is None:
        return "No message since the last purchase."
    ago = _days_ago(selector.policy.today - facts.last_queued_on)
    return f"The last message was queued {ago}; the next one follows after {pause} days."


def _allowed_day(selector: Selector, _facts: Facts) -> str:
    opens_on = selector.policy.opens_on
    if opens_on is None:
        return "You let messages go on no day."
    if opens_on == selector.policy.today:
        return "Today is a day on which you let messages go."
    return f"You let no messages go today; the next day is {date.fromordinal(opens_on).isoformat()}."


_DETAILS: dict[Reason, Callable[[Selector, Facts], str]] = {
    Reason.SWITCHED_OFF: _switch,
    Reason.IMPORT_RUNNING: _import,
    Reason.NEVER_BOUGHT: _bought,
    Reason.NOT_INACTIVE_ENOUGH: _silence,
    Reason.TOO_LONG_GONE: _gone,
    Reason.LAPSE_LIMIT: _lapse,
    Reason.IN_OTHER_CAMPAIGN: _waiting,
    Reason.CAP_WEEK: _week,
    Reason.CAP_MONTH: _month,
    Reason.ALREADY_SENT: _repeat,
    Reason.NOT_ALLOWED_DAY: _allowed_day,
}


def _ago(selector: Selector, facts: Facts) -> str:
    return _days_ago(days_between(from_stamp(facts.last_order_at or 0), selector.now, selector.settings.zone))


def _days_ago(days: int) -> str:
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def _messages(count: int) -> str:
    return f"{count} message" if count == 1 else f"{count} messages"


def _day(settings: Settings, moment: int) -> str:
    return local_day(from_stamp(moment), settings.zone).isoformat()


def _channel_checks(selector: Selector, facts: Facts) -> list[Check]:
    """One check for each of the owner's channels; one that is passed over for another matters no more."""
    if not facts.reaches:
        return [Check(Reason.CHANNEL_OFF, False, "No channel is chosen for automatic messages.")]  # noqa: FBT003
    taken = decisions.reached_by(facts, selector.policy)
    return [_channel_check(selector, reach, taken) for reach in facts.reaches]


def _channel_check(selector: Selector, reach: Reach, taken: tuple[Reach, ...]) -> Check:
    word = CHANNEL_WORDS[reach.channel]
    if reach.fault is None:
        if reach in taken:
            return Check(Reason.NO_CONSENT, True, f"{word}: she agreed, and {reach.address} can be reached.")  # noqa: FBT003
        return Check(Reason.NO_CONSENT, None, f"{word}: not needed, an earlier channel reaches her.")
    detail = REASON_SENTENCES[reach.fault]
    state = selector.availability.get(reach.channel)
    if reach.fault is Reason.CHANNEL_OFF and state is not None and state.detail:
        detail = state.detail
    return Check(reach.fault, None if taken else False, f"{word}: {detail}")


def _type_checks(selector: Selector, choice: Choice) -> list[Check]:
    """How each type was weighed; where everything that fits is off, that is what stands in the way."""
    facts, policy = choice.facts, selector.policy
    best = decisions.best_type(facts, policy)
    checks = []
    for campaign_type in BEST_FIRST:
        detail = f"{TYPE_WORDS[campaign_type]}: {_type_detail(selector, campaign_type, facts)}"
        if campaign_type not in policy.active:
            detail += " This campaign is switched off."
        checks.append(Check(campaign_type, True if campaign_type is best else None, detail))
    if best is None:
        checks.append(Check(Reason.SWITCHED_OFF, False, "Every campaign that fits her is switched off."))  # noqa: FBT003
    return checks


def _type_detail(selector: Selector, campaign_type: CampaignType, facts: Facts) -> str:
    evidence = decisions.evidence_for(campaign_type, facts)
    if campaign_type is CampaignType.BACK_IN_STOCK:
        return "nothing she missed has come back." if evidence is None else f"{_name(selector, evidence)} is back."
    if campaign_type is CampaignType.PRICE_DROP:
        return "nothing she looked at got cheaper." if evidence is None else _drop(selector, evidence)
    if campaign_type is CampaignType.LOYALTY_REWARD:
        return _loyalty_detail(selector, facts)
    if campaign_type is CampaignType.NEW_ARRIVALS:
        found = facts.new_arrival_at
        return (
            "nothing new in the categories she buys from."
            if found is None
            else f"new products in her categories, the latest of {_day(selector.settings, found)}."
        )
    return "fits everybody who stopped buying."


def _name(selector: Selector, evidence: Evidence) -> str:
    product = tastes.find_product(selector.db, evidence.product_id)
    return "A product that she missed" if product is None or not product.name else f"“{product.name}”"


def _drop(selector: Selector, evidence: Evidence) -> str:
    currency = selector.settings.currency
    prices = f"{Money(evidence.was_minor or 0, currency)} to {Money(evidence.price_minor or 0, currency)}"
    return f"{_name(selector, evidence)} went from {prices}."


def _loyalty_detail(selector: Selector, facts: Facts) -> str:
    least, currency = selector.policy.loyalty_min_minor, selector.settings.currency
    if least <= 0:
        return "no lifetime value is set from which it applies."
    figures = f"lifetime value {Money(facts.lifetime_value_minor, currency)}, needed {Money(least, currency)}"
    return f"{figures}; she holds a code that is still good." if facts.has_valid_code else f"{figures}."


def _holdout_check(choice: Choice, policy: Policy) -> Check:
    held = choice.facts.is_held_out
    if not policy.holdout_percent:
        return Check(Reason.CONTROL_GROUP, True, "There is no control group.")  # noqa: FBT003
    place = "belongs" if held else "does not belong"
    return Check(
        Reason.CONTROL_GROUP, not held, f"She {place} to the {policy.holdout_percent} % who are never written to."
    )


def _limit_check(selector: Selector, choice: Choice) -> Check:
    limit, room = selector.policy.daily_limit, selector.room()
    if room is None:
        return Check(Reason.DAILY_LIMIT, True, "There is no limit for a day.")  # noqa: FBT003
    figures = f"{limit - room} of {limit} automatic messages were queued today"
    if choice.reason is Reason.DAILY_LIMIT:
        return Check(Reason.DAILY_LIMIT, False, f"{figures}; others come before her.")  # noqa: FBT003
    return Check(Reason.DAILY_LIMIT, True if choice.reason is None else None, f"{figures}.")


def _text_check(choice: Choice, fault: str | None) -> Check:
    if fault is not None:
        return Check(Reason.TEMPLATE_MISSING_FIELD, False, fault)  # noqa: FBT003
    asked = True if choice.reason is None else None
    detail = "Every field of the template is filled." if asked else "Asked once everything else allows a message."
    return Check(Reason.TEMPLATE_MISSING_FIELD, asked, detail)


def _next_possible(selector: Selector, choice: Choice, checks: list[Check]) -> date | None:
    """The first day on which nothing that is dated stands in the way; None when something undated does."""
    policy, facts = selector.policy, choice.facts
    failed = {check.rule for check in checks if check.passed is False}
    dated: dict[str, int] = {
        Reason.CAP_WEEK: decisions.cap_frees_on(facts, policy),
        Reason.CAP_MONTH: decisions.cap_frees_on(facts, policy),
        Reason.DAILY_LIMIT: policy.today + 1,
    }
    if policy.opens_on is not None:
        dated[Reason.NOT_ALLOWED_DAY] = policy.opens_on
    if facts.last_order_at is not None:
        silent_from = local_day(from_stamp(facts.last_order_at), selector.settings.zone).toordinal()
        dated[Reason.NOT_INACTIVE_ENOUGH] = min(silent_from, policy.today) + policy.threshold_days
    if facts.last_queued_on is not None:
        dated[Reason.ALREADY_SENT] = facts.last_queued_on + policy.repeat_after_days
    if failed - dated.keys():
        return None
    return date.fromordinal(max((dated[rule] for rule in failed), default=policy.today))
