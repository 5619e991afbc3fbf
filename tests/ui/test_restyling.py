"""The window changes its text size and its colours while it is open: what it shows follows at once."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from reengage_desktop.ui.tables.view import PagedTable
from reengage_desktop.ui.templates.colouring import FieldColours
from reengage_desktop.ui.theme import Tone, apply_theme, tone_colour
from reengage_desktop.ui.widgets.picture import Picture
from tests.ui.stage import Stage, dress


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which looks as before when the test is over."""
    dress(qapp)
    yield qapp
    apply_theme(qapp, "light")


def _measures(table: PagedTable) -> list[int]:
    shown = [at for at in range(table.model().columnCount()) if not table.isColumnHidden(at)]
    return [table.verticalHeader().defaultSectionSize(), *(table.columnWidth(at) for at in shown)]


def test_tables_follow_the_text_size(stage: Stage, dressed: QApplication) -> None:
    """Rows and columns grow with the text and shrink with it again."""
    page = stage.go("customers")
    table = page.findChildren(PagedTable)[0]
    before = _measures(table)
    apply_theme(dressed, "light", 150)
    stage.settle()
    large = _measures(table)
    assert large[0] > before[0]
    assert max(large[1:]) > max(before[1:])
    apply_theme(dressed, "light", 100)
    stage.settle()
    assert _measures(table) == before


def test_pictures_follow_the_theme(qtbot: QtBot, dressed: QApplication) -> None:
    """A card's picture wears the colours of the theme that is chosen now."""
    picture = Picture("house", Tone.ACCENT, 20)
    qtbot.addWidget(picture)
    picture.show()
    light = _colours(picture.pixmap().toImage())
    assert tone_colour(Tone.ACCENT).name() in light
    apply_theme(dressed, "dark")
    dark = _colours(picture.pixmap().toImage())
    assert tone_colour(Tone.ACCENT).name() in dark
    assert not light & dark - {"#000000"}


def test_a_template_s_fields_follow_the_theme(stage: Stage, dressed: QApplication) -> None:
    """Fields in the editor change their colours, and nothing counts as edited."""
    page = stage.go("templates")
    body = next(each for each in page.findChildren(QPlainTextEdit) if each.document().findChild(FieldColours))
    body.setPlainText("Hello {first_name}")
    stage.settle()
    changed: list[bool] = []
    body.textChanged.connect(lambda: changed.append(True))
    apply_theme(dressed, "dark")
    stage.settle()
    formats = body.document().firstBlock().layout().formats()
    assert [each.format.foreground().color() for each in formats] == [QColor(tone_colour(Tone.ACCENT))]
    assert not changed


def _colours(image: QImage) -> set[str]:
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {each.name() for each in pixels if each.alpha() == 255}


def test_nothing_but_pictures_shows_pictures(stage: Stage) -> None:
    """No label of the window keeps a picture in the colours of yesterday's theme."""
    stage.go("campaigns")
    found = [each for each in stage.window.findChildren(QLabel) if not each.pixmap().isNull()]
    assert found
    assert [type(each).__name__ for each in found if not isinstance(each, Picture)] == []
