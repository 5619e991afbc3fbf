"""What came of an owner's campaign (C2, C3), and where each of its recipients stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

from reengage_desktop.domain.judging import judge
from reengage_desktop.domain.money import plain
from reengage_desktop.domain.vocabulary import REASON_SENTENCES, Reason
from reengage_desktop.domain.wordings import Verdict


class RecipientStatus(StrEnum):
    """Where a message stands in the owner's words (C2): pending waits for its time, queued is due."""

    PENDING = "pending"
    QUEUED = "queued"
    SENT = "sent"
    DELIVERED = "delivered"
    ANSWERED = "answered"
    FAILED = "failed"
    OPTED_OUT = "opted_out"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True)
class Tallies:
    """What came of some messages, each counted once; revenue is net of refunds in minor units.

    `responded`: she answered, clicked or ordered. `failed`: refused by the provider, or came back. `said_yes`: in a
    call; money comes from orders only.
    """

    messages: int = 0
    sent: int = 0
    delivered: int = 0
    opened: int = 0
    clicked: int = 0
    answered: int = 0
    responded: int = 0
    converted: int = 0
    failed: int = 0
    opted_out: int = 0
    said_yes: int = 0
    revenue_minor: int = 0

    def __add__(self, other: "Tallies") -> "Tallies":
        """Both together."""
        return Tallies(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))

    def as_json(self, currency: str) -> dict[str, Any]:
        """The counts, `conversion_rate` (0 to 1; null where it says nothing yet) and the revenue."""
        found: dict[str, Any] = {each.name: getattr(self, each.name) for each in fields(self)}
        revenue = found.pop("revenue_minor")
        rate = judge(self.converted, self.sent)
        return {
            **found,
            "conversion_rate": round(self.converted / self.sent, 6) if self.sent else 0.0,
            "is_enough_to_judge": rate is not None,
            "revenue": plain(revenue, currency),
        }


@dataclass(frozen=True)
class CampaignResults:
    """A campaign in numbers. `recipients`: people for whom there is a message; `left_out`: people without one.

    `skipped`: messages and people that got nothing, by reason, the left-out ones included. `statuses`: the recipients'
    newest message by where it stands.
    """

    currency: str
    recipients: int = 0
    left_out: int = 0
    totals: Tallies = Tallies()
    skipped: Mapping[Reason, int] = field(default_factory=dict)
    statuses: Mapping[RecipientStatus, int] = field(default_factory=dict)
    by_channel: Mapping[str, Tallies] = field(default_factory=dict)
    by_variant: Mapping[str, Tallies] = field(default_factory=dict)
    by_step: Mapping[int, Tallies] = field(default_factory=dict)
    by_day: Mapping[int, Tallies] = field(default_factory=dict)
    templates: Mapping[str, str] = field(default_factory=dict)
    verdict: Verdict | None = None

    def as_json(self) -> dict[str, Any]:
        """C3's counts and the breakdowns."""

        def all_of(some: Mapping[Any, Tallies]) -> dict[str, Any]:
            return {str(key): each.as_json(self.currency) for key, each in some.items()}

        variants = all_of(self.by_variant)
        for letter, values in variants.items():
            values["template"] = self.templates.get(letter)
        return {
            "recipients": self.recipients,
            **self.totals.as_json(self.currency),
            "left_out": self.left_out,
            "skipped": {reason.value: count for reason, count in self.skipped.items()},
            "statuses": {status.value: count for status, count in self.statuses.items()},
            "by_channel": all_of(self.by_channel),
            "by_variant": variants,
            "by_step": all_of(self.by_step),
            "verdict": _verdict_json(self.verdict),
        }


def _verdict_json(verdict: Verdict | None) -> dict[str, Any] | None:
    if verdict is None:
        return None
    said = "too few to judge" if not verdict.is_enough else "no difference found yet"
    if verdict.winner is not None:
        said = f"{verdict.winner} does better"
    return {"winner": verdict.winner, "verdict": said, "evidence": round(verdict.evidence, 3)}


@dataclass(frozen=True)
class RecipientRow:
    """One message of a campaign, or the note that somebody gets none; moments are stamps.

    `fell_over_from`: the channel on which it could not go, because the address there was refused.
    """

    message_id: int
    customer_id: int
    customer: str
    name: str
    channel: str
    step: int
    variant: str | None
    status: RecipientStatus
    reason: Reason | None
    error: str | None
    created_at: int
    due_at: int | None
    sent_at: int | None
    delivered_at: int | None
    responded_at: int | None
    response: str | None
    order_id: str | None
    converted_at: int | None
    revenue_minor: int | None
    revenue_currency: str | None
    is_test: bool
    fell_over_from: str | None = None

    @property
    def explanation(self) -> str | None:
        """Why she got nothing, or what went wrong, in plain words."""
        if self.reason is None:
            is_silent = self.status is RecipientStatus.FAILED and not self.error
            return "The provider could not deliver it and did not say why." if is_silent else self.error
        sentence = REASON_SENTENCES[self.reason]
        said = f"{sentence[:1].upper()}{sentence[1:]}"
        return f"{said} {self.error}" if self.error else said
