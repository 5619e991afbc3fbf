"""May this message go out now? The checks that the claim makes once more, as one pure function over what is known."""

from dataclasses import dataclass
from datetime import datetime

from reengage_desktop.domain.allowed_days import opens_at
from reengage_desktop.domain.customers import ADDRESS_KINDS, Customer
from reengage_desktop.domain.quiet_hours import Disturbance
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import INTRUSIVE_CHANNELS, CampaignType, ChannelName, Reason
from reengage_desktop.domain.zones import recipient_zones


@dataclass(frozen=True)
class Waiting:
    """A message in the queue and everything around it that decides whether it may go.

    `address` is the one it was queued for; `addresses` all that the person has of that kind now; `suppressed_for`
    is why the address is on the list of those never written to. `bought_before` is her last purchase when it was
    queued. `price_minor` is the price that the text names, `product_price_minor` today's. `units_left`: for how many
    more people than have been told a product that is back is in stock; None where its units are not counted. `step`:
    which message of a sequence it is; `has_answered`: she answered an earlier one.
    """

    channel: ChannelName
    campaign_type: str
    campaign_status: str
    is_automatic: bool
    is_archived: bool
    address: str
    addresses: tuple[str, ...]
    customer: Customer
    is_erased: bool
    suppressed_for: str | None
    bought_before: datetime | None
    expires_at: datetime | None
    price_minor: int | None = None
    product_price_minor: int | None = None
    product_in_stock: bool | None = None
    units_left: int | None = None
    step: int = 0
    has_answered: bool = False
    code_expires_at: datetime | None = None
    code_is_redeemed: bool = False


@dataclass(frozen=True)
class ShopState:
    """What holds every message of the shop back."""

    is_paused: bool = False
    clock_is_untrusted: bool = False
    import_is_writing: bool = False


@dataclass(frozen=True)
class Go:
    """The message may go out to this address now."""

    address: str


@dataclass(frozen=True)
class Skip:
    """The message will not go out any more."""

    reason: Reason
    detail: str | None = None


@dataclass(frozen=True)
class Wait:
    """The message may go later: from `until` on, or once what holds it up has ended."""

    reason: Reason
    until: datetime | None = None


@dataclass(frozen=True)
class Ask:
    """The owner has to say something before the message may go."""

    reason: Reason


@dataclass(frozen=True)
class Cancel:
    """The campaign was called off, and its messages with it."""


Verdict = Go | Skip | Wait | Ask | Cancel

_ENDED_BY_A_PURCHASE = frozenset({*CampaignType, "winback"})
_ABOUT_PURCHASES = frozenset({CampaignType.LOYALTY_REWARD, CampaignType.NEW_ARRIVALS, CampaignType.WE_MISS_YOU})
_STATE_REASONS = {
    "bounced": Reason.BOUNCED,
    "invalid": Reason.ADDRESS_INVALID,
    "shared": Reason.ADDRESS_SHARED,
}
_SUPPRESSION_REASONS = {"opt_out": Reason.OPTED_OUT, "bounced": Reason.BOUNCED}


def judge(message: Waiting, shop: ShopState, settings: Settings, now: datetime) -> Verdict:
    """Whether the message may go now; where several things forbid it, the one that holds for good is named."""
    if message.campaign_status == "cancelled" or message.is_archived:
        return Cancel()
    if shop.clock_is_untrusted:  # by a wrong clock everything were too late
        return Wait(Reason.CLOCK_UNTRUSTED)
    skip, address = _refused_for_good(message, now), _address(message)
    if skip is not None or address is None:
        return skip or Skip(Reason.NO_ADDRESS)
    waits = _hold_up(message, shop, settings) or _day(settings, now) or _hours(message, address, settings, now)
    return waits or Go(address)


def _refused_for_good(message: Waiting, now: datetime) -> Skip | None:
    """Why the message will never go."""
    return _person(message, _address(message)) or _occasion(message, now)


def held_up_by(shop: ShopState) -> Reason | None:
    """What keeps the whole shop from sending."""
    if shop.is_paused:
        return Reason.PAUSED
    if shop.clock_is_untrusted:
        return Reason.CLOCK_UNTRUSTED
    return Reason.IMPORT_RUNNING if shop.import_is_writing else None


