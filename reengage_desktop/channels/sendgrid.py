"""SendGrid: e-mail over HTTP with its own way out for the customer; its lists tell opt-outs, complaints and bounces."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

from reengage_desktop.channels.answers import fields_of, listed, unix_moment
from reengage_desktop.channels.errors import Limit, ask, outcome, refused, without_personal_data
from reengage_desktop.channels.letters import Letter, write_letter
from reengage_desktop.channels.mail import MailIdentity
from reengage_desktop.channels.protocol import Bounce, Capabilities, OptOut, Pending, Pulled, PullFailed
from reengage_desktop.channels.rounds import WITHOUT_LISTS, ReadPage, failed, go_on
from reengage_desktop.channels.trials import TestKind, TestResult, answered, found, whole_of, works
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Accepted, AccountCause, Outcome, Refusal, Rejected, Uncertain
from reengage_desktop.transport import LONGEST_WAIT_S, Answer, HttpClient, Request

_TEST_S = 20.0
_PAGE_SIZE = 500
_WAY_OUT_TAG = "[unsubscribe]"
_OPT_OUTS = {"unsubscribes": "unsubscribed at SendGrid", "spam_reports": "reported as spam"}
_BOUNCES = ("bounces", "invalid_emails")
_NOT_OFFERED = (
    "SendGrid does not show this key its lists of opt-outs and bounces; allow “Suppressions: read” to see them."
)


@dataclass(frozen=True)
class SendGridAccount:
    """The owner's key at SendGrid."""

    api_key: str
    base_url: str = "https://api.sendgrid.com"


class SendGridChannel:
    """E-mail from one verified sender."""

    name = "sendgrid"
    capabilities = Capabilities(sends_name=True, pulls_status=True, pulls_opt_outs=True, calls_at_once=8)

    def __init__(self, account: SendGridAccount, identity: MailIdentity, client: HttpClient | None = None) -> None:
        self._identity = identity
        self._client = client or HttpClient(account.base_url, {"Authorization": f"Bearer {account.api_key}"})

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        """Hand one message over; never raises for what SendGrid or the network can do."""
        letter = write_letter(message, self._identity)
        if isinstance(letter, Rejected):
            return letter
        request = Request("POST", "/v3/mail/send", json=_body(letter, message.reference))
        answer = ask(self._client, request, deadline)
        return _read(answer, message) if isinstance(answer, Answer) else answer

    def pull(
        self, cursor: str | None, now: datetime, pending: Sequence[Pending], deadline: float
    ) -> Pulled | PullFailed:
        """The next page of one of SendGrid's lists; what a single mail came to, SendGrid sells as an extra."""
        lists = [self._reader(name, now, deadline) for name in (*_OPT_OUTS, *_BOUNCES)]
        return go_on(cursor, now, pending, lists, None)

    def test(self) -> TestResult:
        """Whether the key may send; sends nothing."""
        deadline = time.monotonic() + _TEST_S
        good = answered("SendGrid", ask(self._client, Request("GET", "/v3/scopes"), deadline), _read)
        if isinstance(good, TestResult):
            return good
        scopes = fields_of(good).get("scopes")
        if not isinstance(scopes, list) or "mail.send" not in scopes:
            return found(TestKind.MAY_NOT_SEND, "SendGrid knows the key, but it may not send: allow “Mail Send”.")
        left = self._credits_left(deadline) if "user.credits.read" in scopes else None
        words = "" if left is None else f" {left} mails are left of what the plan allows."
        return works(f"Works: the key is good and may send.{words}", quota_left=left)

    def close(self) -> None:
        """Let go of connections."""
        self._client.close()

    def _credits_left(self, deadline: float) -> int | None:
        answer = ask(self._client, Request("GET", "/v3/user/credits"), deadline)
        is_told = isinstance(answer, Answer) and answer.is_success
        return whole_of(fields_of(answer).get("remain")) if is_told and isinstance(answer, Answer) else None

    def _reader(self, name: str, now: datetime, deadline: float) -> ReadPage:
        def read(after: str, since: datetime | None) -> Pulled | PullFailed:
            offset = int(after) if after.isdigit() else 0
            query = {"limit": str(_PAGE_SIZE), "offset": str(offset)}
            if since:
                query["start_time"] = str(int(since.timestamp()))
            answer = ask(self._client, Request("GET", f"/v3/suppression/{name}", query=query), deadline)
            if not isinstance(answer, Answer):
                return PullFailed(answer.detail)
            if answer.status in {403, *WITHOUT_LISTS}:
                return Pulled(note=_NOT_OFFERED)
            entries = answer.json()
            if not answer.is_success or not isinstance(entries, list):
                return failed("SendGrid", _read(answer, None))
            following = str(offset + len(entries)) if len(entries) >= _PAGE_SIZE else None
            return _page(name, [entry for entry in entries if isinstance(entry, dict)], following, now)

        return read


