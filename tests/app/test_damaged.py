"""Promises 13 and 15: files damaged or cut off at random: noticed at the start, never sent from, replaceable."""

import os
import random
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.app.repairing import find_offered
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.vocabulary import Job
from reengage_desktop.jobs.events import NoticesChanged
from reengage_desktop.jobs.schedule import Due
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import backups, customers, sending
from reengage_desktop.jobs.ticking import Ticker
from reengage_desktop.store import backups as stored_backups
from reengage_desktop.store.database import Database, DatabaseDamaged, StoreFault
from reengage_desktop.ui.overheard import hear
from tests.conftest import Clock
from tests.engine.sending_rig import Rig, ScriptedChannel

MESSAGES = 40

Record = Callable[[str, object], None]


@pytest.fixture
def sound(tmp_path: Path, clock: Clock) -> Path:
    """A shop's folder with messages that are due, and two good copies of it."""
    folder = tmp_path / "sound"
    rig = Rig(folder, clock)
    rig.queue(MESSAGES)
    rig.db.close()
    with closing(_open(folder, clock)) as shop:
        sending.resume(shop)  # the folder is new to it
        for day in (1, 2):
            copy = backups.create(shop, shop.paths.backups / f"daily-2026-11-1{day}.db").file
            os.utime(copy, (day, day))
    return folder


def _open(folder: Path, clock: Clock) -> Shop:
    return open_shop(Wishes(folder=folder, clock=clock, secrets=MemorySecrets))


