"""What became of the calls that a synthetic voice made (C9): how each ended, what was said, and what it opened."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reengage_desktop.channels.call_ends import Ended, how_it_ended
from reengage_desktop.channels.protocol import CallResult
from reengage_desktop.jobs.events import CustomersChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import calls
from reengage_desktop.store.calls import Ordered

_CUSTOMER = ("user:", "customer:")
_VOICE = ("ai:", "assistant:", "bot:")


class CallStage(StrEnum):
    """How far a call came."""

    ORDERED = "ordered"
    TALKED = "talked"
    NOT_REACHED = "not_reached"
    WRONG_NUMBER = "wrong_number"
    ACCOUNT = "account"
    LIMIT = "limit"
    FAULT = "fault"


@dataclass(frozen=True)
class Line:
    """Something that was said in a call, by the customer or by the voice."""

    is_customer: bool
    text: str


@dataclass(frozen=True)
class CallView:
    """One call. `reason`: the provider's own word for its end, empty where it told none or somebody answered.

    `cost_micros`: millionths of a US dollar, None where it is not known. `enquiry_id`: what a yes has opened.
    """

    message_id: int
    customer_id: int
    customer_name: str
    number: str
    ordered_at: datetime
    stage: CallStage
    reason: str = ""
    ended_at: datetime | None = None
    result: CallResult | None = None
    summary: str = ""
    lines: tuple[Line, ...] = ()
    recording_url: str = ""
    seconds: int = 0
    cost_micros: int | None = None
    enquiry_id: int | None = None
    is_enquiry_open: bool = False


def find(shop: Shop, message_id: int) -> CallView | None:
    """The call that a message ordered; None where none was ordered."""
    found = calls.find_ordered(shop.db, message_id)
    return None if found is None else _view(found)


def latest(shop: Shop, limit: int = 200) -> list[CallView]:
    """The last calls, the newest first."""
    return [_view(each) for each in calls.list_ordered(shop.db, limit)]


def close_enquiry(shop: Shop, enquiry_id: int) -> bool:
    """Notes that the shop has answered the enquiry that a call opened; False where nothing changed."""
    return _set(shop, enquiry_id, "closed")


def reopen_enquiry(shop: Shop, enquiry_id: int) -> bool:
    """Undoes `close_enquiry`."""
    return _set(shop, enquiry_id, "open")


def _set(shop: Shop, enquiry_id: int, status: str) -> bool:
    with shop.db.write():
        changed = calls.set_enquiry(shop.db, enquiry_id, status)
    if changed:
        shop.events.publish(CustomersChanged())
    return changed


def _view(found: Ordered) -> CallView:
    known = (found.message_id, found.customer_id, found.customer_name, found.number, found.ordered_at)
    call = found.call
    if call is None:
        return CallView(*known, stage=_stage(found.end), reason=_reason(found.end), ended_at=found.end_at)
    return CallView(
        *known,
        stage=CallStage.TALKED,
        reason=_reason(found.end),
        ended_at=call.ended_at,
        result=CallResult(call.result) if call.result in set(CallResult) else CallResult.UNCLEAR,
        summary=call.summary,
        lines=_lines(call.transcript),
        recording_url=call.recording_url,
        seconds=call.seconds,
        cost_micros=call.cost_micros,
        enquiry_id=found.enquiry_id,
        is_enquiry_open=found.is_enquiry_open,
    )


def _reason(end: str | None) -> str:
    """The provider's word stands before its sentence."""
    return (end or "").partition(" ")[0]


def _stage(end: str | None) -> CallStage:
    if end is None:
        return CallStage.ORDERED
    ended = how_it_ended(_reason(end))
    return CallStage.TALKED if ended is Ended.CONNECTED else CallStage(ended.value)


def _lines(transcript: str) -> tuple[Line, ...]:
    """Who said what; a line without a speaker goes on with the one before it."""
    lines: list[Line] = []
    for text in filter(None, (each.strip() for each in transcript.splitlines())):
        speaker = next((each for each in (*_CUSTOMER, *_VOICE) if text.casefold().startswith(each)), None)
        if speaker is not None:
            lines.append(Line(speaker in _CUSTOMER, text[len(speaker) :].strip()))
        elif lines:
            lines[-1] = Line(lines[-1].is_customer, f"{lines[-1].text} {text}")
        else:
            lines.append(Line(is_customer=False, text=text))
    return tuple(lines)
