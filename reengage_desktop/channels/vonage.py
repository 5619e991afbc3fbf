"""Vonage: SMS whose answer is always 200 and tells part by part what happened; the rest is read from its reports."""

import time
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from reengage_desktop.channels.answers import fields_of, iso_moment, listed, name_of
from reengage_desktop.channels.errors import Limit, Table, Unclear, ask, outcome, refused, without_personal_data
from reengage_desktop.channels.protocol import Capabilities, Pending, Pulled, PullFailed, Reply, Report
from reengage_desktop.channels.rounds import WITHOUT_LISTS, go_on, told_by
from reengage_desktop.channels.trials import TestKind, TestResult, answered, found, works
from reengage_desktop.domain.base_urls import beside
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Accepted, AccountCause, NotSent, Outcome, Refusal, Rejected, Uncertain
from reengage_desktop.domain.text_parts import sms_parts
from reengage_desktop.domain.vocabulary import EventKind
from reengage_desktop.transport import Answer, HttpClient, Request

_TEST_S = 20.0
_DAY = timedelta(hours=24)  # the longest span that one report covers
_KEPT = timedelta(days=390)  # thirteen months, says Vonage
_TIME = "%Y-%m-%dT%H:%M:%SZ"
_PUBLIC = "https://rest.nexmo.com"
_REPORTS = "https://api.nexmo.com"
_NOT_OFFERED = "Vonage does not offer its reports to this account: replies and delivery can't be fetched."

ERRORS: Table = {
    "1": Limit(),
    "2": Refusal.CONTENT,
    "3": Refusal.CONTENT,
    "4": AccountCause.CREDENTIALS,
    "5": Unclear(),
    "6": Refusal.INVALID_ADDRESS,
    "7": Refusal.BLOCKED,
    "8": AccountCause.PERMISSION,
    "9": AccountCause.BALANCE,
    "12": Refusal.CONTENT,
    "15": AccountCause.SENDER,
    "22": Refusal.CONTENT,
    "29": AccountCause.PERMISSION,
    "33": Refusal.INVALID_ADDRESS,
}
"""Statuses of a part in Vonage's answer to a text."""

DELIVERY_ERRORS: Mapping[str, Refusal] = {
    "3": Refusal.INVALID_ADDRESS,
    "4": Refusal.INVALID_ADDRESS,
    "6": Refusal.BLOCKED,
    "9": Refusal.OPTED_OUT,
    "12": Refusal.INVALID_ADDRESS,
}
"""Codes of texts that were taken and not delivered; the others pass by themselves."""

_EVENTS: Mapping[str, EventKind] = {
    "delivered": EventKind.DELIVERED,
    "failed": EventKind.FAILED,
    "rejected": EventKind.FAILED,
    "expired": EventKind.FAILED,
}


@dataclass(frozen=True)
class VonageAccount:
    """The owner's account; `from_number` may also be a name of up to 11 letters."""

    api_key: str
    api_secret: str
    from_number: str
    base_url: str = _PUBLIC

    @property
    def reports_url(self) -> str:
        """Where the reports are: a host of their own."""
        return beside(self.base_url, _PUBLIC, _REPORTS)


