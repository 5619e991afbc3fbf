"""Vonage: an answer that is always 200, texts in other alphabets, and everything that only its reports tell."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from reengage_desktop.channels.protocol import Pending, Pulled
from reengage_desktop.channels.vonage import VonageAccount
from reengage_desktop.domain.outcomes import Accepted, NotSent, Refusal, Rejected
from reengage_desktop.domain.vocabulary import ChannelName, EventKind
from tests.channels.letters import outgoing, soon, vonage
from tests.servers.vonage import FakeVonage


@pytest.fixture
def server() -> Iterator[FakeVonage]:
    with FakeVonage() as running:
        yield running


def test_a_text_on_the_wire(server: FakeVonage) -> None:
    """C11: numbers without a plus, our reference, and Unicode only where the text needs it."""
    channel = vonage(server)
    channel.send(outgoing(ChannelName.SMS, text="Hi Ann"), soon())
    channel.send(outgoing(ChannelName.SMS, 2, text="Hi Łucja"), soon())
    plain, other = (asked.form for asked in server.asked)
    assert (plain["from"], plain["to"], plain["client-ref"]) == ("12025550100", "12025550123", "rd-shop1-1")
    assert "type" not in plain
    assert other["type"] == "unicode"


@pytest.mark.parametrize("text", ["", "  \n"])
def test_an_empty_text_stays_here(server: FakeVonage, text: str) -> None:
    result = vonage(server).send(outgoing(ChannelName.SMS, text=text), soon())
    assert isinstance(result, Rejected)
    assert server.asked == []


def test_what_comes_back(server: FakeVonage) -> None:
    """C11, C18, 10, 28: replies first, then each text's fate; a text to somebody who opted out says so only late."""
    channel = vonage(server)
    sent = channel.send(outgoing(ChannelName.SMS), soon())
    assert isinstance(sent, Accepted)
    server.reply("447700900123", "STOP")
    server.set_status(sent.provider_id or "", "failed", "9")
    waiting = [Pending(1, "rd-shop1-1", sent.provider_id or "", server.moment())]
    now = server.moment() + timedelta(minutes=1)
    first = channel.pull(None, now, waiting, soon())
    assert isinstance(first, Pulled)
    assert [(each.address, each.text) for each in first.replies] == [("+447700900123", "STOP")]
    second = channel.pull(first.cursor, now, waiting, soon())
    assert isinstance(second, Pulled)
    assert [(each.kind, each.refusal) for each in second.reports] == [(EventKind.FAILED, Refusal.OPTED_OUT)]


@pytest.mark.parametrize("away", [7, 60])
def test_a_long_absence_is_read_day_by_day(server: FakeVonage, away: int) -> None:
    """10: one report covers a day at most: after weeks away the replies of all days are read."""
    channel, now = vonage(server), server.moment()
    cursor = channel.pull(None, now - timedelta(days=away), [], soon()).cursor  # type: ignore[union-attr]
    server.reply("447700900123", "stop please")
    server.replies[0]["date_received"] = (now - timedelta(days=away - 3)).strftime("%Y-%m-%dT%H:%M:%SZ")
    found = []
    for _ in range(away + 5):
        pulled = channel.pull(cursor, now, [], soon())
        assert isinstance(pulled, Pulled)
        found += [each.text for each in pulled.replies]
        cursor = pulled.cursor
    assert set(found) == {"stop please"}


def test_no_reports_is_a_note(server: FakeVonage) -> None:
    """An account without them is told once; nothing is held back for it, and a look-up stays open."""
    server.offers_reports = False
    pulled = vonage(server).pull(None, server.moment(), [], soon())
    assert isinstance(pulled, Pulled)
    assert pulled.note
    assert vonage(server).find(outgoing(ChannelName.SMS), timedelta(minutes=9), soon()) is None


def test_a_doubt_is_only_settled_within_a_day(server: FakeVonage) -> None:
    """4: the report covers a day; what is older stays open."""
    channel = vonage(server)
    assert isinstance(channel.find(outgoing(ChannelName.SMS, 7), timedelta(hours=2), soon()), NotSent)
    assert channel.find(outgoing(ChannelName.SMS, 7), timedelta(hours=24), soon()) is None


def test_an_empty_account_is_said(server: FakeVonage) -> None:
    server.balance = 0.0
    result = vonage(server).test()
    assert not result.ok
    assert "money" in result.detail


def test_the_reports_have_a_host_of_their_own() -> None:
    """27: unless the owner's own base address takes every host's place."""
    assert VonageAccount("k", "s", "1").reports_url == "https://api.nexmo.com"
    assert VonageAccount("k", "s", "1", "http://127.0.0.1:9").reports_url == "http://127.0.0.1:9"
