"""An open window over a real shop, and the ways to wait for it and to find its widgets."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.ui.application import Session
from reengage_desktop.ui.bus import Bus
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.speaking import use_language
from reengage_desktop.ui.theme import apply_theme
from reengage_desktop.ui.window import MainWindow


class KeptSecrets(MemorySecrets):
    """The secrets of a PC that has a password store, so that messages go by themselves."""

    is_lasting = True


@dataclass
class Stage:
    """An open window with its shop. Faults that reach the owner are collected in `faults`."""

    shop: Shop
    desk: Desk
    window: MainWindow
    qtbot: QtBot
    faults: list[BaseException] = field(default_factory=list)

    def settle(self) -> None:
        """Waits until everything asked for has arrived, and what it asked for in turn."""
        for _ in range(2):
            self.qtbot.wait(15)
            self.qtbot.waitUntil(self.desk.is_idle, timeout=30_000)
        self._lay_out()
        while not self.desk.is_idle():  # news came while room was given: a part that is being filled is not laid out
            self.qtbot.waitUntil(self.desk.is_idle, timeout=30_000)
            self._lay_out()

    @staticmethod
    def _lay_out() -> None:
        """What arrived last asks for room in an event of its own, and so does what it lies in."""
        for _ in range(4):
            QApplication.processEvents()

    def go(self, page: str, argument: object = None) -> Any:
        """Opens a page and waits until it is filled."""
        self.window.go(page, argument)
        self.settle()
        return self.window.page(page)

    def find(self, kind: type[QWidget], name: str) -> Any:
        """The visible widget of that kind with that accessible name, in the window or a dialog over it."""
        found: list[Any] = [each for each in self.window.findChildren(kind) if each.isVisible()]
        named = [each for each in found if each.accessibleName() == name]
        assert named, f"no {kind.__name__} “{name}”; there are {[each.accessibleName() for each in found]}"
        return named[0]


def dress(app: QApplication) -> None:
    """English, US figures and the light theme, whatever the machine is set to."""
    QLocale.setDefault(QLocale("en_US"))
    use_language(app, "en")
    apply_theme(app, "light")


def put_away(session: Session) -> None:
    """Ends a session with its window: what is left over would be dressed again in every later test."""
    session.close()
    session.window.hide()
    session.window.deleteLater()
    session.deleteLater()


@contextmanager
def stage_on(shop: Shop, state_file: Path, qtbot: QtBot) -> Iterator[Stage]:
    """A window on an open shop; it is gone before the shop may be closed."""
    bus = Bus()
    bus.listen(shop.events)
    desk = Desk(shop, bus, shop.settings())
    window = MainWindow(state_file)
    qtbot.addWidget(window)
    window.resize(1280, 760)
    stage = Stage(shop, desk, window, qtbot)
    desk.failed.connect(stage.faults.append)
    window.attach(desk)
    window.show()
    stage.settle()
    try:
        yield stage
    finally:
        desk.close()
        window.hide()
