"""Runs the automatic campaigns: whom to write to today, what to queue, and what to send on demand (A12)."""

from reengage_desktop.engine.campaigning.daily import process_campaigns
from reengage_desktop.engine.campaigning.demand import DemandResult, preview_on_demand, send_on_demand
from reengage_desktop.engine.campaigning.occasions import check_back_in_stock, check_price_drops
from reengage_desktop.engine.campaigning.results import CheckResult, RunResult

__all__ = [
    "CheckResult",
    "DemandResult",
    "RunResult",
    "check_back_in_stock",
    "check_price_drops",
    "preview_on_demand",
    "process_campaigns",
    "send_on_demand",
]
