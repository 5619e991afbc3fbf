"""Which character separates the cells: every candidate is tried on the file's first records and scored."""

import csv
import io
import re
from collections import Counter, deque
from itertools import islice

from reengage_desktop.connectors.opening.headers import looks_like_data

CANDIDATES = (",", ";", "\t", "|")
_RARER = ("^", "~", "¦", ":", "\uff0c", "\uff1b")
"""Marks that separate cells only where they cut every line alike and nothing else cuts any."""

_TORN = 0.25
"""What is left of a mark's score where quotation marks end before something else than it."""
_ESCAPED = re.compile(r"""\\([\\"'])""")
"""A quotation mark inside a cell as databases write it, behind a backslash."""
_MOST_RECORDS = 200
_DECLARED = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)


def declared_delimiter(first_line: str) -> str | None:
    """The delimiter that Excel's own first line `sep=;` declares, else None."""
    found = _DECLARED.fullmatch(first_line.strip("\ufeff\r\n"))
    return found.group(1) if found else None


def choose_delimiter(sample: str, *, file_name: str = "") -> str:
    """The likeliest delimiter of a sample of whole lines; a comma where there is only one column."""
    scores = {mark: _score(sample, mark) for mark in CANDIDATES}
    if file_name.casefold().endswith((".tsv", ".tab")):
        scores["\t"] *= 1.5
    best = max(CANDIDATES, key=lambda mark: scores[mark])
    return best if scores[best] > 0 else next((mark for mark in _RARER if _cuts_alike(sample, mark)), ",")


def _cuts_alike(sample: str, mark: str) -> bool:
    widths = {len(row) for row in split_records(sample, mark) if row}
    return len(widths) == 1 and widths != {1} and "\n" in sample.strip()


def _score(sample: str, mark: str) -> float:
    """How evenly the mark cuts the records: the share of the commonest width, times how much it cuts."""
    widths = [len(row) for row in split_records(sample, mark) if any(cell.strip() for cell in row)]
    if not widths or max(widths) == 1:
        return 0.0
    counts = Counter(width for width in widths if width > 1)
    width, times = max(counts.items(), key=lambda item: (item[1], item[0]))
    evenness = times / len(widths)
    # A comma inside prices or notes also cuts evenly at times; cutting into more columns settles it.
    score = evenness * evenness * (1 + min(width, 40) / 10)
    return score * _TORN if _tears(sample, mark) and not has_escapes(sample, mark) else score


def _tears(sample: str, mark: str, limit: int | None = _MOST_RECORDS) -> bool:
    """Whether some quoted cell goes on behind its quotation mark, as `"10;5";"x"` does where commas cut."""
    lines = io.StringIO(sample, newline=None)
    try:
        deque(islice(csv.reader(lines, delimiter=mark, strict=True), limit), 0)
    except csv.Error as error:
        return "expected after" in str(error)
    return False


def has_escapes(sample: str, mark: str) -> bool:
    """Whether quotation marks inside cells have a backslash before them: only so each cell ends behind its own."""
    return '\\"' in sample and _tears(sample, mark, None) and not _tears(without_escapes(sample), mark, None)


def without_escapes(text: str) -> str:
    """A text of such cells with their quotation marks doubled, and apostrophes and backslashes by themselves."""
    return _ESCAPED.sub(lambda found: '""' if found[1] == '"' else found[1], text)


def choose_quote(sample: str, mark: str) -> str:
    """The sign around cells: the quotation mark, unless the lines plainly use the apostrophe for it."""
    lines = [line for line in sample.splitlines()[:50] if line.strip()]
    quoted = sum(line.startswith("'") and (f"'{mark}'" in line or f"'{mark}" in line[1:]) for line in lines)
    return "'" if lines and quoted >= 0.8 * len(lines) else '"'


def has_blanks_before_quotes(sample: str, mark: str) -> bool:
    """Whether cells in quotation marks have a blank before these, which is none of theirs: `"Ann", "Bee, Ann"`."""
    lines = [line for line in sample.splitlines()[:50] if f'{mark} "' in line]
    return len(lines) > 1 and all(f'{mark}"' not in line for line in lines)


def is_wrapped(sample: str) -> bool:
    """Whether every line as a whole stands in quotation marks: a list that was saved as one column."""
    lines = [line for line in sample.splitlines()[:50] if line.strip()]
    if not all(line.startswith('"') and line.endswith('"') for line in lines):
        return False
    try:  # strictly: `"a";"b"` is no cell of its own, only the lenient reader takes it for one
        rows = [row for row in csv.reader(lines, strict=True) if row]
    except csv.Error:
        return False
    if len(rows) < 2 or any(len(row) > 1 or "\n" in row[0] for row in rows):
        return False
    inner = "\n".join(row[0] for row in rows)
    widths = {len(row) for row in split_records(inner, choose_delimiter(inner))}
    return len(widths) == 1 and widths.pop() > 1


def unwrapped_row(mark: str, row: list[str]) -> list[str]:
    """A row's cells, also where the line as a whole stood in quotation marks and came as one cell."""
    is_line = len(row) == 1 and mark in row[0] and "\n" not in row[0]
    return next(csv.reader(row, delimiter=mark)) if is_line else row


def has_wrapped_rows(rows: list[list[str]], mark: str) -> bool:
    """Whether some records stand in quotation marks as a whole: those with quotes of their own in a list saved so."""
    widths = {len(row) for row in rows if len(row) > 1}
    inner = [unwrapped_row(mark, row) for row in rows if len(row) == 1]
    return any(len(row) in widths and any(map(looks_like_data, row)) for row in inner)


def split_records(sample: str, mark: str, limit: int = _MOST_RECORDS) -> list[list[str]]:
    """The sample's first records, leniently: a half record at its end stays as it is."""
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(sample, newline=None), delimiter=mark):
            rows.append(row)
            if len(rows) >= limit:
                break
    except csv.Error:
        pass
    return rows


def fixed_width_columns(sample: str) -> int:
    """How many columns a file of fixed width has: every line equally long and cut by blanks alike; 0 for others."""
    lines = [line for line in sample.splitlines() if line.strip()]
    if len(lines) < 3 or len({len(line.rstrip()) for line in lines}) > 1:
        return 0
    widths = {len(line.split()) for line in lines}
    return widths.pop() if len(widths) == 1 and widths != {1} else 0
