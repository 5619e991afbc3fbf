"""Pages behind one another of which only the first is made at once: a dialog is there before all that it may show."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

Page = TypeVar("Page", bound=QWidget)
Maker = Callable[[QWidget], QWidget]
"""Makes a page inside the widget that it is given."""


_BETWEEN_MS = 20
"""The pause before each of the others: what is there already is painted first, and whatever the owner does comes in."""


class Pages(QStackedWidget):
    """Each other page is made in a turn of its own of the window's thread, or as soon as it is asked for.

    They take what room there is: a page that would like to be higher never makes the buttons below it lower.
    """

    def __init__(self, makers: Sequence[Maker], parent: QWidget) -> None:
        super().__init__(parent)
        self._makers: dict[int, Maker] = dict(enumerate(makers))
        self._made: dict[int, QWidget] = {}
        for _ in makers:
            self.addWidget(QWidget(self))
        self.page(0)
        self._make_ahead()

    def page(self, at: int) -> Any:
        """The page of this number."""
        maker = self._makers.pop(at, None)
        if maker is not None:
            self._made[at] = maker(self)
            self._put(at, self._made[at])
        return self._made[at]

    def _put(self, at: int, page: QWidget) -> None:
        kept, is_current = self.widget(at), self.currentIndex() == at
        self.insertWidget(at, page)
        if is_current:
            self.setCurrentIndex(at)
        if kept is not None:
            self.removeWidget(kept)
            kept.deleteLater()

    def hasHeightForWidth(self) -> bool:
        """Its pages scroll."""
        return False

    def _make_ahead(self) -> None:
        if self._makers:
            QTimer.singleShot(_BETWEEN_MS, self, self._make_next)

    def _make_next(self) -> None:
        if self._makers:
            self.page(min(self._makers))
            self._make_ahead()


class PageAt(Generic[Page]):
    """An attribute of a dialog with `pages`: the page of this number, made as soon as it is asked for."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __get__(self, dialog: Any, kind: object = None) -> Page:
        """The page."""
        page: Page = dialog.pages.page(self.number)
        return page
