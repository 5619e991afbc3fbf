"""Postmark: e-mail over HTTP through a broadcast stream; opt-outs, bounces and what came of each mail are asked for."""

import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from reengage_desktop.channels.answers import fields_of, iso_moment, listed
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
from reengage_desktop.channels.trials import TestResult, answered, works
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Accepted, AccountCause, NotSent, Outcome, Refusal, Rejected, Uncertain
from reengage_desktop.domain.vocabulary import EventKind
from reengage_desktop.transport import Answer, HttpClient, Request

_TEST_S = 20.0
_PAGE_SIZE = 50
_BAD_REQUEST, _NO_SUCH_MAIL = 300, 701
_NAMED_FIELD = re.compile(r"""(?:Invalid|Error parsing) '(\w+)'""", re.IGNORECASE)
_NOT_OFFERED = "Postmark does not tell this token about opt-outs and deliveries: they stay at “sent”."

ERRORS: Table = {
    "10": AccountCause.CREDENTIALS,
    "100": Unclear(),
    "300": Refusal.INVALID_ADDRESS,
    "400": AccountCause.SENDER,
    "401": AccountCause.SENDER,
    "402": Refusal.CONTENT,
    "403": Refusal.CONTENT,
    "405": AccountCause.BALANCE,
    # Postmark itself keeps this address from mail: a hard bounce, a complaint or an opt-out.
    "406": Refusal.OPTED_OUT,
    "410": Refusal.CONTENT,
    "412": AccountCause.PERMISSION,
    "413": AccountCause.PERMISSION,
    "429": Limit(),
}
"""ErrorCodes in Postmark's answer to a mail."""

_EVENTS: Mapping[str, EventKind] = {
    "Delivered": EventKind.DELIVERED,
    "Opened": EventKind.OPENED,
    "LinkClicked": EventKind.CLICKED,
    "Bounced": EventKind.BOUNCED,
    "SpamComplaint": EventKind.COMPLAINED,
}
_OPT_OUTS = {"ManualSuppression": "unsubscribed at Postmark", "SpamComplaint": "reported as spam"}


@dataclass(frozen=True)
class PostmarkAccount:
    """One server of the owner's at Postmark, and the stream that marketing goes through."""

    server_token: str
    message_stream: str = "broadcast"
    base_url: str = "https://api.postmarkapp.com"


class PostmarkChannel:
    """E-mail from one confirmed sender."""

    name = "postmark"
    capabilities = Capabilities(
        sends_name=True, can_look_up=True, settling_s=120, pulls_status=True, pulls_opt_outs=True, calls_at_once=8
    )

    def __init__(self, account: PostmarkAccount, identity: MailIdentity, client: HttpClient | None = None) -> None:
        self._stream = account.message_stream
        self._identity = identity
        headers = {"X-Postmark-Server-Token": account.server_token, "Accept": "application/json"}
        self._client = client or HttpClient(account.base_url, headers)

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        """Hand one message over; never raises for what Postmark or the network can do."""
        letter = write_letter(message, self._identity)
        if isinstance(letter, Rejected):
            return letter
        request = Request("POST", "/email", json=self._body(letter, message.reference))
        answer = ask(self._client, request, deadline)
        return _read(answer, message) if isinstance(answer, Answer) else answer

    def find(
        self,
        message: Outgoing,
        attempted_ago: timedelta,  # noqa: ARG002 - our reference is in the mail, whenever it was
        deadline: float,
    ) -> Outcome | None:
        """Whether Postmark has a mail to this address with our reference; see SupportsLookup."""
        query = {"count": str(_PAGE_SIZE), "offset": "0", "recipient": message.address}
        answer = ask(self._client, Request("GET", "/messages/outbound", query=query), deadline)
        if not isinstance(answer, Answer) or not answer.is_success or "Messages" not in fields_of(answer):
            return None
        for entry in listed(fields_of(answer), "Messages"):
            known = entry.get("Metadata")
            if isinstance(known, dict) and known.get("rid") == message.reference:
                return Accepted(str(entry["MessageID"]) if entry.get("MessageID") else None)
            if not known and entry.get("Subject") == message.content.subject:
                return None  # it may be ours: nothing tells
        told = fields_of(answer).get("TotalCount")
        if isinstance(told, int) and told > _PAGE_SIZE:
            return None  # there are more mails to her than one page shows
        return NotSent("Postmark was asked and has no such mail.")

    def pull(
        self, cursor: str | None, now: datetime, pending: Sequence[Pending], deadline: float
    ) -> Pulled | PullFailed:
        """The next page: the stream's suppressions, then what became of the mails still open."""

        def look(message: Pending) -> list[Report] | Pulled | PullFailed:
            path = f"/messages/outbound/{message.provider_id}/details"
            answer = ask(self._client, Request("GET", path), deadline)
            if isinstance(answer, Answer) and fields_of(answer).get("ErrorCode") == _NO_SUCH_MAIL:
                return []  # it is kept for some weeks, and by the server that sent it only
            told = told_by("Postmark", answer, _read, _keeps_back)
            return told if isinstance(told, Pulled | PullFailed) else _reports(told, message, now)

        def read_suppressions(_after: str, _since: datetime | None) -> Pulled | PullFailed:
            path = f"/message-streams/{self._stream}/suppressions/dump"
            answer = ask(self._client, Request("GET", path), deadline)
            told = told_by("Postmark", answer, _read, _keeps_back, list_name="Suppressions")
            return told if isinstance(told, Pulled | PullFailed) else _suppressed(told, now)

        return go_on(cursor, now, pending, [read_suppressions], look)

    def test(self) -> TestResult:
        """Whether the token works; sends nothing."""
        answer = ask(self._client, Request("GET", "/server"), time.monotonic() + _TEST_S)
        good = answered("Postmark", answer, _read)
        if isinstance(good, TestResult):
            return good
        name = without_personal_data(fields_of(good).get("Name"))
        return works(f"Works: the token opens the server{f' “{name}”' if name else ''}.", account=name)

    def close(self) -> None:
        """Let go of connections."""
        self._client.close()

    def _body(self, letter: Letter, reference: str) -> dict[str, object]:
        body: dict[str, object] = {
            "From": letter.sender,
            "To": letter.recipient,
            "Subject": letter.subject,
            "TextBody": letter.text,
            "Headers": [{"Name": name, "Value": value} for name, value in letter.headers.items()],
            "Metadata": {"rid": reference},
            "MessageStream": self._stream,
        }
        if letter.html:
            body["HtmlBody"] = letter.html
        if letter.reply_to:
            body["ReplyTo"] = letter.reply_to
        return body


