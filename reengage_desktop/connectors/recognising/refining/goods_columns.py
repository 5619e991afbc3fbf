"""Lists of goods: which of several prices is asked, while which sale, and what is not offered at all."""

from collections.abc import Mapping
from datetime import date
from enum import IntEnum

from reengage_desktop.connectors.checking.plan import Plan
from reengage_desktop.connectors.recognising.columns.goods_numbers import has_word
from reengage_desktop.connectors.recognising.headings.naming import is_full, is_lesser, name_score
from reengage_desktop.connectors.recognising.refining.stock_columns import settle_stock
from reengage_desktop.connectors.values.profiles import Profile, fits, is_evidently
from reengage_desktop.connectors.vocabulary.fields import ValueType
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.meanings import FLAGS, forms
from reengage_desktop.connectors.vocabulary.presets import Feed, load_words
from reengage_desktop.connectors.vocabulary.sales import Term, Terms, is_day_first
from reengage_desktop.domain.places import CURRENCIES
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ImportKind

_LEAST = 0.45
_CODES = frozenset(map(str.casefold, CURRENCIES))


class _Price(IntEnum):
    """What kind of price a column holds, the one that a customer pays first."""

    NOW = 0
    SALE = 1
    FULL = 2
    PLAIN = 3
    REGULAR = 4
    NET = 5
    FORMER = 6


def settle_goods(
    feeds: dict[str, Feed], profiles: Mapping[str, Profile], day: date, currency: str, *, is_known: bool
) -> None:
    """Takes the price that is asked on the `day` of the file, and hears which goods are not offered.

    `currency`: the shop's; a price in another is that of another market. `is_known`: a preset named the prices.
    """
    settle_stock(feeds, profiles, is_known=is_known)
    if not is_known:
        _choose_price(feeds, profiles, currency.casefold())
    _heed_sales(feeds, profiles, day)
    _hear_withdrawn(feeds, profiles)


def _choose_price(feeds: dict[str, Feed], profiles: Mapping[str, Profile], currency: str) -> None:
    taken = {column for name, feed in feeds.items() if name != "price" for column in feed.columns}
    ranked = sorted(
        (_kind_of(normal(column)), -score, normal(column))
        for column, profile in profiles.items()
        if (score := name_score("price", column, ImportKind.PRODUCTS)) >= _LEAST
        and not profile.is_empty
        and fits(profile, ValueType.MONEY)
        and normal(column) not in taken
    )
    at_home = [told for told in ranked if not _is_elsewhere(told[-1], currency)]
    if at_home and at_home[0][0] is not _Price.FORMER:
        ranked = at_home
    if ranked:
        others = [heading for kind, _, heading in ranked if kind > _Price.SALE]
        columns = (ranked[0][-1], *others[:1]) if ranked[0][0] <= _Price.SALE else (ranked[0][-1],)
        feeds["price"] = Feed(columns, meanings=(None,) * len(columns))


def _is_elsewhere(heading: str, currency: str) -> bool:
    """Whether a heading names another currency than the shop's: `price_chf` in Germany."""
    named = _CODES & {*heading.split()}
    return bool(named) and currency not in named


def _kind_of(heading: str) -> _Price:
    words = load_words()["prices"]
    for kind in (_Price.NOW, _Price.FORMER, _Price.SALE):
        if has_word(heading, words[kind.name.casefold()]):
            return kind
    if is_lesser(heading):
        return _Price.NET
    if is_full(heading):
        return _Price.FULL
    return _Price.REGULAR if has_word(heading, words["regular"]) else _Price.PLAIN


def _heed_sales(feeds: dict[str, Feed], profiles: Mapping[str, Profile], day: date) -> None:
    """A price of a sale counts while the sale is on, as other columns may say, and where it is any."""
    price = feeds.get("price")
    if price is None or price.columns[1:] == () or _kind_of(price.columns[0]) is not _Price.SALE:
        return
    words = load_words()["prices"]
    found: list[tuple[str, Term]] = []
    for heading in map(normal, profiles):
        if heading in words["is_on"]:
            found.append((heading, Term.FLAG))
        elif heading not in price.columns and has_word(heading, words["sale"]):
            edges = [term for term in (Term.BEGINS, Term.ENDS, Term.SPANS) if has_word(heading, words[term.value])]
            found += [(heading, term) for term in edges[-1:]]
    columns = tuple(heading for heading, _ in found)
    days = (value for column, profile in profiles.items() if normal(column) in columns for value in profile.values)
    terms = Terms(columns, tuple(term for _, term in found), day, is_day_first(days))
    feeds["price"] = Feed(price.columns, meanings=price.meanings, terms=terms)


def _hear_withdrawn(feeds: dict[str, Feed], profiles: Mapping[str, Profile]) -> None:
    """What is a draft, hidden or archived can't be bought: it counts as not in stock, however much of it there is."""
    words = load_words()["offered"]
    taken = {column for feed in feeds.values() for column in feed.columns}
    heard: dict[str, Mapping[str, str]] = {}
    for column, profile in profiles.items():
        heading = normal(column)
        is_asked = heading in words["asked"] or heading.startswith(tuple(words["begins"]))
        if heading not in taken and not profile.is_empty and (is_asked or heading in words["turned"]):
            noes = _YES if heading in words["turned"] else _noes_of(profile)
            is_day = heading in words["turned"] and is_evidently(profile, ValueType.MOMENT)
            heard[heading] = {"*": "no"} if is_day else {**dict.fromkeys(noes, "no"), "*": ""}
    if heard:
        told = feeds.get("in_stock", Feed(()))
        meanings = told.meanings or (None,) * len(told.columns)
        feeds["in_stock"] = Feed((*heard, *told.columns), meanings=(*heard.values(), *meanings))


def note_on_withdrawn(plan: Plan, profiles: Mapping[str, Profile]) -> Sentence | None:
    """Tells the owner that some goods count as not in stock, and which columns say so."""
    if plan.kind is not ImportKind.PRODUCTS:
        return None
    heard = tuple(
        column
        for source in plan.sources
        for column, meanings in zip(source.columns, source.meanings, strict=False)
        if source.field == "in_stock" and meanings and "*" in meanings and _says_no(profiles[column], meanings)
    )
    if not heard:
        return None
    text = (
        f"By “{'”, “'.join(heard)}” some of these products are not offered at present, such as drafts: they count as "
        "not in stock, and nobody is written to about them."
    )
    return Sentence("not_offered", text, columns=heard)


def _says_no(profile: Profile, meanings: Mapping[str, str]) -> bool:
    return profile.says(lambda cell: any(meanings.get(word, meanings["*"]) == "no" for word in (cell, *forms(cell))))


_YES, _NO = ({word for word, flag in FLAGS.items() if flag is said} for said in (True, False))
_ON, _OFF = "1", "2"
"""Where a column holds nothing else, it numbers its answers, yes first."""


def _noes_of(profile: Profile) -> set[str]:
    """The words by which a column says that something is not offered."""
    noes = _NO.union(map(normal, load_words()["offered"]["noes"]), {"-1"})
    numbers = {word.removeprefix("0"): word for word in profile.words or profile.values}
    return noes | {numbers[_OFF]} if set(numbers) == {_ON, _OFF} else noes
