"""What the clicks, the links and the papers of the hand list are called."""

from reengage_desktop.domain.by_hand import HandResult
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.ui.wording import translate

ORDER = (
    HandResult.DONE,
    HandResult.INTERESTED,
    HandResult.NO_ANSWER,
    HandResult.NOT_NOW,
    HandResult.STOP,
    HandResult.WRONG_NUMBER,
)
"""The clicks in the order of the buttons and of the boxes on the call sheet."""


def results_of(channel: ChannelName) -> tuple[HandResult, ...]:
    """How a message on this channel can end: nobody picks up a letter, and nobody says yes to a mail at once."""
    if channel is ChannelName.CALL:
        return ORDER
    return (HandResult.DONE, HandResult.NOT_NOW, HandResult.STOP, HandResult.WRONG_NUMBER)


def result_word(result: HandResult, channel: ChannelName) -> str:
    """What a click says."""
    if result is HandResult.WRONG_NUMBER and channel is ChannelName.EMAIL:
        return translate("ByHand", "Wrong address")
    return {
        HandResult.DONE: translate("ByHand", "Done"),
        HandResult.INTERESTED: translate("ByHand", "Said yes"),
        HandResult.NO_ANSWER: translate("ByHand", "No answer"),
        HandResult.NOT_NOW: translate("ByHand", "Not now"),
        HandResult.STOP: translate("ByHand", "No more, please"),
        HandResult.WRONG_NUMBER: translate("ByHand", "Wrong number"),
    }[result]


def result_tip(result: HandResult) -> str:
    """What a click brings about."""
    return {
        HandResult.DONE: translate("ByHand", "Counts as contacted, like any message that went out."),
        HandResult.INTERESTED: translate("ByHand", "Counts as a yes in a call, and opens an enquiry for you."),
        HandResult.NO_ANSWER: translate("ByHand", "Counts as contacted: it has rung."),
        HandResult.NOT_NOW: translate("ByHand", "Counts as answered; further messages of this campaign are not sent."),
        HandResult.STOP: translate("ByHand", "Nothing more goes this way, from now on and from no campaign."),
        HandResult.WRONG_NUMBER: translate(
            "ByHand", "Nothing more goes there. Where another way reaches the customer, the message goes that way."
        ),
    }[result]


def open_word(channel: ChannelName) -> str:
    """What opens the right program."""
    return {
        ChannelName.CALL: translate("ByHand", "Dial"),
        ChannelName.WHATSAPP: translate("ByHand", "Open WhatsApp"),
        ChannelName.SMS: translate("ByHand", "Open text message"),
        ChannelName.EMAIL: translate("ByHand", "Open mail program"),
    }[channel]


def open_picture(channel: ChannelName) -> str:
    """The picture beside it."""
    return {
        ChannelName.CALL: "phone",
        ChannelName.WHATSAPP: "message-circle",
        ChannelName.SMS: "smartphone",
        ChannelName.EMAIL: "mail",
    }[channel]
