"""The window's fields for figures, days and choices: the wheel turns a field only while it has the keyboard.

A wheel that merely passes over one of them scrolls the page and changes nothing.
"""

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
    QSlider,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

_BEFORE = 6


def pad(field: QAbstractSpinBox) -> None:
    """Keeps the figure off the left edge: a style sheet can't give it that room."""
    field.lineEdit().setTextMargins(_BEFORE, 0, 0, 0)


def _is_meant(field: QWidget, event: QWheelEvent) -> bool:
    """Whether the wheel is for the field; where it is not, the page behind gets it."""
    if not field.hasFocus():
        event.ignore()
    return field.hasFocus()


class ComboBox(QComboBox):
    """A choice out of a list."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turns only while it has the keyboard."""
        if _is_meant(self, event):
            super().wheelEvent(event)


class SpinBox(QSpinBox):
    """A whole number."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turns only while it has the keyboard."""
        if _is_meant(self, event):
            super().wheelEvent(event)


class DoubleSpinBox(QDoubleSpinBox):
    """A number with decimals."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turns only while it has the keyboard."""
        if _is_meant(self, event):
            super().wheelEvent(event)


class DateEdit(QDateEdit):
    """A day."""

    def __init__(self, day: QDate | None = None) -> None:
        super().__init__(day or QDate(2000, 1, 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turns only while it has the keyboard."""
        if _is_meant(self, event):
            super().wheelEvent(event)


class TimeEdit(QTimeEdit):
    """A time of day."""

    def __init__(self, time: QTime | None = None) -> None:
        super().__init__(time or QTime(0, 0))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turns only while it has the keyboard."""
        if _is_meant(self, event):
            super().wheelEvent(event)


class Slider(QSlider):
    """A number that is dragged."""

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turns only while it has the keyboard."""
        if _is_meant(self, event):
            super().wheelEvent(event)
