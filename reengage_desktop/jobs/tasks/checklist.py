"""The four first steps of a new shop, and which of them are done; the card on Home shows them until all are."""

from dataclasses import dataclass

from reengage_desktop.channels.registry import availability
from reengage_desktop.jobs.events import NoticesChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import first_steps, test_messages
from reengage_desktop.store.settings import drop_word, find_word, put_word

_WORD = "checklist"
_PRETEND = "pretend"


@dataclass(frozen=True)
class Checklist:
    """Which steps are done. `is_hidden`: all are, or the owner put the card away, or the shop is the sample."""

    has_customers: bool
    has_channel: bool
    has_tested: bool
    has_started: bool
    is_hidden: bool


def read(shop: Shop) -> Checklist:
    """How far the owner is.

    A channel counts when messages may take it and its provider is connected; the pretend provider is none. Started is
    who has switched automatic messages on, or ever started a campaign.
    """
    if shop.is_sample or find_word(shop.db, _WORD) is not None:
        return Checklist(has_customers=True, has_channel=True, has_tested=True, has_started=True, is_hidden=True)
    settings = shop.settings()
    steps = (
        first_steps.has_customers(shop.db),
        _has_channel(shop),
        test_messages.count(shop.db) > 0,
        settings.is_on("reengagement.enabled") or first_steps.has_started_campaign(shop.db),
    )
    return Checklist(*steps, is_hidden=all(steps))


def put_away(shop: Shop) -> None:
    """Hides the card for good."""
    put_word(shop.db, _WORD, "away")
    shop.events.publish(NoticesChanged())


def bring_back(shop: Shop) -> None:
    """Shows the card again: undoes `put_away`."""
    drop_word(shop.db, _WORD)
    shop.events.publish(NoticesChanged())


def _has_channel(shop: Shop) -> bool:
    settings = shop.settings()
    if not settings.channels:
        return False
    states = availability(settings, shop.secrets)
    return any(states[channel].configured and states[channel].provider != _PRETEND for channel in settings.channels)
