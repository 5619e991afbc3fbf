"""Cards side by side as long as there is room for them, one below the other where there is not."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

_SPACING = 12


class CardGrid(QWidget):
    """As many columns as fit, at most `most`; a card never gets fewer than `characters` of room.

    `even`: only as many columns as fill every line, so that no card stands alone.
    """

    def __init__(self, *, characters: int = 80, most: int = 2, even: bool = False) -> None:
        super().__init__()
        self._characters = characters
        self._most = most
        self._is_even = even
        self._cards: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_SPACING)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Shows these cards in their order; those that were there before are let go."""
        for old in self._cards:
            self._grid.removeWidget(old)
            if old not in cards:
                old.hide()
                old.deleteLater()
        self._cards = list(cards)
        self._columns = 0
        self._arrange()
        for card in self._cards:
            card.show()

    def cards(self) -> list[QWidget]:
        """The cards from first to last."""
        return list(self._cards)

    def minimumSizeHint(self) -> QSize:
        """One card wide: the others can go below it."""
        width = max((card.minimumSizeHint().width() for card in self._cards), default=0)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Makes more or fewer columns."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """The same for text of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        wanted = max(self._characters * self.fontMetrics().averageCharWidth(), self.minimumSizeHint().width())
        columns = max(1, min(self._most, (self.width() + _SPACING) // (wanted + _SPACING)))
        while self._is_even and self._cards and len(self._cards) % columns:
            columns -= 1
        if columns == self._columns:
            return
        for at in range(self._most):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        self._columns = columns
        for at, card in enumerate(self._cards):
            self._grid.addWidget(card, at // columns, at % columns)
