"""What several guesses together leave open: whose name, whose number, which of several amounts."""

import re
from collections.abc import Iterable, Mapping

from reengage_desktop.connectors.recognising.columns.goods_numbers import BARE_NAMES, REFERENCES, settle_goods_numbers
from reengage_desktop.connectors.recognising.columns.unnamed import counts_rows, find_cost, first_of_days, is_smaller
from reengage_desktop.connectors.recognising.columns.visits import find_last_visit
from reengage_desktop.connectors.recognising.columns.whole_sums import DOCUMENTS, PARTS, settle_sum
from reengage_desktop.connectors.recognising.headings.naming import (
    WELL_NAMED,
    is_day_of_order,
    is_full,
    is_lesser,
    is_secret,
    name_score,
    roles_in,
    without_role,
)
from reengage_desktop.connectors.values.profiles import Profile, fits, is_evidently
from reengage_desktop.connectors.vocabulary.fields import FIELDS, ValueType
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.presets import Feed, load_words
from reengage_desktop.domain.vocabulary import ImportKind

_NAME_AND_HALF = frozenset({"nom prenom", "name vorname", "name first", "nombre nombre", "nome nome", "naam voornaam"})
"""How forms call a half of the name that was asked for: `Nom (Prénom)`."""
_HALF = 0.5
_BARE = frozenset({"customer", "client", "kunde", "cliente", "klant", "klient"})
_PEOPLE = frozenset(
    "guest attendee member subscriber participant visitor person donor supporter passenger recipient gast "
    "teilnehmer mitglied abonnent besucher invite membre abonne participant visiteur personne "
    "huesped invitado socio suscriptor participante persona ospite iscritto partecipante deelnemer lid abonnee "
    "gosc czlonek uczestnik subskrybent osoba hospede membro parent guardian halter halterin tierhalter tierbesitzer "
    "besitzer besitzerin proprietaire propietario proprietario eigenaar wlasciciel dono "
    "お客様 お客さま 顧客 会員 参加者".split()
)
"""How a list calls those whom it holds, where nothing else in it is their name."""
_NUMBERS = frozenset("number id nummer numero numer code codigo codice kod folio nr".split())
_OF_OTHERS = frozenset(
    "product item article artikel producto prodotto produit product towar sku ean phone tel tax vat line pos position "
    "lfd laufende lp list store shop mac ip postal zip plz device vehicle row record entry response conversation "
    "customer client kunde cliente klant klienta buyer user member session visitor profile".split()
)
_CARDS = frozenset("card karte carte tarjeta tessera carta kaart pas cartao ficha fiche scheda".split())
_CARD_NUMBERS = ("kartennummer", "kartennr", "karteinummer", "karteinr", "pasnummer", "kaartnummer", "kaartnr")
_FULL_NAME = re.compile(r"[^\W\d_][^\d@_]*,?[ \u3000][^\d@_]*[^\W\d_]\.?|[\u3040-\u30ff\u4e00-\u9fff]{2,8}")
_PAID_WITH = re.compile(r"(?=.*[*xX•])[\d\s*xX•-]*\d{3,4}|\d{4}")
"""What a till keeps of the card that was paid with: its last figures, which strangers share."""
_LOGIN = re.compile(r"[\w.*!-]+", re.ASCII)
_HAS_FIGURE = re.compile(r"[\d_*!]")
_NUMBER = re.compile(r"(?=.*\d)[^\s@]{1,40}")
_ORDER_NAME = re.compile(r"#[^\s#]*\d{2,}[^\s#]*")
"""`#1001`: the number of an order, whatever its column is called."""
_OF_SOMEONE = frozenset(
    "user id|userid|owner id|account id|organization id|organisation id|company id|group id".split("|")
)
"""Whose number may stand beside somebody: her own, or that of whoever she belongs to."""
_BARE_DAYS = frozenset("date datum fecha data day tag dia giorno dag dzien".split())
_WRITTEN_AT = frozenset(
    "timestamp|time stamp|created at|created|created on|submitted at|submitted on|submitted|submission date|"
    "submission time|zeitstempel|horodateur|marca temporal|informazioni cronologiche|"
    "carimbo de data hora|sygnatura czasowa|タイムスタンプ".split("|")
)
"""How forms call the moment at which they were sent."""
_TRANSACTIONS = frozenset("transaction transaktion transazione transaccion transacao transactie transakcji".split())


