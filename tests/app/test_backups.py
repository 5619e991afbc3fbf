"""Backups: complete while the shop is in use, checked, and restored paused with everything that was learned since."""

import json
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.locks import DAILY_RUN, Held, exclusive
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import backups, customers, sending
from reengage_desktop.store import backups as copies
from reengage_desktop.store import customers as stored
from reengage_desktop.store import settings, suppressions
from reengage_desktop.store.backups import is_sound
from reengage_desktop.store.database import Database, DatabaseDamaged, ReadOnly, StoreFault
from reengage_desktop.store.migrate import NewerDatabase
from tests.command_line import CommandLine
from tests.conftest import Clock
from tests.shop_rows import add_customer, add_message

EMAIL = ChannelName.EMAIL


def test_copy_is_whole_and_sound(shop: Shop, tmp_path: Path) -> None:
    add_customer(shop.db, email="ann@example.com")
    made = backups.create(shop, tmp_path / "copy.db")
    assert made.as_json()["bytes"] == made.file.stat().st_size
    assert backups.verify(shop, made.file) == made
    assert not list(tmp_path.glob("*.part"))
    with closing(Database(made.file)) as copy:
        assert copy.value("SELECT count(*) FROM customers") == 1


def test_name_of_its_own(shop: Shop) -> None:
    files = {backups.create(shop).file for _ in range(3)}
    assert len(files) == 3
    assert backups.newest(shop.paths) in files


def test_two_programs_save_in_one_second(shop: Shop) -> None:
    """Promise 12: neither takes the other's half file for a full disk, or for one that may not be written."""
    target, made = shop.paths.backups / "shop-2026-11-23-100000.db", list[Path]()

    def meanwhile() -> bool:
        if not made:
            with closing(Database(shop.db.path)) as other:
                made.append(copies.create(other, target).path)
        return False

    assert copies.create(shop.db, target, meanwhile).path == target == made[0]
    assert backups.verify(shop, target).file == target
    assert not list(target.parent.glob("*.part*"))


def test_restore_opens_paused_and_keeps_what_was_learned(shop: Shop, clock: Clock, tmp_path: Path) -> None:
    """Promise 14: 0 sent again; opt-outs and erasures kept."""
    stays = add_customer(shop.db, email="ann@example.com", consent_email=1)
    leaves = add_customer(shop.db, email="ben@example.com", consent_email=1)
    gone = add_customer(shop.db, email="cid@example.com", consent_email=1)
    waiting = add_message(shop.db, stays, None)
    copy = backups.create(shop, tmp_path / "copy.db").file
    name = settings.find_word(shop.db, "installation_id")

    customers.opt_out(shop, leaves)
    customers.erase(shop, gone)
    shop.db.run("UPDATE outbox SET state = 'accepted', sent_at = 1790000000 WHERE id = ?", (waiting,))
    shop.db.run("INSERT INTO cap_ledger VALUES ('touch-1', ?, 739000)", (stays,))
    later = add_customer(shop.db, email="dot@example.com")
    sent_later = add_message(shop.db, stays, clock())

    restored = backups.restore(shop, copy)
    assert restored.as_json()["paused"]
    assert sending.read_pause(shop).cause == "restored"
    assert shop.db.value("SELECT consent_email FROM customers WHERE id = ?", (leaves,)) == 0
    assert suppressions.find_reason(shop.db, "email", "ben@example.com", ChannelName.EMAIL) is not None
    assert suppressions.is_erased(shop.db, "email", "cid@example.com")
    assert shop.db.value("SELECT state FROM outbox WHERE id = ?", (waiting,)) == "accepted"
    assert shop.db.value("SELECT state FROM outbox WHERE id = ?", (sent_later,)) == "accepted"
    assert shop.db.value("SELECT count(*) FROM cap_ledger") == 1
    assert shop.db.value("SELECT count(*) FROM customers WHERE id = ?", (later,)) == 0
    assert settings.find_word(shop.db, "installation_id") != name
    assert shop.db.value("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'cap_ledger'") == 2
    assert restored.before is not None
    with closing(Database(restored.before)) as before:
        assert before.value("SELECT count(*) FROM customers WHERE id = ?", (later,)) == 1


def test_restore_keeps_the_word_of_those_who_left(shop: Shop, tmp_path: Path) -> None:
    """Promise 14, twice: what one restore took over the next one takes over again."""
    person = add_customer(shop.db, email="ann@example.com", consent_email=1)
    copy = backups.create(shop, tmp_path / "copy.db").file
    customers.opt_out(shop, person)
    for _ in range(2):
        backups.restore(shop, copy)
        assert shop.db.value("SELECT consent_email FROM customers WHERE id = ?", (person,)) == 0


