"""Says for one customer every check in order, with its figures: "would this customer get a message today?"."""

from dataclasses import replace
from datetime import date, datetime

from reengage_desktop.domain import decisions
from reengage_desktop.domain.decisions import (
    BEST_FIRST,
    LAPSE_RULES,
    OCCASION_RULES,
    Check,
    Choice,
    Decision,
    Facts,
    Reach,
    Rule,
)
from reengage_desktop.domain.findings import Finding, Found
from reengage_desktop.domain.moments import from_stamp, local_day
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import CampaignType, Reason
from reengage_desktop.engine.composing import CannotCompose, Matter, MissingField, Writer
from reengage_desktop.engine.selecting import weighing
from reengage_desktop.engine.selecting.approvals import taken_reaches, weigh_approval
from reengage_desktop.engine.selecting.english import sentence_of
from reengage_desktop.engine.selecting.selector import Allotment, Availability, Selector
from reengage_desktop.store import customers
from reengage_desktop.store.customers import CustomerNotFound
from reengage_desktop.store.database import Database

_HOURLY = (CampaignType.BACK_IN_STOCK, CampaignType.PRICE_DROP)
_TEXT_LATER = Finding(Found.TEXT_LATER)
_TEXT_FAULTS = {
    Found.TEXT_LACKS: Reason.TEMPLATE_MISSING_FIELD,
    Found.TEXT_FAULTY: Reason.TEMPLATE_MISSING_FIELD,
    Found.TEXT_UNAPPROVED: Reason.PROVIDER_LIMIT,
}
_FOR_EVERYBODY = frozenset({Reason.SWITCHED_OFF, Reason.IMPORT_RUNNING, Reason.NEVER_BOUGHT, Reason.NOT_ALLOWED_DAY})


def explain(
    db: Database,
    customer_id: int,
    settings: Settings,
    availability: Availability,
    now: datetime,
    campaign_type: CampaignType | None = None,
) -> Decision:
    """Whether a customer would get a message at this moment, and every check that says so.

    Without a type it is the daily run that is asked; with one, whether she would get that very message: of a product
    that is back or cheaper the hourly check tells also those who still buy. Raises CustomerNotFound for somebody who
    was merged away, erased or never there.
    """
    with db.snapshot():
        selector = Selector.of(db, settings, availability, now)
        facts = selector.facts([customer_id]).get(customer_id)
        if facts is None:
            raise CustomerNotFound(f"There is no customer number {customer_id}.")
        selector.weigh([facts])
        if campaign_type in _HOURLY:
            return _explain_occasion(selector, facts, campaign_type)
        choice = _in_turn(selector, decisions.decide(facts, selector.policy))
        choice = _as_taken(selector, choice)
        text = _weigh_text(selector, choice)
        choice = replace(choice, reason=choice.reason or _TEXT_FAULTS.get(text.found))
        checks = _first_checks(selector, facts, LAPSE_RULES)
        checks += (
            _type_checks(selector, facts) if campaign_type is None else [_one_type(selector, facts, campaign_type)]
        )
        if facts.last_order_at is not None:
            checks += _last_checks(selector, choice, text)
        is_meant = campaign_type in (None, choice.campaign_type)
        return _decision(selector, choice, checks, is_chosen=choice.reason is None and is_meant)


def _explain_occasion(selector: Selector, facts: Facts, campaign_type: CampaignType) -> Decision:
    """The hourly check's answer about one product message."""
    evidence = decisions.evidence_for(campaign_type, facts)
    choice = Choice(facts, campaign_type)
    if evidence is not None:
        choice = decisions.decide_occasion(facts, selector.policy, campaign_type, evidence)
        choice = Allotment(selector).admit_occasion(choice)
    choice = _as_taken(selector, choice)
    text = _weigh_text(selector, choice) if evidence is not None else _TEXT_LATER
    choice = replace(choice, reason=choice.reason or _TEXT_FAULTS.get(text.found))
    checks = _first_checks(selector, facts, OCCASION_RULES)
    finding = weighing.weigh_type(selector, campaign_type, facts)
    checks.append(_check(campaign_type, evidence is not None and not finding.is_off, finding))
    checks += _last_checks(selector, choice, text)
    return _decision(selector, choice, checks, is_chosen=evidence is not None and choice.reason is None)


def _decision(selector: Selector, choice: Choice, checks: list[Check], *, is_chosen: bool) -> Decision:
    return Decision(
        customer_id=choice.facts.customer_id,
        campaign_type=choice.campaign_type if is_chosen else None,
        channel=choice.reaches[0].channel if is_chosen else None,
        checks=tuple(checks),
        reason=choice.reason,
        next_possible_on=_next_possible(selector, choice, checks),
    )


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


def _as_taken(selector: Selector, choice: Choice) -> Choice:
    """The choice on the channels that take its words now, as the run has it; as it is where none does."""
    kind = choice.campaign_type
    if choice.reason is not None or kind is None:
        return choice
    writer = Writer(selector.db, selector.settings, selector.now)
    customer = customers.get(selector.db, choice.facts.customer_id)
    try:
        taken = taken_reaches(
            selector, choice, lambda reach: writer.template_for(customer, kind, reach.channel).provider_template
        )
    except CannotCompose:
        return choice
    return replace(choice, reaches=taken or choice.reaches)


