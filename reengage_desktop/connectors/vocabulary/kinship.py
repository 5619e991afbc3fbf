"""Headings that mean what a known one does: its words in another order, with other endings, or said otherwise."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from reengage_desktop.connectors.vocabulary.presets import load_words

FILLERS = frozenset(
    "of the a an and de del della dello delle dei degli di do da das dos des du d la le les el los las il lo gli l o "
    "os as der die dem den am im vom van het een y e et und ed i en".split()
)
"""Words without a meaning of their own."""

_ENDING = re.compile(r"(?<=\w{4})(?:es|en|em|[aeiosny])$")
"""What tells many of a thing from one, or hers from his: `Kunden`, `clienti`, `opłacona`."""

_SHORTEST = 8


def is_kin(section: str, heading: str) -> bool:
    """Whether a heading in comparable form has the words of one of a section's own, and nothing that rules it out."""
    entry = load_words()["fields"].get(section, {})
    if set(heading.split()) & set(entry.get("never", ())):
        return False
    return _is_read_as(section, heading) or (heading not in known_headings() and _stems(heading) in _kin(section))


def _is_read_as(section: str, heading: str) -> bool:
    """Whether a heading is put together of nothing but what a field's name is made of: `Wydał łącznie`."""
    readings = load_words()["readings"].get(section, ())
    if not readings:
        return False
    tokens = {_ENDING.sub("", token) for token in heading.split()}
    for parts in readings:
        meant = [_concepts()[part] & tokens for part in parts]
        if all(meant) and tokens <= FILLERS.union(*meant):
            return "number" not in tokens or _are_many(heading, parts)
    return False


def _are_many(heading: str, parts: Sequence[str]) -> bool:
    """Whether a heading with a number says of many what it counts: `N° de commande` is that of one."""
    told = load_words()["concepts"]
    return any(set(told[part]) & set(heading.split()) for part in parts if part != "count")


@cache
def _concepts() -> dict[str, frozenset[str]]:
    told = load_words()["concepts"].items()
    return {name: frozenset(_ENDING.sub("", word) for word in words) for name, words in told}


@cache
def known_headings() -> frozenset[str]:
    """The headings that are some field's own word."""
    entries = load_words()["fields"].values()
    return frozenset(word for entry in entries for key in ("words", "more", "alone") for word in entry.get(key, ()))


@cache
def _kin(section: str) -> frozenset[frozenset[str]]:
    entry = load_words()["fields"].get(section, {"words": ()})
    return frozenset(map(_stems, (*entry["words"], *entry.get("more", ())))) - {frozenset()}


@lru_cache(maxsize=1 << 13)
def _stems(heading: str) -> frozenset[str]:
    """What a heading's words have in common with their other forms; empty where it is too short to say."""
    tokens = [token for token in heading.split() if token not in FILLERS] if heading.isascii() else []
    if not tokens or (len(tokens) == 1 and len(tokens[0]) < _SHORTEST):
        return frozenset()
    return frozenset(_ENDING.sub("", token) for token in tokens)
