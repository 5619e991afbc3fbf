"""The messages' second home: what went out is known when the database is lost or older (promises 14 and 26)."""

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.outcomes import NotSent, Outcome
from reengage_desktop.domain.vocabulary import Reason
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import sending
from reengage_desktop.store import sent_ledger, suppressions
from reengage_desktop.store.connection import DatabaseDamaged
from reengage_desktop.store.database import Database, DatabaseBusy, DiskFull, open_database
from tests.conftest import Clock
from tests.engine.sending_rig import Rig

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    rig = Rig(tmp_path / "shop", Clock(NOON))
    suppressions.address_salt(rig.db)  # made when a shop is first opened
    return rig


def _older(rig: Rig, live: Callable[[], None]) -> None:
    """The shop lives on; then a copy from before that takes its place, and the live database is lost."""
    rig.db.run("PRAGMA wal_checkpoint(TRUNCATE)")
    copy = rig.folder / "copy"
    shutil.copyfile(rig.folder / "shop.db", copy)
    live()
    rig.db.close()
    for file in rig.folder.glob("shop.db*"):
        file.unlink()
    copy.rename(rig.folder / "shop.db")
    rig.db = open_database(rig.folder / "shop.db")


def _people(rig: Rig) -> list[int]:
    return [rig.customer() for _ in range(6)]


def _queue(rig: Rig, people: list[int], occasion: str = "lapse:1:1", campaign: int = 5) -> list[object]:
    return [rig.enqueue(rig.draft(each, occasion=occasion, campaign_id=campaign)) for each in people]


def _go_on(rig: Rig, people: list[int]) -> list[str]:
    """Everything waits again in the older copy, and whatever it lacks is queued anew; gives who gets something."""
    rig.channel.sent.clear()
    _queue(rig, people)
    rig.send()
    return rig.channel.addresses


def test_an_older_copy_sends_nothing_again(rig: Rig) -> None:
    """Promise 14: some waited when the copy was made, some were queued after it; all went out; none goes again."""
    people = _people(rig)
    _queue(rig, people[:3])

    def live() -> None:
        _queue(rig, people[3:])
        assert rig.send().sent == 6

    _older(rig, live)
    assert sent_ledger.settle(rig.db, NOON) == 6
    assert _go_on(rig, people) == []
    reasons: dict[int, str] = dict(rig.db.rows("SELECT customer_id, coalesce(treated_as, reason) FROM outbox"))
    assert {reasons.get(each, Reason.CAP_WEEK) for each in people} <= {"sent", Reason.ALREADY_SENT, Reason.CAP_WEEK}
    assert sent_ledger.settle(rig.db, NOON) == 0
    rig.db.close()


def test_without_the_second_home_an_older_copy_sends_again(rig: Rig) -> None:
    """Promise 14, its negative control: no side ledger, and everybody gets it twice."""
    people = _people(rig)
    _queue(rig, people[:3])

    def live() -> None:
        _queue(rig, people[3:])
        assert rig.send().sent == 6

    _older(rig, live)
    sent_ledger.file_of(rig.db).unlink()
    assert sent_ledger.settle(rig.db, NOON) == 0
    assert len(_go_on(rig, people)) == 6
    rig.db.close()


def test_the_claim_itself_knows_what_went(rig: Rig) -> None:
    """Promise 14: a month later, when no cap stands in the way any more, the same message still does not go again."""
    people = _people(rig)

    def live() -> None:
        _queue(rig, people)
        assert rig.send().sent == 6

    _older(rig, live)
    sent_ledger.settle(rig.db, NOON)
    rig.clock.move(days=40)
    _queue(rig, people)
    assert rig.send().skipped == {Reason.ALREADY_SENT: 6}
    _queue(rig, people, occasion="lapse:2:1")
    assert rig.send().sent == 6, "and what is another message does"
    rig.db.close()


def test_what_did_not_go_may_go(rig: Rig) -> None:
    """Promise 14: a call that provably reached nobody is taken back from the file as well: nothing is lost."""
    people = _people(rig)
    offline: list[Outcome] = [NotSent("offline")]

    def live() -> None:
        _queue(rig, people)
        rig.channel.script = offline
        assert rig.send().sent == 0

    _older(rig, live)
    sent_ledger.settle(rig.db, NOON)
    assert len(_go_on(rig, people)) == 6
    rig.db.close()


