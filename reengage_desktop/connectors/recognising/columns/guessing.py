"""Plain headers: every field asks every column by name, the values have a veto, and the best pairs win."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reengage_desktop.connectors.checking.consent_words import may_be_answers
from reengage_desktop.connectors.recognising.columns.calling_codes import AREA_CODES, add_calling_code
from reengage_desktop.connectors.recognising.columns.settling import is_half_name, is_login, settle
from reengage_desktop.connectors.recognising.columns.unnamed import counts_rows
from reengage_desktop.connectors.recognising.headings.asking import is_plain
from reengage_desktop.connectors.recognising.headings.confirming import heed_confirmations
from reengage_desktop.connectors.recognising.headings.leaving import (
    OF_LETTERS,
    ONLY_NO,
    add_bare_channels,
    add_refusals,
    add_states,
    without_agreement,
)
from reengage_desktop.connectors.recognising.headings.naming import WELL_NAMED, is_secret, may_be, name_score, roles_in
from reengage_desktop.connectors.recognising.rows.giving_back import (
    TYPE_WORDS,
    add_kinds_of_record,
    add_paid,
    add_refunded,
    add_returns,
    add_telling,
)
from reengage_desktop.connectors.values.profiles import Profile, fits, holds_some, is_date, is_evidently, is_phone
from reengage_desktop.connectors.vocabulary.fields import FIELDS, ValueType
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.order_states import STATUSES, status_of
from reengage_desktop.connectors.vocabulary.presets import Feed
from reengage_desktop.domain.vocabulary import ImportKind, OrderStatus

_LEAST = 0.45
_PLAINLY_NAMED = 0.95
_FEW = 3
_MIXED_IN = 0.02
"""So many phone numbers among e-mail addresses are there on purpose."""

_HALVES = ("first_name", "last_name")
_SUBSCRIPTION = "subscription status"
_INFIXES = frozenset("tussenvoegsel tussenv tussenvoegsels voorvoegsel voorvoegsels infix".split())
_HALF = 0.5
_MOSTLY = 0.8
_CONTACTS = frozenset(
    "contact|contacts|contact info|contact details|kontakt|kontaktdaten|contacto|contatto|contato|contactgegevens|"
    "customer contacts|contactos del cliente|contatti del cliente|contacts client|contatos do cliente|kundenkontakte|"
    "coordonnees|連絡先".split("|")
)
"""Headings of columns that hold whatever reaches somebody: an address, a number, or her name."""

_ANOTHER = frozenset("alternate alternative secondary second other weitere zweite autre otro altra andere 2 3".split())
_PLACES = frozenset(
    "home work office business other main primary privat geschaftlich domicile bureau casa trabajo".split()
)
_NUMBER_LIKE = re.compile(r"\S+|.*\d.*")
_SENTENCE = re.compile(r"[^\W\d_]{2,}(?: [^\W\d_]{2,})+")
"""Several words without a figure: a name."""
_CODE = re.compile(r"[A-Z]{1,3}-?\d{2,}")
_SPACED = re.compile(r"\S\s+\S")
_TENTH = 0.1
_AREA_CODE = re.compile(r"0?\d{2,5}")
_LOCAL = re.compile(r"(?!\+)(?:\D{0,2}\d){4,9}")
"""A phone number with too few figures to hold its area code."""
_PRICE_LIKE = re.compile(r"-?[\d.,\s]*\d,\d{2}(\s*\D{1,3})?|.*[€$£].*")
_NEVER = {"discount_code": re.compile(r"-?\d+[.,]\d{2}"), "orders_count": re.compile(r"\d{6,}")}
"""How a field's values never look: no code is an amount, and nobody ordered a hundred thousand times."""
_SALUTATIONS = frozenset(
    "mr mrs ms miss mx dr prof herr frau hr fr m mme mlle monsieur madame sr sra srta don dona senor senora sig sigra "
    "signor signora dhr mevr mevrouw heer pan pani hr. fru".split()
)
_BEGINNING = frozenset("beginn start begin debut inicio inizio aanvang poczatek uur".split())
_TIME_WORDS = _BEGINNING | {"tid", "time", "uhrzeit", "zeit", "heure", "hora", "ora", "tijd", "godzina", "時刻", "時間"}
_WITH_TIME = re.compile(r"\d[T ]\d{1,2}:\d{2}(?!:00(:00)?$)|[1-9]:\d{2}")
_TIME_OF_DAY = re.compile(r"\d{1,2}:\d{2}(:\d{2})?(\s*[AaPp]\.?[Mm]\.?)?")
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
    "支払",
    "決済",
)
_UNDONE = frozenset({OrderStatus.CANCELLED, OrderStatus.VOIDED, OrderStatus.REFUNDED, OrderStatus.PARTLY_REFUNDED})
_TAKEN_BACK = {word: str(status) for word, status in STATUSES.items() if status in _UNDONE}
"""The words of a state that undo a purchase; the others of the column say nothing."""


