"""Which known export a file is, and the sentences for files that hold something else."""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import chain, product
from pathlib import Path
from typing import Any

from reengage_desktop.connectors.recognising.columns.guessing import guess
from reengage_desktop.connectors.recognising.columns.unnamed import find_phones
from reengage_desktop.connectors.recognising.headings.leaving import has_all_left, may_have_stayed
from reengage_desktop.connectors.recognising.headings.naming import WELL_NAMED, name_score
from reengage_desktop.connectors.recognising.headings.telling import (
    are_on_a_list,
    are_tickets,
    holds_messages,
    is_telling,
    names_buyers,
    names_looks,
    names_sales,
    names_stock,
)
from reengage_desktop.connectors.recognising.kinds.convincing import SURE, are_goods, is_convincing
from reengage_desktop.connectors.recognising.kinds.file_names import says_left
from reengage_desktop.connectors.recognising.kinds.lines_of_orders import are_lines_of_orders
from reengage_desktop.connectors.recognising.rows.events import counts_looks, looks_in
from reengage_desktop.connectors.values.profiles import Profile, is_date
from reengage_desktop.connectors.vocabulary.fields import FIELD_WORDS, IDENTITY_FIELDS, REQUIRED
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.presets import Feed, Preset, heading_weights, load_words, presets_like
from reengage_desktop.connectors.vocabulary.refusals import UnknownColumns, WrongKind
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ImportKind

Feeds = dict[str, Feed]
Refusal = WrongKind | None

_GUESSED_KINDS = (
    *(ImportKind.ORDERS, ImportKind.PRODUCTS, ImportKind.VIEWS, ImportKind.WISHLISTS, ImportKind.ENQUIRIES),
    *(ImportKind.OPTOUTS, ImportKind.CUSTOMERS),
)
_MISTAKEN_KINDS = (
    *(ImportKind.CUSTOMERS, ImportKind.ORDERS, ImportKind.PRODUCTS, ImportKind.ENQUIRIES, ImportKind.OPTOUTS),
)
_PLAINLY = 0.8
_WHERE = ("street", "street2", "postcode", "city", "region")
_USUAL_KINDS = frozenset({ImportKind.CUSTOMERS, ImportKind.ORDERS, ImportKind.ENQUIRIES, ImportKind.WISHLISTS})


def match_preset(header: Sequence[str], kind: ImportKind | None) -> Preset | None:
    """The known export with the most telling signature among the header's names, preferring one that holds the kind.

    A heading tells the more, the fewer systems have it: `Klaviyo ID` outweighs four that every address book has.
    """
    names = frozenset(map(normal, header))
    weights = heading_weights()
    best: tuple[tuple[float, bool], Preset] | None = None
    lists_orders = _lists_orders(names)
    for preset in presets_like(names):
        if lists_orders and preset.feeds and ImportKind.ORDERS not in preset.feeds:
            continue  # a newsletter tool's few common headings are an order's, too
        weighed = [sum(map(weights.__getitem__, each)) for each in preset.signatures if each <= names]
        if weighed:
            rank = (round(max(weighed), 6), kind is not None and kind in preset.feeds)
            if best is None or rank > best[0]:
                best = rank, preset
    return best[1] if best else None


def _lists_orders(names: frozenset[str]) -> bool:
    """Whether headings in comparable form plainly name an order's number, its sum and its day."""
    fields = load_words()["fields"]
    return not any(names.isdisjoint(fields[name]["words"]) for name in ("order_id", "order_total", "ordered_at"))


def missing_of(kind: ImportKind, fields: Mapping[str, object]) -> list[str]:
    """What a file of this kind still lacks, in words; empty when it is complete."""
    return [" or ".join(dict.fromkeys(FIELD_WORDS[name] for name in group)) for group in missing_groups(kind, fields)]


def missing_groups(kind: ImportKind, fields: Mapping[str, object]) -> list[tuple[str, ...]]:
    """The groups of fields of which a file of this kind still lacks every one."""
    return [group for group in REQUIRED[kind] if not set(group) & set(fields)]


def natural_kind(profiles: Mapping[str, Profile]) -> ImportKind | None:
    """The kind that plain columns most likely hold, None where they hold none."""
    best: tuple[float, ImportKind] | None = None
    for kind in _GUESSED_KINDS:
        feeds = guess(kind, profiles)
        if missing_of(kind, feeds) or not is_convincing(kind, feeds, len(profiles)):
            continue
        if not is_telling(kind, feeds, profiles):
            continue
        columns = {column for feed in feeds.values() for column in feed.columns}
        score = len(columns) + (0.5 if kind in _USUAL_KINDS else 0.0)
        if kind is ImportKind.ORDERS and _are_plainly_orders(feeds):
            score += len(_WHERE)  # however much is said of where they went
        if kind is ImportKind.WISHLISTS and are_on_a_list(feeds, profiles):
            score += len(_WHERE)
        if kind is ImportKind.ENQUIRIES:
            # somebody asked for something: what she asked for is no product that she bought
            score += 1.0 + holds_messages(profiles)
        if not _speaks_against(kind, feeds, profiles) and (best is None or score > best[0]):
            best = score, kind
    return best[1] if best else None


