"""What a heading about agreeing asks for: a consent and by which channel, its opposite, or something else."""

import re
from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import pairwise

from reengage_desktop.connectors.recognising.headings.legends import is_reversed
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.kinship import FILLERS
from reengage_desktop.connectors.vocabulary.presets import load_words

_ABOUT_IT = frozenset(
    "number asked requested needed required missing fehlt fehlend manque manquant falta faltante manca mancante "
    "ontbreekt brak pending expired abgelaufen expire caducado scaduto verlopen sent used hide hidden coupon coupons "
    "discount voucher code segment score channel transactional receipt receipts invoice invoices reminder reminders "
    "notification notifications appointment appointments verified post postal print printed catalog catalogs catalogue "
    "katalog brief letter letters courrier postale carta cartaceo correspondencia poczta listownie fax "
    "yet answered opened clicked beantwortet geoffnet erreicht notice notices".split()
)
"""Other letters, and what was done about them. A bare “no” is “number” in comparable form."""

_OTHER_PURPOSES = (
    *("privacy", "privacidad", "privacidade", "terms", "agb", "regulamin", "politica", "datenschutz", "trattament"),
    *("treatment", "medical", "behandl", "behandel", "tratamiento", "traitement", "przetwarz", "dati", "datos"),
    *("donnees", "gegevens", "daten", "foto", "photo", "image", "bild", "cookie", "profil"),
)
"""What else one agrees to, where no advertisement or channel is named."""

_EITHER = frozenset(
    frozenset(pair.split())
    for pair in (
        *("yes number", "y n", "ja nein", "ja nee", "j n", "oui non", "o n", "si number", "s n", "sim nao", "tak nie"),
        *("t n", "t f", "true false", "ja nei", "ja nej", "はい いいえ"),
    )
)
"""How headings say which two answers there are; that turns nothing round."""

_STRAIGHT = re.compile(
    r"\b(?:[0-9]+ off|off season|non (?:members?|profits?|stop)"
    r"|cancellation (?=(?:emails?|mails?|sms|texts?|messages?)\b))"
)
"""A word that turns nothing here: `10% off newsletter`, `Receives cancellation emails`."""

_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]+\.?|[A-Z]+(?![^\W\d_A-Z])\.?")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")
_COUNTED_BY_TOOLS = "marketing contact"
"""Whom a tool counts as one that is paid for; that is no word of hers."""

_NORDIC_MAIL = re.compile(r"\be (?=post(?:utskick)?\b)")
_UNTIL = ["do"]
"""Until when, in Polish, where it stands last; elsewhere it is an article."""
_LATIN = re.compile(r"[a-z]+")
_SHORTEST = 3
"""Letters of a compound's half."""

_COUNTED = frozenset("calls emails mails texts newsletters sms".split())
_BARRED = frozenset(
    "desea quiere acepta recibir enviar contactar llamar permitir contact mailing mailings mailers ads spam "
    "solicitation solicitations soliciting".split()
)
_OF_ORDERS = frozenset(
    "order orders payment payments cheque check card parcel package delivery shipment shipping refund invoice "
    "bestellung zahlung lieferung paket commande paiement livraison colis pedido pago envio pacote pagamento ordine "
    "spedizione bestelling betaling levering zamowienie platnosc wysylka".split()
)
"""Of what else may be cancelled, refused or bounce."""

_IN_SHORT = ("opt", "optin", "ok", "okay", "accord", "aceite", "aceita", "acepta", "accetta", "accepte", "happy")
"""How else headings ask for agreement in short."""

_LOCKED = frozenset("banned blocked gesperrt bloque bloccato spaerret sparrad blokeret letiltva zablokovan".split())
"""Headings that say nothing else: whom somebody locked out is not written to, whatever else that stops."""


@lru_cache(maxsize=1 << 14)
def is_turned(heading: str) -> bool:
    """Whether a heading in comparable form asks for the opposite in some language: who says yes there says no."""
    turning, tokens = load_words()["turning"], without_answers(_STRAIGHT.sub("", heading))
    return (
        not _turning_words().isdisjoint(tokens)
        or any(stem in token for token in tokens for stem in turning["stems"])
        or any(part in heading for part in turning["parts"])
    )


def is_about_else(heading: str) -> bool:
    """Whether a heading in comparable form is about other letters, or another purpose than advertising."""
    tokens = set(without_answers(heading))
    if tokens & _ABOUT_IT:
        return True
    return any(token.startswith(_OTHER_PURPOSES) for token in tokens) and not tokens & _advertising()


def is_plain(heading: str) -> bool:
    """Whether every word of a heading in comparable form is known to leave its question what it is.

    A yes under any other heading, such as `Marketing ban` or `Newsletter Filiale Nord`, is no agreement.
    """
    tokens = without_answers(heading)
    is_ours = heading.startswith(_COUNTED_BY_TOOLS) or tokens[-1:] == _UNTIL
    return not is_ours and all(map(_is_known, tokens))


@lru_cache(maxsize=1 << 14)
def without_answers(heading: str) -> list[str]:
    """A heading's words without the two answers that it may name: `Newsletter (yes/no)`."""
    tokens = _NORDIC_MAIL.sub("e", heading).split()
    for at, (word, other) in enumerate(pairwise(tokens)):
        if frozenset((word, other)) in _EITHER:
            return tokens[:at] + tokens[at + 2 :]
    return tokens


