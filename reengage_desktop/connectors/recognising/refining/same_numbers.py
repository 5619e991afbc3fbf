"""Tills that count anew every day, and shops of which each counts its own: their numbers alone name no order."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.connectors.recognising.kinds.matching import Feeds
from reengage_desktop.connectors.vocabulary.fields import IDENTITY_FIELDS
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.presets import Feed
from reengage_desktop.domain.sentences import Sentence

_WHERE = frozenset(
    "store shop location branch outlet register till station terminal filiale standort kasse betrieb magasin boutique "
    "caisse etablissement tienda sucursal caja negozio sede cassa winkel filiaal vestiging kassa loja caixa sklep kasa "
    "店舗 店舗名 店舗コード レジ レジ番号".split()
)
"""Columns that say where an order was taken."""
_OWN = frozenset({"id", "number", "nr", "numero", "nummer", "numer", "番号"})
"""What a list's rows are numbered by."""
_FEWEST = 2
"""Numbers that must come again for other buyers before they are doubted."""


def take_own_number(
    table: Table, feeds: Feeds, mapping: Mapping[str, str | None], sample: Sequence[Sequence[str]]
) -> None:
    """Takes a list's bare `ID` where what was taken for the orders' number comes again for another buyer.

    That is something else, as the reference of a payment: two people's orders would become one. Not where orders have
    several rows, which their own numbers would part.
    """
    at = {normal(name): place for place, name in reversed(list(enumerate(table.header)))}
    taken = {column for feed in feeds.values() for column in feed.columns}
    if "order_id" not in feeds or "order_id" in mapping or len(feeds["order_id"].columns) > 1:
        return
    number, whose = at[feeds["order_id"].columns[0]], _buyers_in(feeds, at)
    day = at[feeds["ordered_at"].columns[0]] if "ordered_at" in feeds else number
    told = [(row[number].strip(), _buyer_of(row, whose), row[day].strip()) for row in sample]
    buyers: dict[str, set[str]] = {}
    for name, buyer, _ in told:
        if name and buyer:
            buyers.setdefault(name, set()).add(buyer)
    has_lines = len(set(told)) < len(told)
    if has_lines or all(len(found) == 1 for found in buyers.values()):
        return
    for own in sorted(_OWN & (at.keys() - taken)):
        numbers = {row[at[own]].strip() for row in sample}
        if len(numbers) == len(sample) and "" not in numbers:
            feeds["order_id"] = Feed((own,))
            return


def _buyers_in(feeds: Feeds, at: Mapping[str, int]) -> list[int]:
    """The places of what tells who bought, the surest first."""
    named = [name for name in IDENTITY_FIELDS if name in feeds] or feeds.keys() & {"customer_name"}
    return [at[feeds[name].columns[0]] for name in named]


def _buyer_of(row: Sequence[str], whose: Sequence[int]) -> str:
    return next((row[at].strip().casefold() for at in whose if row[at].strip()), "")


def tell_orders_apart(
    table: Table,
    feeds: Feeds,
    mapping: Mapping[str, str | None],
    sample: Sequence[Sequence[str]],
    known: Collection[tuple[str, str]],
) -> Sentence | None:
    """Joins where or when an order was taken to its number where most numbers come again there for other buyers.

    Only where that leaves every order with one buyer, and every row has a number; or where an earlier file with these
    columns was `known` by them: its orders bear both, whatever this file alone would tell. The note says so.
    """
    at = {normal(name): place for place, name in reversed(list(enumerate(table.header)))}
    whose = _buyers_in(feeds, at)
    if "order_id" not in feeds or "order_id" in mapping or len(feeds["order_id"].columns) > 1:
        return None
    number = feeds["order_id"].columns[0]
    if not all(row[at[number]].strip() for row in sample):
        return None
    told = {(normal(one), normal(other)) for one, other in known}
    for column in sorted(_telling(feeds, at), key=lambda column: (number, column) not in told):
        if (number, column) in told or _tells_apart(at[number], at[column], whose, sample):
            feeds["order_id"] = Feed((number, column), is_joined=True)
            one, other = table.header[at[number]], table.header[at[column]]
            text = f"The numbers in “{one}” come again for other buyers: “{one}” and “{other}” together tell an order."
            return Sentence("numbers_apart", text, column=one, other=other)
    return None


def _telling(feeds: Feeds, at: Mapping[str, int]) -> Iterator[str]:
    taken = {column for feed in feeds.values() for column in feed.columns}
    yield from (heading for heading in at if heading not in taken and not _WHERE.isdisjoint(heading.split()))
    if "ordered_at" in feeds:
        yield feeds["ordered_at"].columns[0]


def _tells_apart(number: int, place: int, whose: Sequence[int], sample: Sequence[Sequence[str]]) -> bool:
    buyers: dict[str, dict[str, set[str]]] = {}
    for row in sample:
        if buyer := _buyer_of(row, whose):
            buyers.setdefault(row[number].strip(), {}).setdefault(row[place].strip(), set()).add(buyer)
    again = [found for found in buyers.values() if len(found) > 1]
    others = [found for found in again if len(set[str]().union(*found.values())) > 1]
    is_told = all(len(named) == 1 for found in buyers.values() for named in found.values())
    return is_told and len(others) >= _FEWEST and 2 * len(others) > len(again)
