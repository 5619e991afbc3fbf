"""Fills a part of a page in several turns of the window's thread; it is laid out and seen once, when all is in it."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from reengage_desktop.ui.desk import Desk

_UNDER_WAY: Final = "fillings"


def fill(desk: Desk, part: QWidget, steps: Sequence[Callable[[], object]], on_done: Callable[[], object]) -> None:
    """Takes each step in a turn of its own, then `on_done`; until then the part stays as the owner sees it.

    Several fillings of one part may overlap: it is seen when the last one has ended.
    """
    _count(part, 1)
    desk.build(steps, part, lambda _made: _end(part, on_done))


def _end(part: QWidget, on_done: Callable[[], object]) -> None:
    on_done()
    _count(part, -1)


def _count(part: QWidget, by: int) -> None:
    under_way = (part.property(_UNDER_WAY) or 0) + by
    part.setProperty(_UNDER_WAY, under_way)
    layout = part.layout()
    if layout is not None:
        layout.setEnabled(not under_way)
        if not under_way:
            # Who asked for room meanwhile was heard by nobody, and a part that was given its room meanwhile takes
            # itself for laid out: neither would be asked again.
            layout.invalidate()
            QCoreApplication.postEvent(part, QEvent(QEvent.Type.LayoutRequest))
    part.setUpdatesEnabled(not under_way)
