"""What holds whatever the files: a no stays a no, columns stand in any order, hostile texts are nothing but text."""

import csv
import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reengage_desktop.connectors.opening.table import without_entities, without_unseen
from reengage_desktop.domain.templating import render
from reengage_desktop.engine.importing import ImportRequest
from tests.engine.import_rig import Rig, only

WHO = {
    "id": {"customer_id": "c1"},
    "email": {"email": "ann@example.com"},
    "phone": {"phone": "+12025550123"},
    "all": {"customer_id": "c1", "email": "ann@example.com", "phone": "+12025550123"},
}
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("customers"), st.sampled_from(sorted(WHO)), st.sampled_from(["", "yes", "no"])),
        st.tuples(st.just("optouts"), st.sampled_from(["email", "phone"]), st.just("")),
        st.tuples(st.just("orders"), st.sampled_from(sorted(WHO)), st.just("")),
    ),
    min_size=2,
    max_size=6,
)


def bring(rig: Rig, number: int, kind: str, who: str, word: str) -> None:
    row = {name: WHO[who].get(name, "") for name in WHO["all"]}
    if kind == "customers":
        rig.bring_in(kind, [{**row, "consent_email": word}])
    elif kind == "optouts":
        rig.bring_in(kind, [{"email": row["email"], "phone": row["phone"]}])
    else:
        rig.bring_in(kind, [{**row, "order_id": f"o{number}", "ordered_at": "2026-03-01", "order_total": "5"}])


@settings(max_examples=12)
@given(steps=STEPS)
def test_no_sequence_of_files_grants_again_what_was_refused(steps: list[tuple[str, str, str]]) -> None:
    """Issue “must show” 4, C18: once a record says no to e-mail, no file turns it into a yes, nor does a join."""
    with tempfile.TemporaryDirectory() as folder:
        rig = Rig(Path(folder))
        refused: set[int] = set()
        for number, step in enumerate(steps):
            bring(rig, number, *step)
            now: dict[int, int | None] = dict(rig.db.rows("SELECT id, consent_email FROM customers"))
            leads: dict[int, int] = dict(rig.db.rows("SELECT id, coalesce(merged_into, id) FROM customers"))
            assert [each for each in refused if now[leads[each]] != 0] == []
            refused |= {each for each, word in now.items() if word == 0}
        rig.db.close()


ROW = st.tuples(
    st.sampled_from(["", "c1", "c2", "c3"]),
    st.sampled_from(["ann@example.com", "bo@example.com"]),
    st.sampled_from(["", "yes", "no"]),
)


@settings(max_examples=12)
@example([[("c1", "ann@example.com", "no")], [("c2", "bo@example.com", "yes")], [("c2", "ann@example.com", "yes")]])
@given(files=st.lists(st.lists(ROW, min_size=1, max_size=3), min_size=2, max_size=5))
def test_no_address_that_said_no_is_reached_under_another_record(files: list[list[tuple[str, str, str]]]) -> None:
    """Issue “must show” 4, C18: records of several people may come to share a mailbox; its no holds for all."""
    with tempfile.TemporaryDirectory() as folder:
        rig = Rig(Path(folder))
        for rows in files:
            rig.bring_in("customers", [{"customer_id": i, "email": m, "consent_email": w} for i, m, w in rows])
            said_no = {mail for _, mail, word in rows if word == "no"}
            words = rig.db.rows("SELECT email, consent_email FROM customers WHERE merged_into IS NULL")
            refused = said_no | {mail for mail, word in words if word == 0}
            assert refused.isdisjoint(mail for mail, word in words if word == 1)
        rig.db.close()


COLUMNS = ("Order ID", "Order Date", "Customer ID", "Customer Name", "Email", "Phone", "Product", "Quantity", "Total")
ROWS = [
    (f"A{n}", f"2026-03-0{n}", f"c{n % 3}", f"Ann {n % 3}", f"p{n % 3}@example.com", "", f"Mug {n}", "2", f"{n}.50")
    for n in range(1, 8)
]


@pytest.mark.parametrize("seed", range(4))
def test_columns_may_stand_in_any_order(tmp_path: Path, seed: int) -> None:
    """Issue “must show” 4: shuffled columns equal unshuffled ones, row for row."""
    pictures = []
    for name, places in (("plain", list(range(len(COLUMNS)))), ("shuffled", list(range(len(COLUMNS))))):
        if name == "shuffled":
            random.Random(seed).shuffle(places)  # noqa: S311 - no secret
        rig = Rig(tmp_path / name)
        path = tmp_path / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([[row[place] for place in places] for row in (COLUMNS, *ROWS)])
        rig.bring_in_file(ImportRequest(path))
        pictures.append(rig.picture())
        rig.db.close()
    assert pictures[0] == pictures[1]


SIGNS = ("", "-", "--", "undefined", "null", "NULL", "(null)", "NaN")
"""What stands for no name."""


def hostile_texts(shared: Path) -> list[str]:
    """The collections of naughty strings and of formulas, as cells can hold them."""
    lines = (shared / "strings" / "blns.txt").read_text("utf-8").splitlines()
    lines += (shared / "injection" / "csv-payload.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("# ")]


@pytest.mark.shared
def test_hostile_texts_come_in_as_they_are_and_go_out_inert(tmp_path: Path, shared_dir: Path) -> None:
    """Issue “must show” 3, promise 23: all 500 strings as names, in letters that are seen; rejects hold no formula."""
    texts = hostile_texts(shared_dir / "data")
    assert len(texts) > 450
    rig = Rig(tmp_path / "shop")
    good = [{"email": f"p{n}@example.com", "first_name": text, "city": text} for n, text in enumerate(texts)]
    bad = [{"email": "nobody", "first_name": text, "city": text} for text in texts]
    report = rig.bring_in("customers", [*good, *bad])
    assert (report.created, report.rejected) == (len(good), len(bad))
    for number, text in enumerate(texts):
        stored = only(rig, "SELECT first_name FROM customers WHERE email = ?", f"p{number}@example.com")
        seen = " ".join(without_entities([without_unseen(text)])[0].split())
        assert stored == (None if seen in SIGNS else seen)
    assert report.rejects_file is not None
    with report.rejects_file.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    for text in texts[::7]:
        name = " ".join(text.split())
        assert render("Hello {{ first_name }}!", {"first_name": name}) == f"Hello {name}!"
    rig.db.close()