@lru_cache(maxsize=4096)
def _is_known(token: str) -> bool:
    if _CJK.search(token):
        return bool(_known_in_japanese().fullmatch(token))
    return token in _known_words() or bool(_halves(token, _known_words() - FILLERS))


def _halves(token: str, words: AbstractSet[str]) -> AbstractSet[str]:
    """The two words that a compound such as `Marketingmails` is made of; none of any other."""
    halves = ({token[:at], token[at:]} for at in range(_SHORTEST, len(token) - _SHORTEST + 1))
    return next((pair for pair in halves if pair <= words), set())


def asks_for(field: str, heading: str) -> bool:
    """Whether a heading in comparable form asks for a consent: with a word for the channel and one for agreeing.

    Agreeing to advertisements by no channel that is named is agreeing to mail.
    """
    asked = load_words()["asking"]
    said = spoken_words(heading)
    if said & set(asked["never"]) - set(asked["through"]):
        return False
    channels = {name for name, words in asked["channels"].items() if said & set(words)}
    is_wanted = bool(said & set(asked["about"]) and said & set(asked["verbs"]))
    if field == "consent_email" and not channels:
        return is_wanted
    is_contact = not said.isdisjoint(asked["contacted"]) and not said.isdisjoint(asked["through"])
    return field in channels and (is_contact or is_wanted or bool(said & set(asked["words"])))


def agrees_to_the_law(heading: str) -> bool:
    """Whether a heading in comparable form asks only to keep data or for contact: `GDPR ok`, `Zgoda na kontakt`.

    Advertisements are another matter; who said no to it said no to them.
    """
    asked = load_words()["asking"]
    said = spoken_words(heading)
    return bool(
        said & {*asked["laws"], *asked["contacted"]}
        and said & {*asked["agreements"], *_IN_SHORT}
        and not said & _advertising()
    )


@lru_cache(maxsize=1 << 14)
def spoken_words(heading: str) -> frozenset[str]:
    """The words of a heading in comparable form, and those that its compounds are made of."""
    tokens = without_answers(heading)
    within = [word for word in _japanese_words() if word in heading] if _CJK.search(heading) else []
    latin = _LATIN.findall(heading) if within else ()  # `SMS配信` has no blank between its words
    return frozenset(tokens).union(within, latin, *(_halves(token, _asking_words()) for token in tokens))


def may_ask(heading: str) -> bool:
    """Whether a heading in comparable form may be about agreeing at all, before anybody looks at its cells."""
    return is_turned(heading) or not spoken_words(heading).isdisjoint(_asking_words())


def is_about_letters(column: str) -> bool:
    """Whether a column of orders is about the buyers' letters or leaving them: not about an order's own course."""
    heading = normal(column)
    told = spoken_words(heading)
    is_plain = any(f" {part}" in f" {heading}" for part in load_words()["leaving"]["plainly"])
    return not told & _OF_ORDERS and (
        is_plain or bool(told & (_advertising() | {*load_words()["asking"]["agreements"]}))
    )


def bars(column: str, values: Collection[str]) -> bool:
    """Whether a column says “no marketing” or “newsletter refused”; “No. of calls” and how often she called do not."""
    words = [word.casefold() for word in _WORD.findall(column)]
    heading = normal(column)
    told = without_answers(heading)
    if is_about_else(" ".join(told).replace("number", "")):
        return False
    # `No bulk emails` bars as `No emails` does.
    barred = {
        word for at, no in enumerate(words) if no == "no" for word in words[at + 1 : at + 3] or words[at - 1 : at]
    }
    barred = barred if "number" in told else set()
    if is_turned(heading) or is_reversed(column):
        barred |= spoken_words(heading) | {word for word in _advertising() if f" {word}" in f" {heading}"}
    if all(map(str.isdigit, values)) and not {*values} <= {"0", "1"}:
        barred -= _COUNTED
    return heading in _LOCKED or bool(barred & (_advertising() | _BARRED | {*load_words()["asking"]["agreements"]}))


@cache
def _turning_words() -> frozenset[str]:
    return frozenset(load_words()["turning"]["words"])


@cache
def _advertising() -> frozenset[str]:
    asked = load_words()["asking"]
    return _all_of(asked["about"], *asked["channels"].values())


@cache
def _known_words() -> frozenset[str]:
    words = load_words()
    asked, fields = words["asking"], words["fields"]
    named = [
        word.split()
        for name, entry in fields.items()
        if name.startswith("consent_")
        for word in (*entry["words"], *entry.get("more", ()))
    ]
    told = (asked["beside"], asked["agreements"], asked["laws"], asked["through"])
    return FILLERS | _asking_words() | _all_of(*told, *named)


@cache
def _asking_words() -> frozenset[str]:
    asked = load_words()["asking"]
    return _all_of(asked["words"], asked["about"], asked["verbs"], *asked["channels"].values(), asked["contacted"])


@cache
def _japanese_words() -> frozenset[str]:
    return frozenset(filter(_CJK.search, _known_words()))


@cache
def _known_in_japanese() -> re.Pattern[str]:
    words = {*_japanese_words(), *(word for words in load_words()["asking"]["channels"].values() for word in words)}
    return re.compile(f"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})+")


def _all_of(*lists: Iterable[str]) -> frozenset[str]:
    return frozenset(word for words in lists for word in words)
