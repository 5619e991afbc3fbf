"""How well a column's name fits a field: by the words of `words.toml`, whole or in parts."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from reengage_desktop.connectors.recognising.headings.asking import (
    agrees_to_the_law,
    asks_for,
    is_about_else,
    is_turned,
)
from reengage_desktop.connectors.recognising.headings.legends import is_reversed
from reengage_desktop.connectors.vocabulary.currencies import SYMBOLS
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.kinship import is_kin, known_headings
from reengage_desktop.connectors.vocabulary.presets import load_words
from reengage_desktop.domain.places import CURRENCIES
from reengage_desktop.domain.vocabulary import ImportKind

WELL_NAMED = 0.7
_ALSO_NAMED = 0.72
_ASKS = 0.72
_ENDS_SO = 0.5

_LESSER = frozenset(
    "net netto neto ht hors sin imponibile excl excluding exkl exclusive imponible base bez products produktow "
    "productos produits prodotti produtos merchandise seller earnings payout real".split()
)
"""Of several amounts of an order, those whose names say that tax, shipping or the buyer's share is missing."""
_FULL = frozenset(
    "gross brutto bruto ttc lordo incl including inkl inclusive tvac btw vat iva ivato ivata mwst ust".split()
)
_AMOUNTS = frozenset({"order_total", "line_total", "unit_price"})
_WITH_TAX = re.compile(
    r"\b(?:with|incl?|including|inclusive|inkl|inclusief|mit|met|avec|med|con|com|s|z) "
    r"(?:vat|tax|taxes|gst|mwst|ust|moms|mva|btw|tva|iva|dph)\b"
)
"""What says that an amount is whole: whatever else it is called is its name."""
_WITHOUT_TAX = re.compile(
    r"\b(?:s iva|(?:w o|without|ex|exc|sans|ohne|senza|sem|zonder|exclusief|uden|utan) "
    r"(?:vat|tax|taxes|taxe|gst|btw|iva|tva|mwst|ust|mehrwertsteuer|moms))\b"
)
"""`Preço s/ IVA`; in Czech an `s` before the tax says the opposite."""
_AND_TIME = re.compile(r" (?:(?:and|und|et|y|e|en|i) )?(?:time|uhrzeit|zeit|heure|hora|ora|tijd|godzina)$")
"""`Order date & time` is the order's date."""
_SUMS = frozenset({"order_total", "line_total"})
_MOBILE = frozenset(
    "mobile mobil handy cell celular movil cellulare portable gsm mobiel mobiele telemovel komorkowy komorka 携帯 "
    "mobiltelefon mobilnummer mobilnumber mobilnr handynummer handynumber handynr "
    "携帯電話 携帯電話番号 携帯番号".split()
)
_AT_WORK = frozenset(
    "business office work company gesch geschaftlich dienstlich buro pro bureau professionnel casa home privat "
    "festnetz fixe fijo fisso vast stacjonarny trabajo lavoro werk assistant other".split()
)
"""Of several phones, those that take messages before those that ring on a desk."""

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")
_UMLAUT = re.compile(r"([aou])e(?![aeiou])")
"""How German umlauts are written where there are none."""

_SUM, _DRESSED = "total", 0.01
_CODES = frozenset(code.casefold() for code in CURRENCIES)
_NUMBERED = re.compile(r"(?<=[a-z]{3})nr\b|(?<=[a-z]{4}) number\b")
_OF_PEOPLE = frozenset(
    "first_name last_name name customer_name email phone country street postcode city region".split()
)
_ROLES = frozenset(
    "customers clients buyers "
    "their customer client buyer billing payer purchaser visitor guest attendee participant member subscriber your "
    "bill to user kunde kunden kaufer besteller rechnung rechnungs gast teilnehmer mitglied ihr ihre acheteur "
    "facturation visiteur votre membre comprador cliente facturacion asistente socio su acquirente "
    "fatturazione partecipante suo koper klant factuur deelnemer lid uw klient klienta kupujacy kupujacego "
    "nabywca nabywcy platnosci faturamento faturacao compradora participante seu renter patient student pupil "
    "passenger donor supporter mieter schuler locataire eleve patiente paziente paciente alumno huurder relatie "
    "payeur pagador pagatore halter tierhalter".split()
)
"""Whose name, address or number it is: they buy."""

