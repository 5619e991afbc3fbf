"""What the PC says about the shop is taken only where the owner has said nothing."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reengage_desktop.app.machine import adopt_defaults, country_of, currency_of
from reengage_desktop.store import settings
from reengage_desktop.store.database import open_database

_NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "zone", "country", "currency"),
    [
        ("de_DE.UTF-8", "Europe/Berlin", "DE", "EUR"),
        ("en_GB", "Europe/London", "GB", "GBP"),
        ("zh_Hant_TW", "Asia/Taipei", "TW", "TWD"),
        ("C.UTF-8", "Europe/Zurich", "CH", "CHF"),
        ("", "Asia/Tokyo", "JP", "JPY"),
        ("POSIX", "UTC", "US", "USD"),
    ],
)
def test_country_and_currency(language: str, zone: str, country: str, currency: str) -> None:
    """B1: the PC's own by default."""
    found = country_of({"LANG": language}, zone, "")
    assert found == country
    assert currency_of(found, _NOW.date()) == currency


def test_owner_s_word_stays(tmp_path: Path) -> None:
    db = open_database(tmp_path / "shop.db")
    settings.put(db, "business.country", "NZ", _NOW)
    adopt_defaults(db, _NOW)
    assert settings.load(db).country == "NZ"
    assert settings.origins(db) == {"business.country": "owner", "business.timezone": "pc", "business.currency": "pc"}
    db.close()
