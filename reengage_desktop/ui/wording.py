"""The fixed words of the domain in the owner's language, with the tone that goes with them."""

from PySide6.QtCore import QCoreApplication

from reengage_desktop.domain.vocabulary import (
    CampaignType,
    ChannelName,
    EventKind,
    ImportKind,
    Job,
    OrderStatus,
    OutboxState,
    Reason,
    Segment,
)
from reengage_desktop.ui.theme import Tone

translate = QCoreApplication.translate


def campaign_name(kind: str) -> str:
    """What the owner calls a kind of campaign."""
    names: dict[str, str] = {
        CampaignType.BACK_IN_STOCK: translate("Wording", "Back in stock"),
        CampaignType.PRICE_DROP: translate("Wording", "Price drop"),
        CampaignType.LOYALTY_REWARD: translate("Wording", "Loyalty reward"),
        CampaignType.NEW_ARRIVALS: translate("Wording", "New arrivals"),
        CampaignType.WE_MISS_YOU: translate("Wording", "We miss you"),
        "winback": translate("Wording", "Win-back"),
        "followup": translate("Wording", "Follow-up"),
        "promotional": translate("Wording", "Promotion"),
        "feedback": translate("Wording", "Feedback"),
    }
    return names.get(kind, kind.replace("_", " "))


def quoted(words: str) -> str:
    """Somebody's own words between the quotation marks of the window's language."""
    return translate("Wording", "“{words}”").replace("{words}", words)


def campaign_title(kind: str, name: str) -> str:
    """What a campaign is called: one that is always on by its kind, the owner's own by its name."""
    return campaign_name(kind) if kind in set(CampaignType) else name


def template_title(name: str, *, with_language: bool = True) -> str:
    """What the owner calls a template: one that comes with the program by what it is for, the others by their name."""
    kind, _, rest = name.partition(".")
    if rest.count(".") != 1:
        return name
    own = {
        "second_purchase": translate("Recipes", "Second purchase"),
        "seasonal_offer": translate("Recipes", "Seasonal offer"),
    }
    known = own.get(kind) or campaign_name(kind)
    if known == kind.replace("_", " "):
        return name
    return f"{known} ({rest.partition('.')[2]})" if with_language else known


def campaign_icon(kind: str) -> str:
    """The picture of an automatic campaign."""
    pictures = {
        CampaignType.BACK_IN_STOCK: "package-check",
        CampaignType.PRICE_DROP: "tag",
        CampaignType.LOYALTY_REWARD: "gift",
        CampaignType.NEW_ARRIVALS: "sparkles",
    }
    return pictures.get(kind, "heart")  # type: ignore[call-overload,no-any-return]


def channel_name(channel: str) -> str:
    """What the owner calls a channel."""
    names = {
        ChannelName.EMAIL: translate("Wording", "E-mail"),
        ChannelName.SMS: translate("Wording", "SMS"),
        ChannelName.WHATSAPP: translate("Wording", "WhatsApp"),
        ChannelName.CALL: translate("Wording", "Phone call"),
        ChannelName.WALLET: translate("Wording", "Wallet pass"),
        ChannelName.PUSH: translate("Wording", "Push message"),
    }
    return names.get(channel, channel)  # type: ignore[call-overload,no-any-return]


def state_word(state: str) -> tuple[str, Tone]:
    """Where a message stands, and how good that is."""
    words = {
        OutboxState.PENDING: (translate("Wording", "Waiting"), Tone.ACCENT),
        OutboxState.HELD: (translate("Wording", "Waits for you"), Tone.WARN),
        OutboxState.SENDING: (translate("Wording", "Sending"), Tone.ACCENT),
        OutboxState.ACCEPTED: (translate("Wording", "Sent"), Tone.OK),
        OutboxState.REJECTED: (translate("Wording", "Refused"), Tone.BAD),
        OutboxState.UNCERTAIN: (translate("Wording", "Uncertain"), Tone.WARN),
        OutboxState.SKIPPED: (translate("Wording", "Left out"), Tone.NEUTRAL),
        OutboxState.CANCELLED: (translate("Wording", "Removed"), Tone.NEUTRAL),
    }
    return words.get(state, (state, Tone.NEUTRAL))  # type: ignore[call-overload,no-any-return]


