"""Vapi: calls by a synthetic voice that says so first; how each ended and what was said is asked call by call."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from reengage_desktop.channels.answers import fields_of, iso_moment
from reengage_desktop.channels.call_ends import Ended, how_it_ended
from reengage_desktop.channels.errors import ask, outcome, refused, without_personal_data
from reengage_desktop.channels.protocol import (
    CallResult,
    Capabilities,
    Conversation,
    Pending,
    Pulled,
    PullFailed,
    Report,
)
from reengage_desktop.channels.rounds import go_on, told_by
from reengage_desktop.channels.trials import TestKind, TestResult, answered, found, text_of, works
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Accepted, AccountCause, NotSent, Outcome, Refusal, Rejected, Uncertain
from reengage_desktop.domain.vocabulary import EventKind
from reengage_desktop.transport import Answer, HttpClient, Request

_TEST_S = 20.0
_LINES = 8  # of the ten that every account has: two stay free for customers who call
_LONGEST_NAME = 40
_MOST_LISTED = 1_000
_MARGIN = timedelta(minutes=30)
_READING = timedelta(minutes=5)
_LONGEST_REASON = 120
_OPENINGS = {
    "en": "Hello, this is {shop}. You are speaking with an artificial voice, not with a person.",
    "de": "Guten Tag, hier ist {shop}. Sie sprechen mit einer künstlichen Stimme, nicht mit einem Menschen.",
}
_ASKED = {
    "type": "object",
    "properties": {
        "result": {
            "type": "string",
            "enum": [result.value for result in CallResult],
            "description": (
                "stop: the customer wants no more calls or messages. wrong_person: this number belongs to somebody "
                "else. interested: the customer said yes to the offer or asked for more. not_now: a friendly no. "
                "unclear: anything else, or nobody spoke."
            ),
        }
    },
    "required": ["result"],
}


@dataclass(frozen=True)
class VapiAccount:
    """The owner's assistant and number at Vapi, and the shop's name that the voice says."""

    api_key: str
    assistant_id: str
    phone_number_id: str
    shop: str
    base_url: str = "https://api.vapi.ai"


class VapiChannel:
    """Calls from one number by one assistant."""

    name = "vapi"
    capabilities = Capabilities(
        sends_name=True,
        can_look_up=True,
        settling_s=120,
        pulls_status=True,
        pulls_opt_outs=True,
        rate_per_minute=10,
        most_under_way=_LINES,
    )

    def __init__(self, account: VapiAccount, client: HttpClient | None = None) -> None:
        self._account = account
        self._client = client or HttpClient(account.base_url, {"Authorization": f"Bearer {account.api_key}"})

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        """Order one call; never raises for what Vapi or the network can do."""
        if not message.content.text.strip():
            return Rejected(Refusal.CONTENT, None, "The script is empty.")
        answer = ask(self._client, Request("POST", "/call", json=self._body(message)), deadline)
        return _read(answer, message) if isinstance(answer, Answer) else answer

    def find(self, message: Outgoing, attempted_ago: timedelta, deadline: float) -> Outcome | None:
        """Whether a call of that time bears our reference as its name; see SupportsLookup."""
        answer = ask(self._client, Request("GET", "/phone-number", query={"limit": "1"}), deadline)
        now = answer.said_at if isinstance(answer, Answer) else None  # Vapi's own: two clocks never agree
        if now is None:
            return None
        since = (now - attempted_ago - _MARGIN).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        query = {
            "createdAtGe": since,
            "phoneNumberId": self._account.phone_number_id,
            "limit": str(_MOST_LISTED),
        }
        listing = ask(self._client, Request("GET", "/call", query=query), deadline)
        calls = listing.json() if isinstance(listing, Answer) and listing.is_success else None
        if not isinstance(calls, list):
            return None
        for call in calls:
            if isinstance(call, dict) and call.get("name") == message.reference[:_LONGEST_NAME]:
                return Accepted(call["id"] if isinstance(call.get("id"), str) and call["id"] else None)
        return NotSent("Vapi was asked and has no such call.") if len(calls) < _MOST_LISTED else None

    def pull(
        self, cursor: str | None, now: datetime, pending: Sequence[Pending], deadline: float
    ) -> Pulled | PullFailed:
        """How the calls still open ended, and what was said."""
        said: list[Conversation] = []

        def look(message: Pending) -> list[Report] | Pulled | PullFailed:
            answer = ask(self._client, Request("GET", f"/call/{message.provider_id}"), deadline)
            if isinstance(answer, Answer) and answer.status == 404:
                return []  # taken off Vapi's list by the owner
            call = told_by("Vapi", answer, _read)
            if isinstance(call, Pulled | PullFailed):
                return call
            if call.get("status") != "ended" or call.get("id") != message.provider_id:
                return []
            if _is_being_read(call, now):
                return []
            if _was_spoken(call):
                said.append(_conversation(call, now))
            return [_report(call, now)]

        page = go_on(cursor, now, pending, [], look)
        if isinstance(page, PullFailed):
            return page
        return Pulled(
            reports=page.reports, conversations=tuple(said), cursor=page.cursor, more=page.more, note=page.note
        )

    def test(self) -> TestResult:
        """Whether the key works and knows the assistant and the number; calls nobody."""
        deadline = time.monotonic() + _TEST_S
        known: dict[str, Mapping[str, Any]] = {}
        for path, what in (
            (f"/assistant/{self._account.assistant_id}", "assistant"),
            (f"/phone-number/{self._account.phone_number_id}", "phone number"),
        ):
            answer = ask(self._client, Request("GET", path), deadline)
            if isinstance(answer, Answer) and answer.status == 404:
                return found(TestKind.UNKNOWN_ID, f"Vapi knows the key, but no {what} with this id.", what=what)
            good = answered("Vapi", answer, _read)
            if isinstance(good, TestResult):
                return good
            known[what] = fields_of(good)
        account, sender = text_of(known["assistant"].get("name")), text_of(known["phone number"].get("number"))
        words = "Works: Vapi knows the key, the assistant and the phone number."
        return works(words, account=account, sender=sender)

    def close(self) -> None:
        """Let go of connections."""
        self._client.close()

    def _body(self, message: Outgoing) -> dict[str, object]:
        content, shop = message.content, self._account.shop
        opening = _OPENINGS.get((content.language or "en")[:2], _OPENINGS["en"]).format(shop=shop)
        name = (message.customer_name or "").strip()
        customer = {"number": message.address}
        if name:
            customer["name"] = name[:_LONGEST_NAME]
        return {
            "assistantId": self._account.assistant_id,
            "phoneNumberId": self._account.phone_number_id,
            "name": message.reference[:_LONGEST_NAME],
            "customer": customer,
            "assistantOverrides": {
                "firstMessage": f"{opening} {content.text.strip()}",
                "firstMessageMode": "assistant-speaks-first",
                "variableValues": {"customer_name": name, "shop_name": shop, "script": content.text},
                "analysisPlan": {
                    "summaryPlan": {"enabled": True},
                    "structuredDataPlan": {"enabled": True, "schema": _ASKED},
                },
            },
        }


def _read(answer: Answer, message: Outgoing | None) -> Outcome:
    fields = fields_of(answer)
    said = fields.get("message")
    first = said[0] if isinstance(said, list) and said else said
    words = without_personal_data(first, message)
    if answer.status == 400:
        # Vapi gives no codes: it names the field that it does not like. All but the number is the owner's set-up.
        is_number = isinstance(first, str) and first.startswith("customer.number")
        verdict = Refusal.INVALID_ADDRESS if is_number else AccountCause.CONFIGURATION
        return outcome(verdict, "400", words or "Vapi did not take the call.")
    if not answer.is_success:
        return refused(answer, {}, str(answer.status), words)
    if not fields:
        return Uncertain("Vapi's answer could not be read.")
    return Accepted(fields["id"] if isinstance(fields.get("id"), str) and fields["id"] else None)


def _is_being_read(call: Mapping[str, Any], now: datetime) -> bool:
    """Whether Vapi may still be working out what was said: it tells that a little after the end."""
    ended = iso_moment(call.get("endedAt"))
    is_read = bool(_object(call, "analysis")) or not call.get("startedAt")
    return not is_read and ended is not None and now - ended < _READING


def _was_spoken(call: Mapping[str, Any]) -> bool:
    """Whether a person spoke with the voice, also where the line broke before the end; an answering machine is none."""
    end = how_it_ended(str(call.get("endedReason") or "")[:_LONGEST_REASON])
    has_words = bool(_object(call, "analysis")) or bool(_words(_object(call, "artifact"), "transcript"))
    return end is Ended.CONNECTED or (end is Ended.FAULT and has_words)


def _report(call: Mapping[str, Any], now: datetime) -> Report:
    identity, reason = str(call["id"]), str(call.get("endedReason") or "")[:_LONGEST_REASON]
    end = how_it_ended(reason)
    at = iso_moment(call.get("endedAt")) or now
    kind = EventKind.DELIVERED if end is Ended.CONNECTED else EventKind.FAILED
    refusal = Refusal.INVALID_ADDRESS if end is Ended.WRONG_NUMBER else None
    cause = AccountCause.BALANCE if end is Ended.ACCOUNT else None
    return Report(f"{identity}:ended", identity, kind, at, reason or None, end.sentence, refusal, cause)


def _conversation(call: Mapping[str, Any], now: datetime) -> Conversation:
    identity = str(call["id"])
    analysis, artifact = _object(call, "analysis"), _object(call, "artifact")
    result = str(_object(analysis, "structuredData").get("result"))
    started, ended = iso_moment(call.get("startedAt")), iso_moment(call.get("endedAt"))
    seconds = int((ended - started).total_seconds()) if started and ended else 0
    cost = call.get("cost")
    return Conversation(
        event_id=f"{identity}:said",
        provider_id=identity,
        at=ended or now,
        result=CallResult(result) if result in set(CallResult) else CallResult.UNCLEAR,
        summary=_words(analysis, "summary"),
        transcript=_words(artifact, "transcript") or _words(call, "transcript"),
        recording_url=_link(artifact, "recordingUrl") or _link(call, "recordingUrl"),
        seconds=max(0, seconds),
        cost_usd=float(cost) if isinstance(cost, int | float) and 0 <= cost < 1_000_000 else None,
    )


def _object(fields: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = fields.get(name)
    return found if isinstance(found, dict) else {}


def _words(fields: Mapping[str, Any], name: str) -> str:
    found = fields.get(name)
    return found.strip()[:50_000] if isinstance(found, str) else ""


def _link(fields: Mapping[str, Any], name: str) -> str:
    found = _words(fields, name)
    return found if found.startswith("https://") and len(found) <= 2_000 else ""
