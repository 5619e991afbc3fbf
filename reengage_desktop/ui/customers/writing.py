"""One message now: channel, kind, the words as they will go out, and the same checks as every other message."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from reengage_desktop.domain.customers import Customer
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.vocabulary import CampaignType
from reengage_desktop.jobs.tasks import on_demand
from reengage_desktop.jobs.tasks.on_demand import DemandResult
from reengage_desktop.ui import wording
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.reasons import reason_sentence
from reengage_desktop.ui.widgets.fitting import fit_over
from reengage_desktop.ui.widgets.inputs import ComboBox
from reengage_desktop.ui.widgets.proof import MessageProof
from reengage_desktop.ui.widgets.text import paragraph
from reengage_desktop.ui.wording import translate

_FIRST = CampaignType.WE_MISS_YOU


class WriteDialog(QDialog):
    """What is shown is what goes out; the button stays grey while anything stands in the way, and says what."""

    def __init__(self, desk: Desk, customer: Customer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._customer = customer
        self._asked = 0
        self.setWindowTitle(self.tr("Write to {name}").replace("{name}", customer.display_name))
        fit_over(self, 620, 600)
        self.channel = ComboBox()
        self.channel.setAccessibleName(self.tr("By"))
        for channel in customer.reachable_by:
            self.channel.addItem(wording.channel_name(channel), str(channel))
        self.kind = ComboBox()
        self.kind.setAccessibleName(self.tr("Message"))
        for kind in sorted(CampaignType, key=lambda each: each is not _FIRST):
            self.kind.addItem(wording.campaign_name(kind), str(kind))
        for box in (self.channel, self.kind):
            box.activated.connect(lambda _at: self.show_words())
        self.proof = MessageProof()
        self.fault = paragraph("", "warn")
        form = QFormLayout()
        form.addRow(self.tr("By"), self.channel)
        form.addRow(self.tr("Message"), self.kind)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.send_button = buttons.addButton(self.tr("Send now"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.send_button.setProperty("kind", "primary")
        buttons.accepted.connect(self._send)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self.fault)
        layout.addWidget(self.proof, 1)
        layout.addWidget(buttons)
        self.show_words()

    def show_words(self) -> None:
        """Asks for the message as it would go out now."""
        self._asked += 1
        asked, shop, payload = self._asked, self._desk.shop, self._payload()
        self.send_button.setEnabled(False)
        self._desk.take_long(
            lambda: on_demand.preview_message(shop, payload),
            self,
            lambda found: self._show(found) if asked == self._asked else None,
        )

    def _payload(self) -> dict[str, object]:
        return {
            "customer": self._customer.id,
            "campaign_type": str(self.kind.currentData()),
            "channel": str(self.channel.currentData()),
        }

    def _show(self, found: Content | DemandResult) -> None:
        is_fine = isinstance(found, Content)
        self.proof.show_message(str(self.channel.currentData()), found if isinstance(found, Content) else None)
        self.proof.setVisible(is_fine)
        self.fault.setText("" if isinstance(found, Content) else self._why_not(found, str(self.kind.currentData())))
        self.fault.setVisible(not is_fine)
        self.send_button.setEnabled(is_fine)

    def _why_not(self, result: DemandResult, kind: str) -> str:
        if result.reason is None:
            return result.error or ""
        if kind in (CampaignType.BACK_IN_STOCK, CampaignType.PRICE_DROP) and result.reason == "template_missing_field":
            return translate(
                "WriteDialog", "There is no product to tell this customer about: nothing looked at is back or cheaper."
            )
        return reason_sentence(result.reason, self._desk.settings)

    def _send(self) -> None:
        """Whoever puts the dialog away meanwhile hears all the same what became of the message."""
        shop, desk, payload, name = self._desk.shop, self._desk, self._payload(), self._customer.display_name
        kind = str(payload["campaign_type"])
        sent = self.tr("The message to {name} was sent.").replace("{name}", name)
        not_sent = self.tr("The message to {name} was not sent.").replace("{name}", name)

        def done(result: DemandResult) -> None:
            if result.error is None:
                desk.say(sent)
            elif not isValid(self):
                desk.say(f"{not_sent} {self._why_not(result, kind)}")
            if isValid(self):
                self._sent(result, kind)

        def failed(fault: BaseException) -> None:
            if isValid(self):
                self._fit(is_sending=False)
                self.show_words()
            desk.failed.emit(fault)

        self._fit(is_sending=True)
        desk.take_long(lambda: on_demand.send_message(shop, payload), desk, done, failed)

    def _sent(self, result: DemandResult, kind: str) -> None:
        if result.error is None:
            self.accept()
            return
        self._fit(is_sending=False)
        self.fault.setText(self._why_not(result, kind))
        self.fault.show()

    def _fit(self, *, is_sending: bool) -> None:
        """What is under way can't be changed, nor sent once more."""
        self.send_button.setEnabled(False)
        for box in (self.channel, self.kind):
            box.setEnabled(not is_sending)
