"""What the owner names by hand takes nothing away from the columns beside it, least of all a no."""

from pathlib import Path

import pytest

from reengage_desktop.connectors.vocabulary.fields import listed
from tests.connectors.tables import read_text

AUDIENCE = """Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,LEID,EUID,NOTES,TAGS,UNSUB_TIME
ann@example.com,Ann,Miller,2,2020-01-02 03:04:05,2020-01-02 03:04:05,1,a,,x,
bob@example.com,Bob,Stone,2,2020-01-02 03:04:05,2020-01-02 03:04:05,2,b,,x,2022-01-02 03:04:05
"""
LEFT = "Email,First name,Unsubscribed at,Opt-out\nann@example.com,Ann,,no\nbob@example.com,Bob,2022-01-02,yes\n"


@pytest.mark.parametrize(
    ("content", "mapping"),
    [
        (AUDIENCE, {"postcode": "OPTIN_TIME"}),
        (AUDIENCE, {"postcode": "OPTIN_TIME", "region": "CONFIRM_TIME"}),
        (AUDIENCE, {"consent_email": "UNSUB_TIME"}),
        (LEFT, {"postcode": "Unsubscribed at"}),
        (LEFT, {"consent_email": "Unsubscribed at"}),
        (LEFT, {"consent_email": "Opt-out"}),
    ],
)
def test_a_no_stays_one(tmp_path: Path, content: str, mapping: dict[str, str]) -> None:
    """C18: another column of the same consent is named for something else, or the one of the no by itself."""
    bob = read_text(tmp_path, content, "customers", mapping=mapping).values[1]
    assert bob["consent_email"] is False


def test_columns_that_only_together_make_a_value_make_none_alone(tmp_path: Path) -> None:
    """D2: a name whose second half was taken for something else is no name by itself."""
    content = "order id,date,email,first name,last name,total\n1,2026-10-02,ann@example.com,Ann,Miller,4.00\n"
    assert read_text(tmp_path, content, "orders").values[0]["customer_name"] == "Ann Miller"
    read = read_text(tmp_path, content, "orders", mapping={"product_name": "last name"})
    assert "customer_name" not in read.values[0]


ASKED = (
    "Email,Accepts Email Marketing,Newsletter,Unsubscribed,Do not contact\n"
    "ann@example.com,yes,yes,,\n"
    "bob@example.com,yes,yes,yes,\n"
    "cleo@example.com,yes,,,yes\n"
    "dora@example.com,,no,,\n"
)


def _agreed(folder: Path, mapping: dict[str, str] | None = None) -> list[object]:
    return [each.get("consent_email") for each in read_text(folder, ASKED, "customers", mapping=mapping).values]


def test_naming_a_column_of_consent_takes_no_no_away(tmp_path: Path) -> None:
    """C18, cli.md: what a report says of its columns is the same mapping; another yes counts beside every no."""
    plan = read_text(tmp_path, ASKED, "customers").plan
    assert _agreed(tmp_path) == [True, False, False, False]
    assert _agreed(tmp_path, dict(plan.columns)) == [True, False, False, False]
    assert _agreed(tmp_path, {"consent_email": "Newsletter"}) == [True, False, False, False]
    assert _agreed(tmp_path, {"consent_sms": "Do not contact"}) == [True, False, False, False]


def test_all_columns_of_a_consent_can_be_named(tmp_path: Path) -> None:
    """D5: the window's table leaves single ones out, or adds one: a no in any of them counts."""
    only = listed(["Accepts Email Marketing", "Unsubscribed"])
    assert _agreed(tmp_path, {"consent_email": only}) == [True, False, True, None]
    assert _agreed(tmp_path, {"consent_email": listed(["Accepts Email Marketing"])}) == [True, True, True, None]
    odd = ASKED.replace("Newsletter", "Column X")
    added = {"consent_email": listed(["Unsubscribed", "Accepts Email Marketing", "Column X"])}
    read = read_text(tmp_path, odd, "customers", mapping=added)
    assert [each.get("consent_email") for each in read.values] == [True, False, None, False]
