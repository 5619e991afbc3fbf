"""Without the window: what closing means, the icon beside the clock, one notification a run, the way out."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QMenu
from pytestqt.qtbot import QtBot

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.vocabulary import NoticeKind
from reengage_desktop.jobs.events import NoticesChanged, RunFinished
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import sending
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.store import job_runs, notices
from reengage_desktop.ui.application import Session
from reengage_desktop.ui.autostart import FileAutostart
from reengage_desktop.ui.leaving import KeepRunningDialog, LeavingDialog, leaving_sentence
from reengage_desktop.ui.presence import Presence
from reengage_desktop.ui.tray import GATHER_MS, Tray
from reengage_desktop.ui.tray_icon import TrayState, draw_tray, tray_icon
from tests.conftest import Clock
from tests.shop_rows import add_customer, add_message, add_order
from tests.ui.lively import SETTINGS
from tests.ui.stage import dress, put_away

_GATHERED_MS = 500
"""So long the news of a run are gathered here, instead of the program's `GATHER_MS`."""


class HeldTray:
    """A tray in the test's hand."""

    def __init__(self, *, available: bool = True) -> None:
        self.available = available
        self.menu: QMenu | None = None
        self.words = ""
        self.told: list[tuple[str, str, bool]] = []
        self.click: Callable[[], object] = lambda: None
        self.click_message: Callable[[], object] = lambda: None

    def is_available(self) -> bool:
        return self.available

    def begin(self, menu: QMenu, on_click: Callable[[], object], on_message: Callable[[], object]) -> None:
        self.menu, self.click, self.click_message = menu, on_click, on_message

    def dress(self, icon: QIcon, words: str) -> None:
        assert not icon.isNull()
        self.words = words

    def tell(self, heading: str, sentence: str, *, is_problem: bool) -> None:
        self.told.append((heading, sentence, is_problem))

    def end(self) -> None:
        self.menu = None


@pytest.fixture
def tray() -> HeldTray:
    return HeldTray()


@pytest.fixture
def open_session(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: Clock, tray: HeldTray
) -> Iterator[Callable[..., Session]]:
    """Opens the window on a shop whose automatic messages are on, as the program does."""
    running: list[tuple[Session, Presence]] = []
    dress(qapp)

    def opener(*, is_sample: bool) -> Shop:
        return open_shop(Wishes(folder=tmp_path / "shop", clock=clock, secrets=MemorySecrets, is_sample=is_sample))

    def begin(*, in_background: bool = False, is_sample: bool = False, **settings: str) -> Session:
        with closing(opener(is_sample=is_sample)) as shop:
            for key, text in {**SETTINGS, **settings}.items():
                setting_tasks.set_setting(shop, key, text)
        session = Session(qapp, tmp_path / "shop", tray)
        if not in_background:
            session.window.show()
        running.append((session, session.stay(in_background=in_background)))
        session.take(opener(is_sample=is_sample))
        icon = _presence(session).tray
        if icon is not None:
            assert icon._timer.interval() == GATHER_MS
            icon._timer.setInterval(_GATHERED_MS)
        _settle(session, qtbot)
        return session

    yield begin
    for session, presence in running:
        presence.is_leaving = True
        put_away(session)
        presence.deleteLater()
    dress(qapp)


def _settle(session: Session, qtbot: QtBot) -> None:
    for _ in range(2):
        qtbot.wait(30)
        qtbot.waitUntil(session.desk.is_idle, timeout=8_000)


def _run(app: QApplication, patience_ms: int) -> int:
    """The program's loop until somebody quits; 1 after that many milliseconds."""
    patience = QTimer(interval=patience_ms, singleShot=True)
    patience.timeout.connect(lambda: app.exit(1))
    patience.start()
    return app.exec()


def _presence(session: Session) -> Presence:
    presence = session._presence
    assert presence is not None
    return presence


def _icon(session: Session) -> Tray:
    found = _presence(session).tray
    assert found is not None
    return found


def _question(session: Session) -> KeepRunningDialog | None:
    found = [each for each in session.window.findChildren(KeepRunningDialog) if each.isVisible()]
    return found[0] if found else None


def test_closing_asks_once_and_remembers(open_session: Callable[..., Session], qtbot: QtBot) -> None:
    """D3: the first closing asks; Keep running hides the window into the tray, and from then on without a word."""
    session = open_session()
    session.window.close()
    assert session.window.isVisible()
    dialog = _question(session)
    assert dialog is not None
    dialog.keep.click()
    _settle(session, qtbot)
    qtbot.wait(200)
    _settle(session, qtbot)
    assert not session.window.isVisible()
    assert session.desk.shop.settings().text("app.keep_running") == "yes"
    session.come_forward()
    assert session.window.isVisible()
    session.window.close()
    assert not session.window.isVisible()
    assert _question(session) is None


