"""Files of orders that also say who wants no messages: that is heard; a mere no at a checkout is that day's answer."""

from pathlib import Path
from typing import Any

import pytest

from reengage_desktop.domain.vocabulary import ChannelName, ImportKind
from reengage_desktop.engine.importing import ImportReport, ImportRequest
from tests.engine.import_rig import Rig

CH = ChannelName

_HEADER = "Order ID,Date,Customer Email,Total,{}\n"


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path / "shop")


def _orders(rig: Rig, headings: str, *rows: str, **wishes: Any) -> ImportReport:
    """An orders file: of each row the e-mail's name and what stands under the further headings."""
    path = rig.folder / "orders.csv"
    lines = (row.partition(",") for row in rows)
    body = "".join(
        f"{at},2026-02-0{at},{name}@example.com,10.00,{rest}\n" for at, (name, _, rest) in enumerate(lines, 1)
    )
    path.write_text(_HEADER.format(headings) + body)
    return rig.bring_in_file(ImportRequest(path, ImportKind.ORDERS, **wishes))


def _emails(rig: Rig) -> dict[str, int | None]:
    return dict(rig.db.rows("SELECT substr(email, 1, 2), consent_email FROM customers ORDER BY email"))


@pytest.mark.parametrize(
    ("heading", "said", "unsaid"),
    [
        ("Unsubscribed", "2026-02-20", ""),
        ("Unsubscribed", "yes", "no"),
        ("Opted out", "1", "0"),
        ("Do not contact", "x", ""),
        ("Email bounced", "true", "false"),
        ("Spam complaint", "yes", ""),
        ("Email Marketing Status", "unsubscribed", "subscribed"),
        ("Newsletter abgemeldet am", "20.02.2026", ""),
        ("Désinscrit newsletter", "oui", "non"),
        ("Baja newsletter", "sí", "no"),
    ],
)
def test_who_left_says_so_in_orders_too(rig: Rig, heading: str, said: str, unsaid: str) -> None:
    """C18, promise 10: an opt-out is honoured whatever file it stands in; it is told, recorded and no yes is."""
    told = "says who wants no messages"
    report = _orders(rig, heading, f"bo,{unsaid}", f"cy,{said}", f"cy,{unsaid}", is_dry_run=True)
    assert [note for note in report.notes if told in note]
    assert report.for_customers == ()
    _orders(rig, heading, f"bo,{unsaid}", f"cy,{said}", f"cy,{unsaid}")
    assert _emails(rig) == {"bo": None, "cy": 0}
    words = rig.db.rows("SELECT channel, state, source, import_id FROM consents WHERE channel = 'email'")
    assert words == [("email", "no", "import", 1)]


@pytest.mark.parametrize(
    "heading",
    [
        "Payment refused",
        "Cancellato",
        "Widerruf am",
        "Retiré le",
        "Parcel undeliverable",
        "Blocked",
        "Zahlung abgelehnt",
    ],
)
def test_what_became_of_an_order_is_no_opt_out(rig: Rig, heading: str) -> None:
    """Import-facts 3: orders are refused, revoked and fetched; their buyers said nothing about letters."""
    report = _orders(rig, heading, "bo,", "cy,2026-02-20")
    assert not [note for note in report.notes if "wants no messages" in note]
    assert set(_emails(rig).values()) == {None}


def test_a_no_at_a_checkout_is_that_days_answer(rig: Rig) -> None:
    """C18: who agreed since keeps her yes; the file tells that the column stays out."""
    rig.bring_in("customers", [{"email": "bo@example.com", "consent_email": "yes"}])
    report = _orders(rig, "Buyer Accepts Marketing", "bo,no", "cy,no")
    assert _emails(rig) == {"bo": 1, "cy": None}
    assert report.for_customers == ("Buyer Accepts Marketing",)


def test_who_said_no_at_a_checkout_is_not_among_those_who_agreed(rig: Rig) -> None:
    """cli.md `--consent`: people who said no stay out, also where the statement is about a file of orders."""
    wording = "I agree to news by e-mail."
    _orders(rig, "Buyer Accepts Marketing", "ann,yes", "bo,no", "cy,", consent=(CH.EMAIL,), wording=wording)
    assert _emails(rig) == {"an": 1, "bo": 0, "cy": 1}


def test_a_no_is_worth_writing_though_every_order_is_known(rig: Rig) -> None:
    """C18: the same orders once more, and one of the buyers has left meanwhile: the import counts and can be undone."""
    rig.bring_in("customers", [{"email": "cy@example.com", "consent_email": "yes"}])
    _orders(rig, "Unsubscribed", "bo,", "cy,")
    again = _orders(rig, "Unsubscribed", "bo,", "cy,2026-02-20", is_dry_run=True)
    assert (again.created, again.updated, again.unchanged) == (0, 0, 2)
    assert again.is_worth_writing()
    assert not _orders(rig, "Unsubscribed", "bo,", "cy,", is_dry_run=True).is_worth_writing()

    report = _orders(rig, "Unsubscribed", "bo,", "cy,2026-02-20")
    assert _emails(rig) == {"bo": None, "cy": 0}
    rig.undo(report)
    assert _emails(rig) == {"bo": None, "cy": 1}, "as with a list of customers"


@pytest.mark.parametrize(
    ("kind", "header", "row"),
    [
        (ImportKind.ENQUIRIES, "Email,Message,Submitted At,Unsubscribed", "{},Hello,2026-02-13,{}"),
        (ImportKind.WISHLISTS, "Email,Product ID,Added At,Unsubscribed", "{},M-1,2026-02-13,{}"),
        (ImportKind.VIEWS, "Email,Product ID,Viewed At,Unsubscribed", "{},M-1,2026-02-13 10:11:12,{}"),
    ],
)
def test_who_left_says_so_in_what_she_did_too(rig: Rig, kind: ImportKind, header: str, row: str) -> None:
    """C18, promise 10: enquiries, wishes and views are heard as orders are: a no there takes an older yes back."""
    rig.bring_in("customers", [{"email": "cy@example.com", "consent_email": "yes"}])
    path = rig.folder / "done.csv"
    rows = [row.format(f"{name}@example.com", said) for name, said in (("bo", "no"), ("cy", "yes"), ("cy", "no"))]
    path.write_text("\n".join((header, *rows)) + "\n")
    report = rig.bring_in_file(ImportRequest(path, kind))
    assert _emails(rig) == {"bo": None, "cy": 0}
    assert [note for note in report.notes if "wants no messages" in note]
    rig.undo(report)
    assert _emails(rig).get("cy") == 1