_OF = frozenset("of the del della dell de du des d da do dos dei la le l el der des vom van het w".split())
"""What stands between a name and whose it is."""

_WEAK = frozenset("first|last|given|family|opted in".split("|"))
"""Half names that say nothing as a part of another heading: `Opted in at` says not to what."""

_WHOLE = frozenset("full complete name names contact person primary main lead description shipping ship".split())
_BUYERS = frozenset({"name", "customer_name"})
"""What may stand beside a word for a buyer in a heading that still names her, and the fields that do."""

_NUMBERS = frozenset(
    "id ids number code nr nummer num numero numer codigo codice kod cod uid uuid guid hash token ref reference "
    "referenz referencia handle login username unique external ext internal shop store card loyalty account "
    "identifiant identification identificador identificacion identificativo rut ruc rfc cuit nit cpf cnpj dni nif cif "
    "matricula kennung pk fk sk alternate".split()
)
"""What may stand beside a word for a buyer where a heading is of her number: `Customer region` is none."""

_SHORTEST_RUN = 8


_RELATIVES = frozenset(
    "partner partnerin partners parent parents guardian mother father mum mom dad mutter vater eltern mere "
    "pere madre padre mamma mama papa mae pai moeder vader ouder ouders matka matki ojciec ojca child kind "
    "enfant hijo hija figlio figlia son daughter sohn tochter fils fille friend freund freundin mann frau "
    "mari femme pareja familiar genitore genitori marito moglie responsavel meza zony rodzica opiekuna "
    "opiekun betreuer 父 母 保護者 家族 配偶者 紹介者 担当者 owner assigned sender from recipient stylist trainer "
    "driver booker booked organizer organiser school shop branch salon filiale boutique tienda negozio "
    "loja winkel sklep 店舗".split()
)
_OTHERS = frozenset(
    "other another second 2 zweiter zweite andere anderer autre otro otra altro altra outro outra".split()
)
"""Who else may be reached beside somebody: `Partner phone`, `Other parent cell`, `Owner e-mail`."""
_WORDS = re.compile(r"[^\W\d]+|\d+")


def may_be(field: str, column: str, kind: ImportKind, *, beside: str = "") -> bool:
    """Whether nothing in a name speaks against the field: in lists of orders `User` is who stood at the till.

    `beside`: the column that holds the field; whom it does not name is somebody else: `Partner phone` beside `Phone`.
    """
    words, tokens = load_words(), set(normal(column).split())
    never = set(words["fields"].get(field, {}).get("never", ()))
    if kind is ImportKind.ORDERS:
        never |= set(words["staff"]["words"])
    told = {word for word in _RELATIVES if not word.isascii() and word in normal(column)}
    told.update(_WORDS.findall(normal(column)))
    if beside and told & _RELATIVES:
        never |= (_RELATIVES | _OTHERS) - set(_WORDS.findall(beside))
    return not (tokens | told) & never


@lru_cache(maxsize=1 << 15)
def name_score(field: str, column: str, kind: ImportKind) -> float:
    """How well a column's name fits a field: 1 for its first word, a little less down the list, less for a part.

    Names of several words without anything between them (`billingfirstname`) are read apart where they say nothing.
    """
    heading = normal(column) or (_SUM if column.strip() in SYMBOLS else "")
    if field.startswith("consent_") and _asks_otherwise(column, heading):
        return 0.0
    return _score_of_name(field, column, heading, kind)


def _asks_otherwise(column: str, heading: str) -> bool:
    """Whether a heading asks for the opposite of a consent to advertisements, or for a consent to something else."""
    return is_turned(heading) or is_reversed(column) or is_about_else(heading) or agrees_to_the_law(heading)


def _score_of_name(field: str, column: str, heading: str, kind: ImportKind) -> float:
    score = _score(field, heading, kind)
    if score >= WELL_NAMED:
        return score
    for other in () if heading in known_headings() else _without_dressing(field, heading):
        dressed = _score(field, other, kind) - _DRESSED
        if dressed >= WELL_NAMED - _DRESSED or may_be(field, column, kind):
            score = max(score, dressed)  # a part of it alone outweighs no word that speaks against the field
    if score >= WELL_NAMED:
        return score
    if "." in column and (shortened := _shortened(field, column, kind)):
        return shortened
    if apart := _apart(heading):
        return max(score, _score(field, apart, kind))
    folded = _UMLAUT.sub(r"\1", heading)
    exact = _score(field, folded, kind) if folded != heading else 0.0
    if exact >= WELL_NAMED:
        return exact
    return max(score, WELL_NAMED) if is_kin(_section(field, kind), heading) else score