def test_the_caps_count_what_went_elsewhere(rig: Rig) -> None:
    """Promises 11 and 14: nobody gets another campaign's message in the week of the one that the copy does not know."""
    people = _people(rig)

    def live() -> None:
        _queue(rig, people)
        assert rig.send().sent == 6

    _older(rig, live)
    sent_ledger.settle(rig.db, NOON)
    assert set(_queue(rig, people, occasion="new:1", campaign=4)) == {Reason.CAP_WEEK}
    rig.db.close()


def test_a_database_that_knows_it_all_learns_nothing(rig: Rig) -> None:
    """Promise 14: the usual start costs a look at the last line."""
    _queue(rig, _people(rig))
    rig.send()
    assert sent_ledger.settle(rig.db, NOON) == 0
    assert set(rig.states()) == {"accepted"}
    rig.db.close()


def test_the_file_names_nobody(rig: Rig) -> None:
    """Promise 26: hashes and our own references only."""
    _queue(rig, _people(rig))
    rig.send()
    text = sent_ledger.file_of(rig.db).read_text(encoding="ascii")
    assert len(text.splitlines()) == 7
    assert "example" not in text
    assert "@" not in text
    rig.db.close()


def test_a_cut_tail_costs_one_line(rig: Rig) -> None:
    """Promise 14: the last line was cut off by a crash at any byte: the others are read, and what follows is whole."""
    people = _people(rig)

    def live() -> None:
        _queue(rig, people)
        assert rig.send().sent == 6

    _older(rig, live)
    file = sent_ledger.file_of(rig.db)
    whole = file.read_bytes()
    for cut in (12, 40):
        file.write_bytes(whole[:-cut])
        sent_ledger.settle(rig.db, NOON)
        assert file.read_bytes().endswith(b"\n")
    assert rig.db.value("SELECT count(*) FROM sent_elsewhere") == 5
    rig.clock.move(days=40)
    _queue(rig, people)
    result = rig.send()
    assert (result.sent, result.skipped) == (1, {Reason.ALREADY_SENT: 5})
    assert file.read_bytes().splitlines()[-1].startswith(b"+ ")
    rig.db.close()


def test_another_shops_file_is_set_aside(rig: Rig) -> None:
    """Promise 14: one folder is one shop: hashes of another one say nothing here."""
    _queue(rig, _people(rig))
    rig.send()
    rig.db.run("UPDATE meta SET value = ? WHERE key = 'address_salt'", ("ab" * 32,))
    assert sent_ledger.settle(rig.db, NOON) == 0
    names = {file.name for file in rig.folder.glob("sent*")}
    assert names == {"sent.ledger", f"sent-other-{int(NOON.timestamp())}.ledger"}
    rig.db.close()


@pytest.mark.parametrize("lines", [0, 1, 3, None])
def test_what_a_power_cut_took_is_written_again(rig: Rig, lines: int | None) -> None:
    """Promises 2 and 14: lines are not synced one by one; what is missing of them the database still knows."""
    people = _people(rig)
    _queue(rig, people)
    rig.send()
    file = sent_ledger.file_of(rig.db)
    whole = file.read_bytes().splitlines(keepends=True)
    file.unlink()
    if lines is not None:
        file.write_bytes(b"".join(whole[: lines + 1]))
    assert sent_ledger.settle(rig.db, NOON) == 0
    assert sorted(file.read_bytes().splitlines(keepends=True)) == sorted(whole)
    rig.db.close()


def test_it_does_not_grow_for_ever(rig: Rig) -> None:
    """Promise 14: lines older than half a year go, the young ones stay."""
    people = _people(rig)
    _queue(rig, people[:4])
    rig.send()
    rig.clock.move(days=100)
    _queue(rig, people[4:])
    rig.send()
    file = sent_ledger.file_of(rig.db)
    assert len(file.read_bytes().splitlines()) == 7
    rig.clock.move(days=111)
    sent_ledger.settle(rig.db, rig.clock())
    assert len(file.read_bytes().splitlines()) == 3
    rig.db.close()


def test_a_file_that_can_not_be_written_stops_before_the_wire(rig: Rig) -> None:
    """Promise 12: no line, no call; the message waits."""
    _queue(rig, _people(rig))
    file = sent_ledger.file_of(rig.db)
    file.mkdir()
    with pytest.raises(DiskFull):
        rig.send()
    assert rig.channel.sent == []
    assert set(rig.states()) == {"pending"}
    file.rmdir()
    assert rig.send().sent == 6
    rig.db.close()


