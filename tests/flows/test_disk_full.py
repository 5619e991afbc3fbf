"""Promise 12: no room on the disk while it sends, imports or copies: a sentence, no call, and it goes on later.

The disk is full for real: the system lets this process make no file longer, or SQLite gets no further page.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reengage_desktop.engine.importing import recover
from reengage_desktop.jobs.refusals import find_sentence
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import backups
from reengage_desktop.store import sent_ledger
from reengage_desktop.store import settings as stored
from reengage_desktop.store.database import Database, DiskFull
from tests.conftest import Clock
from tests.engine import import_rig
from tests.engine.import_killer import Cut, fill, rows
from tests.engine.sending_rig import Rig
from tests.shop_rows import add_customer

resource = pytest.importorskip("resource", reason="the system sets no limit to files here")


class NoByte:
    """From `fill` until `free` every write to a file of this process fails, as on a disk that is full or gone."""

    def __init__(self, _db: Database | None = None) -> None:
        self._before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, self._before[1]))

    def free(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, self._before)


class NoLog(NoByte):
    """The small file beside the database still has room in its last block, and the database's log none."""

    def __init__(self, db: Database) -> None:
        super().__init__()
        self._log = db.path.with_name(f"{db.path.name}-wal")

    def fill(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (self._log.stat().st_size, self._before[1]))


class NoPage:
    """From `fill` until `free` SQLite itself says that the disk is full as soon as the database would grow."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def fill(self) -> None:
        self._db.run(f"PRAGMA max_page_count = {self._db.value('PRAGMA page_count')}")

    def free(self) -> None:
        self._db.run("PRAGMA max_page_count = 4294967294")


@contextmanager
def freed(disk: NoByte | NoPage) -> Iterator[None]:
    """Has room again after the block, however that ends."""
    try:
        yield
    finally:
        disk.free()


@contextmanager
def no_room() -> Iterator[None]:
    """Not a byte can be written inside."""
    disk = NoByte()
    with freed(disk):
        disk.fill()
        yield


FULL = pytest.mark.parametrize("full", [NoByte, NoPage], ids=["no byte", "no page"])


@pytest.fixture
def rig(tmp_path: Path, clock: Clock) -> Iterator[Rig]:
    """A shop with messages that wait."""
    found = Rig(tmp_path / "shop", clock)
    yield found
    found.db.close()


def test_a_full_disk_stops_before_the_wire(rig: Rig) -> None:
    """D3, promise 12: what can't be written down first is not handed over; with room again it goes by itself."""
    rig.queue(3)
    with no_room(), pytest.raises(DiskFull, match="Nothing was sent"):
        rig.send()
    assert (rig.channel.sent, rig.states()) == ([], ["pending"] * 3)
    assert rig.db.value("SELECT count(*) FROM attempts") == rig.touches() == 0
    assert rig.send().sent == 3


@FULL
def test_a_disk_that_fills_up_while_it_sends(rig: Rig, full: type[NoByte | NoPage]) -> None:
    """D3, promises 1 and 12: full in the middle: nobody gets it twice afterwards, none is left out, one is in doubt."""
    ids = rig.queue(60)
    disk = full(rig.db)
    rig.channel.before = lambda _message: disk.fill() if len(rig.channel.sent) == 2 else None
    with freed(disk), pytest.raises(DiskFull, match="sent"):
        rig.send()
    went = len(rig.channel.sent)
    assert 3 <= went < 60
    assert rig.states().count("pending") == 60 - went
    rig.channel.before = lambda _message: None
    rig.send()
    assert len(set(rig.channel.addresses)) == len(rig.channel.addresses) == 60
    ends = [rig.states(ids).count(state) for state in ("accepted", "uncertain")]
    assert sum(ends) == 60
    assert ends[1] <= 1, "the one whose answer could not be written down"


@FULL
@pytest.mark.parametrize("place", [1, 5])
def test_an_import_on_a_full_disk_leaves_nothing(tmp_path: Path, full: type[NoByte | NoPage], place: int) -> None:
    """Promises 12 and 18: a sentence; the shop is what it was before anything else happens; with room it comes in."""
    rig = import_rig.Rig(tmp_path / "shop")
    fill(rig)
    before = rig.picture()
    disk = full(rig.db)
    cut = Cut(rig, place, lambda: bool(disk.fill()))
    with freed(disk), pytest.raises((DiskFull, OSError)) as told:
        rig.bring_in("orders", rows(range(50, 6000), "paid"), cancel=cut)
    assert find_sentence(told.value)
    recover(rig.db, stored.load(rig.db), import_rig.NOW)
    assert rig.picture() == before
    rig.bring_in("orders", rows(range(50, 2300), "paid"))
    assert import_rig.only(rig, "SELECT count(*) FROM orders") == 2300
    rig.db.close()


def test_a_copy_that_does_not_fit_is_none(shop: Shop, tmp_path: Path) -> None:
    """D3, promise 12: no half copy stays behind, an older one stays good, and the next try makes one."""
    add_customer(shop.db, email="ann@example.com")
    older = backups.create(shop, tmp_path / "older.db").file
    with no_room(), pytest.raises((DiskFull, OSError)) as told:
        backups.create(shop, tmp_path / "copy.db")
    assert find_sentence(told.value)
    assert [each.name for each in tmp_path.glob("*.db*")] == ["older.db"]
    backups.verify(shop, older)
    assert shop.db.value("SELECT count(*) FROM customers") == 1
    made = backups.create(shop, tmp_path / "copy.db")
    assert backups.verify(shop, made.file) == made


def test_what_did_not_go_is_not_taken_for_sent_afterwards(rig: Rig) -> None:
    """Promises 1, 12 and 14: a claim that could not be kept leaves no word beside the shop that the message went."""
    ids = rig.queue(60)
    disk = NoLog(rig.db)
    rig.channel.before = lambda _message: disk.fill() if len(rig.channel.sent) == 2 else None
    with freed(disk), pytest.raises(DiskFull):
        rig.send()
    waiting = rig.states(ids).count("pending")
    assert waiting == 60 - len(rig.channel.sent)
    assert sent_ledger.settle(rig.db, rig.clock()) == 0, "as at the next start"
    assert rig.states(ids).count("pending") == waiting
