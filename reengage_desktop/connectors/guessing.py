"""Plain headers: every field asks every column by name, the values have a veto, and the best pairs win."""

from collections.abc import Mapping
from dataclasses import dataclass

from reengage_desktop.connectors.fields import FIELDS, ValueType
from reengage_desktop.connectors.headings import normal
from reengage_desktop.connectors.presets import Feed, load_words
from reengage_desktop.connectors.profiles import Profile, fits, is_evidently
from reengage_desktop.domain.vocabulary import ImportKind

_LEAST = 0.45
_MAY_SHARE = {"sku", "product_id"}
_SAID_NO = {"*": "no", **dict.fromkeys(("no", "false", "0", "n", "nein", "non", "nee", "nao", "nie"), "")}


@dataclass(frozen=True)
class _Pair:
    score: float
    field: str
    column: str


def is_secret(column: str) -> bool:
    """Whether a column holds what is never stored: passwords, hashes, card and bank numbers."""
    return normal(column) in _secrets()


def _secrets() -> frozenset[str]:
    return frozenset(normal(word) for word in load_words()["secrets"]["words"])


def guess(kind: ImportKind, profiles: Mapping[str, Profile]) -> dict[str, Feed]:
    """The likeliest column for every field of a kind. `profiles`: by column name, in the file's order."""
    pairs = sorted(_pairs(kind, profiles), key=lambda pair: -pair.score)
    chosen: dict[str, str] = {}
    taken: set[str] = set()
    for pair in pairs:
        if pair.field not in chosen and pair.column not in taken:
            chosen[pair.field] = pair.column
            taken.add(pair.column)
    _settle_names(chosen)
    _settle_products(kind, chosen)
    feeds = {name: Feed((normal(column),), meanings=(None,)) for name, column in chosen.items()}
    if kind is ImportKind.CUSTOMERS:
        _add_refusals(feeds, profiles, taken)
    for name, value_type in (("phone", ValueType.PHONE), ("email", ValueType.EMAIL)):
        if name in feeds:
            feeds[name] = _with_spares(feeds[name], name, value_type, profiles, taken)
    return feeds


def _pairs(kind: ImportKind, profiles: Mapping[str, Profile]) -> list[_Pair]:
    pairs = []
    for name, value_type in FIELDS[kind].items():
        for column, profile in profiles.items():
            if is_secret(column) or not fits(profile, value_type):
                continue
            score = name_score(name, column)
            if score < _LEAST and value_type in {ValueType.EMAIL, ValueType.PHONE} and _may_be(name, column):
                score = 0.46 if value_type is ValueType.EMAIL and is_evidently(profile, value_type) else 0.0
            # An empty column only wins where no filled one bears the name.
            score -= 0.2 if profile.is_empty else 0.0
            if score >= _LEAST - (0.2 if profile.is_empty else 0.0):
                pairs.append(_Pair(score, name, column))
    return pairs


def _may_be(field: str, column: str) -> bool:
    never = load_words()["fields"].get(field, {}).get("never", ())
    return not set(normal(column).split()) & set(never)


def name_score(field: str, column: str) -> float:
    """How well a column's name fits a field: 1 for its first word, a little less down the list, less for a part."""
    entry = load_words()["fields"].get(field)
    heading = normal(column)
    if heading == normal(field):
        return 1.01
    if entry is None:
        return 0.0
    words: list[str] = entry["words"]
    if heading in words:
        return 1.0 - 0.3 * words.index(heading) / len(words)
    tokens = heading.split()
    if set(tokens) & set(entry.get("never", ())):
        return 0.0
    best = 0.0
    for rank, word in enumerate(words):
        parts = word.split()
        if len(parts) < len(tokens) and _contains(tokens, parts):
            best = max(best, 0.45 + 0.35 * len(parts) / len(tokens) - 0.05 * rank / len(words))
    return best


def _contains(tokens: list[str], parts: list[str]) -> bool:
    return any(tokens[at : at + len(parts)] == parts for at in range(len(tokens) - len(parts) + 1))


def _settle_names(chosen: dict[str, str]) -> None:
    """`Nom` and `Nombre` alone are the whole name; beside a first or last name they are the other half."""
    if "name" in chosen:
        return
    for half, other in (("last_name", "first_name"), ("first_name", "last_name")):
        if half in chosen and other not in chosen and normal(chosen[half]) in {"nom", "nome", "nombre", "naam", "imie"}:
            chosen["name"] = chosen.pop(half)


def _settle_products(kind: ImportKind, chosen: dict[str, str]) -> None:
    """A product without a number of its own goes by its SKU, else by its name."""
    if kind not in {ImportKind.PRODUCTS, ImportKind.VIEWS, ImportKind.WISHLISTS} or "product_id" in chosen:
        return
    for spare in ("sku", "name") if kind is ImportKind.PRODUCTS else ():
        if spare in chosen:
            chosen["product_id"] = chosen[spare]
            return


def _add_refusals(feeds: dict[str, Feed], profiles: Mapping[str, Profile], taken: set[str]) -> None:
    """Columns that say "no": `Unsubscribed`, `Opted Out`, a time of leaving. They speak before any yes."""
    for name, words in load_words()["refusals"].items():
        columns = [normal(column) for column in profiles if normal(column) in words]
        if not columns:
            continue
        taken.update(column for column in profiles if normal(column) in columns)
        feed = feeds.get(name)
        positive = [column for column in (feed.columns if feed else ()) if column not in columns]
        feeds[name] = Feed((*columns, *positive), meanings=(*([_SAID_NO] * len(columns)), *([None] * len(positive))))


def _with_spares(
    feed: Feed, name: str, value_type: ValueType, profiles: Mapping[str, Profile], taken: set[str]
) -> Feed:
    """Further columns of the same kind (Mobile beside Phone) speak where the first one is blank."""
    spares = [
        column
        for column, profile in profiles.items()
        if column not in taken
        and name_score(name, column) >= 0.6
        and not profile.is_empty
        and fits(profile, value_type)
    ]
    taken.update(spares)
    return Feed((*feed.columns, *map(normal, spares)), meanings=(*feed.meanings, *([None] * len(spares))))
