"""Keeping the search's index in step with the customers, a batch at a time between other writes."""

from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import searching


def refresh_search(shop: Shop) -> bool:
    """Takes one batch of new and changed customers into the index; True while more wait. Call it until it is False."""
    return searching.is_behind(shop.db) and searching.refresh(shop.db)
