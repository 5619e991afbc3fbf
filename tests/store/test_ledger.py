"""The ledger of refusals beside the database (promises 14 and 32)."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store import customers, erasures, ledger, suppressions
from reengage_desktop.store.database import Database, open_database
from reengage_desktop.store.settings import put_word
from tests.shop_rows import add_customer

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
EMAIL, SMS = ChannelName.EMAIL, ChannelName.SMS


def people(db: Database) -> dict[str, int]:
    return {
        name: add_customer(
            db, name=name, email=f"{name}@example.com", phone=phone, external_id=name, consent_email=1, consent_sms=1
        )
        for name, phone in (("ann", "+12025550101"), ("bob", "+12025550102"), ("cid", "+12025550101"))
    }


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "refusals.ledger"


def test_an_older_database_learns_what_it_does_not_know(tmp_path: Path, file: Path) -> None:
    """Promise 14: a lost database and an old copy: who opted out or was forgotten since stays so."""
    live = open_database(tmp_path / "live.db")
    known = people(live)
    copy = open_database(tmp_path / "copy.db")
    with copy.write():
        people(copy)
        put_word(copy, "address_salt", suppressions.address_salt(live).hex())
    customers.opt_out(live, known["bob"], channel=None, source="person", at=NOW)
    erasures.erase(live, known["ann"], NOW)
    ledger.keep(live, file)
    live.close()

    assert ledger.settle(copy, file, NOW) > 0
    bob = customers.get(copy, known["bob"])
    assert (bob.consent[EMAIL], bob.consent[SMS]) == (False, False)
    assert copy.row("SELECT email, name FROM customers WHERE id = ?", (known["ann"],)) == (None, None)
    cid = customers.get(copy, known["cid"])
    assert (cid.email, cid.consent[EMAIL]) == ("cid@example.com", True), "a shared phone forgets nobody else"
    assert suppressions.find_reason(copy, "phone", "+12025550102", SMS) == "opt_out"
    assert ledger.settle(copy, file, NOW) == 0
    copy.close()


def test_without_the_second_home_an_older_copy_would_write_to_them(tmp_path: Path, file: Path) -> None:
    """Promise 14, its negative control: the same copy without the files knows of no refusal and of nobody forgotten."""
    live = open_database(tmp_path / "live.db")
    known = people(live)
    copy = open_database(tmp_path / "copy.db")
    with copy.write():
        people(copy)
        put_word(copy, "address_salt", suppressions.address_salt(live).hex())
    customers.opt_out(live, known["bob"], channel=None, source="person", at=NOW)
    erasures.erase(live, known["ann"], NOW)
    ledger.keep(live, file)
    for each in tmp_path.glob("*.ledger"):
        each.unlink()
    assert ledger.settle(copy, file, NOW) == 0
    assert customers.get(copy, known["bob"]).consent[EMAIL] is True
    assert copy.value("SELECT email FROM customers WHERE id = ?", (known["ann"],)) == "ann@example.com"
    live.close()
    copy.close()


def test_a_refusal_that_was_taken_back_does_not_return(tmp_path: Path, file: Path) -> None:
    """C18: the owner's typed opt-in holds, also when an older copy comes back."""
    db = open_database(tmp_path / "shop.db")
    ann = people(db)["ann"]
    customers.opt_out(db, ann, channel=EMAIL, source="person", at=NOW)
    ledger.settle(db, file, NOW)
    customers.opt_in(db, ann, EMAIL, wording="asked for it", at=NOW)
    ledger.keep(db, file)
    with db.write():
        put_word(db, "refusals_seen", "0")
    assert ledger.settle(db, file, NOW) == 0
    assert customers.get(db, ann).consent[EMAIL] is True
    db.close()


def test_a_no_that_takes_the_place_of_one_taken_back_is_written_down(tmp_path: Path, file: Path) -> None:
    """Promise 14: one refusal is lifted and another comes: as many as before, the last under the same number."""
    with closing(open_database(tmp_path / "shop.db")) as db:
        known = people(db)
        customers.opt_out(db, known["ann"], channel=EMAIL, source="person", at=NOW)
        ledger.keep(db, file)
        customers.opt_in(db, known["ann"], EMAIL, wording="asked for it", at=NOW)
        customers.opt_out(db, known["bob"], channel=EMAIL, source="person", at=NOW + timedelta(minutes=1))
        ledger.keep(db, file)
        db.run("DELETE FROM suppressions")
        put_word(db, "refusals_seen", "0")
        assert ledger.settle(db, file, NOW) == 1
        assert suppressions.find_reason(db, "email", "bob@example.com", EMAIL) == "opt_out"


def test_the_file_holds_no_address_and_survives_a_cut(tmp_path: Path, file: Path) -> None:
    """Promises 26 and 32: hashes only; a last line that a crash cut off costs nothing."""
    db = open_database(tmp_path / "shop.db")
    known = people(db)
    customers.opt_out(db, known["ann"], channel=None, source="person", at=NOW)
    ledger.settle(db, file, NOW)
    text = file.read_bytes()
    assert b"ann@" not in text
    assert b"5550101" not in text
    file.write_bytes(text + b'{"n": 99, "key": ["em')
    customers.opt_out(db, known["bob"], channel=None, source="person", at=NOW)
    ledger.keep(db, file)
    fresh = open_database(tmp_path / "fresh.db")
    ledger.adopt_salt(fresh, file)
    assert ledger.settle(fresh, file, NOW) > 0
    assert suppressions.find_reason(fresh, "email", "bob@example.com", EMAIL) == "opt_out"
    assert suppressions.find_reason(fresh, "email", "ann@example.com", EMAIL) == "opt_out"
    db.close()
    fresh.close()


def test_another_shops_file_is_set_aside(tmp_path: Path, file: Path) -> None:
    """One folder is one shop: hashes of another one say nothing here."""
    other, db = open_database(tmp_path / "other.db"), open_database(tmp_path / "shop.db")
    customers.opt_out(other, people(other)["ann"], channel=None, source="person", at=NOW)
    ledger.settle(other, file, NOW)
    suppressions.address_salt(db)
    assert ledger.settle(db, file, NOW) == 0
    assert len(list(tmp_path.glob("refusals-other-*.ledger"))) == 1
    other.close()
    db.close()


def test_a_list_of_very_many_is_written_down_whole(tmp_path: Path, file: Path) -> None:
    """Promise 14: more refusals than are written at once, some lifted again later."""
    many = 45_000
    with closing(open_database(tmp_path / "live.db")) as live, closing(open_database(tmp_path / "copy.db")) as copy:
        with copy.write():
            put_word(copy, "address_salt", suppressions.address_salt(live).hex())
        with live.write():
            live.run_many(
                "INSERT INTO suppressions (kind, address_hash, channel, reason, source, at) "
                "VALUES ('email', ?, '', 'opt_out', 'import', 5)",
                [(f"{number:064x}",) for number in range(many)],
            )
        ledger.keep(live, file)
        with live.write():
            live.run("DELETE FROM suppressions WHERE address_hash < ?", (f"{100:064x}",))
        ledger.keep(live, file)
        ledger.settle(copy, file, NOW)
        assert copy.value("SELECT count(*) FROM suppressions") == many - 100
