"""What is switched on and off or chosen: it tells that a person did it, with the mouse, a key or a screen reader.

`clicked` knows nothing of a screen reader: that toggles, the mark changes, and whoever listens to clicks does nothing.
`switched` tells of all three, and of nothing that the program shows by `setChecked`.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Button
else:
    _Button = object


class _Filled(_Button):
    """A button that knows the program's hand from a person's."""

    _is_filled = False

    def setChecked(self, on: bool) -> None:  # noqa: FBT001 - Qt's own signature
        """Shows it so; nobody switched it."""
        self._is_filled = True
        super().setChecked(on)
        self._is_filled = False


class CheckBox(_Filled, QCheckBox):
    """On or off; `switched` carries which."""

    switched = Signal(bool)

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.toggled.connect(self._tell)

    def _tell(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        if not self._is_filled:
            self.switched.emit(on)


class ChoiceButton(_Filled, QPushButton):
    """A button that stays down while its choice holds; `switched` carries whether it went down."""

    switched = Signal(bool)

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.toggled.connect(self._tell)

    def _tell(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        if not self._is_filled:
            self.switched.emit(on)


class RadioButton(_Filled, QRadioButton):
    """One of several; `switched` tells that it is the one now, not that another has taken its place."""

    switched = Signal()

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.toggled.connect(self._tell)

    def _tell(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        if on and not self._is_filled:
            self.switched.emit()