def segment_name(segment: str) -> str:
    """What the owner calls a ready-made group."""
    names = {
        Segment.ALL: translate("Wording", "All"),
        Segment.ACTIVE: translate("Wording", "Active"),
        Segment.INACTIVE: translate("Wording", "Stopped buying"),
        Segment.AT_RISK: translate("Wording", "At risk"),
        Segment.LOST: translate("Wording", "Lost"),
        Segment.NEW: translate("Wording", "New"),
        Segment.ONE_TIME: translate("Wording", "One-time"),
        Segment.VIP: translate("Wording", "VIP"),
        Segment.NO_CONSENT: translate("Wording", "No consent"),
        Segment.OPTED_OUT: translate("Wording", "Opted out"),
        Segment.UNREACHABLE: translate("Wording", "Not reachable"),
    }
    return names.get(segment, segment)  # type: ignore[call-overload,no-any-return]


def job_name(job: str) -> str:
    """What the owner calls a job."""
    names = {
        Job.PROCESS_CAMPAIGNS: translate("Wording", "Daily check of all customers"),
        Job.CHECK_BACK_IN_STOCK: translate("Wording", "Back-in-stock check"),
        Job.CHECK_PRICE_DROPS: translate("Wording", "Price-drop check"),
        Job.SEND: translate("Wording", "Sending"),
        Job.SYNC_STATUS: translate("Wording", "Fetching answers"),
        Job.CLEANUP: translate("Wording", "Cleaning up"),
    }
    return names.get(job, job)  # type: ignore[call-overload,no-any-return]


def import_kind_name(kind: str) -> str:
    """What the owner calls the content of a file."""
    names = {
        ImportKind.CUSTOMERS: translate("Wording", "Customers"),
        ImportKind.ORDERS: translate("Wording", "Orders"),
        ImportKind.PRODUCTS: translate("Wording", "Products"),
        ImportKind.VIEWS: translate("Wording", "Product views"),
        ImportKind.ENQUIRIES: translate("Wording", "Enquiries"),
        ImportKind.WISHLISTS: translate("Wording", "Wish lists"),
        ImportKind.OPTOUTS: translate("Wording", "Opt-outs"),
    }
    return names.get(kind, kind)  # type: ignore[call-overload,no-any-return]


def import_kind_noun(kind: str) -> str:
    """The same inside a sentence."""
    names = {
        ImportKind.CUSTOMERS: translate("Kinds", "customers"),
        ImportKind.ORDERS: translate("Kinds", "orders"),
        ImportKind.PRODUCTS: translate("Kinds", "products"),
        ImportKind.VIEWS: translate("Kinds", "product views"),
        ImportKind.ENQUIRIES: translate("Kinds", "enquiries"),
        ImportKind.WISHLISTS: translate("Kinds", "wish lists"),
        ImportKind.OPTOUTS: translate("Kinds", "opt-outs"),
    }
    return names.get(kind, kind)  # type: ignore[call-overload,no-any-return]


def import_deed(kind: str, count: int) -> str:
    """What the button says that brings so many of a kind in, with its letter for Alt."""
    deeds = {
        ImportKind.CUSTOMERS: lambda: translate("Wording", "&Import %Ln customers", "", count),
        ImportKind.ORDERS: lambda: translate("Wording", "&Import %Ln orders", "", count),
        ImportKind.PRODUCTS: lambda: translate("Wording", "&Import %Ln products", "", count),
        ImportKind.VIEWS: lambda: translate("Wording", "&Import %Ln product views", "", count),
        ImportKind.ENQUIRIES: lambda: translate("Wording", "&Import %Ln enquiries", "", count),
        ImportKind.WISHLISTS: lambda: translate("Wording", "&Import %Ln wishes", "", count),
        ImportKind.OPTOUTS: lambda: translate("Wording", "&Import %Ln opt-outs", "", count),
    }
    return deeds[ImportKind(kind)]()


def order_state(status: str) -> str:
    """What has become of an order; empty for what is no state of ours."""
    names: dict[str, str] = {
        OrderStatus.PAID: translate("Customers", "paid"),
        OrderStatus.PARTLY_REFUNDED: translate("Customers", "partly refunded"),
        OrderStatus.REFUNDED: translate("Customers", "refunded"),
        OrderStatus.PENDING: translate("Customers", "not paid yet"),
        OrderStatus.AUTHORISED: translate("Customers", "not paid yet"),
        OrderStatus.DRAFT: translate("Customers", "a draft"),
        OrderStatus.VOIDED: translate("Customers", "voided"),
        OrderStatus.CANCELLED: translate("Customers", "cancelled"),
        OrderStatus.UNKNOWN: translate("Customers", "not known"),
    }
    return names.get(status, "")


