"""What a mail in the owner's mailbox changes: only those that belong to our messages, or that say no, are kept."""

from datetime import timedelta

from reengage_desktop.channels.protocol import MailBack, MailKind, Reply
from reengage_desktop.domain.stop_words import Wish, read_wish
from reengage_desktop.domain.vocabulary import ChannelName, EventKind
from reengage_desktop.engine.feedback.turns import (
    LONGEST_WORDING,
    Learning,
    add_event,
    add_word,
    heed,
    opt_out,
    people_at,
)
from reengage_desktop.store import claims, receipts, unsubscribing
from reengage_desktop.store.receipts import Sent

_SOFT_IN_A_ROW = 3
# A mail that names none of our messages may still answer one that was sent so lately.
_ANSWERED_WITHIN = timedelta(days=30)
_BOUNCED_WITHIN = timedelta(days=7)
_OWN = ("business.reply_to", "providers.smtp.from_address", "providers.smtp.unsubscribe_address")


def take_mail(turn: Learning, mail: MailBack) -> None:
    """Keeps what a mail says about our messages; the rest of the owner's mail is none of our business."""
    if mail.kind in (MailKind.WRITTEN, MailKind.AUTO_REPLY) and _opted_out_by_token(turn, mail):
        return
    if any(unsubscribing.is_of_test(turn.db, token) for token in mail.tokens):
        return  # the owner tries the way out of a message to herself
    if mail.kind in (MailKind.BOUNCE, MailKind.SOFT_BOUNCE, MailKind.COMPLAINT):
        _take_returned(turn, mail)
    elif _is_letter(mail) and mail.sender.casefold() not in _own_addresses(turn):
        _take_letter(turn, mail)


def _is_letter(mail: MailBack) -> bool:
    """Whether a person speaks in it; a program that says nothing but stop in the subject does so for one."""
    return mail.kind is MailKind.WRITTEN or (mail.kind is MailKind.AUTO_REPLY and read_wish(mail.subject) is Wish.STOP)


def _own_addresses(turn: Learning) -> set[str]:
    keys = [*_OWN, f"providers.{turn.holds}.from_address"] if turn.holds != "pretend" else _OWN
    return {turn.settings.text(key).casefold() for key in keys} - {""}


def _opted_out_by_token(turn: Learning, mail: MailBack) -> bool:
    """A word that only this shop makes: whoever sends it back was given it in a message."""
    for token in mail.tokens:
        message_id = unsubscribing.find_message(turn.db, token)
        if message_id is None:
            continue
        row, sent = claims.get_row(turn.db, message_id), receipts.get_sent(turn.db, message_id)
        wording = "unsubscribed by mail"
        is_new = add_event(turn, sent, EventKind.OPTED_OUT, mail.at, mail.event_id, wording)
        if is_new and not row.is_erased:
            opt_out(turn, row.address, [sent.customer_id], mail.at, "person", wording)
        return True
    return False


def _take_letter(turn: Learning, mail: MailBack) -> None:
    sent = _named(turn, mail)
    text = _said(mail)
    reply = Reply(mail.event_id, mail.sender, text, mail.at)
    wish, people = read_wish(text), people_at(turn, mail.sender)
    kind = EventKind.OPTED_OUT if wish is Wish.STOP else EventKind.ANSWERED
    if sent is not None:
        people = list(dict.fromkeys((sent.customer_id, *people)))
        if claims.get_row(turn.db, sent.message_id).is_erased:
            add_event(turn, sent, kind, mail.at, mail.event_id, None)
        elif add_event(turn, sent, kind, mail.at, mail.event_id, text[:LONGEST_WORDING] or None):
            heed(turn, reply, people)
    elif _concerns_us(turn, mail, wish, people) and add_word(turn, kind, reply, people, text[:LONGEST_WORDING]):
        heed(turn, reply, people)


def _said(mail: MailBack) -> str:
    """The subject where it says stop or where nothing else is said."""
    return mail.subject if read_wish(mail.subject) is Wish.STOP or not mail.text else mail.text


def _concerns_us(turn: Learning, mail: MailBack, wish: Wish, people: list[int]) -> bool:
    """Whether a mail that answers none of our messages says no to them all the same."""
    if wish is not Wish.MAYBE_STOP:
        return wish is Wish.STOP
    return any(_last_sent(turn, person, mail, _ANSWERED_WITHIN) for person in people)


def _last_sent(turn: Learning, person: int, mail: MailBack, within: timedelta) -> Sent | None:
    at = turn.clamp(mail.at)
    message_id = receipts.find_last_sent_to(turn.db, turn.name, person, at)
    sent = None if message_id is None else receipts.get_sent(turn.db, message_id)
    return sent if sent is not None and sent.sent_at >= at - within else None


def _take_returned(turn: Learning, mail: MailBack) -> None:
    sent = _named(turn, mail) or _sent_to(turn, mail)
    if sent is None:
        return
    row = claims.get_row(turn.db, sent.message_id)
    if row.channel is not ChannelName.EMAIL:
        return
    detail = None if row.is_erased else mail.text or None
    kind = {MailKind.BOUNCE: EventKind.BOUNCED, MailKind.COMPLAINT: EventKind.COMPLAINED}.get(
        mail.kind, EventKind.FAILED
    )
    if not add_event(turn, sent, kind, mail.at, mail.event_id, detail) or row.is_erased:
        return
    if kind is EventKind.COMPLAINED:
        opt_out(turn, row.address, [sent.customer_id], mail.at, "provider", "reported as spam")
    elif kind is EventKind.BOUNCED or receipts.has_failed_in_a_row(turn.db, row.address, _SOFT_IN_A_ROW):
        if kind is EventKind.FAILED:
            words = f"{_SOFT_IN_A_ROW} messages in a row came back. {mail.text}".strip()
            add_event(turn, sent, EventKind.BOUNCED, mail.at, f"{mail.event_id}:in-a-row", words)
        claims.mark_address(turn.db, row, "bounced", turn.clamp(mail.at))


def _sent_to(turn: Learning, mail: MailBack) -> Sent | None:
    """For a bounce or complaint that names no message: the last one to the address, where that was just now."""
    for person in people_at(turn, mail.recipient) if mail.recipient else ():
        within = _ANSWERED_WITHIN if mail.kind is MailKind.COMPLAINT else _BOUNCED_WITHIN
        sent = _last_sent(turn, person, mail, within)
        if sent is not None:
            return sent
    return None


def _named(turn: Learning, mail: MailBack) -> Sent | None:
    found = (receipts.find_named(turn.db, turn.name, name) for name in mail.names)
    return next((sent for sent in found if sent is not None), None)
