"""The program in a real window, found and pressed the way a screen reader does it (AT-SPI), from start to end."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.vocabulary import Job, OutboxState
from reengage_desktop.jobs.tasks import runs, sending
from reengage_desktop.store import listings
from tests.servers.screen import Screen, missing_parts
from tests.ui.lively import make_lively

pytestmark = pytest.mark.skipif(bool(missing_parts()), reason=f"needs {', '.join(missing_parts())}")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    with Screen(tmp_path / "screen") as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a lively shop that has messages to approve."""
    place = tmp_path / "shop"
    with closing(open_shop(Wishes(folder=place, clock=lambda: datetime.now(UTC), secrets=MemorySecrets))) as shop:
        make_lively(shop, 40)
        runs.run_job(shop, Job.PROCESS_CAMPAIGNS)
    return place


@pytest.fixture
def program(screen: Screen, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "reengage_desktop", "--data-dir", str(folder)]
    process = subprocess.Popen(command, env=screen.environment)
    yield process
    process.terminate()
    assert process.wait(20) == 0


def _waiting(folder: Path) -> tuple[int, bool]:
    with closing(open_shop(Wishes(folder=folder, clock=lambda: datetime.now(UTC), secrets=MemorySecrets))) as shop:
        held = listings.count_messages(shop.db).get(OutboxState.HELD, 0)
        return held, sending.read_pause(shop).paused


def test_pause_approve_and_import(screen: Screen, folder: Path, program: subprocess.Popen[bytes]) -> None:
    """A15: a screen reader finds and presses Pause all, Resume, Approve all and Import; the shop's rows say so.

    A rule is one sentence with the numbers that stand in it, and what a menu holds is pressed without opening it.
    """
    assert _waiting(folder)[0] > 0
    screen.press("push button", "Pause all")
    screen.find("label", ".*[Ss]ending.* paused.*")
    assert _waiting(folder)[1]
    screen.press("push button", "Resume.*")
    screen.find("push button", "Pause all")
    assert not _waiting(folder)[1]
    screen.press("page tab", "Campaigns")
    screen.find("label", "To customers who bought nothing for 60 days and whom nothing above fits.")
    screen.find("spin box", "Days without a purchase")
    screen.press("push button", "Look through them")
    screen.press("push button", "Approve all .*")
    screen.find("label", ".*approved.*")
    assert _waiting(folder)[0] == 0
    screen.press("page tab", "Customers")
    screen.press("push button", "Write a note")
    screen.find("text", "Note")
    screen.press("push button", "Import….*")
    screen.find("push button", "Choose a file….*")
    screen.press("push button", "Cancel|Close")
    assert program.poll() is None
