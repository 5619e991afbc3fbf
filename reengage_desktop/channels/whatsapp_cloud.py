"""WhatsApp through Meta's Cloud API: approved templates, and free words to whoever wrote lately.

Decided by Meta's error codes, never by its statuses.
"""

import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reengage_desktop.channels.answers import fields_of, unix_moment
from reengage_desktop.channels.errors import Limit, Table, Unclear, ask, refused, without_personal_data
from reengage_desktop.channels.protocol import (
    ApprovedTemplate,
    Capabilities,
    Pending,
    Pulled,
    PullFailed,
    Report,
)
from reengage_desktop.channels.rounds import go_on
from reengage_desktop.channels.trials import TestKind, TestResult, answered, found, said_no, text_of, works
from reengage_desktop.domain.messages import Content, Outgoing
from reengage_desktop.domain.outcomes import Accepted, AccountCause, BadAccount, Outcome, Refusal, Rejected, Uncertain
from reengage_desktop.domain.vocabulary import EventKind
from reengage_desktop.transport import Answer, HttpClient, Request

_TEST_S = 20.0
_MOST_PAGES = 10
_LONGEST_TEXT = 4096
_NOT_OFFERED = "Meta does not say here what became of messages: they stay at “sent”, and nothing is wrong with that."

_PERMISSIONS: Table = {str(code): AccountCause.PERMISSION for code in (3, 10, *range(200, 300))}
_TEMPLATE_FAULTS: Table = {
    str(code): Refusal.TEMPLATE for code in (132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016)
}

ERRORS: Table = {
    **_PERMISSIONS,
    **_TEMPLATE_FAULTS,
    "0": AccountCause.CREDENTIALS,
    "1": Unclear(),
    "2": Limit(retry_after_s=60),
    "4": Limit(),
    "33": AccountCause.SENDER,
    "100": Refusal.CONTENT,
    "190": AccountCause.CREDENTIALS,
    "368": AccountCause.PERMISSION,
    "80007": Limit(),
    "130429": Limit(),
    "130472": Refusal.NOT_ALLOWED,
    "130497": Refusal.NOT_ALLOWED,
    "131000": Unclear(),
    "131005": AccountCause.PERMISSION,
    "131008": Refusal.CONTENT,
    "131009": Refusal.CONTENT,
    "131016": Limit(retry_after_s=60),
    "131026": Refusal.INVALID_ADDRESS,
    "131030": AccountCause.CONFIGURATION,
    "131031": AccountCause.PERMISSION,
    "131042": AccountCause.BALANCE,
    "131047": Refusal.WINDOW,
    # Too many of this number's messages were reported as spam: going on would cost the owner the number.
    "131048": AccountCause.PERMISSION,
    "131049": Refusal.CAPPED,
    "131050": Refusal.OPTED_OUT,
    "131051": Refusal.CONTENT,
    "131056": Limit(retry_after_s=60),
    "131057": Limit(retry_after_s=600),
    "131063": AccountCause.CONFIGURATION,
    "133010": AccountCause.SENDER,
    "133016": Limit(retry_after_s=3600),
}
"""Codes in Meta's answer to a message."""

_EVENTS: Mapping[str, EventKind] = {
    "DELIVERED": EventKind.DELIVERED,
    "READ": EventKind.OPENED,
    "FAILED": EventKind.FAILED,
}


@dataclass(frozen=True)
class WhatsAppAccount:
    """The owner's number at Meta."""

    phone_number_id: str
    access_token: str
    business_account_id: str = ""
    api_version: str = "v23.0"
    base_url: str = "https://graph.facebook.com"


