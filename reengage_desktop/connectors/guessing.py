"""Plain headers: every field asks every column by name, the values have a veto, and the best pairs win."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reengage_desktop.connectors.consent_words import may_be_answers
from reengage_desktop.connectors.fields import FIELDS, ValueType
from reengage_desktop.connectors.giving_back import add_kinds_of_record, add_refunded
from reengage_desktop.connectors.headings import normal
from reengage_desktop.connectors.leaving import ONLY_NO, add_bare_channels, add_refusals, add_states
from reengage_desktop.connectors.meanings import STATUSES
from reengage_desktop.connectors.presets import Feed, load_words
from reengage_desktop.connectors.profiles import Profile, fits, holds_some, is_evidently, is_phone
from reengage_desktop.domain.vocabulary import ImportKind, OrderStatus

_LEAST = 0.45
_WELL_NAMED = 0.7
_ALSO_NAMED = 0.72
_PLAINLY_NAMED = 0.95
_ASKS = 0.72
_FEW = 3
_MIXED_IN = 0.02
"""So many phone numbers among e-mail addresses are there on purpose."""

_BARE_NAMES = frozenset({"name", "naam", "nom", "nome", "nazwa"})
_HALF = 0.5
_MOSTLY = 0.8
_CONTACTS = frozenset(
    "contact|contacts|contact info|contact details|kontakt|kontaktdaten|contacto|contatto|contato|contactgegevens|"
    "coordonnees|連絡先".split("|")
)
"""Headings of columns that hold whatever reaches somebody: an address, a number, or her name."""

_NUMBER_LIKE = re.compile(r"\S+|.*\d.*")
_PRICE_LIKE = re.compile(r"-?[\d.,\s]*\d,\d{2}(\s*\D{1,3})?|.*[€$£].*")
_LESSER = frozenset(
    "net netto neto ht hors sin imponibile excl excluding exkl exclusive imponible base bez products produktow "
    "productos produits prodotti produtos merchandise seller earnings payout real".split()
)
"""Of several amounts of an order, those whose names say that tax, shipping or the buyer's share is missing."""
_FULL = frozenset("gross brutto bruto ttc lordo incl including inkl inclusive tvac btw vat iva".split())
_SUMS = frozenset({"order_total", "line_total"})
_TIME_WORDS = frozenset({"tid", "time", "uhrzeit", "zeit", "heure", "hora", "ora", "tijd", "godzina", "時刻", "時間"})
_TIME_OF_DAY = re.compile(r"\d{1,2}:\d{2}(:\d{2})?(\s*[AaPp]\.?[Mm]\.?)?")
_BARE = frozenset({"customer", "client", "kunde", "cliente", "klant", "klient"})
_PAYMENT = (
    "payment",
    "financial",
    "zahlung",
    "pago",
    "pagamento",
    "paiement",
    "betaal",
    "betaling",
    "platnosci",
    "入金",
)
_TAKEN_BACK = {
    word: str(status)
    for word, status in STATUSES.items()
    if status in {OrderStatus.CANCELLED, OrderStatus.VOIDED, OrderStatus.REFUNDED, OrderStatus.PARTLY_REFUNDED}
}
"""The words of a state that undo a purchase; the others of the column say nothing."""


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


def guess(kind: ImportKind, profiles: Mapping[str, Profile], *, has_mail: bool = False) -> dict[str, Feed]:
    """The likeliest column for every field of a kind. `profiles`: by column name, in the file's order.

    `has_mail`: e-mail addresses are known to stand in a column that is not among these.
    """
    pairs = sorted(_pairs(kind, profiles), key=lambda pair: -pair.score)
    chosen: dict[str, str] = {}
    taken: set[str] = set()
    for pair in pairs:
        if pair.field not in chosen and pair.column not in taken:
            chosen[pair.field] = pair.column
            taken.add(pair.column)
    _settle_names(chosen, profiles)
    _settle_customer(kind, chosen, profiles)
    _settle_plain_id(kind, chosen, profiles)
    _settle_products(kind, chosen, profiles)
    feeds = {name: Feed((normal(column),), meanings=(None,)) for name, column in chosen.items()}
    if kind in {ImportKind.ORDERS, ImportKind.ENQUIRIES}:
        _join_names(kind, feeds, profiles)
    if kind is ImportKind.ORDERS:
        add_refunded(feeds, profiles)
        _add_order_states(feeds, profiles)
        add_kinds_of_record(feeds, profiles)
        _add_time(feeds, profiles)
    if kind is ImportKind.CUSTOMERS:
        has_only_numbers = "phone" in feeds and "email" not in feeds and not has_mail
        add_refusals(feeds, profiles, taken, has_only_numbers=has_only_numbers)
        add_bare_channels(feeds, profiles, taken)
        add_states(feeds, profiles, has_only_numbers=has_only_numbers)
        _add_further_answers(feeds, profiles, taken)
    for name in ("phone", "email"):
        if name in feeds:
            feeds[name] = _with_spares(feeds[name], name, kind, profiles, taken)
    return feeds


