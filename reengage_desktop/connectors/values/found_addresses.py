"""The e-mail address in a cell that holds more than it: a name, a link, a second address, signs left over."""

import html
import re
import unicodedata

from reengage_desktop.domain.contacts import normalise_email

_UNSEEN = re.compile("[\0\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]")
_BRACKETED = re.compile(r"<([^<>]+)>")
_BETWEEN = re.compile(r"mailto:|:::|[;,\s<>()\[\]{}|/#\"“”„«»`]+", re.IGNORECASE)
_AFTER = ".:!?'’*"
_TORN = re.compile(r"\s*(?!e?-?(?:mail|post)\b)([a-z][\w.+-]*)[\s,;]+(?![^@\s]*\1)[^\s,;@<(\[]+@")
"""A small word before an address: `ann bee@…` is not Bee's, but an address with a blank in it or a comma for a dot."""
_TORN_BEHIND = re.compile(r"@[^\s,;<>()\[\]]+(?:\s+\.\S*|\s+[a-z]{1,2}|\.\s+[a-z]{2,4})\s*$")
"""What is left of an address's end behind a blank in it: `ann@example.co m`, `ann@example.co. uk`."""
_LONGEST = 2_000
"""Characters of a cell in which one is looked for."""


def first_address(cell: str) -> str | None:
    """The first address in a cell, normalised, or None where there is none; nothing that is broken is put together."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFKC", html.unescape(cell[:_LONGEST]))).replace("%40", "@")
    if _TORN.match(text) or _TORN_BEHIND.search(text):
        return None
    inner = [match for match in _BRACKETED.findall(text) if "@" in match]
    for part in (*inner, *_BETWEEN.split(text)):
        # `E-Mail:` before it, `?subject=…` behind it.
        found = part.partition("?")[0].rpartition(":" if "@" not in part.partition(":")[0] else "\0")[2]
        address = normalise_email(found.removeprefix("'").removeprefix("‘").rstrip(_AFTER)) if "@" in found else None
        if address is not None:
            return address
    return None
