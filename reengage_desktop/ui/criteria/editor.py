"""The editor of criteria: sentences joined by all, any or none, each with its own fields."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from reengage_desktop.domain.criteria import EVERYBODY, FIELDS, Condition, Criteria, FieldKind, Mode
from reengage_desktop.jobs.tasks import groups
from reengage_desktop.ui.criteria.row import ConditionRow, KeptRow, PartRow
from reengage_desktop.ui.criteria.words import field_name
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.inputs import ComboBox
from reengage_desktop.ui.widgets.spoken_menu import give_menu
from reengage_desktop.ui.widgets.text import label, row

_FIRST = {"never_ordered": "is", "best_percent": "at_most"}


class CriteriaEditor(QWidget):
    """Edits criteria; `changed` carries them, or None while a value is missing.

    A combination inside the combination is edited in place; what lies deeper, which only the command line can make, is
    kept and shown in words. `is_inner`: this is such an inner one.
    """

    changed = Signal(object)

    def __init__(self, desk: Desk, *, is_inner: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._is_inner = is_inner
        self._choices: dict[str, list[str]] = {}
        self.rows: list[PartRow] = []
        self.mode_box = ComboBox()
        for mode, words in self._modes().items():
            self.mode_box.addItem(words, mode)
        self.mode_box.setAccessibleName(self.tr("How the conditions are joined"))
        self.mode_box.activated.connect(lambda _at: self._tell())
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.add_button = button(self.tr("Add a condition"), picture="plus")
        menu = QMenu(self.add_button)
        for name, field in FIELDS.items():
            if field.kind is not FieldKind.IDS:
                menu.addAction(field_name(name)).triggered.connect(partial(self.add_condition, name))
        if not is_inner:
            menu.addSeparator()
            menu.addAction(self.tr("Several conditions with “and” or “or”")).triggered.connect(self.add_inner)
        give_menu(self.add_button, menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        opening = self.tr("and who meet") if is_inner else self.tr("Customers who meet")
        layout.addLayout(row([label(opening), self.mode_box, None]))
        layout.addLayout(self._lines)
        layout.addLayout(row([self.add_button, None]))

    def criteria(self) -> Criteria | None:
        """What is entered; None while a value is missing."""
        parts = [each.part() for each in self.rows]
        if any(part is None for part in parts):
            return None
        mode: Mode = self.mode_box.currentData()
        kept = tuple(part for part in parts if part is not None)
        return Criteria(mode, kept) if kept else EVERYBODY

    def show_criteria(self, criteria: Criteria) -> None:
        """Shows criteria; `changed` is not told."""
        for each in self.rows:
            each.hide()
            each.deleteLater()
        self.rows = []
        self.mode_box.setCurrentIndex(max(0, self.mode_box.findData(criteria.mode)))
        for part in criteria.parts:
            self._add(part)

    def add_condition(self, field: str, _checked: object = None) -> None:
        """Adds a condition on a field, with the values that are most often meant."""
        asked = FIELDS[field]
        op = _FIRST.get(field) or ("more_than" if "more_than" in asked.ops else asked.ops[0])
        self._add(Condition(field, op)).setFocus()
        self._tell()

    def add_inner(self, _checked: object = None) -> None:
        """Adds a combination of its own; where all must be met, one of which any is enough is what is meant."""
        mode: Mode = "any" if self.mode_box.currentData() == "all" else "all"
        made = self._add(Criteria(mode, ()))
        if isinstance(made, InnerRow):
            made.editor.add_condition("last_order_days")

    def _add(self, part: Condition | Criteria) -> PartRow:
        made: PartRow
        if isinstance(part, Condition) and FIELDS[part.field].kind is not FieldKind.IDS:
            made = ConditionRow(part, self._desk.currency, self._choices_of)
        elif isinstance(part, Criteria) and not self._is_inner:
            made = InnerRow(self._desk, part)
        else:
            made = KeptRow(part, self._desk.currency)
        made.changed.connect(self._tell)
        made.removed.connect(lambda: self._remove(made))
        self.rows.append(made)
        self._lines.addWidget(made)
        return made

    def _remove(self, made: PartRow) -> None:
        at = self.rows.index(made)
        self.rows.remove(made)
        self._lines.removeWidget(made)
        made.hide()
        made.deleteLater()
        left = self.rows[min(at, len(self.rows) - 1)].cross if self.rows else self.add_button
        left.setFocus()
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.criteria())

    def _choices_of(self, field: str, take: Callable[[Sequence[str]], None]) -> None:
        if field in self._choices:
            take(self._choices[field])
            return
        shop = self._desk.shop

        def keep(words: list[str]) -> None:
            self._choices[field] = words
            take(words)

        self._desk.read(lambda: groups.list_choices(shop, field), self, keep)

    def _modes(self) -> dict[str, str]:
        return {
            "all": self.tr("all of these conditions"),
            "any": self.tr("at least one of these conditions"),
            "not": self.tr("none of these conditions"),
        }


class InnerRow(PartRow):
    """A combination inside the combination, in a frame of its own."""

    def __init__(self, desk: Desk, part: Criteria) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.line.setContentsMargins(12, 10, 8, 10)
        self.editor = CriteriaEditor(desk, is_inner=True)
        self.editor.show_criteria(part)
        self.editor.changed.connect(lambda _criteria: self.changed.emit())
        self.line.addWidget(self.editor, 1)
        self.add_cross(self.editor.mode_box.currentText())
        self.editor.mode_box.currentTextChanged.connect(self.name_cross)
        self.line.setAlignment(self.cross, Qt.AlignmentFlag.AlignTop)

    def part(self) -> Criteria | None:
        """The combination; None while it is empty or lacks a value."""
        return self.editor.criteria() if self.editor.rows else None
