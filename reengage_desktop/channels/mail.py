"""The e-mail itself, whoever carries it: headers, plain text, HTML and the customer's way out.

The library takes more than a millisecond for a mail, and most of it is the same in every mail of a campaign. So what
repeats itself is built once, and what is plain is written as it stands; every other header is the library's.
"""

import binascii
import functools
import html
import re
from dataclasses import dataclass
from email.headerregistry import Address
from email.policy import EmailPolicy
from email.utils import formatdate
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Refusal

if TYPE_CHECKING:
    from email.message import EmailMessage

_CONTROLS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")
_ATEXT = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_PLAIN_ADDRESS = re.compile(rf"{_ATEXT}(?:\.{_ATEXT})*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")
_PLAIN_NAME = re.compile(r"(?:[A-Za-z0-9'-]+(?: [A-Za-z0-9'-]+)*)?")
_PLAIN_ID = re.compile(r"<[A-Za-z0-9._-]+@[A-Za-z0-9.-]+>")
_LINE = 78
# No text in quoted-printable holds it: there "=" is only followed by two digits or the end of the line.
_BOUNDARY = "=_part_of_the_letter"
_PART = 'Content-Type: text/{}; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
_SINGLE = _PART.format("plain").encode()
_FIRST = (
    f'Content-Type: multipart/alternative; boundary="{_BOUNDARY}"\r\n\r\n--{_BOUNDARY}\r\n{_PART.format("plain")}'
).encode()
_SECOND = f"\r\n--{_BOUNDARY}\r\n{_PART.format('html')}".encode()
_END = f"\r\n--{_BOUNDARY}--\r\n".encode()


class Unmailable(ValueError):
    """A message that can't become a sound e-mail; the text says why, without personal data."""

    def __init__(self, sentence: str, refusal: Refusal = Refusal.CONTENT) -> None:
        super().__init__(sentence)
        self.refusal = refusal


@dataclass(frozen=True)
class MailIdentity:
    """Who the e-mails are from. `unsubscribe_address` gets the mailed opt-outs."""

    from_address: str
    from_name: str = ""
    reply_to: str = ""
    unsubscribe_address: str = ""


class Header(NamedTuple):
    """One header: as it is read, and its lines as they go out."""

    shown: str
    wire: bytes


@dataclass(frozen=True)
class Mail:
    """An e-mail in its parts. `way_out` is the List-Unsubscribe header; the texts end with a line break."""

    sender: Header
    recipient: Header
    address: str
    reply_to: Header | None
    subject: Header
    message_id: Header
    way_out: Header
    text: str
    html: str | None

    def as_bytes(self) -> bytes:
        """The e-mail as it goes over the wire; quoted-printable passes every server, also one that takes seven bits."""
        headers = (self.sender, self.recipient, self.reply_to, self.subject, self.message_id)
        head = b"".join(header.wire for header in headers if header is not None)
        # The moment on the wire is the machine's own, like those of TLS and signatures.
        head += f"Date: {formatdate()}\r\n".encode() + self.way_out.wire + b"MIME-Version: 1.0\r\n"
        if self.html is None:
            return head + _SINGLE + _printable(self.text)
        return head + _FIRST + _printable(self.text) + _SECOND + _printable(self.html) + _END


def mail_message_id(reference: str, identity: MailIdentity) -> str:
    """The Message-ID of a message: always the same for the same reference."""
    return f"<{reference}@{_ascii_domain(identity.from_address.rpartition('@')[2])}>"


def build_mail(message: Outgoing, identity: MailIdentity) -> Mail:
    """The e-mail of a message; raises Unmailable.

    The opt-out is a mailto address: a PC has no web address that could answer a one-click POST, so there is no
    List-Unsubscribe-Post.
    """
    recipient = envelope_address(message.address)
    subject = message.content.subject or ""
    for text, what in ((subject, "subject"), (identity.from_name, "sender's name"), (message.reference, "reference")):
        if _CONTROLS.search(text):
            raise Unmailable(f"The {what} holds a line break or another control character.")
    if not message.content.text.strip():
        raise Unmailable("The message is empty.")
    is_plain = recipient.isascii()
    body = message.content.html
    try:
        return Mail(
            sender=_mailbox("From", identity.from_name, identity.from_address, is_plain=is_plain),
            recipient=_mailbox("To", _display_name(message.customer_name), recipient, is_plain=is_plain),
            address=recipient,
            reply_to=_mailbox("Reply-To", "", identity.reply_to, is_plain=is_plain) if identity.reply_to else None,
            subject=_library_header("Subject", subject, is_plain=is_plain),
            message_id=_message_id(mail_message_id(message.reference, identity), is_plain=is_plain),
            way_out=_way_out(message.unsubscribe_token, identity),
            text=_lines(message.content.text),
            html=_lines(_with_preheader(body, message.content.preheader)) if body else None,
        )
    except UnicodeEncodeError:
        raise Unmailable("The message holds half a character, which can't be written into an e-mail.") from None