def _speaks_against(kind: ImportKind, feeds: Mapping[str, Feed], profiles: Mapping[str, Profile]) -> bool:
    """Whether a column says that it is something else that is listed."""
    if kind is ImportKind.ENQUIRIES:
        return _were_ordered(profiles)
    if kind is ImportKind.CUSTOMERS and {"email", "phone", "first_name", "birthday"}.isdisjoint(feeds):
        return _have_prices(profiles) or not _OF_THINGS.isdisjoint(map(normal, profiles))
    if kind is ImportKind.PRODUCTS:
        names_others = names_buyers(profiles) or names_looks(profiles) or names_sales(profiles)
        return names_others or looks_in(profiles) is not None or are_lines_of_orders(profiles)
    if kind is ImportKind.ORDERS and _were_not_ordered(feeds, profiles):
        return True
    if kind is ImportKind.ORDERS and not {"order_id", "customer_name", "quantity", *IDENTITY_FIELDS} & set(feeds):
        return names_stock(profiles)
    is_bare = kind is ImportKind.ORDERS and not _WORTH & set(feeds)
    return is_bare and (are_tickets(profiles) or (set(feeds) <= _OF_ANYTHING and _asks_for_letters(profiles)))


def _have_prices(profiles: Mapping[str, Profile]) -> bool:
    """Whether what is listed is plainly sold at a price, and has a name or a number: no list of people has that."""
    goods = guess(ImportKind.PRODUCTS, profiles)
    price = goods["price"].columns[0] if "price" in goods else ""
    return bool({"name", "sku"} & set(goods)) and name_score("price", price, ImportKind.PRODUCTS) >= SURE


def _were_not_ordered(feeds: Mapping[str, Feed], profiles: Mapping[str, Profile]) -> bool:
    """Whether what could be orders was only looked at, or is there to be sold."""
    is_counted = _WORTH.isdisjoint(feeds) and counts_looks(profiles)
    was_seen = "order_id" not in feeds and (is_counted or looks_in(profiles) is not None)
    return was_seen or are_goods(feeds, guess(ImportKind.PRODUCTS, profiles), profiles)


def _are_plainly_orders(feeds: Mapping[str, Feed]) -> bool:
    """Whether the number and any amount of an order stand in columns that are named for nothing else, beside its day.

    Where no amount is told, the day has to be named so, too: a `Date added` has whatever is listed.
    """
    amount = next((name for name in ("order_total", "line_total", "unit_price") if name in feeds), "")
    told = ("order_id", amount) if amount and "ordered_at" in feeds else ("order_id", "ordered_at")
    return all(
        name in feeds and name_score(name, feeds[name].columns[0], ImportKind.ORDERS) >= _PLAINLY for name in told
    )


def _were_ordered(profiles: Mapping[str, Profile]) -> bool:
    """Whether what could be asked for has a date and a price, or a day, an hour and what came of it: it was ordered.

    A message with a day and an hour was sent then.
    """
    orders = guess(ImportKind.ORDERS, profiles)
    is_bought = is_telling(ImportKind.ORDERS, orders, profiles) and "ordered_at" in orders
    is_dated = is_bought and "status" in orders and orders["ordered_at"].is_joined
    return is_bought and (not _WORTH.isdisjoint(orders) or (is_dated and not holds_messages(profiles)))


_OF_THINGS = frozenset("slug|parent id|parent category|url key|permalink|sort order|meta title|parent".split("|"))
"""What is kept of categories and pages, and of nobody."""
_OF_ANYTHING = frozenset({"ordered_at", "email", "phone", "customer_id", "customer_name", "country", "category"})
"""What a list of anything may say of whom it lists, and when."""
_WORTH = frozenset({"order_total", "line_total", "unit_price"})
_DESCRIPTIONS = frozenset(
    "description|details|memo|beschreibung|text|libelle|concepto|descripcion|descrizione|omschrijving|descricao|opis|"
    "摘要".split("|")
)
_ACCOUNTS = frozenset({"account", "account name", "konto", "kontoname"})
"""Where money lies; elsewhere it may be whose account with the shop it is."""
_WENT = re.compile(r"\s*(-|\u2212|\(.*\)$)")
"""A sum that somebody paid and did not get."""
_OF_PEOPLE = frozenset({"name", "first_name", "last_name", "birthday", "orders_count", "lifetime_value"})