def test_escape_leaves_everything_as_it_is(open_session: Callable[..., Session], qtbot: QtBot) -> None:
    """A question that was closed is no answer."""
    session = open_session()
    session.window.close()
    dialog = _question(session)
    assert dialog is not None
    dialog.reject()
    _settle(session, qtbot)
    assert session.window.isVisible()
    assert session.desk.shop.settings().text("app.keep_running") == "ask"


def test_quit_ends_the_program(open_session: Callable[..., Session], qtbot: QtBot, qapp: QApplication) -> None:
    """The other answer: it is remembered, and the program leaves."""
    session = open_session()
    session.window.close()
    dialog = _question(session)
    assert dialog is not None
    dialog.quit.click()
    qtbot.waitUntil(lambda: _presence(session).is_leaving, timeout=5000)
    assert session.desk.shop.settings().text("app.keep_running") == "no"


def test_without_a_tray_it_is_made_small_never_hidden(
    open_session: Callable[..., Session], tray: HeldTray, qtbot: QtBot
) -> None:
    """D3: GNOME has no tray: a window that hid there would be lost."""
    tray.available = False
    session = open_session(**{"app.keep_running": "yes"})
    session.window.close()
    qtbot.waitUntil(session.window.isMinimized, timeout=5000)
    assert not session.window.isHidden()
    session.come_forward()
    assert not session.window.isMinimized()


@pytest.mark.parametrize("settings", [{"reengagement.enabled": "false"}, {"app.keep_running": "no"}])
def test_nothing_to_stay_for(open_session: Callable[..., Session], qtbot: QtBot, settings: dict[str, str]) -> None:
    """Where nothing would be sent, or the owner said so, closing ends the program without a question."""
    session = open_session(**settings)
    session.window.close()
    assert _question(session) is None
    qtbot.waitUntil(lambda: _presence(session).is_leaving, timeout=5000)


def test_the_system_may_end_it_at_once(open_session: Callable[..., Session], qapp: QApplication) -> None:
    """Promise 31: a signal, or the end of the session, closes the window without a question."""
    session = open_session()
    assert not _presence(session).is_leaving
    QTimer.singleShot(0, qapp.quit)
    assert _run(qapp, 5000) == 0
    # Closing asked to quit once more: heard here, and not by the next test's loop.
    _run(qapp, 50)
    assert _presence(session).is_leaving
    assert not session.window.isVisible()
    assert _question(session) is None


def test_the_background_has_no_window(open_session: Callable[..., Session]) -> None:
    """D3: at login the program sits in the tray; a second start, or a click, brings the window."""
    session = open_session(in_background=True)
    assert not session.window.isVisible()
    session.come_forward()
    assert session.window.isVisible()


def test_a_tray_that_comes_late_takes_the_window_over(
    open_session: Callable[..., Session], tray: HeldTray, qtbot: QtBot
) -> None:
    """At login the desktop may still be building its tray."""
    tray.available = False
    session = open_session(in_background=True)
    assert session.window.isMinimized()
    tray.available = True
    _presence(session)._wait_for_tray.timeout.emit()
    _settle(session, qtbot)
    assert not session.window.isVisible()
    assert tray.menu is not None


def test_the_menu_says_how_it_stands(open_session: Callable[..., Session], tray: HeldTray, qtbot: QtBot) -> None:
    """D3: next check, what waits; a pause of an hour, and Resume in place of it."""
    session = open_session()
    icon = _icon(session)
    assert icon.next_check.text() == "Next check today 13:00"
    assert icon.waiting.text() == "0 waiting"
    assert icon.state is TrayState.NORMAL
    icon.pause_hour.trigger()
    qtbot.waitUntil(lambda: icon.state is TrayState.PAUSED, timeout=5000)
    shop = session.desk.shop
    assert sending.read_pause(shop).until == shop.now() + timedelta(hours=1)
    assert icon.next_check.text() == "Paused until today 14:00"
    assert (icon.resume.isVisible(), icon.pause_hour.isVisible()) == (True, False)
    assert "Paused until" in tray.words
    icon.resume.trigger()
    qtbot.waitUntil(lambda: icon.state is TrayState.NORMAL, timeout=5000)


def test_until_tomorrow_is_after_the_night(open_session: Callable[..., Session], qtbot: QtBot) -> None:
    """Nobody wants mails at midnight: it ends with the quiet hours of the next day, 08:00 in Berlin."""
    session = open_session()
    _icon(session).pause_day.trigger()
    _settle(session, qtbot)
    until = sending.read_pause(session.desk.shop).as_json()["until"]
    assert until == "2026-11-22T08:00:00+01:00"


