"""The lists of Activity: the ids behind each filter, newest first, and how many there are; the runs, the imports."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from reengage_desktop.domain.listings import ImportRow, RunRow
from reengage_desktop.domain.moments import stamp, start_of_day
from reengage_desktop.domain.sentences import sentence_from
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import Reason
from reengage_desktop.store.conversions import SENT
from reengage_desktop.store.database import Database


class Kind(StrEnum):
    """Which messages a list holds. SENT and CAME_BACK count as the figures of Home and Analytics do."""

    ALL = "all"
    WAITING = "waiting"
    SENT = "sent"
    CAME_BACK = "came_back"
    PROBLEMS = "problems"
    SKIPPED = "skipped"
    TESTS = "tests"


STUCK = (Reason.PROVIDER_PAUSED, Reason.CHANNEL_OFF, Reason.CLOCK_UNTRUSTED)
"""Reasons for which a message waits until somebody mends something."""

_STUCK = ", ".join(f"'{reason}'" for reason in STUCK)
_CAME_BACK = f"{SENT} AND EXISTS (SELECT 1 FROM conversions WHERE conversions.outbox_id = outbox.id)"

PROBLEM = (
    "(outbox.state = 'rejected' OR (outbox.state = 'uncertain' AND outbox.treated_as IS NULL) "
    f"OR (outbox.state = 'pending' AND outbox.reason IN ({_STUCK})) "
    "OR (outbox.state = 'held' AND outbox.reason IS NOT 'awaiting_approval'))"
)
"""SQL for a message that somebody has to do something about."""

_CONDITIONS: dict[Kind, str] = {
    Kind.ALL: "1",
    Kind.WAITING: "outbox.state IN ('pending', 'held', 'sending')",
    Kind.SENT: SENT,
    Kind.CAME_BACK: _CAME_BACK,
    Kind.PROBLEMS: PROBLEM,
    Kind.SKIPPED: "outbox.state IN ('skipped', 'cancelled')",
    Kind.TESTS: "outbox.is_test = 1",
}

# By name: the planner would rather read every message that was accepted, and sort them.
_GONE = "outbox INDEXED BY outbox_gone"
_BY_STATE = "outbox INDEXED BY outbox_state"

MOMENT = "coalesce(outbox.sent_at, outbox.settled_at, outbox.due_at, outbox.created_at)"
"""SQL for the moment that a list shows: when it went, or was given up, or is to go."""


@dataclass(frozen=True)
class Wanted:
    """What a list is asked for: a kind, two local days (both counted), one campaign, or certain messages."""

    kind: Kind = Kind.ALL
    from_day: date | None = None
    to_day: date | None = None
    campaign_id: int | None = None
    ids: tuple[int, ...] | None = None


def list_ids(db: Database, wanted: Wanted, settings: Settings) -> list[int]:
    """The ids of the messages, newest first; a span of days goes by the moment that the list shows."""
    by_sending = wanted.kind in (Kind.SENT, Kind.CAME_BACK)
    narrowing, params = _narrowing(wanted, settings, "outbox.sent_at" if by_sending else MOMENT)
    where = _CONDITIONS[wanted.kind] + narrowing
    if by_sending:
        order = "outbox.sent_at DESC, outbox.id DESC"
        rows = db.rows(f"SELECT outbox.id FROM {_GONE} WHERE {where} ORDER BY {order}", params)
        return [message_id for (message_id,) in rows]
    # By an index that holds nothing but states and ids: the rows themselves are as wide as their messages.
    table = _BY_STATE if where == _CONDITIONS[Kind.ALL] else "outbox"
    return sorted((each for (each,) in db.rows(f"SELECT outbox.id FROM {table} WHERE {where}", params)), reverse=True)


def count_wanted(db: Database, wanted: Wanted, settings: Settings) -> dict[Kind, int]:
    """How many messages each kind has among those that `wanted` leaves, whatever kind it names: its lists' lengths."""
    if replace(wanted, kind=Kind.ALL) == Wanted():
        return count_all(db)
    narrowing, params = _narrowing(wanted, settings, MOMENT)
    gone, gone_params = _narrowing(wanted, settings, "outbox.sent_at")
    others = [kind for kind in Kind if kind not in (Kind.SENT, Kind.CAME_BACK)]
    sums = ", ".join(f"count(CASE WHEN {_CONDITIONS[kind]} THEN 1 END)" for kind in others)
    with db.snapshot():
        (counted,) = db.rows(f"SELECT {sums} FROM outbox WHERE 1{narrowing}", params)
        counts: dict[Kind, int] = dict(zip(others, map(int, counted), strict=True))
        for kind in (Kind.SENT, Kind.CAME_BACK):
            counts[kind] = int(db.value(f"SELECT count(*) FROM {_GONE} WHERE {_CONDITIONS[kind]}{gone}", gone_params))
    return counts


