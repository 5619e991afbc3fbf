"""Opens what a shop exported as one kind of table: delimited text of any encoding, or a workbook's sheet."""

import codecs
import csv
import io
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from reengage_desktop.connectors.opening.aside import SYSTEMS, Aside
from reengage_desktop.connectors.opening.delimiters import (
    choose_delimiter,
    choose_quote,
    declared_delimiter,
    fixed_width_columns,
    has_blanks_before_quotes,
    has_escapes,
    has_wrapped_rows,
    is_wrapped,
    unwrapped_row,
    without_escapes,
)
from reengage_desktop.connectors.opening.encodings import Encoding, detect_encoding, stated_encoding
from reengage_desktop.connectors.opening.foreign import refusal, refuse_foreign
from reengage_desktop.connectors.opening.headers import (
    Header,
    find_header,
    is_description_row,
    looks_like_data,
    names_under_groups,
    names_under_questions,
)
from reengage_desktop.connectors.opening.markup import MarkupText, looks_like_markup, markup_as_text
from reengage_desktop.connectors.opening.other_tables import typed_columns
from reengage_desktop.connectors.opening.spreadsheets import SheetText, sheet_as_text
from reengage_desktop.connectors.opening.table import (
    WHITESPACE,
    Table,
    has_entities,
    has_unseen,
    mended,
    open_text,
    without_entities,
    without_guards,
    without_unseen,
)
from reengage_desktop.connectors.opening.twice_encoded import once_encoded
from reengage_desktop.connectors.vocabulary.presets import load_words
from reengage_desktop.connectors.vocabulary.refusals import FileRefused
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.sheets import BEFORE_REFUSED

_FEWEST_GROUPS = 2
"""A line with one filled cell above the header is a title."""
_STRETCH = 40
"""Rows that tell what a table's columns hold."""

_MOST_COLUMNS = 16_384
"""As many as a spreadsheet takes."""
_LONGEST_NAME = 10_000
_SAMPLE_CHARS = 262_144
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def open_table(
    path: Path | str,
    *,
    sheet: str | None = None,
    country: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    aside: Aside = SYSTEMS,
) -> Table:
    """The file as a table of text cells, streamed; raises FileRefused with what it is and what would work.

    `sheet`: a workbook's sheet by name, else its first one with rows. `country`: the shop's, which tells the code page
    of old programs. `encoding`, `delimiter`: what the owner says instead of what would be recognised in a text file.
    `aside`: where the text of a file lies that is none itself.
    """
    path = Path(path)
    head = _read_head(path)
    if head.startswith((_ZIP, _OLE)):
        return _open_converted(path, sheet_as_text(path, sheet, aside))
    decoding = None
    if looks_like_markup(head):
        decoding = _markup_encoding(path, head, encoding, country)
        if found := markup_as_text(path, decoding, sheet, aside):
            return _open_converted(path, found)
    refuse_foreign(path, head)
    decoding = decoding or (stated_encoding(encoding) if encoding else detect_encoding(path, country, aside.go_on))
    if is_wrapped(_read_sample(path, decoding)):
        return _open_wrapped(path, decoding, delimiter, aside)
    return _open_text_file(path, path, decoding, sheets=(), delimiter=delimiter)


def _read_head(path: Path) -> bytes:
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise _unreadable(path, "it is no ordinary file")  # a pipe or a device might never end
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except FileNotFoundError:
        text = f"There is no file “{path}”. Nothing was imported; look where it lies now."
        raise FileRefused(Sentence("no_file", text, path=str(path))) from None
    except IsADirectoryError:
        text = f"“{path}” is a folder. Choose the exported file inside it."
        raise FileRefused(Sentence("is_folder", text, path=str(path))) from None
    except OSError as error:
        raise _unreadable(path, error.strerror or "") from None
    if not head:
        raise refusal("empty_file", path, "is empty. Export it again.")
    return head


def _unreadable(path: Path, cause: str) -> FileRefused:
    return FileRefused(Sentence("unreadable", f"“{path.name}” can't be read: {cause}.", file=path.name, cause=cause))


_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([A-Za-z0-9_-]+)""", re.IGNORECASE)


def _markup_encoding(path: Path, head: bytes, stated: str | None, country: str | None) -> Encoding:
    """What the owner says, else the page's own word where Python knows it and it fits, else what the bytes say."""
    if stated:
        return stated_encoding(stated)
    found = detect_encoding(path, country)
    said = _CHARSET.search(head)
    if said is None or found.name.startswith("utf"):
        return found
    try:
        return stated_encoding(codecs.lookup(said[1].decode()).name)
    except (LookupError, FileRefused):
        return found


