"""What a provider's answer proves. Channels translate into these outcomes; the sender acts on them."""

from dataclasses import dataclass
from enum import StrEnum


class Refusal(StrEnum):
    """Why a provider refused one message for good."""

    INVALID_ADDRESS = "invalid_address"
    OPTED_OUT = "opted_out"
    BLOCKED = "blocked"
    WINDOW = "window"
    TEMPLATE = "template"
    CAPPED = "capped"
    CONTENT = "content"
    NOT_ALLOWED = "not_allowed"


class AccountCause(StrEnum):
    """What is wrong with the owner's account at a provider."""

    CREDENTIALS = "credentials"
    BALANCE = "balance"
    PERMISSION = "permission"
    SENDER = "sender"
    CONFIGURATION = "configuration"


@dataclass(frozen=True)
class Accepted:
    """The provider took the message. Without an id it probably did: the sender keeps that one uncertain."""

    provider_id: str | None


@dataclass(frozen=True)
class Rejected:
    """Proven not sent and never will be; the detail is the provider's own words without personal data.

    `words_stayed`: the provider was asked about the address only, and never got the message's words.
    """

    refusal: Refusal
    code: str | None
    detail: str
    words_stayed: bool = False


@dataclass(frozen=True)
class Throttled:
    """Not sent because of a limit: later, after `retry_after_s` seconds, or tomorrow when it is the day's quota."""

    retry_after_s: float | None
    daily: bool
    detail: str


@dataclass(frozen=True)
class NotSent:
    """Proven not sent because nobody was reached: no name, refused, no TLS. To be tried again, no attempt used."""

    detail: str


@dataclass(frozen=True)
class BadAccount:
    """No message will go until the owner mends the account: pause this provider, say it once."""

    cause: AccountCause
    code: str | None
    detail: str


@dataclass(frozen=True)
class Uncertain:
    """Nobody knows whether it was sent: it is never sent again blindly."""

    detail: str
    provider_id: str | None = None


Outcome = Accepted | Rejected | Throttled | NotSent | BadAccount | Uncertain
