"""Workbooks (XLSX, XLS, ODS) turned into plain text by a child process that may use only so much memory and time."""

import csv
import errno
import multiprocessing
import os
import re
import shutil
import signal
import sys
import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from reengage_desktop import children
from reengage_desktop.connectors.opening import old_workbooks
from reengage_desktop.connectors.opening.aside import Aside
from reengage_desktop.connectors.opening.exchanged_days import turn_back
from reengage_desktop.connectors.opening.hidden_rows import count_hidden
from reengage_desktop.connectors.opening.packages import (
    named_by_kind,
    usual_names,
    with_usual_names,
    with_usual_prefixes,
    without_other_errors,
)
from reengage_desktop.connectors.opening.sheets import (
    fill_merged,
    holds_records,
    holds_single_records,
    is_list,
    is_table,
)
from reengage_desktop.connectors.opening.shown_numbers import show_numbers
from reengage_desktop.connectors.opening.watchdog import has_answered
from reengage_desktop.connectors.vocabulary.refusals import FileRefused
from reengage_desktop.domain.sentences import Sentence

_TIME_LIMIT_S = 180
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
_BASE_MEMORY = 400 << 20
_MEMORY_PER_BYTE = 14
_LARGEST = 1 << 30
_LARGEST_RATIO = 120
_SMALL = 20 << 20
_CHANGE_IT = "Open it in a spreadsheet program, keep only the list, and save it as CSV."
_LOCKED = Sentence("workbook_locked", "is protected by a password. Save it without one, or as CSV.")
_TOO_LARGE = Sentence(
    "workbook_memory", f"asks for far more memory than its size explains and was not opened. {_CHANGE_IT}"
)

_UNCALCULATED = re.compile(
    rb"(?:(?:</f>|<f[^<>]*/>)\s*(?:<v>\s*</v>|<v\s*/>)?|<v>#(?:REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)</v>)\s*</c>"
)
"""A formula without a result, or with an error for one; `#N/A` is how a look-up says that there is none."""
_FROM_1904 = re.compile(rb"""date1904\s*=\s*["'](?:1|true)["']""")
_BLOCK = 1 << 20
_LINE_END = re.compile(r"\s*[\r\n]+\s*")
_FIRST_ROWS = 50
_EXACT = 1 << 53
"""As far as a workbook's numbers keep every digit; programs write ids of sixteen."""

_Answer = tuple[str, tuple[str, ...], int, int, bool, int] | Sentence
"""The sheet that was read, all names, how many formulas have no result, how many rows are hidden, whether days count
from 1904, how many had day and month exchanged; or why there is none, without the file's name."""


@dataclass
class SheetText:
    """A sheet written out as UTF-8 CSV, row for row; `close` removes it.

    `uncalculated`: formulas in the workbook without a result that a program has written down. `hidden`: rows that are
    there and not shown. `counts_from_1904`: its days do. `exchanged`: dates whose day and month were turned back.
    """

    text_path: Path
    sheet: str
    sheets: tuple[str, ...]
    uncalculated: int = 0
    hidden: int = 0
    counts_from_1904: bool = False
    exchanged: int = 0

    def close(self) -> None:
        """Removes the text from the disk."""
        shutil.rmtree(self.text_path.parent, ignore_errors=True)


def sheet_as_text(path: Path, sheet: str | None, aside: Aside) -> SheetText:
    """The sheet as text; raises FileRefused for what is damaged, locked, no workbook, or larger than it looks.

    Raises OSError where there is no room for the text, and what `aside` raises to end the work.
    """
    size = _check_package(path)
    folder = aside.folder()
    text_path = folder / "sheet.csv"
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    memory = _BASE_MEMORY + _MEMORY_PER_BYTE * size
    process = context.Process(target=convert, args=(str(path), sheet, str(text_path), memory, sender), daemon=True)
    answer: _Answer | None = None
    try:
        children.start(process)
        sender.close()
        answer = _answer(receiver, process.pid or 0, memory, aside)
        process.join(5)
    finally:
        receiver.close()
        if process.is_alive():
            process.kill()
            process.join()
        if not isinstance(answer, tuple):  # and nobody is left to write into it
            shutil.rmtree(folder, ignore_errors=True)
    if isinstance(answer, Sentence):
        raise _refused(path, answer)
    return SheetText(text_path, *answer)


