"""Firebase Cloud Messaging: push to one installed app by its token; a token that died says so when it is used."""

import time
from dataclasses import dataclass

from reengage_desktop.channels.answers import fields_of, listed
from reengage_desktop.channels.errors import Limit, Table, Unclear, refused, without_personal_data
from reengage_desktop.channels.google import GoogleClient, ServiceAccount
from reengage_desktop.channels.protocol import Capabilities
from reengage_desktop.channels.trials import TestResult, said_no, unreachable, works
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Accepted, AccountCause, Outcome, Refusal, Rejected, Uncertain
from reengage_desktop.transport import Answer, HttpClient, Request

PUBLIC_URL = "https://fcm.googleapis.com"
_SCOPE = "https://www.googleapis.com/auth/firebase.messaging"
_TEST_S = 20.0
_MAX_BYTES = 4096
# A token that no device has: Google checks everything else before it.
_NO_DEVICE = "no-device-has-this-token"

ERRORS: Table = {
    "INVALID_ARGUMENT": Refusal.CONTENT,
    "UNAUTHENTICATED": AccountCause.CREDENTIALS,
    "THIRD_PARTY_AUTH_ERROR": AccountCause.CREDENTIALS,
    "PERMISSION_DENIED": AccountCause.PERMISSION,
    "SENDER_ID_MISMATCH": Refusal.INVALID_ADDRESS,
    "UNREGISTERED": Refusal.INVALID_ADDRESS,
    "QUOTA_EXCEEDED": Limit(),
    "RESOURCE_EXHAUSTED": Limit(),
    "INTERNAL": Unclear(),
    "UNAVAILABLE": Unclear(),
}
"""Error codes of Firebase, then statuses of Google's."""


@dataclass(frozen=True)
class FcmAccount:
    """The owner's project at Firebase."""

    project_id: str
    service_account: str
    base_url: str = PUBLIC_URL


class FcmChannel:
    """Push messages to the shop's own app."""

    name = "fcm"
    capabilities = Capabilities(calls_at_once=8)

    def __init__(self, account: FcmAccount, client: HttpClient | None = None) -> None:
        self._project = account.project_id
        self._path = f"/v1/projects/{account.project_id}/messages:send"
        service = ServiceAccount(account.service_account, _SCOPE, PUBLIC_URL, account.base_url)
        self._client = GoogleClient(service, client)

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        """Hand one message over; never raises for what Google or the network can do."""
        body = _body(message)
        if len(str(body).encode()) > _MAX_BYTES:
            return Rejected(Refusal.CONTENT, None, "The message is too long for a push message.")
        answer = self._client.ask(Request("POST", self._path, json=body), deadline)
        return _read(answer, message) if isinstance(answer, Answer) else answer

    def test(self) -> TestResult:
        """Whether project and service account work, by a message that Google only checks; sends nothing."""
        trial = {"validateOnly": True, "message": {"token": _NO_DEVICE, "notification": {"title": "x", "body": "x"}}}
        answer = self._client.ask(Request("POST", self._path, json=trial), time.monotonic() + _TEST_S)
        if not isinstance(answer, Answer):
            return unreachable("Firebase", answer)
        code = _code(fields_of(answer).get("error"))
        if answer.is_success or code in ("INVALID_ARGUMENT", "UNREGISTERED", "NOT_FOUND"):
            return works("Works: Firebase knows the project and the service account.", account=self._project)
        return said_no("Firebase", _read(answer, None))

    def close(self) -> None:
        """Let go of connections."""
        self._client.close()


def _body(message: Outgoing) -> dict[str, object]:
    content = message.content
    notification = {"title": content.subject or "", "body": content.text}
    return {"message": {"token": message.address, "notification": notification, "data": {"rid": message.reference}}}


def _read(answer: Answer, message: Outgoing | None) -> Outcome:
    fields = fields_of(answer)
    error = fields.get("error")
    if isinstance(error, dict) or not answer.is_success:
        words = without_personal_data(error.get("message") if isinstance(error, dict) else "", message)
        if message is not None:
            words = words.replace(message.address, "…")
        return refused(answer, ERRORS, _code(error), words)
    if not fields:
        return Uncertain("Firebase's answer could not be read.")
    return Accepted(fields["name"] if isinstance(fields.get("name"), str) and fields["name"] else None)


def _code(error: object) -> str | None:
    """Firebase's own code where there is one, else Google's status."""
    if not isinstance(error, dict):
        return None
    for detail in listed(error, "details"):
        if str(detail.get("@type", "")).endswith("FcmError") and detail.get("errorCode"):
            return str(detail["errorCode"])
    return str(error["status"]) if error.get("status") else None
