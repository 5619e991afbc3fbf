"""What came back of the messages: each fact once, whatever the provider repeats, mixes up or breaks off."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.channels.pretend import PretendChannel
from reengage_desktop.channels.protocol import (
    Channel,
    NotConfigured,
    Pending,
    Pulled,
    PullFailed,
    Reply,
    Report,
)
from reengage_desktop.domain.campaign_results import RecipientStatus
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, EventKind
from reengage_desktop.engine import feedback, privacy
from reengage_desktop.store import (
    campaign_results,
    customers,
    job_runs,
    notices,
    provider_states,
    receipts,
    suppressions,
)
from reengage_desktop.store.database import Database
from tests.channels.letters import twilio_sms, twilio_whatsapp, whatsapp_cloud
from tests.conftest import Clock
from tests.engine.feedback_rig import NOW, PHONE, SENT_AT, Scripted, consent, events, kinds, message, only, sync
from tests.servers.twilio import OWN_NUMBER, FakeTwilio
from tests.servers.whatsapp import FakeWhatsApp
from tests.shop_rows import add_customer, add_message, new_database


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


@pytest.mark.parametrize("state", ["uncertain", "pending", "held", "skipped"])
def test_a_delivery_ends_the_doubt_about_a_message(db: Database, state: str) -> None:
    """Promise 5: she wanted it sent again, and then the provider tells that it had arrived: it does not go twice."""
    ann = add_customer(db, phone=PHONE, consent_sms=1)
    doubtful = {"state": state, "attempts": 1, "claimed_at": stamp(SENT_AT), "channel": "sms", "address": PHONE}
    add_message(db, ann, None, provider="scripted", provider_message_id="id-1", **doubtful)
    sync(db, Scripted(page([Report("e0", "id-1", EventKind.BOUNCED, NOW)])))
    assert db.row("SELECT state FROM outbox") == (state,)
    sync(db, Scripted(page([Report("e1", "id-1", EventKind.DELIVERED, NOW)])))
    assert db.row("SELECT state, sent_at, provider_message_id FROM outbox") == ("accepted", stamp(SENT_AT), "id-1")
    assert db.value("SELECT count(*) FROM cap_ledger") == 1


def test_what_never_was_handed_over_is_proven_by_nothing(db: Database) -> None:
    """28: a report under an id that stands by chance with a message that only waits moves nothing."""
    ann = add_customer(db, phone=PHONE, consent_sms=1)
    add_message(db, ann, None, channel="sms", address=PHONE, provider="scripted", provider_message_id="id-1")
    sync(db, Scripted(page([Report("e1", "id-1", EventKind.DELIVERED, NOW)])))
    assert db.row("SELECT state FROM outbox") == ("pending",)


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


def test_after_weeks_off_all_that_is_open_is_asked_about_for_days(db: Database) -> None:
    """10, 28: more of them than one round asks about are asked about in the next ones; a usual week reaches a week."""
    ann = add_customer(db, phone=PHONE, consent_sms=1)
    old = {"channel": "sms", "address": PHONE, "provider": "scripted", "provider_message_id": "old"}
    add_message(db, ann, NOW - timedelta(days=22), **old)
    job_runs.begin(db, "sync_status", NOW - timedelta(days=21), trigger=job_runs.BY_CLOCK)
    reached = []
    for hour in range(8 * 24 + 1):
        now = NOW + timedelta(hours=hour)
        job_runs.begin(db, "sync_status", now, trigger=job_runs.BY_CLOCK)
        if hour % 24 == 0:
            channel = Scripted(page([]))
            sync(db, channel, now=now)
            reached.append(bool(channel.pending))
    assert reached == [True] * 8 + [False]


@pytest.mark.parametrize("lame", ["mailbox", "whatsapp"])
def test_what_holds_a_channel_is_told_once(db: Database, lame: str) -> None:
    """10, 9: one of two that hold a provider can't be asked, hour after hour: one notice, which the owner puts away."""
    failing, telling = Scripted(PullFailed("down")), Scripted(page([]))
    failing.name, telling.name = "imap" if lame == "mailbox" else "postmark", "postmark"
    settings = Settings({"channels.email.provider": "postmark"})

    def build(name: ChannelName) -> Channel | NotConfigured:
        if name in (ChannelName.EMAIL, ChannelName.SMS):
            return telling
        return failing if name is ChannelName.WHATSAPP and lame == "whatsapp" else NotConfigured("none")

    def ask(hour: int) -> None:
        box = failing if lame == "mailbox" else NotConfigured("none")
        feedback.sync_status(db, build, settings, NOW + timedelta(hours=hour), mailbox=lambda: box)

    ask(0)
    notices.dismiss(db, "provider:postmark", NOW)
    ask(1)
    state = provider_states.find(db, "postmark")
    assert state is not None
    assert state.since == NOW
    assert db.value("SELECT count(*) FROM notices WHERE dismissed_at IS NULL") == 0
    failing.pages = [page([])]
    ask(2)
    assert provider_states.find(db, "postmark") is None


def test_another_one_who_can_not_be_asked_is_told_anew(db: Database) -> None:
    """10, 9: the owner put the notice away and mended Postmark; meanwhile the mailbox fails: that she hears, once."""
    carrier, box = Scripted(PullFailed("wrong key")), Scripted(page([]))
    carrier.name = "postmark"
    settings = Settings({"channels.email.provider": "postmark"})

    def told_after(hour: int) -> list[tuple[object, ...]]:
        now = NOW + timedelta(hours=hour)
        feedback.sync_status(db, only(ChannelName.EMAIL, carrier), settings, now, mailbox=lambda: box)
        found = db.rows("SELECT json_extract(figures, '$.provider') FROM notices WHERE dismissed_at IS NULL")
        notices.dismiss(db, "provider:postmark", now)
        return found

    assert told_after(0) == [("postmark",)]
    assert told_after(1) == []
    box.name, box.pages = "imap", [page([])]
    assert told_after(2) == []
    carrier.pages, box.pages = [page([])], [PullFailed("wrong password")]
    assert told_after(3) == [("imap",)]
    assert told_after(4) == []
    carrier.pages, box.pages = [PullFailed("wrong key")], [page([])]
    assert told_after(5) == [("postmark",)]
    assert [told_after(hour) for hour in range(6, 9)] == [[], [], []]


def test_each_open_message_has_its_turn(db: Database) -> None:
    """A11, 28: a campaign of more messages than one round asks about: the opens of the last ones are counted too."""
    ann = add_customer(db, phone=PHONE, consent_sms=1)
    ids = {message(db, ann, "scripted", f"id-{number}") for number in range(20)}
    asked: set[int] = set()
    for _ in range(60):
        some = receipts.list_open(db, "scripted", ChannelName.SMS, SENT_AT - timedelta(days=1), at_most=5)
        assert len(some) == 5
        asked |= {each.message_id for each in some}
    assert asked == ids
