"""Charts: by keyboard, by mouse, as tables, as files, in both themes and both directions, empty and full."""

import csv
import io
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QImage, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reengage_desktop.domain.sheets import csv_text
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.ui import formats
from reengage_desktop.ui.charts import (
    Bar,
    ChartCard,
    DaySeries,
    FunnelChart,
    HeatCells,
    HeatMap,
    LineChart,
    StackedAreas,
    StackedBars,
    by_weeks,
    nice_ceiling,
)
from reengage_desktop.ui.charts.chart import Chart
from reengage_desktop.ui.charts.figures import spread_labels, thin_out
from reengage_desktop.ui.theme import Tone, apply_theme
from tests.ui.stage import dress

DAYS = [date(2026, 11, 1) + timedelta(days=number) for number in range(10)]
LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    dress(qapp)
    yield
    dress(qapp)


def _lines(days: list[date] = DAYS, *, before: bool = False) -> LineChart:
    chart = LineChart("Messages per day", formats.day, formats.number, formats.long_day)
    sent = [float(number) for number in range(len(days))]
    then = [2.0] * len(days) if before else []
    back = [1.0] * len(days)
    chart.show_days(days, [DaySeries("Sent", Tone.ACCENT, sent, then), DaySeries("Bought again", Tone.OK, back)])
    return chart


def _stack(kind: type[StackedAreas | StackedBars]) -> StackedAreas | StackedBars:
    chart = kind("Customers", formats.day, formats.number)
    layers = [(Tone.OK, "Active"), (Tone.WARN, "Stopped buying"), (Tone.NEUTRAL, "Lost")]
    chart.show_days(DAYS, [DaySeries(name, tone, [float(at + 1) for at in range(10)]) for tone, name in layers])
    return chart


def _funnel() -> FunnelChart:
    chart = FunnelChart("Funnel")
    chart.show_bars([Bar("Sent", 10, "10 · 100 %", "Messages."), Bar("Opened", 4, "4 · 40 %"), Bar("Bought", 0, "0")])
    return chart


def _heat() -> HeatMap:
    chart = HeatMap("When customers buy")
    chart.show_cells(HeatCells(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], [list(range(24))] * 7))
    return chart


KINDS: dict[str, Callable[[], Chart]] = {
    "lines": _lines,
    "compared": lambda: _lines(before=True),
    "areas": lambda: _stack(StackedAreas),
    "bars": lambda: _stack(StackedBars),
    "funnel": _funnel,
    "heat": _heat,
}


def _shown(qtbot: QtBot, chart: Chart) -> Chart:
    qtbot.addWidget(chart)
    chart.resize(500, 260)
    chart.show()
    chart.setFocus()
    return chart


def _move_mouse(chart: Chart, x: float, y: float) -> None:
    at = QPointF(x, y)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        chart.mapToGlobal(at),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(chart, event)


def test_arrow_keys_walk_along_the_days(qtbot: QtBot) -> None:
    """An arrow begins at the newest day; the words for a screen reader follow the mark."""
    chart = _shown(qtbot, _lines())
    whole = chart.accessibleDescription()
    assert whole == "Sent: 45. Bought again: 10"
    qtbot.keyClick(chart, LEFT)
    assert chart.spoken() == "10 Nov 2026. Sent: 9. Bought again: 1"
    qtbot.keyClick(chart, LEFT)
    assert chart.accessibleDescription().startswith("9 Nov")
    for key, day in ((Qt.Key.Key_Home, "1 Nov"), (LEFT, "1 Nov"), (Qt.Key.Key_PageDown, "8 Nov"), (RIGHT, "9 Nov")):
        qtbot.keyClick(chart, key)
        assert chart.spoken().startswith(day)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.spoken().startswith("10 Nov")
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert (chart.spoken(), chart.accessibleDescription()) == ("", whole)


def test_before_is_told_beside_now(qtbot: QtBot) -> None:
    """C8: with a period before, each figure names both, in the words and in the table."""
    chart = _shown(qtbot, _lines(before=True))
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.spoken() == "10 Nov 2026. Sent: 9 (before: 2). Bought again: 1"
    assert chart.sheet().header == ["Day", "Sent", "Sent, before", "Bought again"]


