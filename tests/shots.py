"""Draws every screen with the sample shop: `uv run python -m tests.shots OUT`. Light and dark, large and small.

The pictures are for looking at: they are the same between runs, but not between versions of Qt.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.app.sample.building import build_sample
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.domain.vocabulary import OutboxState
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.store import listings
from reengage_desktop.ui.activity.message import MessageDialog
from reengage_desktop.ui.application import Session, make_application
from reengage_desktop.ui.customers.purchase import PurchaseDialog
from reengage_desktop.ui.help import HelpDialog
from reengage_desktop.ui.importing.dialog import ImportDialog

PRESENT = datetime(2026, 11, 21, 9, 12, tzinfo=UTC)
SIZES = (QSize(1280, 760), QSize(960, 600))
THEMES = ("light", "dark")
SCREENS: tuple[tuple[str, str, object], ...] = (
    ("home", "home", None),
    ("customers", "customers", {"segment": "inactive"}),
    ("campaigns", "campaigns", None),
    ("templates", "templates", None),
    ("analytics", "analytics", None),
    ("activity", "activity", {"filter": "all"}),
    ("activity-problems", "activity", {"filter": "problems"}),
    ("activity-checks", "activity", {"filter": "checks"}),
    ("activity-imports", "activity", {"filter": "imports"}),
    ("settings-shop", "settings", {"section": "shop"}),
    ("settings-rules", "settings", {"section": "rules"}),
    ("settings-connections", "settings", {"section": "connections"}),
    ("settings-copies", "settings", {"section": "backup"}),
    ("settings-appearance", "settings", {"section": "app"}),
)

_PEOPLE = """E-Mail Address;Phone Number;First Name;Last Name;Last Visit;Lifetime Spend;Marketing;Memo
ann@example.com;+1 202 555 0123;Ann;Miller;2026-04-03;412.10;yes;likes oat milk
bob@exmple;+1 202 555 0124;Bob;Stone;2025-11-12;96.00;no;
chen@example.com;12;Chen;Wei;2026-11-12;1204.50;yes;by the window
dora@example.com;;Dora;Klein;2026-09-01;210.00;;
"""


def draw(out: Path) -> list[Path]:
    """Draws everything into the folder and gives the pictures."""
    out.mkdir(parents=True, exist_ok=True)
    app = make_application(["shots"])
    drawn: list[Path] = []
    with tempfile.TemporaryDirectory() as folder:
        sample, empty = Path(folder) / "sample", Path(folder) / "empty"
        build_sample(sample, PRESENT, lambda _done, _total=None: None)
        people = Path(folder) / "export_2026.csv"
        people.write_text(_PEOPLE, encoding="utf-8")
        for theme in THEMES:
            for size in SIZES:
                with _window(app, sample, theme, size) as session:
                    drawn += _draw_pages(session, out, f"{theme}-{size.width()}")
                    drawn += _draw_dialogs(session, people, out, f"{theme}-{size.width()}")
            with _window(app, empty, theme, SIZES[0]) as session:
                drawn.append(_save(session.window, out / f"home-empty-{theme}-{SIZES[0].width()}.png", session))
    return drawn


@contextmanager
def _window(app: QApplication, folder: Path, theme: str, size: QSize) -> Iterator[Session]:
    shop = open_shop(Wishes(folder=folder, clock=lambda: PRESENT, secrets=MemorySecrets))
    setting_tasks.set_setting(shop, "app.theme", theme)
    session = Session(app, folder)
    session.take(shop)
    session._hook.remove()  # a fault ends the drawing with its words
    session.window.resize(size)
    session.window.show()
    settle(session)
    try:
        yield session
    finally:
        session.window.hide()
        session.close()


def settle(session: Session) -> None:
    """Waits until everything that was asked for has arrived and is painted."""
    for _ in range(2):
        QTest.qWait(40)
        deadline = QDeadlineTimer(30_000)
        while not session.desk.is_idle() and not deadline.hasExpired():
            QTest.qWait(10)
    # What has arrived is laid out by events of its own.
    QTest.qWait(80)


def _draw_pages(session: Session, out: Path, suffix: str) -> list[Path]:
    drawn = []
    for name, page, argument in SCREENS:
        session.window.go(page, argument)
        drawn.append(_save(session.window, out / f"{name}-{suffix}.png", session))
    return drawn


def _draw_dialogs(session: Session, people: Path, out: Path, suffix: str) -> list[Path]:
    desk, window = session.desk, session.window
    importing = ImportDialog(desk, window)
    drawn = [_show(importing, out / f"import-file-{suffix}.png", session)]
    importing.take_file(str(people))
    drawn.append(_show(importing, out / f"import-columns-{suffix}.png", session))
    importing.import_now()
    drawn.append(_show(importing, out / f"import-done-{suffix}.png", session))
    importing.undo()
    settle(session)
    importing.close()
    message = _sent_message(desk.shop)
    for name, dialog in (
        ("message", MessageDialog(desk, message, window)),
        ("help", HelpDialog("customers", window)),
        ("purchase", PurchaseDialog(desk, message.customer_id, "Ann Miller", window)),
    ):
        drawn.append(_show(dialog, out / f"{name}-{suffix}.png", session))
        dialog.close()
    return drawn


def _sent_message(shop: Shop) -> MessageRow:
    ids = listings.message_ids(shop.db, (OutboxState.ACCEPTED,), limit=1)
    return listings.message_rows(shop.db, ids)[0]


def _show(dialog: QDialog, file: Path, session: Session) -> Path:
    dialog.show()
    return _save(dialog, file, session)


def _save(widget: QWidget, file: Path, session: Session) -> Path:
    settle(session)
    widget.grab().save(str(file))
    return file


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.shots OUT")
    for picture in draw(Path(sys.argv[1])):
        print(picture)  # noqa: T201 - that is what it is for
