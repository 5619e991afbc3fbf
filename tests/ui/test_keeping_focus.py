"""The keyboard stays where the owner works, whatever goes, comes or is switched off meanwhile."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reengage_desktop.jobs.tasks import sending
from reengage_desktop.ui.campaigns.today import TodayCard
from reengage_desktop.ui.status import StatusBar
from reengage_desktop.ui.widgets.info_bar import InfoBar
from reengage_desktop.ui.widgets.scrolling import bring_into_sight
from reengage_desktop.ui.widgets.toast import Toast
from tests.ui.stage import Stage
from tests.ui.test_connection_cards import connect_mailbox, open_card


def test_pausing_leads_to_resuming(stage: Stage) -> None:
    """Who paused by the keyboard stands on “Resume sending”, and the page stays where it was."""
    page = stage.go("home")
    stage.window.activateWindow()
    page.pause.setFocus()
    QTest.keyClick(page.pause, Qt.Key.Key_Space)
    stage.settle()
    assert page.resume.hasFocus()
    assert page.verticalScrollBar().value() == 0
    QTest.keyClick(page.resume, Qt.Key.Key_Space)
    stage.settle()
    assert page.pause.hasFocus()


def test_the_status_bar_pauses_and_resumes(stage: Stage) -> None:
    """“Sending on” is a button, says what it does, and its notice takes it back."""
    bar = stage.window.statusBar()
    assert isinstance(bar, StatusBar)
    bar.sending.click()
    stage.settle()
    assert sending.read_pause(stage.shop).paused
    assert "paused" in bar.sending.accessibleName()
    assert bar.sending.toolTip() == "Resumes sending"
    bar.sending.click()
    stage.settle()
    assert not sending.read_pause(stage.shop).paused


def test_a_running_check_gives_the_keyboard_back(stage: Stage) -> None:
    """While the check runs its bar has the keyboard, then the button again."""
    card = TodayCard(stage.desk)
    stage.qtbot.addWidget(card)
    card.show()
    card.activateWindow()
    card.run_button.setFocus()
    stage.qtbot.waitUntil(card.run_button.hasFocus)
    card.show_running(is_running=True)
    assert card.progress.hasFocus()
    card.show_running(is_running=False)
    assert card.run_button.hasFocus()


def test_a_notice_gives_the_keyboard_back(qtbot: QtBot) -> None:
    """Put away by mouse or by key, the keyboard is where it was."""
    place = QWidget()
    qtbot.addWidget(place)
    layout, field, other = QVBoxLayout(place), QLineEdit(), QPushButton("other")
    layout.addWidget(other)
    layout.addWidget(field)
    place.resize(700, 400)
    place.show()
    place.activateWindow()
    toast = Toast(place)
    cross = toast.findChildren(QPushButton)[-1]
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    toast.say("Done.")
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert field.hasFocus()
    toast.say("Done.")
    cross.setFocus(Qt.FocusReason.TabFocusReason)
    assert QApplication.focusWidget() is cross
    QTest.keyClick(cross, Qt.Key.Key_Space)
    assert field.hasFocus()


def test_what_is_hidden_gives_the_keyboard_to_its_neighbour(stage: Stage) -> None:
    """D7: the keyboard goes to what stands beside a hidden or switched off field, not up to a bar over the pages."""
    stage.window.show_bar("test", InfoBar("Something").closable("Put this bar away"))
    page = stage.go("settings", {"section": "shop"})
    stage.window.activateWindow()
    field = page.findChild(QLineEdit, "business.website")
    assert field is not None
    for lose in (field.setVisible, field.setEnabled):
        field.show()
        field.setEnabled(True)
        field.setFocus()
        stage.qtbot.waitUntil(field.hasFocus)
        lose(False)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert page.isAncestorOf(focused)


def test_a_test_of_a_connection_keeps_the_keyboard_and_shows_its_answer(stage: Stage) -> None:
    """ux.md 8: who presses Test with the keyboard stays there and sees the answer, also in a low window."""
    stage.window.resize(960, 600)
    connect_mailbox(stage.shop)
    view = open_card(stage, "smtp")
    view.expand(is_open=True)
    stage.settle()
    view.test_button.setFocus()
    bring_into_sight(view.test_button)
    stage.qtbot.keyClick(view.test_button, Qt.Key.Key_Space)
    assert view.test_button.hasFocus()
    stage.settle()
    assert view.test_button.hasFocus()
    assert view.answer.text()
    assert view.answer.visibleRegion().boundingRect().height() == view.answer.height()


def test_a_saved_key_gives_the_keyboard_to_its_field_and_shows_its_answer(stage: Stage) -> None:
    """ux.md 8: “Saved in …” is seen by who pressed Save, wherever the card stands."""
    stage.window.resize(960, 600)
    view = open_card(stage, "resend")
    view.expand(is_open=True)
    stage.settle()
    field = view.secrets["api_key"]
    field.setText("not a real one")
    save = next(each for each in view.findChildren(QPushButton) if each.accessibleName().startswith("Save"))
    save.setFocus()
    bring_into_sight(save)
    stage.qtbot.keyClick(save, Qt.Key.Key_Space)
    stage.settle()
    assert field.hasFocus(), "the button has nothing to save now"
    assert "Saved in" in view.answer.text()
    assert view.answer.visibleRegion().boundingRect().height() == view.answer.height()


def test_the_bar_of_a_selection_stays_while_the_list_changes(stage: Stage) -> None:
    """ux.md 3: news that change the list neither take the keyboard from the bar nor hide it for a moment."""
    page = stage.go("customers")
    ids = list(page.table.model().ids())
    page.table.select_rows([2, 3, 4])
    chosen = page.table.selected_ids()
    bar = page.bar
    assert bar.isVisible()
    bar.tag.setFocus()
    told: list[int] = []
    page.table.counted.connect(told.append)
    page.table.follow(ids[:-1])
    assert page.table.selected_ids() == chosen
    assert set(told) <= {len(chosen)}
    assert bar.tag.hasFocus()
    page.table.follow([each for each in ids if each not in chosen[1:]])
    assert told[-1] == len(page.table.selected_ids())
    assert bar.isHidden() == (told[-1] < 2)
