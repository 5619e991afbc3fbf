"""Two records of one person made one: what either said and got holds for both."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine import privacy
from reengage_desktop.engine.attributing import attribute_orders
from reengage_desktop.store import customers, merges, refusing, suppressions
from reengage_desktop.store.database import Database, open_database
from tests.shop_rows import add_customer, add_message, add_order

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    db = open_database(tmp_path / "shop.db")
    yield db
    db.close()


def _same_occasion(db: Database, *message_ids: int) -> None:
    for each in message_ids:
        db.run("UPDATE outbox SET campaign_id = 1, occasion = 'product:1:restock:1' WHERE id = ?", (each,))


def test_an_address_keeps_what_is_known_of_it(db: Database) -> None:
    """C10: an e-mail that bounced is not written to because its record was merged into one without e-mail."""
    keep = add_customer(db, phone="+447700900123")
    gone = add_customer(db, email="ann@example.com", email_state="bounced")
    merges.merge(db, keep, gone, NOW)
    assert db.row("SELECT email, email_state FROM customers WHERE id = ?", (keep,)) == ("ann@example.com", "bounced")


def test_the_latest_contact_with_either_is_the_persons(db: Database) -> None:
    """C14: a campaign for those not heard of lately leaves her out, whichever record knows of the visit."""
    for stay, leave, latest in ((None, 500, 500), (500, None, 500), (300, 500, 500), (None, None, None)):
        keep, gone = add_customer(db, last_contact_at=stay), add_customer(db, last_contact_at=leave)
        steps = merges.merge(db, keep, gone, NOW)
        assert db.value("SELECT last_contact_at FROM customers WHERE id = ?", (keep,)) == latest
        merges.separate(db, steps)
        assert db.value("SELECT last_contact_at FROM customers WHERE id = ?", (keep,)) == stay


def test_one_person_waits_for_one_message_about_one_thing(db: Database) -> None:
    """Promise 11: both records were to hear of the same product; the person hears of it once."""
    keep, gone = add_customer(db, email="ann@example.com"), add_customer(db, email="ann@example.org")
    first, second = add_message(db, keep, None, state="held"), add_message(db, gone, None, state="held")
    _same_occasion(db, first, second)
    merges.merge(db, keep, gone, NOW)
    assert db.row("SELECT state, customer_id FROM outbox WHERE id = ?", (first,)) == ("held", keep)
    assert db.row("SELECT state, reason, customer_id FROM outbox WHERE id = ?", (second,)) == (
        "skipped",
        "already_sent",
        keep,
    )


def test_the_order_that_a_message_brought_stays_its_own(db: Database) -> None:
    """A10: a merge of two people who both were written to about one thing loses no conversion and no revenue."""
    settings = Settings({"business.timezone": "UTC"})
    keep, gone = add_customer(db, email="ann@example.com"), add_customer(db, email="ann@example.org")
    first, second = add_message(db, keep, NOW), add_message(db, gone, NOW + timedelta(days=1))
    _same_occasion(db, first, second)
    add_order(db, gone, NOW + timedelta(days=2))
    attribute_orders(db, settings)
    assert db.rows("SELECT outbox_id FROM conversions") == [(second,)]
    merges.merge(db, keep, gone, NOW)
    attribute_orders(db, settings, [keep])
    attribute_orders(db, settings)
    assert db.rows("SELECT outbox_id FROM conversions") == [(second,)]


def test_who_was_merged_twice_still_leads_to_the_one_who_stayed(db: Database) -> None:
    """Promise 11: what is left on a first record is judged by the last one, not by one that is no more."""
    ann, anne, anna = (add_customer(db, email=f"{name}@example.com") for name in ("ann", "anne", "anna"))
    merges.merge(db, anne, ann, NOW)
    merges.merge(db, anna, anne, NOW)
    assert db.rows("SELECT merged_into FROM customers WHERE merged_into IS NOT NULL") == [(anna,), (anna,)]


def test_erasing_someone_forgets_the_records_that_were_merged_into_her(db: Database, tmp_path: Path) -> None:
    """Promise 32: not one byte of the person's phone or e-mail stays, in an entry that was merged either."""
    keep = add_customer(db, name="Ann", email="ann@example.com", phone="+447700900123")
    gone = add_customer(db, name="Anne", email="anne@example.org", phone="+447700900124")
    merges.merge(db, keep, gone, NOW)
    privacy.erase_person(db, keep, NOW)
    left = b"".join(path.read_bytes() for path in sorted(tmp_path.glob("shop.db*")))
    assert [word for word in (b"ann@example", b"anne@example", b"0900123", b"0900124", b"Anne") if word in left] == []


