"""The right-hand side of a condition as widgets, one for each kind of field; all tell when they were changed."""

from collections.abc import Sequence
from decimal import Decimal
from typing import cast

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QCompleter,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from reengage_desktop.domain import money
from reengage_desktop.domain.criteria import FIELDS, FieldKind, Value
from reengage_desktop.ui import formats
from reengage_desktop.ui.criteria.words import field_name, unit_of, value_name
from reengage_desktop.ui.widgets.inputs import ComboBox, DoubleSpinBox, SpinBox, pad
from reengage_desktop.ui.widgets.text import label

_DAYS = {"last_order_days": 60, "first_order_days": 365, "last_contact_days": 30, "last_enquiry_days": 30}
_STARTS = {"orders_count": 2, "enquiries_count": 1, "rhythm_percent": 200, "best_percent": 10}
_MOST_DAYS = 36_500


class ValueField(QWidget):
    """One value being entered; `value()` is None while there is none."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(6)

    def value(self) -> Value:
        """What stands there now."""
        return None

    def show_value(self, value: Value) -> None:
        """Shows a value."""


class NumberField(ValueField):
    """Days, a count, per cent or money; two of them for `between`."""

    def __init__(self, field: str, op: str, currency: str) -> None:
        super().__init__()
        self._kind = FIELDS[field].kind
        self.boxes = [self._box(field, currency) for _ in range(2 if op == "between" else 1)]
        self.line.addWidget(self.boxes[0])
        if op == "between":
            self.show_value((int(self.boxes[0].value()), int(self.boxes[0].value()) * 2))
            self.line.addWidget(label(QCoreApplication.translate("Criteria", "and")))
            self.line.addWidget(self.boxes[1])
        unit = unit_of(field)
        if unit:
            self.line.addWidget(label(unit))
        self.line.addStretch(1)

    def value(self) -> Value:
        """One number, or the lower and the higher one."""
        numbers = [self._plain(box) for box in self.boxes]
        return numbers[0] if len(numbers) == 1 else cast("Value", tuple(sorted(numbers)))

    def show_value(self, value: Value) -> None:
        """Shows a number or a pair."""
        given = value if isinstance(value, tuple) else (value,)
        for box, each in zip(self.boxes, given, strict=False):
            if isinstance(box, QSpinBox):
                box.setValue(int(str(each)))
            else:
                box.setValue(float(str(each)))

    def _plain(self, box: QSpinBox | QDoubleSpinBox) -> int | Decimal:
        if isinstance(box, QSpinBox):
            return box.value()
        return Decimal(str(round(box.value(), box.decimals())))

    def _box(self, field: str, currency: str) -> QSpinBox | QDoubleSpinBox:
        box: QSpinBox | QDoubleSpinBox
        if self._kind is FieldKind.MONEY:
            box = DoubleSpinBox()
            box.setDecimals(min(2, money.decimals_of(currency)))
            box.setRange(0, 1_000_000_000)
            before, after = formats.money_marks(currency)
            box.setPrefix(before)
            box.setSuffix(after)
            box.setValue(100)
        else:
            box = SpinBox()
            box.setRange(0, 100 if field == "best_percent" else _MOST_DAYS)
            box.setValue(_DAYS.get(field, _STARTS.get(field, 1)))
        box.setGroupSeparatorShown(True)
        box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.UpDownArrows)
        box.setAccessibleName(field_name(field))
        pad(box)
        box.valueChanged.connect(lambda _value: self.changed.emit())
        return box


class ChoiceField(ValueField):
    """One of the words that there are; what the shop's data hold may also be typed."""

    def __init__(self, field: str, choices: Sequence[str]) -> None:
        super().__init__()
        self._field = field
        self._is_fixed = bool(FIELDS[field].choices)
        self.box = ComboBox()
        self.box.setAccessibleName(field_name(field))
        self.box.setMinimumContentsLength(14)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setEditable(not self._is_fixed)
        for word in choices:
            self.box.addItem(value_name(field, word), word)
        if not self._is_fixed:
            self.box.setCurrentIndex(-1)
            edit = QLineEdit()
            edit.setPlaceholderText(QCoreApplication.translate("Criteria", "choose or type"))
            edit.setAccessibleName(field_name(field))
            self.box.setLineEdit(edit)
            completer = QCompleter(self.box.model(), self.box)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.box.setCompleter(completer)
            edit.textChanged.connect(lambda _text: self.changed.emit())
        else:
            self.box.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.line.addWidget(self.box, 1)

    def value(self) -> Value:
        """The word, or None while there is none."""
        if self._is_fixed:
            return str(self.box.currentData())
        return self.box.currentText().strip() or None

    def show_value(self, value: Value) -> None:
        """Shows a word."""
        at = self.box.findData(str(value))
        if at >= 0:
            self.box.setCurrentIndex(at)
        elif not self._is_fixed:
            self.box.setEditText(str(value))


