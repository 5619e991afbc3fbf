"""OneSignal: push by the shop's own id of a customer; a 200 without an id means that nobody was reached."""

import time
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reengage_desktop.channels.answers import fields_of, unix_moment
from reengage_desktop.channels.errors import Limit, Table, Unclear, ask, outcome, refused, without_personal_data
from reengage_desktop.channels.protocol import Capabilities, Pending, Pulled, PullFailed, Report
from reengage_desktop.channels.rounds import go_on, told_by
from reengage_desktop.channels.trials import TestResult, answered, works
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Accepted, AccountCause, Outcome, Refusal, Rejected, Uncertain
from reengage_desktop.domain.vocabulary import EventKind
from reengage_desktop.transport import Answer, HttpClient, Request

_TEST_S = 20.0
_KEY_WINDOW_S = 30 * 24 * 3600
_KEYS = uuid.UUID("5b1c9a52-7c0e-4c3a-9a39-6d0b1f6a8d11")

ERRORS: Table = {
    "400": Refusal.CONTENT,
    "401": AccountCause.CREDENTIALS,
    "403": AccountCause.CREDENTIALS,
    "404": AccountCause.CONFIGURATION,
    # The key is known with another body: an earlier request did arrive.
    "409": Unclear(),
    "429": Limit(),
}
"""HTTP statuses: OneSignal gives no codes of its own."""


@dataclass(frozen=True)
class OneSignalAccount:
    """The owner's app at OneSignal."""

    app_id: str
    api_key: str
    base_url: str = "https://api.onesignal.com"


class OneSignalChannel:
    """Push messages to whoever subscribed in the shop's app or web site."""

    name = "onesignal"
    capabilities = Capabilities(idempotency_window_s=_KEY_WINDOW_S, pulls_status=True, calls_at_once=4)

    def __init__(self, account: OneSignalAccount, client: HttpClient | None = None) -> None:
        self._app_id = account.app_id
        self._client = client or HttpClient(account.base_url, {"Authorization": f"Key {account.api_key}"})

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        """Hand one message over; never raises for what OneSignal or the network can do."""
        answer = ask(self._client, Request("POST", "/notifications", json=self._body(message)), deadline)
        return _read(answer, message) if isinstance(answer, Answer) else answer

    def pull(
        self, cursor: str | None, now: datetime, pending: Sequence[Pending], deadline: float
    ) -> Pulled | PullFailed:
        """What became of the messages still open."""

        def look(message: Pending) -> list[Report] | Pulled | PullFailed:
            path = f"/notifications/{message.provider_id}"
            answer = ask(self._client, Request("GET", path, query={"app_id": self._app_id}), deadline)
            if isinstance(answer, Answer) and answer.status == 404:
                return []  # OneSignal keeps a message for 30 days
            said = told_by("OneSignal", answer, _read)
            return said if isinstance(said, Pulled | PullFailed) else _reports(said, message, now)

        return go_on(cursor, now, pending, [], look)

    def test(self) -> TestResult:
        """Whether app and key work; sends nothing."""
        query = {"app_id": self._app_id, "limit": "1"}
        answer = ask(self._client, Request("GET", "/notifications", query=query), time.monotonic() + _TEST_S)
        good = answered("OneSignal", answer, _read)
        return good if isinstance(good, TestResult) else works("Works: OneSignal knows the app and the key.")

    def close(self) -> None:
        """Let go of connections."""
        self._client.close()

    def _body(self, message: Outgoing) -> dict[str, object]:
        content = message.content
        body: dict[str, object] = {
            "app_id": self._app_id,
            "target_channel": "push",
            "include_aliases": {"external_id": [message.address]},
            # English is what a device gets whose language is not named; the text itself is in the customer's own.
            "contents": {"en": content.text},
            "idempotency_key": str(uuid.uuid5(_KEYS, message.reference)),
        }
        if content.subject:
            body["headings"] = {"en": content.subject}
        return body


def _read(answer: Answer, message: Outgoing | None) -> Outcome:
    fields = fields_of(answer)
    errors = fields.get("errors")
    words = without_personal_data(errors[0] if isinstance(errors, list) and errors else "", message)
    if message is not None:
        words = words.replace(message.address, "…")
    if not answer.is_success:
        return refused(answer, ERRORS, str(answer.status), words)
    if not fields:
        return Uncertain("OneSignal's answer could not be read.")
    if isinstance(errors, dict) and errors.get("invalid_aliases"):
        return Rejected(Refusal.INVALID_ADDRESS, None, "OneSignal knows no device of this customer's.")
    if fields.get("id") == "":
        return outcome(Refusal.OPTED_OUT, None, words or "No device of this customer's is subscribed any more.")
    return Accepted(fields["id"] if isinstance(fields.get("id"), str) else None)


def _reports(said: Mapping[str, Any], message: Pending, now: datetime) -> list[Report]:
    """Counts of a message to one customer: whether it came through, failed, was clicked."""
    ended = said.get("completed_at")
    at = unix_moment(ended) or now
    counts = (("successful", EventKind.DELIVERED), ("converted", EventKind.CLICKED))
    reports = [
        Report(f"{message.provider_id}:{name}", message.provider_id, kind, at)
        for name, kind in counts
        if isinstance(said.get(name), int) and said[name] > 0
    ]
    failed = [said.get(name) for name in ("failed", "errored")]
    if not reports and any(isinstance(count, int) and count > 0 for count in failed):
        reports.append(Report(f"{message.provider_id}:failed", message.provider_id, EventKind.FAILED, at))
    return reports
