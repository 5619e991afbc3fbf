"""One message on demand (A13): both forms of the payload, the exact words of every refusal."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from reengage_desktop.domain.contacts import normalise_phone
from reengage_desktop.domain.decisions import (
    Choice,
    Evidence,
    Facts,
    Reach,
    evidence_for,
    is_under_month_cap,
    is_under_week_cap,
    reached_by,
    unreached_reason,
)
from reengage_desktop.domain.drafts import Draft
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.templating import MissingField
from reengage_desktop.domain.vocabulary import REASON_SENTENCES, CampaignType, ChannelName, Reason
from reengage_desktop.engine import queueing
from reengage_desktop.engine.campaigning.drafting import CUSTOMER_FAULTS
from reengage_desktop.engine.composing import Matter, Writer
from reengage_desktop.engine.selecting import Availability, Selector, taken_reaches
from reengage_desktop.store import customers, discounts, selection
from reengage_desktop.store.database import Database

NO_PHONE = "Missing customer phone"
NOBODY = "Customer not found"
CAPPED = "Frequency cap reached"
NO_TEXT = "Failed to build message content"
_CLIENTS = {
    ChannelName.EMAIL: "E-mail account",
    ChannelName.SMS: "SMS API client",
    ChannelName.WHATSAPP: "WhatsApp API client",
    ChannelName.CALL: "Voice API client",
    ChannelName.WALLET: "Wallet API client",
    ChannelName.PUSH: "Push API client",
}


class Fate(Protocol):
    """What became of a message that was sent at once (engine.sending.SentNow)."""

    @property
    def is_sent(self) -> bool:
        """Whether the provider took it."""
        ...

    @property
    def reason(self) -> Reason | None:
        """Why it was not sent."""
        ...

    @property
    def error(self) -> str | None:
        """The provider's own words."""
        ...


@dataclass(frozen=True)
class DemandResult:
    """The answer of the send job: the message's id, or the error in the words of A13, and its reason if it has one."""

    message_id: int | None = None
    error: str | None = None
    reason: Reason | None = None

    def as_json(self) -> dict[str, Any]:
        """The command line's `send`."""
        if self.error is None:
            return {"success": True, "message_id": self.message_id}
        return {"success": False, "error": self.error}


class _Refused(Exception):
    """The message is not sent; the text is the answer's error."""

    def __init__(self, error: str, reason: Reason | None = None) -> None:
        super().__init__(error)
        self.reason = reason


def not_sent(reason: Reason) -> str:
    """The answer's error for a reason that has no words of its own in A13."""
    if reason in {Reason.CAP_WEEK, Reason.CAP_MONTH}:
        return CAPPED
    if reason is Reason.TEMPLATE_MISSING_FIELD:
        return NO_TEXT
    return f"Not sent: {REASON_SENTENCES[reason]}"


def not_initialized(channel: ChannelName) -> str:
    """The answer's error for a channel that is not connected."""
    return f"{_CLIENTS[channel]} not initialized"


def send_on_demand(
    db: Database,
    payload: str | Mapping[str, Any],
    settings: Settings,
    availability: Availability,
    now: datetime,
    *,
    send: Callable[[int], Fate],
) -> DemandResult:
    """Queues the message that a payload asks for and has `send` send it at once; needs no approval.

    `send` gets the message's id. Whatever stands in the way is the answer, never an exception.
    """
    try:
        message_id = _queue(db, _arguments(payload), settings, availability, now)
    except _Refused as refusal:
        return DemandResult(error=str(refusal), reason=refusal.reason)
    fate = send(message_id)
    return DemandResult(message_id) if fate.is_sent else DemandResult(message_id, _error_of(fate), fate.reason)


def _error_of(fate: Fate) -> str:
    if fate.reason in {Reason.CAP_WEEK, Reason.CAP_MONTH}:
        return CAPPED
    return fate.error or not_sent(fate.reason or Reason.PROVIDER_PAUSED)


def _arguments(payload: str | Mapping[str, Any]) -> Mapping[str, Any]:
    """The plain arguments of either form of the payload; an empty mapping where it is neither."""
    if isinstance(payload, str):
        try:
            payload = json.loads(payload)
        except (ValueError, RecursionError):
            return {}
    if not isinstance(payload, Mapping):
        return {}
    if "_wch_version" in payload:
        payload = payload.get("args") or {}
    return payload if isinstance(payload, Mapping) else {}


def preview_on_demand(
    db: Database, payload: str | Mapping[str, Any], settings: Settings, availability: Availability, now: datetime
) -> Content | DemandResult:
    """The message as `send_on_demand` would write it now, or what stands in its way; nothing is changed."""
    try:
        with db.snapshot():
            draft, _code = _prepare(db, _arguments(payload), settings, availability, now)
    except _Refused as refusal:
        return DemandResult(error=str(refusal), reason=refusal.reason)
    return draft.content


def _queue(
    db: Database, arguments: Mapping[str, Any], settings: Settings, availability: Availability, now: datetime
) -> int:
    draft, code = _prepare(db, arguments, settings, availability, now)
    with db.write():
        code_id = None if code is None else discounts.keep(db, code, draft.customer_id, stamp(now))
        queued = queueing.enqueue(db, replace(draft, code_id=code_id), settings, now)
        if isinstance(queued, Reason):
            raise _Refused(not_sent(queued), queued)
    return queued


