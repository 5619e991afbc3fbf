"""Promise 15: a newer program has brought the shop up to date and this one starts: the way back is offered."""

from contextlib import closing
from pathlib import Path

import pytest

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.app.repairing import find_offered, replace_damaged
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import backups, customers, sending
from reengage_desktop.store import suppressions
from reengage_desktop.store.migrate import NewerDatabase
from tests.command_line import CommandLine
from tests.conftest import Clock
from tests.engine.sending_rig import Rig, ScriptedChannel


def _open(folder: Path, clock: Clock) -> Shop:
    return open_shop(Wishes(folder=folder, clock=clock, secrets=MemorySecrets))


def _rig(shop: Shop, clock: Clock) -> Rig:
    rig = Rig(shop.paths.folder, clock)
    rig.db.close()
    rig.db, rig.channel = shop.db, ScriptedChannel()
    return rig


@pytest.fixture
def updated(tmp_path: Path, clock: Clock) -> Path:
    """A shop as a newer program has left it: copied before its update; then a message went and somebody said no."""
    folder = tmp_path / "shop"
    with closing(_open(folder, clock)) as shop:
        rig = _rig(shop, clock)
        rig.queue(2)
        backups.create(shop, shop.paths.backups / "before-update-from-1.db")
        clock.move(minutes=1)
        assert rig.send(stop=lambda: len(rig.channel.sent) == 1).sent == 1
        customers.opt_out(shop, 2)
        with shop.db.write():
            shop.db.run("CREATE TABLE of_the_future (id INTEGER PRIMARY KEY)")
            shop.db.run("PRAGMA user_version = 99")
    return folder


def _check(shop: Shop, clock: Clock) -> None:
    assert sending.read_pause(shop).paused
    assert suppressions.find_reason(shop.db, "email", "c2@example.com", ChannelName.EMAIL) is not None
    rig = _rig(shop, clock)
    sending.resume(shop)
    rig.send()
    assert rig.channel.sent == [], "nobody gets it twice, and who said no gets nothing"


def test_the_copy_of_before_is_offered_and_sends_nothing_again(updated: Path, clock: Clock) -> None:
    """Promises 14 and 15: refused with its bytes untouched, the copy named; back on it, paused, 0 sent again."""
    before = (updated / "shop.db").read_bytes()
    with pytest.raises(NewerDatabase, match=r"install the newer version.*go back.*before-update-from-1\.db") as refused:
        _open(updated, clock)
    assert (updated / "shop.db").read_bytes() == before
    copy = find_offered(refused.value)
    assert copy is not None
    done = replace_damaged(updated, {}, copy, clock())
    assert done.before is not None
    assert (done.before.name.startswith("shop-newer-"), done.before.read_bytes()) == (True, before)
    with closing(_open(updated, clock)) as shop:
        _check(shop, clock)


def test_the_command_line_goes_back_too(updated: Path, clock: Clock) -> None:
    """Promise 15: `backup restore` works where the shop itself is too new to be opened."""
    line = CommandLine(updated, clock)
    assert "newer version" in line.refused("doctor")
    answer = line.ask("backup", "restore", updated / "backups" / "before-update-from-1.db")
    assert (answer["paused"], "shop-newer-" in answer["before"]) == (True, True)
    with closing(_open(updated, clock)) as shop:
        _check(shop, clock)


def test_without_a_copy_only_the_newer_program_helps(updated: Path, clock: Clock) -> None:
    """Promise 15: a copy that the newer program has made is none for this one."""
    (updated / "backups" / "before-update-from-1.db").write_bytes((updated / "shop.db").read_bytes())
    with pytest.raises(NewerDatabase) as refused:
        _open(updated, clock)
    assert find_offered(refused.value) is None
    assert "go back" not in str(refused.value)
