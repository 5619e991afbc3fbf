"""A message on demand: both payloads, and the exact words of every refusal."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from reengage_desktop.channels.protocol import ChannelState
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName, Reason
from reengage_desktop.engine.campaigning import send_on_demand
from reengage_desktop.store import campaigns
from tests.engine.deciding_rig import Rig, open_rig

PHONE = "+442079460123"
OFF = ChannelState(configured=False, provider=None, detail="Not connected.")


@dataclass
class Sender:
    """Sends what it is handed, or fails as it is told."""

    is_sent: bool = True
    reason: Reason | None = None
    error: str | None = None
    ids: list[int] = field(default_factory=list)

    def __call__(self, message_id: int) -> "Sender":
        self.ids.append(message_id)
        return self


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    found = open_rig(tmp_path)
    found.set(channels="whatsapp,email")
    yield found
    found.db.close()


def ask(rig: Rig, payload: Any, sender: Sender | None = None) -> dict[str, Any]:
    return send_on_demand(rig.db, payload, rig.settings, rig.availability, rig.now, send=sender or Sender()).as_json()


def plain(campaign_type: str = "we_miss_you", phone: str = PHONE) -> dict[str, str]:
    return {"customer_phone": phone, "campaign_type": campaign_type}


def refused(words: str) -> dict[str, Any]:
    return {"success": False, "error": words}


@pytest.mark.parametrize("days_ago", [1, 70, None])
@pytest.mark.parametrize("form", ["plain", "wrapped", "text"])
def test_both_payloads(rig: Rig, form: str, days_ago: int | None) -> None:
    """A13: the plain and the wrapped payload send one message now, to whoever she is, without approval."""
    rig.set(review_before_sending="true")
    ann = rig.person(days_ago, phone=PHONE, consent_whatsapp=1)
    wrapped = {"_wch_version": 2, "args": plain(), "_wch_meta": {"queued_at": 1, "source": "x", "priority": 1}}
    payload = {"plain": plain(), "wrapped": wrapped, "text": json.dumps(wrapped)}[form]
    sender = Sender()
    answer = ask(rig, payload, sender)
    assert answer == {"success": True, "message_id": sender.ids[0]}
    message = rig.messages(ann)[0]
    assert (message["channel"], message["state"]) == ("whatsapp", "pending")
    assert message["content"]["template_name"] == "we_miss_you"


@pytest.mark.parametrize("payload", [{}, {"campaign_type": "we_miss_you"}, "no json", "[]", "[" * 99_999,
                                     {"customer_phone": " "}, {"_wch_version": 2, "args": {}},
                                     {"_wch_version": 2}])  # fmt: skip
def test_missing_phone(rig: Rig, payload: Any) -> None:
    """A13: without a phone number there is nobody to send to."""
    assert ask(rig, payload) == refused("Missing customer phone")


@pytest.mark.parametrize("phone", ["+447700900199", "12", "not a phone"])
def test_unknown_customer(rig: Rig, phone: str) -> None:
    """A13: a number that nobody bears."""
    assert ask(rig, plain(phone=phone)) == refused("Customer not found")


@pytest.mark.parametrize("word", ["", "spring_sale", None, ["we_miss_you"], "back_in_stock", "price_drop"])
def test_no_content(rig: Rig, word: Any) -> None:
    """A13: no such type, or nothing to say: a price that did not drop, a product that is not back."""
    rig.person(phone=PHONE, consent_whatsapp=1)
    payload = {"customer_phone": PHONE, "campaign_type": word}
    assert ask(rig, payload) == refused("Failed to build message content")


def test_product_message(rig: Rig) -> None:
    """A13: with something to say about a product it goes."""
    ann = rig.person(phone=PHONE, consent_whatsapp=1)
    rig.view(ann, rig.product("Bag", price_minor=500), price_at_view_minor=1000)
    assert ask(rig, plain("price_drop"))["success"] is True
    assert "Bag" in rig.messages(ann)[0]["content"]["text"]


@pytest.mark.parametrize(
    ("channels", "consent", "words"),
    [
        ("whatsapp,email", {"consent_whatsapp": 1}, "WhatsApp API client not initialized"),
        ("email,whatsapp", {"consent_email": 1}, "E-mail account not initialized"),
        ("sms", {"consent_sms": 1}, "SMS API client not initialized"),
        ("", {"consent_email": 1}, "WhatsApp API client not initialized"),
        ("email", {"consent_email": None}, "WhatsApp API client not initialized"),
    ],
)
def test_nothing_connected(rig: Rig, channels: str, consent: dict[str, object], words: str) -> None:
    """A13: the channel that would reach her is not connected; WhatsApp is named where no channel is."""
    rig.set(channels=channels)
    rig.availability = dict.fromkeys(ChannelName, OFF)
    rig.person(phone=PHONE, **{"consent_email": None, **consent})
    assert ask(rig, plain()) == refused(words)


def test_cap(rig: Rig) -> None:
    """A5, A13: the second message inside a week is refused, whoever asks."""
    ann = rig.person(phone=PHONE, consent_whatsapp=1)
    assert ask(rig, plain())["success"] is True
    rig.send_all()
    assert ask(rig, plain()) == refused("Frequency cap reached")
    assert ask(rig, plain("loyalty_reward")) == refused("Frequency cap reached")
    assert ask(rig, plain("price_drop")) == refused("Frequency cap reached")
    assert len(rig.messages(ann)) == 1


def test_reasons_in_sentences(rig: Rig) -> None:
    """A13, A14: any other refusal is its reason's sentence."""
    ann = rig.person(phone=PHONE, consent_email=None)
    assert ask(rig, plain()) == refused("Not sent: the customer has not agreed to be written to on this channel.")
    rig.db.run("UPDATE customers SET consent_whatsapp = 1 WHERE id = ?", (ann,))
    campaigns.set_active(rig.db, CampaignType.WE_MISS_YOU, active=False)
    assert ask(rig, plain()) == refused("Not sent: automatic messages are switched off.")
    campaigns.set_active(rig.db, CampaignType.WE_MISS_YOU, active=True)
    rig.set(enabled="false")
    assert ask(rig, plain()) == refused("Not sent: automatic messages are switched off.")
    assert rig.messages() == []


@pytest.mark.parametrize(
    ("sender", "words"),
    [
        (Sender(is_sent=False, error="131049: not delivered to keep engagement healthy"),
         "131049: not delivered to keep engagement healthy"),
        (Sender(is_sent=False, reason=Reason.QUIET_HOURS),
         "Not sent: it is outside the hours in which this customer may be disturbed."),
        (Sender(is_sent=False, reason=Reason.CAP_MONTH, error="cap"), "Frequency cap reached"),
    ],
)  # fmt: skip
def test_what_the_sender_says(rig: Rig, sender: Sender, words: str) -> None:
    """A13: the provider's own words, or the reason why the claim refused."""
    rig.person(phone=PHONE, consent_whatsapp=1)
    assert ask(rig, plain(), sender) == refused(words)


def test_loyalty_code_is_made(rig: Rig) -> None:
    """A8, A13: a loyalty message on demand brings a code of its own."""
    ann = rig.person(phone=PHONE, consent_whatsapp=1)
    ask(rig, plain("loyalty_reward"))
    code, outbox_id = rig.db.rows("SELECT code, outbox_id FROM discount_codes")[0]
    assert code in rig.messages(ann)[0]["content"]["parameters"]
    assert outbox_id == 1
