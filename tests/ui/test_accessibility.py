"""For every page and dialog: what can have the keyboard has a name, and no words are cut off, at both sizes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reengage_desktop.ui.help import HelpDialog
from reengage_desktop.ui.importing.dialog import ImportDialog
from tests.ui.fit import SCREENS, cut_off, faults_of, nameless
from tests.ui.stage import Stage

SIZES = [QSize(1280, 760), QSize(960, 600)]


@pytest.mark.parametrize("size", SIZES, ids=["1280x760", "960x600"])
def test_pages_have_names_and_room(stage: Stage, size: QSize) -> None:
    """Every page in its usual and its smallest size."""
    stage.window.resize(size)
    faults = []
    for key, argument in SCREENS:
        stage.go(key, argument)
        place = f"{key} {argument or ''}"
        faults += [f"{place}: {text}" for text in faults_of(stage)]
    assert not faults, "\n".join(faults)


def test_an_empty_shop_has_names_and_room(open_stage: Callable[..., Stage]) -> None:
    """Every page while there is nothing to show."""
    stage = open_stage(lively=False)
    stage.window.resize(SIZES[1])
    faults = []
    for key, argument in SCREENS:
        stage.go(key, argument)
        place = f"{key} {argument or ''}"
        faults += [f"{place}: {text}" for text in faults_of(stage)]
    assert not faults, "\n".join(faults)
    assert stage.faults == []


def test_dialogs_have_names_and_room(stage: Stage) -> None:
    """The import's first page and the help."""
    for dialog in (ImportDialog(stage.desk, stage.window), HelpDialog("home", stage.window)):
        dialog.show()
        stage.settle()
        assert nameless(dialog) == []
        assert cut_off(dialog) == []
        dialog.close()


def test_the_searches_find_what_is_wrong(qtbot: QtBot) -> None:
    """Negative control: a nameless field, a cut label and a wrapped one that is too low are reported."""
    top = QWidget()
    qtbot.addWidget(top)
    top.resize(300, 200)
    field, cut, low = QLineEdit(top), QLabel("Words that do not fit at all", top), QLabel("Many words " * 20, top)
    field.setGeometry(0, 0, 100, 24)
    cut.setGeometry(0, 40, 40, 20)
    low.setWordWrap(True)
    low.setGeometry(0, 70, 200, 20)
    top.show()
    assert len(nameless(top)) == 1
    assert len(cut_off(top)) == 2
    field.setAccessibleName("Name")
    assert nameless(top) == []
