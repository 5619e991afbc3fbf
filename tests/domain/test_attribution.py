"""A10: which order a message brought back."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.domain.attribution import Purchase, Sent, attribute
from reengage_desktop.domain.moments import local_day, start_of_day

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)

moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 6, 1)).map(lambda naive: naive.replace(tzinfo=UTC))  # noqa: DTZ001
messages = st.lists(moments, max_size=6).map(lambda all_: [Sent(n, at) for n, at in enumerate(all_)])
orders = st.lists(moments, max_size=8).map(lambda all_: [Purchase(n, at) for n, at in enumerate(all_)])


def _attribute(sent: list[Sent], purchases: list[Purchase], days: int = 14) -> dict[int, int]:
    return attribute(sent, purchases, days=days, zone=BERLIN)


def test_the_last_message_before_the_order_gets_it() -> None:
    """A10: two messages, one order: only the later one is converted."""
    sent = [Sent(1, NOON), Sent(2, NOON + timedelta(days=8))]
    assert _attribute(sent, [Purchase(7, NOON + timedelta(days=9))]) == {2: 7}


def test_the_window_is_counted_in_calendar_days_of_the_shop() -> None:
    """A10: on the fourteenth day until midnight in the shop's zone, and not a minute longer."""
    end = start_of_day(date(2026, 4, 4), BERLIN)  # sent on 20 March, the clock changed on 29 March
    assert _attribute([Sent(1, NOON)], [Purchase(7, end - timedelta(minutes=1))]) == {1: 7}
    assert _attribute([Sent(1, NOON)], [Purchase(7, end)]) == {}


def test_an_order_without_a_time_counts_from_the_next_day() -> None:
    """A10: only the day is known: the day of the message does not count."""
    same, following = start_of_day(date(2026, 3, 20), BERLIN), start_of_day(date(2026, 3, 21), BERLIN)
    assert _attribute([Sent(1, NOON)], [Purchase(7, same)]) == {}
    assert _attribute([Sent(1, NOON)], [Purchase(7, following)]) == {1: 7}


def test_only_the_first_order_converts() -> None:
    """A10: a second order after the same message brings nothing more."""
    purchases = [Purchase(8, NOON + timedelta(days=3)), Purchase(7, NOON + timedelta(days=2))]
    assert _attribute([Sent(1, NOON)], purchases) == {1: 7}


@given(messages, orders, st.integers(1, 30))
def test_nothing_counts_twice(sent: list[Sent], purchases: list[Purchase], days: int) -> None:
    """A10: one order, one message; the order came after its message, inside the window, with no message between."""
    found = _attribute(sent, purchases, days)
    assert len(set(found.values())) == len(found)
    by_id = {message.message_id: message for message in sent}
    bought = {order.order_id: order for order in purchases}
    for message_id, order_id in found.items():
        sent_at, ordered_at = by_id[message_id].sent_at, bought[order_id].ordered_at
        assert sent_at < ordered_at
        assert (local_day(ordered_at, BERLIN) - local_day(sent_at, BERLIN)).days <= days
        assert not [other for other in sent if sent_at < other.sent_at < ordered_at]


@given(messages, orders, st.randoms())
def test_the_order_of_the_files_does_not_matter(sent: list[Sent], purchases: list[Purchase], random: object) -> None:
    """Promise 28: late or shuffled orders give the same conversions."""
    shuffled = list(purchases)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _attribute(sent, shuffled) == _attribute(list(reversed(sent)), purchases)
