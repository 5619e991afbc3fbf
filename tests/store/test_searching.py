"""Finding customers while somebody types: the index, the walk and their batches find the same people."""

import json
import random
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reengage_desktop.domain.vocabulary import Segment
from reengage_desktop.store import erasures, listings, merges, searching, settings
from reengage_desktop.store.database import Database, open_database
from tests.shop_rows import add_customer

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
FIRST = ("Anna", "Özgür", "Zoë", "Ben", "Mia", "O'Neil")
LAST = ("Müller", "Smith", "100%", "Under_score", "Nguyen")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """A shop with people of all kinds of names."""
    with closing(open_database(tmp_path / "shop.db")) as opened:
        chance = random.Random(3)  # noqa: S311 - a story, no secret
        for number in range(120):
            first, last = chance.choice(FIRST), chance.choice(LAST)
            add_customer(
                opened,
                name=f"{first} {last}" if number % 4 else None,
                first_name=first,
                last_name=last,
                email=f"{first}{number}@Shop{number % 7}.example.com" if number % 5 else None,
                phone=f"+49170{number:07}" if number % 3 else None,
                external_id=f"C-{9000 + number}",
                last_order_at=1_700_000_000 + number * 7919 % 100_000 if number % 6 else None,
                orders_count=number % 9,
                lifetime_value_minor=number * 31 % 700,
            )
        yield opened


def catch_up(db: Database) -> None:
    """Fills the index to its end."""
    while searching.refresh(db, batch=17):
        pass


def found(db: Database, text: str, **asked: object) -> list[int]:
    """The ids by the newest purchase."""
    owner = settings.load(db)
    wanted: dict[str, object] = {"order": "last_order", "descending": True, **asked}
    return listings.customer_ids(db, owner, NOW, search=text, **wanted)  # type: ignore[arg-type]


TYPED = (
    *(
        "a",
        "%",
        "9",
        "mi",
        "o'",
        "03",
        "qx",
        "mia",
        "mia s",
        "MÜLLER",
        "özgür",
        "müll",
        "O'Ne",
        "100%",
        "r_sc",
        "shop3.ex",
        "@shop",
        "c-90",
        "9042",
    ),
    *("0170", "+49 170 0000", "zzz", '"quoted" AND', "mia*", "   ", "Zoë Smith", "example.com"),
)


def test_the_index_finds_whom_the_walk_finds(db: Database) -> None:
    """Before it is filled, while it is being filled, and after: the same people in the same order."""
    walked = {text: found(db, text) for text in TYPED}
    assert walked["mia"]
    assert walked["özgür"] == found(db, "ÖZGÜR")
    searching.refresh(db, batch=50)
    assert {text: found(db, text) for text in TYPED} == walked
    catch_up(db)
    assert not searching.is_behind(db)
    assert {text: found(db, text) for text in TYPED} == walked
    assert searching.narrow(db, searching.read("shop3.ex")) is not None


@pytest.mark.parametrize("order", list(listings.CUSTOMER_ORDERS))
def test_the_first_ones_are_the_lists_beginning(db: Database, order: str) -> None:
    """A limit gives the beginning of the whole list in every order, those without the value last."""
    catch_up(db)
    for descending in (False, True):
        for text in ("", "mia", "shop3"):
            whole = found(db, text, order=order, descending=descending)
            assert found(db, text, order=order, descending=descending, limit=30) == whole[:30]
    assert len(found(db, "", order=order)) == 120


def test_a_list_of_ids_and_a_group_narrow_the_search(db: Database) -> None:
    """Only among those named; an empty list is nobody."""
    some = found(db, "mia")[:5]
    assert sorted(found(db, "", among=some)) == sorted(some)
    assert found(db, "mia", among=some[:2]) == [each for each in found(db, "mia") if each in some[:2]]
    assert found(db, "", among=[]) == []
    nobody = found(db, "", segment=Segment.OPTED_OUT)
    assert nobody == []


def test_changes_are_found_at_once(db: Database) -> None:
    """A new name, a new id, a merge and somebody gone: right before the index has heard of it, and after."""
    catch_up(db)
    renamed, given, kept, merged = found(db, "")[:4]
    with db.write():
        db.run("UPDATE customers SET name = 'Xaver Quill' WHERE id = ?", (renamed,))
        db.run("INSERT INTO external_ids (external_id, customer_id) VALUES ('TILL-77', ?)", (given,))
    merges.merge(db, kept, merged, NOW)
    newcomer = add_customer(db, name="Quentin Quill")
    for _ in range(2):
        assert set(found(db, "quill")) == {renamed, newcomer}
        assert found(db, "till-77") == [given]
        assert merged not in found(db, "")
        catch_up(db)
    with db.write():
        db.run("DELETE FROM customers WHERE id = ?", (newcomer,))
    again = add_customer(db, name="Somebody Else")
    assert again == newcomer
    for _ in range(2):
        assert found(db, "quill") == [renamed]
        assert found(db, "somebody e") == [again]
        catch_up(db)


