"""Fields with a figure in them, with room before the figure: a style sheet can't give them that."""

from PySide6.QtWidgets import QAbstractSpinBox

_BEFORE = 6


def pad(field: QAbstractSpinBox) -> None:
    """Keeps the figure off the left edge."""
    field.lineEdit().setTextMargins(_BEFORE, 0, 0, 0)
