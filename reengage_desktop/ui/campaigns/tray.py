"""What waits for the owner's approval: the list, the proof of the chosen message, and the decision."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.jobs.tasks import queue
from reengage_desktop.ui import wording
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.messages import read_messages
from reengage_desktop.ui.tables import Cell, Column, PagedModel, PagedTable
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.text import paragraph, row
from reengage_desktop.ui.wording import translate


def _columns() -> list[Column[MessageRow]]:
    return [
        Column(
            "who", translate("Tray", "Who"), lambda each: Cell(each.customer, each.address), width=22, stretches=True
        ),
        Column("by", translate("Tray", "By"), lambda each: Cell(wording.channel_name(each.channel)), width=9),
        Column(
            "what", translate("Tray", "What"), lambda each: Cell(wording.campaign_name(each.campaign_type)), width=15
        ),
    ]


class ApprovalTray(Card):
    """The text that is shown is the text that will go out: it was rendered when the message was queued."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(translate("Tray", "Ready for your approval"))
        self._desk = desk
        self.ids: list[int] = []
        self.model: PagedModel[MessageRow] = PagedModel(_columns(), self._fetch, self)
        self.table = PagedTable(self.model, self.tr("Messages that wait for your approval"))
        self.table.looked_at.connect(self._look)
        self.model.dataChanged.connect(lambda _first, _last: self._look_again())
        self.subject = paragraph("", "heading")
        self.proof = QPlainTextEdit()
        self.proof.setReadOnly(True)
        self.proof.setAccessibleName(self.tr("The message word for word"))
        self.why = paragraph("", "muted")
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.subject, self.proof, self.why):
            column.addWidget(part, 1 if part is self.proof else 0)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        splitter.addWidget(self.table)
        splitter.addWidget(right)
        splitter.setSizes([520, 520])
        splitter.setFixedHeight(250)
        self.add(splitter)
        self.approve_all = button(self.tr("Approve all"), self._approve_all, picture="check", kind="primary")
        self.approve_some = button(self.tr("Approve the selected"), self._approve_some, picture="check")
        self.drop_some = button(self.tr("Remove the selected"), self._drop_some, picture="trash-2")
        self.add(row([self.approve_all, self.approve_some, self.drop_some, None]))

    def show_waiting(self, ids: list[int]) -> None:
        """Shows what waits; hides itself when nothing does."""
        if ids != self.ids:
            self.ids = ids
            self.model.show_ids(ids)
            if ids:
                self.table.select_id(ids[0])
        self.setVisible(bool(ids))
        self.heading.setText(self.tr("%Ln messages are ready for your approval", "", len(ids)))
        text = self.tr("Approve all %Ln", "", len(ids))
        self.approve_all.setText(text)
        self.approve_all.setAccessibleName(text)

    def _fetch(self, ids: Sequence[int], answer: Callable[[Mapping[int, MessageRow]], None]) -> None:
        shop, wanted = self._desk.shop, list(ids)
        self._desk.read(lambda: read_messages(shop, wanted), self, answer)

    def _look_again(self) -> None:
        chosen = self.table.selected_ids()
        if chosen:
            self._look(chosen[0])

    def _look(self, message_id: int) -> None:
        at = self.model.row_of(message_id)
        found = None if at is None else self.model.record_at(at)
        if found is None:
            return
        self.subject.setText(str(found.content.get("subject") or wording.campaign_name(found.campaign_type)))
        self.proof.setPlainText(str(found.content.get("text", "")))
        text = self.tr("To {address} by {channel}").replace("{address}", found.address)
        self.why.setText(text.replace("{channel}", wording.channel_name(found.channel)))

    def _approve_all(self) -> None:
        self._approve(list(self.ids))

    def _approve_some(self) -> None:
        self._approve(self.table.selected_ids())

    def _approve(self, ids: list[int]) -> None:
        shop = self._desk.shop
        if not ids:
            return

        def undo() -> None:
            self._desk.act(lambda: queue.hold(shop, ids), self._desk, lambda _: None)

        sentence = self.tr("%Ln messages approved. They go out with the next sending.", "", len(ids))
        self._desk.act(lambda: queue.approve(shop, ids), self, lambda _: self._desk.say(sentence, undo))

    def _drop_some(self) -> None:
        shop, ids = self._desk.shop, self.table.selected_ids()
        if not ids:
            return

        def undo() -> None:
            self._desk.act(lambda: queue.take_back_drop(shop, ids), self._desk, lambda _: None)

        sentence = self.tr("%Ln messages removed.", "", len(ids))
        self._desk.act(lambda: queue.drop(shop, ids), self, lambda _: self._desk.say(sentence, undo))
