"""One deed for many customers: tags, opting out, a list as a file. Each gives what its Undo needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reengage_desktop.domain.moments import iso_stamp
from reengage_desktop.domain.money import plain
from reengage_desktop.domain.sheets import csv_text
from reengage_desktop.jobs.events import CustomersChanged, QueueChanged
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import customers, listings, refusing
from reengage_desktop.store.refusing import Slip
from reengage_desktop.store.whole_files import written_whole

_BATCH = 100
_PAGE = 500
_HEADER = (
    "name",
    "email",
    "phone",
    "city",
    "country",
    "orders",
    "spent",
    "currency",
    "last_order_at",
    "agreed_to",
    "tags",
)


@dataclass(frozen=True)
class Tagged:
    """Who got a tag that they had not had before."""

    tag: str
    customer_ids: tuple[int, ...]


@dataclass(frozen=True)
class OptedOut:
    """Who was opted out, and what was before."""

    slips: tuple[Slip, ...]


@dataclass(frozen=True)
class Written:
    """A list of customers as a file."""

    file: Path
    count: int


def tag_all(shop: Shop, customer_ids: Sequence[int], tag: str) -> Tagged:
    """Gives all of them a tag; raises Refused for an empty one."""
    word = tag.strip()
    if not word:
        raise Refused("The tag is empty. Nothing was changed; write a word.")
    changed = customers.add_tag(shop.db, customer_ids, word, shop.now())
    shop.events.publish(CustomersChanged())
    return Tagged(word, tuple(changed))


def untag_all(shop: Shop, tagged: Tagged) -> None:
    """Takes the tag from those who got it."""
    customers.remove_tag(shop.db, tagged.customer_ids, tagged.tag, shop.now())
    shop.events.publish(CustomersChanged())


def opt_out_all(shop: Shop, customer_ids: Sequence[int]) -> OptedOut:
    """None of them gets messages any more; what waits for them is skipped at once. Takes long for very many."""
    now, slips = shop.now(), list[Slip]()
    for some in _parts(customer_ids, _BATCH):
        slips += refusing.opt_out_all(shop.db, some, now)
    _tell(shop)
    return OptedOut(tuple(slips))


def take_back_opt_out(shop: Shop, opted_out: OptedOut) -> int:
    """Makes their records what they were before; gives how many could be: whoever has said more since stays out."""
    restored, slips = 0, opted_out.slips[::-1]  # who shares an address with an earlier one goes back before her
    for start in range(0, len(slips), _BATCH):
        with shop.db.write():
            restored += sum(refusing.take_back(shop.db, slip) for slip in slips[start : start + _BATCH])
    _tell(shop)
    return restored


def export_list(shop: Shop, customer_ids: Sequence[int], target: Path, *, decimal_comma: bool = False) -> Written:
    """Writes the customers as a table (UTF-8 CSV) whose cells do nothing in a spreadsheet; raises OSError."""
    rows = list(_lines(shop, customer_ids))
    # Spreadsheets know by the mark at the beginning that it is UTF-8.
    with written_whole(target, "utf-8-sig") as stream:
        stream.write(csv_text(_HEADER, rows, decimal_comma=decimal_comma))
    return Written(target, len(rows))


def _lines(shop: Shop, customer_ids: Sequence[int]) -> Iterator[list[str | float]]:
    settings = shop.settings()
    for some in _parts(customer_ids, _PAGE):
        for row in listings.customer_rows(shop.db, some):
            yield [
                row.name,
                row.email or "",
                row.phone or "",
                row.city or "",
                row.country or "",
                row.orders_count,
                float(plain(row.lifetime_value_minor, settings.currency)),
                settings.currency,
                iso_stamp(row.last_order_at, settings.zone) or "",
                ", ".join(row.agreed_to),
                ", ".join(row.tags),
            ]


def _parts(ids: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), size):
        yield ids[start : start + size]


def _tell(shop: Shop) -> None:
    shop.events.publish(CustomersChanged())
    shop.events.publish(QueueChanged())