def _read(answer: Answer, message: Outgoing | None) -> Outcome:
    fields = fields_of(answer)
    code = fields.get("ErrorCode")
    words = without_personal_data(fields.get("Message"), message)
    if not answer.is_success:
        # A 403 that is no JSON comes from the firewall before Postmark: nothing was taken, and it passes.
        if answer.status == 403 and code is None:
            return outcome(Limit(), None, "Postmark's firewall turned the request away.", answer.retry_after_s)
        if code == _BAD_REQUEST:
            return outcome(_fault_of(words), str(code), words or "Postmark does not take this mail.")
        return refused(answer, ERRORS, None if code is None else str(code), words)
    if not fields:
        return Uncertain("Postmark's answer could not be read.")
    if code not in (0, None):
        return outcome(ERRORS.get(str(code), Refusal.CONTENT), str(code), words or "Postmark refused the mail.")
    return Accepted(fields["MessageID"] if isinstance(fields.get("MessageID"), str) and fields["MessageID"] else None)


def _fault_of(words: str) -> Refusal | AccountCause:
    """What “Error parsing 'From'” is about: one code stands for all fields, and the address is hers alone."""
    named = _NAMED_FIELD.search(words)
    field = named.group(1).casefold() if named else "to"
    if field == "from":
        return AccountCause.SENDER
    return Refusal.INVALID_ADDRESS if field == "to" else Refusal.CONTENT


def _keeps_back(answer: Answer, _outcome: Outcome) -> str:
    return _NOT_OFFERED if answer.status in WITHOUT_LISTS else ""


def _reports(mail: Mapping[str, Any], message: Pending, now: datetime) -> list[Report]:
    reports = []
    for event in listed(mail, "MessageEvents"):
        kind, at = _EVENTS.get(str(event.get("Type"))), iso_moment(event.get("ReceivedAt"))
        if kind is not None:
            key = f"{message.provider_id}:{event.get('Type')}:{at and at.isoformat()}"
            reports.append(Report(key, message.provider_id, kind, at or now))
    return reports


def _suppressed(told: Mapping[str, Any], now: datetime) -> Pulled:
    opt_outs, bounces = [], []
    for entry in listed(told, "Suppressions"):
        address, reason = entry.get("EmailAddress"), str(entry.get("SuppressionReason"))
        if not isinstance(address, str):
            continue
        told_at = iso_moment(entry.get("CreatedAt"))
        key, at = f"suppression:{reason}:{address}:{told_at and told_at.isoformat()}", told_at or now
        if reason == "HardBounce":
            bounces.append(Bounce(key, address, at, ""))
        elif reason in _OPT_OUTS:
            opt_outs.append(OptOut(key, address, at, _OPT_OUTS[reason]))
    return Pulled(opt_outs=tuple(opt_outs), bounces=tuple(bounces))