def _damage(content: bytes, chance: random.Random) -> bytes:
    """Flips bytes anywhere or in the head, empties a page, or cuts the file off."""
    kind = chance.choice(["flip", "flip", "head", "page", "cut"])
    if kind == "cut":
        return content[: chance.randrange(1, len(content))]
    data = bytearray(content)
    if kind == "page":
        start = 4096 * chance.randrange(len(data) // 4096)
        data[start : start + 4096] = bytes(4096)
        return bytes(data)
    for _ in range(chance.randint(1, 60)):
        at = chance.randrange(100 if kind == "head" else len(data))
        data[at] ^= chance.randrange(1, 256)
    return bytes(data)


def _try(folder: Path, clock: Clock) -> tuple[str, list[str]]:
    """Opens the shop and sends what is due; how that ended, and who was written to."""
    channel = ScriptedChannel()
    try:
        with closing(_open(folder, clock)) as shop:
            rig = Rig.__new__(Rig)
            rig.__dict__.update(db=shop.db, clock=clock, folder=folder, channel=channel, channels={}, built=[])
            rig.__dict__.update(slept=[], steady=0.0, sleeping_moves_the_clock=False)
            rig.send()
    except StoreFault as fault:
        return type(fault).__name__, channel.addresses
    return "sent", channel.addresses


def _is_damaged(file: Path) -> bool:
    """What SQLite itself says of the file."""
    try:
        with closing(Database(file)) as db:
            return bool(db.value("PRAGMA quick_check(1)") != "ok")
    except StoreFault:
        return True


def _suffer(sound: Path, tmp_path: Path, clock: Clock, count: int) -> Counter[str]:
    chance, ends = random.Random(13), Counter[str]()  # noqa: S311 - what to damage
    content = (sound / "shop.db").read_bytes()
    for _ in range(count):
        damaged = _damage(content, chance)
        for file in (*sound.glob("shop.db*"), *tmp_path.glob("look.db*")):
            file.unlink()
        (sound / "shop.db").write_bytes(damaged)
        (tmp_path / "look.db").write_bytes(damaged)
        is_damaged = _is_damaged(tmp_path / "look.db")
        end, written_to = _try(sound, clock)
        ends[end if is_damaged else f"no fault that SQLite can see: {end}"] += 1
        assert not (is_damaged and written_to), "never sends from a doubtful file"
    return ends


def test_nothing_is_sent_from_a_damaged_file(sound: Path, tmp_path: Path, clock: Clock) -> None:
    """Promise 13: whatever the damage is, there is a sentence or a file that SQLite finds sound.

    Bytes that are flipped inside a text are no fault that a database can see: SQLite keeps no sums of its pages.
    """
    ends = _suffer(sound, tmp_path, clock, 25)
    assert ends["DatabaseDamaged"] > 8
    assert ends["sent"] == 0


@pytest.mark.soak
def test_nothing_is_sent_from_hundreds_of_damaged_files(
    sound: Path, tmp_path: Path, clock: Clock, record_property: Record
) -> None:
    """Promise 13: the full form (SOAK_FILES)."""
    ends = _suffer(sound, tmp_path, clock, int(os.environ.get("SOAK_FILES", "200")))
    record_property("figures", f"damaged files: {', '.join(f'{name} {count}' for name, count in ends.items())}")
    assert ends["sent"] == 0


def test_the_newest_good_copy_is_offered(sound: Path, clock: Clock) -> None:
    """Promise 13: the sentence names a copy that was read through; a newer one that is damaged too is passed over."""
    (sound / "shop.db").write_bytes(b"garbage" * 2000)
    with pytest.raises(DatabaseDamaged, match=r"daily-2026-11-12\.db"):
        _open(sound, clock)
    newest = sound / "backups" / "daily-2026-11-12.db"
    newest.write_bytes(newest.read_bytes()[:9000])
    with pytest.raises(DatabaseDamaged, match=r"daily-2026-11-11\.db"):
        _open(sound, clock)


def test_without_any_good_copy_that_is_said(sound: Path, clock: Clock) -> None:
    """Promise 13, 14: no copy is named where none is good; a shop that is begun anew still knows who said no."""
    with closing(_open(sound, clock)) as shop:
        customers.opt_out(shop, shop.db.value("SELECT min(id) FROM customers"))
    for file in (sound / "shop.db", *sound.glob("backups/*.db")):
        file.write_bytes(b"garbage" * 2000)
    with pytest.raises(DatabaseDamaged, match=r"no good copy of it is in “.*backups”") as refused:
        _open(sound, clock)
    assert find_offered(refused.value) is None
    assert "restore the newest" not in str(refused.value)
    assert hear(str(refused.value)) is not None
    (sound / "backups").rename(sound / "copies that are no good")
    (sound / "shop.db").rename(sound / "no good.db")
    with closing(_open(sound, clock)) as shop:
        assert shop.db.value("SELECT count(*) FROM suppressions") == 1


@pytest.mark.parametrize("version", [-5, 0])
def test_a_stamp_that_can_not_be_true_is_damage(sound: Path, clock: Clock, version: int) -> None:
    """Promise 13, 15: the head of the file says a version that no program ever stamped on such a file."""
    with closing(Database(sound / "shop.db")) as db:
        db.run(f"PRAGMA user_version = {version}")
    with pytest.raises(DatabaseDamaged, match="newest good backup"):
        _open(sound, clock)


def _spoil(file: Path) -> None:
    """Empties a page that opening does not read."""
    with closing(Database(file)) as db:
        page = db.value("SELECT rootpage FROM sqlite_schema WHERE name = 'products'")
    data = file.read_bytes()
    file.write_bytes(data[: 4096 * (page - 1)] + bytes(4096) + data[4096 * page :])


def test_the_clock_does_nothing_with_a_damaged_shop(sound: Path, clock: Clock) -> None:
    """Promise 13: damage that opening does not meet is found by the first tick: no job, one notice, nothing sent."""
    _spoil(sound / "shop.db")
    with closing(_open(sound, clock)) as shop:
        heard, started = list[object](), list[Job]()
        shop.events.subscribe(heard.append, NoticesChanged)

        def run_job(_shop: Shop, job: Job, *, due: Due | None = None, trigger: str) -> object:
            started.append(job)
            return None

        ticker = Ticker(shop, run_job, lambda task: shop.lanes.network(task).exception())
        assert ticker.tick() == []
        assert ticker.tick() == []
        assert (started, len(heard)) == ([], 1)


def _cut_copies(sound: Path, tmp_path: Path, clock: Clock, count: int) -> int:
    chance = random.Random(100)  # noqa: S311 - where to cut
    whole = (sound / "backups" / "daily-2026-11-12.db").read_bytes()
    refused = 0
    with closing(_open(sound, clock)) as shop:
        before = shop.db.rows("SELECT id, state FROM outbox ORDER BY id")
        for number in range(count):
            copy = tmp_path / f"cut{number}.db"
            copy.write_bytes(whole[: chance.randrange(len(whole))])
            with pytest.raises(StoreFault):
                backups.restore(shop, copy)
            refused += 1
        assert shop.db.rows("SELECT id, state FROM outbox ORDER BY id") == before
        assert not sending.read_pause(shop).paused
        assert stored_backups.is_sound(shop.db)
        assert not list(sound.glob("restoring-*"))
    return refused


def test_a_copy_that_was_cut_off_is_refused(sound: Path, tmp_path: Path, clock: Clock) -> None:
    """Promise 15, 13: a copy of which the end is missing, wherever: a sentence, and the shop as it was."""
    assert _cut_copies(sound, tmp_path, clock, 15) == 15


@pytest.mark.soak
def test_a_hundred_copies_that_were_cut_off_are_refused(
    sound: Path, tmp_path: Path, clock: Clock, record_property: Record
) -> None:
    """Promise 15, 13: the full form (SOAK_COPIES)."""
    count = int(os.environ.get("SOAK_COPIES", "100"))
    record_property("figures", f"{_cut_copies(sound, tmp_path, clock, count)} of {count} copies refused")
