"""The claim: every check once more, the cap's row and the attempt, all in one immediate transaction."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from reengage_desktop.domain import answer_window
from reengage_desktop.domain.customers import ADDRESS_KINDS
from reengage_desktop.domain.eligibility import Ask, Cancel, Go, ShopState, Skip, Verdict, Wait, judge
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.moments import day_number, local_day, stamp, start_of_day
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import OutboxState, Reason
from reengage_desktop.engine.sending.lines import Line
from reengage_desktop.store import caps, claim_facts, claims, paces, receipts, sent_ledger, unsubscribing
from reengage_desktop.store.claim_facts import Around, Looked
from reengage_desktop.store.claims import Row
from reengage_desktop.store.database import Database
from reengage_desktop.store.sent_ledger import Gone

_WINDOW_CLOSED = "She has not written within the last 24 hours, so WhatsApp takes an approved template only."


@dataclass(frozen=True)
class Claimed:
    """A message that is ours to hand over: it is committed as `sending`, with its attempt."""

    row: Row
    outgoing: Outgoing
    attempt_id: int


@dataclass(frozen=True)
class Turned:
    """A message that was not claimed, and what became of it instead; a reason of None: it is not waiting any more."""

    state: OutboxState
    reason: Reason | None = None
    until: datetime | None = None


def claim(  # noqa: PLR0913 - the message, its way, its moment, and who asks
    db: Database,
    message_id: int,
    line: Line,
    settings: Settings,
    now: datetime,
    *,
    from_held: bool = False,
    shop: ShopState | None = None,
    looked: Looked | None = None,
) -> Claimed | Turned:
    """Claims a waiting message inside the caller's immediate transaction, or puts it where it belongs.

    `from_held`: a message that waits for approval may be claimed too, because it is the owner who sends it. `shop`: the
    shop's state, where it was read inside this very transaction. `looked`: what there is to know of the message, where
    it was read before and nothing has been written since that could change it.
    """
    row, waiting, around = looked or claim_facts.look(db, message_id, line.provider.name)
    if row.state is not OutboxState.PENDING and not (from_held and row.state is OutboxState.HELD):
        return Turned(row.state)
    is_test = settings.is_on("sending.test_mode")
    if row.is_test and not is_test:
        # It was approved for pretending only.
        claims.ask(db, row.id, Reason.AWAITING_APPROVAL)
        return Turned(OutboxState.HELD, Reason.AWAITING_APPROVAL)
    verdict = judge(waiting, shop or claims.get_shop_state(db, now), settings, now)
    if isinstance(verdict, Go):
        verdict = _limits(db, row, verdict, line, settings, now, around=around)
    if not isinstance(verdict, Go):
        return _turn(db, row, verdict, now)
    if not is_test:
        sent_ledger.note(db, Gone.of(row.reference, around.key, around.salt, around.address_hash, stamp(now)))
    name = waiting.customer.first_name or waiting.customer.name
    told = _told(row, line, name)
    attempt_id = claims.begin(db, row, line.provider.name, verdict.address, is_test=is_test, now=now, sent_fields=told)
    outgoing = outgoing_of(around.salt, row, verdict.address, name, may_be_free=_needs_window(row, line))
    ours = replace(row, state=OutboxState.SENDING, provider=line.provider.name, address=verdict.address, claimed_at=now)
    return Claimed(ours, outgoing, attempt_id)


def _told(row: Row, line: Line, name: str | None) -> tuple[str, ...]:
    """What of the customer this provider is about to get: the address, her name where it goes along, and the words'."""
    kept = (ADDRESS_KINDS[row.channel], *(("name",) if name and line.adapter.capabilities.sends_name else ()))
    return tuple(dict.fromkeys((*kept, *row.content.fields)))


