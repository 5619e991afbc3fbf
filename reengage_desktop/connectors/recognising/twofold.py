"""Files that hold two things at once: lines of orders that also tell about the customers."""

from reengage_desktop.connectors.checking.plan import Plan
from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.connectors.recognising.headings.asking import may_ask
from reengage_desktop.connectors.recognising.recognition import recognise
from reengage_desktop.connectors.vocabulary.fields import FIELDS
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.refusals import FileRefused
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ImportKind

_OTHER_KINDS = frozenset({ImportKind.ORDERS, ImportKind.ENQUIRIES, ImportKind.VIEWS, ImportKind.WISHLISTS})
_NAMES = frozenset({"name", "first_name", "last_name"})
_SUMS = frozenset({"created_at", "last_order_at", "orders_count", "lifetime_value"})
"""What the orders themselves tell better."""


def columns_for_customers(table: Table, plan: Plan, settings: Settings, *, all_count: bool) -> tuple[str, ...]:
    """The columns that this plan leaves out and that the same file, read as customers, would give.

    To find them the file is recognised once more; unless `all_count` only where one of them may be about agreeing.
    """
    asking = plan.left_out if all_count else [each for each in plan.left_out if may_ask(normal(each))]
    if plan.kind not in _OTHER_KINDS or not asking:
        return ()
    try:
        people = recognise(table, ImportKind.CUSTOMERS, settings=settings)
    except FileRefused:
        return ()
    told = FIELDS[plan.kind].keys() | _NAMES | _SUMS
    given = {column for source in people.sources if source.field not in told for column in source.columns}
    return tuple(column for column in plan.left_out if column in given)
