"""One line per column of the file: what it feeds, two examples, and what the check found."""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem

from reengage_desktop.connectors.vocabulary.fields import FIELDS, is_consent
from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.jobs.tasks.imports import ImportReport
from reengage_desktop.ui import formats
from reengage_desktop.ui.importing.owner_words import Understood
from reengage_desktop.ui.importing.preview import FilePreview, excerpt
from reengage_desktop.ui.importing.words import field_name
from reengage_desktop.ui.widgets.inputs import ComboBox

_CHECK = 4
_AT_ONCE = 12
"""So many lists are made in one turn of the window's thread: more than are seen at first."""
_HEIGHT = 34


class ColumnsTable(QTableWidget):
    """Columns that feed something come first; `changed` is called when the owner changes what a column feeds.

    The lists of a table of hundreds of columns are made little by little.
    """

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__()
        self._changed = changed
        self._fields: list[str] = []
        self._columns: list[str] = []
        self._feeds: list[str] = []
        self._names = QStringListModel(self)
        self._combos: list[QComboBox] = []
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._make_some)
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
        self.verticalHeader().setDefaultSectionSize(_HEIGHT)
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
        self._feeds = [feeds.get(column, "") for column in self._columns]
        self._names.setStringList([self.tr("Do not import"), *(field_name(field) for field in self._fields[1:])])
        self._combos = []
        self.setRowCount(0)
        self.setRowCount(len(order))
        for row, at in enumerate(order):
            column = preview.header[at]
            examples = [formats.apart(each) for each in (*preview.examples[at], "", "")][:2]
            check = self._word(column, self._feeds[row], faults[column])
            for place, text in enumerate([formats.apart(excerpt(column)), "", *examples, check]):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(row, place, item)
        self._before = self._shown()
        self._make_some()

    def _make_some(self) -> None:
        """Makes the next lists; the rest in turns to come."""
        made = len(self._combos)
        for row in range(made, min(made + _AT_ONCE, len(self._columns))):
            self.setCellWidget(row, 1, self._combo(row))
        if len(self._combos) < len(self._columns):
            self._rest.start()

    def show_check(self, report: ImportReport) -> None:
        """Brings up to date how the file was read and what the check found; every column stays in its place."""
        self._understood, faults = _understood(report).only(self._fields), _faults_of(report)
        feeds = self._understood.shown
        for row, column in enumerate(self._columns):
            field = feeds.get(column, "")
            self._feed(row, field)
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
        self._feed(row, field)
        self._took(row)

    def field_of(self, column: str) -> str:
        """What a column feeds as the table shows it; empty: nothing."""
        return self._feeds[self._columns.index(column)]

    def _shown(self) -> dict[str, str]:
        return {column: field for column, field in zip(self._columns, self._feeds, strict=True) if field}

    def _feed(self, row: int, field: str) -> None:
        self._feeds[row] = field
        if row < len(self._combos):
            self._combos[row].setCurrentIndex(self._fields.index(field))

    def _combo(self, row: int) -> QComboBox:
        made = ComboBox(self.viewport())
        made.setModel(self._names)
        made.setCurrentIndex(self._fields.index(self._feeds[row]))
        made.setAccessibleName(self.tr("“{column}” goes to").replace("{column}", excerpt(self._columns[row])))
        made.activated.connect(partial(self._choose, row))
        self._combos.append(made)
        return made

    def _choose(self, row: int, at: int) -> None:
        self._feeds[row] = self._fields[at]
        self._took(row)

    def _took(self, changed: int) -> None:
        if self._shown() == self._before:
            return
        # A field that the owner names has one column: taking it for this one takes it from the others. A consent has
        # all that tell of it, for a no in any of them counts.
        wanted = self._feeds[changed]
        for row, field in enumerate(self._feeds):
            if row != changed and wanted and field == wanted and not is_consent(wanted):
                self._feed(row, "")
        self._before = self._shown()
        self._changed()

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
