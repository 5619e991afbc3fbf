"""For every page and dialog: what can have the keyboard has a name, and no words are cut off, at both sizes."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reengage_desktop.ui.help import HelpDialog
from reengage_desktop.ui.importing.dialog import ImportDialog
from tests.ui.stage import Stage

SIZES = [QSize(1280, 760), QSize(960, 600)]
SCREENS: list[tuple[str, object]] = [
    ("home", None),
    ("customers", None),
    ("campaigns", None),
    ("templates", None),
    ("analytics", None),
    ("activity", {"filter": "all"}),
    ("activity", {"filter": "checks"}),
    ("activity", {"filter": "imports"}),
    ("settings", {"section": "shop"}),
    ("settings", {"section": "rules"}),
    ("settings", {"section": "connections"}),
    ("settings", {"section": "backup"}),
    ("settings", {"section": "app"}),
]
# Qt's own inner parts: their outer widget has the name.
_INNER = (QScrollBar, QTabWidget, QDialog)


def _shown(top: QWidget) -> Iterator[QWidget]:
    yield from (each for each in top.findChildren(QWidget) if each.isVisible())


def nameless(top: QWidget) -> list[str]:
    """Visible widgets that can have the keyboard and have no name for a screen reader."""
    found = []
    for each in _shown(top):
        if each.focusPolicy() == Qt.FocusPolicy.NoFocus or isinstance(each, _INNER) or not each.isEnabled():
            continue
        if isinstance(each, QLineEdit) and isinstance(each.parentWidget(), QAbstractSpinBox):
            continue
        if isinstance(each, QScrollArea) and each.widget() is None:
            continue
        if each.objectName().startswith("qt_") and not isinstance(each, QTabBar):
            continue
        interface = QAccessible.queryAccessibleInterface(each)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            parent = each.parentWidget()
            found.append(f"{type(each).__name__} {each.objectName()} in {type(parent).__name__ if parent else '-'}")
    return found


def cut_off(top: QWidget) -> list[str]:
    """Visible labels, buttons and boxes whose words don't fit into the room that they have."""
    found = []
    for each in _shown(top):
        if isinstance(each, QLabel) and each.text() and each.wordWrap():
            if each.heightForWidth(each.width()) > each.height() + 2:
                found.append(f"label too low: {each.text()[:60]} {each.width()}x{each.height()}")
        elif isinstance(each, QLabel | QPushButton | QCheckBox) and getattr(each, "text", str)():
            needed = each.sizeHint()
            if needed.width() > each.width() + 1 or each.height() + 2 < each.minimumSizeHint().height():
                found.append(f"{type(each).__name__} cut: {each.text()[:60]} {needed.width()} > {each.width()}")
    return found


def out_of_sight(stage: Stage) -> list[str]:
    """Widgets of the page in front that lie right of its edge with nothing to scroll there."""
    page = stage.window.tabs.currentWidget()
    assert isinstance(page, QAbstractScrollArea)
    bar = page.horizontalScrollBar()
    return [f"{type(page).__name__} is {bar.maximum()} px wider than its place"] if bar.maximum() > 0 else []


@pytest.mark.parametrize("size", SIZES, ids=["1280x760", "960x600"])
def test_pages_have_names_and_room(stage: Stage, size: QSize) -> None:
    """Every page in its usual and its smallest size."""
    stage.window.resize(size)
    faults = []
    for key, argument in SCREENS:
        stage.go(key, argument)
        place = f"{key} {argument or ''}"
        faults += [f"{place}: {text}" for text in nameless(stage.window) + cut_off(stage.window) + out_of_sight(stage)]
    assert not faults, "\n".join(faults)


def test_an_empty_shop_has_names_and_room(open_stage: Callable[..., Stage]) -> None:
    """Every page while there is nothing to show."""
    stage = open_stage(lively=False)
    stage.window.resize(SIZES[1])
    faults = []
    for key, argument in SCREENS:
        stage.go(key, argument)
        place = f"{key} {argument or ''}"
        faults += [f"{place}: {text}" for text in nameless(stage.window) + cut_off(stage.window) + out_of_sight(stage)]
    assert not faults, "\n".join(faults)
    assert stage.faults == []


def test_dialogs_have_names_and_room(stage: Stage) -> None:
    """The import's first page and the help."""
    for dialog in (ImportDialog(stage.desk, stage.window), HelpDialog("home", stage.window)):
        dialog.show()
        stage.settle()
        assert nameless(dialog) == []
        assert cut_off(dialog) == []
        dialog.close()


def test_the_searches_find_what_is_wrong(qtbot: QtBot) -> None:
    """Negative control: a nameless field, a cut label and a wrapped one that is too low are reported."""
    top = QWidget()
    qtbot.addWidget(top)
    top.resize(300, 200)
    field, cut, low = QLineEdit(top), QLabel("Words that do not fit at all", top), QLabel("Many words " * 20, top)
    field.setGeometry(0, 0, 100, 24)
    cut.setGeometry(0, 40, 40, 20)
    low.setWordWrap(True)
    low.setGeometry(0, 70, 200, 20)
    top.show()
    assert len(nameless(top)) == 1
    assert len(cut_off(top)) == 2
    field.setAccessibleName("Name")
    assert nameless(top) == []
