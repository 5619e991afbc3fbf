"""Dialogs as large as they would like to be, and no larger than the window that they stand over."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

_ROOM = QSize(24, 48)
"""What stays of the window around a dialog; the dialog's own title bar takes most of it."""


def fit_over(dialog: QDialog, width: int, height: int) -> None:
    """Gives a dialog this size, or what its window has room for."""
    wanted, over = QSize(width, height), dialog.parentWidget()
    dialog.resize(wanted if over is None else wanted.boundedTo(over.window().size() - _ROOM))
