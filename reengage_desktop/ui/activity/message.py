"""One message as it was sent or will be: its words, its way, and why it was chosen or left out."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.activity.columns import MessageColumns
from reengage_desktop.ui.calls.view import CallCard
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.fitting import fit_over
from reengage_desktop.ui.widgets.text import label, paragraph
from reengage_desktop.ui.wording import translate

_Say = Callable[[int], str]


class MessageDialog(QDialog):
    """Shows exactly what was or will be sent."""

    def __init__(self, desk: Desk, row: MessageRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Message to {who}").replace("{who}", row.customer))
        fit_over(self, 620, 560)
        told = QWidget()
        layout = QVBoxLayout(told)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        subject = str(row.content.get("subject") or wording.campaign_name(row.campaign_type))
        layout.addWidget(paragraph(subject, "heading"))
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        columns = MessageColumns(desk)
        state, _tone = wording.state_word(row.state)
        self.facts = [
            (self.tr("To"), " · ".join(filter(None, dict.fromkeys((row.customer, row.address))))),
            (self.tr("By"), wording.channel_name(row.channel)),
            (self.tr("Campaign"), wording.campaign_title(row.campaign_type, row.campaign)),
            (self.tr("State"), " · ".join(part for part in (state, columns.result(row)) if part)),
            (self.tr("Why"), columns.why(row)),
            (self.tr("Chosen because"), chosen_because(desk, row)),
            (self.tr("Written"), desk.exact(row.created_at)),
            (self.tr("Sent"), desk.exact(row.sent_at)),
        ]
        for name, text in self.facts:
            if text:
                heading = label(name, "muted")
                heading.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                form.addRow(heading, paragraph(text))
        layout.addLayout(form)
        words = self._words(row)
        if words is None:  # who is only noted for the comparison got none
            layout.addStretch(1)
        else:
            layout.addWidget(words, 1)
        self.call = CallCard(desk)
        layout.addWidget(self.call)
        if row.channel == ChannelName.CALL:
            fit_over(self, 620, 700)
            layout.addStretch(1)
            self.call.show_message(row.id)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(_scrolling(told), 1)
        outer.addWidget(box)

    def _words(self, row: MessageRow) -> QPlainTextEdit | None:
        words = str(row.content.get("text", ""))
        if not words:
            return None
        body = QPlainTextEdit(words)
        body.setReadOnly(True)
        body.setAccessibleName(self.tr("The message's words"))
        # Some lines of it are seen at least; what was said in a call needs the rest of the room.
        body.setProperty("room", "lines" if row.channel == ChannelName.CALL else "story")
        return body


def _scrolling(told: QWidget) -> QScrollArea:
    """The whole height for what is told; it scrolls where the dialog is lower than that needs."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    told.setProperty("role", "page")
    area.setWidget(told)
    return area


def chosen_because(desk: Desk, row: MessageRow) -> str:
    """Why she was chosen for it, from what was noted when it was written (A3); empty where nothing was."""
    kept = row.decision
    sayings: tuple[tuple[str, _Say], ...] = (
        ("days_since_last_order", lambda n: translate("Activity", "had not bought for %Ln days", "", n)),
        ("was_minor", lambda n: translate("Activity", "looked at it for {money}").replace("{money}", desk.money(n))),
        ("price_minor", lambda n: translate("Activity", "it costs {money}").replace("{money}", desk.money(n))),
        ("seen_at", lambda n: translate("Activity", "looked at it on {day}").replace("{day}", desk.exact(n))),
        (
            "lifetime_value_minor",
            lambda n: translate("Activity", "spent {money} in all").replace("{money}", desk.money(n)),
        ),
    )
    parts = [say(value) for name, say in sayings if isinstance(value := kept.get(name), int) and value]
    if "messages_before" in kept:
        before = int(kept["messages_before"] or 0)
        parts.append(
            translate("Activity", "message number {n} since the last purchase").replace(
                "{n}", formats.number(before + 1)
            )
        )
    if kept.get("fell_over_from"):
        text = translate("Activity", "goes this way because the address for {channel} was refused")
        parts.append(text.replace("{channel}", wording.channel_name(str(kept["fell_over_from"]))))
    return " · ".join(parts)
