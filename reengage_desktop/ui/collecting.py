"""Keeps Python's search for unused cycles in the window's thread.

Left to itself it runs in whatever thread happens to ask for memory. A lane's thread would then free widgets that only a
cycle still held; Qt can't stop their timers from there, and the next tick goes to an object that is gone: a crash.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS: Final = 250
_NAME: Final = "collecting"


class Collecting(QObject):
    """Looks from time to time whether a generation is due, by Python's own thresholds, and collects it here."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(_NAME)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_EVERY_MS)

    def look(self) -> None:
        """Collects the oldest generation that is due; each of them takes the younger ones along."""
        due = [has > may for has, may in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        for generation in (2, 1, 0):
            if all(due[: generation + 1]):
                gc.collect(generation)
                return


def collect_here(application: QObject) -> None:
    """From now on cycles are searched for only in this thread, the application's, and only while its events run."""
    if application.findChild(Collecting, _NAME) is None:
        Collecting(application)


def leave_out_what_stays() -> None:
    """Takes what has been made so far (modules, classes, texts) out of every later search: it stays until the end.

    Only the first time: by the second one a window may have gone that would then stay as well.
    """
    if not gc.get_freeze_count():
        gc.freeze()


def leave_out_pages() -> None:
    """Takes the window's pages out as well, as soon as they are made: to go through them alone is a stall of 60 ms.

    They stay as long as the window; what is made later (rows, dialogs) is searched as before.
    """
    gc.freeze()


def search_all_once() -> None:
    """Frees what was left out and has gone since, a window with its pages; what is still there is left out again."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
