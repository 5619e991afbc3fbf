"""Messages as lists show them: with the customer's name in place of her address."""

from collections.abc import Sequence
from dataclasses import replace

from reengage_desktop.domain.campaign_results import RecipientRow
from reengage_desktop.domain.listings import MessageRow
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import activity, campaigns, listings
from reengage_desktop.ui import wording
from reengage_desktop.ui.notices import forgotten


def read_messages(shop: Shop, ids: Sequence[int]) -> dict[int, MessageRow]:
    """The messages by id, `customer` being the name she is called by. For a lane."""
    rows = listings.message_rows(shop.db, ids)
    names = read_names(shop, [row.customer_id for row in rows])
    return {row.id: replace(row, customer=names.get(row.customer_id, row.customer)) for row in rows}


def read_names(shop: Shop, customer_ids: Sequence[int]) -> dict[int, str]:
    """What each of these customers is called; who was forgotten is called so. For a lane."""
    people = sorted(set(customer_ids))
    names = {person.id: person.name for person in listings.customer_rows(shop.db, people)}
    return names | dict.fromkeys(activity.list_forgotten(shop.db, people), forgotten())


def name_forgotten(shop: Shop, rows: Sequence[RecipientRow]) -> list[RecipientRow]:
    """The recipients, those who were forgotten called so. For a lane."""
    gone = set(activity.list_forgotten(shop.db, sorted({row.customer_id for row in rows})))
    return [replace(row, name=forgotten()) if row.customer_id in gone else row for row in rows]


def read_campaigns(shop: Shop) -> dict[int, str]:
    """What every campaign is called, by its number. For a lane."""
    rows = campaigns.list_rows(shop.db)
    return {row["id"]: wording.campaign_title(str(row["campaign_type"]), str(row["name"])) for row in rows}