def test_states_differ_in_shape(open_session: Callable[..., Session], clock: Clock, qtbot: QtBot) -> None:
    """Sending and a problem show; the four pictures differ also where all colours are one."""
    session = open_session()
    shop, icon = session.desk.shop, _icon(session)
    run = job_runs.begin(shop.db, "send", clock(), trigger="clock")
    assert run is not None
    shop.events.publish(NoticesChanged())
    qtbot.waitUntil(lambda: icon.state is TrayState.SENDING, timeout=5000)
    job_runs.finish(shop.db, run, clock(), result={})
    notices.tell(shop.db, "provider:twilio", NoticeKind.PROVIDER_PAUSED, {"provider": "twilio"}, clock())
    shop.events.publish(NoticesChanged())
    qtbot.waitUntil(lambda: icon.state is TrayState.PROBLEM, timeout=5000)
    grey = set()
    for state in TrayState:
        image = draw_tray(state, 32).toImage().convertToFormat(draw_tray(state, 32).toImage().Format.Format_Grayscale8)
        grey.add(bytes(image.constBits()))
        assert {16, 22, 32, 64} <= {size.width() for size in tray_icon(state).availableSizes()}
    assert len(grey) == len(TrayState)


def _wait_for_news(qtbot: QtBot, session: Session) -> None:
    qtbot.wait(_GATHERED_MS + 400)
    _settle(session, qtbot)


def test_one_notification_for_a_run(
    open_session: Callable[..., Session], tray: HeldTray, clock: Clock, qtbot: QtBot
) -> None:
    """D3: three jobs of one tick, one notification with both figures; a click opens what was sent."""
    session = open_session(in_background=True)
    shop = session.desk.shop
    clock.move(minutes=1)
    for number in range(3):
        customer = add_customer(shop.db, name=f"Customer {number}")
        message = add_message(shop.db, customer, clock())
        if number:
            order = add_order(shop.db, customer, clock(), added_at=int(clock().timestamp()))
            shop.db.run("INSERT INTO conversions VALUES (?, ?, 1)", (message, order))
    for job in ("process-campaigns", "send", "cleanup"):
        shop.events.publish(RunFinished(job, "success"))
    _wait_for_news(qtbot, session)
    assert tray.told == [("Corner Coffee", "3 messages sent, 2 customers came back", False)]
    tray.click_message()
    _settle(session, qtbot)
    assert session.window.isVisible()
    assert session.window.current_key() == "activity"
    shop.events.publish(RunFinished("send", "success"))
    _wait_for_news(qtbot, session)
    assert len(tray.told) == 1, "what was told is not told again"


def test_a_problem_is_always_told_once(
    open_session: Callable[..., Session], tray: HeldTray, clock: Clock, qtbot: QtBot
) -> None:
    """D3: also while the window is in front, and where the owner wants no figures; the same one not twice."""
    session = open_session(**{"app.notifications": "false"})
    shop = session.desk.shop
    for _ in range(2):
        notices.tell(shop.db, "clock", NoticeKind.CLOCK_UNTRUSTED, {"now": 1}, clock())
        shop.events.publish(NoticesChanged())
        _wait_for_news(qtbot, session)
    assert [(heading, is_problem) for heading, _sentence, is_problem in tray.told] == [("Sending needs you", True)]
    add_message(shop.db, add_customer(shop.db, name="Ann"), clock())
    shop.events.publish(RunFinished("send", "success"))
    _wait_for_news(qtbot, session)
    assert len(tray.told) == 1, "figures are not wanted"


def test_a_problem_that_comes_again_is_told_again(
    open_session: Callable[..., Session], tray: HeldTray, clock: Clock, qtbot: QtBot
) -> None:
    """D3: weeks lie between the two, and the program never ended; one that only stays up is told once."""
    session = open_session()
    shop = session.desk.shop
    for _ in range(2):
        notices.tell(shop.db, "clock", NoticeKind.CLOCK_UNTRUSTED, {"now": 1}, clock())
        for _again in range(2):
            shop.events.publish(NoticesChanged())
            _wait_for_news(qtbot, session)
        notices.dismiss(shop.db, "clock", clock())
        shop.events.publish(NoticesChanged())
        _wait_for_news(qtbot, session)
        clock.move(days=14)
    assert [heading for heading, _sentence, _is_problem in tray.told] == ["Sending needs you"] * 2


