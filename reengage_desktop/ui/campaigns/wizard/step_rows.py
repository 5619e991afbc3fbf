"""The messages that follow the first one: after how many days, on which channel, with which text."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from reengage_desktop.domain.campaign_plans import MOST_STEPS, Step
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.ui import wording
from reengage_desktop.ui.campaigns.wizard.texts import Texts
from reengage_desktop.ui.widgets.buttons import button, icon_button
from reengage_desktop.ui.widgets.inputs import ComboBox, SpinBox, pad
from reengage_desktop.ui.widgets.text import label, row


class StepRow(QWidget):
    """“after 7 days by E-mail: the usual text”."""

    changed = Signal()

    def __init__(self, step: Step, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.days = SpinBox()
        self.days.setRange(1, 365)
        self.days.setValue(step.after_days)
        self.days.setAccessibleName(self.tr("Days after the message before"))
        pad(self.days)
        self.channel = ComboBox()
        self.channel.setAccessibleName(self.tr("By"))
        for each in ChannelName:
            if texts.by_channel[each]:
                self.channel.addItem(wording.channel_name(each), each)
        self.channel.setCurrentIndex(max(0, self.channel.findData(step.channel)))
        self.text = ComboBox()
        self.text.setAccessibleName(self.tr("Text of the further message"))
        self.text.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.text.setMinimumContentsLength(12)
        self.cross = icon_button("x", self.tr("Take this message away"))
        first = row([label(self.tr("after")), self.days, label(self.tr("days by")), self.channel, None, self.cross])
        first.setAlignment(self.cross, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(first)
        layout.addWidget(self.text)
        self._fill(step.template)
        self.days.editingFinished.connect(self.changed)
        self.text.activated.connect(lambda _at: self.changed.emit())
        self.channel.activated.connect(lambda _at: self._channel_chosen())

    def step(self) -> Step:
        """What the line says."""
        name = self.text.currentData()
        return Step(self.days.value(), ChannelName(self.channel.currentData()), str(name) if name else None)

    def _channel_chosen(self) -> None:
        self._fill(None)
        self.changed.emit()

    def _fill(self, chosen: str | None) -> None:
        channel = ChannelName(self.channel.currentData())
        self.text.clear()
        usual = self._texts.usual[channel]
        if usual is not None:
            self.text.addItem(
                self.tr("The usual one: {name}").replace("{name}", wording.template_title(usual.name)), None
            )
        else:
            self.text.addItem(self.tr("Choose a text…"), None)
        for each in self._texts.by_channel[channel]:
            self.text.addItem(wording.template_title(each.name), each.name)
        self.text.setCurrentIndex(max(0, self.text.findData(chosen) if chosen else 0))


class StepRows(QWidget):
    """The further messages, from the first to the last."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._texts: Texts | None = None
        self.rows: list[StepRow] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.add_button = button(self.tr("Add a further message"), self.add_step, picture="plus")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._lines)
        layout.addLayout(row([self.add_button, None]))

    def steps(self) -> tuple[Step, ...]:
        """What is entered."""
        return tuple(each.step() for each in self.rows)

    def show_steps(self, steps: tuple[Step, ...], texts: Texts) -> None:
        """Shows these."""
        self._texts = texts
        for old in self.rows:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = []
        for each in steps:
            self._put(each)

    def add_step(self) -> None:
        """Adds a message a week after the one before it, on the same channel."""
        before = self.rows[-1].step().channel if self.rows else ChannelName.EMAIL
        if self._texts is not None and len(self.rows) < MOST_STEPS:
            self._put(Step(7, before)).days.setFocus()
            self.changed.emit()

    def _put(self, step: Step) -> StepRow:
        texts = self._texts
        if texts is None:
            raise ValueError("the texts have not been read yet")
        made = StepRow(step, texts)
        made.changed.connect(self.changed)
        made.cross.clicked.connect(partial(self._remove, made))
        self.rows.append(made)
        self._lines.addWidget(made)
        self.add_button.setEnabled(len(self.rows) < MOST_STEPS)
        return made

    def _remove(self, made: StepRow, _checked: object = None) -> None:
        self.rows.remove(made)
        self._lines.removeWidget(made)
        made.hide()
        made.deleteLater()
        self.add_button.setEnabled(True)
        self.add_button.setFocus()
        self.changed.emit()