@dataclass(frozen=True)
class _Pair:
    score: float
    field: str
    column: str


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
    settle(kind, chosen, profiles)
    feeds = {name: Feed((normal(column),), meanings=(_heard(name, column),)) for name, column in chosen.items()}
    if kind in {ImportKind.ORDERS, ImportKind.ENQUIRIES}:
        _join_names(kind, feeds, profiles)
    if kind is ImportKind.ORDERS:
        add_refunded(feeds, profiles)
        _add_order_states(feeds, profiles)
        add_kinds_of_record(feeds, profiles)
        add_returns(feeds, profiles)
        add_paid(feeds, profiles)
        add_telling(feeds, profiles)
        _add_time(feeds, profiles)
    if kind is ImportKind.CUSTOMERS:
        _add_infix(feeds, profiles)
        has_only_numbers = "phone" in feeds and "email" not in feeds and not has_mail
        add_refusals(feeds, profiles, taken, has_only_numbers=has_only_numbers)
        add_bare_channels(feeds, profiles, taken)
        add_states(feeds, profiles, has_only_numbers=has_only_numbers)
        _add_further_answers(feeds, profiles, taken)
        heed_confirmations(feeds, profiles)
        if has_only_numbers:
            _hear_numbers(feeds)
    for name in ("phone", "email"):
        if name in feeds:
            feeds[name] = _with_spares(feeds[name], name, kind, profiles, taken)
    _add_area_code(feeds, profiles)
    if "phone" in FIELDS[kind]:
        add_calling_code(feeds, profiles)
    return feeds


def _heard(name: str, column: str) -> Mapping[str, str] | None:
    """What a column's words mean: under a heading that does not plainly ask for a consent, their no alone counts.

    Of a subscription only the words for letters do: what is active or cancelled may come in boxes.
    """
    if name.startswith("consent_") and normal(column) == _SUBSCRIPTION:
        return OF_LETTERS
    return ONLY_NO if name.startswith("consent_") and not is_plain(normal(column)) else None


def _pairs(kind: ImportKind, profiles: Mapping[str, Profile]) -> list[_Pair]:
    pairs = []
    for name, value_type in FIELDS[kind].items():
        for column, profile in profiles.items():
            score = name_score(name, column, kind)
            if score < _LEAST and name not in {"email", "phone"}:
                continue
            is_contact = value_type is ValueType.EMAIL and _holds_contacts(column, profile)
            if is_secret(column) or not (is_contact or _may_hold(value_type, column, profile, score)):
                continue
            if not _may_number(name, profile, score):
                continue
            if score < _LEAST and value_type is ValueType.EMAIL and may_be(name, column, kind):
                score = 0.46 if is_contact or is_evidently(profile, value_type) else 0.0
            if score < _LEAST and name == "phone" and normal(column) in _CONTACTS:
                score = 0.46 if is_evidently(profile, value_type) else 0.0
            # An empty column, and one of other words than addresses, only wins where no filled one bears the name.
            is_other = value_type is ValueType.EMAIL and not is_contact and not fits(profile, value_type)
            score = min(score, _LEAST) if is_other else score - 0.2 * profile.is_empty
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
        is_asked = "status" in normal(column).split() and len(normal(column).split()) > 1
        return is_asked or (score >= WELL_NAMED and bool(taken_back_in(profile)))
    if value_type is ValueType.CONSENT:
        return score >= WELL_NAMED and may_be_answers(profile)
    if score < _PLAINLY_NAMED:
        return score >= WELL_NAMED and profile.lists(value_type)
    if value_type in {ValueType.EMAIL, ValueType.PHONE, ValueType.MOMENT}:
        return not fits(profile, ValueType.FLAG) and not is_evidently(profile, ValueType.EMAIL)
    return value_type in {ValueType.MONEY, ValueType.QUANTITY} and holds_some(profile, value_type)


