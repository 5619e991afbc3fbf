"""When a person may be disturbed, and the next moment at which she may: in her own time, across daylight saving."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from reengage_desktop.domain.moments import local_day
from reengage_desktop.domain.quiet_rules import rows_for, us_area_code
from reengage_desktop.domain.settings import Settings

_SEARCH_DAYS = 15


@dataclass(frozen=True)
class Disturbance:
    """What decides when somebody may be disturbed.

    `zones`: all that she may be in, and every one must allow the moment. `quiet_from` until `quiet_until`: the owner's
    own quiet hours; they can only narrow what the rules allow.
    """

    zones: tuple[ZoneInfo, ...]
    quiet_from: time
    quiet_until: time
    area_code: str | None = None

    @classmethod
    def of(cls, settings: Settings, zones: tuple[ZoneInfo, ...], phone: str | None) -> "Disturbance":
        """The rules for a person in these zones with this number."""
        start, end = (time.fromisoformat(settings.text(f"sending.quiet_{name}")) for name in ("start", "end"))
        return cls(zones, start, end, us_area_code(phone))

    def is_allowed(self, moment: datetime) -> bool:
        """Whether the moment is fine in every zone; never where no zone is known."""
        return bool(self.zones) and all(self._is_open(moment.astimezone(zone)) for zone in self.zones)

    def next_allowed(self, moment: datetime) -> datetime | None:
        """The first moment from this one on that is fine in every zone; None when two weeks hold none."""
        end = moment + timedelta(days=_SEARCH_DAYS)
        candidate = moment
        while self.zones and candidate < end:
            later = max(self._next_open(candidate, zone) or end for zone in self.zones)
            if later == candidate:
                return candidate
            candidate = later
        return None

    def _is_open(self, local: datetime) -> bool:
        at, weekday = local.time(), local.weekday()
        if self._is_owners_quiet(at):
            return False
        rows = (row for row in rows_for(self.area_code) if weekday in row.days)
        return all(row.opens is not None and row.opens <= at < row.closes for row in rows)

    def _is_owners_quiet(self, at: time) -> bool:
        if self.quiet_from <= self.quiet_until:
            # The same hour twice leaves no hour: the settings' check says so, and nothing goes out.
            return self.quiet_from == self.quiet_until or self.quiet_from <= at < self.quiet_until
        return at >= self.quiet_from or at < self.quiet_until

    def _next_open(self, moment: datetime, zone: ZoneInfo) -> datetime | None:
        if self._is_open(moment.astimezone(zone)):
            return moment
        today = local_day(moment, zone)
        for offset in range(_SEARCH_DAYS + 1):
            day = today + timedelta(days=offset)
            for edge in self._edges():
                opening = datetime.combine(day, edge, zone).astimezone(UTC)
                if opening > moment and self._is_open(opening.astimezone(zone)):
                    return opening
        return None

    def _edges(self) -> list[time]:
        """The times of day at which something may open, earliest first."""
        opens = {row.opens for row in rows_for(self.area_code) if row.opens is not None}
        return sorted(opens | {self.quiet_until})
