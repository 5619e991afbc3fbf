"""What goes wrong with a file, as sentences for the owner."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ImportKind


class FileRefused(Exception):
    """A file that can't be taken at all; the sentence says what it is and what would work."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class WrongKind(FileRefused):
    """A readable file that does not hold what was asked for; the text says what it holds and what would work."""


class UnknownColumns(WrongKind):
    """Columns that don't show what records of a kind need; the owner may know it and name them.

    `missing`: of each group at least one field has to be named; `columns`: what was recognised, our field to the file's
    column.
    """

    def __init__(
        self, sentence: Sentence, kind: ImportKind, missing: Sequence[Sequence[str]], columns: Mapping[str, str]
    ) -> None:
        super().__init__(sentence)
        self.kind = kind
        self.missing = tuple(map(tuple, missing))
        self.columns = dict(columns)


class Fault(NamedTuple):
    """One cell or line that could not be taken as it stands.

    `line` is the physical line on which the record begins (header = its line); `column` is the file's own name for it.
    `is_rejected`: the whole record was left out; otherwise it was kept without this value.
    `cells`: the record as it was read. A tuple, as hundreds of thousands travel from process to process.
    """

    line: int
    column: str | None
    value: str
    message: str
    is_rejected: bool = True
    cells: Sequence[str] = ()
