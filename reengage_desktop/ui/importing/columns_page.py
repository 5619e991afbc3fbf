"""The second page: how the file is read, what the import would do, and what is wrong in it."""

from collections import Counter
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from reengage_desktop.domain.vocabulary import ChannelName, ImportKind
from reengage_desktop.jobs.tasks.imports import ColumnsUnknown, ImportReport
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.importing.causes import cause_words
from reengage_desktop.ui.importing.columns_table import ColumnsTable
from reengage_desktop.ui.importing.missing import missing_sentence, once_more_sentence
from reengage_desktop.ui.importing.preview import FilePreview
from reengage_desktop.ui.importing.sentences import sentence_words
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.inputs import ComboBox
from reengage_desktop.ui.widgets.text import clear, label, paragraph

_GROUPS = 5
_ASKED = (ChannelName.EMAIL, ChannelName.SMS, ChannelName.WHATSAPP)


class ColumnsPage(QWidget):
    """`changed` says that the owner changed something and the file has to be checked anew.

    `kind_changed` says that the owner took the file for something else: nothing that was chosen before counts then.
    """

    changed = Signal()
    kind_changed = Signal()

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone
        self.is_proposed = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        self.facts = paragraph("", "muted")
        outer.addWidget(self.facts)
        outer.addWidget(self._choices())
        self.table = ColumnsTable(self.changed.emit)
        self.table.setMinimumHeight(150)
        outer.addWidget(self.table, 3)
        self._problems_area = QScrollArea()
        self._problems_area.setWidgetResizable(True)
        self._problems_area.setMaximumHeight(140)
        self._problems_area.setAccessibleName(self.tr("What was found"))
        inner = QWidget()
        inner.setProperty("role", "page")
        self._problems = QVBoxLayout(inner)
        self._problems.setContentsMargins(0, 0, 0, 0)
        self._problems.setSpacing(3)
        self._problems_area.setWidget(inner)
        outer.addWidget(self._problems_area, 1)
        outer.addWidget(self._consent())
        summary = Card()
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        summary.add(self.summary)
        outer.addWidget(summary)

    def begin(self) -> None:
        """Takes a new file: whatever was said about the last one does not count for it."""
        for box in (self.kinds, self.dates):
            box.setCurrentIndex(0)
        self.agreed.setChecked(False)
        self.wording.clear()
        self.is_proposed = False

    def propose(self, kind: ImportKind) -> None:
        """Takes a file that nobody recognised for this kind until the owner says what it holds."""
        self.kinds.setCurrentIndex(self.kinds.findData(str(kind)))
        self.is_proposed = True

    def kind(self) -> ImportKind | None:
        """What the owner says the file holds; None: what was recognised."""
        chosen = self.kinds.currentData()
        return ImportKind(chosen) if chosen else None

    def date_order(self) -> str | None:
        """How the owner says dates are written; None: what was recognised."""
        return self.dates.currentData() or None

    def consent(self) -> tuple[ChannelName, ...]:
        """The channels that everyone in the file agreed to, as the owner states."""
        if self._consent_card.isHidden() or not (self.agreed.isChecked() and self.wording.text().strip()):
            return ()
        return tuple(channel for channel, box in self._channels.items() if box.isChecked())

    def show_checking(self) -> None:
        """Says that the file is being checked."""
        self.summary.setText(self.tr("Checking the file…"))

    def show_progress(self, rows: int) -> None:
        """Says how many rows are checked."""
        self.summary.setText(self.tr("Checking the file… %Ln rows", "", rows))

    def show_report(self, preview: FilePreview, report: ImportReport, *, anew: bool) -> None:
        """Shows what the dry run found; `anew` lays the columns out again."""
        if anew:
            self.table.show_plan(preview, report)
        else:
            self.table.show_check(report)
        rows = self.tr("%Ln rows", "", report.rows)
        self._show_facts(preview, wording.import_kind_name(report.kind), rows)
        self._consent_card.setVisible(report.kind is ImportKind.CUSTOMERS)
        self._show_problems(report)
        self.summary.setText(self._sum(report))

    def show_unknown(self, preview: FilePreview, fault: ColumnsUnknown, *, anew: bool) -> None:
        """Lists the columns of a file that was not understood and asks for those that are needed."""
        if anew:
            self.table.show_guess(preview, fault.kind, fault.columns)
        self._show_facts(preview)
        self._consent_card.hide()
        clear(self._problems)
        self._problems_area.hide()
        parts = [missing_sentence(fault.missing)]
        if self.is_proposed or not parts[0]:
            parts.insert(0, self.tr("What this file holds was not recognised: choose it under “Holds”."))
        self.summary.setText(" ".join(filter(None, parts)))

    def _show_facts(self, preview: FilePreview, *first: str) -> None:
        mark = self.tr("separator “{mark}”").replace("{mark}", preview.delimiter.replace("\t", "Tab"))
        self.facts.setText(" · ".join([*first, mark, preview.encoding]))

    def show_fault(self, sentence: str) -> None:
        """Says why the file can't be taken as it is."""
        self.summary.setText(sentence)
        clear(self._problems)

    def _choices(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder)
        policy = holder.sizePolicy()
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self.kinds = ComboBox()
        self.kinds.setAccessibleName(self.tr("What the file holds"))
        self.kinds.addItem(self.tr("As recognised"), "")
        for kind in ImportKind:
            self.kinds.addItem(wording.import_kind_name(kind), str(kind))
        self.kinds.activated.connect(lambda _at: self._took_kind())
        self.dates = ComboBox()
        self.dates.setAccessibleName(self.tr("How dates are written"))
        for text, word in (
            (self.tr("As recognised"), ""),
            (self.tr("Day, month, year"), "dmy"),
            (self.tr("Month, day, year"), "mdy"),
            (self.tr("Year, month, day"), "ymd"),
        ):
            self.dates.addItem(text, word)
        self.dates.activated.connect(lambda _at: self.changed.emit())
        for caption, field in ((self.tr("Holds"), self.kinds), (self.tr("Dates"), self.dates)):
            made = label(caption)
            made.setBuddy(field)
            flow.addWidget(made)
            flow.addWidget(field)
        return holder

    def _took_kind(self) -> None:
        self.is_proposed = False
        self.kind_changed.emit()

    def _consent(self) -> Card:
        self._consent_card = Card()
        self.agreed = QCheckBox(self.tr("Everyone in this file agreed to get messages, and I can prove it"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        self._channels: dict[ChannelName, QCheckBox] = {}
        for at, channel in enumerate(_ASKED):
            box = QCheckBox(wording.channel_name(channel))
            box.setChecked(channel is ChannelName.EMAIL)
            box.setAccessibleName(self.tr("Agreed to {channel}").replace("{channel}", wording.channel_name(channel)))
            box.clicked.connect(lambda _on: self.changed.emit())
            self._channels[channel] = box
            grid.addWidget(box, 0, at)
        self.wording = QLineEdit()
        self.wording.setPlaceholderText(self.tr("What they agreed to, and where: “Form at the till, 2024”"))
        self.wording.setAccessibleName(self.tr("What they agreed to"))
        self.wording.editingFinished.connect(self.changed.emit)
        grid.addWidget(self.wording, 0, len(_ASKED))
        grid.setColumnStretch(len(_ASKED), 1)
        self._consent_more = QWidget()
        self._consent_more.setLayout(grid)
        self._consent_more.hide()
        self.agreed.toggled.connect(self._consent_more.setVisible)
        self._consent_card.add(self.agreed)
        self._consent_card.add(self._consent_more)
        self._consent_card.hide()
        return self._consent_card

    def _show_problems(self, report: ImportReport) -> None:
        clear(self._problems)
        lines = [(sentence_words(question, self._zone), "warn") for question in report.questions]
        lines += [(self._group(column, message, report), "bad") for column, message in self._groups(report)]
        if report.for_customers:
            lines.append((once_more_sentence(report), "muted"))
        lines += [(sentence_words(note, self._zone), "muted") for note in report.notes]
        for text, role in lines:
            self._problems.addWidget(paragraph(text, role))
        self._problems.addStretch(1)
        self._problems_area.setVisible(bool(lines))

    def _groups(self, report: ImportReport) -> list[tuple[str | None, str]]:
        counted = Counter((error.column, error.message) for error in report.errors)
        return [key for key, _count in counted.most_common(_GROUPS)]

    def _group(self, column: str | None, message: str, report: ImportReport) -> str:
        same = [error for error in report.errors if (error.column, error.message) == (column, message)]
        where = self.tr("line {line}").replace("{line}", str(same[0].row))
        value = f" “{same[0].value}”" if same[0].value and same[0].value not in message else ""
        name = f"{column}: " if column else ""
        return f"{formats.number(len(same))} × {name}{cause_words(message)} ({where}{value})"

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
        return f"{rows}, {formats.number(records)} {wording.import_kind_noun(report.kind)}: "

    def _why_nothing(self, report: ImportReport) -> str:
        if report.unchanged:
            return self.tr("There is nothing to import: everything in this file is here already.")
        if report.rejected:
            return self.tr("There is nothing to import: no row can be taken as it is.")
        return self.tr("There is nothing to import: the file has no rows of this kind.")
