"""The last look before a campaign starts: what it costs, when it ends, what it warns of, what stops it (C6)."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from reengage_desktop.domain.criteria import as_payload, of_ids
from reengage_desktop.domain.money import Money
from reengage_desktop.domain.reviews import Review
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import owner_campaigns, sending
from reengage_desktop.store import templates
from tests.conftest import Clock
from tests.jobs.campaign_rig import CampaignRig, plan


@pytest.fixture
def rig(shop: Shop, clock: Clock) -> CampaignRig:
    """An empty shop with every channel pretended; Saturday noon."""
    return CampaignRig(shop, clock)


def _review(rig: CampaignRig, **changes: Any) -> Review:
    return owner_campaigns.review(rig.shop, plan(**changes))


def _sms(**changes: Any) -> dict[str, Any]:
    return {"outreach_method": "sms", "message_template": "Short", "promotion": "cake", **changes}


def test_the_cost_is_parts_times_price(rig: CampaignRig) -> None:
    """C6: known only where the price is; two parts cost twice, e-mail costs nothing a piece."""
    rig.people(3)
    assert _review(rig, **_sms()).cost is None
    rig.set(channels__sms__price="0.075")
    short = _review(rig, **_sms())
    assert (short.sms_parts, short.cost) == (3, Money(22, rig.shop.settings().currency))
    long = _review(rig, **_sms(promotion="cake " * 40))
    assert (long.sms_parts, long.cost) == (6, Money(45, rig.shop.settings().currency))
    mail = _review(rig)
    assert (mail.sms_parts, mail.cost) == (0, Money(0, rig.shop.settings().currency))
    assert Decimal("0.075") == rig.shop.settings().amount("channels.sms.price")


@pytest.mark.parametrize(
    ("changes", "day"),
    [
        ({}, 21),
        ({"daily_limit": 2}, 23),
        ({"daily_limit": 5}, 21),
        ({"rate_limit_per_minute": 1}, 21),
        ({"scheduled_at": "2026-11-25T10:00"}, 25),
        ({"steps": [{"after_days": 7, "channel": "email", "template": "Hi"}]}, 28),
    ],
)
def test_the_last_day_follows_the_limits(rig: CampaignRig, changes: dict[str, Any], day: int) -> None:
    """C6: by the day limit, the pace, the day of the start and the further messages."""
    rig.people(5)
    assert _review(rig, **changes).finishes_on == date(2026, 11, day)


def test_the_last_day_is_one_on_which_messages_may_go(rig: CampaignRig) -> None:
    """C6: the weekend is closed; a slow provider takes until the next day."""
    rig.people(5)
    rig.set(sending__allowed_weekdays="mon,tue,wed,thu,fri")
    assert _review(rig).finishes_on == date(2026, 11, 23)
    assert _review(rig, target_criteria=as_payload(of_ids([]))).finishes_on is None


def test_the_warnings_say_what_to_look_at(rig: CampaignRig) -> None:
    """ux.md 4: an empty field, an unsafe link, no way out, a channel that is off, a pause, test mode."""
    rig.people(2)
    rig.person(first_name=None)
    link = Template("Link", ChannelName.EMAIL, "{{ customer.first_name }}: http://example.com/cake", subject="Cake")
    templates.save(rig.shop.db, link, rig.now)
    rig.set(business__reply_to="", sending__test_mode="true", channels__sms__provider="twilio")
    sending.pause(rig.shop)
    found = _review(
        rig, message_template="Link", outreach_method="multi", channels=["email", "sms"], templates={"sms": "Short"}
    )
    kinds = {each.kind: each for each in found.warnings}
    assert set(kinds) >= {"empty_field", "link_not_https", "no_unsubscribe", "paused", "test_mode"}
    assert (kinds["empty_field"].figures, str(kinds["empty_field"])[:7]) == ({"count": 1}, "A field")
    assert found.left_out == {Reason.TEMPLATE_MISSING_FIELD: 1}
    nobody = _review(rig, target_criteria=as_payload(of_ids([99])))
    assert "nobody" in {each.kind for each in nobody.warnings}


def test_the_stops_say_what_is_missing(rig: CampaignRig) -> None:
    """ux.md 4: no postal address, no channel, a template that is for another channel or not there."""
    rig.set(business__postal_address="", channels__email__provider="smtp")
    found = _review(
        rig, outreach_method="multi", channels=["email", "push"], message_template="Short", campaign_type="promotional"
    )
    assert {each.kind for each in found.stops} >= {"template", "no_postal_address"}
    assert any("none of the campaign's channels" in each for each in found.stops)
    wordings = _review(
        rig, outreach_method="sms", variants=[{"template": "Hello"}, {"template": "Hi"}], message_template="Short"
    )
    assert any("to compare" in each for each in wordings.stops)
    alone = _review(rig)
    assert {each.kind for each in alone.stops} == {"no_postal_address", "no_channel"}
    assert alone.as_json()["stops"] == [str(each) for each in alone.stops]


def test_an_import_that_is_being_written_stops_the_start(rig: CampaignRig) -> None:
    """Promise 18: nobody is selected meanwhile."""
    rig.people(1)
    with rig.shop.db.write():
        rig.shop.db.run(
            "INSERT INTO imports (kind, file_name, sha256, state, started_at) VALUES ('orders', 'x', 'y', 'writing', 1)"
        )
    assert "import_running" in {each.kind for each in _review(rig).stops}
    assert not owner_campaigns.has_work(rig.shop)
