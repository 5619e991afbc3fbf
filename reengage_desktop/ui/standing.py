"""How the shop stands with its customers right now: may messages go, what waits, when is the next check."""

from dataclasses import dataclass

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import Job, OutboxState
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import news, runs, sending
from reengage_desktop.jobs.tasks.pace import goes_by_itself, is_clock_right
from reengage_desktop.jobs.ticking import is_disabled
from reengage_desktop.store import listings
from reengage_desktop.ui.wording import translate


@dataclass(frozen=True)
class Standing:
    """What the status bar, the tray and Home's first line say. `problems` hold messages back until they are mended.

    `on_their_way`: messages that are being handed over at this moment. `goes_by_itself`: false where the PC keeps no
    keys, so that messages go by the owner's own press only (promise 25). `is_clock_right`: false where the PC's clock
    can't be, so that nothing goes (promise 16). `is_disabled`: the environment stops everything that would run by
    itself (B7).
    """

    enabled: bool
    paused: bool
    test_mode: bool
    waiting: int
    to_approve: int
    uncertain: int
    next_check_at: int | None
    problems: int = 0
    paused_until: int | None = None
    is_sending: bool = False
    on_their_way: int = 0
    goes_by_itself: bool = True
    is_clock_right: bool = True
    is_disabled: bool = False


def disabled_words() -> str:
    """That nothing runs by itself on this PC, whatever the settings say."""
    return translate("Standing", "Nothing runs by itself: DISABLE_AUTO_ENGAGEMENT is set on this PC")


def read_standing(shop: Shop) -> Standing:
    """Reads it; for a lane."""
    stored = shop.settings()
    counts, pause = listings.count_messages(shop.db), sending.read_pause(shop)
    jobs = {state.job: state for state in runs.list_jobs(shop).jobs}
    last_sending, next_check = jobs[Job.SEND].last, jobs[Job.PROCESS_CAMPAIGNS].next_run_at
    return Standing(
        enabled=stored.is_on("reengagement.enabled"),
        paused=pause.paused,
        paused_until=None if pause.until is None else stamp(pause.until),
        test_mode=stored.is_on("sending.test_mode"),
        waiting=counts[OutboxState.PENDING] + counts[OutboxState.SENDING],
        to_approve=counts[OutboxState.HELD],
        uncertain=counts[OutboxState.UNCERTAIN],
        next_check_at=None if next_check is None else stamp(next_check),
        problems=len(news.list_problems(shop)),
        is_sending=last_sending is not None and last_sending.finished_at is None,
        on_their_way=counts[OutboxState.SENDING],
        goes_by_itself=goes_by_itself(shop),
        is_clock_right=is_clock_right(shop),
        is_disabled=is_disabled(),
    )
