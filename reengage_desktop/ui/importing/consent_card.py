"""The owner's word that everyone in a list of customers agreed: to which channels, and to what."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.ui import wording
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.switches import CheckBox
from reengage_desktop.ui.wording import translate

_ASKED = (ChannelName.EMAIL, ChannelName.SMS, ChannelName.WHATSAPP)


class ConsentCard(Card):
    """Counts only with a tick, a channel and what they were told; never remembered for another file."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told: tuple[ChannelName, ...] = ()
        self.agreed = CheckBox(self.tr("Everyone in this file agreed to get messages, and I can prove it"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        self.channels: dict[ChannelName, CheckBox] = {}
        for at, channel in enumerate(_ASKED):
            box = CheckBox(wording.channel_name(channel))
            box.setAccessibleName(self.tr("Agreed to {channel}").replace("{channel}", wording.channel_name(channel)))
            box.switched.connect(self._tell)
            self.channels[channel] = box
            grid.addWidget(box, 0, at)
        self.wording = QLineEdit()
        self.wording.setPlaceholderText(self.tr("What they agreed to, and where: “Form at the till, 2024”"))
        self.wording.setAccessibleName(self.tr("What they agreed to"))
        self.wording.textEdited.connect(self._tell)
        self.wording.editingFinished.connect(self._tell)
        grid.addWidget(self.wording, 0, len(_ASKED))
        grid.setColumnStretch(len(_ASKED), 1)
        more = QWidget()
        more.setLayout(grid)
        more.hide()
        self.agreed.toggled.connect(more.setVisible)
        self.agreed.switched.connect(self._tell)
        self.add(self.agreed)
        self.add(more)
        self.begin()
        self.hide()

    def begin(self) -> None:
        """Takes a new file: nothing was said about it."""
        self.agreed.setChecked(False)
        for channel, box in self.channels.items():
            box.setChecked(channel is ChannelName.EMAIL)
        self.wording.clear()
        self._told = ()

    def ask_rest(self) -> str:
        """What the tick still lacks, with the keyboard put where it is said; empty where nothing does."""
        if self.isHidden() or not self.agreed.isChecked() or self.consent():
            return ""
        if self.wording.text().strip():
            self.channels[_ASKED[0]].setFocus()
            return self.tr("Say how they may be written to. Nothing was imported.")
        self.wording.setFocus()
        return translate("ImportSentences", "Say what they agreed to, and where. Nothing was imported.")

    def consent(self) -> tuple[ChannelName, ...]:
        """The channels that everyone in the file agreed to, as the owner states."""
        if self.isHidden() or not (self.agreed.isChecked() and self.wording.text().strip()):
            return ()
        return tuple(channel for channel, box in self.channels.items() if box.isChecked())

    def _tell(self, *_what: object) -> None:
        # With the first letter, and not when the words are done: the press on Import that ends them is one on Import.
        if self.consent() != self._told:
            self._told = self.consent()
            self.changed.emit()
