"""What the tests of the customers' page do again and again."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

from tests.ui.fit import cut_off, nameless
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton


def click(stage: Stage, button: QPushButton) -> None:
    """Presses a button with the mouse and waits for what it does."""
    stage.qtbot.mouseClick(button, LEFT)
    stage.settle()


def dialog_of(stage: Stage, kind: type[Any]) -> Any:
    """The open dialog of a kind, sound by the searches for nameless and cut widgets."""
    stage.settle()
    found = [each for each in stage.window.findChildren(kind) if each.isVisible()]
    assert found, f"no {kind.__name__} is open"
    assert isinstance(found[-1], QDialog)
    assert nameless(found[-1]) == []
    assert cut_off(found[-1]) == []
    return found[-1]


def undo(stage: Stage) -> None:
    """Takes the last deed back."""
    stage.window.toast.undo()
    stage.settle()


def someone(stage: Stage, condition: str) -> int:
    """The first customer of whom the SQL condition is true."""
    return int(stage.shop.db.value(f"SELECT id FROM customers WHERE {condition} ORDER BY id LIMIT 1"))
