"""The paged model: correct by Qt's own tester, sparing with reads, right after a change of ids."""

from collections.abc import Callable, Mapping, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reengage_desktop.ui.tables import Cell, Column, PagedModel, PagedTable
from reengage_desktop.ui.tables.model import CHIP_ROLE, PAGE
from reengage_desktop.ui.theme import Tone

Answer = Callable[[Mapping[int, str]], None]


class Source:
    """Answers at once, or later when told to; remembers what was asked for."""

    def __init__(self, *, at_once: bool = True) -> None:
        self.asked: list[list[int]] = []
        self.waiting: list[tuple[Sequence[int], Answer]] = []
        self.at_once = at_once
        self.gone: set[int] = set()

    def __call__(self, ids: Sequence[int], answer: Answer) -> None:
        self.asked.append(list(ids))
        self.waiting.append((ids, answer))
        if self.at_once:
            self.answer()

    def answer(self) -> None:
        for ids, answer in self.waiting:
            answer({record: f"customer {record}" for record in ids if record not in self.gone})
        self.waiting = []


COLUMNS: list[Column[str]] = [
    Column("name", "Name", lambda row: Cell(row, tip=f"tip {row}"), sort="name"),
    Column("state", "State", lambda _row: Cell("Active", chip=Tone.OK)),
    Column("spent", "Spent", lambda _row: Cell("12"), sort="spent", right=True),
]


def make(source: Source) -> PagedModel[str]:
    return PagedModel(COLUMNS, source)


@pytest.mark.parametrize("at_once", [True, False])
def test_qt_finds_no_fault_in_the_model(qtbot: QtBot, *, at_once: bool) -> None:
    """QAbstractItemModelTester in fatal mode through filling, refilling, paging and emptying."""
    source = Source(at_once=at_once)
    model = make(source)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for ids in (range(1000), range(500, 100, -1), [7], []):
        model.show_ids(ids)
        for row in range(0, model.rowCount(), 97):
            for column in range(model.columnCount()):
                model.data(model.index(row, column))
        source.answer()
        model.refresh_rows()
        source.answer()
    assert tester is not None


def test_only_the_pages_looked_at_are_read(qtbot: QtBot) -> None:
    """100,000 rows are shown by reading two pages of 200."""
    source = Source()
    model = make(source)
    model.show_ids(range(100_000))
    assert source.asked == []
    assert model.index(0, 0).data() is not None
    assert model.index(0, 0).data() == "customer 0"
    assert model.index(50_000, 0).data() in ("", "customer 50000")
    assert model.index(50_000, 0).data() == "customer 50000"
    assert [len(ids) for ids in source.asked] == [PAGE, PAGE]


def test_a_late_answer_for_an_old_list_is_dropped(qtbot: QtBot) -> None:
    """Rows asked for before the filter changed do not land in the new list."""
    source = Source(at_once=False)
    model = make(source)
    model.show_ids([1, 2, 3])
    model.index(0, 0).data()
    model.show_ids([9])
    source.answer()
    model.index(0, 0).data()
    source.answer()
    assert model.index(0, 0).data() == "customer 9"


def test_a_record_that_is_gone_shows_empty_cells(qtbot: QtBot) -> None:
    """A customer erased meanwhile leaves an empty line, not a wrong one."""
    source = Source()
    source.gone = {2}
    model = make(source)
    model.show_ids([1, 2])
    model.index(0, 0).data()
    assert model.index(0, 0).data() == "customer 1"
    assert model.index(1, 0).data() == ""
    assert model.record_at(1) is None


def test_cells_have_tip_side_and_chip(qtbot: QtBot) -> None:
    """Roles beside the text: tooltip, right for figures, the tone of a chip."""
    model = make(Source())
    model.show_ids([1])
    model.index(0, 0).data()
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "tip customer 1"
    assert model.index(0, 1).data(CHIP_ROLE) == Tone.OK
    assert model.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight


def test_a_click_on_a_heading_asks_for_another_order(qtbot: QtBot) -> None:
    """Sorting is a question to the page, never a proxy; a column without an order asks nothing."""
    model = make(Source())
    table = PagedTable(model, "Customers")
    qtbot.addWidget(table)
    asked: list[tuple[str, bool]] = []
    model.sort_asked.connect(lambda word, down: asked.append((word, down)))
    table.horizontalHeader().sortIndicatorChanged.emit(2, Qt.SortOrder.DescendingOrder)
    table.horizontalHeader().sortIndicatorChanged.emit(1, Qt.SortOrder.AscendingOrder)
    assert asked == [("spent", True)]


def test_the_keyboard_opens_a_row_and_columns_can_be_hidden(qtbot: QtBot) -> None:
    """Enter opens; the right-click menu hides all columns but the first."""
    model = make(Source())
    table = PagedTable(model, "Customers")
    qtbot.addWidget(table)
    table.show()
    model.show_ids([4, 5, 6])
    assert table.select_id(5)
    opened: list[int] = []
    table.opened.connect(opened.append)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened == [5]
    menu = table.column_menu()
    assert [action.text() for action in menu.actions()] == ["State", "Spent"]
    menu.actions()[0].setChecked(False)
    assert table.isColumnHidden(1)