def _may_number(field: str, profile: Profile, score: float) -> bool:
    """Names are no numbers of orders, yes or no is no number of a customer, figures and days are no goods."""
    if field in {"product_id", "product_name"} and profile.values:
        is_else = profile.share(_PRICE_LIKE.fullmatch) > _HALF or profile.share(_is_salutation) > _HALF
        return not is_else and _may_number_goods(field, profile, score)
    if field in _NEVER and profile.values:
        return profile.share(_NEVER[field].fullmatch) <= _HALF
    if field == "order_id":
        is_own = score < WELL_NAMED and profile.distinct <= 1 != profile.filled  # empty, or the same in every row
        is_price = profile.share(_PRICE_LIKE.fullmatch) >= _HALF
        is_row = score <= WELL_NAMED and counts_rows(profile)
        is_number = profile.is_empty or profile.share(_NUMBER_LIKE.fullmatch) >= _LEAST
        return is_number and not (is_own or is_price or is_row)
    if field == "lifetime_value" and profile.values and score <= WELL_NAMED:
        return profile.share(str.isdecimal) < 1  # as likely a count
    return field != "customer_id" or _may_number_people(profile, score)


def _is_salutation(value: str) -> bool:
    return normal(value).replace(" ", "") in _SALUTATIONS


def _may_number_goods(field: str, profile: Profile, score: float) -> bool:
    if field == "product_name" and profile.share(is_date) > _HALF:
        return False
    if field == "product_name":
        return profile.share(str.isdecimal) < 1 and (profile.distinct < _FEW - 1 or profile.share(_CODE.fullmatch) < 1)
    if profile.share(_SENTENCE.fullmatch) > _HALF:
        return False
    return score >= WELL_NAMED or (profile.share(_NUMBER_LIKE.fullmatch) >= _HALF and profile.share(str.isalpha) < 1)


def _may_number_people(profile: Profile, score: float) -> bool:
    if profile.values and score < WELL_NAMED and profile.share(_SPACED.search) > _TENTH:
        return False
    return not (profile.filled > _FEW and profile.distinct <= 2 and is_evidently(profile, ValueType.FLAG))


