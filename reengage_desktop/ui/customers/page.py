"""The customer table with its filters, groups and search, and the panel for the one that is looked at."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from reengage_desktop.domain.criteria import Condition, Criteria
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
from reengage_desktop.jobs.tasks import groups
from reengage_desktop.jobs.tasks.groups import Group
from reengage_desktop.jobs.tasks.searching import refresh_search
from reengage_desktop.store import listings, segments
from reengage_desktop.ui.criteria import sentence_of
from reengage_desktop.ui.customers.addition import AddDialog
from reengage_desktop.ui.customers.columns import CustomerColumns
from reengage_desktop.ui.customers.filters import FilterLine
from reengage_desktop.ui.customers.grouping import GroupDialog, delete_with_undo
from reengage_desktop.ui.customers.panel import CustomerPanel
from reengage_desktop.ui.customers.selection import SelectionBar
from reengage_desktop.ui.customers.shown import FIRST, Answer, Question, Shown, ask
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.page import MARGIN, Page
from reengage_desktop.ui.tables import PagedModel, PagedTable, TableMemory
from reengage_desktop.ui.widgets.buttons import button, icon_button
from reengage_desktop.ui.widgets.empty_state import EmptyState
from reengage_desktop.ui.widgets.search_field import SearchField
from reengage_desktop.ui.widgets.splitter import Splitter
from reengage_desktop.ui.widgets.text import paragraph
from reengage_desktop.ui.wording import translate

SEARCH_MS = 150
_MOST_KEPT = 5_000
_STATE_FILE = "window.ini"
_NARROWEST_PANEL = 330
_PANEL_LETTERS = 42


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
        self._shown = Shown()
        self._memory = TableMemory(desk.shop.paths.folder / _STATE_FILE, "customers")
        self._order = self._memory.order() or ("last_order", True)
        self._reading = 0
        self._shown_whole: Question | None = None
        self._is_indexing = self._is_rest_wanted = False
        self._groups: list[Group] = []
        self._to_select: int | None = None
        self._wanted_group: int | None = None
        self.columns_button = icon_button("sliders-horizontal", self.tr("Columns and order"), self._show_columns)
        self.head.addWidget(self._search_field(), 4)
        self.head.addWidget(self.columns_button)
        self.add_button = button(self.tr("Add customer"), self._add, picture="plus")
        importing = button(
            self.tr("Import…"), lambda: desk.import_asked.emit(""), picture="upload", tip=self.tr("Ctrl+I")
        )
        self.head.addWidget(importing)
        self.head.addWidget(self.add_button)
        self._head_parts = (self.heading, self.subheading, self.search, self.columns_button, importing, self.add_button)
        self.filters = FilterLine(desk)
        self.filters.chosen.connect(self._choose)
        self.filters.edit_asked.connect(self.edit_group)
        self.filters.delete_asked.connect(self._delete_group)
        self.filters.save_asked.connect(self._save_group)
        self.model: PagedModel[CustomerRow] = PagedModel(CustomerColumns(desk).all(), self._fetch_rows, self)
        self.model.sort_asked.connect(self._sort)
        self.table = PagedTable(self.model, self.tr("Customers"), self._memory)
        self.table.show_sorted_by(self._order[0], descending=self._order[1])
        self.body.addWidget(self.filters)
        self.body.addWidget(self._told_line())
        self.panel = CustomerPanel(desk)
        self.table.looked_at.connect(self.panel.look_at)
        self.table.opened.connect(self._open_row)
        self.bar = SelectionBar(desk, self.table)
        self.body.addWidget(self._split(), 1)
        self.body.addWidget(self.bar)
        self._tell()

    def load(self) -> None:
        """Reads the first page; when that is there, the counts and the groups, for which many rows are looked at."""
        self._is_rest_wanted = True
        self._read_ids()

    def open(self, argument: object) -> None:
        """Takes `{"segment": …}`, `{"group": id}`, `{"ids": …, "title": …}`, `{"search": …}` or `{"customer": id}`."""
        wanted: Mapping[str, Any] = argument if isinstance(argument, dict) else {}
        if "customer" in wanted:
            self._to_select = int(wanted["customer"])
            self._clear_search()
            self._choose(Shown())
            self.panel.look_at(self._to_select)
        elif "group" in wanted:
            self._clear_search()
            self._wanted_group = int(wanted["group"])
            self.desk.read(lambda: groups.list_groups(self.desk.shop), self, self._show_groups)
        elif "ids" in wanted:
            self._clear_search()
            title = str(wanted.get("title") or self.tr("A list"))
            self._choose(Shown(ids=tuple(wanted["ids"]), title=title))
        elif "segment" in wanted:
            self._clear_search()
            self._choose(Shown(Segment(str(wanted["segment"]))))
        if "search" in wanted:
            if wanted["search"]:
                self.search.setText(str(wanted["search"]))
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves the totals out where the heading's line has no room for them: the filters say them too."""
        super().resizeEvent(event)
        needed = sum(each.minimumSizeHint().width() + self.head.spacing() for each in self._head_parts)
        self.subheading.setVisible(needed + 3 * MARGIN <= self.viewport().width())
        # Room for a whole address, whatever size the text has.
        self.panel.setMinimumWidth(max(_NARROWEST_PANEL, _PANEL_LETTERS * self.fontMetrics().averageCharWidth()))

    def _search_field(self) -> SearchField:
        self.search = SearchField(self.tr("Search customers"), self.tr("Search name, e-mail, phone"))
        self.search.setProperty("room", "search")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(SEARCH_MS)
        self._typing.timeout.connect(self._read_ids)
        self.search.textChanged.connect(lambda _text: self._typing.start())
        return self.search

    def _told_line(self) -> QWidget:
        """What is shown where no quick filter says it, and what can be done with it."""
        self.told = paragraph("", "muted")
        self.told.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.edit_shown = button(self.tr("Edit group…"), lambda: self.edit_group(self._shown.group), kind="link")
        self.delete_shown = button(self.tr("Delete group"), lambda: self._delete_group(self._shown.group), kind="link")
        self.show_all = button(self.tr("Show all"), lambda: self._choose(Shown()), kind="link")
        self._told = QWidget()
        layout = QHBoxLayout(self._told)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.told, 1)
        for made in (self.edit_shown, self.delete_shown, self.show_all):
            layout.addWidget(made)
        return self._told

    def _split(self) -> Splitter:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._none = EmptyState("users", self.tr("Nobody here"), self.tr("No customer matches this filter and search."))
        self._stack.addWidget(self._none)
        self._stack.setMinimumWidth(420)
        self.panel.setMinimumWidth(_NARROWEST_PANEL)
        splitter = Splitter()
        splitter.addWidget(self._stack)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([725, 495])
        return splitter

    def _choose(self, shown: Shown) -> None:
        self._shown, self._wanted_group = shown, None
        self.filters.mark(shown)
        self._tell()
        self._read_ids()

    def _tell(self) -> None:
        shown = self._shown
        words = ""
        if shown.group is not None:
            words = sentence_of(shown.group.criteria, self.desk.currency)
        elif shown.ids is not None:
            words = shown.title
        self.told.setText(words)
        is_group = shown.group is not None
        self.edit_shown.setVisible(is_group)
        self.delete_shown.setVisible(is_group)
        self._told.setVisible(not shown.is_segment)

    def _clear_search(self) -> None:
        self.search.clear()
        self._typing.stop()

    def _sort(self, word: str, descending: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._order = (word, descending)
        self._memory.keep_order(word, descending=descending)
        self._read_ids()

    def _show_columns(self) -> None:
        at = self.columns_button.mapToGlobal(self.columns_button.rect().bottomLeft())
        self.table.column_menu().popup(at)

    def _read_ids(self) -> None:
        self._reading += 1
        asked, selected = self._reading, self.table.selected_count()
        kept = frozenset(self.table.selected_ids()) if 1 < selected <= _MOST_KEPT else frozenset[int]()
        takes_all = selected > 1 and self.table.selects_all()
        order, descending = self._order
        question = Question(self._shown, self.search.text(), order, descending)
        if question == self._shown_whole and self.model.rowCount() > FIRST:
            # The same long list: it stays where it was scrolled to, with fresh rows, until all ids have come.
            self.model.refresh_rows()
            self._read_rest()
            self._ask(asked, question, whole=True, takes_all=takes_all)
        else:
            self._shown_whole = None
            self._ask(asked, replace(question, kept=kept), whole=False, takes_all=takes_all)

    def _ask(self, asked: int, question: Question, *, whole: bool, takes_all: bool) -> None:
        shop = self.desk.shop

        def take(answer: Answer) -> None:
            if asked != self._reading:
                return
            if whole:
                takes = self.table.selects_all() and self.model.rowCount() > 1
                self._show_rest(answer, takes_all=takes)
            else:
                self._show_ids(answer, takes_all=takes_all)
            if answer.is_whole:
                self._shown_whole = replace(question, kept=frozenset())
            else:
                self._ask(asked, question, whole=True, takes_all=False)
            self._read_rest()

        self.desk.read(lambda: ask(shop, question, whole=whole), self, take)

    def _read_rest(self) -> None:
        """What a look at the page needs beside its rows; brings the search's index up to date meanwhile."""
        if not self._is_rest_wanted:
            return
        self._is_rest_wanted = False
        shop = self.desk.shop
        self.desk.read(lambda: segments.count_all(shop.db, shop.settings(), shop.now()), self, self._show_counts)
        self.desk.read(lambda: groups.list_groups(shop), self, self._show_groups)
        self._index()
        self.panel.refresh()

    def _show_ids(self, answer: Answer, *, takes_all: bool) -> None:
        chosen = self._to_select if self._to_select is not None else self.panel.customer_id
        self._to_select = None
        self._say_nobody(is_empty=not answer.ids)
        if answer.ids == self.model.ids():
            self.model.refresh_rows(answer.page)
            if chosen is not None and self.table.selected_count() <= 1:
                self.table.select_id(chosen)
            return
        was_all = takes_all and len(answer.ids) > 1
        self.model.show_ids(answer.ids, answer.page)
        if not answer.ids:
            self.panel.look_at(None)
            return
        if chosen is None or not self.table.select_id(chosen):
            if chosen is not None and not answer.is_whole:
                self._to_select = chosen  # she may be in the part that follows
            else:
                self.table.select_id(answer.ids[0])
        if was_all:
            self.table.selectAll()
        elif len(answer.kept_rows) > 1:
            self.table.select_rows(answer.kept_rows)

    def _show_rest(self, answer: Answer, *, takes_all: bool) -> None:
        known = array("q", self.model.ids())
        if answer.ids[: len(known)] != known:
            self._show_ids(answer, takes_all=takes_all)
            return
        self.model.show_more(answer.ids[len(known) :])
        chosen, self._to_select = self._to_select, None
        if chosen is not None and not self.table.select_id(chosen):
            self.table.select_id(answer.ids[0])
        if takes_all:
            self.table.selectAll()
        elif answer.kept_rows:
            self.table.select_rows(answer.kept_rows)

    def _say_nobody(self, *, is_empty: bool) -> None:
        self._stack.setCurrentIndex(1 if is_empty else 0)
        if not is_empty:
            return
        typed = self.search.text().strip()
        if typed:
            sentence = self.tr("No customer here has “{text}” in the name, e-mail, phone or number.")
            self._none.say(self.tr("Nobody found"), sentence.replace("{text}", typed))
        else:
            self._none.say(self.tr("Nobody here"), self.tr("No customer is in this list just now."))

    def _fetch_rows(self, ids: Sequence[int], answer: Callable[[Mapping[int, CustomerRow]], None]) -> None:
        shop, wanted = self.desk.shop, list(ids)

        def task() -> dict[int, CustomerRow]:
            return {row.id: row for row in listings.customer_rows(shop.db, wanted)}

        self.desk.read(task, self, answer)

    def _index(self) -> None:
        """One batch after the other, so that no other write waits long."""
        if self._is_indexing:
            return
        self._is_indexing = True
        shop = self.desk.shop
        self.desk.act(lambda: refresh_search(shop), self, self._indexed, self._not_indexed)

    def _indexed(self, more: bool) -> None:  # noqa: FBT001 - the answer itself
        self._is_indexing = False
        if more:
            self._index()

    def _not_indexed(self, fault: BaseException) -> None:
        self._is_indexing = False
        self.desk.failed.emit(fault)

    def _show_counts(self, counts: dict[Segment, int]) -> None:
        self.filters.show_counts(counts)
        total = self.tr("%Ln customers", "", counts[Segment.ALL])
        gone = self.tr("%Ln stopped buying", "", counts[Segment.INACTIVE])
        self.subheading.setText(f"{total} · {gone}")

    def _show_groups(self, found: list[Group]) -> None:
        self._groups = found
        self.filters.show_groups(found)
        wanted = self._wanted_group if self._wanted_group is not None else self._shown.group and self._shown.group.id
        if wanted is None:
            return
        group = next((each for each in found if each.id == wanted), None)
        if self._wanted_group is not None or group is None or group != self._shown.group:
            self._choose(Shown(group=group))

    def edit_group(self, group: Group | None, start: Criteria | None = None) -> None:
        """Opens the editor on a group, or on a new one that begins with `start`."""
        dialog = GroupDialog(self.desk, self.window(), group=group, start=start)
        dialog.saved.connect(self._group_saved)
        dialog.open()

    def _group_saved(self, group: Group) -> None:
        self._clear_search()
        self._choose(Shown(group=group))

    def _save_group(self) -> None:
        shop, question = self.desk.shop, Question(self._shown, self.search.text())
        if not question.search.strip():
            self.edit_group(None, self._shown.criteria())
            return

        def begin(found: Answer) -> None:
            self.edit_group(None, Criteria("all", (Condition("customer_id", "in", tuple(found.ids)),)))

        # Not those who are shown: they may be the beginning of a long list, or of what was typed before.
        self.desk.read(lambda: ask(shop, question, whole=True), self, begin)

    def _delete_group(self, group: Group | None) -> None:
        if group is None:
            return
        delete_with_undo(self.desk, group)
        if self._shown.group is not None and self._shown.group.id == group.id:
            self._choose(Shown())

    def _add(self) -> None:
        dialog = AddDialog(self.desk, self.window())
        dialog.look_asked.connect(lambda customer_id: self.open({"customer": customer_id}))
        dialog.open()

    def _open_row(self, customer_id: int) -> None:
        self.panel.look_at(customer_id)
        self.panel.setFocus()
