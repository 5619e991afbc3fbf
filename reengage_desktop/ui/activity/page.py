"""The list of messages with the owner's decisions on the selected ones; the checks and the imports beside it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.domain.vocabulary import OutboxState
from reengage_desktop.jobs.events import Event
from reengage_desktop.store import listings
from reengage_desktop.ui import formats
from reengage_desktop.ui.activity.columns import MessageColumns
from reengage_desktop.ui.activity.decisions import DecisionBar
from reengage_desktop.ui.activity.filters import STATES, Filter, filter_name
from reengage_desktop.ui.activity.imports import ImportsView
from reengage_desktop.ui.activity.message import MessageDialog
from reengage_desktop.ui.activity.runs import RunsView
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.messages import read_messages
from reengage_desktop.ui.page import Page
from reengage_desktop.ui.tables import PagedModel, PagedTable
from reengage_desktop.ui.widgets.buttons import filter_button
from reengage_desktop.ui.widgets.empty_state import EmptyState
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.wording import translate


class ActivityPage(Page):
    """Follows everything: each event is something that happened."""

    follows: ClassVar[tuple[type[Event], ...]] = (Event,)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Activity", "Activity"))
        self._filter = Filter.ALL
        self._asked = 0
        self.body.addWidget(self._filter_line())
        self.model: PagedModel[MessageRow] = PagedModel(MessageColumns(desk).all(), self._fetch_rows, self)
        self.table = PagedTable(self.model, self.tr("Messages"))
        self.table.opened.connect(self._open_message)
        self.decisions = DecisionBar(desk, self.table, self.model)
        self.runs = RunsView(desk)
        self.imports = ImportsView(desk)
        self._none = EmptyState("list-checks", self.tr("Nothing here"), self.tr("No message is in this list."))
        self._stack = QStackedWidget()
        messages = QWidget()
        column = QVBoxLayout(messages)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.decisions)
        for view in (messages, self._none, self.runs, self.imports):
            self._stack.addWidget(view)
        self.body.addWidget(self._stack, 1)

    def load(self) -> None:
        """Reads the counts and the list in front."""
        self.desk.read(lambda: listings.count_messages(self.desk.shop.db), self, self._show_counts)
        self._read()

    def open(self, argument: object) -> None:
        """Takes `{"filter": …}`."""
        wanted: Mapping[str, Any] = argument if isinstance(argument, dict) else {}
        if "filter" in wanted:
            self._choose(Filter(str(wanted["filter"])))

    def _filter_line(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self.filters: dict[Filter, QPushButton] = {}
        for each in Filter:
            made = filter_button(filter_name(each), self._chooser(each))
            made.setChecked(each is self._filter)
            self.filters[each] = made
            flow.addWidget(made)
        return holder

    def _chooser(self, each: Filter) -> Callable[[], None]:
        return lambda: self._choose(each)

    def _choose(self, wanted: Filter) -> None:
        self._filter = wanted
        for each, made in self.filters.items():
            made.setChecked(each is wanted)
        self._read()

    def _read(self) -> None:
        self._asked += 1
        if self._filter is Filter.CHECKS:
            self.runs.load()
            self._stack.setCurrentWidget(self.runs)
            return
        if self._filter is Filter.IMPORTS:
            self.imports.load()
            self._stack.setCurrentWidget(self.imports)
            return
        asked, states, shop = self._asked, STATES[self._filter], self.desk.shop
        self.desk.read(
            lambda: listings.message_ids(shop.db, states),
            self,
            lambda ids: self._show_ids(ids) if asked == self._asked else None,
        )

    def _show_ids(self, ids: list[int]) -> None:
        chosen = self.table.selected_ids()
        self.model.show_ids(ids)
        self._stack.setCurrentIndex(0 if ids else 1)
        if len(chosen) == 1:
            self.table.select_id(chosen[0])
        self.decisions.follow()

    def _fetch_rows(self, ids: Sequence[int], answer: Callable[[Mapping[int, MessageRow]], None]) -> None:
        shop, wanted = self.desk.shop, list(ids)
        self.desk.read(lambda: read_messages(shop, wanted), self, answer)

    def _show_counts(self, counts: dict[OutboxState, int]) -> None:
        for each, states in STATES.items():
            text = f"{filter_name(each)} {formats.number(sum(counts[state] for state in states))}"
            self.filters[each].setText(text)
            self.filters[each].setAccessibleName(text)
            self.filters[each].updateGeometry()

    def _open_message(self, message_id: int) -> None:
        row = self.model.row_of(message_id)
        message = None if row is None else self.model.record_at(row)
        if message is not None:
            MessageDialog(self.desk, message, self.window()).open()
