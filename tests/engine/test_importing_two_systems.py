"""Two systems of one shop both count their customers from 1: nobody becomes somebody else."""

from itertools import permutations
from pathlib import Path

import pytest

from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing import ImportRefused, ImportReport, ImportRequest
from reengage_desktop.store.importing.numberings import NumbersUnclear, _choose, _Weight
from tests.engine.import_rig import Rig

_FILES = {
    "list": (
        ImportKind.CUSTOMERS,
        (
            "customer_id,first_name,last_name,email,phone,accepts_marketing\n1,Ann,Able,ann@example.com,,yes\n"
            "2,Bob,Baker,bob@example.com,,yes\n3,Cara,Cole,cara@example.com,,yes\n"
        ),
    ),
    "orders": (
        ImportKind.ORDERS,
        "order_id,date,customer_id,customer,total\nA1,2025-06-01,1,Ann Able,10.00\nA2,2025-06-02,3,Cara Cole,11.00\n",
    ),
    "other list": (
        ImportKind.CUSTOMERS,
        (
            "Kundennummer,Name,E-Mail,Newsletter\n1,Zoe Zimmer,zoe@example.com,nein\n2,Yan Young,yan@example.com,nein\n"
            "4,Ann Able,ann@example.com,ja\n"
        ),
    ),
    "other orders": (
        ImportKind.ORDERS,
        (
            'Bestellung,Datum,Kundennummer,E-Mail,Summe\nB1,01.07.2025,1,zoe@example.com,"99,00"\n'
            'B2,02.07.2025,4,ann@example.com,"88,00"\n'
        ),
    ),
}
_FIRST_NAMES = ("Ann", "Bob", "Cara", "Dan", "Eve", "Fay", "Gus", "Hal")
_LAST_NAMES = ("Able", "Baker", "Cole", "Dole", "Evans", "Ford", "Gray", "Hill")
_PEOPLE = {
    "ann": ("Ann Able", 9800),
    "bob": ("Bob Baker", 0),
    "cara": ("Cara Cole", 1100),
    "zoe": ("Zoe Zimmer", 9900),
    "yan": ("Yan Young", 0),
}


def _import(rig: Rig, name: str, kind: ImportKind | None = None, text: str = "") -> ImportReport:
    path = rig.folder / f"{name}.csv"
    known, own = _FILES.get(name, (kind, text))
    path.write_text(own)
    return rig.bring_in_file(ImportRequest(path, known, date_order="dmy" if "other" in name else None))


def _people(rig: Rig) -> dict[str, tuple[str, int]]:
    known = rig.db.rows(
        "SELECT c.email, coalesce(c.name, c.first_name || ' ' || c.last_name), coalesce(sum(o.net_minor), 0) "
        "FROM customers AS c LEFT JOIN orders AS o ON o.customer_id = c.id GROUP BY c.id"
    )
    assert len({mail for mail, *_ in known}) == len(known)
    return {mail.removesuffix("@example.com"): (name, value) for mail, name, value in known}


def _ids(rig: Rig) -> dict[str, set[str]]:
    told: dict[str, set[str]] = {}
    borne = "SELECT c.email, e.external_id FROM external_ids AS e JOIN customers AS c ON c.id = e.customer_id"
    for mail, number in rig.db.rows(borne):
        told.setdefault(mail.removesuffix("@example.com"), set()).add(number)
    return told


_SEQUENCES = [
    names
    for names in permutations(_FILES)
    if names.index("list") < names.index("orders") and names.index("other list") < names.index("other orders")
]


@pytest.mark.parametrize("names", _SEQUENCES, ids="; ".join)
def test_each_keeps_what_is_hers_whichever_file_comes_first(tmp_path: Path, names: tuple[str, ...]) -> None:
    """D2, promise 21: names, addresses and purchases of two systems' customers, and again when all comes once more."""
    rig = Rig(tmp_path)
    for name in (*names, *names):
        report = _import(rig, name)
    assert _people(rig) == _PEOPLE
    assert report.created == report.updated == 0
    ids = _ids(rig)
    assert len({number for own in ids.values() for number in own}) == sum(map(len, ids.values()))


