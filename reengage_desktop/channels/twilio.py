"""Twilio: SMS, and WhatsApp through Twilio's own templates. Everything else is learned by asking its message list."""

import json
import re
import time
import unicodedata
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from reengage_desktop.channels.answers import fields_of, mail_moment, name_of
from reengage_desktop.channels.errors import Limit, Silence, Table, ask, outcome, refused, without_personal_data
from reengage_desktop.channels.protocol import (
    ApprovedTemplate,
    Capabilities,
    Pending,
    Pulled,
    PullFailed,
    Reply,
    Report,
)
from reengage_desktop.channels.rounds import WITHOUT_LISTS, failed
from reengage_desktop.channels.trials import TestKind, TestResult, answered, found, text_of, works
from reengage_desktop.channels.twilio_contents import list_contents
from reengage_desktop.domain.base_urls import beside
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Accepted, AccountCause, NotSent, Outcome, Refusal, Rejected, Uncertain
from reengage_desktop.domain.vocabulary import ChannelName, EventKind
from reengage_desktop.transport import Answer, HttpClient, Request

MAX_TEXT = 1600
_TEST_S = 20.0
_PAGE_SIZE = 1000
_PUBLIC = "https://api.twilio.com"
_CONTENTS = "https://content.twilio.com"
_LOOK_BACK = timedelta(days=3)  # delivery is often settled within hours, and late for phones that were off
_MARGIN = timedelta(hours=12)  # a caps' week is longer: an equal text to the same number so near is the same message

ERRORS: Table = {
    "20003": AccountCause.CREDENTIALS,
    "20005": AccountCause.PERMISSION,
    "20404": AccountCause.CONFIGURATION,
    "20429": Limit(),
    "21211": Refusal.INVALID_ADDRESS,
    "21212": AccountCause.SENDER,
    "21408": Refusal.NOT_ALLOWED,
    "21602": Refusal.CONTENT,
    "21603": AccountCause.SENDER,
    "21604": Refusal.INVALID_ADDRESS,
    "21606": AccountCause.SENDER,
    "21608": AccountCause.PERMISSION,
    "21610": Refusal.OPTED_OUT,
    "21611": Limit(retry_after_s=300),
    "21612": Refusal.INVALID_ADDRESS,
    "21614": Refusal.INVALID_ADDRESS,
    "21617": Refusal.CONTENT,
    "21635": Refusal.INVALID_ADDRESS,
    "63003": Refusal.INVALID_ADDRESS,
    "63007": AccountCause.SENDER,
    "63016": Refusal.WINDOW,
    "63018": Limit(),
}
"""Codes in the answer to a message (docs of Twilio, by code)."""

DELIVERY_ERRORS: Mapping[str, Refusal] = {
    # A messaging service takes the text first, and only then sees to whom.
    "21211": Refusal.INVALID_ADDRESS,
    "21610": Refusal.OPTED_OUT,
    "21614": Refusal.INVALID_ADDRESS,
    "30004": Refusal.BLOCKED,
    "30005": Refusal.INVALID_ADDRESS,
    "30006": Refusal.INVALID_ADDRESS,
    "30007": Refusal.BLOCKED,
    "63003": Refusal.INVALID_ADDRESS,
    "63014": Refusal.OPTED_OUT,
    "63016": Refusal.WINDOW,
}
"""Codes of messages that were taken and not delivered; others, such as 30003 (phone off), say nothing lasting."""

_EVENTS: Mapping[str, EventKind] = {
    "delivered": EventKind.DELIVERED,
    "read": EventKind.OPENED,
    "undelivered": EventKind.FAILED,
    "failed": EventKind.FAILED,
    "canceled": EventKind.FAILED,
}


@dataclass(frozen=True)
class TwilioAccount:
    """The owner's account: a service or a number sends SMS, `whatsapp_from` sends WhatsApp."""

    account_sid: str
    auth_token: str
    from_number: str = ""
    messaging_service_sid: str = ""
    whatsapp_from: str = ""
    base_url: str = _PUBLIC

    @property
    def contents_url(self) -> str:
        """Where the templates are: a host of their own."""
        return beside(self.base_url, _PUBLIC, _CONTENTS)


