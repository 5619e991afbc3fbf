"""From the first run to the first approved message, by keyboard alone: not one click in the whole of it."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.ui.application import Session
from reengage_desktop.ui.first_run.dialog import FirstRunDialog
from reengage_desktop.ui.importing.dialog import ImportDialog
from tests.conftest import Clock
from tests.servers.smtp import FakeSmtp
from tests.ui.keyboard import Keyboard
from tests.ui.stage import dress, put_away

KEY = Qt.Key
CUSTOMERS = (
    ("customer_id", "name", "email", "country", "consent_email"),
    ("c1", "Ann Archer", "ann@example.com", "DE", "yes"),
    ("c2", "Ben Bright", "ben@example.com", "DE", "no"),
    ("c3", "Cat Cole", "cat@example.com", "DE", "yes"),
)
ORDERS = (
    ("order_id", "ordered_at", "status", "currency", "customer_id", "order_total"),
    ("o1", "2026-06-01T10:00:00Z", "paid", "EUR", "c1", "80.00"),
    ("o2", "2026-07-15T10:00:00Z", "paid", "EUR", "c2", "35.50"),
    ("o3", "2026-11-10T10:00:00Z", "paid", "EUR", "c3", "99.00"),
)


@pytest.fixture
def smtp() -> Iterator[FakeSmtp]:
    with FakeSmtp() as server:
        yield server


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    folder = tmp_path / "shop"
    folder.mkdir()
    dress(qapp)
    running = Session(qapp, folder)
    running.window.resize(1280, 760)
    running.window.show()
    qtbot.waitUntil(running.window.isActiveWindow, timeout=5000)
    yield running
    put_away(running)
    dress(qapp)


def _table(file: Path, rows: tuple[tuple[str, ...], ...]) -> Path:
    with file.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows(rows)
    return file


def _import(keys: Keyboard, session: Session, qtbot: QtBot, path: Path, count: int) -> None:
    """In the import dialog: a file, a look at it, Import."""
    keys.answer_file_dialog(path)
    keys.push("Choose a file")
    _take(keys, session, qtbot, count)


def _take(keys: Keyboard, session: Session, qtbot: QtBot, count: int) -> None:
    """In the import dialog, a file having been chosen: a look at it, Import."""
    dialog = session.window.findChild(ImportDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=30_000)
    keys.push(f"Import {count}")
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.done_page, timeout=30_000)
    qtbot.waitUntil(lambda: not dialog.foot.has_just_changed(), timeout=30_000)  # what it says is seen before it closes


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
def test_from_nothing_to_a_mail(session: Session, smtp: FakeSmtp, clock: Clock, qtbot: QtBot, tmp_path: Path) -> None:
    """D1, D2, A15: name and country, two files, the mailbox, switch on, check, approve, send; the mail arrives."""

    def opener() -> Shop:
        return open_shop(Wishes(folder=tmp_path / "shop", clock=clock, secrets=MemorySecrets))

    def settle() -> None:
        for _ in range(2):
            qtbot.wait(20)
            qtbot.waitUntil(session.desk.is_idle, timeout=30_000)

    keys = Keyboard(settle)
    faults: list[BaseException] = []
    session.open(opener, greets=True)
    qtbot.waitUntil(lambda: session.window.findChild(FirstRunDialog) is not None, timeout=20_000)
    session.desk.failed.connect(faults.append)
    greeting = session.window.findChild(FirstRunDialog)
    assert greeting is not None
    qtbot.waitUntil(greeting.isActiveWindow, timeout=5000)
    settle()

    # 1 Your shop
    keys.type("Corner Coffee")
    keys.reach("Country")
    keys.type("Germany")
    keys.reach("Answers go to")
    keys.type("owner@example.com")
    keys.reach("Postal address")
    keys.type("Hauptstr. 1\n10115 Berlin")
    keys.control(KEY.Key_Return)
    # 2 Your customers
    assert greeting.current() is greeting.customers
    keys.answer_file_dialog(_table(tmp_path / "customers.csv", CUSTOMERS))
    keys.press(KEY.Key_Return)
    _take(keys, session, qtbot, 3)
    keys.push("Import another file")
    _import(keys, session, qtbot, _table(tmp_path / "orders.csv", ORDERS), 3)
    keys.press(KEY.Key_Escape)
    # 3 When has someone stopped buying?
    qtbot.waitUntil(lambda: greeting.current() is greeting.rhythm, timeout=5000)
    assert greeting.rhythm.count.text().startswith("2 customers have stopped buying")
    keys.press(KEY.Key_Return)
    # 4 How do you want to write?
    assert greeting.current() is greeting.channel
    keys.press(KEY.Key_Return)
    assert session.window.current_key() == "settings"

    # The mailbox
    keys.reach("Server")
    keys.type("127.0.0.1", over=True)
    keys.reach("Port")
    keys.type(str(smtp.port), over=True)
    keys.reach("Encryption")
    keys.type("None")
    keys.reach("From (e-mail)")
    keys.type("owner@example.com", over=True)
    keys.push("Test ")
    assert smtp.connections > 0
    assert smtp.accepted == [], "a test sends nothing"

    # On, check, look, approve
    keys.control(KEY.Key_3)
    keys.push("Automatic messages", in_full=True)
    keys.push("Check all customers now")
    assert smtp.accepted == [], "nothing goes without the owner's approval"
    keys.push("Look through them")
    keys.push("Approve it")

    # Send now, without waiting for the clock
    keys.control(KEY.Key_6)
    keys.push("Checks")
    keys.push("Run now: Sending")
    assert faults == []
    assert [mail["recipient"] for mail in smtp.accepted] == ["ann@example.com"]
    stored = session.desk.shop.settings()
    assert (stored.text("business.name"), stored.country, stored.currency) == ("Corner Coffee", "DE", "EUR")