def test_the_owner_is_told_of_the_second_system(tmp_path: Path) -> None:
    """D2: a note says that the numbers are kept apart, and how; the first system's stay as they are."""
    rig = Rig(tmp_path)
    assert "other_numbers" not in {note.kind for note in _import(rig, "list").notes}
    notes = {note.kind: note for note in _import(rig, "other list").notes}
    assert "(2)" in notes["other_numbers"]
    assert _ids(rig)["zoe"] == {"1 (2)"}
    assert _ids(rig)["ann"] == {"1", "4 (2)"}


def test_numbers_alone_are_not_guessed(tmp_path: Path) -> None:
    """D2, promise 21: orders that name both systems' customers by numbers only are refused; known columns are not."""
    rig = Rig(tmp_path)
    for name in ("list", "orders", "other list"):
        _import(rig, name)
    with pytest.raises(ImportRefused, match="Two systems"):
        _import(rig, "numbers", ImportKind.ORDERS, "Beleg,Tag,Kunde Nr,Betrag\nC1,2025-08-01,1,5.00\n")
    more = "order_id,date,customer_id,customer,total\nA3,2025-06-03,2,,12.00\n"
    assert _import(rig, "more", ImportKind.ORDERS, more).created == 1
    assert _people(rig)["bob"] == ("Bob Baker", 1200)


def test_a_number_of_all_guests_is_nobodys(tmp_path: Path) -> None:
    """D2: orders of guests under one number are each guest's own, in one file and from day to day."""
    rig = Rig(tmp_path)
    header = "order_id,date,customer_id,customer_name,email,total\n"
    guests = [
        "1,2025-06-01,9999,Ann Able,ann@example.com,10.00\n",
        "2,2025-06-02,9999,Bob Baker,bob@example.com,20.00\n",
    ]
    report = _import(rig, "both", ImportKind.ORDERS, header + "".join(guests))
    assert "reused_numbers" in {note.kind for note in report.notes}
    assert _people(rig) == {"ann": ("Ann Able", 1000), "bob": ("Bob Baker", 2000)}
    for name, text in {
        "next": "3,2025-06-03,9999,Cy Cole,cy@example.com,30.00\n",
        "last": "4,2025-06-04,9999,Dan Dole,dan@example.com,40.00\n",
    }.items():
        _import(rig, name, ImportKind.ORDERS, header + text)
    assert _people(rig)["cy"] == ("Cy Cole", 3000)
    assert _people(rig)["dan"] == ("Dan Dole", 4000)


def test_who_has_another_address_stays_herself(tmp_path: Path) -> None:
    """D2: the control: one id with a new e-mail, a new surname or another spelling is the same customer."""
    rig = Rig(tmp_path)
    _import(rig, "list")
    header = "order_id,date,customer_id,customer_name,email,total\n"
    rows = (
        "1,2025-06-01,1,Ann Smith,ann.smith@example.com,10.00\n",
        '2,2025-06-02,2,"BAKER, Bob",bb@example.com,20.00\n',
    )
    _import(rig, "orders by id", ImportKind.ORDERS, header + "".join(rows))
    _import(
        rig,
        "no names",
        ImportKind.ORDERS,
        "order_id,date,customer_id,email,total\n3,2025-06-03,3,cc@example.com,5.00\n",
    )
    assert {mail: value for mail, (_, value) in _people(rig).items()} == {"ann": 1000, "bob": 2000, "cara": 500}


def test_numbers_that_moved_on_by_one_take_nobody_along(tmp_path: Path) -> None:
    """D2, promise 14: rows were counted, and one was put in: each keeps her name, and her yes or no."""
    people = [
        (f"{name} {other}", name.lower(), "yes" if at % 2 else "no")
        for at, (name, other) in enumerate(zip(_FIRST_NAMES, _LAST_NAMES, strict=True))
    ]
    rig = Rig(tmp_path)
    grown = [*people[:5], ("Zoe Zimmer", "zoe", "yes"), *people[5:]]
    for name, told in {"short": people, "grown": grown, "again": grown}.items():
        rows = [f"{at},{who},{mail}@example.com,{word}" for at, (who, mail, word) in enumerate(told, start=1)]
        report = _import(rig, name, ImportKind.CUSTOMERS, "\n".join(["ID,Name,E-mail,Newsletter", *rows, ""]))
    assert report.created == report.updated == 0
    known = rig.db.rows("SELECT name, email, consent_email FROM customers")
    assert set(known) == {(who, f"{mail}@example.com", int(word == "yes")) for who, mail, word in grown}
    assert len(known) == len(grown)