class TwilioChannel:
    """SMS or WhatsApp through one Twilio account."""

    name = "twilio"

    def __init__(self, channel: ChannelName, account: TwilioAccount, client: HttpClient | None = None) -> None:
        self._is_whatsapp = channel is ChannelName.WHATSAPP
        self._account = account
        login = b64encode(f"{account.account_sid}:{account.auth_token}".encode()).decode()
        self._client = client or HttpClient(account.base_url, {"Authorization": f"Basic {login}"})
        self._contents = HttpClient(account.contents_url, {"Authorization": f"Basic {login}"})
        self._home = f"/2010-04-01/Accounts/{account.account_sid}"
        self.capabilities = Capabilities(
            can_look_up=True,
            settling_s=120,
            pulls_status=True,
            pulls_opt_outs=True,
            pulls_replies=True,
            calls_at_once=8,
            needs_template=self._is_whatsapp,
            blocked_prefixes=("+1",) if self._is_whatsapp else (),
        )

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        """Hand one message over; never raises for what Twilio or the network can do."""
        refusal = self._refusal(message)
        if refusal is not None:
            return refusal
        answer = ask(self._client, Request("POST", f"{self._home}/Messages.json", form=self._form(message)), deadline)
        return self._read(answer, message) if isinstance(answer, Answer) else answer

    def find(self, message: Outgoing, attempted_ago: timedelta, deadline: float) -> Outcome | None:
        """Whether Twilio has a message with this text for this number from then on; see SupportsLookup."""
        query = {"To": self._address(message.address), "PageSize": "50"}
        answer = ask(self._client, Request("GET", f"{self._home}/Messages.json", query=query), deadline)
        listed = _messages(answer)
        if not isinstance(answer, Answer) or listed is None:
            return None
        told_at = mail_moment(answer.headers.get("Date"))
        for entry in listed:
            created_at = mail_moment(entry.get("date_created")) or mail_moment(entry.get("date_sent"))
            is_ours = str(entry.get("direction", "")).startswith("outbound")
            is_recent = not (told_at and created_at) or told_at - created_at <= attempted_ago + _MARGIN
            if is_ours and is_recent and _same_text(entry.get("body"), message.content.text):
                return self._found(entry)
        if self._is_whatsapp and message.content.template_name:
            # A template's text is Twilio's: that it reads otherwise proves nothing.
            return None
        return NotSent("Twilio was asked and has no such message.")

    def pull(
        self,
        cursor: str | None,
        now: datetime,
        pending: Sequence[Pending],  # noqa: ARG002 - the list holds all messages
        deadline: float,
    ) -> Pulled | PullFailed:
        """The next page of the account's message list: replies with their opt-outs, and what became of ours.

        A round that was left begins anew: what came since stands on its first page.
        """
        place = _Place.read(cursor)
        if place.began != now:
            place = _Place(place.since, None, None, now)
        answer = ask(self._client, self._page(place), deadline)
        listed = _messages(answer)
        if not isinstance(answer, Answer):
            return PullFailed(answer.detail)
        if listed is None and _has_no_list(answer):
            return Pulled(
                note="Twilio's address keeps no list of messages: replies and delivery can't be fetched from it."
            )
        if listed is None:
            return failed("Twilio", self._read(answer, None))
        moments = [_moment_of(entry) for entry in listed]
        newest = max([moment for moment in (*moments, place.newest) if moment], default=None)
        following = self._own_page((answer.json() or {}).get("next_page_uri"))
        reached = replace(place, page=following, newest=newest)
        reached = reached if following else _Place(newest or place.since)
        return Pulled(
            reports=tuple(filter(None, (self._report(entry, now) for entry in listed))),
            replies=tuple(filter(None, (self._reply(entry, now) for entry in listed))),
            cursor=reached.write(),
            more=following is not None,
        )

    def test(self) -> TestResult:
        """Whether the account is active and the sender is its own; sends nothing."""
        deadline = time.monotonic() + _TEST_S
        answer = ask(self._client, Request("GET", f"{self._home}.json"), deadline)
        good = answered("Twilio", answer, self._read)
        if isinstance(good, TestResult):
            return good
        account = fields_of(good)
        if account.get("status") != "active":
            return found(TestKind.SUSPENDED, "Twilio knows the account, but it is suspended or closed.")
        figures = {"account": text_of(account.get("friendly_name")), **self._balance(deadline)}
        told = self._test_sender(deadline)
        if told.kind is TestKind.WORKS and account.get("type") == "Trial":
            words = f"{told.detail} It is on trial: only numbers that you have verified there get messages."
            return found(TestKind.ON_TRIAL, words, **figures, **told.figures)
        return found(told.kind, told.detail, **figures, **told.figures)

    def list_templates(self, deadline: float) -> list[ApprovedTemplate] | PullFailed:
        """All wordings that Twilio keeps for WhatsApp, approved or not; see SupportsTemplates."""
        return list_contents(self._contents, deadline)

    def close(self) -> None:
        """Let go of connections."""
        self._client.close()
        self._contents.close()

    def _balance(self, deadline: float) -> dict[str, str]:
        """What is left on the account, where its key may see it."""
        answer = ask(self._client, Request("GET", f"{self._home}/Balance.json"), deadline)
        told = fields_of(answer) if isinstance(answer, Answer) and answer.is_success else {}
        balance, currency = text_of(told.get("balance")), text_of(told.get("currency"))
        return {"balance": balance, "currency": currency.upper()} if balance else {}

    def _test_sender(self, deadline: float) -> TestResult:
        number = self._account.from_number
        if self._is_whatsapp or self._account.messaging_service_sid or not number.startswith("+"):
            return works("Works: the account is active.")
        query = {"PhoneNumber": number, "PageSize": "1"}
        answer = ask(self._client, Request("GET", f"{self._home}/IncomingPhoneNumbers.json", query=query), deadline)
        owned = answer.json() if isinstance(answer, Answer) and answer.is_success else None
        if not isinstance(owned, dict) or not isinstance(owned.get("incoming_phone_numbers"), list):
            return works("Works: the account is active; its numbers could not be listed.")
        if not owned["incoming_phone_numbers"]:
            words = "The account is active, but “from_number” is not one of its numbers."
            return found(TestKind.SENDER_NOT_YOURS, words, sender=number)
        return works("Works: the account is active and the sender is yours.", sender=number)

    def _refusal(self, message: Outgoing) -> Rejected | None:
        content = message.content
        if self._is_whatsapp and message.address.startswith("+1"):
            return Rejected(
                Refusal.NOT_ALLOWED, None, "WhatsApp blocks marketing messages to numbers that begin with +1."
            )
        is_free = message.may_be_free and not content.template_name
        if self._is_whatsapp and not is_free and not re.fullmatch(r"HX[0-9a-fA-F]{32}", content.template_name or ""):
            return Rejected(
                Refusal.TEMPLATE,
                None,
                "WhatsApp through Twilio needs an approved template: name it by its Content SID, which begins with HX.",
            )
        if content.template_name and self._is_whatsapp:
            return None
        if not content.text.strip():
            return Rejected(Refusal.CONTENT, None, "The message is empty.")
        if len(content.text) > MAX_TEXT:
            return Rejected(Refusal.CONTENT, None, f"The message has more than {MAX_TEXT} characters.")
        return None

    def _form(self, message: Outgoing) -> dict[str, str]:
        form = {"To": self._address(message.address)}
        if self._is_whatsapp:
            form["From"] = self._address(self._account.whatsapp_from)
            if not message.content.template_name:
                return {**form, "Body": message.content.text}
            form["ContentSid"] = message.content.template_name
            values = {str(number): value for number, value in enumerate(message.content.parameters, start=1)}
            return {**form, "ContentVariables": json.dumps(values, ensure_ascii=False)} if values else form
        if self._account.messaging_service_sid:
            form["MessagingServiceSid"] = self._account.messaging_service_sid
        else:
            form["From"] = self._account.from_number
        return {**form, "Body": message.content.text}

    def _address(self, number: str) -> str:
        return f"whatsapp:{number.removeprefix('whatsapp:')}" if self._is_whatsapp else number

    def _read(self, answer: Answer, message: Outgoing | None) -> Outcome:
        said = answer.json()
        fields = said if isinstance(said, dict) else {}
        if not answer.is_success:
            words = fields.get("message") or fields.get("detail") or fields.get("title")
            return refused(answer, ERRORS, _code(fields.get("code")), without_personal_data(words, message))
        if not fields:
            return Uncertain("Twilio's answer could not be read.")
        if fields.get("status") in ("failed", "undelivered", "canceled"):
            return self._found(fields)
        return Accepted(fields.get("sid") if isinstance(fields.get("sid"), str) else None)

    def _found(self, entry: Mapping[str, Any]) -> Outcome:
        code = _code(entry.get("error_code"))
        if entry.get("status") in ("failed", "canceled"):
            verdict = DELIVERY_ERRORS.get(code or "") or ERRORS.get(code or "", Refusal.BLOCKED)
            words = without_personal_data(entry.get("error_message"))
            return outcome(verdict, code, words or "Twilio has the message and could not send it.")
        return Accepted(str(entry["sid"]) if entry.get("sid") else None)

    def _page(self, place: "_Place") -> Request:
        if place.page:
            return Request("GET", place.page)
        query = {"PageSize": str(_PAGE_SIZE)}
        if place.since:
            query["DateSent>"] = (place.since - _LOOK_BACK).strftime("%Y-%m-%dT%H:%M:%SZ")
        return Request("GET", f"{self._home}/Messages.json", query=query)

    def _own_page(self, uri: object) -> str | None:
        return uri if isinstance(uri, str) and uri.startswith(f"{self._home}/Messages.json?") else None

    def _reply(self, entry: Mapping[str, Any], now: datetime) -> Reply | None:
        sender, text = entry.get("from"), str(entry.get("body") or "")
        if entry.get("direction") != "inbound" or not isinstance(sender, str):
            return None
        if sender.startswith("whatsapp:") is not self._is_whatsapp:
            return None
        key = name_of(entry.get("sid"), sender, text, entry.get("date_sent"))
        return Reply(key, sender.removeprefix("whatsapp:"), text, _moment_of(entry) or now)

    def _report(self, entry: Mapping[str, Any], now: datetime) -> Report | None:
        at = mail_moment(entry.get("date_updated")) or mail_moment(entry.get("date_sent")) or now
        status, sid = str(entry.get("status")), str(entry.get("sid"))
        if entry.get("direction") == "inbound" or status not in _EVENTS:
            return None
        if str(entry.get("to", "")).startswith("whatsapp:") is not self._is_whatsapp:
            return None
        code = _code(entry.get("error_code"))
        words = without_personal_data(entry.get("error_message")) or None
        return Report(f"{sid}:{status}", sid, _EVENTS[status], at, code, words, DELIVERY_ERRORS.get(code or ""))