def test_restore_keeps_a_no_that_has_the_number_of_a_lost_word(shop: Shop, tmp_path: Path) -> None:
    """Promise 14: words of an import that was taken back since the copy gave their numbers to those that came later."""
    ann, gone = (add_customer(shop.db, email=f"{name}@example.com", consent_email=1) for name in ("ann", "gone"))
    stored.record_consent(shop.db, gone, EMAIL, agreed=True, at=shop.now(), source="import")
    copy = backups.create(shop, tmp_path / "copy.db").file
    with shop.db.write():
        shop.db.run("DELETE FROM consents")
    stored.record_consent(shop.db, ann, EMAIL, agreed=False, at=shop.now(), source="import")
    backups.restore(shop, copy)
    assert shop.db.value("SELECT consent_email FROM customers WHERE id = ?", (ann,)) == 0


def test_a_no_of_a_file_that_the_copy_has_not_is_undone_with_no_other_file(shop: Shop, tmp_path: Path) -> None:
    """Promise 14: the first import after a restore gets the old file's number; taking it back leaves the old no."""
    copy = backups.create(shop, tmp_path / "copy.db").file
    with shop.db.write():
        file = shop.db.insert(
            "INSERT INTO imports (kind, file_name, sha256, state, started_at) VALUES ('optouts', 'a', 'a', 'done', 7)"
        )
        suppressions.suppress(
            shop.db, "email", "x@example.com", channel=None, reason="opt_out", source="import", at=shop.now(),
            import_id=file,
        )  # fmt: skip
    backups.restore(shop, copy)
    assert shop.db.rows("SELECT reason, import_id FROM suppressions") == [("opt_out", None)]


def test_who_was_forgotten_since_is_forgotten_in_the_copy_too(shop: Shop, tmp_path: Path) -> None:
    """Promise 32: a restore erases again; whoever else has her old number in the copy stays."""
    gone = add_customer(shop.db, name="Cid", email="cid@example.com", phone="+12025550123", external_id="C-1")
    stays = add_customer(shop.db, name="Dot", email="dot@example.com", phone="+12025550123")
    add_message(shop.db, gone, None, address="cid@example.com")
    copy = backups.create(shop, tmp_path / "copy.db").file
    customers.erase(shop, gone)
    backups.restore(shop, copy)
    assert shop.db.rows("SELECT id, name, email, erased_at IS NOT NULL FROM customers ORDER BY id") == [
        (gone, None, None, 1),
        (stays, "Dot", "dot@example.com", 0),
    ]
    assert shop.db.rows("SELECT state, address FROM outbox") == [("skipped", "")]
    assert b"cid@example.com" not in b"".join(file.read_bytes() for file in shop.paths.database.parent.glob("shop.db*"))


def test_what_waits_in_the_copy_is_taken_out(shop: Shop, tmp_path: Path) -> None:
    person = add_customer(shop.db, email="ann@example.com", consent_email=1)
    message = add_message(shop.db, person, None)
    backups.restore(shop, backups.create(shop, tmp_path / "copy.db").file)
    assert shop.db.value("SELECT state FROM outbox WHERE id = ?", (message,)) == "cancelled"


