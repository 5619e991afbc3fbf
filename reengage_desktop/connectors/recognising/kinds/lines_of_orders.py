"""What tells the lines of orders from goods: both have a name, a price and a number of pieces."""

from collections.abc import Mapping

from reengage_desktop.connectors.recognising.columns.guessing import guess
from reengage_desktop.connectors.recognising.headings.naming import name_score
from reengage_desktop.connectors.recognising.kinds.convincing import SURE
from reengage_desktop.connectors.values.profiles import Profile
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.domain.vocabulary import ImportKind

_LINE_NUMBERS = frozenset("order item id|order line id|order line number|line item id|line number".split("|"))


def are_lines_of_orders(profiles: Mapping[str, Profile]) -> bool:
    """Whether an order's number comes again beside how many were sold, or which line it is: that was bought."""
    orders = guess(ImportKind.ORDERS, profiles)
    number = orders["order_id"].columns[0] if "order_id" in orders else ""
    is_counted = "quantity" in orders or any(normal(name) in _LINE_NUMBERS for name in profiles)
    if not is_counted or number.startswith("ref") or name_score("order_id", number, ImportKind.ORDERS) < SURE:
        return False  # a bare reference is that of the goods
    return any(normal(name) == number and each.distinct < each.filled for name, each in profiles.items())
