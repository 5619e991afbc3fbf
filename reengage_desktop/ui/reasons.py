"""Why a message does not go, in one sentence with the shop's own numbers: the same words on every page.

`wording.reason_text` has the few words that fit into a table; this is what "Why?" answers.
"""

from collections.abc import Callable

from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import Reason
from reengage_desktop.ui import formats
from reengage_desktop.ui.wording import translate

_NUMBERS: dict[str, str] = {
    "week": "reengagement.cap_per_week",
    "month": "reengagement.cap_per_month",
    "lapse": "reengagement.max_per_lapse",
}
"""Only what is the same for every campaign: the owner's own have limits and control groups of their own."""
_TIMES: dict[str, str] = {"start": "sending.quiet_start", "end": "sending.quiet_end"}


def reason_sentence(reason: str | None, settings: Settings) -> str:
    """The sentence of a reason; an empty text for none."""
    if not reason:
        return ""
    found = {**_SENTENCES, **_counting(settings)}.get(reason)  # type: ignore[call-overload]
    text = str(found()) if found is not None else reason.replace("_", " ")
    for name, key in _NUMBERS.items():
        text = text.replace("{" + name + "}", formats.number(settings.whole(key)))
    for name, key in _TIMES.items():
        text = text.replace("{" + name + "}", settings.text(key))
    return text


def _counting(settings: Settings) -> dict[Reason, Callable[[], str]]:
    threshold = settings.whole("reengagement.inactivity_threshold")
    gone = settings.whole("reengagement.too_long_gone_days")
    return {
        Reason.NOT_INACTIVE_ENOUGH: lambda: translate(
            "Why", "Bought less than %Ln days ago. Only after that somebody has stopped buying.", "", threshold
        ),
        Reason.TOO_LONG_GONE: lambda: translate(
            "Why", "The last purchase is more than %Ln days ago. Your rules leave such customers alone.", "", gone
        ),
    }


def _deciding() -> dict[Reason, Callable[[], str]]:
    return {
        Reason.NEVER_BOUGHT: lambda: translate("Why", "Has never bought, so there is nobody to win back."),
        Reason.BOUGHT_AGAIN: lambda: translate(
            "Why", "Has bought again since this message was written. It was not sent: it had done its work."
        ),
        Reason.ANSWERED: lambda: translate(
            "Why", "Has answered an earlier message of this campaign, so its further ones are not sent."
        ),
        Reason.CAP_WEEK: lambda: translate(
            "Why", "Already got this week's message. Nobody gets more than {week} in 7 days, whatever the campaign."
        ),
        Reason.CAP_MONTH: lambda: translate(
            "Why", "Already got this month's messages. Nobody gets more than {month} in 30 days."
        ),
        Reason.LAPSE_LIMIT: lambda: translate(
            "Why", "Got what your rules allow between two purchases: {lapse}. No more until the next one."
        ),
        Reason.DAILY_LIMIT: lambda: translate(
            "Why", "As many messages as are allowed on one day have gone already. The turn comes on another day."
        ),
        Reason.IN_OTHER_CAMPAIGN: lambda: translate(
            "Why", "Another message to the same person is already waiting. Nobody gets two at once."
        ),
        Reason.ALREADY_SENT: lambda: translate("Why", "Got this very message before. It is never sent twice."),
        Reason.CONTROL_GROUP: lambda: translate(
            "Why",
            "Belongs to the control group, to whom nothing is written, so that you can see what the messages really "
            "bring.",
        ),
        Reason.OUT_OF_UNITS: lambda: translate(
            "Why",
            "There are fewer units in stock than customers who waited for them. Those who looked first come first.",
        ),
        Reason.TEMPLATE_MISSING_FIELD: lambda: translate(
            "Why", "The template needs a word that is not known about this customer, so the message can't be written."
        ),
    }


def _reaching() -> dict[Reason, Callable[[], str]]:
    return {
        Reason.NO_CONSENT: lambda: translate(
            "Why", "Has not agreed to messages on this channel. Ask, and note the answer on the customer's page."
        ),
        Reason.OPTED_OUT: lambda: translate("Why", "Said no more messages. Nobody who said so is written to again."),
        Reason.SUPPRESSED: lambda: translate(
            "Why",
            "The address is on the list of those who are never written to, or was forgotten because the customer "
            "asked for it.",
        ),
        Reason.NO_ADDRESS: lambda: translate("Why", "There is no address for this channel on the customer's page."),
        Reason.ADDRESS_INVALID: lambda: translate(
            "Why", "The address is not valid: the provider knows nobody there. Correct it on the customer's page."
        ),
        Reason.BOUNCED: lambda: translate(
            "Why", "Messages to this address came back. It is left alone until you enter another one."
        ),
        Reason.ADDRESS_SHARED: lambda: translate(
            "Why", "Five or more customers have this address, so nobody knows whose agreement it would be."
        ),
        Reason.NOT_ALLOWED_BY_LAW: lambda: translate(
            "Why", "The rules for that country don't allow this kind of message on this channel."
        ),
        Reason.ZONE_UNKNOWN: lambda: translate(
            "Why",
            "Nobody knows what time it is there, so the message could ring at night. Approve it to send it anyway.",
        ),
    }


def _sending() -> dict[Reason, Callable[[], str]]:
    return {
        Reason.QUIET_HOURS: lambda: translate(
            "Why", "Nobody is disturbed between {start} and {end} there. The message goes when the night is over."
        ),
        Reason.NOT_ALLOWED_DAY: lambda: translate(
            "Why", "Today is not a day for such messages. It goes on the next day that is."
        ),
        Reason.CHANNEL_OFF: lambda: translate(
            "Why", "The channel is not connected or not chosen. What waits goes as soon as it is."
        ),
        Reason.PROVIDER_LIMIT: lambda: translate(
            "Why", "The provider takes no more messages right now. The rest goes as soon as it does."
        ),
        Reason.PROVIDER_PAUSED: lambda: translate(
            "Why",
            "The provider refused your account or can't be reached. What waits stays in the queue until it works.",
        ),
        Reason.BY_HAND: lambda: translate(
            "Why", "You do this one yourself: open it from the list of what is for you to do, and say how it ended."
        ),
        Reason.PAUSED: lambda: translate("Why", "Sending or this campaign is paused. What waits stays in the queue."),
        Reason.SWITCHED_OFF: lambda: translate(
            "Why", "Automatic messages are switched off. What waits stays in the queue until you switch them on."
        ),
        Reason.AWAITING_APPROVAL: lambda: translate("Why", "Waits for your approval. Nothing goes before you say so."),
        Reason.EXPIRED: lambda: translate(
            "Why", "Could not go in time, or what it says is no longer true. It was not sent."
        ),
        Reason.CLOCK_UNTRUSTED: lambda: translate(
            "Why", "The clock of this PC can't be right. Nothing goes until it is, so that nobody is woken at night."
        ),
        Reason.IMPORT_RUNNING: lambda: translate(
            "Why", "A file is just being imported. Nothing is decided on half of it; it goes on afterwards."
        ),
    }


_SENTENCES: dict[Reason, Callable[[], str]] = {**_deciding(), **_reaching(), **_sending()}