def test_what_can_not_be_remembered_is_done_all_the_same(open_session: Callable[..., Session], qtbot: QtBot) -> None:
    """Promise 12: where nothing can be kept any more, “Quit” still ends the program."""
    session = open_session()
    session.desk.shop.db.run(
        "CREATE TRIGGER nothing_is_kept BEFORE INSERT ON settings BEGIN SELECT RAISE(ABORT, 'full'); END"
    )
    session.desk.shop.db.run(
        "CREATE TRIGGER nothing_is_changed BEFORE UPDATE ON settings BEGIN SELECT RAISE(ABORT, 'full'); END"
    )
    session.window.close()
    dialog = _question(session)
    assert dialog is not None
    dialog.quit.click()
    qtbot.waitUntil(lambda: _presence(session).is_leaving, timeout=5000)


def test_asked_twice_it_leaves_once(open_session: Callable[..., Session], clock: Clock, qtbot: QtBot) -> None:
    """Promise 31: Ctrl+Q a second time opens no second dialog while the message on its way is finished."""
    session = open_session()
    shop, presence = session.desk.shop, _presence(session)
    add_message(shop.db, add_customer(shop.db, name="Ann"), None)
    run = job_runs.begin(shop.db, "send", clock(), trigger="clock")
    assert run is not None
    for _ in range(2):
        presence.leave()
    _settle(session, qtbot)
    qtbot.wait(250)
    assert len(session.window.findChildren(LeavingDialog)) == 1
    job_runs.finish(shop.db, run, clock(), result={})
    qtbot.waitUntil(lambda: presence.is_leaving, timeout=5000)


def test_quitting_finishes_the_message_on_its_way(
    open_session: Callable[..., Session], clock: Clock, qtbot: QtBot
) -> None:
    """D3: the sender is asked to stop, the owner reads that the other two wait, and then the program leaves."""
    session = open_session()
    shop, presence = session.desk.shop, _presence(session)
    for _ in range(3):
        add_message(shop.db, add_customer(shop.db, name="Ann"), None)
    run = job_runs.begin(shop.db, "send", clock(), trigger="clock")
    assert run is not None
    _icon(session).quit.trigger()
    qtbot.waitUntil(lambda: bool(session.window.findChildren(LeavingDialog)), timeout=5000)
    assert shop.lanes.stopping()
    assert "2 messages stay" in session.window.findChildren(LeavingDialog)[0].words.text()
    assert not presence.is_leaving
    job_runs.finish(shop.db, run, clock(), result={})
    qtbot.waitUntil(lambda: presence.is_leaving, timeout=5000)


def test_the_login_follows_the_setting(open_session: Callable[..., Session], qtbot: QtBot) -> None:
    """D3: on writes the entry, off removes it, and a start alone does neither."""
    session = open_session()
    entry = _presence(session)._autostart
    assert isinstance(entry, FileAutostart)
    assert not entry.is_on()
    setting_tasks.set_setting(session.desk.shop, "app.start_at_login", "true")
    qtbot.waitUntil(entry.is_on, timeout=5000)
    setting_tasks.set_setting(session.desk.shop, "app.start_at_login", "false")
    qtbot.waitUntil(lambda: not entry.is_on(), timeout=5000)


def test_the_sample_shop_leaves_the_login_alone(open_session: Callable[..., Session], qtbot: QtBot) -> None:
    """D3: the entry starts the owner's own shop; a switch tried out in the sample takes that away from nobody."""
    session = open_session(is_sample=True)
    entry = _presence(session)._autostart
    assert isinstance(entry, FileAutostart)
    setting_tasks.set_setting(session.desk.shop, "app.start_at_login", "true")
    _settle(session, qtbot)
    assert not entry.is_on()
    session.window.go("settings", {"section": "app"})
    _settle(session, qtbot)
    assert session.window.findChild(QCheckBox, "app.notifications") is not None
    assert session.window.findChild(QCheckBox, "app.start_at_login") is None


def test_ctrl_q_quits_for_good(open_session: Callable[..., Session], qtbot: QtBot) -> None:
    """Ctrl+Q is no closing of the window: the program leaves also where it stays otherwise."""
    session = open_session(**{"app.keep_running": "yes"})
    QTest.keyClick(session.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _presence(session).is_leaving, timeout=5000)


def test_the_keyboard_answers_the_question(open_session: Callable[..., Session], qtbot: QtBot) -> None:
    """Return keeps running: it is the default."""
    session = open_session()
    session.window.close()
    dialog = _question(session)
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not session.window.isVisible(), timeout=5000)


def test_no_sending_is_promised_without_a_password_store(open_session: Callable[..., Session], qtbot: QtBot) -> None:
    """Promise 25: neither the question at closing nor the word at the end says that messages go by themselves."""
    session = open_session()
    session.window.close()
    dialog = _question(session)
    assert dialog is not None
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "no password store" in words
    assert "sending in the background" not in words
    assert "can go out" not in words
    assert "press “Send now”" in leaving_sentence(2, goes_by_itself=False)
    assert "press “Send now”" not in leaving_sentence(2)