class WhatsAppCloudChannel:
    """Messages from one WhatsApp number."""

    name = "whatsapp_cloud"
    capabilities = Capabilities(
        pulls_status=True, needs_template=True, rate_per_minute=4_800, calls_at_once=8, blocked_prefixes=("+1",)
    )

    def __init__(self, account: WhatsAppAccount, client: HttpClient | None = None) -> None:
        self._account = account
        self._client = client or HttpClient(account.base_url, {"Authorization": f"Bearer {account.access_token}"})
        self._home = f"/{account.api_version}/{account.phone_number_id}"

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        """Hand one message over; never raises for what Meta or the network can do."""
        refusal = _refusal(message)
        if refusal is not None:
            return refusal
        answer = ask(self._client, Request("POST", f"{self._home}/messages", json=_body(message)), deadline)
        return _read(answer, message) if isinstance(answer, Answer) else answer

    def pull(
        self,
        cursor: str | None,
        now: datetime,
        pending: Sequence[Pending],
        deadline: float,
    ) -> Pulled | PullFailed:
        """What became of the next messages after the one in the cursor; a note where Meta doesn't say."""
        return go_on(cursor, now, pending, [], lambda message: self._history(message.provider_id, now, deadline))

    def test(self) -> TestResult:
        """Whether the token works, the number is known and templates are approved; sends nothing."""
        deadline = time.monotonic() + _TEST_S
        query = {"fields": "id,display_phone_number,verified_name,quality_rating"}
        answer = ask(self._client, Request("GET", self._home, query=query), deadline)
        if isinstance(answer, Answer) and "error" in fields_of(answer):
            return said_no("Meta", _read(answer, None))
        good = answered("Meta", answer, _read)
        if isinstance(good, TestResult):
            return good
        said = fields_of(good)
        name, number = text_of(said.get("verified_name")), text_of(said.get("display_phone_number"))
        figures = {"account": name, "sender": number, "quality": text_of(said.get("quality_rating"))}
        approved = self._approved_templates(deadline)
        if approved == 0:
            words = "Meta knows the number, but has approved no template of it yet."
            return found(TestKind.NO_TEMPLATE, words, **figures)
        known = f"Works: Meta knows the number{f' as “{name}”' if name else ''}"
        words = f"{known} and has approved {approved} templates." if approved else f"{known}."
        return works(words, **figures, templates=approved)

    def close(self) -> None:
        """Let go of connections."""
        self._client.close()

    def list_templates(self, deadline: float) -> list[ApprovedTemplate] | PullFailed:
        """All wordings of the business account, approved or not; see SupportsTemplates."""
        if not self._account.business_account_id:
            return PullFailed("Meta lists templates by the business account: fill in “business_account_id”.")
        path = f"/{self._account.api_version}/{self._account.business_account_id}/message_templates"
        after, found = "", list[ApprovedTemplate]()
        for _ in range(_MOST_PAGES):
            query = {"fields": "name,status,language,components", "limit": "100"} | ({"after": after} if after else {})
            answer = ask(self._client, Request("GET", path, query=query), deadline)
            if not isinstance(answer, Answer):
                return PullFailed(answer.detail)
            said = fields_of(answer)
            if not answer.is_success or not isinstance(said.get("data"), list):
                return PullFailed(getattr(_read(answer, None), "detail", "") or "Meta's answer could not be read.")
            found += [_template(entry) for entry in _listed(said) if isinstance(entry.get("name"), str)]
            after = _next_page(said)
            if not after:
                break
        return found

    def _approved_templates(self, deadline: float) -> int | None:
        told = self.list_templates(deadline) if self._account.business_account_id else None
        return len([each for each in told if each.is_approved]) if isinstance(told, list) else None

    def _history(self, provider_id: str, now: datetime, deadline: float) -> list[Report] | Pulled | PullFailed:
        query = {
            "message_id": provider_id,
            "fields": "id,message_id,events{id,delivery_status,timestamp,error_description}",
        }
        answer = ask(self._client, Request("GET", f"{self._home}/message_history", query=query), deadline)
        if not isinstance(answer, Answer):
            return PullFailed(answer.detail)
        said = answer.json()
        if not answer.is_success or not isinstance(said, dict) or "error" in said:
            result = _read(answer, None)
            if isinstance(result, Rejected) or (isinstance(result, BadAccount) and result.code != "190"):
                return Pulled(note=_NOT_OFFERED)
            return PullFailed(getattr(result, "detail", ""))
        return [report for entry in _listed(said) for report in _reports(entry, provider_id, now)]


def _refusal(message: Outgoing) -> Rejected | None:
    content = message.content
    if message.address.startswith("+1"):
        return Rejected(Refusal.NOT_ALLOWED, None, "WhatsApp blocks marketing messages to numbers that begin with +1.")
    if message.may_be_free and not content.template_name:
        return _unfit(content.text)
    if not content.template_name or not content.language:
        words = "WhatsApp needs the name and language of a template that Meta has approved; this message has none."
        return Rejected(Refusal.TEMPLATE, None, words)
    if not all(value.strip() for value in content.parameters):
        return Rejected(Refusal.TEMPLATE, None, "A field of the approved template is empty for this customer.")
    return None