def _weigh_text(selector: Selector, choice: Choice) -> Finding:
    """Whether her message can be written, on one of its channels, and may go there in those words."""
    found = _TEXT_LATER
    if choice.reason is not None or choice.campaign_type is None:
        return found
    writer = Writer(selector.db, selector.settings, selector.now)
    customer = customers.get(selector.db, choice.facts.customer_id)
    for reach in choice.reaches:
        try:
            code = writer.code_for(customer, choice.campaign_type, [reach.channel])
            content = writer.write(customer, choice.campaign_type, reach.channel, Matter(choice.evidence, code))
            found = weigh_approval(selector, reach, content.template_name)
        except MissingField as each:
            found = Finding(Found.TEXT_LACKS, words=each.field)
        except CannotCompose as each:
            found = Finding(Found.TEXT_FAULTY, words=str(each))
        if found.found not in _TEXT_FAULTS:
            break
    return found


def _check(rule: str, passed: bool | None, finding: Finding) -> Check:  # noqa: FBT001 - the answer itself
    return Check(rule, passed, sentence_of(finding), finding)


def _first_checks(selector: Selector, facts: Facts, rules: tuple[tuple[Reason, Rule], ...]) -> list[Check]:
    """The rules, then the channels; where she said no herself the channels, for that is what counts."""
    by_rule, by_channel = _rule_checks(selector, facts, rules), _channel_checks(selector, facts)
    said_no = decisions.her_no(facts, selector.policy) is not None
    return [*by_channel, *by_rule] if said_no else [*by_rule, *by_channel]


def _rule_checks(selector: Selector, facts: Facts, rules: tuple[tuple[Reason, Rule], ...]) -> list[Check]:
    checks = []
    for reason, passes in rules:
        if facts.last_order_at is None and reason not in _FOR_EVERYBODY and rules is LAPSE_RULES:
            checks.append(_check(reason, None, Finding(Found.NOT_CONCERNED)))
        else:
            finding = weighing.weigh_rule(selector, reason, facts)
            checks.append(_check(reason, passes(facts, selector.policy), finding))
    return checks


def _channel_checks(selector: Selector, facts: Facts) -> list[Check]:
    """One check for each of the owner's channels; one that is passed over for another matters no more."""
    if not facts.reaches:
        return [_check(Reason.CHANNEL_OFF, False, Finding(Found.NO_CHANNEL))]  # noqa: FBT003
    taken = decisions.reached_by(facts, selector.policy)
    return [_channel_check(selector, reach, taken) for reach in facts.reaches]


def _channel_check(selector: Selector, reach: Reach, taken: tuple[Reach, ...]) -> Check:
    if reach.fault is None:
        if reach in taken:
            finding = Finding(Found.CHANNEL_REACHES, channel=reach.channel, words=reach.address or "")
            return _check(Reason.NO_CONSENT, True, finding)  # noqa: FBT003
        return _check(Reason.NO_CONSENT, None, Finding(Found.CHANNEL_NOT_NEEDED, channel=reach.channel))
    state = selector.availability.get(reach.channel)
    lacks = state.detail if reach.fault is Reason.CHANNEL_OFF and state is not None else ""
    finding = Finding(Found.CHANNEL_FAILS, channel=reach.channel, reason=reach.fault, words=lacks)
    return _check(reach.fault, None if taken else False, finding)


def _type_checks(selector: Selector, facts: Facts) -> list[Check]:
    """How each type was weighed; where everything that fits is off, that is what stands in the way."""
    best = decisions.best_type(facts, selector.policy)
    checks = [
        _check(each, True if each is best else None, weighing.weigh_type(selector, each, facts)) for each in BEST_FIRST
    ]
    if best is None:
        checks.append(_check(Reason.SWITCHED_OFF, False, Finding(Found.EVERY_FITTING_OFF)))  # noqa: FBT003
    return checks


def _one_type(selector: Selector, facts: Facts, wanted: CampaignType) -> Check:
    """Whether it is this type's turn: it fits, is on, and no better one goes before it."""
    finding = weighing.weigh_type(selector, wanted, facts)
    if finding.is_off or not decisions.fits(wanted, facts, selector.policy):
        return _check(wanted, False, finding)  # noqa: FBT003
    best = decisions.best_type(facts, selector.policy)
    if best is wanted:
        return _check(wanted, True, finding)  # noqa: FBT003
    return _check(wanted, False, Finding(Found.BETTER_FIRST, campaign_type=best))  # noqa: FBT003


def _last_checks(selector: Selector, choice: Choice, text: Finding) -> list[Check]:
    """Control group, the day's limit, and whether the text can be written."""
    percent, held = selector.policy.holdout_percent, choice.facts.is_held_out
    place = Found.IN_CONTROL_GROUP if held else Found.NOT_IN_CONTROL_GROUP
    group = Finding(place, limit=percent) if percent else Finding(Found.NO_CONTROL_GROUP)
    return [
        _check(Reason.CONTROL_GROUP, not (percent and held), group),
        _limit_check(selector, choice),
        _text_check(text),
    ]


def _limit_check(selector: Selector, choice: Choice) -> Check:
    limit, room = selector.policy.daily_limit, selector.room()
    if room is None:
        return _check(Reason.DAILY_LIMIT, True, Finding(Found.DAY_UNLIMITED))  # noqa: FBT003
    is_full = choice.reason is Reason.DAILY_LIMIT
    finding = Finding(Found.DAY_FULL if is_full else Found.DAY_LIMIT, count=limit - room, limit=limit)
    return _check(Reason.DAILY_LIMIT, False if is_full else (True if choice.reason is None else None), finding)


def _text_check(text: Finding) -> Check:
    fault = _TEXT_FAULTS.get(text.found)
    passed = None if text is _TEXT_LATER else fault is None
    return _check(fault or Reason.TEMPLATE_MISSING_FIELD, passed, text)


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
