"""Ways through the wizard of the owner's own campaigns."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from reengage_desktop.jobs.tasks import owner_campaigns
from reengage_desktop.ui.campaigns.wizard.wizard import CHECK
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton


def press(stage: Stage, made: QPushButton) -> None:
    stage.qtbot.mouseClick(made, LEFT)
    stage.settle()


def through(stage: Stage, page: Any, until: int = CHECK) -> Any:
    """Goes on in the wizard, page by page."""
    while page.wizard.at < until:
        press(stage, page.wizard.next_button)
    return page.wizard


def started(stage: Stage) -> tuple[Any, int]:
    """A win-back campaign, made and started with the wizard."""
    page = stage.go("campaigns", {"recipe": "we_miss_you", "segment": "inactive"})
    press(stage, page.wizard.start_button)
    assert stage.faults == []
    found = owner_campaigns.list_campaigns(stage.shop)
    assert len(found) == 1
    return page, found[0].id
