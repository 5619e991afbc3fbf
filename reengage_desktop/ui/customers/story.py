"""The lines of a customer's timeline."""

from reengage_desktop.domain.listings import TimelineEntry
from reengage_desktop.domain.moments import from_stamp, local_day
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.wording import translate


def story_line(desk: Desk, entry: TimelineEntry) -> str:
    """One moment as `8 Sep · Order 1042 · € 38.20`."""
    day = local_day(from_stamp(entry.at), desk.zone)
    here = local_day(desk.now(), desk.zone)
    text = formats.day(day) if day.year == here.year else formats.long_day(day)
    return f"{text} · {_words(entry)}"


def _words(entry: TimelineEntry) -> str:
    first, _, second = entry.title.partition("|")
    parts = (entry.detail or "").split("|")
    if entry.kind == "order":
        return _order(first, parts)
    if entry.kind == "message":
        state, _tone = wording.state_word(parts[0])
        words = [f"{wording.channel_name(second)} “{wording.campaign_name(first)}”", state]
        reason = wording.reason_text(parts[1]) if len(parts) > 1 else ""
        return " · ".join(word for word in (*words, reason) if word)
    if entry.kind == "event":
        return translate("Customers", "Message {what}").replace("{what}", wording.event_name(first))
    if entry.kind == "consent":
        yes = translate("Customers", "Agreed to {channel}")
        no = translate("Customers", "Said no to {channel}")
        return (yes if second == "yes" else no).replace("{channel}", wording.channel_name(first))
    if entry.kind == "enquiry":
        return " · ".join(part for part in (translate("Customers", "Asked the shop"), first, entry.detail) if part)
    return " · ".join(part for part in (entry.title, entry.detail) if part)


def _order(number: str, parts: list[str]) -> str:
    words = [translate("Customers", "Order {number}").replace("{number}", number)]
    if len(parts) == 3:
        words.append(formats.amount(int(parts[1]), parts[2]))
        state = _statuses().get(parts[0])
        if state:
            words.append(state)
    return " · ".join(words)


def _statuses() -> dict[str, str]:
    return {
        "partly_refunded": translate("Customers", "partly refunded"),
        "refunded": translate("Customers", "refunded"),
        "pending": translate("Customers", "not paid yet"),
        "authorised": translate("Customers", "not paid yet"),
        "draft": translate("Customers", "a draft"),
        "voided": translate("Customers", "voided"),
        "cancelled": translate("Customers", "cancelled"),
    }
