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
        ("Springfield", None),
        ("", None),
    ],
)
def test_a_country_is_known_by_code_and_name(cell: str, code: str | None) -> None:
    """In the languages of exports, in any case."""
    assert country_code(cell) == code
