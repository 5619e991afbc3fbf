"""A phone that several people have: a no under it is the no of all of them, as under a mailbox, until it goes back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine.importing import ImportRequest
from reengage_desktop.store import claim_facts, refusing
from tests.engine.import_rig import NOW, Rig
from tests.shop_rows import add_message

NUMBER = "+12025550101"
ANN = {"customer_id": "c1", "email": "ann@example.com", "phone": NUMBER}
BO = {"customer_id": "c2", "email": "bo@example.com", "phone": NUMBER}
YES, NO = {"consent_sms": "yes", "consent_email": "yes"}, {"consent_sms": "no", "consent_email": "yes"}


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    rig = Rig(tmp_path)
    yield rig
    rig.db.close()


def words(rig: Rig) -> list[tuple[int | None, ...]]:
    """What Ann and Bo say to SMS and to e-mail."""
    return rig.db.rows("SELECT consent_sms, consent_email FROM customers ORDER BY email")


@pytest.mark.parametrize("is_bo_first", [False, True])
def test_one_list_says_no_and_yes_of_one_number(rig: Rig, is_bo_first: bool) -> None:
    """C18: her no to SMS stops her household's SMS, and nobody's e-mail."""
    rows = [{**ANN, **NO}, {**BO, **YES}]
    rig.bring_in("customers", rows[::-1] if is_bo_first else rows)
    assert words(rig) == [(0, 1), (0, 1)]


def test_a_no_of_orders_stops_the_household(rig: Rig) -> None:
    """C18, import-facts 7: she leaves the letters in a file of orders; he had agreed in a list of customers."""
    rig.bring_in("customers", [{**ANN, **YES}, {**BO, **YES}])
    order = {"Order ID": "1", "Order Date": "2026-03-01", "Total": "5.00", "Email": ANN["email"], "Phone": NUMBER}
    other = {**order, "Order ID": "2", "Email": "", "Phone": "", "SMS Opted Out": "no"}
    path = rig.file([{**order, "SMS Opted Out": "yes"}, other])

    rig.bring_in_file(ImportRequest(path))
    assert words(rig) == [(0, 1), (0, 1)]


def test_a_number_that_she_left_is_refused_to_whoever_has_it_next(rig: Rig) -> None:
    """C18: she refused SMS, and has another number since; nobody knows who answers at the old one."""
    rig.bring_in("customers", [{**ANN, **NO}])
    rig.bring_in("customers", [{**ANN, "phone": "+12025550102"}])
    rig.bring_in("customers", [{**BO, **YES}])
    assert words(rig) == [(0, 1), (0, 1)]


def test_undoing_gives_back_the_yes_of_whoever_shares_the_number(rig: Rig) -> None:
    """cli.md import-undo: his no came with her file and goes with it, unless another file says hers again."""
    rig.bring_in("customers", [{**ANN, **YES}, {**BO, **YES}])
    before = rig.picture()
    first = rig.bring_in("customers", [{**ANN, **NO}])
    second = rig.bring_in("customers", [{**ANN, **NO, "city": "Rome"}])
    rig.undo(first)
    assert words(rig) == [(0, 1), (0, 1)]
    rig.undo(second)
    assert words(rig) == [(1, 1), (1, 1)]
    assert rig.picture() == before


def test_a_yes_typed_since_holds_until_she_says_no_again(rig: Rig) -> None:
    """C18: the owner wrote down later that he wants SMS at that number; the same list comes once more with her no."""
    rig.bring_in("customers", [{**ANN, **NO}, {**BO, **YES}])
    refusing.opt_in(rig.db, 2, ChannelName.SMS, wording="at the till", at=NOW + timedelta(hours=1))
    rig.bring_in("customers", [{**BO, **YES, "city": "Rome"}], now=NOW + timedelta(days=1))
    assert words(rig) == [(0, 1), (1, 1)]
    rig.bring_in("customers", [{**ANN, **NO}], now=NOW + timedelta(days=2))
    assert words(rig) == [(0, 1), (0, 1)]


def test_a_number_that_thousands_share_costs_no_more_than_others(rig: Rig) -> None:
    """Promise 19: the shop's own number stands in every row; half say no, which is everybody's no there."""
    rows = [{"email": f"p{nth}@example.com", "phone": NUMBER, **(NO if nth % 2 else YES)} for nth in range(3000)]
    rig.bring_in("customers", rows)
    assert rig.bring_in("customers", rows).unchanged == 3000
    assert set(words(rig)) == {(0, 1)}


def test_what_waits_for_a_number_that_he_left_hears_who_has_it_now(rig: Rig) -> None:
    """C18: queued for his old number, which is hers by now, and she says no there; to his new one nobody did."""
    rig.bring_in("customers", [{**BO, **YES}])
    waits = add_message(rig.db, 1, None, channel="sms", address=NUMBER)
    rig.bring_in("customers", [{**BO, "phone": "+12025550102"}])
    assert claim_facts.get_waiting(rig.db, waits).suppressed_for is None
    rig.bring_in("customers", [{**ANN, **NO}])
    assert claim_facts.get_waiting(rig.db, waits).suppressed_for == "opt_out"
    new = add_message(rig.db, 1, None, channel="sms", address="+12025550102")
    assert claim_facts.get_waiting(rig.db, new).suppressed_for is None
