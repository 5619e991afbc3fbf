"""The frame: opens at once, seven tabs by key, keeps its place, tells faults, never blocks, one window per shop."""

import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from reengage_desktop.jobs.events import CustomersChanged, Events, PausedChanged, QueueChanged
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.store import pausing
from reengage_desktop.ui.background import deliver
from reengage_desktop.ui.bus import Bus
from reengage_desktop.ui.faults import FaultDialog, details_of
from reengage_desktop.ui.single import SingleInstance
from reengage_desktop.ui.widgets.info_bar import InfoBar
from reengage_desktop.ui.window import MainWindow, first_size
from tests.ui.stage import Stage

KEYS = ("home", "customers", "campaigns", "templates", "analytics", "activity", "settings")


def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    """Figure 10: a start by its owner loads neither store, scheduler, keyring, HTTP, templates nor phone numbers first.

    Nor does it touch the two classes whose many names PySide makes at the first touch (65 ms of a start of 300), and
    Python has searched for cycles meanwhile no more often than its window's own timer may tick.
    """
    program = """
import gc, os, sys, tempfile
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from reengage_desktop.__main__ import make_ready
with tempfile.TemporaryDirectory() as folder:
    chosen = make_ready(Path(folder))
    searches = sum(each["collections"] for each in gc.get_stats())
    from reengage_desktop.ui import application
    begun = application.begin(chosen)
    heavy = {"apscheduler", "keyring", "urllib3", "liquid", "babel", "phonenumbers", "peewee", "smtplib", "sqlite3"}
    ours = {"reengage_desktop." + each for each in ("store", "engine", "jobs", "cli", "domain", "channels")}
    print(sorted((heavy | ours) & set(sys.modules)), end="")
    from PySide6 import QtCore, QtWidgets
    print("Qt" in vars(QtCore), "QStyle" in vars(QtWidgets), end="")
    searches = sum(each["collections"] for each in gc.get_stats()) - searches
    print(searches <= 1, begun.session.window.isVisible())
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]False FalseTrue True"


def test_seven_tabs_open_by_key(stage: Stage) -> None:
    """D1: Ctrl+1 to Ctrl+7 show the tabs, each filled from the shop without a fault."""
    for number, key in enumerate(KEYS, start=1):
        stage.qtbot.keyClick(stage.window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        stage.settle()
        assert stage.window.current_key() == key
    assert stage.faults == []


def test_the_keyboard_goes_along_to_the_page(stage: Stage) -> None:
    """Issue 3: after Ctrl+number it is on the page, not on a bar's close button nor on what acts on the whole shop."""
    window = stage.window
    window.show_bar("test", InfoBar("A bar over the pages"))
    for _round in range(2):
        for number, key in enumerate(KEYS, start=1):
            stage.qtbot.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
            stage.settle()
            focused, page = window.focusWidget(), window.page(key)
            assert page.isAncestorOf(focused), key
            assert page.head.indexOf(focused) < 0 or isinstance(focused, QLineEdit) or focused.isCheckable(), key
    assert not isinstance(window.page("campaigns").focusWidget(), QCheckBox)


