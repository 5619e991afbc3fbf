"""The people of an owner's campaign: who is in it already, who was left out and why, and what became of each (C2)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reengage_desktop.domain.moments import day_number, stamp
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.store.database import Database

LEFT_OUT = "0~left"
"""The part of a note that somebody was left out: it has no words, takes no message's key, and is never tried again."""

_AMONG = "IN (SELECT value FROM json_each(?))"
SHOWN = f"(instr(outbox.part, '~') = 0 OR outbox.part = '{LEFT_OUT}')"
"""The SQL condition for the rows of a campaign that stand for its recipients: no earlier tries of the same message."""


@dataclass(frozen=True)
class LeftOut:
    """Somebody who was meant and gets nothing; `detail`: what exactly is missing."""

    customer_id: int
    channel: ChannelName
    reason: Reason
    detail: str | None = None
    step: int = 0


def list_taken(db: Database, campaign_id: int, step: int, ids: Sequence[int], *, is_test: bool) -> set[int]:
    """Those of the customers whose message of that step is in the outbox, or was: they get no second one."""
    rows = db.rows(
        f"SELECT customer_id FROM outbox WHERE campaign_id = ? AND step = ? AND customer_id {_AMONG} AND is_test = ? "
        "AND instr(part, '~') = 0 AND state NOT IN ('skipped', 'rejected')",
        (campaign_id, step, json.dumps(ids), int(is_test)),
    )
    return {customer_id for (customer_id,) in rows}


def list_in_others(db: Database, campaign_id: int | None, ids: Sequence[int], *, is_test: bool) -> set[int]:
    """Those of the customers who are in another campaign of the owner that runs, whether it has written to them yet.

    Its control group is in it too: else another campaign would write to those whom it leaves alone on purpose.
    """
    rows = db.rows(
        "SELECT DISTINCT customer_id FROM outbox JOIN campaigns ON campaigns.id = campaign_id "
        "WHERE campaigns.is_automatic = 0 AND campaigns.status IN ('active', 'paused') AND archived_at IS NULL "
        f"AND campaign_id IS NOT ? AND customer_id {_AMONG} AND is_test = ? AND (reason IS 'control_group' "
        "OR (instr(part, '~') = 0 AND state NOT IN ('skipped', 'rejected', 'cancelled')))",
        (campaign_id, json.dumps(ids), int(is_test)),
    )
    return {customer_id for (customer_id,) in rows}


def count_in_line(db: Database, campaign_id: int, step: int, today_began: datetime) -> int:
    """The next message's place in the line of a campaign's step: how many still wait, or were due from today on."""
    return int(
        db.value(
            "SELECT count(*) FROM outbox WHERE campaign_id = ? AND step = ? AND instr(part, '~') = 0 "
            "AND (due_at >= ? OR state IN ('pending', 'held', 'sending'))",
            (campaign_id, step, stamp(today_began)),
        )
    )


def note_left_out(
    db: Database, campaign_id: int, campaign_type: str, some: Sequence[LeftOut], settings: Settings, now: datetime
) -> None:
    """Keeps why customers of a campaign get nothing; a note about the same message is replaced."""
    moment, day = stamp(now), day_number(now, settings.zone)
    is_test = int(settings.is_on("sending.test_mode"))
    with db.write():
        db.run_many(
            """INSERT INTO outbox (reference, campaign_id, campaign_type, customer_id, step, part, touch, channel,
                address, content, state, reason, error, is_automatic, is_test, last_order_at, created_at, queued_on,
                settled_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '{"text": ""}', 'skipped', ?, ?, 0, ?,
                (SELECT last_order_at FROM customers WHERE id = ?), ?, ?, ?)
            ON CONFLICT (campaign_id, customer_id, occasion, step, part) DO UPDATE SET channel = excluded.channel,
                reason = excluded.reason, error = excluded.error, is_test = excluded.is_test,
                settled_at = excluded.settled_at""",
            [
                (
                    f"left-out:{campaign_id}:{each.customer_id}:{each.step}", campaign_id, campaign_type,
                    each.customer_id, each.step, LEFT_OUT, f"left-out:{campaign_id}:{each.customer_id}:{each.step}",
                    each.channel, each.reason, each.detail, is_test, each.customer_id, moment, day, moment,
                )
                for each in some
            ],
        )  # fmt: skip


def forget_left_out(db: Database, campaign_id: int, ids: Sequence[int], step: int) -> None:
    """Takes the notes about these customers away: their messages come into the outbox now."""
    db.run(
        f"DELETE FROM outbox WHERE campaign_id = ? AND customer_id {_AMONG} AND occasion = '' AND step = ? "
        "AND part = ?",
        (campaign_id, json.dumps(list(ids)), step, LEFT_OUT),
    )