def test_more_than_can_be_sorted_are_walked(tmp_path: Path) -> None:
    """Where the index proposes too many, the table is walked in its order; the result is the same."""
    with closing(open_database(tmp_path / "many.db")) as db:
        with db.write():
            db.run_many(
                "INSERT INTO customers (name, email, last_order_at, added_at, changed_at) VALUES (?, ?, ?, 1, 1)",
                [(f"Mia {n:05}", f"m{n}@example.com", n if n % 3 else None) for n in range(6500)],
            )
        while searching.refresh(db):
            pass
        narrowing = searching.narrow(db, searching.read("mia 0"))
        assert narrowing is not None
        assert narrowing.is_wide
        whole = found(db, "mia 0")
        assert len(whole) == 6500
        assert found(db, "mia 0", limit=300) == whole[:300]
        late = found(db, "mia 064", order="name", descending=False, limit=40)
        assert late == found(db, "mia 064", order="name", descending=False)[:40]
        assert len(late) == 40


def test_one_or_two_letters_are_found_without_a_walk(db: Database) -> None:
    """Figure 12: what hardly anybody has is no reason to look at everybody, wherever in her words it stands."""
    rare = [
        add_customer(db, name="Wolfqx", email="w@example.com"),
        add_customer(db, name="Ann", email="QX@example.com"),
        add_customer(db, name="Ann", external_id="77-qx"),
    ]
    catch_up(db)
    narrowing = searching.narrow(db, searching.read("Qx"))
    assert narrowing is not None
    assert not narrowing.is_wide
    assert sorted(found(db, "Qx")) == rare
    assert found(db, "qx", limit=2) == found(db, "qx")[:2]
    assert sorted(found(db, "q")) == rare
    late = add_customer(db, name="Iqx")
    assert sorted(found(db, "qx")) == [*rare, late]


def test_the_first_of_many_are_found_before_the_index_is_asked(db: Database) -> None:
    """Figure 12: what most have is found along the table's order; what few have is found as well."""
    with db.write():
        db.run_many(
            "INSERT INTO customers (name, email, last_order_at, added_at, changed_at) VALUES (?, ?, ?, 1, 1)",
            [(f"Lou {n:05}", "lou@example.com", n if n % 3 else None) for n in range(7_000)],
        )
    for order in listings.CUSTOMER_ORDERS:
        for text in ("lou", "l", "lou 00", "lou 0001", "lou 069"):
            whole = found(db, text, order=order)
            assert found(db, text, order=order, limit=200) == whole[:200]


def test_pieces_of_long_numbers_are_found_by_the_index(db: Database) -> None:
    """Figure 12: of numbers that are nearly all the same, wherever they stand, exactly whom the walk finds.

    Few are proposed, although each triple stands in every row.
    """
    chance = random.Random(5)  # noqa: S311 - a story, no secret
    with db.write():
        for number in range(3_000):
            long = 7_000_000_000 + number
            db.run(
                "INSERT INTO customers (id, name, email, phone, last_order_at, added_at, changed_at) "
                "VALUES (?, ?, ?, ?, ?, 1, 1)",
                (
                    1_000 + number,
                    f"Till {long}" if number % 7 == 0 else "Mia",
                    f"m{long}x{number}@example.com" if number % 5 == 0 else None,
                    f"+4{long}" if number % 3 == 0 else None,
                    number,
                ),
            )
            db.run("INSERT INTO external_ids (external_id, customer_id) VALUES (?, ?)", (f"A{long}", 1_000 + number))
    walked = [f"{7_000_000_000 + chance.randrange(3_000)}" for _ in range(12)]
    pieces = [each[start:end] for each in walked for start, end in (sorted(chance.sample(range(11), 2)),)]
    typed = [
        *pieces,
        *("a700000", "A7000000123", "000000123", "00000012", "x12", "+47000 000 12", "0700000001", "till 70000002"),
        *("m7000000005x5@", "70000029 99", "000029", "7000003"),
    ]
    by_walk = {text: found(db, text) for text in typed}
    assert by_walk["A7000000123"] == [1_123]
    catch_up(db)
    assert {text: found(db, text) for text in typed} == by_walk
    assert {text: found(db, text, limit=20) for text in typed} == {text: ids[:20] for text, ids in by_walk.items()}
    narrowing = searching.narrow(db, searching.read("700000012"))
    assert narrowing is not None
    assert len(json.loads(str(narrowing.params[0]))) < 20


def test_a_forgotten_person_leaves_the_index(db: Database) -> None:
    """C18: every byte of hers leaves the file, the index included."""
    person = add_customer(db, name="Wilhelmina Qzxv", email="qzxv@example.com")
    catch_up(db)
    assert found(db, "qzxv") == [person]
    erasures.erase(db, person, NOW)
    assert found(db, "qzxv") == []
    assert db.rows("SELECT rowid FROM customer_search WHERE customer_search MATCH '\"qzx\"'") == []
    db.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"qzxv" not in db.path.read_bytes().lower()
