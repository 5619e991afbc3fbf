"""The filters of Activity: which messages each shows, and which show something else than messages."""

from enum import StrEnum

from reengage_desktop.store.activity import Kind
from reengage_desktop.ui.wording import translate


class Filter(StrEnum):
    """What the list shows."""

    ALL = "all"
    WAITING = "waiting"
    SENT = "sent"
    CAME_BACK = "came_back"
    PROBLEMS = "problems"
    SKIPPED = "skipped"
    TESTS = "tests"
    CHECKS = "checks"
    IMPORTS = "imports"


KINDS: dict[Filter, Kind] = {each: Kind(each.value) for each in Filter if each.value in set(Kind)}
"""The messages behind each filter that shows messages."""


def filter_name(each: Filter) -> str:
    """What the owner calls a filter."""
    names = {
        Filter.ALL: translate("Activity", "All messages"),
        Filter.WAITING: translate("Activity", "Waiting"),
        Filter.SENT: translate("Activity", "Sent"),
        Filter.CAME_BACK: translate("Activity", "Came back"),
        Filter.PROBLEMS: translate("Activity", "Problems"),
        Filter.SKIPPED: translate("Activity", "Left out"),
        Filter.TESTS: translate("Activity", "Tests"),
        Filter.CHECKS: translate("Activity", "Checks"),
        Filter.IMPORTS: translate("Activity", "Imports"),
    }
    return names[each]


def nothing_there(each: Filter, *, is_narrow: bool = False) -> tuple[str, str]:
    """What a filter says when its list is empty: a heading and a sentence; `is_narrow`: only some were asked for."""
    usual = (translate("Activity", "Nothing here"), translate("Activity", "No message is in this list."))
    if is_narrow:
        return usual
    words = {
        Filter.ALL: (
            translate("Activity", "No messages yet"),
            translate("Activity", "Every message stands here once it is written: for whom, why, and what came of it."),
        ),
        Filter.SENT: (
            translate("Activity", "Nothing was sent yet"),
            translate("Activity", "What has gone stands here, with what came of it."),
        ),
        Filter.WAITING: (
            translate("Activity", "Nothing waits"),
            translate("Activity", "Messages that were written and have not gone yet stand here, with their turn."),
        ),
        Filter.CAME_BACK: (
            translate("Activity", "Nobody has come back yet"),
            translate("Activity", "When a customer buys after a message, the message stands here with the order."),
        ),
        Filter.PROBLEMS: (
            translate("Activity", "No problems"),
            translate("Activity", "What could not be delivered would stand here, with the one thing that mends it."),
        ),
        Filter.SKIPPED: (
            translate("Activity", "Nobody was left out"),
            translate("Activity", "Messages that did not go stand here, each with its reason."),
        ),
    }
    return words.get(each, usual)
