"""The pieces: the toast with its undo, bars, tiles, the flow of filters."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reengage_desktop.ui import formats
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button, step_button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.info_bar import InfoBar
from reengage_desktop.ui.widgets.kpi import KpiTile
from reengage_desktop.ui.widgets.scrolling import scrolling
from reengage_desktop.ui.widgets.search_field import SearchField
from reengage_desktop.ui.widgets.spoken_menu import give_menu
from reengage_desktop.ui.widgets.text import paragraph, row
from reengage_desktop.ui.widgets.toast import Toast
from tests.ui.fit import cut_off


def test_toast_takes_back_once(qtbot: QtBot) -> None:
    """Undo works by button, and by Ctrl+Z after the toast has gone, but only once."""
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(900, 500)
    place.show()
    toast, undone = Toast(place), []
    toast.say("3 messages removed.", lambda: undone.append(1))
    assert toast.isVisible()
    assert place.rect().contains(toast.geometry())
    toast.hide()
    assert toast.can_undo()
    toast.undo()
    toast.undo()
    assert undone == [1]


def test_a_new_toast_replaces_the_old_undo(qtbot: QtBot) -> None:
    """The notice that is seen is the one that is taken back."""
    place = QWidget()
    qtbot.addWidget(place)
    toast, undone = Toast(place), []
    toast.say("first", lambda: undone.append("first"))
    toast.say("second", lambda: undone.append("second"))
    toast.undo()
    assert undone == ["second"]


def test_a_tile_opens_its_list_by_mouse_and_key(qtbot: QtBot) -> None:
    """Every figure is a link to its list."""
    tile = KpiTile("Sent", "Messages that went out")
    qtbot.addWidget(tile)
    tile.show_figure("812", "3 waiting")
    assert "812" in tile.accessibleName()
    for act in (
        lambda: qtbot.mouseClick(tile, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(tile, Qt.Key.Key_Return),
        lambda: qtbot.keyClick(tile, Qt.Key.Key_Space),
    ):
        with qtbot.waitSignal(tile.opened, timeout=1000):
            act()


def test_a_tile_says_how_it_counts(qtbot: QtBot) -> None:
    """The ⓘ is a stop of the keyboard of its own and does not open the list."""
    tile = KpiTile("Sent", "Messages that went out & were taken")
    opened: list[int] = []
    tile.opened.connect(lambda: opened.append(1))
    qtbot.addWidget(tile)
    tile.show()
    assert tile.info.accessibleName() == "How “Sent” is counted"
    assert tile.info.accessibleDescription() == tile.definition()
    tile.setFocus()
    qtbot.keyClick(tile, Qt.Key.Key_Tab)
    qtbot.waitUntil(tile.info.hasFocus, timeout=2000)
    qtbot.keyClick(tile.info, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "taken" in QToolTip.text(), timeout=2000)
    QToolTip.hideText()
    assert opened == []
    bare = KpiTile("Sent")
    qtbot.addWidget(bare)
    bare.show()
    assert not bare.info.isVisible()


def test_a_press_is_one_deed(qtbot: QtBot) -> None:
    """Promise 29: neither a double click nor a key held down does it twice, nor to what has come into its place."""
    holder, done = QWidget(), list[str]()
    layout = QVBoxLayout(holder)
    second = button("Second", lambda: done.append("second"))
    second.hide()

    def decide() -> None:
        done.append("first")
        first.hide()
        second.show()

    first = button("First", decide)
    for each in (first, second):
        layout.addWidget(each)
    qtbot.addWidget(holder)
    holder.show()
    qtbot.waitExposed(holder)
    at = first.mapTo(holder, first.rect().center())
    QTest.mouseDClick(holder.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert done == ["first"]
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    second.setAutoDefault(True)
    QApplication.sendEvent(second, held)
    assert done == ["first"]
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert done == ["first", "second"]


def test_what_goes_by_steps_may_be_pressed_fast(qtbot: QtBot) -> None:
    """C6: going through the previews, every half of a double click is a step."""
    steps: list[int] = []
    made = step_button("chevron-right", "Next", lambda: steps.append(1))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    QTest.mouseDClick(
        made.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, made.rect().center()
    )
    assert len(steps) == 2


def test_a_bar_has_one_button_and_a_cross(qtbot: QtBot) -> None:
    """The button does what it says; the cross puts the bar away."""
    pressed: list[int] = []
    bar = InfoBar("Sending is paused", Tone.BAD).offer("Resume", lambda: pressed.append(1)).closable("Put it away")
    qtbot.addWidget(bar)
    bar.show()
    buttons = {button.accessibleName(): button for button in bar.findChildren(QPushButton)}
    buttons["Resume"].click()
    with qtbot.waitSignal(bar.closed, timeout=1000):
        buttons["Put it away"].click()
    assert pressed == [1]
    assert not bar.isVisible()


def test_the_flow_breaks_into_lines(qtbot: QtBot) -> None:
    """What does not fit goes to the next line, and the height follows."""
    place = QWidget()
    qtbot.addWidget(place)
    flow = FlowLayout(place)
    for number in range(8):
        flow.addWidget(Chip(f"Filter number {number}"))
    place.resize(2000, 100)
    place.show()
    assert flow.heightForWidth(2000) < flow.heightForWidth(300)
    assert flow.heightForWidth(300) < flow.heightForWidth(130)


def test_the_flow_begins_where_the_language_does(qtbot: QtBot) -> None:
    """Right to left: the first item stands at the right end."""
    place = QWidget()
    qtbot.addWidget(place)
    flow = FlowLayout(place)
    chips = [Chip(f"Filter {number}") for number in range(2)]
    for chip in chips:
        flow.addWidget(chip)
    place.resize(500, 40)
    place.show()
    assert chips[0].x() == 0
    assert chips[0].x() < chips[1].x()
    place.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow.invalidate()
    flow.activate()
    assert chips[0].geometry().right() == place.rect().right()
    assert chips[1].x() < chips[0].x()


@given(st.integers(min_value=-(10**12), max_value=10**12), st.sampled_from(["EUR", "JPY", "BHD"]))
def test_money_is_written_to_the_last_digit(minor: int, currency: str) -> None:
    """No figure is lost or invented between minor units and screen."""
    digits = "".join(letter for letter in formats.amount(minor, currency) if letter.isdigit())
    assert int(digits) == abs(minor)


def test_a_low_dialog_scrolls_a_part_of_itself(qtbot: QtBot) -> None:
    """What does not fit can be scrolled to; the area itself takes no place in the order of Tab."""
    tall = QLabel("words")
    tall.setMinimumHeight(900)
    area = scrolling(tall)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    assert area.verticalScrollBar().maximum() > 0
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_card_takes_the_height_that_its_words_need(qtbot: QtBot) -> None:
    """Issue 3: words that wrap late are whole in a card that takes what it needs; the other card is the control."""

    def cut_in(*, takes: bool) -> list[str]:
        top = QWidget()
        qtbot.addWidget(top)
        column, card = QVBoxLayout(top), Card("How fast?")
        if takes:
            card.take_what_it_needs()
        # Fields make the card ask for more width than it gets, so that its words wrap into more lines than it counted.
        card.add(row([QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()]))
        card.add(paragraph("Whatever you choose, nobody gets more than one message a week. " * 2))
        column.addWidget(card)
        column.addStretch(1)
        top.resize(320, 700)
        top.show()
        QApplication.processEvents()
        return cut_off(top)

    assert cut_in(takes=True) == []
    assert cut_in(takes=False)


def test_no_button_lies_under_a_notice(qtbot: QtBot) -> None:
    """D8: a page's own button, field or link can be pressed while the notice is there; what is cut off does not count.

    Control: with nothing in its way it stands low in the middle.
    """
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(960, 600)
    toast = Toast(place)
    buttons = [QPushButton("Send me a test", place), QPushButton("Settings", place)]
    field = QLineEdit(place)
    page = scrolling(QPushButton("far below", place))
    page.setParent(place)
    page.setGeometry(0, 0, 960, 20)
    place.show()
    for each in (*buttons, field):
        each.hide()
    toast.say("The key is saved.")
    alone = toast.geometry()
    assert abs(alone.center().x() - 480) <= 1
    buttons[0].setGeometry(460, 530, 140, 32)
    buttons[1].setGeometry(780, 480, 140, 32)
    field.setGeometry(100, 540, 100, 30)
    for each in (*buttons, field):
        each.show()
    toast.say("The key is saved.")
    assert alone.intersects(buttons[0].geometry())
    assert place.rect().contains(toast.geometry())
    assert not any(toast.geometry().intersects(each.geometry()) for each in (*buttons, field))


def test_a_screen_reader_gets_at_the_entries_of_a_menu(qtbot: QtBot) -> None:
    """Issue 3, "must show" 2 and 5: they are buttons below the menu's own, in step with it, and take no room."""
    owner, done = QPushButton("More"), list[str]()
    qtbot.addWidget(owner)
    menu = QMenu(owner)
    first = menu.addAction("&Tag…", lambda: done.append("tag"))
    give_menu(owner, menu)
    owner.show()
    forget = menu.addAction("Forget…", lambda: done.append("forget"))
    first.setEnabled(False)

    def entries() -> list[tuple[str, bool]]:
        shown = [each for each in owner.findChildren(QAbstractButton) if each.isVisible()]
        return [(each.accessibleName(), each.isEnabled()) for each in shown]

    assert entries() == [("Tag…", False), ("Forget…", True)]
    next(each for each in owner.findChildren(QAbstractButton) if each.accessibleName() == "Forget…").click()
    assert done == ["forget"]
    forget.setVisible(False)
    assert entries() == [("Tag…", False)]
    give_menu(owner, QMenu(owner))
    menu.deleteLater()
    qtbot.waitUntil(lambda: entries() == [])


def test_a_search_is_emptied_by_a_button_with_a_name(qtbot: QtBot) -> None:
    """Issue 3, "must show" 2: a screen reader tells what the cross in the field does."""
    field = SearchField("Search customers", "Name")
    qtbot.addWidget(field)
    (cross,) = field.findChildren(QToolButton)
    interface = QAccessible.queryAccessibleInterface(cross)
    assert interface.text(QAccessible.Text.Name) == "Clear the search"
