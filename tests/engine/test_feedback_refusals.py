"""Who says no: words, shared numbers, the providers' own lists, and sending that waits until they were asked."""

from datetime import timedelta

import pytest

from reengage_desktop.channels.protocol import (
    Bounce,
    OptOut,
    Pulled,
    PullFailed,
    Reply,
    Report,
)
from reengage_desktop.domain.outcomes import Refusal
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, EventKind
from reengage_desktop.engine import feedback
from reengage_desktop.store import customers, provider_states, suppressions
from reengage_desktop.store.database import Database
from reengage_desktop.store.provider_states import Rest
from tests.channels.letters import twilio_sms
from tests.engine.feedback_rig import NOW, PHONE, Scripted, consent, delivered, kinds, message, only, sync
from tests.servers.twilio import FakeTwilio
from tests.shop_rows import add_customer


@pytest.mark.parametrize(
    ("text", "consents", "notice"),
    [
        ("STOP", False, None),
        ("Arrêt!", False, None),
        ("End of month is fine", False, "reply_may_be_opt_out"),
        ("START", True, "reply_wants_back"),
        ("Yes", True, None),
        ("When do you stop selling it?", True, None),
    ],
)
def test_words(db: Database, text: str, consents: bool, notice: str | None) -> None:
    """C18: the exact word is an opt-out; a text that begins with one suppresses and is shown to the owner."""
    ann = add_customer(db, phone=PHONE, consent_sms=1)
    sync(db, Scripted(Pulled(replies=(Reply("r1", PHONE, text, NOW),))))
    assert consent(db, ann) is consents
    assert db.value("SELECT kind FROM notices") == notice


def test_everybody_behind_a_shared_number_is_left_alone(db: Database) -> None:
    people = [add_customer(db, phone=PHONE, consent_sms=1) for _ in range(2)]
    sync(db, Scripted(Pulled(replies=(Reply("r1", PHONE, "STOP", NOW),))))
    assert [consent(db, person) for person in people] == [False, False]


def test_a_stranger_who_says_stop_is_suppressed_and_not_kept(db: Database) -> None:
    """26: of somebody who is no customer only the refusal is kept, not what she wrote."""
    sync(db, Scripted(Pulled(replies=(Reply("r1", "447700900199", "STOP it, Jane Doe", NOW),))))
    assert suppressions.find_reason(db, "phone", "+447700900199", ChannelName.SMS) == "opt_out"
    assert db.row("SELECT customer_id, detail FROM delivery_events") == (None, None)


def test_an_old_stop_does_not_undo_a_later_yes(db: Database) -> None:
    """What a file says does not lift a refusal; what the person said later does."""
    ann = add_customer(db, phone=PHONE)
    customers.opt_in(db, ann, ChannelName.SMS, wording="asked me in the shop", at=NOW - timedelta(days=1))
    bob = add_customer(db, phone="+12025550145", consent_sms=1)
    with db.write():
        customers.record_consent(
            db, bob, ChannelName.SMS, agreed=True, at=NOW - timedelta(days=1), source="import", wording="file"
        )
    old = NOW - timedelta(days=30)
    sync(db, Scripted(Pulled(replies=(Reply("r1", PHONE, "STOP", old), Reply("r2", "+12025550145", "STOP", old)))))
    assert consent(db, ann) is True
    assert consent(db, bob) is False


def test_a_provider_s_own_list_counts(db: Database) -> None:
    ann = add_customer(db, phone=PHONE, consent_sms=1)
    result = sync(db, Scripted(Pulled(opt_outs=(OptOut("o1", PHONE, NOW, "on the provider's list"),))))
    assert result.opt_outs == 1
    assert consent(db, ann) is False


def test_a_bounce_on_a_provider_s_list_marks_the_address(db: Database) -> None:
    """C10, 28: told once or twice, everybody with that address is not mailed any more; strangers are not kept."""
    ann = add_customer(db, email="ann@example.com")
    bounces = (Bounce("b1", "ann@example.com", NOW, ""), Bounce("b2", "nobody@example.com", NOW, ""))
    for _ in range(2):
        sync(db, Scripted(Pulled(bounces=bounces)), ChannelName.EMAIL)
    assert db.value("SELECT email_state FROM customers WHERE id = ?", (ann,)) == "bounced"
    assert kinds(db) == ["bounced"]


def test_a_late_refusal_is_an_opt_out(db: Database) -> None:
    ann = add_customer(db, phone=PHONE, consent_sms=1)
    message(db, ann, "scripted", "m1")
    report = Report("m1:failed", "m1", EventKind.FAILED, NOW, "63014", None, Refusal.OPTED_OUT)
    sync(db, Scripted(Pulled(reports=(report,))))
    assert consent(db, ann) is False
    assert kinds(db) == ["failed"]


