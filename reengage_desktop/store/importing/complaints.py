"""What is wrong in a file that is being checked, by its cause."""

from collections.abc import Iterator

from reengage_desktop.store.importing.staged import REFUSED
from reengage_desktop.store.scratch import Scratch

TOLD = "-"
"""Stands for the text of a row that is listed with another complaint of its line."""

WITH_ITS_ORDER = "This row is right: it stands here because its order comes in as a whole."

Told = tuple[int, int, str, str, str | None]
"""A complaint: its first and last line, its column, what it says (nothing: a row of the same order), its row's text."""

_TOLD = f"""SELECT line, coalesce(last_line, line), coalesce(column_name, ''), message, listed, rowid FROM bad_lines
    WHERE listed IS NOT '{TOLD}'"""

_NUMBERS = """SELECT order_number AS key FROM bad_lines WHERE order_number IS NOT NULL
    UNION SELECT (SELECT h.key FROM heads AS h WHERE h.line <= b.line ORDER BY h.line DESC LIMIT 1)
    FROM bad_lines AS b WHERE b.order_number IS NULL"""
"""The orders of which something is complained; a row that names none goes on with the one above it."""

_BESIDE = f"""SELECT line, last_line, '', '', NULL, 0 FROM heads WHERE key IN (SELECT key FROM concerned)
    AND action IS NOT {REFUSED} AND (rows_count > 1 OR line NOT IN (SELECT line FROM bad_lines))"""

_PASSED = """SELECT 1 FROM bad_lines AS b JOIN shop.orders AS o ON o.external_id = b.order_number
    WHERE b.is_rejected = 1 AND b.order_number NOT IN (SELECT key FROM heads WHERE key IS NOT NULL) LIMIT 1"""

_CAUSE = (
    "CASE WHEN message LIKE '“%”: %' THEN substr(message, instr(message, '”: ')) "
    "WHEN message LIKE 'This line has %' THEN 'width' ELSE message END"
)
"""What is the same in all complaints of a cause: everything but the value of the cell."""

_MOST_GROUPS = 40
_SAMPLES = 3

Group = tuple[str | None, str, int, bool, tuple[tuple[int, str], ...]]


def group(scratch: Scratch) -> list[Group]:
    """Column, first message, number of places, whether rows stay out, first lines with values; the commonest first."""
    found = scratch.rows(
        f"SELECT column_name, {_CAUSE} AS cause, min(message), count(*), max(is_rejected) FROM bad_lines "
        f"GROUP BY column_name, cause ORDER BY count(*) DESC, min(line) LIMIT {_MOST_GROUPS}"
    )
    groups: list[Group] = []
    for column, cause, message, count, is_rejected in found:
        samples = scratch.rows(
            f"SELECT line, coalesce(value, '') FROM bad_lines WHERE column_name IS ? AND {_CAUSE} = ? ORDER BY line "
            f"LIMIT {_SAMPLES}",
            (column, cause),
        )
        groups.append((column, message, count, bool(is_rejected), tuple((line, value) for line, value in samples)))
    return groups


def lines(scratch: Scratch, *, has_orders: bool) -> Iterator[Told]:
    """All complaints in the order of the file; `has_orders`: with the rows that are right of every order concerned."""
    beside = ""
    if has_orders:
        scratch.run("CREATE INDEX heads_line ON heads (line)")
        scratch.run(f"CREATE TABLE concerned AS {_NUMBERS}")
        beside = f"UNION ALL {_BESIDE}"
    yield from (row[:-1] for row in scratch.iterate(f"{_TOLD} {beside} ORDER BY 1, 6"))


def has_passed(scratch: Scratch) -> bool:
    """Whether a row was refused of an order that the shop has and of which no other row was staged."""
    return scratch.value(_PASSED) is not None