def _prepare(
    db: Database, arguments: Mapping[str, Any], settings: Settings, availability: Availability, now: datetime
) -> tuple[Draft, discounts.Code | None]:
    selector = Selector.of(db, settings, availability, now)
    facts = _facts(selector, arguments)
    word = arguments.get("campaign_type")
    if not isinstance(word, str) or word not in set(CampaignType):
        raise _Refused(NO_TEXT, Reason.TEMPLATE_MISSING_FIELD)
    campaign_type = CampaignType(word)
    campaign_id, status = selection.automatic_campaigns(db)[campaign_type]
    if not selector.policy.enabled or status != "active":
        raise _Refused(not_sent(Reason.SWITCHED_OFF), Reason.SWITCHED_OFF)
    if selector.policy.import_is_writing:
        raise _Refused(not_sent(Reason.IMPORT_RUNNING), Reason.IMPORT_RUNNING)
    reaches = _reaches(selector, facts)
    if not (is_under_week_cap(facts, selector.policy) and is_under_month_cap(facts, selector.policy)):
        raise _Refused(CAPPED, Reason.CAP_WEEK)
    choice = Choice(facts, campaign_type, _evidence(campaign_type, facts), reaches)
    return _draft(selector, choice, campaign_type, campaign_id)


def _facts(selector: Selector, arguments: Mapping[str, Any]) -> Facts:
    """The customer by her phone, or by the program's own number (`customer`); with `channel` only that one counts."""
    customer_id = arguments.get("customer")
    if not isinstance(customer_id, int):
        customer_id = _by_phone(selector, arguments.get("customer_phone"))
    facts = selector.facts([customer_id]) if customer_id is not None else {}
    if not facts:
        raise _Refused(NOBODY)
    found = next(iter(facts.values()))
    if "channel" in arguments:
        found.reaches = tuple(reach for reach in found.reaches if reach.channel == arguments["channel"])
    selector.weigh([found])
    return found


def _by_phone(selector: Selector, phone: object) -> int | None:
    text = str(phone).strip() if isinstance(phone, str | int) and not isinstance(phone, bool) else ""
    if not text:
        raise _Refused(NO_PHONE)
    number = normalise_phone(text, selector.settings.country)
    return None if number is None else customers.find_by_phone(selector.db, number)


def _reaches(selector: Selector, facts: Facts) -> tuple[Reach, ...]:
    """The one channel that the message takes; refuses where none reaches her."""
    reaches = reached_by(facts, selector.policy)[:1]
    if not reaches:
        raise _Refused(_unreached(selector, facts), unreached_reason(facts))
    if facts.is_held_out:
        raise _Refused(not_sent(Reason.CONTROL_GROUP), Reason.CONTROL_GROUP)
    return reaches


def _evidence(campaign_type: CampaignType, facts: Facts) -> Evidence | None:
    evidence = evidence_for(campaign_type, facts)
    if evidence is None and campaign_type in {CampaignType.BACK_IN_STOCK, CampaignType.PRICE_DROP}:
        raise _Refused(NO_TEXT, Reason.TEMPLATE_MISSING_FIELD)
    return evidence


def _unreached(selector: Selector, facts: Facts) -> str:
    """Why no channel reaches her: the one that would is not connected, or something of her own."""
    connected = {name: replace(state, configured=True) for name, state in selector.availability.items()}
    wishful = replace(selector, availability=connected).facts([facts.customer_id])[facts.customer_id]
    would = next((reach.channel for reach in wishful.reaches if reach.fault is None), None)
    if would is not None:
        return not_initialized(would)
    if all(reach.fault is Reason.CHANNEL_OFF for reach in facts.reaches):
        return not_initialized(ChannelName.WHATSAPP)
    return not_sent(unreached_reason(facts))


def _taken(selector: Selector, choice: Choice, template_for: Callable[[Reach], Template]) -> Reach:
    """The first channel that takes its own text now; refuses where none does."""
    single = replace(selector, policy=replace(selector.policy, all_channels=False))
    taken = taken_reaches(single, choice, lambda reach: template_for(reach).provider_template)
    if not taken:
        raise _Refused(not_sent(Reason.PROVIDER_LIMIT), Reason.PROVIDER_LIMIT)
    return taken[0]


def _draft(
    selector: Selector, choice: Choice, campaign_type: CampaignType, campaign_id: int
) -> tuple[Draft, discounts.Code | None]:
    facts = choice.facts
    writer = Writer(selector.db, selector.settings, selector.now)
    try:
        customer = customers.get(selector.db, facts.customer_id)
        reach = _taken(selector, choice, lambda to: writer.template_for(customer, campaign_type, to.channel))
        code = writer.code_for(customer, campaign_type, [reach.channel])
        content = writer.write(customer, campaign_type, reach.channel, Matter(choice.evidence, code))
    except (MissingField, *CUSTOMER_FAULTS):
        raise _Refused(NO_TEXT, Reason.TEMPLATE_MISSING_FIELD) from None
    evidence = choice.evidence
    is_price = campaign_type is CampaignType.PRICE_DROP and evidence is not None
    return Draft(
        campaign_id=campaign_id,
        campaign_type=campaign_type,
        customer_id=facts.customer_id,
        channel=reach.channel,
        address=reach.address or "",
        content=content,
        occasion=evidence.occasion if evidence is not None else selection.next_demand(selector.db, stamp(selector.now)),
        decision={"campaign_type": campaign_type.value, "on_demand": True},
        product_id=None if evidence is None else evidence.product_id,
        price_minor=evidence.price_minor if is_price and evidence is not None else None,
        is_automatic=False,
        needs_approval=False,
    ), code
