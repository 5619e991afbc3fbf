"""A part that is filled in turns is laid out for the room it was given, whenever it was given."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reengage_desktop.ui.filling import fill
from tests.ui.stage import Stage


def test_room_that_is_given_while_a_part_is_filled_counts(stage: Stage) -> None:
    """Issue 3: on a busy PC the page gives a part its room between two turns; its cards stand in all of it."""
    part = QWidget(stage.window)
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    lines = [QLabel("One"), QLabel("Two")]
    for line in lines:
        layout.addWidget(line)
    part.resize(200, 40)
    part.show()
    stage.settle()
    assert sum(line.height() for line in lines) <= 40
    done: list[bool] = []
    fill(stage.desk, part, [lambda: part.resize(200, 200), lambda: None], lambda: done.append(True))
    stage.qtbot.waitUntil(lambda: bool(done))
    stage.settle()
    assert layout.contentsRect().height() == 200
    assert sum(line.height() for line in lines) + layout.spacing() == 200
    part.hide()
    part.deleteLater()
