"""What a mail in the mailbox is: any bytes have one answer, and the answer names our message."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.channels.protocol import MailBack, MailKind
from reengage_desktop.channels.returned import own_words, read_mail
from tests.servers.imap import letter, report

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
OURS = "<rd-shop1-7@example.com>"
TOKEN = "7." + "ab12" * 5


def read(raw: bytes) -> MailBack:
    return read_mail(raw, AT)


@pytest.mark.parametrize(
    ("action", "status", "words", "kind"),
    [
        ("failed", "5.1.1", "", MailKind.BOUNCE),
        ("failed", "5.1.10", "", MailKind.BOUNCE),
        ("failed", "5.4.1", "550 5.4.1 Recipient address rejected: Access denied", MailKind.BOUNCE),
        ("failed", "5.2.1", "", MailKind.BOUNCE),
        ("failed", "5.2.2", "552 5.2.2 mailbox full", MailKind.SOFT_BOUNCE),
        ("failed", "5.7.1", "550 5.7.1 blocked as spam", MailKind.SOFT_BOUNCE),
        ("failed", "4.4.7", "delivery time expired", MailKind.SOFT_BOUNCE),
        ("failed", "5.0.0", "550 5.1.1 no such user", MailKind.BOUNCE),
        ("failed", "5.0.0", "552 mailbox is full", MailKind.SOFT_BOUNCE),
        ("failed", "5.0.0", "550 no such user here", MailKind.BOUNCE),
        ("failed", "5.0.0", "554 something", MailKind.SOFT_BOUNCE),
        ("delayed", "4.4.1", "", MailKind.DELAYED),
        ("delivered", "2.0.0", "", MailKind.DELAYED),
    ],
)
def test_a_delivery_report(action: str, status: str, words: str, kind: MailKind) -> None:
    """C10: hard only where the address itself is wrong."""
    back = read(report(OURS, "ann@example.com", action=action, status=status, words=words))
    assert back.kind is kind
    assert back.recipient == "ann@example.com"
    assert "rd-shop1-7" in back.names
    assert "@" not in back.text


QMAIL = """Hi. This is the qmail-send program at mx.example.net.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<ann@example.com>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Return-Path: <shop@example.com>
Message-ID: <rd-shop1-7@example.com>
Subject: We miss you
"""
EXCHANGE = """Your message to ann@example.com couldn't be delivered.

ann wasn't found at example.com.

