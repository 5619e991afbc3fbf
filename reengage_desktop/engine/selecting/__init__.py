"""Chooses who gets which automatic message, and says why or why not."""

from reengage_desktop.engine.selecting.explaining import explain
from reengage_desktop.engine.selecting.selector import (
    Allotment,
    Availability,
    Choices,
    Selector,
    choose_due,
    policy_of,
    put_days_right,
)

__all__ = [
    "Allotment",
    "Availability",
    "Choices",
    "Selector",
    "choose_due",
    "explain",
    "policy_of",
    "put_days_right",
]
