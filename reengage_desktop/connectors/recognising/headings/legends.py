"""Headings that say what their codes mean: `Flag (0: refused, 1: allowed)`, `State (0: in use, 3: left)`."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from reengage_desktop.connectors.vocabulary.headings import LEGEND
from reengage_desktop.connectors.vocabulary.meanings import FLAGS, GONE_WORDS, answer

_CODE = re.compile(r"\s*(\w{1,2})(?:\s*[:=\u2013-]\s*|\s+)(.+?)\s*$")
_AROUND = "()- \u2013\u2014"
_PARTS = re.compile(r"[,;/|、]|\s(?=\w{1,2}\s*[:=])")


def is_reversed(column: str) -> bool:
    """Whether a heading gives its codes another meaning than they have by themselves: `Letters (0 = yes, 1 = no)`."""
    told = ((FLAGS.get(answer(code)), FLAGS.get(answer(word))) for code, word in _codes_in(column).items())
    return any(known is not None and meant is not None and known is not meant for known, meant in told)


def codes_of_leaving(column: str) -> Mapping[str, str]:
    """The codes by which a heading says that somebody left, each with its no; empty for most headings."""
    return {code: "no" for code, word in _codes_in(column).items() if answer(word) in GONE_WORDS}


def codes_of_answers(column: str, *, said: bool) -> Mapping[str, str]:
    """The codes by which a heading says yes (`said`) or no, each as a no to letters: `Opt-out (0 = yes, 1 = no)`."""
    return {code: "no" for code, word in _codes_in(column).items() if FLAGS.get(answer(word)) is said}


@lru_cache(maxsize=1024)
def _codes_in(column: str) -> Mapping[str, str]:
    found = LEGEND.search(column)
    parts = map(_CODE.match, _PARTS.split(unicodedata.normalize("NFKC", found[0]).strip(_AROUND))) if found else ()
    return {part[1].casefold(): part[2] for part in parts if part}
