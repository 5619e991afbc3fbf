"""Each good file written in other ways is the same, or says where it is broken; no row goes in silence (issue 4)."""

import csv
import io
import random
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest

from reengage_desktop.connectors.vocabulary.refusals import FileRefused
from tests.connectors.tables import Read, shop, write
from tests.connectors.unseen import CASES
from tests.connectors.unseen.case import CURRENCIES, Case

_OWN_SHAPE = frozenset(
    "monday-groups salesforce-report-footer hand-german hand-french surveymonkey merged-consent-fr further-right-de "
    "dnc-phones vcard-to-csv two-tables orders-then-summary salon-card-file-de florist-two-row-heading-fr "
    "fond-clients-it bare-leavers second-table-close-below title-description-total-nl "
    "sets-quotes-behind-backslashes".split()
)
"""Cases with lines of their own above or below their rows, of a single column, or with quotes in a way of their own."""

_GOOD = [case for case in CASES if not case.refused and case.name not in _OWN_SHAPE]
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp1250", "cp932")
_ENDS = ("\n", "\r\n", "\r", "mixed")
_MARKS = (",", ";", "\t", "|")
_WAYS = list(product(_MARKS, _ENDS, (csv.QUOTE_MINIMAL, csv.QUOTE_ALL)))
Rows = list[list[str]]


def _rows(case: Case) -> Rows:
    mark = max(_MARKS, key=case.text.splitlines()[0 if case.name != "quickbooks-sales-report" else 4].count)
    return list(csv.reader(io.StringIO(case.text), delimiter=mark))


def _text(rows: Rows, mark: str, end: str, quoting: int) -> str:
    lines = []
    for row in rows:
        out = io.StringIO()
        # A cell with a line end in it is quoted only where the writer ends its own lines with one.
        csv.writer(out, delimiter=mark, quoting=quoting, lineterminator="\r\n").writerow(row)  # type: ignore[arg-type]
        lines.append(out.getvalue().removesuffix("\r\n"))
    ends = ["\n", "\r\n"] if end == "mixed" else [end]
    return "".join(line + ends[at % len(ends)] for at, line in enumerate(lines))


def _read(folder: Path, case: Case, content: bytes) -> Read:
    settings = shop(case.country, currency=CURRENCIES[case.country])
    return Read(write(folder, content, case.file_name), settings=settings)


def _came_of(read: Read) -> tuple[object, ...]:
    return str(read.plan.kind), read.plan.preset, [str(sorted(each.items(), key=str)) for each in read.values]


def _encodings_of(text: str) -> list[str]:
    found = []
    for name in _ENCODINGS:
        try:
            text.encode(name)
        except UnicodeEncodeError:
            continue
        # A page of another language reads the same bytes as other letters; only the program's country can tell.
        if name.startswith("utf") or text.isascii():
            found.append(name)
    return found


def _ways(case: Case, count: int) -> Iterator[tuple[str, bytes]]:
    chance = random.Random(case.name)  # noqa: S311 - a choice of tests
    rows = _rows(case)
    for mark, end, quoting in chance.sample(_WAYS, count):
        text = _text(rows, mark, end, quoting)
        encoding = chance.choice(_encodings_of(text))
        yield f"{encoding} {mark!r} {end!r} {quoting}", text.encode(encoding)


def _check_ways(folder: Path, case: Case, count: int) -> None:
    expected = _came_of(_read(folder, case, case.text.encode(case.encoding)))
    for way, content in _ways(case, count):
        assert _came_of(_read(folder, case, content)) == expected, way


def _trailing(rows: Rows) -> Rows:
    return [[*row, ""] for row in rows]


def _blank_lines(rows: Rows) -> Rows:
    return [each for row in rows for each in (row, [""])] + [[""] * len(rows[0])]


def _title(rows: Rows) -> Rows:
    return [["Exported on a Tuesday"], [], *rows]


_HARMLESS: tuple[Callable[[Rows], Rows], ...] = (_trailing, _blank_lines, _title)


def _check_clutter(folder: Path, case: Case) -> None:
    if case.name == "quickbooks-sales-report":
        return  # it has its own lines above
    rows = _rows(case)
    expected = _came_of(_read(folder, case, case.text.encode()))
    for change in _HARMLESS:
        read = _read(folder, case, _text(change(rows), ",", "\n", csv.QUOTE_MINIMAL).encode())
        assert _came_of(read) == expected, change.__name__


def _check_header_again(folder: Path, case: Case) -> None:
    """Two exports one after the other: the second header is left out and told, the rows behind it are taken."""
    rows = _rows(case)
    if case.name == "quickbooks-sales-report":
        return
    once = _read(folder, case, case.text.encode())
    head = once.table.header_line - 1  # lines of its own may stand above
    again = [*rows, *rows[head : head + 2]]
    read = _read(folder, case, _text(again, ",", "\n", csv.QUOTE_MINIMAL).encode())
    again_at = _text(rows, ",", "\n", csv.QUOTE_MINIMAL).count("\n") + 1
    assert again_at in read.rejected
    is_taken = head + 2 not in once.rejected and once.records[0].line == head + 2
    assert len(read.records) == len(once.records) + int(is_taken)


def _check_cut(folder: Path, case: Case, count: int) -> None:
    """A file cut off anywhere: rows that were whole are the same, the rest is told or refused; nothing else happens."""
    content = case.text.encode()
    chance = random.Random(case.name)  # noqa: S311 - a choice of tests
    first = case.text.encode().index(b"\n") + 2
    for at in sorted(chance.sample(range(first, len(content)), min(count, len(content) - first))):
        try:
            read = _read(folder, case, content[:at])
        except FileRefused:
            continue  # in one sentence
        lines = content[:at].decode("utf-8", "ignore").count("\n")
        told = {record.line for record in read.records} | {fault.line for fault in read.faults}
        assert all(line <= lines + 1 for line in told)


@pytest.mark.parametrize("case", _GOOD[::12], ids=lambda case: case.name)
def test_a_file_written_in_another_way(tmp_path: Path, case: Case) -> None:
    """Promise 20, in short: two ways of writing, clutter, a second header and three cuts of some of the files."""
    _check_ways(tmp_path, case, 2)
    _check_clutter(tmp_path, case)
    _check_header_again(tmp_path, case)
    _check_cut(tmp_path, case, 3)


@pytest.mark.soak
@pytest.mark.parametrize("case", _GOOD, ids=lambda case: case.name)
def test_every_file_written_in_every_way(tmp_path: Path, case: Case) -> None:
    """Promise 20: all delimiters, line ends and ways of quoting, in encodings that hold the text; forty cuts."""
    _check_ways(tmp_path, case, len(_WAYS))
    _check_clutter(tmp_path, case)
    _check_header_again(tmp_path, case)
    _check_cut(tmp_path, case, 40)
