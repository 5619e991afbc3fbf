"""`privacy notice|suppressions|receipt`."""

from typing import Any

from reengage_desktop.cli.answers import Answer, Stage
from reengage_desktop.cli.saving import target_of
from reengage_desktop.cli.tables import table
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import privacy, receipts


def notice(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """A paragraph for the shop's privacy notice."""
    told = privacy.notice(shop, arguments.language)
    return Answer(told.as_json(), told.text)


def suppressions(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Who is never written to."""
    found = privacy.list_suppressions(shop, arguments.search, limit=arguments.limit)
    data = found.as_json()
    rows = [(each["address"], each["kind"], each["channel"], each["reason"], each["at"]) for each in data["addresses"]]
    return Answer(data, table(("address", "kind", "channel", "why", "since"), rows))


def receipt(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """What of the customers went to which provider."""
    data = receipts.read(shop).as_json()
    if arguments.out is not None:
        file = receipts.export(shop, target_of(shop, arguments.out))
        return Answer({**data, "file": str(file)}, f"Saved: {file}")
    rows = [
        (each["provider"], told["field"], told["times"], told["customers"])
        for each in data["providers"]
        for told in each["fields"]
    ]
    if not rows:
        return Answer(data, "Nothing about your customers has left this PC.")
    return Answer(data, table(("provider", "field", "times", "customers"), rows))
