"""The line of steps above the wizard: where one is, and the way back to what was answered already."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from reengage_desktop.ui.widgets.buttons import choice_button
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.text import label


class StepLine(QWidget):
    """All steps by number and name; one that was reached can be gone to."""

    chosen = Signal(int)

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self._names = names
        flow = FlowLayout(self, spacing=6, line_spacing=2)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.buttons: list[QPushButton] = []
        for at, name in enumerate(names):
            if at:
                flow.addWidget(label("‹" if self.isRightToLeft() else "›", "muted"))
            made = choice_button(f"{at + 1}  {name}", partial(self.chosen.emit, at), kind="step")
            self.buttons.append(made)
            flow.addWidget(made)

    def show_step(self, at: int, reached: int) -> None:
        """Marks where one is; those after `reached` can't be gone to yet."""
        for number, made in enumerate(self.buttons):
            made.setChecked(number == at)
            made.setEnabled(number <= reached)
            spoken = self.tr("Step {number}: {name}").replace("{number}", str(number + 1))
            spoken = spoken.replace("{name}", self._names[number])
            made.setAccessibleName(spoken + (self.tr(", where you are") if number == at else ""))
