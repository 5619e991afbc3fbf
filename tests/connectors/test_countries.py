"""Countries by name and code, read from a file that is made from the library's names (issue 4, "Values")."""

import json

import pytest

from reengage_desktop.connectors.vocabulary.countries import country_code
from reengage_desktop.resources import resource_path
from tests.connectors.countries import known_names


def test_the_file_holds_what_the_library_knows() -> None:
    """Made again from the library it is the same: `python -m tests.connectors.countries`."""
    assert json.loads(resource_path("countries.json").read_text("utf-8")) == known_names()


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("US", "US"),
        (" de ", "DE"),
        ("deu", "DE"),
        ("Deutschland", "DE"),
        ("Allemagne", "DE"),
        ("niemcy", "DE"),
        ("ドイツ", "DE"),
        ("U.K.", "GB"),
        ("Etats-Unis", "US"),
        ("EE.UU.", "US"),
        ("EUA", "US"),
        ("U. S. A.", "US"),
        ("アメリカ", "US"),
        ("The United States of America", "US"),
        ("United States (US)", "US"),
        ("Germany (DE)", "DE"),
        ("Espana", "ES"),
        ("Großbritannien", "GB"),
        ("Oesterreich", "AT"),
        ("Turkei", "TR"),
        ("Ελλάδα", "GR"),
        ("Россия", "RU"),
        ("대한민국", "KR"),
        ("Korea, Republic of", "KR"),
        ("Méjico", "MX"),
        ("Niger", "NE"),
        ("Guinea-Bissau", "GW"),
        ("Guinea", "GN"),
        ("49", None),
        ("Springfield", None),
        ("", None),
    ],
)
def test_a_country_is_known_by_code_and_name(cell: str, code: str | None) -> None:
    """In the languages of exports and its own, in any case, as people and systems spell it.

    A phone number is read by the country of its row (issue 4): one that is not known leaves it to the shop's.
    """
    assert country_code(cell) == code
