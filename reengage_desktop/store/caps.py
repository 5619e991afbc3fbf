"""The ledger behind the frequency caps (A5): one row for every touch, one day of the shop's calendar each.

The database itself refuses a row too many (the triggers of the schema), so that no two campaigns, windows or processes
can both win. What went to the same address for another customer of the shop counts too, because the telephone knows one
person only; the outbox itself is the ledger of that.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from reengage_desktop.domain.moments import day_number, from_stamp, stamp, start_of_day
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import Reason
from reengage_desktop.store.database import Database, StoreConflict

WEEK_DAYS = 7
MONTH_DAYS = 30
_AMONG = "IN (SELECT value FROM json_each(?))"
# The plus keeps the planner from walking through all that ever went: it shall look the address up.
_GONE = (
    "address <> '' AND is_test = 0 AND +state IN ('sending', 'accepted', 'uncertain') AND claimed_at BETWEEN ? AND ?"
)


class Room:
    """What the caps leave room for on a day (an ordinal), looked up for many people and addresses at once."""

    def __init__(
        self, db: Database, people: Sequence[int], addresses: Sequence[str], day: int, settings: Settings
    ) -> None:
        self._day = day
        self._settings = settings
        self._own: dict[int, list[tuple[str, int]]] = {}
        self._at: dict[str, list[tuple[int, int]]] = {}
        for customer_id, touch, counted_on in db.rows(
            f"SELECT customer_id, touch, day FROM cap_ledger WHERE customer_id {_AMONG} AND day > ?",
            (json.dumps(list(people)), day - MONTH_DAYS),
        ):
            self._own.setdefault(customer_id, []).append((touch, counted_on))
        for address, customer_id, claimed_at in db.rows(
            f"SELECT address, customer_id, max(claimed_at) FROM outbox WHERE address {_AMONG} AND {_GONE} "
            "GROUP BY address, customer_id, touch",
            (json.dumps(list(addresses)), *_near(day, settings)),
        ):
            went_on = day_number(from_stamp(claimed_at), settings.zone)
            self._at.setdefault(address, []).append((customer_id, went_on))

    def find_refusal(self, customer_id: int, address: str, *, besides: str) -> Reason | None:
        """The cap that forbids a further touch, or None; the touch `besides` is not counted.

        Counted are the customer's own touches, whatever their address, and everybody's to this address.
        """
        own = [day for touch, day in self._own.get(customer_id, ()) if touch != besides]
        others = [day for person, day in self._at.get(address, ()) if person != customer_id]
        return _refusal([*own, *others], self._day, self._settings)


def find_refusal_by_address(
    db: Database, customer_id: int, address: str, day: int, settings: Settings, *, besides: str
) -> Reason | None:
    """The same where others have the address too, which the triggers can't see; None where nothing went to them."""
    others = _days_of_others(db, customer_id, address, day, settings)
    return _refusal([*_days(db, customer_id, day, besides), *others], day, settings) if others else None


def take(db: Database, customer_id: int, touch: str, day: int) -> Reason | None:
    """Counts a touch on that day, or gives the cap that refused it; to be called inside the claiming transaction.

    A touch that was counted on another day, because another part of it went then, moves to the later one.
    """
    counted_on = db.value("SELECT day FROM cap_ledger WHERE touch = ?", (touch,))
    if counted_on == day:
        return None
    if counted_on is not None:
        day = max(day, counted_on)
        release(db, touch)
    try:
        db.run("INSERT INTO cap_ledger (touch, customer_id, day) VALUES (?, ?, ?)", (touch, customer_id, day))
    except StoreConflict as conflict:
        if counted_on is not None:
            db.run(
                "INSERT INTO cap_ledger (touch, customer_id, day) VALUES (?, ?, ?)", (touch, customer_id, counted_on)
            )
        return Reason.CAP_MONTH if "cap_month" in str(conflict) else Reason.CAP_WEEK
    return None


def release(db: Database, touch: str) -> None:
    """Takes a touch back that provably did not go out."""
    db.run("DELETE FROM cap_ledger WHERE touch = ?", (touch,))


def _days(db: Database, customer_id: int, day: int, besides: str) -> list[int]:
    rows = db.rows(
        "SELECT day FROM cap_ledger WHERE customer_id = ? AND day > ? AND touch <> ?",
        (customer_id, day - MONTH_DAYS, besides),
    )
    return [each for (each,) in rows]


def _days_of_others(db: Database, customer_id: int, address: str, day: int, settings: Settings) -> list[int]:
    """The days near that one of what went, or may have gone, to the address for other customers: one for a touch."""
    rows = db.rows(
        f"SELECT max(claimed_at) FROM outbox WHERE address = ? AND customer_id <> ? AND {_GONE} GROUP BY touch",
        (address, customer_id, *_near(day, settings)),
    )
    return [day_number(from_stamp(claimed_at), settings.zone) for (claimed_at,) in rows]


def _near(day: int, settings: Settings) -> tuple[int, int]:
    """The first and the last moment of a month around a day."""
    near_to = start_of_day(date.fromordinal(day), settings.zone)
    return stamp(near_to - timedelta(days=MONTH_DAYS)), stamp(near_to + timedelta(days=MONTH_DAYS + 1))


def _refusal(days: Iterable[int], day: int, settings: Settings) -> Reason | None:
    distances = [abs(each - day) for each in days]
    if sum(each < WEEK_DAYS for each in distances) >= settings.whole("reengagement.cap_per_week"):
        return Reason.CAP_WEEK
    if sum(each < MONTH_DAYS for each in distances) >= settings.whole("reengagement.cap_per_month"):
        return Reason.CAP_MONTH
    return None
