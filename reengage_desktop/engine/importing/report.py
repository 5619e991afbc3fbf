"""What is asked of an import, and what it tells afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from reengage_desktop.domain.answers import Answers, Remembered
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ChannelName, FilledRule, ImportKind

Progress = Callable[[int, int | None], None]
"""Is told the rows done and, once known, their number."""

CancelCheck = Callable[[], bool]
"""Whether the owner wants the work to stop."""

MOST_ERRORS = 100
"""So many errors are told in the report; all of them are in the rejects file."""


_REQUESTED = {"columns": "mapping"}
"""What a request calls an answer that it names otherwise."""


class ImportRefused(Exception):
    """The import can't be done; nothing was changed. The text is the sentence for the owner."""

    speaks = True

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class ColumnsUnknown(ImportRefused):
    """The file can be read, but its columns don't show what records of the kind need; the owner may name them.

    `missing`: of each group at least one field has to be named; `columns`: what was recognised, our field to the file's
    column. It travels between processes, which is why it can be made of its sentence alone.
    """

    def __init__(
        self,
        sentence: Sentence,
        kind: ImportKind = ImportKind.CUSTOMERS,
        missing: tuple[tuple[str, ...], ...] = (),
        columns: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(sentence)
        self.kind = kind
        self.missing = missing
        self.columns = dict(columns or {})


class ImportCancelled(Exception):
    """The owner cancelled; nothing was changed. The text is the sentence for the owner."""

    speaks = True

    def __init__(self, sentence: str = "The import was cancelled. Nothing was changed.") -> None:
        super().__init__(sentence)


@dataclass(frozen=True)
class ImportRequest:
    """One file and what the owner said about it.

    `kind` None: found out from the columns. `consent` with `wording`: everyone in this file agreed to these channels,
    and this is what they were told; who said no stays out. `sheet`: of a workbook, None: the first that is a list; it
    is said of this file only, and never remembered. `filled` None: the file's word in lists of customers and
    products, the shop's elsewhere. `is_fresh`: what was answered about an earlier file with these columns does not
    count. `origin`: `owner`, or `folder` for the watched one. `rejects_dir`: where the list of refused rows is written
    (None: nowhere); `rejects_to`: the very file that it is written to, also by a dry run.
    """

    path: Path
    kind: ImportKind | None = None
    mapping: Mapping[str, str] | None = None
    date_order: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    country: str | None = None
    currency: str | None = None
    filled: FilledRule | None = None
    consent_words: Mapping[str, str] | None = None
    is_fresh: bool = False
    sheet: str | None = None
    origin: str = "owner"
    consent: tuple[ChannelName, ...] = ()
    wording: str | None = None
    is_dry_run: bool = False
    rejects_dir: Path | None = None
    rejects_to: Path | None = None

    @property
    def answers(self) -> Answers:
        """What the owner said about how to read it."""
        said = {each.name: getattr(self, _REQUESTED.get(each.name, each.name)) for each in fields(Answers)}
        return Answers(**{name: answer for name, answer in said.items() if answer})

    def answered(self, answers: Answers, kind: ImportKind | None) -> "ImportRequest":
        """The same request with these answers."""
        given: dict[str, Any] = {
            _REQUESTED.get(each.name, each.name): getattr(answers, each.name) or None for each in fields(Answers)
        }
        return replace(self, kind=kind, **given)


@dataclass(frozen=True)
class RowError:
    """One cell or row that was refused; `row` is the line in the file, the header's being 1."""

    row: int
    column: str | None
    value: str | None
    message: str

    def as_json(self) -> dict[str, Any]:
        """The error as the command line tells it."""
        return {"row": self.row, "column": self.column, "value": self.value, "message": self.message}


@dataclass(frozen=True)
class Problem:
    """One cause for which cells or rows were not taken; `message` stands for all of them (the first one's own).

    `count` of places; `is_rejected`: whole rows stay out; `samples`: the first lines with their values.
    """

    column: str | None
    message: str
    count: int
    is_rejected: bool
    samples: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class ShownRow:
    """One of the file's first rows as it was understood: by our fields, values ready to be written.

    Moments and amounts come as the reading made them: datetime, date, Decimal.
    """

    line: int
    values: Mapping[str, Any]


@dataclass(frozen=True)
class ImportReport:
    """What an import did, or would do (`import_id` None: a dry run)."""

    import_id: int | None
    kind: ImportKind
    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    anonymous: int = 0
    has_new_noes: bool = False
    rejects_file: Path | None = None
    columns: dict[str, str] = field(default_factory=dict)
    joint_columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """All columns of the fields that several feed: joined, or the first one that is filled."""
    errors: tuple[RowError, ...] = ()
    notes: tuple[Sentence, ...] = ()
    questions: tuple[Sentence, ...] = ()
    for_customers: tuple[str, ...] = ()
    """Columns left out here that the same file would give when it is imported as customers; all after a dry run."""
    export: str | None = None
    """What the file is an export of, where that was recognised; in English, as its preset says it."""
    problems: tuple[Problem, ...] = ()
    shown: tuple[ShownRow, ...] = ()
    same_file_at: int | None = None
    """When this very file was imported before, in unix seconds."""
    remembered: Remembered | None = None
    """The answers of an earlier file that were taken for this one."""

    def as_json(self) -> dict[str, Any]:
        """The document that `import --json` prints."""
        return {
            "import_id": self.import_id,
            "kind": str(self.kind),
            "rows": self.rows,
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "rejected": self.rejected,
            "rejects_file": None if self.rejects_file is None else str(self.rejects_file),
            "columns": self.columns,
            "errors": [error.as_json() for error in self.errors],
            "notes": [*self.notes, *self._stays_out()],
        }

    def _stays_out(self) -> list[str]:
        """What the window says beside the columns: a no that stands in one of them is not heard in silence."""
        columns = ", ".join(f"“{column}”" for column in self.for_customers)
        again = "import this same file once more as customers to take it in."
        return [f"What is about the customers stays out here ({columns}): {again}"] if columns else []

    def is_worth_writing(self, consent: tuple[ChannelName, ...] = ()) -> bool:
        """Whether writing would change anything: other records, a new no, or the owner's word about known people."""
        return self.created + self.updated > 0 or self.has_new_noes or (bool(consent) and self.unchanged > 0)

    def written(self, import_id: int, notes: tuple[Sentence, ...]) -> "ImportReport":
        """The same report once it was carried out."""
        return replace(self, import_id=import_id, notes=notes)


@dataclass(frozen=True)
class UndoReport:
    """What taking an import back did: records removed, records put back to what they were."""

    import_id: int
    removed: int
    restored: int
    notes: tuple[Sentence, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The document that `import-undo --json` prints."""
        return {"import_id": self.import_id, "removed": self.removed, "restored": self.restored}
