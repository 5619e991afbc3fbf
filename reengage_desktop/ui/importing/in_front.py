"""What became of something that was asked for in a dialog, told in it: the window's own notices lie behind it."""

from PySide6.QtWidgets import QWidget

from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.importing.sentences import fault_words
from reengage_desktop.ui.widgets.toast import Toast


class InFront:
    """Notices over one dialog."""

    def __init__(self, desk: Desk, dialog: QWidget) -> None:
        self._desk, self.toast = desk, Toast(dialog)

    def say(self, sentence: str) -> None:
        """Says that something was done."""
        self.toast.say(sentence)

    def fail(self, fault: BaseException) -> None:
        """Says why something was not done; the window keeps it for when the dialog has gone."""
        self._desk.failed.emit(fault)
        self.toast.say(fault_words(fault, self._desk.zone))
