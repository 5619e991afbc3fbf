"""Who would get which message now, and why: for one customer, or for everybody who is due."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from reengage_desktop.channels.registry import availability
from reengage_desktop.domain.customers import Customer
from reengage_desktop.domain.decisions import Decision
from reengage_desktop.domain.moments import iso
from reengage_desktop.domain.settings import Settings
from reengage_desktop.engine import selecting
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import customers


@dataclass(frozen=True)
class Explanation:
    """The decision on one customer, every check in order, and when a message is next possible."""

    customer: Customer
    decision: Decision
    settings: Settings
    now: datetime

    @property
    def next_possible_at(self) -> datetime | None:
        """Now when she would get one; else the daily run of the day that allows one; None when no date alone helps."""
        if self.decision.campaign_type is not None:
            return self.now
        day = self.decision.next_possible_on
        if day is None:
            return None
        wall = time.fromisoformat(self.settings.text("reengagement.run_time"))
        return max(self.now, datetime.combine(day, wall, self.settings.zone))

    def as_json(self) -> dict[str, Any]:
        """The command line's `explain`."""
        person, decision = self.customer, self.decision
        named = person.email or person.phone or (person.external_ids[0] if person.external_ids else f"#{person.id}")
        return {
            "customer": named,
            "decision": decision.campaign_type,
            "channel": decision.channel,
            "reasons": [
                {"rule": check.rule, "passed": check.passed, "detail": check.detail} for check in decision.checks
            ],
            "next_possible_at": iso(self.next_possible_at, self.settings.zone),
        }


@dataclass(frozen=True)
class Preview:
    """Whom the daily run would write to now: counts by type, and by the reason for leaving somebody out."""

    total: int
    decisions: dict[str, int]
    skipped: dict[str, int]


def explain(shop: Shop, customer_id: int) -> Explanation:
    """Why a customer would or would not get a message now; raises CustomerNotFound."""
    settings, now = shop.settings(), shop.now()
    decision = selecting.explain(shop.db, customer_id, settings, availability(settings, shop.secrets), now)
    return Explanation(customers.get(shop.db, customer_id), decision, settings, now)


def preview_choices(shop: Shop) -> Preview:
    """Whom the daily run would write to now; nothing is changed."""
    settings = shop.settings()
    choices = selecting.choose_due(shop.db, settings, availability(settings, shop.secrets), shop.now())
    counts: dict[str, int] = {}
    for choice in choices.chosen:
        if choice.campaign_type is not None:
            counts[choice.campaign_type] = counts.get(choice.campaign_type, 0) + 1
    return Preview(choices.total, counts, choices.count_skipped())
