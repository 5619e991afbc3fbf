"""What the owner says about a file beside choosing it: remembered for the next file with the same columns."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from reengage_desktop.domain.vocabulary import FilledRule


@dataclass(frozen=True)
class Answers:
    """The owner's answers; None or nothing: as recognised.

    `columns`: our field to the file's column, empty for what is left out. `date_order`: dmy, mdy or ymd. `country`: of
    phone numbers without a prefix (ISO 3166-1). `currency`: of amounts that name none (ISO 4217). `consent_words`:
    words of columns of consent, to `yes`, `no` or nothing. What people agreed to is never an answer that is remembered.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    date_order: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    country: str | None = None
    currency: str | None = None
    filled: FilledRule | None = None
    consent_words: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether the owner said nothing."""
        return self == Answers()

    def as_record(self) -> dict[str, Any]:
        """The answers as the database keeps them, without those that were not given."""
        return {name: value for name, value in asdict(self).items() if value}


def answers_from(record: Mapping[str, Any]) -> Answers:
    """The answers that `as_record` had put away."""
    filled = record.get("filled")
    return Answers(**{**record, "filled": FilledRule(filled) if filled else None})


@dataclass(frozen=True)
class Remembered:
    """Answers that the shop knows from an earlier file with the same columns, and when they were last used."""

    key: str
    kind: str
    answers: Answers
    at: int