def _body(letter: Letter, reference: str) -> dict[str, object]:
    content = [{"type": "text/plain", "value": letter.text}]
    if letter.html:
        content.append({"type": "text/html", "value": letter.html})
    body: dict[str, object] = {
        "personalizations": [{"to": [_address(letter.recipient)], "custom_args": {"rid": reference}}],
        "from": _address(letter.sender),
        "subject": letter.subject,
        "content": content,
        # SendGrid's own way out answers the click; the tag keeps it from adding a second footer to ours.
        "tracking_settings": {"subscription_tracking": {"enable": True, "substitution_tag": _WAY_OUT_TAG}},
    }
    if letter.reply_to:
        body["reply_to"] = _address(letter.reply_to)
    return body


def _address(text: str) -> dict[str, str]:
    name, address = parseaddr(text)
    return {"email": address, "name": name} if name else {"email": address}


def _read(answer: Answer, message: Outgoing | None) -> Outcome:
    if answer.status == 202:
        return Accepted(answer.headers.get("X-Message-Id") or None)
    if answer.is_success:
        return Uncertain("SendGrid's answer could not be read.")
    errors = listed(fields_of(answer), "errors")
    field = str(errors[0].get("field") or "") if errors else ""
    words = without_personal_data(errors[0].get("message") if errors else "", message)
    if answer.status == 400:
        return outcome(_fault_of(field), field or None, words or "SendGrid refused the mail.")
    if answer.status == 406:
        return outcome(AccountCause.CONFIGURATION, "406", words or "SendGrid refused the request.")
    if answer.status == 429:
        return outcome(Limit(), "429", words or "SendGrid asks to wait.", answer.retry_after_s or _until_reset(answer))
    return refused(answer, {}, None, words)


def _fault_of(field: str) -> Refusal | AccountCause:
    """What a 400 is about: the address, the sender, or the mail itself."""
    if field.startswith("personalizations") and field.endswith("email"):
        return Refusal.INVALID_ADDRESS
    return AccountCause.SENDER if field.startswith("from") else Refusal.CONTENT


def _until_reset(answer: Answer) -> float | None:
    """The seconds until SendGrid's limit begins anew, by its own clock."""
    try:
        said_at = parsedate_to_datetime(answer.headers.get("Date", ""))
        left_s = float(answer.headers.get("X-RateLimit-Reset", "")) - said_at.timestamp()
        return min(max(0.0, left_s), LONGEST_WAIT_S)
    except (TypeError, ValueError, OverflowError):
        return None


def _page(name: str, entries: Sequence[Mapping[str, Any]], following: str | None, now: datetime) -> Pulled:
    opt_outs, bounces = [], []
    for entry in entries:
        address, created = entry.get("email"), entry.get("created")
        if not isinstance(address, str):
            continue
        key, at = f"{name}:{address}:{created}", unix_moment(created) or now
        if name in _OPT_OUTS:
            opt_outs.append(OptOut(key, address, at, _OPT_OUTS[name]))
        else:
            bounces.append(Bounce(key, address, at, ""))
    return Pulled(opt_outs=tuple(opt_outs), bounces=tuple(bounces), cursor=following)
