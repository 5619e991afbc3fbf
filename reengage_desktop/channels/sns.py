"""Amazon SNS: SMS by a signed form, answered in XML; who opted out is asked before anybody is written to."""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree as ET

from reengage_desktop.channels.aws import AwsClient, AwsKey
from reengage_desktop.channels.errors import Limit, Silence, Table, refused, without_personal_data
from reengage_desktop.channels.protocol import Capabilities, OptOut, Pending, Pulled, PullFailed
from reengage_desktop.channels.rounds import failed, go_on
from reengage_desktop.channels.trials import TestResult, answered, works
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Accepted, AccountCause, Outcome, Refusal, Rejected, Uncertain
from reengage_desktop.transport import Answer

PUBLIC_URL = "https://sns.{region}.amazonaws.com"
_VERSION = "2010-03-31"
_TEST_S = 20.0
_NOT_OFFERED = "Amazon does not show this key who opted out: allow “sns:ListPhoneNumbersOptedOut” to see it."

ERRORS: Table = {
    "Throttled": Limit(),
    "Throttling": Limit(),
    "ThrottlingException": Limit(),
    "OptedOut": Refusal.OPTED_OUT,
    "InvalidParameter": Refusal.INVALID_ADDRESS,
    "InvalidParameterValue": Refusal.INVALID_ADDRESS,
    "ValidationError": Refusal.CONTENT,
    "AuthorizationError": AccountCause.PERMISSION,
    "AccessDenied": AccountCause.PERMISSION,
    "InvalidClientTokenId": AccountCause.CREDENTIALS,
    "SignatureDoesNotMatch": AccountCause.CREDENTIALS,
    "ExpiredToken": AccountCause.CREDENTIALS,
}
"""Codes in Amazon's answer to a text."""


@dataclass(frozen=True)
class SnsAccount:
    """The owner's key, and the name that a text comes from where the country allows one."""

    key: AwsKey
    sender_id: str = ""
    base_url: str = PUBLIC_URL

    @property
    def url(self) -> str:
        """Where SNS is, in the key's region."""
        return self.base_url.replace("{region}", self.key.region)


class SnsChannel:
    """SMS from the account's own numbers."""

    name = "sns"
    capabilities = Capabilities(pulls_opt_outs=True, calls_at_once=8)

    def __init__(self, account: SnsAccount) -> None:
        self._account = account
        self._client = AwsClient(account.key, "sns", account.url)

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        """Hand one message over; never raises for what Amazon or the network can do."""
        if not message.content.text.strip():
            return Rejected(Refusal.CONTENT, None, "The message is empty.")
        answer = self._ask("Publish", self._form(message), deadline)
        return _read(answer, message) if isinstance(answer, Answer) else answer

    def pull(
        self,
        cursor: str | None,
        now: datetime,
        pending: Sequence[Pending],
        deadline: float,
    ) -> Pulled | PullFailed:
        """The next page of who opted out; what became of a text, Amazon tells nobody who asks."""

        def read(after: str, _since: datetime | None) -> Pulled | PullFailed:
            answer = self._ask("ListPhoneNumbersOptedOut", {"nextToken": after} if after else {}, deadline)
            if not isinstance(answer, Answer):
                return PullFailed(answer.detail)
            if not answer.is_success:
                result = _read(answer, None)
                is_denied = getattr(result, "cause", None) is AccountCause.PERMISSION
                return Pulled(note=_NOT_OFFERED) if is_denied else failed("Amazon", result)
            if not _is(answer, "ListPhoneNumbersOptedOutResponse"):
                return PullFailed("Amazon's answer could not be read.")
            numbers = list(_texts(answer, "member"))
            opt_outs = tuple(OptOut(f"opted-out:{each}", each, now, "STOP", is_standing=True) for each in numbers)
            return Pulled(opt_outs=opt_outs, cursor=next(_texts(answer, "nextToken"), None))

        return go_on(cursor, now, pending, [read], None)

    def test(self) -> TestResult:
        """Whether the key works; sends nothing."""
        answer = self._ask("GetSMSAttributes", {}, time.monotonic() + _TEST_S)
        good = answered("Amazon SNS", answer, _read)
        if isinstance(good, TestResult):
            return good
        attributes = dict(zip(_texts(good, "key"), _texts(good, "value"), strict=False))
        limit = attributes.get("MonthlySpendLimit", "")
        words = f" It may spend {limit} USD a month." if limit else ""
        return works(f"Works: Amazon SNS knows the key.{words}", spend_limit=limit, sender=self._account.sender_id)

    def close(self) -> None:
        """Let go of connections."""
        self._client.close()

    def _ask(self, action: str, form: dict[str, str], deadline: float) -> Answer | Silence:
        return self._client.ask_form({"Action": action, "Version": _VERSION, **form}, deadline)

    def _form(self, message: Outgoing) -> dict[str, str]:
        attributes = {"AWS.SNS.SMS.SMSType": "Promotional"}
        if self._account.sender_id:
            attributes["AWS.SNS.SMS.SenderID"] = self._account.sender_id
        form = {"PhoneNumber": message.address, "Message": message.content.text}
        for number, (name, value) in enumerate(attributes.items(), 1):
            entry = f"MessageAttributes.entry.{number}"
            form |= {f"{entry}.Name": name, f"{entry}.Value.DataType": "String", f"{entry}.Value.StringValue": value}
        return form


def _read(answer: Answer, message: Outgoing | None) -> Outcome:
    if not answer.is_success:
        words = without_personal_data(next(_texts(answer, "Message"), ""), message)
        code = next(_texts(answer, "Code"), None)
        other = _fault_of(words) if code and code.startswith("InvalidParameter") else None
        return refused(answer, {code or "": other} if other else ERRORS, code, words)
    if not _is(answer, "PublishResponse"):
        return Uncertain("Amazon's answer could not be read.")
    return Accepted(next(_texts(answer, "MessageId"), None))


def _fault_of(words: str) -> Refusal | AccountCause | None:
    """What an invalid parameter is, where the words name another than the number."""
    named = re.search(r"invalid parameter:?\s*(\S+)", words, re.IGNORECASE)
    if named is None or named.group(1).startswith("PhoneNumber"):
        return None
    return AccountCause.SENDER if "senderid" in words.casefold() else Refusal.CONTENT


def _is(answer: Answer, name: str) -> bool:
    """Whether the answer is what Amazon says to that action."""
    root = next(_elements(answer), None)
    return root is not None and root.tag.endswith(name)


def _texts(answer: Answer, name: str) -> Iterator[str]:
    """The texts of the elements of that name, whatever their namespace."""
    return (each.text for each in _elements(answer) if each.tag.rpartition("}")[2] == name and each.text)


def _elements(answer: Answer) -> Iterator[ET.Element]:
    if b"<!DOCTYPE" in answer.body or b"<!ENTITY" in answer.body:
        return iter(())  # Amazon's answers have neither; what has them wants to expand
    try:
        return ET.fromstring(answer.body).iter()  # noqa: S314 - without entities, and bounded by the transport
    except ET.ParseError:
        return iter(())
