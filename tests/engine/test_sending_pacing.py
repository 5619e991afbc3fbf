"""The pace: a window over the last minute, and waiting that can be stopped."""

from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.engine.sending.pacing import Pace, Window


@given(
    rate=st.integers(1, 30),
    recent=st.lists(st.floats(0, 90), max_size=40),
    idle=st.lists(st.floats(0, 30), min_size=1, max_size=60),
)
def test_never_more_than_the_rate_in_any_minute(rate: int, recent: list[float], idle: list[float]) -> None:
    """C9 C13: whatever earlier runs did and however the calls come; no call waits longer than a minute."""
    recent = sorted(recent)[:rate]
    steady = 1000.0
    window = Window(rate, recent, steady)
    calls = [steady - ago for ago in recent]
    for pause in idle:
        steady += pause
        wait_s = window.wait_s(steady)
        assert 0 <= wait_s <= 60
        steady += wait_s
        assert window.wait_s(steady) < 1e-6
        window.take(steady)
        calls.append(steady)
    for begin in calls:
        assert sum(begin <= each < begin + 60 - 1e-6 for each in calls) <= rate


def test_no_rate_is_no_wait() -> None:
    """C13: 0 is as fast as it takes them."""
    window = Window(0, [], 5.0)
    for _ in range(1000):
        window.take(5.0)
    assert window.wait_s(5.0) == 0


def test_too_fast_halves_and_spreads() -> None:
    """C13: after a refusal the rest of the run is slower and even, never slower than six a minute."""
    window = Window(60, [], 100.0)
    window.slow_down(100.0)
    assert (window.per_minute, window.wait_s(100.0)) == (30, 2.0)
    for _ in range(9):
        window.slow_down(100.0)
    assert window.per_minute == 6
    free = Window(0, [], 100.0)
    free.slow_down(100.0)
    assert free.per_minute == 300


def test_waiting_ends_when_it_is_stopped() -> None:
    """C4: a pause is not slept through."""
    slept: list[float] = []
    pace = Pace(lambda: sum(slept), slept.append)
    assert not pace.wait(60, lambda: sum(slept) >= 2)
    assert sum(slept) == 2
    assert pace.wait(1, lambda: False)
