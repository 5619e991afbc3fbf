"""Whether messages could go at all: the keys, the channels that the owner chose, and the copies of the shop.

Slower than the figures: the keyring may be asked, so it is read only when something of it may have changed.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from reengage_desktop.channels.protocol import ChannelState
from reengage_desktop.channels.registry import PROVIDERS, availability
from reengage_desktop.domain.credentials import SecretsFault
from reengage_desktop.domain.sentences import spoken
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import backups, checklist, sender_domain
from reengage_desktop.store import first_steps

COPY_DAYS = 7
"""A newest copy that is older than this is an old one: a copy is kept of every day on which the program runs."""


@dataclass(frozen=True)
class Readiness:
    """What stands in the way. `keyring_fault` is the keyring's own sentence; `keeps_keys`: it outlives the program.

    `not_connected`: chosen channels whose provider lacks something. `old_copy_on`: the day of the newest copy when
    that is old. `domain_at_fault`: the sender's domain whose DNS lacked something when it was last asked.
    """

    checklist: checklist.Checklist
    keeps_keys: bool = True
    keyring_fault: str = ""
    not_connected: tuple[tuple[ChannelName, ChannelState], ...] = ()
    old_copy_on: date | None = None
    domain_at_fault: str = ""


def read_readiness(shop: Shop) -> Readiness:
    """Reads it; the sample shop needs nothing."""
    if shop.is_sample:
        return Readiness(checklist.read(shop))
    return replace(_read_keys(shop), domain_at_fault=_domain_at_fault(shop))


def _read_keys(shop: Shop) -> Readiness:
    steps = checklist.read(shop)
    settings = shop.settings()
    old_copy_on = _old_copy_on(shop)
    if not _needs_keys(settings):
        return Readiness(steps, not_connected=_not_connected(shop, settings), old_copy_on=old_copy_on)
    try:
        keeps_keys = shop.secrets.is_lasting
        _try_keys(shop, settings)
    except SecretsFault as fault:
        return Readiness(steps, keyring_fault=spoken(fault), old_copy_on=old_copy_on)
    return Readiness(steps, keeps_keys, not_connected=_not_connected(shop, settings), old_copy_on=old_copy_on)


def _domain_at_fault(shop: Shop) -> str:
    """What was found when the provider of e-mails was last tested; nobody is asked now."""
    settings = shop.settings()
    if ChannelName.EMAIL not in settings.channels:
        return ""
    found = sender_domain.find(shop, settings.provider_of(ChannelName.EMAIL))
    return "" if found is None or found.is_fine else found.address.rpartition("@")[2]


def _needs_keys(settings: Settings) -> bool:
    return any(_key_fields(settings, channel) for channel in settings.channels)


def _key_fields(settings: Settings, channel: ChannelName) -> tuple[str, ...]:
    card = PROVIDERS.get(settings.provider_of(channel))
    return () if card is None or card.build is None else card.secrets


def _try_keys(shop: Shop, settings: Settings) -> None:
    """Asks for one key: a locked keyring says so."""
    for channel in settings.channels:
        for field in _key_fields(settings, channel)[:1]:
            shop.secrets.get(settings.provider_of(channel), field)


def _not_connected(shop: Shop, settings: Settings) -> tuple[tuple[ChannelName, ChannelState], ...]:
    states = availability(settings, shop.secrets)
    return tuple((channel, states[channel]) for channel in settings.channels if not states[channel].configured)


def _old_copy_on(shop: Shop) -> date | None:
    if not first_steps.has_customers(shop.db):
        return None
    saved_on = backups.last_saved_on(shop)
    today = shop.now().astimezone(shop.settings().zone).date()
    return saved_on if saved_on is not None and today - saved_on > timedelta(days=COPY_DAYS) else None
