"""Fields for figures, days and choices: what the wheel does over them, and what their lists show."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, QPointF, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reengage_desktop import ui
from reengage_desktop.ui.widgets.inputs import ComboBox, DateEdit, DoubleSpinBox, Slider, SpinBox, TimeEdit
from tests.ui.fit import SCREENS
from tests.ui.stage import Stage, dress

_OWN = re.compile(
    r"\bQ(ComboBox|SpinBox|DoubleSpinBox|DateEdit|TimeEdit|DateTimeEdit|Slider|Dial|FontComboBox|CheckBox|RadioButton)\("
)
_HOMES = ("inputs.py", "switches.py")


def _make_fields() -> list[QWidget]:
    box, number, slider = ComboBox(), SpinBox(), Slider(Qt.Orientation.Horizontal)
    box.addItems(["one", "two", "three"])
    box.setCurrentIndex(1)
    for each in (number, slider):
        each.setValue(50)
    return [box, number, DoubleSpinBox(), DateEdit(QDate(2026, 11, 21)), TimeEdit(QTime(9, 30)), slider]


def _value(field: QWidget) -> str:
    if isinstance(field, QComboBox):
        return f"{field.currentIndex()} {field.currentText()}"
    return field.text() if isinstance(field, QAbstractSpinBox) else str(getattr(field, "value", int)())


def _turn(field: QWidget) -> bool:
    """Turns the wheel over a field; gives whether the field kept it from the page."""
    middle = QPointF(field.rect().center())
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    place, step, phase = field.mapToGlobal(middle), QPoint(0, -120), Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(middle, place, QPoint(), step, buttons, keys, phase, False)
    QApplication.sendEvent(field, event)
    return event.isAccepted()


@pytest.mark.parametrize("at", range(6))
def test_the_wheel_is_the_page_s_and_not_the_field_s(qtbot: QtBot, at: int) -> None:
    """A wheel over a field without the keyboard is the page's; with the keyboard it turns the field."""
    page, inner = QScrollArea(), QWidget()
    qtbot.addWidget(page)
    page.setWidgetResizable(True)
    layout = QVBoxLayout(inner)
    layout.setAlignment(Qt.AlignmentFlag.AlignTop)
    fields = _make_fields()
    for each in fields:
        layout.addWidget(each)
    inner.setMinimumHeight(2000)
    page.setWidget(inner)
    page.resize(300, 300)
    page.show()
    qtbot.waitActive(page)
    field = fields[at]
    page.setFocus()
    assert field.focusPolicy() == Qt.FocusPolicy.StrongFocus
    before = _value(field)
    assert not _turn(field)
    QTest.wheelEvent(page.windowHandle(), QPointF(field.mapTo(page, field.rect().center())), QPoint(0, -120))
    assert _value(field) == before
    assert page.verticalScrollBar().value() > 0
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    if not isinstance(field, DoubleSpinBox):
        assert _turn(field)
        assert _value(field) != before


def test_no_field_in_the_window_is_changed_by_the_way(stage: Stage) -> None:
    """On no page does a wheel that passes over a field change it."""
    changed, seen = [], 0
    for key, argument in SCREENS:
        stage.go(key, argument)
        for kind in (QAbstractSpinBox, QComboBox, QAbstractSlider):
            for each in stage.window.findChildren(kind):
                if not each.isVisible() or not each.isEnabled() or each.hasFocus() or isinstance(each, QScrollBar):
                    continue
                before, seen = _value(each), seen + 1
                if _turn(each) or _value(each) != before or each.focusPolicy() == Qt.FocusPolicy.WheelFocus:
                    changed.append(f"{key} {argument or ''}: {each.accessibleName()}")
    assert seen > 40
    assert not changed, "\n".join(changed)


def test_every_field_is_one_of_these() -> None:
    """Nothing in the window makes Qt's own, which take every wheel or tell of clicks only: dialogs neither."""
    files = [each for each in Path(ui.__file__).parent.rglob("*.py") if each.name not in _HOMES]
    assert [str(each) for each in files if _OWN.search(each.read_text(encoding="utf-8"))] == []


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("rows", [2, 3, 9])
def test_a_list_shows_all_its_rows(qtbot: QtBot, qapp: QApplication, rows: int) -> None:
    """A short list that drops down needs no scrolling to its last row."""
    dress(qapp)
    box = ComboBox()
    qtbot.addWidget(box)
    box.addItems([f"Choice {order}" for order in range(rows)])
    box.show()
    qtbot.waitExposed(box)
    box.showPopup()
    last = box.view().visualRect(box.model().index(rows - 1, 0))
    assert last.bottom() <= box.view().viewport().height()
    box.hidePopup()


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en_US", "12,50", 12.5),
        ("en_US", "12,5", 12.5),
        ("en_US", "12.50", 12.5),
        ("en_US", "1,250", 1250),
        ("en_US", "1,250.75", 1250.75),
        ("de_DE", "12.50", 12.5),
        ("de_DE", "12,50", 12.5),
        ("de_DE", "1.250", 1250),
        ("de_DE", "1.250,75", 1250.75),
    ],
)
def test_an_amount_is_read_as_it_was_meant(qtbot: QtBot, language: str, typed: str, meant: float) -> None:
    """D9: a comma for a point is no hundredfold amount; a thousands mark where one belongs stays one."""
    field = DoubleSpinBox()
    qtbot.addWidget(field)
    field.setLocale(QLocale(language))
    field.setRange(0, 9_999_999)
    field.setPrefix("$ ")
    field.show()
    field.selectAll()
    qtbot.keyClicks(field, typed)
    assert field.value() == meant


@pytest.mark.parametrize("kind", [SpinBox, DoubleSpinBox])
def test_a_number_out_of_reach_is_told_and_changes_nothing(
    qtbot: QtBot, qapp: QApplication, kind: type[SpinBox | DoubleSpinBox]
) -> None:
    """ux.md 11: no digit is dropped in silence; the range is said while typing, and what was there before stays."""
    dress(qapp)
    field = kind()
    said: list[str] = []
    qtbot.addWidget(field)
    field.reach.tell = said.append
    field.setRange(14, 365)
    field.setValue(60)
    field.show()
    for typed in ("12500", "3"):
        field.selectAll()
        qtbot.keyClicks(field, typed)
        assert typed in field.text()
        assert bool(said and said[-1]) is (typed == "12500")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert (field.value(), field.reach.strayed) == (60, True)
        assert said[-1].startswith("From 14")
        assert "to 365" in said[-1]
    field.selectAll()
    qtbot.keyClicks(field, "90")
    assert (field.value(), said[-1], field.reach.strayed) == (90, "", False)
    field.setValue(70)
    assert said[-1] == ""
