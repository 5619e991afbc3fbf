"""The first name in a full one: what a greeting may call somebody, or nothing at all."""

_TITLES = frozenset(
    "mr mrs ms miss mx dr prof sir madam rev herr herrn frau hr fr fräulein eheleute familie fam family firma fa med "
    "dipl ing mag dipl.-ing dr.-ing m mme mlle madame monsieur sr sra srta sig señor señora signor signora".split()
)
_AFTER_A_COMMA = frozenset("jr sr ii iii iv phd ph.d md m.d esq dds mba cpa bsc msc".split())
_LEGAL_FORMS = frozenset("gmbh mbh kg ug ohg gbr ltd limited inc llc llp plc corp sarl srl".split())


def first_name_in(name: str | None) -> str | None:
    """`Lee, Ann`, `Dr. Ann Lee` and `Ann Lee, PhD` are all Ann.

    None where a greeting would be wrong: of `Frau Müller` only the last name is known, a firm and an address have none.
    """
    before, comma, after = (name or "").partition(",")
    is_turned = bool(comma and after.strip()) and not _AFTER_A_COMMA.issuperset(map(_bare, after.split()))
    words = (after if is_turned else before).split()
    if not words or any("@" in word or _bare(word) in _LEGAL_FORMS for word in (name or "").split()):
        return None
    first = next((at for at, word in enumerate(words) if _bare(word) not in _TITLES), len(words))
    left = words[first:]
    if not left or (first and len(left) == 1 and not is_turned):
        return None
    return left[0] if len(left[0].strip(".")) > 1 else None


def _bare(word: str) -> str:
    return word.strip(".,").casefold()