def _unfit(text: str) -> Rejected | None:
    """What keeps free words from going."""
    if not text.strip():
        return Rejected(Refusal.CONTENT, None, "The message is empty.")
    if len(text) > _LONGEST_TEXT:
        return Rejected(Refusal.CONTENT, None, f"The message has more than {_LONGEST_TEXT} characters.")
    return None


def _body(message: Outgoing) -> dict[str, object]:
    content = message.content
    to: dict[str, object] = {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": message.address.removeprefix("+"),
        "biz_opaque_callback_data": message.reference,
    }
    if not content.template_name:
        return {**to, "type": "text", "text": {"body": content.text, "preview_url": False}}
    return {**to, "type": "template", "template": _template_of(content)}


def _template_of(content: Content) -> dict[str, object]:
    template: dict[str, object] = {
        "name": content.template_name,
        "language": {"code": content.language, "policy": "deterministic"},
    }
    if content.parameters:
        # Meta refuses line breaks and runs of spaces in a field.
        fields = [{"type": "text", "text": " ".join(value.split())} for value in content.parameters]
        template["components"] = [{"type": "body", "parameters": fields}]
    return template


def _read(answer: Answer, message: Outgoing | None) -> Outcome:
    said = answer.json()
    fields = said if isinstance(said, dict) else {}
    error = fields.get("error")
    if isinstance(error, dict):
        return _refused(answer, error, message)
    if not answer.is_success:
        return refused(answer, ERRORS, None, "")
    if not fields:
        return Uncertain("Meta's answer could not be read.")
    sent = fields.get("messages")
    first = sent[0] if isinstance(sent, list) and sent and isinstance(sent[0], dict) else {}
    return Accepted(first["id"] if isinstance(first.get("id"), str) and first["id"] else None)


def _refused(answer: Answer, error: Mapping[str, Any], message: Outgoing | None) -> Outcome:
    code = str(error.get("code", ""))
    if code == "100" and str(error.get("error_subcode", "")) == "33":
        code = "33"  # “no such object”: the number's id is wrong
    data = error.get("error_data")
    words = (data.get("details") if isinstance(data, dict) else None) or error.get("message")
    if code not in ERRORS and answer.is_success:
        return Uncertain(without_personal_data(words, message) or "Meta's answer could not be read.")
    return refused(answer, ERRORS, code or None, without_personal_data(words, message))


def _listed(said: object) -> list[Mapping[str, Any]]:
    data = said.get("data") if isinstance(said, dict) else None
    return [entry for entry in data if isinstance(entry, dict)] if isinstance(data, list) else []


def _next_page(said: Mapping[str, Any]) -> str:
    paging = said.get("paging")
    cursors = paging.get("cursors") if isinstance(paging, dict) and paging.get("next") else None
    return text_of(cursors.get("after")) if isinstance(cursors, dict) else ""


def _template(entry: Mapping[str, Any]) -> ApprovedTemplate:
    parts = [part for part in entry.get("components") or () if isinstance(part, dict)]
    body = next((text_of(part.get("text")) for part in parts if part.get("type") == "BODY"), "")
    # A picture above the text, or a field in a heading or a button, would need a value that we don't give.
    others = [part for part in parts if part.get("type") != "BODY"]
    is_plain = not any(part.get("format") not in (None, "TEXT") or "{{" in str(part) for part in others)
    name = str(entry["name"])
    return ApprovedTemplate(
        name, name, text_of(entry.get("language")), body, entry.get("status") == "APPROVED", is_plain and bool(body)
    )


def _reports(entry: Mapping[str, Any], provider_id: str, now: datetime) -> list[Report]:
    if entry.get("message_id") != provider_id:
        return []
    return [report for event in _listed(entry.get("events")) if (report := _report(event, provider_id, now))]


def _report(event: Mapping[str, Any], provider_id: str, now: datetime) -> Report | None:
    kind, at = _EVENTS.get(str(event.get("delivery_status"))), unix_moment(event.get("timestamp")) or now
    if kind is None:
        return None
    words = str(event.get("error_description") or "")
    named = re.search(r"\b13\d{4}\b", words)  # a late failure names its code only in here
    code = named.group() if named else None
    verdict = ERRORS.get(code or "")
    refusal = verdict if isinstance(verdict, Refusal) else None
    detail = without_personal_data(words) or None
    return Report(f"{provider_id}:{kind}", provider_id, kind, at, code, detail, refusal)
