"""Whether a provider of approved wordings takes a message: WhatsApp's templates, and the window for any words."""

from reengage_desktop.domain import answer_window
from reengage_desktop.domain.decisions import Reach
from reengage_desktop.domain.findings import Finding, Found
from reengage_desktop.domain.messages import Content
from reengage_desktop.engine.selecting.selector import Selector
from reengage_desktop.store import receipts


def weigh_approval(selector: Selector, reach: Reach, content: Content) -> Finding:
    """Whether a provider of approved wordings takes these words now: approved ones always, others in her window."""
    state = selector.availability.get(reach.channel)
    if state is None or not state.needs_template or content.template_name:
        return Finding(Found.TEXT_FILLED)
    written_at = receipts.find_last_written(selector.db, state.provider or "", reach.channel, reach.address or "")
    if written_at is None or not answer_window.is_open(written_at, selector.now):
        return Finding(Found.TEXT_UNAPPROVED)
    end = answer_window.closes_at(written_at).astimezone(selector.settings.zone)
    return Finding(Found.TEXT_IN_WINDOW, on=end.date(), words=end.strftime("%H:%M"))
