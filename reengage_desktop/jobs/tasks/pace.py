"""How the queue moves: what waits, when the next message goes, and what sets its pace or holds it up."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from reengage_desktop.domain.eligibility import held_up_by
from reengage_desktop.domain.moments import from_stamp
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import claims, concerns, message_log, provider_states
from reengage_desktop.store.concerns import OpenMessages

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Limit:
    """At most so many messages a minute go through a provider."""

    provider: str
    per_minute: int


@dataclass(frozen=True)
class Pace:
    """`next_at`: when the next message may go, now or in the past for at once; None when none goes by itself.

    `held_by` says why none does. `limits` are those of the providers that messages wait for. `goes_by_itself`: false
    where the PC keeps no keys, so that only the owner's own press lets messages go (promise 25).
    """

    open: OpenMessages
    next_at: datetime | None
    held_by: Reason | None
    limits: tuple[Limit, ...]
    goes_by_itself: bool = True


def read_pace(shop: Shop) -> Pace:
    """Reads it."""
    settings, now = shop.settings(), shop.now()
    with shop.db.snapshot():
        found = concerns.get_open(shop.db)
        earliest = claims.list_earliest(shop.db, with_automatic=settings.is_on("reengagement.enabled"))
        held_by = held_up_by(claims.get_shop_state(shop.db, now))
        moments = [
            moment
            for channel, due_at in earliest
            if (moment := _free_at(shop, settings, channel, from_stamp(due_at), now)) is not None
        ]
    if held_by is None and found.waiting and not moments:
        held_by = Reason.PROVIDER_PAUSED if earliest else _held_campaigns(settings)
    names = dict.fromkeys(settings.provider_of(channel) for channel, _ in earliest)
    limits = tuple(Limit(name, rate) for name in names if (rate := _rate(settings, name)))
    return Pace(found, None if held_by else min(moments, default=None), held_by, limits, goes_by_itself(shop))


def is_clock_right(shop: Shop) -> bool:
    """Whether the PC's clock can be trusted; nothing goes by any hand while it can't (promise 16)."""
    return not claims.get_shop_state(shop.db, shop.now()).clock_is_untrusted


def goes_by_itself(shop: Shop) -> bool:
    """Whether the clock sends on this PC; without a password store only the owner's press does (promise 25)."""
    return shop.is_sample or shop.secrets.is_lasting


def _free_at(shop: Shop, settings: Settings, channel: ChannelName, due_at: datetime, now: datetime) -> datetime | None:
    """When the channel's next message may go; None while its provider waits for the owner, or for who said no."""
    provider = settings.provider_of(channel)
    state = provider_states.find(shop.db, provider)
    at = due_at
    if state is not None and not state.is_over(now):
        if state.ends_at is None:
            return None
        at = max(at, state.ends_at)
    rate = _rate(settings, provider)
    ages = message_log.list_last_ages(shop.db, provider, rate, now) if rate else []
    if rate and len(ages) >= rate:
        at = max(at, now - timedelta(seconds=ages[-1]) + _MINUTE)
    return at


def _held_campaigns(settings: Settings) -> Reason:
    return Reason.PAUSED if settings.is_on("reengagement.enabled") else Reason.SWITCHED_OFF


def _rate(settings: Settings, provider: str) -> int:
    key = f"providers.{provider}.rate_per_minute"
    return settings.whole(key) if key in settings else 0
