"""One source's turn of telling what came back, and the ways in which that is kept: facts once, refusals at once."""

from dataclasses import dataclass, field
from datetime import datetime

from reengage_desktop.channels.protocol import Bounce, Channel, Mailbox, OptOut, Reply
from reengage_desktop.domain.contacts import normalise_email
from reengage_desktop.domain.customers import ADDRESS_KINDS
from reengage_desktop.domain.moments import day_number
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.stop_words import Wish, read_wish
from reengage_desktop.domain.vocabulary import ChannelName, EventKind, NoticeKind, OutboxState
from reengage_desktop.store import caps, claims, customers, message_log, notices, receipts, suppressions
from reengage_desktop.store.database import Database

LONGEST_WORDING = 200

_IN_DOUBT = (OutboxState.UNCERTAIN, OutboxState.PENDING, OutboxState.HELD, OutboxState.SKIPPED)
_PROOFS = frozenset(
    {
        EventKind.DELIVERED,
        EventKind.OPENED,
        EventKind.CLICKED,
        EventKind.ANSWERED,
        EventKind.COMPLAINED,
        EventKind.OPTED_OUT,
    }
)
"""Facts that only somebody who got the message can be behind."""


@dataclass
class SyncResult:
    """What was new. `failed` holds, by provider, why it could not be asked; `notes` what a provider does not offer."""

    events: dict[EventKind, int] = field(default_factory=dict)
    opt_outs: int = 0
    replies: int = 0
    failed: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def count(self, kind: EventKind) -> None:
        """One more new fact of a kind."""
        self.events[kind] = self.events.get(kind, 0) + 1

    def as_json(self) -> dict[str, object]:
        """The command line's answer."""
        return {
            "events": {kind.value: number for kind, number in sorted(self.events.items())},
            "opt_outs": self.opt_outs,
            "replies": self.replies,
            "failed": self.failed,
            "notes": self.notes,
        }


@dataclass
class Learning:
    """One source's turn: who is asked, as of when, and where what is learned is counted.

    `holds`: the provider that waits while this source can't be asked.
    """

    db: Database
    name: ChannelName
    source: Channel | Mailbox
    holds: str
    settings: Settings
    now: datetime
    result: SyncResult

    @property
    def provider(self) -> str:
        """Who tells."""
        return self.source.name

    def clamp(self, at: datetime) -> datetime:
        """The provider's moment, but never one that lies ahead of us: two clocks never agree."""
        return min(at, self.now)


def add_event(
    turn: Learning, sent: receipts.Sent, kind: EventKind, at: datetime, event_id: str, detail: str | None
) -> bool:
    """Keeps a fact about a message; False when it is known already."""
    is_new = message_log.add_event(
        turn.db,
        message_id=sent.message_id,
        customer_id=sent.customer_id,
        kind=kind,
        at=turn.clamp(at),
        provider=turn.provider,
        event_id=event_id,
        detail=detail,
    )
    if is_new:
        turn.result.count(kind)
        if kind in _PROOFS:
            _prove(turn, sent)
    return is_new


def _prove(turn: Learning, sent: receipts.Sent) -> None:
    """A message in doubt has gone, also one that the owner wanted sent again: nobody gets it a second time."""
    row = claims.get_row(turn.db, sent.message_id)
    if row.state not in _IN_DOUBT or row.claimed_at is None or not row.attempts:
        return
    with turn.db.write():
        claims.accept(turn.db, row.id, sent.provider_id or row.reference, row.claimed_at, turn.now)
        if not row.is_test:  # the owner's word had given it back
            caps.take(turn.db, row.person_id, row.touch, day_number(row.claimed_at, turn.settings.zone))


def add_word(turn: Learning, kind: EventKind, word: Reply | OptOut | Bounce, people: list[int], wording: str) -> bool:
    """Keeps what somebody said, as an answer to the last message that she got; False when it is known already."""
    at = turn.clamp(word.at)
    answered = receipts.find_last_sent_to(turn.db, turn.name, people[0], at) if people else None
    is_new = message_log.add_event(
        turn.db,
        message_id=answered,
        customer_id=people[0] if people else None,
        kind=kind,
        at=at,
        provider=turn.provider,
        event_id=word.event_id,
        # What a stranger wrote is none of the shop's customers' data: only that she wrote is kept.
        detail=wording if people else None,
    )
    if is_new:
        turn.result.count(kind)
    return is_new


def opt_out(turn: Learning, address: str, people: list[int], at: datetime, source: str, wording: str) -> None:
    """Nobody with this address is written to on this channel any more, whether she is known or not."""
    at = turn.clamp(at)
    stayed = [person for person in people if receipts.has_agreed_since(turn.db, person, turn.name, at)]
    if people and len(stayed) == len(people):
        return
    for person in people:
        if person not in stayed:
            customers.opt_out(
                turn.db, person, channel=turn.name, source=source, at=at, wording=wording[:LONGEST_WORDING] or None
            )
    if not stayed and address:  # also one that is hers no longer: whoever gets it next is not written to there
        suppressions.suppress(
            turn.db,
            ADDRESS_KINDS[turn.name],
            normal(turn.name, address),
            channel=turn.name,
            reason="opt_out",
            source=source,
            at=at,
        )
    turn.result.opt_outs += 1


def heed(turn: Learning, reply: Reply, people: list[int]) -> None:
    """Does what a person's words ask for; what is not clear suppresses and is shown to the owner."""
    wish = read_wish(reply.text)
    turn.result.replies += 1
    if wish in (Wish.STOP, Wish.MAYBE_STOP):
        opt_out(turn, reply.address, people, reply.at, "person", reply.text[:LONGEST_WORDING])
    if wish in (Wish.MAYBE_STOP, Wish.START):
        # The owner reads these herself: the first may have meant something else, the second may want to come back.
        figures = {"customer_id": people[0] if people else None, "channel": turn.name}
        is_stop = wish is Wish.MAYBE_STOP
        told = NoticeKind.REPLY_MAY_BE_OPT_OUT if is_stop else NoticeKind.REPLY_WANTS_BACK
        notices.tell(turn.db, f"reply:{turn.provider}:{reply.event_id}", told, figures, turn.now)


def people_at(turn: Learning, address: str) -> list[int]:
    """Everybody whom this channel reaches at an address."""
    kind = ADDRESS_KINDS[turn.name]
    if kind not in ("email", "phone"):
        return []
    return customers.find_all_by_address(turn.db, kind, normal(turn.name, address))


def normal(channel: ChannelName, address: str) -> str:
    """The address as the shop keeps it."""
    kind = ADDRESS_KINDS[channel]
    if kind == "email":
        return normalise_email(address) or address
    return f"+{address}" if kind == "phone" and not address.startswith("+") else address
