"""What exactly was sent to whom: the messages of a campaign word for word."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.domain.messages import Content
from reengage_desktop.jobs.tasks import owner_campaigns
from reengage_desktop.ui import wording
from reengage_desktop.ui.calls.view import CallCard
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.messages import read_messages
from reengage_desktop.ui.tables import Cell, Column, PagedModel, PagedTable
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.proof import MessageProof
from reengage_desktop.ui.widgets.splitter import Splitter
from reengage_desktop.ui.widgets.text import paragraph
from reengage_desktop.ui.wording import translate


class MessagesPart(QWidget):
    """A list beside the words of the message that is looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._campaign_id = 0
        self._looked_at: int | None = None
        self.model: PagedModel[MessageRow] = PagedModel(self._columns(), self._fetch, self)
        self.table = PagedTable(self.model, self.tr("Messages of this campaign"))
        self.table.looked_at.connect(self._look)
        self.table.setMinimumHeight(240)
        self.address = paragraph("", "muted")
        self.address.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.proof = MessageProof()
        self.proof.hide()
        card = Card(grows=True)
        card.add(self.address)
        card.add(self.proof, 1)
        self.call = CallCard(desk)
        card.add(self.call)
        card.body.addStretch(0)
        card.setMinimumWidth(360)
        splitter = Splitter()
        splitter.addWidget(self.table)
        splitter.addWidget(card)
        splitter.setSizes([430, 770])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter, 1)

    def show_campaign(self, campaign_id: int) -> None:
        """Shows the messages of this campaign; notes that somebody gets none are not among them."""
        shop, self._campaign_id = self._desk.shop, campaign_id

        def show(ids: list[int]) -> None:
            if campaign_id == self._campaign_id:
                self._show_ids(ids)

        self._desk.read(lambda: owner_campaigns.written_ids(shop, campaign_id), self, show)

    def _show_ids(self, ids: list[int]) -> None:
        is_kept = self.table.follow(ids)
        if not ids:
            self._looked_at = None
            self.address.setText(self.tr("No message has been written yet."))
            self.proof.hide()
            self.call.show_message(0)
        elif not is_kept:
            self.table.select_id(ids[0])

    def _fetch(self, ids: Sequence[int], answer: Callable[[Mapping[int, MessageRow]], None]) -> None:
        shop, wanted = self._desk.shop, list(ids)
        self._desk.read(lambda: read_messages(shop, wanted), self, answer)

    def _look(self, message_id: int) -> None:
        shop, self._looked_at = self._desk.shop, message_id
        self._desk.read(lambda: read_messages(shop, [message_id]).get(message_id), self, self._show)

    def _show(self, found: MessageRow | None) -> None:
        if found is None or found.id != self._looked_at:
            return
        text = self.tr("{channel} to {address}").replace("{channel}", wording.channel_name(found.channel))
        when = self._desk.when(found.sent_at) if found.sent_at is not None else wording.state_word(found.state)[0]
        self.address.setText(f"{text.replace('{address}', found.address)} · {when}")
        self.proof.show_message(found.channel, Content.from_dict(found.content))
        self.call.show_message(found.id)

    @staticmethod
    def _who(each: MessageRow) -> Cell:
        return Cell(each.customer, each.address)

    @staticmethod
    def _by(each: MessageRow) -> Cell:
        return Cell(wording.channel_name(each.channel))

    def _columns(self) -> list[Column[MessageRow]]:
        return [
            Column("who", translate("Tray", "Who"), self._who, width=16, stretches=True),
            Column("by", translate("Tray", "By"), self._by, width=9, gives_way=1),
            Column("state", translate("Recipients", "State"), self._state, width=12),
        ]

    def _state(self, each: MessageRow) -> Cell:
        words, tone = wording.state_word(each.state)
        return Cell(words, chip=tone)
