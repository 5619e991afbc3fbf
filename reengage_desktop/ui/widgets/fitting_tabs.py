"""Tabs that stay whole in a narrow window: first the pictures go, then the room around the words, then letters."""

from enum import IntEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

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
        self._needed: tuple[int, ...] = ()
        self.fit = Fit.FULL
        self.setDocumentMode(True)
        self.setIconSize(QSize(18, 18))
        self.setUsesScrollButtons(False)

    def add(self, page: QWidget, picture: QIcon, name: str, tip: str) -> None:
        """Adds a tab at the end."""
        self._pictures.append(picture)
        self.setTabToolTip(self.addTab(page, picture, name), tip)
        self._needed = ()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes what the new width allows."""
        super().resizeEvent(event)
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        """Measures anew in another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._needed = ()
            self._settle()

    def _settle(self) -> None:
        if not self.count():
            return
        if not self._needed:
            self._measure()
        room = self.width() - _EDGE
        fit = next((Fit(at) for at, needed in enumerate(self._needed) if needed <= room), Fit.SHORTENED)
        if fit is not self.fit:
            self._wear(fit)

    def _measure(self) -> None:
        before, needed = self.fit, []
        for fit in (Fit.FULL, Fit.WORDS, Fit.TIGHT):
            self._wear(fit)
            needed.append(self.tabBar().sizeHint().width())
        self._needed = tuple(needed)
        self._wear(before)

    def _wear(self, fit: Fit) -> None:
        self.fit = fit
        bar = self.tabBar()
        for at, picture in enumerate(self._pictures):
            self.setTabIcon(at, picture if fit is Fit.FULL else QIcon())
        short = fit is Fit.SHORTENED
        bar.setElideMode(Qt.TextElideMode.ElideRight if short else Qt.TextElideMode.ElideNone)
        tight = "true" if fit >= Fit.TIGHT else "false"
        if bar.property("tight") != tight:
            bar.setProperty("tight", tight)
            bar.style().unpolish(bar)
            bar.style().polish(bar)