@dataclass(frozen=True)
class _Place:
    """Where reading Twilio's list stopped: the moment up to which all is known, the page within a round, its begin."""

    since: datetime | None = None
    page: str | None = None
    newest: datetime | None = None
    began: datetime | None = None

    @classmethod
    def read(cls, cursor: str | None) -> "_Place":
        """The place of a stored cursor; the beginning for one that can't be read."""
        try:
            values = json.loads(cursor or "{}")
            names = ("since", "newest", "began")
            since, newest, began = (values.get(name) and datetime.fromisoformat(values[name]) for name in names)
            return cls(since, values.get("page"), newest, began)
        except (ValueError, TypeError, AttributeError):
            return cls()

    def write(self) -> str:
        """The cursor that `read` takes."""
        moments = {"since": self.since, "newest": self.newest, "began": self.began}
        return json.dumps({"page": self.page, **{name: each and each.isoformat() for name, each in moments.items()}})


def _messages(answer: Answer | Silence) -> list[Mapping[str, Any]] | None:
    said = answer.json() if isinstance(answer, Answer) and answer.is_success else None
    listed = said.get("messages") if isinstance(said, dict) else None
    return [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else None


def _has_no_list(answer: Answer) -> bool:
    """Whether a relay or stand-in answers at the configured address that takes messages and has no list of them.

    Twilio itself always has one, and its refusals bear a code: those keep the channel waiting.
    """
    said = answer.json()
    if answer.is_success:
        return isinstance(said, dict)
    return answer.status in WITHOUT_LISTS and not (isinstance(said, dict) and said.get("code"))


def _moment_of(entry: Mapping[str, Any]) -> datetime | None:
    return mail_moment(entry.get("date_sent")) or mail_moment(entry.get("date_created"))


def _code(value: object) -> str | None:
    return str(value) if isinstance(value, int | str) and str(value) else None


def _same_text(theirs: object, ours: str) -> bool:
    """Whether it is our text: Twilio puts words before it on a trial, and plainer signs for curly ones."""
    if not isinstance(theirs, str):
        return False
    told, sent = _letters(theirs), _letters(ours)
    return told.endswith(sent) if sent else theirs.split() == ours.split()


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text).casefold() if char.isalnum())
