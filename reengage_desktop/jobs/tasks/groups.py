"""The owner's own groups of customers: list, match, save, delete and bring back."""

from dataclasses import dataclass
from typing import Any

from reengage_desktop.domain import criteria as rules
from reengage_desktop.domain.criteria import EVERYBODY, Criteria
from reengage_desktop.jobs.events import CustomersChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import groups, matching
from reengage_desktop.store.groups import GroupRefused, StoredGroup

__all__ = [
    "Group",
    "GroupList",
    "GroupRefused",
    "Matching",
    "add_group",
    "count",
    "delete_group",
    "get_group",
    "list_choices",
    "list_groups",
    "match",
    "matching_ids",
    "restore_group",
    "save_group",
]

_FIRST = 5


@dataclass(frozen=True)
class Group:
    """A group and how many customers are in it now."""

    id: int
    name: str
    criteria: Criteria
    count: int

    def as_json(self) -> dict[str, Any]:
        """`{"id", "name", "criteria", "count"}`; the criteria as cli.md's `target_criteria`."""
        return {"id": self.id, "name": self.name, "criteria": rules.as_payload(self.criteria), "count": self.count}


@dataclass(frozen=True)
class GroupList:
    """Every group, for the command line."""

    groups: list[Group]

    def as_json(self) -> dict[str, Any]:
        """`{"groups"}`."""
        return {"groups": [each.as_json() for each in self.groups]}


@dataclass(frozen=True)
class Matching:
    """How many customers criteria pick, of how many, and what the first of them are called."""

    count: int
    total: int
    first_names: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """`{"count", "total", "first_names"}`."""
        return {"count": self.count, "total": self.total, "first_names": list(self.first_names)}


def list_groups(shop: Shop) -> list[Group]:
    """Every group by name, with its count."""
    with shop.db.snapshot():
        return [_counted(shop, each) for each in groups.list_all(shop.db)]


def get_group(shop: Shop, reference: int | str) -> Group:
    """One group by its number or name; raises GroupNotFound."""
    found = None if isinstance(reference, int) else groups.find_by_name(shop.db, reference)
    if found is None:
        number = int(reference) if str(reference).isdecimal() else None
        if number is None:
            raise groups.GroupNotFound(
                f"There is no group “{reference}”. Nothing was done; “groups list” names them all."
            )
        found = groups.get(shop.db, number)
    return _counted(shop, found)


def match(shop: Shop, criteria: Criteria) -> Matching:
    """How many customers the criteria pick now."""
    with shop.db.snapshot():
        found = matching.ids(shop.db, criteria, shop.settings(), shop.now())
        total = matching.count(shop.db, EVERYBODY, shop.settings(), shop.now())
        return Matching(len(found), total, tuple(matching.names(shop.db, found, _FIRST)))


def count(shop: Shop, criteria: Criteria) -> int:
    """How many customers the criteria pick now, and nothing else about them."""
    return matching.count(shop.db, criteria, shop.settings(), shop.now())


def matching_ids(shop: Shop, criteria: Criteria) -> list[int]:
    """The customers that the criteria pick now, by id."""
    return matching.ids(shop.db, criteria, shop.settings(), shop.now())


def list_choices(shop: Shop, field: str) -> list[str]:
    """The values that a field of words has in this shop."""
    return matching.choices(shop.db, field)


def add_group(shop: Shop, name: str, criteria: Criteria) -> Group:
    """Keeps criteria under a new name; raises GroupRefused where a group is called that already."""
    with shop.db.write():
        if groups.find_by_name(shop.db, name) is not None:
            raise GroupRefused(f"Another group is called “{name}”. Nothing was saved; choose another name.")
        saved = groups.save(shop.db, name, criteria, shop.now())
    shop.events.publish(CustomersChanged())
    return _counted(shop, saved)


def save_group(shop: Shop, name: str, criteria: Criteria, group_id: int | None = None) -> Group:
    """Keeps criteria under a name; without `group_id` a group of the same name is overwritten. Raises GroupRefused."""
    saved = groups.save(shop.db, name, criteria, shop.now(), group_id)
    shop.events.publish(CustomersChanged())
    return _counted(shop, saved)


def delete_group(shop: Shop, group_id: int) -> None:
    """Removes a group; its customers stay, and campaigns keep the criteria that they copied. Raises GroupNotFound."""
    groups.delete(shop.db, group_id)
    shop.events.publish(CustomersChanged())


def restore_group(shop: Shop, group: Group) -> Group:
    """Brings a removed group back under its number; raises GroupRefused where its name is taken again."""
    groups.restore(shop.db, StoredGroup(group.id, group.name, group.criteria), shop.now())
    shop.events.publish(CustomersChanged())
    return _counted(shop, StoredGroup(group.id, group.name, group.criteria))


def _counted(shop: Shop, group: StoredGroup) -> Group:
    return Group(
        group.id, group.name, group.criteria, matching.count(shop.db, group.criteria, shop.settings(), shop.now())
    )
