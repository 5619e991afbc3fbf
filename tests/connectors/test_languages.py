"""In which language somebody is written to, by what a list calls it (D2)."""

from pathlib import Path

import pytest

from reengage_desktop.connectors.vocabulary.languages import language_code
from tests.connectors.tables import read_text

NAMES = {
    "de": (
        "de",
        "DE",
        "German",
        "Deutsch",
        "allemand",
        "tedesco",
        "alemán",
        "Niemiecki",
        "Duits",
        "ドイツ語",
        "ger",
        "D",
    ),
    "en": ("en", "EN", "English", "Englisch", "anglais", "inglese", "Inglés", "eng", "E", "English (US)", "GB"),
    "fr": ("French", "Français", "Französisch", "francese", "fra", "fre", "F"),
    "ja": ("日本語", "Japanese", "JP"),
}


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, names in NAMES.items() for name in names])
def test_a_language_by_any_of_its_names(code: str, name: str) -> None:
    """D2: a German who is called “allemand” in the list is not written to in English."""
    found = language_code(name)
    assert found is not None
    assert found.casefold() == code


@pytest.mark.parametrize("name", ["", " ", "-", "1", "0", "Standard", "default", "xx", "Klingonisch?"])
def test_what_names_no_language_leaves_the_shops(name: str) -> None:
    """D2: the number of a language in the shop's own system tells nobody which it is."""
    assert language_code(name) is None


def test_a_region_stays(tmp_path: Path) -> None:
    """D2: and no cell of the column is a fault."""
    text = "email,first_name,language\nann@example.com,Ann,de_AT\nbo@example.com,Bo,2\ncy@example.com,Cy,pt-br\n"
    read = read_text(tmp_path, text, "customers")
    assert (read.column("language"), read.faults) == (["de-AT", None, "pt-br"], [])