def _open_converted(path: Path, converted: SheetText | MarkupText) -> Table:
    table = _open_text_file(
        path, converted.text_path, detect_encoding(converted.text_path), sheets=converted.sheets, delimiter=","
    )
    table.keep(converted)
    table.encoding = "workbook"
    if isinstance(converted, SheetText):
        table.counts_from_1904 = converted.counts_from_1904
        if exchanged := converted.exchanged:
            text = (
                f"{exchanged} date(s) of this sheet had day and month exchanged, as a spreadsheet program does when it "
                "opens a file of another country; they were read the right way round. Look whether they are right."
            )
            table.notes.insert(0, Sentence("exchanged_days", text, number=exchanged))
    if missing := converted.uncalculated:
        text = (
            f"{missing} formula(s) of this workbook have no result and were read as blank. Open it in a spreadsheet "
            "program, save it, and import it again."
        )
        table.notes.insert(0, Sentence("uncalculated", text, number=missing))
    if hidden := converted.hidden:
        text = (
            f"{hidden} row(s) of this sheet are hidden, as by a filter; they were read too. To leave them out, copy "
            "the rows that are shown into a workbook of their own."
        )
        table.notes.insert(0, Sentence("hidden_rows", text, number=hidden))
    if len(converted.sheets) > 1:
        others = tuple(name for name in converted.sheets if name != converted.sheet)
        cure = "To bring in another one as well, import this same file once more and name it with --sheet."
        text = f"The sheet “{converted.sheet}” was read, not “{'”, “'.join(others)}”. {cure}"
        table.notes.insert(0, Sentence("sheet_read", text, sheet=converted.sheet, others=others))
    return table


@dataclass
class _Unwrapped:
    """A copy of a file whose lines stood in quotation marks as a whole; `close` removes it."""

    text_path: Path

    def close(self) -> None:
        """Removes the copy from the disk."""
        shutil.rmtree(self.text_path.parent, ignore_errors=True)


def _open_wrapped(path: Path, decoding: Encoding, delimiter: str | None, aside: Aside) -> Table:
    copy = _Unwrapped(aside.folder() / "text.csv")
    try:
        with open_text(path, decoding) as stream, copy.text_path.open("w", encoding="utf-8", newline="") as out:
            for row in csv.reader(stream):
                aside.go_on()
                out.write(" ".join(",".join(row).split("\n")) + "\n")
        table = _open_text_file(
            path, copy.text_path, replace(decoding, name="utf-8", note=None), sheets=(), delimiter=delimiter
        )
    except BaseException:
        copy.close()
        raise
    table.keep(copy)
    table.encoding = decoding.name
    text = "Every line of this file stood in quotation marks as a whole; they were taken off."
    table.notes.insert(0, Sentence("unwrapped_lines", text))
    return table


def _open_text_file(
    path: Path, text_path: Path, decoding: Encoding, *, sheets: tuple[str, ...], delimiter: str | None = None
) -> Table:
    sample = _read_sample(text_path, decoding)
    mends = [once_encoded] if decoding.is_twice else []
    if decoding.has_unseen or has_unseen(sample):
        mends.append(without_unseen)
    sample = mended(sample, mends)
    notes = [decoding.note] if decoding.note else []
    if not sample.strip(" \t\n,;|\ufeff"):
        raise refusal("no_data", path, "holds no data. Export it again.")
    first_line, _, rest = sample.partition("\n")
    skipped = 0
    if declared := declared_delimiter(first_line):
        delimiter, sample, skipped = delimiter or declared, rest, 1
    mark = delimiter or choose_delimiter(sample, file_name=path.name)
    if has_escapes(sample, mark):
        sample = without_escapes(sample)
        mends.append(without_escapes)
    quote, skips_blanks = choose_quote(sample, mark), has_blanks_before_quotes(sample, mark)
    if mark not in sample and fixed_width_columns(sample):
        mark = WHITESPACE
        records = [(number, line.split()) for number, line in enumerate(_lines(sample), 1)]
    else:
        records = _records_of(sample, mark, quote, skips_blanks=skips_blanks)
    for mend in (row_mends := _row_mends(sample, mark, records)):
        records = [(number, mend(cells)) for number, cells in records]
    header = _header_of(path, [cells for _, cells in records])
    header_line, first_data_line = _place(header, records)
    if header.index > 0:
        header = _under_questions(header, *(cells for _, cells in records[header.index - 1 : header.index + 1]))
    if note := _description_note(header, records):
        first_data_line = records[header.index + 2][0]
        lower = records[header.index + 1]
        if names := names_under_groups(records[header.index][1], lower[1]):
            told = [note for note in header.notes if note.kind != "same_names"]
            header, header_line = Header(header.index + 1, names, told), lower[0]
        else:
            notes.append(note)
    table = Table(
        path=path,
        header=header.names,
        encoding=decoding.name,
        delimiter=mark,
        notes=notes + header.notes,
        header_line=header_line + skipped if header_line else 0,
        first_data_line=first_data_line + skipped,
        text_path=text_path,
        decoding=replace(decoding, errors="replace"),  # damage behind the sample costs a letter, not the file
        sheets=sheets,
        quote=quote,
        skips_blanks=skips_blanks,
        mends=tuple(mends),
        row_mends=row_mends,
        above=" ".join(cell.strip() for _, cells in records[: max(0, header.index)] for cell in cells if cell.strip()),
        typed=typed_columns(_first_stretch(records, first_data_line)),
    )
    return _without_causes(table) if tuple(table.header[: len(BEFORE_REFUSED)]) == BEFORE_REFUSED else table