def test_a_number_that_was_given_twice_hides_nothing(rig: Rig) -> None:
    """Promise 14: copies that were laid over the shop by hand go on counting where they were saved."""
    people = _people(rig)
    rig.db.run("PRAGMA wal_checkpoint(TRUNCATE)")
    first = (rig.folder / "shop.db").read_bytes()
    for some in (people[:3], people[3:]):
        _queue(rig, some)
        assert rig.send().sent == 3
        rig.db.close()
        for file in rig.folder.glob("shop.db*"):
            file.unlink()
        (rig.folder / "shop.db").write_bytes(first)
        rig.db = open_database(rig.folder / "shop.db")
    assert sent_ledger.settle(rig.db, NOON) == 6
    assert _go_on(rig, people) == []
    rig.db.close()


def test_the_program_itself_learns_when_it_opens(tmp_path: Path, clock: Clock) -> None:
    """Promise 14: the database is lost; a copy of the folder's from before is put there by hand, and opened."""
    rig = Rig(tmp_path, clock)
    people = _people(rig)

    def open_it() -> Shop:
        return open_shop(Wishes(folder=tmp_path, clock=clock, secrets=MemorySecrets))

    with closing(open_it()) as shop:
        sending.resume(shop)  # the folder is new to it
    _queue(rig, people[:3])

    def live() -> None:
        _queue(rig, people[3:])
        assert rig.send().sent == 6
        with closing(open_it()):
            """The program remembers how far it was."""

    _older(rig, live)
    with closing(open_it()) as shop:
        assert sending.read_pause(shop).paused
        sending.resume(shop)
        assert shop.db.value("SELECT count(*) FROM sent_elsewhere") == 6
        assert {state for (state,) in shop.db.rows("SELECT state FROM outbox")} == {"uncertain"}
    assert _go_on(rig, people) == []
    rig.db.close()


def test_what_is_taken_back_counts_only_once_that_is_kept(rig: Rig) -> None:
    """Promise 14: a transaction that comes to nothing leaves no word that a message did not go, as none that it did."""
    _queue(rig, _people(rig))
    rig.send()
    before = sent_ledger.file_of(rig.db).read_bytes()

    def take_back_all() -> None:
        with rig.db.write():
            for (reference,) in rig.db.rows("SELECT reference FROM outbox"):
                sent_ledger.take_back(rig.db, reference)
            raise DiskFull

    with pytest.raises(DiskFull):
        take_back_all()
    assert sent_ledger.file_of(rig.db).read_bytes() == before
    rig.db.close()


def test_nobody_waits_for_the_turn_at_writing_where_nothing_is_to_be_written(rig: Rig) -> None:
    """Promise 12: while another program holds the database the shop opens, and says so where something must be kept."""
    _queue(rig, _people(rig))
    rig.send()
    rig.db.close()
    impatient = Database(rig.folder / "shop.db", busy_timeout_s=0.2)
    with closing(Database(rig.folder / "shop.db")) as other, other.write():
        assert sent_ledger.settle(impatient, NOON) == 0
        file = sent_ledger.file_of(impatient)
        whole = file.read_bytes()
        for broken in (whole[:-1], whole.splitlines(keepends=True)[0], b"shop elsewhere\n"):
            file.write_bytes(broken)
            with pytest.raises(DatabaseBusy):
                sent_ledger.settle(impatient, NOON)
        file.unlink()
        with pytest.raises(DatabaseBusy):
            sent_ledger.settle(impatient, NOON)
    assert sent_ledger.settle(impatient, NOON) == 0
    assert sorted(file.read_bytes().splitlines()) == sorted(whole.splitlines())
    impatient.close()


def test_a_word_that_no_program_wrote_is_damage(rig: Rig) -> None:
    """Promise 13: a bit that fell over in a message's channel is told in a sentence, not met while the file is read."""
    _queue(rig, _people(rig))
    rig.send()
    sent_ledger.file_of(rig.db).unlink()
    rig.db.run("UPDATE outbox SET channel = 'jmail'")
    with pytest.raises(DatabaseDamaged):
        sent_ledger.settle(rig.db, NOON)
