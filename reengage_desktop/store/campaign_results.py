"""A campaign's figures and recipients as rows (C2, C3)."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from reengage_desktop.domain.campaign_results import CampaignResults, RecipientRow, RecipientStatus, Tallies
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import Reason
from reengage_desktop.domain.wordings import Tally, judge_wordings
from reengage_desktop.store.conversions import SENT
from reengage_desktop.store.database import Database
from reengage_desktop.store.facts import day_sql
from reengage_desktop.store.matching import CALLED
from reengage_desktop.store.recipients import LEFT_OUT, SHOWN

K = TypeVar("K")

_EVENT = "EXISTS (SELECT 1 FROM delivery_events e WHERE e.outbox_id = outbox.id AND e.kind = '{}')"
_BOUNCED, _ANSWERED, _CLICKED = (_EVENT.format(kind) for kind in ("bounced", "answered", "clicked"))
_FAILED = f"(outbox.state = 'rejected' OR {_BOUNCED} OR {_EVENT.format('failed')})"
_CONVERTED = "conversions.outbox_id IS NOT NULL"
_IS_SENT = f"({SENT})"
_FIGURES: dict[str, str] = {
    "messages": f"outbox.part <> '{LEFT_OUT}'",
    "sent": _IS_SENT,
    **{name: f"{_IS_SENT} AND {_EVENT.format(name)}" for name in ("delivered", "opened", "clicked", "answered")},
    "responded": f"{_IS_SENT} AND ({_ANSWERED} OR {_CLICKED} OR {_CONVERTED})",
    "converted": f"{_IS_SENT} AND {_CONVERTED}",
    "failed": f"{_FAILED} AND outbox.is_test = 0",
    "opted_out": f"{_IS_SENT} AND {_EVENT.format('opted_out')}",
    "said_yes": f"{_IS_SENT} AND {_EVENT.format('converted')}",
}
STATUS = f"""CASE
    WHEN outbox.state IN ('pending', 'held') AND (outbox.due_at IS NULL OR outbox.due_at > :now) THEN 'pending'
    WHEN outbox.state IN ('pending', 'held', 'sending') THEN 'queued'
    WHEN outbox.state = 'rejected' THEN 'failed'
    WHEN outbox.state = 'uncertain' AND outbox.treated_as IS NOT 'sent' THEN 'uncertain'
    WHEN outbox.state IN ('skipped', 'cancelled') THEN outbox.state
    WHEN {_EVENT.format("opted_out")} THEN 'opted_out'
    WHEN {_ANSWERED} THEN 'answered'
    WHEN {_BOUNCED} OR {_EVENT.format("failed")} THEN 'failed'
    WHEN {_EVENT.format("delivered")} OR {_EVENT.format("opened")} OR {_CLICKED} THEN 'delivered'
    ELSE 'sent' END"""
"""The SQL of C2's status at the moment `:now`."""

_FROM = """outbox LEFT JOIN conversions ON conversions.outbox_id = outbox.id
    LEFT JOIN orders ON orders.id = conversions.order_id"""


def find_results(
    db: Database, campaign_id: int, settings: Settings, now: datetime, templates: Mapping[str, str]
) -> CampaignResults:
    """What came of a campaign so far; `templates`: what its wordings are called. Test messages count nowhere."""
    sums = ", ".join(f"sum({sql})" for sql in _FIGURES.values())
    params = {"campaign": campaign_id, "now": stamp(now), "currency": settings.currency}
    rows = db.rows(
        f"""SELECT outbox.channel, outbox.variant, outbox.step, {sums},
            coalesce(sum(CASE WHEN orders.currency = :currency THEN orders.net_minor END), 0)
        FROM {_FROM} WHERE campaign_id = :campaign AND outbox.is_test = 0 AND {SHOWN}
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3""",
        params,
    )
    tallies = [(tuple(row[:3]), Tallies(*row[3:])) for row in rows]
    by_variant = _grouped(tallies, lambda key: key[1])
    wordings = [Tally(name, each.sent, each.converted) for name, each in by_variant.items()]
    return CampaignResults(
        currency=settings.currency,
        **_people(db, campaign_id),
        totals=sum((each for _, each in tallies), Tallies()),
        skipped=_skipped(db, campaign_id),
        statuses=_statuses(db, params),
        by_channel=_grouped(tallies, lambda key: key[0]),
        by_variant=by_variant,
        by_step=_grouped(tallies, lambda key: key[2]),
        by_day=_by_day(db, campaign_id, settings),
        templates=templates,
        verdict=judge_wordings(wordings) if templates else None,
    )


