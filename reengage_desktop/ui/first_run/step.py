"""What the four pages have in common: a heading, words, fields, and the answers that Continue stores."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from reengage_desktop.ui.widgets.text import label, paragraph, set_role


class Step(QWidget):
    """One page. `moved_on` asks the dialog for the next one; `ended` closes it, its work being done elsewhere."""

    moved_on = Signal()
    ended = Signal()

    def __init__(self, heading: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.name = heading
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2, 0, 8, 0)
        self.column.setSpacing(12)
        self.column.addWidget(label(heading, "title"))
        self.column.addWidget(paragraph(sentence, "muted"))

    def enter(self) -> None:
        """The page comes to the front: gives the keyboard to its first field and reads what it shows."""

    def answers(self) -> Mapping[str, str]:
        """The settings that Continue stores, by key."""
        return {}

    def find_fault(self) -> str:
        """What keeps Continue from storing the answers, as a sentence; empty when nothing does."""
        return ""

    def finish_layout(self) -> None:
        """Puts the empty space below what the page has added."""
        self.column.addStretch(1)


def form() -> QFormLayout:
    """Fields with their names before them, above them where there is little room."""
    made = QFormLayout()
    made.setHorizontalSpacing(18)
    made.setVerticalSpacing(10)
    made.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return made


def add_row(to: QFormLayout, name: str, field: QWidget, hint: str = "") -> QLabel:
    """A field called `name`, whose letter after & leads to it; gives the line that holds the hint."""
    caption = QLabel(name)
    caption.setBuddy(field)
    caption.setContentsMargins(0, 5, 0, 0)
    field.setAccessibleName(name.replace("&", ""))
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    column.addWidget(field)
    words = paragraph(hint, "muted")
    if not hint:
        words.hide()
    column.addWidget(words)
    policy = box.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Maximum)
    box.setSizePolicy(policy)
    to.addRow(caption, box)
    return words


def say_hint(words: QLabel, text: str, role: str = "muted") -> None:
    """Changes the line under a field."""
    set_role(words, role)
    words.setText(text)
    words.setVisible(bool(text))