def _pairs(kind: ImportKind, profiles: Mapping[str, Profile]) -> list[_Pair]:
    pairs = []
    for name, value_type in FIELDS[kind].items():
        for column, profile in profiles.items():
            score = name_score(name, column, kind)
            is_contact = value_type is ValueType.EMAIL and _holds_contacts(column, profile)
            if is_secret(column) or not (is_contact or _may_hold(value_type, column, profile, score)):
                continue
            if not _may_number(name, profile):
                continue
            if score < _LEAST and value_type is ValueType.EMAIL and _may_be(name, column, kind):
                score = 0.46 if is_contact or is_evidently(profile, value_type) else 0.0
            if score < _LEAST and name == "phone" and normal(column) in _CONTACTS:
                score = 0.46 if is_evidently(profile, value_type) else 0.0
            # An empty column only wins where no filled one bears the name.
            score -= 0.2 if profile.is_empty else 0.0
            if score >= _LEAST - (0.2 if profile.is_empty else 0.0):
                pairs.append(_Pair(score, name, column))
    return pairs


def _holds_contacts(column: str, profile: Profile) -> bool:
    """Whether a column called just `Contact` holds e-mail addresses, with phone numbers among them."""
    if normal(column) not in _CONTACTS or not holds_some(profile, ValueType.EMAIL):
        return False
    return profile.share(lambda value: "@" in value or is_phone(value)) >= _MOSTLY


def _may_hold(value_type: ValueType, column: str, profile: Profile, score: float) -> bool:
    """The values' veto; a column that is plainly named keeps its field, and its bad cells are told one by one."""
    if fits(profile, value_type):
        return value_type is not ValueType.NAME or not is_evidently(profile, ValueType.FLAG)
    if value_type is ValueType.STATUS:
        return "status" in normal(column).split() and len(normal(column).split()) > 1
    if value_type is ValueType.CONSENT:
        return score >= _WELL_NAMED and may_be_answers(profile)
    if score < _PLAINLY_NAMED:
        return False
    if value_type in {ValueType.EMAIL, ValueType.PHONE, ValueType.MOMENT}:
        return not fits(profile, ValueType.FLAG) and not is_evidently(profile, ValueType.EMAIL)
    return value_type in {ValueType.MONEY, ValueType.QUANTITY} and holds_some(profile, value_type)


def _may_number(field: str, profile: Profile) -> bool:
    """Names are no numbers of orders, and yes or no is no number of a customer."""
    if field == "order_id" and profile.values:
        return profile.share(_NUMBER_LIKE.fullmatch) >= _LEAST and profile.share(_PRICE_LIKE.fullmatch) < _HALF
    if field == "customer_id" and profile.filled > _FEW:
        return not (profile.distinct <= 2 and is_evidently(profile, ValueType.FLAG))
    return True


def _may_be(field: str, column: str, kind: ImportKind) -> bool:
    """Whether nothing in a name speaks against the field: in lists of orders `User` is who stood at the till."""
    words = load_words()
    never = set(words["fields"].get(field, {}).get("never", ()))
    if kind is ImportKind.ORDERS:
        never |= set(words["staff"]["words"])
    return not set(normal(column).split()) & never