def test_copies_that_can_not_be_trusted(shop: Shop, tmp_path: Path) -> None:
    """Promise 13, 15: damaged, newer, half, or something else; the shop stays as it is."""
    good = backups.create(shop, tmp_path / "good.db").file.read_bytes()
    files = {
        "half.db": good[: len(good) // 2],
        "flipped.db": good[:5000] + bytes(byte ^ 255 for byte in good[5000:9000]) + good[9000:],
        "text.db": b"hello",
        "empty.db": b"",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(DatabaseDamaged, match="Nothing was changed"):
            backups.restore(shop, tmp_path / name)
    with closing(Database(tmp_path / "newer.db")) as newer:
        newer.run("CREATE TABLE meta (x)")
        newer.run("PRAGMA user_version = 77")
    with pytest.raises(NewerDatabase, match="newer"):
        backups.restore(shop, tmp_path / "newer.db")
    with pytest.raises(FileNotFoundError):
        backups.verify(shop, tmp_path / "none.db")
    assert not sending.read_pause(shop).paused


def test_restore_waits_for_no_daily_run(cli: CommandLine, shop: Shop, tmp_path: Path) -> None:
    """It says who holds it up."""
    copy = tmp_path / "copy.db"
    assert json.loads(cli.run("backup", "create", "--out", copy, "--json").out)["file"] == str(copy)
    with (
        exclusive(shop.paths.locks, DAILY_RUN, "the daily run", shop.now()),
        pytest.raises(Held, match="the daily run"),
    ):
        backups.restore(shop, copy, wait_s=0.1)
    assert "already there" in cli.refused("backup", "create", "--out", copy)
    assert cli.ask("backup", "verify", copy)["schema"] == 1
    assert cli.ask("backup", "restore", copy)["paused"] is True
    assert cli.ask("resume")["paused"] is False


def test_a_copy_of_every_day(shop: Shop, clock: Clock) -> None:
    """Promise 13, 32: there is always a fresh copy; seven days and the Mondays stay, nothing longer than 35 days."""
    foreign = shop.paths.backups / "before-restore.db"
    foreign.write_bytes(b"")
    for _ in range(40):
        made, _gone = backups.keep_daily(shop)
        assert made is not None
        assert backups.keep_daily(shop)[0] is None, "once a day"
        clock.move(days=1)
    last = clock().date() - timedelta(days=1)
    kept = {date.fromisoformat(file.stem.removeprefix("daily-")) for file in shop.paths.backups.glob("daily-*.db")}
    assert {last - timedelta(days=back) for back in range(7)} <= kept
    assert all((last - day).days < 35 for day in kept)
    assert 10 <= len(kept) <= 12


def test_restore_over_a_damaged_database(cli: CommandLine, tmp_path: Path) -> None:
    """Promise 13: the shop can't be opened any more; the newest good copy is put in its place, paused."""
    with closing(cli.open()) as shop:
        add_customer(shop.db, email="ann@example.com")
    copy = tmp_path / "copy.db"
    cli.ask("backup", "create", "--out", copy)
    live = cli.folder / "shop.db"
    live.write_bytes(b"garbage" * 2000)
    assert "no good copy of it is in" in cli.refused("customers", "list")
    (tmp_path / "bad.db").write_bytes(b"worse")
    assert "Nothing was changed" in cli.refused("backup", "restore", tmp_path / "bad.db")
    assert live.read_bytes() == b"garbage" * 2000
    restored = cli.ask("backup", "restore", copy)
    assert restored["paused"] is True
    assert Path(restored["before"]).read_bytes() == b"garbage" * 2000
    assert cli.ask("customers", "list")["total"] == 1
    assert cli.ask("resume")["paused"] is False


def test_what_can_not_be_read_now_is_not_called_damaged(tmp_path: Path) -> None:
    """Promises 13, 14: a restore stops there; it would go on without the copy of what is there otherwise."""
    (tmp_path / "shop.db").mkdir()
    with closing(Database(tmp_path / "shop.db")) as unread, pytest.raises(ReadOnly):
        is_sound(unread)
    (tmp_path / "damaged.db").write_bytes(b"no database " * 1000)
    with closing(Database(tmp_path / "damaged.db")) as damaged:
        assert not is_sound(damaged)


def test_copies_of_a_copied_folder_keep_their_days(shop: Shop) -> None:
    """Promise 14: the name's day counts where all files bear the moment of the copying."""
    folder = shop.paths.backups
    for name in ("daily-2026-10-14", "daily-2026-11-02", "shop-2026-11-01-101500", "daily-2026-10-30"):
        (folder / f"{name}.db").write_bytes(b"")
    (folder / "mine.db").write_bytes(b"")
    found = backups.list_copies(shop.paths)
    assert [copy.file.stem for copy in found if copy.file.stem != "mine"] == [
        "daily-2026-11-02",
        "shop-2026-11-01-101500",
        "daily-2026-10-30",
        "daily-2026-10-14",
    ]
    assert found[-1].saved_at.date() == date(2026, 10, 14)


def test_two_lives_of_one_shop_are_brought_together(shop: Shop, tmp_path: Path, clock: Clock) -> None:
    """Promise 14: numbers and occasions that both lives gave away clash nowhere, and nothing that was sent is lost."""
    ann, ben = (add_customer(shop.db, email=f"{name}@example.com") for name in ("ann", "ben"))
    add_message(shop.db, ann, clock(), occasion="x", touch="ta", reference="rd-one-1")
    add_message(shop.db, ben, clock(), occasion="y", touch="tb", reference="rd-one-2")
    shop.db.run("INSERT INTO discount_codes (id, code, percent, issued_at) VALUES (1, 'BACK-ONE', 5, 1)")
    shop.db.run("INSERT INTO attempts (outbox_id, provider, started_at) VALUES (1, 'smtp', 5)")
    copy = backups.create(shop, tmp_path / "copy.db").file
    # the live file was lost, an older backup took its place, and the shop went on
    for table in ("attempts", "outbox", "discount_codes"):
        shop.db.run(f"DELETE FROM {table}")
    shop.db.run("INSERT INTO discount_codes (id, code, percent, issued_at) VALUES (1, 'BACK-TWO', 5, 1)")
    again = add_message(shop.db, ben, clock(), occasion="y", touch="tb", reference="rd-two-1", code_id=1)
    shop.db.run("UPDATE discount_codes SET outbox_id = ?", (again,))
    shop.db.run("INSERT INTO attempts (outbox_id, provider, started_at) VALUES (?, 'smtp', 6)", (again,))
    add_message(shop.db, ann, None, occasion="x", touch="ta", reference="rd-two-2")
    clock.move(hours=1)

    for _ in range(2):
        backups.restore(shop, copy)
        assert shop.db.rows("SELECT reference, customer_id, state, part FROM outbox ORDER BY reference") == [
            ("rd-one-1", ann, "accepted", "0"),
            ("rd-one-2", ben, "accepted", "0~2"),
            ("rd-two-1", ben, "accepted", "0"),
            ("rd-two-2", ann, "cancelled", shop.db.value("SELECT '0~' || id FROM outbox WHERE reference = 'rd-two-2'")),
        ]
        assert shop.db.rows(
            "SELECT d.code, o.reference FROM outbox AS o JOIN discount_codes AS d ON d.id = o.code_id "
            "AND d.outbox_id = o.id"
        ) == [("BACK-TWO", "rd-two-1")]
        assert shop.db.rows(
            "SELECT o.reference, a.started_at FROM attempts AS a JOIN outbox AS o ON o.id = a.outbox_id ORDER BY 1"
        ) == [("rd-one-1", 5), ("rd-two-1", 6)]
        assert shop.db.rows("PRAGMA foreign_key_check") == []


def test_what_the_copy_knows_to_be_sent_stays_sent(shop: Shop, tmp_path: Path, clock: Clock) -> None:
    """Promise 14: an older backup had cancelled the message in the live shop; the newer one knows that it went."""
    person = add_customer(shop.db, email="ann@example.com")
    message = add_message(shop.db, person, clock())
    copy = backups.create(shop, tmp_path / "copy.db").file
    shop.db.run("UPDATE outbox SET state = 'cancelled', sent_at = NULL")
    backups.restore(shop, copy)
    assert shop.db.value("SELECT state FROM outbox WHERE id = ?", (message,)) == "accepted"


def test_a_message_of_a_campaign_that_the_copy_has_not(shop: Shop, tmp_path: Path, clock: Clock) -> None:
    """Promise 14: the caps go on counting it; the restore ends well."""
    person = add_customer(shop.db, email="ann@example.com")
    copy = backups.create(shop, tmp_path / "copy.db").file
    campaign = shop.db.insert(
        "INSERT INTO campaigns (campaign_type, name, status, created_at) VALUES ('we_miss_you', 'New', 'active', 1)"
    )
    add_message(shop.db, person, clock(), campaign_id=campaign)
    shop.db.run("INSERT INTO cap_ledger VALUES ('touch-1', ?, 739000)", (person,))
    backups.restore(shop, copy)
    assert shop.db.value("SELECT count(*) FROM cap_ledger") == 1


@pytest.mark.parametrize("table", ["outbox", "suppressions"])
def test_a_contradiction_is_a_sentence_and_changes_nothing(
    shop: Shop, tmp_path: Path, clock: Clock, table: str
) -> None:
    """Promise 14: what can't be brought together leaves the live shop as it is."""
    person = add_customer(shop.db, email="ann@example.com")
    copy = backups.create(shop, tmp_path / "copy.db").file
    with closing(Database(copy)) as odd:
        odd.run(f"CREATE TRIGGER odd BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'odd'); END")
    message = add_message(shop.db, person, clock())
    customers.opt_out(shop, person)
    with pytest.raises(StoreFault, match="Nothing was changed"):
        backups.restore(shop, copy)
    assert shop.db.value("SELECT state FROM outbox WHERE id = ?", (message,)) == "accepted"
    assert not sending.read_pause(shop).paused
    assert not list(shop.paths.database.parent.glob("restoring-*"))
