"""The tables of the scratch file: what a file said, row by row, and what was found out about it.

`people` is everybody a row names (one row per different mention), `folk` the persons they come down to; `goods` and
`wares` are the same for products; `heads` and `lines` are orders, `marks` are views, wishes, enquiries and opt-outs.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store.scratch import Scratch

IDENTITY = ("ext", "email", "phone")

TEXTS = (
    "name country first_name last_name city language timezone status agent birthday wallet_object_id push_external_id "
    "push_token"
).split()
"""What a file may say about a person in words; these are columns of the shop's customers too."""

FIGURES = ("created_at", "last_contact_at", "opening_last_order_at", "opening_orders", "opening_value_minor")
"""What it may say in moments and numbers; columns of the shop's customers too."""

CONSENTS = tuple(f"consent_{channel}" for channel in ChannelName)

PERSON = (*IDENTITY, *TEXTS, "tags", "postal", *FIGURES, *CONSENTS)
"""One mention of a person, in the order in which it is staged."""

WARE = (
    "ext",
    "sku",
    "name",
    "category",
    "price_minor",
    "currency",
    "stock",
    "in_stock",
    "url",
    "image_url",
    "created_at",
)
"""One mention of a product, in the order in which it is staged."""

HEAD = (
    "run base line last_line rows_count key pid ordered_at has_time status source_status currency total refunded "
    "code lines_total lines_count first_n last_n line_offset first_hash later_sum later_refund gid quantity_milli "
    "unit_minor"
).split()
"""A run of neighbouring rows of one order: `total` is what its first row says, `later_*` what further rows add.

Where its only line is kept in its own row, `first_n` is empty, `lines_count` 1, and the line's total is `lines_total`.
"""

LINE = "n run gid quantity_milli unit_minor total_minor".split()
"""One line of an order that has several."""

PAPER = ("run", "document", "amount_minor")
"""Money that came back by a paper of its own, or a part of it: the order's run, the paper's number or moment."""


def create(scratch: Scratch) -> None:
    """Makes the tables; what is found out later starts empty."""
    typed = {
        "tags": "TEXT",
        "postal": "TEXT",
        **dict.fromkeys((*IDENTITY, *TEXTS), "TEXT"),
        **dict.fromkeys((*FIGURES, *CONSENTS), "INTEGER"),
    }
    person = ", ".join(f"{name} {typed[name]}" for name in PERSON)
    goods = ", ".join(f"{name} {'TEXT' if name in _WARE_TEXTS else 'INTEGER'}" for name in WARE)
    for statement in (
        (
            f"CREATE TABLE people (pid INTEGER PRIMARY KEY, line INTEGER, {person}, email_key TEXT, phone_key TEXT, "
            "name_key TEXT, "
            "customer_id INTEGER, label INTEGER, f INTEGER, is_id_new INTEGER NOT NULL DEFAULT 0, "
            "is_erased INTEGER NOT NULL DEFAULT 0)"
        ),
        (
            f"CREATE TABLE folk (f INTEGER PRIMARY KEY, line INTEGER, {person}, customer_id INTEGER, "
            "is_new INTEGER NOT NULL, is_changed INTEGER NOT NULL DEFAULT 0)"
        ),
        (
            f"CREATE TABLE goods (gid INTEGER PRIMARY KEY, line INTEGER, {goods}, key TEXT, g INTEGER, "
            "product_id INTEGER, "
            "category_id INTEGER)"
        ),
        (
            f"CREATE TABLE wares (g INTEGER PRIMARY KEY, line INTEGER, {goods}, key TEXT, product_id INTEGER, "
            "category_id INTEGER, "
            "is_new INTEGER NOT NULL DEFAULT 0, is_changed INTEGER NOT NULL DEFAULT 0)"
        ),
        (
            "CREATE TABLE heads (run INTEGER PRIMARY KEY, base INTEGER, line INTEGER, last_line INTEGER, "
            "rows_count INTEGER, key TEXT, pid INTEGER, "
            "ordered_at INTEGER, has_time INTEGER, status TEXT, source_status TEXT, currency TEXT, total INTEGER, "
            "refunded INTEGER, code TEXT, lines_total INTEGER, lines_count INTEGER, first_n INTEGER, last_n INTEGER, "
            "line_offset INTEGER, first_hash INTEGER, later_sum INTEGER, later_refund INTEGER, gid INTEGER, "
            "quantity_milli INTEGER, unit_minor INTEGER, order_id INTEGER, action INTEGER)"
        ),
        (
            "CREATE TABLE lines (n INTEGER PRIMARY KEY, run INTEGER, gid INTEGER, quantity_milli INTEGER, "
            "unit_minor INTEGER, total_minor INTEGER, line_no INTEGER)"
        ),
        "CREATE TABLE papers (run INTEGER, document TEXT, amount_minor INTEGER)",
        "CREATE INDEX papers_run ON papers (run)",
        (
            "CREATE TABLE marks (m INTEGER PRIMARY KEY, line INTEGER, pid INTEGER, gid INTEGER, at INTEGER, "
            "price_minor INTEGER, currency TEXT, in_stock INTEGER, source TEXT, status TEXT, agent TEXT, "
            "service_type TEXT, channel TEXT, reason TEXT, f INTEGER, g INTEGER, row_id INTEGER, nth INTEGER, "
            "action INTEGER)"
        ),
        (
            "CREATE TABLE bad_lines (line INTEGER NOT NULL, last_line INTEGER, row_count INTEGER NOT NULL DEFAULT 1, "
            "column_name TEXT, value TEXT, message TEXT NOT NULL, is_rejected INTEGER NOT NULL, order_number TEXT, "
            "listed TEXT)"
        ),
        "CREATE TABLE touched (customer_id INTEGER PRIMARY KEY)",
    ):
        scratch.run(statement)


