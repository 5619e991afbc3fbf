"""A part of a dialog that scrolls where the dialog is too low for it, and has no frame of its own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


def scrolling(inner: QWidget) -> QScrollArea:
    """The widget at the top of an area that scrolls; the keyboard goes to what is in it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 6, 0)
    column.addWidget(inner)
    column.addStretch(1)
    return filling(holder)


def filling(inner: QWidget) -> QScrollArea:
    """The widget as large as its area, or larger, which then scrolls; it stays without a ground of its own."""
    inner.setProperty("role", "page")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area


def bring_into_sight(inner: QWidget) -> None:
    """Scrolls what lies around the widget so far that it is seen."""
    around = inner.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(inner)
        around = around.parentWidget()
