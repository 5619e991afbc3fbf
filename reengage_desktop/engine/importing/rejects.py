"""The list of refused rows, for the owner to mend and import again; opened in a spreadsheet it does nothing."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path

from reengage_desktop.connectors.checking.plan import Plan
from reengage_desktop.connectors.checking.readers import BadCell, reader_of
from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.connectors.vocabulary.refusals import Fault
from reengage_desktop.domain.sheets import BEFORE_REFUSED, csv_lines
from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing.report import MOST_ERRORS, RowError
from reengage_desktop.store.importing import complaints
from reengage_desktop.store.importing.complaints import TOLD
from reengage_desktop.store.importing.staged import stage
from reengage_desktop.store.scratch import Scratch
from reengage_desktop.store.whole_files import written_whole

_END = 1 << 60

NumberOf = Callable[[Sequence[str]], str | None]
"""The number of the order that a row's cells name; None where they name none."""


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


def order_numbers(table: Table, plan: Plan) -> NumberOf:
    """How the number of a row's order is read."""
    source = next((each for each in plan.sources if each.field == "order_id" and len(each.columns) == 1), None)
    if plan.kind is not ImportKind.ORDERS or source is None:
        return lambda _cells: None
    place, read = table.header.index(source.main_column), reader_of(source, may_flip_names=False)

    def number_of(cells: Sequence[str]) -> str | None:
        with suppress(BadCell, IndexError):  # IndexError: a line with too few cells
            number = read(cells[place])
            return number if isinstance(number, str) else None
        return None

    return number_of


def note_faults(scratch: Scratch, faults: Sequence[Fault], table: Table, number_of: NumberOf) -> None:
    """Keeps what can't be read of a file, each line once for the list of refused rows; inside the caller's batch."""
    by_line = _by_line(faults)
    texts = csv_lines([(each.line, each.column or "", each.message, *each.cells) for each in by_line], _mark(table))
    listed = dict(zip((each.line for each in by_line), texts, strict=True))
    rows = [
        (
            *(each.line, each.column, each.value, each.message, int(each.is_rejected), number_of(each.cells)),
            listed.pop(each.line, TOLD),
        )
        for each in faults
    ]
    names = ("line", "column_name", "value", "message", "is_rejected", "order_number", "listed")
    stage(scratch, "bad_lines", names, rows)


def _by_line(faults: Sequence[Fault]) -> Sequence[Fault]:
    """One complaint for each line, with the columns and the words of all."""
    if len({each.line for each in faults}) == len(faults):
        return faults
    found: dict[int, Fault] = {}
    for each in faults:
        above = found.get(each.line)
        if above is not None:
            where = "; ".join(dict.fromkeys(filter(None, (above.column, each.column))))
            each = above._replace(column=where, message=f"{above.message} {each.message}")  # noqa: PLW2901 - as one
        found[each.line] = each
    return list(found.values())


def write_rejects(scratch: Scratch, table: Table, plan: Plan, target: Path) -> Path | None:
    """Writes the refused rows with line, column and cause before their own cells; None where nothing was refused.

    Every row stands once, and with it the others of its order: mended and imported again the list tells the whole of
    it. Rows of people who asked to be forgotten are told by their line only. Raises OSError.
    """
    if scratch.value("SELECT 1 FROM bad_lines LIMIT 1") is None:
        return None
    target.parent.mkdir(parents=True, exist_ok=True)
    told = complaints.lines(scratch, has_orders=plan.kind is ImportKind.ORDERS and plan.has("order_id"))
    with written_whole(target, "utf-8-sig") as file:
        file.writelines(csv_lines([(*BEFORE_REFUSED, *table.header)], _mark(table)))
        file.writelines(_listed(told, table, _lines_of_forgotten(scratch)))
    return target


def _mark(table: Table) -> str:
    """What separates the cells: as her own file does, her spreadsheet program reads them."""
    return ";" if table.delimiter == ";" else ","


def _listed(told: Iterator[complaints.Told], table: Table, hers: set[int]) -> Iterator[str]:
    """Every complaint beside its row, and every row once, as a line of CSV.

    Rows of which it turned out later that they can't be taken are read once more, in step with the sorted complaints.
    """
    mark, rows, done = _mark(table), _InStep(table), 0
    spans: list[tuple[int, str, str]] = []
    for first, last, column, message, listed in chain(told, [(_END, _END, "", "", "")]):
        while spans:
            until, where, why = spans[-1]
            for line, cells in rows.between(done + 1, min(first - 1, until)):
                yield from csv_lines([(line, where, why, *([] if line in hers else cells))], mark)
                done = line
            if until >= first:
                break
            spans.pop()
        if listed is not None:
            yield csv_lines([(first, column, _without_cell(message))], mark)[0] if first in hers else listed
            done = first
        elif first <= done and message:
            yield from csv_lines([(first, column, message)], mark)
        if listed is None and last > done:
            spans.append((last, column, message or complaints.WITH_ITS_ORDER))


class _InStep:
    """The rows of a file, looked at in one go from its start."""

    def __init__(self, table: Table) -> None:
        self._rows = table.rows()
        self._next: tuple[int, list[str]] = (0, [])

    def between(self, low: int, high: int) -> Iterator[tuple[int, list[str]]]:
        """Those that begin on these lines; none of them is given again."""
        while low <= high and self._next[0] <= high:
            line, cells = self._next
            self._next = next(self._rows, (_END, []))
            if line >= low:
                yield line, cells


def _without_cell(message: str) -> str:
    """A complaint (`“cell”: sentence`) without what it complains of."""
    return message.partition("”: ")[2] or message


def _lines_of_forgotten(scratch: Scratch) -> set[int]:
    """The lines that tell of people who asked to be forgotten, and of what they bought."""
    told = scratch.rows(
        "SELECT line, coalesce(last_line, line) FROM bad_lines WHERE listed IS NULL "
        "AND message LIKE '%asked to be forgotten%' UNION ALL "
        "SELECT line, last_line FROM heads WHERE pid IN (SELECT pid FROM people WHERE is_erased = 1)"
    )
    return {line for first, last in told for line in range(first, last + 1)}
