"""The frame: keys and their help, the notice, the place it had, one window, sharp pictures, faults nobody foresaw."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reengage_desktop.domain.vocabulary import OutboxState
from reengage_desktop.jobs.events import QueueChanged
from reengage_desktop.store import listings
from reengage_desktop.ui.faults import ExceptionHook, FaultDialog, details_of
from reengage_desktop.ui.help import HelpDialog, all_keys
from reengage_desktop.ui.icons import app_icon, icon
from reengage_desktop.ui.widgets.fitting_tabs import Fit, FittingTabs
from reengage_desktop.ui.widgets.toast import Toast
from reengage_desktop.ui.window import MainWindow
from tests.ui.fit import cut_off, nameless
from tests.ui.stage import Stage

CTRL = Qt.KeyboardModifier.ControlModifier


def test_every_key_is_in_the_help_and_works(stage: Stage) -> None:
    """D1: what the help lists is bound in the window, and what is bound is listed; the tabs are one line."""
    bound = {each.key().toString() for each in stage.window.findChildren(QShortcut) if each.parent() is stage.window}
    listed = {QKeySequence(key).toString() for key, _meaning in all_keys()} - {"Space", "Tab"}
    assert bound - {f"Ctrl+{number}" for number in range(2, 8)} == listed
    tips = [stage.window.tabs.tabToolTip(at) for at in range(7)]
    assert [tip.rpartition("(")[2] for tip in tips] == [f"Ctrl+{number})" for number in range(1, 8)]


def test_ctrl_n_asks_for_a_new_campaign(stage: Stage) -> None:
    """C2: from any page."""
    QTest.keyClick(stage.window, Qt.Key.Key_N, CTRL)
    stage.settle()
    assert stage.window.current_key() == "campaigns"


def test_f1_explains_the_page_and_leads_to_the_set_up(stage: Stage) -> None:
    """The page in front in the owner's words, the keys, and the first pages again."""
    asked: list[int] = []
    stage.go("analytics")
    QTest.keyClick(stage.window, Qt.Key.Key_F1)
    dialog = stage.window.findChild(HelpDialog)
    assert dialog is not None
    assert any("What came of your messages" in each.text() for each in dialog.findChildren(QLabel))
    assert nameless(dialog) == []
    assert cut_off(dialog) == []
    stage.desk.setup_asked.disconnect()
    stage.desk.setup_asked.connect(lambda: asked.append(1))
    next(each for each in dialog.findChildren(QPushButton) if "set up" in each.text() or "Set" in each.text()).click()
    assert asked == [1]


def test_f6_goes_to_the_notice_and_back(stage: Stage) -> None:
    """The keyboard reaches Undo, the notice stays meanwhile, and Escape gives the keyboard back."""
    page = stage.go("customers")
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.setFocus()
    stage.desk.say("3 messages removed.", lambda: None)
    QTest.keyClick(stage.window, Qt.Key.Key_F6)
    toast = stage.window.toast
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Undo"
    toast._time_is_up()
    assert toast.isVisible()
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert not toast.isVisible()
    assert QApplication.focusWidget() is page
    assert toast.can_undo(), "Escape takes nothing back, and Ctrl+Z still can"


def test_a_notice_without_undo_can_be_put_away_by_key(qtbot: QtBot) -> None:
    """F6, then Space on the cross."""
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(700, 400)
    place.show()
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow, timeout=3000)
    toast = Toast(place)
    toast.say("Saved.")
    toast.take_focus()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Space)
    assert not toast.isVisible()


def test_the_status_bar_leads_to_what_waits(stage: Stage) -> None:
    """A15: what waits and what wants approval, each a link, said as many words to a screen reader."""
    counts = listings.count_messages(stage.shop.db)
    status = stage.window.statusBar()
    held = counts[OutboxState.HELD]
    assert held > 0
    assert status.to_approve.text() == f"{held} to approve"  # type: ignore[attr-defined]
    assert status.to_approve.accessibleName() == f"{held} to approve"  # type: ignore[attr-defined]
    status.to_approve.click()  # type: ignore[attr-defined]
    stage.settle()
    assert stage.window.current_key() == "campaigns"
    stage.shop.db.run("UPDATE outbox SET state = 'cancelled' WHERE state = 'held'")
    stage.shop.events.publish(QueueChanged())
    stage.qtbot.waitUntil(lambda: not status.to_approve.isVisible(), timeout=5000)  # type: ignore[attr-defined]


def test_it_opens_where_and_how_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    """A maximised window opens maximised, and knows its smaller size."""
    first = MainWindow(tmp_path / "window.ini")
    qtbot.addWidget(first)
    first.resize(1000, 650)
    first.showMaximized()
    qtbot.waitUntil(first.isMaximized, timeout=3000)
    first.close()
    again = MainWindow(tmp_path / "window.ini")
    qtbot.addWidget(again)
    again.show()
    assert again.isMaximized()


def test_it_comes_back_onto_a_screen_that_exists(qtbot: QtBot, tmp_path: Path) -> None:
    """The second screen was unplugged: its window does not open out of sight."""
    first = MainWindow(tmp_path / "window.ini")
    qtbot.addWidget(first)
    first.show()
    first.move(QPoint(9000, 7000))
    first.close()
    again = MainWindow(tmp_path / "window.ini")
    qtbot.addWidget(again)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.intersects(QRect(again.pos(), QSize(200, 40)))


