"""The files that came in, each with its counts and the way back."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reengage_desktop.domain.listings import ImportRow
from reengage_desktop.jobs.tasks import imports as import_tasks
from reengage_desktop.store import listings
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.empty_state import EmptyState
from reengage_desktop.ui.widgets.text import clear, label, paragraph


class ImportsView(QScrollArea):
    """One card per file, newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Imports"))
        inner = QWidget()
        inner.setProperty("role", "page")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.setWidget(inner)

    def load(self) -> None:
        """Reads the imports."""
        shop = self._desk.shop
        self._desk.read(lambda: listings.imports(shop.db), self, self._show)

    def _show(self, found: list[ImportRow]) -> None:
        clear(self._column)
        for each in found:
            self._column.addWidget(self._card(each))
        if not found:
            action = button(
                self.tr("Import…"), lambda: self._desk.import_asked.emit(""), picture="upload", kind="primary"
            )
            sentence = self.tr("Bring in the customers and orders from your shop system.")
            self._column.addWidget(EmptyState("upload", self.tr("No file imported yet"), sentence, [action]))
        else:
            self._column.addStretch(1)

    def _card(self, each: ImportRow) -> Card:
        card = Card()
        line = QHBoxLayout()
        line.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(3)
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(label(each.file_name, "heading"))
        title.addWidget(Chip(wording.import_kind_name(each.kind)))
        if each.state == "undone":
            title.addWidget(Chip(self.tr("Taken back"), Tone.WARN))
        elif each.state == "writing":
            title.addWidget(Chip(self.tr("Running"), Tone.ACCENT))
        title.addStretch(1)
        words.addLayout(title)
        words.addWidget(paragraph(self._counts(each), "muted"))
        for note in each.notes[:3]:
            words.addWidget(paragraph(note, "muted"))
        line.addLayout(words, 1)
        if each.rejects_file and each.rejected:
            path = each.rejects_file
            line.addWidget(button(self.tr("Rows not taken"), lambda: _open_file(path)), 0, Qt.AlignmentFlag.AlignTop)
        if each.state == "done":
            undo = button(self.tr("Undo import"), lambda: self._undo(each), picture="undo-2")
            undo.setAccessibleName(f"{self.tr('Undo import')} {each.file_name}")
            line.addWidget(undo, 0, Qt.AlignmentFlag.AlignTop)
        card.add(line)
        return card

    def _counts(self, each: ImportRow) -> str:
        parts = [
            self._desk.when(each.started_at),
            self.tr("%Ln rows", "", each.row_count),
            self.tr("%Ln new", "", each.created),
            self.tr("%Ln updated", "", each.updated),
            self.tr("%Ln unchanged", "", each.unchanged),
        ]
        if each.rejected:
            parts.append(self.tr("%Ln not taken", "", each.rejected))
        if each.finished_at is not None and each.finished_at > each.started_at:
            parts.append(formats.duration(each.finished_at - each.started_at))
        return " · ".join(parts)

    def _undo(self, each: ImportRow) -> None:
        shop = self._desk.shop
        sentence = self.tr("The import of “{file}” was taken back.").replace("{file}", each.file_name)
        self._desk.take_long(
            lambda: import_tasks.undo_import(shop, each.id),
            self,
            lambda _: self._desk.say(sentence),
        )


def _open_file(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
