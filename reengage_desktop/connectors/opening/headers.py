"""Where a table's header is, what its columns are called, and whether a description row follows it."""

import re
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from itertools import takewhile

from reengage_desktop.connectors.vocabulary.blanks import is_blank
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.kinship import known_headings
from reengage_desktop.domain.sentences import Sentence

_DATA_LIKE = re.compile(
    r"""\s*(
        [-+(]?[$€£¥]?\s?[\d.,' ]*\d\)?\s?[%$€£¥]?            # a number or an amount
        | \d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T].*)?            # a date
        | [^@\s]+@[^@\s]+\.[^@\s]+                            # an e-mail address
        | \+?[\d\s()./-]{7,}                                  # a phone number
        | true|false
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_UNDER_QUESTIONS = frozenset(
    "response|open-ended response|antwort|offene antwort|réponse|réponse ouverte|respuesta|respuesta abierta|risposta|"
    "risposta aperta|antwoord|resposta|odpowiedź".split("|")
)
"""What survey tools write under a question with one answer."""

_RANGE = re.compile(r"\d{1,3}\s*[-\u2013]\s*\d{1,3}")
"""`31 - 60` days are a heading."""

_WORDY = re.compile(r"[^\W\d_]")
_FIRST_RECORDS = 12
_REACH = 5
_MOST_BELOW = 40
"""Records among which a header is looked for, and how far below a title."""


@dataclass(frozen=True)
class Header:
    """The header as found. `index`: its record's position in the sample, -1 where the file has none."""

    index: int
    names: list[str]
    notes: list[Sentence]


def looks_like_data(cell: str) -> bool:
    """Whether a cell reads like a value rather than like a column's name."""
    return bool(_DATA_LIKE.fullmatch(cell)) and not _RANGE.fullmatch(cell.strip())


def find_header(records: list[list[str]]) -> Header:
    """The header among a file's first records: the first full row of names that is as wide as the rows below it."""
    width, used = _usual_width(records), _used_columns(records)
    first = [record[: max(used, default=-1) + 1] for record in records[:_FIRST_RECORDS]]
    likely = [index for index, record in enumerate(first) if _may_be_header(record, min(width, len(used)))]
    for index in likely:
        lower = takewhile(lambda row: not _is_record(row), first[index + 1 : index + 1 + _REACH])
        if not any(_is_title_above(first[index], row) for row in lower) or _are_groups(first[index:], records[index:]):
            record = records[index]
            above = Sentence("lines_above", f"{index} line(s) above the header were left out.", number=index)
            notes = [above] if _has_text(records[:index]) else []
            names, doubles = name_columns(record)
            if doubles:
                text = "Some columns share a name; they are told apart as “" + "”, “".join(doubles) + "”."
                notes.append(Sentence("same_names", text, columns=tuple(doubles)))
            return Header(index, names, notes)
    return Header(-1, [f"Column {number}" for number in range(1, width + 1)], [])


def _has_text(records: list[list[str]]) -> bool:
    return any(cell.strip() for record in records for cell in record)


def _usual_width(records: list[list[str]]) -> int:
    filled = [len(record) for record in records if any(cell.strip() for cell in record)]
    counts = Counter(width for width in filled if width > 1) or Counter(filled)
    return max(counts.items(), key=lambda item: (item[1], item[0]))[0] if counts else 0


def _used_columns(records: list[list[str]]) -> set[int]:
    """The columns that hold anything at all: a spreadsheet may write many behind or between them that don't."""
    return {at for record in records for at, cell in enumerate(record) if cell.strip()}


def _is_record(row: list[str]) -> bool:
    """Whether a row holds an address or several values."""
    return any("@" in cell for cell in row) or sum(map(looks_like_data, row)) > 1


def _are_groups(first: list[list[str]], records: list[list[str]]) -> bool:
    """Whether the first row's cells stand apart, as merged ones over names of the next; a title's are side by side."""
    filled = [at for at, cell in enumerate(first[0]) if cell.strip()]
    stand_apart = len(filled) > 1 and filled[-1] - filled[0] >= len(filled)
    return stand_apart and len(first) > 1 and is_description_row(first[1], records[2:_MOST_BELOW])


def _is_title_above(upper: list[str], lower: list[str]) -> bool:
    """Whether a row is the list's title above the header: a fuller row has known names, or the lone cell below it."""
    known = [sum(normal(cell) in known_headings() for cell in row) for row in (upper, lower)]
    filled = [len(list(filter(str.strip, row))) for row in (upper, lower)]
    if filled == [1, 1]:
        return known == [0, 1]
    return filled[0] < filled[1] and max(1, known[0]) < known[1]


def _may_be_header(record: list[str], width: int) -> bool:
    cells = [cell.strip() for cell in record]
    named = [cell for cell in cells if cell]
    # Two-column files keep their header even when most rows are wider; a title line has one cell or mostly empty ones.
    if not named or len(cells) < max(1, 0.6 * width) or len(named) < max(1, 0.5 * width):
        return False
    if any(cell.startswith("#REF!") for cell in named) or (named[0].startswith("#") and len(named) == 1):
        return False
    data_like = sum(looks_like_data(cell) for cell in named)
    wordy = sum(bool(_WORDY.search(cell) or _RANGE.fullmatch(cell)) for cell in named)
    return data_like == 0 and wordy >= 0.7 * len(named)


def name_columns(record: list[str]) -> tuple[list[str], list[str]]:
    """Every column's name, trimmed and unique also where signs are left out (`E-mail`, `Email?`), and the doubles."""
    names: list[str] = []
    doubles: list[str] = []
    used: set[str] = set()
    alike: set[str] = set()
    copies: dict[str, int] = {}
    for number, cell in enumerate(record, 1):
        base = " ".join(cell.replace("\ufeff", "").split()) or f"Column {number}"
        name, copy = base, copies.get(base, 2)
        while name in used or (normal(name) and normal(name) in alike):
            name, copy = f"{base} ({copy})", copy + 1
        copies[base] = copy
        if name != base:
            doubles.append(name)
        used.add(name)
        alike.add(normal(name))
        names.append(name)
    return names, doubles


def is_description_row(record: list[str], below: list[list[str]]) -> bool:
    """Whether the row under the header describes the columns: prose where the rows below hold values."""
    filled = [cell for cell in record if cell.strip()]
    if filled and all(cell.strip().casefold() in _UNDER_QUESTIONS for cell in filled):
        return True
    if len(below) < 2 or len(filled) < 0.6 * len(record) or any(re.search(r"\d", cell) for cell in filled):
        return False
    typed = 0
    for position, cell in enumerate(record):
        values = [row[position] for row in below if position < len(row) and row[position].strip()]
        if len(values) >= 2 and sum(map(looks_like_data, values)) >= 0.8 * len(values):
            if is_blank(cell.strip()) or looks_like_data(cell):
                return False
            typed += 1
    return typed >= 2


def names_under_groups(upper: list[str], lower: list[str]) -> list[str] | None:
    """The names of columns whose header takes two rows: groups above, as of merged cells, and names under them.

    A group may stand above its first column alone or come again above each. None where the upper row names every
    column itself.
    """
    groups = [cell.strip() for cell in upper] + [""] * (len(lower) - len(upper))
    groups = [cell if at == 0 or cell != groups[at - 1] else "" for at, cell in enumerate(groups)]
    bare = [at for at, cell in enumerate(groups) if not cell]
    if len(groups) > len(lower) or len(bare) < max(2, 0.3 * len(lower)) or not all(cell.strip() for cell in lower):
        return None
    group, names = "", []
    for cell, name in zip(groups, lower, strict=True):
        group = cell or group
        names.append(name.strip() if group == name.strip() else f"{group} {name.strip()}".strip())
    return name_columns(names)[0]


def names_under_questions(upper: list[str], lower: list[str], asking: Container[str]) -> list[str]:
    """The names of columns under merged cells such as “Consent”: without it `E-mail` and `SMS` under it say nothing.

    `asking`: the words, in comparable form, of such cells; columns under any other cell keep their own names, but for
    those that come again.
    """
    group, names = "", []
    for at, name in enumerate(lower):
        cell = upper[at].strip() if at < len(upper) else ""
        group = cell or group
        is_asked = name.strip() in lower[:at] or any(word in asking for word in normal(group).split())
        names.append(f"{group} {name.strip()}" if is_asked else name)
    return name_columns(names)[0]
