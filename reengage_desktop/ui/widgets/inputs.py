"""The window's fields for figures, days and choices: the wheel turns a field only while it has the keyboard.

A wheel that merely passes over one of them scrolls the page and changes nothing.
"""

from collections.abc import Iterable

from PySide6.QtCore import QDate, QLocale, Qt, QTime
from PySide6.QtGui import QValidator, QWheelEvent
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

from reengage_desktop.ui.widgets.reach import Reach, as_meant

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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turns only while it has the keyboard."""
        if _is_meant(self, event):
            super().wheelEvent(event)


def fill(field: QComboBox, items: Iterable[tuple[str, str]]) -> None:
    """Adds choices (what is read, what it stands for) at once; for each by itself the field would be told anew."""
    known, added = field.count(), list(items)
    field.addItems([text for text, _ in added])
    for at, (_, data) in enumerate(added, start=known):
        field.setItemData(at, data)


class SpinBox(QSpinBox):
    """A whole number; one that is out of its `reach` is told of."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.reach = Reach(self, super().validate)

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Lets a number out of reach be typed."""
        return self.reach.allowed(text, at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turns only while it has the keyboard."""
        if _is_meant(self, event):
            super().wheelEvent(event)


class DoubleSpinBox(QDoubleSpinBox):
    """A number with decimals; 12,50 and 12.50 are the same wherever the window is."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.reach = Reach(self, super().validate)

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Lets a number out of reach be typed."""
        return self.reach.allowed(text, at)

    def valueFromText(self, text: str) -> float:
        """Takes a thousands mark with one or two digits behind it for the decimal one: Qt would read 12,50 as 1250."""
        return super().valueFromText(as_meant(text, self.locale()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turns only while it has the keyboard."""
        if _is_meant(self, event):
            super().wheelEvent(event)


class DateEdit(QDateEdit):
    """A day."""

    def __init__(self, day: QDate | None = None) -> None:
        super().__init__(day or QDate(2000, 1, 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if self.isRightToLeft():
            self.setDisplayFormat(QLocale().dateFormat(QLocale.FormatType.ShortFormat))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turns only while it has the keyboard."""
        if _is_meant(self, event):
            super().wheelEvent(event)

    def setDisplayFormat(self, form: str) -> None:
        """Keeps the order of the parts where the window is mirrored: Qt would turn day and year around."""
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        super().setDisplayFormat(form)
        self.unsetLayoutDirection()


class TimeEdit(QTimeEdit):
    """A time of day."""

    def __init__(self, time: QTime | None = None) -> None:
        super().__init__(time or QTime(0, 0))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turns only while it has the keyboard."""
        if _is_meant(self, event):
            super().wheelEvent(event)

    def setDisplayFormat(self, form: str) -> None:
        """Keeps the order of the parts where the window is mirrored: Qt would turn 21:00 around."""
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        super().setDisplayFormat(form)
        self.unsetLayoutDirection()


class Slider(QSlider):
    """A number that is dragged."""

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turns only while it has the keyboard."""
        if _is_meant(self, event):
            super().wheelEvent(event)