def settle(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """Sets right what the columns chosen for each field say of each other."""
    _settle_names(kind, chosen, profiles)
    _settle_owner(kind, chosen, profiles)
    _drop_birthday_of_others(kind, chosen, profiles)
    _find_bare_name(kind, chosen, profiles)
    _drop_paid_with(kind, chosen, profiles)
    _settle_customer(kind, chosen, profiles)
    _drop_shared_number(kind, chosen, profiles)
    _settle_buyer(kind, chosen, profiles)
    _settle_reference(kind, chosen, profiles)
    _settle_transaction(kind, chosen, profiles)
    _settle_plain_id(kind, chosen, profiles)
    settle_goods_numbers(kind, chosen, profiles)
    settle_sum(kind, chosen, profiles)
    _settle_lines(kind, chosen, profiles)
    _find_day(kind, chosen, profiles)
    _take_fullest_day(kind, chosen, profiles)
    find_last_visit(kind, chosen, profiles)
    _take_moment_of_asking(kind, chosen, profiles)


def _settle_names(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """`Nom` and `Nombre` alone are the whole name; beside a first or last name they, or `Name`, are the other half."""
    if "name" in chosen and "last_name" in chosen and name_score("name", chosen["name"], kind) < WELL_NAMED:
        chosen.pop("name")  # whatever else has one: an animal, a firm
    if "name" in chosen and (own := _name_beside(chosen.get("email", ""), profiles)):
        chosen["name"] = own
    if "name" in chosen:
        missing = {"first_name", "last_name"} - set(chosen)
        if len(missing) == 1 and is_half_name(chosen["name"], profiles):
            chosen[missing.pop()] = chosen.pop("name")
        return
    for half, other in (("last_name", "first_name"), ("first_name", "last_name")):
        if half in chosen and other not in chosen and normal(chosen[half]) in {"nom", "nome", "nombre", "naam", "imie"}:
            chosen["name"] = chosen.pop(half)


def _find_bare_name(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """A list of people without any name has it under what they are called: `Guest`, `Mutter` beside `Mail Mutter`."""
    if kind is not ImportKind.CUSTOMERS or {"name", "first_name", "last_name", "agent"} & set(chosen):
        return
    people = _PEOPLE.union(normal(chosen.get("email", "")).split())
    for column, profile in profiles.items():
        is_free = normal(column) in people and column not in chosen.values() and not profile.is_empty
        is_each_own = 2 * profile.distinct > profile.filled and fits(profile, ValueType.NAME)
        if is_free and is_each_own and profile.share(_is_full_name) > _HALF:
            chosen["name"] = column
            return


def _is_full_name(value: str) -> bool:
    words = value.split()
    is_kind = words[-1:] and (words[-1].islower() or normal(words[-1]) in _PEOPLE)
    return not is_kind and bool(_FULL_NAME.fullmatch(value.strip()))


def _name_beside(mail: str, profiles: Mapping[str, Profile]) -> str | None:
    """The name of whom a mail address is: `Primary Contact Name` beside `Primary Contact E-mail`, before the firm's."""
    told = normal(mail).split()
    for column, profile in profiles.items():
        *whose, last = normal(column).split() or [""]
        if last == "name" and len(whose) > 1 and told[: len(whose)] == whose and not profile.is_empty:
            return column
    return None


def is_half_name(column: str, profiles: Mapping[str, Profile]) -> bool:
    """Whether a column called just `Name`, or `Nome cliente`, holds single words, as beside `Vorname`."""
    is_bare = bool((BARE_NAMES | _NAME_AND_HALF) & {normal(column), without_role(column)})
    return is_bare and profiles[column].share(lambda value: " " not in value) >= _HALF


def _drop_paid_with(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """The card that an order was paid with is no card of the shop's: `**** 1234` is nobody's number."""
    card = chosen.get("customer_id", "")
    tokens = {*normal(card).split()}
    is_card = bool(tokens & _CARDS) or any(token.endswith(_CARD_NUMBERS) for token in tokens)
    if kind is not ImportKind.ORDERS or not is_card:
        return
    if profiles[card].is_empty or profiles[card].share(_PAID_WITH.fullmatch) > _HALF:
        chosen.pop("customer_id")


def is_login(profile: Profile) -> bool:
    """Whether what could be names are what people call themselves in a marketplace: `jm77` under “Käufer”."""
    return profile.share(_LOGIN.fullmatch) == 1 and profile.says(_HAS_FIGURE.search)


_PETS = frozenset(
    "pet animal species breed tier tierart rasse haustier espece race mascota especie raza animale specie razza "
    "huisdier diersoort ras gatunek rasa".split()
)


def _settle_owner(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """Beside a pet `Owner` is the customer, and nobody of the shop's who looks after her."""
    owner = chosen.get("agent", "")
    tells_pets = any(not _PETS.isdisjoint(normal(column).split()) for column in profiles)
    is_hers = kind is ImportKind.CUSTOMERS and tells_pets and normal(owner) in {"owner", "owner name"}
    if is_hers and not {"name", "first_name", "last_name"} & set(chosen):
        chosen["name"] = chosen.pop("agent")


_NOT_HERSELF = frozenset(
    "kind child enfant hijo hija nino nina figlio figlia bambino bambina filho filha crianca dziecko barn partner "
    "partnerin spouse husband wife ehepartner conjoint conyuge coniuge pet dog cat horse hund katze pferd tier chien "
    "chat animal perro gato mascota cane gatto hond kat paard huisdier cachorro pies kot "
    "お子様 子供 ペット 配偶者".split()
)
_NAMED_SO = frozenset(
    "name names first last surname vorname nachname nom prenom nombre apellidos nome cognome naam voornaam achternaam "
    "imie nazwisko of the s in 名 名前".split()
)


def _drop_birthday_of_others(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """A birthday right behind the name of a child, a pet or a partner is not that of who is written to."""
    columns = [*profiles]
    at = columns.index(chosen["birthday"]) if kind is ImportKind.CUSTOMERS and "birthday" in chosen else 0
    told = {*normal(columns[at - 1]).split()} if at else set()
    if told & _NOT_HERSELF and told <= _NOT_HERSELF | _NAMED_SO and columns[at - 1] not in chosen.values():
        chosen.pop("birthday")


def _settle_customer(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """A column called just `Customer` holds a number or a name: its values tell."""
    if kind is ImportKind.ORDERS:
        _number_customers(chosen, profiles)
        return
    column = chosen.get("customer_id", "")
    if normal(column) not in _BARE or profiles[column].is_empty:
        return
    if not profiles[column].share(lambda value: any(map(str.isdigit, value))):
        chosen.pop("customer_id")
        if "name" in FIELDS[kind] and not {"name", "first_name", "last_name"} & set(chosen):
            chosen["name"] = column


def _drop_shared_number(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """The number of a firm, or of who looks after people, that stands beside many names is nobody's own."""
    column = chosen.get("customer_id", "")
    named = chosen.get("email") or chosen.get("name") or chosen.get("last_name", "")
    if kind is ImportKind.CUSTOMERS and normal(column) in _OF_SOMEONE and named:
        own = profiles[column]
        if own.distinct < own.filled and 2 * own.distinct <= profiles[named].distinct:
            chosen.pop("customer_id")


def _settle_buyer(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """The name of whom the address is: `Payer Name` beside `Payer Email`, before that of the guest."""
    named, whose = chosen.get("customer_name", ""), roles_in(chosen.get("email", ""))
    if kind is not ImportKind.ORDERS or not named or not whose or whose & roles_in(named):
        return
    for column, profile in profiles.items():
        is_hers = whose & roles_in(column) and name_score("customer_name", column, kind) >= WELL_NAMED
        if is_hers and column not in chosen.values() and not profile.is_empty and fits(profile, ValueType.NAME):
            chosen["customer_name"] = column
            return


def _settle_plain_id(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """A column called `id` numbers what the file lists; where it repeats in a list of orders, the customers."""
    column = next((name for name in profiles if normal(name) == "id"), None)
    if column is None or column in chosen.values() or _are_answers(profiles):
        return
    repeats = profiles[column].distinct < profiles[column].filled
    own = {
        ImportKind.CUSTOMERS: "customer_id",
        ImportKind.ORDERS: "customer_id" if repeats and "customer_id" not in chosen else "order_id",
        ImportKind.PRODUCTS: "product_id",
    }.get(kind)
    if own and own not in chosen and not (repeats and kind is ImportKind.CUSTOMERS):
        chosen[own] = column


def _are_answers(columns: Iterable[str]) -> bool:
    """Whether a form's answers are listed, with when each was begun and ended: their numbers are nobody's."""
    headings = {normal(column) for column in columns}
    return any(headings.issuperset(pair) for pair in load_words()["answers"]["times"])


def _number_customers(chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    column = chosen.get("customer_name", "")
    if normal(column) not in _BARE or "customer_id" in chosen or profiles[column].is_empty:
        return
    if profiles[column].share(lambda value: " " not in value and any(map(str.isdigit, value))) == 1:
        chosen["customer_id"] = chosen.pop("customer_name")


def _settle_reference(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """A bare `Reference` beside goods that have names of their own is the order's.

    One that comes again beside an `id` that never does is what the payer was told, and no number.
    """
    number, own = chosen.get("order_id", ""), next((column for column in profiles if normal(column) == "id"), None)
    if kind is ImportKind.ORDERS and own and own not in chosen.values() and normal(number) in REFERENCES:
        comes_again = profiles[number].distinct < profiles[number].filled
        if comes_again and profiles[own].distinct == profiles[own].filled >= profiles[number].filled:
            chosen["order_id"] = own
    column = chosen.get("product_id", "")
    is_bare = normal(column) in REFERENCES and {"sku", "product_name"} & set(chosen)
    if kind is ImportKind.ORDERS and is_bare and "order_id" not in chosen:
        chosen["order_id"] = chosen.pop("product_id")


def _settle_transaction(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """The number that a bank gave a payment is none of the order where the shop counts every one of them itself."""
    number = chosen.get("order_id", "")
    if kind is not ImportKind.ORDERS or not _TRANSACTIONS & {*normal(number).split()}:
        return
    paid = profiles[number]
    for column, profile in profiles.items():
        is_called = normal(column) == "id" or name_score("order_id", column, kind) >= WELL_NAMED
        is_once = paid.distinct == paid.filled <= profile.filled == profile.distinct
        is_count = profile.share(str.isdecimal) == 1 > paid.share(str.isdecimal) and not counts_rows(profile)
        if is_called and is_once and is_count and column not in chosen.values():
            chosen["order_id"] = column
            return


def find_number(kind: ImportKind | None, feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """The first column of a list of orders numbers them where it is called a number and no other column does.

    That of a list of people does where it numbers their cards.
    """
    field = {ImportKind.ORDERS: "order_id", ImportKind.CUSTOMERS: "customer_id"}.get(kind) if kind else None
    first = next(iter(profiles), "")
    taken = {column for feed in feeds.values() for column in feed.columns}
    if field is None or field in feeds or not first or normal(first) in taken or is_secret(first):
        return
    tokens = set(normal(first).split())
    is_called = bool(tokens & _NUMBERS | tokens & DOCUMENTS) or normal(first).endswith(("nummer", "番号"))
    is_called = is_called or (field == "order_id" and profiles[first].share(_ORDER_NAME.fullmatch) == 1)
    is_others = bool(tokens & _OF_OTHERS) or (tokens <= _NUMBERS and counts_rows(profiles[first]))
    if field == "customer_id":
        # Whatever else bears a number, such as a form's answer, bears one that another list may give to another.
        is_called = bool(tokens & _CARDS) or any(token.endswith(_CARD_NUMBERS) for token in tokens)
        is_others = is_others or profiles[first].distinct < profiles[first].filled
    if is_called and not is_others and profiles[first].share(_NUMBER.fullmatch) == 1:
        feeds[field] = Feed((normal(first),), meanings=(None,))


def _take_moment_of_asking(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """Beside a timestamp a bare `Date` is the day that somebody wishes for, not when she asked."""
    told = chosen.get("created_at", "")
    if kind is not ImportKind.ENQUIRIES or normal(told) not in _BARE_DAYS:
        return
    for column, profile in profiles.items():
        is_free = column not in chosen.values() and profile.filled >= profiles[told].filled
        if is_free and normal(column) in _WRITTEN_AT and is_evidently(profile, ValueType.MOMENT):
            chosen["created_at"] = column
            return


def _find_day(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """The only day that orders with numbers and amounts tell is theirs, or the first of several."""
    is_told = "order_id" in chosen and {"order_total", "line_total", "unit_price"} & set(chosen)
    if kind is not ImportKind.ORDERS or "ordered_at" in chosen or not is_told:
        return
    days = [
        column
        for column, profile in profiles.items()
        if column not in chosen.values() and is_evidently(profile, ValueType.MOMENT) and is_day_of_order(column)
    ]
    if day := days[0] if len(days) == 1 else first_of_days(days, profiles):
        chosen["ordered_at"] = day


def _take_fullest_day(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """Beside a day that some orders lack, as that of a payment, the one that every order has is theirs."""
    told = chosen.get("ordered_at", "")
    if kind is not ImportKind.ORDERS or not told or profiles[told].is_empty:
        return
    for column, profile in profiles.items():
        is_fuller = profile.filled > profiles[told].filled and column not in chosen.values()
        is_day = is_fuller and is_evidently(profile, ValueType.MOMENT) and is_day_of_order(column)
        if is_day and name_score("ordered_at", column, kind) >= WELL_NAMED:
            chosen["ordered_at"] = column
            return


def _settle_lines(kind: ImportKind, chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """Where no goods are named, what is less than the order's total is no line."""
    if kind is not ImportKind.ORDERS:
        return
    _drop_doubtful_sum(chosen, profiles)
    find_cost(chosen, profiles)
    if "order_total" in chosen and not {"product_id", "sku", "product_name", "quantity"} & set(chosen):
        chosen.pop("line_total", None)
    sums = [chosen[name] for name in ("order_total", "line_total") if name in chosen]
    if "unit_price" in chosen and is_lesser(chosen["unit_price"]) and any(map(is_full, sums)):
        _take_full_price(chosen, profiles)


def _drop_doubtful_sum(chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """A sum of which only a part of its name speaks, and that is smaller than what is plainly a price, is none."""
    priced = [
        name
        for name in ("unit_price", "line_total")
        if name in chosen and name_score(name, chosen[name], ImportKind.ORDERS) >= WELL_NAMED
    ]
    total = chosen.get("order_total", "")
    if total and "line_total" in chosen and PARTS & {*normal(total).split()}:
        if is_smaller(profiles[total], profiles[chosen["line_total"]]):
            chosen.pop("order_total")  # what the lines come to before tax
        return
    is_doubtful = total and name_score("order_total", total, ImportKind.ORDERS) < WELL_NAMED
    if is_doubtful and any(is_smaller(profiles[total], profiles[chosen[name]]) for name in priced):
        chosen.pop("order_total")


def _take_full_price(chosen: dict[str, str], profiles: Mapping[str, Profile]) -> None:
    """Beside sums with tax a price without it is none."""
    chosen.pop("unit_price")
    for column, profile in profiles.items():
        is_price = is_full(column) and name_score("unit_price", column, ImportKind.ORDERS) > 0 and not profile.is_empty
        if is_price and column not in chosen.values() and fits(profile, ValueType.MONEY):
            chosen["unit_price"] = column
            return
