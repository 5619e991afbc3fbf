"""The paged model: correct by Qt's own tester, sparing with reads, right after a change of ids."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from reengage_desktop.ui.tables import Cell, Column, PagedModel, PagedTable, TableMemory
from reengage_desktop.ui.tables.model import PAGE
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


@pytest.mark.parametrize(("count", "at_once"), [(0, True), (0, False), (1, True), (1, False), (5000, True)])
def test_qt_finds_no_fault_in_the_model(qtbot: QtBot, count: int, *, at_once: bool) -> None:
    """QAbstractItemModelTester in fatal mode: filling, sorting, filtering, growing, paging and emptying, in a table."""
    source = Source(at_once=at_once)
    model = make(source)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table = PagedTable(model, "Customers")
    qtbot.addWidget(table)
    table.show()
    model.sort_asked.connect(lambda _word, down: model.show_ids(range(count, 0, -1) if down else range(count)))
    # The tester looks at everything after every change: a long list is changed less often.
    lists: list[Sequence[int]] = [range(count)] if count > 1000 else [range(count), range(count // 2), [7], [], [7, 8]]
    for ids in lists:
        model.show_ids(ids)
        model.show_more(range(10_000, 10_000 + count))
        source.answer()
        model.sort(0, Qt.SortOrder.DescendingOrder)
        table.selectAll()
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
    assert model.index(0, 0).data() == "customer 0"
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
    assert model.cell_at(0, 1).chip == Tone.OK
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
    assert [action.text() for action in menu.actions() if not action.menu() and action.text()] == ["State", "Spent"]
    menu.actions()[0].setChecked(False)
    assert table.isColumnHidden(1)


def test_a_list_grows_at_its_end(qtbot: QtBot) -> None:
    """The rest of a list follows its beginning; the page at the seam is read again, on its way or not."""
    for at_once in (True, False):
        source = Source(at_once=at_once)
        model = make(source)
        model.show_ids(range(50))
        model.index(0, 0).data()
        model.show_more(range(50, 450))
        source.answer()
        source.answer()
        model.index(40, 0).data()
        model.index(60, 0).data()
        source.answer()
        assert model.rowCount() == 450
        assert [model.index(row, 0).data() for row in (0, 60)] == ["customer 0", "customer 60"]


def test_all_of_a_long_list_are_selected_without_reading_them(qtbot: QtBot) -> None:
    """Ctrl+A, Shift and Ctrl work over the whole list; the ids come without a single row being read."""
    source = Source(at_once=False)
    model = make(source)
    table = PagedTable(model, "Customers")
    qtbot.addWidget(table)
    counts: list[int] = []
    table.counted.connect(counts.append)
    model.show_ids(range(1_000_000))
    table.selectAll()
    assert table.selects_all()
    assert counts[-1] == 1_000_000
    assert len(table.selected_ids()) == 1_000_000
    assert table.select_id(10)
    assert table.selected_ids() == [10]
    table.select_rows([12, 13, 14, 999_999])
    assert table.selected_ids() == [10, 12, 13, 14, 999_999]
    assert table.selected_count() == 5
    model.show_ids([1])
    assert counts[-1] == 0
    assert source.asked == []


def test_the_owners_columns_and_order_are_kept(qtbot: QtBot, tmp_path: Path) -> None:
    """What was hidden, shown and sorted by is the same the next time; an extra column waits until it is chosen."""
    columns = [*COLUMNS, Column("city", "City", lambda _row: Cell("Leeds"), is_extra=True)]
    for is_first in (True, False):
        memory = TableMemory(tmp_path / "window.ini", "customers")
        table = PagedTable(PagedModel(columns, Source()), "Customers", memory)
        qtbot.addWidget(table)
        table.resize(900, 300)
        table.show()
        assert table.isColumnHidden(3) == is_first
        assert table.isColumnHidden(1) != is_first
        if is_first:
            actions = {action.text(): action for action in table.column_menu().actions()}
            actions["City"].setChecked(True)
            actions["State"].setChecked(False)
            memory.keep_order("spent", descending=True)
    assert TableMemory(tmp_path / "window.ini", "customers").order() == ("spent", True)
    assert TableMemory(tmp_path / "window.ini", "other").order() is None


def test_sorting_by_the_menu(qtbot: QtBot) -> None:
    """The keyboard's way to sort: figures from the highest first, the same again turns round."""
    model = make(Source())
    table = PagedTable(model, "Customers")
    qtbot.addWidget(table)
    asked: list[tuple[str, bool]] = []
    model.sort_asked.connect(lambda word, down: asked.append((word, down)))
    for _ in range(2):
        sorting = table.column_menu().actions()[-1].menu()
        assert isinstance(sorting, QMenu)
        assert [action.text() for action in sorting.actions()] == ["Name", "Spent"]
        sorting.actions()[1].trigger()
    assert asked == [("spent", True), ("spent", False)]
