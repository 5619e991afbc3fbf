"""How the shop stands with its customers right now: may messages go, what waits, when is the next check."""

from dataclasses import dataclass

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import Job, OutboxState
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import runs, sending
from reengage_desktop.store import listings


@dataclass(frozen=True)
class Standing:
    """What the status bar and Home's first line say."""

    enabled: bool
    paused: bool
    test_mode: bool
    waiting: int
    to_approve: int
    uncertain: int
    next_check_at: int | None


def read_standing(shop: Shop) -> Standing:
    """Reads it; for a lane."""
    stored = shop.settings()
    counts = listings.count_messages(shop.db)
    return Standing(
        enabled=stored.is_on("reengagement.enabled"),
        paused=sending.read_pause(shop).paused,
        test_mode=stored.is_on("sending.test_mode"),
        waiting=counts[OutboxState.PENDING] + counts[OutboxState.SENDING],
        to_approve=counts[OutboxState.HELD],
        uncertain=counts[OutboxState.UNCERTAIN],
        next_check_at=_next_check(shop),
    )


def _next_check(shop: Shop) -> int | None:
    found = next((each for each in runs.list_jobs(shop).jobs if each.job is Job.PROCESS_CAMPAIGNS), None)
    return None if found is None or found.next_run_at is None else stamp(found.next_run_at)
