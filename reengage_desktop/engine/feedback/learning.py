"""What one page of news changes in the shop."""

from reengage_desktop.channels.protocol import Bounce, OptOut, Pulled, Reply, Report
from reengage_desktop.domain.outcomes import Refusal
from reengage_desktop.domain.stop_words import Wish, read_wish
from reengage_desktop.domain.vocabulary import EventKind
from reengage_desktop.engine.feedback.conversations import take_conversation
from reengage_desktop.engine.feedback.mails import take_mail
from reengage_desktop.engine.feedback.turns import (
    LONGEST_WORDING,
    Learning,
    add_event,
    add_word,
    heed,
    normal,
    opt_out,
    people_at,
)
from reengage_desktop.store import claims, customers, provider_states, receipts


def learn(turn: Learning, pulled: Pulled) -> None:
    """Writes down what a page told and the place after it; the caller holds the transaction."""
    for opt_out_word in pulled.opt_outs:
        _take_opt_out(turn, opt_out_word)
    for reply in sorted(pulled.replies, key=lambda reply: reply.at):
        _take_reply(turn, reply)
    for mail in sorted(pulled.mails, key=lambda mail: mail.at):
        take_mail(turn, mail)
    for bounce in pulled.bounces:
        _take_bounce(turn, bounce)
    for report in pulled.reports:
        _take_report(turn, report)
    for said in pulled.conversations:
        take_conversation(turn, said)
    asked_at = None if pulled.more else turn.now
    receipts.put_cursor(turn.db, turn.provider, turn.name, pulled.cursor or "", asked_at)


def _take_opt_out(turn: Learning, word: OptOut) -> None:
    people = people_at(turn, word.address)
    is_new = add_word(turn, EventKind.OPTED_OUT, word, people, word.wording)
    if is_new or (word.is_standing and any(_is_written_to(turn, person) for person in people)):
        opt_out(turn, word.address, people, word.at, "provider", word.wording)


def _is_written_to(turn: Learning, person: int) -> bool:
    return customers.get(turn.db, person).consent[turn.name] is not False


def _take_bounce(turn: Learning, bounce: Bounce) -> None:
    people = people_at(turn, bounce.address)
    if people and add_word(turn, EventKind.BOUNCED, bounce, people, bounce.wording):
        customers.mark_bounced(turn.db, people, normal(turn.name, bounce.address))


def _take_reply(turn: Learning, reply: Reply) -> None:
    kind = EventKind.OPTED_OUT if read_wish(reply.text) is Wish.STOP else EventKind.ANSWERED
    people = people_at(turn, reply.address)
    if add_word(turn, kind, reply, people, reply.text[:LONGEST_WORDING]):
        heed(turn, reply, people)


def _take_report(turn: Learning, report: Report) -> None:
    sent = receipts.find_sent(turn.db, turn.provider, report.provider_id)
    if sent is None:
        return  # somebody else's message in the same account
    # Who read it, or clicked in it, got it, also where the provider tells the last thing only.
    if report.kind in (EventKind.OPENED, EventKind.CLICKED):
        add_event(turn, sent, EventKind.DELIVERED, report.at, f"{report.provider_id}:{EventKind.DELIVERED}", None)
    row = claims.get_row(turn.db, sent.message_id)
    # What a provider says of a forgotten person's message may name her address: only that it happened is kept.
    detail = None if row.is_erased else _words(report)
    if not add_event(turn, sent, report.kind, report.at, report.event_id, detail) or row.is_erased:
        return
    if report.refusal is Refusal.INVALID_ADDRESS or report.kind is EventKind.BOUNCED:
        claims.mark_address(turn.db, row, "bounced", turn.clamp(report.at))
    if report.refusal is Refusal.OPTED_OUT or report.kind in (EventKind.OPTED_OUT, EventKind.COMPLAINED):
        opt_out(turn, row.address, [sent.customer_id], report.at, "provider", detail or "")
    if report.account is not None:
        words = report.detail or ""
        provider_states.pause(turn.db, turn.provider, report.account, words, [turn.name], turn.now)


def _words(report: Report) -> str | None:
    """What the provider says of it, with its code in front where its words don't begin with it."""
    words, code = report.detail or "", report.code or ""
    return (words if code and words.startswith(code) else f"{code} {words}".strip()) or None
