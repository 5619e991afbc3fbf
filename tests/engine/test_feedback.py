"""What came back: opt-outs first, each fact once, whatever the provider repeats, mixes up or breaks off."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.channels.pretend import PretendChannel
from reengage_desktop.channels.protocol import (
    Bounce,
    Capabilities,
    Channel,
    NotConfigured,
    OptOut,
    Pending,
    Pulled,
    PullFailed,
    Reply,
    Report,
)
from reengage_desktop.channels.trials import TestResult, works
from reengage_desktop.domain.campaign_results import RecipientStatus
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.outcomes import Accepted, Outcome, Refusal
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, EventKind
from reengage_desktop.engine import feedback, privacy
from reengage_desktop.engine.feedback import SyncResult
from reengage_desktop.store import campaign_results, customers, provider_states, suppressions
from reengage_desktop.store.database import Database
from reengage_desktop.store.provider_states import Rest
from tests.channels.letters import twilio_sms, twilio_whatsapp, whatsapp_cloud
from tests.conftest import Clock
from tests.servers.twilio import OWN_NUMBER, FakeTwilio
from tests.servers.whatsapp import FakeWhatsApp
from tests.shop_rows import add_customer, add_message, new_database

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SENT_AT = NOW - timedelta(hours=3)
PHONE = "+12025550123"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """An empty shop."""
    db = new_database(tmp_path / "shop.db")
    yield db
    db.close()


def message(db: Database, customer_id: int, provider: str, provider_id: str, **columns: object) -> int:
    columns = {"channel": "sms", "address": PHONE, "provider": provider, "provider_message_id": provider_id, **columns}
    return add_message(db, customer_id, SENT_AT, **columns)


def only(name: ChannelName, channel: Channel) -> Callable[[ChannelName], Channel | NotConfigured]:
    return lambda asked: channel if asked is name else NotConfigured("not in this test")


def events(db: Database) -> list[tuple[object, ...]]:
    return db.rows("SELECT kind, outbox_id, customer_id, provider_event_id FROM delivery_events ORDER BY id")


def kinds(db: Database) -> list[str]:
    return [str(row[0]) for row in events(db)]


def consent(db: Database, customer_id: int, channel: ChannelName = ChannelName.SMS) -> bool | None:
    return customers.get(db, customer_id).consent[channel]


class Scripted:
    """A provider that answers as written: pages by the cursor that asks for them."""

    name = "scripted"
    capabilities = Capabilities(pulls_status=True, pulls_opt_outs=True)

    def __init__(self, *pages: Pulled | PullFailed) -> None:
        self.pages = list(pages)
        self.asked: list[str | None] = []
        self.pending: Sequence[Pending] = ()

    def pull(
        self, cursor: str | None, now: datetime, pending: Sequence[Pending], deadline: float
    ) -> Pulled | PullFailed:
        self.asked.append(cursor)
        self.pending = pending
        number = int(cursor or 0)
        page = self.pages[min(number, len(self.pages) - 1)]
        if isinstance(page, PullFailed):
            return page
        return replace(page, cursor=str(number + 1), more=number + 1 < len(self.pages))

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        return Accepted(None)

    def test(self) -> TestResult:
        return works("Works.")

    def close(self) -> None:
        """Holds nothing."""


def sync(db: Database, channel: Channel, name: ChannelName = ChannelName.SMS, now: datetime = NOW) -> SyncResult:
    return feedback.sync_status(db, only(name, channel), Settings(), now)


def delivered(provider_id: str, at: datetime = NOW) -> Report:
    return Report(f"{provider_id}:delivered", provider_id, EventKind.DELIVERED, at)


# With the providers' own servers.


def test_twilio_tells_replies_opt_outs_and_delivery(db: Database, clock: Clock) -> None:
    """10, 28, C18: everything new is learned once; the second time changes nothing."""
    ann, bob = add_customer(db, phone=PHONE, consent_sms=1), add_customer(db, phone="+12025550145", consent_sms=1)
    with FakeTwilio(moment=clock) as server:
        sids = [
            server._keep(OWN_NUMBER, phone, "Hi", "outbound-api", "sent")["sid"] for phone in (PHONE, "+12025550145")
        ]
        first = message(db, ann, "twilio", sids[0])
        second = message(db, bob, "twilio", sids[1], address="+12025550145")
        waiting = add_message(db, ann, None, channel="sms", address=PHONE)
        server.set_status(sids[0], "delivered")
        server.set_status(sids[1], "undelivered", 30006)
        server.add_reply(PHONE, " Stop. ")
        server.add_reply("+12025550145", "Are you open on Sunday?")
        channel = twilio_sms(server)
        result = sync(db, channel, now=clock())
        assert result.as_json()["events"] == {"answered": 1, "delivered": 1, "failed": 1, "opted_out": 1}
        assert (result.opt_outs, result.replies) == (1, 2)
        assert sync(db, channel, now=clock.move(hours=1)).as_json()["events"] == {}
    assert {(kind, message_id) for kind, message_id, *_ in events(db)} == {
        ("opted_out", first),
        ("answered", second),
        ("delivered", first),
        ("failed", second),
    }
    assert consent(db, ann) is False
    assert consent(db, bob) is True
    assert suppressions.find_reason(db, "phone", "+12025550145", ChannelName.SMS) == "bounced"
    assert suppressions.find_reason(db, "phone", "+12025550145", ChannelName.WHATSAPP) is None
    assert db.row("SELECT state, reason FROM outbox WHERE id = ?", (waiting,)) == ("skipped", "opted_out")
    assert db.rows("SELECT state, source, wording FROM consents WHERE customer_id = ?", (ann,)) == [
        ("no", "person", " Stop. ")
    ]
    assert db.value("SELECT count(*) FROM outbox WHERE state = 'accepted'") == 2  # a send state never moves back


def test_pages_are_followed_and_resumed(db: Database, clock: Clock) -> None:
    """28: stopped between two pages, the next run goes on where it was."""
    with FakeTwilio(moment=clock) as server:
        server.page_size_limit = 2
        for number in range(5):
            server.add_reply(f"+1202555010{number}", "STOP")
        channel = twilio_sms(server)
        stops = iter([False, False, False, True])
        build = only(ChannelName.SMS, channel)
        first = feedback.sync_status(db, build, Settings(), clock(), lambda: next(stops, True))
        assert 0 < first.opt_outs < 5
        assert first.opt_outs + sync(db, channel, now=clock()).opt_outs == 5
    for number in range(5):
        reason = suppressions.find_reason(db, "phone", f"+1202555010{number}", ChannelName.SMS)
        assert reason == "opt_out"


def test_a_page_token_that_grew_old_begins_the_round_again(db: Database, clock: Clock) -> None:
    with FakeTwilio(moment=clock) as server:
        server.add_reply(PHONE, "STOP")
        channel = twilio_sms(server)
        assert sync(db, channel, now=clock()).opt_outs == 1
        stale = '{"since": null, "page": "/2010-04-01/Accounts/ACa1/Messages.json?Page=9", "newest": null}'
        with db.write():
            db.run("UPDATE sync_cursors SET cursor = ?", (stale,))
        server.add_reply("+12025550145", "STOP")
        assert sync(db, channel, now=clock()).failed == {}
    assert kinds(db) == ["opted_out", "opted_out"]


def test_whatsapp_and_sms_of_one_account_keep_apart(db: Database, clock: Clock) -> None:
    """C18: a STOP on WhatsApp says nothing about SMS."""
    ann = add_customer(db, phone=PHONE, consent_sms=1, consent_whatsapp=1)
    with FakeTwilio(moment=clock) as server:
        server.add_reply(f"whatsapp:{PHONE}", "stop", to=f"whatsapp:{OWN_NUMBER}")
        assert sync(db, twilio_sms(server), ChannelName.SMS, clock()).opt_outs == 0
        assert sync(db, twilio_whatsapp(server), ChannelName.WHATSAPP, clock()).opt_outs == 1
    assert consent(db, ann, ChannelName.WHATSAPP) is False
    assert consent(db, ann, ChannelName.SMS) is True


def test_meta_tells_message_by_message(db: Database) -> None:
    """28: read means delivered; a late failure that is an opt-out is one."""
    ann, bob = (add_customer(db, phone=phone, consent_whatsapp=1) for phone in ("+447700900123", "+447700900124"))
    with FakeWhatsApp() as server:
        for number, (person, status, words) in enumerate(
            ((ann, "READ", None), (bob, "FAILED", "(#131050) User has opted out")), start=1
        ):
            identity = f"wamid.{number}"
            server.events[identity] = []
            server.set_status(identity, status, stamp(NOW) - 60, words)
            message(db, person, "whatsapp_cloud", identity, channel="whatsapp", address="+447700900123")
        result = sync(db, whatsapp_cloud(server), ChannelName.WHATSAPP)
        assert result.as_json()["events"] == {"delivered": 1, "failed": 1, "opened": 1}
        assert sync(db, whatsapp_cloud(server), ChannelName.WHATSAPP).events == {}
        assert (
            len([asked for asked in server.asked if "message_history" in asked.path]) == 2
        )  # final ones are left alone
    assert consent(db, bob, ChannelName.WHATSAPP) is False
    assert consent(db, ann, ChannelName.WHATSAPP) is True


def test_meta_without_history_stays_at_sent(db: Database) -> None:
    """What a provider doesn't offer is a note, not a fault."""
    message(db, add_customer(db, phone=PHONE), "whatsapp_cloud", "wamid.1", channel="whatsapp")
    with FakeWhatsApp() as server:
        server.offers_history = False
        result = sync(db, whatsapp_cloud(server), ChannelName.WHATSAPP)
    assert result.failed == {}
    assert len(result.notes) == 1


