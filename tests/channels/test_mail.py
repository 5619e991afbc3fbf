"""The e-mail itself: headers that nobody can inject into, a way out, and text that arrives as written."""

import re
from dataclasses import replace
from email.headerregistry import Address
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy, default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.channels.mail import Mail, MailIdentity, Unmailable, build_mail, envelope_address, mail_message_id
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import Refusal
from reengage_desktop.domain.vocabulary import ChannelName
from tests.channels.letters import IDENTITY, outgoing


def sent(mail: Mail) -> EmailMessage:
    """The e-mail as it is read on the other side."""
    parsed = BytesParser(policy=default).parsebytes(mail.as_bytes())
    assert isinstance(parsed, EmailMessage)
    return parsed


def text_of(mail: EmailMessage, kind: str = "plain") -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_headers() -> None:
    mail = sent(build_mail(outgoing(ChannelName.EMAIL), IDENTITY))
    assert mail["From"] == "Zoë's Shop <shop@example.com>"
    assert mail["To"] == "Ann Lee <ann@example.com>"
    assert mail["Reply-To"] == "hello@example.com"
    assert mail["Subject"] == "We miss you – Zoë"
    assert mail["Message-ID"] == "<rd-shop1-1@example.com>"
    assert mail["Date"] is not None
    assert mail["Auto-Submitted"] is None


def test_the_way_out_is_a_mailed_word() -> None:
    """C18: a PC answers no one-click POST, so there is a mailto and never a List-Unsubscribe-Post."""
    wire = build_mail(outgoing(ChannelName.EMAIL), IDENTITY).as_bytes()
    assert b"\r\nList-Unsubscribe: <mailto:bye+u@example.org?subject=unsubscribe%20tok-1>\r\n" in wire
    assert b"List-Unsubscribe-Post" not in wire


@pytest.mark.parametrize(
    ("identity", "address"),
    [
        (
            MailIdentity("shop@example.com", reply_to="r@example.com", unsubscribe_address="u@example.com"),
            "u@example.com",
        ),
        (MailIdentity("shop@example.com", reply_to="r@example.com"), "r@example.com"),
        (MailIdentity("shop@example.com"), "shop@example.com"),
        (MailIdentity("shop@example.com", unsubscribe_address="a?b&c@example.com"), "a%3Fb%26c@example.com"),
        (MailIdentity("shop@example.com", unsubscribe_address="u" * 60 + "@" + "long." * 20 + "example.com"), "u" * 60),
    ],
)
def test_the_way_out_stays_whole(identity: MailIdentity, address: str) -> None:
    """However long it is, machines must be able to read it: neither folded nor encoded."""
    wire = build_mail(outgoing(ChannelName.EMAIL), identity).as_bytes().decode()
    line = next(line for line in wire.split("\r\n") if line.startswith("List-Unsubscribe:"))
    assert line.startswith(f"List-Unsubscribe: <mailto:{address}")
    assert line.endswith("?subject=unsubscribe%20tok-1>")


def test_text_and_html_arrive_as_written() -> None:
    text = "Hi Ann,\n.\n..dots\nFrom here\n" + "long " * 400 + "\n\nZoë € 🎁\n"
    html = "<html><body>Zoë € " + "x" * 2_000 + "</body></html>"
    mail = sent(build_mail(outgoing(ChannelName.EMAIL, text=text, html=html), IDENTITY))
    assert text_of(mail) == text
    assert text_of(mail, "html").strip() == html
    assert mail.get_content_type() == "multipart/alternative"


def test_seven_bits_and_short_lines_on_the_wire() -> None:
    wire = build_mail(outgoing(ChannelName.EMAIL, text="ä" * 5_000), IDENTITY).as_bytes()
    assert wire.isascii()
    assert all(len(line) <= 998 for line in wire.split(b"\r\n"))
    assert b"\n" not in wire.replace(b"\r\n", b"")


