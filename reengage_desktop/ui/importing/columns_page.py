"""The second page: how the file is read, what the import would do, and what is wrong in it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reengage_desktop.domain.answers import Answers, Remembered
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.jobs.tasks.imports import ColumnsUnknown, ImportReport
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.importing.choices import Choices
from reengage_desktop.ui.importing.columns_table import ColumnsTable
from reengage_desktop.ui.importing.consent_answers import ConsentAnswers, is_answered_here
from reengage_desktop.ui.importing.consent_card import ConsentCard
from reengage_desktop.ui.importing.date_question import date_bar, is_about_dates
from reengage_desktop.ui.importing.missing import missing_sentence, once_more_sentence
from reengage_desktop.ui.importing.preview import FilePreview
from reengage_desktop.ui.importing.problems_view import ProblemsView
from reengage_desktop.ui.importing.rows_table import RowsTable
from reengage_desktop.ui.importing.sentences import export_words, sentence_words
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.info_bar import InfoBar
from reengage_desktop.ui.widgets.picture import Picture
from reengage_desktop.ui.widgets.text import clear, column, label, paragraph

_TOLD_ABOVE = frozenset({"as_last_time", "same_file"})
"""What stands in a bar of its own over the columns."""


def _is_told_above(note: Sentence) -> bool:
    return note.kind in _TOLD_ABOVE or is_answered_here(note) or is_about_dates(note)


class ColumnsPage(QWidget):
    """`changed` says that the owner changed something and the file has to be checked anew.

    `kind_changed`: the owner took the file for something else, and nothing that was chosen before counts; the same goes
    for `letters_changed` and `sheet_changed`, after which the file has to be opened anew. `forget_asked`: the answers
    of an earlier file are not to count. `save_asked`: the list of rows that would not be taken.
    """

    changed = Signal()
    kind_changed = Signal()
    letters_changed = Signal()
    sheet_changed = Signal()
    forget_asked = Signal()
    save_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        # Made where it will stay, and all it holds: Qt tells every widget inside when one comes to lie elsewhere.
        super().__init__(parent)
        self._desk = desk
        self.is_proposed = self._has_changed = False
        area = QScrollArea(self)
        content = QWidget(area.viewport())
        content.setProperty("role", "page")
        outer = QVBoxLayout(content)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(area, 1)
        self.facts = paragraph("", "muted")
        outer.addWidget(self.facts)
        self.choices = Choices(content)
        self.choices.changed.connect(self.changed)
        self.choices.kind_changed.connect(self._took_kind)
        self.choices.letters_changed.connect(self.letters_changed)
        self.choices.sheet_changed.connect(self.sheet_changed)
        self.kinds, self.dates = self.choices.kinds, self.choices.dates
        outer.addWidget(self.choices)
        self.consent_answers = ConsentAnswers()
        self.consent_answers.changed.connect(self.changed)
        self._known = QVBoxLayout()
        self._known.setSpacing(6)
        outer.addLayout(self._known)
        outer.addWidget(self.consent_answers)
        self._build_views(outer, content)
        self._build_notes(outer)
        self.consent_card = ConsentCard()
        self.consent_card.changed.connect(self.changed)
        self.agreed, self.wording, self.consent = (
            self.consent_card.agreed,
            self.consent_card.wording,
            self.consent_card.consent,
        )
        outer.addWidget(self.consent_card)
        self._build_summary(whole)

    def begin(self) -> None:
        """Takes a new file: whatever was said about the last one does not count for it."""
        self.choices.begin()
        self.consent_answers.begin()
        self.consent_card.begin()
        self.is_proposed = self._has_changed = False
        self.views.setCurrentIndex(0)
        self.table.setRowCount(0)
        self.facts.clear()
        self._show_views(shown=True)
        self._show_nothing()
        clear(self._known)

    def propose(self, kind: ImportKind) -> None:
        """Takes a file that nobody recognised for this kind until the owner says what it holds."""
        self.kinds.setCurrentIndex(self.kinds.findData(str(kind)))
        self.is_proposed = True

    def answers(self, columns: dict[str, str]) -> Answers:
        """What the owner says about how to read the file; `columns`: beside what was recognised of them."""
        return replace(self.choices.answers(columns), consent_words=self.consent_answers.answers())

    def show_answers(self, answers: Answers) -> None:
        """Shows what is known from an earlier file."""
        self.choices.show_answers(answers)
        self.consent_answers.begin(answers)

    def kind(self) -> ImportKind | None:
        """What the owner says the file holds; None: what was recognised."""
        return self.choices.kind()

    def tell_changed(self) -> None:
        """Says from the next check on that the file is no longer the one that was looked at."""
        self._has_changed = True

    def show_checking(self) -> None:
        """Says that the file is being checked."""
        self.summary.setText(self.tr("Checking the file…"))

    def show_progress(self, rows: int) -> None:
        """Says how many rows are checked."""
        self.summary.setText(self.tr("Checking the file… %Ln rows", "", rows))

    def show_report(self, preview: FilePreview, report: ImportReport, *, anew: bool) -> None:
        """Shows what the dry run found; `anew` lays the columns out again."""
        self._show_views(shown=True)
        if anew:
            self.table.show_plan(preview, report)
        else:
            self.table.show_check(report)
        self.choices.show_report(report)
        self.consent_answers.show_report(report)
        self._show_known(report)
        rows = self.tr("%Ln rows", "", report.rows)
        title = export_words(report.export) if report.export else ""
        self._show_facts(preview, title or wording.import_kind_name(report.kind), rows)
        self.consent_card.setVisible(report.kind is ImportKind.CUSTOMERS)
        currency = self.choices.currency.currentData() or self._desk.currency
        self.rows.show_rows(report, currency)
        self._show_problems(report)
        self._show_notes(report)
        self.summary.setText(self._sum(report))

    def _show_views(self, *, shown: bool) -> None:
        """What is in the file, or why nothing of it can be taken."""
        self.views.setVisible(shown)
        self.refused.setVisible(not shown)
        self._summary_card.setVisible(shown)

    def show_unknown(self, preview: FilePreview, fault: ColumnsUnknown, *, anew: bool) -> None:
        """Lists the columns of a file that was not understood and asks for those that are needed."""
        self._show_views(shown=True)
        if anew:
            self.table.show_guess(preview, fault.kind, fault.columns)
        self._show_facts(preview)
        self.consent_card.hide()
        self.consent_answers.hide()
        self._show_nothing()
        parts = [missing_sentence(fault.missing)]
        if self.is_proposed or not parts[0]:
            parts.insert(0, self.tr("What this file holds was not recognised: choose it under “Holds”."))
        self.summary.setText(" ".join(filter(None, parts)))

    def show_fault(self, sentence: str) -> None:
        """Says why the file can't be taken as it is."""
        self.summary.setText(sentence)
        self._show_nothing()
        if not self.table.rowCount():
            self.refused.show_reason(sentence)
            self._show_views(shown=False)

    def _build_views(self, outer: QVBoxLayout, content: QWidget) -> None:
        self.views = QTabWidget(content)
        self.views.setDocumentMode(True)
        self.table = ColumnsTable(self.changed.emit)
        self.rows = RowsTable()
        self.problems = ProblemsView()
        self.problems.fix_asked.connect(self.mend)
        for view, name in (
            (self.table, self.tr("Columns")),
            (self.rows, self.tr("First rows")),
            (self.problems, self.tr("Problems")),
        ):
            self.views.addTab(view, name)
        self.views.setAccessibleName(self.tr("Columns, rows and problems of the file"))
        self.views.setMinimumHeight(self.views.fontMetrics().height() * 9)
        outer.addWidget(self.views, 1)
        self.refused = _Refused()
        outer.addWidget(self.refused, 1)
        self.refused.hide()

    def _build_notes(self, outer: QVBoxLayout) -> None:
        self._notes_area = _Notes()
        self._notes_area.setAccessibleName(self.tr("What was found"))
        inner = QWidget()
        inner.setProperty("role", "page")
        self._notes = QVBoxLayout(inner)
        self._notes.setContentsMargins(0, 0, 0, 0)
        self._notes.setSpacing(3)
        self._notes_area.setWidget(inner)
        outer.addWidget(self._notes_area)

    def _build_summary(self, outer: QVBoxLayout) -> None:
        card = self._summary_card = Card()
        self.summary = paragraph()
        self.save_button = button(self.tr("&Save list of problems…"), self.save_asked.emit)
        self.save_button.hide()
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.summary, 1)
        line.addWidget(self.save_button)
        card.add(line)
        outer.addWidget(card)

    def mend(self, fix: str) -> None:
        """Leads to what mends a cause."""
        if fix == "columns":
            self.views.setCurrentWidget(self.table)
        elif fix == "save":
            self.save_asked.emit()
        else:
            fields = {
                "dates": self.choices.dates,
                "country": self.choices.country,
                "separator": self.choices.marks,
            }
            self.choices.point_at(fields[fix])

    def _show_facts(self, preview: FilePreview, *first: str) -> None:
        facts = list(first)
        if preview.encoding != "workbook":
            mark = self.tr("separator “{mark}”").replace("{mark}", preview.delimiter.replace("\t", "Tab"))
            letters = self.choices.letters
            facts += [
                mark,
                letters.itemText(letters.findData(preview.encoding.removesuffix("-sig"))) or preview.encoding,
            ]
        self.facts.setText(" · ".join(facts))

    def _show_known(self, report: ImportReport) -> None:
        """What is known of these columns and of these very bytes, and how their dates could be meant."""
        clear(self._known)
        if self._has_changed:
            text = self.tr(
                "The file has changed since you looked at it. Nothing was imported; this is what it holds now."
            )
            self._known.addWidget(InfoBar(text, Tone.WARN))
        if report.remembered is not None:
            self.show_remembered(report.remembered)
        if report.same_file_at is not None:
            text = self.tr("You imported this very file on {day}.")
            self._known.addWidget(InfoBar(text.replace("{day}", self._day(report.same_file_at)), Tone.WARN))
        for question in report.questions:
            bar = date_bar(question, self._desk.zone, self.choices.take_order)
            if bar is not None:
                self._known.addWidget(bar)

    def show_remembered(self, remembered: Remembered) -> None:
        """Says since when these columns are known, with the way out."""
        text = self.tr("Read as you wanted it last time, on {day}.").replace("{day}", self._day(remembered.at))
        bar = InfoBar(text).offer(self.tr("Forget it"), self.forget_asked.emit)
        self._known.addWidget(bar)

    def _day(self, seconds: int) -> str:
        return self._desk.exact(seconds)

    def _took_kind(self) -> None:
        self.is_proposed = False
        self.kind_changed.emit()

    def _show_nothing(self) -> None:
        clear(self._notes)
        self._notes_area.hide()
        self.save_button.hide()
        self.problems.show_nothing()
        self.views.setTabText(2, self.tr("Problems"))

    def _show_problems(self, report: ImportReport) -> None:
        self.problems.show_problems(report.problems)
        count = formats.number(sum(problem.count for problem in report.problems))
        text = self.tr("Problems ({count})").replace("{count}", count)
        self.views.setTabText(2, text if report.problems else self.tr("Problems"))
        self.save_button.setVisible(bool(report.problems))

    def _show_notes(self, report: ImportReport) -> None:
        clear(self._notes)
        words = partial(sentence_words, zone=self._desk.zone)
        lines = [(words(each), "warn") for each in report.questions if not _is_told_above(each)]
        if report.for_customers:
            lines.append((once_more_sentence(report), "muted"))
        lines += [(words(note), "muted") for note in report.notes if not _is_told_above(note)]
        for text, role in lines:
            self._notes.addWidget(paragraph(text, role))
        self._notes_area.setVisible(bool(lines))
        self._notes_area.fit()

    def _sum(self, report: ImportReport) -> str:
        parts = [
            self.tr("%Ln new", "", report.created),
            self.tr("%Ln to update", "", report.updated),
            self.tr("%Ln unchanged", "", report.unchanged),
        ]
        if report.rejected:
            parts.append(self.tr("%Ln not taken", "", report.rejected))
        if not report.is_worth_writing(self.consent()):
            return f"{self._why_nothing(report)} {self._rows_to_records(report)}{' · '.join(parts)}."
        promise = self.tr("Nothing is written until you press Import, and you can take it back afterwards.")
        return f"{self._rows_to_records(report)}{' · '.join(parts)}. {promise}"

    def _rows_to_records(self, report: ImportReport) -> str:
        """How many rows make how many records, where these are not the same number; else nothing."""
        records = report.created + report.updated + report.unchanged
        if records + report.rejected == report.rows:
            return ""
        rows = self.tr("%Ln rows", "", report.rows)
        if records == 1:
            return f"{rows}: "
        return f"{rows}, {formats.number(records)} {wording.import_kind_noun(report.kind)}: "

    def _why_nothing(self, report: ImportReport) -> str:
        if report.unchanged:
            return self.tr("There is nothing to import: everything in this file is here already.")
        if report.rejected:
            return self.tr("There is nothing to import: no row can be taken as it is.")
        return self.tr("There is nothing to import: the file has no rows of this kind.")


class _Refused(QWidget):
    """Stands in the place of the columns when nothing of the file can be taken."""

    def __init__(self) -> None:
        super().__init__()
        picture = Picture("circle-alert", Tone.WARN, 40)
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = label(self.tr("This file can't be imported"), "heading")
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.reason = paragraph("")
        self.reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayout(column([None, picture, heading, self.reason, None], spacing=12, margins=24))

    def show_reason(self, sentence: str) -> None:
        """Says why, and what would work."""
        self.reason.setText(sentence)


class _Notes(QScrollArea):
    """As high as what it holds, up to a few lines."""

    _MOST_LINES = 5

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew, after this: a change within would leave them laid out for the height before it."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.fit)

    def fit(self) -> None:
        """Takes the height that the lines need at this width."""
        inner = self.widget()
        lines = None if inner is None else inner.layout()
        if lines is not None:
            needed = lines.totalHeightForWidth(self.viewport().width())
            most = self.fontMetrics().lineSpacing() * self._MOST_LINES + 4
            self.setFixedHeight(max(1, min(needed, most)))
