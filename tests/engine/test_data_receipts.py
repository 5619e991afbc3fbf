"""The data-leaving receipt: what of a customer a call carries is counted by name, and nothing that stayed."""

from pathlib import Path

import pytest

from reengage_desktop.channels.protocol import Capabilities
from reengage_desktop.domain.drafts import Draft
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.outcomes import NotSent, Refusal, Rejected
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine import queueing
from reengage_desktop.engine.composing import Matter, compose
from reengage_desktop.store import data_receipts
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.store.data_receipts import FieldCount
from tests.conftest import Clock
from tests.engine.sending_rig import WE_MISS_YOU, Rig, ScriptedChannel


@pytest.fixture
def rig(tmp_path: Path, clock: Clock) -> Rig:
    return Rig(tmp_path / "shop", clock)


def queue(rig: Rig, fields: tuple[str, ...], channel: ChannelName = ChannelName.EMAIL, person: int = 0) -> int:
    person = person or rig.customer(channel, first_name="Ann")
    column = "email" if channel is ChannelName.EMAIL else "phone"
    address = rig.db.value(f"SELECT {column} FROM customers WHERE id = ?", (person,))
    draft = Draft(
        campaign_id=WE_MISS_YOU,
        campaign_type="we_miss_you",
        customer_id=person,
        channel=channel,
        address=address,
        content=Content("Hello", fields=fields),
        occasion=f"{channel}:{person}",
        needs_approval=False,
    )
    made = queueing.enqueue(rig.db, draft, stored_settings.load(rig.db), rig.clock())
    assert isinstance(made, int)

    return made


def test_what_went_is_counted_by_field_and_person(rig: Rig) -> None:
    """Issue 6: for each provider exactly which fields went there, how often and of how many people."""
    rig.channel = ScriptedChannel("smtp", Capabilities(sends_name=True))
    rig.channels[ChannelName.SMS] = ScriptedChannel("twilio")
    queue(rig, ("first_name", "last_product"))
    queue(rig, ("first_name",))
    queue(rig, ("first_name",), ChannelName.SMS)
    rig.clock.move(hours=2)
    rig.send()
    receipts = {each.provider: each for each in data_receipts.list_receipts(rig.db)}
    assert {name: (each.calls, each.customers) for name, each in receipts.items()} == {"smtp": (2, 2), "twilio": (1, 1)}
    assert set(receipts["smtp"].fields) == {
        FieldCount("email", 2, 2),
        FieldCount("name", 2, 2),
        FieldCount("first_name", 2, 2),
        FieldCount("last_product", 1, 1),
    }
    assert set(receipts["twilio"].fields) == {FieldCount("phone", 1, 1), FieldCount("first_name", 1, 1)}


def test_what_never_left_is_not_on_it_and_a_refused_message_is(rig: Rig) -> None:
    """A provider that was not reached got nothing; one that refused has read it all the same."""
    rig.channel.script = [NotSent("no name server"), NotSent("no name server")]
    queue(rig, ("city",))
    rig.send()
    assert data_receipts.list_receipts(rig.db) == []
    rig.channel.script = [Rejected(Refusal.CONTENT, None, "no")]
    rig.clock.move(minutes=5)
    rig.send()
    [receipt] = data_receipts.list_receipts(rig.db)
    assert (receipt.calls, set(receipt.fields)) == (1, {FieldCount("email", 1, 1), FieldCount("city", 1, 1)})


def test_pretended_messages_and_the_owners_own_hands_are_no_provider(rig: Rig) -> None:
    rig.set(sending__test_mode="true")
    rig.channel = ScriptedChannel("pretend")
    queue(rig, ("city",))
    rig.send()
    assert data_receipts.list_receipts(rig.db) == []


def test_the_words_know_whose_fields_they_hold(rig: Rig) -> None:
    """Only fields that tell something of her, only those that are filled in: the shop's own name is nobody's data."""
    settings = stored_settings.load(rig.db)
    person = rig.customer(first_name="Ann", name="Ann Lee")
    content = compose(rig.db, person, "we_miss_you", ChannelName.EMAIL, settings, rig.clock(), Matter())
    assert "first_name" in content.fields
    assert "business_name" not in content.fields
    assert Content.from_dict(content.as_dict()).fields == content.fields
    nameless = compose(rig.db, rig.customer(), "we_miss_you", ChannelName.EMAIL, settings, rig.clock(), Matter())
    assert "first_name" not in nameless.fields