def test_plain_text_alone_is_enough() -> None:
    mail = sent(build_mail(outgoing(ChannelName.EMAIL, html=None), IDENTITY))
    assert mail.get_content_type() == "text/plain"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<html><body class='x'><p>Hi</p></body></html>", "<body class='x'><div"),
        ("<p>Hi</p>", "<div style"),
        ("<body><p>A &amp; B for you</p></body>", "<body><p>"),
    ],
)
def test_preheader_is_there_once(html: str, expected: str) -> None:
    shown = text_of(sent(build_mail(outgoing(ChannelName.EMAIL, html=html, preheader="A & B"), IDENTITY)), "html")
    assert expected in shown
    assert shown.count("A &amp; B") == 1


@pytest.mark.parametrize("broken", ["\n", "\r", "\r\nBcc: eve@example.org", "\x00", "\u2028x", "\x85x"])
def test_line_breaks_in_headers_are_refused(broken: str) -> None:
    """23: no header can be injected through a subject, a name or an address."""
    with pytest.raises(Unmailable, match="subject"):
        build_mail(outgoing(ChannelName.EMAIL, subject=f"Hi{broken}"), IDENTITY)
    with pytest.raises(Unmailable, match="name"):
        build_mail(outgoing(ChannelName.EMAIL), MailIdentity("shop@example.com", f"Shop{broken}"))
    with pytest.raises(Unmailable) as refused:
        build_mail(outgoing(ChannelName.EMAIL, address=f"ann@example.com{broken}"), IDENTITY)
    assert refused.value.refusal is Refusal.INVALID_ADDRESS
    assert "ann@" not in str(refused.value)


@pytest.mark.parametrize("address", ["", "ann", "@example.com", "ann@", "a nn@example.com", "<ann@example.com>"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(Unmailable):
        envelope_address(address)


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(Unmailable, match="empty"):
        build_mail(outgoing(ChannelName.EMAIL, text=" \n "), IDENTITY)


def test_international_addresses() -> None:
    assert envelope_address("ann@münchen.example.com") == "ann@xn--mnchen-3ya.example.com"
    mail = build_mail(outgoing(ChannelName.EMAIL, address="zoë@example.com"), IDENTITY)
    assert "zoë@example.com" in mail.as_bytes().decode("utf-8")


def test_the_message_id_is_ours_for_ever() -> None:
    """The same reference always has the same Message-ID: a second copy can be told by it."""
    assert mail_message_id("rd-shop1-7", IDENTITY) == mail_message_id("rd-shop1-7", IDENTITY)
    assert build_mail(outgoing(ChannelName.EMAIL), IDENTITY).message_id.shown == mail_message_id("rd-shop1-1", IDENTITY)


HEADERS = {
    "From",
    "To",
    "Reply-To",
    "Subject",
    "Message-ID",
    "Date",
    "List-Unsubscribe",
    "MIME-Version",
    "Content-Type",
}


@given(
    st.text(max_size=200),
    st.text(max_size=80).filter(lambda text: text.strip()),
    st.one_of(st.none(), st.text(max_size=80)),
)
def test_whatever_is_written_no_header_is_added(subject: str, text: str, name: str | None) -> None:
    """23: any subject, text or name becomes a sound e-mail with our headers only, or is refused."""
    message = outgoing(ChannelName.EMAIL, subject=subject, text=text)
    try:
        mail = build_mail(type(message)(**{**message.__dict__, "customer_name": name}), IDENTITY)
        wire = mail.as_bytes()
    except Unmailable:
        return
    head = wire.split(b"\r\n\r\n")[0].decode("utf-8", "surrogateescape")
    names = re.findall(r"(?m)^([A-Za-z-]+):", head)
    assert sorted(names) == sorted(HEADERS)
    assert sent(mail)["To"].addresses[0].addr_spec == "ann@example.com"


# What the library makes of the same message, header by header and part by part.


class _Whole(EmailPolicy):
    """The library's policy for the wire, but for the header that must stay on its line."""

    def fold_binary(self, name: str, value: str) -> bytes:
        return f"{name}: {value}\r\n".encode() if name == "List-Unsubscribe" else super().fold_binary(name, value)


def _as_the_library_writes_it(message: Outgoing, identity: MailIdentity) -> EmailMessage:
    def named(name: str, address: str) -> Address:
        local, _, domain = address.rpartition("@")
        return Address(display_name=name, username=local, domain=domain)

    mail = EmailMessage(policy=_Whole(linesep="\r\n", raise_on_defect=False, utf8=not message.address.isascii()))
    mail["From"] = named(identity.from_name, identity.from_address)
    mail["To"] = named((message.customer_name or "").strip(), message.address)
    if identity.reply_to:
        mail["Reply-To"] = named("", identity.reply_to)
    mail["Subject"] = message.content.subject or ""
    mail["Message-ID"] = mail_message_id(message.reference, identity)
    mail["List-Unsubscribe"] = f"<mailto:bye+u@example.org?subject=unsubscribe%20{message.unsubscribe_token}>"
    mail.set_content(message.content.text, cte="quoted-printable")
    if message.content.html:
        mail.add_alternative(message.content.html, subtype="html", cte="quoted-printable")
    parsed = BytesParser(policy=default).parsebytes(mail.as_bytes())
    assert isinstance(parsed, EmailMessage)
    return parsed


_READ = ("From", "To", "Reply-To", "Subject", "Message-ID", "List-Unsubscribe", "MIME-Version")
_WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=120)
_NAMES = st.one_of(_WORDS, st.from_regex(r"[A-Za-z'-]{1,40}( [A-Za-z'-]{1,40}){0,2}", fullmatch=True))
_LOCALS = st.from_regex(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,30}(\.[A-Za-z0-9-]{1,30})?", fullmatch=True)
_BODIES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=400).filter(lambda text: text.strip())


