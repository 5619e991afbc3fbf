"""A shop that can't be opened: the window comes all the same, says why, and offers the one way out."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import backups
from reengage_desktop.ui.application import Session
from reengage_desktop.ui.single import SingleInstance
from tests.conftest import Clock
from tests.shop_rows import add_customer
from tests.ui.stage import dress, put_away


@pytest.fixture
def opener(tmp_path: Path, clock: Clock) -> Callable[[], Shop]:
    return lambda: open_shop(Wishes(folder=tmp_path / "shop", clock=clock, secrets=MemorySecrets))


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    dress(qapp)
    made = Session(qapp, tmp_path / "shop")
    made.window.show()
    yield made
    put_away(made)
    dress(qapp)


def _buttons(session: Session, text: str) -> list[QPushButton]:
    return [each for each in session.window.findChildren(QPushButton) if each.text() == text and each.isVisible()]


def test_one_button_brings_a_damaged_shop_back(
    session: Session, opener: Callable[[], Shop], qtbot: QtBot, tmp_path: Path
) -> None:
    """Promise 13: the newest good copy is named, one button restores it, paused; what was damaged is kept beside it."""
    with closing(opener()) as shop:
        add_customer(shop.db, email="ann@example.com")
        backups.create(shop)
    (tmp_path / "shop" / "shop.db").write_bytes(b"no database at all, but long enough to look like one" * 50)
    session.open(opener)
    qtbot.waitUntil(lambda: bool(session.window.bars()), timeout=8000)
    assert "backups" in session.window.bars()[0]
    qtbot.waitUntil(lambda: bool(_buttons(session, "Restore this copy")), timeout=8000)
    (made,) = _buttons(session, "Restore this copy")
    made.click()
    qtbot.waitUntil(lambda: session._shop is not None, timeout=8000)
    qtbot.waitUntil(session.desk.is_idle, timeout=8000)
    assert session.desk.shop.db.value("SELECT count(*) FROM customers") == 1
    assert any("paused" in sentence for sentence in session.window.bars())
    assert list((tmp_path / "shop").glob("shop-damaged-*.db"))


def test_one_button_goes_back_from_a_newer_shop(
    session: Session, opener: Callable[[], Shop], qtbot: QtBot, tmp_path: Path
) -> None:
    """Promise 15: a shop that a newer program has brought up to date: the copy of before is one button away, paused."""
    with closing(opener()) as shop:
        add_customer(shop.db, email="ann@example.com")
        backups.create(shop)
        with shop.db.write():
            shop.db.run("PRAGMA user_version = 99")
    session.open(opener)
    qtbot.waitUntil(lambda: bool(_buttons(session, "Restore this copy")), timeout=8000)
    assert "newer version" in session.window.bars()[0]
    _buttons(session, "Restore this copy")[0].click()
    qtbot.waitUntil(lambda: session._shop is not None, timeout=8000)
    qtbot.waitUntil(session.desk.is_idle, timeout=8000)
    assert session.desk.shop.db.value("SELECT count(*) FROM customers") == 1
    assert any("paused" in sentence for sentence in session.window.bars())
    assert list((tmp_path / "shop").glob("shop-newer-*.db"))


def test_without_a_copy_the_owner_tries_again(
    session: Session, opener: Callable[[], Shop], qtbot: QtBot, tmp_path: Path
) -> None:
    """Ux 11: what was in the way is put right, and one button opens the shop in the same window."""
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "shop.db").write_bytes(b"no database at all, but long enough to look like one" * 50)
    session.open(opener)
    qtbot.waitUntil(lambda: bool(session.window.bars()), timeout=8000)
    qtbot.waitUntil(lambda: bool(_buttons(session, "Try again")), timeout=8000)
    assert _buttons(session, "Restore this copy") == []
    (again,) = _buttons(session, "Try again")
    (tmp_path / "shop" / "shop.db").unlink()
    again.click()
    qtbot.waitUntil(lambda: session._shop is not None, timeout=8000)
    qtbot.waitUntil(session.desk.is_idle, timeout=8000)
    assert _buttons(session, "Try again") == []


def test_a_folder_that_takes_no_lock_still_has_its_window(tmp_path: Path) -> None:
    """D6: on a full disk, or in a folder that is only read, the program says so instead of ending without a word."""
    assert SingleInstance(tmp_path / "absent").claim()
