"""A message whose address was refused moves on to the next channel, once, and never becomes two."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.channels.pretend import PretendChannel
from reengage_desktop.channels.protocol import ChannelState, Pulled, Report
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.outcomes import Refusal, Rejected
from reengage_desktop.domain.vocabulary import ChannelName, EventKind, Reason
from reengage_desktop.engine.campaigning.falling_over import fall_over
from reengage_desktop.engine.feedback.learning import learn
from reengage_desktop.engine.feedback.turns import Learning, SyncResult
from reengage_desktop.engine.selecting import Selector
from reengage_desktop.engine.sending import settling
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import owner_campaigns
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.store import claims, falls, message_log
from tests.conftest import Clock
from tests.jobs.campaign_rig import CampaignRig, only

CONNECTED = {channel: ChannelState(configured=True, provider="pretend", detail="") for channel in ChannelName}


@pytest.fixture
def rig(tmp_path: Path, clock: Clock) -> Iterator[CampaignRig]:
    opened = open_shop(Wishes(folder=tmp_path / "shop", clock=clock, secrets=MemorySecrets))
    with closing(opened):
        yield CampaignRig(opened, clock)


def selector(shop: Shop) -> Selector:
    return Selector.of(shop.db, shop.settings(), CONNECTED, shop.now())


def refuse(shop: Shop, message: int) -> None:
    """The provider says that there is no such address."""
    with shop.db.write():
        row = claims.get_row(shop.db, message)
        settling.refuse(shop.db, row, Rejected(Refusal.INVALID_ADDRESS, "550", "no such user"), shop.now())


def started(rig: CampaignRig, **person: Any) -> tuple[int, int]:
    """A campaign by e-mail, else SMS, for one person; gives her message and the campaign."""
    her = rig.person(phone="+447700900123", consent_sms=1, consent_whatsapp=1, timezone="Europe/London", **person)
    campaign = rig.start(
        campaign_type="winback",
        channels=["email", "sms", "whatsapp"],
        outreach_method="multi",
        target_criteria=only(her),
    )
    message = rig.shop.db.value("SELECT id FROM outbox WHERE campaign_id = ? AND channel = 'email'", (campaign.id,))
    return message, campaign.id


def row(shop: Shop, message: int) -> tuple[str, str, str, str]:
    found: tuple[str, str, str, str] | None = shop.db.row(
        "SELECT channel, state, address, coalesce(json_extract(decision, '$.fell_over_from'), '-') FROM outbox "
        "WHERE id = ?",
        (message,),
    )
    assert found is not None
    return found


def test_a_refused_address_moves_on_once_in_the_same_row(rig: CampaignRig) -> None:
    """Issue 6, B4: to the next channel that reaches her, explained, and no third one after that."""
    message, campaign = started(rig)
    count = rig.shop.db.value("SELECT count(*) FROM outbox")
    assert fall_over(selector(rig.shop)) == 0
    refuse(rig.shop, message)
    assert fall_over(selector(rig.shop)) == 1
    assert row(rig.shop, message) == ("sms", "pending", "+447700900123", "email")
    assert rig.shop.db.value("SELECT count(*) FROM outbox") == count
    assert "STOP" in rig.shop.db.value("SELECT json_extract(content, '$.text') FROM outbox WHERE id = ?", (message,))
    [mine] = owner_campaigns.recipient_rows(rig.shop, [message])
    assert (mine.channel, mine.fell_over_from) == ("sms", "email")
    refuse(rig.shop, message)
    assert fall_over(selector(rig.shop)) == 0
    assert row(rig.shop, message)[:2] == ("sms", "rejected")
    assert campaign


def test_past_response_comes_first(rig: CampaignRig) -> None:
    """Per customer: who has answered on WhatsApp before is reached there, though SMS stands before it."""
    message, _campaign = started(rig)
    her = rig.shop.db.value("SELECT customer_id FROM outbox WHERE id = ?", (message,))
    earlier = rig.shop.db.insert(
        "INSERT INTO outbox (reference, campaign_id, campaign_type, customer_id, occasion, touch, channel, address, "
        "content, state, created_at, queued_on, sent_at) VALUES ('old', 5, 'we_miss_you', ?, 'x', 't', 'whatsapp', "
        "'+447700900123', '{\"text\": \"Hi\"}', 'accepted', 1, 1, 1)",
        (her,),
    )
    message_log.add_event(
        rig.shop.db,
        message_id=earlier,
        customer_id=her,
        kind="answered",  # type: ignore[arg-type]
        at=rig.now,
        provider="pretend",
        event_id="old-answer",
    )
    refuse(rig.shop, message)
    setting_tasks.set_setting(rig.shop, "reengagement.channel_mode", "best")
    setting_tasks.set_setting(rig.shop, "reengagement.channels", "email,sms,whatsapp")
    assert fall_over(selector(rig.shop)) == 1
    assert row(rig.shop, message)[0] == "whatsapp"
    chosen = selector(rig.shop).facts([her])[her]
    assert [reach.channel for reach in chosen.reaches][:1] == [ChannelName.WHATSAPP]


def test_nobody_is_reached_without_her_agreement(rig: CampaignRig) -> None:
    """Without consent or a good address elsewhere it stays refused, and is not looked at again."""
    message, _campaign = started(rig)
    rig.shop.db.run("UPDATE customers SET consent_sms = 0, consent_whatsapp = NULL")
    refuse(rig.shop, message)
    assert fall_over(selector(rig.shop)) == 0
    assert (row(rig.shop, message)[:2], row(rig.shop, message)[3]) == (("email", "rejected"), "")
    rig.shop.db.run("UPDATE customers SET consent_sms = 1")
    assert fall_over(selector(rig.shop)) == 0


def test_what_comes_back_later_moves_nothing_but_her_next_message_does(rig: CampaignRig) -> None:
    """Promises, "facts never move the send state backwards": one message, one channel; the address is marked."""
    message, _campaign = started(rig)
    shop = rig.shop
    her = shop.db.value("SELECT customer_id FROM outbox WHERE id = ?", (message,))
    count = shop.db.value("SELECT count(*) FROM outbox")
    shop.db.run(
        "UPDATE outbox SET state = 'accepted', provider = 'pretend', provider_message_id = 'p-1', sent_at = ?1, "
        "settled_at = ?1 WHERE id = ?2",
        (stamp(rig.now), message),
    )
    told = Report("b-1", "p-1", EventKind.BOUNCED, rig.now, "5.1.1", "no such user")
    with closing(PretendChannel(ChannelName.EMAIL)) as source, shop.db.write():
        turn = Learning(shop.db, ChannelName.EMAIL, source, "pretend", shop.settings(), rig.now, SyncResult())
        learn(turn, Pulled(reports=(told,)))
    assert fall_over(selector(shop)) == 0
    assert row(shop, message)[:2] == ("email", "accepted")
    assert shop.db.value("SELECT count(*) FROM outbox") == count
    assert shop.db.value("SELECT email_state FROM customers WHERE id = ?", (her,)) == "bounced"
    setting_tasks.set_setting(shop, "reengagement.channels", "email,sms")
    reaches = selector(shop).facts([her])[her].reaches
    assert [(reach.channel, reach.fault) for reach in reaches] == [
        (ChannelName.EMAIL, Reason.BOUNCED),
        (ChannelName.SMS, None),
    ]


def test_what_is_on_its_way_again_since_it_was_listed_stays_there(rig: CampaignRig) -> None:
    """Promise 11: the owner tried the refused message again at that very moment; it does not go by SMS as well."""
    message, _ = started(rig)
    refuse(rig.shop, message)
    (fallen,) = falls.list_fallen(rig.shop.db, rig.shop.now(), 9)
    rig.shop.db.run("UPDATE outbox SET state = 'sending' WHERE id = ?", (message,))
    landing = falls.Landing(ChannelName.SMS, "+447700900123", Content("x"), None, needs_approval=False)
    assert not falls.move(rig.shop.db, fallen, landing, rig.shop.now())
    assert row(rig.shop, message)[:2] == ("email", "sending")
