"""Changing a setting twice before the first change has come back: the last press wins, each Undo knows its own past."""

import pytest

from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.ui.changing import change_setting
from reengage_desktop.ui.desk import Undo
from tests.ui.held import held
from tests.ui.stage import Stage

ENABLED = "reengagement.enabled"
THRESHOLD = "reengagement.inactivity_threshold"


@pytest.fixture
def undos(stage: Stage) -> list[Undo]:
    """Every Undo that the window was offered, in its order."""
    found: list[Undo] = []
    stage.desk.done.connect(lambda _sentence, undo: found.append(undo))
    return found


def _put(stage: Stage, key: str, text: str) -> None:
    setting_tasks.set_setting(stage.shop, key, text)
    stage.settle()
    stage.desk.settings = stage.shop.settings()


@pytest.mark.parametrize("stands", ["true", "false"])
def test_a_switch_pressed_twice_stands_where_it_was(stage: Stage, stands: str) -> None:
    """A1 B7: on and off again within a moment is off; the second press is no less than the first."""
    other = {"true": "false", "false": "true"}[stands]
    _put(stage, ENABLED, stands)
    with held(stage, "write"):
        assert change_setting(stage.desk, stage.window, ENABLED, other, "first")
        assert change_setting(stage.desk, stage.window, ENABLED, stands, "second")
    stage.settle()
    assert stage.shop.settings().texts[ENABLED] == stands
    assert stage.desk.settings.texts[ENABLED] == stands


def test_a_press_counts_before_the_window_has_heard_of_the_last_one(stage: Stage, undos: list[Undo]) -> None:
    """A1 B7: the first is written, the news of it are still gathered."""
    _put(stage, ENABLED, "false")
    change_setting(stage.desk, stage.window, ENABLED, "true", "first")
    stage.qtbot.waitUntil(lambda: len(undos) == 1, timeout=5000)
    change_setting(stage.desk, stage.window, ENABLED, "false", "second")
    stage.settle()
    assert stage.shop.settings().texts[ENABLED] == "false"


def test_each_undo_brings_back_what_stood_before_its_own_change(stage: Stage, undos: list[Undo]) -> None:
    """C1: 60, 45, 30 in one go: the last Undo gives 45 and the one before it 60; a press after an Undo counts too."""
    _put(stage, THRESHOLD, "60")
    with held(stage, "write"):
        change_setting(stage.desk, stage.window, THRESHOLD, "45", "first")
        change_setting(stage.desk, stage.window, THRESHOLD, "30", "second")
    stage.settle()
    first, second = undos
    second()
    stage.settle()
    assert stage.shop.settings().texts[THRESHOLD] == "45"
    first()
    change_setting(stage.desk, stage.window, THRESHOLD, "45", "again")
    stage.settle()
    assert stage.shop.settings().texts[THRESHOLD] == "45"


def test_what_could_not_be_stored_is_forgotten(stage: Stage) -> None:
    """B6: after a refused value the one that stands is no change, and the refused one may be tried again."""
    _put(stage, THRESHOLD, "60")
    refused: list[BaseException] = []

    def change(text: str) -> bool:
        return change_setting(stage.desk, stage.window, THRESHOLD, text, "told", on_error=refused.append)

    assert change("many")
    stage.settle()
    assert not change("60")
    assert change("many")
    stage.settle()
    assert len(refused) == 2
