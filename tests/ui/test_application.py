"""The window's process: opening in a thread, a shop that can't be opened, the sample shop and the way back."""

import gc
import sys
import weakref
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.app.sample.building import sample_folder
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import adding, template_drafts
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.jobs.tasks.adding import Newcomer
from reengage_desktop.ui import formats
from reengage_desktop.ui.application import Session
from reengage_desktop.ui.customers.page import CustomersPage
from reengage_desktop.ui.own_application import OwnApplication
from reengage_desktop.ui.sample import SampleDialog
from reengage_desktop.ui.templates.page import TemplatesPage
from reengage_desktop.ui.theme import current_tokens
from tests.conftest import Clock
from tests.ui.stage import dress, put_away


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    folder = tmp_path / "shop"
    folder.mkdir()
    dress(qapp)
    running = Session(qapp, folder)
    running.window.show()
    yield running
    put_away(running)
    dress(qapp)


@pytest.fixture
def opener(tmp_path: Path, clock: Clock) -> Callable[[], Shop]:
    return lambda: open_shop(Wishes(folder=tmp_path / "shop", clock=clock, secrets=MemorySecrets))


def _wait_for_desk(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: session.window.desk is not None, timeout=20_000)
    qtbot.waitUntil(session.desk.is_idle, timeout=20_000)


def test_the_shop_is_opened_behind_the_window(session: Session, opener: Callable[[], Shop], qtbot: QtBot) -> None:
    """D1: the window is there first; then the shop, with its clock, and the page in front is filled."""
    assert session.window.desk is None
    session.open(opener)
    _wait_for_desk(session, qtbot)
    assert session.window.current_key() == "home"
    assert session.window.page("home").isVisible()


def test_pages_are_not_gone_through_again_and_go_with_their_window(
    session: Session, opener: Callable[[], Shop], qtbot: QtBot
) -> None:
    """Promise 19: to go through all pages for unused cycles takes 60 ms; with the next shop what has gone is freed."""

    class Ring:
        def __init__(self) -> None:
            self.me = self

    page = weakref.ref(Ring())
    session.window.made_ahead.emit()
    gc.collect()
    assert page() is not None, "it was left out"
    session.open(opener)
    _wait_for_desk(session, qtbot)
    assert page() is None


def test_a_shop_that_cannot_be_opened_says_why(session: Session, qtbot: QtBot) -> None:
    """Promise 15: the sentence stands in the window; nothing else can be done there."""

    def refuse() -> Shop:
        raise Refused("This shop's database was written by a newer version of the program. Nothing was changed.")

    session.open(refuse)
    qtbot.waitUntil(lambda: bool(session.window.bars()), timeout=20_000)
    assert "newer version" in session.window.bars()[0]
    session.window.tabs.setCurrentIndex(3)
    assert session.window.desk is None


def test_the_theme_and_text_size_follow_the_settings(
    session: Session, opener: Callable[[], Shop], qtbot: QtBot, qapp: QApplication
) -> None:
    """Dark and 120 % hold at once, and at the next start before the shop is open."""
    session.open(opener)
    _wait_for_desk(session, qtbot)
    usual = qapp.font().pointSizeF()
    setting_tasks.set_setting(session.desk.shop, "app.theme", "dark")
    setting_tasks.set_setting(session.desk.shop, "app.text_size", "120")
    qtbot.waitUntil(lambda: current_tokens().name == "dark", timeout=5000)
    qtbot.waitUntil(lambda: qapp.font().pointSizeF() == pytest.approx(usual * 1.2), timeout=5000)
    dress(qapp)
    again = Session(qapp, session.desk.shop.paths.folder)
    assert current_tokens().name == "dark"
    put_away(again)