def outgoing_of(
    salt: bytes, row: Row, address: str, customer_name: str | None, *, may_be_free: bool = False
) -> Outgoing:
    """The row as its channel gets it; `salt`: the shop's."""
    token = unsubscribing.token_by(salt, row.reference)
    key = (row.id, row.reference, row.channel)
    return Outgoing(*key, address, customer_name, row.content, token, may_be_free=may_be_free)


def _limits(  # noqa: PLR0913 - everything that may still refuse
    db: Database, row: Row, go: Go, line: Line, settings: Settings, now: datetime, *, around: Around
) -> Verdict:
    """What the provider, the law and the caps say; the cap is taken last, when nothing else can refuse."""
    held_up = _forbidden(db, row, go.address, line, now) or _wait(db, row, around, settings, now)
    if held_up is not None:
        return held_up
    if settings.is_on("sending.test_mode"):
        return go
    if around.twin_has_gone or (around.some_went_elsewhere and sent_ledger.has_gone(db, around.key)):
        return Skip(Reason.ALREADY_SENT)
    refused = _cap(db, row, go.address, settings, now, others_have_it=around.others_have_it)
    return go if refused is None else Skip(refused)


def _forbidden(db: Database, row: Row, address: str, line: Line, now: datetime) -> Skip | None:
    """What the provider, or the law, never takes."""
    if not (row.content.text.strip() or row.content.template_name):
        return Skip(Reason.TEMPLATE_MISSING_FIELD)
    if address.startswith(line.adapter.capabilities.blocked_prefixes):
        return Skip(Reason.NOT_ALLOWED_BY_LAW)
    if _needs_window(row, line):
        written_at = receipts.find_last_written(db, line.provider.name, row.channel, address)
        if not answer_window.is_open(written_at, now):
            return Skip(Reason.PROVIDER_LIMIT, _WINDOW_CLOSED)
    return None


def _needs_window(row: Row, line: Line) -> bool:
    """Whether these words may go only while her window is open: free ones at a provider of approved templates."""
    return line.adapter.capabilities.needs_template and not row.content.template_name


def _wait(db: Database, row: Row, around: Around, settings: Settings, now: datetime) -> Wait | None:
    """What the provider or the campaign's own limit lets the message wait for."""
    if around.provider_is_paused:
        return Wait(Reason.PROVIDER_PAUSED)
    tomorrow = _day_is_full(db, row, around.daily_limit, settings, now)
    return None if tomorrow is None else Wait(Reason.DAILY_LIMIT, tomorrow)


def _day_is_full(db: Database, row: Row, limit: int, settings: Settings, now: datetime) -> datetime | None:
    """When the next day of the shop begins, where the message's campaign has sent today what it may in a day."""
    if not limit:
        return None
    today = local_day(now, settings.zone)
    if paces.count_begun_since(db, row.campaign_id, start_of_day(today, settings.zone), now) < limit:
        return None
    return start_of_day(today + timedelta(days=1), settings.zone)


def _cap(
    db: Database, row: Row, address: str, settings: Settings, now: datetime, *, others_have_it: bool
) -> Reason | None:
    """Takes the person's cap; what her household got at the very same address counts there like her own."""
    today = day_number(now, settings.zone)
    refused = None
    if others_have_it:
        refused = caps.find_refusal_by_address(db, row.person_id, address, today, settings, besides=row.touch)
    return refused or caps.take(db, row.person_id, row.touch, today)


def _turn(db: Database, row: Row, verdict: Verdict, now: datetime) -> Turned:
    match verdict:
        case Skip(reason, detail):
            claims.skip(db, row.id, reason, detail, now)
            return Turned(OutboxState.SKIPPED, reason)
        case Wait(reason, until):
            if row.state is OutboxState.PENDING:
                claims.put_back(db, row.id, reason, due_at=until)
            return Turned(OutboxState.PENDING, reason, until)
        case Ask(reason):
            claims.ask(db, row.id, reason)
            return Turned(OutboxState.HELD, reason)
        case Cancel():
            claims.cancel(db, row.id, now)
    return Turned(OutboxState.CANCELLED)
