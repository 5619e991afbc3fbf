"""What a file's name alone says of whom it lists: those who left, those who never agreed."""

import re
import unicodedata
from pathlib import Path

from reengage_desktop.connectors.vocabulary.presets import Preset
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ImportKind

_STOP = r"(?<!one.)(?<!non.)(?<!bus.)(?<!pit.)(?<![a-z])stop(?![a-z]|.(?:shop|over))"
"""The word that people answer; not that of a one-stop shop."""

_LEFT = re.compile(
    r"unsub(?:s?(?![a-z])|scrib)|opt(?:ed)?.?outs?(?![a-z])|do.?not.?(contact|e?mail|call|text|send|disturb)"
    r"|(?<![a-z])dn[cd](?![a-z])|suppress|blacklist|revoked|withdrawn|erased|erasure|deleted.(?:contact|member|subscri)"
    r"|invalid.e?mail|not.to.(?:contact|e?mail)|geloscht|loschantr|ausgetragen|austragung|werbe(?:sperr|verw|verb)"
    r"|(?<![a-z])(?:no|keine?|keen|geen|sin|sans|pas.de|senza|bez)[\W_]?(?:newsletter|werbung|marketing|promo|pub(?![a-z]))"
    r"|(?<![a-z])(?:nicht|pas|no|non|niet|nie|nao)[\W_]+(?:kontaktieren|anschreiben|contacter|contactar|contattare"
    r"|contacteren|mailen|kontaktowac|contatar)|excluid|uitschrijv|退订|退訂|配信解除|メルマガ解除|購読解除"
    r"|blocklist|robinson|widerspr|widerruf|sperrliste|abbestell|desinscri|descadastr|afmeld"
    r"|(?<![a-z])bajas?(?![a-z])|opposition|bounce|spam.?report|abgemeldet|abmeldung|desabonn|disiscri"
    r"|gesperrt|blocked|geblokkeerd|zablokowan|bloqu|bloccat|liste.?noire|lista.?ne(?:gr|r)a|exclusions?(?![a-z])|desuscri"
    r"|odhlas|leiratkoz|unzustellbar|undeliver|czarn[aey].?list|zwarte.?lijst|schwarze.?liste"
    rf"|uitgeschreven|wypisan|配信停止|complaint|complained|plaintes|spam|{_STOP}|rebond|rebote|rimbalz",
    re.IGNORECASE,
)


_WITHOUT_THEM = re.compile(
    r"(?<![a-z])(?:without|excl|excluding|except|minus|ohne|sans|sin|senza|zonder|bez|sem)[\W_]+(?:"
    + _LEFT.pattern
    + ").*"
    r"|(?<![a-z])no[\W_]+(?:bounce|unsub|opt.?out|complain).*"
    r"|(?:(?<![a-z])(?:not|non?|nicht|niet|nie|nao|não)[\W_]+|un)(?:gesperrt|blocked|geblokkeerd|zablokowan|bloqu|bloccat)",
    re.IGNORECASE,
)
"""What a name says of whom a list does not hold: `Kunden ohne Abmeldungen`."""

_NEVER_AGREED = re.compile(
    r"(non|not|never).?subscri|unconfirmed|transactional|nicht.?bestatigt|unbestatigt|(?<![a-z])non?.?(?:confirm|conferm|abonn|inscri"
    r"|iscritt|suscri)|niet.?bevestigd|niepotwierdz|pending.(?:confirm|subscri|opt|doi)|ausstehende.bestatigung"
    r"|archived.(?:members|contacts|subscri|audience)",
    re.IGNORECASE,
)


def says_left(path: Path) -> bool:
    """Whether a file's name says that it lists people who left, and not that it lists the others."""
    return bool(_LEFT.search(_WITHOUT_THEM.sub("", _folded(path))))


def _folded(path: Path) -> str:
    """A file's name without the marks over its letters, which some systems write as letters of their own."""
    apart = unicodedata.normalize("NFKD", path.stem)
    return unicodedata.normalize("NFKC", "".join(char for char in apart if not "\u0300" <= char <= "\u036f"))


def left_by_name(path: Path) -> Sentence:
    """The note on such a list."""
    text = f"“{path.name}” says by its name that these people left: they are taken as opt-outs."
    return Sentence("left_by_name", text, file=path.name)


def are_leavers(path: Path, preset: Preset) -> bool:
    """Whether a known export of contacts says by its name alone who they are: those who left."""
    told = {column for column, _ in preset.only.get(ImportKind.OPTOUTS, ())}
    is_named = says_left(path) or (preset.source == "mailchimp" and path.stem.casefold().startswith("cleaned"))
    return bool(told) and bool(is_named)


def never_agreed(path: Path) -> Sentence | None:
    """The note on a list whose name says that nobody in it agreed to anything; None for any other."""
    if not _NEVER_AGREED.search(_folded(path)):
        return None
    text = f"“{path.name}” says by its name that these people never agreed: nobody's agreement was taken from it."
    return Sentence("never_agreed", text, file=path.name)
