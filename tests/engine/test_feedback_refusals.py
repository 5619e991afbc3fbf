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
from reengage_desktop.store import customers, notices, provider_states, suppressions
from reengage_desktop.store.database import Database
from reengage_desktop.store.provider_states import Rest
from tests.channels.letters import resend, twilio_sms
from tests.engine.feedback_rig import NOW, PHONE, Scripted, consent, delivered, kinds, message, only, sync
from tests.servers.http import Asked, as_json
from tests.servers.http import Reply as Answered
from tests.servers.resend import FakeResend
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


def test_what_was_held_by_a_clock_that_was_ahead_is_held(db: Database) -> None:
    """10, 16: nobody could be asked, neither by the wrong clock nor by the right one: nothing goes."""
    ahead = NOW + timedelta(days=400)
    sync(db, Scripted(Pulled()), now=ahead)
    for now in (ahead, NOW, NOW + timedelta(minutes=10)):
        sync(db, Scripted(PullFailed("The server could not be reached.")), now=now)
        state = provider_states.find(db, "scripted")
        assert state is not None
        assert not state.is_over(now)
        is_told = notices.dismiss(db, "provider:scripted", now)
        assert is_told is (now == ahead)


class HurriedResend(FakeResend):
    """Takes two questions at a time, then asks to wait a moment, as Resend does from a few a second on."""

    questions = 0

    def refuse(self, asked: Asked) -> Answered | None:
        self.questions += 1
        body = {"statusCode": 429, "name": "rate_limit_exceeded", "message": "Too many requests"}
        return super().refuse(asked) if self.questions % 3 else as_json(429, body, Retry_After="0")


def test_a_limit_of_a_few_questions_a_second_holds_nothing(db: Database) -> None:
    """10, 7: a long list of who said no is read to its end, however often the provider asks to wait a moment."""
    with HurriedResend() as server:
        server.page_size = 2
        for number in range(12):
            server.suppress(f"somebody-{number}@example.com", "complaint")
        result = sync(db, resend(server), ChannelName.EMAIL)
    assert (result.failed, result.opt_outs) == ({}, 12)
    assert provider_states.find(db, "resend") is None


def test_waiting_for_a_provider_is_broken_off_and_ends(db: Database) -> None:
    """31, 7: nobody waits for it once the program is to close, or for ever, or for an hour."""
    busy = Scripted(PullFailed("Too many requests.", 0.0))
    assert "scripted" in sync(db, busy).failed
    assert len(busy.asked) < 10
    for each in (3600.0, 4.0):
        busy = Scripted(PullFailed("Too many requests.", each))
        feedback.sync_status(db, only(ChannelName.SMS, busy), Settings(), NOW, lambda: bool(busy.asked))  # noqa: B023
        assert len(busy.asked) == 1


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
