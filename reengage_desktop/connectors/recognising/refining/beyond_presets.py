"""What a known export says in columns that its preset does not name: versions, settings and languages add some."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from reengage_desktop.connectors.recognising.columns.guessing import guess, taken_back_in
from reengage_desktop.connectors.recognising.headings.leaving import ONLY_NO
from reengage_desktop.connectors.recognising.headings.naming import WELL_NAMED, name_score
from reengage_desktop.connectors.recognising.kinds.matching import Feeds
from reengage_desktop.connectors.recognising.rows.giving_back import TYPE_WORDS, beside_below_zero
from reengage_desktop.connectors.values.profiles import Profile
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.presets import Feed, Preset
from reengage_desktop.domain.vocabulary import ImportKind, OrderStatus

_PRESETS_OWN = frozenset({"name", "first_name", "last_name", "status", "agent", "source"})
"""What only a preset says of its own export: more than one column of it may look like this."""

_NAMES = frozenset({"name", "first_name", "last_name"})
_AMOUNTS = frozenset({"order_total", "line_total", "unit_price"})
_OF_AN_ORDER = frozenset({"status", "refunded_amount", "discount_code", "customer_id", "currency"})
"""What of a known export's orders is looked for in further columns where its own are not there: else all were paid."""
_NUMBERS_GOODS, _OF_LINES = frozenset({"sku", "product_id"}), frozenset({"unit_price", "line_total"})
_NAMES_GOODS = _NUMBERS_GOODS | {"product_name"}
"""Where a known export says nothing of goods, numbers of goods and their prices are taken together."""
_BUYERS = frozenset(
    "customer client buyer billing payer guest kunde kaufer cliente comprador acheteur klant koper klient".split()
)
"""Words that tell the buyer's address from the seller's and the till's own."""


def orders_beyond(preset: Preset, feeds: Feeds, profiles: Mapping[str, Profile]) -> Feeds:
    """What a known export of orders says in columns that its preset does not name; it may be another's after all."""
    known = preset.feeds[ImportKind.ORDERS]
    if _AMOUNTS & set(known) and not _AMOUNTS & set(feeds):
        return guess(ImportKind.ORDERS, profiles) | feeds
    told = {column for feed in known.values() for column in feed.columns} | preset.ignored[ImportKind.ORDERS]
    spare = {name: profile for name, profile in profiles.items() if normal(name) not in told}
    found = guess(ImportKind.ORDERS, spare)
    wanted = _OF_AN_ORDER & (known.keys() | {"currency"})
    if _NAMES_GOODS.isdisjoint(feeds) and _NUMBERS_GOODS & found.keys() and _OF_LINES & found.keys():
        wanted |= _NAMES_GOODS | _OF_LINES | {"quantity"}
    renamed = {name: feed for name, feed in found.items() if name in wanted and name not in feeds}
    feeds = _counting_against(feeds, profiles)
    return feeds | renamed | _undone_beyond(feeds, spare) | _buyers_beyond(feeds, told, profiles)


def _counting_against(feeds: Feeds, profiles: Mapping[str, Profile]) -> Feeds:
    """Rows that by their type give money back, and whose amounts are below zero, count against other orders."""
    state = feeds.get("status", Feed(()))
    by_name = {normal(name): profile for name, profile in profiles.items()}
    meanings = list(state.meanings)
    for at, column in enumerate(state.columns):
        if meanings[at] and not TYPE_WORDS.isdisjoint(column.split()):
            below = beside_below_zero(feeds, profiles, by_name[column])
            back = {
                word for word, said in (meanings[at] or {}).items() if said == OrderStatus.REFUNDED and word in below
            }
            meanings[at] = {**(meanings[at] or {}), **dict.fromkeys(back, str(OrderStatus.PAID))}
    return {**feeds, "status": replace(state, meanings=tuple(meanings))} if state.columns else feeds


def _undone_beyond(feeds: Feeds, spare: Mapping[str, Profile]) -> Feeds:
    """The state of orders with that in further columns before it: what any of them calls off or gives back, is so."""
    if "status" not in feeds:
        return {}
    found = [name for name in spare if name_score("status", name, ImportKind.ORDERS) >= WELL_NAMED]
    said = {normal(name): undone for name in found if (undone := taken_back_in(spare[name]))}
    state = feeds["status"]
    return {"status": Feed((*said, *state.columns), meanings=(*said.values(), *state.meanings))} if said else {}


def _buyers_beyond(feeds: Feeds, told: Collection[str], profiles: Mapping[str, Profile]) -> Feeds:
    """Who bought, where a known export says it in columns that are not `told` of, or that speak where its own don't."""
    buyers = {
        name: profile
        for name, profile in profiles.items()
        if normal(name) not in told and set(normal(name).split()) & _BUYERS
    }
    found = guess(ImportKind.ORDERS, buyers)
    reached = {name: _with(feeds.get(name), found[name]) for name in ("email", "phone") if name in found}
    is_known = bool(reached or {"email", "phone"} & set(feeds))
    named = {name: found[name] for name in ("customer_name",) if name in found and name not in feeds and is_known}
    return reached | named


def _with(feed: Feed | None, other: Feed) -> Feed:
    """A known export's own columns, and others that speak where those are blank."""
    if feed is None:
        return other
    return Feed((*feed.columns, *other.columns), meanings=(*feed.meanings, *other.meanings))


def people_beyond(feeds: Feeds, preset: Preset, profiles: Mapping[str, Profile]) -> Feeds:
    """What a known export's further columns say of people: other versions add columns, a no among them counts."""
    known = preset.feeds[ImportKind.CUSTOMERS]
    # Who tags somebody “do not contact” has said it, whatever the tool's own columns say.
    told = {column for name, feed in known.items() if name != "tags" for column in feed.columns}
    told |= preset.ignored[ImportKind.CUSTOMERS]
    spare = {column: profile for column, profile in profiles.items() if normal(column) not in told}
    found = guess(ImportKind.CUSTOMERS, spare, has_mail="email" in feeds)
    own = _PRESETS_OWN - _NAMES if not _NAMES & set(feeds) else _PRESETS_OWN
    beyond = {name: feed for name, feed in found.items() if name not in feeds and name not in own}
    for name, feed in found.items():
        if name in feeds and name in {"email", "phone"}:
            beyond[name] = _with(feeds[name], feed)
        elif name in feeds and name.startswith("consent_"):
            # Whatever they say, only their no counts beside what the tool itself is known to say.
            meanings = tuple(means or ONLY_NO for means in feed.meanings)
            known_feed = feeds[name]
            beyond[name] = Feed((*feed.columns, *known_feed.columns), meanings=(*meanings, *known_feed.meanings))
    return beyond
