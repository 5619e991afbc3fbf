"""The words for a campaign's state and for where a recipient stands."""

from reengage_desktop.domain.campaign_results import RecipientStatus
from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.wording import translate


def campaign_state(status: CampaignStatus, uncertain: int = 0) -> tuple[str, Tone]:
    """The chip of a campaign; messages that the owner has to decide on go before everything."""
    if uncertain:
        return translate("CampaignState", "Needs you"), Tone.WARN
    words = {
        CampaignStatus.DRAFT: (translate("CampaignState", "Draft"), Tone.NEUTRAL),
        CampaignStatus.SCHEDULED: (translate("CampaignState", "Scheduled"), Tone.ACCENT),
        CampaignStatus.ACTIVE: (translate("CampaignState", "Running"), Tone.OK),
        CampaignStatus.PAUSED: (translate("CampaignState", "Paused"), Tone.WARN),
        CampaignStatus.COMPLETED: (translate("CampaignState", "Finished"), Tone.NEUTRAL),
        CampaignStatus.CANCELLED: (translate("CampaignState", "Stopped"), Tone.NEUTRAL),
    }
    return words[status]


def by_hand_words() -> str:
    """What is said of a campaign's messages where the PC keeps no keys, so that the clock sends nothing."""
    return translate(
        "CampaignState",
        "Nothing goes by itself: this PC has no password store. Mark the messages under Activity and press “Send now”.",
    )


def recipient_state(status: RecipientStatus, *, goes_by_itself: bool = True) -> tuple[str, Tone]:
    """Where a recipient's message stands."""
    if status is RecipientStatus.QUEUED and not goes_by_itself:
        return translate("RecipientState", "Waits for you"), Tone.WARN
    words = {
        RecipientStatus.PENDING: (translate("RecipientState", "Waiting"), Tone.NEUTRAL),
        RecipientStatus.QUEUED: (translate("RecipientState", "Going out"), Tone.ACCENT),
        RecipientStatus.SENT: (translate("RecipientState", "Sent"), Tone.OK),
        RecipientStatus.DELIVERED: (translate("RecipientState", "Delivered"), Tone.OK),
        RecipientStatus.ANSWERED: (translate("RecipientState", "Answered"), Tone.ACCENT),
        RecipientStatus.FAILED: (translate("RecipientState", "Failed"), Tone.BAD),
        RecipientStatus.OPTED_OUT: (translate("RecipientState", "Opted out"), Tone.WARN),
        RecipientStatus.SKIPPED: (translate("RecipientState", "Left out"), Tone.NEUTRAL),
        RecipientStatus.CANCELLED: (translate("RecipientState", "Removed"), Tone.NEUTRAL),
        RecipientStatus.UNCERTAIN: (translate("RecipientState", "Uncertain"), Tone.WARN),
    }
    return words[status]