def test_many_open_messages_are_asked_about_in_turns(db: Database) -> None:
    with FakeWhatsApp() as server, db.write():
        for number in range(60):
            server.events[f"wamid.{number}"] = [{"delivery_status": "DELIVERED", "timestamp": stamp(NOW) - 5}]
            customer = add_customer(db, phone=f"+4477009{number:05}")
            message(db, customer, "whatsapp_cloud", f"wamid.{number}", channel="whatsapp")
        assert sync(db, whatsapp_cloud(server), ChannelName.WHATSAPP).events == {EventKind.DELIVERED: 60}
        assert sync(db, whatsapp_cloud(server), ChannelName.WHATSAPP).events == {}


def test_pretend_messages_have_the_same_fate_every_time(db: Database) -> None:
    for number in range(40):
        customer = add_customer(db, email=f"p{number}@example.com")
        message(db, customer, "pretend", f"pretend-rd-{number}", channel="email", reference=f"rd-demo-{number}")
    channel = PretendChannel(ChannelName.EMAIL)
    at_once = sync(db, channel, ChannelName.EMAIL, SENT_AT)
    assert at_once.events == {}  # nothing has arrived in the second of sending
    later = sync(db, channel, ChannelName.EMAIL, NOW + timedelta(days=1))
    assert later.events[EventKind.DELIVERED] == 40
    assert 5 < later.events[EventKind.OPENED] < 30
    assert sync(db, channel, ChannelName.EMAIL, NOW + timedelta(days=1)).events == {}


