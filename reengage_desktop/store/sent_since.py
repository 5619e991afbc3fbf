"""What the live shop sent since a backup was saved, brought into the copy that is to take its place.

After an earlier restore the two have lived apart: one number may stand for two messages, one occasion may have been
written to in both. A message is known by its reference; another one with a number that is taken gets a new number. That
something was sent is never forgotten, whichever of the two knows it.
"""

from collections.abc import Iterator
from typing import Any

from reengage_desktop.store.database import Database, Row

Learned = dict[str, tuple[list[str], list[Row]]]
"""By table: the names of the columns, and the live shop's rows."""

_SENT = ("sending", "accepted", "uncertain")


def take_over(scratch: Database, learned: Learned) -> None:
    """Brings codes, messages and their attempts in; inside the caller's transaction."""
    codes = _take_codes(scratch, list(_dicts(learned, "discount_codes")))
    messages = _take_messages(scratch, list(_dicts(learned, "outbox")), codes)
    for live in _dicts(learned, "discount_codes"):
        if live["id"] in codes and live["outbox_id"] is not None:
            outbox_id = messages.get(live["outbox_id"])
            scratch.run("UPDATE discount_codes SET outbox_id = ? WHERE id = ?", (outbox_id, codes[live["id"]]))
    _take_attempts(scratch, list(_dicts(learned, "attempts")), messages)


def _dicts(learned: Learned, table: str) -> Iterator[dict[str, Any]]:
    columns, rows = learned.get(table, ([], []))
    return (dict(zip(columns, row, strict=True)) for row in rows)


class _Numbers:
    """The numbers of a table's rows: a live row keeps its own where the copy has not given it to another."""

    def __init__(self, scratch: Database, table: str, rows: list[dict[str, Any]]) -> None:
        self._taken = {row[0] for row in scratch.rows(f"SELECT id FROM {table}")}
        self._last = max([0, *self._taken, *(row["id"] for row in rows)])

    def choose(self, wanted: int) -> int:
        if wanted in self._taken:
            self._last += 1
            wanted = self._last
        self._taken.add(wanted)
        return wanted


def _take_codes(scratch: Database, rows: list[dict[str, Any]]) -> dict[int, int]:
    """Gives each live code's number in the copy."""
    numbers, places = _Numbers(scratch, "discount_codes", rows), {}
    known = _ids(scratch, "customers")
    mine = {code.casefold(): code_id for code_id, code in scratch.rows("SELECT id, code FROM discount_codes")}
    orders = _ids(scratch, "orders")
    for live in rows:
        if live["customer_id"] is not None and live["customer_id"] not in known:
            continue
        row = {**live, "outbox_id": None}
        if live["redeemed_order_id"] not in orders:
            row["redeemed_order_id"] = None
        found = mine.get(live["code"].casefold())
        row["id"] = places[live["id"]] = numbers.choose(live["id"]) if found is None else found
        _write(scratch, "discount_codes", row)
    return places


def _take_messages(scratch: Database, rows: list[dict[str, Any]], codes: dict[int, int]) -> dict[int, int]:
    """Gives each live message's number in the copy."""
    numbers, places = _Numbers(scratch, "outbox", rows), {}
    mine = {row[0]: row[1:] for row in scratch.rows("SELECT reference, id, state FROM outbox")}
    people, campaigns, products = (_ids(scratch, table) for table in ("customers", "campaigns", "products"))
    for live in rows:
        if live["customer_id"] not in people or live["campaign_id"] not in campaigns:
            continue
        known_id, known_state = mine.get(live["reference"], (None, None))
        place = places[live["id"]] = numbers.choose(live["id"]) if known_id is None else known_id
        if known_state in _SENT and live["state"] not in _SENT:
            continue
        row = {**live, "id": place, "code_id": codes.get(live["code_id"])}
        if live["product_id"] not in products:
            row["product_id"] = None
        _settle_key(scratch, row)
        _write(scratch, "outbox", row)
    return places


def _settle_key(scratch: Database, row: dict[str, Any]) -> None:
    """Where both wrote to one person on one occasion, the one that was sent holds the occasion; else the live one."""
    key = tuple(row[name] for name in ("campaign_id", "customer_id", "occasion", "step", "part"))
    found = scratch.row(
        "SELECT id, state FROM outbox WHERE (campaign_id, customer_id, occasion, step, part) = (?, ?, ?, ?, ?) "
        "AND id <> ?",
        (*key, row["id"]),
    )
    if found is None:
        return
    other_id, state = found
    if state in _SENT and row["state"] not in _SENT:
        row["part"] = f"{row['part']}~{row['id']}"
    else:
        scratch.run("UPDATE outbox SET part = part || '~' || id WHERE id = ?", (other_id,))


def _take_attempts(scratch: Database, rows: list[dict[str, Any]], messages: dict[int, int]) -> None:
    numbers = _Numbers(scratch, "attempts", rows)
    mine = {
        (outbox_id, provider, started_at): attempt_id
        for attempt_id, outbox_id, provider, started_at in scratch.rows(
            "SELECT id, outbox_id, provider, started_at FROM attempts"
        )
    }
    for live in rows:
        outbox_id = messages.get(live["outbox_id"])
        if outbox_id is None:
            continue
        found = mine.get((outbox_id, live["provider"], live["started_at"]))
        place = numbers.choose(live["id"]) if found is None else found
        _write(scratch, "attempts", {**live, "id": place, "outbox_id": outbox_id})


def _ids(scratch: Database, table: str) -> set[int]:
    return {row[0] for row in scratch.rows(f"SELECT id FROM {table}")}


def _write(scratch: Database, table: str, row: dict[str, Any]) -> None:
    changes = ", ".join(f"{name} = excluded.{name}" for name in row if name != "id")
    scratch.run(
        f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))}) "
        f"ON CONFLICT (id) DO UPDATE SET {changes}",
        tuple(row.values()),
    )
