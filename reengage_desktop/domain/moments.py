"""Moments are aware and UTC inside; days are the shop's calendar days. The clock is always handed in."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def stamp(moment: datetime) -> int:
    """The moment as whole unix seconds, as the database keeps it; raises ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone")
    return int(moment.timestamp())


def from_stamp(seconds: int) -> datetime:
    """The aware UTC moment of a stored stamp."""
    return datetime.fromtimestamp(seconds, UTC)


def local_day(moment: datetime, zone: ZoneInfo) -> date:
    """The calendar day it is in the zone at that moment."""
    return moment.astimezone(zone).date()


def day_number(moment: datetime, zone: ZoneInfo) -> int:
    """The local calendar day as an ordinal, as the database keeps days."""
    return local_day(moment, zone).toordinal()


def start_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The first moment of a local day, in UTC, also on days whose midnight does not exist."""
    candidate = datetime.combine(day, time.min, zone).astimezone(UTC)
    # In a gap at midnight the naive wall time maps before or after it; step forward to the day's real first moment.
    while local_day(candidate, zone) < day:
        candidate += timedelta(minutes=15)
    earlier = candidate - timedelta(minutes=15)
    while local_day(earlier, zone) == day:
        candidate, earlier = earlier, earlier - timedelta(minutes=15)
    return candidate


def days_between(earlier: datetime, later: datetime, zone: ZoneInfo) -> int:
    """Whole calendar days from one moment's local day to another's, never below zero (A2)."""
    return max(0, (local_day(later, zone) - local_day(earlier, zone)).days)


def days_later(moment: datetime, days: int, zone: ZoneInfo) -> datetime:
    """So many calendar days later in the zone, at the same time of day."""
    return (moment.astimezone(zone) + timedelta(days=days)).astimezone(UTC)


def parse_moment(text: str, zone: ZoneInfo) -> datetime:
    """An ISO 8601 moment as aware UTC; a naive one is in the zone. Raises ValueError."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone)
    return moment.astimezone(UTC)


def iso(moment: datetime | None, zone: ZoneInfo) -> str | None:
    """The moment as ISO 8601 with the zone's offset, to the second."""
    return None if moment is None else moment.astimezone(zone).isoformat(timespec="seconds")


def iso_stamp(seconds: int | None, zone: ZoneInfo) -> str | None:
    """A stored stamp as ISO 8601 with the zone's offset."""
    return None if seconds is None else iso(from_stamp(seconds), zone)