class SeveralField(ValueField):
    """Several of the words that there are, ticked in a menu."""

    def __init__(self, field: str, choices: Sequence[str]) -> None:
        super().__init__()
        self._field = field
        self._words: list[str] = []
        self.button = QPushButton()
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        self._choices = list(choices)
        self.line.addWidget(self.button, 1)
        self._fill()

    def value(self) -> Value:
        """The words, or None while there are none."""
        return tuple(self._words) or None

    def show_value(self, value: Value) -> None:
        """Shows words."""
        given = value if isinstance(value, tuple) else (value,)
        self._words = [str(each) for each in given]
        self._choices += [word for word in self._words if word not in self._choices]
        self._fill()

    def _fill(self) -> None:
        self.menu.clear()
        for word in self._choices:
            action = self.menu.addAction(value_name(self._field, word))
            action.setCheckable(True)
            action.setChecked(word in self._words)
            action.toggled.connect(lambda on, word=word: self._tick(word, is_on=on))
        self._name()

    def _tick(self, word: str, *, is_on: bool) -> None:
        self._words = [each for each in self._choices if (is_on if each == word else each in self._words)]
        self._name()
        self.changed.emit()

    def _name(self) -> None:
        text = ", ".join(value_name(self._field, word) for word in self._words)
        shown = text or QCoreApplication.translate("Criteria", "choose…")
        self.button.setText(shown if len(shown) <= 40 else f"{shown[:39]}…")
        self.button.setToolTip(text)
        self.button.setAccessibleName(f"{field_name(self._field)}: {shown}")


class WordField(ValueField):
    """A word or a part of one."""

    def __init__(self, field: str) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setAccessibleName(field_name(field))
        self.edit.textChanged.connect(lambda _text: self.changed.emit())
        self.line.addWidget(self.edit, 1)

    def value(self) -> Value:
        """The word, or None while there is none."""
        return self.edit.text().strip() or None

    def show_value(self, value: Value) -> None:
        """Shows a word."""
        self.edit.setText(str(value))


class SwitchField(ValueField):
    """Yes or no."""

    def __init__(self, field: str) -> None:
        super().__init__()
        self.box = ComboBox()
        self.box.setAccessibleName(field_name(field))
        self.box.addItem(QCoreApplication.translate("Criteria", "yes"), True)  # noqa: FBT003 - Qt's own signature
        self.box.addItem(QCoreApplication.translate("Criteria", "no"), False)  # noqa: FBT003 - Qt's own signature
        self.box.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.line.addWidget(self.box)
        self.line.addStretch(1)

    def value(self) -> Value:
        """True or False."""
        return bool(self.box.currentData())

    def show_value(self, value: Value) -> None:
        """Shows yes or no."""
        self.box.setCurrentIndex(0 if value else 1)


def field_for(field: str, op: str, currency: str, choices: Sequence[str]) -> ValueField:
    """The widget in which a value for this field and comparison is entered."""
    kind = FIELDS[field].kind
    if op in ("is_filled", "is_empty"):
        return ValueField()
    if kind in (FieldKind.DAYS, FieldKind.COUNT, FieldKind.MONEY, FieldKind.PERCENT):
        return NumberField(field, op, currency)
    if kind is FieldKind.SWITCH:
        return SwitchField(field)
    if op == "contains":
        return WordField(field)
    return SeveralField(field, choices) if op in ("in", "not_in") else ChoiceField(field, choices)
