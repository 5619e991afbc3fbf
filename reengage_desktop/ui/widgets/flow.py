"""A layout that breaks into lines like words do: filters and chips stay whole at every width."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QStyle, QWidget


class FlowLayout(QLayout):
    """Items from left to right (mirrored where the language is), then on the next line.

    Layouts ask for sizes again and again while a page is built; each is worked out once until something changes.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 8, line_spacing: int | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._seen: list[tuple[QLayoutItem, QSize]] | None = None
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        self._place: tuple[QRect, Qt.LayoutDirection] | None = None
        self._line_spacing = spacing if line_spacing is None else line_spacing
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Takes an item over."""
        self._items.append(item)
        self._forget()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Gives an item away, or None."""
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        """Something in it has another size."""
        self._forget()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """It asks for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at that width."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Puts the items into their places, where they are not there yet."""
        place = QRect(rect), self._direction()
        if place != self._place:
            super().setGeometry(rect)
            self._arrange(rect, move=True)
            self._place = place

    def sizeHint(self) -> QSize:
        """The size that holds the content."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The largest single item."""
        if self._least is None:
            self._least = QSize()
            for item in self._items:
                self._least = self._least.expandedTo(item.minimumSize())
        return QSize(self._least)

    def _forget(self) -> None:
        self._seen, self._least, self._place = None, None, None
        self._heights.clear()

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(hint.height() for _item, hint in line)
            x = rect.x()
            for item, hint in line if move else ():
                place = QRect(QPoint(x, y + (height - hint.height()) // 2), hint)
                item.setGeometry(QStyle.visualRect(self._direction(), rect, place))
                x += hint.width() + self.spacing()
            y += height + self._line_spacing
        return max(0, y - self._line_spacing - rect.y())

    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return Qt.LayoutDirection.LeftToRight if parent is None else parent.layoutDirection()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used, spacing = 0, self.spacing()
        for item, hint in self._visible():
            needed = hint.width()
            if not lines or used + needed > width:
                lines.append([])
                used = 0
            lines[-1].append((item, hint))
            used += needed + spacing
        return lines

    def _visible(self) -> list[tuple[QLayoutItem, QSize]]:
        """What is not hidden, with its size."""
        if self._seen is None:
            widgets = ((item, item.widget()) for item in self._items)
            self._seen = [(item, item.sizeHint()) for item, made in widgets if made is None or not made.isHidden()]
        return self._seen


def flowing(holder: QWidget) -> None:
    """Lets a widget that holds a flow grow in height where its lines break, and no further."""
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
