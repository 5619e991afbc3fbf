"""What people and programs write around the figures of a value: taken off, or told in the usual way."""

import re

from reengage_desktop.connectors.vocabulary.months import is_weekday

_AS_TYPED = str.maketrans(
    {chr(0xFF01 + at): chr(0x21 + at) for at in range(0x5E)}
    | dict.fromkeys("\u2212\u2013\u2014▲△", "-")
    | dict.fromkeys("\u200b\u200e\u200f\u202a\u202c\ufeff", "")
)
_BARE = re.compile(r"[\d/.\-: ]+")
_WEEKDAY = re.compile(r"([^\W\d_]+(?:-feira)?)[.,]*\s+(?=\d{1,4}[-/.])")
_YEAR_BEHIND = re.compile(r"(?<=\d)\s+r\.?(?=$|[\s,])")
"""Polish: `3 kwietnia 2026 r.`"""
_JAPANESE_WEEKDAY = re.compile(r"\s*(?:\([日月火水木金土](?:曜日?)?\)|[日月火水木金土]曜日)\s*")
_ERA = re.compile(r"(令和|平成|昭和)\s?(\d{1,2}|元)(?=年)")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_CLOCK = re.compile(r"(\d{1,2})時(?:(\d{1,2})分(?:(\d{1,2})秒)?)?")
_HALF = re.compile(r"(午前|午後|上午|下午)\s*(\d{1,2}:\d{2}(?::\d{2})?)")
_HALVES = {"午前": "AM", "上午": "AM", "午後": "PM", "下午": "PM"}


def as_typed(text: str) -> str:
    """Wide signs and every minus as a keyboard has them, without marks that are not seen."""
    return text if text.isascii() else text.translate(_AS_TYPED).strip()


def undressed(text: str) -> str:
    """A date without its weekday, its year and hour as figures: `2026年4月3日` for `令和8年4月3日(金)`."""
    text = text.strip().removeprefix("'")
    if _BARE.fullmatch(text):
        return text
    if not text.isascii():
        text = _JAPANESE_WEEKDAY.sub(" ", as_typed(text)).strip()
        text = _CLOCK.sub(_as_clock, _ERA.sub(_as_year, text))
        text = _HALF.sub(lambda found: f"{found[2]} {_HALVES[found[1]]}", text)
    found = _WEEKDAY.match(text)
    text = text[found.end() :] if found and is_weekday(found[1]) else text
    return _YEAR_BEHIND.sub("", text)


def _as_year(found: re.Match[str]) -> str:
    return str(_ERAS[found[1]] + (1 if found[2] == "元" else int(found[2])))


def _as_clock(found: re.Match[str]) -> str:
    return ":".join(part.rjust(2, "0") for part in (found[1], found[2] or "00", found[3]) if part)
