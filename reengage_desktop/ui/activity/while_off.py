"""“While your PC was off”: what became due, what came too late, and the owner's word on each: send or leave out."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import OutboxState
from reengage_desktop.jobs.tasks import while_off
from reengage_desktop.jobs.tasks.queue import Changed
from reengage_desktop.jobs.tasks.while_off import WhileOff
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.activity.message import MessageDialog
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.messages import read_messages
from reengage_desktop.ui.tables import Cell, Column, PagedModel, PagedTable
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.empty_state import EmptyState
from reengage_desktop.ui.widgets.fitting import fit_over
from reengage_desktop.ui.widgets.text import paragraph, row
from reengage_desktop.ui.widgets.toast import Toast

_DAYS_NAMED = 5


class WhileOffDialog(QDialog):
    """Shows what the last absence has left behind, what came too late first; all of that is selected."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._late: set[int] = set()
        self.setWindowTitle(self.tr("While your PC was off"))
        fit_over(self, 820, 560)
        self.setMinimumSize(640, 420)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        self.told = paragraph("")
        self.days = paragraph("", "muted")
        layout.addWidget(self.told)
        layout.addWidget(self.days)
        self.model: PagedModel[MessageRow] = PagedModel(self._columns(), self._fetch, self)
        self.table = PagedTable(self.model, self.tr("Messages of that time"))
        self.table.opened.connect(self._open)
        self.table.counted.connect(lambda _count: self._follow())
        layout.addWidget(self.table, 1)
        self.nothing = EmptyState(
            "circle-check",
            self.tr("Nothing was missed"),
            self.tr("No message became due or too old while your PC was off."),
        )
        layout.addWidget(self.nothing, 1)
        self.send_button = self._button(self.tr("Send all the same"), self.send, "send")
        self.skip_button = self._button(self.tr("Leave out"), self.skip, "circle-slash")
        self.close_button = button(self.tr("Close"), self.reject)
        layout.addLayout(row([self.send_button, self.skip_button, None, self.close_button]))
        self.toast = Toast(self)
        for each in (self.table, self.nothing, self.days):
            each.hide()
        self._follow()
        self.load()

    def load(self) -> None:
        """Reads what there is anew."""
        shop = self._desk.shop
        self._desk.read(lambda: while_off.read_last(shop), self, self.show_found)

    def show_found(self, found: WhileOff) -> None:
        """Shows an absence and its messages."""
        late, due = [each.id for each in found.stale], [each.id for each in found.due]
        self._late = set(late)
        self.told.setText(self._story(found))
        self.days.setText(self._missed(found))
        self.days.setVisible(bool(found.missed_days))
        self.model.show_ids([*late, *due])
        self.table.setVisible(bool(late or due))
        self.nothing.setVisible(not (late or due))
        if late:
            self.table.select_rows(range(len(late)))
        self._follow()

    def send(self) -> None:
        """The selected ones go with the next sending, if every other rule allows it."""
        shop, ids = self._desk.shop, self.table.selected_ids()
        said = self.tr("%Ln messages go with the next sending.", "", len(ids))
        # The others would have gone by themselves: there is nothing to take back for them.
        late = [each for each in ids if each in self._late]
        self._act(lambda: while_off.send(shop, ids), said, (lambda: while_off.skip(shop, late)) if late else None)

    def skip(self) -> None:
        """The selected ones do not go any more."""
        shop, ids = self._desk.shop, self.table.selected_ids()
        said = self.tr("%Ln messages are left out.", "", len(ids))
        self._act(lambda: while_off.skip(shop, ids), said, lambda: while_off.take_back(shop, ids))

    def _act(self, deed: Callable[[], Changed], said: str, undo: Callable[[], Changed] | None) -> None:
        def take_back() -> None:
            if undo is not None:
                self._desk.act(undo, self, lambda _: self.load())

        def done(_changed: Changed) -> None:
            self.toast.say(said, None if undo is None else take_back)
            self.load()

        self._desk.act(deed, self, done)

    def _story(self, found: WhileOff) -> str:
        if found.since is None:
            return self.tr("There has been no longer break so far.")
        text = self.tr("Your PC was off, or the program closed, from {since} until {until}.")
        until = found.until or self._desk.now()
        text = text.replace("{since}", self._desk.exact(stamp(found.since)))
        return text.replace("{until}", self._desk.exact(stamp(until)))

    def _missed(self, found: WhileOff) -> str:
        names = [formats.long_day(day) for day in found.missed_days[:_DAYS_NAMED]]
        text = self.tr("On %Ln days there was no daily check, and none is made up for: {days}.", "",
                       len(found.missed_days))  # fmt: skip
        more = " …" if len(found.missed_days) > _DAYS_NAMED else ""
        return text.replace("{days}", ", ".join(names) + more)

    def _columns(self) -> list[Column[MessageRow]]:
        return [
            Column("customer", self.tr("Who"), lambda row: Cell(row.customer, tip=row.address), width=20),
            Column("what", self.tr("What"), self._what, width=18, gives_way=1),
            Column(
                "channel", self.tr("By"), lambda row: Cell(wording.channel_name(row.channel)), width=11, gives_way=2
            ),
            Column("due", self.tr("Was due"), self._due, width=18),
            Column("standing", self.tr("Now"), self._standing, width=24, stretches=True),
        ]

    def _what(self, row: MessageRow) -> Cell:
        return Cell(wording.campaign_name(row.campaign_type), tip=row.campaign)

    def _due(self, row: MessageRow) -> Cell:
        return Cell(self._desk.when(row.due_at), tip=self._desk.exact(row.due_at))

    def _standing(self, row: MessageRow) -> Cell:
        if row.id in self._late:
            gone = row.state is OutboxState.SKIPPED
            tip = self.tr("It was left out for that.") if gone else self.tr("It is left out with the next sending.")
            return Cell(self.tr("Too late"), tip=tip, chip=Tone.WARN)
        return Cell(self.tr("Still in time"), tip=self.tr("It goes by itself with the next sending."), chip=Tone.OK)

    def _button(self, text: str, deed: Callable[[], None], picture: str) -> QPushButton:
        made = button(text, deed, picture=picture)
        made.setAutoDefault(False)
        return made

    def _follow(self) -> None:
        has_any = self.table.selected_count() > 0 and not self.table.isHidden()
        self.send_button.setEnabled(has_any)
        self.skip_button.setEnabled(has_any)

    def _fetch(self, ids: Sequence[int], answer: Callable[[Mapping[int, MessageRow]], None]) -> None:
        shop, wanted = self._desk.shop, list(ids)
        self._desk.read(lambda: read_messages(shop, wanted), self, answer)

    def _open(self, message_id: int) -> None:
        at = self.model.row_of(message_id)
        message = None if at is None else self.model.record_at(at)
        if message is not None:
            MessageDialog(self._desk, message, self).open()