def test_a_broken_memory_is_no_obstacle(qtbot: QtBot, tmp_path: Path) -> None:
    """A file that somebody damaged gives the usual window."""
    (tmp_path / "window.ini").write_text("[window]\ngeometry=rubbish\ntab=many\n")
    window = MainWindow(tmp_path / "window.ini")
    qtbot.addWidget(window)
    assert window.current_key() == "home"
    assert isinstance(window.saveGeometry(), QByteArray)


def test_minimised_it_comes_forward_maximised(qtbot: QtBot, tmp_path: Path) -> None:
    """Promise 11: a second start brings the window back as large as it was."""
    window = MainWindow(tmp_path / "window.ini")
    qtbot.addWidget(window)
    window.showMaximized()
    window.showMinimized()
    window.come_forward()
    assert not window.isMinimized()
    assert window.isMaximized()


def test_tabs_stay_whole(qtbot: QtBot) -> None:
    """No arrows: pictures go first, then room, then letters; the tooltip keeps the whole name."""
    tabs = FittingTabs()
    qtbot.addWidget(tabs)
    for name in ("Startseite", "Kundinnen", "Kampagnen", "Vorlagen", "Auswertung", "Aktivität", "Einstellungen"):
        tabs.add(QWidget(), icon("house"), name, name)
    tabs.show()
    seen = []
    for width in range(1400, 350, -50):
        tabs.resize(width, 300)
        qtbot.wait(1)
        seen.append(tabs.fit)
        assert tabs.tabBar().width() <= width
    assert seen == sorted(seen)
    assert set(seen) == set(Fit)
    tabs.resize(1400, 300)
    assert tabs.fit is Fit.FULL
    assert not tabs.tabIcon(6).isNull()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_pictures_are_as_sharp_as_the_screen(qapp: QApplication, ratio: float) -> None:
    """A picture of 16 has 20 pixels at 125 %, and 32 at 200 %."""
    for made in (icon("house"), app_icon()):
        pixmap = made.pixmap(QSize(16, 16), ratio)
        assert pixmap.size() == QSize(round(16 * ratio), round(16 * ratio))
        assert pixmap.devicePixelRatio() == ratio


@pytest.mark.parametrize("factor", ["1.25", "2"])
def test_the_window_is_drawn_in_the_screens_pixels(factor: str, tmp_path: Path) -> None:
    """HiDPI: the window, its tabs' pictures and its labels' pictures are drawn at the screen's own size."""
    program = f"""
import os
os.environ |= {{"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "{factor}"}}
from pathlib import Path
from reengage_desktop.ui.application import make_application
from reengage_desktop.ui.widgets.info_bar import InfoBar
from reengage_desktop.ui.window import MainWindow
from PySide6.QtWidgets import QLabel
app = make_application(["x"])
window = MainWindow(Path({str(tmp_path)!r}) / "w.ini")
window.resize(960, 600)
window.show()
picture = window.grab()
bar = InfoBar("Words")
mark = next(each.pixmap() for each in bar.findChildren(QLabel) if not each.pixmap().isNull())
print(picture.width(), picture.height(), mark.width(), mark.devicePixelRatio())
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    scale = float(factor)
    width, height, mark, ratio = (float(word) for word in done.stdout.split())
    assert (width, height, ratio) == (960 * scale, 600 * scale, scale)
    assert mark == pytest.approx(18 * scale, abs=1)


@pytest.fixture
def hooked(stage: Stage) -> Iterator[Stage]:
    """The window with the hook that the program installs."""
    hook = ExceptionHook(stage.desk.failed.emit)
    hook.install()
    yield stage
    hook.remove()


def test_a_fault_in_a_slot_leads_to_the_dialog_and_the_window_goes_on(
    hooked: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    """Promise 26: no address, number or folder in the report; it is copied and saved; then all goes on as before."""

    def slip() -> None:
        cause = OverflowError("ann@example.com, +44 7700 900123")
        raise ValueError(f"{Path.home()}/shop/ann@example.com sk-1234567890abcdefghij") from cause

    broken = QPushButton("Broken", hooked.window)
    broken.clicked.connect(slip)
    with qtbot.captureExceptions() as raised:
        broken.click()
    # The plug-in's own hook stands before ours in a test; hand the fault on as Python would.
    for kind, fault, trace in raised:
        sys.excepthook(kind, fault, trace)
    dialog = hooked.window.findChild(FaultDialog)
    assert dialog is not None
    report = dialog.details.toPlainText()
    for secret in ("ann@", "example.com", "7700", "900123", str(Path.home()), "sk-1234", str(Path(__file__).parent)):
        assert secret not in report
    assert "ValueError" in report
    assert "caused by\nOverflowError" in report
    assert "test_frame.py" in report
    assert nameless(dialog) == []
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == report
    dialog.save(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == report + "\n"
    dialog.go_on.click()
    assert hooked.go("customers").model.rowCount() == 120


def test_a_fault_at_every_painting_shows_one_dialog(hooked: Stage) -> None:
    """Ten of the same do not bury the window."""
    for _ in range(10):
        hooked.desk.failed.emit(ValueError("x"))
    assert len(hooked.window.findChildren(FaultDialog)) == 1


def test_places_name_no_folder() -> None:
    """Where the program is installed says who uses it: only the file inside it is named."""
    told = details_of(_raised(lambda: int("ann@example.com")))
    assert "ann" not in told
    assert "/" not in told.split("\n", 1)[1]


def _raised(act: Callable[[], object]) -> BaseException:
    with pytest.raises(ValueError, match="int") as caught:
        act()
    return caught.value