class VonageChannel:
    """SMS from one sender."""

    name = "vonage"
    capabilities = Capabilities(
        can_look_up=True,
        settling_s=300,
        pulls_status=True,
        pulls_opt_outs=True,
        pulls_replies=True,
        calls_at_once=8,
    )

    def __init__(self, account: VonageAccount, client: HttpClient | None = None) -> None:
        self._account = account
        self._client = client or HttpClient(account.base_url, {})
        login = b64encode(f"{account.api_key}:{account.api_secret}".encode()).decode()
        self._reports = HttpClient(account.reports_url, {"Authorization": f"Basic {login}"})

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        """Hand one message over; never raises for what Vonage or the network can do."""
        text = message.content.text
        if not text.strip():
            return Rejected(Refusal.CONTENT, None, "The message is empty.")
        form = {
            **self._login,
            "from": self._account.from_number.removeprefix("+"),
            "to": message.address.removeprefix("+"),
            "text": text,
            "client-ref": message.reference[:40],
        }
        if not sms_parts(text).is_gsm:
            form["type"] = "unicode"
        answer = ask(self._client, Request("POST", "/sms/json", form=form), deadline)
        return _read(answer, message) if isinstance(answer, Answer) else answer

    def find(self, message: Outgoing, attempted_ago: timedelta, deadline: float) -> Outcome | None:
        """Whether Vonage's report of the last hours names our reference; see SupportsLookup."""
        if attempted_ago > _DAY - timedelta(hours=1):
            return None
        answer = ask(self._client, Request("GET", "/account/get-balance", query=self._login), deadline)
        now = answer.said_at if isinstance(answer, Answer) else None  # Vonage's own: two clocks never agree
        if now is None:
            return None
        listing = self._records(now - attempted_ago - timedelta(minutes=30), now, "outbound", deadline)
        if not isinstance(listing, list):
            return None
        for record in listing:
            if record.get("client_ref") == message.reference[:40]:
                return Accepted(str(record["message_id"]) if record.get("message_id") else None)
        return NotSent("Vonage was asked and has no such text.")

    def pull(
        self, cursor: str | None, now: datetime, pending: Sequence[Pending], deadline: float
    ) -> Pulled | PullFailed:
        """The next page: replies since the last round, then what became of the texts still open."""

        def read_replies(after: str, since: datetime | None) -> Pulled | PullFailed:
            start = iso_moment(after) or max(since or now - _DAY, now - _KEPT)
            end = min(start + _DAY, now)
            records = self._records(start, end, "inbound", deadline)
            if not isinstance(records, list):
                return records
            replies = tuple(filter(None, (_reply(record, now) for record in records)))
            return Pulled(replies=replies, cursor=end.isoformat() if end < now else None)

        def look(message: Pending) -> list[Report] | Pulled | PullFailed:
            query = {"account_id": self._account.api_key, "product": "SMS", "direction": "outbound"}
            told = self._asked({**query, "id": message.provider_id}, deadline)
            return told if not isinstance(told, list) else list(filter(None, (_report(record, now) for record in told)))

        return go_on(cursor, now, pending, [read_replies], look)

    def test(self) -> TestResult:
        """Whether key and secret work, and what is left on the account; sends nothing."""
        request = Request("GET", "/account/get-balance", query=self._login)
        answer = ask(self._client, request, time.monotonic() + _TEST_S)
        good = answered("Vonage", answer, _read)
        if isinstance(good, TestResult):
            return good
        value = fields_of(good).get("value")
        if not isinstance(value, int | float):
            return found(TestKind.UNREADABLE, "Vonage's answer could not be read.")
        money = {"balance": f"{value:.2f}", "currency": "EUR"}
        if value <= 0:
            return found(TestKind.NO_BALANCE, "Vonage knows the account, but there is no money on it.", **money)
        return works(f"Works: {value:.2f} EUR are on the account.", **money)

    def close(self) -> None:
        """Let go of connections."""
        self._client.close()
        self._reports.close()

    @property
    def _login(self) -> dict[str, str]:
        return {"api_key": self._account.api_key, "api_secret": self._account.api_secret}

    def _records(
        self, start: datetime, end: datetime, direction: str, deadline: float
    ) -> list[Mapping[str, Any]] | Pulled | PullFailed:
        query = {
            "account_id": self._account.api_key,
            "product": "SMS",
            "direction": direction,
            "date_start": start.strftime(_TIME),
            "date_end": end.strftime(_TIME),
            "include_message": "true",
        }
        return self._asked(query, deadline)

    def _asked(self, query: Mapping[str, str], deadline: float) -> list[Mapping[str, Any]] | Pulled | PullFailed:
        answer = ask(self._reports, Request("GET", "/v2/reports/records", query=query), deadline)
        fields = told_by("Vonage", answer, _read, _keeps_back)
        if isinstance(fields, Pulled | PullFailed):
            return fields
        if not isinstance(fields.get("records"), list):
            return PullFailed("Vonage's answer could not be read.")
        records = listed(fields, "records")
        told = fields.get("items_count")
        if fields.get("cursor") or (isinstance(told, int) and told > len(records)):
            return PullFailed("Vonage's report is longer than it sends at once.")
        return records


def _keeps_back(answer: Answer, _outcome: Outcome) -> str:
    return _NOT_OFFERED if answer.status in {403, *WITHOUT_LISTS} else ""


def _read(answer: Answer, message: Outgoing | None) -> Outcome:
    fields = fields_of(answer)
    if not answer.is_success:
        words = fields.get("error-code-label") or fields.get("detail") or fields.get("title")
        return refused(answer, {}, None, without_personal_data(words, message))
    parts = listed(fields, "messages")
    if not parts:
        return Uncertain("Vonage's answer could not be read.")
    taken = [part for part in parts if str(part.get("status")) == "0"]
    if taken:  # a part that failed is told by the report; the text is on its way
        first = taken[0].get("message-id")
        return Accepted(first if isinstance(first, str) and first else None)
    code = str(parts[0].get("status"))
    words = without_personal_data(parts[0].get("error-text"), message)
    return outcome(ERRORS.get(code, Unclear()), code, words or f"Vonage answered with status {code}.")


def _reply(record: Mapping[str, Any], now: datetime) -> Reply | None:
    sender, text = str(record.get("from")).removeprefix("+"), str(record.get("message_body") or "")
    received = record.get("date_received")
    if not sender.isdigit():
        return None
    key = name_of(record.get("message_id"), sender, text, received)
    return Reply(key, f"+{sender}", text, iso_moment(received) or now)


def _report(record: Mapping[str, Any], now: datetime) -> Report | None:
    status, identity = str(record.get("status", "")).lower(), str(record.get("message_id"))
    at = iso_moment(record.get("date_finalized")) or iso_moment(record.get("date_received")) or now
    if status not in _EVENTS:
        return None
    code = str(record.get("error_code") or "") or None
    words = without_personal_data(record.get("error_code_description")) or None
    return Report(f"{identity}:{status}", identity, _EVENTS[status], at, code, words, DELIVERY_ERRORS.get(code or ""))
