"""Who would get which message now, and why: for one customer, or for everybody who is due."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from reengage_desktop.channels.registry import availability
from reengage_desktop.domain.customers import Customer
from reengage_desktop.domain.decisions import Decision
from reengage_desktop.domain.moments import iso
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import CampaignType
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
    """Whom the daily run and the hourly checks would write to now, and whom not.

    `chosen` lists the customers by type, each once; `left_out` those of the daily run by reason, the most frequent
    first; `viewers_left_out` those of the hourly checks, by type and reason. `total`: how many the daily run looks at.
    """

    total: int
    chosen: dict[str, list[int]]
    left_out: dict[str, list[int]]
    viewers_left_out: dict[str, dict[str, list[int]]]

    @property
    def everybody(self) -> list[int]:
        """All who would get a message."""
        return [each for ids in self.chosen.values() for each in ids]


def explain(shop: Shop, customer_id: int, campaign_type: CampaignType | None = None) -> Explanation:
    """Why a customer would or would not get a message now, or the one of a type; raises CustomerNotFound."""
    settings, now = shop.settings(), shop.now()
    channels = availability(settings, shop.secrets)
    decision = selecting.explain(shop.db, customer_id, settings, channels, now, campaign_type)
    return Explanation(customers.get(shop.db, customer_id), decision, settings, now)


def preview_choices(shop: Shop) -> Preview:
    """Whom the automatic campaigns would write to now; nothing is changed.

    The checks of products come first, as they do when the clock starts everything: who hears of a product is not
    counted a second time by the daily run.
    """
    settings = shop.settings()
    today = selecting.choose_today(shop.db, settings, availability(settings, shop.secrets), shop.now())
    chosen: dict[str, list[int]] = {str(each): [] for each in CampaignType}
    for choices in (*today.viewers.values(), today.due):
        for choice in choices.chosen:
            if choice.campaign_type is not None:
                chosen[choice.campaign_type].append(choice.facts.customer_id)
    viewers = {str(kind): _by_reason(choices) for kind, choices in today.viewers.items()}
    return Preview(today.due.total, chosen, _by_reason(today.due, today.told), viewers)


def _by_reason(choices: selecting.Choices, told: Collection[int] = ()) -> dict[str, list[int]]:
    """Those who were passed over and get no other message either."""
    found: dict[str, list[int]] = {}
    for choice in choices.skipped:
        if choice.reason is not None and choice.facts.customer_id not in told:
            found.setdefault(choice.reason, []).append(choice.facts.customer_id)
    unique = {reason: list(dict.fromkeys(ids)) for reason, ids in found.items()}
    return dict(sorted(unique.items(), key=lambda pair: -len(pair[1])))
