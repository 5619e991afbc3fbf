"""Which customers the table shows: a ready-made filter, one of the owner's groups, or a list that a page named."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reengage_desktop.domain.criteria import Condition, Criteria
from reengage_desktop.domain.listings import CustomerRow
from reengage_desktop.domain.vocabulary import Segment
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import groups
from reengage_desktop.jobs.tasks.groups import Group
from reengage_desktop.store import listings

FIRST = 200
"""Of a long list so many rows are shown at once, a page of the table; the rest follows."""

_LONG = 20_000
_PIECE = 20_000


@dataclass(frozen=True)
class Shown:
    """The choice: a segment, unless a group or a named list stands in its place."""

    segment: Segment = Segment.ALL
    group: Group | None = None
    ids: tuple[int, ...] | None = None
    title: str = ""

    @property
    def is_segment(self) -> bool:
        """Whether one of the quick filters says it all."""
        return self.group is None and self.ids is None

    def criteria(self) -> Criteria | None:
        """The choice as a group would keep it; None for everybody."""
        if self.group is not None:
            return self.group.criteria
        if self.ids is not None:
            return Criteria("all", (Condition("customer_id", "in", self.ids),))
        return None if self.segment is Segment.ALL else Criteria("all", (Condition("segment", "is", self.segment),))


@dataclass(frozen=True)
class Question:
    """What is to be listed, found and sorted, and whose rows are wanted afterwards (the selected ones)."""

    shown: Shown
    search: str = ""
    order: str = "last_order"
    descending: bool = True
    kept: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Answer:
    """The ids in their order, the rows of the kept ones, whether that is all, and what the first page says."""

    ids: "array[int]"
    kept_rows: Sequence[int]
    is_whole: bool
    page: Mapping[int, CustomerRow]


def ask(shop: Shop, question: Question, *, whole: bool) -> Answer:
    """The list; of a very long one only its beginning unless the whole is asked for. For a lane.

    The beginning brings its rows along: nobody waits for a second answer before there is something to see.
    """
    settings, now, shown = shop.settings(), shop.now(), question.shown
    among = shown.ids if shown.group is None else groups.matching_ids(shop, shown.group.criteria)
    is_long = among is None and int(shop.db.value("SELECT coalesce(max(id), 0) FROM customers")) > _LONG
    limit = FIRST if is_long and not whole else None
    ids = listings.customer_ids(
        shop.db,
        settings,
        now,
        segment=shown.segment if shown.is_segment else Segment.ALL,
        search=question.search,
        among=among,
        order=question.order,
        descending=question.descending,
        limit=limit,
    )
    kept = question.kept
    rows = [row for row, each in enumerate(ids) if each in kept] if kept else []
    page = {} if whole else {row.id: row for row in listings.customer_rows(shop.db, ids[:FIRST])}
    return Answer(_packed(ids), rows, limit is None or len(ids) < limit, page)


def _packed(ids: Sequence[int]) -> "array[int]":
    """The ids in little room; piece by piece, so that the window's thread comes in between."""
    packed = array("q")
    for start in range(0, len(ids), _PIECE):
        packed.extend(array("q", ids[start : start + _PIECE]))
    return packed