def list_recipient_ids(
    db: Database, campaign_id: int, now: datetime, status: RecipientStatus | None = None, reason: Reason | None = None
) -> list[int]:
    """The messages and notes of a campaign by person and step; only those with that status and reason where given."""
    rows = db.rows(
        f"SELECT outbox.id FROM outbox WHERE campaign_id = :campaign AND {SHOWN} "
        f"AND (:status IS NULL OR {STATUS} = :status) AND (:reason IS NULL OR reason = :reason) "
        "ORDER BY customer_id, step, id",
        {"campaign": campaign_id, "now": stamp(now), "status": status, "reason": reason},
    )
    return [message_id for (message_id,) in rows]


def list_came_back(db: Database, campaign_id: int, limit: int) -> list[int]:
    """The messages after which somebody ordered, the newest order first."""
    rows = db.rows(
        "SELECT outbox.id FROM outbox JOIN conversions ON conversions.outbox_id = outbox.id "
        "WHERE campaign_id = ? AND outbox.is_test = 0 ORDER BY converted_at DESC, outbox.id LIMIT ?",
        (campaign_id, limit),
    )
    return [message_id for (message_id,) in rows]


def list_written(db: Database, campaign_id: int) -> list[int]:
    """The messages that have words: what was sent first, the newest on top, then what still waits."""
    rows = db.rows(
        f"SELECT id FROM outbox WHERE campaign_id = ? AND instr(part, '~') = 0 AND part <> '{LEFT_OUT}' "
        "AND reason IS NOT 'control_group' ORDER BY sent_at IS NULL, sent_at DESC, id",
        (campaign_id,),
    )
    return [message_id for (message_id,) in rows]


def recipient_rows(db: Database, ids: Sequence[int], now: datetime) -> list[RecipientRow]:
    """The rows of these messages, in the order of the ids."""
    rows = db.rows(
        f"""SELECT outbox.id, outbox.customer_id, coalesce(customers.email, customers.phone,
                (SELECT external_id FROM external_ids WHERE customer_id = customers.id LIMIT 1), '#' || customers.id),
            {CALLED},
            outbox.channel, outbox.step, outbox.variant, {STATUS},
            coalesce(outbox.reason, CASE WHEN {_BOUNCED} THEN 'bounced' END),
            coalesce(outbox.error, (SELECT detail FROM delivery_events e WHERE e.outbox_id = outbox.id
                AND e.kind IN ('failed', 'bounced') ORDER BY at DESC, e.id DESC LIMIT 1)), outbox.created_at,
            outbox.due_at, outbox.sent_at,
            (SELECT min(at) FROM delivery_events e WHERE e.outbox_id = outbox.id AND e.kind = 'delivered'),
            (SELECT min(at) FROM delivery_events e WHERE e.outbox_id = outbox.id AND e.kind = 'answered'),
            (SELECT detail FROM delivery_events e WHERE e.outbox_id = outbox.id AND e.kind = 'answered'
                ORDER BY at LIMIT 1),
            orders.external_id, conversions.converted_at, orders.net_minor, orders.currency, outbox.is_test,
            nullif(json_extract(outbox.decision, '$.fell_over_from'), '')
        FROM {_FROM} JOIN customers ON customers.id = outbox.customer_id
        WHERE outbox.id IN (SELECT value FROM json_each(:ids))""",
        {"now": stamp(now), "ids": json.dumps(list(ids))},
    )
    found = {row[0]: _recipient(row) for row in rows}
    return [found[each] for each in ids if each in found]


@dataclass(frozen=True)
class Summary:
    """A campaign's card: "42 of 98" people, who came back, and the money. Test mode's messages count for the progress.

    `sent`: to whom any of its messages went. `waiting` and `uncertain` are messages.
    """

    sent: int = 0
    recipients: int = 0
    waiting: int = 0
    uncertain: int = 0
    converted: int = 0
    revenue_minor: int = 0


