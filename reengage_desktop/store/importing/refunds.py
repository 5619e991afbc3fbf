"""Money that came back by papers of their own: credit notes, and refunds in lists of payments.

Each paper is known by its number, else by its moment, so that two of one order count both, whichever files they came
in, and one that two files tell counts once.
"""

from typing import Any

from reengage_desktop.domain.vocabulary import PURCHASE_STATUSES, OrderStatus
from reengage_desktop.store.connection import Database
from reengage_desktop.store.importing.staged import REFUSED
from reengage_desktop.store.scratch import Scratch

ELSEWHERE = """coalesce((SELECT sum(r.amount_minor) FROM refunds AS r WHERE r.order_id = o.id
    AND r.document NOT IN (SELECT document FROM papers WHERE run = h.run)), 0)"""
"""What papers that other files told gave back of an order `o`, as SQL beside the file's head `h` of it."""

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


def note(scratch: Scratch) -> None:
    """Takes rows below zero for papers of their own, once the runs of each order have met.

    A total that each line of a paper repeats counts once; lines are added up, each with those of its own moment.
    """
    scratch.run(
        "INSERT INTO papers SELECT DISTINCT base, ordered_at, -total FROM heads WHERE total < 0 "
        "AND ordered_at IS NOT NULL"
    )
    scratch.run(
        "INSERT INTO papers SELECT h.base, h.ordered_at, -h.lines_total + CASE WHEN h.run = h.base "
        "THEN coalesce(m.met, 0) ELSE 0 END FROM heads AS h JOIN heads AS b ON b.run = h.base "
        "LEFT JOIN (SELECT base, sum(lines_total) AS met FROM heads WHERE run <> base AND lines_total < 0 "
        "AND lines_count > 0 GROUP BY base) AS m ON m.base = h.run "
        "WHERE h.total IS NULL AND h.lines_total < 0 AND h.ordered_at IS NOT NULL "
        "AND (h.run = h.base OR h.lines_count = 0 OR b.total IS NULL AND b.lines_total < 0)"
    )


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
    """Notes the papers of the orders of a batch, which are in the shop by now (`order_writing.write_orders`)."""
    db.run(
        "INSERT OR IGNORE INTO refunds (order_id, document, amount_minor, import_id) "
        "SELECT coalesce(h.order_id, h.run + :base), p.document, sum(p.amount_minor), :import_id FROM heads AS h "
        "JOIN papers AS p ON p.run = h.run WHERE h.run BETWEEN :low AND :high AND h.base = h.run "
        f"AND h.action IS NOT {REFUSED} GROUP BY h.run, p.document",
        params,
    )


def lower(db: Database, import_id: int, order_id: int, was: dict[str, Any], states: list[dict[str, Any]]) -> None:
    """Takes what an import's papers gave back of an order out of what later files made of it.

    `was`: the order before that import; `states`: its columns after it, from state to state, as they are taken back.
    """
    mine = "SELECT sum(amount_minor) FROM refunds WHERE order_id = ? AND import_id = ?"
    given = db.value(mine, (order_id, import_id))
    for state in states:
        left = state["refunded_minor"] - (given or 0)
        if not given or left < was["refunded_minor"]:
            continue
        state["refunded_minor"] = left
        if state["status"] in (*PURCHASE_STATUSES, OrderStatus.REFUNDED):
            back = OrderStatus.REFUNDED if left >= state["total_minor"] else OrderStatus.PARTLY_REFUNDED
            state["status"] = str(back) if left else was["status"]
        is_bought = state["status"] in PURCHASE_STATUSES
        state["net_minor"] = state["total_minor"] - left if is_bought else 0
        state["is_purchase"] = int(is_bought and state["total_minor"] >= 0)
