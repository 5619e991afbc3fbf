"""Where Tab goes: through the window as it is read, whenever its parts were made, and to the status bar last."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QStatusBar,
    QTableWidget,
    QTabWidget,
    QWidget,
)

_CLOSED = (QAbstractSpinBox, QComboBox)


def move_focus(window: QWidget, *, forward: bool) -> bool:
    """Gives the keyboard to the next widget of the window in reading order, or the one before; False: there is none."""
    order = list(reading_order(window))
    if not order:
        return False
    focused = QApplication.focusWidget()
    at = _place_of(focused, order)
    near = _around(focused, order) if at is None else []
    beside = (-1 if forward else 0) if at is None else at
    target = (near[0] if forward else near[-1]) if near else order[(beside + (1 if forward else -1)) % len(order)]
    reasons = Qt.FocusReason
    target.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
    _bring_into_view(target)
    return True


def focus_inside(page: QWidget, passed_over: Callable[[QWidget], bool] = lambda _each: False) -> bool:
    """Gives the keyboard to where it was on the page, else to its first widget; False: there is none yet.

    What is `passed_over` is taken only where the page has nothing else.
    """
    order = list(reading_order(page))
    before = page.focusWidget()
    if before is not None and _place_of(before, order) is not None:
        before.setFocus()
        return True
    first = next((each for each in order if not passed_over(each)), next(iter(order), None))
    if first is not None:
        first.setFocus()
    return first is not None


def reading_order(top: QWidget) -> Iterator[QWidget]:
    """Everything in `top` that Tab may reach now.

    What lies in a layout comes in the order in which it was put there, whichever way the layout runs; grids go row by
    row. What lies in none comes after it, from top to bottom.
    """
    for part in _parts(top):
        if part.isWindow() or not part.isVisible():
            continue
        if _takes_tab(part):
            yield part
        yield from reading_order(part)


def _takes_tab(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isEnabled() and widget.focusProxy() is None


def _parts(widget: QWidget) -> list[QWidget]:
    children = [each for each in widget.children() if isinstance(each, QWidget)]
    if not children or isinstance(widget, _CLOSED):
        return []
    special = _special_parts(widget)
    if special is not None:
        return [each for each in special if each is not None]
    layout = widget.layout()
    placed = [] if layout is None else list(_widgets_of(layout, children))
    return placed + _loose(widget, [each for each in children if each not in placed])


def _special_parts(widget: QWidget) -> Sequence[QWidget | None] | None:
    """The parts of what arranges its children by itself; None for everything else."""
    if isinstance(widget, QMainWindow):
        # Asking for the status bar would make one.
        return [widget.centralWidget(), *(each for each in widget.children() if isinstance(each, QStatusBar))]
    if isinstance(widget, QTabWidget):
        return [widget.tabBar(), widget.currentWidget()]
    if isinstance(widget, QStackedWidget):
        return [widget.currentWidget()]
    if isinstance(widget, QSplitter):
        return [widget.widget(at) for at in range(widget.count())]
    if isinstance(widget, QScrollArea):
        return [widget.widget()]
    return _in_cells(widget) if isinstance(widget, QAbstractScrollArea) else None


def _in_cells(area: QAbstractScrollArea) -> list[QWidget | None]:
    """What stands in a table's cells, line by line; nothing else that scrolls holds what can be reached."""
    if not isinstance(area, QTableWidget):
        return []
    return [area.cellWidget(line, place) for line in range(area.rowCount()) for place in range(area.columnCount())]


def _loose(widget: QWidget, children: list[QWidget]) -> list[QWidget]:
    """The children that no layout places, from top to bottom and in reading direction."""
    sign = -1 if widget.isRightToLeft() else 1
    return sorted(children, key=lambda each: (each.y(), sign * each.x()))


def _widgets_of(layout: QLayout, inside: Sequence[QWidget]) -> Iterator[QWidget]:
    """The widgets among `inside` that `layout` places, in its order.

    The layout is never asked for an item: Python would keep a name for it, and where Qt then frees the item, the next
    object at its address would answer to that name, as something that it is not.
    """
    placed: list[tuple[int, QWidget | QLayout]] = [
        *((layout.indexOf(each), each) for each in inside),
        *((layout.indexOf(each), each) for each in layout.children() if isinstance(each, QLayout)),
    ]
    placed = [place for place in placed if place[0] >= 0]
    by_cell = isinstance(layout, QGridLayout | QFormLayout)
    placed.sort(key=lambda place: _cell(layout, place[0]) if by_cell else (place[0], 0))
    for _at, each in placed:
        if isinstance(each, QLayout):
            yield from _widgets_of(each, inside)
        else:
            yield each


def _cell(layout: QLayout, at: int) -> tuple[int, int]:
    """Row and column of an item; in a form the name comes before the field."""
    row, column, *_spans = cast("Any", layout).getItemPosition(at)
    return int(row), int(getattr(column, "value", column))


def _place_of(focused: QWidget | None, order: list[QWidget]) -> int | None:
    """Where the keyboard is; inside a widget that stands in the order counts as on it."""
    while focused is not None and focused not in order:
        focused = None if focused.isWindow() else focused.parentWidget()
    return None if focused is None else order.index(focused)


def _around(focused: QWidget | None, order: list[QWidget]) -> list[QWidget]:
    """What can be reached nearest to a widget that is just being hidden or switched off, on the same page.

    Where the page itself is being left there is nothing: the one that comes says who takes the keyboard.
    """
    above = None if focused is None else focused.parentWidget()
    while above is not None and not (above.isWindow() or isinstance(above, QStackedWidget)):
        near = [each for each in order if above.isAncestorOf(each)]
        if near:
            return near
        above = above.parentWidget()
    return []


def _bring_into_view(target: QWidget) -> None:
    above = target.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(target)
        elif isinstance(above, QTableWidget):
            above.scrollTo(above.indexAt(target.pos()))
        above = above.parentWidget()
