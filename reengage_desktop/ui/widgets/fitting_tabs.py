"""Tabs that stay whole in a narrow window: first the pictures go, then the room around the words, then letters."""

from enum import IntEnum

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QIcon, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

_EDGE = 16


class Fit(IntEnum):
    """How much room the tabs take."""

    FULL = 0
    WORDS = 1
    TIGHT = 2
    SHORTENED = 3


class FittingTabs(QTabWidget):
    """A tab widget whose tabs never hide behind arrows; the whole name is always in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: list[QIcon] = []
        self._needed: dict[Fit, int] = {}
        self.fit = Fit.FULL
        self.setDocumentMode(True)
        self.setIconSize(QSize(18, 18))
        self.setUsesScrollButtons(False)

    def add(self, page: QWidget, picture: QIcon, name: str, tip: str) -> None:
        """Adds a tab at the end."""
        self._pictures.append(picture)
        self.setTabToolTip(self.addTab(page, picture, name), tip)
        self._needed = {}

    def room(self) -> QWidget:
        """What the pages lie in: a page that was made there is put under its tab at no cost."""
        return self.findChild(QStackedWidget) or self

    def replace(self, at: int, page: QWidget) -> QWidget | None:
        """Puts another page under a tab and gives the one before; nobody hears of it."""
        old, name, tip, is_current = self.widget(at), self.tabText(at), self.tabToolTip(at), at == self.currentIndex()
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.removeTab(at)
        self.insertTab(at, page, self._pictures[at] if self.fit is Fit.FULL else QIcon(), name)
        self.setTabToolTip(at, tip)
        if is_current:
            self.setCurrentIndex(at)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        return old

    def showEvent(self, event: QShowEvent) -> None:
        """Takes what the width allows: before it is seen nothing is measured."""
        super().showEvent(event)
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes what the new width allows."""
        super().resizeEvent(event)
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        """Measures anew in another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._needed = {}
            self._settle()

    def _settle(self) -> None:
        if not self.count() or not self.isVisible():
            return
        room = self.width() - _EDGE
        fit = next((each for each in _WHOLE if self._needs(each) <= room), Fit.SHORTENED)
        if fit is not self.fit:
            self._wear(fit)

    def _needs(self, fit: Fit) -> int:
        """The width of all tabs; each fit is measured only when the one before has turned out too wide."""
        if fit not in self._needed:
            before = self.fit
            if fit is not before:
                self._wear(fit)
            self._needed[fit] = self.tabBar().sizeHint().width()
            if fit is not before:
                self._wear(before)
        return self._needed[fit]

    def _wear(self, fit: Fit) -> None:
        before, self.fit = self.fit, fit
        bar = self.tabBar()
        if (before is Fit.FULL) is not (fit is Fit.FULL):
            for at, picture in enumerate(self._pictures):
                self.setTabIcon(at, picture if fit is Fit.FULL else QIcon())
        if Fit.SHORTENED in (before, fit):
            # Named here: the first touch of Qt's own names costs 50 ms, and most windows are wide enough.
            elide = QtCore.Qt.TextElideMode
            bar.setElideMode(elide.ElideRight if fit is Fit.SHORTENED else elide.ElideNone)
        tight = "true" if fit >= Fit.TIGHT else "false"
        if (bar.property("tight") or "false") != tight:
            bar.setProperty("tight", tight)
            bar.style().unpolish(bar)
            bar.style().polish(bar)


_WHOLE = (Fit.FULL, Fit.WORDS, Fit.TIGHT)
