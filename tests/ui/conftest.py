"""Windows over real shops for the tests of the pages."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.credentials import MemorySecrets
from tests.conftest import Clock
from tests.ui.lively import add_runs, make_lively
from tests.ui.stage import Stage, dress, stage_on


@pytest.fixture
def open_stage(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: Clock) -> Iterator[Callable[..., Stage]]:
    """Opens windows; `lively=False` gives an empty shop."""
    dress(qapp)
    with ExitStack() as stack:

        def open_one(*, lively: bool = True) -> Stage:
            shop = open_shop(Wishes(folder=tmp_path / "shop", clock=clock, secrets=MemorySecrets))
            stack.enter_context(closing(shop))
            if lively:
                make_lively(shop)
                add_runs(shop)
            return stack.enter_context(stage_on(shop, tmp_path / "window.ini", qtbot))

        yield open_one


@pytest.fixture
def stage(open_stage: Callable[..., Stage]) -> Stage:
    """A window over a lively shop."""
    return open_stage()
