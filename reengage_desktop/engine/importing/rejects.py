"""The list of refused rows, for the owner to mend and import again; opened in a spreadsheet it does nothing."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.connectors.vocabulary.refusals import Fault
from reengage_desktop.domain.sheets import csv_lines
from reengage_desktop.engine.importing.report import MOST_ERRORS, RowError
from reengage_desktop.store.importing.staged import stage
from reengage_desktop.store.scratch import Scratch
from reengage_desktop.store.whole_files import written_whole


def list_errors(scratch: Scratch) -> tuple[RowError, ...]:
    """The first errors in the order of the file."""
    return tuple(
        RowError(*row)
        for row in scratch.rows(
            "SELECT line, column_name, value, message FROM bad_lines ORDER BY line, rowid LIMIT ?", (MOST_ERRORS,)
        )
    )


def count_rejected(scratch: Scratch) -> int:
    """How many rows of the file were refused."""
    whole: int = scratch.value(
        "SELECT coalesce(sum(row_count), 0) FROM bad_lines WHERE is_rejected = 1 AND last_line IS NOT NULL"
    )
    single: int = scratch.value(
        "SELECT count(DISTINCT line) FROM bad_lines WHERE is_rejected = 1 AND last_line IS NULL"
    )
    return whole + single


def note_faults(scratch: Scratch, faults: Sequence[Fault]) -> None:
    """Keeps what can't be read of a file, each with its line in the list of refused rows; inside the caller's batch."""
    listed = csv_lines([(each.line, each.column or "", each.message, *each.cells) for each in faults])
    rows = [
        (each.line, each.column, each.value, each.message, int(each.is_rejected), text)
        for each, text in zip(faults, listed, strict=True)
    ]
    stage(scratch, "bad_lines", ("line", "column_name", "value", "message", "is_rejected", "listed"), rows)


def write_rejects(scratch: Scratch, table: Table, target: Path) -> Path | None:
    """Writes the refused rows with line, column and cause before their own cells; None where nothing was refused.

    Rows of people who asked to be forgotten are told by their line only. Raises OSError.
    """
    if scratch.value("SELECT 1 FROM bad_lines LIMIT 1") is None:
        return None
    target.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(target, "utf-8-sig") as file:
        file.writelines(csv_lines([("Line", "Column", "Cause", *table.header)]))
        file.writelines(_listed(scratch, table))
    return target


def _listed(scratch: Scratch, table: Table) -> Iterator[str]:
    """Every complaint beside its row, as a line of CSV.

    Rows of which it turned out later that they can't be taken are read once more, in step with the sorted complaints.
    """
    hers = _lines_of_forgotten(scratch)
    rows = table.rows()
    line, cells = 0, list[str]()
    for first, last, column, message, listed in scratch.iterate(
        "SELECT line, coalesce(last_line, line), coalesce(column_name, ''), message, listed FROM bad_lines "
        "ORDER BY line, rowid"
    ):
        if listed is not None:
            yield csv_lines([(first, column, _without_cell(message))])[0] if first in hers else listed
            continue
        while line < first:
            line, cells = next(rows, (1 << 60, []))
        if line > first:  # told before, with the order that it belongs to
            yield from csv_lines([(first, column, message)])
            continue
        while line <= last:
            yield from csv_lines([(line, column, message, *([] if line in hers else cells))])
            if last == first:
                break
            line, cells = next(rows, (1 << 60, []))


def _without_cell(message: str) -> str:
    """A complaint (`“cell”: sentence`) without what it complains of."""
    return message.partition("”: ")[2] or message


def _lines_of_forgotten(scratch: Scratch) -> set[int]:
    """The lines that tell of people who asked to be forgotten."""
    told = scratch.rows(
        "SELECT line, coalesce(last_line, line) FROM bad_lines WHERE listed IS NULL "
        "AND message LIKE '%asked to be forgotten%'"
    )
    return {line for first, last in told for line in range(first, last + 1)}
