"""The owner's word that everyone in a list of customers agreed: to which channels, and to what."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.ui import wording
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.switches import CheckBox

_ASKED = (ChannelName.EMAIL, ChannelName.SMS, ChannelName.WHATSAPP)


class ConsentCard(Card):
    """Counts only with a tick, a channel and what they were told; never remembered for another file."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.agreed = CheckBox(self.tr("Everyone in this file agreed to get messages, and I can prove it"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        self._channels: dict[ChannelName, CheckBox] = {}
        for at, channel in enumerate(_ASKED):
            box = CheckBox(wording.channel_name(channel))
            box.setAccessibleName(self.tr("Agreed to {channel}").replace("{channel}", wording.channel_name(channel)))
            box.switched.connect(lambda _on: self.changed.emit())
            self._channels[channel] = box
            grid.addWidget(box, 0, at)
        self.wording = QLineEdit()
        self.wording.setPlaceholderText(self.tr("What they agreed to, and where: “Form at the till, 2024”"))
        self.wording.setAccessibleName(self.tr("What they agreed to"))
        self.wording.editingFinished.connect(self.changed.emit)
        grid.addWidget(self.wording, 0, len(_ASKED))
        grid.setColumnStretch(len(_ASKED), 1)
        more = QWidget()
        more.setLayout(grid)
        more.hide()
        self.agreed.toggled.connect(more.setVisible)
        self.agreed.switched.connect(lambda _on: self.changed.emit() if self.wording.text().strip() else None)
        self.add(self.agreed)
        self.add(more)
        self.begin()
        self.hide()

    def begin(self) -> None:
        """Takes a new file: nothing was said about it."""
        self.agreed.setChecked(False)
        for channel, box in self._channels.items():
            box.setChecked(channel is ChannelName.EMAIL)
        self.wording.clear()

    def consent(self) -> tuple[ChannelName, ...]:
        """The channels that everyone in the file agreed to, as the owner states."""
        if self.isHidden() or not (self.agreed.isChecked() and self.wording.text().strip()):
            return ()
        return tuple(channel for channel, box in self._channels.items() if box.isChecked())
