"""The shop's own buying rhythm: how long its customers usually wait, how long is unusual, and who is silent that long.

Reads only. The cost follows the number of customers, not of orders: gaps are taken from a fixed sample of them.

What is proposed is one number of days for the whole shop (A2), so everybody's gaps are read together, as they are. When
one customer is late by her own rhythm (C19: her gaps' logarithms, leaned on the shop's) is another question, and not
answered here: of most customers only one gap is known, or none, and the rule must be one that an owner can say aloud.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from math import exp, log

from reengage_desktop.domain.moments import day_number
from reengage_desktop.domain.settings import Settings
from reengage_desktop.store import segments
from reengage_desktop.store.customers import LIVING
from reengage_desktop.store.database import Database
from reengage_desktop.store.facts import day_sql

SHORTEST_DAYS, LONGEST_DAYS = 14, 365
"""What may be proposed as the days after which somebody has stopped buying."""

ENOUGH_BUYERS = 10
"""With fewer customers who bought on more than one day there is no rhythm to speak of."""

_SAMPLE = 4_000
_USUAL_SHARE = 0.9
# Where there are few buyers their longest pauses are chance: the 90th percentile leans on the one that shops usually
# have, 2.6 times the usual gap (exp(1.28 * 0.75), the spread of ln gap), which counts as much as 20 buyers.
_COMMON_FACTOR = 2.6
_COMMON_WEIGHT = 20
_STEPS = ((20, 1), (60, 5), (180, 10), (LONGEST_DAYS + 1, 30))
_ROUND_AMOUNTS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)


@dataclass(frozen=True)
class Rhythm:
    """How the shop's customers buy. The days are None while there is too little history to tell.

    `usual_days`: the median of the customers' own median gaps. `within_days`: nine of ten gaps are no longer, every
    customer counting the same. `threshold_days`: what follows from it, rounded, from 14 to 365.
    """

    repeat_buyers: int
    usual_days: int | None = None
    within_days: int | None = None
    threshold_days: int | None = None


@dataclass(frozen=True)
class Silence:
    """Since how many days the customers who ever bought have been silent: `days` and `counts` go together, rising."""

    days: Sequence[int]
    counts: Sequence[int]

    @property
    def buyers(self) -> int:
        """How many customers ever bought."""
        return sum(self.counts)

    def stopped(self, threshold_days: int) -> int:
        """How many would count as having stopped buying with that threshold (A2)."""
        return sum(self.counts[bisect_left(self.days, threshold_days) :])


def find_rhythm(db: Database, settings: Settings) -> Rhythm:
    """The rhythm of everybody who bought on more than one day."""
    buyers = f"FROM customers WHERE median_gap_days IS NOT NULL AND {LIVING}"
    count = int(db.value(f"SELECT count(*) {buyers}"))
    gaps = _gaps(db, settings) if count >= ENOUGH_BUYERS else []
    if not gaps:
        return Rhythm(count)
    # The upper of two middle ones, as a threshold errs on the late side.
    usual: float = db.value(f"SELECT median_gap_days {buyers} ORDER BY median_gap_days LIMIT 1 OFFSET ?", (count // 2,))
    seen = _share(gaps, _USUAL_SHARE)
    weight = count / (count + _COMMON_WEIGHT)
    late = exp(weight * log(seen) + (1 - weight) * log(_COMMON_FACTOR * usual))
    return Rhythm(count, round(usual), seen, round_days(late))


def find_silence(db: Database, settings: Settings, now: datetime) -> Silence:
    """How long everybody has been silent today; one reading answers for every threshold."""
    first, last = db.row("SELECT min(last_order_at), max(last_order_at) FROM customers") or (None, None)
    if first is None:
        return Silence((), ())
    today = day_number(now, settings.zone)
    day = day_sql("last_order_at", settings.zone, first, last)
    rows = db.rows(
        f"SELECT max(0, {today} - {day}) AS silent, count(*) FROM customers "
        f"WHERE last_order_at IS NOT NULL AND {LIVING} GROUP BY silent ORDER BY silent"
    )
    return Silence([silent for silent, _ in rows], [count for _, count in rows])


def find_loyalty_minor(db: Database) -> int | None:
    """The lifetime value that the best tenth has reached, rounded down; None while nobody has spent anything."""
    reached = segments.best_tenth_minor(db)
    return None if reached is None else round_amount(reached)


def round_days(days: float) -> int:
    """A number of days that a person would name: whole below 20, by fives below 60, by tens below 180, then months."""
    step = next((step for below, step in _STEPS if days < below), 30)
    return min(LONGEST_DAYS, max(SHORTEST_DAYS, round(days / step) * step))


def round_amount(minor: int) -> int:
    """An amount of few digits that is not above this one."""
    magnitude: int = 10 ** (len(str(minor)) - 1)
    return int(max(each for each in _ROUND_AMOUNTS if each * magnitude <= minor) * magnitude)


def _gaps(db: Database, settings: Settings) -> list[tuple[int, float]]:
    """The days between two purchase days, rising, each with its weight: a customer's gaps weigh 1 together."""
    first, last = db.row("SELECT min(ordered_at), max(ordered_at) FROM orders") or (0, 0)
    day = day_sql("o.ordered_at", settings.zone, first or 0, last or 0)
    return db.rows(
        f"WITH some AS MATERIALIZED (SELECT id FROM customers WHERE median_gap_days IS NOT NULL AND {LIVING} "
        # Scattered by a multiplication, so that the sample is the same every time and no import weighs more.
        f"ORDER BY id * 2654435761 % 4294967296 LIMIT {_SAMPLE}), "
        f"days AS (SELECT DISTINCT some.id, {day} AS day FROM some CROSS JOIN orders AS o ON o.customer_id = some.id "
        "WHERE o.is_purchase), "
        "gaps AS (SELECT id, day - lag(day) OVER (PARTITION BY id ORDER BY day) AS gap FROM days), "
        "weighed AS (SELECT gap, 1.0 / count(*) OVER (PARTITION BY id) AS weight FROM gaps WHERE gap IS NOT NULL) "
        "SELECT gap, sum(weight) FROM weighed GROUP BY gap ORDER BY gap"
    )


def _share(weighed: Iterable[tuple[int, float]], share: float) -> int:
    """The smallest value at or below which that share of the weight lies."""
    values, weights = zip(*weighed, strict=True)
    sums = list(accumulate(weights))
    # Sums of thirds and sevenths fall short of the whole by a hair.
    return int(values[bisect_left(sums, share * sums[-1] - 1e-9)])
