"""How many parts a text message takes: 160 characters of GSM-7 or 70 of UCS-2, fewer in each when there are several."""

import re
import unicodedata
from dataclasses import dataclass

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("\f^{}\\[~]|€")
_ALIKE = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u2026": "...",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u00b4": "'",
        "`": "'",
        "\t": " ",
    }
)


_STROKED = str.maketrans({"Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "\u0131": "i", "œ": "oe", "Œ": "OE"})


@dataclass(frozen=True)
class Parts:
    """How a text message is cut: `units` of `per_part` × `parts` are used; `costly` characters force UCS-2."""

    parts: int
    units: int
    per_part: int
    is_gsm: bool
    costly: tuple[str, ...] = ()

    @property
    def left(self) -> int:
        """Units that still fit into the last part."""
        return self.parts * self.per_part - self.units


def sms_parts(text: str) -> Parts:
    r"""The parts of a text message. In GSM-7 `^{}\[~]|€` take two units; outside it every UTF-16 unit takes one."""
    costly = tuple(dict.fromkeys(char for char in text if char not in _BASIC and char not in _EXTENDED))
    if not costly:
        sizes = [2 if char in _EXTENDED else 1 for char in text]
        return _cut(sizes, single=160, several=153, is_gsm=True, costly=())
    sizes = [2 if ord(char) > 0xFFFF else 1 for char in text]
    return _cut(sizes, single=70, several=67, is_gsm=False, costly=costly)


def plainer(text: str) -> str:
    """The text with typographic signs that would cost parts replaced by their plain look-alikes."""
    return text.translate(_ALIKE)


def cheaper(text: str) -> str:
    """The text without what forces 70 signs a part: accents are taken off, pictures and rare signs left out.

    A letter of another script stays: without it the word would be another one.
    """
    return re.sub(r"(?<=\S)  +(?=\S)", " ", "".join(_cheaper_sign(char) for char in plainer(text)))


def _cheaper_sign(char: str) -> str:
    if char in _BASIC or char in _EXTENDED:
        return char
    plain = "".join(each for each in unicodedata.normalize("NFKD", char.translate(_STROKED)) if each in _BASIC)
    return plain or (char if char.isalpha() else "")


def _cut(sizes: list[int], *, single: int, several: int, is_gsm: bool, costly: tuple[str, ...]) -> Parts:
    units = sum(sizes)
    if units <= single:
        return Parts(1 if units else 0, units, single, is_gsm, costly)
    parts, room, used = 1, several, 0
    for size in sizes:
        # A character of two units is never cut in half: it moves to the next part.
        if size > room:
            used += room
            parts, room = parts + 1, several
        room -= size
        used += size
    return Parts(parts, used, several, is_gsm, costly)
