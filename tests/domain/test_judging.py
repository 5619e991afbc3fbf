"""When a share is a rate, and how sure a comparison is."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.domain.judging import Arm, Lift, judge, needed_to_compare, newcombe, wilson


def test_one_of_three_is_no_rate() -> None:
    """C8: from 200 on a share is a rate; below it says nothing."""
    assert judge(1, 3) is None
    assert judge(100, 199) is None
    assert judge(50, 200) == 0.25
    assert judge(0, 0) is None


def test_the_published_comparison() -> None:
    """56 of 70 beside 48 of 80: Newcombe's own example (insight.md 4)."""
    found = newcombe(56, 70, 48, 80)
    assert (round(found.lower, 4), round(found.upper, 4)) == (0.0524, 0.3339)


@pytest.mark.parametrize(("part", "whole", "lower", "upper"), [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0)])
def test_wilson_at_the_edges(part: int, whole: int, lower: float, upper: float) -> None:
    """None and all of ten: never below 0, never above 1, never of no width."""
    found = wilson(part, whole)
    assert isclose(found.lower, lower, abs_tol=1e-4)
    assert isclose(found.upper, upper, abs_tol=1e-4)


@given(st.integers(1, 500), st.integers(1, 500), st.data())
def test_a_comparison_holds_its_own_estimate(whole: int, other: int, data: st.DataObject) -> None:
    """The interval holds the difference, lies between -1 and 1, and turns round with the groups."""
    part, other_part = data.draw(st.integers(0, whole)), data.draw(st.integers(0, other))
    found, turned = newcombe(part, whole, other_part, other), newcombe(other_part, other, part, whole)
    assert -1 - 1e-9 <= found.lower <= part / whole - other_part / other + 1e-9
    assert part / whole - other_part / other - 1e-9 <= found.upper <= 1 + 1e-9
    assert isclose(found.lower, -turned.upper, abs_tol=1e-9)
    assert isclose(found.upper, -turned.lower, abs_tol=1e-9)


def test_brought_back_is_less_than_came_back() -> None:
    """C8: 58 came, of whom 27 would have come anyway; an empty control group says nothing."""
    lift = Lift(Arm(400, 58), Arm(100, 7))
    assert (lift.would_have_come, lift.brought_back) == (28, 30)
    lower, upper = lift.interval
    assert lower < 30 < upper
    assert Lift(Arm(400, 58), Arm(0, 0)).interval == (-400, 400)
    assert Lift(Arm(400, 200), Arm(400, 40)).is_certain


def test_how_many_a_comparison_needs() -> None:
    """insight.md 4: 20 % held out, 10 % come by themselves, 5 points are worth while: 2,223; fewer need more."""
    assert needed_to_compare(0.2, 0.1) == 2223
    assert needed_to_compare(0.5, 0.1) < needed_to_compare(0.2, 0.1) < needed_to_compare(0.05, 0.1)
    assert needed_to_compare(0.2, 0.1, 0.02) > 4 * needed_to_compare(0.2, 0.1)
    assert Lift(Arm(32, 9), Arm(8, 0)).needed == needed_to_compare(0.2, 0.03)
    assert needed_to_compare(0, 1) > 0 < Lift(Arm(0, 0), Arm(0, 0)).needed
