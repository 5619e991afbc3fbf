"""What asking a provider found, without sending anything: what kind of answer it is, its figures, and a sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import BadAccount, Outcome
from reengage_desktop.transport import Answer

Figures = Mapping[str, str | int]


class TestKind(StrEnum):
    """What a provider's answer comes to."""

    __test__ = False

    WORKS = "works"
    ON_TRIAL = "on_trial"
    NOT_CONFIGURED = "not_configured"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    SUSPENDED = "suspended"
    SENDING_OFF = "sending_off"
    SENDER_UNVERIFIED = "sender_unverified"
    SENDER_NOT_YOURS = "sender_not_yours"
    MAY_NOT_SEND = "may_not_send"
    NO_BALANCE = "no_balance"
    NO_TEMPLATE = "no_template"
    UNKNOWN_ID = "unknown_id"
    UNREADABLE = "unreadable"


_GOOD = frozenset({TestKind.WORKS, TestKind.ON_TRIAL})


@dataclass(frozen=True)
class TestResult:
    """What asking the provider found. `detail`: the command line's sentence, with all that the figures say.

    `figures`, each only where the provider tells it: `provider` (its title), `words` (what it said, or what went
    wrong on the way), `cause` (of an AccountCause), `account`, `sender`, `balance` and `currency`, `quota_day` and
    `sent_day`, `quota_left`, `spend_limit`, `templates`, `quality`, `mails` and `folder`, `what` (which id it does not
    know).
    """

    __test__ = False

    kind: TestKind
    detail: str
    figures: Figures = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether messages can go."""
        return self.kind in _GOOD


def found(kind: TestKind, detail: str, **figures: str | int | None) -> TestResult:
    """A result with those of its figures that are known."""
    return TestResult(kind, detail, {name: value for name, value in figures.items() if value not in (None, "")})


def works(detail: str, **figures: str | int | None) -> TestResult:
    """A provider that takes messages."""
    return found(TestKind.WORKS, detail, **figures)


def unreachable(title: str, fault: object) -> TestResult:
    """A provider that gave no answer, for the reason that `fault` tells."""
    words = str(getattr(fault, "detail", ""))
    return found(TestKind.UNREACHABLE, f"{title} was not reached: {words}", provider=title, words=words)


def said_no(title: str, outcome: Outcome) -> TestResult:
    """A provider that refused the question itself."""
    words = str(getattr(outcome, "detail", "")) or "it gave no reason."
    cause = outcome.cause.value if isinstance(outcome, BadAccount) else None
    return found(TestKind.REFUSED, f"{title} refused: {words}", provider=title, words=words, cause=cause)


def answered(title: str, answer: object, read: Callable[[Answer, Outgoing | None], Outcome]) -> Answer | TestResult:
    """The provider's good answer to a question, or what the lack of one comes to; `read` knows its errors."""
    if isinstance(answer, BadAccount):  # it was not even asked
        return found(TestKind.REFUSED, answer.detail, provider=title, words=answer.detail, cause=answer.cause.value)
    if not isinstance(answer, Answer):
        return unreachable(title, answer)
    return answer if answer.is_success else said_no(title, read(answer, None))


def text_of(value: object) -> str:
    """A figure that a provider tells in words; empty where it is none."""
    return value if isinstance(value, str) else ""


def whole_of(value: object) -> int | None:
    """A figure that a provider tells as a number, cut to a whole one; None where it is none."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return int(value) if is_number and abs(value) < 2**53 else None  # type: ignore[arg-type, call-overload]
