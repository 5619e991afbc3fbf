"""Money as integer minor units with a currency, rounded half-even once."""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

_THREE_DECIMALS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
_NO_DECIMALS = frozenset(
    {
        "BIF",
        "CLP",
        "DJF",
        "GNF",
        "ISK",
        "JPY",
        "KMF",
        "KRW",
        "PYG",
        "RWF",
        "UGX",
        "UYI",
        "VND",
        "VUV",
        "XAF",
        "XOF",
        "XPF",
    }
)


def decimals_of(currency: str) -> int:
    """How many decimals a currency's minor unit has (ISO 4217)."""
    if currency in _NO_DECIMALS:
        return 0
    return 3 if currency in _THREE_DECIMALS else 2


def to_minor(amount: Decimal, currency: str) -> int:
    """The amount in minor units, rounded half-even: `Decimal("12.345")` EUR is 1234."""
    return int(amount.scaleb(decimals_of(currency)).quantize(Decimal(1), rounding=ROUND_HALF_EVEN))


def to_decimal(minor: int, currency: str) -> Decimal:
    """The amount in major units, exact: 12990 EUR is `Decimal("129.90")`."""
    return Decimal(minor).scaleb(-decimals_of(currency))


def plain(minor: int, currency: str) -> str:
    """The amount as the command line's JSON has it: `"129.90"`."""
    return f"{to_decimal(minor, currency):.{decimals_of(currency)}f}"


@dataclass(frozen=True, order=True)
class Money:
    """An amount of one currency; amounts of two currencies are never added."""

    minor: int
    currency: str

    def __add__(self, other: "Money") -> "Money":
        """The sum; raises ValueError for two currencies."""
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} can't be added")
        return Money(self.minor + other.minor, self.currency)

    def __str__(self) -> str:
        """`129.90 EUR`."""
        return f"{plain(self.minor, self.currency)} {self.currency}"
