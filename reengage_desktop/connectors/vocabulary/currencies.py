"""The symbols by which cells and number formats name a currency."""

SYMBOLS = {
    "€": "EUR", "£": "GBP", "₹": "INR", "₽": "RUB", "₺": "TRY", "₩": "KRW", "₪": "ILS", "₫": "VND", "₦": "NGN",
    "₱": "PHP", "฿": "THB", "₴": "UAH", "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "R$": "BRL", "US$": "USD", "C$": "CAD",
    "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "MX$": "MXN", "Fr.": "CHF",
    "円": "JPY", "元": "CNY",
}  # fmt: skip
"""Symbols that name one currency."""

LOOSE = ("$", "¥", "￥", "kr", "kr.")
"""Symbols that name several currencies and leave the choice to the shop."""
