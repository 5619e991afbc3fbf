"""The list of messages with the owner's decisions on the selected ones; the checks and the imports beside it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reengage_desktop.domain.by_hand import HAND, HAND_CHANNELS
from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.jobs.events import Event
from reengage_desktop.store import activity, problems
from reengage_desktop.store.activity import Kind, Wanted
from reengage_desktop.store.problems import Problem
from reengage_desktop.ui import formats
from reengage_desktop.ui.activity.columns import MessageColumns
from reengage_desktop.ui.activity.decisions import DecisionBar
from reengage_desktop.ui.activity.filters import KINDS, Filter, filter_name, nothing_there
from reengage_desktop.ui.activity.imports import ImportsView
from reengage_desktop.ui.activity.message import MessageDialog
from reengage_desktop.ui.activity.narrowing import Narrowing
from reengage_desktop.ui.activity.problems import ProblemsView
from reengage_desktop.ui.activity.queue_line import QueueLine
from reengage_desktop.ui.activity.runs import RunsView
from reengage_desktop.ui.activity.support import read_details
from reengage_desktop.ui.desk import BY_HAND, Desk
from reengage_desktop.ui.messages import read_messages
from reengage_desktop.ui.page import WIDE_LETTERS, Page
from reengage_desktop.ui.reading import Reading
from reengage_desktop.ui.tables import PagedModel, PagedTable
from reengage_desktop.ui.widgets.buttons import button, choice_button
from reengage_desktop.ui.widgets.empty_state import EmptyState
from reengage_desktop.ui.widgets.flow import FlowLayout, flowing
from reengage_desktop.ui.wording import translate

_Listed = tuple[int, list[int], dict[str, int]]
"""Which wish it answers, the ids, and the money that they brought back."""

_QUEUE_SHOWN = (Filter.ALL, Filter.WAITING)


class ActivityPage(Page):
    """Follows everything: each event is something that happened."""

    follows: ClassVar[tuple[type[Event], ...]] = (Event,)
    _counted: Wanted | None = None

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Activity", "Activity"))
        self._filter = Filter.ALL
        self._asked = 0
        self._counting: Reading[dict[Kind, int]] = Reading(desk, self, self._show_counts)
        self._listing: Reading[_Listed] = Reading(desk, self, self._show_listed)
        self._to_open: int | None = None
        self.copy = button(self.tr("Copy details for support"), self._copy, picture="copy")
        self.hands = button(self.tr("For you to do…"), lambda: desk.go(BY_HAND), picture="list-checks")
        self.hands.hide()
        self.head.addWidget(self.hands)
        self.head.addWidget(self.copy)
        self.body.addWidget(self._filter_line())
        self.queue = QueueLine(desk)
        self.body.addWidget(self.queue.label)
        self.narrowing = Narrowing(desk)
        self.narrowing.changed.connect(self._read)
        self.body.addWidget(self.narrowing)
        self.model: PagedModel[MessageRow] = PagedModel(MessageColumns(desk).all(), self._fetch_rows, self)
        self.table = PagedTable(self.model, self.tr("Messages"))
        self.table.opened.connect(self._open_message)
        self.decisions = DecisionBar(desk, self.table, self.model)
        self.decisions.asked_why.connect(self._open_message)
        self.problems = ProblemsView(desk, self.decisions.check_again)
        self.problems.picked.connect(self._show_problem)
        self.runs = RunsView(desk)
        self.imports = ImportsView(desk)
        self._none = EmptyState("list-checks", *nothing_there(Filter.ALL))
        self._messages = QWidget()
        column = QVBoxLayout(self._messages)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.problems)
        column.addWidget(self.table, 1)
        column.addWidget(self.decisions)
        # No stack: it would keep as much room as the largest of the four needs.
        self._views: tuple[QWidget, ...] = (self._messages, self._none, self.runs, self.imports)
        for view in self._views:
            self.body.addWidget(view, 1)
        self._turn_to(self._messages)
        self.model.dataChanged.connect(lambda _first, _last: self._open_awaited())
        self._dress()

    def load(self) -> None:
        """Reads the counts and the list in front."""
        settings = self.desk.settings
        self.hands.setVisible(any(settings.provider_of(channel) == HAND for channel in HAND_CHANNELS))
        self._counted = None
        self._read()

    def open(self, argument: object) -> None:
        """Takes `{"filter": …}`, with `"days": n` the last days only; `{"campaign": id}`; `{"message": id}`."""
        wanted: Mapping[str, Any] = argument if isinstance(argument, dict) else {}
        if not {"filter", "campaign", "message"} & set(wanted):
            return
        known = str(wanted.get("filter", "")) in set(Filter)
        self._to_open = int(wanted["message"]) if "message" in wanted else None
        self.narrowing.narrow(wanted.get("days"), wanted.get("campaign"))
        self._choose(Filter(str(wanted["filter"])) if known else Filter.ALL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the problems to the room there is for their words and buttons."""
        super().resizeEvent(event)
        self.problems.set_wide(is_wide=self.width() >= WIDE_LETTERS * self.fontMetrics().averageCharWidth())

    def _filter_line(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder)
        flowing(holder)
        self.filters: dict[Filter, QPushButton] = {}
        for each in Filter:
            made = choice_button(filter_name(each), self._chooser(each))
            made.setChecked(each is self._filter)
            self.filters[each] = made
            flow.addWidget(made)
        self.filters[Filter.TESTS].hide()
        return holder

    def _chooser(self, each: Filter) -> Callable[[], None]:
        def choose() -> None:
            self.narrowing.forget_problem()
            self._to_open = None
            self._choose(each)

        return choose

    def _choose(self, wanted: Filter) -> None:
        self._filter = wanted
        for each, made in self.filters.items():
            made.setChecked(each is wanted)
        self._dress()
        self._read()

    def _dress(self) -> None:
        """Shows what belongs to the filter in front."""
        is_messages = self._filter in KINDS
        self.narrowing.setVisible(is_messages)
        self.queue.label.setVisible(self._filter in _QUEUE_SHOWN)
        self.problems.set_wanted(is_wanted=self._filter is Filter.PROBLEMS)
        self._none.say(*nothing_there(self._filter))

    def _count(self) -> None:
        """Counts what each filter holds of the chosen days and campaign, unless that was just done."""
        wanted, shop = self.narrowing.wanted(Kind.ALL), self.desk.shop
        if wanted != self._counted:
            self._counted = wanted
            self._counting.start(lambda: activity.count_wanted(shop.db, wanted, shop.settings()))

    def _read(self) -> None:
        self._asked += 1
        self._count()
        if self._filter is Filter.CHECKS:
            self.runs.load()
            self._turn_to(self.runs)
            return
        if self._filter is Filter.IMPORTS:
            self.imports.load()
            self._turn_to(self.imports)
            return
        if self._filter in _QUEUE_SHOWN:
            self.queue.load()
        if self._filter is Filter.PROBLEMS:
            self.problems.load()
        asked, kind = self._asked, KINDS[self._filter]
        wanted, problem, shop = self.narrowing.wanted(kind), self.narrowing.problem, self.desk.shop

        def read() -> _Listed:
            narrowed = wanted
            if problem is not None:
                ids = tuple(problems.list_ids(shop.db, problem))
                narrowed = Wanted(kind, wanted.from_day, wanted.to_day, wanted.campaign_id, ids)
            ids_found = activity.list_ids(shop.db, narrowed, shop.settings())
            money = activity.list_came_back(shop.db, ids_found) if kind is Kind.CAME_BACK else {}
            return asked, ids_found, money

        self._listing.start(read)

    def _show_listed(self, listed: _Listed) -> None:
        asked, ids, money = listed
        if asked == self._asked:
            self._show_ids(ids, money)

    def _show_ids(self, ids: list[int], money: dict[str, int]) -> None:
        self.narrowing.say(len(ids), money)
        is_bare = not ids and not (self._filter is Filter.PROBLEMS and self.problems.groups)
        is_narrow = self.narrowing.is_narrow()
        self._none.say(*nothing_there(self._filter, is_narrow=is_narrow))
        self.narrowing.setVisible(not is_bare or is_narrow)
        self.queue.label.setVisible(self._filter in _QUEUE_SHOWN and not is_bare)
        self._turn_to(self._none if is_bare else self._messages)
        self.table.follow(ids)
        self.decisions.follow()
        self._open_awaited()

    def _turn_to(self, wanted: QWidget) -> None:
        for view in self._views:
            view.setVisible(view is wanted)

    def _fetch_rows(self, ids: Sequence[int], answer: Callable[[Mapping[int, MessageRow]], None]) -> None:
        shop, wanted = self.desk.shop, list(ids)
        self.desk.read(lambda: read_messages(shop, wanted), self, answer)

    def _show_counts(self, counts: dict[Kind, int]) -> None:
        for each, kind in KINDS.items():
            text = f"{filter_name(each)} {formats.number(counts[kind])}"
            self.filters[each].setText(text)
            self.filters[each].setAccessibleName(text)
            self.filters[each].updateGeometry()
        self.filters[Filter.TESTS].setVisible(counts[Kind.TESTS] > 0 or self._filter is Filter.TESTS)

    def _show_problem(self, problem: Problem) -> None:
        self.narrowing.narrow_to(problem)
        self._read()

    def _open_awaited(self) -> None:
        """Opens the message that was asked for as soon as it is there."""
        if self._to_open is None:
            return
        self.table.select_id(self._to_open)
        if self._open_message(self._to_open):
            self._to_open = None

    def _open_message(self, message_id: int) -> bool:
        row = self.model.row_of(message_id)
        message = None if row is None else self.model.record_at(row)
        if message is not None:
            MessageDialog(self.desk, message, self.window()).open()
        return message is not None

    def _copy(self) -> None:
        self.desk.read(lambda: read_details(self.desk.shop), self, self._copied)

    def _copied(self, details: str) -> None:
        QGuiApplication.clipboard().setText(details)
        self.desk.say(
            self.tr("Copied: states and figures, no names, addresses or keys. Paste it into your mail to support.")
        )
