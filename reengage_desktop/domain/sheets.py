"""Tables as text files that a spreadsheet opens: what a cell may hold, and how numbers are written for a locale."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MAY_START_FORMULA = re.compile(r'[,;"][=+\-@\t]|"\r')
"""Where a cell may begin so in CSV: one look at many rows is quicker than one at each of their cells."""

BEFORE_REFUSED = ("Line", "Column", "Cause")
"""The columns before a file's own in a list of its refused rows."""


def inert(cell: str) -> str:
    """The cell as text that no spreadsheet takes for a formula (promise 23)."""
    return f"'{cell}" if cell.startswith(_STARTS_FORMULA) else cell


def csv_lines(rows: Sequence[Sequence[str | int]], mark: str = ",") -> list[str]:
    """Each row as a line of CSV with its end (CR LF), its texts inert; `mark`: between the cells, a comma or `;`."""
    lines: list[str] = []
    writer = csv.writer(_Lines(lines), delimiter=mark)
    writer.writerows(rows)
    if _MAY_START_FORMULA.search("," + ",".join(lines)):
        lines.clear()
        writer.writerows([[inert(cell) if isinstance(cell, str) else cell for cell in row] for row in rows])
    return lines


class _Lines:
    """A file to which a writer of CSV gives one line at a time."""

    def __init__(self, lines: list[str]) -> None:
        self.write = lines.append


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str | float]], *, decimal_comma: bool = False) -> str:
    """The table as CSV; texts are inert, numbers plain.

    `decimal_comma`: as spreadsheets expect it where numbers are written `1,5`: a comma in them, semicolons between.
    """
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";" if decimal_comma else ",", lineterminator="\r\n")
    writer.writerow([inert(name) for name in header])
    for row in rows:
        writer.writerow([inert(cell) if isinstance(cell, str) else _plain(cell, decimal_comma) for cell in row])
    return target.getvalue()


def _plain(value: float, decimal_comma: bool) -> str:  # noqa: FBT001 - the caller's switch handed on
    text = str(int(value)) if value == int(value) else repr(float(value))
    return text.replace(".", ",") if decimal_comma else text