@functools.lru_cache(256)
def envelope_address(address: str) -> str:
    """The address with its domain in ASCII; raises Unmailable where there is none."""
    local, at, domain = address.rpartition("@")
    if not at or not local or not domain or re.search(r"[\s\x00-\x1f\x7f<>]", address):
        raise Unmailable("The address is not valid.", Refusal.INVALID_ADDRESS)
    return f"{local}@{_ascii_domain(domain)}"


def _mailbox(name: str, display: str, address: str, *, is_plain: bool) -> Header:
    """Where name and address are plain the header is what they are; else it is the library's."""
    shown = f"{display} <{address}>" if display else address
    line = f"{name}: {shown}"
    if is_plain and len(line) <= _LINE and _PLAIN_NAME.fullmatch(display) and _PLAIN_ADDRESS.fullmatch(address):
        return Header(shown, f"{line}\r\n".encode())
    return _library_mailbox(name, display, address, is_plain=is_plain)


@functools.lru_cache(256)
def _library_mailbox(name: str, display: str, address: str, *, is_plain: bool) -> Header:
    local, _, domain = address.rpartition("@")
    try:
        return _folded(name, Address(display_name=display, username=local, domain=domain), is_plain=is_plain)
    except (ValueError, IndexError) as fault:
        if isinstance(fault, UnicodeEncodeError):
            raise
        raise Unmailable("An address can't be written into an e-mail.") from None


@functools.lru_cache(256)
def _library_header(name: str, value: str, *, is_plain: bool) -> Header:
    return _folded(name, value, is_plain=is_plain)


def _folded(name: str, value: str | Address, *, is_plain: bool) -> Header:
    policy = _policy(is_plain=is_plain)
    _, header = policy.header_store_parse(name, value)
    return Header(str(header), policy.fold_binary(name, header))


@functools.cache
def _policy(*, is_plain: bool) -> "EmailPolicy[EmailMessage]":
    """The library's policy for the wire; letters outside of ASCII stand as they are only where an address has them."""
    return EmailPolicy(linesep="\r\n", raise_on_defect=False, utf8=not is_plain)


def _message_id(identity: str, *, is_plain: bool) -> Header:
    line = f"Message-ID: {identity}"
    if len(line) <= _LINE and _PLAIN_ID.fullmatch(identity):
        return Header(identity, f"{line}\r\n".encode())
    return _library_header("Message-ID", identity, is_plain=is_plain)


def _way_out(token: str, identity: MailIdentity) -> Header:
    """Machines read it: folding would garble a long one, so it stays on its line."""
    address = envelope_address(identity.unsubscribe_address or identity.reply_to or identity.from_address)
    shown = f"<mailto:{quote(address, '@+')}?subject=unsubscribe%20{quote(token, safe='')}>"
    return Header(shown, f"List-Unsubscribe: {shown}\r\n".encode())


def _lines(text: str) -> str:
    """The text with one kind of line break, and one at its end."""
    return b"\n".join([*text.encode().splitlines(), b""]).decode() or "\n"


def _printable(text: str) -> bytes:
    return binascii.b2a_qp(text.encode().replace(b"\n", b"\r\n"), istext=True)


def _with_preheader(body: str, preheader: str | None) -> str:
    shown = html.escape(preheader or "")
    if not shown or shown in body:
        return body
    hidden = f'<div style="display:none;max-height:0;overflow:hidden">{shown}</div>'
    opening = re.search(r"<body\b[^>]*>", body, re.IGNORECASE)
    place = opening.end() if opening else 0
    return body[:place] + hidden + body[place:]


def _display_name(name: str | None) -> str:
    # A name with control characters in it is no name that somebody should read in her inbox.
    return "" if name is None or _CONTROLS.search(name) else name.strip()


@functools.lru_cache(1024)
def _ascii_domain(domain: str) -> str:
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        raise Unmailable("The address is not valid.", Refusal.INVALID_ADDRESS) from None
