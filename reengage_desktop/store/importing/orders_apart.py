"""Orders that only share a number: tills count anew every day, shops every year, and each of two shops its own.

Rows of one number that name another customer and another day are another order. The first one that came bears the
number alone; behind that of the others stands their day.
"""

from zoneinfo import ZoneInfo

from reengage_desktop.domain.moments import from_stamp, local_day
from reengage_desktop.store.scratch import Scratch

DAYS_APART_S = 2 * 86_400
"""So far apart two moments are of different days, in whatever time zone they were read (seconds)."""

_HOURS_APART_S = 6 * 3600
"""So far apart orders of different customers that come to different amounts are not one, read otherwise."""

WITH_DAY = "?* (????-??-??)"
"""What the number of an order looks like behind which its day stands, for GLOB."""


def is_other_day(one: int | None, other: int | None, *, is_other_sum: bool) -> bool:
    """Whether orders of one number and two customers are of two days: their stamps, and whether their sums differ."""
    if one is None or other is None:
        return False
    return abs(one - other) > (_HOURS_APART_S - 1 if is_other_sum else DAYS_APART_S)


def know_days(scratch: Scratch, zone: ZoneInfo) -> None:
    """Lets SQL tell the day of a stamp in the shop's zone; call it before all else here."""
    scratch.add_function("numbered_by_day", 2, lambda number, at: _by_day(number, at, zone))


def _by_day(number: str | None, at: int | None, zone: ZoneInfo) -> str | None:
    return None if number is None or at is None else f"{number} ({local_day(from_stamp(at), zone)})"


_ARE_APART = f"""(abs(h.ordered_at - o.ordered_at) > {DAYS_APART_S}
    OR abs(h.ordered_at - o.ordered_at) >= {_HOURS_APART_S} AND coalesce(h.total, h.lines_total) <> {{total}})"""
_BY_DAY = "numbered_by_day(h.key, h.ordered_at)"

_OTHERS_IN_FILE = f"""UPDATE heads AS h SET key = {_BY_DAY}, base = run WHERE run IN (
    SELECT h.run FROM heads AS h JOIN heads AS o ON o.run = h.base JOIN people AS p ON p.pid = h.pid
    JOIN people AS q ON q.pid = o.pid WHERE h.base <> h.run
    AND {_ARE_APART.format(total="coalesce(o.total, o.lines_total)")}
    AND (p.email <> q.email OR p.ext <> q.ext) AND NOT coalesce(p.email = q.email, 0)
    AND NOT coalesce(p.ext = q.ext, 0) AND NOT coalesce(p.phone = q.phone, 0))"""

_KNOWN_BY_DAY = """UPDATE heads SET key = known.external_id FROM (
    SELECT run, external_id FROM (SELECT h.run, o.external_id, row_number() OVER (PARTITION BY h.run
        ORDER BY k.customer_id IS NOT o.customer_id, abs(h.ordered_at - o.ordered_at)) AS nth
        FROM heads AS h LEFT JOIN people AS p ON p.pid = h.pid LEFT JOIN folk AS k ON k.f = p.f
        JOIN orders AS o ON o.external_id IN (h.key, numbered_by_day(h.key, h.ordered_at),
            numbered_by_day(h.key, h.ordered_at - 86400), numbered_by_day(h.key, h.ordered_at + 86400))
        WHERE h.base = h.run AND h.action IS NULL AND (o.ordered_at = h.ordered_at
            OR o.external_id IN (h.key, numbered_by_day(h.key, h.ordered_at)))) WHERE nth = 1) AS known
    WHERE known.run = heads.run"""
"""Of a number's orders the one that is meant: hers before another's, and the nearest of them.

A moment is the same in every zone, and its day may have been another one when the shop was elsewhere.
"""

_OTHERS_IN_SHOP = f"""UPDATE heads AS h SET key = {_BY_DAY} WHERE run IN (
    SELECT h.run FROM heads AS h JOIN orders AS o ON o.external_id = h.key JOIN people AS p ON p.pid = h.pid
    JOIN folk AS k ON k.f = p.f JOIN customers AS c ON c.id = o.customer_id
    WHERE h.base = h.run AND h.action IS NULL AND {_ARE_APART.format(total="o.total_minor")}
    AND k.customer_id IS NOT c.id AND c.id NOT IN (SELECT gone FROM ties)
    AND (p.email IS NOT NULL AND c.email IS NOT NULL OR p.ext IS NOT NULL
        AND EXISTS (SELECT 1 FROM external_ids AS e WHERE e.customer_id = c.id)))"""

