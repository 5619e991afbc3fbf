"""What a country proposes on the first page of the first run."""

from datetime import date

import pytest

from reengage_desktop.app.places import Place, find_place, list_countries, list_currencies

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("country", "prefix", "currency", "language", "zone"),
    [
        ("DE", "+49", "EUR", "de", "Europe/Berlin"),
        ("US", "+1", "USD", "en", "America/New_York"),
        ("GB", "+44", "GBP", "en", "Europe/London"),
        ("AU", "+61", "AUD", "en", "Australia/Sydney"),
        ("BR", "+55", "BRL", "pt", "America/Sao_Paulo"),
        ("JP", "+81", "JPY", "ja", "Asia/Tokyo"),
        ("CA", "+1", "CAD", "en", "America/Toronto"),
    ],
)
def test_a_country_brings_its_own(country: str, prefix: str, currency: str, language: str, zone: str) -> None:
    """D1: prefix, money, language and clock follow from the country."""
    place = find_place(country, "Pacific/Auckland", DAY)
    assert (place.prefix, place.currency, place.languages[0], place.zones[0]) == (prefix, currency, language, zone)


def test_the_pcs_own_zone_comes_first() -> None:
    """A shop in Los Angeles is not moved to New York."""
    assert find_place("US", "America/Los_Angeles", DAY).zones[0] == "America/Los_Angeles"
    assert find_place("DE", "Europe/Berlin", DAY).zones == ("Europe/Berlin", "Europe/Busingen")


def test_an_unknown_country_proposes_what_it_can() -> None:
    """Nothing falls over for a code that is none."""
    assert find_place("QX", "UTC", DAY) == Place("QX", "", "USD", (), ())


def test_lists_are_whole_and_in_order() -> None:
    """Every country by name in the owner's language, every money of today and none of the past."""
    countries = list_countries("de")
    names = [name for _code, name in countries]
    assert ("DE", "Deutschland") in countries
    assert names.index("Österreich") < names.index("Portugal")
    assert 230 < len(countries) < 260
    currencies = dict(list_currencies("en", DAY))
    assert currencies["EUR"] == "Euro"
    assert "DEM" not in currencies
