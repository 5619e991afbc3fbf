"""An e-mail as the mail services over HTTP take it: the parts of the same letter that SMTP would carry."""

from collections.abc import Mapping
from dataclasses import dataclass
from email.message import EmailMessage

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
        sender=str(mail["From"]),
        recipient=str(mail["To"]),
        address=mail["To"].addresses[0].addr_spec,
        reply_to=str(mail["Reply-To"] or ""),
        subject=str(mail["Subject"]),
        text=_part(mail, "plain") or "",
        html=_part(mail, "html"),
        way_out=str(mail["List-Unsubscribe"]),
    )


def _part(mail: EmailMessage, kind: str) -> str | None:
    body = mail.get_body((kind,))
    return None if body is None else str(body.get_content())