@given(_WORDS, _NAMES, _LOCALS, _BODIES, st.one_of(st.none(), _BODIES))
def test_it_is_read_as_the_library_s_own(subject: str, name: str, local: str, text: str, html: str | None) -> None:
    """Performance row 8: what is filled in is read like a mail that the library has built from the ground up."""
    address = f"{local}@example.com"
    message = outgoing(ChannelName.EMAIL, address=address, subject=subject, text=text, html=html, preheader=None)
    message = replace(message, customer_name=name)
    try:
        ours = sent(build_mail(message, IDENTITY))
    except Unmailable:
        return
    theirs = _as_the_library_writes_it(message, IDENTITY)
    assert [str(ours[header]) for header in _READ] == [str(theirs[header]) for header in _READ]
    assert [part.get_content_type() for part in ours.walk()] == [part.get_content_type() for part in theirs.walk()]
    for mine, other in zip(ours.walk(), theirs.walk(), strict=True):
        if not mine.is_multipart():
            assert mine.get_content() == other.get_content()
            assert mine["Content-Transfer-Encoding"] == other["Content-Transfer-Encoding"]


@given(_BODIES)
def test_every_line_is_short_and_of_seven_bits(text: str) -> None:
    """RFC 5322: 998 octets at most; the text that a server sees holds no bare line break."""
    wire = build_mail(outgoing(ChannelName.EMAIL, text=text, html=f"<p>{text}</p>"), IDENTITY).as_bytes()
    assert wire.isascii()
    assert all(len(line) <= 78 for line in wire.split(b"\r\n") if not line.startswith(b"List-Unsubscribe"))
    assert not re.search(rb"\r(?!\n)|(?<!\r)\n", wire)


def test_half_a_character_is_refused() -> None:
    with pytest.raises(Unmailable, match="half"):
        build_mail(outgoing(ChannelName.EMAIL, text="Hi \ud83d"), IDENTITY)
