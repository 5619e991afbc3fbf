"""Chooses who gets which automatic message, and says why or why not."""

from reengage_desktop.engine.selecting.explaining import explain
from reengage_desktop.engine.selecting.selector import (
    Availability,
    Choices,
    Selector,
    choose_due,
    choose_in_turn,
    over_limit,
    policy_of,
    put_days_right,
)

__all__ = [
    "Availability",
    "Choices",
    "Selector",
    "choose_due",
    "choose_in_turn",
    "explain",
    "over_limit",
    "policy_of",
    "put_days_right",
]
