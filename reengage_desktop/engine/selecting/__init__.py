"""Chooses who gets which automatic message, and says why or why not."""

from reengage_desktop.engine.selecting.approvals import UNAPPROVED, is_taken, taken_reaches, takes_any, weigh_approval
from reengage_desktop.engine.selecting.explaining import explain
from reengage_desktop.engine.selecting.selector import (
    Allotment,
    Availability,
    Choices,
    Selector,
    policy_of,
    put_days_right,
)
from reengage_desktop.engine.selecting.today import Today, choose_due, choose_today

__all__ = [
    "UNAPPROVED",
    "Allotment",
    "Availability",
    "Choices",
    "Selector",
    "Today",
    "choose_due",
    "choose_today",
    "explain",
    "is_taken",
    "policy_of",
    "put_days_right",
    "taken_reaches",
    "takes_any",
    "weigh_approval",
]
