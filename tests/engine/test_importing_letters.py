"""Postal addresses from files for letters and labels (issue 6): journalled, never over the owner's own."""

from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine import privacy
from reengage_desktop.engine.importing import ImportRequest
from reengage_desktop.engine.importing.letters import PARTS, Letters
from reengage_desktop.store import backups, postal
from tests.engine.import_rig import NOW, Rig

ANN = {"email": "ann@example.com", "street": "12 Mill Lane", "postcode": "62701", "city": "Springfield", "region": "IL"}


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path / "shop")


def address_of(rig: Rig, email: str) -> str | None:
    found: str | None = rig.db.value(
        "SELECT a.lines FROM postal_addresses AS a JOIN customers AS c ON c.id = a.customer_id WHERE c.email = ?",
        (email,),
    )
    return found


def test_an_address_comes_with_the_customer_and_goes_with_the_import(rig: Rig) -> None:
    """Issue 6: addresses come in by import; undone, the shop is as if the file had never come."""
    report = rig.bring_in("customers", [ANN])
    assert address_of(rig, "ann@example.com") == "12 Mill Lane\nSpringfield, IL 62701"
    assert rig.bring_in("customers", [ANN]).unchanged == 1
    rig.undo(report)
    assert rig.db.value("SELECT count(*) FROM postal_addresses") == 0


def test_a_later_file_changes_what_a_file_brought_and_undo_brings_it_back(rig: Rig) -> None:
    """As for every field of a customer: the file's word counts over a file's, each undo gives back what was."""
    first = rig.bring_in("customers", [ANN])
    moved = rig.bring_in("customers", [{**ANN, "street": "3 Station Road"}], now=NOW + timedelta(days=1))
    assert moved.updated == 1
    assert address_of(rig, "ann@example.com") == "3 Station Road\nSpringfield, IL 62701"
    rig.undo(moved)
    assert address_of(rig, "ann@example.com") == "12 Mill Lane\nSpringfield, IL 62701"
    rig.undo(first)
    assert address_of(rig, "ann@example.com") is None


def test_undoing_the_earlier_of_two_files_leaves_the_later_word(rig: Rig) -> None:
    """The later import then has found what the earlier one had found: nothing."""
    rig.bring_in("customers", [{"email": "ann@example.com", "name": "Ann"}])
    first = rig.bring_in("customers", [ANN], now=NOW + timedelta(days=1))
    moved = rig.bring_in("customers", [{**ANN, "street": "3 Station Road"}], now=NOW + timedelta(days=2))
    rig.undo(first)
    assert address_of(rig, "ann@example.com") == "3 Station Road\nSpringfield, IL 62701"
    rig.undo(moved)
    assert address_of(rig, "ann@example.com") is None


@pytest.mark.parametrize(("field", "said"), [("street", "12 Mill Lane"), ("city", "Springfield"), ("name", "Ann Lee")])
def test_what_a_later_file_only_says_again_goes_with_the_file_that_brought_it(rig: Rig, field: str, said: str) -> None:
    """Undo gives back what was before the import, in the order of imports: a file that found it there changed nothing.

    The same for an address as for every other field; only a no is noted once more (`store.repeated`).
    """
    rig.bring_in("customers", [{"email": "ann@example.com", "name": "Ann"}])
    first = rig.bring_in("customers", [{**ANN, field: said}], now=NOW + timedelta(days=1))
    again = rig.bring_in("customers", [{**ANN, field: said}], now=NOW + timedelta(days=2))
    assert (again.updated, again.unchanged) == (0, 1)
    rig.undo(again)
    assert address_of(rig, "ann@example.com") == "12 Mill Lane\nSpringfield, IL 62701"
    rig.undo(first)
    assert address_of(rig, "ann@example.com") is None
    assert rig.db.row("SELECT name, city FROM customers") == ("Ann", None)