def count_all(db: Database) -> dict[Kind, int]:
    """How many messages each kind has in all."""
    with db.snapshot():
        states: dict[str, int] = dict(db.rows("SELECT state, count(*) FROM outbox GROUP BY state"))
        tests, problems = _count(db, "outbox", "is_test = 1"), _count(db, "outbox", PROBLEM)
        sent, came_back = _count(db, _GONE, SENT), _count(db, _GONE, _CAME_BACK)
    return {
        Kind.ALL: sum(states.values()),
        Kind.WAITING: sum(states.get(state, 0) for state in ("pending", "held", "sending")),
        Kind.SENT: sent,
        Kind.CAME_BACK: came_back,
        Kind.PROBLEMS: problems,
        Kind.SKIPPED: states.get("skipped", 0) + states.get("cancelled", 0),
        Kind.TESTS: tests,
    }


def _narrowing(wanted: Wanted, settings: Settings, moment: str) -> tuple[str, tuple[object, ...]]:
    """What follows the condition of a kind, with its values; `moment`: SQL for what a span of days goes by."""
    parts: list[tuple[str, object]] = []
    if wanted.from_day is not None:
        parts.append((f"{moment} >= ?", stamp(start_of_day(wanted.from_day, settings.zone))))
    if wanted.to_day is not None:
        parts.append((f"{moment} < ?", stamp(start_of_day(wanted.to_day + timedelta(days=1), settings.zone))))
    if wanted.campaign_id is not None:
        parts.append(("outbox.campaign_id = ?", wanted.campaign_id))
    if wanted.ids is not None:
        parts.append(("outbox.id IN (SELECT value FROM json_each(?))", json.dumps(wanted.ids)))
    return "".join(f" AND {condition}" for condition, _value in parts), tuple(value for _condition, value in parts)


def list_came_back(db: Database, ids: Sequence[int]) -> dict[str, int]:
    """The money that those messages brought back, net of refunds in minor units, by currency."""
    return dict(
        db.rows(
            "SELECT orders.currency, sum(orders.net_minor) FROM conversions "
            "JOIN orders ON orders.id = conversions.order_id "
            "WHERE outbox_id IN (SELECT value FROM json_each(?)) GROUP BY 1",
            (json.dumps(list(ids)),),
        )
    )


def list_run_ids(db: Database, *, with_idle: bool) -> list[int]:
    """The runs of the jobs, newest first; `with_idle`: also those that ended well and found nothing to do.

    The daily run and what the owner started are always among them.
    """
    rows = db.rows(
        "SELECT id FROM job_runs WHERE ? OR trigger = 'owner' OR status <> 'success' OR job = 'process-campaigns' "
        "OR EXISTS (SELECT 1 FROM json_tree(coalesce(result, '{}')) AS part "
        "WHERE part.type = 'integer' AND part.value > 0 AND part.path NOT LIKE '$.skipped%') ORDER BY id DESC",
        (int(with_idle),),
    )
    return [run_id for (run_id,) in rows]


def list_runs(db: Database, ids: Sequence[int]) -> dict[int, RunRow]:
    """The runs by id."""
    rows = db.rows(
        "SELECT id, job, trigger, planned_at, started_at, finished_at, status, error, coalesce(result, '{}') "
        "FROM job_runs WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {row[0]: RunRow(*[*row[:8], json.loads(row[8])]) for row in rows}


def list_import_ids(db: Database) -> list[int]:
    """The imports, newest first."""
    return [import_id for (import_id,) in db.rows("SELECT id FROM imports ORDER BY id DESC")]


def list_imports(db: Database, ids: Sequence[int]) -> dict[int, ImportRow]:
    """The imports by id."""
    rows = db.rows(
        "SELECT id, kind, file_name, state, started_at, finished_at, row_count, created_count, updated_count, "
        "unchanged_count, rejected_count, notes, rejects_file, origin FROM imports "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {row[0]: ImportRow(*[*row[:11], tuple(map(sentence_from, json.loads(row[11]))), *row[12:]]) for row in rows}


def list_forgotten(db: Database, customer_ids: Sequence[int]) -> frozenset[int]:
    """Those of the customers who were forgotten at their wish: nothing of them is left but that they were there."""
    rows = db.rows(
        "SELECT id FROM customers WHERE erased_at IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(customer_ids)),),
    )
    return frozenset(each for (each,) in rows)


def _count(db: Database, table: str, condition: str) -> int:
    return int(db.value(f"SELECT count(*) FROM {table} WHERE {condition}"))
