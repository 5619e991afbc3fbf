"""A picture beside words, in the colours of the theme that is worn at that moment."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

from reengage_desktop.ui.icons import icon
from reengage_desktop.ui.theme import Tone


class Picture(QLabel):
    """A lucide picture of `side` pixels; a change of the theme draws it anew."""

    def __init__(self, name: str, tone: Tone, side: int) -> None:
        super().__init__()
        self._icon, self._side = icon(name, tone), side
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        self.setPixmap(self._icon.pixmap(self._side, self._side))
