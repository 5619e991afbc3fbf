"""One call: how it ended, what came of it, what was said, where its recording is, what it cost, what it opened."""

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reengage_desktop.channels.protocol import CallResult
from reengage_desktop.domain.moments import stamp
from reengage_desktop.jobs.tasks import calls
from reengage_desktop.jobs.tasks.calls import CallStage, CallView
from reengage_desktop.ui import formats
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.flow import FlowLayout, flowing
from reengage_desktop.ui.widgets.text import paragraph
from reengage_desktop.ui.wording import translate

_MICROS_PER_CENT = 10_000


class CallCard(Card):
    """Hidden where a message ordered no call. `open_url` opens the recording; it lies with the provider, not here."""

    def __init__(self, desk: Desk, open_url: Callable[[QUrl], object] = QDesktopServices.openUrl) -> None:
        super().__init__(translate("Calls", "The call"))
        self._desk = desk
        self._open_url = open_url
        self._found: CallView | None = None
        self._message_id: int | None = None
        self._asked = 0
        self.chip = Chip("")
        self.add_to_head(self.chip)
        self.facts = paragraph("", "muted")
        self.add(self.facts)
        self.summary = paragraph("")
        self.add(self.summary)
        self.transcript = QPlainTextEdit()
        self.transcript.setReadOnly(True)
        self.transcript.setTabChangesFocus(True)
        self.transcript.setAccessibleName(self.tr("What was said"))
        self.transcript.setMinimumHeight(self.transcript.fontMetrics().height() * 6)
        self.add(self.transcript)
        for words in (self.summary, self.transcript):
            words.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.recording_button = button(self.tr("Listen to it"), self._listen, picture="play")
        self.enquiry_button = button(self.tr("Open the enquiry"), self._open_enquiry, picture="user")
        self.answered_button = button(self.tr("The enquiry is answered"), self._close_enquiry, picture="check")
        holder = QWidget()
        flow = FlowLayout(holder)
        flowing(holder)
        for each in (self.recording_button, self.enquiry_button, self.answered_button):
            flow.addWidget(each)
        self.add(holder)
        self.hide()

    def show_message(self, message_id: int) -> None:
        """Reads the call of a message; until it has come there is none, and never another one's."""
        if message_id != self._message_id:
            self._message_id = message_id
            self.show_call(None)
        self._asked += 1
        asked, shop = self._asked, self._desk.shop
        self._desk.read(
            lambda: calls.find(shop, message_id),
            self,
            lambda found: self.show_call(found) if asked == self._asked else None,
        )

    def show_call(self, found: CallView | None) -> None:
        """Shows this call; None: there was none."""
        self._found = found
        self.setVisible(found is not None)
        if found is None:
            return
        words, tone = outcome(found)
        self.chip.say(words, tone)
        self.facts.setText(self._facts(found))
        self.summary.setText(found.summary)
        self.summary.setVisible(bool(found.summary))
        lines = [f"{self._speaker(is_customer=line.is_customer)}: {line.text}" for line in found.lines]
        self.transcript.setPlainText("\n".join(lines))
        self.transcript.setVisible(bool(lines))
        self.recording_button.setVisible(bool(found.recording_url))
        self.recording_button.setToolTip(found.recording_url)
        self.enquiry_button.setVisible(found.enquiry_id is not None)
        self.answered_button.setVisible(found.enquiry_id is not None and found.is_enquiry_open)

    def _facts(self, found: CallView) -> str:
        parts = [found.number, self._desk.when(stamp(found.ended_at or found.ordered_at))]
        if found.seconds:
            length = self.tr("{minutes} min {seconds} s").replace("{minutes}", str(found.seconds // 60))
            parts.append(length.replace("{seconds}", str(found.seconds % 60)))
        if found.cost_micros is not None:
            cost = formats.amount(round(found.cost_micros / _MICROS_PER_CENT), "USD")
            parts.append(self.tr("cost {money}").replace("{money}", cost))
        if found.reason and found.stage is not CallStage.TALKED:
            parts.append(found.reason)
        return " · ".join(filter(None, parts))

    def _speaker(self, *, is_customer: bool) -> str:
        return self.tr("Customer") if is_customer else self.tr("Voice")

    def _listen(self) -> None:
        if self._found is not None and self._found.recording_url.startswith("https://"):
            self._open_url(QUrl(self._found.recording_url))

    def _open_enquiry(self) -> None:
        if self._found is not None:
            self._desk.go("customers", {"customer": self._found.customer_id})

    def _close_enquiry(self) -> None:
        found, shop = self._found, self._desk.shop
        if found is None or found.enquiry_id is None:
            return
        enquiry_id, message_id = found.enquiry_id, found.message_id

        def undo() -> None:
            self._desk.act(lambda: calls.reopen_enquiry(shop, enquiry_id), self._desk, lambda _: None)

        def done(is_changed: bool) -> None:  # noqa: FBT001 - the task's answer
            if is_changed:
                self._desk.say(self.tr("The enquiry is noted as answered."), undo)
            self.show_message(message_id)

        self._desk.act(lambda: calls.close_enquiry(shop, enquiry_id), self, done)


def outcome(found: CallView) -> tuple[str, Tone]:
    """How the call ended, in a word or two, and how good that is."""
    if found.result is not None:
        return {
            CallResult.INTERESTED: (translate("Calls", "Said yes"), Tone.OK),
            CallResult.NOT_NOW: (translate("Calls", "Not now"), Tone.NEUTRAL),
            CallResult.STOP: (translate("Calls", "No more calls, please"), Tone.BAD),
            CallResult.WRONG_PERSON: (translate("Calls", "Wrong person"), Tone.WARN),
            CallResult.UNCLEAR: (translate("Calls", "Talked, nothing clear"), Tone.NEUTRAL),
        }[found.result]
    return {
        CallStage.ORDERED: (translate("Calls", "Not ended yet"), Tone.ACCENT),
        CallStage.TALKED: (translate("Calls", "Talked"), Tone.OK),
        CallStage.NOT_REACHED: (translate("Calls", "Nobody answered"), Tone.NEUTRAL),
        CallStage.WRONG_NUMBER: (translate("Calls", "Wrong number"), Tone.WARN),
        CallStage.ACCOUNT: (translate("Calls", "Your account did not allow it"), Tone.BAD),
        CallStage.LIMIT: (translate("Calls", "Too many calls at once"), Tone.WARN),
        CallStage.FAULT: (translate("Calls", "Something broke on the way"), Tone.WARN),
    }[found.stage]
