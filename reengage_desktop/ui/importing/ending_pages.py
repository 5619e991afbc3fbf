"""The last two pages: how far it is, and what was done."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QElapsedTimer, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.jobs.tasks.imports import ImportReport, UndoReport
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.icons import icon
from reengage_desktop.ui.importing.date_question import is_about_dates
from reengage_desktop.ui.importing.sentences import sentence_words
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button, rename
from reengage_desktop.ui.widgets.text import column, label, paragraph, row


class ProgressPage(QWidget):
    """A bar and the number of rows; Cancel leaves nothing behind."""

    def __init__(self) -> None:
        super().__init__()
        self._clock = QElapsedTimer()
        self._is_cancelled = False
        self.heading = label("", "heading")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the import"))
        self.count = label("", "muted")
        self.words = paragraph("", "muted")
        self.setLayout(column([None, self.heading, self.bar, self.count, self.words, None], spacing=12))

    def begin(self) -> None:
        """Starts anew."""
        self._clock.start()
        self._is_cancelled = False
        self._say(self.tr("Importing…"), self.tr("Cancel takes everything back that was written so far."))

    def show_cancelled(self) -> None:
        """Says that Cancel was heard; taking back what was written may last a while."""
        self._is_cancelled = True
        self._say(self.tr("Cancelling…"), self.tr("What was written so far is being taken back."))

    def show_progress(self, done: int, total: int | None) -> None:
        """Shows how many rows are read (`total` is None), then how many of the entries made of them are written."""
        if self._is_cancelled:
            return
        if total:
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            text = self.tr("{done} of {all} entries are written").replace("{done}", formats.number(done))
            self.count.setText(text.replace("{all}", formats.number(total)))
            return
        rows = self.tr("%Ln rows", "", done)
        speed = done / max(0.001, self._clock.elapsed() / 1000)
        rate = self.tr("{rows} rows a second").replace("{rows}", formats.number(speed))
        self.count.setText(f"{rows} · {rate}")

    def _say(self, heading: str, words: str) -> None:
        self.heading.setText(heading)
        self.words.setText(words)
        self.count.setText("")
        self.bar.setRange(0, 0)


class DonePage(QWidget):
    """What was done, the rows that were not taken, and the way back."""

    undo_asked = Signal()
    another_asked = Signal()
    save_asked = Signal(str)

    def __init__(self, zone: ZoneInfo, open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl) -> None:
        super().__init__()
        self._zone, self._open_url = zone, open_url
        picture = QLabel()
        picture.setPixmap(icon("circle-check", Tone.OK).pixmap(40, 40))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.heading = label("", "heading")
        self.heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.counts = paragraph("")
        self.counts.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.notes = paragraph("", "muted")
        self.notes.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self._rejects = ""
        self.rejects_button = button(
            self.tr("Show the &rows not taken"), self._open_rejects, picture="file-spreadsheet"
        )
        self.save_button = button(self.tr("&Save list of skipped rows…"), lambda: self.save_asked.emit(self._rejects))
        self.undo_button = button(self.tr("&Undo this import"), self.undo_asked.emit, picture="undo-2")
        self.another_button = button(self.tr("Import &another file"), self.another_asked.emit, picture="upload")
        lists = row([None, self.rejects_button, self.save_button, None])
        ways = row([None, self.undo_button, self.another_button, None])
        box = QVBoxLayout(self)
        box.addLayout(column([None, picture, self.heading, self.counts, self.notes, lists, ways, None], spacing=12))

    def show_waiting(self, count: int) -> None:
        """Says that further files wait, where several were chosen."""
        text = self.tr("&Next file (%Ln left)", "", count) if count else self.tr("Import &another file")
        rename(self.another_button, text)

    def show_undone(self, report: UndoReport) -> None:
        """Says that the import was taken back, and what of it stays because something was built on it."""
        self.heading.setText(self.tr("The import was taken back"))
        gone = self.tr("%Ln removed", "", report.removed)
        back = self.tr("%Ln as before", "", report.restored)
        self.counts.setText(f"{gone} · {back}")
        self.notes.setText("\n".join(sentence_words(note, self._zone) for note in report.notes))
        self.undo_button.hide()

    def show_report(self, report: ImportReport, once_more: str = "") -> None:
        """Shows what was done; `once_more`: what the same file could still give."""
        kind = wording.import_kind_name(report.kind)
        self.heading.setText(self.tr("Imported: {kind}").replace("{kind}", kind))
        parts = [
            self.tr("%Ln new", "", report.created),
            self.tr("%Ln updated", "", report.updated),
            self.tr("%Ln unchanged", "", report.unchanged),
            self.tr("%Ln not taken", "", report.rejected),
        ]
        self.counts.setText(" · ".join(parts))
        notes = [once_more] if once_more else []
        notes += [sentence_words(note, self._zone) for note in report.notes if not is_about_dates(note)]
        if report.kind is ImportKind.CUSTOMERS:
            notes.append(self.tr("Next, import their orders, so that you see who stopped buying."))
        self.notes.setText("\n".join(notes[:5]))
        self._rejects = "" if report.rejects_file is None else str(report.rejects_file)
        for made in (self.rejects_button, self.save_button):
            made.setVisible(bool(self._rejects) and report.rejected > 0)
        self.undo_button.setVisible(report.import_id is not None)

    def _open_rejects(self) -> None:
        # Where no program shows tables the list can still be taken to one that does.
        if not self._open_url(QUrl.fromLocalFile(self._rejects)):
            self.save_asked.emit(self._rejects)
