"""What all charts have in common: the mark that mouse and arrow keys move, the words for it, a table, a picture."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from reengage_desktop.ui.charts.figures import Sheet
from reengage_desktop.ui.charts.frame import Frame
from reengage_desktop.ui.charts.tip import paint_tip
from reengage_desktop.ui.theme import current_tokens

_SCALE = 2
_PICTURE = QSize(720, 360)
_MARGIN = 20


class Chart(QWidget):
    """A picture of figures. The mark stands on one place of `count()`; Enter or a double click there is `activated`.

    Each kind says how it is painted, where its places are and what is said of them.
    """

    activated = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._at: int | None = None
        self._nothing = ""
        self._drawn = QPixmap()
        self._drawn_for: tuple[object, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)

    # --- what each kind fills in; the chart itself shows nothing ------------------------------------------------------

    def count(self) -> int:
        """How many places the mark can stand on."""
        return 0

    def sheet(self) -> Sheet:
        """The same figures as a table."""
        return Sheet((), ())

    def summary(self) -> str:
        """The whole in a sentence or two, for who can't see it."""
        return ""

    def words_at(self, at: int) -> list[str]:
        """What is said of a place, line by line."""
        return []

    def first_place(self) -> int:
        """Where the mark begins when an arrow key is pressed."""
        return 0

    def moved(self, key: Qt.Key, at: int) -> int | None:
        """The place that a key leads to from another one; None: the key means nothing here."""
        return None

    def place_under(self, point: QPointF, frame: Frame) -> int | None:
        """The place under the mouse."""
        return None

    def paint_figures(self, painter: QPainter, frame: Frame) -> None:
        """Paints everything but the mark."""

    def paint_mark(self, painter: QPainter, frame: Frame, at: int) -> QPointF:
        """Paints the mark and gives the point that its words stand beside."""
        return frame.size.center()

    def paint_sample(self, painter: QPainter, frame: Frame) -> None:
        """Paints a grey shape of what will be here, without a figure."""

    # --- what is the same for all ------------------------------------------------------------------------------------

    def show_nothing(self, sentence: str) -> None:
        """Shows the grey shape and a sentence instead of figures."""
        self._nothing, self._at, self._drawn_for = sentence, None, ()
        self.setAccessibleDescription(sentence)
        self.update()

    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return bool(self._nothing) or not self.count()

    def spoken(self) -> str:
        """What the mark says now, or an empty text."""
        return "" if self._at is None else ". ".join(self.words_at(self._at))

    def place(self) -> int | None:
        """Where the mark stands."""
        return self._at

    def move_to(self, at: int) -> None:
        """Puts the mark on a place and says what is there."""
        at = max(0, min(self.count() - 1, at))
        if at == self._at:
            return
        self._at = at
        self.setAccessibleDescription(self.spoken())
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.spoken()))
        self.update()

    def clear_mark(self) -> None:
        """Takes the mark away; the description is the whole again."""
        if self._at is not None:
            self._at = None
            self.setAccessibleDescription(self.summary())
            self.update()

    def picture(self, title: str) -> QImage:
        """The chart as a picture of twice the density, under its title."""
        size = QSize(max(_PICTURE.width(), self.width()), max(_PICTURE.height(), self.height()))
        head = round(QFontMetricsF(self.font()).height() * 1.8)
        whole = QSize(size.width() + 2 * _MARGIN, size.height() + head + 2 * _MARGIN)
        image = QImage(whole * _SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SCALE)
        image.fill(QColor(current_tokens().card))
        painter = QPainter(image)
        self._prepare(painter)
        painter.setPen(QColor(current_tokens().text))
        bold = self.font()
        bold.setBold(True)
        bold.setPointSizeF(bold.pointSizeF() * 1.15)
        painter.setFont(bold)
        line = QRectF(_MARGIN, _MARGIN - 4, size.width(), head)
        side = Qt.AlignmentFlag.AlignRight if self._is_mirrored() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(line, int(Qt.AlignmentFlag.AlignTop | side), title)
        painter.setFont(self.font())
        painter.translate(_MARGIN, _MARGIN + head)
        self._paint_content(painter, self._frame(size))
        painter.end()
        return image

    def show_changed(self) -> None:
        """To be called when there are new figures: the mark goes, the description is the whole again."""
        self._nothing, self._at, self._drawn_for = "", None, ()
        self.setAccessibleDescription(self.summary())
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints figures, mark and where the keyboard is."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._content())
        self._prepare(painter)
        frame = self._frame(self.size())
        if self._at is not None and self._at < self.count():
            point = self.paint_mark(painter, frame, self._at)
            paint_tip(painter, point, self.words_at(self._at), frame.size)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(current_tokens().accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The mark follows the mouse."""
        found = None if self.is_empty() else self.place_under(event.position(), self._frame(self.size()))
        if found is None:
            self.clear_mark()
        else:
            self.move_to(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens what the mark stands on."""
        self._activate()

    def leaveEvent(self, event: QEvent) -> None:
        """The mark goes with the mouse."""
        self.clear_mark()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The mark goes with the keyboard."""
        super().focusOutEvent(event)
        self.clear_mark()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys, Home and End move the mark, Escape takes it away, Enter opens what it stands on."""
        key = Qt.Key(event.key())
        if self.is_empty() or not self._pressed(key):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _pressed(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape and self._at is not None:
            self.clear_mark()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.move_to(0 if key == Qt.Key.Key_Home else self.count() - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate()
        else:
            key = _MIRRORED.get(key, key) if self._is_mirrored() else key
            target = self.moved(key, self.first_place() if self._at is None else self._at)
            if target is None:
                return False
            self.move_to(self.first_place() if self._at is None else target)
        return True

    def _activate(self) -> None:
        if self._at is not None:
            self.activated.emit(self._at)

    def _content(self) -> QPixmap:
        """Everything but the mark, painted once for a size and a look: the mark moves with every move of the mouse."""
        density = self.devicePixelRatioF()
        wanted = (self.size(), density, current_tokens().name, self.font().key(), self._is_mirrored())
        if wanted != self._drawn_for:
            self._drawn = QPixmap(self.size() * density)
            self._drawn.setDevicePixelRatio(density)
            self._drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._drawn)
            self._prepare(painter)
            self._paint_content(painter, self._frame(self.size()))
            painter.end()
            self._drawn_for = wanted
        return self._drawn

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _frame(self, size: QSize) -> Frame:
        room = QRectF(0, 0, size.width(), size.height()).adjusted(6, 4, -6, -4)
        return Frame(room, QFontMetricsF(self.font()), self._is_mirrored())

    def _prepare(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        painter.setLayoutDirection(self.layoutDirection())

    def _paint_content(self, painter: QPainter, frame: Frame) -> None:
        if not self.is_empty():
            self.paint_figures(painter, frame)
        elif self._nothing:
            self.paint_sample(painter, frame)
            self._paint_sentence(painter, frame)

    def _paint_sentence(self, painter: QPainter, frame: Frame) -> None:
        tokens = current_tokens()
        room = frame.size.adjusted(24, 12, -24, -12)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        needed = frame.metrics.boundingRect(room, flags, self._nothing).adjusted(-14, -8, 14, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.card))
        painter.drawRoundedRect(needed, 8, 8)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(room, flags, self._nothing)


_MIRRORED = {Qt.Key.Key_Left: Qt.Key.Key_Right, Qt.Key.Key_Right: Qt.Key.Key_Left}
