"""`while-off [send|skip]`: what the PC missed, and what is to become of it."""

from datetime import datetime
from typing import Any

from reengage_desktop.cli.answers import Answer, Stage
from reengage_desktop.cli.tables import counted, day_and_time, table
from reengage_desktop.domain.moments import parse_moment
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import while_off

_HEADINGS = ("id", "customer", "channel", "campaign", "due", "text")


def read(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """What became due, what is stale, and which days had no daily run."""
    found = while_off.read(shop, _moment(shop, arguments.since))
    data = found.as_json()
    if found.since is None:
        return Answer(data, "Nothing has ever run here: nothing was missed.")
    parts = [f"Since {day_and_time(data['since'])}:"]
    for name, title in (("due", "became due and can go"), ("stale", "waited too long")):
        rows = [(m["id"], m["customer"], m["channel"], m["campaign"], day_and_time(m["due_at"]), m["text"])
                for m in data[name]]  # fmt: skip
        parts.append(f"{counted(len(rows), 'message', 'messages')} {title}.")
        parts += [table(_HEADINGS, rows)] if rows else []
    if found.missed_days:
        parts.append(f"No daily run on: {', '.join(data['missed_days'])}.")
    parts.append("Send or skip each with: reengage-desktop while-off send ID…, or skip ID…")
    return Answer(data, "\n".join(parts))


def send(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Lets messages go all the same."""
    found = while_off.send(shop, arguments.ids)
    return Answer(found.as_json(), f"{counted(found.changed, 'message', 'messages')} will go with the next sending.")


def skip(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Takes messages out."""
    found = while_off.skip(shop, arguments.ids)
    return Answer(found.as_json(), f"{counted(found.changed, 'message', 'messages')} taken out.")


def _moment(shop: Shop, text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        return parse_moment(text, shop.settings().zone)
    except (ValueError, OverflowError):
        raise Refused(f"“{text}” is no moment. Nothing was done; write it like 2026-11-21T09:00.") from None
