"""Amazon SES: e-mail over its second interface; opt-outs from its contact list, the rest from lists and a queue."""

import json
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlsplit

from reengage_desktop.channels.answers import fields_of, iso_moment, listed, unix_moment
from reengage_desktop.channels.aws import AwsClient, AwsKey
from reengage_desktop.channels.errors import Limit, Table, outcome, refused, without_personal_data
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
from reengage_desktop.channels.rounds import WITHOUT_LISTS, ReadPage, go_on, told_by
from reengage_desktop.channels.trials import TestKind, TestResult, answered, found, text_of, whole_of
from reengage_desktop.domain.base_urls import beside
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Accepted, AccountCause, Outcome, Refusal, Rejected, Uncertain
from reengage_desktop.domain.vocabulary import EventKind
from reengage_desktop.transport import Answer

PUBLIC_URL = "https://email.{region}.amazonaws.com"
_SEND = "/v2/email/outbound-emails"
_TEST_S = 20.0
# “MessageRejected” stands for a sender that is not verified, and for what one mail holds.
_OF_THE_MAIL = re.compile(r"invalid content|virus|malware", re.IGNORECASE)
_NOT_OFFERED = "Amazon does not show this key its lists of opt-outs and bounces: allow “ses:List*” to see them."

ERRORS: Table = {
    "TooManyRequestsException": Limit(),
    "ThrottlingException": Limit(),
    "LimitExceededException": Limit(daily=True),
    "AccountSuspendedException": AccountCause.PERMISSION,
    "SendingPausedException": AccountCause.PERMISSION,
    "MailFromDomainNotVerifiedException": AccountCause.SENDER,
    "MessageRejected": AccountCause.SENDER,
    "NotFoundException": AccountCause.CONFIGURATION,
    "BadRequestException": Refusal.CONTENT,
    "AccessDeniedException": AccountCause.PERMISSION,
    "SignatureDoesNotMatch": AccountCause.CREDENTIALS,
    "InvalidSignatureException": AccountCause.CREDENTIALS,
    "UnrecognizedClientException": AccountCause.CREDENTIALS,
    "InvalidClientTokenId": AccountCause.CREDENTIALS,
    "ExpiredTokenException": AccountCause.CREDENTIALS,
}
"""Types of Amazon's errors, from the header or the body."""

_EVENTS: Mapping[str, EventKind] = {
    "Delivery": EventKind.DELIVERED,
    "Open": EventKind.OPENED,
    "Click": EventKind.CLICKED,
    "Bounce": EventKind.BOUNCED,
    "Complaint": EventKind.COMPLAINED,
    "Reject": EventKind.FAILED,
    "Rendering Failure": EventKind.FAILED,
    "Subscription": EventKind.OPTED_OUT,
}


@dataclass(frozen=True)
class SesAccount:
    """The owner's key and what she has set up at Amazon; the last three may be empty."""

    key: AwsKey
    configuration_set: str = ""
    contact_list: str = ""
    queue_url: str = ""
    base_url: str = PUBLIC_URL

    @property
    def url(self) -> str:
        """Where SES is, in the key's region."""
        return self.base_url.replace("{region}", self.key.region)

    @property
    def queue_host(self) -> str:
        """Where the queue is: a host of its own."""
        parts = urlsplit(self.queue_url)
        return beside(self.url, PUBLIC_URL.replace("{region}", self.key.region), f"{parts.scheme}://{parts.netloc}")


