"""The owner's groups as the window and the command line use them."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from reengage_desktop.domain.criteria import Criteria, of_ids, parse
from reengage_desktop.jobs.shop import Paths, Shop
from reengage_desktop.jobs.tasks import groups
from reengage_desktop.store.database import open_database
from reengage_desktop.store.groups import GroupNotFound, GroupRefused
from tests.shop_rows import add_customer

_NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
_TWO = parse({"field": "orders_count", "op": "at_least", "value": 2})


@pytest.fixture
def shop(tmp_path: Path) -> Any:
    """A shop with three customers, two of whom bought twice."""
    db = open_database(tmp_path / "shop.db")
    for number, orders in enumerate((1, 2, 3)):
        add_customer(db, name=f"Ann {number}", orders_count=orders)
    found = Shop(db, Paths(tmp_path), lambda: _NOW, lambda: pytest.fail("no secret is needed"))
    yield found
    found.close()


def test_a_group_is_saved_listed_and_matched(shop: Shop) -> None:
    """C14: a name, criteria, and the number of matches now."""
    saved = groups.save_group(shop, " Regulars ", _TWO)
    assert (saved.name, saved.count) == ("Regulars", 2)
    assert groups.list_groups(shop) == [saved]
    assert groups.get_group(shop, "regulars") == groups.get_group(shop, saved.id) == saved
    found = groups.match(shop, _TWO)
    assert (found.count, found.total, found.first_names) == (2, 3, ("Ann 1", "Ann 2"))
    assert groups.matching_ids(shop, of_ids([3, 1, 99])) == [1, 3]


def test_a_group_is_changed_removed_and_brought_back(shop: Shop) -> None:
    """C14: undo brings the same group back under its number."""
    saved = groups.save_group(shop, "Regulars", _TWO)
    assert groups.save_group(shop, "regulars", Criteria()).id == saved.id
    renamed = groups.save_group(shop, "Friends", _TWO, saved.id)
    assert renamed.id == saved.id
    groups.delete_group(shop, renamed.id)
    assert groups.list_groups(shop) == []
    assert groups.restore_group(shop, renamed) == renamed


def test_a_name_that_is_taken_or_empty_is_refused(shop: Shop) -> None:
    """C14: two groups never share a name."""
    first, second = (groups.save_group(shop, name, _TWO) for name in ("One", "Two"))
    for wrong in ("one", "  "):
        with pytest.raises(GroupRefused):
            groups.save_group(shop, wrong, _TWO, second.id)
    groups.delete_group(shop, first.id)
    groups.save_group(shop, "One", _TWO)
    with pytest.raises(GroupRefused):
        groups.restore_group(shop, groups.Group(99, "ONE", _TWO, 0))
    for unknown in (99, "nobody", "99"):
        with pytest.raises(GroupNotFound):
            groups.get_group(shop, unknown)


def test_a_new_group_takes_no_name_of_another(shop: Shop) -> None:
    """C14: what the window makes new never overwrites a group."""
    first = groups.add_group(shop, "Regulars", _TWO)
    with pytest.raises(GroupRefused):
        groups.add_group(shop, "regulars", Criteria())
    assert groups.list_groups(shop) == [first]
