"""Where letters go: kept line by line, in her copy, and gone with her."""

from datetime import UTC, datetime
from pathlib import Path

from reengage_desktop.engine import privacy
from reengage_desktop.store import personal_data, postal
from reengage_desktop.store.database import open_database
from tests.shop_rows import add_customer

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_an_address_is_replaced_copied_and_forgotten(tmp_path: Path) -> None:
    """Promise 32, C18: a typed address is the person's like all others."""
    db = open_database(tmp_path / "shop.db")
    person = add_customer(db, name="Zoë", email="zoe@example.com")
    postal.put(db, person, " 1 High Street \n\nLeeds", NOW)
    postal.put(db, person, "2 High Street\nLeeds", NOW)
    assert postal.list_addresses(db, [person]) == {person: "2 High Street\nLeeds"}
    assert personal_data.collect(db, person)["postal_address"][0]["lines"] == "2 High Street\nLeeds"
    privacy.erase_person(db, person, NOW)
    assert postal.list_addresses(db, [person]) == {}
    assert all(b"High Street" not in path.read_bytes() for path in tmp_path.glob("shop.db*"))
    other = add_customer(db, email="ann@example.com")
    postal.put(db, other, "3 High Street", NOW)
    postal.put(db, other, " \n", NOW)
    assert postal.list_addresses(db, [other]) == {}
    db.close()