class SesChannel:
    """E-mail from one verified identity."""

    name = "ses"

    def __init__(self, account: SesAccount, identity: MailIdentity) -> None:
        self._account = account
        self._identity = identity
        self._client = AwsClient(account.key, "ses", account.url)
        self._queue = AwsClient(account.key, "sqs", account.queue_host) if account.queue_url else None
        self.capabilities = Capabilities(sends_name=True, pulls_status=True, pulls_opt_outs=True, calls_at_once=8)

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        """Hand one message over; never raises for what Amazon or the network can do."""
        letter = write_letter(message, self._identity)
        if isinstance(letter, Rejected):
            return letter
        answer = self._client.ask_json("POST", _SEND, deadline, self._body(letter, message.reference))
        return _read(answer, message) if isinstance(answer, Answer) else answer

    def pull(
        self,
        cursor: str | None,
        now: datetime,
        pending: Sequence[Pending],
        deadline: float,
    ) -> Pulled | PullFailed:
        """The next page: the contact list's opt-outs, Amazon's own list, then the queue where there is one."""
        lists: list[ReadPage] = [lambda after, since: self._suppressed(after, since, now, deadline)]
        if self._account.contact_list:
            lists.insert(0, lambda after, _since: self._opted_out(after, now, deadline))
        queue = self._queue
        if queue is not None:
            lists.append(lambda after, _since: self._queued(queue, after, now, deadline))
        return go_on(cursor, now, pending, lists, None)

    def test(self) -> TestResult:
        """Whether the key works, sending is on, and the sender is verified; sends nothing."""
        deadline = time.monotonic() + _TEST_S
        good = answered("Amazon SES", self._client.ask_json("GET", "/v2/email/account", deadline), _read)
        if isinstance(good, TestResult):
            return good
        account, sender = fields_of(good), self._identity.from_address
        if account.get("SendingEnabled") is False:
            words = "Amazon knows the key, but has switched sending off for the account."
            return found(TestKind.SENDING_OFF, words)
        if self._is_verified(deadline) is False:
            words = "The key is good, but Amazon has not verified the sender's address yet."
            return found(TestKind.SENDER_UNVERIFIED, words, sender=sender)
        is_trial = account.get("ProductionAccessEnabled") is False
        limit = " The account is on trial: only addresses that you have verified get mail." if is_trial else ""
        quota = account.get("SendQuota")
        known = quota if isinstance(quota, dict) else {}
        return found(
            TestKind.ON_TRIAL if is_trial else TestKind.WORKS,
            f"Works: the key is good and sending is on.{limit}",
            sender=sender,
            quota_day=whole_of(known.get("Max24HourSend")),
            sent_day=whole_of(known.get("SentLast24Hours")),
        )

    def list_dkim_selectors(self, domain: str, deadline: float) -> tuple[str, ...]:
        """The names of the keys that Amazon made for the domain, or of the owner's own; see SupportsDkim."""
        answer = self._client.ask_json("GET", f"/v2/email/identities/{quote(domain, safe='')}", deadline)
        known = fields_of(answer).get("DkimAttributes") if isinstance(answer, Answer) and answer.is_success else None
        tokens = known.get("Tokens") if isinstance(known, dict) else None
        return tuple(filter(None, map(text_of, tokens))) if isinstance(tokens, list) else ()

    def close(self) -> None:
        """Let go of connections."""
        self._client.close()
        if self._queue is not None:
            self._queue.close()

    def _body(self, letter: Letter, reference: str) -> dict[str, object]:
        body: dict[str, object] = {"Text": {"Data": letter.text, "Charset": "UTF-8"}}
        if letter.html:
            body["Html"] = {"Data": letter.html, "Charset": "UTF-8"}
        simple: dict[str, object] = {"Subject": {"Data": letter.subject, "Charset": "UTF-8"}, "Body": body}
        said: dict[str, object] = {
            "FromEmailAddress": letter.sender,
            "Destination": {"ToAddresses": [letter.recipient]},
            "Content": {"Simple": simple},
            "EmailTags": [{"Name": "rid", "Value": reference}],
        }
        if self._account.contact_list:  # Amazon writes both headers itself then, and answers the click
            said["ListManagementOptions"] = {"ContactListName": self._account.contact_list}
        else:
            simple["Headers"] = [{"Name": name, "Value": value} for name, value in letter.headers.items()]
        if letter.reply_to:
            said["ReplyToAddresses"] = [letter.reply_to]
        if self._account.configuration_set:
            said["ConfigurationSetName"] = self._account.configuration_set
        return said

    def _is_verified(self, deadline: float) -> bool | None:
        """Whether the sender's address or its domain is verified; None where Amazon doesn't say."""
        address = self._identity.from_address
        told = []
        for identity in (address, address.rpartition("@")[2]):
            answer = self._client.ask_json("GET", f"/v2/email/identities/{quote(identity, safe='')}", deadline)
            if isinstance(answer, Answer) and answer.is_success:
                told.append(fields_of(answer).get("VerifiedForSendingStatus") is True)
            elif not isinstance(answer, Answer) or answer.status != 404:
                return None
        return any(told)

    def _opted_out(self, after: str, now: datetime, deadline: float) -> Pulled | PullFailed:
        path = f"/v2/email/contact-lists/{quote(self._account.contact_list, safe='')}/contacts/list"
        said = {"Filter": {"FilteredStatus": "OPT_OUT"}, "PageSize": 1000} | ({"NextToken": after} if after else {})
        told = told_by("Amazon", self._client.ask_json("POST", path, deadline, said), _read, _keeps_back)
        if isinstance(told, Pulled | PullFailed):
            return told
        opt_outs = [_opt_out(entry, now) for entry in listed(told, "Contacts")]
        return Pulled(opt_outs=tuple(filter(None, opt_outs)), cursor=_following(told))

    def _suppressed(self, after: str, since: datetime | None, now: datetime, deadline: float) -> Pulled | PullFailed:
        query = {"PageSize": "1000"} | ({"NextToken": after} if after else {})
        if since:
            query["StartDate"] = str(int(since.timestamp()))
        answer = self._client.ask_json("GET", "/v2/email/suppression/addresses", deadline, None, query)
        told = told_by("Amazon", answer, _read, _keeps_back)
        if isinstance(told, Pulled | PullFailed):
            return told
        opt_outs, bounces = [], []
        for entry in listed(told, "SuppressedDestinationSummaries"):
            address, told_at = entry.get("EmailAddress"), _moment(entry.get("LastUpdateTime"))
            key, at = f"suppression:{entry.get('Reason')}:{address}:{_second(told_at)}", told_at or now
            if isinstance(address, str) and entry.get("Reason") == "COMPLAINT":
                opt_outs.append(OptOut(key, address, at, "reported as spam"))
            elif isinstance(address, str):
                bounces.append(Bounce(key, address, at, ""))
        return Pulled(opt_outs=tuple(opt_outs), bounces=tuple(bounces), cursor=_following(told))

    def _queued(self, queue: AwsClient, after: str, now: datetime, deadline: float) -> Pulled | PullFailed:
        """The next messages of the queue; those of the page before, which are stored by now, are taken out first."""
        path = urlsplit(self._account.queue_url).path or "/"
        for receipt in json.loads(after) if after else []:
            gone = {"QueueUrl": self._account.queue_url, "ReceiptHandle": receipt}
            queue.ask_target("AmazonSQS.DeleteMessage", path, gone, deadline)
        asked = {"QueueUrl": self._account.queue_url, "MaxNumberOfMessages": 10, "VisibilityTimeout": 120}
        answer = queue.ask_target("AmazonSQS.ReceiveMessage", path, asked, deadline)
        told = told_by("Amazon", answer, _read, _keeps_back, may_be_empty=True)
        if isinstance(told, Pulled | PullFailed):
            return told
        messages = listed(told, "Messages")
        reports = [report for message in messages for report in _reports(str(message.get("Body") or ""), now)]
        receipts = [str(message["ReceiptHandle"]) for message in messages if message.get("ReceiptHandle")]
        return Pulled(reports=tuple(reports), cursor=json.dumps(receipts) if receipts else None)


