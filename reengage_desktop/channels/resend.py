"""Resend: e-mail over HTTP with keys that make a repeated request harmless; what came of a mail is asked one by one."""

import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reengage_desktop.channels.answers import fields_of, iso_moment, listed, name_of
from reengage_desktop.channels.errors import Limit, Table, Unclear, ask, outcome, refused, without_personal_data
from reengage_desktop.channels.letters import Letter, write_letter
from reengage_desktop.channels.mail import MailIdentity
from reengage_desktop.channels.protocol import (
    Bounce,
    Capabilities,
    OptOut,
    Pending,
    Pulled,
    PullFailed,
    Report,
)
from reengage_desktop.channels.rounds import WITHOUT_LISTS, go_on, told_by
from reengage_desktop.channels.trials import TestKind, TestResult, answered, found, works
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Accepted, AccountCause, BadAccount, Outcome, Refusal, Rejected, Uncertain
from reengage_desktop.domain.vocabulary import EventKind
from reengage_desktop.transport import Answer, HttpClient, Request

_TEST_S = 20.0
_KEY_WINDOW_S = 24 * 3600
_PAGE_SIZE = 100
_NAMED_FIELD = re.compile(r"""invalid\s+[`'"](\w+)[`'"]""", re.IGNORECASE)
_NOT_OFFERED = "Resend does not tell this key about opt-outs and deliveries: they stay at “sent”."

ERRORS: Table = {
    "validation_error": Refusal.CONTENT,
    "invalid_idempotency_key": Refusal.CONTENT,
    "missing_required_field": Refusal.CONTENT,
    "invalid_attachment": Refusal.CONTENT,
    "invalid_parameter": Refusal.CONTENT,
    "missing_api_key": AccountCause.CREDENTIALS,
    "invalid_api_key": AccountCause.CREDENTIALS,
    "restricted_api_key": AccountCause.PERMISSION,
    "invalid_from_address": AccountCause.SENDER,
    "not_found": AccountCause.CONFIGURATION,
    "method_not_allowed": AccountCause.CONFIGURATION,
    "security_error": AccountCause.PERMISSION,
    # The key is known with another body: an earlier request with it did arrive, so the mail may have gone.
    "invalid_idempotent_request": Unclear(),
    "concurrent_idempotent_requests": Unclear(),
    "rate_limit_exceeded": Limit(),
    "daily_quota_exceeded": Limit(daily=True),
    "monthly_quota_exceeded": AccountCause.BALANCE,
    "application_error": Unclear(),
    "internal_server_error": Unclear(),
}
"""Names in Resend's answer to a mail."""

_EVENTS: Mapping[str, EventKind] = {
    "delivered": EventKind.DELIVERED,
    "opened": EventKind.OPENED,
    "clicked": EventKind.CLICKED,
    "bounced": EventKind.BOUNCED,
    "complained": EventKind.COMPLAINED,
    "suppressed": EventKind.FAILED,
    "failed": EventKind.FAILED,
    "canceled": EventKind.FAILED,
}
_OPT_OUTS = {"complaint": "reported as spam"}
_ON_THE_LIST = "on Resend's list of people who want no mail"


@dataclass(frozen=True)
class ResendAccount:
    """The owner's key at Resend."""

    api_key: str
    base_url: str = "https://api.resend.com"


class ResendChannel:
    """E-mail from one verified sender."""

    name = "resend"
    capabilities = Capabilities(
        sends_name=True,
        idempotency_window_s=_KEY_WINDOW_S,
        pulls_status=True,
        pulls_opt_outs=True,
        rate_per_minute=120,
        calls_at_once=4,
    )

    def __init__(self, account: ResendAccount, identity: MailIdentity, client: HttpClient | None = None) -> None:
        self._identity = identity
        self._client = client or HttpClient(account.base_url, {"Authorization": f"Bearer {account.api_key}"})

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        """Hand one message over; never raises for what Resend or the network can do."""
        letter = write_letter(message, self._identity)
        if isinstance(letter, Rejected):
            return letter
        headers = {"Idempotency-Key": message.reference}
        request = Request("POST", "/emails", headers=headers, json=_body(letter, message.reference))
        answer = ask(self._client, request, deadline)
        return _read(answer, message) if isinstance(answer, Answer) else answer

    def pull(
        self, cursor: str | None, now: datetime, pending: Sequence[Pending], deadline: float
    ) -> Pulled | PullFailed:
        """The next page: Resend's list of people who want no mail, then what became of the messages still open."""

        def look(message: Pending) -> list[Report] | Pulled | PullFailed:
            answer = ask(self._client, Request("GET", f"/emails/{message.provider_id}"), deadline)
            if isinstance(answer, Answer) and fields_of(answer).get("name") == "not_found":
                return []  # of another team of the owner's, or deleted there
            told = told_by("Resend", answer, _read, _keeps_back)
            return told if isinstance(told, Pulled | PullFailed) else _reports(told, message, now)

        def read_page(after: str, _since: datetime | None) -> Pulled | PullFailed:
            query = {"limit": str(_PAGE_SIZE)} | ({"after": after} if after else {})
            answer = ask(self._client, Request("GET", "/suppressions", query=query), deadline)
            told = told_by("Resend", answer, _read, _keeps_back, list_name="data")
            return told if isinstance(told, Pulled | PullFailed) else _page(told, now)

        return go_on(cursor, now, pending, [read_page], look)

    def test(self) -> TestResult:
        """Whether the key works and the sender's domain is verified; sends nothing."""
        answer = ask(self._client, Request("GET", "/domains"), time.monotonic() + _TEST_S)
        if isinstance(answer, Answer) and fields_of(answer).get("name") == "restricted_api_key":
            return works("Works: the key may send, and only that; Resend shows it nothing else.")
        good = answered("Resend", answer, _read)
        return good if isinstance(good, TestResult) else self._test_domain(fields_of(good))

    def close(self) -> None:
        """Let go of connections."""
        self._client.close()

    def _test_domain(self, fields: Mapping[str, Any]) -> TestResult:
        own = self._identity.from_address.rpartition("@")[2].lower()
        for domain in listed(fields, "data"):
            name = str(domain.get("name", "")).lower()
            if own == name or own.endswith(f".{name}"):
                if domain.get("status") == "verified":
                    return works("Works: the key is good and the sender's domain is verified.", sender=name)
                words = "The key is good, but Resend has not verified the sender's domain yet."
                return found(TestKind.SENDER_UNVERIFIED, words, sender=name)
        words = "The key is good, but the sender's domain is not among its domains."
        return found(TestKind.SENDER_NOT_YOURS, words, sender=own)


