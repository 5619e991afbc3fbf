"""The list of refused rows, for the owner to mend and import again; opened in a spreadsheet it does nothing."""

import csv
from collections.abc import Iterator
from pathlib import Path

from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.domain.sheets import inert
from reengage_desktop.engine.importing.report import MOST_ERRORS, RowError
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


def write_rejects(scratch: Scratch, table: Table, target: Path) -> Path | None:
    """Writes the refused rows with line, column and cause before their own cells; None where nothing was refused.

    Rows of people who asked to be forgotten are told by their line only. Raises OSError.
    """
    if scratch.value("SELECT 1 FROM bad_lines LIMIT 1") is None:
        return None
    target.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(target, "utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(["Line", "Column", "Cause", *(inert(name) for name in table.header)])
        for line, column, message, cells in _with_cells(scratch, table):
            writer.writerow([line, inert(column or ""), message, *(inert(cell) for cell in cells)])
    return target


def _with_cells(scratch: Scratch, table: Table) -> Iterator[tuple[int, str | None, str, list[str]]]:
    """Every complaint beside its row: the file is read once more, in step with the sorted complaints."""
    rows = table.rows()
    line, cells = 0, list[str]()
    for first, last, column, message in scratch.rows(
        "SELECT line, coalesce(last_line, line), column_name, message FROM bad_lines ORDER BY line, rowid"
    ):
        while line < first:
            line, cells = next(rows, (1 << 60, []))
        forgotten = "asked to be forgotten" in message
        if line > first:
            yield first, column, message, []  # a row that could not even be cut into cells
            continue
        while line <= last:
            yield line, column, message, [] if forgotten else cells
            if last == first:
                break
            line, cells = next(rows, (1 << 60, []))
