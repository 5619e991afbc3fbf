"""What warns of a start or keeps it from happening, in the owner's language, each with the page that helps."""

from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.ui import wording
from reengage_desktop.ui.wording import translate

_PAGES: dict[str, tuple[str, object]] = {
    "no_postal_address": ("settings", {"section": "shop"}),
    "no_channel": ("settings", {"section": "connections"}),
    "channel_off": ("settings", {"section": "connections"}),
    "no_unsubscribe": ("settings", {"section": "shop"}),
    "test_mode": ("settings", {"section": "advanced"}),
    "template": ("templates", None),
    "empty_field": ("templates", None),
    "not_approved": ("templates", None),
    "link_not_https": ("templates", None),
}


def remark_words(remark: Sentence) -> str:
    """The sentence; one that nobody has translated is said as it came."""
    kind, figures = remark.kind, remark.figures
    counted = {
        "empty_field": lambda count: translate(
            "Remarks", "A field of the text is empty for %Ln customers: they get nothing.", "", count
        ),
        "not_approved": lambda count: translate(
            "Remarks",
            "The WhatsApp text names no approved wording, so it goes only to those who wrote within the last 24 hours: "
            "%Ln customers have not.",
            "",
            count,
        ),
        "link_not_https": lambda count: translate(
            "Remarks", "%Ln messages hold a link that begins with http://: many mail programs warn of it.", "", count
        ),
    }
    if kind in counted:
        return counted[kind](int(str(figures["count"])))
    words = {
        "no_postal_address": translate(
            "Remarks", "Your postal address is missing: the law wants it in every e-mail, so none starts without it."
        ),
        "no_channel": translate("Remarks", "{channels}: not connected yet. Nobody could be written to."),
        "import_running": translate(
            "Remarks", "A file is being brought in. Nobody is chosen meanwhile; wait until that has ended."
        ),
        "no_unsubscribe": translate(
            "Remarks", "The e-mail has no way to unsubscribe: give an address for replies or for unsubscribing."
        ),
        "channel_off": translate("Remarks", "{channels}: not connected. Nobody gets anything on it."),
        "nobody": translate("Remarks", "Nobody would get this message now."),
        "paused": translate("Remarks", "Sending is paused: the messages wait until you resume it."),
        "test_mode": translate("Remarks", "Test mode is on: the messages are only pretended."),
    }
    named = str(figures.get("channels") or figures.get("channel") or "")
    return words.get(kind, str(remark)).replace("{channels}", _channel_names(named))


def remark_page(remark: Sentence) -> tuple[str, object] | None:
    """Where it can be mended, or None."""
    return _PAGES.get(remark.kind)


def _channel_names(named: str) -> str:
    words = [each.strip() for each in named.split(",") if each.strip()]
    return ", ".join(wording.channel_name(ChannelName(word)) if word in set(ChannelName) else word for word in words)
