"""The fixed words that engine, window, command line and files share. Their values are a public interface."""

from enum import StrEnum


class CampaignType(StrEnum):
    """The five automatic campaigns (A1), in the order in which the best type is chosen for a customer (A3)."""

    BACK_IN_STOCK = "back_in_stock"
    PRICE_DROP = "price_drop"
    LOYALTY_REWARD = "loyalty_reward"
    NEW_ARRIVALS = "new_arrivals"
    WE_MISS_YOU = "we_miss_you"


class ChannelName(StrEnum):
    """The ways a message can reach a person."""

    EMAIL = "email"
    SMS = "sms"
    WHATSAPP = "whatsapp"
    CALL = "call"
    WALLET = "wallet"
    PUSH = "push"


INTRUSIVE_CHANNELS = frozenset(ChannelName) - {ChannelName.EMAIL}
"""Channels that ring or buzz: quiet hours concern them."""


class Reason(StrEnum):
    """Why a message is not sent (ux.md 3): one word for the engine, the window and every export."""

    NOT_INACTIVE_ENOUGH = "not_inactive_enough"
    TOO_LONG_GONE = "too_long_gone"
    BOUGHT_AGAIN = "bought_again"
    NO_CONSENT = "no_consent"
    OPTED_OUT = "opted_out"
    NO_ADDRESS = "no_address"
    ADDRESS_INVALID = "address_invalid"
    BOUNCED = "bounced"
    CAP_WEEK = "cap_week"
    CAP_MONTH = "cap_month"
    IN_OTHER_CAMPAIGN = "in_other_campaign"
    CONTROL_GROUP = "control_group"
    QUIET_HOURS = "quiet_hours"
    NOT_ALLOWED_DAY = "not_allowed_day"
    CHANNEL_OFF = "channel_off"
    PROVIDER_LIMIT = "provider_limit"
    TEMPLATE_MISSING_FIELD = "template_missing_field"
    PAUSED = "paused"
    ALREADY_SENT = "already_sent"
    LAPSE_LIMIT = "lapse_limit"
    DAILY_LIMIT = "daily_limit"
    AWAITING_APPROVAL = "awaiting_approval"
    SWITCHED_OFF = "switched_off"
    EXPIRED = "expired"
    ZONE_UNKNOWN = "zone_unknown"
    CLOCK_UNTRUSTED = "clock_untrusted"
    PROVIDER_PAUSED = "provider_paused"
    NOT_ALLOWED_BY_LAW = "not_allowed_by_law"
    OUT_OF_UNITS = "out_of_units"
    ADDRESS_SHARED = "address_shared"
    SUPPRESSED = "suppressed"
    IMPORT_RUNNING = "import_running"
    NEVER_BOUGHT = "never_bought"
    ANSWERED = "answered"
    BY_HAND = "by_hand"


REASON_SENTENCES: dict[Reason, str] = {
    Reason.NOT_INACTIVE_ENOUGH: "the customer bought recently enough.",
    Reason.TOO_LONG_GONE: "the last purchase is too long ago.",
    Reason.BOUGHT_AGAIN: "the customer has bought again since.",
    Reason.NO_CONSENT: "the customer has not agreed to be written to on this channel.",
    Reason.OPTED_OUT: "the customer said no more messages.",
    Reason.NO_ADDRESS: "there is no address for this channel.",
    Reason.ADDRESS_INVALID: "the address is not valid.",
    Reason.BOUNCED: "messages to this address came back.",
    Reason.CAP_WEEK: "the customer already got this week's message.",
    Reason.CAP_MONTH: "the customer already got this month's messages.",
    Reason.IN_OTHER_CAMPAIGN: "another message to this customer is already waiting.",
    Reason.CONTROL_GROUP: "the customer is in the control group that is never written to.",
    Reason.QUIET_HOURS: "it is outside the hours in which this customer may be disturbed.",
    Reason.NOT_ALLOWED_DAY: "today is not a day on which messages may go.",
    Reason.CHANNEL_OFF: "the channel is not connected.",
    Reason.PROVIDER_LIMIT: "the provider takes no more messages for now.",
    Reason.TEMPLATE_MISSING_FIELD: "the template needs a field that is empty for this customer.",
    Reason.PAUSED: "sending is paused.",
    Reason.ALREADY_SENT: "this message was already sent to this customer.",
    Reason.LAPSE_LIMIT: "the customer got as many messages as one silence allows.",
    Reason.DAILY_LIMIT: "today's number of automatic messages is reached.",
    Reason.AWAITING_APPROVAL: "the message waits for the owner's approval.",
    Reason.SWITCHED_OFF: "automatic messages are switched off.",
    Reason.EXPIRED: "the message could not go in time.",
    Reason.ZONE_UNKNOWN: "the customer's time zone is not known.",
    Reason.CLOCK_UNTRUSTED: "the PC's clock can't be trusted.",
    Reason.PROVIDER_PAUSED: "the provider is paused after it refused.",
    Reason.NOT_ALLOWED_BY_LAW: "the rules for this country do not allow it.",
    Reason.OUT_OF_UNITS: "there are not enough units in stock for everyone.",
    Reason.ADDRESS_SHARED: "the address belongs to many different customers.",
    Reason.SUPPRESSED: "the address is on the list of those who are never written to.",
    Reason.IMPORT_RUNNING: "an import is being written.",
    Reason.NEVER_BOUGHT: "the customer has never bought.",
    Reason.ANSWERED: "the customer has answered the message before.",
    Reason.BY_HAND: "it waits for you to do it yourself.",
}
"""The reason in a sentence that can follow `Not sent: ` (A13)."""


