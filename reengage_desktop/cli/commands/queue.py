"""`queue …`, `pause` and `resume`."""

from typing import Any

from reengage_desktop.cli.answers import Answer, Stage
from reengage_desktop.cli.tables import counted, day_and_time, table
from reengage_desktop.domain.vocabulary import OutboxState
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import queue, sending

_HEADINGS = ("id", "customer", "channel", "campaign", "status", "reason", "due", "attempts", "error")
_CAUSES = {"restored": "a backup was restored", "copied": "this shop was copied or moved here"}


def list_queue(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """What waits, and what went wrong."""
    state = None if arguments.status is None else OutboxState(arguments.status)
    found = queue.list_queue(shop, state, limit=arguments.limit)
    data = found.as_json()
    rows = [
        (m["id"], m["customer"], m["channel"], m["campaign"], m["status"], m["reason"], day_and_time(m["due_at"]),
         m["attempts"], m["error"])
        for m in data["messages"]
    ]  # fmt: skip
    text = table(_HEADINGS, rows) if rows else "Nothing waits, and nothing went wrong."
    return Answer(data, f"{text}\n{counted(found.total, 'message', 'messages')} in all." if rows else text)


def approve(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Lets messages go that wait for approval."""
    if bool(arguments.ids) == arguments.all:
        raise Refused("Name the messages to approve, or --all for every one that waits; not both. Nothing was changed.")
    return _changed(queue.approve(shop, arguments.ids or None), "approved")


def drop(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Takes messages out."""
    return _changed(queue.drop(shop, arguments.ids), "taken out")


def retry(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Tries messages again."""
    return _changed(queue.retry(shop, arguments.ids), "queued again")


def resolve(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Says what became of uncertain messages."""
    return _changed(queue.resolve(shop, arguments.ids, arguments.decision), "resolved")


def pause(shop: Shop, _arguments: Any, _stage: Stage) -> Answer:
    """Nothing is sent until resume."""
    return _paused(sending.pause(shop))


def resume(shop: Shop, _arguments: Any, _stage: Stage) -> Answer:
    """Messages may go again."""
    return _paused(sending.resume(shop))


def _changed(found: queue.Changed, word: str) -> Answer:
    return Answer(found.as_json(), f"{counted(found.changed, 'message', 'messages')} {word}.")


def _paused(found: sending.Paused) -> Answer:
    because = f" because {_CAUSES[found.cause]}" if found.cause in _CAUSES else ""
    until = "" if found.until is None else f" until {found.as_json()['until']}"
    text = (
        f"Sending is paused{until}{because}. Resume with: reengage-desktop resume"
        if found.paused
        else "Messages may go again."
    )
    return Answer(found.as_json(), text)