def _section(field: str, kind: ImportKind) -> str:
    """Where the words of a field stand: some have others in files of one kind."""
    own = f"{kind}.{field}"
    return own if own in load_words()["fields"] else field


def _without_dressing(field: str, heading: str) -> Iterator[str]:
    """The heading without its currency or its tax, with its number spelt out, and without whose name it is."""
    if field == "ordered_at" and (bare := _AND_TIME.sub("", heading)) != heading:
        yield bare
    if field in _AMOUNTS and (bare := _WITH_TAX.sub("", heading).strip()) not in ("", heading):
        yield bare
    if "nr" in heading or " number" in heading:
        yield (heading := _NUMBERED.sub("nummer", heading))
    tokens = heading.split()
    kept = [token for token in tokens if token not in _CODES]
    if kept and len(kept) < len(tokens):
        yield " ".join(kept)
    if field in _OF_PEOPLE and not set(tokens) & set(load_words()["fields"].get(field, {}).get("never", ())):
        own = [token for token in kept if token not in _ROLES]
        if own and len(own) < len(kept):
            yield " ".join(own)
            yield " ".join(token for token in own if token not in _OF)


@lru_cache(maxsize=4096)
def _shortened(field: str, column: str, kind: ImportKind) -> float:
    """What a heading with words cut short by a point fits: `Tot. ordine`, `Dern. visite`."""
    words_by_field = load_words()["fields"]
    entry = words_by_field.get(f"{kind}.{field}", words_by_field.get(field))
    tokens = [(normal(part), part.endswith(".")) for part in column.replace(".", ". ").split() if normal(part)]
    is_cut = any(is_short and len(token) > 2 for token, is_short in tokens)
    if entry is None or not is_cut or {token for token, _ in tokens} & set(entry.get("never", ())):
        return 0.0
    for word in (*entry["words"], *entry.get("more", ())):
        parts = word.split()
        if len(parts) == len(tokens) and all(
            part == token or (is_short and len(token) > 2 and part.startswith(token))
            for part, (token, is_short) in zip(parts, tokens, strict=True)
        ):
            return WELL_NAMED
    return 0.0


def _score(field: str, heading: str, kind: ImportKind) -> float:
    section = _section(field, kind)
    entry = load_words()["fields"].get(section)
    if heading == normal(field):
        return 1.01
    if entry is None:
        return 0.0
    rank = _ranks(section).get(heading, 1.0)
    if rank < 1:
        return 1.0 - 0.3 * rank + (max(0.0, _nearness(heading.split())) if field == "phone" else 0.0)
    if heading in _ranks(section) or heading in entry.get("alone", ()):
        return _ALSO_NAMED if heading in _ranks(section) else WELL_NAMED
    return _score_of_parts(field, heading, section)


@cache
def _ranks(section: str) -> Mapping[str, float]:
    """How far down its field's list each word stands, from 0; 1 for the further ones, which are all as telling."""
    entry = load_words()["fields"][section]
    told = {word: at / len(entry["words"]) for at, word in reversed(list(enumerate(entry["words"])))}
    return dict.fromkeys(entry.get("more", ()), 1.0) | told


@cache
def _words_in(section: str) -> frozenset[str]:
    """The single words that a field's own names are made of."""
    return frozenset(word for name in _ranks(section) for word in name.split())


def _score_of_parts(field: str, heading: str, section: str) -> float:
    ranks, entry = _ranks(section), load_words()["fields"][section]
    best = _ASKS if field.startswith("consent_") and asks_for(field, heading) else 0.0
    if _CJK.fullmatch(heading):
        return max(best, _ending(heading, ranks, entry.get("never", ())))
    tokens = heading.split()
    if _words_in(section).isdisjoint(tokens) or set(tokens) & set(entry.get("never", ())):
        return best
    for length in range(1, len(tokens)):
        for at in range(len(tokens) - length + 1):
            word = " ".join(tokens[at : at + length])
            if word in ranks and word not in _WEAK and not _is_of_things(section, word, tokens):
                best = max(best, 0.45 + 0.35 * length / len(tokens) - 0.05 * ranks[word])
    if best and field == "phone":
        best += _nearness(tokens)
    return best + _fullness(tokens) if best and field in _SUMS else best


