"""What rows mention comes numbered, the same number for the same cells, and says what the columns would have said."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.connectors.checking.reading import Batch, read_chunks
from reengage_desktop.connectors.opening.files import open_table
from reengage_desktop.connectors.recognising.recognition import recognise
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing.mentions import Met
from reengage_desktop.engine.importing.order_rows import NUMBERED
from reengage_desktop.engine.importing.order_runs import Ascent

HEADER = "Order ID,Date,Email,Phone,Country,Product,Total\n"
EMAILS = ("anna@example.com", " Anna@example.com", "ben@example.org", "no address", "")
PHONES = ("", "+1 202-555-0143", "12", "(202) 555-0143")
ROWS = st.lists(
    st.tuples(
        st.sampled_from(EMAILS), st.sampled_from(PHONES), st.sampled_from(("US", "DE", "")), st.sampled_from("AB")
    ),
    min_size=1,
    max_size=30,
)


def _read(path: Path, *, numbered: bool) -> list[Batch]:
    settings = Settings({"business.country": "US", "business.currency": "USD"})
    table = open_table(path, country="US")
    plan = recognise(table, ImportKind.ORDERS, settings=settings)
    return list(read_chunks(table, plan, settings, size=7, numbered=NUMBERED if numbered else None))


@given(ROWS)
def test_numbers_say_what_the_columns_said(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str, str]]
) -> None:
    """Requirements D2: values and faults are the same, whichever way the cells came."""
    path = tmp_path_factory.mktemp("orders") / "orders.csv"
    lines = (f"{at},2026-03-01,{','.join(row)},10.00" for at, row in enumerate(rows, 1001))
    path.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    seen: list[tuple[object, ...]] = []
    faults: list[tuple[int, str | None]] = []
    met = Met(lambda _mention, line: line)
    for batch in _read(path, numbered=True):
        met.learn(batch.mentions["people"])
        seen += met.column(batch.mentions["people"].numbers)
        faults += [(fault.line, fault.column) for fault in batch.faults]
    plain = _read(path, numbered=False)
    said: list[tuple[object, ...]] = []
    for batch in plain:
        nothing = [None] * len(batch.lines)
        said += zip(*(batch.columns.get(name, nothing) for name in NUMBERED["people"]), strict=True)
    assert seen == said
    assert sorted(faults) == sorted((fault.line, fault.column) for batch in plain for fault in batch.faults)


def test_a_mention_is_staged_when_a_row_of_it_is_kept_and_only_once(tmp_path: Path) -> None:
    """Promise 18: nobody becomes known by a row that was rejected."""
    path = tmp_path / "orders.csv"
    path.write_text(
        HEADER + "1,never,anna@example.com,,US,A,1.00\n2,2026-03-01,ben@example.org,,US,A,1.00\n"
        "3,2026-03-02,ben@example.org,,US,A,2.00\n",
        encoding="utf-8",
    )
    staged: list[object] = []

    def stage(mention: tuple[object, ...], line: int) -> int:
        staged.append(mention[1])
        return line

    met = Met(stage)
    for batch in _read(path, numbered=True):
        met.learn(batch.mentions["people"])
        assert set(met.numbers(batch.mentions["people"].numbers, batch.lines)) == {3}
    assert staged == ["ben@example.org"]


@given(st.lists(st.sampled_from(("9", "10", "11", "A1", "A2")), max_size=6), st.booleans())
def test_numbers_that_only_rise_or_only_fall_are_different(keys: list[str], tells_doubles: bool) -> None:
    """Promise 21: an order told in two places of a file is always found."""
    ascent = Ascent(tells_doubles=tells_doubles)
    for low in range(0, len(keys), 2):
        ascent.look(keys[low : low + 2], [False] * len(keys[low : low + 2]))
    runs = keys if tells_doubles else [key for at, key in enumerate(keys) if at == 0 or key != keys[at - 1]]
    if ascent.holds:
        assert len(set(runs)) == len(runs)
    rising = sorted(set(keys), key=lambda key: (len(key), key))
    if runs in (rising, rising[::-1]):
        assert ascent.holds