def test_a_numbering_is_chosen_by_what_speaks_for_it() -> None:
    """D2: addresses before columns before how many numbers are known; all of other people's: a further system."""
    nothing, ids_only = _Weight(0, 0, 0, 0), _Weight(5, 0, 0, 0)
    hers, strangers = _Weight(5, 5, 0, 0), _Weight(5, 0, 5, 5)
    assert _choose({1: nothing}, ()) == 1
    assert _choose({1: strangers}, (1,)) == 2
    assert _choose({1: strangers, 2: strangers}, ()) == 3
    assert _choose({1: strangers, 2: hers}, (1,)) == 2
    assert _choose({1: ids_only, 2: hers}, (1,)) == 2
    assert _choose({1: ids_only, 2: ids_only}, (2,)) == 2
    assert _choose({1: nothing, 2: ids_only}, ()) == 2
    for before in ((), (1, 2)):
        with pytest.raises(NumbersUnclear):
            _choose({1: ids_only, 2: ids_only}, before)


_CATALOGUE = "product_id,name,price,stock\n1,Mug,10.00,5\n2,Plate,20.00,5\n3,Bowl,8.00,0\n"
_OTHER_CATALOGUE = 'Artikelnummer,Artikel,Preis,Bestand\n1,Hemd,"5,00",5\n2,Hut,"15,00",5\n3,Schal,"9,00",4\n'
_WARES = {
    ("1", "Mug", 1000, 5),
    ("2", "Plate", 2000, 5),
    ("3", "Bowl", 800, 0),
    ("1 (2)", "Hemd", 500, 5),
    ("2 (2)", "Hut", 1500, 5),
    ("3 (2)", "Schal", 900, 4),
}


def _wares(rig: Rig) -> set[tuple[str, str, int, int]]:
    return set(rig.db.rows("SELECT external_id, name, price_minor, stock FROM products"))


def test_two_catalogues_stay_two(tmp_path: Path) -> None:
    """D2, A6, A7: a shirt is no mug whose price fell, and a scarf no bowl that is there again; also the next time."""
    rig = Rig(tmp_path)
    for _ in range(2):
        _import(rig, "wares", ImportKind.PRODUCTS, _CATALOGUE)
        report = _import(rig, "others", ImportKind.PRODUCTS, _OTHER_CATALOGUE)
    assert _wares(rig) == _WARES
    assert (report.created, report.updated) == (0, 0)
    assert "other_products" in {note.kind for note in report.notes}


def test_a_catalogue_in_another_language_is_the_same(tmp_path: Path) -> None:
    """D2: the control: other names and the same prices, or one product with another name and price."""
    rig = Rig(tmp_path)
    _import(rig, "wares", ImportKind.PRODUCTS, _CATALOGUE)
    german = "product_id,name,price,stock\n1,Becher,10.00,5\n2,Teller,20.00,5\n3,Schale,8.00,2\n"
    assert _import(rig, "german", ImportKind.PRODUCTS, german).updated == 3
    renamed = german.replace("3,Schale,8.00", "3,Suppenteller,12.00")
    assert _import(rig, "renamed", ImportKind.PRODUCTS, renamed).updated == 1


def test_what_is_bought_is_told_by_its_name(tmp_path: Path) -> None:
    """D2: lines of both systems' orders go to the product that they name; by numbers only, they are refused."""
    rig = Rig(tmp_path)
    _import(rig, "wares", ImportKind.PRODUCTS, _CATALOGUE)
    _import(rig, "others", ImportKind.PRODUCTS, _OTHER_CATALOGUE)
    header = "order_id,date,email,product_id,product_name,quantity,line_total\n"
    _import(rig, "mugs", ImportKind.ORDERS, header + "1,2025-06-01,ann@example.com,1,Mug,1,10.00\n")
    _import(rig, "shirts", ImportKind.ORDERS, header + "2,2025-06-02,bob@example.com,1,Hemd,1,5.00\n")
    bought = "SELECT c.email, p.name FROM order_lines AS l JOIN orders AS o ON o.id = l.order_id "
    bought += "JOIN customers AS c ON c.id = o.customer_id JOIN products AS p ON p.id = l.product_id ORDER BY 1"
    assert rig.db.rows(bought) == [("ann@example.com", "Mug"), ("bob@example.com", "Hemd")]
    views = "email,product_id,viewed_at\nann@example.com,1,2025-07-01\n"
    with pytest.raises(ImportRefused, match="Two systems"):
        _import(rig, "views", ImportKind.VIEWS, views)
