"""What every provider's adapter promises to the sender (engine.sending) and to the collector (engine.feedback).

An adapter never raises for what a provider, a network or an address can cause: it returns an outcome of
`domain.outcomes`. Its details hold the provider's own words, never an address, a name or a secret.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol, runtime_checkable

from reengage_desktop.channels.trials import TestResult
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import AccountCause, Outcome, Refusal
from reengage_desktop.domain.vocabulary import EventKind


@dataclass(frozen=True)
class Capabilities:
    """What a provider can do beyond taking a message.

    `idempotency_window_s`: for so long the same reference may be handed over again without a second message.
    `settling_s`: so long after a doubtful attempt a look-up tells the truth. `pulls_opt_outs`: opt-outs are learned by
    asking, so the channel waits while they can't be asked for (promise 10). `pulls_status`, `pulls_replies`: what
    became of a message, and what customers wrote back, can be asked for. `rate_per_minute`: the provider's own
    advice, 0 where there is none. `calls_at_once`: how many calls may be out beside each other, each through a
    connection of its own. `most_under_way`: how many that it has taken may still go on, as telephone calls do (0: any).
    `blocked_prefixes`: numbers that the provider refuses for marketing. `needs_template`: it takes approved wordings
    only, but for messages that say `may_be_free`. `sends_name`: the customer's name goes there
    beside the address and the words.
    """

    idempotency_window_s: int = 0
    can_look_up: bool = False
    settling_s: int = 0
    pulls_status: bool = False
    pulls_opt_outs: bool = False
    pulls_replies: bool = False
    needs_template: bool = False
    rate_per_minute: int = 0
    calls_at_once: int = 1
    most_under_way: int = 0
    blocked_prefixes: tuple[str, ...] = ()
    sends_name: bool = False


@dataclass(frozen=True)
class NotConfigured:
    """A channel that can't send yet, and the sentence that says what is missing.

    `is_named`: the owner has named it and it only lacks something, so that what depends on it waits for that.
    """

    detail: str
    is_named: bool = False


@dataclass(frozen=True)
class ChannelState:
    """Whether a channel can send, through whom, and what is missing if not (empty when nothing is).

    `blocked_prefixes`: numbers that the provider refuses for marketing. `needs_template`: see Capabilities.
    """

    configured: bool
    provider: str | None
    detail: str
    blocked_prefixes: tuple[str, ...] = ()
    needs_template: bool = False


class Channel(Protocol):
    """One provider on one channel, ready to send."""

    @property
    def name(self) -> str:
        """The provider's name as the settings spell it."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What this provider can do on this channel."""
        ...

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        """Hand one message over; `deadline` is the moment of `time.monotonic` at which the answer must be here."""
        ...

    def test(self) -> TestResult:
        """Ask the provider whether the settings work; never sends."""
        ...

    def close(self) -> None:
        """Let go of connections; the adapter may be used again."""
        ...


@runtime_checkable
class SupportsLookup(Protocol):
    """A provider that can be asked whether it has a message."""

    def find(self, message: Outgoing, attempted_ago: timedelta, deadline: float) -> Outcome | None:
        """What became of a doubtful attempt that began so long ago (a span, because two clocks never agree).

        Accepted: the provider has it. Rejected: it has it and refused it. NotSent: it was asked and knows no such
        message (telling only `capabilities.settling_s` after the attempt). None: it could not be asked.
        """
        ...


@dataclass(frozen=True)
class ApprovedTemplate:
    """A wording that the owner has handed in for approval. `name`: what a template of hers names it by.

    `title`: what she called it there. `body` has `{{1}}`, `{{2}}` … for the fields; what only a picture or a button
    fills can't be sent from here (`is_plain` False).
    """

    name: str
    title: str
    language: str
    body: str
    is_approved: bool
    is_plain: bool = True


@dataclass(frozen=True)
class PullFailed:
    """The provider could not be asked; what was learned before stays. The sentence says why.

    `retry_after_s`: it turned this question away because of its limit, and takes it in so many seconds.
    """

    detail: str
    retry_after_s: float | None = None


@runtime_checkable
class SupportsTemplates(Protocol):
    """A provider that keeps wordings which were approved."""

    def list_templates(self, deadline: float) -> list[ApprovedTemplate] | PullFailed:
        """All wordings that the owner has handed in there, approved or not."""
        ...


