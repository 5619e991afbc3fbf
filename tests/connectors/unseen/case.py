"""One file and what a person read in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

CURRENCIES = {
    **dict.fromkeys(("DE", "FR", "ES", "IT", "NL", "PT", "AT", "BE", "IE"), "EUR"),
    "US": "USD",
    "GB": "GBP",
    "PL": "PLN",
    "JP": "JPY",
    "BR": "BRL",
    "NO": "NOK",
    "SE": "SEK",
    "DK": "DKK",
    "HU": "HUF",
    "CZ": "CZK",
    "CA": "CAD",
    "CH": "CHF",
    "IN": "INR",
    "AU": "AUD",
    "NZ": "NZD",
    "MX": "MXN",
    "AR": "ARS",
    "TH": "THB",
    "ID": "IDR",
    "MY": "MYR",
    "KE": "KES",
    "FI": "EUR",
    "CL": "CLP",
    "KR": "KRW",
    "TR": "TRY",
    "CN": "CNY",
}
"""What a shop of a country counts in."""


@dataclass(frozen=True)
class Case:
    """A file that is dropped on the window of a shop in `country`, and what must come of it.

    `values`: of each field what every record holds, as `shown` writes it; fields that are not named hold nothing of
    what identifies somebody, of her consent or of money. `refused`: a part of the sentence. `rejected`: lines.
    """

    name: str
    kind: str
    text: str
    country: str = "US"
    encoding: str = "utf-8"
    file_name: str = "list.csv"
    preset: str | None = None
    refused: str = ""
    rejected: Sequence[int] = ()
    questions: int = 0
    bad_cells: int = 0
    values: Mapping[str, Sequence[str | bool | None]] = field(default_factory=dict)


def shown(value: Any) -> str | bool | None:
    """A value as the cases write it."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, tuple):
        return "|".join(value)
    if isinstance(value, date):
        return value.isoformat().replace("+00:00", "Z")
    return str(value.value if isinstance(value, Enum) else value)