def _address(message: Waiting) -> str | None:
    """The address it was queued for while it is hers, else the one she has now."""
    if message.address in message.addresses:
        return message.address
    return message.customer.address_for(message.channel)


def _person(message: Waiting, address: str | None) -> Skip | None:
    customer = message.customer
    if message.is_erased:
        return Skip(Reason.SUPPRESSED)
    agreed = customer.consent.get(message.channel)
    if not agreed:
        return Skip(Reason.NO_CONSENT if agreed is None else Reason.OPTED_OUT)
    if message.suppressed_for is not None:
        return Skip(_SUPPRESSION_REASONS.get(message.suppressed_for, Reason.SUPPRESSED))
    if address is None:
        return Skip(Reason.NO_ADDRESS)
    state = customer.address_state(message.channel) if address == customer.address_for(message.channel) else None
    return None if state is None else Skip(_STATE_REASONS.get(state, Reason.ADDRESS_INVALID))


def _occasion(message: Waiting, now: datetime) -> Skip | None:
    bought_at = message.customer.last_order_at
    is_newer = bought_at is not None and (message.bought_before is None or bought_at > message.bought_before)
    if is_newer and (message.campaign_type in _ENDED_BY_A_PURCHASE or message.step):
        return Skip(Reason.BOUGHT_AGAIN)
    if message.has_answered:
        return Skip(Reason.ANSWERED)
    if _has_lost_its_purchase(message, bought_at):
        return Skip(Reason.EXPIRED, "The purchase that this message builds on was taken back.")
    if message.expires_at is not None and message.expires_at <= now:
        return Skip(Reason.EXPIRED)
    return _offer(message, now)


def _has_lost_its_purchase(message: Waiting, bought_at: datetime | None) -> bool:
    """Whether the purchase that it was decided on is none any more: undone with its import, cancelled, refunded."""
    if not message.is_automatic or message.bought_before is None or message.campaign_type not in _ABOUT_PURCHASES:
        return False
    return bought_at is None or bought_at < message.bought_before


def _offer(message: Waiting, now: datetime) -> Skip | None:
    promises_stock = message.campaign_type in (CampaignType.BACK_IN_STOCK, CampaignType.PRICE_DROP)
    if promises_stock and message.product_in_stock is False:
        return Skip(Reason.OUT_OF_UNITS, "The product is out of stock again.")
    if message.units_left is not None and message.units_left <= 0:
        return Skip(Reason.OUT_OF_UNITS, "As many people were told as there are units in stock.")
    price, today = message.price_minor, message.product_price_minor
    if price is not None and today is not None and today > price:
        return Skip(Reason.EXPIRED, "The price has gone up again.")
    if message.code_is_redeemed or (message.code_expires_at is not None and message.code_expires_at <= now):
        return Skip(Reason.EXPIRED, "The discount code in the text is no longer valid.")
    return None


def _hold_up(message: Waiting, shop: ShopState, settings: Settings) -> Wait | None:
    everywhere = held_up_by(shop)
    if everywhere is not None:
        return Wait(everywhere)
    if message.is_automatic and not settings.is_on("reengagement.enabled"):
        return Wait(Reason.SWITCHED_OFF)
    if message.is_automatic and message.channel not in settings.channels:
        # The owner took the channel off her list while this one waited; what somebody asked for is not automatic.
        return Wait(Reason.CHANNEL_OFF)
    # A campaign that has handed out its last message may be called completed while that one still waits.
    return None if message.campaign_status in ("active", "completed") else Wait(Reason.PAUSED)


def _day(settings: Settings, now: datetime) -> Wait | None:
    opens = opens_at(settings, now)
    return None if opens == now else Wait(Reason.NOT_ALLOWED_DAY, opens)


def _hours(message: Waiting, address: str, settings: Settings, now: datetime) -> Wait | Ask | None:
    if message.channel not in INTRUSIVE_CHANNELS:
        return None
    customer = message.customer
    # The number that would ring, which need not be her first one.
    phone = address if ADDRESS_KINDS[message.channel] == "phone" else customer.phone
    rules = Disturbance.of(settings, recipient_zones(customer.timezone, phone, customer.country), phone)
    if not rules.zones:
        return Ask(Reason.ZONE_UNKNOWN)
    if rules.is_allowed(now):
        return None
    return Wait(Reason.QUIET_HOURS, rules.next_allowed(now))
