"""The symbols by which cells and number formats name a currency."""

import re

from reengage_desktop.domain.places import CURRENCIES

SYMBOLS = {
    "€": "EUR", "£": "GBP", "₹": "INR", "₽": "RUB", "₺": "TRY", "₩": "KRW", "₪": "ILS", "₫": "VND", "₦": "NGN",
    "₱": "PHP", "฿": "THB", "₴": "UAH", "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "R$": "BRL", "US$": "USD", "C$": "CAD",
    "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "MX$": "MXN", "Fr.": "CHF",
    "円": "JPY", "元": "CNY", "RD$": "DOP", "NT$": "TWD", "U$S": "USD", "₡": "CRC", "₲": "PYG", "GH₵": "GHS",
    "₵": "GHS", "৳": "BDT", "₸": "KZT", "₼": "AZN", "₾": "GEL", "원": "KRW", "E£": "EGP",
    "RMB": "CNY", "NTD": "TWD", "лв": "BGN", "грн": "UAH", "руб": "RUB",  # noqa: RUF001 - Cyrillic as it is written
}  # fmt: skip
"""Symbols that name one currency."""

LOOSE = ("$", "¥", "￥", "kr", "kr.")
"""Symbols that name several currencies and leave the choice to the shop."""

COINS = frozenset(
    "cents cent centimes centavos centimos centesimi grosze groszy pence paise paisa kobo haler haleru filler kopecks "
    "kopeks kopeck kopek копеек копейки kurus bani stotinki agorot satang pesewas rappen pennies minor subunits "
    "分".split()
)
"""The hundredth parts by which programs count money, as headings name them in comparable form."""

NAMED = {
    "rs": ("INR", "PKR", "LKR", "NPR", "MUR", "SCR"), "₨": ("PKR", "INR", "LKR", "NPR", "MUR"), "r": ("ZAR",),
    "rm": ("MYR",), "rp": ("IDR",), "php": ("PHP",), "đ": ("VND",), "vnđ": ("VND",), "บาท": ("THB",), "tk": ("BDT",),
    "ksh": ("KES",), "kshs": ("KES",), "tsh": ("TZS",), "ush": ("UGX",), "fcfa": ("XOF", "XAF"), "cfa": ("XOF", "XAF"),
    "f cfa": ("XOF", "XAF"), "dh": ("MAD", "AED"), "dhs": ("AED", "MAD"), "د.إ": ("AED",), "د.م": ("MAD",),
    "ر.س": ("SAR",), "da": ("DZD",), "le": ("EGP",), "tl": ("TRY",), "lei": ("RON", "MDL"),
    "zl": ("PLN",), "kc": ("CZK",), "sfr": ("CHF",), "fr": ("CHF",), "din": ("RSD",), "дин": ("RSD",),
    "р": ("RUB",),  # noqa: RUF001 - Cyrillic as it is written
    "bs": ("BOB", "VES"), "s/": ("PEN",), "b/": ("PAB",), "q": ("GTQ",), "l": ("HNL", "ALL"), "gs": ("PYG",),
    "euro": ("EUR",), "euros": ("EUR",), "eur": ("EUR",), "usd": ("USD",), "gbp": ("GBP",),
}  # fmt: skip
"""How people write currencies in small words, beside a figure and nothing else: which, the shop's own before others."""

_WORDS = {
    "us dollar": "USD", "us dollars": "USD", "us-dollar": "USD", "u.s. dollar": "USD", "canadian dollar": "CAD",
    "australian dollar": "AUD", "british pound": "GBP", "pound sterling": "GBP", "britisches pfund": "GBP",
    "złoty": "PLN", "złotych": "PLN", "zloty": "PLN", "forint": "HUF", "yen": "JPY", "日本円": "JPY",
    "swiss franc": "CHF", "franken": "CHF", "schweizer franken": "CHF", "reais": "BRL", "real": "BRL", "kronor": "SEK",
}  # fmt: skip
"""What else a cell for nothing but a currency says."""

_THREE_LETTERS = re.compile("[A-Z]{3}")


def currency_code(text: str) -> str | None:
    """The code that a trimmed cell for nothing but a currency names, by code, symbol or word; None where it is none.

    A symbol of several currencies is given back as it is: whose it is the shop's currency tells.
    """
    if text in LOOSE:
        return text
    code = text.upper()
    code = SYMBOLS.get(text) or _WORDS.get(text.casefold()) or SYMBOLS.get(code, code)
    if _THREE_LETTERS.fullmatch(code):
        return code
    told = CURRENCIES.intersection(_THREE_LETTERS.findall(text)) or frozenset(NAMED.get(text.casefold(), ()))
    return next(iter(told)) if len(told) == 1 else None