def test_the_sample_shop_and_the_way_back(session: Session, opener: Callable[[], Shop], qtbot: QtBot) -> None:
    """D4: sample data builds a shop beside the own one; one button leads back, one removes it without a trace."""
    session.open(opener)
    _wait_for_desk(session, qtbot)
    own = session.desk.shop.paths.folder
    session.desk.sample_asked.emit()
    dialog = session.window.findChild(SampleDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: session.desk.shop.paths.folder == sample_folder(own), timeout=120_000)
    _wait_for_desk(session, qtbot)
    assert session.desk.shop.is_sample
    assert "Sample shop" in session.window.bars()[0]
    _press(session, "Back to my shop")
    qtbot.waitUntil(lambda: session.desk.shop.paths.folder == own, timeout=20_000)
    _wait_for_desk(session, qtbot)
    assert session.window.bars() == [], "it is the own shop"

    session.switch(lambda: open_shop(Wishes(folder=sample_folder(own), secrets=MemorySecrets)))
    qtbot.waitUntil(lambda: session.desk.shop.paths.folder == sample_folder(own), timeout=20_000)
    _wait_for_desk(session, qtbot)
    _press(session, "Remove the sample shop")
    qtbot.waitUntil(lambda: session.desk.shop.paths.folder == own, timeout=20_000)
    qtbot.waitUntil(lambda: "nothing of it is left" in session.window.toast.sentence(), timeout=20_000)
    assert sorted(path.name for path in own.parent.iterdir()) == ["shop"]
    assert session.window.bars() == []


def _press(session: Session, name: str) -> None:
    """Clicks a button of the window that is open."""
    next(each for each in session.window.findChildren(QPushButton) if each.text() == name).click()


def test_a_language_from_the_command_line_is_whole_at_the_next_start(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, opener: Callable[[], Shop]
) -> None:
    """Issue 3: `config set app.language de` while the window was closed; tabs, pages and figures are German at once."""
    folder = tmp_path / "shop"
    folder.mkdir()
    with closing(opener()) as shop:
        setting_tasks.set_setting(shop, "app.language", "de")
    dress(qapp)
    session = Session(qapp, folder)
    try:
        session.window.show()
        session.window.tabs.setCurrentIndex(1)
        session.open(opener)
        _wait_for_desk(session, qtbot)
        window = session.window
        assert [window.tabs.tabText(at) for at in range(3)] == ["Start", "Kunden", "Kampagnen"]
        assert window.isVisible()
        assert window.current_key() == "customers"
        page = window.page("customers")
        assert isinstance(page, CustomersPage)
        assert page.heading.text() == "Kunden"
        assert page.search.placeholderText() == "Name, E-Mail, Telefon"
        assert formats.number(1234) == "1.234"
    finally:
        put_away(session)
        dress(qapp)


def test_no_thread_keeps_the_windows_waiting_for_long(qapp: QApplication) -> None:
    """Promise 19: who computes beside the window hands the interpreter over within a millisecond, not Python's five."""
    assert isinstance(qapp, OwnApplication)
    assert sys.getswitchinterval() < 0.001


def test_what_is_being_typed_at_the_end_is_kept(session: Session, opener: Callable[[], Shop], qtbot: QtBot) -> None:
    """C18, promise 31: a note and a line of settings, both still with the keyboard in them when the program ends."""
    with closing(opener()) as shop:
        who = adding.add_customer(shop, Newcomer("Ann", "ann@example.com", "")).customer_id
    session.open(opener)
    _wait_for_desk(session, qtbot)
    session.desk.go("customers", {"customer": who})
    _wait_for_desk(session, qtbot)
    page = session.window.page("customers")
    assert isinstance(page, CustomersPage)
    page.panel.note.begin()
    qtbot.keyClicks(page.panel.note, "oat milk")
    session.close()
    with closing(opener()) as shop:
        assert shop.db.value("SELECT note FROM customers WHERE id = ?", (who,)) == "oat milk"

    session.switch(opener)
    _wait_for_desk(session, qtbot)
    session.desk.go("settings", {"section": "shop"})
    _wait_for_desk(session, qtbot)
    line = session.window.findChild(QLineEdit, "business.name")
    assert line is not None
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Corner Coffee")
    session.close()
    with closing(opener()) as shop:
        assert shop.settings().text("business.name") == "Corner Coffee"


def test_the_last_letters_of_a_template_are_kept(session: Session, opener: Callable[[], Shop], qtbot: QtBot) -> None:
    """ux.md 5, promise 31: the program ends while the message is being typed, before the editor looked at it."""
    session.open(opener)
    _wait_for_desk(session, qtbot)
    session.desk.go("templates", {"new": "sms"})
    _wait_for_desk(session, qtbot)
    page = session.window.page("templates")
    assert isinstance(page, TemplatesPage)
    page.editor.body.setFocus()
    page.editor.body.insertPlainText("The very last words")
    session.close()
    with closing(opener()) as shop:
        drafts = template_drafts.list_drafts(shop).values()
        assert ["The very last words" in draft.template.body for draft in drafts] == [True]