def _refused(path: Path, answer: Sentence) -> FileRefused:
    """The refusal of a file whose name the answer leaves out."""
    return FileRefused(Sentence(answer.kind, f"“{path.name}” {answer}", file=path.name, **answer.figures))


def _answer(receiver: Connection, pid: int, memory: int, aside: Aside) -> _Answer:
    """What the child says: the sheet that was read and all names, or why there is none."""
    answered = has_answered(receiver, pid, memory=memory, seconds=_TIME_LIMIT_S, go_on=aside.go_on)
    if answered is None:
        return _TOO_LARGE
    if not answered:
        return Sentence("workbook_slow", f"takes too long to read. {_CHANGE_IT}")
    try:
        answer: _Answer | OSError = receiver.recv()
    except (EOFError, OSError):
        return _TOO_LARGE
    if isinstance(answer, OSError):
        raise answer
    return answer


def _check_package(path: Path) -> int:
    """The workbook's size once unpacked; raises FileRefused for other packages and for bombs."""
    with path.open("rb") as file:
        if not file.read(4).startswith(b"PK"):
            return path.stat().st_size
    try:
        with zipfile.ZipFile(path) as package:
            entries = package.infolist()
            names = set(usual_names(package).values())
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, zlib.error, EOFError):
        text = "is damaged or was cut off while it was saved. Export it again."
        raise _refused(path, Sentence("workbook_cut_off", text)) from None
    if not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
        raise _refused(path, _other_package(names))
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if size > _LARGEST or (size > _SMALL and size > _LARGEST_RATIO * max(1, packed)):
        text = f"would unpack to {size >> 20} MB and was not opened. {_CHANGE_IT}"
        raise _refused(path, Sentence("workbook_swells", text, megabytes=size >> 20))
    return size


def _other_package(names: set[str]) -> Sentence:
    if any(name.startswith("Index/") and name.endswith((".iwa", ".zip")) for name in names) or "Index.zip" in names:
        text = "is a Numbers document. In Numbers choose File → Export To → CSV and import that file."
        return Sentence("is_numbers", text)
    if "encrypted-package" in names:
        return _LOCKED
    if "word/document.xml" in names:
        return Sentence("is_document", "is a text document. Export the list as CSV or Excel instead.")
    return Sentence("is_archive", "is an archive, no workbook. Unpack it and import the list inside.")