def name_score(field: str, column: str, kind: ImportKind) -> float:
    """How well a column's name fits a field: 1 for its first word, a little less down the list, less for a part."""
    words_by_field = load_words()["fields"]
    entry = words_by_field.get(f"{kind}.{field}", words_by_field.get(field))
    heading = normal(column)
    if heading == normal(field):
        return 1.01
    if entry is None:
        return 0.0
    words: list[str] = entry["words"]
    if heading in words:
        return 1.0 - 0.3 * words.index(heading) / len(words)
    more: list[str] = entry.get("more", [])
    if heading in more or heading in entry.get("alone", ()):
        return _ALSO_NAMED if heading in more else _WELL_NAMED
    tokens = heading.split()
    best = _ASKS if asks_for(field, tokens) else 0.0
    if set(tokens) & set(entry.get("never", ())):
        return best
    for rank, word in enumerate((*words, *more)):
        rank = min(rank, len(words))  # noqa: PLW2901 - the further words are all as telling
        parts = word.split()
        if len(parts) < len(tokens) and _contains(tokens, parts):
            best = max(best, 0.45 + 0.35 * len(parts) / len(tokens) - 0.05 * rank / len(words))
    return best + _fullness(tokens) if best and field in _SUMS else best


def _fullness(tokens: Sequence[str]) -> float:
    """What speaks for an amount with everything in it, before one without tax or shipping."""
    if set(tokens) & _LESSER:
        return -0.1
    return 0.1 if set(tokens) & _FULL else 0.0


def asks_for(field: str, tokens: Sequence[str]) -> bool:
    """Whether a heading asks for a consent in its own words: one for the channel and one for agreeing.

    Agreeing to advertisements by no channel that is named is agreeing to mail.
    """
    asked = load_words()["asking"]
    said = set(tokens)
    if said & set(asked["never"]):
        return False
    channels = {name for name, words in asked["channels"].items() if said & set(words)}
    if field == "consent_email" and not channels:
        return bool(said & set(asked["about"]) and said & set(asked["verbs"]))
    return field in channels and bool(said & set(asked["words"]))


def _contains(tokens: list[str], parts: list[str]) -> bool:
    return any(tokens[at : at + len(parts)] == parts for at in range(len(tokens) - len(parts) + 1))


