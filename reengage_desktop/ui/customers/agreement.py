"""Writing down that a customer agreed: the channel, and what she was told. Without the words it is not kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from reengage_desktop.domain.customers import Customer
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.tasks import customers as customer_tasks
from reengage_desktop.ui import wording
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.inputs import ComboBox
from reengage_desktop.ui.widgets.text import paragraph


class AgreementDialog(QDialog):
    """The owner's typed opt-in: the only way from a no back to a yes beside the customer's own word."""

    def __init__(self, desk: Desk, customer: Customer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._customer = customer
        self.setWindowTitle(self.tr("Write down an agreement"))
        self.setMinimumWidth(460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        question = self.tr("What did {name} agree to, and how?").replace("{name}", customer.display_name)
        layout.addWidget(paragraph(question))
        form = QFormLayout()
        self.channel = ComboBox()
        self.channel.setAccessibleName(self.tr("Channel"))
        for channel in ChannelName:
            if customer.address_for(channel) is not None and not customer.consent.get(channel):
                self.channel.addItem(wording.channel_name(channel), str(channel))
        self.words = QLineEdit()
        self.words.setAccessibleName(self.tr("In which words"))
        self.words.setPlaceholderText(self.tr("Asked at the till: news about twice a month"))
        form.addRow(self.tr("Channel"), self.channel)
        form.addRow(self.tr("In which words"), self.words)
        layout.addLayout(form)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.keep_button = box.addButton(self.tr("Write it down"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep_button.setProperty("kind", "primary")
        self.keep_button.setEnabled(False)
        self.words.textChanged.connect(lambda text: self.keep_button.setEnabled(bool(text.strip())))
        box.accepted.connect(self._keep)
        box.rejected.connect(self.reject)
        layout.addWidget(box)

    def _keep(self) -> None:
        shop, customer_id = self._desk.shop, self._customer.id
        channel, words = ChannelName(str(self.channel.currentData())), self.words.text().strip()
        sentence = self.tr("{name} agreed to {channel}.").replace("{name}", self._customer.display_name)
        sentence = sentence.replace("{channel}", wording.channel_name(channel))

        desk, take_back = self._desk, customer_tasks.take_back_agreement
        desk.act(
            lambda: customer_tasks.agree(shop, customer_id, channel, words),
            desk,
            lambda yes: desk.say(sentence, lambda: desk.act(lambda: take_back(shop, yes), desk, lambda _: None)),
        )
        self.accept()
