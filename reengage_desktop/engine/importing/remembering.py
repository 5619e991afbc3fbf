"""What the owner answered about a file is known again for the next one with the same columns."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reengage_desktop.connectors.opening.aside import Aside
from reengage_desktop.connectors.opening.files import open_table
from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.connectors.recognising.kinds.file_names import never_agreed, says_left
from reengage_desktop.connectors.recognising.rows.events import named_kind
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.refusals import FileRefused
from reengage_desktop.domain.answers import Remembered
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing.report import ImportRefused
from reengage_desktop.engine.importing.turns import import_turn, scratch_folder
from reengage_desktop.engine.importing.work import Work
from reengage_desktop.store import imports
from reengage_desktop.store.connection import Database


def header_key(header: Sequence[str], path: Path) -> str:
    """What tells files with the same columns, in whatever order and case these stand.

    And whose names say the same of whom they list: `unsubscribed.csv` is no further `customers.csv`.
    """
    said = {"left": says_left(path), "never agreed": never_agreed(path), str(named_kind(path)): named_kind(path)}
    names = [*sorted(map(normal, header)), *(f"\n{word}" for word, is_said in said.items() if is_said)]
    return hashlib.sha256("\n".join(names).encode()).hexdigest()


def open_answered(work: Work, folder: Path) -> tuple[Work, Table, Remembered | None]:
    """The file as the owner wants it read: as this request says, else as the last file with these columns was.

    `folder`: where the text of a workbook lies meanwhile. Raises FileRefused, Cancelled and OSError.
    """
    request = work.request
    aside = Aside(folder, work.go_on)
    table = _open(work, aside)
    if request.is_fresh or not request.answers.is_empty:
        return work, table, None
    found = imports.find_answers(work.db, header_key(table.header, table.path), request.kind)
    if found is None or found.answers.is_empty:
        return work, table, None
    again = replace(work, request=request.answered(found.answers, ImportKind(found.kind)))
    if found.answers.encoding or found.answers.delimiter:
        table.close()
        table = _open(again, aside)
    return again, table, found


def find_known(db: Database, path: Path, settings: Settings, kind: ImportKind | None = None) -> Remembered | None:
    """What is known of the columns of a file from an earlier import of the owner's.

    Raises ImportRefused, also while another import is running.
    """
    with import_turn(db), scratch_folder(db) as folder:
        try:
            table = open_table(path, country=settings.country, aside=Aside(folder))
        except FileRefused as refusal:
            raise ImportRefused(refusal.sentence) from refusal
        try:
            return imports.find_answers(db, header_key(table.header, table.path), kind)
        finally:
            table.close()


def natural_key(work: Work, table: Table, folder: Path) -> str:
    """The key under which the next file is looked for: of its columns before any answer is known."""
    if not (work.request.encoding or work.request.delimiter):
        return header_key(table.header, table.path)
    request, aside = work.request, Aside(folder, work.go_on)
    plain = open_table(request.path, sheet=request.sheet, country=work.settings.country, aside=aside)
    try:
        return header_key(plain.header, plain.path)
    finally:
        plain.close()


def _open(work: Work, aside: Aside) -> Table:
    request = work.request
    return open_table(
        request.path,
        sheet=request.sheet,
        country=request.country or work.settings.country,
        encoding=request.encoding,
        delimiter=request.delimiter,
        aside=aside,
    )
