"""`history`, `analytics` and `send`."""

from datetime import date
from typing import Any

from reengage_desktop.cli.answers import Answer, Stage
from reengage_desktop.cli.reading import read_stdin
from reengage_desktop.cli.tables import counted, day_and_time, table
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import results

_FIGURES = ("sent", "delivered", "opened", "clicked", "answered", "said_yes", "converted", "conversion_rate", "revenue")


def history(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Messages that went out, newest first."""
    from_day, to_day = _day(arguments.from_day), _day(arguments.to_day)
    if from_day is not None and to_day is not None and from_day > to_day:
        raise Refused(
            f"“--from” {from_day} is later than “--to” {to_day}. Nothing was listed; name the earlier day first."
        )
    found = results.list_history(shop, page=arguments.page, limit=arguments.limit, from_day=from_day, to_day=to_day)
    data = found.as_json()
    rows = [
        (m["id"], day_and_time(m["sent_at"]), m["customer"], m["channel"], m["campaign"], _became(m), m["revenue"])
        for m in data["messages"]
    ]
    text = table(("id", "sent", "customer", "channel", "campaign", "what came of it", "revenue"), rows)
    pages = max(1, -(-found.total // found.limit))
    return Answer(data, f"{text}\nPage {found.page} of {pages}, {counted(found.total, 'message', 'messages')} in all.")


def _became(message: dict[str, Any]) -> list[str]:
    return [*message["events"], *(["bought again"] if message["converted_at"] else [])]


def analytics(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """What the messages brought back."""
    data = results.get_analytics(shop, arguments.days).as_json()
    return Answer(data, figures_table(data))


def figures_table(data: dict[str, Any]) -> str:
    """The figures by campaign type and by channel, and their totals."""
    lines = [
        (name, *_figures(figures)) for name, figures in (*data["by_type"].items(), ("all campaigns", data["totals"]))
    ]
    channels = [(name, *_figures(figures)) for name, figures in data["by_channel"].items() if figures["sent"]]
    headings = [name.replace("_", " ") for name in _FIGURES[:-1]] + [f"revenue {data['currency']}"]
    parts = [f"The last {counted(data['days'], 'day', 'days')}:", table(("campaign", *headings), lines)]
    if channels:
        parts += ["", table(("channel", *headings), channels)]
    return "\n".join(parts)


def _figures(figures: dict[str, Any]) -> list[object]:
    return [f"{figures[name]:.1%}" if name == "conversion_rate" else figures[name] for name in _FIGURES]


def send(shop: Shop, arguments: Any, stage: Stage) -> Answer:
    """One message now: the answer of A13."""
    from reengage_desktop.jobs.tasks import on_demand  # noqa: PLC0415 - the composing parts are slow to import

    payload = read_stdin(stage) if arguments.payload == "-" else arguments.payload
    found = on_demand.send_message(shop, payload).as_json()
    said = f"Sent: message {found['message_id']}." if found["success"] else f"Not sent. {found['error']}"
    return Answer(found, said)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"“{text}” is no day. Nothing was listed; write it like 2026-11-21.") from None