def list_summaries(db: Database, settings: Settings) -> dict[int, Summary]:
    """The cards' figures of all campaigns of the owner that have messages."""
    rows = db.rows(
        f"""SELECT campaign_id,
            count(DISTINCT CASE WHEN outbox.state = 'accepted' OR (outbox.state = 'uncertain' AND treated_as = 'sent')
                THEN outbox.customer_id END),
            count(DISTINCT outbox.customer_id), sum(outbox.state IN ('pending', 'held', 'sending')),
            sum(outbox.state = 'uncertain' AND treated_as IS NULL), sum({_FIGURES["converted"]}),
            coalesce(sum(CASE WHEN orders.currency = ? THEN orders.net_minor END), 0)
        FROM {_FROM} JOIN campaigns ON campaigns.id = campaign_id AND campaigns.is_automatic = 0
        WHERE instr(part, '~') = 0 GROUP BY 1""",
        (settings.currency,),
    )
    return {campaign_id: Summary(*values) for campaign_id, *values in rows}


def _people(db: Database, campaign_id: int) -> dict[str, int]:
    rows: dict[int, int] = dict(
        db.rows(
            f"SELECT is_left_out, count(*) FROM (SELECT min(part = '{LEFT_OUT}') AS is_left_out FROM outbox "
            f"WHERE campaign_id = ? AND is_test = 0 AND {SHOWN} GROUP BY customer_id) GROUP BY 1",
            (campaign_id,),
        )
    )
    return {"recipients": rows.get(0, 0), "left_out": rows.get(1, 0)}


def _skipped(db: Database, campaign_id: int) -> dict[Reason, int]:
    rows = db.rows(
        f"SELECT reason, count(*) FROM outbox WHERE campaign_id = ? AND is_test = 0 AND state = 'skipped' AND {SHOWN} "
        "AND reason IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1",
        (campaign_id,),
    )
    return {Reason(reason): count for reason, count in rows}


def _statuses(db: Database, params: Mapping[str, Any]) -> dict[RecipientStatus, int]:
    rows = db.rows(
        f"SELECT {STATUS}, count(*) FROM outbox WHERE campaign_id = :campaign AND is_test = 0 AND {SHOWN} "
        "GROUP BY 1 ORDER BY 1",
        {name: params[name] for name in ("campaign", "now")},
    )
    return {RecipientStatus(status): count for status, count in rows}


def _by_day(db: Database, campaign_id: int, settings: Settings) -> dict[int, Tallies]:
    """Messages by the shop's day on which they went (an ordinal), with what came of them: the timeline of C8."""
    first, last = db.row(
        f"SELECT min(sent_at), max(sent_at) FROM outbox WHERE campaign_id = ? AND {SENT} AND {SHOWN}", (campaign_id,)
    ) or (None, None)
    if first is None:
        return {}
    sums = ", ".join(f"sum({sql})" for sql in _FIGURES.values())
    rows = db.rows(
        f"""SELECT {day_sql("outbox.sent_at", settings.zone, first, last)}, {sums},
            coalesce(sum(CASE WHEN orders.currency = ? THEN orders.net_minor END), 0)
        FROM {_FROM} WHERE campaign_id = ? AND {SENT} AND {SHOWN} GROUP BY 1 ORDER BY 1""",
        (settings.currency, campaign_id),
    )
    return {day: Tallies(*values) for day, *values in rows}


def _grouped(
    tallies: Sequence[tuple[tuple[Any, ...], Tallies]], key: Callable[[tuple[Any, ...]], K]
) -> dict[K, Tallies]:
    found: dict[K, Tallies] = {}
    for keys, each in tallies:
        name = key(keys)
        if name is not None and each.messages:
            found[name] = found.get(name, Tallies()) + each
    return found


def _recipient(row: Sequence[Any]) -> RecipientRow:
    values = list(row)
    values[7] = RecipientStatus(row[7])
    values[8] = None if row[8] is None else Reason(row[8])
    values[20] = bool(row[20])
    return RecipientRow(*values)
