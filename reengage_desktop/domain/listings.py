"""Rows as lists show them: plain values, moments as stored stamps where a list sorts by them."""

from dataclasses import dataclass
from typing import Any

from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ChannelName, OutboxState


@dataclass(frozen=True)
class CustomerRow:
    """One line of the customer table; stamps are unix seconds, money is minor units of the shop's currency."""

    id: int
    name: str
    email: str | None
    phone: str | None
    orders_count: int
    lifetime_value_minor: int
    last_order_at: int | None
    reachable_by: tuple[ChannelName, ...]
    opted_out: bool
    agreed_to: tuple[ChannelName, ...] = ()
    city: str | None = None
    country: str | None = None
    first_order_at: int | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class MessageRow:
    """One line of the queue or the history."""

    id: int
    customer_id: int
    customer: str
    channel: str
    campaign_type: str
    campaign: str
    state: OutboxState
    reason: str | None
    error: str | None
    attempts: int
    created_at: int
    due_at: int | None
    sent_at: int | None
    settled_at: int | None
    address: str
    content: dict[str, Any]
    decision: dict[str, Any]
    treated_as: str | None
    events: tuple[str, ...]
    order_id: str | None
    converted_at: int | None
    revenue_minor: int | None
    revenue_currency: str | None


CATCH_UP = "catch-up"
"""What started a run that the PC, switched off at the planned time, made up for later."""


@dataclass(frozen=True)
class RunRow:
    """One run of a job."""

    id: int
    job: str
    trigger: str
    planned_at: int | None
    started_at: int
    finished_at: int | None
    status: str
    error: str | None
    result: dict[str, Any]

    @property
    def was_missed(self) -> bool:
        """Whether it makes up for a missed one; a first run that comes late, or one started by hand, does not."""
        return self.trigger == CATCH_UP and self.planned_at is not None


@dataclass(frozen=True)
class ImportRow:
    """One import as Activity shows it."""

    id: int
    kind: str
    file_name: str
    state: str
    started_at: int
    finished_at: int | None
    row_count: int
    created: int
    updated: int
    unchanged: int
    rejected: int
    notes: tuple[Sentence, ...]
    rejects_file: str | None
    origin: str = "owner"


@dataclass(frozen=True)
class NoticeRow:
    """One thing the owner should know; `figures` fill the sentence that belongs to `kind`."""

    id: int
    key: str
    kind: str
    at: int
    figures: dict[str, Any]


@dataclass(frozen=True)
class TimelineEntry:
    """One moment in a customer's story: an order, a message, an answer, a word of consent, an import.

    `message_id`: the message that it is, or that it answers.
    """

    at: int
    kind: str
    title: str
    detail: str | None
    message_id: int | None = None
