"""A part of a dialog that scrolls where the dialog is too low for it, and has no frame of its own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


def scrolling(inner: QWidget) -> QScrollArea:
    """The widget at the top of an area that scrolls; the keyboard goes to what is in it."""
    holder = QWidget()
    holder.setProperty("role", "page")
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 6, 0)
    column.addWidget(inner)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(holder)
    return area
