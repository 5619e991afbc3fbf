"""Criteria as words: what is understood, what is refused, and that nothing is lost on the way through JSON (C14)."""

import json
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.domain.criteria import (
    EVERYBODY,
    FIELDS,
    MOST,
    Condition,
    Criteria,
    CriteriaRefused,
    FieldKind,
    as_payload,
    of_ids,
    parse,
)
from tests.criteria_examples import criteria


@given(criteria())
def test_a_payload_is_read_back_as_it_was(asked: Criteria) -> None:
    """C14: what a file, the database and the command line hold is the same criteria again."""
    assert parse(json.loads(json.dumps(as_payload(asked)))) == asked


def test_nothing_is_everybody() -> None:
    """C14: a campaign without criteria means everybody."""
    assert parse({}) == parse(None) == parse({"all": []}) == EVERYBODY


def test_a_lone_condition_is_a_combination_of_one() -> None:
    """C14: the shortest way to say one thing."""
    found = parse({"field": "orders_count", "op": ">=", "value": 2})
    assert found == Criteria("all", (Condition("orders_count", "at_least", 2),))


def test_amounts_and_lists_are_read() -> None:
    """C14: spend is an amount of the shop's currency, exact; several values are a list."""
    found = parse(
        {
            "any": [
                {"field": "lifetime_value", "op": "more_than", "value": "99.50"},
                {"field": "country", "op": "is", "value": ["DE", "AT"]},
                {"field": "last_order_days", "op": "within", "value": "30"},
                {"not": [{"field": "city", "op": "is_empty"}]},
            ]
        }
    )
    assert found.conditions == (
        Condition("lifetime_value", "more_than", Decimal("99.50")),
        Condition("country", "in", ("DE", "AT")),
        Condition("last_order_days", "at_most", 30),
        Condition("city", "is_empty"),
    )


def test_a_fixed_list_of_customers_is_kept() -> None:
    """C4: selected recipients are criteria like any others."""
    assert as_payload(of_ids([3, 5])) == {"all": [{"field": "customer_id", "op": "in", "value": [3, 5]}]}


def test_every_fault_is_said_at_once_with_the_nearest_word() -> None:
    """C14: nobody corrects one word only to hear of the next."""
    payload = {
        "all": [
            {"field": "last_oder_days", "op": "at_least", "value": 60},
            {"field": "orders_count", "op": "at_lest", "value": 1},
            {"field": "lifetime_value", "op": "at_least", "value": "much"},
            {"field": "segment", "op": "is", "value": "inactiv"},
            {"field": "city", "op": "is", "value": "Leeds", "weight": 3},
            {"field": "last_order_days", "op": "between", "value": [90, 30]},
            {"anny": []},
            "everybody",
            {"not": []},
        ]
    }
    with pytest.raises(CriteriaRefused) as refused:
        parse(payload)
    faults = refused.value.faults
    assert len(faults) == 9
    for fault, word in zip(
        faults,
        ("last_order_days", "at_least", "amount", "inactive", "weight", "lower one first", "any", "neither", "not"),
        strict=True,
    ):
        assert word in fault


@pytest.mark.parametrize(
    "payload",
    [
        3,
        [],
        {"all": {}, "any": []},
        {"all": "x"},
        {"all": [{"any": []}]},
        {"all": [{}]},
        {"field": "never_ordered", "op": "is", "value": "perhaps"},
        {"field": "orders_count", "op": "is", "value": True},
        {"field": "orders_count", "op": "is", "value": -1},
        {"field": "customer_id", "op": "in", "value": ["ann"]},
        {"field": "country", "op": "in", "value": []},
        {"field": "country", "op": "is", "value": ""},
        {"field": "last_order_days", "op": "at_least"},
        {"all": [{"field": "orders_count", "op": "is", "value": 1}] * (MOST + 5)},
    ],
)
def test_what_is_no_criteria_is_refused(payload: object) -> None:
    """C14: never a traceback, whatever the file holds."""
    with pytest.raises(CriteriaRefused):
        parse(payload)


def test_endless_nesting_is_refused() -> None:
    """C14: a file can't exhaust the program."""
    payload: object = {"field": "orders_count", "op": "is", "value": 1}
    for _ in range(300):
        payload = {"all": [payload]}
    with pytest.raises(CriteriaRefused, match="inside each other"):
        parse(payload)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda each: (
            st.lists(each)
            | st.dictionaries(st.sampled_from(["all", "any", "not", "field", "op", "value"]) | st.text(), each)
        ),
        max_leaves=30,
    )
)
def test_anything_is_read_or_refused(payload: object) -> None:
    """C14: no shape of JSON ends in a surprise."""
    with suppress(CriteriaRefused):
        assert isinstance(parse(payload), Criteria)


def test_every_kind_has_a_field() -> None:
    """C14: the form of the window has a row for each kind."""
    assert {each.kind for each in FIELDS.values()} == set(FieldKind)
