"""Whether a column of numbers is the order's, the line's or the piece's: its values beside the others tell."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.connectors.recognising.headings.naming import name_score
from reengage_desktop.connectors.recognising.kinds.matching import Feeds
from reengage_desktop.connectors.recognising.rows.giving_back import BELOW_ZERO
from reengage_desktop.connectors.values.amounts import amount_reader, decide_amounts
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.presets import Feed, Preset
from reengage_desktop.domain.vocabulary import ImportKind

_PLAIN_TOTAL = 0.7

_AMOUNTS = frozenset({"order_total", "line_total", "unit_price"})
_VAGUE_AMOUNTS = frozenset(
    "sales|amount|revenue|price|value|spend|spent|net sales|umsatz|betrag|montant|importe|importo|bedrag|valor".split(
        "|"
    )
)
"""Names that leave open whether an amount is the order's or the line's."""
_PRICES = frozenset({"sale price", "sales price", "selling price", "sold price"})
"""Names of an amount that is the whole order's where nothing says of how many pieces."""
_NET = tuple(
    "net amount|net total|net value|nettobetrag|nettosumme|montant net|total net|importe neto|total neto|importo netto|"
    "totale netto|nettobedrag|valor liquido|kwota netto|wartosc netto".split("|")
)
"""An amount without what a service or the state keeps of it: better than none."""


def settle_amounts(
    table: Table,
    kind: ImportKind,
    preset: Preset | None,
    feeds: Feeds,
    mapping: Mapping[str, str | None],
    sample: Sequence[Sequence[str]],
) -> None:
    """An amount on every line of an order is the line's, unless it is the same on all lines of every order."""
    if kind is not ImportKind.ORDERS or (preset is not None and _tells_amounts(preset, feeds)):
        return
    _drop_line_numbers(table, feeds, mapping, sample)
    _take_net(table, feeds)
    _take_price(feeds, mapping)
    _take_printed(table, feeds, mapping)
    _settle_prices(table, feeds, mapping, sample)
    _drop_parts(table, feeds, mapping, sample)
    if "order_total" in feeds and "order_total" not in mapping and "line_total" not in feeds:
        has_lines = bool({"product_id", "sku", "product_name"} & set(feeds))
        if "order_id" in feeds and _is_per_line(table, feeds, sample, has_lines=has_lines):
            feeds["line_total"] = feeds.pop("order_total")
            _find_whole_total(table, feeds, sample)


def _tells_amounts(preset: Preset, feeds: Feeds) -> bool:
    """Whether a known export says itself what an amount of the file is: others were guessed by their names."""
    known = preset.feeds[ImportKind.ORDERS]
    told = {column for name in _AMOUNTS & known.keys() for column in known[name].columns}
    return any(not told.isdisjoint(feeds[name].columns) for name in _AMOUNTS & feeds.keys())


def _drop_line_numbers(
    table: Table, feeds: Feeds, mapping: Mapping[str, str | None], sample: Sequence[Sequence[str]]
) -> None:
    """What counts the lines of every order from 1 (`Article #`) is no number of goods."""
    if not {"order_id", "product_id"} <= set(feeds) or "product_id" in mapping:
        return
    if "id" in feeds["product_id"].columns[0].split():
        return
    at = {normal(name): place for place, name in reversed(list(enumerate(table.header)))}
    numbers, product = [at[column] for column in feeds["order_id"].columns], at[feeds["product_id"].columns[0]]
    counts: Counter[tuple[str, ...]] = Counter()
    for row in sample:
        number = tuple(row[place] for place in numbers)
        counts[number] += 1
        if row[product].strip() != str(counts[number]):
            return
    if max(counts.values(), default=0) > 1:
        feeds.pop("product_id")


def _take_net(table: Table, feeds: Feeds) -> None:
    """Where no other amount is told, the net one is the order's."""
    found = [heading for heading in map(normal, table.header) if heading in _NET]
    if found and not _AMOUNTS & set(feeds):
        feeds["order_total"] = Feed((found[0],), meanings=(None,))


def _take_price(feeds: Feeds, mapping: Mapping[str, str | None]) -> None:
    """Beside how many were sold, the price at which they were is that of one of them."""
    is_free = "order_total" not in mapping and "unit_price" not in {*feeds, *mapping}
    if is_free and {"order_total", "quantity"} <= set(feeds) and feeds["order_total"].columns[0] in _PRICES:
        feeds["unit_price"] = feeds.pop("order_total")


