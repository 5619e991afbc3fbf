"""How the file is to be read: what it holds, its dates, and behind one button letters, separator, country and money."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reengage_desktop.domain.answers import Answers
from reengage_desktop.domain.places import COUNTRIES, CURRENCIES
from reengage_desktop.domain.vocabulary import FilledRule, ImportKind
from reengage_desktop.jobs.tasks.imports import ImportReport
from reengage_desktop.ui import wording
from reengage_desktop.ui.widgets.buttons import button, rename
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.inputs import ComboBox, fill
from reengage_desktop.ui.widgets.text import label

_MASTERS = (ImportKind.CUSTOMERS, ImportKind.PRODUCTS)
_OF_OLDER = {"older_list": FilledRule.NEWEST, "older_catalogue": FilledRule.KEEP}
"""The usual rule where a newer file came before, by the note that says so."""


class Choices(QWidget):
    """The owner's answers. `changed`: another one was given; `letters_changed`: the file has to be opened anew for it.

    `kind_changed`: the owner takes the file for something else; `sheet_changed`: another sheet of it is wanted.
    """

    changed = Signal()
    letters_changed = Signal()
    kind_changed = Signal()
    sheet_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        first, self._more = _Line(self), _Line(self)
        outer.addWidget(first)
        outer.addWidget(self._more)
        self._is_rule_chosen = False
        self._country = ""
        self.sheet = _field(self.tr("Which sheet is read"))
        self.kinds = _field(self.tr("What the file holds"))
        self.dates = _field(self.tr("How dates are written"))
        self.rule = _field(self.tr("Where both say something"))
        self.letters = _field(self.tr("How letters are written"))
        self.marks = _field(self.tr("What separates the columns"))
        self.country = _field(self.tr("Where phone numbers are from"))
        self.currency = _field(self.tr("What amounts are in"))
        for field, tell in (
            (self.sheet, self.sheet_changed.emit),
            (self.kinds, self.kind_changed.emit),
            (self.dates, self.changed.emit),
            (self.rule, self._choose_rule),
            (self.letters, self.letters_changed.emit),
            (self.marks, self.letters_changed.emit),
            (self.country, self._choose_country),
            (self.currency, self.changed.emit),
        ):
            field.activated.connect(partial(_told, tell))
        self._sheet_pair = first.add(self.tr("Sheet"), self.sheet)
        self._sheet_pair.hide()
        first.add(self.tr("Holds"), self.kinds)
        first.add(self.tr("Dates"), self.dates)
        self._rule_pair = first.add(self.tr("Filled fields"), self.rule)
        self.more_button: QPushButton = button(self.tr("&More…"), lambda: self.show_more(shown=self._more.isHidden()))
        first.flow.addWidget(self.more_button)
        self._more.add(self.tr("Letters"), self.letters)
        self._more.add(self.tr("Separator"), self.marks)
        self._more.add(self.tr("Phones from"), self.country)
        self._more.add(self.tr("Amounts in"), self.currency)
        self._more.hide()
        # Filled where they lie: every item costs once more when a list comes to lie elsewhere.
        for field, items in (
            (self.kinds, self._kinds()),
            (self.dates, self._dates()),
            (self.rule, self._rules()),
            (self.letters, self._letters()),
            (self.marks, self._marks()),
            (self.country, self._countries()),
            (self.currency, self._currencies()),
        ):
            fill(field, items)

    def begin(self) -> None:
        """Takes a new file: nothing was said about it."""
        self.show_answers(Answers())
        self.kinds.setCurrentIndex(0)
        self.show_more(shown=False)

    def show_sheets(self, sheets: Sequence[str], read: str | None) -> None:
        """Offers a workbook's sheets, if it has several, with the one that was read; tells nobody."""
        self.sheet.clear()
        self.sheet.addItems(list(sheets))
        self.sheet.setCurrentIndex(self.sheet.findText(read or "", Qt.MatchFlag.MatchExactly))
        self.sheet.setToolTip(read or "")
        self._sheet_pair.setVisible(bool(sheets))

    def fill_countries(self, named: Iterable[tuple[str, str]]) -> None:
        """Takes names and codes of the countries, once they are read."""
        fill(self.country, named)
        self.country.setCurrentIndex(max(0, self.country.findData(self._country)))

    def kind(self) -> ImportKind | None:
        """What the owner says the file holds; None: what was recognised."""
        chosen = self.kinds.currentData()
        return ImportKind(chosen) if chosen else None

    def answers(self, columns: dict[str, str]) -> Answers:
        """What the owner says, beside what the columns hold."""
        return Answers(
            columns,
            self.dates.currentData() or None,
            self.letters.currentData() or None,
            self.marks.currentData() or None,
            self.country.currentData() or self._country or None,
            self.currency.currentData() or None,
            FilledRule(self.rule.currentData()) if self._is_rule_chosen else None,
        )

    def show_answers(self, answers: Answers) -> None:
        """Shows what is known from an earlier file; tells nobody."""
        for field, value in (
            (self.dates, answers.date_order),
            (self.letters, answers.encoding),
            (self.marks, answers.delimiter),
            (self.country, answers.country),
            (self.currency, answers.currency),
        ):
            field.setCurrentIndex(max(0, field.findData(value or "")))
        self._country = answers.country or ""
        self._is_rule_chosen = answers.filled is not None
        if answers.filled is not None:
            self.rule.setCurrentIndex(self.rule.findData(str(answers.filled)))
        if answers.encoding or answers.delimiter or answers.country or answers.currency:
            self.show_more(shown=True)

    def show_report(self, report: ImportReport) -> None:
        """Shows the usual rule for what the file turned out to hold, until the owner chooses one."""
        self._rule_pair.setVisible(report.kind is not ImportKind.OPTOUTS)
        if not self._is_rule_chosen:
            usual = FilledRule.FILE if report.kind in _MASTERS else FilledRule.KEEP
            for note in report.notes:
                usual = _OF_OLDER.get(note.kind, usual)
            self.rule.setCurrentIndex(self.rule.findData(str(usual)))

    def show_more(self, *, shown: bool) -> None:
        """Shows or hides the answers that are seldom needed."""
        self._more.setVisible(shown)
        rename(self.more_button, self.tr("&Less") if shown else self.tr("&More…"))

    def take_order(self, order: str) -> None:
        """Takes `dmy` or `mdy` as the owner's answer about the dates; the keyboard goes on where it stands."""
        self.dates.setCurrentIndex(self.dates.findData(order))
        self.dates.setFocus()
        self.changed.emit()

    def point_at(self, field: QComboBox) -> None:
        """Leads to the field that mends something."""
        if self._more.isAncestorOf(field):
            self.show_more(shown=True)
        field.setFocus()
        field.showPopup()

    def _choose_rule(self) -> None:
        self._is_rule_chosen = True
        self.changed.emit()

    def _choose_country(self) -> None:
        self._country = self.country.currentData()
        self.changed.emit()

    def _kinds(self) -> list[tuple[str, str]]:
        return [(self.tr("As recognised"), ""), *((wording.import_kind_name(kind), str(kind)) for kind in ImportKind)]

    def _dates(self) -> list[tuple[str, str]]:
        return [
            (self.tr("As recognised"), ""),
            (self.tr("Day, month, year"), "dmy"),
            (self.tr("Month, day, year"), "mdy"),
            (self.tr("Year, month, day"), "ymd"),
        ]

    def _rules(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Use the file"), str(FilledRule.FILE)),
            (self.tr("Keep mine"), str(FilledRule.KEEP)),
            (self.tr("Whichever is newer"), str(FilledRule.NEWEST)),
        ]

    def _letters(self) -> list[tuple[str, str]]:
        return [
            (self.tr("As recognised"), ""),
            (self.tr("Unicode (UTF-8)"), "utf-8"),
            (self.tr("Western Europe (Windows)"), "cp1252"),
            (self.tr("Central Europe (Windows)"), "cp1250"),
            (self.tr("Cyrillic (Windows)"), "cp1251"),
            (self.tr("Greek (Windows)"), "cp1253"),
            (self.tr("Turkish (Windows)"), "cp1254"),
            (self.tr("Western Europe (old Mac)"), "mac-roman"),
            (self.tr("Japanese (Shift-JIS)"), "cp932"),
            (self.tr("Chinese (Big5)"), "big5"),
        ]

    def _marks(self) -> list[tuple[str, str]]:
        return [
            (self.tr("As recognised"), ""),
            (self.tr("Comma"), ","),
            (self.tr("Semicolon"), ";"),
            (self.tr("Tab"), "\t"),
            (self.tr("Upright stroke"), "|"),
        ]

    def _countries(self) -> list[tuple[str, str]]:
        return [(self.tr("The shop's country"), "")]

    def _currencies(self) -> list[tuple[str, str]]:
        return [(self.tr("The shop's currency"), ""), *((code, code) for code in sorted(CURRENCIES))]


class _Line(QWidget):
    """Captions and fields that break into lines like words do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, caption: str, field: QComboBox) -> QWidget:
        """Puts a field with its caption in: a line breaks before both or behind both."""
        both = QWidget(self)
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        made = label(caption, parent=both)
        made.setBuddy(field)
        line.addWidget(made)
        line.addWidget(field)
        self.flow.addWidget(both)
        return both


def _field(name: str) -> QComboBox:
    made = ComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(13)
    return made


def _told(tell: Callable[[], object], _at: int) -> None:
    tell()


def read_countries() -> list[tuple[str, str]]:
    """Names and codes of the countries, in the window's language; for a lane."""
    from reengage_desktop.app import places  # noqa: PLC0415 - slow to import, in a thread

    language = QLocale().name().partition("_")[0]
    named = places.list_countries(language if language in ("en", "de") else "en")
    return [(name, code) for code, name in named if code in COUNTRIES]
