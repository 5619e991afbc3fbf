"""Asking for a tag: one that is used already, or a new word."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from reengage_desktop.jobs.tasks import groups
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.inputs import ComboBox
from reengage_desktop.ui.widgets.text import paragraph


class TagDialog(QDialog):
    """`named` carries the word."""

    named = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Add a tag"))
        self.setMinimumWidth(360)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(paragraph(self.tr("Which tag? Choose one or write a new one.")))
        self.word = ComboBox()
        self.word.setEditable(True)
        self.word.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.word.setAccessibleName(self.tr("Tag"))
        field = QLineEdit()
        field.setAccessibleName(self.tr("Tag"))
        self.word.setLineEdit(field)
        completer = QCompleter(self.word.model(), self.word)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.word.setCompleter(completer)
        layout.addWidget(self.word)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.add_button = box.addButton(self.tr("Add tag"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.add_button.setProperty("kind", "primary")
        self.add_button.setEnabled(False)
        self.word.editTextChanged.connect(lambda text: self.add_button.setEnabled(bool(text.strip())))
        box.accepted.connect(self._name)
        box.rejected.connect(self.reject)
        layout.addWidget(box)
        self.word.setFocus()
        desk.read(lambda: groups.list_choices(desk.shop, "tag"), self, self._offer)

    def _offer(self, words: list[str]) -> None:
        typed = self.word.currentText()
        self.word.addItems(words)
        self.word.setCurrentIndex(-1)
        self.word.setEditText(typed)

    def _name(self) -> None:
        self.named.emit(self.word.currentText().strip())
        self.accept()
