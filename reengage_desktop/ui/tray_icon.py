"""The program's mark in the tray: one shape in the corner for each state, so that nobody has to tell colours apart."""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtSvg import QSvgRenderer

from reengage_desktop.resources import resource_path
from reengage_desktop.ui.theme.tokens import LIGHT

_SIZES = (16, 20, 22, 24, 32, 44, 48, 64, 96, 128)
_WHITE = QColor("#ffffff")


class TrayState(StrEnum):
    """What the icon says: nothing special, messages go out now, sending is paused, something has to be mended."""

    NORMAL = "normal"
    SENDING = "sending"
    PAUSED = "paused"
    PROBLEM = "problem"


def tray_icon(state: TrayState) -> QIcon:
    """The icon of a state, drawn for every size that a tray asks for."""
    icon = QIcon()
    for side in _SIZES:
        icon.addPixmap(draw_tray(state, side))
    return icon


@cache
def draw_tray(state: TrayState, side: int) -> QPixmap:
    """The mark, `side` pixels high and wide, with the state's shape in its lower right corner."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(resource_path("icons", "app.svg"))).render(painter, QRectF(0, 0, side, side))
    painter.scale(side / 16, side / 16)
    _SHAPES[state](painter)
    painter.end()
    return pixmap


def _nothing(_painter: QPainter) -> None:
    """The plain mark."""


def _arrow(painter: QPainter) -> None:
    """A green disc with an arrow that points up."""
    _disc(painter, LIGHT.ok)
    painter.setBrush(QBrush(_WHITE))
    painter.drawPolygon(QPolygonF([QPointF(11.5, 8.6), QPointF(14.2, 12.2), QPointF(8.8, 12.2)]))
    painter.drawRect(QRectF(10.6, 11.6, 1.8, 2.6))


def _bars(painter: QPainter) -> None:
    """A square with two upright bars."""
    painter.setPen(QPen(_WHITE, 1))
    painter.setBrush(QBrush(QColor(LIGHT.text)))
    painter.drawRect(QRectF(7.5, 7.5, 8, 8))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(_WHITE))
    painter.drawRect(QRectF(9.4, 9.2, 1.6, 4.6))
    painter.drawRect(QRectF(12, 9.2, 1.6, 4.6))


def _warning(painter: QPainter) -> None:
    """A triangle with an exclamation mark."""
    painter.setPen(QPen(_WHITE, 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(QBrush(QColor(LIGHT.bad)))
    painter.drawPolygon(QPolygonF([QPointF(11, 6.4), QPointF(15.5, 15.4), QPointF(6.5, 15.4)]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(_WHITE))
    painter.drawRect(QRectF(10.3, 9.2, 1.4, 3.2))
    painter.drawRect(QRectF(10.3, 13.2, 1.4, 1.3))


def _disc(painter: QPainter, colour: str) -> None:
    painter.setPen(QPen(_WHITE, 1))
    painter.setBrush(QBrush(QColor(colour)))
    painter.drawEllipse(QRectF(7.5, 7.5, 8, 8))
    painter.setPen(Qt.PenStyle.NoPen)


_SHAPES = {
    TrayState.NORMAL: _nothing,
    TrayState.SENDING: _arrow,
    TrayState.PAUSED: _bars,
    TrayState.PROBLEM: _warning,
}
