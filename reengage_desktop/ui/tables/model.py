"""The model behind every long table: ids as a snapshot, rows by page, filtering and sorting as new ids.

Measured for 100,000 rows: 27 to 54 ms to show, against 10 to 12 s for a sort proxy (docs/performance.md 11).
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reengage_desktop.ui.tables.columns import Cell, Column

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

PAGE = 200
_KEPT_PAGES = 24

# Compared as plain ints: comparing the enum's members nearly doubled the time to paint.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NOTHING = Cell("")

FetchRows = Callable[[Sequence[int], Callable[[Mapping[int, Any]], None]], None]
"""Gets the rows of some ids in the background and hands over those that still exist, in the window's thread."""


class PagedModel(QAbstractTableModel, Generic[Row]):
    """Rows by id. A page that is not there yet shows empty cells and fills itself when it has come."""

    sort_asked = Signal(str, bool)

    def __init__(self, columns: Sequence[Column[Row]], fetch_rows: FetchRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = list(columns)
        self._fetch = fetch_rows
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, list[Cell] | None]] = OrderedDict()
        self._rows: dict[int, dict[int, Row]] = {}
        self._asked: set[int] = set()
        self._partial: set[int] = set()
        self._generation = 0

    def show_ids(self, ids: Iterable[int], page: Mapping[int, Row] | None = None) -> None:
        """Shows another list: a filter, a search, an order. `page`: the rows of its first page, if known."""
        self.beginResetModel()
        self._ids = array("q", ids)
        self._forget()
        self._know(page)
        self.endResetModel()

    def show_more(self, ids: Iterable[int]) -> None:
        """Adds the rest of a list whose beginning is shown already."""
        rest = array("q", ids)
        if not rest:
            return
        first = len(self._ids)
        self.beginInsertRows(QModelIndex(), first, first + len(rest) - 1)
        self._ids.extend(rest)
        if first % PAGE:
            self._partial.add(first // PAGE)
        self.endInsertRows()

    def ids(self) -> Sequence[int]:
        """The ids of all rows; not to be changed."""
        return self._ids

    def refresh_rows(self, page: Mapping[int, Row] | None = None) -> None:
        """Asks for the rows of the same ids again, unless they are known: something about them has changed."""
        self._forget()
        self._know(page)
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def id_at(self, row: int) -> int:
        """The id of the record in a row."""
        return self._ids[row]

    def row_of(self, record: int) -> int | None:
        """The row in which a record is, or None."""
        try:
            return self._ids.index(record)
        except ValueError:
            return None

    def record_at(self, row: int) -> Row | None:
        """The record in a row, or None while its page is on its way."""
        return self._rows.get(row // PAGE, {}).get(self._ids[row])

    def records(self) -> dict[int, Row]:
        """The records that are there, by id."""
        return {record: row for page in self._rows.values() for record, row in page.items()}

    def columns(self) -> Sequence[Column[Row]]:
        """The columns from left to right."""
        return self._columns

    def rowCount(self, parent: Index | None = None) -> int:
        """As many rows as ids."""
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        """As many as were given."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """The columns' headings."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == _DISPLAY:
            return self._columns[section].heading
        if role == _ALIGN:
            return _RIGHT if self._columns[section].right else _LEFT
        return None

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """A cell's text, tip or side."""
        if not index.isValid() or index.model() is not self:
            return None
        column = index.column()
        if role == _ALIGN:
            return _RIGHT if self._columns[column].right else _LEFT
        if role not in (_DISPLAY, _TOOLTIP, _ACCESSIBLE):
            return None
        cell = self.cell_at(index.row(), column)
        if role == _TOOLTIP:
            return cell.tip or None
        return cell.text

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Asks the page for the ids in another order."""
        if 0 <= column < len(self._columns) and self._columns[column].sort:
            self.sort_asked.emit(self._columns[column].sort, order == Qt.SortOrder.DescendingOrder)

    def cell_at(self, row: int, column: int) -> Cell:
        """What a cell shows; an empty one while its page is on its way."""
        cells = self.cells_at(row)
        return _NOTHING if cells is None else cells[column]

    def cells_at(self, row: int) -> list[Cell] | None:
        """What the cells of a row show; None while its page is on its way."""
        page = row // PAGE
        if page not in self._pages:
            self._ask(page)
        # Who answers at once is heard at once: a cell never changes between two looks without a word.
        cells = self._pages.get(page)
        if cells is None:
            return None
        self._pages.move_to_end(page)
        record = self._ids[row]
        line = cells.get(record)
        if line is None:
            found = self._rows[page].get(record)
            if found is None:
                # Either gone meanwhile, or of the part that came after this page was read.
                if page in self._partial:
                    self._ask(page)
                return None
            line = [each.cell(found) for each in self._columns]
            cells[record] = line
        return line

    def _ask(self, page: int) -> None:
        if page in self._asked:
            return
        self._asked.add(page)
        generation = self._generation
        ids = self._ids[page * PAGE : (page + 1) * PAGE]
        self._fetch(ids, lambda rows: self._arrived(generation, page, len(ids), rows))

    def _arrived(self, generation: int, page: int, asked: int, rows: Mapping[int, Row]) -> None:
        if generation != self._generation:
            return
        self._asked.discard(page)
        if asked < min(PAGE, len(self._ids) - page * PAGE):
            # Rows were added meanwhile: this answer lacks them.
            self._ask(page)
            return
        self._partial.discard(page)
        self._pages[page] = {}
        self._rows[page] = dict(rows)
        while len(self._pages) > _KEPT_PAGES:
            dropped, _cells = self._pages.popitem(last=False)
            del self._rows[dropped]
        first = page * PAGE
        last = min(first + PAGE, len(self._ids)) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def _know(self, page: Mapping[int, Row] | None) -> None:
        """Takes the rows of the first page without asking for them."""
        if page and self._ids:
            self._pages[0] = {}
            self._rows[0] = dict(page)

    def _forget(self) -> None:
        self._generation += 1
        self._pages.clear()
        self._rows.clear()
        self._asked.clear()
        self._partial.clear()
