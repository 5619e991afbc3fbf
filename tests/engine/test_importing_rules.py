"""Whose word counts in filled fields, and what is known of the last file: neither ever loosens a no, and Undo holds."""

import os
import tempfile
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reengage_desktop.domain.vocabulary import ChannelName, FilledRule
from reengage_desktop.engine.importing import ImportRequest
from tests.engine.import_rig import NOW, Rig, only

HOUR = timedelta(hours=1)
ANN = {"customer_id": "1", "email": "ann@example.com", "name": "Ann", "city": "Wien", "phone": ""}


def _bring(rig: Rig, row: dict[str, str], rule: FilledRule | None, *, made_h: int, at_h: int) -> None:
    """Imports one customer from a file that was made and is brought in so many hours after the start."""
    path = rig.file([row])
    made = int((NOW + made_h * HOUR).timestamp())
    os.utime(path, (made, made))
    rig.bring_in_file(ImportRequest(path, filled=rule), now=NOW + at_h * HOUR)


@pytest.mark.parametrize(
    ("rule", "made_h", "name", "phone"),
    [
        (FilledRule.FILE, 1, "Anna", "+12025550143"),
        (FilledRule.KEEP, 9, "Ann", "+12025550143"),
        (FilledRule.NEWEST, 9, "Anna", "+12025550143"),
        (FilledRule.NEWEST, 1, "Ann", "+12025550143"),
    ],
)
def test_whose_word_counts(tmp_path: Path, rule: FilledRule, made_h: int, name: str, phone: str) -> None:
    """ux.md 9: the file, mine, whichever is newer (a file is as old as its making); what is empty is always filled."""
    rig = Rig(tmp_path)
    _bring(rig, ANN, None, made_h=3, at_h=5)
    _bring(rig, {**ANN, "name": "Anna", "phone": "202 555 0143"}, rule, made_h=made_h, at_h=10)
    assert rig.db.rows("SELECT name, phone FROM customers") == [(name, phone)]


def test_a_kept_address_has_the_other_beside_it(tmp_path: Path) -> None:
    """Keep mine: her first e-mail stays, and the file's one is a further one of hers."""
    rig = Rig(tmp_path)
    rig.bring_in("customers", [ANN])
    rig.bring_in("customers", [{**ANN, "email": "ann@example.org"}], filled=FilledRule.KEEP)
    assert only(rig, "SELECT email FROM customers") == "ann@example.com"
    assert only(rig, "SELECT value FROM contact_points") == "ann@example.org"
    again = rig.bring_in("customers", [{**ANN, "email": "ann@example.org"}], filled=FilledRule.KEEP)
    assert (again.updated, again.unchanged) == (0, 1)


def test_products_keep_what_is_filled_too(tmp_path: Path) -> None:
    """Keep mine in a list of products: a price stays, a missing stock is filled."""
    rig = Rig(tmp_path)
    rig.bring_in("products", [{"product_id": "P", "name": "Soap", "price": "5.00", "stock": ""}])
    report = rig.bring_in(
        "products", [{"product_id": "P", "name": "Soap", "price": "9.00", "stock": ""}], filled=FilledRule.KEEP
    )
    assert report.unchanged == 1
    rig.bring_in(
        "products", [{"product_id": "P", "name": "Soap", "price": "9.00", "stock": "4"}], filled=FilledRule.KEEP
    )
    assert rig.db.rows("SELECT price_minor, stock FROM products") == [(500, 4)]


PERSON = st.fixed_dictionaries(
    {
        "customer_id": st.sampled_from(["1", "2"]),
        "email": st.sampled_from(["ann@example.com", "bob@example.com", ""]),
        "name": st.sampled_from(["Ann", "Bob", ""]),
        "consent_email": st.sampled_from(["yes", "no", ""]),
    }
)
STEP = st.tuples(
    st.lists(PERSON, min_size=1, max_size=3), st.sampled_from([*FilledRule, None]), st.booleans(), st.booleans()
)