def _take_printed(table: Table, feeds: Feeds, mapping: Mapping[str, str | None]) -> None:
    """Beside `total_formatted` a `total` counts the smallest coins: what is printed for people is taken."""
    headings = set(map(normal, table.header))
    for name in {"order_total", "line_total", "unit_price", "refunded_amount"} & set(feeds) - set(mapping):
        printed = f"{feeds[name].columns[0]} formatted"
        if printed in headings:
            feeds[name] = Feed((printed,), meanings=(None,))


def _drop_parts(table: Table, feeds: Feeds, mapping: Mapping[str, str | None], sample: Sequence[Sequence[str]]) -> None:
    """A sum that differs between the lines of an order, beside the lines' own, is not the order's."""
    is_told_twice = {"order_id", "order_total", "line_total"} <= set(feeds) and "order_total" not in mapping
    if is_told_twice and _is_per_line(table, feeds, sample, has_lines=False):
        feeds.pop("order_total")
        _find_whole_total(table, feeds, sample)


def _find_whole_total(table: Table, feeds: Feeds, sample: Sequence[Sequence[str]]) -> None:
    """Beside the lines' amounts another column may name the order's, shipping included: the same on all its lines."""
    taken = {column for feed in feeds.values() for column in feed.columns}
    for heading in map(normal, table.header):
        if heading not in taken and name_score("order_total", heading, ImportKind.ORDERS) >= _PLAIN_TOTAL:
            tried = {**feeds, "order_total": Feed((heading,), meanings=(None,))}
            if not _is_per_line(table, tried, sample, has_lines=False):
                feeds["order_total"] = tried["order_total"]
                return


def _settle_prices(
    table: Table, feeds: Feeds, mapping: Mapping[str, str | None], sample: Sequence[Sequence[str]]
) -> None:
    """Where the prices alone, not times their quantities, come to the orders' totals, they are the lines' amounts."""
    needed = {"order_id", "order_total", "unit_price", "quantity"}
    if not needed <= set(feeds) or "line_total" in feeds or "unit_price" in mapping:
        return
    at = {normal(name): place for place, name in reversed(list(enumerate(table.header)))}
    numbers = [at[column] for column in feeds["order_id"].columns]
    amounts = [at[feeds[name].columns[0]] for name in ("order_total", "unit_price", "quantity")]
    readers = [amount_reader(decide_amounts([row[place] for row in sample])) for place in amounts]
    orders: dict[tuple[str, ...], list[Decimal]] = {}
    for row in sample:
        try:
            total, price, quantity = (
                read(row[place].strip()) or Decimal(0) for read, place in zip(readers, amounts, strict=True)
            )
        except (ValueError, ArithmeticError):
            continue
        sums = orders.setdefault(tuple(row[place] for place in numbers), [total, Decimal(0), Decimal(0)])
        sums[1] += price
        sums[2] += price * quantity
    telling = [sums for sums in orders.values() if sums[1] != sums[2]]
    as_lines = sum(sums[0] == sums[1] for sums in telling)
    as_pieces = sum(sums[0] == sums[2] for sums in telling)
    if as_lines > max(1, 2 * as_pieces):
        feeds["line_total"] = feeds.pop("unit_price")


def _is_per_line(table: Table, feeds: Feeds, sample: Sequence[Sequence[str]], *, has_lines: bool) -> bool:
    at = {normal(name): place for place, name in reversed(list(enumerate(table.header)))}
    numbers, amount = [at[column] for column in feeds["order_id"].columns], at[feeds["order_total"].columns[0]]
    amounts: dict[tuple[str, ...], set[str]] = {}
    counts: Counter[tuple[str, ...]] = Counter()
    for row in sample:
        if BELOW_ZERO.match(row[amount].strip()):  # what is given back is no part of what was sold
            continue
        number = tuple(row[place] for place in numbers)
        amounts.setdefault(number, set()).update(filter(None, (row[amount].strip(),)))
        counts[number] += 1
    repeated = [number for number, count in counts.items() if count > 1]
    if not repeated:
        return has_lines and feeds["order_total"].columns[0] in _VAGUE_AMOUNTS
    return any(len(amounts[number]) > 1 for number in repeated)
