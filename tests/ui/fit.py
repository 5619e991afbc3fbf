"""Searches an open window for what a screen reader can't name, what is cut off, and what nobody translated."""

import re
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
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

from reengage_desktop.ui.widgets.toast import Toast
from reengage_desktop.ui.window import MainWindow
from tests.ui.pseudo import OPENING
from tests.ui.stage import Stage

SCREENS: list[tuple[str, object]] = [
    ("home", None),
    ("customers", None),
    ("campaigns", None),
    ("campaigns", {"new": True}),
    ("campaigns", {"recipe": "we_miss_you", "segment": "inactive"}),
    ("campaigns", {"approve": True}),
    ("templates", None),
    ("analytics", None),
    ("activity", {"filter": "all"}),
    ("activity", {"filter": "checks"}),
    ("activity", {"filter": "imports"}),
    ("settings", {"section": "shop"}),
    ("settings", {"section": "rules"}),
    ("settings", {"section": "connections"}),
    ("settings", {"section": "privacy"}),
    ("settings", {"section": "backup"}),
    ("settings", {"section": "app"}),
    ("settings", {"section": "advanced"}),
]
# Letters that the pseudo-language leaves in no word of its own.
_PLAIN = re.compile(r"[a-zA-Z]*[aeiou][a-zA-Z]*")
# Qt's own inner parts: their outer widget has the name.
# A wrapped text that is narrower than this and higher than three lines is a column of single words.
SQUEEZED = 110
_INNER = (QScrollBar, QTabWidget, QDialog)
_CLICKS = ("2clicked()", "2clicked(bool)", "2pressed()", "2released()")


def _shown(top: QWidget) -> Iterator[QWidget]:
    # A dialog that was opened over the window is a child of it and no part of it.
    yield from (each for each in top.findChildren(QWidget) if each.isVisible() and each.window() is top.window())


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


def deaf(top: QWidget) -> list[str]:
    """What is switched or chosen, and tells its owner of clicks only: a screen reader's press would do nothing."""
    return [
        f"{type(each).__name__} listens to clicks only: {_words(each)[:60]}"
        for each in _shown(top)
        if isinstance(each, QAbstractButton) and each.isCheckable() and any(map(each.receivers, _CLICKS))
    ]


def cut_off(top: QWidget) -> list[str]:
    """Visible labels, buttons and boxes whose words don't fit into the room that they have."""
    found = []
    for each in _shown(top):
        if isinstance(each, QLabel) and each.text() and each.wordWrap():
            if each.width() < SQUEEZED and each.height() > 3 * each.fontMetrics().height():
                found.append(f"label squeezed: {each.text()[:60]} {each.width()}x{each.height()}")
            elif each.heightForWidth(each.width()) > each.height() + 2:
                found.append(f"label too low: {each.text()[:60]} {each.width()}x{each.height()}")
        elif isinstance(each, QLabel | QPushButton | QCheckBox) and getattr(each, "text", str)():
            needed = each.sizeHint()
            if needed.width() > each.width() + 1 or each.height() + 2 < each.minimumSizeHint().height():
                found.append(f"{type(each).__name__} cut: {each.text()[:60]} {needed.width()} > {each.width()}")
    return found


def out_of_sight(window: MainWindow) -> list[str]:
    """Widgets of the page in front that lie right of its edge with nothing to scroll there."""
    page = window.tabs.currentWidget()
    assert isinstance(page, QAbstractScrollArea)
    bar = page.horizontalScrollBar()
    return [f"{type(page).__name__} is {bar.maximum()} px wider than its place"] if bar.maximum() > 0 else []


def overlapping(top: QWidget) -> list[str]:
    """Visible words and inputs that lie on top of each other; a toast lies on top for as long as it is there."""
    floating = {each for toast in top.findChildren(Toast) for each in toast.findChildren(QWidget)}
    places = [
        (each, rect)
        for each in _shown(top)
        if each not in floating
        and isinstance(each, QLabel | QAbstractButton | QLineEdit | QComboBox)
        and (rect := _seen(each, top)).isValid()
    ]
    return [
        f"{_words(one)[:40]!r} and {_words(other)[:40]!r} overlap"
        for (one, here), (other, there) in combinations(places, 2)
        if here.adjusted(1, 1, -1, -1).intersects(there.adjusted(1, 1, -1, -1))
        and not one.isAncestorOf(other)
        and not other.isAncestorOf(one)
    ]


def untranslated(top: QWidget) -> list[str]:
    """Words of the window that never went through `tr()`; asked while the window speaks the pseudo-language.

    A widget that shows the owner's or a customer's own words says so by the property `data_shown`.
    """
    found = set()
    for each in _shown(top):
        said = [_words(each), each.toolTip(), each.accessibleName(), each.accessibleDescription()]
        if isinstance(each, QComboBox):
            said = [each.itemText(index) for index in range(each.count())] + said[1:]
        if isinstance(each, QLineEdit):
            said = [each.placeholderText(), *said[1:]]
        if isinstance(each, QTabBar):
            said += [each.tabText(index) for index in range(each.count())]
        if not each.property("data_shown"):
            found |= {text for text in said if OPENING not in text and _PLAIN.search(text)}
    return sorted(found)


def _seen(widget: QWidget, top: QWidget) -> QRect:
    """The part of a widget that is on screen, in the coordinates of the window; invalid where nothing is."""
    region = widget.visibleRegion()
    if region.isEmpty():
        return QRect()
    corner = widget.mapTo(top, QPoint(0, 0))
    return region.boundingRect().translated(corner)


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else ""


def faults_of(stage: Stage, top: QWidget | None = None) -> list[str]:
    """Everything that is nameless, cut off, out of sight or on top of each other in the window or a dialog."""
    return faults_in(top or stage.window)


def faults_in(top: QWidget) -> list[str]:
    """The same of any window or dialog."""
    found = nameless(top) + deaf(top) + cut_off(top) + overlapping(top)
    return found + out_of_sight(top) if isinstance(top, MainWindow) else found
