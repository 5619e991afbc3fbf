"""Opening a shop: a new folder, an old one, a newer one, one that was copied, and what the PC says about it."""

import json
import shutil
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.app.repairing import replace_damaged
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import Job, NoticeKind, OutboxState
from reengage_desktop.jobs import clock_watch
from reengage_desktop.jobs.locks import MAINTENANCE, Held, exclusive
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import backups, customers, health, runs, sending
from reengage_desktop.store import claims, imports, listings, sent_ledger, settings
from reengage_desktop.store import customers as stored_customers
from reengage_desktop.store.database import Database, DatabaseDamaged
from reengage_desktop.store.migrate import NewerDatabase
from reengage_desktop.store.sent_ledger import Gone
from tests.command_line import CommandLine
from tests.shop_rows import add_customer, add_message

_NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def opened(folder: Path, now: str | None = None) -> Shop:
    return open_shop(Wishes(folder=folder, now=now, clock=lambda: _NOW, secrets=MemorySecrets))


def test_new_folder_becomes_an_empty_shop(tmp_path: Path) -> None:
    """B1: the configuration has an id of aec_ and 20 characters, and the PC's own zone."""
    with closing(opened(tmp_path / "shop")) as shop:
        stored = shop.settings()
        assert len(stored.text("reengagement.id")) == 24
        assert stored.text("reengagement.id").startswith("aec_")
        assert settings.origins(shop.db)["business.timezone"] == "pc"
        assert not sending.read_pause(shop).paused
        first = stored.text("reengagement.id"), settings.find_word(shop.db, "installation_id")
    with closing(opened(tmp_path / "shop")) as shop:
        assert (shop.settings().text("reengagement.id"), settings.find_word(shop.db, "installation_id")) == first


def test_newer_database_is_left_untouched(tmp_path: Path) -> None:
    """Promise 15: refused, with its bytes as they were."""
    with closing(opened(tmp_path)) as shop, shop.db.write():
        shop.db.run("CREATE TABLE of_the_future (id INTEGER PRIMARY KEY)")
        shop.db.run("PRAGMA user_version = 99")
    before = (tmp_path / "shop.db").read_bytes()
    with pytest.raises(NewerDatabase, match="newer"):
        opened(tmp_path)
    assert (tmp_path / "shop.db").read_bytes() == before


def test_damaged_database_is_a_sentence(tmp_path: Path) -> None:
    """Promise 13: noticed at the start, and nothing is sent from it."""
    tmp_path.joinpath("shop.db").write_bytes(b"no database at all, but long enough to look like one" * 50)
    with pytest.raises(DatabaseDamaged, match="no good copy of it is in"):
        opened(tmp_path)


def test_empty_file_becomes_a_shop(tmp_path: Path) -> None:
    (tmp_path / "shop.db").touch()
    opened(tmp_path).close()


def test_an_emptied_shop_is_damaged(tmp_path: Path) -> None:
    """Promise 13: no new shop is begun where copies say that there was one."""
    with closing(opened(tmp_path)) as shop:
        backups.create(shop)
    (tmp_path / "shop.db").write_bytes(b"")
    with pytest.raises(DatabaseDamaged, match="restore"):
        opened(tmp_path)


def test_a_shop_that_is_gone_comes_back_from_its_copy(tmp_path: Path) -> None:
    """Promise 13: an empty shop in its place would push the good copies out, one a day; the restore needs no file."""
    with closing(opened(tmp_path)) as shop:
        add_customer(shop.db, email="ann@example.com")
        copy = backups.create(shop).file
    for file in tmp_path.glob("shop.db*"):
        file.unlink()
    with pytest.raises(DatabaseDamaged, match=f"gone.*{copy.name}"):
        opened(tmp_path)
    assert not (tmp_path / "shop.db").exists()
    assert replace_damaged(tmp_path, {}, copy).before is None
    with closing(opened(tmp_path)) as shop:
        assert shop.db.value("SELECT count(*) FROM customers") == 1


def test_who_opted_out_stays_out_when_the_database_is_lost(tmp_path: Path) -> None:
    """Promise 14: a copy of before that is restored into a new database learns it from the ledger."""
    with closing(opened(tmp_path)) as shop:
        person = add_customer(shop.db, email="ann@example.com", external_id="C-1", consent_email=1)
        copy = backups.create(shop, tmp_path / "copy.db").file
        customers.opt_out(shop, person)
    for file in tmp_path.glob("shop.db*"):
        file.unlink()
    with closing(opened(tmp_path)) as shop:
        backups.restore(shop, copy)
        assert shop.db.value("SELECT consent_email FROM customers WHERE id = ?", (person,)) == 0


