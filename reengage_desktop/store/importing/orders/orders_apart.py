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

_SEASON_S = 60 * 86_400
"""Within that time a customer's orders of one number and amount are one: sent, or paid, on another day."""

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


_BY_DAY = "numbered_by_day(h.key, h.ordered_at)"
_SUM = "coalesce(h.total, h.lines_total)"

_MET_IN_FILE = f"""CREATE TABLE met_in_file AS SELECT h.run, o.ordered_at AS at, coalesce(o.total, o.lines_total) sum,
    coalesce(o.total, o.lines_total) AS told, {{same}} AS is_hers,
    coalesce((p.email <> q.email OR p.ext <> q.ext) AND NOT {{same}}, 0) AS is_others
    FROM heads AS h JOIN heads AS o ON o.run = h.base LEFT JOIN people AS p ON p.pid = h.pid
    LEFT JOIN people AS q ON q.pid = o.pid
    WHERE h.base <> h.run AND abs(h.ordered_at - o.ordered_at) >= {_HOURS_APART_S}""".format(
    same="(coalesce(p.email = q.email, 0) OR coalesce(p.ext = q.ext, 0) OR coalesce(p.phone = q.phone, 0))"
)
_MET_IN_SHOP = f"""CREATE TABLE met_in_shop AS SELECT h.run, o.ordered_at AS at, o.total_minor AS sum,
    (SELECT CASE WHEN h.total IS NULL THEN sum(total_minor) WHEN h.lines_count > 0 OR sum(total_minor) IS NOT
        o.total_minor THEN o.total_minor END FROM order_lines WHERE order_id = o.id) AS told,
    coalesce(k.customer_id = c.id OR c.id IN (SELECT gone FROM ties), 0) AS is_hers,
    k.customer_id IS NOT c.id AND c.id NOT IN (SELECT gone FROM ties) AND (p.email IS NOT NULL AND c.email IS NOT NULL
        OR p.ext IS NOT NULL AND EXISTS (SELECT 1 FROM external_ids AS e WHERE e.customer_id = c.id)) AS is_others
    FROM heads AS h JOIN orders AS o ON o.external_id = h.key LEFT JOIN people AS p ON p.pid = h.pid
    LEFT JOIN folk AS k ON k.f = p.f LEFT JOIN customers AS c ON c.id = o.customer_id
    WHERE h.base = h.run AND h.action IS NULL AND abs(h.ordered_at - o.ordered_at) >= {_HOURS_APART_S}"""
"""Orders of another moment than the one of their number: whether both are the same customer's, or surely are not.

`told`: what that one came to, as the file's tells it: by its goods, or with shipping and discounts in it.
"""

_ARE_APART = f"(abs(h.ordered_at - m.at) > {DAYS_APART_S} OR coalesce({_SUM} <> m.sum, 0))"
_ARE_OTHERS = f"coalesce(m.is_others AND {_ARE_APART}, 0)"
_REST = f"""NOT {_ARE_OTHERS} AND coalesce({_SUM}, 0) >= 0 AND coalesce(m.sum, 0) >= 0
    AND {_BY_DAY} <> numbered_by_day(h.key, m.at)"""
"""Sales of two days that may be one: of the same customer, or of nobody."""

_ARE_ONE = f"(m.is_hers AND {_SUM} = m.sum AND abs(h.ordered_at - m.at) < {_SEASON_S})"
_PART = f"UPDATE heads AS h SET key = {_BY_DAY}, base = run WHERE run IN (SELECT run FROM {{met}} AS m JOIN heads AS h "
_PART += "USING (run) WHERE {chosen})"
_LIKENESS = f"""SELECT count(*) FILTER (WHERE {_ARE_APART}), count(*) FILTER (WHERE NOT m.is_hers),
    count(*) FILTER (WHERE NOT m.is_hers AND abs({_SUM} - m.told) * 5 > m.told) FROM {{met}} AS m
    JOIN heads AS h USING (run) WHERE {_REST}"""
"""How many are apart, how many may be another customer's, and how many of those come to quite another amount.

What was paid out of an order, less a fee, is about the same.
"""

_FEWEST = 2
"""So many orders tell that numbers begin anew: one alone may have been put right."""

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

_IN_SHOP = """SELECT count(*) FILTER (WHERE NOT h.key GLOB ?1 AND EXISTS (
        SELECT 1 FROM orders AS o WHERE o.external_id = h.key)), count(*) FILTER (WHERE h.key GLOB ?1 OR EXISTS (
        SELECT 1 FROM orders AS d WHERE d.external_id > h.key || ' (' AND d.external_id < h.key || ' )'
        AND d.external_id GLOB ?1)) FROM heads AS h WHERE h.base = h.run AND h.action IS NULL"""