def event_name(kind: str) -> str:
    """What became of a message, in a word."""
    names = {
        EventKind.DELIVERED: translate("Wording", "delivered"),
        EventKind.OPENED: translate("Wording", "opened"),
        EventKind.CLICKED: translate("Wording", "clicked"),
        EventKind.BOUNCED: translate("Wording", "came back undelivered"),
        EventKind.COMPLAINED: translate("Wording", "marked as spam"),
        EventKind.ANSWERED: translate("Wording", "answered"),
        EventKind.OPTED_OUT: translate("Wording", "opted out"),
        EventKind.FAILED: translate("Wording", "failed"),
        EventKind.CONVERTED: translate("Wording", "said yes"),
    }
    return names.get(kind, kind)  # type: ignore[call-overload,no-any-return]


def day_lines_words() -> str:
    """How the lines of messages per day are counted, the same on every page that draws them."""
    return translate(
        "DayLines",
        "Sent: messages that a provider took that day. Bought again: how many of that day's messages brought the "
        "customer back, whenever the purchase was; the latest days still grow. A day has the same figures on Home and "
        "in Analytics, and days together are what the tiles say for them.",
    )


def reason_text(reason: str | None) -> str:
    """Why a message does not go, in a few words."""
    if not reason:
        return ""
    return _reasons().get(reason, reason.replace("_", " "))  # type: ignore[call-overload,no-any-return]


def _reasons() -> dict[Reason, str]:
    return {
        Reason.NOT_INACTIVE_ENOUGH: translate("Reasons", "Bought recently"),
        Reason.TOO_LONG_GONE: translate("Reasons", "Gone too long"),
        Reason.BOUGHT_AGAIN: translate("Reasons", "Has bought again"),
        Reason.NO_CONSENT: translate("Reasons", "Has not agreed"),
        Reason.OPTED_OUT: translate("Reasons", "Opted out"),
        Reason.NO_ADDRESS: translate("Reasons", "No address"),
        Reason.ADDRESS_INVALID: translate("Reasons", "Address not valid"),
        Reason.BOUNCED: translate("Reasons", "Address came back undelivered"),
        Reason.CAP_WEEK: translate("Reasons", "Already got this week's message"),
        Reason.CAP_MONTH: translate("Reasons", "Already got this month's messages"),
        Reason.IN_OTHER_CAMPAIGN: translate("Reasons", "Another message is waiting"),
        Reason.CONTROL_GROUP: translate("Reasons", "In the control group"),
        Reason.QUIET_HOURS: translate("Reasons", "Quiet hours"),
        Reason.NOT_ALLOWED_DAY: translate("Reasons", "Not a day for messages"),
        Reason.CHANNEL_OFF: translate("Reasons", "Channel not connected"),
        Reason.PROVIDER_LIMIT: translate("Reasons", "Provider's limit reached"),
        Reason.TEMPLATE_MISSING_FIELD: translate("Reasons", "A field of the template is empty"),
        Reason.PAUSED: translate("Reasons", "Sending is paused"),
        Reason.ALREADY_SENT: translate("Reasons", "Already sent"),
        Reason.LAPSE_LIMIT: translate("Reasons", "Enough messages since the last purchase"),
        Reason.DAILY_LIMIT: translate("Reasons", "Today's limit reached"),
        Reason.AWAITING_APPROVAL: translate("Reasons", "Waits for your approval"),
        Reason.SWITCHED_OFF: translate("Reasons", "Automatic messages are off"),
        Reason.EXPIRED: translate("Reasons", "Too late to send"),
        Reason.ZONE_UNKNOWN: translate("Reasons", "Time zone not known"),
        Reason.CLOCK_UNTRUSTED: translate("Reasons", "The PC's clock can't be trusted"),
        Reason.PROVIDER_PAUSED: translate("Reasons", "Provider paused after a refusal"),
        Reason.NOT_ALLOWED_BY_LAW: translate("Reasons", "Not allowed in this country"),
        Reason.OUT_OF_UNITS: translate("Reasons", "Not enough units in stock"),
        Reason.ADDRESS_SHARED: translate("Reasons", "Address shared by many"),
        Reason.SUPPRESSED: translate("Reasons", "On the never-write list"),
        Reason.IMPORT_RUNNING: translate("Reasons", "An import is being written"),
        Reason.NEVER_BOUGHT: translate("Reasons", "Has never bought"),
        Reason.ANSWERED: translate("Reasons", "Has answered already"),
        Reason.BY_HAND: translate("Reasons", "For you to do by hand"),
    }
