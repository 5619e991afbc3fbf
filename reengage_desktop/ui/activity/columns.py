"""The columns of the message list."""

from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.domain.vocabulary import OutboxState
from reengage_desktop.ui import wording
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.reasons import reason_sentence
from reengage_desktop.ui.tables import Cell, Column
from reengage_desktop.ui.telling import told_words
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.wording import translate

_EVENT_ORDER = (
    "converted",
    "answered",
    "clicked",
    "opened",
    "bounced",
    "complained",
    "opted_out",
    "failed",
    "delivered",
)


class MessageColumns:
    """Turns a message into cells."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> list[Column[MessageRow]]:
        """The columns from left to right."""
        return [
            Column("at", translate("Activity", "When"), self._at, width=17),
            Column("customer", translate("Activity", "Who"), self._customer, width=20),
            Column("what", translate("Activity", "What"), self._what, width=18, gives_way=1),
            Column("channel", translate("Activity", "By"), self._channel, width=11, gives_way=2),
            Column("state", translate("Activity", "State"), self._state, width=16),
            Column("result", translate("Activity", "Result"), self._result, width=26, stretches=True),
        ]

    def _at(self, row: MessageRow) -> Cell:
        at = row.sent_at or row.settled_at or row.due_at or row.created_at
        return Cell(self._desk.when(at), tip=self._desk.exact(at))

    def _customer(self, row: MessageRow) -> Cell:
        return Cell(row.customer, tip=row.address)

    def _what(self, row: MessageRow) -> Cell:
        return Cell(wording.campaign_name(row.campaign_type), tip=row.campaign)

    def _channel(self, row: MessageRow) -> Cell:
        return Cell(wording.channel_name(row.channel))

    def _state(self, row: MessageRow) -> Cell:
        if row.state is OutboxState.UNCERTAIN and row.treated_as == "sent":
            return Cell(translate("Activity", "Treated as sent"), chip=Tone.OK)
        word, tone = wording.state_word(row.state)
        return Cell(word, chip=tone)

    def _result(self, row: MessageRow) -> Cell:
        return Cell(self.result(row), tip=self.why(row) or self.result(row))

    def result(self, row: MessageRow) -> str:
        """What came of a message, or why it has not gone, in a few words."""
        if row.error and row.state in (OutboxState.REJECTED, OutboxState.UNCERTAIN):
            return told_words(row.error)
        if row.state is OutboxState.CANCELLED:
            by_owner = row.treated_as == "dropped"
            return translate("Activity", "Removed by you") if by_owner else translate("Activity", "Called off")
        if row.reason:
            return wording.reason_text(row.reason)
        found = [kind for kind in _EVENT_ORDER if kind in row.events]
        words = [wording.event_name(kind) for kind in found]
        if row.revenue_minor is not None:
            bought = translate("Activity", "bought for {money}")
            words.insert(0, bought.replace("{money}", self._desk.money(row.revenue_minor)))
        return ", ".join(words) or told_words(row.error or "")

    def why(self, row: MessageRow) -> str:
        """Why it stands where it stands, in sentences with the shop's numbers; empty for what simply went."""
        reason = None if row.state is OutboxState.CANCELLED else row.reason  # it is what was so before
        parts = [reason_sentence(reason, self._desk.settings)]
        if row.error and row.state is not OutboxState.ACCEPTED:
            said = told_words(row.error)
            parts.append(said if said.endswith((".", "!", "?")) else f"{said}.")
        if row.state is OutboxState.UNCERTAIN and row.treated_as is None:
            parts.append(
                translate("Activity", "Nobody knows whether it arrived, so it is not sent again by itself. You decide.")
            )
        if row.state is OutboxState.CANCELLED:
            dropped = translate("Activity", "You took it out of the queue.")
            called_off = translate("Activity", "Its campaign was called off, or a copy of the shop was put back.")
            parts.append(dropped if row.treated_as == "dropped" else called_off)
        if row.state is OutboxState.PENDING and row.due_at is not None:
            at = translate("Activity", "Its turn is {when} at the earliest.")
            parts.append(at.replace("{when}", self._desk.when(row.due_at)))
        return " ".join(part for part in parts if part)