def _join_names(kind: ImportKind, feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """First and last name in columns of their own make the name that orders and enquiries carry."""
    field = "customer_name" if kind is ImportKind.ORDERS else "name"
    whose = roles_in(feeds["email"].columns[0]) if "email" in feeds else frozenset()
    halves = []
    for half in _HALVES:
        named = [column for column in profiles if name_score(half, column, kind) >= 0.7]
        if named:  # of several, the name of whom the address is
            best = max(named, key=lambda column: (bool(whose & roles_in(column)), name_score(half, column, kind)))
            halves.append(normal(best))
    if field in feeds:
        known = next(column for column in profiles if normal(column) == feeds[field].columns[0])
        is_none = profiles[known].is_empty or _is_one_for_all(known, halves, profiles) or is_login(profiles[known])
        if len(halves) == len(_HALVES) and (normal(known) in halves or is_none):
            feeds[field] = Feed(tuple(halves), is_joined=True)
            return
        if len(halves) != 1 or normal(known) in halves or not is_half_name(known, profiles):
            return
        is_last = name_score("first_name", halves[0], kind) < WELL_NAMED
        halves.insert(0 if is_last else 1, normal(known))
    if halves:
        feeds[field] = Feed(tuple(halves), is_joined=True)


def _is_one_for_all(known: str, halves: list[str], profiles: Mapping[str, Profile]) -> bool:
    """Whether one and the same name stands beside many people: that of the firm whose orders somebody sends."""
    names = [profile.distinct for column, profile in profiles.items() if normal(column) in halves]
    return profiles[known].distinct == 1 < min(names, default=0)


def _add_area_code(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """An area code in a column of its own stands before the number, unless the number begins with it."""
    code = next((column for column, each in profiles.items() if normal(column) in AREA_CODES and each.values), None)
    phone = feeds.get("phone")
    if not code or not phone or len(phone.columns) > 1 or profiles[code].share(_AREA_CODE.fullmatch) < 1:
        return
    number = next(profile for column, profile in profiles.items() if normal(column) == phone.columns[0])
    if number.share(_LOCAL.fullmatch) > _HALF:
        feeds["phone"] = Feed((normal(code), *phone.columns), is_joined=True)


def _add_infix(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """Dutch lists keep the `van der` of a last name in a column of its own."""
    infix = next((column for column in profiles if normal(column) in _INFIXES), None)
    last = feeds.get("last_name")
    if infix and last and len(last.columns) == 1:
        feeds["last_name"] = Feed((normal(infix), *last.columns), is_joined=True)


def _add_further_answers(feeds: dict[str, Feed], profiles: Mapping[str, Profile], taken: set[str]) -> None:
    """Where several columns ask for the same agreement, a no in any of them counts."""
    for name in (field for field in FIELDS[ImportKind.CUSTOMERS] if field.startswith("consent_") and field in feeds):
        for column, profile in profiles.items():
            is_named = name_score(name, column, ImportKind.CUSTOMERS) >= WELL_NAMED and column not in taken
            if is_named and normal(column) not in feeds[name].columns and fits(profile, ValueType.CONSENT):
                feed = feeds[name]
                feeds[name] = Feed((normal(column), *feed.columns), meanings=(ONLY_NO, *feed.meanings))
                taken.add(column)


def _hear_numbers(feeds: dict[str, Feed]) -> None:
    """Of people known by their numbers alone, a yes that names no channel is none to letters; a no is one to texts."""
    feed = feeds.get("consent_email")
    if feed is None or any("mail" in column or "newsletter" in column for column in feed.columns):
        return
    feeds["consent_email"] = without_agreement({"consent_email": feed})["consent_email"]
    for name in ("consent_sms", "consent_whatsapp"):
        other = feeds.get(name, Feed(()))
        mine = [column for column in feed.columns if column not in other.columns]
        feeds[name] = Feed((*mine, *other.columns), meanings=(*([ONLY_NO] * len(mine)), *other.meanings))


def _add_order_states(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """Of several states of an order the payment's counts, but what was cancelled or given back by any is."""
    if "status" not in feeds or any(feeds["status"].meanings):
        return
    main = feeds["status"].columns[0]
    states = [
        normal(column)
        for column, profile in profiles.items()
        if not profile.is_empty
        and (name_score("status", column, ImportKind.ORDERS) >= WELL_NAMED or _is_of_payment(column, profile))
        and fits(profile, ValueType.STATUS)
    ]
    paid = [column for column in states if any(part in column for part in _PAYMENT)]
    if paid and main not in paid:
        main = paid[0]
    others = [column for column in profiles if normal(column) in states and normal(column) != main]
    undone = [_TAKEN_BACK | taken_back_in(profiles[column]) for column in others]
    feeds["status"] = Feed((*map(normal, others), main), meanings=(*undone, None))


def _is_of_payment(column: str, profile: Profile) -> bool:
    """Whether a column called just `Payment` says what came of it and not by what means: `Paid`, `Not paid`."""
    words = {normal(value) for value in profile.words or profile.values}
    heading = normal(column)
    is_called = heading.startswith(_PAYMENT) and TYPE_WORDS.isdisjoint(heading.split())
    return is_called and len(words) > 1 and all(map(status_of, words))


def taken_back_in(profile: Profile) -> dict[str, str]:
    """What a column's own words say was undone: `Cancelled by the buyer`."""
    told = {normal(value): status_of(normal(value)) for value in profile.words or profile.values}
    return {word: str(status) for word, status in told.items() if status in _UNDONE}


def _add_time(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """A time of day in a column of its own belongs to the date beside it."""
    feed = feeds.get("ordered_at")
    if feed is None:
        return
    times = [
        normal(column)
        for column, profile in profiles.items()
        if (set(normal(column).split()) & _TIME_WORDS or normal(column).endswith(("zeit", "tijd", "時刻", "時間")))
        and profile.values
        and profile.share(_TIME_OF_DAY.fullmatch) == 1
    ]
    own = next((profile for column, profile in profiles.items() if normal(column) == feed.columns[0]), None)
    if times and not (own and own.share(_WITH_TIME.search) > _HALF):
        told = set(feed.columns[0].split())
        nearest = max(times, key=lambda time: (len(told & set(time.split())), bool(_BEGINNING & set(time.split()))))
        feeds["ordered_at"] = Feed((feed.columns[0], nearest), is_joined=True)


def _with_spares(feed: Feed, name: str, kind: ImportKind, profiles: Mapping[str, Profile], taken: set[str]) -> Feed:
    """Further columns of the same kind (Mobile beside Phone) speak where the first one is blank."""
    spares = [
        column
        for column, profile in profiles.items()
        if column not in taken
        and (name_score(name, column, kind) >= 0.6 or _is_another(name, column, profile))
        and may_be(name, column, kind, beside=feed.columns[0])
        and not profile.is_empty
        and fits(profile, FIELDS[kind][name])
    ]
    taken.update(spares)
    return Feed((*feed.columns, *map(normal, spares)), meanings=(*feed.meanings, *([None] * len(spares))))


def _is_another(name: str, column: str, profile: Profile) -> bool:
    """Whether a column holds another of her addresses or numbers: `Alternate Email 1`, `Work`."""
    tokens = set(normal(column).split())
    if name == "email":
        return bool(tokens & _ANOTHER) and is_evidently(profile, ValueType.EMAIL)
    return name == "phone" and bool(tokens & _PLACES) and is_evidently(profile, ValueType.PHONE)


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
