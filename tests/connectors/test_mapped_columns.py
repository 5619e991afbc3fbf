"""What the owner names by hand takes nothing away from the columns beside it, least of all a no."""

from pathlib import Path

import pytest

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
