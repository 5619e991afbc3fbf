"""What each rule and each type of message finds in one customer, with its figures."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from reengage_desktop.domain import decisions
from reengage_desktop.domain.decisions import Evidence, Facts
from reengage_desktop.domain.findings import Finding, Found
from reengage_desktop.domain.moments import days_between, from_stamp, local_day
from reengage_desktop.domain.money import Money
from reengage_desktop.domain.vocabulary import CampaignType, Reason
from reengage_desktop.engine.selecting.selector import Selector
from reengage_desktop.store import tastes


def weigh_rule(selector: Selector, rule: Reason, facts: Facts) -> Finding:
    """What a rule before type and channel finds."""
    return _RULES[rule](selector, facts)


def weigh_type(selector: Selector, campaign_type: CampaignType, facts: Facts) -> Finding:
    """What speaks for a type of message, or that nothing does."""
    finding = _TYPES[campaign_type](selector, facts)
    return replace(finding, campaign_type=campaign_type, is_off=campaign_type not in selector.policy.active)


def _switch(selector: Selector, _facts: Facts) -> Finding:
    return Finding(Found.SWITCH_ON if selector.policy.enabled else Found.SWITCH_OFF)


def _import(selector: Selector, _facts: Facts) -> Finding:
    return Finding(Found.IMPORT_RUNNING if selector.policy.import_is_writing else Found.NO_IMPORT)


def _bought(selector: Selector, facts: Facts) -> Finding:
    if facts.last_order_at is None:
        return Finding(Found.NEVER_BOUGHT)
    return Finding(Found.LAST_BOUGHT, on=_day(selector, facts.last_order_at))


def _silence(selector: Selector, facts: Facts) -> Finding:
    return Finding(Found.SILENCE, days=_silent_days(selector, facts), limit=selector.policy.threshold_days)


def _gone(selector: Selector, facts: Facts) -> Finding:
    limit = selector.policy.too_long_gone_days
    if not limit:
        return Finding(Found.GONE_UNLIMITED)
    return Finding(Found.GONE, days=_silent_days(selector, facts), limit=limit)


def _lapse(selector: Selector, facts: Facts) -> Finding:
    limit = selector.policy.max_per_lapse
    if not limit:
        return Finding(Found.LAPSE_UNLIMITED, count=facts.lapse_count)
    return Finding(Found.LAPSE, count=facts.lapse_count, limit=limit)


def _waiting(_selector: Selector, facts: Facts) -> Finding:
    return Finding(Found.NOTHING_WAITS if facts.open_occasion is None else Found.ANOTHER_WAITS)


def _week(selector: Selector, facts: Facts) -> Finding:
    return _cap(selector, facts, 7, selector.policy.cap_per_week)


def _month(selector: Selector, facts: Facts) -> Finding:
    return _cap(selector, facts, 30, selector.policy.cap_per_month)


def _cap(selector: Selector, facts: Facts, span: int, most: int) -> Finding:
    count = decisions.count_near(facts.capped_days, selector.policy.today, span)
    return Finding(Found.CAP, count=count, span=span, limit=most)


def _repeat(selector: Selector, facts: Facts) -> Finding:
    if facts.last_queued_on is None:
        return Finding(Found.NO_MESSAGE_YET)
    days = selector.policy.today - facts.last_queued_on
    return Finding(Found.LAST_MESSAGE, days=days, limit=selector.policy.repeat_after_days)


def _allowed_day(selector: Selector, _facts: Facts) -> Finding:
    opens_on = selector.policy.opens_on
    if opens_on is None:
        return Finding(Found.NO_DAY)
    if opens_on == selector.policy.today:
        return Finding(Found.ALLOWED_DAY)
    return Finding(Found.CLOSED_DAY, on=date.fromordinal(opens_on))


_RULES: dict[Reason, Callable[[Selector, Facts], Finding]] = {
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


def _back(selector: Selector, facts: Facts) -> Finding:
    evidence = facts.restocked
    return Finding(Found.NOTHING_BACK) if evidence is None else Finding(Found.BACK, words=_name(selector, evidence))


def _cheaper(selector: Selector, facts: Facts) -> Finding:
    evidence = facts.cheaper
    if evidence is None:
        return Finding(Found.NOTHING_CHEAPER)
    product = tastes.find_product(selector.db, evidence.product_id)
    currency = (product and product.currency) or selector.settings.currency
    before, price = Money(evidence.was_minor or 0, currency), Money(evidence.price_minor or 0, currency)
    return Finding(Found.CHEAPER, words=_name(selector, evidence), before=before, price=price)


def _loyalty(selector: Selector, facts: Facts) -> Finding:
    least, currency = selector.policy.loyalty_min_minor, selector.settings.currency
    if least <= 0:
        return Finding(Found.LOYALTY_OFF)
    found = Found.LOYALTY_HOLDS_CODE if facts.has_valid_code else Found.LOYALTY
    return Finding(found, before=Money(facts.lifetime_value_minor, currency), price=Money(least, currency))


def _arrivals(selector: Selector, facts: Facts) -> Finding:
    if facts.new_arrival_at is None:
        return Finding(Found.NO_ARRIVALS)
    return Finding(Found.ARRIVALS, on=_day(selector, facts.new_arrival_at))


def _everybody(_selector: Selector, _facts: Facts) -> Finding:
    return Finding(Found.FITS_ALL)


_TYPES: dict[CampaignType, Callable[[Selector, Facts], Finding]] = {
    CampaignType.BACK_IN_STOCK: _back,
    CampaignType.PRICE_DROP: _cheaper,
    CampaignType.LOYALTY_REWARD: _loyalty,
    CampaignType.NEW_ARRIVALS: _arrivals,
    CampaignType.WE_MISS_YOU: _everybody,
}


def _silent_days(selector: Selector, facts: Facts) -> int:
    return days_between(from_stamp(facts.last_order_at or 0), selector.now, selector.settings.zone)


def _day(selector: Selector, moment: int) -> date:
    return local_day(from_stamp(moment), selector.settings.zone)


def _name(selector: Selector, evidence: Evidence) -> str:
    product = tastes.find_product(selector.db, evidence.product_id)
    return "" if product is None else product.name or ""
