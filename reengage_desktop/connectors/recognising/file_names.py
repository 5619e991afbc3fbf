"""What a file's name alone says of whom it lists: those who left, those who never agreed."""

import re
from pathlib import Path

from reengage_desktop.connectors.vocabulary.presets import Preset
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ImportKind

_LEFT = re.compile(
    r"unsubscrib|opt.?outs?\b|do.?not.?(contact|e?mail|call|text|send)|(?<![a-z])dnc(?![a-z])|suppress|blacklist"
    r"|blocklist|robinson|widerspr|widerruf|sperrliste|abbestell|desinscri|descadastr|afmeld"
    r"|(?<![a-z])bajas?(?![a-z])|opposition|bounce|spam.?report|abgemeldet|abmeldung|desabonn|disiscri"
    r"|gesperrt|blocked|geblokkeerd|zablokowan|bloqu|bloccat|liste.?noire|lista.?ne(?:gr|r)a|exclusions?(?![a-z])|desuscri"
    r"|odhlas|leiratkoz|unzustellbar|undeliver|czarn[aey].?list|zwarte.?lijst|schwarze.?liste"
    r"|uitgeschreven|wypisan|配信停止|complaint|complained|plaintes|spam|(?<![a-z])stop(?![a-z])|rebond|rebote|rimbalz",
    re.IGNORECASE,
)


_WITHOUT_THEM = re.compile(
    r"(?<![a-z])(?:without|excl|excluding|except|minus|ohne|sans|sin|senza|zonder|bez|sem)[\W_]+(?:"
    + _LEFT.pattern
    + ").*"
    r"|(?:(?<![a-z])(?:not|non?|nicht|niet|nie|nao|não)[\W_]+|un)(?:gesperrt|blocked|geblokkeerd|zablokowan|bloqu|bloccat)",
    re.IGNORECASE,
)
"""What a name says of whom a list does not hold: `Kunden ohne Abmeldungen`."""

_NEVER_AGREED = re.compile(r"(non|not|never).?subscri|unconfirmed|transactional|nicht.?bestatigt", re.IGNORECASE)


def says_left(path: Path) -> bool:
    """Whether a file's name says that it lists people who left, and not that it lists the others."""
    return bool(_LEFT.search(_WITHOUT_THEM.sub("", path.stem)))


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
    if not _NEVER_AGREED.search(path.stem):
        return None
    text = f"“{path.name}” says by its name that these people never agreed: nobody's agreement was taken from it."
    return Sentence("never_agreed", text, file=path.name)
