"""Google Wallet: a message on a customer's own pass; three a day make a sound, further ones arrive in silence."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from reengage_desktop.channels.answers import fields_of, listed
from reengage_desktop.channels.errors import Limit, Table, Unclear, refused, without_personal_data
from reengage_desktop.channels.google import GoogleClient, ServiceAccount, not_asked
from reengage_desktop.channels.protocol import Capabilities
from reengage_desktop.channels.trials import TestKind, TestResult, answered, found, works
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Accepted, AccountCause, NotSent, Outcome, Refusal, Rejected, Uncertain
from reengage_desktop.transport import Answer, HttpClient, Request

PUBLIC_URL = "https://walletobjects.googleapis.com"
_SCOPE = "https://www.googleapis.com/auth/wallet_object.issuer"
_HOME = "/walletobjects/v1"
_TEST_S = 20.0
# The cap of a single pass, three sounding messages in 24 hours: as it is answered, and as Google's guide names it.
_CAP, _CAP_BY_NAME = "walletobjects/quotaExceeded", "QuotaExceededException"
_NO_PASS = "The customer has no such pass on her phone any more."  # noqa: S105 - no secret

ERRORS: Table = {
    "UNAUTHENTICATED": AccountCause.CREDENTIALS,
    "PERMISSION_DENIED": AccountCause.PERMISSION,
    "NOT_FOUND": Refusal.INVALID_ADDRESS,
    "INVALID_ARGUMENT": Refusal.CONTENT,
    "RESOURCE_EXHAUSTED": Limit(),
    "INTERNAL": Unclear(),
    "UNAVAILABLE": Unclear(),
    _CAP: Refusal.CAPPED,
    "rateLimitExceeded": Limit(),
    "userRateLimitExceeded": Limit(),
    "quotaExceeded": Limit(daily=True),
    "dailyLimitExceeded": Limit(daily=True),
}
"""Statuses in Google's answer to a message on a pass, then its reasons."""


@dataclass(frozen=True)
class WalletAccount:
    """The owner's issuer at Google Wallet."""

    issuer_id: str
    service_account: str
    base_url: str = PUBLIC_URL


class GoogleWalletChannel:
    """Messages on loyalty passes; a customer's address is her pass's object id."""

    name = "google_wallet"
    capabilities = Capabilities(can_look_up=True, settling_s=30, calls_at_once=4)

    def __init__(self, account: WalletAccount, client: HttpClient | None = None) -> None:
        self._issuer_id = account.issuer_id
        service = ServiceAccount(account.service_account, _SCOPE, PUBLIC_URL, account.base_url)
        self._client = GoogleClient(service, client)

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        """Hand one message over; never raises for what Google or the network can do.

        A pass that nobody has saved is left alone. Where the day's three sounding messages are used up, the message
        goes silently.
        """
        seen = self._pass(message, deadline)
        if not isinstance(seen, Answer):
            return not_asked(seen)
        if not seen.is_success:
            return not_asked(_read(seen, message))
        if fields_of(seen).get("hasUsers") is False:
            return Rejected(Refusal.INVALID_ADDRESS, None, _NO_PASS, words_stayed=True)
        result = self._put(message, "TEXT_AND_NOTIFY", deadline)
        if isinstance(result, Rejected) and result.refusal is Refusal.CAPPED:
            return self._put(message, "TEXT", deadline)
        return result

    def find(
        self,
        message: Outgoing,
        attempted_ago: timedelta,  # noqa: ARG002 - our reference is the message's own id
        deadline: float,
    ) -> Outcome | None:
        """Whether the pass shows our message; see SupportsLookup."""
        seen = self._pass(message, deadline)
        if not isinstance(seen, Answer) or not seen.is_success or not fields_of(seen):
            return None
        if any(shown.get("id") == message.reference for shown in listed(fields_of(seen), "messages")):
            return Accepted(message.reference)
        return NotSent("The pass shows no such message.")

    def test(self) -> TestResult:
        """Whether issuer and service account work; sends nothing."""
        query = {"issuerId": self._issuer_id, "maxResults": "1"}
        request = Request("GET", f"{_HOME}/loyaltyClass", query=query)
        answer = self._client.ask(request, time.monotonic() + _TEST_S)
        good = answered("Google Wallet", answer, _read)
        if isinstance(good, TestResult):
            return good
        if not listed(fields_of(good), "resources"):
            words = "Google Wallet knows the issuer, but it has no loyalty pass yet."
            return found(TestKind.NO_TEMPLATE, words, account=self._issuer_id)
        return works("Works: Google Wallet knows the issuer and its loyalty passes.", account=self._issuer_id)

    def close(self) -> None:
        """Let go of connections."""
        self._client.close()

    def _object(self, message: Outgoing) -> str:
        known = message.address if "." in message.address else f"{self._issuer_id}.{message.address}"
        return f"{_HOME}/loyaltyObject/{quote(known, safe='.')}"

    def _pass(self, message: Outgoing, deadline: float) -> Answer | Outcome:
        return self._client.ask(Request("GET", self._object(message)), deadline)

    def _put(self, message: Outgoing, kind: str, deadline: float) -> Outcome:
        content = message.content
        said = {"header": content.subject or "", "body": content.text, "id": message.reference, "messageType": kind}
        path = f"{self._object(message)}/addMessage"
        answer = self._client.ask(Request("POST", path, json={"message": said}), deadline)
        return _read(answer, message) if isinstance(answer, Answer) else answer


def _read(answer: Answer, message: Outgoing | None) -> Outcome:
    fields = fields_of(answer)
    error = fields.get("error")
    if isinstance(error, dict) or not answer.is_success:
        said = error if isinstance(error, dict) else {}
        return refused(answer, ERRORS, _code(said), without_personal_data(said.get("message"), message))
    if not fields:
        return Uncertain("Google Wallet's answer could not be read.")
    return Accepted(message.reference if message else None)


def _code(error: Mapping[str, Any]) -> str:
    """Google's own reason where our table has it, else its status: a cap comes with 403, or with a limit's 429."""
    told = [_CAP] if _CAP_BY_NAME in str(error.get("message")) else []
    for each in listed(error, "errors"):
        told += [f"{each.get('domain')}/{each.get('reason')}", str(each.get("reason"))]
    return next((reason for reason in told if reason in ERRORS), str(error.get("status") or ""))
