"""Buttons in the kinds that the style sheet knows: plain, primary, danger, link, quiet (icon only) and filter."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from reengage_desktop.ui.icons import ON_HIGHLIGHT, icon
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.switches import ChoiceButton

_ICON = 16


class Button(QPushButton):
    """One press, one deed: the second half of a double click does nothing, nor does Enter while it is held down.

    What comes into the place of what was just decided would be decided too, before anybody has seen it.
    """

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Takes the second half of a double click."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Presses once."""
        if not (event.isAutoRepeat() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            super().keyPressEvent(event)


def button(
    text: str, on_click: Callable[[], object] | None = None, *, picture: str = "", kind: str = "", tip: str = ""
) -> QPushButton:
    """A button that says what it does; `kind` is primary, danger, link or empty."""
    return _made(Button(text), on_click, picture=picture, kind=kind, tip=tip)


def rename(made: QPushButton, text: str) -> None:
    """Gives a button other words; the mark of its letter for Alt is no part of its name."""
    made.setText(text)
    made.setAccessibleName(text.replace("&", ""))


def choice_button(
    text: str, on_click: Callable[[], object], *, picture: str = "", kind: str = "filter"
) -> ChoiceButton:
    """A button that stays down while its choice holds, like that of a filter."""
    made = ChoiceButton(text)
    _dress(made, picture, kind, "")
    made.switched.connect(lambda _on: on_click())
    return made


def _dress(made: QPushButton, picture: str, kind: str, tip: str) -> None:
    rename(made, made.text())
    if kind:
        made.setProperty("kind", kind)
    if picture:
        colour = {"primary": ON_HIGHLIGHT, "danger": Tone.BAD, "link": Tone.ACCENT}.get(kind, "text")
        made.setIcon(icon(picture, colour))
        # A quiet button never gets words; all others have a gap between picture and words.
        made.setIconSize(QSize(_ICON if kind == "quiet" else _ICON + 5, _ICON))
    if tip:
        made.setToolTip(tip)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    if kind == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)


def icon_button(picture: str, name: str, on_click: Callable[[], object] | None = None) -> QPushButton:
    """A button with a picture only; `name` is what a screen reader says and what the tooltip shows."""
    return _pictured(Button(), picture, name, on_click)


def step_button(picture: str, name: str, on_click: Callable[[], object] | None = None) -> QPushButton:
    """The same for what goes on by one step: it may be pressed as fast as one likes."""
    return _pictured(QPushButton(), picture, name, on_click)


def _pictured(made: QPushButton, picture: str, name: str, on_click: Callable[[], object] | None) -> QPushButton:
    _made(made, on_click, picture=picture, kind="quiet", tip=name)
    made.setAccessibleName(name)
    return made


def _made(
    made: QPushButton, on_click: Callable[[], object] | None, *, picture: str, kind: str, tip: str
) -> QPushButton:
    _dress(made, picture, kind, tip)
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made
