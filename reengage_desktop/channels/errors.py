"""From a provider's error codes to what they prove: one table per provider, decided by code and never by text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import (
    AccountCause,
    BadAccount,
    NotSent,
    Outcome,
    Refusal,
    Rejected,
    Throttled,
    Uncertain,
)
from reengage_desktop.transport import Answer, HttpClient, KeyUnfit, MaybeSent, NothingSent, Request

MAX_DETAIL = 200


@dataclass(frozen=True)
class Limit:
    """A limit of the provider: wait so long, or until tomorrow when it is the day's."""

    retry_after_s: float | None = None
    daily: bool = False


@dataclass(frozen=True)
class Unclear:
    """An error after which nobody knows whether the message went."""


Verdict = Refusal | AccountCause | Limit | Unclear
"""What a code says: about this message, about the account, about a limit, or nothing."""

Table = Mapping[str, Verdict]


def outcome(verdict: Verdict, code: str | None, detail: str, retry_after_s: float | None = None) -> Outcome:
    """The outcome that a verdict stands for; the server's own wish to wait goes before the table's."""
    if isinstance(verdict, Refusal):
        return Rejected(verdict, code, detail)
    if isinstance(verdict, AccountCause):
        return BadAccount(verdict, code, detail)
    if isinstance(verdict, Limit):
        wait_s = verdict.retry_after_s if retry_after_s is None else retry_after_s
        return Throttled(wait_s, verdict.daily, detail)
    return Uncertain(detail)


_BY_STATUS: Mapping[int, Verdict] = {
    400: Refusal.CONTENT,
    401: AccountCause.CREDENTIALS,
    402: AccountCause.BALANCE,
    403: AccountCause.PERMISSION,
    404: AccountCause.CONFIGURATION,
    405: AccountCause.CONFIGURATION,
    413: Refusal.CONTENT,
    415: AccountCause.CONFIGURATION,
    422: Refusal.CONTENT,
    429: Limit(),
}


def by_status(status: int) -> Verdict:
    """What a bare HTTP status says when the provider gives no code that its table knows."""
    if 300 <= status < 400:
        return AccountCause.CONFIGURATION
    return _BY_STATUS.get(status, Unclear())


def refused(answer: Answer, table: Table, code: str | None, words: str) -> Outcome:
    """The outcome of an answer that is no success: by its code, else by its HTTP status."""
    verdict = table.get(code or "") or by_status(answer.status)
    detail = words or f"The provider answered with HTTP status {answer.status}."
    if 300 <= answer.status < 400:
        detail = "The provider's address sends requests elsewhere; check “base_url”. Nothing was sent there."
    return outcome(verdict, code, detail, answer.retry_after_s)


Silence = NotSent | Uncertain | BadAccount
"""What the absence of an answer proves."""


def ask(client: HttpClient, request: Request, deadline: float) -> Answer | Silence:
    """The provider's answer, or what its absence proves."""
    try:
        return client.ask(request, deadline)
    except KeyUnfit as fault:
        return BadAccount(AccountCause.CREDENTIALS, None, str(fault))
    except NothingSent as fault:
        return NotSent(str(fault))
    except MaybeSent as fault:
        return Uncertain(str(fault))


_PERSONAL = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+|\+?\d[\d\s().-]{5,}\d")


def without_personal_data(words: object, message: Outgoing | None = None) -> str:
    """A provider's own words fit for logs and screens: no addresses, numbers or names, one line, cut to size."""
    text = words if isinstance(words, str) else ""
    if message is not None:
        for known in (message.address, message.customer_name, message.unsubscribe_token):
            text = text.replace(known, "…") if known else text
    return " ".join(_PERSONAL.sub("…", text).split())[:MAX_DETAIL]


class Stage(StrEnum):
    """How far an SMTP conversation had come when the server refused."""

    GREETING = "greeting"
    LOGIN = "login"
    SENDER = "sender"
    RECIPIENT = "recipient"
    CONTENT = "content"


@dataclass(frozen=True)
class SmtpRule:
    """A row of the SMTP table: empty `stages` are all of them; `code` and `enhanced` are patterns."""

    stages: tuple[Stage, ...]
    code: str
    enhanced: str
    verdict: Verdict


SMTP_RULES: tuple[SmtpRule, ...] = (
    # The first row that fits decides. 5.4.5 and 4.2.4x are the day's quota at large mail hosts.
    SmtpRule((), "5..", r"5\.4\.5", Limit(daily=True)),
    SmtpRule((), "53[0458]", "", AccountCause.CREDENTIALS),
    SmtpRule((), "5..", r"5\.7\.(8|9|14)", AccountCause.CREDENTIALS),
    SmtpRule((), "4..", "", Limit()),
    SmtpRule((Stage.LOGIN,), "5..", "", AccountCause.CREDENTIALS),
    SmtpRule((Stage.GREETING,), "5..", "", AccountCause.PERMISSION),
    SmtpRule((), "5..", r"5\.1\.[78]", AccountCause.SENDER),
    SmtpRule((Stage.SENDER, Stage.RECIPIENT), "5..", r"5\.7\.\d+", AccountCause.PERMISSION),
    SmtpRule((Stage.SENDER,), "5..", "", AccountCause.SENDER),
    SmtpRule((Stage.RECIPIENT,), "5..", r"5\.2\.2", Refusal.BLOCKED),
    SmtpRule((Stage.RECIPIENT,), "5..", "", Refusal.INVALID_ADDRESS),
    SmtpRule((Stage.CONTENT,), "5..", r"5\.1\.\d+", Refusal.INVALID_ADDRESS),
    SmtpRule((Stage.CONTENT,), "552", "", Refusal.CONTENT),
    SmtpRule((Stage.CONTENT,), "5..", r"5\.[36]\.\d+", Refusal.CONTENT),
    SmtpRule((Stage.CONTENT,), "5..", "", Refusal.BLOCKED),
)

_ENHANCED = re.compile(r"\s*([245]\.\d{1,3}\.\d{1,3})\b|.*\(#([245]\.\d{1,3}\.\d{1,3})\)", re.DOTALL)
# Servers without enhanced codes refuse a recipient for other reasons than that there is none, and only words tell.
_OUR_LOGIN = re.compile(r"relay(?! recipient)|authenti[cf]|smtp auth|log ?in\b|rcpthosts", re.IGNORECASE)
_NOT_THE_ADDRESS = re.compile(
    r"spam|(black|block|deny) ?list|\blisted\b|dnsbl|\brbl\b|policy|prohibit|\bbanned\b|quota|box (is )?full|too large",
    re.IGNORECASE,
)


def smtp_outcome(stage: Stage, code: int, words: str, message: Outgoing | None = None) -> Outcome:
    """What a mail server's refusal says, by its code and its enhanced status (RFC 3463)."""
    found = _ENHANCED.match(words)
    enhanced = (found.group(1) or found.group(2)) if found else ""
    detail = without_personal_data(words, message) or f"The mail server answered with code {code}."
    if stage is Stage.RECIPIENT and code >= 500 and not enhanced:
        if _OUR_LOGIN.search(words):
            return outcome(AccountCause.PERMISSION, str(code), detail)
        if _NOT_THE_ADDRESS.search(words):
            return outcome(Refusal.BLOCKED, str(code), detail)
    for rule in SMTP_RULES:
        fits = not rule.stages or stage in rule.stages
        if fits and re.fullmatch(rule.code, str(code)) and re.match(rule.enhanced, enhanced):
            return outcome(rule.verdict, " ".join(filter(None, (str(code), enhanced))), detail)
    return Uncertain(detail)
