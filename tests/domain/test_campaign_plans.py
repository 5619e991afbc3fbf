"""A campaign's plan as JSON: read back as it was, refused with every fault at once (C1)."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.domain.campaign_plans import (
    KEYS,
    MULTI,
    CampaignPlan,
    CampaignRefused,
    OwnCampaignType,
    Step,
    Variant,
    parse_plan,
)
from reengage_desktop.domain.vocabulary import ChannelName
from tests.criteria_examples import criteria

_ZONE = ZoneInfo("Europe/Berlin")
_names = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20)
_channels = st.sampled_from(list(ChannelName))


@st.composite
def _plans(draw: st.DrawFn) -> CampaignPlan:
    channels = tuple(draw(st.lists(_channels, min_size=1, max_size=3, unique=True)))
    is_multi = len(channels) > 1 or draw(st.booleans())
    variants = draw(st.lists(_names, min_size=2, max_size=4, unique=True)) if draw(st.booleans()) else []
    return CampaignPlan(
        name=draw(_names),
        campaign_type=draw(st.sampled_from(list(OwnCampaignType))),
        outreach_method=MULTI if is_multi else channels[0].value,
        channels=channels,
        description=draw(st.none() | _names),
        target_criteria=draw(criteria()),
        message_template=draw(st.none() | _names),
        templates=draw(st.dictionaries(st.sampled_from(channels), _names)),
        call_script=draw(st.none() | _names),
        promotion=draw(st.none() | _names),
        scheduled_at=draw(st.none() | st.just(datetime(2026, 11, 27, 8, tzinfo=UTC))),
        rate_limit_per_minute=draw(st.integers(0, 100)),
        daily_limit=draw(st.integers(0, 100)),
        holdout_percent=draw(st.integers(0, 50)),
        leave_out_others=draw(st.booleans()),
        steps=tuple(draw(st.lists(st.builds(Step, st.integers(1, 365), _channels, st.none() | _names), max_size=3))),
        variants=tuple(Variant(name, draw(st.integers(1, 10))) for name in variants),
    )


@given(_plans())
def test_a_plan_is_read_back_as_it_was(plan: CampaignPlan) -> None:
    """C1: what `show` prints, `create` takes."""
    payload = plan.as_payload(_ZONE)
    assert set(payload) == set(KEYS)
    assert parse_plan(payload, _ZONE) == plan


def test_the_shortest_plan() -> None:
    """C1: a name, a type and a way; the rest has its usual value."""
    found = parse_plan({"name": "x", "campaign_type": "feedback", "channels": ["sms"]}, _ZONE)
    assert (found.outreach_method, found.channels, found.leave_out_others) == ("sms", (ChannelName.SMS,), True)
    many = parse_plan({"name": "x", "campaign_type": "feedback", "channels": ["sms", "email"]}, _ZONE)
    assert many.outreach_method == MULTI
    assert parse_plan({"name": "x", "campaign_type": "winback", "outreach_method": "call"}, _ZONE).channels == ("call",)


def test_a_moment_without_a_zone_is_the_shops() -> None:
    """C6: nine o'clock is nine o'clock of the shop."""
    payload = {"name": "x", "campaign_type": "winback", "outreach_method": "email", "scheduled_at": "2026-11-27T09:00"}
    assert parse_plan(payload, _ZONE).scheduled_at == datetime(2026, 11, 27, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"name": ""}, "name"),
        ({"name": "a\nb"}, "name"),
        ({"campaign_type": None}, "winback"),
        ({"outreach_method": "pigeon"}, "pigeon"),
        ({"outreach_method": "multi"}, "channels"),
        ({"outreach_method": "sms", "channels": ["email"]}, "multi"),
        ({"outreach_method": None}, "missing"),
        ({"channels": ["email", "email"], "outreach_method": "multi"}, "twice"),
        ({"channels": 3}, "list"),
        ({"templates": {"sms": "x"}}, "sms"),
        ({"templates": ["x"]}, "templates"),
        ({"rate_limit_per_minute": True}, "rate_limit_per_minute"),
        ({"daily_limit": -1}, "daily_limit"),
        ({"leave_out_others": "yes"}, "leave_out_others"),
        ({"steps": [{"after_days": 7}]}, "steps"),
        ({"steps": [{"after_days": 7, "channel": "email", "tempalte": "x"}]}, "tempalte"),
        ({"steps": [3]}, "steps"),
        ({"steps": [{"after_days": 1, "channel": "email"}] * 11}, "at most"),
        ({"variants": [{"template": "a"}]}, "two"),
        ({"variants": [{"template": "a"}, {"template": "a"}]}, "twice"),
        ({"variants": [{"share": 1}, {"template": "a"}]}, "template"),
        ({"created_at": "2026-01-01"}, "program keeps it"),
        ({"holdout": 3}, "holdout_percent"),
    ],
)
def test_what_can_not_be_meant_is_refused(change: dict[str, Any], word: str) -> None:
    """C1: with the key, and with what it can be."""
    with pytest.raises(CampaignRefused, match=word) as refused:
        parse_plan({"name": "x", "campaign_type": "winback", "outreach_method": "email", **change}, _ZONE)
    assert len(refused.value.faults) == 1


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(max_size=9), each, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(KEYS), _json))
def test_any_json_is_a_plan_or_refused(payload: dict[str, Any]) -> None:
    """C1: no shape of JSON ends in a surprise."""
    try:
        found = parse_plan(payload, _ZONE)
    except CampaignRefused:
        return
    assert parse_plan(found.as_payload(_ZONE), _ZONE) == found
