"""What is said in a call ends in the right state, from Vapi's answer to the customer's record."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reengage_desktop.channels.protocol import Channel, NotConfigured
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine import analytics, feedback, privacy
from reengage_desktop.engine.feedback import SyncResult
from reengage_desktop.store import calls, campaign_results, customers, personal_data, provider_states, suppressions
from reengage_desktop.store.database import Database, open_database
from tests.channels.letters import vapi
from tests.servers.vapi import FakeVapi
from tests.shop_rows import add_customer, add_message

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PHONE = "+12025550123"


class Line:
    """A shop that has called Ann."""

    def __init__(self, db: Database, server: FakeVapi) -> None:
        self.db, self.server = db, server
        self.ann = add_customer(db, name="Ann", phone=PHONE, consent_call=1, consent_sms=1)
        server.calls["call-1"] = {"id": "call-1", "name": "rd-test-1", "status": "in-progress"}
        self.sent = add_message(
            db,
            self.ann,
            NOW - timedelta(hours=1),
            channel="call",
            address=PHONE,
            provider="vapi",
            provider_message_id="call-1",
        )

    def end(self, reason: str = "customer-ended-call", result: str = "unclear", **said: object) -> SyncResult:
        """The call ends so, and is asked about twice."""
        self.server.end("call-1", reason, NOW - timedelta(minutes=30), result, **said)
        told = self.sync()
        again = self.sync()
        assert (again.events, again.opt_outs, again.replies) == ({}, 0, 0)
        return told

    def sync(self, now: datetime = NOW) -> SyncResult:
        def build(name: ChannelName) -> Channel | NotConfigured:
            return vapi(self.server) if name is ChannelName.CALL else NotConfigured("not in this test")

        result = feedback.sync_status(self.db, build, Settings(), now)
        assert result.failed == {}
        return result

    @property
    def kinds(self) -> set[str]:
        return {kind for (kind,) in self.db.rows("SELECT kind FROM delivery_events")}

    def consent(self, channel: ChannelName = ChannelName.CALL) -> bool | None:
        return customers.get(self.db, self.ann).consent[channel]


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    """A shop and Vapi."""
    db = open_database(tmp_path / "shop.db")
    with FakeVapi() as server:
        yield Line(db, server)
    db.close()


def test_a_yes_opens_an_enquiry_and_converts(line: Line) -> None:
    """C9: once, however often it is told; there is no revenue without an order."""
    line.end(result="interested", summary="Wants the green tea again.", transcript="AI: Hello.\nUser: Yes, please!")
    assert line.kinds == {"delivered", "answered", "converted"}
    assert line.db.rows("SELECT customer_id, source, status FROM enquiries") == [(line.ann, "call", "open")]
    assert line.db.value("SELECT count(*) FROM conversions") == 0
    call = calls.find(line.db, line.sent)
    assert call is not None
    assert (call.result, call.cost_micros) == ("interested", 120_000)
    assert call.recording_url.startswith("https://")
    assert "Yes, please!" in call.transcript


def test_a_friendly_no_is_an_answer(line: Line) -> None:
    assert line.end(result="not_now").replies == 1
    assert line.kinds == {"delivered", "answered"}
    assert line.consent() is True
    assert line.db.value("SELECT count(*) FROM enquiries") == 0


def test_a_stop_is_an_opt_out(line: Line) -> None:
    """C18: from calls; other channels keep what they had."""
    waiting = add_message(line.db, line.ann, None, channel="call", address=PHONE)
    assert line.end(result="stop", summary="Wants no more calls.").opt_outs == 1
    assert line.kinds == {"delivered", "opted_out"}
    assert (line.consent(), line.consent(ChannelName.SMS)) == (False, True)
    assert line.db.value("SELECT state FROM outbox WHERE id = ?", (waiting,)) == "skipped"


def test_a_stop_is_heard_however_long_the_pc_was_off(line: Line) -> None:
    """C18, 10: nobody asked for three weeks after the call: what was said in it counts all the same."""
    line.sync()
    line.server.end("call-1", "customer-ended-call", NOW, "stop")
    assert line.sync(NOW + timedelta(days=21)).opt_outs == 1
    assert line.consent() is False


@pytest.mark.parametrize("result", ["unclear", "not_now", "interested"])
def test_a_no_that_the_voice_missed_is_shown_to_the_owner(line: Line, result: str) -> None:
    """C18: her own words suppress meanwhile; what the voice says is not hers."""
    line.end(result=result, transcript="AI: You can stop this call.\nUser: Please don't call me again.\nAI: Bye.")
    assert line.consent() is False
    assert line.db.value("SELECT kind FROM notices") == "reply_may_be_opt_out"
    quote = line.db.value("SELECT wording FROM consents WHERE state = 'no'")
    assert quote == "Please don't call me again."


def test_what_the_voice_says_is_no_word_of_hers(line: Line) -> None:
    line.end(transcript="AI: stop\nAI: do not call\nUser: Hm.")
    assert line.consent() is True


def test_a_wrong_number_is_not_called_again(line: Line) -> None:
    """C9: for calls only; the number may still take texts."""
    line.end(result="wrong_person")
    assert suppressions.find_reason(line.db, "phone", PHONE, ChannelName.CALL) == "bounced"
    assert suppressions.find_reason(line.db, "phone", PHONE, ChannelName.SMS) is None


@pytest.mark.parametrize("reason", ["customer-busy", "customer-did-not-answer", "voicemail"])
def test_nobody_there_leaves_the_number_alone(line: Line, reason: str) -> None:
    line.end(reason, "interested", was_answered=False)
    assert line.kinds == {"failed"}
    assert calls.find(line.db, line.sent) is None
    assert suppressions.find_reason(line.db, "phone", PHONE, ChannelName.CALL) is None


def test_an_account_that_may_not_call_is_paused_once(line: Line) -> None:
    """9: one pause; after the owner has mended it, the old call does not pause it again."""
    line.end("call.start.error-subscription-insufficient-credits", was_answered=False)
    state = provider_states.find(line.db, "vapi")
    assert state is not None
    assert (state.cause, state.retry_at) == ("balance", None)
    provider_states.resume(line.db, "vapi", NOW)
    line.sync()
    assert provider_states.find(line.db, "vapi") is None


def test_a_forgotten_person_s_words_are_gone(line: Line) -> None:
    """32: what was said goes with her, and what comes later is not kept."""
    line.end(result="interested", summary="Ann wants tea.", transcript="User: I am Ann")
    assert personal_data.collect(line.db, line.ann)["calls"][0]["transcript"] == "User: I am Ann"
    privacy.erase_person(line.db, line.ann, NOW)
    call = calls.find(line.db, line.sent)
    assert call is not None
    assert (call.summary, call.transcript, call.recording_url) == ("", "", "")
    line.sync()
    assert calls.find(line.db, line.sent) == call


def test_a_yes_counts_as_a_yes_and_brings_no_money_by_itself(line: Line) -> None:
    """C9: a yes in a call is a figure of its own, the same on the campaign, in Analytics and in the command line."""
    line.end(result="interested")
    campaign = line.db.value("SELECT campaign_id FROM outbox WHERE id = ?", (line.sent,))
    results = campaign_results.find_results(line.db, campaign, Settings(), NOW, {})
    figures = analytics.get_analytics(line.db, Settings(), NOW, 30)
    assert (results.totals.said_yes, results.totals.converted, results.totals.revenue_minor) == (1, 0, 0)
    assert (figures.totals.said_yes, figures.totals.converted, figures.totals.revenue_minor) == (1, 0, 0)
    assert figures.as_json()["by_channel"]["call"]["said_yes"] == 1
    assert results.totals.as_json("EUR")["said_yes"] == 1
