"""A lane of an open shop that gets nothing done for a while."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from tests.ui.stage import Stage

NETWORK_THREADS = 4


@contextmanager
def held(stage: Stage, lane: str, threads: int = 1) -> Iterator[None]:
    """As long as it lasts so many threads of a lane (write, fetch or network) do nothing."""
    gate = Event()
    waiting = [getattr(stage.shop.lanes, lane)(gate.wait) for _ in range(threads)]
    try:
        yield
    finally:
        gate.set()
        for each in waiting:
            each.result(timeout=10)
