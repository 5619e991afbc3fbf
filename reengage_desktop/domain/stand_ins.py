"""Invented customers to look at a template with: one of whom everything is known, and one of whom nearly nothing is."""

from enum import StrEnum
from typing import Any

from reengage_desktop.domain.fields import EXAMPLES

_OF_THE_PERSON = frozenset(
    {
        "name",
        "customer_name",
        "first_name",
        "last_name",
        "city",
        "last_product",
        "favourite_category",
        "products",
        "service_type",
        "agent_name",
    }
)
"""What may be missing of a customer; the rest is the shop's own, or the message's own occasion."""


class StandIn(StrEnum):
    """Who stands in for a customer."""

    EXAMPLE = "example"
    BARE = "bare"


def values_of(stand_in: StandIn) -> dict[str, Any]:
    """The fields of an invented customer: all of them, or only those that no message is ever without."""
    if stand_in is StandIn.EXAMPLE:
        return dict(EXAMPLES)
    return {name: value for name, value in EXAMPLES.items() if name not in _OF_THE_PERSON}
