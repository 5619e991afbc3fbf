"""An e-mail as the mail services over HTTP take it: the parts of the same letter that SMTP would carry."""

from collections.abc import Mapping
from dataclasses import dataclass

from reengage_desktop.channels.mail import MailIdentity, Unmailable, build_mail
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Rejected


@dataclass(frozen=True)
class Letter:
    """The parts of one e-mail. `sender` and `recipient` may carry a name; `way_out` is the List-Unsubscribe header."""

    sender: str
    recipient: str
    address: str
    reply_to: str
    subject: str
    text: str
    html: str | None
    way_out: str

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of our own: how a customer opts out by mail (a PC has no web address that answers a POST)."""
        return {"List-Unsubscribe": self.way_out}


def write_letter(message: Outgoing, identity: MailIdentity) -> Letter | Rejected:
    """The parts of a message's e-mail, or why there can be none."""
    try:
        mail = build_mail(message, identity)
    except Unmailable as fault:
        return Rejected(fault.refusal, None, str(fault))
    return Letter(
        sender=mail.sender.shown,
        recipient=mail.recipient.shown,
        address=mail.address,
        reply_to=mail.reply_to.shown if mail.reply_to else "",
        subject=mail.subject.shown,
        text=mail.text,
        html=mail.html,
        way_out=mail.way_out.shown,
    )