def test_steps_and_cells_are_walked_too(qtbot: QtBot) -> None:
    """Funnel: step by step with what it counts; heat map: hours to the side, weekdays up and down, never out of it."""
    funnel = _shown(qtbot, _funnel())
    qtbot.keyClick(funnel, DOWN)
    assert funnel.spoken() == "Sent: 10 · 100 %. Messages."
    qtbot.keyClick(funnel, DOWN)
    assert funnel.spoken() == "Opened: 4 · 40 %"
    heat = _shown(qtbot, _heat())
    for key in (RIGHT, RIGHT, DOWN, DOWN, UP):
        qtbot.keyClick(heat, key)
    assert heat.spoken() == "Tue 01:00–02:00 – 1"
    for key in (LEFT, LEFT, LEFT, UP, UP):
        qtbot.keyClick(heat, key)
    assert heat.spoken() == "Mon 00:00–01:00 – 0"


@pytest.mark.parametrize("kind", KINDS)
def test_the_mark_follows_mouse_and_keyboard(qtbot: QtBot, kind: str) -> None:
    """Wherever mouse and keys put it there are words; Enter opens it; it goes with the focus."""
    chart = _shown(qtbot, KINDS[kind]())
    _move_mouse(chart, 300, 120)
    assert chart.spoken()
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert chart.spoken() == ""
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    with qtbot.waitSignal(chart.activated, timeout=1000) as opened:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert opened.args == [0]
    marked = chart.grab().toImage()
    QApplication.sendEvent(chart, QFocusEvent(QEvent.Type.FocusOut))
    assert chart.spoken() == ""
    assert chart.grab().toImage() != marked


@pytest.mark.parametrize("kind", KINDS)
def test_a_mirrored_chart_is_walked_as_it_is_seen(qtbot: QtBot, kind: str) -> None:
    """Right-to-left: the picture is another one, and the left key leads to what stands on the left."""
    chart = _shown(qtbot, KINDS[kind]())
    straight = chart.grab().toImage()
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert chart.grab().toImage() != straight
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    first = chart.spoken()
    qtbot.keyClick(chart, RIGHT if kind != "funnel" else UP)
    assert chart.spoken() == first
    qtbot.keyClick(chart, LEFT if kind != "funnel" else DOWN)
    assert chart.spoken() != first


def test_the_mouse_finds_the_day_in_both_directions(qtbot: QtBot) -> None:
    """Near the right edge lies the newest day, or, read from the right, the oldest."""
    chart = _shown(qtbot, _lines())
    _move_mouse(chart, 480, 100)
    assert chart.spoken().startswith("10 Nov")
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _move_mouse(chart, 470, 100)
    assert chart.spoken().startswith("1 Nov")


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_says_what_the_picture_says(qtbot: QtBot, kind: str) -> None:
    """Picture to table and back by a button; every cell has a heading; the model keeps Qt's rules."""
    chart = KINDS[kind]()
    card = ChartCard("Customers", chart)
    qtbot.addWidget(card)
    card.show()
    tester = QAbstractItemModelTester(card.table.sheet_model, QAbstractItemModelTester.FailureReportingMode.Fatal, card)
    assert not card.shows_table()
    qtbot.mouseClick(card.switch, Qt.MouseButton.LeftButton)
    assert card.shows_table()
    assert card.switch.accessibleName() == "Show “Customers” as a chart"
    sheet, model = chart.sheet(), card.table.sheet_model
    assert (model.rowCount(), model.columnCount()) == (len(sheet.rows), len(sheet.header))
    assert all(sheet.header)
    seen = [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(len(sheet.rows))
    ]
    assert seen == [[cell.text for cell in row] for row in sheet.rows]
    spoken = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{sheet.rows[0][0].text}, {sheet.header[1]}: {sheet.rows[0][1].text}"
    card.refresh_table()
    qtbot.mouseClick(card.switch, Qt.MouseButton.LeftButton)
    assert not card.shows_table()
    assert tester.model() is model


