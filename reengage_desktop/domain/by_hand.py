"""What the owner does with her own hands instead of a provider: how it can end, and the links that open it ready."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.vocabulary import ChannelName

HAND = "hand"
"""The provider's name as the settings spell it: the owner herself."""

HAND_CHANNELS = (ChannelName.EMAIL, ChannelName.SMS, ChannelName.WHATSAPP, ChannelName.CALL)
"""What a person can do with a telephone, a mail program and a printer."""

LONGEST_LINK = 1_900
"""Mail programs and browsers take so many characters from a link; a longer text is copied by hand."""


class HandResult(StrEnum):
    """How it ended, in one click."""

    DONE = "done"
    INTERESTED = "interested"
    NO_ANSWER = "no_answer"
    NOT_NOW = "not_now"
    STOP = "stop"
    WRONG_NUMBER = "wrong_number"


@dataclass(frozen=True)
class Link:
    """What opens the right program. `has_text`: the words are filled in; else they are too long and to be pasted."""

    url: str
    has_text: bool


def link_for(channel: ChannelName, address: str, content: Content) -> Link:
    """The link for a message of the channel to the address; a call's opens the telephone and carries no words."""
    full, bare = _LINKS[channel](address, content)
    return Link(full, has_text=True) if len(full) <= LONGEST_LINK and full != bare else Link(bare, has_text=False)


def _mail(address: str, content: Content) -> tuple[str, str]:
    bare = f"mailto:{quote(address, safe='@+')}?subject={quote(content.subject or '', safe='')}"
    # A mail's lines end in both signs, also in a link (RFC 6068).
    body = "\r\n".join(content.text.splitlines())
    return f"{bare}&body={quote(body, safe='')}", bare


def _whatsapp(address: str, content: Content) -> tuple[str, str]:
    bare = f"https://wa.me/{address.lstrip('+')}"
    return f"{bare}?text={quote(content.text, safe='')}", bare


def _sms(address: str, content: Content) -> tuple[str, str]:
    return f"sms:{address}?body={quote(content.text, safe='')}", f"sms:{address}"


def _call(address: str, _content: Content) -> tuple[str, str]:
    return f"tel:{address}", f"tel:{address}"


_LINKS = {
    ChannelName.EMAIL: _mail,
    ChannelName.WHATSAPP: _whatsapp,
    ChannelName.SMS: _sms,
    ChannelName.CALL: _call,
}
