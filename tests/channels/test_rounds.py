"""A round of asking: every page of every list, then every message, once; it can be left and taken up anywhere."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.channels.protocol import OptOut, Pending, Pulled, PullFailed, Report
from reengage_desktop.channels.rounds import ASKED_AT_ONCE, go_on
from reengage_desktop.domain.vocabulary import EventKind

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


class Provider:
    """Lists of so many pages each; remembers what it was asked for."""

    def __init__(self, pages: list[int]) -> None:
        self.pages = pages
        self.asked: list[tuple[int, int]] = []
        self.since: list[datetime | None] = []
        self.looked: list[int] = []
        self.is_down = False

    def read(self, number: int, after: str, since: datetime | None) -> Pulled | PullFailed:
        if self.is_down:
            return PullFailed("down")
        page = int(after or 0)
        self.asked.append((number, page))
        self.since.append(since)
        following = str(page + 1) if page + 1 < self.pages[number] else None
        return Pulled(opt_outs=(OptOut(f"{number}-{page}", "ann@example.com", AT, "x"),), cursor=following)

    def look(self, message: Pending) -> list[Report]:
        self.looked.append(message.message_id)
        return [Report(f"r{message.message_id}", message.provider_id, EventKind.DELIVERED, AT)]

    def lists(self) -> list[object]:
        return [lambda after, since, n=n: self.read(n, after, since) for n in range(len(self.pages))]


def messages(count: int) -> list[Pending]:
    return [Pending(number, f"rd-{number}", f"p{number}", AT) for number in range(1, count + 1)]


@given(pages=st.lists(st.integers(1, 4), max_size=3), count=st.integers(0, 60), failures=st.sets(st.integers(0, 9)))
def test_a_round_asks_for_everything_once(pages: list[int], count: int, failures: set[int]) -> None:
    """10: all pages of all lists, in order and before any message; a failed page is asked for again, none is lost."""
    provider, cursor = Provider(pages), None
    told: list[str] = []
    for step in range(200):
        provider.is_down = step in failures and bool(pages)
        pulled = go_on(cursor, AT, messages(count), provider.lists(), provider.look)  # type: ignore[arg-type]
        if isinstance(pulled, PullFailed):
            continue
        assert not (pulled.opt_outs and provider.looked)
        told += [each.event_id for each in pulled.opt_outs]
        cursor = pulled.cursor
        if not pulled.more:
            break
    assert provider.asked == [(number, page) for number, size in enumerate(pages) for page in range(size)]
    assert told == [f"{number}-{page}" for number, page in provider.asked]
    assert provider.looked == [message.message_id for message in messages(count)]


def test_the_next_round_reads_what_is_new() -> None:
    """The lists are read from the last round's start on, with a day to spare; an unreadable cursor starts anew."""
    provider = Provider([1])
    first = go_on(None, AT, [], provider.lists(), None)  # type: ignore[arg-type]
    assert isinstance(first, Pulled)
    assert not first.more
    go_on(first.cursor, AT + timedelta(hours=1), [], provider.lists(), None)  # type: ignore[arg-type]
    go_on("{garbage", AT, [], provider.lists(), None)  # type: ignore[arg-type]
    assert provider.since == [None, AT - timedelta(days=1), None]


def test_messages_come_in_portions() -> None:
    """So many are asked for in one go, then the round pauses."""
    provider = Provider([])
    first = go_on(None, AT, messages(ASKED_AT_ONCE + 5), [], provider.look)
    assert isinstance(first, Pulled)
    assert first.more
    assert len(first.reports) == ASKED_AT_ONCE


def test_what_is_not_offered_ends_the_round() -> None:
    told = go_on(None, AT, messages(3), [], lambda _message: Pulled(note="not offered"))
    assert isinstance(told, Pulled)
    assert (told.note, told.more) == ("not offered", False)


def test_what_was_learned_before_a_failure_is_kept() -> None:
    """10: on a slow line a page that reaches its deadline has got somewhere; the next one goes on from there."""
    asked: list[int] = []

    def look(message: Pending) -> list[Report] | PullFailed:
        asked.append(message.message_id)
        if len(asked) % 3 == 0:
            return PullFailed("too slow")
        return [Report(f"r{message.message_id}", message.provider_id, EventKind.DELIVERED, AT)]

    cursor, told = None, list[str]()
    for _ in range(20):
        pulled = go_on(cursor, AT, messages(10), [], look)
        assert isinstance(pulled, Pulled)
        told += [each.event_id for each in pulled.reports]
        cursor = pulled.cursor
        if not pulled.more:
            break
    assert told == [f"r{number}" for number in range(1, 11)]


@pytest.mark.parametrize("pages", [1, 2, 3, 6])
def test_a_round_that_was_left_reads_the_lists_anew(pages: int) -> None:
    """10: who said no since it was left is known before anything goes; the messages go on where they were.

    Nor is a provider asked for a place in a list that it has forgotten by then.
    """
    provider, cursor = Provider([2, 2]), None
    for _ in range(pages):
        pulled = go_on(cursor, AT, messages(60), provider.lists(), provider.look)  # type: ignore[arg-type]
        assert isinstance(pulled, Pulled)
        cursor = pulled.cursor
    provider.asked.clear()
    looked = len(provider.looked)
    more = True
    while more:
        pulled = go_on(cursor, AT + timedelta(hours=9), messages(60), provider.lists(), provider.look)  # type: ignore[arg-type]
        assert isinstance(pulled, Pulled)
        cursor, more = pulled.cursor, pulled.more
        if pulled.opt_outs:
            assert len(provider.looked) == looked
    assert provider.asked == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert provider.looked == [message.message_id for message in messages(60)]


def test_a_round_ahead_of_the_clock_hides_nothing() -> None:
    """16, 10: the clock was a year ahead for a while; what was said meanwhile is read all the same."""
    provider = Provider([1])
    ahead = go_on(None, AT + timedelta(days=365), [], provider.lists(), None)  # type: ignore[arg-type]
    assert isinstance(ahead, Pulled)
    go_on(ahead.cursor, AT, [], provider.lists(), None)  # type: ignore[arg-type]
    assert provider.since[1] is not None
    assert provider.since[1] <= AT - timedelta(days=30)
