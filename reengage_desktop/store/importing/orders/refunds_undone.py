"""Takes back what an import's papers gave back (`refunds`), out of the orders and of what later imports made of them.

A paper that another file tells too stays given back.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reengage_desktop.domain.vocabulary import PURCHASE_STATUSES, OrderStatus
from reengage_desktop.store.connection import Database
from reengage_desktop.store.importing.orders.refunds import IN_ALL

MONEY = ("status", "total_minor", "refunded_minor", "net_minor", "is_purchase")
"""What papers change of an order."""
NOW = 1 << 62
"""The number of an import after the last one."""

TELLS_NO_SALE = """EXISTS (SELECT 1 FROM refunds AS r WHERE r.order_id = l.row_id AND r.import_id = l.import_id
    AND r.is_alone)"""
"""Whether an import `l` only gave money back of an order, as SQL."""

LEFT_TO_PAPERS = """INSERT INTO undo_next SELECT r.order_id, NULL, min(r.import_id) FROM undo_rows AS u
    JOIN refunds AS r ON r.order_id = u.id WHERE r.import_id <> ? AND u.id NOT IN (SELECT row_id FROM undo_next)
    GROUP BY r.order_id"""
"""Leaves orders of which nobody tells the sale any more to the first import that gave money back of them."""

State = dict[str, Any]
"""An order's columns, as the journal keeps them."""


def find_changes(db: Database, import_id: int) -> bool:
    """Finds, in `temp.order_changes`, what this import and later ones changed of orders of which papers tell.

    False where no paper tells of any: there is nothing to do.
    """
    db.run("DROP TABLE IF EXISTS temp.order_changes")
    db.run("CREATE TEMP TABLE order_changes (row_id INTEGER, id INTEGER, import_id INTEGER, PRIMARY KEY (row_id, id))")
    if db.row("SELECT 1 FROM refunds LIMIT 1") is None:
        return False
    db.run(
        "INSERT INTO temp.order_changes SELECT row_id, id, import_id FROM import_journal WHERE import_id >= ? "
        "AND table_name = 'orders' AND row_id IN (SELECT order_id FROM refunds)",
        (import_id,),
    )
    return True


def take_back(db: Database, import_id: int, after: int, limit: int) -> list[int]:
    """Does so for as many orders with greater numbers than `after`, and gives them. Inside the caller's transaction.

    Orders that go with the import keep their papers till then. Call `find_changes` before.
    """
    orders = [
        row[0]
        for row in db.rows(
            "SELECT DISTINCT order_id FROM refunds AS r JOIN orders AS o ON o.id = r.order_id WHERE r.order_id > ?2 "
            "AND CASE WHEN o.import_id IS ?1 THEN r.import_id <> ?1 OR EXISTS (SELECT 1 FROM temp.order_changes "
            "WHERE row_id = o.id) ELSE r.import_id = ?1 END ORDER BY order_id LIMIT ?3",
            (import_id, after, limit),
        )
    ]
    for order_id in orders:
        _take_back(db, import_id, order_id)
        db.run("DELETE FROM refunds WHERE order_id = ? AND import_id = ?", (order_id, import_id))
    return orders


@dataclass(frozen=True)
class _Paper:
    document: str
    amount_minor: int
    import_id: int
    is_alone: int


def _papers(db: Database, order_id: int) -> list[_Paper]:
    query = "SELECT document, amount_minor, import_id, is_alone FROM refunds WHERE order_id = ?"
    return [_Paper(*row) for row in db.rows(query, (order_id,))]