"""How many numbers the shop has, and how many are known to have come again."""

_IN_FILE = """SELECT count(*) FILTER (WHERE base <> run), 0 FROM heads"""
_NUMBER = f"substr(h.key, 1, length(h.key) - {len(' (????-??-??)')})"
_BARE = f"iif(h.key GLOB '{WITH_DAY}', {_NUMBER}, h.key)"
_BEGIN_DAILY = f"""SELECT 2 * count(DISTINCT first) <= count(*) FROM (
    SELECT min(printf('%05d', length({_BARE})) || {_BARE}) AS first FROM heads AS h WHERE h.ordered_at IS NOT NULL
    GROUP BY numbered_by_day('', h.ordered_at))"""
"""Whether the days of a file begin with the same number. Orders that are paid or sent in parts come on any day."""

_GIVEN_BACK_THAT_DAY = f"""UPDATE heads AS h SET key = {_BY_DAY}, base = run WHERE h.base <> h.run AND h.pid IS NULL
    AND {_SUM} < 0 AND {_BY_DAY} IN (SELECT key FROM heads WHERE key GLOB '{WITH_DAY}')"""
"""What nobody got back the day it was sold is of that day's order."""

_KNOWN_WITHOUT_DAY = f"""UPDATE heads SET key = known.external_id FROM (
    SELECT h.run, o.external_id, min(abs(h.ordered_at - o.ordered_at)) FROM heads AS h
    JOIN orders AS o ON o.external_id = {_NUMBER} LEFT JOIN people AS p ON p.pid = h.pid
    LEFT JOIN folk AS k ON k.f = p.f
    WHERE h.key GLOB '{WITH_DAY}' AND h.base = h.run AND h.action IS NULL
    AND h.run NOT IN (SELECT run FROM met_in_shop) AND (abs(h.ordered_at - o.ordered_at) < {_HOURS_APART_S}
        OR abs(h.ordered_at - o.ordered_at) <= {DAYS_APART_S} AND {_SUM} = o.total_minor AND k.customer_id IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM orders AS d WHERE d.external_id = h.key)
    AND NOT EXISTS (SELECT 1 FROM heads AS n WHERE n.key = o.external_id AND n.base = n.run)
    GROUP BY o.id) AS known WHERE known.run = heads.run"""
"""Which of a number's orders bears the day is the shop's to say, whichever of them the file names first."""


def part_in_file(scratch: Scratch) -> bool:
    """Parts runs of a number that are other orders than its first, and gives those their day; says whether any are."""
    scratch.run(_MET_IN_FILE)
    are_parted = _part(scratch, "met_in_file", _IN_FILE)
    if are_parted:
        scratch.run(_GIVEN_BACK_THAT_DAY)
    return are_parted


def tell_apart(scratch: Scratch, *, is_scattered: bool) -> None:
    """An order of the number of one that the shop has, but of another customer and another day, is another order."""
    if scratch.value("SELECT 1 FROM orders WHERE external_id GLOB ? LIMIT 1", (WITH_DAY,)) is not None:
        scratch.run(_KNOWN_BY_DAY)
    scratch.run(_MET_IN_SHOP)
    _part(scratch, "met_in_shop", _IN_SHOP)
    if is_scattered:
        scratch.run(_KNOWN_WITHOUT_DAY)


def _part(scratch: Scratch, met: str, numbers: str) -> bool:
    """Gives those of `met` that are other orders their day; where numbers begin anew, all of another day."""
    others = scratch.run(_PART.format(met=met, chosen=_ARE_OTHERS))
    apart, strange, anew = scratch.rows(_LIKENESS.format(met=met))[0]
    if (others >= _FEWEST and apart < others) or (strange and _begin_anew(scratch, others, anew, numbers)):
        chosen = f"{_REST} AND ({_ARE_APART} OR NOT m.is_hers) AND NOT coalesce({_ARE_ONE}, 0)"
        others += scratch.run(_PART.format(met=met, chosen=chosen))
    return others > 0


def _begin_anew(scratch: Scratch, others: int, anew: int, numbers: str) -> bool:
    """Whether numbers begin anew, as nobody's show by their day and amount; `anew`: so many do, beside `others`.

    At least a third of the `numbers` that were there before does so, for tills have prices that come again; what only
    was put right is less.
    """
    if numbers == _IN_FILE and not scratch.value(_BEGIN_DAILY):
        return False
    known, by_day = scratch.rows(numbers, (WITH_DAY,) if numbers == _IN_SHOP else ())[0]
    again = others + anew
    return bool(by_day >= _FEWEST or (again >= _FEWEST and 2 * again > known - anew))


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