class OutboxState(StrEnum):
    """Where a message stands (promises.md, "how sending is done")."""

    PENDING = "pending"
    HELD = "held"
    SENDING = "sending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNCERTAIN = "uncertain"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"


OPEN_STATES = (OutboxState.PENDING, OutboxState.HELD, OutboxState.SENDING)
"""States from which a message may still go out."""


class OrderStatus(StrEnum):
    """What a shop's many words for an order's state come down to."""

    PAID = "paid"
    PARTLY_REFUNDED = "partly_refunded"
    REFUNDED = "refunded"
    PENDING = "pending"
    AUTHORISED = "authorised"
    DRAFT = "draft"
    VOIDED = "voided"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


PURCHASE_STATUSES = (OrderStatus.PAID, OrderStatus.PARTLY_REFUNDED, OrderStatus.UNKNOWN)
"""Statuses that count as a purchase (A2) unless the lines total below zero; UNKNOWN: the file had no status."""


class ImportKind(StrEnum):
    """What a file can hold."""

    CUSTOMERS = "customers"
    ORDERS = "orders"
    PRODUCTS = "products"
    VIEWS = "views"
    ENQUIRIES = "enquiries"
    WISHLISTS = "wishlists"
    OPTOUTS = "optouts"


class FilledRule(StrEnum):
    """Which word counts where a file says something else about a known customer or product; consent is apart from it.

    `newest`: the file's, unless the record was changed after the file was made.
    """

    KEEP = "keep"
    FILE = "file"
    NEWEST = "newest"


class EventKind(StrEnum):
    """What became of a message after it was handed over; an append-only list that never moves the send state back."""

    DELIVERED = "delivered"
    OPENED = "opened"
    CLICKED = "clicked"
    BOUNCED = "bounced"
    COMPLAINED = "complained"
    ANSWERED = "answered"
    OPTED_OUT = "opted_out"
    FAILED = "failed"
    CONVERTED = "converted"


class Segment(StrEnum):
    """The ready-made groups of customers."""

    ALL = "all"
    ACTIVE = "active"
    INACTIVE = "inactive"
    AT_RISK = "at_risk"
    LOST = "lost"
    NEW = "new"
    ONE_TIME = "one_time"
    VIP = "vip"
    NO_CONSENT = "no_consent"
    OPTED_OUT = "opted_out"
    UNREACHABLE = "unreachable"


class Job(StrEnum):
    """The named jobs that the clock and the owner can start (A12, A15)."""

    PROCESS_CAMPAIGNS = "process-campaigns"
    CHECK_BACK_IN_STOCK = "check-back-in-stock"
    CHECK_PRICE_DROPS = "check-price-drops"
    SEND = "send"
    SYNC_STATUS = "sync-status"
    CLEANUP = "cleanup"


class NoticeKind(StrEnum):
    """What the program tells the owner by itself; the window has a sentence for each."""

    PROVIDER_PAUSED = "provider_paused"
    PROVIDER_UNREACHABLE = "provider_unreachable"
    OPT_OUTS_UNKNOWN = "opt_outs_unknown"
    CAMPAIGN_PAUSED = "campaign_paused"
    CAMPAIGN_NOT_STARTED = "campaign_not_started"
    REPLY_MAY_BE_OPT_OUT = "reply_may_be_opt_out"
    REPLY_WANTS_BACK = "reply_wants_back"
    CLOCK_UNTRUSTED = "clock_untrusted"
    DATABASE_DAMAGED = "database_damaged"
    FILE_WAITS = "file_waits"
    FOLDER_GONE = "folder_gone"
    IMPORT_TAKEN_BACK = "import_taken_back"