def _read(answer: Answer, message: Outgoing | None) -> Outcome:
    fields = fields_of(answer)
    if not answer.is_success:
        kind = str(answer.headers.get("x-amzn-ErrorType") or fields.get("__type") or fields.get("code") or "")
        words = without_personal_data(fields.get("message") or fields.get("Message"), message)
        code = kind.partition(":")[0].rpartition("#")[2] or None
        if code == "MessageRejected" and _OF_THE_MAIL.search(words):
            return outcome(Refusal.CONTENT, code, words)
        return refused(answer, ERRORS, code, words)
    if not fields:
        return Uncertain("Amazon's answer could not be read.")
    return Accepted(fields["MessageId"] if isinstance(fields.get("MessageId"), str) and fields["MessageId"] else None)


def _keeps_back(answer: Answer, outcome: Outcome) -> str:
    is_known = getattr(outcome, "cause", None) is not AccountCause.CREDENTIALS
    return _NOT_OFFERED if answer.status in {403, *WITHOUT_LISTS} and is_known else ""


def _following(told: Mapping[str, Any]) -> str | None:
    token = told.get("NextToken")
    return token if isinstance(token, str) and token else None


def _moment(seconds: object) -> datetime | None:
    return unix_moment(seconds) or iso_moment(seconds)


def _second(moment: datetime | None) -> int | None:
    return None if moment is None else int(moment.timestamp())


def _opt_out(entry: Mapping[str, Any], now: datetime) -> OptOut | None:
    address, told_at = entry.get("EmailAddress"), _moment(entry.get("LastUpdatedTimestamp"))
    if not isinstance(address, str) or not _has_left(entry):
        return None
    return OptOut(f"contact:{address}:{_second(told_at)}", address, told_at or now, "unsubscribed at Amazon SES")


def _has_left(entry: Mapping[str, Any]) -> bool:
    """Whether a contact of the list wants no more mail; Amazon was asked for such only."""
    topics = {topic.get("SubscriptionStatus") for topic in listed(entry, "TopicPreferences")}
    return entry.get("UnsubscribeAll") is not False or "OPT_OUT" in topics


def _reports(text: str, now: datetime) -> list[Report]:
    """The event in a queue's message: SES's own words, in SNS's envelope or without it."""
    said = _object(text)
    said = _object(said.get("Message")) or said
    kind = str(said.get("eventType") or said.get("notificationType") or "")
    mail = said.get("mail")
    identity = mail.get("messageId") if isinstance(mail, dict) else None
    if kind not in _EVENTS or not isinstance(identity, str):
        return []
    detail = said.get(kind.lower())
    fields = detail if isinstance(detail, dict) else {}
    at = iso_moment(fields.get("timestamp")) or iso_moment(mail.get("timestamp") if isinstance(mail, dict) else None)
    if kind == "Bounce" and fields.get("bounceType") != "Permanent":
        return []
    code = str(fields.get("bounceSubType") or fields.get("complaintFeedbackType") or "") or None
    return [Report(f"{identity}:{kind}:{at and at.isoformat()}", identity, _EVENTS[kind], at or now, code)]


def _object(said: object) -> Mapping[str, Any]:
    if isinstance(said, dict):
        return said
    try:
        read = json.loads(said) if isinstance(said, str) else None
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}