def test_an_older_copy_brings_its_addresses_back_and_its_imports_can_still_be_undone(rig: Rig) -> None:
    """Promises 14, 32: addresses, what they were before and which import brought them come back as one state."""
    first = rig.bring_in("customers", [ANN, {**ANN, "email": "bo@example.com"}])
    copy = backups.create(rig.db, rig.folder / "copy.db").path
    rig.bring_in("customers", [{**ANN, "street": "3 Station Road"}], now=NOW + timedelta(days=1))
    bo = rig.db.value("SELECT id FROM customers WHERE email = 'bo@example.com'")
    privacy.erase_person(rig.db, bo, NOW + timedelta(days=1))
    backups.restore(rig.db, copy, NOW + timedelta(days=2))
    assert address_of(rig, "ann@example.com") == "12 Mill Lane\nSpringfield, IL 62701"
    assert postal.list_addresses(rig.db, [bo]) == {}, "who was forgotten since stays so"
    moved = rig.bring_in("customers", [{**ANN, "street": "3 Station Road"}], now=NOW + timedelta(days=3))
    assert address_of(rig, "ann@example.com") == "3 Station Road\nSpringfield, IL 62701"
    rig.undo(moved)
    assert address_of(rig, "ann@example.com") == "12 Mill Lane\nSpringfield, IL 62701"
    rig.undo(first)
    assert rig.db.value("SELECT count(*) FROM postal_addresses") == 0


def test_what_the_owner_typed_no_file_changes(rig: Rig) -> None:
    """Never over what the owner typed; and her word stays when the file is undone."""
    first = rig.bring_in("customers", [ANN])
    ann = rig.db.value("SELECT id FROM customers")
    postal.put(rig.db, ann, "7 Hill Road\nShelbyville", NOW)
    again = rig.bring_in("customers", [{**ANN, "street": "9 Lake View"}])
    assert (again.updated, again.unchanged) == (0, 1)
    assert address_of(rig, "ann@example.com") == "7 Hill Road\nShelbyville"
    assert first.created == 1


@pytest.mark.parametrize(
    ("country", "parts", "lines"),
    [
        ("DE", ("Hauptstr. 5", None, "10115.0", "Berlin", None, "DE"), "Hauptstr. 5\n10115 Berlin"),
        ("DE", ("Rue de la Paix 2", "2e étage", "75002", "Paris", None, "FR"), None),
        ("GB", ("12 Mill Lane", None, "YO1 7EP", "York", "York", "GB"), "12 Mill Lane\nYork\nYO1 7EP"),
        ("GB", ("12 Mill Lane", None, None, None, None, "GB"), None),
        ("US", (None, None, "62701", "Springfield", "IL", "US"), None),
    ],
)
def test_an_address_is_written_as_its_country_writes_it(
    country: str, parts: tuple[str | None, ...], lines: str | None
) -> None:
    """A letter must arrive: the lines in their order, the country's name abroad, nothing without street or town."""
    others = ("1 Elm", None, "1", "X", None, None)
    columns = {name: [parts[at], others[at]] for at, name in enumerate(PARTS)}
    found = Letters(country).column(columns, 2)[0]
    assert found == (lines or ("Rue de la Paix 2\n2e étage\n75002 Paris\nFRANKREICH" if parts[5] == "FR" else None))


def test_one_column_may_hold_it_all() -> None:
    """Mail programs' exports keep the whole address in one cell."""
    columns: dict[str, list[str | None]] = {name: [None] for name in PARTS}
    columns["street"] = ["12 Mill Lane  York  YO1 7EP"]
    assert Letters("GB").column(columns, 1) == ["12 Mill Lane\nYork\nYO1 7EP"]


@pytest.mark.parametrize(
    "header",
    [
        (
            "First Name,Last Name,Email,Default Address Address1,Default Address Address2,Default Address City,Default "
            "Address Province Code,Default Address Country Code,Default Address Zip,Phone,Total Spent,Tags"
        ),
        "Customer,Last Name,Email,Address 1,Address 2,City,Province,Country,Postcode,Mobile,Spent,Labels",
    ],
)
def test_the_columns_are_found_by_their_names(rig: Rig, header: str) -> None:
    """Files of shop systems and plain ones: no column has to be named by hand."""
    cells = "Ann,Lee,ann@example.com,12 Mill Lane,Flat 2,Springfield,IL,US,62701,,100.00,vip"
    file = rig.folder / "people.csv"
    file.write_text(f"{header}\n{cells}\n", encoding="utf-8")
    rig.bring_in_file(ImportRequest(file, ImportKind.CUSTOMERS, rejects_dir=rig.folder / "rejects"))
    assert address_of(rig, "ann@example.com") == "12 Mill Lane\nFlat 2\nSpringfield, IL 62701"