# Opt-outs.


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


# When it can't be asked.


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


def test_a_provider_that_turns_in_circles_is_left(db: Database) -> None:
    class Circling(Scripted):
        def pull(
            self, cursor: str | None, now: datetime, pending: Sequence[Pending], deadline: float
        ) -> Pulled | PullFailed:
            self.asked.append(cursor)
            return Pulled(cursor="same", more=True)

    channel = Circling()
    sync(db, channel)
    assert len(channel.asked) == 2


def test_one_provider_s_fault_is_not_another_s(db: Database) -> None:
    with ExitStack() as stack:
        texts, chats = stack.enter_context(FakeTwilio()), stack.enter_context(FakeWhatsApp())
        built: dict[ChannelName, Channel] = {
            ChannelName.SMS: twilio_sms(texts, auth_token="revoked"),
            ChannelName.WHATSAPP: whatsapp_cloud(chats),
        }
        message(db, add_customer(db), "whatsapp_cloud", "wamid.1", channel="whatsapp")
        chats.events["wamid.1"] = [{"delivery_status": "DELIVERED", "timestamp": stamp(NOW)}]
        result = feedback.sync_status(db, lambda name: built.get(name) or NotConfigured("no"), Settings(), NOW)
    assert list(result.failed) == ["twilio"]
    assert result.events == {EventKind.DELIVERED: 1}


# Whatever order it comes in.

FACTS = st.lists(
    st.one_of(
        st.builds(
            Report,
            st.sampled_from(["m1:delivered", "m1:opened", "m2:delivered", "m2:failed"]),
            st.just("m1"),
            st.just(EventKind.DELIVERED),
            st.just(NOW),
        ).map(lambda report: replace(report, provider_id=report.event_id[:2], kind=EventKind(report.event_id[3:]))),
        st.builds(Reply, st.sampled_from(["r1", "r2"]), st.just(PHONE), st.just("hello"), st.just(NOW)),
    ),
    max_size=12,
)


