"""Taking an import back: says first what goes, what is put back and what stays, because it can't be undone itself."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from reengage_desktop.domain.listings import ImportRow
from reengage_desktop.ui import wording
from reengage_desktop.ui.widgets.text import paragraph

_WIDTH = 480


class TakeBackDialog(QDialog):
    """`on_yes` is called when the owner has read it and wants it; the button names the act."""

    def __init__(self, found: ImportRow, on_yes: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Undo import"))
        self.setMinimumWidth(_WIDTH)
        self.sentences = self._consequences(found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(
            paragraph(self.tr("Take back the import of “{file}”?").replace("{file}", found.file_name), "heading")
        )
        for sentence in self.sentences:
            layout.addWidget(paragraph(sentence))
        layout.addStretch(1)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.undo_button = box.addButton(self.tr("Undo import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.undo_button.setProperty("kind", "primary")
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self.accepted.connect(on_yes)
        layout.addWidget(box)

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its words need, in the size that the text has."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            self.resize(_WIDTH, layout.totalHeightForWidth(_WIDTH))

    def _consequences(self, found: ImportRow) -> list[str]:
        kind = wording.import_kind_noun(found.kind)
        goes = self.tr("%Ln entries ({kind}) that came with this file go again.", "", found.created)
        back = self.tr("%Ln entries that this file changed become what they were before.", "", found.updated)
        lines = [
            text.replace("{kind}", kind) for text, count in ((goes, found.created), (back, found.updated)) if count
        ]
        if not lines:
            lines = [self.tr("The file had changed nothing, so nothing goes.")]
        return [
            *lines,
            self.tr(
                "What came later stays: other files, what you changed yourself, messages that went out, and every no."
            ),
            self.tr("To have it back, import the file once more."),
        ]
