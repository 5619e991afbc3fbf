"""Money that came back by papers of their own: credit notes, and refunds in lists of payments.

Each paper is known by its number, else by its moment or its day, so that two of one order count both, whichever files
they came in, and one that two files tell counts once, as long as one of them is there. What a list of orders says came
back of an order in all is kept beside its papers, under `IN_ALL`: it is no paper, and they are part of it.
"""

from functools import partial
from re import fullmatch
from typing import Any
from zoneinfo import ZoneInfo

from reengage_desktop.domain.moments import from_stamp, local_day
from reengage_desktop.domain.vocabulary import OrderStatus
from reengage_desktop.store.connection import Database
from reengage_desktop.store.importing.journal import kept
from reengage_desktop.store.importing.staged import REFUSED, SAME
from reengage_desktop.store.scratch import Scratch

IN_ALL = ""
"""The document under which an order's own word of what came back is kept."""

ELSEWHERE = f"""coalesce((SELECT sum(amount) FROM (SELECT max(r.amount_minor) AS amount FROM refunds AS r
    WHERE r.order_id = o.id AND r.document <> '{IN_ALL}'
    AND r.document NOT IN (SELECT document FROM papers WHERE run = h.run) GROUP BY r.document)), 0)"""
"""What papers that other files told gave back of an order `o`, as SQL beside the file's head `h` of it."""

_DAY = "????-??-??"
"""What a paper is known by of which only the day is told, for GLOB."""

_SAID = "coalesce(h.total + h.later_sum, h.lines_total)"
_SAME_MONEY = "coalesce(h.currency, o.currency) = o.currency"
_MET = f"h.base = h.run AND h.action IS NULL AND o.external_id = h.key AND {_SAME_MONEY}"
_BELOW = f"{_MET} AND {_SAID} < 0 AND o.total_minor > 0"
_IN_OTHER_MONEY = f"""h.base = h.run AND h.action IS NULL AND o.external_id = h.key AND h.currency <> o.currency
    AND {_SAID} < 0 AND o.total_minor > 0"""
_OTHER_MONEY = "This refund is in another currency than its order. It was left out."
_ONLY_BACK = f"{_MET} AND {_SAID} IS NULL AND h.later_refund > 0"

CAME_FIRST = f"o.total_minor < 0 AND {_SAID} > 0 AND {_SAME_MONEY} AND h.refunded IS NULL AND h.later_refund = 0"
"""Whether what the shop has of an order `o` only gave the money back of the sale that the file's head `h` tells."""


BOTH_BELOW = f"o.total_minor < 0 AND {_SAID} < 0 AND {_SAME_MONEY}"
"""Whether the file's head `h` gives more money back of an order `o` of which the shop has nothing else either."""

TOGETHER = f"{_SAID} - {ELSEWHERE}"
"""What both give back together, below zero."""


_PAPER = "CASE WHEN {0}.has_time THEN {0}.ordered_at ELSE day_of({0}.ordered_at) END"

_TOLD_BY_DAY = """UPDATE papers SET document = known.document FROM (
    SELECT p.rowid AS number, min(r.document) AS document FROM papers AS p JOIN heads AS h ON h.run = p.run
    JOIN orders AS o ON o.external_id = h.key JOIN refunds AS r ON r.order_id = o.id
    WHERE (r.document GLOB :day) <> (p.document GLOB :day) AND day_of(r.document) = day_of(p.document)
    AND r.amount_minor = (SELECT sum(amount_minor) FROM papers WHERE run = p.run AND document = p.document)
    AND r.document NOT IN (SELECT document FROM papers WHERE run = p.run)
    GROUP BY p.rowid) AS known WHERE papers.rowid = known.number"""
"""One of two files tells a paper's time, the other one only its day: it goes by what the shop has it under."""


