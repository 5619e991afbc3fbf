"""`by-hand [begin|done|back]`: what the owner does herself."""

from typing import Any

from reengage_desktop.cli.answers import Answer, Stage
from reengage_desktop.cli.tables import counted, day_and_time, table
from reengage_desktop.domain.by_hand import HandResult
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import by_hand

_HEADINGS = ("id", "customer", "channel", "to", "campaign", "now", "text")


def read(shop: Shop, _arguments: Any, _stage: Stage) -> Answer:
    """What waits for the owner's hands."""
    data = by_hand.read(shop).as_json()
    rows = [
        (m["id"], m["customer"], m["channel"], m["address"], m["campaign"], _standing(m), m["text"])
        for m in data["messages"]
    ]
    if not rows:
        return Answer(data, "Nothing is waiting for you to do by hand.")
    end = "Say how one ended with: reengage-desktop by-hand done ID --as done"
    return Answer(data, "\n".join([table(_HEADINGS, rows), end]))


def begin(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Takes one message into her hands."""
    reason = by_hand.begin(shop, arguments.id)
    if reason is not None:
        raise Refused(by_hand.refusal(reason))
    return Answer({"begun": True}, "Begun: the customer counts as contacted. Say how it ended when it has.")


def back(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Lets a message that was begun wait again."""
    by_hand.give_back(shop, arguments.id)
    return Answer({"begun": False}, "It waits again; nobody counts as contacted.")


def done(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """How one message ended."""
    recorded = by_hand.record(shop, arguments.id, HandResult(arguments.result))
    data = {"id": recorded.message_id, "result": recorded.result, "status": recorded.state}
    return Answer(data, f"Noted: {counted(1, 'message', 'messages')} by hand, {recorded.result.replace('_', ' ')}.")


def _standing(message: dict[str, Any]) -> str:
    if message["begun"]:
        return "begun"
    if message["waits_for"] is None:
        return "may go"
    until = f" until {day_and_time(message['until'])}" if message["until"] else ""
    return f"{message['waits_for'].replace('_', ' ')}{until}"