def _body(letter: Letter, reference: str) -> dict[str, object]:
    body: dict[str, object] = {
        "from": letter.sender,
        "to": [letter.recipient],
        "subject": letter.subject,
        "text": letter.text,
        "headers": dict(letter.headers),
        "tags": [{"name": "rid", "value": reference}],
    }
    if letter.html:
        body["html"] = letter.html
    if letter.reply_to:
        body["reply_to"] = letter.reply_to
    return body


def _read(answer: Answer, message: Outgoing | None) -> Outcome:
    fields = fields_of(answer)
    if not answer.is_success:
        return _refused(answer, fields, message)
    if not fields:
        return Uncertain("Resend's answer could not be read.")
    return Accepted(fields["id"] if isinstance(fields.get("id"), str) and fields["id"] else None)


def _refused(answer: Answer, fields: Mapping[str, Any], message: Outgoing | None) -> Outcome:
    name, words = str(fields.get("name") or ""), without_personal_data(fields.get("message"), message)
    if name == "validation_error" and answer.status == 403:
        # The same name stands for an unverified domain, and for a key that may only write to its owner.
        return BadAccount(AccountCause.SENDER, name, words or "Resend has not verified the sender's domain.")
    if name == "validation_error" and answer.status == 422:
        return outcome(_fault_of(words), name, words or "Resend does not take this address.")
    return refused(answer, ERRORS, name or None, words)


def _fault_of(words: str) -> Refusal | AccountCause:
    """What “Invalid `from` field …” is about: one name stands for all of them, and the address is hers alone."""
    named = _NAMED_FIELD.search(words)
    field = named.group(1).casefold() if named else "to"
    if field == "from":
        return AccountCause.SENDER
    return Refusal.INVALID_ADDRESS if field == "to" else Refusal.CONTENT


def _keeps_back(answer: Answer, _outcome: Outcome) -> str:
    is_closed = fields_of(answer).get("name") == "restricted_api_key" or answer.status in {403, *WITHOUT_LISTS}
    return _NOT_OFFERED if is_closed else ""


def _reports(mail: Mapping[str, Any], message: Pending, now: datetime) -> list[Report]:
    """The last event of a mail; Resend tells no moment of it, so it is dated by the asking."""
    event = str(mail.get("last_event"))
    kind = _EVENTS.get(event)
    if kind is None or mail.get("id") != message.provider_id:
        return []
    refusal = Refusal.BLOCKED if event == "suppressed" else None
    return [Report(f"{message.provider_id}:{event}", message.provider_id, kind, now, refusal=refusal)]


def _page(told: Mapping[str, Any], now: datetime) -> Pulled:
    page = listed(told, "data")
    opt_outs = tuple(filter(None, (_opt_out(entry, now) for entry in page)))
    bounces = tuple(filter(None, (_bounce(entry, now) for entry in page)))
    following = str(page[-1].get("id", "")) if told.get("has_more") is True and page else None
    return Pulled(opt_outs=opt_outs, bounces=bounces, cursor=following)


def _opt_out(entry: Mapping[str, Any], now: datetime) -> OptOut | None:
    """The entry as an opt-out, whatever Resend calls its origin: only a bounce says nothing of what she wants."""
    origin, address = str(entry.get("origin")), entry.get("email")
    if origin == "bounce" or not isinstance(address, str):
        return None
    wording = _OPT_OUTS.get(origin, _ON_THE_LIST)
    return OptOut(_key(entry), address, iso_moment(entry.get("created_at")) or now, wording)


def _bounce(entry: Mapping[str, Any], now: datetime) -> Bounce | None:
    address = entry.get("email")
    if entry.get("origin") != "bounce" or not isinstance(address, str):
        return None
    return Bounce(_key(entry), address, iso_moment(entry.get("created_at")) or now, "")


def _key(entry: Mapping[str, Any]) -> str:
    return f"suppression:{name_of(entry.get('id'), entry.get('email'), entry.get('created_at'))}"