def _without_causes(table: Table) -> Table:
    """A list of refused rows that was mended, as the file that it comes from."""
    count = len(BEFORE_REFUSED)
    typed = tuple(at - count for at in table.typed if at >= count)
    return replace(table, header=table.header[count:], typed=typed, leading=count) if table.header[count:] else table


def _row_mends(
    sample: str, mark: str, records: list[tuple[int, list[str]]]
) -> tuple[Callable[[list[str]], list[str]], ...]:
    """What is to be put right in the rows of such a text."""
    likely = (
        (has_wrapped_rows([cells for _, cells in records], mark), partial(unwrapped_row, mark)),
        ('="' in sample, without_guards),
        (has_entities(sample), without_entities),
    )
    return tuple(mend for is_there, mend in likely if is_there)


def _header_of(path: Path, records: list[list[str]]) -> Header:
    """The columns' names; raises FileRefused for a text without lines."""
    if max(map(len, records)) <= _MOST_COLUMNS:
        header = find_header(records)
        if 0 < max(map(len, header.names), default=0) <= _LONGEST_NAME:
            return header
    raise refusal("no_text", path)


def _first_stretch(records: list[tuple[int, list[str]]], first_line: int) -> list[list[str]]:
    """The first rows below the header, up to a gap wider than the header's; a cell of several lines counts as none."""
    stretch: list[list[str]] = []
    expected = 0
    above = max((line for line, _ in records if line < first_line), default=first_line - 1)
    for line, cells in records:
        if line < first_line:
            continue
        if stretch and (line > expected + first_line - above - 1 or not any(map(looks_like_data, cells))):
            break  # another table may begin
        expected = line + 1 + sum(cell.count("\n") for cell in cells)
        stretch.append(cells)
    return stretch[:_STRETCH]


def _read_sample(path: Path, decoding: Encoding) -> str:
    """The file's first whole lines."""
    try:
        with open_text(path, decoding) as stream:
            sample = stream.read(_SAMPLE_CHARS)
            more = stream.read(1)
    except UnicodeError:
        text = "is damaged: its text breaks off inside a character. Export it again."
        raise refusal("broken_text", path, text) from None
    return sample[: sample.rfind("\n") + 1] or sample if more else sample


def _lines(sample: str) -> list[str]:
    """Its lines as the whole file's are counted: what else may separate lines, such as a form feed, does not here."""
    return list(io.StringIO(sample))


def _records_of(sample: str, mark: str, quote: str, *, skips_blanks: bool) -> list[tuple[int, list[str]]]:
    """The sample's records, each with the line on which the next one begins taken care of."""
    records: list[tuple[int, list[str]]] = []
    reader = csv.reader(_lines(sample), delimiter=mark, quotechar=quote, skipinitialspace=skips_blanks)
    line = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                records.append((line, row))
            line = reader.line_num + 1
            if len(records) >= 300:
                break
    except csv.Error:
        pass
    records.append((line, []))
    return records


def _under_questions(header: Header, upper: list[str], lower: list[str]) -> Header:
    """The header with the names of columns that stand under a merged cell which asks for a consent."""
    if sum(bool(cell.strip()) for cell in upper) < _FEWEST_GROUPS:
        return header
    return replace(header, names=names_under_questions(upper, lower, frozenset(load_words()["asking"]["words"])))


def _place(header: Header, records: list[tuple[int, list[str]]]) -> tuple[int, int]:
    if header.index < 0:
        return 0, records[0][0]
    following = records[header.index + 1][0] if header.index + 1 < len(records) else records[header.index][0] + 1
    return records[header.index][0], following


def _description_note(header: Header, records: list[tuple[int, list[str]]]) -> Sentence | None:
    at = header.index + 1
    if header.index < 0 or at + 2 >= len(records):
        return None
    below = [cells for _, cells in records[at + 1 : at + 40] if cells]
    if is_description_row(records[at][1], below):
        line = records[at][0]
        return Sentence("description_row", f"Line {line} describes the columns and was left out.", line=line)
    return None
