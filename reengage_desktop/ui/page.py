"""What all pages have in common: a heading, a body that scrolls, and figures that follow the shop."""

from typing import ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reengage_desktop.jobs.events import Event
from reengage_desktop.ui.background import right_of_way
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.tab_order import focus_inside
from reengage_desktop.ui.widgets.text import label

MARGIN = 24
WIDE_LETTERS = 180
"""A page that is so many letters wide has room for two things beside each other, whatever size the text has."""


class Page(QScrollArea):
    """One tab. It reads when it is first seen, and again when what it follows changes while it is seen."""

    follows: ClassVar[tuple[type[Event], ...]] = ()

    def __init__(self, desk: Desk, heading: str) -> None:
        # Made where it will stay: Qt tells every widget of a page that its surroundings are others, one by one.
        super().__init__(desk.room)
        self.hide()
        self.desk = desk
        self._stale = True
        self._laid_out = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setProperty("role", "page")
        self.body = QVBoxLayout(body)
        self.body.setContentsMargins(MARGIN, 16, MARGIN, 14)
        self.body.setSpacing(12)
        self.heading = label(heading, "title")
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.addWidget(self.heading)
        self.subheading = label("", "muted")
        self.head.addWidget(self.subheading)
        self.head.addStretch(1)
        self.body.addLayout(self.head)
        self.setWidget(body)
        self.setAccessibleName(heading)
        desk.bus.changed.connect(self._something_changed)

    def load(self) -> None:
        """Reads everything that the page shows."""

    def open(self, argument: object) -> None:
        """Shows what the argument names; a page that has nothing to choose ignores it."""

    def take_keyboard(self) -> bool:
        """Takes the keyboard where it was, else at the first thing to read or choose; False: nothing takes it yet.

        Never at first on a button of the head: some of them act on the whole shop, and one key presses them.
        """
        return focus_inside(self, self._acts_in_head)

    def refresh(self) -> None:
        """Reads again now, or as soon as the page is seen."""
        if self.isVisible():
            self._stale = False
            self.load()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Reads what has become stale while nobody looked."""
        right_of_way().take()
        super().showEvent(event)
        self._laid_out = self.font().key()
        if self._stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Divides its room anew for text of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._laid_out not in ("", self.font().key()):
            self._laid_out = self.font().key()
            self.resizeEvent(QResizeEvent(self.size(), self.size()))

    def _acts_in_head(self, each: QWidget) -> bool:
        is_choice = isinstance(each, QPushButton) and each.isCheckable()
        return isinstance(each, QAbstractButton) and not is_choice and self.head.indexOf(each) >= 0

    def _something_changed(self, event: Event) -> None:
        if isinstance(event, self.follows):
            self.refresh()