@runtime_checkable
class SupportsDkim(Protocol):
    """A mail service that says under which names of a domain its signing keys stand."""

    def list_dkim_selectors(self, domain: str, deadline: float) -> tuple[str, ...]:
        """The names before `._domainkey` (RFC 6376); none where it doesn't say, or does not know the domain."""
        ...


@dataclass(frozen=True)
class Pending:
    """A message that was handed over and whose fate is not final yet."""

    message_id: int
    reference: str
    provider_id: str
    accepted_at: datetime


@dataclass(frozen=True)
class Report:
    """One fact about a message that was handed over. `event_id` is unique within the provider.

    `provider_id` names the message at the provider; `refusal` says why it failed where the provider says so, `account`
    that it failed because of the owner's account.
    """

    event_id: str
    provider_id: str
    kind: EventKind
    at: datetime
    code: str | None = None
    detail: str | None = None
    refusal: Refusal | None = None
    account: AccountCause | None = None


@dataclass(frozen=True)
class Reply:
    """Something a person wrote to the shop's number or mailbox."""

    event_id: str
    address: str
    text: str
    at: datetime


@dataclass(frozen=True)
class OptOut:
    """The provider's own word that an address wants no more messages.

    `is_standing`: the provider says of nobody since when, only who it carries nothing to now, whatever the shop knows.
    """

    event_id: str
    address: str
    at: datetime
    wording: str
    is_standing: bool = False


@dataclass(frozen=True)
class Bounce:
    """The provider's own word that an address takes no mail any more, whichever message told it."""

    event_id: str
    address: str
    at: datetime
    wording: str


class CallResult(StrEnum):
    """What came of a conversation."""

    INTERESTED = "interested"
    NOT_NOW = "not_now"
    STOP = "stop"
    WRONG_PERSON = "wrong_person"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class Conversation:
    """A call that was answered: what came of it and what was said; empty where the provider doesn't tell."""

    event_id: str
    provider_id: str
    at: datetime
    result: CallResult
    summary: str = ""
    transcript: str = ""
    recording_url: str = ""
    seconds: int = 0
    cost_usd: float | None = None


class MailKind(StrEnum):
    """What a mail in the owner's mailbox is."""

    BOUNCE = "bounce"
    SOFT_BOUNCE = "soft_bounce"
    DELAYED = "delayed"
    COMPLAINT = "complaint"
    AUTO_REPLY = "auto_reply"
    WRITTEN = "written"


@dataclass(frozen=True)
class MailBack:
    """One mail in the owner's mailbox. `event_id`: its own Message-ID.

    `recipient`: for a bounce, the address that took no mail. `names`: the mails that it answers or returns, by the part
    of their Message-ID before the @, nearest first. `tokens`: what may be our words of an unsubscribe address.
    `text`: what its writer wrote herself, or a bounce's reason without personal data.
    """

    event_id: str
    kind: MailKind
    at: datetime
    sender: str = ""
    recipient: str = ""
    names: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    subject: str = ""
    text: str = ""


@dataclass(frozen=True)
class Pulled:
    """One page of what a provider knows. `cursor` resumes after it; `more` says that another page waits now.

    `note` is a sentence for the owner when the provider doesn't offer this (nothing is wrong then).
    """

    reports: tuple[Report, ...] = ()
    replies: tuple[Reply, ...] = ()
    opt_outs: tuple[OptOut, ...] = ()
    bounces: tuple[Bounce, ...] = ()
    mails: tuple[MailBack, ...] = ()
    conversations: tuple[Conversation, ...] = ()
    cursor: str | None = None
    more: bool = False
    note: str | None = None


@runtime_checkable
class SupportsStatusPull(Protocol):
    """A provider that can be asked for delivery, replies or opt-outs."""

    def pull(
        self, cursor: str | None, now: datetime, pending: Sequence[Pending], deadline: float
    ) -> Pulled | PullFailed:
        """The next page after `cursor` (None: from the start), as of `now`; `pending` are messages still open."""
        ...


@runtime_checkable
class Mailbox(SupportsStatusPull, Protocol):
    """The mailbox to which customers answer; it is only read."""

    @property
    def name(self) -> str:
        """Its name as the settings spell it."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What it can tell."""
        ...

    def test(self) -> TestResult:
        """Log in and look; changes nothing."""
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...
