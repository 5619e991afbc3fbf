"""Several wordings of one message: who gets which, and which does better (insight.md 4).

The verdict stays honest however often one looks.
"""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp, log

_TAU_SQUARED = 0.25
_CERTAIN = 20.0
_MOST_WEIGHT = 700.0
"""The logarithm of the largest factor that is told apart; beyond it no number of the computer's holds one."""

ENOUGH = 20
"""Fewer messages of a wording than this say nothing."""


@dataclass(frozen=True)
class Tally:
    """A wording's messages that went, and how many of them brought an order back."""

    name: str
    sent: int
    converted: int


@dataclass(frozen=True)
class Verdict:
    """`winner` is the wording that does better than each of the others, None while that is not certain.

    `is_enough`: there are enough messages of each to judge at all. `evidence`: the weakest of the Bayes factors by
    which the leader beats the others; from 20 on it wins (at most 4 % false winners, looked at as often as one likes).
    """

    winner: str | None
    is_enough: bool
    evidence: float


def place_among(salt: bytes, key: str, customer_id: int, places: int) -> int:
    """A customer's fixed place among 0 to `places` - 1 for a campaign; no other campaign's split is like it."""
    digest = hmac.digest(salt, f"wording:{key}:{customer_id}".encode(), hashlib.sha256)
    return int.from_bytes(digest[:8], "big") % places


def bayes_factor(one: Tally, other: Tally) -> float:
    """How many times likelier the counts are if the two wordings differ than if they do not (mixture SPRT)."""
    cells = [(each.converted + 0.5, max(0, each.sent - each.converted) + 0.5) for each in (one, other)]
    difference = log(cells[0][0] / cells[0][1]) - log(cells[1][0] / cells[1][1])
    variance = sum(1 / count for pair in cells for count in pair)
    whole = variance + _TAU_SQUARED
    weight = 0.5 * log(variance / whole) + difference**2 * _TAU_SQUARED / (2 * variance * whole)
    return exp(min(weight, _MOST_WEIGHT))


def judge_wordings(tallies: Sequence[Tally]) -> Verdict:
    """The wording that wins, if any can be named yet."""
    if len(tallies) < 2 or any(each.sent < ENOUGH for each in tallies):
        return Verdict(None, is_enough=False, evidence=0.0)
    leader = max(tallies, key=lambda each: (each.converted / each.sent, each.sent))
    weakest = min(bayes_factor(leader, each) for each in tallies if each is not leader)
    needed = _CERTAIN * (len(list(combinations(tallies, 2))))
    return Verdict(leader.name if weakest >= needed else None, is_enough=True, evidence=weakest)
