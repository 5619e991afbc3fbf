"""How the cells of a column look from afar: enough to see that a short row's cells stand under the wrong names."""

import re
from collections.abc import Sequence
from enum import Enum

_LEAST = 3
_NUMBER = re.compile(r"[-+(]?[$€£¥]?\s?\d[\d.,' ]*\)?\s?[%$€£¥]?")
_MOST_CONTRADICTIONS = 1


class Form(Enum):
    """What all filled cells of a column are."""

    NUMBER = "number"
    WORD = "word"


def forms_of(rows: Sequence[Sequence[str]], width: int) -> tuple[Form | None, ...]:
    """The form of each column, from rows as wide as the header; None where too few cells agree on one."""
    whole = [row for row in rows if len(row) == width]
    return tuple(_form([cell.strip() for cell in column if cell.strip()]) for column in zip(*whole, strict=True)) or (
        (None,) * width
    )


def _form(cells: Sequence[str]) -> Form | None:
    if len(cells) < _LEAST:
        return None
    found = {form_of(cell) for cell in cells}
    return found.pop() if len(found) == 1 else None


def form_of(cell: str) -> Form | None:
    """The form of one filled cell; None for what is neither a number nor free of digits."""
    if _NUMBER.fullmatch(cell):
        return Form.NUMBER
    return None if any(map(str.isdigit, cell)) else Form.WORD


def is_shifted(row: Sequence[str], forms: Sequence[Form | None]) -> bool:
    """Whether a short row's cells contradict the columns in which they stand: a cell is missing in its middle."""
    contradictions = 0
    for cell, form in zip(row, forms, strict=False):
        if form is not None and cell.strip():
            contradictions += form_of(cell.strip()) not in (form, None)
    return contradictions > _MOST_CONTRADICTIONS
