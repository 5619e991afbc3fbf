"""The list for one customer and the run over all of them never contradict each other, whatever the shop looks like."""

import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reengage_desktop.channels.protocol import ChannelState
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName
from reengage_desktop.engine import selecting
from reengage_desktop.store import campaigns, suppressions
from tests.engine.deciding_rig import Rig, open_rig

CONSENT = st.sampled_from([None, 0, 1, 1, 1])

people = st.fixed_dictionaries(
    {
        "days_ago": st.sampled_from([None, 3, 59, 60, 61, 65, 75, 400, 729, 730, 731]),
        "consent_email": CONSENT,
        "consent_sms": CONSENT,
        "phone": st.sampled_from([None, "+447700900123", "+12025550123"]),
        "email_state": st.sampled_from([None, None, None, "bounced", "shared"]),
        "lifetime_value_minor": st.sampled_from([0, 4_999, 5_000, 90_000]),
        "erased_at": st.sampled_from([None, None, None, None, 1]),
    }
)
extras = st.fixed_dictionaries(
    {
        "capped_days_ago": st.sampled_from([(), (), (3,), (7,), (8, 15, 22, 29)]),
        "missed": st.sampled_from([None, None, "back", "cheaper", "same"]),
        "likes": st.booleans(),
        "is_suppressed": st.sampled_from([False, False, False, True]),
    }
)
rules = st.fixed_dictionaries(
    {
        "channels": st.sampled_from(["email", "email,sms", "sms,email", "whatsapp,email", ""]),
        "channel_mode": st.sampled_from(["first", "all"]),
        "daily_limit": st.sampled_from(["0", "1", "2", "50"]),
        "holdout_percent": st.sampled_from(["0", "0", "30"]),
        "loyalty_min_ltv": st.sampled_from(["0", "50"]),
        "too_long_gone_days": st.sampled_from(["0", "730"]),
        "max_per_lapse": st.sampled_from(["0", "1", "3"]),
        "enabled": st.sampled_from(["true", "true", "true", "false"]),
    }
)


def build(rig: Rig, crowd: list[tuple[dict[str, Any], dict[str, Any]]]) -> list[int]:
    """The drawn people with what they looked at; half of them are written to before, so that there is a past."""
    rig.person(None)
    category = rig.category("Shirts")
    rig.product("New", category_id=category, arrived_at=stamp(rig.now - timedelta(days=2)), in_stock=1)
    back = rig.product("Hat", price_minor=500, in_stock=1, stock=2)
    cheaper = rig.product("Bag", price_minor=850, in_stock=1)
    found = []
    for drawn, more in crowd:
        columns = dict(drawn)
        if columns["phone"]:  # a number each: what a household shares is only seen once its first message waits
            columns["phone"] = f"{columns['phone'][:-1]}{len(found)}"
        each = rig.person(columns.pop("days_ago"), **columns)
        found.append(each)
        for days in more["capped_days_ago"]:
            rig.cap(each, days)
        if more["likes"]:
            rig.db.run("INSERT INTO customer_categories VALUES (?, ?, 1)", (each, category))
        if more["missed"] == "back":
            rig.view(each, back, in_stock=0)
        if more["missed"] in {"cheaper", "same"}:
            rig.view(each, cheaper, price_at_view_minor=1000 if more["missed"] == "cheaper" else 900)
        if more["is_suppressed"]:
            address = f"ann{rig.people}@example.com"
            suppressions.suppress(rig.db, "email", address, channel=None, reason="opt_out", source="import", at=rig.now)
    return found


@settings(max_examples=40)
@given(
    crowd=st.lists(st.tuples(people, extras), min_size=1, max_size=7),
    given_rules=rules,
    off=st.sets(st.sampled_from(list(CampaignType)), max_size=5),
    dead=st.sets(st.sampled_from([ChannelName.EMAIL, ChannelName.SMS]), max_size=2),
    days_on=st.sampled_from([0, 1, 14, 15]),
)
def test_explain_agrees_with_the_run(
    crowd: list[tuple[dict[str, Any], dict[str, Any]]],
    given_rules: dict[str, str],
    off: set[CampaignType],
    dead: set[ChannelName],
    days_on: int,
) -> None:
    """A3, A18: for everybody who is due, the type, channel or reason of the list is the run's, dry or not."""
    with tempfile.TemporaryDirectory() as folder:
        rig = open_rig(Path(folder), **given_rules)
        with rig.db.write():
            everybody = build(rig, crowd)
            for campaign_type in off:
                campaigns.set_active(rig.db, campaign_type, active=False)
        for channel in dead:
            rig.availability[channel] = ChannelState(False, "smtp", "Not connected.")
        if days_on:
            rig.run()
            rig.send_all()
            rig.now += timedelta(days=days_on)
        selecting.put_days_right(rig.db, rig.settings, rig.now)
        choices = selecting.choose_due(rig.db, rig.settings, rig.availability, rig.now)
        answers = {each: rig.explain(each) for each in everybody if _is_living(rig, each)}
        for choice in (*choices.chosen, *choices.skipped):
            decision = answers[choice.facts.customer_id]
            assert decision.reason == choice.reason
            if choice.reason is None:
                assert decision.campaign_type == choice.campaign_type
                assert decision.channel == choice.reaches[0].channel
            else:
                assert decision.campaign_type is None
        before = rig.run(is_dry=True)
        assert rig.run().as_json() == before.as_json()
        assert before.decisions == _counts(choices)
        rig.db.close()


def _counts(choices: selecting.Choices) -> dict[str, int]:
    counts: dict[str, int] = {}
    for choice in choices.chosen:
        assert choice.campaign_type is not None
        counts[choice.campaign_type] = counts.get(choice.campaign_type, 0) + 1
    return counts


def _is_living(rig: Rig, customer_id: int) -> bool:
    return rig.db.value("SELECT erased_at IS NULL FROM customers WHERE id = ?", (customer_id,)) == 1
