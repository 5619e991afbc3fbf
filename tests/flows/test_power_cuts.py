"""Promise 2: the power goes at any moment; what was about to be sent is known afterwards, and nobody gets it twice."""

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reengage_desktop.channels.protocol import Capabilities
from reengage_desktop.channels.trials import TestResult, works
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Accepted, Outcome
from reengage_desktop.engine.sending import Pace, work_queue
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.store.connection import Database
from reengage_desktop.store.migrate import migrate
from reengage_desktop.store.migrations import CURRENT_VERSION
from tests.conftest import Clock
from tests.engine.sending_rig import Rig
from tests.flows.power import Disk, powered

Record = Callable[[str, object], None]

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
MESSAGES = 6
SOAK_CUTS = int(os.environ.get("SOAK_CUTS", "500"))
SOAK_MIGRATIONS = int(os.environ.get("SOAK_MIGRATIONS", "60"))


class Provider:
    """Has neither keys nor look-up, takes everything, and counts; while the power is off nothing reaches it."""

    name = "smtp"
    capabilities = Capabilities()

    def __init__(self, got: Counter[str], disk: Disk) -> None:
        self._got, self._disk = got, disk

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        """One call; the power may go before it arrives, and before its answer does."""
        self._disk.tick()
        if not self._disk.is_cut:
            self._got[message.address] += 1
        self._disk.tick()
        return Accepted(f"id-{message.reference}")

    def find(self, message: Outgoing, attempted_ago: timedelta, deadline: float) -> Outcome | None:
        """It can't be asked."""
        return None

    def test(self) -> TestResult:
        """It always works."""
        return works("")

    def close(self) -> None:
        """Nothing is held."""


