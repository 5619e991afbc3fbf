"""Does what a first look needs before anybody looks, a little at a time: at a stretch it would hold the window up.

A widget reads the style sheet when it is first shown, finds its place, and reads the sheet once more for each state in
which it is painted. All that is kept, whether the widget is seen or not.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPixmap, QRegion
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_AT_ONCE: Final = 20
_STRIPS: Final = 8


def dressing_steps(shown_later: QWidget) -> list[Callable[[], object]]:
    """What dresses a hidden widget and all that lies in it, lays it out as large as its surroundings, and paints it.

    Each step is for a turn of its own of the window's thread. Where the widget is shown meanwhile, they do no harm.
    """
    lying_in_it = [*shown_later.findChildren(QWidget), shown_later]
    parts = [lying_in_it[at : at + _AT_ONCE] for at in range(0, len(lying_in_it), _AT_ONCE)]
    return [*(partial(_dress, part) for part in parts), *(partial(_paint, shown_later, at) for at in range(_STRIPS))]


def _dress(widgets: Sequence[QWidget]) -> None:
    for each in widgets:
        if isValid(each):
            each.ensurePolished()


def _paint(shown_later: QWidget, at: int) -> None:
    """Paints a strip from left to right, for nobody; before the first one Qt lays everything out."""
    around = shown_later.parentWidget()
    if around is None or shown_later.isVisible():
        return
    shown_later.resize(around.size())
    high = -(-shown_later.height() // _STRIPS)
    strip = QRect(0, at * high, shown_later.width(), high)
    shown_later.render(QPixmap(strip.size()), QPoint(), QRegion(strip))
