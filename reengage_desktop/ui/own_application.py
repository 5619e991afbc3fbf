"""Qt's application, which says when the system, or a signal, ends the program."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication

TURN_S = 0.0001
"""How long a thread may keep the interpreter while another waits for it. Python's own 5 ms add up: while lanes read,
the window's thread asks for it a hundred times in drawing one page. Beside two threads that compute all the time such
a page took 240 ms with half a millisecond and takes 80 with this; they lose a tenth or nothing."""


class OwnApplication(QApplication):
    """Emits `ending` before Qt asks the windows to close for good.

    A filter of all events would hear it too, but also every other event of every object, each with a name in Python:
    slow, and wrong for objects that are just being made or taken apart.
    """

    ending = Signal()

    def __init__(self, arguments: Sequence[str]) -> None:
        """As Qt's; from now on no thread of the program keeps the window's waiting for long."""
        sys.setswitchinterval(TURN_S)
        super().__init__(list(arguments))

    def event(self, event: QEvent) -> bool:
        """Hears only what is said to the application itself."""
        if event.type() == QEvent.Type.Quit:
            self.ending.emit()
        return super().event(event)