_LIKE_THEM = f"""SELECT h.run FROM heads AS h JOIN orders AS o ON o.external_id = h.key
    WHERE h.base = h.run AND h.action IS NULL AND {_ARE_APART.format(total="o.total_minor")}"""
"""Orders of another day than the one of their number, of the same customer or of nobody."""

_FEWEST_OTHERS = 2

_NUMBER = f"substr(h.key, 1, length(h.key) - {len(' (????-??-??)')})"
_KNOWN_WITHOUT_DAY = f"""UPDATE heads SET key = known.external_id FROM (
    SELECT h.run, o.external_id, min(abs(h.ordered_at - o.ordered_at)) FROM heads AS h
    JOIN orders AS o ON o.external_id = {_NUMBER} JOIN people AS p ON p.pid = h.pid JOIN folk AS k ON k.f = p.f
    WHERE h.key GLOB '{WITH_DAY}' AND h.base = h.run AND h.action IS NULL
    AND (k.customer_id = o.customer_id OR NOT {_ARE_APART.format(total="o.total_minor")})
    AND NOT EXISTS (SELECT 1 FROM orders AS d WHERE d.external_id = h.key)
    AND NOT EXISTS (SELECT 1 FROM heads AS n WHERE n.key = o.external_id AND n.base = n.run)
    GROUP BY o.id) AS known WHERE known.run = heads.run"""
"""Which of a number's orders bears the day is the shop's to say, whichever of them the file names first."""


def part_in_file(scratch: Scratch) -> bool:
    """Parts runs of a number that are other orders than its first, and gives those their day; says whether any are."""
    return bool(scratch.run(_OTHERS_IN_FILE))


def tell_apart(scratch: Scratch, *, is_scattered: bool) -> None:
    """An order of the number of one that the shop has, but of another customer and another day, is another order.

    Where most numbers of other days came again so, all did: a regular has some number twice, and so has nobody.
    """
    if scratch.value("SELECT 1 FROM orders WHERE external_id GLOB ? LIMIT 1", (WITH_DAY,)) is not None:
        scratch.run(_KNOWN_BY_DAY)
    others = scratch.run(_OTHERS_IN_SHOP)
    if others >= _FEWEST_OTHERS and scratch.value(f"SELECT count(*) FROM ({_LIKE_THEM})") < others:
        scratch.run(f"UPDATE heads AS h SET key = {_BY_DAY} WHERE run IN ({_LIKE_THEM})")
    if is_scattered:
        scratch.run(_KNOWN_WITHOUT_DAY)


_FIND = """WITH RECURSIVE cuts (run, key, at) AS (
    SELECT run, key, instr(key, ' ') FROM heads WHERE base = run AND instr(key, ' ')
    AND NOT EXISTS (SELECT 1 FROM orders WHERE external_id = heads.key)
    UNION ALL SELECT run, key, at + instr(substr(key, at + 1), ' ') FROM cuts WHERE instr(substr(key, at + 1), ' '))
    UPDATE heads SET key = known.external_id FROM (SELECT min(h.run) AS run, o.external_id FROM cuts AS c
    JOIN heads AS h ON h.run = c.run JOIN orders AS o ON o.external_id IN (substr(c.key, 1, c.at - 1),
        numbered_by_day(substr(c.key, 1, c.at - 1), h.ordered_at))
    LEFT JOIN people AS p ON p.pid = h.pid LEFT JOIN folk AS k ON k.f = p.f
    WHERE h.ordered_at = o.ordered_at AND k.customer_id IS o.customer_id GROUP BY o.id) AS known
    WHERE known.run = heads.run"""
"""Number and place may have blanks of their own: what stands before each is looked for, with its day and without."""


def find_by_number(scratch: Scratch) -> None:
    """Gives orders that a file tells by number and place or day the number alone under which the shop has them.

    It has them from files in which no number came again. Only where it is the same customer's at the same moment:
    others only share the number.
    """
    scratch.run(_FIND)
