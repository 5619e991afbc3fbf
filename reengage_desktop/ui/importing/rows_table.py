"""The file's first rows as they were understood: what would be written, in the owner's own notation."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from reengage_desktop.domain.money import to_minor
from reengage_desktop.jobs.tasks.imports import ImportReport
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.importing.preview import excerpt
from reengage_desktop.ui.importing.words import field_name
from reengage_desktop.ui.wording import translate

_MONEY = frozenset("order_total line_total unit_price refunded_amount lifetime_value price price_at_view".split())
_WIDEST = 220


class RowsTable(QTableWidget):
    """One line per row, one column per field that something feeds; filled anew with every check."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("The first rows as they were understood"))
        self.setTabKeyNavigation(False)
        self.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_rows(self, report: ImportReport, currency: str) -> None:
        """Shows what the check read; `currency`: of amounts that name none."""
        filled = [name for name in _fields(report) if any(row.values.get(name) is not None for row in report.shown)]
        self.clear()
        self.setColumnCount(len(filled) + 1)
        self.setHorizontalHeaderLabels([self.tr("Line"), *map(field_name, filled)])
        self.setRowCount(len(report.shown))
        for at, row in enumerate(report.shown):
            texts = [str(row.line), *(formats.apart(excerpt(_text(name, row.values, currency))) for name in filled)]
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(at, place, item)
        self.resizeColumnsToContents()
        for place in range(self.columnCount()):
            self.setColumnWidth(place, min(_WIDEST, self.columnWidth(place) + 8))


def _fields(report: ImportReport) -> list[str]:
    names = list(report.columns)
    return names + [name for row in report.shown[:1] for name in row.values if name not in report.columns]


def _text(name: str, values: Mapping[str, Any], currency: str) -> str:
    match values.get(name):
        case None:
            text = ""
        case bool(is_yes):
            text = translate("ImportRows", "yes") if is_yes else translate("ImportRows", "no")
        case datetime() as moment:
            text = f"{formats.long_day(moment.date())} {formats.clock(moment)}"
        case date() as day:
            text = formats.long_day(day)
        case Decimal() as number:
            text = _number(name, number, values.get("currency") or currency)
        case tuple(words):
            text = ", ".join(map(str, words))
        case other:
            text = _word(name, str(other), is_order="ordered_at" in values)
    return text


def _word(name: str, word: str, *, is_order: bool) -> str:
    if name == "channel":
        return wording.channel_name(word)
    return (wording.order_state(word) if name == "status" and is_order else "") or word


def _number(name: str, value: Decimal, currency: str) -> str:
    if name not in _MONEY:
        return QLocale().toString(float(value), "f", max(0, -int(value.normalize().as_tuple().exponent)))
    return formats.amount(to_minor(value, currency), currency)