_WARE_TEXTS = frozenset({"ext", "sku", "name", "category", "currency", "url", "image_url"})

NEW, CHANGED, SAME, REFUSED, CHANGED_LINES = 1, 2, 3, 4, 5
"""What becomes of a staged record (`action`)."""


@dataclass(frozen=True)
class As:
    """A column whose value is that of another column of the same row."""

    column: str


Column = Sequence[Any] | As | int
"""A column to be staged: its values, another one's, or one whole number for all rows."""

_WORD = re.compile(r"[A-Za-z]{1,20}")


def stage(scratch: Scratch, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Inserts rows, inside the caller's batch."""
    if rows:
        stage_columns(scratch, table, dict(zip(columns, zip(*rows, strict=True), strict=True)))


def stage_columns(scratch: Scratch, table: str, columns: Mapping[str, Column]) -> None:
    """Inserts rows column by column, inside the caller's batch; a column of nothing costs nothing.

    NULL travels as an empty text, which no cell is: binding a None costs the driver twenty times a short text.
    """
    names: list[str] = []
    holes: list[str] = []
    given: list[Sequence[Any]] = []
    filled: dict[str, str] = {}
    for name, column in columns.items():
        if isinstance(column, As):
            if column.column not in filled:
                continue
            hole = filled[column.column]
        elif isinstance(column, int):
            hole = str(column)
        elif not isinstance(column, range) and _is_one_word(column):
            hole = f"'{column[0]}'"
        else:
            nothing = 0 if isinstance(column, range) else column.count(None)
            if nothing == len(column):
                continue
            given.append(["" if value is None else value for value in column] if nothing else column)
            hole = f"nullif(?{len(given)}, '')" if nothing else f"?{len(given)}"
        filled[name] = hole
        names.append(name)
        holes.append(hole)
    if given:
        scratch.said.setdefault(table, set()).update(names)
        scratch.run_many(
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(holes)})", zip(*given, strict=True)
        )


def _is_one_word(column: Sequence[Any]) -> bool:
    """Whether all rows have the same short word, as a column of currencies has: then nothing need be bound."""
    first = column[0]
    return isinstance(first, str) and column.count(first) == len(column) and _WORD.fullmatch(first) is not None


SHARED_EMAILS_SQL = "SELECT email FROM shared_emails"
"""The e-mails under which too many names appear; the table exists once people are resolved."""
