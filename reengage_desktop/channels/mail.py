"""The e-mail itself, whoever carries it: headers, plain text, HTML and the customer's way out."""

import html
import re
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import formatdate
from urllib.parse import quote

from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Refusal


class Unmailable(ValueError):
    """A message that can't become a sound e-mail; the text says why, without personal data."""

    def __init__(self, sentence: str, refusal: Refusal = Refusal.CONTENT) -> None:
        super().__init__(sentence)
        self.refusal = refusal


class _MailPolicy(EmailPolicy):
    """The library's policy for the wire, but for headers that machines read: folding would garble a long one."""

    def fold(self, name: str, value: str) -> str:
        """The header's lines."""
        if name == "List-Unsubscribe":
            return f"{name}: {value}\r\n"
        return str(super().fold(name, value))

    def fold_binary(self, name: str, value: str) -> bytes:
        """The header's lines, as they go out."""
        if name == "List-Unsubscribe":
            return f"{name}: {value}\r\n".encode("ascii")
        return super().fold_binary(name, value)


_PLAIN = _MailPolicy(linesep="\r\n", raise_on_defect=False)
_INTERNATIONAL = _PLAIN.clone(utf8=True)


@dataclass(frozen=True)
class MailIdentity:
    """Who the e-mails are from. `unsubscribe_address` gets the mailed opt-outs."""

    from_address: str
    from_name: str = ""
    reply_to: str = ""
    unsubscribe_address: str = ""


def mail_message_id(reference: str, identity: MailIdentity) -> str:
    """The Message-ID of a message: always the same for the same reference."""
    return f"<{reference}@{_ascii_domain(identity.from_address.rpartition('@')[2])}>"


def build_mail(message: Outgoing, identity: MailIdentity) -> EmailMessage:
    """The e-mail of a message; raises Unmailable.

    The opt-out is a mailto address: a PC has no web address that could answer a one-click POST, so there is no
    List-Unsubscribe-Post.
    """
    recipient = envelope_address(message.address)
    mail = EmailMessage(policy=_PLAIN if recipient.isascii() else _INTERNATIONAL)
    subject = message.content.subject or ""
    for text, what in ((subject, "subject"), (identity.from_name, "sender's name"), (message.reference, "reference")):
        if re.search(r"[\x00-\x1f\x7f\x85\u2028\u2029]", text):
            raise Unmailable(f"The {what} holds a line break or another control character.")
    if not message.content.text.strip():
        raise Unmailable("The message is empty.")
    try:
        mail["From"] = _address(identity.from_name, identity.from_address)
        mail["To"] = _address(_display_name(message.customer_name), recipient)
        if identity.reply_to:
            mail["Reply-To"] = _address("", identity.reply_to)
    except (ValueError, IndexError):
        raise Unmailable("An address can't be written into an e-mail.") from None
    mail["Subject"] = subject
    mail["Message-ID"] = mail_message_id(message.reference, identity)
    # The moment on the wire is the machine's own, like those of TLS and signatures.
    mail["Date"] = formatdate()
    way_out = quote(envelope_address(identity.unsubscribe_address or identity.reply_to or identity.from_address), "@+")
    mail["List-Unsubscribe"] = f"<mailto:{way_out}?subject=unsubscribe%20{quote(message.unsubscribe_token, safe='')}>"
    _fill(mail, message)
    return mail


def envelope_address(address: str) -> str:
    """The address with its domain in ASCII; raises Unmailable where there is none."""
    local, at, domain = address.rpartition("@")
    if not at or not local or not domain or re.search(r"[\s\x00-\x1f\x7f<>]", address):
        raise Unmailable("The address is not valid.", Refusal.INVALID_ADDRESS)
    return f"{local}@{_ascii_domain(domain)}"


def _fill(mail: EmailMessage, message: Outgoing) -> None:
    # Quoted-printable passes every server, also one that takes only seven bits.
    mail.set_content(message.content.text, cte="quoted-printable")
    if message.content.html:
        body = _with_preheader(message.content.html, message.content.preheader)
        mail.add_alternative(body, subtype="html", cte="quoted-printable")


def _with_preheader(body: str, preheader: str | None) -> str:
    shown = html.escape(preheader or "")
    if not shown or shown in body:
        return body
    hidden = f'<div style="display:none;max-height:0;overflow:hidden">{shown}</div>'
    opening = re.search(r"<body\b[^>]*>", body, re.IGNORECASE)
    place = opening.end() if opening else 0
    return body[:place] + hidden + body[place:]


def _address(name: str, address: str) -> Address:
    local, _, domain = address.rpartition("@")
    return Address(display_name=name, username=local, domain=domain)


def _display_name(name: str | None) -> str:
    # A name with control characters in it is no name that somebody should read in her inbox.
    return "" if name is None or re.search(r"[\x00-\x1f\x7f\x85\u2028\u2029]", name) else name.strip()


def _ascii_domain(domain: str) -> str:
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        raise Unmailable("The address is not valid.", Refusal.INVALID_ADDRESS) from None
