"""What the owner can do with the selected messages; each deed can be taken back where that is possible."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.domain.vocabulary import OutboxState, Reason
from reengage_desktop.jobs.tasks import queue
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.tables import PagedModel, PagedTable
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.text import label

_OPEN = (OutboxState.PENDING, OutboxState.HELD)
_AGAIN = (OutboxState.REJECTED, OutboxState.SKIPPED)


class DecisionBar(QWidget):
    """Shows only what fits all the selected messages."""

    def __init__(self, desk: Desk, table: PagedTable, model: PagedModel[MessageRow]) -> None:
        super().__init__()
        self._desk = desk
        self._table = table
        self._model = model
        flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._count = label("", "muted")
        flow.addWidget(self._count)
        self.approve = self._add(flow, self.tr("Approve"), "check", self._approve)
        self.remove = self._add(flow, self.tr("Remove"), "trash-2", self._remove)
        self.retry = self._add(flow, self.tr("Try again"), "rotate-ccw", self._retry)
        self.as_sent = self._add(flow, self.tr("Treat as sent"), "circle-check", self._treat_as_sent)
        self.again = self._add(flow, self.tr("Send again"), "send", self._send_again)
        self.customer = self._add(flow, self.tr("Show the customer"), "user", self._show_customer)
        table.selectionModel().selectionChanged.connect(lambda _new, _old: self.follow())
        model.dataChanged.connect(lambda _first, _last: self.follow())
        self.follow()

    def follow(self) -> None:
        """Fits the buttons to the selection."""
        chosen = self._chosen()
        self.setVisible(bool(chosen))
        self._count.setText(self.tr("%Ln selected", "", len(chosen)))
        self.approve.setVisible(_all(chosen, lambda row: row.reason == Reason.AWAITING_APPROVAL))
        self.remove.setVisible(_all(chosen, lambda row: row.state in _OPEN))
        self.retry.setVisible(_all(chosen, lambda row: row.state in _AGAIN))
        uncertain = _all(chosen, lambda row: row.state is OutboxState.UNCERTAIN and row.treated_as is None)
        self.as_sent.setVisible(uncertain)
        self.again.setVisible(uncertain)
        self.customer.setVisible(len(chosen) == 1)

    def _add(self, flow: FlowLayout, text: str, picture: str, deed: Callable[[], None]) -> QPushButton:
        made = button(text, deed, picture=picture)
        flow.addWidget(made)
        return made

    def _chosen(self) -> list[MessageRow]:
        rows = [self._model.row_of(each) for each in self._table.selected_ids()]
        found = [self._model.record_at(row) for row in rows if row is not None]
        return [each for each in found if each is not None]

    def _ids(self) -> list[int]:
        return [each.id for each in self._chosen()]

    def _approve(self) -> None:
        shop, ids = self._desk.shop, self._ids()
        self._do(
            lambda: queue.approve(shop, ids),
            self.tr("%Ln messages approved.", "", len(ids)),
            lambda: queue.hold(shop, ids),
        )

    def _remove(self) -> None:
        shop, ids = self._desk.shop, self._ids()
        self._do(
            lambda: queue.drop(shop, ids),
            self.tr("%Ln messages removed.", "", len(ids)),
            lambda: queue.take_back_drop(shop, ids),
        )

    def _retry(self) -> None:
        shop, ids = self._desk.shop, self._ids()
        self._do(lambda: queue.retry(shop, ids), self.tr("%Ln messages are tried again.", "", len(ids)))

    def _treat_as_sent(self) -> None:
        shop, ids = self._desk.shop, self._ids()
        self._do(lambda: queue.resolve(shop, ids, "sent"), self.tr("%Ln messages count as sent.", "", len(ids)))

    def _send_again(self) -> None:
        shop, ids = self._desk.shop, self._ids()
        self._do(lambda: queue.resolve(shop, ids, "again"), self.tr("%Ln messages are sent again.", "", len(ids)))

    def _show_customer(self) -> None:
        chosen = self._chosen()
        if chosen:
            self._desk.go("customers", {"customer": chosen[0].customer_id})

    def _do(
        self, deed: Callable[[], queue.Changed], sentence: str, take_back: Callable[[], queue.Changed] | None = None
    ) -> None:
        def undo() -> None:
            if take_back is not None:
                self._desk.act(take_back, self._desk, lambda _: None)

        self._desk.act(deed, self, lambda _: self._desk.say(sentence, undo if take_back is not None else None))


def _all(rows: list[MessageRow], fits: Callable[[MessageRow], bool]) -> bool:
    return bool(rows) and all(fits(row) for row in rows)