def test_a_word_about_the_record_that_went_is_one_about_the_person(db: Database) -> None:
    """C18: a file merged her record while her page was open: opting out, its Undo and the erasure are hers too."""
    keep = add_customer(db, email="ann@example.com", consent_email=1)
    gone = add_customer(db, email="anne@example.org", consent_email=1)
    merges.merge(db, keep, gone, NOW)
    slip = refusing.opt_out(db, gone, NOW)
    assert customers.get(db, keep).consent[ChannelName.EMAIL] is False
    assert suppressions.find_reason(db, "email", "ann@example.com", ChannelName.EMAIL) == "opt_out"
    assert refusing.take_back(db, slip)
    assert customers.get(db, keep).consent[ChannelName.EMAIL] is True
    customers.opt_in(db, gone, ChannelName.SMS, wording="said so at the till", at=NOW)
    assert customers.get(db, keep).consent[ChannelName.SMS] is True
    privacy.erase_person(db, gone, NOW)
    assert db.rows("SELECT email, erased_at IS NOT NULL FROM customers") == [(None, 1), (None, 1)]
    assert not db.rows("SELECT value FROM contact_points")


def test_what_the_owner_wrote_is_lost_of_neither(db: Database) -> None:
    """Notes are put together and tags are joined, each once."""
    keep = add_customer(db, note="by the window", tags='["tea", "Garden"]')
    gone = add_customer(db, note="oat milk", tags='["Garden", "late"]')
    twin = add_customer(db, note="by the window\noat milk")
    merges.merge(db, keep, gone, NOW)
    merges.merge(db, keep, twin, NOW)
    kept = customers.get(db, keep)
    assert (kept.note, kept.tags) == ("by the window\noat milk", ("tea", "Garden", "late"))


SHOP = (
    "customers external_ids contact_points consents enquiries orders views wishlists discount_codes outbox cap_ledger"
).split()


def _picture(db: Database) -> dict[str, list[tuple[object, ...]]]:
    return {table: sorted(db.rows(f"SELECT * FROM {table}"), key=repr) for table in SHOP}


def test_a_merge_taken_back_is_as_if_it_had_never_been(db: Database) -> None:
    """C10: every row of both is what it was: addresses, orders, words, wishes, what waits to be said."""
    keep = add_customer(db, external_id="c1", phone="+12025550143", note="by the window", tags='["tea"]')
    gone = add_customer(db, external_id="c2", email="ann@example.com", note="oat milk", consent_email=0)
    add_order(db, gone, NOW)
    first, second = add_message(db, keep, None, state="held"), add_message(db, gone, None, state="held")
    _same_occasion(db, first, second)
    product = db.insert("INSERT INTO products (external_id, added_at) VALUES ('P', 0)")
    for person in (keep, gone):
        db.run("INSERT INTO wishlists (customer_id, product_id, added_at) VALUES (?, ?, 0)", (person, product))
        db.run(
            "INSERT INTO contact_points (customer_id, kind, value, added_at) VALUES (?, 'email', 'a@example.org', 0)",
            (person,),
        )
    before = _picture(db)
    steps = merges.merge(db, keep, gone, NOW)
    assert db.value("SELECT count(*) FROM wishlists") == 1
    assert merges.separate(db, steps) == {keep, gone}
    assert _picture(db) == before


def test_what_was_changed_since_a_merge_stays(db: Database) -> None:
    """C10: taking a merge back touches nothing that the owner or a file wrote afterwards."""
    keep, gone = add_customer(db, phone="+12025550143"), add_customer(db, email="ann@example.com", city="Rome")
    steps = merges.merge(db, keep, gone, NOW)
    db.run("UPDATE customers SET city = 'Bern' WHERE id = ?", (keep,))
    merges.separate(db, steps)
    assert db.row("SELECT email, city FROM customers WHERE id = ?", (keep,)) == (None, "Bern")
    assert db.row("SELECT email, city, merged_into FROM customers WHERE id = ?", (gone,)) == (
        "ann@example.com",
        "Rome",
        None,
    )


def test_a_no_said_since_a_merge_is_one_of_both(db: Database) -> None:
    """C10, C18: taking a merge back lifts no refusal; nobody can tell which of the two records' persons said it."""
    keep, gone = add_customer(db, email="ann@example.com"), add_customer(db, email="ann@example.org")
    for each, agreed in ((keep, True), (gone, False)):
        customers.record_consent(db, each, ChannelName.EMAIL, agreed=agreed, at=NOW, source="import")
    customers.record_consent(db, gone, ChannelName.SMS, agreed=True, at=NOW, source="import")
    steps = merges.merge(db, keep, gone, NOW)
    customers.opt_out(db, keep, channel=None, source="person", at=NOW + timedelta(days=1))
    merges.separate(db, steps)
    assert db.rows("SELECT consent_email, consent_sms FROM customers") == [(0, 0), (0, 0)]
