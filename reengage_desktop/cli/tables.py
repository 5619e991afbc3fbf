"""Text for people: aligned tables and lists of facts."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from unicodedata import east_asian_width

_WIDEST = 60
_UNSHOWN = dict.fromkeys(
    code
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    if chr(code) not in "\n\t"
)
"""Letters by which a text takes the terminal over, or turns what stands behind it round."""


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Aligned columns under their headings, numbers to the right; a sentence instead of a table without rows.

    Long texts are cut, but not in the last column.
    """
    body = [[*(_cell(value) for value in row[:-1]), _plain(row[-1])] for row in rows]
    if not body:
        return "Nothing to show."
    lines = [list(headings), *body]
    widths = [max(_width(line[place]) for line in lines) for place in range(len(headings))]
    right = [all(_is_number(row[place]) for row in body) for place in range(len(headings))]
    shown = [_line(line, widths, right) for line in lines]
    return "\n".join([shown[0], "  ".join("-" * width for width in widths), *shown[1:]])


def facts(pairs: Iterable[tuple[str, object]]) -> str:
    """One `name: value` a line, the values aligned; empty ones left out."""
    kept = [(name, _plain(value)) for name, value in pairs if value not in (None, "", [], {}, ())]
    width = max((_width(name) for name, _value in kept), default=0) + 1
    return "\n".join(f"{name + ':':<{width}} {value}" for name, value in kept)


def harmless(text: str) -> str:
    """The text without what a terminal would obey: a name out of a file may hold it (promise 23)."""
    return text.translate(_UNSHOWN)


def as_document(data: Any, indent: int | None = None) -> str:
    """The data as JSON that says the same and holds no letter that a terminal would obey."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return text.translate({code: f"\\u{code:04x}" for code in _UNSHOWN if code >= 0x20})


def counted(number: int, one: str, many: str) -> str:
    """`1 message`, `2 messages`."""
    return f"{number:,} {one if number == 1 else many}"


def day_and_time(moment: str | None) -> str:
    """An ISO moment as people read it, to the minute; a dash for none."""
    return "-" if moment is None else datetime.fromisoformat(moment).strftime("%Y-%m-%d %H:%M")


def _cell(value: object) -> str:
    text = _plain(value)
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _plain(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "-"
    return harmless(" ".join(str(value).split()))


def _width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _is_number(text: str) -> bool:
    return text == "-" or text.removeprefix("-").replace(",", "").replace(".", "").removesuffix("%").strip().isdigit()


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = [
        " " * (width - _width(cell)) + cell if to_right else cell + " " * (width - _width(cell))
        for cell, width, to_right in zip(cells, widths, right, strict=True)
    ]
    return "  ".join(padded).rstrip()