def test_the_keyboard_stays_on_the_tabs_and_comes_back_to_its_field(stage: Stage) -> None:
    """Arrows along the tabs keep them; a page that was left is entered again where its keyboard was."""
    window = stage.window
    window.activateWindow()
    stage.qtbot.waitUntil(window.isActiveWindow)
    page = stage.go("settings")
    field = page.findChild(QListWidget)
    field.setFocus()
    window.tabs.tabBar().setFocus()
    stage.qtbot.keyClick(window.tabs.tabBar(), Qt.Key.Key_Left)
    assert window.current_key() == "activity"
    assert window.focusWidget() is window.tabs.tabBar()
    stage.qtbot.keyClick(window, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is field


def test_the_first_size_fits_the_screen() -> None:
    """Issue 3: title and status bar lie on a small laptop's screen too; never below what the layout holds."""
    assert first_size(QSize(1920, 1040)) == QSize(1280, 760)
    assert first_size(QSize(1366, 728)) == QSize(1280, 688)
    assert first_size(QSize(1024, 728)) == QSize(1024, 688)
    assert first_size(QSize(800, 480)) == QSize(960, 600)


def test_size_and_tab_are_kept(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    """A window that is closed on Analytics opens on Analytics, as high as it was."""
    stage.go("analytics")
    stage.window.resize(960, 700)
    stage.window.close()
    again = MainWindow(tmp_path / "window.ini")
    qtbot.addWidget(again)
    assert again.current_key() == "analytics"
    # The screen of a test is 800 wide: Qt keeps a window on its screen, the height tells.
    assert again.height() == 700


def test_a_second_window_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    """Promise 11: the second start asks the first to come forward; a released folder can be claimed again."""
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    first.answer_calls()
    with qtbot.waitSignal(first.raise_asked, timeout=5000):
        assert not second.claim()
    first.release()
    assert second.claim()
    second.release()


def test_a_foreseen_fault_is_a_bar_with_its_sentence(stage: Stage) -> None:
    """The owner reads what happened and what it means, not a class name; the bar can be put away."""
    stage.desk.failed.emit(Refused("Gmail refused your password. Nothing was sent to the 12 people waiting."))
    assert "Gmail refused your password. Nothing was sent to the 12 people waiting." in stage.window.bars()
    stage.find(QPushButton, "Put this bar away").click()


def _surprise(about: str) -> ValueError:
    with pytest.raises(ValueError, match=about) as caught:
        int(f"{about} is no number")
    return caught.value


def test_a_surprise_gives_details_without_anybodys_data(stage: Stage) -> None:
    """Promise 26: the details for support name the place in the program and no value."""
    stage.desk.failed.emit(_surprise("ann@example.com"))
    dialog = stage.window.findChild(FaultDialog)
    assert dialog is not None
    assert "ann@example.com" not in dialog.details.toPlainText()
    assert "ValueError" in dialog.details.toPlainText()
    dialog.close()


def test_the_bar_of_a_fault_goes_when_the_same_deed_has_worked(stage: Stage) -> None:
    """Errors: what is mended is no longer told; what else works meanwhile leaves the bar where it is."""
    is_refused = True

    def save() -> None:
        def task() -> None:
            if is_refused:
                raise Refused("The file is open in another program. Nothing was saved.")

        stage.desk.act(task, stage.desk, lambda _: None)
        stage.settle()

    def told() -> bool:
        return any("open in another program" in bar for bar in stage.window.bars())

    save()
    stage.desk.act(lambda: None, stage.desk, lambda _: None)
    stage.settle()
    assert told()
    is_refused = False
    save()
    assert not told()


def test_a_surprise_in_a_thread_stands_in_the_log(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    """A16: the owner is asked to send the log to support, wherever she is told so: what happened stands in it, once."""

    def task() -> None:
        raise _surprise("secret")

    def refuse() -> None:
        raise Refused("The file is open in another program. Nothing was saved.")

    told: list[BaseException] = []
    stage.desk.take_long(task, stage.desk, lambda _: None, told.append)
    stage.desk.act(refuse, stage.desk, lambda _: None, told.append)
    stage.settle()
    assert len(told) == 2
    logged = [record for record in caplog.records if record.levelname == "ERROR"]
    assert len(logged) == 1
    assert logged[0].exc_info is not None
    assert logged[0].exc_info[0] is ValueError


def test_details_name_the_place() -> None:
    """File, line and function, so that somebody can mend it."""
    told = details_of(_surprise("secret"))
    assert "_surprise" in told
    assert "secret" not in told


def test_pause_and_resume(stage: Stage) -> None:
    """Pause all turns into a red bar with Resume, says so in the status bar, and Ctrl+Z takes it back."""
    home = stage.go("home")
    stage.qtbot.mouseClick(home.pause, Qt.MouseButton.LeftButton)
    stage.settle()
    assert any("Sending is paused" in bar for bar in stage.window.bars())
    assert "paused" in stage.window.statusBar().sending.text().lower()  # type: ignore[attr-defined]
    stage.qtbot.keyClick(stage.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    assert not any("Sending is paused" in bar for bar in stage.window.bars())


@pytest.mark.parametrize(("cause", "said"), [("copied", "was copied or moved"), ("restored", "a backup was restored")])
def test_a_pause_that_nobody_pressed_says_why(stage: Stage, cause: str, said: str) -> None:
    """Promise 14: who copied her shop to a second PC reads why nothing is sent before she lets both send."""
    pausing.pause_as(stage.shop.db, cause, stage.shop.now())
    stage.shop.events.publish(PausedChanged(paused=True))
    stage.qtbot.waitUntil(lambda: bool(stage.window.bars()), timeout=5_000)
    assert said in stage.window.bars()[0]


def test_an_outcome_comes_in_the_windows_thread(qtbot: QtBot) -> None:
    """Whatever thread did the work, the page hears of it in its own."""
    future: Future[int] = Future()
    heard: list[tuple[int, bool]] = []
    parent = QObject()
    deliver(future, parent, lambda value: heard.append((value, threading.current_thread() is threading.main_thread())))
    threading.Thread(target=lambda: future.set_result(7)).start()
    qtbot.waitUntil(lambda: heard == [(7, True)], timeout=5000)


def test_an_outcome_for_a_window_that_has_gone_is_dropped(qtbot: QtBot) -> None:
    """A page that was closed meanwhile is not called, and nothing falls over."""
    future: Future[int] = Future()
    heard: list[int] = []
    parent = QObject()
    deliver(future, parent, heard.append)
    parent.deleteLater()
    qtbot.wait(20)
    threading.Thread(target=lambda: future.set_result(7)).start()
    qtbot.wait(50)
    assert heard == []


def test_a_fault_goes_to_whoever_asked(qtbot: QtBot) -> None:
    """The future's exception is handed to on_error."""
    future: Future[int] = Future()
    heard: list[BaseException] = []
    parent = QObject()
    deliver(future, parent, lambda _value: None, heard.append)
    future.set_exception(Refused("no"))
    qtbot.waitUntil(lambda: [str(fault) for fault in heard] == ["no"], timeout=5000)


def test_a_burst_of_events_is_told_once_per_kind(qtbot: QtBot) -> None:
    """An import that publishes a thousand times redraws a page once."""
    events, bus = Events(), Bus()
    bus.listen(events)
    told: list[object] = []
    bus.changed.connect(told.append)
    for _ in range(1000):
        events.publish(CustomersChanged())
    events.publish(QueueChanged())
    qtbot.waitUntil(lambda: len(told) == 2, timeout=5000)
    assert {type(event) for event in told} == {CustomersChanged, QueueChanged}
    bus.stop()
    events.publish(CustomersChanged())
    qtbot.wait(250)
    assert len(told) == 2


def test_an_empty_shop_says_what_to_do(open_stage: Callable[..., Stage]) -> None:
    """Home without customers offers the import and the sample shop."""
    stage = open_stage(lively=False)
    asked: list[str] = []
    stage.desk.sample_asked.connect(lambda: asked.append("sample"))
    stage.find(QPushButton, "Use sample data").click()
    assert asked == ["sample"]
    assert stage.find(QPushButton, "Import customers…").isEnabled()


def test_thirty_thousand_texts_do_not_abort(qapp: QApplication, qtbot: QtBot) -> None:
    """The reference to None that one version of PySide6 lost at every void call (docs/libraries.md)."""
    button = QPushButton()
    qtbot.addWidget(button)
    for number in range(30_000):
        button.setText(str(number))
    assert button.text() == "29999"


@pytest.mark.parametrize("key", KEYS)
def test_every_page_has_its_help(qtbot: QtBot, key: str) -> None:
    """F1 explains the page in front and lists the keys."""
    from reengage_desktop.ui.help import HelpDialog  # noqa: PLC0415 - only here

    dialog = HelpDialog(key)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.isVisible()


def test_a_signal_to_end_closes_the_shop(qtbot: QtBot, tmp_path: Path) -> None:
    """Promise 31: SIGTERM ends the window within five seconds, the shop closed and the folder free."""
    folder = tmp_path / "shop"
    program = f"""
import os, signal, sys, threading
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.ui import application

def opened():
    shop = open_shop(Wishes(folder=Path({str(folder)!r}), secrets=MemorySecrets))
    shop.on_close.append(lambda: print("closed", flush=True))
    threading.Timer(0.5, lambda: os.kill(os.getpid(), signal.SIGTERM)).start()
    return shop

print(application.run(Path({str(folder)!r}), opened))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.split() == ["closed", "0"], done.stderr
    single = SingleInstance(folder)
    assert single.claim()
    single.release()


def test_the_words_of_waiting_follow_the_tab_in_front(qtbot: QtBot, tmp_path: Path) -> None:
    """ux.md: no tab is empty without a word while the shop is being opened, whichever was in front the last time."""
    window = MainWindow(tmp_path / "window.ini")
    qtbot.addWidget(window)
    window.tabs.setCurrentIndex(6)
    waiting = window.wait_for_shop()
    assert waiting.parentWidget() is window.tabs.widget(6)
    window.tabs.setCurrentIndex(1)
    assert waiting.parentWidget() is window.tabs.widget(1)
