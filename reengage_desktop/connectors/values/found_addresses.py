"""The e-mail address in a cell that holds more than it: a name, a link, a second address, signs left over."""

import html
import re
import unicodedata

from reengage_desktop.domain.contacts import normalise_email

_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_BRACKETED = re.compile(r"<([^<>]+)>")
_BETWEEN = re.compile(r"mailto:|:::|[;,\s<>()\[\]{}|/#\"“”„«»`]+", re.IGNORECASE)
_AFTER = ".:!?'’*"
_LONGEST = 2_000
"""Characters of a cell in which one is looked for."""


def first_address(cell: str) -> str | None:
    """The first address in a cell, normalised, or None where there is none; nothing that is broken is put together."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFKC", html.unescape(cell[:_LONGEST]))).replace("%40", "@")
    inner = [match for match in _BRACKETED.findall(text) if "@" in match]
    for part in (*inner, *_BETWEEN.split(text)):
        # `E-Mail:` before it, `?subject=…` behind it.
        found = part.partition("?")[0].rpartition(":" if "@" not in part.partition(":")[0] else "\0")[2]
        address = normalise_email(found.removeprefix("'").removeprefix("‘").rstrip(_AFTER)) if "@" in found else None
        if address is not None:
            return address
    return None
