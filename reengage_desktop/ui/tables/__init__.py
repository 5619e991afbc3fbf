"""Tables of any length: the ids are a snapshot, the rows come in pages when they are looked at."""

from reengage_desktop.ui.tables.columns import Cell, Column
from reengage_desktop.ui.tables.memory import TableMemory
from reengage_desktop.ui.tables.model import PagedModel
from reengage_desktop.ui.tables.view import PagedTable

__all__ = ["Cell", "Column", "PagedModel", "PagedTable", "TableMemory"]