def says_no_order(kind: ImportKind | None, profiles: Mapping[str, Profile]) -> bool:
    """Whether what could be a list of orders says of each only who and when, as a list of anything may."""
    return kind is ImportKind.ORDERS and set(guess(kind, profiles)) <= _OF_ANYTHING


def _asks_for_letters(profiles: Mapping[str, Profile]) -> bool:
    """Whether a column says who agreed to be written to, as a list of people has one."""
    return any(name.startswith("consent_") for name in guess(ImportKind.CUSTOMERS, profiles))


def leavers_in(profiles: Mapping[str, Profile]) -> Feeds:
    """What plain columns say of those who left."""
    feeds = guess(ImportKind.OPTOUTS, profiles)
    find_phones(feeds, profiles)
    return feeds


def is_list_of_leavers(profiles: Mapping[str, Profile]) -> bool:
    """Whether a list holds addresses and that each of them left, and nothing else of anybody."""
    if not has_all_left(profiles) or not {"email", "phone"} & set(leavers_in(profiles)):
        return False
    return not _OF_PEOPLE & set(guess(ImportKind.CUSTOMERS, profiles))


def is_named_for_leaving(path: Path, profiles: Mapping[str, Profile]) -> bool:
    """Whether a list of addresses says only by its file's name that these people left: `suppression_bounces.csv`."""
    feeds = guess(ImportKind.CUSTOMERS, profiles)
    is_named = says_left(path) and not missing_of(ImportKind.OPTOUTS, feeds | leavers_in(profiles))
    return is_named and not may_have_stayed(feeds, profiles)


def undated_orders(profiles: Mapping[str, Profile], path: Path) -> WrongKind | None:
    """The refusal of columns with the numbers and amounts of orders, but no date that was recognised."""
    feeds = guess(ImportKind.ORDERS, profiles)
    columns = {normal(name): profile for name, profile in profiles.items()}
    amounts = [name for name in ("order_total", "line_total", "unit_price") if name in feeds]
    if "ordered_at" in feeds or "order_id" not in feeds or not amounts:
        return None
    told = [(name, feeds[name].columns[0]) for name in ("order_id", amounts[0])]
    is_sure = all(
        name_score(name, column, ImportKind.ORDERS) >= SURE and not columns[column].is_empty for name, column in told
    )
    return wrong_columns(ImportKind.ORDERS, feeds, profiles, path) if is_sure else None


def wrong_preset(preset: Preset, kind: ImportKind, path: Path) -> WrongKind:
    """The refusal of a known export that does not hold the kind asked for."""
    if preset.holds is None:
        return refused_preset(preset, path)
    article = "an" if preset.title[0] in "AEIOU" else "a"
    others = [other for other in preset.feeds if other is not kind]
    ways = " or ".join(f"`import {other}`" for other in others)
    text = f"“{path.name}” is {article} {preset.title}; it holds no {kind}. {ways} takes it."
    names = tuple(map(str, others))
    sentence = Sentence("other_export", text, file=path.name, export=preset.title, wanted=str(kind), kinds=names)
    return UnknownColumns(sentence, kind, REQUIRED[kind], {})


def refused_preset(preset: Preset, path: Path) -> WrongKind:
    """The refusal of a known file that is no list we can use."""
    article = "an" if preset.title[0] in "AEIOU" else "a"
    text = f"“{path.name}” is {article} {preset.title}. {preset.refusal}"
    return WrongKind(Sentence("no_list", text, file=path.name, export=preset.title, refusal=preset.refusal or ""))


def wrong_columns(
    kind: ImportKind, feeds: Mapping[str, Feed], profiles: Mapping[str, Profile], path: Path
) -> WrongKind:
    """The refusal of plain columns: what they lack, what they might hold, and how to name columns."""
    is_numbered = kind is ImportKind.CUSTOMERS and not missing_of(kind, feeds or guess(kind, profiles))
    lacks = ["an e-mail address or a phone number"] if is_numbered and not feeds else missing_of(kind, feeds)
    lacking = "; and no column for ".join(lacks) or "what makes one"
    names = "”, “".join(list(profiles)[:8]) + ("”, …" if len(profiles) > 8 else "”")
    other = None if kind is ImportKind.ORDERS and "order_id" in feeds else natural_kind(profiles)
    hint = f" It looks like a list of {other}: `import {other}` takes it." if other and other is not kind else ""
    example = next((name for group in REQUIRED[kind] for name in group), "email")
    text = (
        f"“{path.name}” is no list of {kind} as far as its columns tell: no column for {lacking} was found "
        f"among “{names}."
        f'{hint} If it is one, name its columns with --mapping, such as {{"{example}": "Their Column"}}.'
    )
    seems = str(other) if other and other is not kind else ""
    sentence = _unread_days(kind, feeds, profiles, path) or Sentence(
        "unknown_columns", text, file=path.name, wanted=str(kind), seems=seems
    )
    own_names = {normal(column): column for column in reversed(list(profiles))}
    columns = {name: own_names[feed.columns[0]] for name, feed in feeds.items() if feed.columns[0] in own_names}
    return UnknownColumns(sentence, kind, missing_groups(kind, feeds), columns)


