"""What the owner can do with the selected messages; each deed can be taken back where that is possible."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.domain.vocabulary import Job, OutboxState, Reason
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import queue, runs
from reengage_desktop.jobs.tasks.pace import read_pace
from reengage_desktop.ui import wording
from reengage_desktop.ui.activity.columns import MessageColumns
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.messages import read_messages
from reengage_desktop.ui.notices import forgotten
from reengage_desktop.ui.reasons import reason_sentence
from reengage_desktop.ui.tables import PagedModel, PagedTable
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.flow import FlowLayout, flowing
from reengage_desktop.ui.widgets.text import label
from reengage_desktop.ui.wording import translate

Outcome = TypeVar("Outcome", bound=queue.Changed)

_OPEN = (OutboxState.PENDING, OutboxState.HELD)
_AGAIN = (OutboxState.REJECTED, OutboxState.SKIPPED)


class DecisionBar(QWidget):
    """Shows only what fits all the selected messages. `asked_why` carries the id of the one to explain."""

    asked_why = Signal(int)

    def __init__(self, desk: Desk, table: PagedTable, model: PagedModel[MessageRow]) -> None:
        super().__init__()
        self._desk = desk
        self._table = table
        self._model = model
        self._chosen: list[MessageRow] = []
        self._asked = 0
        flow = FlowLayout(self)
        flowing(self)
        self._count = label("", "muted")
        flow.addWidget(self._count)
        self.why = self._add(flow, self.tr("Why?"), "circle-help", self._why)
        self.approve = self._add(flow, self.tr("Approve"), "check", self._approve)
        self.send_now = self._add(flow, self.tr("Send now"), "send", self._send_now)
        self.hold = self._add(flow, self.tr("Hold back"), "pause", self._hold)
        self.remove = self._add(flow, self.tr("Remove"), "trash-2", self._remove)
        self.retry = self._add(flow, self.tr("Try again"), "rotate-ccw", self._retry)
        self.as_sent = self._add(flow, self.tr("Treat as sent"), "circle-check", self._treat_as_sent)
        self.again = self._add(flow, self.tr("Send again"), "send", self._send_again)
        self.check = self._add(flow, self.tr("Check again"), "refresh-cw", self.check_again)
        self.customer = self._add(flow, self.tr("Show the customer"), "user", self._show_customer)
        self.remove.setToolTip(self.tr("Takes them out of the queue (Del)"))
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove_if_possible)
        table.selectionModel().selectionChanged.connect(lambda _new, _old: self.follow())
        model.dataChanged.connect(lambda _first, _last: self.follow())
        self.follow()

    def follow(self) -> None:
        """Fits the buttons to the selection, as soon as all of it is read: a long list is read as far as it is seen.

        While messages that were known are read anew the buttons stay, with the keyboard and half a click on them.
        """
        self._asked += 1
        ids, read = self._table.selected_ids(), self._model.records()
        known = {each.id: each for each in self._chosen} | read
        self._chosen = [known[each] for each in ids] if known.keys() >= set(ids) else []
        if not read.keys() >= set(ids):
            asked, shop = self._asked, self._desk.shop
            self._desk.read(
                lambda: list(read_messages(shop, ids).values()),
                self,
                lambda found: self._take(found) if asked == self._asked else None,
            )
        self._count.setText(self.tr("%Ln selected", "", len(ids)))
        self.setVisible(bool(ids))
        self._fit()

    def _take(self, chosen: list[MessageRow]) -> None:
        self._chosen = chosen
        self._fit()

    def _fit(self) -> None:
        chosen = self._chosen
        self.why.setVisible(len(chosen) == 1)
        self.approve.setVisible(_all(chosen, lambda row: row.state is OutboxState.HELD))
        self.send_now.setVisible(_all(chosen, lambda row: row.state in _OPEN))
        self.hold.setVisible(_all(chosen, lambda row: row.state is OutboxState.PENDING))
        self.remove.setVisible(_all(chosen, lambda row: row.state in _OPEN))
        self.retry.setVisible(_all(chosen, lambda row: row.state in _AGAIN))
        uncertain = _all(chosen, lambda row: row.state is OutboxState.UNCERTAIN and row.treated_as is None)
        self.as_sent.setVisible(uncertain)
        self.again.setVisible(uncertain)
        self.check.setVisible(uncertain)
        self.customer.setVisible(len(chosen) == 1 and not _is_forgotten(chosen[0]))

    def _add(self, flow: FlowLayout, text: str, picture: str, deed: Callable[[], None]) -> QPushButton:
        made = button(text, deed, picture=picture)
        flow.addWidget(made)
        return made

    def _ids(self) -> list[int]:
        return [each.id for each in self._chosen]

    def _approve(self) -> None:
        shop, ids = self._desk.shop, self._ids()
        self._do(
            lambda: queue.let_go(shop, ids),
            lambda count: self.tr("%Ln messages approved.", "", count),
            lambda gone: queue.take_back(shop, gone),
        )

    def _why(self) -> None:
        self.asked_why.emit(self._ids()[0])

    def _send_now(self) -> None:
        """Makes them due and lets the sender go over the queue; what may not go yet says why."""
        shop, ids = self._desk.shop, self._ids()
        self._desk.act(lambda: queue.send_now(shop, ids), self, lambda _: self._send(ids))

    def _send(self, ids: list[int]) -> None:
        shop = self._desk.shop
        self._desk.take_long(lambda: _send_and_read(shop, ids), self, self._say_sent)

    def _say_sent(self, found: tuple[list[MessageRow], Reason | None]) -> None:
        rows, held_by = found
        gone = [row for row in rows if row.state is OutboxState.ACCEPTED]
        parts = [self.tr("%Ln messages sent.", "", len(gone))] if gone else []
        left = [row for row in rows if row.state is not OutboxState.ACCEPTED]
        if left:
            first = left[0]
            held = reason_sentence(held_by, self._desk.settings) if first.reason is None else ""
            why = held or MessageColumns(self._desk).why(first) or wording.state_word(first.state)[0]
            parts.append(self.tr("%Ln did not go yet:", "", len(left)) + f" {why}")
        self._desk.say(" ".join(parts))

    def _hold(self) -> None:
        shop, ids = self._desk.shop, self._ids()
        self._do(
            lambda: queue.hold(shop, ids),
            lambda count: self.tr("%Ln messages wait for your approval now.", "", count),
            lambda _: queue.approve(shop, ids),
        )

    def check_again(self) -> None:
        """Asks the providers about every doubt; what they don't know stays one."""
        shop = self._desk.shop
        self._desk.take_long(lambda: queue.check_again(shop), self, self._say_checked)

    def _say_checked(self, found: queue.Changed) -> None:
        if found.changed:
            self._desk.say(self.tr("The provider knew about %Ln of them.", "", found.changed))
        else:
            self._desk.say(
                self.tr("The provider can't say more. Treat them as sent, unless customers tell you otherwise.")
            )

    def _remove_if_possible(self) -> None:
        if self.remove.isVisible():
            self._remove()

    def _remove(self) -> None:
        shop, ids = self._desk.shop, self._ids()
        self._do(
            lambda: queue.drop(shop, ids),
            lambda count: self.tr("%Ln messages removed.", "", count),
            lambda _: queue.take_back_drop(shop, ids),
        )

    def _retry(self) -> None:
        shop, ids = self._desk.shop, self._ids()
        self._do(lambda: queue.retry(shop, ids), lambda count: self.tr("%Ln messages are tried again.", "", count))

    def _treat_as_sent(self) -> None:
        shop, ids = self._desk.shop, self._ids()
        self._do(
            lambda: queue.resolve(shop, ids, "sent"), lambda count: self.tr("%Ln messages count as sent.", "", count)
        )

    def _send_again(self) -> None:
        shop, ids = self._desk.shop, self._ids()
        self._do(
            lambda: queue.resolve(shop, ids, "again"), lambda count: self.tr("%Ln messages are sent again.", "", count)
        )

    def _show_customer(self) -> None:
        if self._chosen:
            self._desk.go("customers", {"customer": self._chosen[0].customer_id})

    def _do(
        self,
        deed: Callable[[], Outcome],
        sentence: Callable[[int], str],
        take_back: Callable[[Outcome], queue.Changed] | None = None,
    ) -> None:
        """Tells of as many as it was done with: others may have gone since they were looked at."""
        desk = self._desk

        def done(found: Outcome) -> None:
            if not found.changed:
                desk.say(nothing_done())
            elif take_back is None:
                desk.say(sentence(found.changed))
            else:
                desk.say(sentence(found.changed), lambda: desk.act(lambda: take_back(found), desk, lambda _: None))

        desk.act(deed, self, done)


def nothing_done() -> str:
    """What is told of a decision that came too late for every message."""
    return translate("Activity", "Nothing was changed: these messages have gone on meanwhile.")


def _all(rows: list[MessageRow], fits: Callable[[MessageRow], bool]) -> bool:
    return bool(rows) and all(fits(row) for row in rows)


def _is_forgotten(row: MessageRow) -> bool:
    return not row.address and row.customer == forgotten()


def _send_and_read(shop: Shop, ids: list[int]) -> tuple[list[MessageRow], Reason | None]:
    runs.run_job(shop, Job.SEND)
    return list(read_messages(shop, ids).values()), read_pace(shop).held_by
