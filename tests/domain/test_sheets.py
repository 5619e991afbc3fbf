"""Tables as text: what a spreadsheet would take for a formula is text in it (promise 23)."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reengage_desktop.domain.sheets import csv_lines, inert

_CELLS = st.text(st.sampled_from("=+-@\t\r\n,\";a1 '"), max_size=6)


@given(st.lists(st.tuples(st.integers(1, 99), _CELLS, _CELLS), max_size=12))
@example([(1, "\r=1", ""), (2, "", "")])
@example([(1, '"=1', "x"), (2, ",=1", "-")])
def test_each_row_is_a_line_whose_cells_are_inert(rows: list[tuple[int, str, str]]) -> None:
    """Promise 23: whatever a file holds, a line of CSV made of it begins no cell with a formula's sign."""
    lines = csv_lines(rows)
    assert len(lines) == len(rows)
    read = [next(csv.reader(io.StringIO(line, newline=""))) for line in lines]
    assert read == [[str(line), inert(first), inert(second)] for line, first, second in rows]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@a", "\tx", "\rx"])
def test_a_formula_in_one_row_of_many_is_text(cell: str) -> None:
    """Promise 23: one look at all rows misses none of them, first or last."""
    rows = [[cell, "x"], *([["a", "b"]] * 50), ["a", cell]]
    lines = csv_lines(rows)
    assert lines[0].lstrip('"').startswith(f"'{cell[0]}")
    assert f"'{cell[0]}" in lines[-1]
