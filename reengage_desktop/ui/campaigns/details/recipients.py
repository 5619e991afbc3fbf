"""Everybody of a campaign: who got it, who did not and why, and what can be tried again."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reengage_desktop.domain.campaign_results import CampaignResults, RecipientRow, RecipientStatus
from reengage_desktop.jobs.tasks import owner_campaigns, queue
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.campaigns.states import recipient_state
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.messages import name_forgotten
from reengage_desktop.ui.tables import Cell, Column, PagedModel, PagedTable
from reengage_desktop.ui.telling import told_words
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button, choice_button
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.text import clear, row
from reengage_desktop.ui.wording import translate


class RecipientsPart(QWidget):
    """A table with a filter for each state that occurs; Enter opens the customer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._campaign_id = 0
        self._asked = 0
        self._status: RecipientStatus | None = None
        self._left_out = 0
        self._goes_by_itself = True
        self.filters: dict[RecipientStatus | None, QPushButton] = {}
        holder = QWidget()
        self._flow = FlowLayout(holder)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self.model: PagedModel[RecipientRow] = PagedModel(self._columns(), self._fetch, self)
        self.table = PagedTable(self.model, self.tr("Recipients of this campaign"))
        self.table.opened.connect(self._open)
        self.table.setMinimumHeight(240)
        self.table.selectionModel().selectionChanged.connect(lambda _now, _before: self._fit())
        self.model.dataChanged.connect(lambda _first, _last: self._fit())
        self.retry_button = button(self.tr("Try the selected again"), self.retry_selected, picture="rotate-ccw")
        self.open_button = button(self.tr("Open the customer"), self._open_selected, picture="user")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(holder)
        layout.addWidget(self.table, 1)
        layout.addLayout(row([self.open_button, self.retry_button, None]))

    def show_campaign(self, campaign_id: int, results: CampaignResults, *, goes_by_itself: bool = True) -> None:
        """Shows this campaign's recipients; the filter stays while the campaign does."""
        self._goes_by_itself = goes_by_itself
        if campaign_id != self._campaign_id:
            self._campaign_id, self._status = campaign_id, None
        statuses = dict(results.statuses)
        left_out = sum(results.skipped.values())
        if left_out:
            statuses[RecipientStatus.SKIPPED] = left_out
        if self._status is not None and self._status not in statuses:
            self._status = None
        everybody = self.tr("All {count}").replace("{count}", formats.number(results.recipients + results.left_out))
        counted = {each: f"{self._words(each)[0]} {formats.number(statuses.get(each, 0))}" for each in RecipientStatus}
        self._show_filters({None: everybody, **{each: counted[each] for each in RecipientStatus if statuses.get(each)}})
        self._read_ids()

    def choose(self, status: RecipientStatus | None) -> None:
        """Shows only those in this state; None: all."""
        self._status = status
        for each, made in self.filters.items():
            made.setChecked(each is status)
        self._read_ids()

    def retry_selected(self) -> None:
        """Queues the selected messages again that were refused or skipped."""
        shop, ids = self._desk.shop, self.table.selected_ids()
        self._desk.act(
            lambda: queue.retry(shop, ids),
            self,
            lambda done: self._desk.say(self.tr("%Ln messages are tried again.", "", done.changed)),
        )

    def _show_filters(self, wanted: Mapping[RecipientStatus | None, str]) -> None:
        """Makes them anew only where there are others, so that the keyboard stays on the one that has it."""
        if list(wanted) != list(self.filters):
            clear(self._flow)
            self.filters = {status: choice_button("", partial(self.choose, status)) for status in wanted}
            for made in self.filters.values():
                self._flow.addWidget(made)
        for status, text in wanted.items():
            self.filters[status].setText(text)
            self.filters[status].setAccessibleName(text)
            self.filters[status].setChecked(status is self._status)

    def _read_ids(self) -> None:
        self._asked += 1
        asked, shop, campaign_id, status = self._asked, self._desk.shop, self._campaign_id, self._status

        def show(ids: list[int]) -> None:
            if asked == self._asked:
                self.table.follow(ids)
                self._fit()

        self._desk.read(lambda: owner_campaigns.recipient_ids(shop, campaign_id, status), self, show)

    def _fetch(self, ids: Sequence[int], answer: Callable[[Mapping[int, RecipientRow]], None]) -> None:
        shop, wanted = self._desk.shop, list(ids)

        def read() -> dict[int, RecipientRow]:
            rows = name_forgotten(shop, owner_campaigns.recipient_rows(shop, wanted))
            return {each.message_id: each for each in rows}

        self._desk.read(read, self, answer)

    def _fit(self) -> None:
        """While rows are read anew the button stays, with the keyboard and half a click on it."""
        ids, read = self.table.selected_ids(), self.model.records()
        known = [read[each] for each in ids if each in read]
        self.open_button.setEnabled(bool(ids))
        if known or not ids:
            self.retry_button.setEnabled(any(each.status in _RETRIED for each in known))

    def _open_selected(self) -> None:
        ids = self.table.selected_ids()
        if ids:
            self._open(ids[0])

    def _open(self, message_id: int) -> None:
        at = self.model.row_of(message_id)
        found = None if at is None else self.model.record_at(at)
        if found is not None:
            self._desk.go("customers", {"customer": found.customer_id})

    def _columns(self) -> list[Column[RecipientRow]]:
        return [
            Column("who", translate("Recipients", "Who"), lambda each: Cell(each.name, each.customer), width=20),
            Column("state", translate("Recipients", "State"), self._state, width=12),
            Column("why", translate("Recipients", "Why"), self._why, width=20, stretches=True),
            Column("by", translate("Recipients", "By"), self._by, width=9),
            Column("which", translate("Recipients", "Message"), self._which, width=12, gives_way=2),
            Column("at", translate("Recipients", "When"), self._when, width=15, gives_way=1),
        ]

    def _words(self, status: RecipientStatus) -> tuple[str, Tone]:
        return recipient_state(status, goes_by_itself=self._goes_by_itself)

    def _state(self, each: RecipientRow) -> Cell:
        words, tone = self._words(each.status)
        return Cell(words, chip=tone)

    def _by(self, each: RecipientRow) -> Cell:
        name = wording.channel_name(each.channel)
        if each.fell_over_from is None:
            return Cell(name)
        words = translate("Recipients", "{channel}, because the address for {before} was refused")
        words = words.replace("{channel}", name).replace("{before}", wording.channel_name(each.fell_over_from))
        return Cell(name, words)

    def _why(self, each: RecipientRow) -> Cell:
        if each.order_id is not None:
            text = translate("Recipients", "Bought again: order {order}").replace("{order}", each.order_id)
            if each.revenue_minor is not None:
                text += f", {self._desk.money(each.revenue_minor)}"
            return Cell(text)
        if each.response:
            return Cell(wording.quoted(each.response), each.response)
        reason = wording.reason_text(each.reason)
        if not reason and not each.error and each.fell_over_from is not None:
            instead = translate("Recipients", "Instead of {before}: the address was refused")
            return Cell(instead.replace("{before}", wording.channel_name(each.fell_over_from)))
        said = told_words(each.error or "")
        return Cell(reason or said, said or reason)

    def _which(self, each: RecipientRow) -> Cell:
        step = translate("Recipients", "First") if not each.step else translate("Recipients", "Reminder {number}")
        text = step.replace("{number}", str(each.step))
        return Cell(f"{text} {each.variant}" if each.variant else text)

    def _when(self, each: RecipientRow) -> Cell:
        at = each.sent_at or each.due_at or each.created_at
        return Cell(self._desk.when(at), self._desk.exact(at))


_RETRIED = frozenset({RecipientStatus.FAILED, RecipientStatus.SKIPPED})
