"""One line per column of the file: what it feeds, two examples, and what the check found."""

from collections import Counter
from collections.abc import Callable, Mapping

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem

from reengage_desktop.connectors.vocabulary.fields import FIELDS
from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.jobs.tasks.imports import ImportReport
from reengage_desktop.ui import formats
from reengage_desktop.ui.importing.owner_words import Understood
from reengage_desktop.ui.importing.preview import FilePreview
from reengage_desktop.ui.importing.words import field_name
from reengage_desktop.ui.widgets.inputs import ComboBox

_CHECK = 4


class ColumnsTable(QTableWidget):
    """Columns that feed something come first; `changed` is called when the owner changes what a column feeds."""

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__()
        self._changed = changed
        self._fields: list[str] = []
        self._columns: list[str] = []
        self._combos: list[QComboBox] = []
        self._understood = Understood()
        self._before: dict[str, str] = {}
        self.kind = ImportKind.CUSTOMERS
        self.setAccessibleName(self.tr("Columns of the file"))
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        headings = (
            self.tr("Column in your file"),
            self.tr("Goes to"),
            self.tr("Example"),
            self.tr("Example"),
            self.tr("Check"),
        )
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels(list(headings))
        header = self.horizontalHeader()
        letter = self.fontMetrics().averageCharWidth()
        for at, letters in enumerate((27, 35, 24, 24)):
            header.resizeSection(at, letters * letter)
        header.setSectionResizeMode(_CHECK, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_plan(self, preview: FilePreview, report: ImportReport) -> None:
        """Shows how the file was understood."""
        self._show(preview, report.kind, _understood(report), _faults_of(report))

    def show_guess(self, preview: FilePreview, kind: ImportKind, columns: Mapping[str, str]) -> None:
        """Shows a file that was not understood, with what its columns may be; the owner names the rest."""
        self._show(preview, kind, Understood(columns), Counter())

    def _show(
        self, preview: FilePreview, kind: ImportKind, understood: Understood, faults: Counter[str | None]
    ) -> None:
        self.kind = ImportKind(kind)
        self._fields = ["", *FIELDS[self.kind]]
        self._understood = understood.only(self._fields)
        feeds = self._understood.shown
        order = sorted(range(len(preview.header)), key=lambda at: preview.header[at] not in feeds)
        self._columns = [preview.header[at] for at in order]
        names = [self.tr("Do not import"), *(field_name(field) for field in self._fields[1:])]
        model = QStringListModel(names, self)
        self._combos = []
        self.setRowCount(len(order))
        for row, at in enumerate(order):
            column = preview.header[at]
            field = feeds.get(column, "")
            examples = [formats.apart(each) for each in (*preview.examples[at], "", "")][:2]
            texts = [formats.apart(column), "", *examples, self._word(column, field, faults[column])]
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(row, place, item)
            self.setCellWidget(row, 1, self._combo(model, column, field))
            self.setRowHeight(row, 34)
        self._before = self._shown()

    def show_check(self, report: ImportReport) -> None:
        """Brings up to date how the file was read and what the check found; every column stays in its place."""
        self._understood, faults = _understood(report).only(self._fields), _faults_of(report)
        feeds = self._understood.shown
        for row, column in enumerate(self._columns):
            field = feeds.get(column, "")
            self._combos[row].setCurrentIndex(self._fields.index(field))
            item = self.item(row, _CHECK)
            if item is not None:
                item.setText(self._word(column, field, faults[column]))
                item.setToolTip(item.text())
        self._before = self._shown()

    def mapping(self) -> dict[str, str]:
        """What the owner chose: our field to the file's column, of several the one that was recognised first of all."""
        return self._understood.chosen(self._shown())

    def changes(self) -> dict[str, str]:
        """What the check has to be told: our field to the file's column, empty for what the owner leaves out."""
        return self._understood.words(self._shown())

    def choose(self, column: str, field: str) -> None:
        """Lets a column feed a field (empty: nothing), as choosing in its list does."""
        row = self._columns.index(column)
        self._combos[row].setCurrentIndex(self._fields.index(field))
        self._combos[row].activated.emit(self._fields.index(field))

    def field_of(self, column: str) -> str:
        """What a column feeds as the table shows it; empty: nothing."""
        return self._field_at(self._columns.index(column))

    def _shown(self) -> dict[str, str]:
        return {column: self._field_at(row) for row, column in enumerate(self._columns) if self._field_at(row)}

    def _field_at(self, row: int) -> str:
        return self._fields[max(0, self._combos[row].currentIndex())]

    def _combo(self, model: QStringListModel, column: str, field: str) -> QComboBox:
        made = ComboBox()
        made.setModel(model)
        made.setCurrentIndex(self._fields.index(field) if field in self._fields else 0)
        made.setAccessibleName(self.tr("“{column}” goes to").replace("{column}", column))
        made.activated.connect(lambda _at: self._took(made))
        self._combos.append(made)
        return made

    def _took(self, changed: QComboBox) -> None:
        if self._shown() == self._before:
            return
        # A field that the owner names has one column: taking it for this one takes it from the others.
        for other in self._combos:
            if other is not changed and changed.currentIndex() > 0 and other.currentIndex() == changed.currentIndex():
                other.setCurrentIndex(0)
        self._leave_one()
        self._before = self._shown()
        self._changed()

    def _leave_one(self) -> None:
        """Of a field that several columns fed, and one feeds no more, the owner has now named one."""
        shown = self._shown()
        kept, touched = self._understood.chosen(shown), self._understood.touched(shown)
        for row, column in enumerate(self._columns):
            field = self._field_at(row)
            if field in touched and column != kept[field]:
                self._combos[row].setCurrentIndex(0)

    def _word(self, column: str, field: str, faults: int) -> str:
        if not field:
            return self.tr("kept out")
        if faults:
            return self.tr("%Ln not taken", "", faults)
        first = self._understood.columns.get(field, column)
        return self.tr("ok") if first == column else self.tr("read with “{column}”").replace("{column}", first)


def _understood(report: ImportReport) -> Understood:
    return Understood(report.columns, report.joint_columns, is_sure=True)


def _faults_of(report: ImportReport) -> Counter[str | None]:
    """How many cells of each column were not taken: all of them, as the problems count them."""
    faults = Counter[str | None]()
    for problem in report.problems:
        faults[problem.column] += problem.count
    return faults
