"""The short notice at the bottom that says what was done and takes it back."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

from reengage_desktop.ui.widgets.buttons import button, icon_button
from reengage_desktop.ui.widgets.text import paragraph

SHOWN_MS = 8000
_MARGIN = 48
_WIDEST = 620
_EDGE, _STEP = 8, 16
_LOOK_MS = 400
"""So often it looks whether something that can be pressed has come to lie under it."""
_PRESSED = (QAbstractButton, QLineEdit, QComboBox)


class Toast(QFrame):
    """One notice low in the window, eight seconds long, beside what can be pressed; longer under keyboard or mouse."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setProperty("role", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 8, 8)
        self._sentence = paragraph()
        line.addWidget(self._sentence, 1)
        self._undo_button = button(QCoreApplication.translate("Toast", "Undo"), self.undo, picture="undo-2")
        line.addWidget(self._undo_button)
        self._cross = icon_button("x", QCoreApplication.translate("Toast", "Put this notice away"), self.put_away)
        line.addWidget(self._cross)
        for each in (self._undo_button, self._cross):
            # A click on the notice leaves the keyboard where it is.
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._before: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keyboard_moved)
        self._undo: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._time_is_up)
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK_MS)
        self._looks.timeout.connect(self._make_way)
        over.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, undo: Callable[[], object] | None = None) -> None:
        """Shows the sentence; `undo` takes back what it tells."""
        self._sentence.setText(sentence)
        self._undo = undo
        self._undo_button.setVisible(undo is not None)
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(SHOWN_MS)
        self._looks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is in its way while it is not seen."""
        self._looks.stop()
        super().hideEvent(event)

    def sentence(self) -> str:
        """What the toast says, or said last."""
        return self._sentence.text()

    def can_undo(self) -> bool:
        """Whether the last thing done can still be taken back."""
        return self._undo is not None

    def undo(self) -> None:
        """Takes the last thing back, once; also after the toast has gone (Ctrl+Z)."""
        undo, self._undo = self._undo, None
        self.put_away()
        if undo is not None:
            undo()

    def take_focus(self) -> None:
        """Gives the keyboard to the toast (F6)."""
        if self.isVisible():
            (self._undo_button if self._undo else self._cross).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> None:
        """Hides the notice; the keyboard goes back to where it was."""
        had_keyboard, before = self._has_keyboard(), self._before
        self._before = None
        self.hide()
        if had_keyboard and before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps its place when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _keyboard_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        """Remembers who had the keyboard before it came to the notice."""
        inside = (self._undo_button, self._cross)
        if now in inside and old is not None and old not in inside:
            self._before = old

    def _time_is_up(self) -> None:
        if self._has_keyboard() or self.underMouse():
            self._timer.start(SHOWN_MS)
        else:
            self.hide()

    def _has_keyboard(self) -> bool:
        return self._undo_button.hasFocus() or self._cross.hasFocus()

    def _make_way(self) -> None:
        """Goes elsewhere when the page below it has changed, unless somebody is about to press it."""
        if self._has_keyboard() or self.underMouse():
            return
        if any(self.geometry().intersects(each) for each in self._pressable()):
            self._place()

    def _place(self) -> None:
        over = self._over
        natural = self.fontMetrics().horizontalAdvance(self._sentence.text()) + 220
        width = min(_WIDEST, natural, over.width() - 32)
        height = max(self._undo_button.sizeHint().height() + 20, self._line.heightForWidth(width))
        self.setGeometry(self._free_place(width, height))

    def _free_place(self, width: int, height: int) -> QRect:
        """The lower edge's middle, or the nearest place to it under which nothing lies that could be pressed."""
        over = self._over
        middle, right = (over.width() - width) // 2, over.width() - width - _EDGE
        lowest = over.height() - height
        rows = [lowest - _MARGIN, lowest - _EDGE, *range(lowest - _MARGIN - _STEP, over.height() // 3, -_STEP)]
        places = [QRect(left, top, width, height) for top in rows for left in (middle, right, _EDGE)]
        pressed = self._pressable()
        return min(places, key=lambda place: sum(_area(place & each) for each in pressed))

    def _pressable(self) -> list[QRect]:
        """Where buttons and fields are seen, in the window's coordinates."""
        found = (each for kind in _PRESSED for each in self._over.findChildren(kind))
        seen = (_seen(each, self._over) for each in found if each.isVisible() and not self.isAncestorOf(each))
        return [each for each in seen if not each.isEmpty()]


def _seen(widget: QWidget, over: QWidget) -> QRect:
    """The part of a widget that its parents do not cut off."""
    shown, each = widget.rect(), widget
    while each is not over and (parent := each.parentWidget()) is not None:
        shown.translate(each.pos())
        each = parent
        shown &= each.rect()
    return shown


def _area(rect: QRect) -> int:
    return 0 if rect.isEmpty() else rect.width() * rect.height()
