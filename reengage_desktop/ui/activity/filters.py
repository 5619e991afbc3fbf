"""The filters of Activity: which states of messages each shows, and which show something else than messages."""

from enum import StrEnum

from reengage_desktop.domain.vocabulary import OutboxState
from reengage_desktop.ui.wording import translate


class Filter(StrEnum):
    """What the list shows."""

    ALL = "all"
    WAITING = "waiting"
    SENT = "sent"
    PROBLEMS = "problems"
    SKIPPED = "skipped"
    CHECKS = "checks"
    IMPORTS = "imports"


STATES: dict[Filter, tuple[OutboxState, ...]] = {
    Filter.ALL: tuple(OutboxState),
    Filter.WAITING: (OutboxState.PENDING, OutboxState.HELD, OutboxState.SENDING),
    Filter.SENT: (OutboxState.ACCEPTED,),
    Filter.PROBLEMS: (OutboxState.REJECTED, OutboxState.UNCERTAIN),
    Filter.SKIPPED: (OutboxState.SKIPPED, OutboxState.CANCELLED),
}
"""The states behind each filter that shows messages."""


def filter_name(each: Filter) -> str:
    """What the owner calls a filter."""
    names = {
        Filter.ALL: translate("Activity", "All messages"),
        Filter.WAITING: translate("Activity", "Waiting"),
        Filter.SENT: translate("Activity", "Sent"),
        Filter.PROBLEMS: translate("Activity", "Problems"),
        Filter.SKIPPED: translate("Activity", "Left out"),
        Filter.CHECKS: translate("Activity", "Checks"),
        Filter.IMPORTS: translate("Activity", "Imports"),
    }
    return names[each]