Original message headers:
Message-ID: <rd-shop1-7@example.com>
"""
FULL = "The following address failed: ann@example.com: mailbox is full\n\n> Message-ID: <rd-shop1-7@example.com>\n"
ODD = "Something happened.\n\nMessage-ID: <rd-shop1-7@example.com>\n"
GERMAN = "Ihre Nachricht an ann@example.com: Empfänger unbekannt.\nMessage-ID: <rd-shop1-7@example.com>\n"
LATER = "Delivery to ann@example.com has been delayed. We are still trying.\nMessage-ID: <rd-shop1-7@example.com>\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (QMAIL, MailKind.BOUNCE),
        (EXCHANGE, MailKind.BOUNCE),
        (GERMAN, MailKind.BOUNCE),
        (FULL, MailKind.SOFT_BOUNCE),
        (ODD, MailKind.SOFT_BOUNCE),
        (LATER, MailKind.DELAYED),
    ],
)
def test_bounces_that_are_no_report(text: str, kind: MailKind) -> None:
    """C10: the shapes that servers had before the standard, and still have."""
    back = read(letter(text, sender="Mail Delivery System <MAILER-DAEMON@mx.example.net>"))
    assert back.kind is kind
    assert "rd-shop1-7" in back.names
    if text is not ODD:
        assert back.recipient == "ann@example.com"


def test_a_complaint_of_a_mail_host() -> None:
    raw = (
        b"From: fbl@example.net\r\nMessage-ID: <c@x>\r\nContent-Type: multipart/report; report-type=feedback-report; "
        b"boundary=b\r\n\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n\r\n"
        b"--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <rd-shop1-7@example.com>\r\n\r\nHi\r\n--b--\r\n"
    )
    back = read(raw)
    assert (back.kind, back.names) == (MailKind.COMPLAINT, ("rd-shop1-7",))


def test_a_complaint_without_our_name_tells_whose_it_is() -> None:
    raw = (
        b"From: fbl@example.net\r\nMessage-ID: <c@x>\r\nContent-Type: multipart/report; report-type=feedback-report; "
        b"boundary=b\r\n\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n"
        b"Original-Rcpt-To: <ann@example.com>\r\n\r\n--b--\r\n"
    )
    assert read(raw).recipient == "ann@example.com"


def test_a_receipt_for_reading_is_no_bounce() -> None:
    raw = (
        b"From: ann@example.com\r\nMessage-ID: <c@x>\r\nIn-Reply-To: <rd-shop1-7@example.com>\r\nContent-Type: "
        b"multipart/report; report-type=disposition-notification; boundary=b\r\n\r\n--b\r\nContent-Type: "
        b"message/disposition-notification\r\n\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n--b--\r\n"
    )
    assert read(raw).kind is MailKind.AUTO_REPLY


def test_a_no_below_our_own_subject_of_holidays_is_a_person_s() -> None:
    """Promise 10: “Re: Vacation …” is what our own message may have been called."""
    assert read(letter("STOP", Subject="Re: Vacation? 10 % off")).kind is MailKind.WRITTEN
    assert read(letter("I am away", Subject="Re: Vacation? 10 % off")).kind is MailKind.AUTO_REPLY


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"X_Autoreply": "yes"},
        {"Precedence": "bulk"},
        {"Return_Path": "<>"},
        {"Subject": "Automatic reply: We miss you"},
        {"Subject": "Out of Office"},
        {"Subject": "Re: Abwesenheitsnotiz"},
        {"Subject": "=?utf-8?q?Automatische_Antwort=3A_Hallo?="},
    ],
)
def test_a_robot_s_answer_is_no_answer(headers: dict[str, str]) -> None:
    back = read(letter(f"I am away. stop\n{TOKEN}", In_Reply_To=OURS, **headers))
    assert (back.kind, back.names, back.tokens) == (MailKind.AUTO_REPLY, ("rd-shop1-7",), ())


def test_a_person_s_answer() -> None:
    text = "No thanks!\n\nOn Sat, 21 Nov 2026 Zoë's Shop <shop@example.com> wrote:\n> unsubscribe here\n"
    back = read(letter(text, Subject="Re: We miss you", In_Reply_To=OURS, References=f"<x@y> {OURS}"))
    assert (back.kind, back.text, back.names[0]) == (MailKind.WRITTEN, "No thanks!", "rd-shop1-7")
    assert read(letter("", Auto_Submitted="no")).kind is MailKind.WRITTEN


@pytest.mark.parametrize(
    "headers",
    [{"Subject": f"unsubscribe {TOKEN}"}, {"To": f"shop+{TOKEN}@example.com"}, {"Delivered_To": f"bye+{TOKEN}@x.org"}],
)
def test_a_mailed_opt_out_has_its_token(headers: dict[str, str]) -> None:
    """C18: also where the mail program marks its own mail as automatic."""
    assert read(letter("", **headers)).tokens == (TOKEN,)
    assert read(letter("", Auto_Submitted="auto-generated", **headers)).tokens == (TOKEN,)
    assert read(letter(TOKEN)).tokens == (TOKEN,)


def test_html_alone_is_read_without_its_marks() -> None:
    raw = letter("<p>Please <b>stop</b></p><blockquote>unsubscribe</blockquote>", Content_Type="text/html")
    assert read(raw).text.split() == ["Please", "stop"]
    below = letter(
        "<div>On 21.11. Zoe wrote:<br></div><blockquote>Hi</blockquote><p>STOP</p>", Content_Type="text/html"
    )
    assert read(below).text == "STOP"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hello\n-- \nAnn", "Hello"),
        ("Hallo\nAm 21.11.2026 um 12:00 schrieb Zoë <zoe@example.com>:\n> x", "Hallo"),
        ("> only quoted", ""),
        ("On 21/11/2026 12:00, Zoe wrote:\n> Hi Ann,\n> come back\n\nSTOP\n-- \nAnn", "STOP"),
        ("Am 21.11.2026 schrieb Zoë:\n\n> Hallo\n\nBitte abmelden", "Bitte abmelden"),
        ("Yes\n-----Original Message-----\nFrom: x", "Yes"),
        ("Ja\nVon: Laden <shop@example.com>\nGesendet: heute", "Ja"),
    ],
)
def test_only_her_own_words(text: str, words: str) -> None:
    assert own_words(text) == words


def test_a_mail_without_a_name_of_its_own_has_the_same_one_each_time() -> None:
    raw = letter("hello")
    assert read(raw).event_id == read(raw).event_id != read(raw + b"!").event_id


@given(st.binary(max_size=400))
def test_any_bytes_are_something(raw: bytes) -> None:
    assert isinstance(read(raw), MailBack)


PIECES = st.sampled_from(
    [
        b"From: ann@example.com\r\n",
        b"From: MAILER-DAEMON@x\r\n",
        b"Subject: =?x-unknown?b?////?=\r\n",
        b"Subject: =?utf-8?q?=ff?=\r\n",
        b'Content-Type: multipart/report; boundary="b"\r\n',
        b"Content-Type: message/delivery-status; charset=\xff\r\n",
        b"Content-Type: text/plain; charset=nonsense\r\n",
        b"Content-Transfer-Encoding: base64\r\n",
        b"Content-Transfer-Encoding: x-uuencode\r\n",
        b"\r\n",
        b"--b\r\n",
        b"--b--\r\n",
        b"Action: failed\r\nStatus: 5.1.1\r\n",
        b"Message-ID: <\xff\xfe@>\r\n",
        b"In-Reply-To: " + b"<" * 50 + b"\r\n",
        b"begin 644 x\r\n#\xff",
    ]
)


@given(st.lists(st.one_of(PIECES, st.binary(max_size=20)), max_size=25))
def test_any_broken_mail_is_something(pieces: list[bytes]) -> None:
    """C10, 26: half mails, wrong charsets, nested nonsense: one class, never an exception."""
    back = read(b"".join(pieces))
    assert isinstance(back.kind, MailKind)
    assert back.event_id


@given(st.integers(0, 900))
def test_a_report_that_is_cut_anywhere(cut: int) -> None:
    assert read(report(OURS, "ann@example.com")[:cut]).kind in MailKind
