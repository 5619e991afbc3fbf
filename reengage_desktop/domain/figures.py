"""What came of the messages, in numbers that mean the same in the window and on the command line (A11)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reengage_desktop.domain.judging import Lift
from reengage_desktop.domain.money import plain, to_minor


@dataclass(frozen=True)
class Results:
    """What came of a group of messages; each counts a message once, revenue is net of refunds in minor units.

    `said_yes`: calls in which the customer said yes (C9); they bring money only when an order comes.
    `cost` is in the shop's currency, at the prices that the owner entered; `unpriced` pieces have none.
    """

    sent: int = 0
    delivered: int = 0
    opened: int = 0
    clicked: int = 0
    answered: int = 0
    converted: int = 0
    opted_out: int = 0
    bounced: int = 0
    complained: int = 0
    said_yes: int = 0
    revenue_minor: int = 0
    cost: Decimal = Decimal(0)
    unpriced: int = 0

    @property
    def conversion_rate(self) -> float:
        """Converted ÷ sent, 0 to 1; 0 where nothing was sent."""
        return self.converted / self.sent if self.sent else 0.0

    def as_json(self, currency: str) -> dict[str, Any]:
        """The keys of the command line's `analytics`."""
        return {
            "sent": self.sent,
            "delivered": self.delivered,
            "opened": self.opened,
            "clicked": self.clicked,
            "answered": self.answered,
            "converted": self.converted,
            "opted_out": self.opted_out,
            "bounced": self.bounced,
            "complained": self.complained,
            "said_yes": self.said_yes,
            "conversion_rate": round(self.conversion_rate, 6),
            "revenue": plain(self.revenue_minor, currency),
            "cost": None if self.unpriced else plain(to_minor(self.cost, currency), currency),
        }


@dataclass(frozen=True)
class Analytics:
    """Results of the messages of a period, by campaign type, by channel and in all.

    `days` as in "the last `days` days". `chosen`: messages that were wanted, whatever became of them. `opted_out`:
    people who said no in the time, whatever told us. `lift`: None without a control group to compare with.
    """

    days: int
    currency: str
    by_type: Mapping[str, Results]
    by_channel: Mapping[str, Results]
    totals: Results
    other_currencies: Mapping[str, int]
    chosen: int = 0
    opted_out: int = 0
    lift: Lift | None = None

    def as_json(self) -> dict[str, Any]:
        """The command line's JSON; `lift` is null without a control group to compare with."""
        return {
            "days": self.days,
            "currency": self.currency,
            "by_type": {name: results.as_json(self.currency) for name, results in self.by_type.items()},
            "by_channel": {name: results.as_json(self.currency) for name, results in self.by_channel.items()},
            "totals": self.totals.as_json(self.currency),
            "other_currencies": {code: plain(minor, code) for code, minor in self.other_currencies.items()},
            "chosen": self.chosen,
            "opted_out": self.opted_out,
            "lift": None if self.lift is None else _lift_as_json(self.lift),
        }


def _lift_as_json(lift: Lift) -> dict[str, Any]:
    lower, upper = lift.interval
    return {
        "written": {"customers": lift.written.customers, "returned": lift.written.returned},
        "held_out": {"customers": lift.held_out.customers, "returned": lift.held_out.returned},
        "would_have_come": lift.would_have_come,
        "brought_back": lift.brought_back,
        "interval": [lower, upper],
    }


@dataclass(frozen=True)
class DayFigures:
    """One local day (ordinal) of the time line. `bought_again`: how many of the day's messages brought a purchase."""

    day: int
    sent: int
    bought_again: int
    opted_out: int = 0
    bounced: int = 0
    complained: int = 0


@dataclass(frozen=True)
class StateFigures:
    """How many customers there were in each state at the end of a local day (ordinal)."""

    day: int
    active: int
    stopped: int
    lost: int


@dataclass(frozen=True)
class LapsedFigures:
    """Who stopped buying, and what they used to spend in an average month while they bought (minor units).

    `anybody_bought`: False where no purchase of anybody is known, so that nobody can have stopped.
    """

    customers: int
    monthly_minor: int
    currency: str
    anybody_bought: bool = True


@dataclass(frozen=True)
class Totals:
    """The shop as a whole: everybody known, all purchases, anonymous sales apart, net money in the base currency."""

    customers: int
    orders: int
    anonymous_orders: int
    products: int
    revenue_minor: int
    currency: str
    last_order_at: int | None
