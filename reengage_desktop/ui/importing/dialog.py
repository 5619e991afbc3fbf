"""The import as a dialog of four pages; the work is done in the background and can be cancelled."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from reengage_desktop.domain.answers import Remembered
from reengage_desktop.jobs.refusals import Interrupted
from reengage_desktop.jobs.tasks import imports
from reengage_desktop.jobs.tasks.imports import ColumnsUnknown, ImportReport, ImportRequest
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.importing.choices import read_countries
from reengage_desktop.ui.importing.columns_page import ColumnsPage
from reengage_desktop.ui.importing.ending_pages import DonePage, ProgressPage
from reengage_desktop.ui.importing.file_page import FilePage, FolderMemory
from reengage_desktop.ui.importing.foot import COLUMNS, DONE, FILES, PROGRESS, Foot
from reengage_desktop.ui.importing.in_front import InFront
from reengage_desktop.ui.importing.intake import Intake
from reengage_desktop.ui.importing.missing import once_more_sentence
from reengage_desktop.ui.importing.pasted import PastedFiles
from reengage_desktop.ui.importing.preview import FilePreview, mark_of
from reengage_desktop.ui.importing.running import Checks, Runner
from reengage_desktop.ui.importing.saving import save_problems, save_rejects
from reengage_desktop.ui.importing.sentences import fault_words
from reengage_desktop.ui.tab_order import move_focus
from reengage_desktop.ui.widgets.fitting import fit_over
from reengage_desktop.ui.widgets.pages import PageAt, Pages
from reengage_desktop.ui.widgets.text import label, paragraph

if TYPE_CHECKING:
    from reengage_desktop.jobs.lanes import CancelToken

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ImportDialog(QDialog):
    """File → columns and check → progress → done."""

    files = PageAt[FilePage](FILES)
    columns = PageAt[ColumnsPage](COLUMNS)
    progress = PageAt[ProgressPage](PROGRESS)
    done_page = PageAt[DonePage](DONE)

    def __init__(self, desk: Desk, parent: QWidget | None = None, pasted: PastedFiles | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._runner = desk, Runner(desk, self)
        self._preview: FilePreview | None = None
        self.report: ImportReport | None = None
        self._token: CancelToken | None = None
        self._checks = Checks(desk, self._runner, self._show_checked_rows, self._checked, self._not_checked)
        self._mapping: dict[str, str] = {}
        self._lays_out, self._is_known, self._close_after = True, False, False
        self._base: dict[str, str] = {}
        self._remembered: Remembered | None = None
        self.intake = Intake(desk, self, pasted or PastedFiles(), self._opened)
        self.finished.connect(lambda _how: self.intake.pasted.remove())
        self.setWindowTitle(self.tr("Import a file"))
        fit_over(self, 940, 640)
        self.setMinimumSize(720, 520)
        self._build()

    def take_file(self, path: str) -> None:
        """Opens a file and looks at it."""
        self.intake.take_file(path)

    def take_files(self, paths: list[str]) -> None:
        """Takes files, and the tables of folders, one after the other; each is looked at before anything is written."""
        self.intake.take_files(paths)

    def paste(self) -> None:
        """Takes what was copied."""
        self.intake.take(QGuiApplication.clipboard().mimeData())

    def path(self) -> Path | None:
        """The file that is looked at or was imported."""
        return None if self._preview is None else self._preview.path

    def import_now(self) -> None:
        """Brings the file in as it was checked; one that has changed since is looked at again instead."""
        if self._preview is None or self.report is None:
            return
        if lacking := self.columns.consent_card.ask_rest():
            self.columns.summary.setText(lacking)
            return
        if mark_of(self._preview.path) != self._checks.mark:
            self.columns.tell_changed()
            self._open_anew(self._mapping)
            return
        self._close_after = False
        self.pages.setCurrentWidget(self.progress)
        self.progress.begin()
        self._fit_buttons()
        request = replace(self._request(), is_dry_run=False)
        self._token = self._desk.shop.lanes.token()
        self._runner.start(request, self._token, self.progress.show_progress, self._imported, self._not_imported)

    def undo(self) -> None:
        """Takes the import back that was just done."""
        if self.report is None or self.report.import_id is None:
            return
        task = partial(imports.undo_import, self._desk.shop, self.report.import_id)
        self.done_page.undo_button.setEnabled(False)
        self._desk.take_long(task, self, self.done_page.show_undone, self._not_undone)

    def reject(self) -> None:
        """Closes; while an import runs it is cancelled first."""
        if self._token is not None:
            self._close_after = True
            self._token.cancel()
            self.progress.show_cancelled()
            self._fit_buttons()
            return
        self._checks.drop()
        self.intake.opening.drop()
        if self.intake.turns.left:
            self._desk.say(self.tr("%Ln files of those you chose were not looked at.", "", self.intake.turns.left))
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V pastes a table where a file is asked for; Enter in a line of words only ends what is typed there."""
        if event.matches(QKeySequence.StandardKey.Paste) and self.pages.currentWidget() is self.files:
            self.paste()
        elif event.key() == Qt.Key.Key_Escape and self.foot.has_just_changed():
            return
        elif not (event.key() in _ENTER and isinstance(self.focusWidget(), QLineEdit)):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Tab goes through the dialog as it is read: the columns' lists are made last and lie before the buttons."""
        return move_focus(self, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross does what Cancel does."""
        if self._token is not None:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 16)
        layout.setSpacing(8)
        self.heading = label(self.tr("Import a file"), "title")
        self.steps = paragraph("", "muted", rich=True)
        layout.addWidget(self.heading)
        layout.addWidget(self.steps)
        self.pages = Pages((self._make_files, self._make_columns, lambda _: ProgressPage(), self._make_done), self)
        layout.addWidget(self.pages, 1)
        foot = self.foot = Foot(self._back, self.reject, self.import_now)
        self.back_button, self.cancel_button, self.import_button = foot.back, foot.cancel, foot.bring_in
        layout.addWidget(foot)
        self.notices = InFront(self._desk, self)
        self._fit_buttons()

    def _make_files(self, _parent: QWidget) -> FilePage:
        made = FilePage(FolderMemory(self._desk.shop.paths.folder / "window.ini"))
        made.next_asked.connect(self._take_next)
        made.paste_asked.connect(self.paste)
        return self.intake.lie_on(made)

    def _make_columns(self, parent: QWidget) -> ColumnsPage:
        made = ColumnsPage(self._desk, parent)
        made.changed.connect(self._owner_changed)
        made.kind_changed.connect(self._took_kind)
        made.letters_changed.connect(self._take_letters)
        made.sheet_changed.connect(self._take_sheet)
        made.forget_asked.connect(self._forget)
        made.save_asked.connect(self._save_problems)
        self._desk.read(read_countries, self, made.choices.fill_countries)
        return made

    def _make_done(self, _parent: QWidget) -> DonePage:
        made = DonePage(self._desk.zone)
        made.undo_asked.connect(self.undo)
        made.another_asked.connect(self._take_next)
        made.save_asked.connect(self._save_rejects)
        return made

    def _not_undone(self, fault: BaseException) -> None:
        self.done_page.undo_button.setEnabled(True)
        self.notices.fail(fault)

    def _opened(self, preview: FilePreview) -> None:
        self._know(preview)
        self.heading.setText(self.intake.turns.heading(preview.path.name))
        self._base, self._is_known, self._remembered = {}, False, None
        self.columns.begin()
        self.pages.setCurrentWidget(self.columns)
        self._begin_columns({})

    def _know(self, preview: FilePreview) -> None:
        self._preview = preview
        self.columns.choices.show_sheets(preview.sheets, preview.sheet)

    def _take_next(self) -> None:
        """The next of several files, or the first page."""
        self._back()
        self.intake.take_next()

    def _took_kind(self) -> None:
        """What was known of it as something else does not count."""
        self._remembered = None
        self._begin_columns({})

    def _begin_columns(self, known: Mapping[str, str]) -> None:
        """Lays the columns out; `known`: what was said about them already."""
        self._mapping, self._base, self._lays_out = dict(known), dict(known), True
        self._check()

    def _owner_changed(self) -> None:
        if not self._lays_out:
            self._mapping = {**self._base, **self.columns.table.changes()}
        self._check()

    def _open_anew(self, known: Mapping[str, str], header: Sequence[str] = ()) -> None:
        """Reads the file once more as the owner says; other letters or another separator may make other columns.

        `known`: what was said about them, as long as these are still the columns (`header`; none: whatever they are).
        """
        if self._preview is None:
            return
        self._wait()
        self.intake.opening.start(
            self._preview.path,
            lambda preview: self._opened_anew(preview, known, header),
            lambda fault: self.columns.show_fault(self._words(fault)),
            self.columns.choices.answers({}),
            self._preview.sheet,
        )

    def _take_letters(self) -> None:
        if self._preview is not None:
            self._open_anew(self._mapping, self._preview.header)

    def _take_sheet(self) -> None:
        """Another sheet is another table: nothing that was said of this one counts for it."""
        if self._preview is not None:
            self._wait()
            wanted = self.columns.choices.sheet.currentText()
            self.intake.opening.start(self._preview.path, self._opened, self._keep_sheet, sheet=wanted)

    def _keep_sheet(self, fault: BaseException) -> None:
        self.notices.say(self._words(fault))
        if self._preview is not None:
            self._know(self._preview)
            self._check()

    def _wait(self) -> None:
        """Nothing can be brought in before the file was read anew."""
        self._checks.drop()
        self.report = None
        self._fit_buttons()
        self.columns.show_checking()

    def _opened_anew(self, preview: FilePreview, known: Mapping[str, str], header: Sequence[str]) -> None:
        self._know(preview)
        if header and preview.header != header:
            known, self._remembered = {}, None
        self._is_known = True
        self._begin_columns(known)

    def _forget(self) -> None:
        """The answers of an earlier file do not count, for this one and for those to come."""
        if self._remembered is not None:
            shop, remembered = self._desk.shop, self._remembered
            self._desk.act(lambda: imports.forget_answers(shop, remembered), self, lambda _: None)
        self._remembered = None
        self.columns.begin()
        self._open_anew({})

    def _take_over(self, remembered: Remembered) -> None:
        """Shows the answers of an earlier file as if the owner had given them now."""
        self._is_known, self._remembered = True, remembered
        self._base = self._mapping = dict(remembered.answers.columns)
        self.columns.show_answers(remembered.answers)

    def _save_problems(self) -> None:
        if self._preview is not None:
            save_problems(self._desk, self, self._request(), self._folder(self._preview.path), self.notices)

    def _save_rejects(self, rejects_file: str) -> None:
        if self._preview is not None:
            path = self._preview.path
            save_rejects(self._desk, self, rejects_file, self._folder(path) / path.name, self.notices)

    def _folder(self, path: Path) -> Path:
        return Path(self.files.folder.start()) if self.intake.pasted.holds(path) else path.parent

    def _check(self) -> None:
        if self._preview is not None:
            self._wait()
            self._checks.ask(self._request())

    def _request(self) -> ImportRequest:
        if self._preview is None:
            raise ValueError("no file was chosen")
        consent, path = self.columns.consent(), self._preview.path
        is_laid_out = self._mapping or self._remembered is not None
        kind = self.columns.kind() or (self.columns.table.kind if is_laid_out else None)
        words = self.columns.wording.text().strip() if consent else None
        sheet = self._preview.sheet
        request = ImportRequest(path, is_fresh=self._is_known, sheet=sheet, consent=consent, wording=words)
        return request.answered(self.columns.answers(self._mapping), kind)

    def _show_checked_rows(self, done: int, _total: int | None) -> None:
        if self.report is None and self.pages.currentIndex() == COLUMNS:
            self.columns.show_progress(done)

    def _checked(self, report: ImportReport) -> None:
        remembered = report.remembered
        if remembered is not None:
            self._take_over(remembered)
        elif self._remembered is not None:
            report = replace(report, remembered=self._remembered)
        self.report, self._base = report, dict(self._mapping)
        if self._preview is not None:
            self.columns.show_report(self._preview, report, anew=self._lays_out)
        self._lays_out = False
        self._fit_buttons()
        if remembered is not None and (remembered.answers.encoding or remembered.answers.delimiter):
            self._open_anew(remembered.answers.columns)

    def _not_checked(self, fault: BaseException) -> None:
        if isinstance(fault, ColumnsUnknown) and self._preview is not None:
            self._ask_for_columns(self._preview, fault)
        else:
            self.columns.show_fault(self._words(fault))
        self._fit_buttons()

    def _ask_for_columns(self, preview: FilePreview, fault: ColumnsUnknown) -> None:
        if self.columns.kind() is None:
            self.columns.propose(fault.kind)
            self._check()
            return
        self.columns.show_unknown(preview, fault, anew=self._lays_out)
        self._lays_out = False
        if not (fault.missing or self._mapping or self.columns.is_proposed):
            # The owner says what it is and nothing is missing: what was only guessed is taken at that word.
            self._owner_changed()

    def _imported(self, report: ImportReport) -> None:
        self._token = None
        once_more = "" if self.report is None or not self.report.for_customers else once_more_sentence(self.report)
        self.report = report
        self.done_page.show_report(report, once_more)
        self.done_page.undo_button.setEnabled(True)
        self.done_page.show_waiting(self.intake.turns.left)
        self.pages.setCurrentWidget(self.done_page)
        self._fit_buttons()
        # Never on the button that takes it all back, where Qt would leave it: Enter goes on here.
        (self.done_page.another_button if self.intake.turns.left else self.cancel_button).setFocus()

    def _not_imported(self, fault: BaseException) -> None:
        cancelled = self._token is not None and self._token()
        self._token = None
        if self._close_after:
            self._desk.say(self.tr("The import was cancelled. Nothing was changed."))
            super().reject()
            return
        self.pages.setCurrentWidget(self.columns)
        self._fit_buttons()
        stopped = cancelled or isinstance(fault, Interrupted)
        self.columns.show_fault(self.tr("Cancelled. Nothing was changed.") if stopped else self._words(fault))

    def _words(self, fault: BaseException) -> str:
        return fault_words(fault, self._desk.zone)

    def _back(self) -> None:
        self._checks.drop()
        self.intake.begin_anew()
        self.report = None
        self.heading.setText(self.tr("Import a file"))
        self.pages.setCurrentWidget(self.files)
        self._fit_buttons()
        self.files.choose_button.setFocus()

    def _fit_buttons(self) -> None:
        at = self.pages.currentIndex()
        names = (self.tr("1 File"), self.tr("2 Columns and check"), self.tr("3 Import"), self.tr("4 Done"))
        self.steps.setText(" › ".join(f"<b>{name}</b>" if each == at else name for each, name in enumerate(names)))
        self.foot.show_page(at, can_cancel=self._token is None or not self._token())
        wanted = self.import_button if at == COLUMNS else self.files.choose_button
        (self.cancel_button if at == DONE else wanted).setDefault(at != PROGRESS)
        is_possible = self.report is not None and self.report.is_worth_writing(self.columns.consent())
        self.foot.show_deed(self.report, is_possible=is_possible)
