"""The customer table with its filters and search, and the panel for the one that is looked at."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSplitter, QStackedWidget, QWidget

from reengage_desktop.domain.listings import CustomerRow
from reengage_desktop.domain.vocabulary import Segment
from reengage_desktop.jobs.events import (
    CustomersChanged,
    Event,
    ImportFinished,
    QueueChanged,
    ResultsChanged,
    SettingsChanged,
)
from reengage_desktop.store import listings, segments
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.customers.columns import CustomerColumns
from reengage_desktop.ui.customers.panel import CustomerPanel
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.page import Page
from reengage_desktop.ui.tables import PagedModel, PagedTable
from reengage_desktop.ui.widgets.buttons import button, filter_button
from reengage_desktop.ui.widgets.empty_state import EmptyState
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.wording import translate

SEARCH_MS = 150
_FILTERS = (
    Segment.ALL,
    Segment.ACTIVE,
    Segment.INACTIVE,
    Segment.NEW,
    Segment.ONE_TIME,
    Segment.VIP,
    Segment.NO_CONSENT,
    Segment.OPTED_OUT,
    Segment.UNREACHABLE,
)


class CustomersPage(Page):
    """Choosing a row shows the person on the right; every filter shows how many it holds."""

    follows: ClassVar[tuple[type[Event], ...]] = (
        CustomersChanged,
        ImportFinished,
        QueueChanged,
        ResultsChanged,
        SettingsChanged,
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Customers", "Customers"))
        self._segment = Segment.ALL
        self._order = ("last_order", True)
        self._reading = 0
        self._to_select: int | None = None
        self.head.addWidget(
            button(self.tr("Import…"), lambda: desk.import_asked.emit(""), picture="upload", tip=self.tr("Ctrl+I"))
        )
        self.body.addLayout(self._filter_line())
        self.model: PagedModel[CustomerRow] = PagedModel(CustomerColumns(desk).all(), self._fetch_rows, self)
        self.model.sort_asked.connect(self._sort)
        self.table = PagedTable(self.model, self.tr("Customers"))
        self.table.show_sorted_by(self._order[0], descending=self._order[1])
        self.panel = CustomerPanel(desk)
        self.table.looked_at.connect(self.panel.look_at)
        self.table.opened.connect(self._open_row)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._none = EmptyState("users", self.tr("Nobody here"), self.tr("No customer matches this filter and search."))
        self._stack.addWidget(self._none)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        splitter.addWidget(self._stack)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([800, 420])
        self._stack.setMinimumWidth(420)
        self.panel.setMinimumWidth(330)
        self.body.addWidget(splitter, 1)

    def load(self) -> None:
        """Reads the counts and the ids."""
        shop = self.desk.shop
        self.desk.read(lambda: segments.count_all(shop.db, shop.settings(), shop.now()), self, self._show_counts)
        self._read_ids()
        self.panel.refresh()

    def open(self, argument: object) -> None:
        """Takes `{"segment": …}`, `{"search": …}` or `{"customer": id}`."""
        wanted: Mapping[str, Any] = argument if isinstance(argument, dict) else {}
        if "customer" in wanted:
            self._to_select = int(wanted["customer"])
            self._choose(Segment.ALL)
            self.panel.look_at(self._to_select)
        elif "segment" in wanted:
            self._choose(Segment(str(wanted["segment"])))
        if "search" in wanted:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def _filter_line(self) -> QHBoxLayout:
        holder = QWidget()
        flow = FlowLayout(holder)
        self.filters: dict[Segment, QPushButton] = {}
        for segment in _FILTERS:
            made = filter_button(wording.segment_name(segment), self._chooser(segment))
            made.setChecked(segment is self._segment)
            self.filters[segment] = made
            flow.addWidget(made)
        policy = holder.sizePolicy()
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search name, e-mail, phone"))
        self.search.setAccessibleName(self.tr("Search customers"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(230)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(SEARCH_MS)
        self._typing.timeout.connect(self._read_ids)
        self.search.textChanged.connect(lambda _text: self._typing.start())
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(holder, 1)
        line.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _chooser(self, segment: Segment) -> Callable[[], None]:
        return lambda: self._choose(segment)

    def _choose(self, segment: Segment) -> None:
        self._segment = segment
        for each, made in self.filters.items():
            made.setChecked(each is segment)
        self._read_ids()

    def _sort(self, word: str, descending: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._order = (word, descending)
        self._read_ids()

    def _read_ids(self) -> None:
        shop, segment, search, (order, descending) = self.desk.shop, self._segment, self.search.text(), self._order
        self._reading += 1
        asked = self._reading

        def task() -> list[int]:
            return listings.customer_ids(
                shop.db,
                shop.settings(),
                shop.now(),
                segment=segment,
                search=search,
                order=order,
                descending=descending,
            )

        self.desk.read(task, self, lambda ids: self._show_ids(asked, ids))

    def _show_ids(self, asked: int, ids: list[int]) -> None:
        if asked != self._reading:
            return
        chosen = self._to_select if self._to_select is not None else self.panel.customer_id
        self._to_select = None
        self.model.show_ids(ids)
        self._stack.setCurrentIndex(0 if ids else 1)
        if chosen is not None and self.table.select_id(chosen):
            return
        if ids:
            self.table.select_id(ids[0])
        else:
            self.panel.look_at(None)

    def _fetch_rows(self, ids: Sequence[int], answer: Callable[[Mapping[int, CustomerRow]], None]) -> None:
        shop, wanted = self.desk.shop, list(ids)

        def task() -> dict[int, CustomerRow]:
            return {row.id: row for row in listings.customer_rows(shop.db, wanted)}

        self.desk.read(task, self, answer)

    def _show_counts(self, counts: dict[Segment, int]) -> None:
        for segment, made in self.filters.items():
            text = f"{wording.segment_name(segment)} {formats.number(counts[segment])}"
            made.setText(text)
            made.setAccessibleName(text)
            made.updateGeometry()
        total = self.tr("%Ln customers", "", counts[Segment.ALL])
        gone = self.tr("%Ln stopped buying", "", counts[Segment.INACTIVE])
        self.subheading.setText(f"{total} · {gone}")

    def _open_row(self, customer_id: int) -> None:
        self.panel.look_at(customer_id)
        self.panel.setFocus()