def _settle_names(chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """`Nom` and `Nombre` alone are the whole name; beside a first or last name they, or `Name`, are the other half."""
    if "name" in chosen:
        missing = {"first_name", "last_name"} - set(chosen)
        if len(missing) == 1 and _is_half_name(chosen["name"], profiles):
            chosen[missing.pop()] = chosen.pop("name")
        return
    for half, other in (("last_name", "first_name"), ("first_name", "last_name")):
        if half in chosen and other not in chosen and normal(chosen[half]) in {"nom", "nome", "nombre", "naam", "imie"}:
            chosen["name"] = chosen.pop(half)


def _is_half_name(column: str, profiles: Mapping[str, Profile]) -> bool:
    """Whether a column called just `Name` holds single words, as beside `Vorname`."""
    return normal(column) in _BARE_NAMES and profiles[column].share(lambda value: " " not in value) >= _HALF


def _settle_customer(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """A column called just `Customer` holds a number or a name: its values tell."""
    column = chosen.get("customer_id", "")
    is_bare = normal(column) in _BARE and not {"name", "first_name", "last_name"} & set(chosen)
    if kind is not ImportKind.CUSTOMERS or not is_bare or profiles[column].is_empty:
        return
    if not profiles[column].share(lambda value: any(map(str.isdigit, value))):
        chosen["name"] = chosen.pop("customer_id")


def _settle_plain_id(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """A column called `id` numbers what the file lists; where it repeats in a list of orders, the customers."""
    column = next((name for name in profiles if normal(name) == "id"), None)
    if column is None or column in chosen.values():
        return
    repeats = profiles[column].distinct < profiles[column].filled
    own = {
        ImportKind.CUSTOMERS: "customer_id",
        ImportKind.ORDERS: "customer_id" if repeats and "customer_id" not in chosen else "order_id",
        ImportKind.PRODUCTS: "product_id",
    }.get(kind)
    if own and own not in chosen and not (repeats and kind is ImportKind.CUSTOMERS):
        chosen[own] = column


def _join_names(kind: ImportKind, feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """First and last name in columns of their own make the name that orders and enquiries carry."""
    field = "customer_name" if kind is ImportKind.ORDERS else "name"
    halves = []
    for half in ("first_name", "last_name"):
        best = max(profiles, key=lambda column: name_score(half, column, kind), default="")
        if best and name_score(half, best, kind) >= 0.7:
            halves.append(normal(best))
    if field in feeds:
        known = next(column for column in profiles if normal(column) == feeds[field].columns[0])
        if len(halves) != 1 or not _is_half_name(known, profiles):
            return
        halves.append(normal(known))
    if halves:
        feeds[field] = Feed(tuple(halves), is_joined=True)


def _settle_products(kind: ImportKind, chosen: dict[str, str], columns: Iterable[str]) -> None:
    """A product without a number of its own goes by its SKU, else by its name."""
    if kind not in {ImportKind.PRODUCTS, ImportKind.VIEWS, ImportKind.WISHLISTS} or "product_id" in chosen:
        return
    spares = [chosen[name] for name in ("sku", "name") if kind is ImportKind.PRODUCTS and name in chosen]
    spares += [
        column for name in ("sku", "product_name") for column in columns if name_score(name, column, kind) >= 0.7
    ]
    if spares:
        chosen["product_id"] = spares[0]


def _add_further_answers(feeds: dict[str, Feed], profiles: Mapping[str, Profile], taken: set[str]) -> None:
    """Where several columns ask for the same agreement, a no in any of them counts."""
    for name in (field for field in FIELDS[ImportKind.CUSTOMERS] if field.startswith("consent_") and field in feeds):
        for column, profile in profiles.items():
            is_named = name_score(name, column, ImportKind.CUSTOMERS) >= _WELL_NAMED and column not in taken
            if is_named and normal(column) not in feeds[name].columns and fits(profile, ValueType.CONSENT):
                feed = feeds[name]
                feeds[name] = Feed((normal(column), *feed.columns), meanings=(ONLY_NO, *feed.meanings))
                taken.add(column)


def _add_order_states(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """Of several states of an order the payment's counts, but what was cancelled or given back by any is."""
    if "status" not in feeds or any(feeds["status"].meanings):
        return
    main = feeds["status"].columns[0]
    states = [
        normal(column)
        for column, profile in profiles.items()
        if not profile.is_empty
        and name_score("status", column, ImportKind.ORDERS) >= _WELL_NAMED
        and fits(profile, ValueType.STATUS)
    ]
    paid = [column for column in states if any(part in column for part in _PAYMENT)]
    if paid and main not in paid:
        main = paid[0]
    others = [column for column in states if column != main]
    feeds["status"] = Feed((*others, main), meanings=(*([_TAKEN_BACK] * len(others)), None))


def _add_time(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """A time of day in a column of its own belongs to the date beside it."""
    feed = feeds.get("ordered_at")
    if feed is None:
        return
    for column, profile in profiles.items():
        is_named = bool(set(normal(column).split()) & _TIME_WORDS)
        if is_named and profile.values and profile.share(_TIME_OF_DAY.fullmatch) == 1:
            feeds["ordered_at"] = Feed((feed.columns[0], normal(column)), is_joined=True)
            return


def _with_spares(feed: Feed, name: str, kind: ImportKind, profiles: Mapping[str, Profile], taken: set[str]) -> Feed:
    """Further columns of the same kind (Mobile beside Phone) speak where the first one is blank."""
    spares = [
        column
        for column, profile in profiles.items()
        if column not in taken
        and name_score(name, column, kind) >= 0.6
        and not profile.is_empty
        and fits(profile, FIELDS[kind][name])
    ]
    taken.update(spares)
    return Feed((*feed.columns, *map(normal, spares)), meanings=(*feed.meanings, *([None] * len(spares))))


def settle_contacts(kind: ImportKind, feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """A column of contacts holds what the till asked for: numbers are no addresses gone wrong, and may be mixed in."""
    mail = feeds.get("email")
    if mail is None or "phone" in feeds or "phone" not in FIELDS[kind] or len(mail.columns) > 1 or any(mail.meanings):
        return
    column = next(name for name in profiles if normal(name) == mail.columns[0])
    if is_evidently(profiles[column], ValueType.PHONE):
        feeds["phone"] = feeds.pop("email")
    elif profiles[column].share(is_phone) >= _MIXED_IN:
        feeds["email"] = feeds["phone"] = replace(mail, is_mixed=True)
