"""The vendored lucide icons, drawn in the colour of the theme that is worn at that moment."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reengage_desktop.resources import resource_path
from reengage_desktop.ui.theme import Tone, current_tokens

ON_HIGHLIGHT = "on_highlight"
TEXT = "text"
_MIRRORED = {"chevron-left": "chevron-right", "chevron-right": "chevron-left"}
_CLEAR = QColor(0, 0, 0, 0)


def icon(name: str, colour: str | Tone = TEXT) -> QIcon:
    """The icon called `name` in lucide; `colour` is a Tone, `text` or `on_highlight` and follows the theme."""
    return QIcon(_LucideEngine(name, str(colour)))


def app_icon() -> QIcon:
    """The program's own mark."""
    return QIcon(str(resource_path("icons", "app.svg")))


@cache
def _source(name: str) -> str:
    return resource_path("icons", "lucide", f"{name}.svg").read_text(encoding="utf-8")


@cache
def _pixmap(name: str, colour: str, pixels: int) -> QPixmap:
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(_CLEAR)
    painter = QPainter(pixmap)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap


def _colour(role: str, mode: QIcon.Mode) -> str:
    tokens = current_tokens()
    if mode == QIcon.Mode.Disabled:
        return tokens.muted
    if role == TEXT:
        return QGuiApplication.palette().color(QPalette.ColorRole.WindowText).name()
    if role == ON_HIGHLIGHT:
        return tokens.on_highlight
    return tokens.tone(Tone(role))


class _LucideEngine(QIconEngine):
    """Draws one lucide picture; asks for the colour at every painting, so a change of theme needs no new icons."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draws the picture in the colour of the moment."""
        ratio = painter.device().devicePixelRatioF()
        # A picture wider than high is drawn square at its outer edge: the rest is the gap before a button's words.
        side = min(rect.width(), rect.height())
        pixels = round(side * ratio)
        left = rect.right() + 1 - side if QGuiApplication.isRightToLeft() else rect.left()
        square = QRect(left, rect.top(), side, side)
        painter.drawPixmap(square, _pixmap(self._facing(), _colour(self._role, mode), pixels))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The picture at that size."""
        side = min(size.width(), size.height())
        square = _pixmap(self._facing(), _colour(self._role, mode), side)
        if size.width() <= size.height():
            return square
        wide = QPixmap(size)
        wide.fill(_CLEAR)
        painter = QPainter(wide)
        painter.drawPixmap(size.width() - side if QGuiApplication.isRightToLeft() else 0, 0, square)
        painter.end()
        return wide

    def _facing(self) -> str:
        """Where the window is read from right to left, forward points to the left."""
        return _MIRRORED.get(self._name, self._name) if QGuiApplication.isRightToLeft() else self._name

    def clone(self) -> QIconEngine:
        """A second engine for a copied icon."""
        return _LucideEngine(self._name, self._role)
