"""Whether a provider of approved wordings takes a message: WhatsApp's templates, and the window for any words."""

from collections.abc import Callable

from reengage_desktop.domain import answer_window
from reengage_desktop.domain.decisions import Choice, Reach
from reengage_desktop.domain.findings import Finding, Found
from reengage_desktop.engine.selecting.selector import Selector
from reengage_desktop.store import receipts

UNAPPROVED = "The text names no wording that WhatsApp approved, and nothing was written within the last 24 hours."
"""Noted with whom an owner's campaign leaves out for that."""


def weigh_approval(selector: Selector, reach: Reach, approved_as: str | None) -> Finding:
    """Whether a provider of approved wordings takes these words now: approved ones always, others in her window.

    `approved_as`: the name of the approval, None for free words.
    """
    state = selector.availability.get(reach.channel)
    if state is None or takes_any(selector, reach) or approved_as:
        return Finding(Found.TEXT_FILLED)
    written_at = receipts.find_last_written(selector.db, state.provider or "", reach.channel, reach.address or "")
    if written_at is None or not answer_window.is_open(written_at, selector.now):
        return Finding(Found.TEXT_UNAPPROVED)
    end = answer_window.closes_at(written_at).astimezone(selector.settings.zone)
    return Finding(Found.TEXT_IN_WINDOW, on=end.date(), words=end.strftime("%H:%M"))


def takes_any(selector: Selector, reach: Reach) -> bool:
    """Whether the channel's provider takes any words at any time."""
    state = selector.availability.get(reach.channel)
    return state is None or not state.needs_template


def is_taken(selector: Selector, reach: Reach, approved_as: str | None) -> bool:
    """Whether words of this approval (None: free ones) may go to somebody on a channel now."""
    return weigh_approval(selector, reach, approved_as).found is not Found.TEXT_UNAPPROVED


def taken_reaches(selector: Selector, choice: Choice, approval_of: Callable[[Reach], str | None]) -> tuple[Reach, ...]:
    """The channels of a choice that take its words now; where one was meant, the next that does. None may be left."""

    def goes(reach: Reach) -> bool:
        return takes_any(selector, reach) or is_taken(selector, reach, approval_of(reach))

    if selector.policy.all_channels:
        return tuple(reach for reach in choice.reaches if goes(reach))
    good = (reach for reach in choice.facts.reaches if reach.fault is None)
    return next(((reach,) for reach in good if goes(reach)), ())