def _take_back(db: Database, import_id: int, order_id: int) -> None:
    entries = [
        (entry_id, by, json.loads(text))
        for entry_id, by, text in db.rows(
            "SELECT j.id, j.import_id, j.before FROM temp.order_changes AS c JOIN import_journal AS j ON j.id = c.id "
            "WHERE c.row_id = ? ORDER BY j.id",
            (order_id,),
        )
    ]
    columns = (*MONEY, "source_status", "import_id")
    found = db.row(f"SELECT {', '.join(columns)} FROM orders WHERE id = ?", (order_id,))
    current = dict(zip(columns, found or (), strict=True))
    papers = _papers(db, order_id)
    only_back = {paper.import_id for paper in papers if paper.is_alone}
    is_gone = current["import_id"] == import_id and all(by in only_back for _, by, _ in entries)
    states = [(by - 1 + nth, entry[side]) for _, by, entry in entries for nth, side in enumerate(("was", "became"))]
    plain = next((told["was"]["status"] for _, by, told in entries if by == import_id and not _back(told["was"])), None)
    for until, state in [*states, (NOW, current)]:
        told = [paper for paper in papers if paper.import_id <= until]
        left = _sum([paper for paper in told if paper.import_id != import_id])
        if is_gone and state["total_minor"] >= 0:
            _leave_below_zero(state, left)
        elif _back(state) == _sum(told):
            _give(state, left, plain)
    for entry_id, _, entry in entries:
        text = json.dumps(entry, ensure_ascii=False)
        db.run("UPDATE import_journal SET before = ? WHERE id = ?", (text, entry_id))
    changes = ", ".join(f"{name} = ?" for name in MONEY)
    db.run(f"UPDATE orders SET {changes} WHERE id = ?", (*(current[name] for name in MONEY), order_id))
    if is_gone:
        db.run("DELETE FROM order_lines WHERE order_id = ?", (order_id,))


def _sum(papers: Sequence[_Paper]) -> int:
    """What they gave back, and what the last list of orders says came back in all; one that two tell counts once."""
    amounts: dict[str, int] = {}
    for paper in papers:
        amounts[paper.document] = max(paper.amount_minor, amounts.get(paper.document, 0))
    own = [paper for paper in papers if paper.document == IN_ALL]
    amounts.pop(IN_ALL, None)
    in_all = max(own, key=lambda paper: paper.import_id).amount_minor if own else 0
    return max(in_all, sum(amounts.values()))


def _back(state: State) -> int:
    """What came back of an order, in minor units; one below zero is nothing else."""
    return int(state["refunded_minor"] if state["total_minor"] >= 0 else -state["total_minor"])


def _give(state: State, back: int, plain: str | None) -> None:
    """Has an order's state tell that so much came back; `plain`: its status where nothing did."""
    if back == _back(state):
        return
    if state["total_minor"] < 0:
        state["total_minor"] = -back
    else:
        state["refunded_minor"] = back
        if state["status"] in (*PURCHASE_STATUSES, OrderStatus.REFUNDED):
            paid = OrderStatus.PAID if state["source_status"] else OrderStatus.UNKNOWN
            given = OrderStatus.REFUNDED if back >= state["total_minor"] else OrderStatus.PARTLY_REFUNDED
            state["status"] = str(given) if back else plain or str(paid)
    settle(state)


def settle(state: State) -> None:
    """Has an order's state tell what it comes to in the state that it is in, and whether it is a purchase."""
    is_bought = state["status"] in PURCHASE_STATUSES
    state["net_minor"] = state["total_minor"] - state["refunded_minor"] if is_bought else 0
    state["is_purchase"] = int(is_bought and state["total_minor"] >= 0)


def _leave_below_zero(state: State, back: int) -> None:
    state["total_minor"], state["refunded_minor"], state["status"] = -back, 0, str(OrderStatus.UNKNOWN)
    settle(state)


def keep_what_came_back(
    db: Database,
    import_id: int,
    order_id: int,
    was: State,
    later: Sequence[int],
    states: Sequence[tuple[int, State, State]],
) -> None:
    """An order whose sale an undone import told stays below zero with all that came back, from later files too.

    `was`: what it was before that import; `later`: the imports that changed it since; `states`: what it was after, one
    after the other: the last import that it knows of, what it was, and what it is without; from the next file on that
    told the sale, too, it is what it was.
    """
    if not any(before["total_minor"] >= 0 > state["total_minor"] for _, before, state in states):
        return
    papers = _papers(db, order_id)
    only_back = {paper.import_id for paper in papers if paper.is_alone}
    sold = min((by for by in later if by not in only_back), default=NOW + 1)
    for until, before, state in states:
        if until >= sold:
            state.update(before)
        elif before["total_minor"] >= 0 > state["total_minor"]:
            state.update({name: was[name] for name in MONEY})
            told = [_sum([paper for paper in papers if paper.import_id <= last]) for last in (import_id, until)]
            _give(state, _back(was) - told[0] + told[1], None)