@settings(max_examples=12, deadline=None)
@given(steps=st.lists(STEP, min_size=2, max_size=4))
def test_no_rule_ever_lifts_a_no_and_each_is_taken_back(
    steps: Sequence[tuple[list[dict[str, str]], FilledRule | None, bool, bool]],
) -> None:
    """Promise 21, C18: whatever rule, order and statement, a no stays; and what Undo takes back was never there."""
    with tempfile.TemporaryDirectory() as folder:
        rig = Rig(Path(folder))
        refused: set[int] = set()
        for rows, rule, all_agreed, goes_back in steps:
            said = {"consent": (ChannelName.EMAIL,), "wording": "At the till"} if all_agreed else {}
            before = rig.picture()
            report = rig.bring_in("customers", rows, filled=rule, **said)
            held = {row[0] for row in rig.db.rows("SELECT id FROM customers WHERE consent_email = 0")}
            assert {each for each in refused if _is_living(rig, each)} <= held
            if goes_back:
                rig.undo(report)
                assert rig.picture() == before
            else:
                refused |= held
        rig.db.close()


def _is_living(rig: Rig, customer_id: int) -> bool:
    return bool(only(rig, "SELECT merged_into IS NULL FROM customers WHERE id = ?", customer_id))


def test_an_agreement_is_never_remembered(tmp_path: Path) -> None:
    """C18: columns and dates are known for the next file like it; “they all agreed” is said anew each time."""
    rig = Rig(tmp_path)
    path = rig.file([{"Mail": "ann@example.com", "When": "03/04/2026"}])
    request = ImportRequest(
        path,
        mapping={"last_order_at": "When"},
        date_order="dmy",
        consent=(ChannelName.EMAIL,),
        wording="At the till",
    )
    rig.bring_in_file(request)
    rig.file([{"When": "05/06/2026", "Mail": "bob@example.com"}])
    report = rig.bring_in_file(ImportRequest(path))
    assert report.remembered is not None
    assert report.remembered.answers.date_order == "dmy"
    assert only(rig, "SELECT date(opening_last_order_at, 'unixepoch') FROM customers WHERE id = 2") == "2026-06-05"
    assert rig.consent("bob@example.com")[ChannelName.EMAIL] is None
    fresh = rig.bring_in_file(ImportRequest(path, is_dry_run=True, is_fresh=True))
    assert fresh.remembered is None
    assert fresh.same_file_at is not None


def test_the_file_says_where_it_is_from(tmp_path: Path) -> None:
    """Phones without a prefix by the country of the file, amounts without a mark in its currency."""
    rig = Rig(tmp_path)
    path = rig.file([{"order_id": "1", "ordered_at": "2026-10-02", "phone": "01 5550123", "order_total": "5.00"}])
    report = rig.bring_in_file(ImportRequest(path, country="AT", currency="EUR"))
    assert report.created == 1
    assert only(rig, "SELECT phone FROM customers") == "+4315550123"
    assert only(rig, "SELECT currency FROM orders") == "EUR"


def test_problems_come_by_their_cause(tmp_path: Path) -> None:
    """ux.md 9: one entry per column and cause, the commonest first, with the first places; in the list a row is one."""
    rig = Rig(tmp_path)
    rows = [{"customer_id": str(n), "email": f"a{n}@exmple", "phone": "12" if n < 2 else ""} for n in range(5)]
    report = rig.bring_in("customers", rows, is_dry_run=True)
    found = [(each.column, each.count, each.is_rejected, each.samples[0]) for each in report.problems]
    assert found == [("email", 5, False, (2, "a0@exmple")), ("phone", 2, False, (2, "12"))]
    assert report.shown[0].line == 2
    target = tmp_path / "list.csv"
    rig.bring_in("customers", rows, is_dry_run=True, rejects_to=target)
    assert len(target.read_text(encoding="utf-8-sig").splitlines()) == 1 + len(rows)