@pytest.mark.parametrize("moment", ["9999-12-31T23:59:59", "1066-10-14T09:00", "soon"])
def test_no_moment(tmp_path: Path, moment: str) -> None:
    """cli.md: a sentence for what is no moment, also for those at the calendar's end."""
    with pytest.raises(Refused, match="no moment"):
        opened(tmp_path, moment)


def test_copied_folder_opens_paused(tmp_path: Path) -> None:
    """Promise 14: two shops with one past must not both go on sending."""
    opened(tmp_path / "one").close()
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    with closing(opened(tmp_path / "two")) as copy, closing(opened(tmp_path / "one")) as original:
        assert sending.read_pause(copy).cause == "copied"
        assert not sending.read_pause(original).paused
        names = [settings.find_word(each.db, "installation_id") for each in (copy, original)]
        assert len(set(names)) == 2
        sending.resume(copy)
    with closing(opened(tmp_path / "two")) as copy:
        assert not sending.read_pause(copy).paused, "asked once"


def test_moved_folder_keeps_its_keys_and_opens_paused(tmp_path: Path) -> None:
    """Promise 14: nobody can tell a move from a copy for sure, so it asks; its keys are still its own."""
    opened(tmp_path / "one").close()
    before = (tmp_path / "one" / "folder.json").read_text(encoding="utf-8")
    (tmp_path / "one").rename(tmp_path / "two")
    with closing(opened(tmp_path / "two")) as moved:
        assert sending.read_pause(moved).cause == "copied"
    after = (tmp_path / "two" / "folder.json").read_text(encoding="utf-8")
    assert json.loads(before)["id"] == json.loads(after)["id"]


def test_database_put_into_another_folder_opens_paused(tmp_path: Path) -> None:
    opened(tmp_path / "one").close()
    (tmp_path / "two").mkdir()
    shutil.copy(tmp_path / "one" / "shop.db", tmp_path / "two" / "shop.db")
    with closing(opened(tmp_path / "two")) as copy:
        assert sending.read_pause(copy).paused


