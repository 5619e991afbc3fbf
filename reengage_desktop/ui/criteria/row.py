"""One condition as a line: what is asked, how it is compared, with what; and the cross that takes it away."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from reengage_desktop.domain.criteria import FIELDS, OPS_WITHOUT_VALUE, Condition, Criteria, FieldKind, Value
from reengage_desktop.ui.criteria.values import ValueField, field_for
from reengage_desktop.ui.criteria.words import field_name, op_name, sentence_of
from reengage_desktop.ui.widgets.buttons import icon_button
from reengage_desktop.ui.widgets.inputs import ComboBox
from reengage_desktop.ui.widgets.text import paragraph

ChoicesOf = Callable[[str, Callable[[Sequence[str]], None]], None]
"""Hands over a field's values, at once or when they have been read."""

_SELDOM = {"is", "is_not"}


class PartRow(QFrame):
    """A line of the editor. `part()` is None while something is missing."""

    changed = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(8)

    def part(self) -> Condition | Criteria | None:
        """What the line says."""
        return None

    def add_cross(self, name: str) -> None:
        """Puts the cross at its end."""
        self.cross = icon_button("x", "", self.removed.emit)
        self.name_cross(name)
        # Aligned, a part keeps its own height and does not keep the others from having theirs.
        self.line.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignVCenter)

    def name_cross(self, name: str) -> None:
        """Says what the cross takes away."""
        text = QCoreApplication.translate("Criteria", "Take away: {condition}").replace("{condition}", name)
        self.cross.setAccessibleName(text)
        self.cross.setToolTip(text)


class KeptRow(PartRow):
    """A part that is shown in words only: a fixed list, or a combination inside the combination."""

    def __init__(self, part: Condition | Criteria, currency: str) -> None:
        super().__init__()
        self._part = part
        words = sentence_of(Criteria("all", (part,)), currency)
        self.line.addWidget(paragraph(words), 1)
        self.add_cross(words)

    def part(self) -> Condition | Criteria | None:
        """What was given."""
        return self._part


class ConditionRow(PartRow):
    """A condition that can be edited."""

    def __init__(self, condition: Condition, currency: str, choices_of: ChoicesOf) -> None:
        super().__init__()
        self._currency = currency
        self._choices_of = choices_of
        self.field_box = ComboBox()
        for name, field in FIELDS.items():
            if field.kind is not FieldKind.IDS:
                self.field_box.addItem(field_name(name), name)
        self.field_box.setAccessibleName(QCoreApplication.translate("Criteria", "What is asked"))
        self.op_box = ComboBox()
        self.op_box.setAccessibleName(QCoreApplication.translate("Criteria", "How it is compared"))
        self.op_box.setMinimumContentsLength(11)
        self.value_field = ValueField()
        for part in (self.field_box, self.op_box):
            part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self.line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.line.addWidget(self.value_field, 1)
        self.add_cross(field_name(condition.field))
        self.field_box.setCurrentIndex(self.field_box.findData(condition.field))
        self._fill_ops(condition.op)
        self._show_value_field()
        if condition.value is not None:
            self.value_field.show_value(condition.value)
        self.field_box.activated.connect(lambda _at: self._field_chosen())
        self.op_box.activated.connect(lambda _at: self._op_chosen())

    def part(self) -> Condition | None:
        """The condition, or None while its value is missing."""
        field, op = str(self.field_box.currentData()), str(self.op_box.currentData())
        if op in OPS_WITHOUT_VALUE:
            return Condition(field, op)
        value = self.value_field.value()
        return None if value is None else Condition(field, op, value)

    def _fill_ops(self, chosen: str) -> None:
        field = FIELDS[str(self.field_box.currentData())]
        is_number = field.kind in (FieldKind.DAYS, FieldKind.COUNT, FieldKind.MONEY, FieldKind.PERCENT)
        offered = [op for op in field.ops if op == chosen or not (is_number and op in _SELDOM)]
        self.op_box.clear()
        for op in sorted(offered, key=lambda op: _ORDER.index(op) if op in _ORDER else len(_ORDER)):
            self.op_box.addItem(op_name(field.kind, op), op)
        self.op_box.setCurrentIndex(max(0, self.op_box.findData(chosen)))
        self.op_box.setVisible(self.op_box.count() > 1)
        self.op_box.updateGeometry()

    def _field_chosen(self) -> None:
        field = FIELDS[str(self.field_box.currentData())]
        self.name_cross(self.field_box.currentText())
        self._fill_ops("more_than" if "more_than" in field.ops else field.ops[0])
        self._show_value_field()
        self.changed.emit()

    def _op_chosen(self) -> None:
        before = self.value_field.value()
        self._show_value_field()
        if before is not None:
            self._keep(before)
        self.changed.emit()

    def _keep(self, before: Value) -> None:
        """Carries a number or word over where the new comparison takes one of the same form."""
        is_pair = isinstance(before, tuple)
        if is_pair == isinstance(self.value_field.value(), tuple) and self.value_field.value() is not None:
            self.value_field.show_value(before)

    def _show_value_field(self) -> None:
        field, op = str(self.field_box.currentData()), str(self.op_box.currentData())
        made = field_for(field, op, self._currency, FIELDS[field].choices)
        self.line.replaceWidget(self.value_field, made)
        self.line.setStretchFactor(made, 1)
        self.value_field.hide()
        self.value_field.deleteLater()
        self.value_field = made
        made.changed.connect(self.changed)
        is_word = FIELDS[field].kind in (FieldKind.CHOICE, FieldKind.WORD) and not FIELDS[field].choices
        if is_word and op not in (*OPS_WITHOUT_VALUE, "contains"):
            self._choices_of(field, lambda words: self._take_choices(made, field, op, words))

    def _take_choices(self, made: ValueField, field: str, op: str, words: Sequence[str]) -> None:
        """Puts the field with its values in the place of the one that waited for them."""
        if made is not self.value_field:
            return
        filled = field_for(field, op, self._currency, words)
        value = made.value()
        self.line.replaceWidget(made, filled)
        self.line.setStretchFactor(filled, 1)
        had_focus = made.isAncestorOf(made.window().focusWidget() or self)
        made.hide()
        made.deleteLater()
        self.value_field = filled
        if value is not None:
            filled.show_value(value)
        filled.changed.connect(self.changed)
        if had_focus:
            filled.setFocus()


_ORDER = (
    "more_than",
    "less_than",
    "at_least",
    "at_most",
    "between",
    "is",
    "is_not",
    "in",
    "not_in",
    "contains",
    "is_filled",
    "is_empty",
)
