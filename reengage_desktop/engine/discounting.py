"""Makes the discount code that a loyalty message names (A8): how much it takes off and until when."""

from datetime import date, datetime

from reengage_desktop.domain.moments import day_number, stamp, start_of_day
from reengage_desktop.domain.settings import Settings
from reengage_desktop.store import discounts
from reengage_desktop.store.database import Database
from reengage_desktop.store.discounts import Code

GOOD_FOR_DAYS = 30
"""A code is good on the day of its message and on so many days after it."""


def offer_code(db: Database, customer_id: int, settings: Settings, now: datetime) -> Code:
    """The code for the customer's next message; kept only once the message is queued (`store.discounts.keep`)."""
    percent = settings.whole("reengagement.loyalty_discount")
    return discounts.offer(db, customer_id, percent, stamp(last_moment(settings, now)))


def last_moment(settings: Settings, now: datetime) -> datetime:
    """The last second of the last day, in the shop's zone, on which a code of today is good."""
    after = date.fromordinal(day_number(now, settings.zone) + GOOD_FOR_DAYS + 1)
    return datetime.fromtimestamp(stamp(start_of_day(after, settings.zone)) - 1, settings.zone)