def _is_of_things(section: str, word: str, tokens: Sequence[str]) -> bool:
    """Whether a heading with a word for a buyer names something of hers instead of her: `Customer type`."""
    beside = _NUMBERS if section == "customer_id" else _WHOLE
    is_about_her = section in {"customer_id", *_BUYERS} and _ROLES.issuperset(word.split())
    return is_about_her and not _ROLES.union(_OF, beside).issuperset(tokens)


def _ending(heading: str, words: Iterable[str], never: Sequence[str]) -> float:
    """Japanese names end with what they are about: `店舗電話番号` is a phone number."""
    if any(word in heading for word in never if _CJK.fullmatch(word)):
        return 0.0
    ends = [len(word) for word in words if len(word) > 1 and heading.endswith(word)]
    return _ENDS_SO + 0.15 * max(ends) / len(heading) if ends else 0.0


def _nearness(tokens: Sequence[str]) -> float:
    """What speaks for a number that its owner carries with her."""
    if set(tokens) & _MOBILE:
        return 0.08
    return -0.02 if set(tokens) & _AT_WORK else 0.0


@cache
def _vocabulary() -> frozenset[str]:
    """The single words that headings are made of."""
    phrases = [word for entry in load_words()["fields"].values() for word in entry["words"]]
    return frozenset(
        part for phrase in phrases for part in phrase.split() if len(part) > 1 and part.isascii() and " " in phrase
    )


@lru_cache(maxsize=4096)
def _apart(heading: str) -> str:
    """The words of a heading that runs them together; empty where it is not made of known ones alone."""
    if len(heading) < _SHORTEST_RUN or not heading.isascii() or not heading.isalpha():
        return ""
    best: list[list[str] | None] = [[]] + [None] * len(heading)
    for end in range(2, len(heading) + 1):
        for start in range(max(0, end - 14), end - 1):
            known = best[start]
            if known is not None and heading[start:end] in _vocabulary():
                found = best[end]
                if found is None or len(known) + 1 < len(found):
                    best[end] = [*known, heading[start:end]]
    words = best[-1]
    return " ".join(words) if words and len(words) > 1 else ""


def _fullness(tokens: Sequence[str]) -> float:
    """What speaks for an amount with everything in it, before one without tax or shipping."""
    if set(tokens) & _LESSER or _WITHOUT_TAX.search(" ".join(tokens)):
        return -0.1
    return 0.1 if set(tokens) & _FULL else 0.0


def roles_in(column: str) -> frozenset[str]:
    """Whose name or address a column holds, by its heading: of the payer, of the guest."""
    return _ROLES & {*normal(column).split()}


def without_role(column: str) -> str:
    """A heading in comparable form without whose it is: `Nome cliente` is a name."""
    return " ".join(token for token in normal(column).split() if token not in _ROLES)


def is_secret(column: str) -> bool:
    """Whether a column holds what is never stored: passwords, hashes, card and bank numbers."""
    return normal(column) in _secrets()


@cache
def _secrets() -> frozenset[str]:
    return frozenset(normal(word) for word in load_words()["secrets"]["words"])


def is_day_of_order(column: str) -> bool:
    """Whether nothing in a date's name says that it is another: of shipping, of birth, of a change."""
    heading = normal(column)
    never = load_words()["fields"]["ordered_at"]["never"]
    return not any(
        word in heading for word in never if len(word) > len("in") and word not in {"due", "hire", "last"}
    ) and (
        not set(heading.split()) & {"due", "hire", "last", "faellig", "fallig", "falligkeit", "scadenza", "vencimiento"}
    )


def is_full(column: str) -> bool:
    """Whether the name of an amount says that everything is in it."""
    return _fullness(normal(column).split()) > 0


def is_lesser(column: str) -> bool:
    """Whether the name of an amount says that tax or shipping is missing."""
    return _fullness(normal(column).split()) < 0
