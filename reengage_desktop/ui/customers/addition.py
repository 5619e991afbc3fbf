"""A customer typed in by hand: who, how to reach, what was agreed to; somebody who is known already is offered."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from reengage_desktop.domain.customers import ADDRESS_KINDS
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.tasks import adding
from reengage_desktop.jobs.tasks.adding import Added, Look, Newcomer
from reengage_desktop.ui import wording
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.flow import FlowLayout, flowing
from reengage_desktop.ui.widgets.info_bar import InfoBar
from reengage_desktop.ui.widgets.switches import CheckBox
from reengage_desktop.ui.widgets.text import clear, paragraph

_PAUSE_MS = 250
_CHANNELS = (ChannelName.EMAIL, ChannelName.SMS, ChannelName.WHATSAPP, ChannelName.CALL)


class AddDialog(QDialog):
    """`look_asked` carries the customer to show: the new one, or the one who is known already."""

    look_asked = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._asked = 0
        self._look: Look | None = None
        self.setWindowTitle(self.tr("Add a customer"))
        self.setMinimumWidth(480)
        self.name, self.email, self.phone, self.words = (QLineEdit() for _ in range(4))
        self._form = QFormLayout()
        self._form.setVerticalSpacing(10)
        for name, field, example in (
            (self.tr("Name"), self.name, ""),
            (self.tr("E-mail"), self.email, self.tr("ann@example.com")),
            (self.tr("Phone"), self.phone, ""),
        ):
            field.setAccessibleName(name)
            field.setPlaceholderText(example)
            field.textChanged.connect(lambda _text: self._typed())
            self._form.addRow(name, field)
        self._form.addRow(self.tr("Agreed to"), self._agreements())
        self.words.setAccessibleName(self.tr("In which words"))
        self.words.setPlaceholderText(self.tr("Asked at the till: news about twice a month"))
        self.words.textChanged.connect(lambda _text: self._fit())
        self._form.addRow(self.tr("In which words"), self.words)
        self.note = paragraph("", "warn")
        self.note.hide()
        self._known = QVBoxLayout()
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.add_button = box.addButton(self.tr("Add customer"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.add_button.setProperty("kind", "primary")
        box.accepted.connect(self._add)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(self._form)
        layout.addLayout(self._known)
        layout.addWidget(self.note)
        layout.addStretch(1)
        layout.addWidget(box)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self._fit()

    def _agreements(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, spacing=12)
        self.agreed: dict[ChannelName, CheckBox] = {}
        for channel in _CHANNELS:
            tick = CheckBox(wording.channel_name(channel))
            tick.setAccessibleName(self.tr("Agreed to {channel}").replace("{channel}", wording.channel_name(channel)))
            tick.toggled.connect(lambda _on: self._fit())
            self.agreed[channel] = tick
            flow.addWidget(tick)
        flowing(holder)
        return holder

    def newcomer(self) -> Newcomer:
        """What is typed in."""
        agreed = tuple(each for each, tick in self.agreed.items() if tick.isChecked() and tick.isEnabled())
        return Newcomer(self.name.text(), self.email.text(), self.phone.text(), agreed, self.words.text())

    def look(self) -> None:
        """Checks the addresses, and whether somebody has them already."""
        self._asked += 1
        asked, shop, newcomer = self._asked, self._desk.shop, self.newcomer()
        self._desk.read(
            lambda: adding.look_at(shop, newcomer),
            self,
            lambda look: self._show(look) if asked == self._asked else None,
        )

    def _typed(self) -> None:
        self._look = None
        self._fit()
        self._pause.start()

    def _show(self, look: Look) -> None:
        self._look = look
        clear(self._known)
        for row in look.known[:3]:
            sentence = self.tr("{name} has this address already.").replace("{name}", row.name)
            bar = InfoBar(sentence)
            bar.offer(self.tr("Show {name}").replace("{name}", row.name), partial(self._go, row.id))
            self._known.addWidget(bar)
        self._fit()

    def _go(self, customer_id: int) -> None:
        self.look_asked.emit(customer_id)
        self.accept()

    def _fit(self) -> None:
        for channel, tick in self.agreed.items():
            field = self.email if ADDRESS_KINDS[channel] == "email" else self.phone
            tick.setEnabled(bool(field.text().strip()))
        newcomer, look = self.newcomer(), self._look
        self.words.setEnabled(bool(newcomer.agreed))
        text = self._advice(newcomer, look)
        self.note.setText(text)
        self.note.setVisible(bool(text))
        has_address = bool(newcomer.email.strip() or newcomer.phone.strip())
        is_valid = look is not None and look.email_is_valid and look.phone_is_valid
        self.add_button.setEnabled(has_address and is_valid and (not newcomer.agreed or bool(newcomer.wording.strip())))

    def _advice(self, newcomer: Newcomer, look: Look | None) -> str:
        if look is None:
            return ""
        if not look.email_is_valid:
            return self.tr("This is no e-mail address.")
        if not look.phone_is_valid:
            return self.tr("This is no phone number. Write it with its prefix, such as +44 20 7946 0123.")
        if look.was_forgotten:
            return self.tr("This address asked to be forgotten once. Nobody writes to it, whatever you tick here.")
        if newcomer.agreed and not newcomer.wording.strip():
            return self.tr("Write down what was agreed to: without the words it is no proof.")
        return ""

    def _add(self) -> None:
        shop, newcomer, desk = self._desk.shop, self.newcomer(), self._desk
        name = newcomer.name.strip() or newcomer.email.strip() or newcomer.phone.strip()
        sentence = self.tr("{name} was added.").replace("{name}", name)
        stays = self.tr("{name} is in use meanwhile and stays.").replace("{name}", name)

        def undo(added: Added) -> None:
            desk.act(lambda: adding.remove_added(shop, added), desk, lambda gone: None if gone else desk.say(stays))

        def done(added: Added) -> None:
            desk.say(sentence, lambda: undo(added))
            self._go(added.customer_id)

        def refused(fault: BaseException) -> None:
            self.setEnabled(True)
            desk.failed.emit(fault)

        self.setEnabled(False)  # a second press would add the same person once more
        desk.act(lambda: adding.add_customer(shop, newcomer), self, done, refused)
