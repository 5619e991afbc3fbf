"""Another theme or text size for a window that is open: every widget in its turn, what is seen first.

Qt's own way dresses all widgets at a stretch, in no order, and each one again for every widget it lies in: two seconds
for a window whose pages are all made. Here the new sheet is put in place while nobody has read the old one; then the
widgets read it a few at a time, children before what they lie in, so that no size of text is passed down twice.
Nothing is painted before everything that is seen wears the new look; what is hidden follows after that.
"""

import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from reengage_desktop.ui.theme.apply import change_sheet, use_font
from reengage_desktop.ui.theme.tokens import Tokens

_STRETCH_S = 0.012
"""So long the window's thread works before it looks for what the owner does; layouts and painting come on top."""
_MANY = 150


class Restyling(QObject):
    """Dresses an open window anew, a few widgets at a time; `done` says that the last one wears it."""

    done = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._shown: deque[QWidget] = deque()
        self._hidden: deque[QWidget] = deque()
        self._frozen: list[QWidget] = []
        self._is_sorted = True
        self._found: list[QWidget] | None = None
        self._point_size = 0.0
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._go_on)

    def wear(self, theme: str, text_size_percent: int = 100) -> Tokens:
        """Begins with it; colours that are painted by hand are the new ones from now on."""
        self._freeze()
        tokens, self._point_size = change_sheet(self._app, theme, text_size_percent)
        self._is_sorted, self._found = False, None
        self._next.start()
        return tokens

    def is_done(self) -> bool:
        """Whether every widget wears what was asked for last."""
        return not self._next.isActive()

    def look_again(self) -> None:
        """Something else is shown now: it comes first."""
        if self._is_sorted and not self.is_done():
            self._freeze()
            self._sort([*self._shown, *self._hidden])

    def _sort(self, widgets: Iterable[QWidget]) -> None:
        """What is seen first; what holds many hidden widgets last: it would pass its font on to all at once."""
        waiting = [each for each in widgets if shiboken6.isValid(each)]
        shown, hidden = list[QWidget](), list[QWidget]()
        for each in waiting:
            (shown if each.isVisible() else hidden).append(each)
        holding = _holding(hidden)
        self._shown = deque(each for each in shown if each not in holding)
        self._hidden = deque([*hidden, *(each for each in shown if each in holding)])
        for each in holding:
            if each.isVisible():
                QApplication.sendEvent(each, QEvent(QEvent.Type.StyleChange))

    def _gather(self) -> None:
        """Finds all widgets, and in a turn of its own which of them come first."""
        if self._found is None:
            self._found = list(_leaves_first(self._app))
            return
        found, self._found = self._found, None
        self._is_sorted = True
        self._sort(found)

    def _go_on(self) -> None:
        if not self._is_sorted:
            self._gather()
            return
        if self._frozen and not self._shown:
            self._thaw()  # in a turn of its own: the whole window is painted after it
            return
        ends = time.perf_counter() + _STRETCH_S
        while (waiting := self._shown or self._hidden) and time.perf_counter() < ends:
            if waiting is self._hidden and self._frozen:
                break
            dress(self._app, waiting.popleft())
        if not (self._frozen or self._shown or self._hidden):
            self._next.stop()
            use_font(self._app, self._point_size)
            self.done.emit()

    def _freeze(self) -> None:
        for window in self._app.topLevelWidgets():
            if window.isVisible() and window.updatesEnabled():
                window.setUpdatesEnabled(False)
                self._frozen.append(window)

    def _thaw(self) -> None:
        frozen, self._frozen = self._frozen, []
        for window in frozen:
            if shiboken6.isValid(window):
                window.setUpdatesEnabled(True)


def dress(app: QApplication, widget: QWidget) -> None:
    """Lets one widget read the sheet; one that was never dressed will read it when it is first seen."""
    if shiboken6.isValid(widget) and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        app.style().polish(widget)
        QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
        around = widget.parentWidget()
        if around is not None and around.isVisible() and not widget.isVisible():
            # Some make room for what is hidden in them too (the status bar), and hear nothing of its new size.
            QApplication.postEvent(around, QEvent(QEvent.Type.LayoutRequest))


def _leaves_first(app: QApplication) -> Iterator[QWidget]:
    for window in app.topLevelWidgets():
        if window.parentWidget() is None:
            yield from reversed([window, *window.findChildren(QWidget)])


def _holding(widgets: Iterable[QWidget]) -> set[QWidget]:
    """Everything that many of these lie in."""
    held: Counter[QWidget] = Counter()
    lies_in: dict[QWidget, QWidget | None] = {}  # asking Qt costs more than all the rest
    for holder, count in Counter(each.parentWidget() for each in widgets).items():
        around: QWidget | None = holder
        while around is not None:
            held[around] += count
            if around not in lies_in:
                lies_in[around] = around.parentWidget()
            around = lies_in[around]
    return {each for each, count in held.items() if count > _MANY}
