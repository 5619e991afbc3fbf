"""The window changes its text size and its colours while it is open: what it shows follows at once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from reengage_desktop.ui.tables.view import PagedTable
from reengage_desktop.ui.templates.colouring import FieldColours
from reengage_desktop.ui.theme import Tone, apply_theme, tone_colour
from reengage_desktop.ui.theme.restyling import Restyling
from reengage_desktop.ui.widgets.picture import Picture
from tests.ui.pulse import Pulse
from tests.ui.stage import Stage, dress


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which looks as before when the test is over."""
    dress(qapp)
    yield qapp
    apply_theme(qapp, "light")


@pytest.fixture
def restyling(dressed: QApplication) -> Restyling:
    """What dresses an open window anew, over an application that looks as before when the test is over."""
    return Restyling(dressed)


class Painted(QObject):
    """Notes whether anything of a window was painted."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.count = 0
        self._stage = stage
        for each in (stage.window, *stage.window.findChildren(QLabel)):
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        self.count += event.type() == QEvent.Type.Paint
        return False


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _wear(stage: Stage, restyling: Restyling, theme: str, text_size: int = 100) -> None:
    restyling.wear(theme, text_size)
    stage.qtbot.waitUntil(restyling.is_done, timeout=60_000)
    stage.settle()


def _measures(table: PagedTable) -> list[int]:
    shown = [at for at in range(table.model().columnCount()) if not table.isColumnHidden(at)]
    return [table.verticalHeader().defaultSectionSize(), *(table.columnWidth(at) for at in shown)]


def test_tables_follow_the_text_size(stage: Stage, restyling: Restyling) -> None:
    """Rows and columns grow with the text and shrink with it again."""
    page = stage.go("customers")
    table = page.findChildren(PagedTable)[0]
    before = _measures(table)
    _wear(stage, restyling, "light", 150)
    large = _measures(table)
    assert large[0] > before[0]
    assert max(large[1:]) > max(before[1:])
    _wear(stage, restyling, "light", 100)
    assert _measures(table) == before


def test_it_looks_as_if_it_had_begun_that_way(stage: Stage, restyling: Restyling) -> None:
    """Other colours and another text size put on in steps give the picture that they give at a stretch."""
    for key, theme, size in (("campaigns", "dark", 150), ("templates", "light", 90)):
        stage.go(key)
        stage.go("home")
        _wear(stage, restyling, theme, size)
        stage.go(key)
        in_steps = stage.window.grab().toImage()
        apply_theme(_app(), theme, size)
        stage.settle()
        assert in_steps == stage.window.grab().toImage(), (theme, size)


def test_nothing_is_seen_half_dressed(stage: Stage, restyling: Restyling) -> None:
    """Nothing is painted before all that is seen wears the new look; what comes to the front meanwhile goes first."""
    stage.go("campaigns")
    stage.go("home")
    painted = Painted(stage)
    restyling.wear("dark", 120)
    while not stage.window.updatesEnabled():
        assert painted.count == 0
        QApplication.processEvents()
    assert not restyling.is_done(), "the hidden pages follow"
    assert _leads_with(stage, "home")
    stage.window.tabs.setCurrentIndex(2)
    restyling.look_again()
    painted.count = 0
    while not stage.window.updatesEnabled():
        assert painted.count == 0
        QApplication.processEvents()
    assert _leads_with(stage, "campaigns")
    stage.qtbot.waitUntil(restyling.is_done, timeout=60_000)


def _leads_with(stage: Stage, key: str) -> bool:
    """Whether the page in front wears the dark theme."""
    return bool(stage.window.page(key).heading.palette().windowText().color().lightness() > 200)


def test_another_look_holds_nothing_up(stage: Stage, restyling: Restyling) -> None:
    """Promise 19: no stretch is as long as half of dressing everything at once (the control)."""
    for key in ("customers", "campaigns", "analytics", "home"):
        stage.go(key)
    at_once, in_steps = [], []
    for theme, size in (("dark", 100), ("light", 150)):
        with Pulse() as pulse:
            QTimer.singleShot(0, stage.window, lambda: apply_theme(_app(), "light"))
            stage.settle()
        at_once.append(pulse.longest_ms)
        with Pulse() as pulse:
            QTimer.singleShot(0, stage.window, lambda theme=theme, size=size: restyling.wear(theme, size))
            stage.settle()
            stage.qtbot.waitUntil(restyling.is_done, timeout=60_000)
        in_steps.append(pulse.longest_ms)
    assert min(in_steps) < min(at_once) / 2


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
