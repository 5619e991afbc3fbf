"""The one home of the machine's clock. Everybody else is handed the present."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Gives the present moment, aware and in UTC."""


def system_now() -> datetime:
    """The machine's present, aware and in UTC."""
    return datetime.now(UTC)


def fixed(now: datetime) -> Clock:
    """A clock that stands at one moment (`--now`); raises ValueError for a naive one."""
    if now.tzinfo is None:
        raise ValueError("a moment without a zone")
    moment = now.astimezone(UTC)
    return lambda: moment
