"""Which wording does better: honest however often one looks, and never said too early (C17, insight.md 4)."""

from collections import Counter
from math import log
from random import Random

import pytest

from reengage_desktop.domain.wordings import ENOUGH, Tally, bayes_factor, judge_wordings, place_among


def test_the_factor_is_the_formula() -> None:
    """insight.md 4: logit difference with half counts, variance as the sum of the four reciprocals, tau a half."""
    one, other = Tally("A", 100, 30), Tally("B", 100, 10)
    difference = log(30.5 / 70.5) - log(10.5 / 90.5)
    variance = 1 / 30.5 + 1 / 70.5 + 1 / 10.5 + 1 / 90.5
    expected = 0.5 * log(variance / (variance + 0.25)) + difference**2 * 0.25 / (2 * variance * (variance + 0.25))
    assert log(bayes_factor(one, other)) == pytest.approx(expected)
    assert bayes_factor(one, other) == pytest.approx(bayes_factor(other, one))


def test_few_messages_say_nothing() -> None:
    """ux.md 6: too few to judge, even when one seems far ahead."""
    found = judge_wordings([Tally("A", ENOUGH - 1, ENOUGH - 1), Tally("B", 1000, 0)])
    assert (found.winner, found.is_enough) == (None, False)
    assert judge_wordings([Tally("A", 1000, 500)]).winner is None
    assert judge_wordings([]).winner is None


def test_a_clear_winner_is_named() -> None:
    """C17: and among three only one that beats each of the others."""
    assert judge_wordings([Tally("A", 200, 60), Tally("B", 200, 20)]).winner == "A"
    assert judge_wordings([Tally("A", 200, 60), Tally("B", 200, 58), Tally("C", 200, 5)]).winner is None


def test_looking_after_every_message_names_false_winners_rarely() -> None:
    """insight.md 4: at most 4 % false winners, although one looks 40 times."""
    chance, false = Random(7), 0  # noqa: S311 - a test's dice
    for _ in range(200):
        counts = [0, 0]
        for look in range(1, 41):
            counts = [count + sum(chance.random() < 0.15 for _ in range(10)) for count in counts]
            if judge_wordings([Tally("A", look * 10, counts[0]), Tally("B", look * 10, counts[1])]).winner:
                false += 1
                break
    assert false <= 8


def test_the_split_is_even_and_each_campaigns_own() -> None:
    """C17: a fixed place for everybody, the shares hold, and one campaign's split says nothing of another's."""
    first = [place_among(b"salt", "1", customer, 2) for customer in range(4000)]
    second = [place_among(b"salt", "2", customer, 2) for customer in range(4000)]
    assert first == [place_among(b"salt", "1", customer, 2) for customer in range(4000)]
    assert 1850 < first.count(0) < 2150
    together = Counter(zip(first, second, strict=True))
    assert all(850 < count < 1150 for count in together.values())


def test_a_difference_that_is_beyond_doubt_is_no_fault() -> None:
    """C17: a large shop's campaign of years has a winner, however far its evidence goes."""
    found = judge_wordings([Tally("A", 300_000, 15_000), Tally("B", 300_000, 6_000)])
    assert (found.winner, found.is_enough) == ("A", True)
