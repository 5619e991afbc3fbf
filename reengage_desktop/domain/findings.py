"""What a check found, as facts that every language can word: the command line in English, the window in the owner's."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reengage_desktop.domain.money import Money
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName, Reason


class Found(StrEnum):
    """Everything that a check can find; which figures come with it stands behind it."""

    NOT_CONCERNED = "not_concerned"
    SWITCH_ON = "switch_on"
    SWITCH_OFF = "switch_off"
    NO_IMPORT = "no_import"
    IMPORT_RUNNING = "import_running"
    NEVER_BOUGHT = "never_bought"
    LAST_BOUGHT = "last_bought"  # on
    SILENCE = "silence"  # days, limit
    GONE = "gone"  # days, limit
    GONE_UNLIMITED = "gone_unlimited"
    LAPSE = "lapse"  # count, limit
    LAPSE_UNLIMITED = "lapse_unlimited"  # count
    NOTHING_WAITS = "nothing_waits"
    ANOTHER_WAITS = "another_waits"
    CAP = "cap"  # count, span, limit
    NO_MESSAGE_YET = "no_message_yet"
    LAST_MESSAGE = "last_message"  # days, limit
    NO_DAY = "no_day"
    ALLOWED_DAY = "allowed_day"
    CLOSED_DAY = "closed_day"  # on: the next day on which messages may go
    NO_CHANNEL = "no_channel"
    CHANNEL_REACHES = "channel_reaches"  # channel, words: the address
    CHANNEL_NOT_NEEDED = "channel_not_needed"  # channel
    CHANNEL_FAILS = "channel_fails"  # channel, reason, words: what a channel that is not connected lacks
    NOTHING_BACK = "nothing_back"  # campaign_type
    BACK = "back"  # campaign_type, words: the product
    NOTHING_CHEAPER = "nothing_cheaper"  # campaign_type
    CHEAPER = "cheaper"  # campaign_type, words: the product, before, price
    LOYALTY_OFF = "loyalty_off"  # campaign_type
    LOYALTY = "loyalty"  # campaign_type, before: what she spent, price: what is needed
    LOYALTY_HOLDS_CODE = "loyalty_holds_code"  # the same
    NO_ARRIVALS = "no_arrivals"  # campaign_type
    ARRIVALS = "arrivals"  # campaign_type, on
    FITS_ALL = "fits_all"  # campaign_type
    BETTER_FIRST = "better_first"  # campaign_type: the one that fits better
    EVERY_FITTING_OFF = "every_fitting_off"
    NO_CONTROL_GROUP = "no_control_group"
    IN_CONTROL_GROUP = "in_control_group"  # limit: per cent
    NOT_IN_CONTROL_GROUP = "not_in_control_group"  # limit: per cent
    DAY_UNLIMITED = "day_unlimited"
    DAY_LIMIT = "day_limit"  # count, limit
    DAY_FULL = "day_full"  # count, limit
    TEXT_FILLED = "text_filled"
    TEXT_LATER = "text_later"
    TEXT_LACKS = "text_lacks"  # words: the field
    TEXT_UNAPPROVED = "text_unapproved"
    TEXT_IN_WINDOW = "text_in_window"  # on, words: the day and the time of day until which free words may go
    TEXT_FAULTY = "text_faulty"  # words: what is wrong with the template


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding with its figures. Days and spans are whole days; `is_off`: the owner switched that campaign off."""

    found: Found
    days: int | None = None
    limit: int | None = None
    count: int | None = None
    span: int | None = None
    on: date | None = None
    channel: ChannelName | None = None
    reason: Reason | None = None
    campaign_type: CampaignType | None = None
    is_off: bool = False
    words: str = ""
    before: Money | None = None
    price: Money | None = None
