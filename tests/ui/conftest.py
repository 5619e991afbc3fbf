"""A window over a real shop, and the way to wait for it."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.ui.application import use_language
from reengage_desktop.ui.bus import Bus
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.theme import apply_theme
from reengage_desktop.ui.window import MainWindow
from tests.conftest import Clock
from tests.ui.lively import add_runs, make_lively


@dataclass
class Stage:
    """An open window with its shop. Faults that reach the owner are collected in `faults`."""

    shop: Shop
    desk: Desk
    window: MainWindow
    qtbot: QtBot
    faults: list[BaseException]

    def settle(self) -> None:
        """Waits until everything asked for has arrived, and what it asked for in turn."""
        for _ in range(2):
            self.qtbot.wait(15)
            self.qtbot.waitUntil(self.desk.is_idle, timeout=30_000)

    def go(self, page: str, argument: object = None) -> Any:
        """Opens a page and waits until it is filled."""
        self.window.go(page, argument)
        self.settle()
        return self.window.page(page)

    def find(self, kind: type[QWidget], name: str) -> Any:
        """The visible widget of that kind with that accessible name, in the window or a dialog over it."""
        found = [each for each in self.window.findChildren(kind) if cast("QWidget", each).isVisible()]
        named = [each for each in found if cast("QWidget", each).accessibleName() == name]
        assert named, f"no {kind.__name__} “{name}”; there are {[each.accessibleName() for each in found]}"  # type: ignore[attr-defined]
        return named[0]


@pytest.fixture
def open_stage(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: Clock) -> Iterator[Callable[..., Stage]]:
    """Opens windows; `lively=False` gives an empty shop."""
    QLocale.setDefault(QLocale("en_US"))
    use_language(qapp, "en")
    apply_theme(qapp, "light")
    stages: list[Stage] = []
    shops = []

    def open_one(*, lively: bool = True) -> Stage:
        shop = open_shop(Wishes(folder=tmp_path / "shop", clock=clock, secrets=MemorySecrets))
        shops.append(closing(shop))
        if lively:
            make_lively(shop)
            add_runs(shop)
        bus = Bus()
        bus.listen(shop.events)
        desk = Desk(shop, bus, shop.settings())
        faults: list[BaseException] = []
        desk.failed.connect(faults.append)
        window = MainWindow(tmp_path / "window.ini")
        qtbot.addWidget(window)
        window.resize(1280, 760)
        window.attach(desk)
        window.show()
        stage = Stage(shop, desk, window, qtbot, faults)
        stages.append(stage)
        stage.settle()
        return stage

    yield open_one
    for stage in stages:
        stage.desk.bus.stop()
        stage.window.hide()
    for shop in shops:
        shop.__exit__(None, None, None)


@pytest.fixture
def stage(open_stage: Callable[..., Stage]) -> Stage:
    """A window over a lively shop."""
    return open_stage()
