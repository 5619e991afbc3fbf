"""Which days Analytics is about: the last 7, 30, 90 or 365, or from one day to another; compared or not."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QLabel, QPushButton, QWidget

from reengage_desktop.domain.periods import Period
from reengage_desktop.ui.widgets.buttons import choice_button
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.inputs import DateEdit, pad
from reengage_desktop.ui.widgets.switches import CheckBox
from reengage_desktop.ui.widgets.text import label

RANGES = (7, 30, 90, 365)
USUAL = 30


class RangeLine(QWidget):
    """Filters that stay down, two days where one wants others, and the switch for comparing."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._days: int | None = USUAL
        flow = FlowLayout(self)
        self.ranges: dict[int, QPushButton] = {}
        for days in RANGES:
            made = choice_button(self.tr("%Ln days", "", days), self._chooser(days))
            made.setAccessibleName(self.tr("The last %Ln days", "", days))
            made.setToolTip(self.tr("Today and the %Ln days before it", "", days))
            self.ranges[days] = made
            flow.addWidget(made)
        self.custom = choice_button(self.tr("From … to"), lambda: self._choose(None))
        self.custom.setAccessibleName(self.tr("From one day to another"))
        flow.addWidget(self.custom)
        self.first = self._day_field(self.tr("From this day on"), today.replace(day=1), today)
        self._until = label(self.tr("to"))
        self.last = self._day_field(self.tr("To this day"), today, today)
        for field in (self.first, self._until, self.last):
            flow.addWidget(field)
        self.compare = CheckBox(self.tr("Compare with the time before"))
        self.compare.setAccessibleName(self.compare.text())
        self.compare.toggled.connect(lambda _on: self.changed.emit())
        flow.addWidget(self.compare)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._show_choice()

    def days(self) -> int | None:
        """The chosen "last days"; None: from one day to another."""
        return self._days

    def period(self, today: int) -> Period:
        """The days that it means today (an ordinal)."""
        if self._days is not None:
            return Period.up_to(today, self._days)
        first, last = (_ordinal(field.date()) for field in (self.first, self.last))
        return Period(min(first, last), max(first, last))

    def choose_days(self, days: int) -> None:
        """Takes the last `days` days; another number than those offered becomes two days."""
        if days in self.ranges:
            self._choose(days)
            return
        today = self.last.maximumDate()
        self.choose_period(today.addDays(-days), today)

    def choose_period(self, first: QDate, last: QDate) -> None:
        """Takes the days from one to another."""
        for field, day in ((self.first, first), (self.last, last)):
            field.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            field.setDate(day)
            field.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._choose(None)

    def end_on(self, today: date) -> None:
        """A new day has begun: it can be chosen too."""
        for field in (self.first, self.last):
            field.setMaximumDate(QDate(today.year, today.month, today.day))

    def _day_field(self, name: str, day: date, latest: date) -> QDateEdit:
        field = DateEdit(QDate(day.year, day.month, day.day))
        field.setMaximumDate(QDate(latest.year, latest.month, latest.day))
        field.setCalendarPopup(True)
        field.setKeyboardTracking(False)
        field.setAccessibleName(name)
        field.setToolTip(name)
        pad(field)
        field.dateChanged.connect(lambda _day: self.changed.emit())
        return field

    def _chooser(self, days: int) -> Callable[[], None]:
        return lambda: self._choose(days)

    def _choose(self, days: int | None) -> None:
        self._days = days
        self._show_choice()
        self.changed.emit()

    def _show_choice(self) -> None:
        for days, made in self.ranges.items():
            made.setChecked(days == self._days)
        self.custom.setChecked(self._days is None)
        fields: tuple[QWidget | QLabel, ...] = (self.first, self._until, self.last)
        for field in fields:
            field.setVisible(self._days is None)
        self.updateGeometry()


def _ordinal(day: QDate) -> int:
    return date(day.year(), day.month(), day.day()).toordinal()
