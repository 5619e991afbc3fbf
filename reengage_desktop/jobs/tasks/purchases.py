"""A purchase that the owner types in, because no file will bring it."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from reengage_desktop.domain.moments import local_day, start_of_day
from reengage_desktop.domain.money import decimals_of, to_minor
from reengage_desktop.domain.settings import Settings
from reengage_desktop.engine.attributing import attribute_orders
from reengage_desktop.engine.profiles import Profile
from reengage_desktop.jobs.events import CustomersChanged, ResultsChanged
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks.customers import show_customer
from reengage_desktop.store import customers, facts
from reengage_desktop.store.importing.orders import orders

FIRST_DAY = date(1990, 1, 1)
"""No shop has its purchases from before it in a computer: a day before it is a slip of the pen."""

_HIGHEST = Decimal(1_000_000_000)


@dataclass(frozen=True)
class Logged:
    """A purchase that was logged, and its customer with it."""

    order_id: int
    profile: Profile


def log_purchase(shop: Shop, customer_id: int, total: Decimal, on: datetime | date | None = None) -> Logged:
    """Records a paid order in the shop's currency, now, at a moment, or on a day whose time nobody knows.

    Raises Refused for an amount that can't be paid, and for a day before 1990 or still to come.
    """
    settings, now = shop.settings(), shop.now()
    customer_id = customers.get_living(shop.db, customer_id).id
    _refuse_amount(total, settings.currency)
    if on is not None:
        _refuse_day(on, settings, now)
    has_time = on is None or isinstance(on, datetime)
    ordered_at = now if on is None else on if isinstance(on, datetime) else start_of_day(on, settings.zone)
    with shop.db.write():
        order_id = orders.add_by_hand(
            shop.db,
            f"own-{secrets.token_hex(6)}",
            customer_id,
            has_time=has_time,
            total_minor=to_minor(total, settings.currency),
            currency=settings.currency,
            ordered_at=ordered_at,
            now=now,
        )
        _bring_in_step(shop, customer_id)
    _tell(shop)
    return Logged(order_id, show_customer(shop, customer_id))


def take_back(shop: Shop, logged: Logged) -> bool:
    """Makes the shop what it was before the purchase; False where a file has changed it since or she is forgotten."""
    with shop.db.write():
        customer_id = orders.remove_by_hand(shop.db, logged.order_id)
        if customer_id is not None:
            _bring_in_step(shop, customer_id)
    _tell(shop)
    return customer_id is not None


def _refuse_amount(total: Decimal, currency: str) -> None:
    """No amount has more decimals than its currency."""
    if not total.is_finite() or not 0 < total < _HIGHEST:
        raise Refused(f"A purchase of {total} can't be. Nothing was recorded; name an amount above zero.")
    exponent, most = total.normalize().as_tuple().exponent, decimals_of(currency)
    if isinstance(exponent, int) and -exponent > most:
        raise Refused(
            f"{total} has more decimals than {currency} has ({most}). Nothing was recorded; name what was paid."
        )


def _refuse_day(on: datetime | date, settings: Settings, now: datetime) -> None:
    day = local_day(on, settings.zone) if isinstance(on, datetime) else on
    if day < FIRST_DAY:
        raise Refused(f"{day} is before {FIRST_DAY.year}. Nothing was recorded; name the day when it was bought.")
    if (on > now) if isinstance(on, datetime) else (on > local_day(now, settings.zone)):
        raise Refused(f"{day} is still to come. Nothing was recorded; name the day when it was bought.")


def _bring_in_step(shop: Shop, customer_id: int) -> None:
    settings = shop.settings()
    facts.refresh(shop.db, [customer_id], settings)
    attribute_orders(shop.db, settings, [customer_id])


def _tell(shop: Shop) -> None:
    shop.events.publish(CustomersChanged())
    shop.events.publish(ResultsChanged())
