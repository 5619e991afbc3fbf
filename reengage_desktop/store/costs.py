"""What sent messages cost at the prices that the owner entered: texts by their parts, mail and push nothing a piece."""

import json
from collections import defaultdict
from decimal import Decimal

from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.text_parts import sms_parts
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store.database import Database
from reengage_desktop.store.reports import FIGURES, Span

FREE = (ChannelName.EMAIL, ChannelName.PUSH, ChannelName.WALLET)
"""Channels whose providers ask nothing for a single message."""


def list_costs(db: Database, column: str, span: Span, settings: Settings) -> dict[str, tuple[Decimal, int]]:
    """By `campaign_type` or `channel`: what the messages of the span cost, and how many have no known price."""
    costs: dict[str, tuple[Decimal, int]] = {}
    for (name, channel), pieces in _pieces(db, column, span).items():
        price = settings.amount(f"channels.{channel}.price")
        cost, unpriced = costs.get(name, (Decimal(0), 0))
        costs[name] = (cost + price * pieces, unpriced) if price else (cost, unpriced + pieces)
    return costs


def _pieces(db: Database, column: str, span: Span) -> dict[tuple[str, str], int]:
    """How many pieces are to be paid for, by group and channel: parts of an SMS, whole messages of the others."""
    sent = f"FROM outbox WHERE {FIGURES['sent']} BETWEEN ? AND ?"
    moments = (span.since, span.until)
    pieces: dict[tuple[str, str], int] = defaultdict(int)
    other = ", ".join(f"'{channel}'" for channel in (*FREE, ChannelName.SMS))
    for name, channel, count in db.rows(
        f"SELECT {column}, channel, count(*) {sent} AND channel NOT IN ({other}) GROUP BY 1, 2", moments
    ):
        pieces[name, channel] += count
    for name, content in db.iterate(f"SELECT {column}, content {sent} AND channel = '{ChannelName.SMS}'", moments):
        pieces[name, ChannelName.SMS] += sms_parts(json.loads(content).get("text") or "").parts
    return dict(pieces)