def test_a_no_holds_for_the_address_that_it_was_said_at(db: Database) -> None:
    """C18: a message went to a number that is hers no longer; its stop is one for the number, whoever gets it next."""
    ann = add_customer(db, phone="+12025550188", consent_sms=1)
    message(db, ann, "scripted", "SM1")
    sync(db, Scripted(Pulled((Report("SM1:no", "SM1", EventKind.OPTED_OUT, NOW),))))
    assert consent(db, ann) is False
    for number in (PHONE, "+12025550188"):
        assert suppressions.find_reason(db, "phone", number, ChannelName.SMS) == "opt_out"


def test_a_device_that_nobody_has_is_refused_by_its_own_id(db: Database) -> None:
    """C18: only numbers get a plus."""
    word = OptOut("W1", "device-1", NOW, "unsubscribed")
    sync(db, Scripted(Pulled(opt_outs=(word,))), ChannelName.PUSH)
    assert suppressions.find_reason(db, "push", "device-1", ChannelName.PUSH) == "opt_out"


def test_opt_outs_that_can_not_be_fetched_hold_the_channel(db: Database) -> None:
    """10: the channel waits and says why; the next answer ends that."""
    result = sync(db, Scripted(PullFailed("The server could not be reached.")))
    assert result.failed == {"scripted": "The server could not be reached."}
    state = provider_states.find(db, "scripted")
    assert state is not None
    assert state.cause == Rest.OPT_OUTS_UNKNOWN
    assert not state.is_over(NOW + timedelta(days=30))
    assert db.value("SELECT kind FROM notices WHERE dismissed_at IS NULL") == "opt_outs_unknown"
    sync(db, Scripted(Pulled()), now=NOW + timedelta(hours=1))
    assert provider_states.find(db, "scripted") is None
    assert db.value("SELECT count(*) FROM notices WHERE dismissed_at IS NULL") == 0


def test_offline_holds_a_real_provider_too(db: Database) -> None:
    """8, 10: nobody answers: what is not known is not assumed."""
    with FakeTwilio() as server:
        channel = twilio_sms(server)
    assert "twilio" in sync(db, channel).failed
    assert provider_states.find(db, "twilio") is not None


def test_wrong_password_holds_a_real_provider_too(db: Database) -> None:
    """9, 10: nor does a provider that refuses tell opt-outs."""
    with FakeTwilio() as server:
        failed = sync(db, twilio_sms(server, auth_token="revoked")).failed
    assert failed["twilio"]
    assert "revoked" not in failed["twilio"]


def test_sending_first_asks_who_was_not_asked_lately(db: Database) -> None:
    """10: opt-outs are fetched before anything is sent, and not for every message."""
    channel = Scripted(Pulled())
    build = only(ChannelName.SMS, channel)
    feedback.sync_if_older(db, build, Settings(), NOW)
    feedback.sync_if_older(db, build, Settings(), NOW + timedelta(minutes=4))
    assert len(channel.asked) == 1
    feedback.sync_if_older(db, build, Settings(), NOW + timedelta(minutes=6))
    feedback.sync_if_older(db, build, Settings(), NOW - timedelta(days=400))  # a clock that was set back proves nothing
    assert len(channel.asked) == 3


def test_a_round_that_was_broken_off_is_ended_before_anything_is_sent(db: Database) -> None:
    """10: the program was closed between two pages: the opt-outs on the next one are fetched at once, not later."""
    channel = Scripted(Pulled(), Pulled(opt_outs=(OptOut("o1", PHONE, NOW, "STOP"),)))
    build = only(ChannelName.SMS, channel)
    assert feedback.sync_status(db, build, Settings(), NOW, lambda: bool(channel.asked)).opt_outs == 0
    assert feedback.sync_if_older(db, build, Settings(), NOW + timedelta(minutes=1)).opt_outs == 1
    assert feedback.sync_if_older(db, build, Settings(), NOW + timedelta(minutes=2)).opt_outs == 0
    assert len(channel.asked) == 2


def test_messages_of_which_nothing_is_known_are_asked_about_first(db: Database) -> None:
    """C18, 28: of more open messages than one run asks about, those that were delivered do not keep the others out."""
    ann = add_customer(db, phone=PHONE)
    sent = [message(db, ann, "scripted", f"id-{number}") for number in range(2_010)]
    sync(db, Scripted(Pulled(reports=tuple(delivered(f"id-{number}") for number in range(1_000)))))
    channel = Scripted(Pulled())
    sync(db, channel)
    assert {each.message_id for each in channel.pending} >= set(sent[1_000:])