def note(scratch: Scratch, zone: ZoneInfo) -> None:
    """Takes rows below zero for papers of their own, once the runs of each order have met; `zone`: the shop's.

    A total that each line of a paper repeats counts once; lines are added up, each with those of its own moment.
    """
    scratch.add_function("day_of", 1, partial(_day_of, zone))
    scratch.run(
        f"INSERT INTO papers SELECT DISTINCT base, {_PAPER.format('heads')}, -total FROM heads WHERE total < 0 "
        "AND ordered_at IS NOT NULL"
    )
    scratch.run(
        f"INSERT INTO papers SELECT h.base, {_PAPER.format('h')}, -h.lines_total + CASE WHEN h.run = h.base "
        "THEN coalesce(m.met, 0) ELSE 0 END FROM heads AS h JOIN heads AS b ON b.run = h.base "
        "LEFT JOIN (SELECT base, sum(lines_total) AS met FROM heads WHERE run <> base AND lines_total < 0 "
        "AND lines_count > 0 GROUP BY base) AS m ON m.base = h.run "
        "WHERE h.total IS NULL AND h.lines_total < 0 AND h.ordered_at IS NOT NULL "
        "AND (h.run = h.base OR h.lines_count = 0 OR b.total IS NULL AND b.lines_total < 0)"
    )
    if scratch.value("SELECT 1 FROM papers LIMIT 1") is not None:
        scratch.run(_TOLD_BY_DAY, {"day": _DAY})


def _day_of(zone: ZoneInfo, document: str | int) -> str | None:
    """The day of a paper that is known by its moment, a stamp, or by its bare day; None for a number."""
    text = str(document)
    if fullmatch(r"\d{4}-\d\d-\d\d", text):
        return text
    return local_day(from_stamp(int(text)), zone).isoformat() if fullmatch(r"-?\d{1,11}", text) else None


def meet(scratch: Scratch) -> None:
    """Lets rows that give money back find the sales that the shop knows: they tell nothing else of those orders.

    Amounts in another currency are refused: they are never added up.
    """
    if scratch.value("SELECT 1 FROM heads WHERE coalesce(total, lines_total, -later_refund) < 0 LIMIT 1") is None:
        return
    refused = scratch.run(
        "INSERT INTO bad_lines (line, last_line, row_count, message, is_rejected) SELECT r.line, r.last_line, "
        "r.rows_count, ?, 1 FROM heads AS h JOIN orders AS o ON o.external_id = h.key "
        f"JOIN heads AS r ON r.base = h.run WHERE {_IN_OTHER_MONEY}",
        (_OTHER_MONEY,),
    )
    if refused:
        scratch.run(f"UPDATE heads AS h SET action = {REFUSED} FROM orders AS o WHERE {_IN_OTHER_MONEY}")
    scratch.run(
        f"UPDATE heads AS h SET later_refund = later_refund - {_SAID}, total = NULL, later_sum = 0, "
        f"lines_total = NULL, lines_count = 0, status = '{OrderStatus.UNKNOWN}' FROM orders AS o WHERE {_BELOW}"
    )
    scratch.run(f"UPDATE heads AS h SET ordered_at = NULL, source_status = NULL FROM orders AS o WHERE {_ONLY_BACK}")


def write(db: Database, params: dict[str, Any]) -> None:
    """Notes the papers of the orders of a batch, which are in the shop by now (`order_writing.write_orders`).

    What the very same file told already needs no second note (`repeated.find_twins`). An order that a paper leaves as
    it was is written down too: taking the file back leaves it so.
    """
    order = "coalesce(h.order_id, h.run + :base)"
    db.run(
        "INSERT OR IGNORE INTO refunds (order_id, document, import_id, amount_minor, is_alone) "
        f"SELECT {order}, p.document, :import_id, sum(p.amount_minor), coalesce({_SAID}, -1) < 0 FROM heads AS h "
        "JOIN papers AS p ON p.run = h.run WHERE h.run BETWEEN :low AND :high AND h.base = h.run "
        f"AND h.action IS NOT {REFUSED} AND NOT EXISTS (SELECT 1 FROM refunds AS r WHERE r.order_id = {order} "
        "AND r.document = p.document AND r.import_id IN (SELECT id FROM temp.twins)) GROUP BY h.run, p.document",
        params,
    )
    db.run(
        f"INSERT OR IGNORE INTO refunds (order_id, document, import_id, amount_minor, is_alone) SELECT {order}, "
        f"'{IN_ALL}', :import_id, h.refunded + h.later_refund, 0 FROM heads AS h WHERE h.run BETWEEN :low AND :high "
        f"AND h.base = h.run AND h.refunded IS NOT NULL AND h.action IS NOT {REFUSED} "
        f"AND EXISTS (SELECT 1 FROM refunds AS r WHERE r.order_id = {order})",
        params,
    )
    unchanged = (
        f"SELECT h.order_id FROM heads AS h WHERE h.run BETWEEN :low AND :high AND h.action = {SAME} AND EXISTS "
        "(SELECT 1 FROM refunds AS r WHERE r.order_id = h.order_id AND r.import_id = :import_id)"
    )
    with kept(db, "orders", unchanged, params):
        pass
