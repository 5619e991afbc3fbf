"""A day in the life through the window's own widgets: files in, a real mail server, and money to the cent."""

import csv
import email
import email.policy
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from reengage_desktop.domain.vocabulary import Segment
from reengage_desktop.ui.importing.dialog import ImportDialog
from tests.command_line import CommandLine
from tests.conftest import Clock
from tests.servers.smtp import FakeSmtp
from tests.ui.stage import Stage, dress, stage_on

LEFT = Qt.MouseButton.LeftButton
CUSTOMERS = (
    ("customer_id", "name", "email", "country", "consent_email"),
    ("c1", "Ann Archer", "ann@example.com", "US", "yes"),
    ("c2", "Ben Bright", "ben@example.com", "US", "yes"),
    ("c3", "Cat Cole", "cat@example.com", "US", "no"),
    ("c4", "Dan Drew", "dan@example.com", "US", "yes"),
)
HEAD = ("order_id", "ordered_at", "status", "currency", "customer_id", "order_total", "refunded_amount")
BEFORE = (
    ("o1", "2026-06-01T10:00:00-04:00", "paid", "USD", "c1", "80.00", ""),
    ("o2", "2026-07-15T10:00:00-04:00", "paid", "USD", "c2", "35.50", ""),
    ("o3", "2026-08-20T10:00:00-04:00", "paid", "USD", "c3", "12.25", ""),
    ("o4", "2026-11-10T10:00:00-05:00", "paid", "USD", "c4", "99.00", ""),
)
AFTER = (
    ("p1", "2026-11-24T09:30:00-05:00", "partially_refunded", "USD", "c1", "59.90", "10.00"),
    ("p2", "2026-11-25T12:00:00-05:00", "paid", "USD", "c4", "77.00", ""),
)


@pytest.fixture
def smtp() -> Iterator[FakeSmtp]:
    with FakeSmtp() as server:
        yield server


@pytest.fixture
def stage(cli: CommandLine, clock: Clock, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    """The window on a new US shop, at 10:00 of Saturday, 21 November, in New York."""
    clock.moment = datetime.fromisoformat("2026-11-21T10:00:00-05:00")
    dress(qapp)
    with closing(cli.open()) as shop, stage_on(shop, tmp_path / "window.ini", qtbot) as opened:
        yield opened


def _table(folder: Path, name: str, *rows: tuple[str, ...]) -> str:
    file = folder / name
    with file.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows(rows)
    return str(file)


def _import(stage: Stage, path: str) -> tuple[int, int]:
    """Imports a file through the dialog; gives what was new and what was changed."""
    dialog = ImportDialog(stage.desk, stage.window)
    dialog.show()
    dialog.files.chosen.emit([path])
    stage.qtbot.waitUntil(lambda: dialog.report is not None, timeout=30_000)
    stage.qtbot.mouseClick(dialog.import_button, LEFT)
    stage.qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.done_page, timeout=30_000)
    stage.settle()
    report = dialog.report
    assert report is not None
    dialog.close()
    return report.created, report.updated


def _type(page: Any, key: str, text: str) -> None:
    field = page.findChild(QLineEdit, key)
    field.setText(text)
    field.editingFinished.emit()


def _connect(stage: Stage, port: int) -> None:
    """Connects the owner's mailbox under Settings, Connections, and chooses e-mail."""
    page = stage.go("settings", {"provider": "smtp"})
    _type(page, "providers.smtp.host", "127.0.0.1")
    _type(page, "providers.smtp.from_address", "owner@example.com")
    number = page.findChild(QSpinBox, "providers.smtp.port")
    number.setValue(port)
    number.editingFinished.emit()
    security = page.findChild(QComboBox, "providers.smtp.security")
    security.setCurrentIndex(security.findData("none"))
    security.activated.emit(security.currentIndex())
    stage.settle()
    stage.find(QCheckBox, "Use E-mail").click()
    stage.settle()
    view = page.sections["connections"].views["smtp"]
    stage.qtbot.mouseClick(view.test_button, LEFT)
    stage.settle()
    assert view.answer.property("role") == "ok", view.answer.text()


def test_from_files_to_money(stage: Stage, smtp: FakeSmtp, clock: Clock, tmp_path: Path) -> None:
    """A10, A11, A15, D1, D2: import → check → approve → the mails arrive → orders a week later → money to the cent."""
    assert _import(stage, _table(tmp_path, "customers.csv", *CUSTOMERS)) == (4, 0)
    assert _import(stage, _table(tmp_path, "orders.csv", HEAD, *BEFORE)) == (4, 0)
    home = stage.go("home")
    assert "<b>3 customers stopped buying</b>" in home.hero.words.text()

    _connect(stage, smtp.port)
    campaigns = stage.go("campaigns")
    campaigns.master.click()
    stage.settle()
    stage.qtbot.mouseClick(campaigns.automatic.today.run_button, LEFT)
    stage.settle()
    stage.qtbot.mouseClick(campaigns.banner.look_button, LEFT)
    stage.settle()
    assert campaigns.heading.text() == "2 messages are ready for your approval"
    assert smtp.accepted == [], "nothing goes without the owner's approval"
    shown = campaigns.tray.proof.words()
    stage.qtbot.mouseClick(campaigns.tray.approve_all, LEFT)
    stage.settle()

    stage.go("activity", {"filter": "checks"})
    stage.find(QPushButton, "Run now: Sending").click()
    stage.settle()
    assert stage.faults == []
    assert sorted(mail["recipient"] for mail in smtp.accepted) == ["ann@example.com", "ben@example.com"]
    plain = []
    for mail in smtp.accepted:
        body = email.message_from_string(mail["raw"], policy=email.policy.default).get_body(("plain",))
        assert body is not None
        plain.append(body.get_content().split())
    assert shown.split() in plain, "the text that was shown is the text that went out"

    clock.move(days=7)
    assert _import(stage, _table(tmp_path, "later.csv", HEAD, *AFTER)) == (2, 0)
    analytics = stage.go("analytics")
    assert (analytics.tiles.sent.value(), analytics.tiles.came_back.value()) == ("2", "1")
    assert analytics.tiles.money.value() == "$\u00a049.90"
    home = stage.go("home")
    tiles = home.tiles
    assert (tiles.sent.value(), tiles.came_back.value(), tiles.money.value()) == ("2", "1", "$\u00a050")

    customers = stage.go("customers", {"segment": str(Segment.INACTIVE)})
    assert customers.model.rowCount() == 2
    assert stage.faults == []