@given(FACTS, FACTS, st.integers(0, 3))
def test_repeated_and_mixed_up_events_are_kept_once(
    tmp_path_factory: pytest.TempPathFactory, first: list[Report | Reply], second: list[Report | Reply], cut: int
) -> None:
    """28: repeated, out of order, cut off: every fact is kept once, and a send state never moves."""
    db = new_database(tmp_path_factory.mktemp("shop") / "shop.db")
    try:
        ann = add_customer(db, phone=PHONE)
        for identity in ("m1", "m2"):
            message(db, ann, "scripted", identity)
        pages = [page(facts) for facts in (first, second, [*second, *first])]
        stops = iter([False] * (cut + 1))
        feedback.sync_status(db, only(ChannelName.SMS, Scripted(*pages)), Settings(), NOW, lambda: next(stops, True))
        sync(db, Scripted(*pages))
        expected = {fact.event_id for fact in (*first, *second)} | {
            f"{fact.event_id[:2]}:delivered" for fact in (*first, *second) if fact.event_id.endswith("opened")
        }
        kept = [str(row[3]) for row in events(db)]
        assert sorted(kept) == sorted(expected)
        assert db.rows("SELECT DISTINCT state FROM outbox") == [("accepted",)]
    finally:
        db.close()


def page(facts: Sequence[Report | Reply]) -> Pulled:
    return Pulled(
        reports=tuple(fact for fact in facts if isinstance(fact, Report)),
        replies=tuple(fact for fact in facts if isinstance(fact, Reply)),
    )


def test_what_comes_back_about_a_forgotten_person_names_nobody(db: Database) -> None:
    """Promise 32: a bounce that arrives after the erasure counts, but brings no address back and suppresses none."""
    ann = add_customer(db, name="Ann", phone=PHONE, consent_sms=1)
    sent = message(db, ann, "scripted", "SM1")
    privacy.erase_person(db, ann, NOW - timedelta(hours=1))
    listed = db.value("SELECT count(*) FROM suppressions")
    bounced = Report("e1", "SM1", EventKind.BOUNCED, NOW, code="30003", detail=f"Unreachable: {PHONE}")
    sync(db, Scripted(Pulled(reports=(bounced,))))
    assert db.rows("SELECT outbox_id, kind, detail FROM delivery_events") == [(sent, "bounced", None)]
    assert db.value("SELECT count(*) FROM suppressions") == listed


@pytest.mark.parametrize(
    ("code", "consents", "reason"),
    [
        # Not on WhatsApp, or she has blocked the shop: no more WhatsApp to her, texts may still go.
        ("131026", True, "bounced"),
        # Outside of the 24 hours, or Meta's own limit for her: only this message is lost.
        ("131047", True, None),
        ("131049", True, None),
        # She pressed “stop”.
        ("131050", False, "opt_out"),
    ],
)
def test_meta_s_late_failures_have_their_consequence(
    db: Database, code: str, consents: bool, reason: str | None
) -> None:
    """C12, C18, 28: told hours later, each does to the customer what it means, and the owner reads why."""
    ann = add_customer(db, phone="+447700900123", consent_whatsapp=1, consent_sms=1)
    with FakeWhatsApp() as server:
        server.events["wamid.1"] = []
        columns = {"channel": "whatsapp", "address": "+447700900123"}
        sent = message(db, ann, "whatsapp_cloud", "wamid.1", **columns)
        waiting = add_message(db, ann, None, **columns)
        at = int((NOW - timedelta(hours=1)).timestamp())
        server.set_status("wamid.1", "FAILED", at, f"{code} What Meta says of it")
        channel = whatsapp_cloud(server)
        assert sync(db, channel, ChannelName.WHATSAPP).events[EventKind.FAILED] == 1
        assert sync(db, channel, ChannelName.WHATSAPP).events == {}
    (row,) = campaign_results.recipient_rows(db, [sent], NOW)
    assert (row.status, row.error) == (RecipientStatus.FAILED, f"{code} What Meta says of it")
    assert customers.get(db, ann).consent[ChannelName.WHATSAPP] is consents
    assert suppressions.find_reason(db, "phone", "+447700900123", ChannelName.WHATSAPP) == reason
    assert suppressions.find_reason(db, "phone", "+447700900123", ChannelName.SMS) is None
    state = db.value("SELECT state FROM outbox WHERE id = ?", (waiting,))
    assert state == ("pending" if consents else "skipped")