def _unread_days(
    kind: ImportKind, feeds: Mapping[str, Feed], profiles: Mapping[str, Profile], path: Path
) -> Sentence | None:
    """What to say of orders whose day has a column that is plainly named for it, and holds other things than days."""
    if kind is not ImportKind.ORDERS or "ordered_at" in feeds or not {"email", "phone", *_WORTH} & feeds.keys():
        return None
    for column, profile in profiles.items():
        unread = next((value for value in profile.values if not is_date(value)), "")
        if unread and name_score("ordered_at", column, kind) >= WELL_NAMED:
            text = (
                f"“{path.name}” holds orders, but “{unread}” in “{column}” is no date that can be read. Write the "
                "dates such as 2026-03-14, or export the file again."
            )
            return Sentence("unread_days", text, file=path.name, column=column, value=unread)
    return None


def other_file(
    kind: ImportKind | None, feeds: Mapping[str, Feed], header: Sequence[str], path: Path
) -> WrongKind | None:
    """The refusal of a file that is about the shop but holds no records: a ledger, payouts, a tax report, a summary.

    Asked only of plain columns; what names somebody is no such file but for those that are about people who are no
    customers. `feeds` as guessed for `kind` (None: no kind fits).
    """
    names = set(map(normal, header))
    for other in load_words()["others"]:
        if kind not in (None, *_MISTAKEN_KINDS) and "kinds" not in other:
            continue
        if kind is ImportKind.OPTOUTS and other["name"] != "returns":
            continue
        told = [_among(names, group) for group in other["groups"]]
        if not _may_be_other(other, kind, feeds, own={"id", *chain.from_iterable(told)}):
            continue
        if any(len(set(columns)) == len(columns) for columns in product(*told)):
            return refused_as(other["name"], path)
    return None


def moved_money(kind: ImportKind, feeds: Mapping[str, Feed], profiles: Mapping[str, Profile], path: Path) -> Refusal:
    """The refusal of sums that came and went beside a description: no buyer, no number and no goods are told."""
    amount = next((feeds[name].columns[0] for name in _WORTH if name in feeds), "")
    told = {name for name, feed in feeds.items() if name != "customer_name" or feed.columns[0] not in _ACCOUNTS}
    is_bare = told <= {*_WORTH, "ordered_at", "product_name", "category", "currency"}
    if kind is not ImportKind.ORDERS or not amount or not is_bare or "product_name" not in feeds:
        return None
    sums = next(profile for name, profile in profiles.items() if normal(name) == amount)
    if feeds["product_name"].columns[0] not in _DESCRIPTIONS or not sums.says(_WENT.match):
        return None
    return refused_as("bank_statement", path)


def refused_as(name: str, path: Path) -> WrongKind:
    """The refusal of a file as one of the vocabulary's `others`, by its name there."""
    other = next(other for other in load_words()["others"] if other["name"] == name)
    article = "an" if other["title"][0] in "aeiou" else "a"
    text = f"“{path.name}” is {article} {other['title']}. {other['refusal']}"
    return WrongKind(Sentence(f"other_{name}", text, file=path.name))


def _among(names: Collection[str], group: Sequence[str]) -> list[str]:
    """The headings that are of a group, or hold a phrase of it: `Prix d'achat HT`."""
    phrases = [f" {phrase} " for phrase in group if " " in phrase]
    return [name for name in names if name in group or any(phrase in f" {name} " for phrase in phrases)]


def _may_be_other(
    other: Mapping[str, Any], kind: ImportKind | None, feeds: Mapping[str, Feed], own: Collection[str]
) -> bool:
    """Whether what was understood of a file leaves room for such a report.

    `own`: the report's own headings, and the bare `id` that anything has; `Cart ID` is no order's number there.
    """
    fields = {name for name, feed in feeds.items() if not {*feed.columns} <= {*own}}
    if kind is not None and kind not in other.get("kinds", (kind,)):
        return False
    if other.get("always", False):
        return not {"email", "phone"} & fields
    if "unless" in other:
        return not set(other["unless"]) & fields
    if kind is ImportKind.PRODUCTS and "price" in feeds:
        return False
    if other.get("names_people", False):
        return kind is not ImportKind.PRODUCTS and not {"order_id", "order_total"} & fields
    names_people = bool(fields & {*IDENTITY_FIELDS, "customer_name"}) or kind is ImportKind.ENQUIRIES
    is_sold = bool({"product_id", "sku"} & fields) and kind is ImportKind.ORDERS
    return not (names_people or is_sold or kind is ImportKind.CUSTOMERS)
