"""WhatsApp's 24 hours: after she wrote any words may go, else an approved template; decided at the claim, and shown."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.channels.protocol import Capabilities, ChannelState
from reengage_desktop.domain.answer_window import closes_at, is_open
from reengage_desktop.domain.campaign_plans import parse_plan
from reengage_desktop.domain.findings import Found
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import ChannelName, EventKind, Reason
from reengage_desktop.engine import campaigning
from reengage_desktop.engine.campaigning.reviewing import review
from reengage_desktop.engine.campaigning.starting import fill
from reengage_desktop.engine.selecting import UNAPPROVED, Selector
from reengage_desktop.store import message_log, owner_campaigns, templates
from reengage_desktop.store.database import Database
from tests.conftest import Clock
from tests.engine import deciding_rig
from tests.engine.sending_rig import Rig, ScriptedChannel

WHATSAPP = ChannelName.WHATSAPP
PHONE = "+447700900123"
OWN = Template("Own", WHATSAPP, "{{ first_name }}, see you?", campaign_type="we_miss_you")


def wrote(
    db: Database, who: int, hours_ago: float, clock: Clock, provider: str = "twilio", address: str = PHONE
) -> None:
    """She answered a message that she had got on WhatsApp."""
    at = clock() - timedelta(hours=hours_ago)
    with db.write():
        earlier = db.insert(
            "INSERT INTO outbox (reference, campaign_id, campaign_type, customer_id, occasion, touch, channel, "
            "address, content, state, created_at, queued_on, sent_at) VALUES (?, 5, 'winback', ?, 'x', ?, 'whatsapp', "
            "?, '{\"text\": \"Hi\"}', 'accepted', 1, 1, 1)",
            (f"old-{hours_ago}", who, f"old-{hours_ago}", address),
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
    templates.save(rig.db, OWN, rig.now)
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


def needing_approval(folder: Path) -> deciding_rig.Rig:
    """A shop whose WhatsApp goes through a provider of approved wordings, with a free text."""
    rig = deciding_rig.open_rig(folder)
    rig.availability[WHATSAPP] = ChannelState(configured=True, provider="twilio", detail="", needs_template=True)
    templates.save(rig.db, OWN, rig.now)
    return rig


@pytest.mark.parametrize("mode", ["first", "best", "all"])
def test_an_automatic_message_takes_the_next_channel(tmp_path: Path, mode: str) -> None:
    """B4, issue 6: outside the window her message is an e-mail, and `explain` says the same as the run."""
    rig = needing_approval(tmp_path)
    rig.set(channels="whatsapp,email", channel_mode=mode)
    silent = rig.person(80, first_name="Ann", phone=PHONE, consent_whatsapp=1)
    writer = rig.person(80, first_name="Bo", phone="+447700900124", consent_whatsapp=1)
    wrote(rig.db, silent, 25, Clock(rig.now))
    wrote(rig.db, writer, 2, Clock(rig.now), address="+447700900124")
    assert rig.explain(silent).channel is ChannelName.EMAIL
    assert rig.explain(writer).channel is WHATSAPP
    rig.run()
    assert [each["channel"] for each in rig.messages(silent) if each["state"] != "accepted"] == ["email"]
    free = [each for each in rig.messages(writer) if each["channel"] == "whatsapp" and each["state"] != "accepted"]
    assert [each["content"]["text"] for each in free] == ["Bo, see you?"]
    rig.db.close()


def test_send_refuses_outside_the_window(tmp_path: Path) -> None:
    """A13, issue 6: the job's answer names the reason, and inside the window the words are queued."""
    rig = needing_approval(tmp_path)
    rig.set(channels="whatsapp")
    who = rig.person(80, first_name="Ann", phone=PHONE, consent_whatsapp=1)
    asked = {"customer_phone": PHONE, "campaign_type": "we_miss_you"}

    def written() -> Content | campaigning.DemandResult:
        return campaigning.preview_on_demand(rig.db, asked, rig.settings, rig.availability, rig.now)

    refused = written()
    assert isinstance(refused, campaigning.DemandResult)
    assert refused.reason is Reason.PROVIDER_LIMIT
    wrote(rig.db, who, 2, Clock(rig.now))
    answer = written()
    assert isinstance(answer, Content)
    assert (answer.text, answer.template_name, answer.parameters) == ("Ann, see you?", None, ())
    rig.db.close()


@pytest.mark.parametrize("channels", [("whatsapp",), ("whatsapp", "email")])
def test_an_owners_campaign_in_free_words(tmp_path: Path, channels: tuple[str, ...]) -> None:
    """C12, issue 6: the last look and the start agree on who may get it, else a reason or the next channel."""
    rig = needing_approval(tmp_path)
    silent = rig.person(80, first_name="Ann", phone=PHONE, consent_whatsapp=1)
    writer = rig.person(80, first_name="Bo", phone="+447700900124", consent_whatsapp=1)
    wrote(rig.db, silent, 25, Clock(rig.now))
    wrote(rig.db, writer, 2, Clock(rig.now), address="+447700900124")
    method = "multi" if "email" in channels else "whatsapp"
    payload = {"name": "Cake", "campaign_type": "winback", "channels": list(channels), "outreach_method": method}
    plan = parse_plan({**payload, "target_criteria": {}}, rig.zone)
    selector = Selector.of(rig.db, rig.settings, rig.availability, rig.now)
    looked = review(selector, plan)
    assert looked.stops == ()
    assert looked.channel_of[writer] is WHATSAPP
    made = owner_campaigns.insert(rig.db, plan, rig.now)
    owner_campaigns.begin(rig.db, made.id, rig.now)
    fill(selector, made.id)
    rows = rig.db.rows(
        "SELECT customer_id, channel, reason, error FROM outbox WHERE campaign_id = ? ORDER BY id", (made.id,)
    )
    queued = {who: channel for who, channel, reason, _ in rows if reason is None}
    assert queued == looked.channel_of
    if "email" in channels:
        assert queued[silent] == "email"
        return
    assert looked.left_out_ids == {Reason.PROVIDER_LIMIT: (silent,)}
    assert [(each.kind, each.figures) for each in looked.warnings if each.kind == "not_approved"] == [
        ("not_approved", {"count": 1})
    ]
    assert [(who, error) for who, _, reason, error in rows if reason == Reason.PROVIDER_LIMIT] == [(silent, UNAPPROVED)]
    rig.db.close()