def convert(path: str, sheet: str | None, out: str, memory: int, sender: Connection) -> None:
    """The child's work: writes the sheet to `out` and answers with its name and all names, or with a sentence."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches all: the program decides
    _limit(memory)
    with suppress(OSError), Path(os.devnull).open("wb") as nowhere:  # its reader's last words are not the owner's
        os.dup2(nowhere.fileno(), 2)
    os.environ["RUST_BACKTRACE"] = "0"  # the reader has no memory left to describe where it ran out: it took minutes
    try:
        answer: Any = _write(path, sheet, Path(out))
    except MemoryError:
        answer = _TOO_LARGE
    with suppress(OSError):
        sender.send(answer)
    sender.close()


def _limit(memory: int) -> None:
    if sys.platform == "win32":
        return  # the parent watches there
    import resource  # noqa: PLC0415 - Unix only

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (_TIME_LIMIT_S, _TIME_LIMIT_S))


def _write(path: str, wanted: str | None, out: Path) -> _Answer | OSError:
    from python_calamine import CalamineError, PasswordError  # noqa: PLC0415 - the child's alone

    try:
        named = named_by_kind(with_usual_names(Path(path), out.parent), out.parent)
        named = with_usual_prefixes(named, out.parent)
        try:
            return _write_sheet(named, wanted, out)
        except CalamineError:
            if (mended := without_other_errors(named, out.parent)) is None:
                raise
            return _write_sheet(mended, wanted, out)
    except PasswordError:
        return _LOCKED
    except (CalamineError, OSError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error) as fault:
        if isinstance(fault, OSError) and fault.errno in _NO_ROOM:
            return fault
        text = "is damaged or no workbook that can be read. Open it in a spreadsheet program and save it as CSV."
        return Sentence("workbook_unreadable", text)


def _write_sheet(path: Path, wanted: str | None, out: Path) -> _Answer:
    """Writes the sheet that is wanted, else the first that is a list; raises CalamineError."""
    from python_calamine import CalamineWorkbook, SheetVisibleEnum  # noqa: PLC0415 - the child's alone

    book = CalamineWorkbook.from_path(path)
    # A sheet that its owner hid is read only where no other is a list.
    shown = {each.name for each in book.sheets_metadata if each.visible == SheetVisibleEnum.Visible}
    names = tuple(sorted(book.sheet_names, key=lambda name: name not in shown))
    if wanted is not None and wanted not in names:
        text = f"has no sheet “{wanted}”. It has “{'”, “'.join(names)}”."
        return Sentence("no_sheet", text, sheet=wanted, others=names)
    likely = [name for name in names if name in shown] if len(names) > 1 else []
    steps = ((holds_single_records, likely), (holds_records, likely), (is_table, names), (is_list, names))
    for is_enough, among in steps:
        for name in (wanted,) if wanted is not None else among:
            sheet = book.get_sheet_by_name(name)
            if wanted is None and not is_enough(sheet.to_python(skip_empty_area=False, nrows=_FIRST_ROWS)):
                continue
            rows = sheet.to_python(skip_empty_area=False)
            hidden = count_hidden(path, name, rows)
            show_numbers(path, name, rows)
            fill_merged(rows, sheet.merged_cell_ranges or ())
            exchanged = turn_back(rows)
            _write_rows(rows, out)
            return name, names, _uncalculated(str(path)), hidden, _counts_from_1904(path), exchanged
    return Sentence("workbook_empty", "holds no rows. Export it again.")


def _counts_from_1904(path: Path) -> bool:
    """Whether the days of a workbook count from 1904, as those of old Macs do; cells of bare numbers need it."""
    if not zipfile.is_zipfile(path):
        return old_workbooks.counts_from_1904(path)
    try:
        with zipfile.ZipFile(path) as package, package.open("xl/workbook.xml") as part:
            return bool(_FROM_1904.search(part.read(_BLOCK)))
    except (zipfile.BadZipFile, KeyError, OSError):
        return False


def _uncalculated(path: str) -> int:
    """How many formulas of an XLSX workbook have no result: whatever wrote them was no spreadsheet program."""
    if not zipfile.is_zipfile(path):
        return 0
    count = 0
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                with package.open(name) as part:
                    rest = b""
                    while block := part.read(_BLOCK):
                        text = rest + block
                        end = text.rfind(b"</c>") + 4
                        count += len(_UNCALCULATED.findall(text[:end])) if end > 3 else 0
                        rest = text[end:] if end > 3 else text
    return count


def _write_rows(rows: list[list[Any]], out: Path) -> None:
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for row in rows:
            # One line per row, so that a line's number is the row's number in the sheet.
            writer.writerow([cell_text(cell) for cell in row] or [""])


def cell_text(cell: Any) -> str:
    """A workbook's cell as its owner reads it: 17850.0 is 17850, dates are ISO 8601, errors are as it shows them."""
    match cell:
        case str():
            text = _LINE_END.sub(" ", cell) if "\n" in cell or "\r" in cell else cell
        case bool():
            text = "TRUE" if cell else "FALSE"
        case float():
            text = str(int(cell)) if cell.is_integer() and abs(cell) <= _EXACT else f"{cell:.15g}"
        case datetime():
            text = cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "seconds")
        case date() | time():
            text = cell.isoformat()
        case _:
            text = str(cell)
    return text
