"""Where Tab goes in the window: as it is read, the status bar last, whatever was made when."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QSpacerItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)
from pytestqt.qtbot import QtBot
from shiboken6.Shiboken import getAllValidWrappers

from reengage_desktop.ui.tab_order import reading_order
from tests.ui.fit import SCREENS
from tests.ui.stage import Stage

TAB, BACK = Qt.Key.Key_Tab, Qt.Key.Key_Backtab


def _walk(stage: Stage, key: Qt.Key) -> list[QWidget]:
    """Everything that Tab reaches from the tabs, up to the first thing that it reaches again."""
    window = stage.window
    window.activateWindow()
    stage.qtbot.waitUntil(window.isActiveWindow)
    window.tabs.tabBar().setFocus()
    passed: list[QWidget] = []
    while (focused := QApplication.focusWidget()) is not None and focused not in passed:
        passed.append(focused)
        QTest.keyClick(focused, key)
    return passed


def _places(stage: Stage, passed: list[QWidget]) -> list[str]:
    """In which part of Home each is."""
    window, home = stage.window, stage.window.page("home")
    parts = {
        "tabs": window.tabs.tabBar(),
        "hero": home.hero,  # type: ignore[attr-defined]
        "tiles": home.tiles,  # type: ignore[attr-defined]
        "needs": home.needs,  # type: ignore[attr-defined]
        "chart": home._chart_card,  # type: ignore[attr-defined]
        "status": window.statusBar(),
    }
    named = [
        next((name for name, part in parts.items() if part is each or part.isAncestorOf(each)), "") for each in passed
    ]
    return list(dict.fromkeys(name for name in named if name))


@pytest.mark.parametrize("width", [1280, 960])
def test_home_is_walked_as_it_is_read(stage: Stage, width: int) -> None:
    """Ux 2: what needs the owner before the chart, at both widths; the status bar last; backwards it is the reverse."""
    stage.window.resize(width, 760)
    stage.go("home")
    wanted = ["tabs", "hero", "tiles", "needs", "chart", "status"]
    forwards = _walk(stage, TAB)
    assert _places(stage, forwards) == wanted
    backwards = _walk(stage, BACK)
    assert backwards == [forwards[0], *reversed(forwards[1:])]


def test_every_page_ends_in_the_status_bar(stage: Stage) -> None:
    """A part that was made late, such as a link that came with a figure, stands where it is seen; nothing is missed."""
    for key, argument in SCREENS:
        stage.go(key, argument)
        order = list(reading_order(stage.window))
        status = stage.window.statusBar()
        is_status = [status.isAncestorOf(each) for each in order]
        assert is_status == sorted(is_status), key
        assert order[0] is stage.window.tabs.tabBar(), key
        takes = [
            each
            for each in stage.window.findChildren(QWidget)
            if each.isVisible()
            and each.isEnabled()
            and each.focusProxy() is None
            and each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and each.window() is stage.window
        ]
        assert {each.accessibleName() or type(each).__name__ for each in set(takes) - set(order)} == set(), key


def test_what_tab_reaches_is_brought_into_view(stage: Stage) -> None:
    """A field below the edge of a page scrolls up to the owner, instead of taking the keyboard unseen."""
    stage.window.resize(960, 600)
    page = stage.go("analytics", {"days": 90})
    for focused in _walk(stage, TAB):
        if not page.isAncestorOf(focused) or focused.height() > page.viewport().height():
            continue
        focused.setFocus()
        QTest.keyClick(focused, BACK)
        before = QApplication.focusWidget()
        assert before is not None
        QTest.keyClick(before, TAB)
        assert not focused.visibleRegion().isEmpty(), focused.accessibleName()


def test_grids_forms_and_loose_children(qtbot: QtBot) -> None:
    """A grid goes row by row whatever was added first; a form name by name; inner parts of a field are no stop."""
    top = QWidget()
    qtbot.addWidget(top)
    grid, form = QGridLayout(), QFormLayout(top)
    second, first, number, loose = QLineEdit(), QLineEdit(), QSpinBox(), QLineEdit(top)
    grid.addWidget(second, 1, 0)
    grid.addWidget(first, 0, 1)
    form.addRow(grid)
    form.addRow("Number", number)
    top.show()
    assert list(reading_order(top)) == [first, second, number, loose]
    number.setEnabled(False)
    assert list(reading_order(top)) == [first, second, loose]


def test_a_walk_leaves_no_names_behind(qtbot: QtBot) -> None:
    """D4: what Qt frees itself must have no name in Python: the next object at its address would answer to it (crash).

    The second half is the negative control: asking a layout for its items does leave such names.
    """
    top = QWidget()
    qtbot.addWidget(top)
    box = QVBoxLayout(top)
    box.addWidget(QLineEdit())
    box.addStretch()
    top.show()
    before = len(_named_items())
    assert len(list(reading_order(top))) == 1
    assert len(_named_items()) == before
    box.itemAt(0)
    box.itemAt(1)
    assert len(_named_items()) == before + 2


def _named_items() -> list[object]:
    return [each for each in getAllValidWrappers() if isinstance(each, QWidgetItem | QSpacerItem)]
