"""The files that came in, each with its counts and the way back."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from reengage_desktop.domain.listings import ImportRow
from reengage_desktop.jobs.tasks import imports as import_tasks
from reengage_desktop.store import activity
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.activity.facts import Fact, FactsDialog
from reengage_desktop.ui.activity.taking_back import TakeBackDialog
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.importing.file_page import FolderMemory
from reengage_desktop.ui.importing.saving import save_rejects
from reengage_desktop.ui.importing.sentences import sentence_words
from reengage_desktop.ui.tables import Cell, Column, PagedModel, PagedTable
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.empty_state import EmptyState
from reengage_desktop.ui.widgets.text import label, row
from reengage_desktop.ui.wording import translate


class ImportsView(QStackedWidget):
    """Every file, newest first; the selected one can be looked into and taken back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.model: PagedModel[ImportRow] = PagedModel(self._columns(), self._fetch, self)
        self.table = PagedTable(self.model, self.tr("Imports"))
        self.table.opened.connect(lambda _id: self._open())
        self.details = button(self.tr("Details"), self._open, picture="info")
        self.rejects = button(self.tr("Rows not taken"), self._open_rejects, picture="file-spreadsheet")
        self.save = button(self.tr("Save list…"), self._save_rejects, picture="save")
        self.undo = button(self.tr("Undo import…"), self._ask, picture="undo-2")
        self._name = label("", "muted")
        self._bar = QWidget()
        bar = row([self._name, self.details, self.rejects, self.save, self.undo, None])
        self._bar.setLayout(bar)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self._bar)
        begin: QPushButton = button(
            self.tr("Import…"), lambda: desk.import_asked.emit(""), picture="upload", kind="primary"
        )
        sentence = self.tr("Bring in the customers and orders from your shop system.")
        self.addWidget(full)
        self.addWidget(EmptyState("upload", self.tr("No file imported yet"), sentence, [begin]))
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._follow())
        self.model.dataChanged.connect(lambda _first, _last: self._follow())
        self._follow()

    def load(self) -> None:
        """Reads the imports."""
        shop = self._desk.shop
        self._desk.read(lambda: activity.list_import_ids(shop.db), self, self._show)

    def facts(self, each: ImportRow) -> list[Fact]:
        """Everything about an import."""
        took = ""
        if each.finished_at is not None and each.finished_at > each.started_at:
            took = formats.duration(each.finished_at - each.started_at)
        counts = (
            (self.tr("New"), each.created),
            (self.tr("Changed"), each.updated),
            (self.tr("As they were"), each.unchanged),
            (self.tr("Not taken"), each.rejected),
        )
        return [
            (self.tr("Holds"), wording.import_kind_name(each.kind)),
            (self.tr("Imported"), self._desk.exact(each.started_at)),
            (self.tr("Took"), took),
            (self.tr("State"), self._state(each).text),
            (self.tr("Brought in by"), self._origin(each)),
            (self.tr("Rows"), _rows(each)),
            *((name, formats.number(count)) for name, count in counts),
            *((self.tr("Notes") if not place else " ", note) for place, note in enumerate(self._notes(each))),
        ]

    def _columns(self) -> list[Column[ImportRow]]:
        def number(key: str, heading: str, gives_way: int = 0) -> Column[ImportRow]:
            return Column(
                key,
                heading,
                lambda each: Cell(formats.number(getattr(each, key))),
                width=9,
                right=True,
                gives_way=gives_way,
            )

        return [
            Column("at", translate("Imports", "When"), self._at, width=17),
            Column("file", translate("Imports", "File"), self._file, width=24, stretches=True),
            Column("kind", translate("Imports", "Holds"), self._kind, width=17, gives_way=1),
            Column("row_count", translate("Imports", "Rows"), _row_cell, width=9, right=True, gives_way=3),
            number("created", translate("Imports", "New")),
            number("updated", translate("Imports", "Changed"), 2),
            number("unchanged", translate("Imports", "Same"), 4),
            number("rejected", translate("Imports", "Not taken")),
            Column("state", translate("Imports", "State"), self._state, width=20),
        ]

    def _at(self, each: ImportRow) -> Cell:
        return Cell(self._desk.when(each.started_at), tip=self._desk.exact(each.started_at))

    def _file(self, each: ImportRow) -> Cell:
        return Cell(each.file_name, tip=" ".join(self._notes(each)))

    def _origin(self, each: ImportRow) -> str:
        return self.tr("the watched folder") if each.origin == "folder" else self.tr("you")

    def _notes(self, each: ImportRow) -> list[str]:
        return [sentence_words(note, self._desk.zone) for note in each.notes]

    def _kind(self, each: ImportRow) -> Cell:
        return Cell(wording.import_kind_name(each.kind))

    def _state(self, each: ImportRow) -> Cell:
        words = {
            "done": (translate("Imports", "Done"), Tone.OK),
            "undone": (translate("Imports", "Taken back"), Tone.NEUTRAL),
            "writing": (translate("Imports", "Running"), Tone.ACCENT),
        }
        word, tone = words.get(each.state, (each.state, Tone.NEUTRAL))
        return Cell(word, chip=tone)

    def _show(self, ids: list[int]) -> None:
        chosen = self.table.selected_ids()
        self.model.show_ids(ids)
        if len(chosen) == 1:
            self.table.select_id(chosen[0])
        self.setCurrentIndex(0 if ids else 1)
        self._follow()

    def _fetch(self, ids: Sequence[int], answer: Callable[[Mapping[int, ImportRow]], None]) -> None:
        shop, wanted = self._desk.shop, list(ids)
        self._desk.read(lambda: activity.list_imports(shop.db, wanted), self, answer)

    def chosen(self) -> ImportRow | None:
        """The one selected import."""
        ids = self.table.selected_ids()
        at = self.model.row_of(ids[0]) if len(ids) == 1 else None
        return None if at is None else self.model.record_at(at)

    def _follow(self) -> None:
        each = self.chosen()
        self._bar.setVisible(each is not None)
        if each is not None:
            self._name.setText(each.file_name)
            for made in (self.rejects, self.save):
                made.setVisible(bool(each.rejects_file) and each.rejected > 0)
            self.undo.setVisible(each.state == "done")

    def _open(self) -> None:
        each = self.chosen()
        if each is not None:
            FactsDialog(each.file_name, self.facts(each), self.window()).open()

    def _open_rejects(self) -> None:
        each = self.chosen()
        if each is not None and each.rejects_file:
            QDesktopServices.openUrl(QUrl.fromLocalFile(each.rejects_file))

    def _ask(self) -> None:
        each = self.chosen()
        if each is not None:
            TakeBackDialog(each, lambda: self._undo(each), self.window()).open()

    def _save_rejects(self) -> None:
        each = self.chosen()
        if each is not None and each.rejects_file:
            wanted = Path(FolderMemory(self._desk.shop.paths.folder / "window.ini").start()) / each.file_name
            save_rejects(self._desk, self, each.rejects_file, wanted)

    def _undo(self, each: ImportRow) -> None:
        shop, import_id = self._desk.shop, each.id
        sentence = self.tr("The import of “{file}” was taken back.").replace("{file}", each.file_name)

        def undone(report: import_tasks.UndoReport) -> None:
            notes = [sentence_words(note, self._desk.zone) for note in report.notes]
            self._desk.say(" ".join([sentence, *notes]))

        self._desk.take_long(lambda: import_tasks.undo_import(shop, import_id), self, undone)


def _row_cell(each: ImportRow) -> Cell:
    return Cell(formats.number(each.row_count), tip=_rows(each))


def _rows(each: ImportRow) -> str:
    """The rows, and how many records they make where these are several and not the same number: “50 · 20 orders”."""
    rows, records = formats.number(each.row_count), each.created + each.updated + each.unchanged
    if records == 1 or records + each.rejected == each.row_count:
        return rows
    return f"{rows} · {formats.number(records)} {wording.import_kind_noun(each.kind)}"
