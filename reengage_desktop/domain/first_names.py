"""The first name in a full one: what a greeting may call somebody, or nothing at all."""

import re

_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir madam rev herr herrn frau hr fr fräulein eheleute familie fam family "
    "firma fa med dipl ing mag dipl.-ing dr.-ing univ.-prof m mme mlle monsieur madame sr sra srta sig sig.ra señor "
    "señora signor signora dott dott.ssa pan pani dhr mevr mevrouw fru".split()
)
_AFTER_A_COMMA = frozenset("jr sr ii iii iv phd ph.d md m.d esq dds mba cpa bsc msc".split())
_OF_A_FIRM = frozenset(
    "gmbh mbh kg ug ohg gbr ltd limited inc llc llp plc corp sarl srl co company ag sa s.a sl s.l bv b.v nv n.v ab oy "
    "aps a/s spa s.p.a s.r.l pty e.v e.k z.o.o shop store".split()
)
_OF_TWO = frozenset("and und et og och & + u y e i".split())
_PARTICLES = frozenset("van von vom zu zum zur de del della der den da dos du la le ter ten the".split())
_NOBODY = frozenset(
    "guest gast invité invitado ospite unknown unbekannt anonymous anonym customer kunde kundin client cliente walk-in "
    "none null nan test".split()
)
_IN_NO_NAME = re.compile(r"[/\\()\[\]{}<>&+*#:;|_!?=%$€]")
_FAMILY_FIRST = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Chinese, Japanese and Korean letters: of two words the first is the family's name, or the shop's form turned it."""


def first_name_in(name: str | None) -> str | None:
    """`Lee, Ann`, `Dr. Ann Lee` and `Ann Lee, PhD` are all Ann.

    None where a greeting would be wrong: of `Frau Müller` only the last name is known, a firm, a couple and an address
    have none.
    """
    before, comma, after = (name or "").partition(",")
    is_turned = bool(comma and after.strip(" ,")) and not _AFTER_A_COMMA.issuperset(map(_bare, after.split()))
    words = (after if is_turned else before).replace(",", " ").split()
    if not words or not _is_of_one((name or "").split()):
        return None
    first = next((at for at, word in enumerate(words) if not _is_title(word)), len(words))
    left = words[first:]
    if not left or (first and len(left) == 1 and not is_turned):
        return None
    return left[0] if _may_be_called(left[0], is_alone=len(left) == 1) else None


def _is_of_one(words: list[str]) -> bool:
    """Whether they name one person: no firm, no couple, no address."""
    return not any("@" in word or _bare(word) in _OF_A_FIRM or _joins(word) for word in words)


def _joins(word: str) -> bool:
    """Whether two are named; a single capital letter is an initial."""
    bare = word.strip(".,")
    return (bare if len(bare) == 1 else bare.casefold()) in _OF_TWO


def _may_be_called(word: str, *, is_alone: bool) -> bool:
    is_word = word[0].isalpha() and len(word.strip(".")) > 1 and not _IN_NO_NAME.search(word)
    if not is_word or _bare(word) in _PARTICLES | _NOBODY:
        return False
    return is_alone or not _FAMILY_FIRST.match(word)


def _is_title(word: str) -> bool:
    return _TITLES.issuperset(_bare(each) for each in word.split("/"))


def _bare(word: str) -> str:
    return word.strip(".,").casefold()
