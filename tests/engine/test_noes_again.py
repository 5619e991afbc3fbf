"""A file that comes in again adds no further no: whom it concerns heard it the first time (promise 21, C18)."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from reengage_desktop.domain.vocabulary import ChannelName, ImportKind
from reengage_desktop.engine.importing import ImportReport, ImportRequest
from reengage_desktop.store import refusing
from tests.engine.import_rig import NOW, Rig, Row, only

SMS = ChannelName.SMS
ANN, BO = {"customer_id": "c1", "email": "ann@example.com"}, {"customer_id": "c2", "email": "bo@example.com"}
ONE, OTHER = {"phone": "+12025550101"}, {"phone": "+12025550102"}


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    rig = Rig(tmp_path)
    yield rig
    rig.db.close()


def orders(rig: Rig, rows: Sequence[Row]) -> ImportReport:
    """Brings in an order of each of these people."""
    told = [
        {
            "Order ID": f"#{nth}",
            "Order Date": "2026-03-01",
            "Customer ID": row.get("customer_id", ""),
            "Email": row.get("email", ""),
            "Phone": row.get("phone", ""),
            "Total": "5.00",
        }
        for nth, row in enumerate(rows)
    ]
    return rig.bring_in_file(ImportRequest(rig.file(told), ImportKind.ORDERS))


def is_news_once(rig: Rig, bring_in: Callable[[], Any]) -> bool:
    """Whether a file changes nobody's word when it comes in for the second time."""
    bring_in()
    words = rig.db.rows("SELECT customer_id, channel, state FROM consents ORDER BY id")
    bring_in()
    return rig.db.rows("SELECT customer_id, channel, state FROM consents ORDER BY id") == words


def test_who_is_on_the_list_says_no_under_every_phone_of_a_file(rig: Rig) -> None:
    """C18: she was refused before the shop knew her; with whom she shares a phone hears it at once."""
    rig.bring_in("optouts", [{"email": ANN["email"], **OTHER, "channel": "sms"}])
    assert is_news_once(rig, lambda: orders(rig, [{**ANN, **ONE}, {**BO, **ONE}]))
    assert rig.consent("bo@example.com")[SMS] == 0


def test_a_no_goes_along_to_a_further_phone(rig: Rig) -> None:
    """C18: orders give her a second phone, which somebody else has: her no is one there, and was so at once."""
    rig.bring_in("customers", [{**ANN, **OTHER, "consent_sms": "no"}, {**BO, "phone": "", "consent_sms": "yes"}])
    assert is_news_once(rig, lambda: orders(rig, [{**ANN, **ONE}, {**BO, **ONE}]))
    assert rig.consent("bo@example.com")[SMS] == 0


def test_a_further_phone_takes_no_agreement_away(rig: Rig) -> None:
    """C18: whoever agreed at her own phone stays so where orders name another one, at which somebody said no."""
    rig.bring_in("customers", [{**ANN, **OTHER, "consent_sms": "no"}, {**BO, **ONE, "consent_sms": "yes"}])
    assert is_news_once(rig, lambda: orders(rig, [{**BO, **OTHER}]))
    assert rig.consent("bo@example.com")[SMS] == 1


def test_a_number_of_several_people_makes_nobody(rig: Rig) -> None:
    """D2, promise 21: of a row with nothing but the number of all guests comes no customer, whenever it comes."""
    rows = [
        {"customer_id": "0", "email": "ann@example.com", "name": "Ann Lee"},
        {"customer_id": "0", "email": "bo@example.com", "name": "Bo Dee"},
        {"customer_id": "0", "email": "", "name": "Cy Kay"},
    ]
    first = rig.bring_in("customers", rows)
    again = rig.bring_in("customers", rows)
    assert only(rig, "SELECT count(*) FROM customers") == 2
    assert [(report.created, report.rejected) for report in (first, again)] == [(2, 1), (0, 1)]


def _overheard(report: ImportReport) -> int:
    return sum(int(str(note.figures["number"])) for note in report.notes if note.kind == "overheard_noes")


def test_the_owner_is_told_whose_yes_another_ones_no_ended(rig: Rig) -> None:
    """C18, C6: Bo agreed and Ann, at the same phone, said no: he is not lost in silence, and told of once."""
    rows = [{**ANN, **ONE, "consent_sms": "no"}, {**BO, **ONE, "consent_sms": "yes"}]
    assert [_overheard(rig.bring_in("customers", rows)) for _ in range(2)] == [1, 0]


def test_so_is_she_of_somebody_whom_the_shop_knew(rig: Rig) -> None:
    """C18, C6: Bo agreed long before; whoever says no herself, or never agreed, is not told of."""
    cy = {"customer_id": "c3", "email": "cy@example.com", **ONE}
    dee = {"customer_id": "c4", "email": "dee@example.com", **ONE, "consent_sms": "yes"}
    rig.bring_in("customers", [{**BO, **ONE, "consent_sms": "yes"}, {**cy, "consent_sms": ""}, dee])
    rows = [{**ANN, **ONE, "consent_sms": "no"}, {**dee, "consent_sms": "no"}]
    assert _overheard(rig.bring_in("customers", rows)) == 1


@pytest.mark.parametrize(
    ("said", "agrees"), [("2026-11-21", 0), ("2026-11-20", 1), ("2026-11-21 11:59", 1), ("1970-01-01", 0)]
)
def test_a_no_of_a_day_is_as_late_as_the_yes_of_that_day(rig: Rig, said: str, agrees: int) -> None:
    """C18: at noon her yes was written down; a list of leavers tells the day of her no, and not the hour."""
    rig.bring_in("customers", [{**ANN, "name": "Ann Lee"}])
    who = only(rig, "SELECT id FROM customers")
    refusing.opt_in(rig.db, who, ChannelName.EMAIL, wording="at the till", at=NOW)
    rig.bring_in(
        "optouts", [{"email": ANN["email"], "channel": "email", "opted_out_at": said}], now=NOW + timedelta(hours=6)
    )
    assert rig.consent("ann@example.com")[ChannelName.EMAIL] == agrees
