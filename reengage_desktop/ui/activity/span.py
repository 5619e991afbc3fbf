"""The choice of a span of days for a list: any time, the last days, or two dates."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLabel, QWidget

from reengage_desktop.domain.moments import local_day
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.inputs import ComboBox, DateEdit
from reengage_desktop.ui.widgets.text import label

_ANY, _OWN = 0, -1
_DAYS = (0, 7, 30, 90)


class SpanChooser(QWidget):
    """`changed` when another span is chosen; “the last n days” are today and the n days before it, as everywhere."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.box = ComboBox()
        self.box.setAccessibleName(self.tr("Time"))
        self.box.addItem(self.tr("Any time"), None)
        self.box.addItem(self.tr("Today"), 0)
        for days in _DAYS[1:]:
            self.box.addItem(self.tr("Last %Ln days", "", days), days)
            tip = self.tr("Today and the %Ln days before it", "", days)
            self.box.setItemData(self.box.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.box.addItem(self.tr("From … to …"), _OWN)
        self.first, self.last = self._edit(self.tr("From")), self._edit(self.tr("To"))
        self._until: QLabel = label("–")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for each in (self.box, self.first, self._until, self.last):
            line.addWidget(each)
        self._show_own()
        self.box.currentIndexChanged.connect(self._chosen)
        for edit in (self.first, self.last):
            edit.dateChanged.connect(lambda _date: self.changed.emit())

    def days(self) -> tuple[date | None, date | None]:
        """The two days, both counted; None where there is no end."""
        chosen = self.box.currentData()
        if chosen is None:
            return None, None
        if chosen == _OWN:
            first, last = _day(self.first.date()), _day(self.last.date())
            return min(first, last), max(first, last)
        today = self._today()
        return today - timedelta(days=int(chosen)), today

    def choose(self, days: int | None) -> None:
        """Chooses the last days without telling anybody; None is any time."""
        self.box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        if days in (None, *_DAYS):
            self.box.setCurrentIndex(self.box.findData(days) if days is not None else _ANY)
        else:
            self._set_own(self._today() - timedelta(days=days or 0), self._today())
            self.box.setCurrentIndex(self.box.findData(_OWN))
        self.box.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._show_own()

    def _edit(self, name: str) -> QDateEdit:
        made = DateEdit()
        made.setCalendarPopup(True)
        made.setAccessibleName(name)
        today = self._today()
        made.setDate(QDate(today.year, today.month, today.day))
        return made

    def _set_own(self, first: date, last: date) -> None:
        for edit, day in ((self.first, first), (self.last, last)):
            edit.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            edit.setDate(QDate(day.year, day.month, day.day))
            edit.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _chosen(self, _index: int) -> None:
        self._show_own()
        self.changed.emit()

    def _show_own(self) -> None:
        is_own = self.box.currentData() == _OWN
        for each in (self.first, self._until, self.last):
            each.setVisible(is_own)

    def _today(self) -> date:
        return local_day(self._desk.now(), self._desk.zone)


def _day(value: QDate) -> date:
    return date(value.year(), value.month(), value.day())
