"""Qt's application, which says when the system, or a signal, ends the program."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication


class OwnApplication(QApplication):
    """Emits `ending` before Qt asks the windows to close for good.

    A filter of all events would hear it too, but also every other event of every object, each with a name in Python:
    slow, and wrong for objects that are just being made or taken apart.
    """

    ending = Signal()

    def event(self, event: QEvent) -> bool:
        """Hears only what is said to the application itself."""
        if event.type() == QEvent.Type.Quit:
            self.ending.emit()
        return super().event(event)