def test_figures_go_into_a_file_that_computes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    """C8: CSV with plain numbers and ISO days, cells that no spreadsheet takes for a formula (promise 23)."""
    chart = LineChart("Sent", formats.day, formats.number)
    chart.show_days(DAYS[:2], [DaySeries("=HYPERLINK(1)", Tone.ACCENT, [1234.0, 2.5])])
    card = ChartCard("Sent", chart)
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.said, timeout=1000):
        card.save_table(tmp_path / "sent.csv")
    text = (tmp_path / "sent.csv").read_text(encoding="utf-8-sig")
    assert list(csv.reader(io.StringIO(text))) == [
        ["Day", "'=HYPERLINK(1)"],
        ["2026-11-02", "2.5"],
        ["2026-11-01", "1234"],
    ]
    QLocale.setDefault(QLocale("de_DE"))
    card.save_table(tmp_path / "sent.csv")
    assert "2026-11-02;2,5" in (tmp_path / "sent.csv").read_text(encoding="utf-8-sig")


def test_a_file_that_cannot_be_written_is_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    """What happened, and that nothing was saved."""
    card = ChartCard("Sent", _lines())
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.failed, timeout=1000) as told:
        card.save_table(tmp_path / "no such folder" / "sent.csv")
    assert isinstance(told.args[0], Refused)
    assert "Nothing was saved" in str(told.args[0])


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_have_twice_the_density(qtbot: QtBot, tmp_path: Path, kind: str) -> None:
    """C8: PNG with the title, at 2×, never smaller than a page needs; the mark is not in it."""
    card = ChartCard("Messages", KINDS[kind]())
    qtbot.addWidget(card)
    card.show()
    card.chart.setFocus()
    unmarked = card.chart.picture("Messages")
    card.chart.move_to(1)
    card.save_picture(tmp_path / "chart.png")
    picture = QImage(str(tmp_path / "chart.png"))
    assert picture.width() >= 1440
    assert unmarked == card.chart.picture("Messages")
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 17) for y in range(0, picture.height(), 13)}
    assert len(colours) > 3


def test_copies_go_to_the_clipboard(qtbot: QtBot) -> None:
    """As a picture, and as cells."""
    card = ChartCard("Messages", _lines())
    qtbot.addWidget(card)
    card.copy_table()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0] == "Day\tSent\tBought again"
    assert len(lines) == 11
    card.copy_picture()
    assert not QApplication.clipboard().image().isNull()
    assert [action.text() for action in card.take_along.menu().actions() if action.text()] == [
        "Save the table (CSV)…",
        "Save the picture (PNG)…",
        "Copy the table",
        "Copy the picture",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_chart_is_a_grey_shape_and_a_sentence(qtbot: QtBot, kind: str) -> None:
    """No figure is made up: the keys do nothing, nothing can be saved; new figures end it."""
    chart = KINDS[kind]()
    card = ChartCard("Messages", chart)
    qtbot.addWidget(card)
    card.resize(500, 300)
    card.show()
    full = chart.grab().toImage()
    chart.show_nothing("As soon as messages have gone out, you see them here.")
    card.refresh_table()
    assert chart.accessibleDescription().startswith("As soon as")
    assert chart.grab().toImage() != full
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    _move_mouse(chart, 200, 100)
    assert chart.spoken() == ""
    buttons = [each for each in card.findChildren(QPushButton) if each.isVisible()]
    assert not any(each.isEnabled() for each in buttons)


@pytest.mark.parametrize("kind", KINDS)
def test_the_theme_is_worn_at_once(qtbot: QtBot, qapp: QApplication, kind: str) -> None:
    """Colours come from the tokens at every painting."""
    chart = _shown(qtbot, KINDS[kind]())
    light = chart.grab().toImage()
    apply_theme(qapp, "dark")
    assert chart.grab().toImage() != light


@pytest.mark.parametrize("values", [[], [0.0], [5.0], [0.0, 0.0], [1e6, 3.0]])
@pytest.mark.parametrize("kind", [LineChart, StackedAreas, StackedBars])
def test_charts_paint_whatever_the_figures(qtbot: QtBot, kind: type[LineChart], values: list[float]) -> None:
    """No days, one day, zeros and large figures, in no room at all: a picture, never a fault."""
    chart = kind("Sent", formats.day, formats.number)
    qtbot.addWidget(chart)
    chart.show_days(DAYS[: len(values)], [DaySeries("Sent", Tone.ACCENT, values)])
    for width, height in ((300, 200), (20, 10), (1, 1)):
        chart.resize(width, height)
        assert not chart.grab().isNull()
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert not chart.grab().isNull()


def _bare(target: QImage, values: list[float]) -> None:
    """The same two surfaces and lines with nothing around them, as Qt draws them when simply asked."""
    points = [QPointF(at * 3.2, 300 - value * 14) for at, value in enumerate(values)]
    painter = QPainter(target)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for _ in range(2):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.blue)
        painter.drawPolygon(QPolygonF([*points, QPointF(1168, 300), QPointF(0, 300)]))
        painter.setPen(QPen(Qt.GlobalColor.red, 2))
        painter.drawPolyline(QPolygonF(points))
    painter.end()


