"""Check boxes and choices that a screen reader presses: what it switches holds as if the mouse had done it."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QCheckBox
from pytestqt.qtbot import QtBot

from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import campaigns
from reengage_desktop.ui.widgets.switches import CheckBox, ChoiceButton, RadioButton
from tests.ui.fit import deaf
from tests.ui.stage import Stage


def toggle(made: QAbstractButton) -> None:
    """What AT-SPI and UIA ask for: no click, no key."""
    interface = QAccessible.queryAccessibleInterface(made)
    assert interface is not None
    actions = interface.actionInterface()
    assert actions is not None
    assert "Toggle" in actions.actionNames()
    actions.doAction("Toggle")


@pytest.mark.parametrize("kind", [CheckBox, ChoiceButton, RadioButton])
def test_a_person_s_switching_is_told_and_the_program_s_is_not(
    qtbot: QtBot, kind: type[CheckBox | ChoiceButton | RadioButton]
) -> None:
    """By screen reader and by click alike; what is only shown is nobody's wish. Control: a click's listener is deaf."""
    made = kind("On")
    told: list[bool] = []
    clicked: list[bool] = []
    qtbot.addWidget(made)
    made.switched.connect(lambda *_on: told.append(made.isChecked()))
    toggle(made)
    assert told == [True]
    made.setChecked(False)
    made.setChecked(True)
    assert told == [True]
    made.setAutoExclusive(False)
    made.setChecked(False)
    made.click()
    assert told == [True, True]
    made.show()
    assert deaf(made.window()) == []
    plain = QCheckBox("Deaf", made)
    plain.clicked.connect(clicked.append)
    plain.show()
    toggle(plain)
    assert clicked == []
    assert len(deaf(made)) == 1


RULES, CONNECTIONS = {"section": "rules"}, {"section": "connections"}


@pytest.mark.parametrize(
    ("page", "argument", "most"),
    [
        ("settings", RULES, 2),
        ("campaigns", None, 2),
        pytest.param("settings", RULES, 20, marks=pytest.mark.soak),
        pytest.param("settings", CONNECTIONS, 20, marks=pytest.mark.soak),
        pytest.param("campaigns", None, 20, marks=pytest.mark.soak),
    ],
)
def test_every_switch_is_believed(stage: Stage, page: str, argument: object, most: int) -> None:
    """A14, A15: what a screen reader switches is stored, and shown so from then on."""
    stage.go(page, argument)
    names = [each.accessibleName() for each in stage.window.findChildren(CheckBox) if each.isVisible()]
    unheard = []
    for name in [each for each in names if each != "Sunday"][:most]:  # one day at least stays
        made = stage.find(CheckBox, name)
        before, was_on = _stored(stage.shop), made.isChecked()
        toggle(made)
        stage.settle()
        if _stored(stage.shop) == before or stage.find(CheckBox, name).isChecked() is was_on:
            unheard.append(name)
    assert len(names) > 5
    assert unheard == []


def _stored(shop: Shop) -> object:
    return shop.settings().texts, [each.status for each in campaigns.list_automatic(shop.db)]