@dataclass
class Toll:
    """What the cuts have done."""

    cuts: int = 0
    unopened: int = 0
    forgotten: int = 0
    twice: int = 0
    lost: int = 0
    most_uncertain_beyond_cuts: int = 0
    notes: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def queue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed shop with a few approved messages."""
    folder = tmp_path_factory.mktemp("shop")
    rig = Rig(folder, Clock(NOON))
    rig.queue(MESSAGES)
    rig.db.close()
    return folder / "shop.db"


def _send(disk: Disk, db: Database, got: Counter[str], now: datetime) -> None:
    provider = Provider(got, disk)
    work_queue(
        db,
        lambda _channel: provider,
        lambda: stored_settings.load(db),
        lambda: now,
        lock_dir=disk.folder / "turns",
        stop=lambda: disk.is_cut,
        pace=Pace(sleep=lambda _seconds: None),
    )


def _look(disk: Disk, got: Counter[str], toll: Toll) -> None:
    """The shop after a cut, opened as it was found: sound, and it knows of everything that has reached the provider."""
    with powered(disk) as db:
        try:
            sound = db.value("PRAGMA integrity_check") == "ok"
        except Exception as fault:  # noqa: BLE001 - whatever keeps it from opening is the finding
            toll.unopened += 1
            toll.notes.append(str(fault))
            return
        toll.unopened += not sound
        known = {
            address
            for (address,) in db.rows("SELECT address FROM outbox WHERE state IN ('sending', 'accepted', 'uncertain')")
        }
        toll.forgotten += len(set(got) - known)


def _life(queue: Path, folder: Path, chance: random.Random, toll: Toll, **pragmas: int | str) -> None:
    """One queue through cut after cut until everything is told for."""
    folder.mkdir()
    shutil.copyfile(queue, folder / "shop.db")
    got: Counter[str] = Counter()
    cuts, span = 0, 25 * MESSAGES + 40
    while True:
        disk = Disk(folder, chance, chance.randint(1, span))
        with powered(disk, **pragmas) as db:
            _send(disk, db, got, NOON)
        if not disk.is_cut:
            break
        cuts += 1
        folder = folder.with_name(f"{folder.name}-")
        disk.put_back(folder)
        before = toll.unopened
        shutil.copytree(folder, looked_at := folder.with_name("look"))
        _look(Disk(looked_at, chance), got, toll)
        shutil.rmtree(looked_at)
        if toll.unopened > before:
            break
    toll.cuts += cuts
    toll.twice += sum(times > 1 for times in got.values())
    with powered(Disk(folder, chance)) as db:
        states = dict(db.rows("SELECT state, count(*) FROM outbox GROUP BY state"))
        accepted = {address for (address,) in db.rows("SELECT address FROM outbox WHERE state = 'accepted'")}
    toll.lost += len(accepted - set(got)) + MESSAGES - states.get("accepted", 0) - states.get("uncertain", 0)
    toll.most_uncertain_beyond_cuts = max(toll.most_uncertain_beyond_cuts, states.get("uncertain", 0) - cuts)


def _suffer(queue: Path, folder: Path, cuts: int, seed: int, **pragmas: int | str) -> Toll:
    chance, toll, life = random.Random(seed), Toll(), 0  # noqa: S311 - when to cut
    while toll.cuts < cuts and not toll.unopened:
        life += 1
        # Some lives see the log moved into the database again and again: a cut may meet that too.
        pages = chance.choice([20, 200, 1000])
        _life(queue, folder / f"life{life}", chance, toll, **{"wal_autocheckpoint": pages, **pragmas})
    return toll


def _check(toll: Toll) -> None:
    assert (toll.unopened, toll.notes) == (0, []), "the database opens every time"
    assert toll.forgotten == 0, "what reached the provider is known after the cut"
    assert toll.twice == 0, "nobody got it twice"
    assert toll.lost == 0, "every message is told for"
    assert toll.most_uncertain_beyond_cuts <= 0, "at most the call in flight is in doubt"


@pytest.mark.parametrize(("journal", "cuts"), [("wal", 25), ("delete", 12)])
def test_nobody_gets_it_twice_when_the_power_goes(queue: Path, tmp_path: Path, journal: str, cuts: int) -> None:
    """Promise 2: cuts at random moments of the sender's own work, on a disk that loses what was not synced.

    With the write-ahead log, and with the rollback journal that an older SQLite gets in its place.
    """
    toll = _suffer(queue, tmp_path, cuts, seed=2, journal_mode=journal)
    assert toll.cuts >= cuts
    _check(toll)


@pytest.mark.parametrize(("journal", "synchronous"), [("wal", 1), ("delete", 2)], ids=["wal normal", "journal full"])
def test_a_lazier_setting_would_send_twice(queue: Path, tmp_path: Path, journal: str, synchronous: int) -> None:
    """Promise 2, its negative control: with a lazier `synchronous` the same cuts forget what went out."""
    toll = _suffer(queue, tmp_path, 25, seed=2, synchronous=synchronous, journal_mode=journal)
    assert toll.unopened == 0, "it is forgotten, not damaged"
    assert toll.forgotten > 0
    assert toll.twice > 0


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_hundreds_of_cuts(queue: Path, tmp_path: Path, record_property: Record) -> None:
    """Promise 2: the full form (SOAK_CUTS), and the share of cuts after which a lazier setting sends again."""
    (tmp_path / "own").mkdir()
    (tmp_path / "normal").mkdir()
    toll = _suffer(queue, tmp_path / "own", SOAK_CUTS, seed=500)
    lazy = _suffer(queue, tmp_path / "normal", SOAK_CUTS, seed=500, synchronous=1)
    record_property(
        "figures", f"{toll.cuts} cuts: {toll.unopened} unopened, {toll.forgotten} forgotten, {toll.twice} twice"
    )
    record_property("figures", f"with NORMAL {lazy.cuts} cuts: {lazy.forgotten} forgotten, {lazy.twice} twice")
    _check(toll)
    assert lazy.twice > 0


@pytest.mark.parametrize("loses", [False, True], ids=["killed", "power cut"])
def test_a_new_shop_is_there_or_not(tmp_path: Path, loses: bool) -> None:
    """Promise 15, 2: making the schema is interrupted anywhere; afterwards it is there whole or not at all."""
    _interrupt_migrations(tmp_path, 12, loses=loses)


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("loses", [False, True], ids=["killed", "power cut"])
def test_many_new_shops_are_there_or_not(tmp_path: Path, record_property: Record, *, loses: bool) -> None:
    """Promise 15, 2: the full form (SOAK_MIGRATIONS)."""
    versions = _interrupt_migrations(tmp_path, SOAK_MIGRATIONS, loses=loses)
    how = "power cuts" if loses else "kills"
    record_property(
        "figures", f"{SOAK_MIGRATIONS} {how}: old {versions[0]}, new {versions[CURRENT_VERSION] - 1}, 0 half"
    )


def _interrupt_migrations(tmp_path: Path, count: int, *, loses: bool) -> Counter[int]:
    """Makes the schema of so many shops, each ended at a moment of its own; it is then whole, or not there at all."""
    chance, versions = random.Random(15), Counter[int]()  # noqa: S311 - when to end it
    span = 0
    for number in range(count + 1):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        # The first is left in peace: it tells how long it takes. The others' ends are drawn, half of them near its own.
        end = chance.randint(chance.choice([1, max(1, span - 20)]), max(1, span)) if number else None
        disk = Disk(folder, chance, end, loses=loses)
        with powered(disk) as db:
            migrate(db)
            if not disk.is_cut:
                span = disk.ticks
                disk.cut()
        disk.put_back(folder.with_name(f"{number}-"))
        with powered(Disk(folder.with_name(f"{number}-"), chance)) as db:
            assert db.value("PRAGMA integrity_check") == "ok"
            version = db.value("PRAGMA user_version")
            tables = db.value("SELECT count(*) FROM sqlite_schema WHERE type = 'table'")
            versions[version] += 1
            assert (tables > 10) if version == CURRENT_VERSION else (version, tables) == (0, 0)
            migrate(db)
            assert db.value("SELECT count(*) FROM campaigns") > 0
    assert set(versions) == {0, CURRENT_VERSION}, "the interruptions fell on both sides"
    return versions
