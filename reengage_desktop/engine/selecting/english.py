"""The findings of `explain` as the command line says them; scripts may lean on these sentences."""

from collections.abc import Callable

from reengage_desktop.domain.findings import Finding, Found
from reengage_desktop.domain.vocabulary import REASON_SENTENCES, CampaignType, ChannelName

_CHANNELS = {
    ChannelName.EMAIL: "E-mail",
    ChannelName.SMS: "SMS",
    ChannelName.WHATSAPP: "WhatsApp",
    ChannelName.CALL: "Call",
    ChannelName.WALLET: "Wallet pass",
    ChannelName.PUSH: "Push message",
}
_TYPES = {
    CampaignType.BACK_IN_STOCK: "Back in stock",
    CampaignType.PRICE_DROP: "Price drop",
    CampaignType.LOYALTY_REWARD: "Loyalty reward",
    CampaignType.NEW_ARRIVALS: "New arrivals",
    CampaignType.WE_MISS_YOU: "We miss you",
}


def sentence_of(finding: Finding) -> str:
    """The finding in one sentence."""
    text = _SENTENCES[finding.found](finding)
    if finding.channel is not None:
        text = f"{_CHANNELS[finding.channel]}: {text}"
    elif finding.campaign_type is not None and finding.found is not Found.BETTER_FIRST:
        text = f"{_TYPES[finding.campaign_type]}: {text}"
    return f"{text} This campaign is switched off." if finding.is_off else text


def _days_ago(finding: Finding) -> str:
    return {0: "today", 1: "yesterday"}.get(finding.days or 0, f"{finding.days} days ago")


def _messages(finding: Finding) -> str:
    return "1 message" if finding.count == 1 else f"{finding.count} messages"


def _limit_days(finding: Finding) -> str:
    return "1 day" if finding.limit == 1 else f"{finding.limit} days"


def _product(finding: Finding) -> str:
    return f"“{finding.words}”" if finding.words else "A product that she missed"


def _day(finding: Finding) -> str:
    return "" if finding.on is None else finding.on.isoformat()


def _channel_fault(finding: Finding) -> str:
    return finding.words or ("" if finding.reason is None else REASON_SENTENCES[finding.reason])


def _loyalty(finding: Finding) -> str:
    return f"lifetime value {finding.before}, needed {finding.price}"


def _queued_today(finding: Finding) -> str:
    return f"{finding.count} of {finding.limit} automatic messages were queued today"


def _text_lacks(finding: Finding) -> str:
    return f"The template needs “{finding.words}”, which is empty for this customer."


def _plain(text: str) -> Callable[[Finding], str]:
    return lambda _finding: text


_SENTENCES: dict[Found, Callable[[Finding], str]] = {
    Found.NOT_CONCERNED: _plain("Does not concern somebody who never bought."),
    Found.SWITCH_ON: _plain("Automatic messages are switched on."),
    Found.SWITCH_OFF: _plain("Automatic messages are switched off."),
    Found.NO_IMPORT: _plain("No file is being imported."),
    Found.IMPORT_RUNNING: _plain("A file is just being imported."),
    Found.NEVER_BOUGHT: _plain("She has never bought."),
    Found.LAST_BOUGHT: lambda it: f"Last purchase on {_day(it)}.",
    Found.SILENCE: lambda it: (
        f"Last purchase {_days_ago(it)}; from {_limit_days(it)} on she counts as somebody who stopped buying."
    ),
    Found.GONE: lambda it: f"Last purchase {_days_ago(it)}; at most {_limit_days(it)}.",
    Found.GONE_UNLIMITED: _plain("There is no limit to how long ago the last purchase may be."),
    Found.LAPSE: lambda it: f"{_messages(it)} since the last purchase; at most {it.limit}.",
    Found.LAPSE_UNLIMITED: lambda it: f"{_messages(it)} since the last purchase; no limit.",
    Found.NOTHING_WAITS: _plain("No other message waits."),
    Found.ANOTHER_WAITS: _plain("Another message to her is still waiting."),
    Found.CAP: lambda it: f"{_messages(it)} in {it.span} days; at most {it.limit}.",
    Found.NO_MESSAGE_YET: _plain("No message since the last purchase."),
    Found.LAST_MESSAGE: lambda it: (
        f"The last message was queued {_days_ago(it)}; the next one follows after {_limit_days(it)}."
    ),
    Found.NO_DAY: _plain("You let messages go on no day."),
    Found.ALLOWED_DAY: _plain("Today is a day on which you let messages go."),
    Found.CLOSED_DAY: lambda it: f"You let no messages go today; the next day is {_day(it)}.",
    Found.NO_CHANNEL: _plain("No channel is chosen for automatic messages."),
    Found.CHANNEL_REACHES: lambda it: f"she agreed, and {it.words} can be reached.",
    Found.CHANNEL_NOT_NEEDED: _plain("not needed, an earlier channel reaches her."),
    Found.CHANNEL_FAILS: _channel_fault,
    Found.NOTHING_BACK: _plain("nothing she missed has come back."),
    Found.BACK: lambda it: f"{_product(it)} is back.",
    Found.NOTHING_CHEAPER: _plain("nothing she looked at got cheaper."),
    Found.CHEAPER: lambda it: f"{_product(it)} went from {it.before} to {it.price}.",
    Found.LOYALTY_OFF: _plain("no lifetime value is set from which it applies."),
    Found.LOYALTY: lambda it: f"{_loyalty(it)}.",
    Found.LOYALTY_HOLDS_CODE: lambda it: f"{_loyalty(it)}; she holds a code that is still good.",
    Found.NO_ARRIVALS: _plain("nothing new in the categories she buys from."),
    Found.ARRIVALS: lambda it: f"new products in her categories, the latest of {_day(it)}.",
    Found.FITS_ALL: _plain("fits everybody who stopped buying."),
    Found.BETTER_FIRST: lambda it: (
        f"“{_TYPES[it.campaign_type or CampaignType.WE_MISS_YOU]}” fits better and goes first."
    ),
    Found.EVERY_FITTING_OFF: _plain("Every campaign that fits her is switched off."),
    Found.NO_CONTROL_GROUP: _plain("There is no control group."),
    Found.IN_CONTROL_GROUP: lambda it: f"She belongs to the {it.limit} % who are never written to.",
    Found.NOT_IN_CONTROL_GROUP: lambda it: f"She does not belong to the {it.limit} % who are never written to.",
    Found.DAY_UNLIMITED: _plain("There is no limit for a day."),
    Found.DAY_LIMIT: lambda it: f"{_queued_today(it)}.",
    Found.DAY_FULL: lambda it: f"{_queued_today(it)}; others come before her.",
    Found.TEXT_FILLED: _plain("Every field of the template is filled."),
    Found.TEXT_LATER: _plain("Asked once everything else allows a message."),
    Found.TEXT_LACKS: _text_lacks,
    Found.TEXT_UNAPPROVED: _plain(
        "The template names no wording that WhatsApp approved, and she has not written within the last 24 hours."
    ),
    Found.TEXT_IN_WINDOW: lambda it: f"She wrote lately: WhatsApp takes any words until {it.words} on {_day(it)}.",
    Found.TEXT_FAULTY: lambda it: it.words,
}
