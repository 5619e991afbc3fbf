"""A figure's unit fits its number: one message, two messages."""

from PySide6.QtWidgets import QSpinBox

from tests.ui.stage import Stage


def test_one_message_and_two(stage: Stage) -> None:
    """The limit of the week says “1 message”, also while it is changed."""
    stage.go("settings", {"section": "rules"})
    box = stage.find(QSpinBox, "At most in 7 days")
    box.setValue(2)
    assert box.text() == "2 messages"
    box.setValue(1)
    assert box.text() == "1 message"
