"""What every test may lean on: the shared data beside the repository, a clock that is handed in, Qt without a screen.

A test that reads the shared data is marked `@pytest.mark.shared`, asks for `shared_dir`, and is left out without it.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from reengage_desktop.jobs.shop import Shop
    from tests.command_line import CommandLine

# Before any test module imports Qt: tests never need a screen, and never touch the developer's own shop.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for name in ("REENGAGE_DATA_DIR", "DISABLE_AUTO_ENGAGEMENT"):
    os.environ.pop(name, None)
# The programs that tests start read what the first of them has compiled: half a second for each, and they are hundreds.
sys.dont_write_bytecode, sys.pycache_prefix = False, str(Path(__file__).resolve().parent.parent / "build" / "bytecode")
os.environ |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": sys.pycache_prefix}
# Nor the developer's own keyring: tests that need one start their own message bus.
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent/bus"

# No deadline: a shared machine's pauses are no fault of the code under test.
settings.register_profile("local", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("local"), derandomize=True, print_blob=True)
settings.register_profile("soak", parent=settings.get_profile("local"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "local"))

REPOSITORY = Path(__file__).resolve().parent.parent


def find_shared() -> Path | None:
    """The folder of shared data: REENGAGE_SHARED, else `../shared` beside the repository; None where there is none."""
    folder = Path(os.environ.get("REENGAGE_SHARED") or REPOSITORY.parent / "shared")
    return folder if (folder / "data").is_dir() else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out, at collection, what can't run here: shared data that is absent, and soak runs nobody asked for."""
    absent = {"shared"} if find_shared() is None else set()
    if "soak" not in (config.option.markexpr or ""):
        absent.add("soak")
    left_out = [item for item in items if absent & {mark.name for mark in item.iter_markers()}]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]


def pytest_collection_finish() -> None:
    """Takes the modules and the thousands of tests out of every later search for cycles."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def qapp_cls() -> "type[QApplication]":
    """Pytest-qt makes the program's own kind of application."""
    from reengage_desktop.ui.own_application import OwnApplication  # noqa: PLC0415 - only for tests with Qt

    return OwnApplication


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "QApplication":
    """pytest-qt's application, in whose thread cycles are collected as in the program."""
    from reengage_desktop.ui.collecting import collect_here  # noqa: PLC0415 - only for tests with Qt

    collect_here(qapp)
    return qapp


@pytest.fixture(autouse=True)
def _collected_here() -> Iterator[None]:
    """Frees what a test left, in the thread of the tests, once Python no longer does so by itself; no window stays.

    Qt puts off what is to be deleted until events run the next time: the next test would dress those windows once more.
    """
    before = _windows()
    yield
    if not gc.isenabled():
        from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415 - only for tests with Qt

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        left = [type(each).__name__ for each in _windows() if each not in before]
        assert left == [], (
            "a test gives its windows to qtbot.addWidget or deletes them: every later one would be slower"
        )


def _windows() -> "list[QWidget]":
    """The windows that no other one holds; none where no test has asked for Qt's widgets yet."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    return [] if widgets is None else [each for each in widgets.QApplication.topLevelWidgets() if each.parent() is None]


@pytest.fixture(scope="session")
def repository() -> Path:
    """The top folder of the project."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of shared data; only for tests that are marked `shared`."""
    folder = find_shared()
    assert folder is not None, "a test that reads the shared data is marked @pytest.mark.shared"
    return folder


class Clock:
    """A clock that stands still until it is told to move. Call it for the present moment, aware and UTC."""

    def __init__(self, start: datetime) -> None:
        self.moment = start.astimezone(UTC)

    def __call__(self) -> datetime:
        return self.moment

    def move(self, **amount: float) -> datetime:
        """Moves on by a `timedelta` of the given amounts (`days=1`, `hours=-2`) and gives the new present."""
        self.moment += timedelta(**amount)
        return self.moment


@pytest.fixture
def clock() -> Clock:
    """A clock at noon UTC on Saturday, 21 November 2026."""
    return Clock(datetime(2026, 11, 21, 12, tzinfo=UTC))


@pytest.fixture
def make_clock() -> Callable[[datetime], Clock]:
    """A clock from the moment that the test names."""
    return Clock


@pytest.fixture
def cli(tmp_path: Path, clock: Clock) -> "CommandLine":
    """The command line on a new US shop that may write e-mail; nothing is switched on yet."""
    from reengage_desktop.store import settings as settings_of_shop  # noqa: PLC0415 - the rules' tests need no program
    from tests.command_line import US_SHOP, CommandLine  # noqa: PLC0415 - nor its command line

    line = CommandLine(tmp_path / "shop", clock)
    with closing(line.open()) as opened:
        for key, text in US_SHOP.items():
            settings_of_shop.put(opened.db, key, text, clock())
    return line


@pytest.fixture
def shop(cli: "CommandLine") -> Iterator["Shop"]:
    """The same new shop, open: its database is a real file."""
    with closing(cli.open()) as opened:
        yield opened


@pytest.fixture(scope="session", autouse=True)
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Gives this run, and every program it starts, a home of its own: no test reads or writes the developer's."""
    folder = tmp_path_factory.mktemp("home")
    names = {"HOME": folder, "XDG_DATA_HOME": folder / "data", "XDG_CONFIG_HOME": folder / "config"}
    names |= {"XDG_CACHE_HOME": folder / "cache", "XDG_STATE_HOME": folder / "state", "USERPROFILE": folder}
    names |= {"APPDATA": folder / "roaming", "LOCALAPPDATA": folder / "local"}
    before = {name: os.environ.get(name) for name in names}
    os.environ.update({name: str(path) for name, path in names.items()})
    yield
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
