"""What was said in a call: kept, and done as the customer asked (C9)."""

from reengage_desktop.channels.protocol import CallResult, Conversation
from reengage_desktop.domain.stop_words import Wish, read_wish
from reengage_desktop.domain.vocabulary import EventKind, NoticeKind
from reengage_desktop.engine.feedback.turns import LONGEST_WORDING, Learning, add_event, opt_out
from reengage_desktop.store import calls, claims, notices, receipts

_KINDS = {
    CallResult.INTERESTED: EventKind.ANSWERED,
    CallResult.NOT_NOW: EventKind.ANSWERED,
    CallResult.STOP: EventKind.OPTED_OUT,
    CallResult.WRONG_PERSON: EventKind.BOUNCED,
}
_CUSTOMER = "user:"


def take_conversation(turn: Learning, said: Conversation) -> None:
    """Keeps a call; a yes opens an enquiry, a no is an opt-out, a wrong number is not called again."""
    sent = receipts.find_sent(turn.db, turn.provider, said.provider_id)
    if sent is None:
        return
    row = claims.get_row(turn.db, sent.message_id)
    if row.is_erased:
        return
    cost = None if said.cost_usd is None else round(said.cost_usd * 1_000_000)
    call = calls.Call(
        turn.clamp(said.at), said.result, said.summary, said.transcript, said.recording_url, said.seconds, cost
    )
    calls.put(turn.db, sent.message_id, call)
    kind = _KINDS.get(said.result)
    words = said.summary[:LONGEST_WORDING]
    if kind is None or not add_event(turn, sent, kind, said.at, said.event_id, words or None):
        _listen(turn, said, row, sent)
        return
    if said.result is CallResult.STOP:
        opt_out(turn, row.address, [sent.customer_id], said.at, "person", words or "said so in a call")
    elif said.result is CallResult.WRONG_PERSON:
        claims.mark_address(turn.db, row, "bounced", turn.clamp(said.at))
    elif said.result is CallResult.INTERESTED:
        add_event(turn, sent, EventKind.CONVERTED, said.at, f"{said.provider_id}:yes", None)
        calls.open_enquiry(turn.db, sent.customer_id, turn.clamp(said.at))
    if said.result in (CallResult.INTERESTED, CallResult.NOT_NOW):
        turn.result.replies += 1
        _listen(turn, said, row, sent)


def _listen(turn: Learning, said: Conversation, row: claims.Row, sent: receipts.Sent) -> None:
    """The voice may have missed a no: words of the customer's that seem to be one suppress and go to the owner."""
    spoken = (line.strip() for line in said.transcript.splitlines())
    heard = (line[len(_CUSTOMER) :] for line in spoken if line.casefold().startswith(_CUSTOMER))
    quote = next((line.strip() for line in heard if read_wish(line) in (Wish.STOP, Wish.MAYBE_STOP)), None)
    if quote is None:
        return
    quote = quote[:LONGEST_WORDING]
    if add_event(turn, sent, EventKind.ANSWERED, said.at, f"{said.provider_id}:quote", quote):
        opt_out(turn, row.address, [sent.customer_id], said.at, "person", quote)
        figures = {"customer_id": sent.customer_id, "channel": turn.name}
        key = f"reply:{turn.provider}:{said.event_id}"
        notices.tell(turn.db, key, NoticeKind.REPLY_MAY_BE_OPT_OUT, figures, turn.now)
