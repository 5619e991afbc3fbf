"""WhatsApp's 24 hours: after she wrote any words may go, else an approved template; decided at the claim, and shown."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.channels.protocol import Capabilities, ChannelState
from reengage_desktop.domain.answer_window import closes_at, is_open
from reengage_desktop.domain.findings import Found
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import ChannelName, EventKind, Reason
from reengage_desktop.store import message_log, templates
from reengage_desktop.store.database import Database
from tests.conftest import Clock
from tests.engine import deciding_rig
from tests.engine.sending_rig import Rig, ScriptedChannel

WHATSAPP = ChannelName.WHATSAPP
PHONE = "+447700900123"


def wrote(db: Database, who: int, hours_ago: float, clock: Clock, provider: str = "twilio") -> None:
    """She answered a message that she had got on WhatsApp."""
    at = clock() - timedelta(hours=hours_ago)
    with db.write():
        earlier = db.insert(
            "INSERT INTO outbox (reference, campaign_id, campaign_type, customer_id, occasion, touch, channel, "
            "address, content, state, created_at, queued_on, sent_at) VALUES (?, 5, 'winback', ?, 'x', ?, 'whatsapp', "
            "?, '{\"text\": \"Hi\"}', 'accepted', 1, 1, 1)",
            (f"old-{hours_ago}", who, f"old-{hours_ago}", PHONE),
        )
        message_log.add_event(
            db,
            message_id=earlier,
            customer_id=who,
            kind=EventKind.ANSWERED,
            at=at,
            provider=provider,
            event_id=f"in-{hours_ago}",
        )


@pytest.fixture
def rig(tmp_path: Path, clock: Clock) -> Iterator[Rig]:
    found = Rig(tmp_path / "shop", clock)
    found.channel = ScriptedChannel("twilio", Capabilities(needs_template=True))
    yield found
    found.db.close()


def queue(rig: Rig) -> tuple[int, int]:
    """A message in words of our own that waits for Ann."""
    who = rig.customer(WHATSAPP, phone=PHONE, timezone="Europe/London")
    waiting = rig.enqueue(rig.draft(who, WHATSAPP))
    assert isinstance(waiting, int)
    return who, waiting


@pytest.mark.parametrize(
    ("hours_ago", "provider", "goes"),
    [(None, "", False), (23, "twilio", True), (25, "twilio", False), (1, "whatsapp_cloud", False)],
)
def test_free_words_go_only_to_who_wrote_within_a_day(
    rig: Rig, clock: Clock, hours_ago: float | None, provider: str, *, goes: bool
) -> None:
    """Issue 6: known before the call, not by a late 131047; somebody else's sender has a window of its own."""
    who, waiting = queue(rig)
    if hours_ago is not None:
        wrote(rig.db, who, hours_ago, clock, provider)
    rig.send()
    if goes:
        assert [(each.content.text, each.may_be_free) for each in rig.channel.sent] == [("Hello", True)]
        return
    assert rig.channel.sent == []
    assert rig.row(waiting, "state", "reason") == ("skipped", Reason.PROVIDER_LIMIT)
    assert "approved template" in rig.row(waiting, "error")
    assert rig.touches() == 0, "what could not go uses up none of her messages"


def test_an_approved_template_goes_at_any_time(rig: Rig) -> None:
    who = rig.customer(WHATSAPP, phone=PHONE, timezone="Europe/London")
    draft = rig.draft(who, WHATSAPP)
    approved = Content("Hello", template_name="we_miss_you", language="en")
    rig.enqueue(type(draft)(**{**vars(draft), "content": approved}))
    rig.send()
    assert [each.may_be_free for each in rig.channel.sent] == [False]


def test_where_no_template_is_needed_any_words_go(rig: Rig) -> None:
    """A negative control: the window concerns providers of approved wordings only."""
    rig.channel.capabilities = Capabilities()
    queue(rig)
    rig.send()
    assert [each.may_be_free for each in rig.channel.sent] == [False]


def test_the_window_closes_a_little_early(clock: Clock) -> None:
    """Two clocks never agree, and the message is still on its way."""
    at = clock()
    assert is_open(at, closes_at(at) - timedelta(seconds=1))
    assert not is_open(at, closes_at(at))
    assert at + timedelta(hours=23, minutes=50) < closes_at(at) < at + timedelta(hours=24)
    assert not is_open(None, at)


def test_why_tells_of_the_window(tmp_path: Path) -> None:
    """Issue 6, `explain`: the text can't go, and the daily run leaves her out; she writes, and until when it may."""
    rig = deciding_rig.open_rig(tmp_path)
    moment = Clock(rig.now)
    rig.set(channels="whatsapp")
    rig.availability[WHATSAPP] = ChannelState(configured=True, provider="twilio", detail="", needs_template=True)
    own = Template(
        "Own", WHATSAPP, "Hi {{ first_name }}, see you.", campaign_type="we_miss_you", provider_template="own"
    )
    templates.save(rig.db, own, rig.now)
    rig.db.run("UPDATE templates SET provider_template = NULL WHERE name = 'Own'")
    who = rig.person(80, first_name="Ann", phone=PHONE, consent_whatsapp=1)
    answer = rig.explain(who)
    assert (answer.reason, answer.checks[-1].finding.found) == (Reason.PROVIDER_LIMIT, Found.TEXT_UNAPPROVED)
    assert (answer.checks[-1].rule, answer.checks[-1].passed) == (Reason.PROVIDER_LIMIT, False)
    run = rig.run()
    assert (run.total_notified, run.skipped[Reason.PROVIDER_LIMIT]) == (0, 1)
    wrote(rig.db, who, 2, moment)
    answer = rig.explain(who)
    assert (answer.reason, answer.channel) == (None, WHATSAPP)
    check = answer.checks[-1]
    assert (check.passed, check.finding.found) == (True, Found.TEXT_IN_WINDOW)
    assert "WhatsApp takes any words until" in check.detail
    assert rig.run().total_notified == 1
    rig.db.close()
