"""A column called just `Name` in a list of orders: the buyer's, or that of the goods beside it, as its rows tell."""

from collections.abc import Mapping, Sequence

from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.connectors.recognising.columns.goods_numbers import BARE_NAMES
from reengage_desktop.connectors.recognising.kinds.matching import Feeds
from reengage_desktop.connectors.vocabulary.fields import IDENTITY_FIELDS
from reengage_desktop.connectors.vocabulary.headings import normal


def name_goods(table: Table, feeds: Feeds, mapping: Mapping[str, str | None], sample: Sequence[Sequence[str]]) -> None:
    """Takes such names for those of goods where every number of goods has one of them, and some buyer several."""
    if not mapping.keys().isdisjoint({"customer_name", "product_name"}) or "product_name" in feeds:
        return
    whose = next((feeds[name].columns[0] for name in IDENTITY_FIELDS if name in feeds), "")
    what = next((feeds[name].columns[0] for name in ("sku", "product_id") if name in feeds), "")
    named = feeds["customer_name"].columns if "customer_name" in feeds else ()
    if not whose or not what or len(named) != 1 or named[0] not in BARE_NAMES:
        return
    at = {normal(name): place for place, name in reversed(list(enumerate(table.header)))}
    of_goods, of_buyers = (_values_beside(at[each], at[named[0]], sample) for each in (what, whose))
    if all(len(names) == 1 for names in of_goods.values()) and any(len(names) > 1 for names in of_buyers.values()):
        feeds["product_name"] = feeds.pop("customer_name")


def _values_beside(place: int, other: int, sample: Sequence[Sequence[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in sample:
        if (value := row[place].strip()) and (beside := row[other].strip()):
            found.setdefault(value, set()).add(beside)
    return found
