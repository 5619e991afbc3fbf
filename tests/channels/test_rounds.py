"""A round of asking: every page of every list, then every message, once; it can be left and taken up anywhere."""

from datetime import UTC, datetime, timedelta

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
