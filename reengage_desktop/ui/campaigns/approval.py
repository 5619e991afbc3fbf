"""What waits for the owner's approval: the list, the proof of the message that is looked at, and the decision."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import Reason
from reengage_desktop.jobs.events import Event, PausedChanged
from reengage_desktop.jobs.tasks import approvals, queue
from reengage_desktop.jobs.tasks.approvals import Proof
from reengage_desktop.jobs.tasks.pace import goes_by_itself
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.campaigns.why import reasons_of
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.messages import read_messages
from reengage_desktop.ui.tables import Cell, Column, PagedModel, PagedTable
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.proof import MessageProof
from reengage_desktop.ui.widgets.scrolling import filling
from reengage_desktop.ui.widgets.splitter import Splitter
from reengage_desktop.ui.widgets.text import column, paragraph, row, rule, set_role
from reengage_desktop.ui.wording import translate

_USEFUL_WIDTH, _USEFUL_LINES = 600, 22

_PASSING = frozenset(
    {Reason.PAUSED, Reason.SWITCHED_OFF, Reason.CHANNEL_OFF, Reason.IMPORT_RUNNING, Reason.CLOCK_UNTRUSTED}
)
"""What holds an approved message up until somebody ends it; everything else without a moment ends the message."""


class ApprovalTray(QWidget):
    """The text that is shown is the text that will go out: it was rendered when the message was queued.

    A approves and Del removes what is selected. `emptied`: nothing waits any more.
    """

    emptied = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()
        self._desk = desk
        self.ids: list[int] = []
        self._looked_at: int | None = None
        self.summary = paragraph("", "muted")
        self.model: PagedModel[MessageRow] = PagedModel(self._columns(), self._fetch, self)
        self.table = PagedTable(self.model, self.tr("Messages that wait for your approval"))
        self.table.looked_at.connect(self._look)
        self._splitter = Splitter()
        self._splitter.addWidget(self.table)
        self.approve_all = button(self.tr("Approve all"), self._approve_all, picture="check", kind="primary")
        tip = self.tr("Approve what is selected (A)")
        self.approve_some = button(self.tr("Approve"), self._approve_some, picture="check", tip=tip)
        self.drop_some = button(
            self.tr("Remove"), self._drop_some, picture="trash-2", tip=self.tr("Remove what is selected (Del)")
        )
        self.keys = paragraph(self.tr("A approves · Del removes · ↑ ↓ looks at the next"), "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.summary)
        layout.addWidget(self._splitter, 1)
        decisions = row([self.approve_some, self.drop_some, self.keys, self.approve_all])
        decisions.setStretch(2, 1)
        layout.addLayout(decisions)
        for keys, action in ((Qt.Key.Key_A, self._approve_some), (Qt.Key.Key_Delete, self._drop_some)):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            # A key that is held down would decide about messages that nobody has seen.
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(action)
        desk.bus.changed.connect(self._something_changed)

    def complete(self) -> None:
        """Makes the side that shows a message, if it isn't there: in a turn of its own, or as soon as one is shown."""
        if self._splitter.count() == 1:
            self._splitter.addWidget(self._proof_side())
            self._splitter.setSizes([430, 770])
            self._splitter.setStretchFactor(0, 2)
            self._splitter.setStretchFactor(1, 3)

    def show_waiting(self, ids: list[int]) -> None:
        """Shows what waits; the message that is looked at stays, or the next one takes its place."""
        self.complete()
        at = self.ids.index(self._looked_at) if self._looked_at in self.ids else 0
        self.ids = list(ids)
        if not self.table.follow(ids) and ids:
            self.table.select_id(ids[min(at, len(ids) - 1)])
        text = self.tr("Approve all %Ln", "", len(ids))
        self.approve_all.setText(text)
        self.approve_all.setAccessibleName(text)
        self.summary.setText(
            self.tr(
                "Each is shown word for word as it will go out. What you leave alone is left out in time, not sent."
            )
        )
        if not ids:
            self.emptied.emit()

    def hasHeightForWidth(self) -> bool:
        """Its parts scroll: it takes the height that there is."""
        return False

    def sizeHint(self) -> QSize:
        """No more than it needs to be of use."""
        return QSize(_USEFUL_WIDTH, self.fontMetrics().height() * _USEFUL_LINES)

    def minimumSizeHint(self) -> QSize:
        """With large text the page scrolls rather than laying the parts over each other."""
        return super().minimumSizeHint().expandedTo(QSize(0, self.sizeHint().height()))

    def take_keyboard(self) -> None:
        """Puts the keyboard on the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _proof_side(self) -> QWidget:
        self.who = button("", self._open_customer, kind="link")
        self.address = paragraph("", "muted")
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.proof = MessageProof()
        self.proof.hide()
        self.why = paragraph("")
        self.leaves = paragraph("", "muted")
        card = Card(grows=True)
        head = row([self.who, self.address])
        head.setStretch(1, 1)
        inner = QWidget()
        inner.setLayout(column([head, self.proof, rule(), self.why, self.leaves]))
        # Where the window is low all of it scrolls, the message's own words first.
        card.add(filling(inner), 1)
        card.setMinimumWidth(320)
        return card

    def _columns(self) -> list[Column[MessageRow]]:
        return [
            Column("who", translate("Tray", "Who"), lambda each: Cell(each.customer, each.address), stretches=True),
            Column(
                "what",
                translate("Tray", "What"),
                lambda each: Cell(wording.campaign_name(each.campaign_type), each.campaign),
                width=15,
            ),
            Column(
                "by",
                translate("Tray", "By"),
                lambda each: Cell(wording.channel_name(each.channel)),
                width=8,
                gives_way=2,
            ),
            Column("until", translate("Tray", "Waits until"), self._until, width=12, gives_way=1),
        ]

    def _until(self, each: MessageRow) -> Cell:
        moment = approvals.stays_until(each)
        seconds = stamp(moment)
        return Cell(formats.day(moment.astimezone(self._desk.zone).date()), self._desk.exact(seconds))

    def _fetch(self, ids: Sequence[int], answer: Callable[[Mapping[int, MessageRow]], None]) -> None:
        shop, wanted = self._desk.shop, list(ids)
        self._desk.read(lambda: read_messages(shop, wanted), self, answer)

    def _look(self, message_id: int) -> None:
        self._looked_at, shop = message_id, self._desk.shop

        def show(found: tuple[Proof | None, str]) -> None:
            if self._looked_at == message_id:
                self._show(*found)

        def read() -> tuple[Proof | None, str]:
            named = read_messages(shop, [message_id]).get(message_id)
            return approvals.look_at(shop, message_id), named.customer if named else ""

        self._desk.read(read, self, show)

    def _something_changed(self, event: Event) -> None:
        if isinstance(event, PausedChanged) and self.isVisible() and self._looked_at is not None:
            self._look(self._looked_at)

    def _show(self, found: Proof | None, name: str) -> None:
        self.proof.show_message("" if found is None else found.row.channel, None if found is None else found.content)
        for each in (self.who, self.address, self.why, self.leaves):
            each.setVisible(found is not None)
        if found is None:
            return
        self._customer_id = found.row.customer_id
        self.who.setText(name.replace("&", "&&"))
        self.who.setAccessibleName(self.tr("Open the customer {name}").replace("{name}", name))
        text = self.tr("{channel} to {address}").replace("{channel}", wording.channel_name(found.row.channel))
        self.address.setText(text.replace("{address}", found.row.address))
        reasons = " ".join(reasons_of(found.decision, found.product, self._desk))
        self.why.setText(self.tr("Why: {reasons}").replace("{reasons}", reasons))
        self.why.setVisible(bool(reasons))
        is_lost = found.obstacle is not None and found.goes_at is None and found.obstacle not in _PASSING
        set_role(self.leaves, "warn" if is_lost else "muted")
        self.leaves.setText(self._leaving(found) if is_lost else f"{self._leaving(found)} {self._staying(found)}")

    def _leaving(self, found: Proof) -> str:
        if found.obstacle is None and not found.goes_by_itself:
            return self.tr(
                "When you approve it, it waits until you press “Send now” under Activity: "
                "this PC has no password store."
            )
        if found.obstacle is None:
            return self.tr("When you approve it, it goes with the next sending, within a minute.")
        reason = wording.reason_text(found.obstacle)
        if found.goes_at is not None:
            text = self.tr("When you approve it, it goes {when} ({reason}).")
            return text.replace("{when}", self._desk.when(stamp(found.goes_at))).replace("{reason}", reason)
        if found.obstacle in _PASSING:
            return self.tr("When you approve it, it still waits: {reason}.").replace("{reason}", reason)
        return self.tr("It would not go any more: {reason}.").replace("{reason}", reason)

    def _staying(self, found: Proof) -> str:
        day = formats.week_day(found.stays_until.astimezone(self._desk.zone).date())
        return self.tr("It waits for you until {day}.").replace("{day}", day)

    def _open_customer(self) -> None:
        self._desk.go("customers", {"customer": self._customer_id})

    def _approve_all(self) -> None:
        self._approve(list(self.ids))

    def _approve_some(self) -> None:
        self._approve(self.table.selected_ids())

    def _approve(self, ids: list[int]) -> None:
        shop = self._desk.shop
        if not ids:
            return

        def approved(let_go: queue.Changed) -> None:
            if let_go.changed:
                self._desk.say(self._approved_words(let_go.changed), lambda: undo(let_go))

        def undo(let_go: queue.Changed) -> None:
            self._desk.act(lambda: queue.hold(shop, ids), self._desk, lambda held: self._say_held(let_go, held))

        self._desk.act(lambda: queue.approve(shop, ids), self, approved)

    def _approved_words(self, count: int) -> str:
        if goes_by_itself(self._desk.shop):
            return self.tr("%Ln messages approved. They go out with the next sending.", "", count)
        return self.tr("%Ln messages approved. They wait until you press “Send now” under Activity.", "", count)

    def _say_held(self, let_go: queue.Changed, held: queue.Changed) -> None:
        gone = let_go.changed - held.changed
        if gone > 0:
            self._desk.say(self.tr("%Ln messages had already left; the others wait again.", "", gone))

    def _drop_some(self) -> None:
        shop, ids = self._desk.shop, self.table.selected_ids()
        if not ids:
            return

        def undo() -> None:
            self._desk.act(lambda: queue.take_back_drop(shop, ids), self._desk, lambda _: None)

        def dropped(done: queue.Changed) -> None:
            if done.changed:
                self._desk.say(self.tr("%Ln messages removed. They will not be sent.", "", done.changed), undo)

        self._desk.act(lambda: queue.drop(shop, ids), self, dropped)