def _spent(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began


@pytest.mark.parametrize("kind", [LineChart, StackedAreas, StackedBars])
def test_a_year_is_painted_quickly(qtbot: QtBot, kind: type[LineChart]) -> None:
    """365 points of two series, with axes and words, cost no more than twice the bare lines; the mark's moves little.

    Taken side by side, so that a busy machine slows both.
    """
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    values = [float(number * 7 % 13 + number // 40) for number in range(365)]
    chart = kind("Sent", formats.day, formats.number)
    series = [DaySeries(name, Tone.OK, values) for name in "ab"]
    chart.show_days(days, series)
    _shown(qtbot, chart).resize(1200, 320)
    target = QImage(1200, 320, QImage.Format.Format_RGB32)
    bare, whole, moves = [], [], []
    for at in range(7):
        bare.append(_spent(lambda: _bare(target, values)))
        chart.show_days(days, series)
        for spent in (whole, moves):
            chart.move_to(at * 20)
            spent.append(_spent(lambda: chart.render(target, QPoint())))
    assert min(whole) < 2 * min(bare)
    assert min(moves) < min(whole) / 2


@given(st.floats(min_value=0, max_value=1e9))
def test_the_axis_holds_the_highest_value(highest: float) -> None:
    """The upper end is a round number at or above the highest, in at most six steps."""
    ceiling, step = nice_ceiling(highest)
    assert ceiling >= highest
    assert ceiling % step == 0
    assert 4 <= ceiling // step <= 5


@given(st.integers(1, 400), st.floats(1, 2000), st.floats(1, 120))
def test_labels_never_overlap(count: int, room: float, width: float) -> None:
    """The days that get a label lie further apart than a label is wide, however large the text; the first has one."""
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(count)]
    chosen = spread_labels(days, room, width)
    assert chosen[0] == 0
    assert chosen == sorted(set(chosen))
    if len(chosen) > 1:
        apart = min(b - a for a, b in pairwise(chosen)) * room / max(1, count - 1)
        assert apart >= min(width, room / max(1, count - 1)) * 0.9
        assert chosen[-1] == count - 1


@given(st.integers(1, 30), st.floats(1, 500), st.floats(1, 60))
def test_figures_on_the_axis_are_thinned_out(count: int, room: float, needed: float) -> None:
    """Every how manieth: as few are left out as needed."""
    every = thin_out(count, room, needed)
    if 1 < every < count:
        assert room / (count - 1) * every >= needed > room / (count - 1) * (every - 1)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=100))
def test_weeks_lose_nothing(values: list[int]) -> None:
    """The weeks' sums are the days' sum; all but the first have seven days."""
    days = list(range(700, 700 + len(values)))
    firsts, (sums,) = by_weeks(days, [values])
    assert sum(sums) == sum(values)
    assert firsts[0] == 700
    assert len(firsts) == len(sums) == -(-len(values) // 7)
    assert all(b - a == 7 for a, b in pairwise(firsts[1:]))


@given(st.lists(st.lists(st.text(max_size=8) | st.floats(-1e9, 1e9), min_size=2, max_size=2), max_size=5))
def test_no_cell_of_a_file_computes(rows: list[list[str | float]]) -> None:
    """Promise 23: whatever a cell holds, a text never begins as a formula does; numbers stay numbers."""
    header = ["=a", "b"]
    for row in csv.reader(io.StringIO(csv_text(header, rows), newline="")):
        for cell in row:
            assert not cell.startswith(("=", "+", "@", "\t", "\r"))
            if cell.startswith("-"):
                float(cell)
