"""The window in every look: longer words, mirrored, with large text; no words cut off, none untranslated."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QDate, QSize, Qt, QTime
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from reengage_desktop.jobs.tasks import owner_campaigns
from reengage_desktop.ui.formats import apart
from reengage_desktop.ui.icons import icon
from reengage_desktop.ui.theme import LIGHT, Tone, apply_theme
from reengage_desktop.ui.widgets.info_bar import InfoBar
from reengage_desktop.ui.widgets.inputs import DateEdit, TimeEdit
from reengage_desktop.ui.widgets.splitter import Splitter
from reengage_desktop.ui.widgets.text import label, lead, paragraph
from tests.ui.fit import SCREENS, faults_of, untranslated
from tests.ui.pseudo import speak_plainly, speak_pseudo
from tests.ui.stage import Stage

SMALL, USUAL = QSize(960, 600), QSize(1280, 760)
# Names that are the same in every language, and examples of what to type.
PROPER = {"Deutsch", "English", "Twilio", "https://", "you@example.com"}


@pytest.fixture
def plain(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which looks as before when the test is over."""
    yield qapp
    speak_plainly(qapp)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    apply_theme(qapp, "light")


def _walk(stage: Stage, size: QSize) -> str:
    stage.window.resize(size)
    faults = []
    for key, argument in SCREENS:
        stage.go(key, argument)
        faults += [f"{key} {argument or ''}: {text}" for text in faults_of(stage)]
    return "\n".join(faults)


@pytest.mark.parametrize("size", [USUAL, SMALL], ids=["1280x760", "960x600"])
def test_longer_words_fit(open_stage: Callable[..., Stage], plain: QApplication, size: QSize) -> None:
    """The pseudo-language is a third longer than English, and everything still has room."""
    speak_pseudo(plain)
    assert _walk(open_stage(), size) == ""


def test_a_campaigns_details_are_as_wide_as_the_window(open_stage: Callable[..., Stage], plain: QApplication) -> None:
    """D2: with longer words and all of its buttons nothing of a campaign lies beyond the right edge at 960×600."""
    speak_pseudo(plain)
    stage = open_stage()
    stage.window.resize(SMALL)
    payload = {"name": "Autumn", "campaign_type": "winback", "channels": ["email"]}
    campaign = owner_campaigns.start(stage.shop, owner_campaigns.create(stage.shop, payload).id)
    page = stage.go("campaigns", {"campaign": campaign.id})
    details = page.details
    for made in (details.pause_button, details.stop_button, details.retry_button, details.archive_button):
        made.show()
    for view in range(len(details.parts)):
        details.show_view(view)
        stage.settle()
        assert page.horizontalScrollBar().maximum() == 0, view
        assert faults_of(stage) == []


def test_the_edge_of_a_bar_is_where_reading_begins(plain: QApplication, qtbot: QtBot) -> None:
    """D2: the coloured edge stands at the left, from right to left at the right."""

    def edges(direction: Qt.LayoutDirection) -> tuple[bool, bool]:
        plain.setLayoutDirection(direction)
        bar = InfoBar("Sending is paused", Tone.BAD)
        qtbot.addWidget(bar)
        bar.resize(300, 44)
        image, bad = bar.grab().toImage(), QColor(LIGHT.bad)
        return image.pixelColor(2, 22) == bad, image.pixelColor(image.width() - 3, 22) == bad

    assert edges(Qt.LayoutDirection.LeftToRight) == (True, False)
    assert edges(Qt.LayoutDirection.RightToLeft) == (False, True)


@pytest.mark.parametrize("size", [USUAL, SMALL], ids=["1280x760", "960x600"])
def test_large_text_fits(open_stage: Callable[..., Stage], plain: QApplication, size: QSize) -> None:
    """Text at 150 % has room on every page."""
    stage = open_stage()
    apply_theme(plain, "light", 150)
    assert _walk(stage, size) == ""


def test_mirrored_fits(open_stage: Callable[..., Stage], plain: QApplication) -> None:
    """From right to left nothing is cut or covered, and the first tab is on the right."""
    plain.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    stage = open_stage()
    assert _walk(stage, SMALL) == ""
    tabs = stage.window.tabs.tabBar()
    assert tabs.tabRect(0).left() > tabs.tabRect(1).left()


def test_every_word_goes_through_tr(open_stage: Callable[..., Stage], plain: QApplication) -> None:
    """In the pseudo-language an empty shop shows nothing in plain English."""
    speak_pseudo(plain)
    stage = open_stage(lively=False)
    found = set()
    for key, argument in SCREENS:
        stage.go(key, argument)
        found |= {f"{key}: {text}" for text in untranslated(stage.window) if text not in PROPER}
    assert not found, "\n".join(sorted(found))


def test_arrows_point_the_other_way(plain: QApplication) -> None:
    """From right to left, forward is to the left, and a button's picture stands at the right of its words."""

    def drawn(name: str, size: QSize) -> QImage:
        return icon(name).pixmap(size).toImage()

    forward, back = drawn("chevron-right", QSize(16, 16)), drawn("chevron-left", QSize(16, 16))
    plain.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert drawn("chevron-right", QSize(16, 16)) == back != forward
    wide = drawn("chevron-left", QSize(21, 16))
    assert [wide.pixelColor(x, y).alpha() for x in range(5) for y in range(16)] == [0] * 80
    assert wide.copy(5, 0, 16, 16) == forward.convertToFormat(wide.format())


def test_what_is_read_from_the_right_begins_there(plain: QApplication, qtbot: QtBot) -> None:
    """D2: mirrored, Latin words too begin at the right, and a time of day or a day stays in its own order."""
    plain.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    told, named, beside = paragraph("Messages may go"), label("Ada Merriweather"), paragraph("Twilio refused")
    lead(beside, Qt.AlignmentFlag.AlignTop)
    for each in (told, named, beside):
        qtbot.addWidget(each)
        alignment = each.alignment()
        assert alignment & Qt.AlignmentFlag.AlignRight
        assert alignment & Qt.AlignmentFlag.AlignAbsolute
    quiet, day = TimeEdit(QTime(21, 0)), DateEdit(QDate(2026, 11, 21))
    quiet.setDisplayFormat("HH:mm")
    day.setDisplayFormat("dd.MM.yyyy")
    for field, wanted in ((quiet, "21:00"), (day, "21.11.2026")):
        qtbot.addWidget(field)
        assert field.text() == wanted
        assert field.isRightToLeft()
    assert apart("+1 202 555 0123") == "\u2068+1 202 555 0123\u2069"


def test_mirrored_parts_lie_inside_their_splitter(plain: QApplication, qtbot: QtBot) -> None:
    """D2: Qt alone lays them a pixel over its edge, which cuts the frame of what stands at the right."""
    plain.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for made, over in ((Splitter(), 0), (QSplitter(), 1)):
        first, second = QWidget(), QWidget()
        made.addWidget(first)
        made.addWidget(second)
        made.resize(600, 100)
        qtbot.addWidget(made)
        made.show()
        assert first.geometry().right() == made.rect().right() + over
