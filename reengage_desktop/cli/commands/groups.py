"""`groups list|save|show|delete`: criteria under a name, and how many customers they mean now (C14)."""

from typing import Any

from reengage_desktop.cli.answers import Answer, Stage
from reengage_desktop.cli.reading import read_json
from reengage_desktop.cli.tables import counted, facts, table
from reengage_desktop.domain.criteria import nearest, parse
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import customers, groups

_KEYS = ("name", "criteria")


def list_groups(shop: Shop, _arguments: Any, _stage: Stage) -> Answer:
    """Every group with its count."""
    found = groups.list_groups(shop)
    rows = [(each.id, each.name, each.count) for each in found]
    return Answer(groups.GroupList(found).as_json(), table(("id", "name", "customers"), rows))


def save(shop: Shop, arguments: Any, stage: Stage) -> Answer:
    """Saves a group from a JSON file with its name and criteria; one of the same name is replaced."""
    payload = read_json(arguments.file, stage)
    strange = [key for key in payload if key not in _KEYS and key not in ("id", "count")]
    if strange:
        raise Refused(f"There is no “{strange[0]}” in a group. {nearest(strange[0], _KEYS)} Nothing was saved.")
    if "criteria" not in payload:
        raise Refused("“criteria” is missing: whom the group means. Nothing was saved.")
    name = payload.get("name") or ""
    if not isinstance(name, str):
        raise Refused("“name” must be a text in quotation marks. Nothing was saved.")
    saved = groups.save_group(shop, name, parse(payload["criteria"]))
    return Answer(saved.as_json(), f"Saved: {saved.name}, {counted(saved.count, 'customer', 'customers')} now.")


def show(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """One group and who is in it."""
    found = groups.get_group(shop, arguments.group)
    ids = groups.matching_ids(shop, found.criteria)
    people = [customers.show_customer(shop, each).as_json() for each in ids[: arguments.limit]]
    data = {**found.as_json(), "total": len(ids), "customers": people}
    rows = [(each["name"], each["email"] or each["phone"], each["orders"], each["lifetime_value"]) for each in people]
    head = facts([("group", found.name), ("criteria", data["criteria"]), ("customers", len(ids))])
    return Answer(data, f"{head}\n\n{table(('name', 'address', 'orders', 'spent'), rows)}")


def delete(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Removes a group; its customers stay."""
    found = groups.get_group(shop, arguments.group)
    groups.delete_group(shop, found.id)
    return Answer({"id": found.id, "deleted": True}, f"Deleted: {found.name}.")