def test_moment_in_the_shop_s_zone(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as shop:
        settings.put(shop.db, "business.timezone", "America/New_York", _NOW)
    with closing(opened(tmp_path, "2026-11-21T09:00")) as shop:
        assert shop.now() == datetime(2026, 11, 21, 14, tzinfo=UTC)
    with closing(opened(tmp_path, "2026-11-21T09:00+01:00")) as shop:
        assert shop.now() == datetime(2026, 11, 21, 8, tzinfo=UTC)
    for text in ("tomorrow", "2026-13-01", ""):
        with pytest.raises(Refused, match="no moment"):
            opened(tmp_path, text)


def test_interrupted_send_is_marked(tmp_path: Path) -> None:
    """Promise 1: a row that a dead process left in its hands becomes uncertain, and is never sent again by itself."""
    with closing(opened(tmp_path)) as shop:
        customer = add_customer(shop.db, email="ann@example.com")
        add_message(shop.db, customer, None, state="sending", claimed_at=1_780_000_000)
    with closing(opened(tmp_path)) as shop:
        assert not claims.list_rows(shop.db, OutboxState.SENDING)
        assert len(claims.list_rows(shop.db, OutboxState.UNCERTAIN)) == 1


def test_an_import_that_was_cut_off_is_taken_back_and_told(tmp_path: Path) -> None:
    """Promise 18: after a crash in the middle the owner reads at the next start that nothing of the file was kept."""
    with closing(opened(tmp_path)) as shop:
        shop.db.run(
            "INSERT INTO imports (kind, file_name, sha256, state, started_at) "
            "VALUES ('customers', 'people.csv', '', 'writing', 1780000000)"
        )
    with closing(opened(tmp_path)) as shop:
        (told,) = listings.notices(shop.db)
        assert (told.kind, told.figures) == (NoticeKind.IMPORT_TAKEN_BACK, {"file": "people.csv"})
        assert not imports.is_writing(shop.db)


def test_older_database_waits_for_its_turn(tmp_path: Path) -> None:
    """Promise 15: the update is made by one process, after a copy."""
    with closing(opened(tmp_path)) as shop:
        locks = shop.paths.locks
    older = Database(tmp_path / "shop.db")
    older.run("PRAGMA user_version = 0")
    older.close()
    with exclusive(locks, MAINTENANCE, "the restore of a backup", _NOW), pytest.raises(Held, match="restore"):
        open_shop(Wishes(folder=tmp_path, clock=lambda: _NOW, secrets=MemorySecrets, lock_wait_s=0.1))


@pytest.mark.parametrize("remembers", [True, False])
def test_an_older_file_put_back_by_hand_opens_paused(tmp_path: Path, *, remembers: bool) -> None:
    """Promise 14: a file of yesterday copied over the live one sends nothing again; without its memory it would."""
    with closing(opened(tmp_path)) as shop:
        person = add_customer(shop.db, email="ann@example.com", consent_email=1)
        message = add_message(shop.db, person, None)
    old = (tmp_path / "shop.db").read_bytes()
    with closing(opened(tmp_path)) as shop:
        shop.db.run("UPDATE outbox SET state = 'accepted'")
        shop.db.run("INSERT INTO attempts (outbox_id, provider, started_at) VALUES (?, 'smtp', 5)", (message,))
    (tmp_path / "shop.db").write_bytes(old)
    if not remembers:
        (tmp_path / "seen.json").unlink()
    with closing(opened(tmp_path)) as shop:
        assert sending.read_pause(shop).paused is remembers
        state = shop.db.value("SELECT state FROM outbox WHERE id = ?", (message,))
        assert state == ("cancelled" if remembers else "pending")
        if remembers:
            sending.resume(shop)
    with closing(opened(tmp_path)) as shop:
        assert not sending.read_pause(shop).paused, "it is told once"


def test_a_clock_a_year_ahead_is_noticed_as_the_shop_opens(tmp_path: Path) -> None:
    """Promises 14 and 16: before anybody lists or runs anything; the ledger beside the shop forgets nothing by it."""
    later = _NOW + timedelta(days=365)
    with closing(opened(tmp_path)) as shop:
        assert runs.run_job(shop, Job.CLEANUP).error is None
        sent_ledger.note(shop.db, Gone("rd-1", "0" * 32, "1" * 32, stamp(_NOW)))
        file = sent_ledger.file_of(shop.db)
        written = file.read_bytes()
    with closing(open_shop(Wishes(folder=tmp_path, clock=lambda: later, secrets=MemorySecrets))) as shop:
        assert clock_watch.is_untrusted(shop.db)
        with pytest.raises(Refused, match="can't be right"):
            runs.run_job(shop, Job.SEND)
        assert [check.ok for check in health.doctor(shop).checks if check.name == "clock"] == [False]
    assert file.read_bytes() == written
    with closing(opened(tmp_path, later.isoformat())) as shop:
        assert clock_watch.is_untrusted(shop.db), "--now says nothing of the PC's own clock"
    with closing(opened(tmp_path)) as shop:
        assert not clock_watch.is_untrusted(shop.db)
        assert runs.run_job(shop, Job.CLEANUP).error is None
    with closing(opened(tmp_path, later.isoformat())) as shop:
        assert runs.run_job(shop, Job.CLEANUP).error is None, "a what-if is no wrong clock"


def test_what_was_done_is_done_though_the_ledger_has_to_wait(tmp_path: Path) -> None:
    """Promise 12: another program that locks the database just then makes no failure of a command that did its work."""
    shop = opened(tmp_path)
    customer = add_customer(shop.db, email="ann@example.com", consent_email=1)
    stored_customers.opt_out(shop.db, customer, channel=None, source="owner", at=_NOW)
    shop.db.run("PRAGMA busy_timeout = 50")
    with closing(Database(shop.paths.database)) as other:
        other.engine.execute_sql("BEGIN IMMEDIATE")
        shop.close()
    opened(tmp_path).close()
    assert "opt_out" in (tmp_path / "refusals.ledger").read_text(encoding="ascii")


def test_a_restore_over_a_damaged_shop_takes_the_moment_it_is_told(tmp_path: Path) -> None:
    """Promise 13: whatever is recorded takes the moment of --now, also where no shop could be opened."""
    line = CommandLine(tmp_path / "shop", lambda: _NOW)
    copy = line.ask("backup", "create", "--out", tmp_path / "copy.db")["file"]
    line.folder.joinpath("shop.db").write_bytes(b"no database" * 100)
    before = line.ask("backup", "restore", copy, "--now", "2026-11-21T15:00:00Z")["before"]
    assert before.endswith(f"shop-damaged-{stamp(_NOW + timedelta(hours=3))}.db")
    line.folder.joinpath("shop.db").write_bytes(b"no database" * 100)
    assert "is no moment" in line.refused("backup", "restore", copy, "--now", "soon")
