"""The owner's mailbox: what each step of the conversation proves, logging in, TLS, and one connection for a run."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import closing

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Mailbox

from reengage_desktop.channels.errors import Stage, smtp_outcome
from reengage_desktop.channels.smtp import SmtpChannel, SmtpServer
from reengage_desktop.domain.outcomes import (
    Accepted,
    AccountCause,
    BadAccount,
    NotSent,
    Outcome,
    Refusal,
    Rejected,
    Throttled,
    Uncertain,
)
from reengage_desktop.domain.vocabulary import ChannelName
from tests.channels.letters import IDENTITY, outgoing, smtp, soon
from tests.servers.process import server_process
from tests.servers.smtp import FakeSmtp, SmtpMode

EMAIL = ChannelName.EMAIL
LOGIN = ("shop@example.com", "hunter2")


@pytest.fixture
def server() -> Iterator[FakeSmtp]:
    with FakeSmtp() as server:
        yield server


def send(channel: SmtpChannel, number: int = 1, seconds: float = 20.0, **content: object) -> Outcome:
    letter = outgoing(EMAIL, number, **content)  # type: ignore[arg-type]
    return channel.send(letter, soon(seconds))


def test_one_connection_for_a_run(server: FakeSmtp) -> None:
    with closing(smtp(server)) as channel:
        assert all(isinstance(send(channel, number), Accepted) for number in range(5))
    assert server.connections == 1
    assert [mail["Message-ID"] for mail in server.mails] == [f"<rd-shop1-{number}@example.com>" for number in range(5)]
    assert server.commands[-1] == "quit"


def test_a_dropped_connection_is_made_anew(server: FakeSmtp) -> None:
    """The server may close a resting connection at any time; that loses and doubles nothing."""
    with closing(smtp(server)) as channel:
        server.next_modes.append(SmtpMode.ACCEPT_CLOSE)
        assert isinstance(send(channel, 1), Accepted)
        assert isinstance(send(channel, 2), Accepted)
    assert server.connections == 2
    assert len(server.accepted) == 2


def test_a_line_just_used_is_not_asked_whether_it_stands(server: FakeSmtp) -> None:
    """Performance row 8: one question less for each mail; a line that rested, or said something itself, is asked."""
    with closing(smtp(server)) as channel:
        assert all(isinstance(send(channel, number), Accepted) for number in range(3))
    assert "noop" not in [command.casefold() for command in server.commands]
    rested = SmtpChannel(SmtpServer("127.0.0.1", server.port, "none"), IDENTITY, trusted_s=0.0)
    with closing(rested) as channel:
        assert all(isinstance(send(channel, number), Accepted) for number in range(3, 6))
    assert [command.casefold() for command in server.commands].count("noop") == 2


def test_a_line_that_stands_needs_no_further_thread(server: FakeSmtp) -> None:
    """6: the deadline of every mail is kept by one thread for all; only a new connection has one of its own."""
    with closing(smtp(server)) as channel:
        send(channel, 1)
        with closing(smtp(server)) as other:
            send(other, 2)
            before = {thread.ident for thread in threading.enumerate()}
            assert isinstance(send(channel, 3), Accepted)
            assert isinstance(send(other, 4), Accepted)
            assert {thread.ident for thread in threading.enumerate()} <= before


@pytest.mark.parametrize("mode", [SmtpMode.ACCEPT_SILENT, SmtpMode.ACCEPT_DRIP])
def test_the_deadline_holds_on_a_line_that_stands(server: FakeSmtp, mode: SmtpMode) -> None:
    """6: a server that goes silent, or says a letter at a time, within a run."""
    with closing(smtp(server)) as channel:
        assert isinstance(send(channel, 1), Accepted)
        server.next_modes.append(mode)
        begun = time.monotonic()
        assert isinstance(send(channel, 2, seconds=0.4), Uncertain)
        assert 0.3 < time.monotonic() - begun < 2
        assert isinstance(send(channel, 3), Accepted)
    assert len(server.accepted) == 3


def test_a_line_that_breaks_before_the_dot_costs_nothing(server: FakeSmtp) -> None:
    """8: nothing was sent, so the letter goes over a new line at once."""
    with closing(smtp(server)) as channel:
        assert isinstance(send(channel, 1), Accepted)
        server.next_modes.append(SmtpMode.DROP_IN_CONTENT)
        assert isinstance(send(channel, 2, text="a line of the letter\n" * 600_000, html=None), Accepted)
    assert server.connections == 2
    assert len(server.accepted) == 2


def test_the_text_arrives_through_the_dots(server: FakeSmtp) -> None:
    with closing(smtp(server)) as channel:
        text = ".\n..\n.hidden\nend\n"
        send(channel, text=text, html=None)
        send(channel, 2, text="second")
    assert server.mails[0].get_content().replace("\r\n", "\n") == text
    assert len(server.accepted) == 2


def test_a_refused_recipient_costs_neither_the_next_one_nor_the_connection(server: FakeSmtp) -> None:
    server.refuse_recipient = lambda address: "550 5.1.1 no such user here" if address.startswith("gone") else None
    with closing(smtp(server)) as channel:
        gone = channel.send(outgoing(EMAIL, address="gone@example.com"), soon())
        assert gone == Rejected(Refusal.INVALID_ADDRESS, "550 5.1.1", "5.1.1 no such user here")
        assert isinstance(send(channel, 2), Accepted)
    assert server.connections == 1
    assert server.accepted[0]["recipient"] == "ann@example.com"


def test_the_envelope_goes_out_at_once_where_the_server_takes_that(server: FakeSmtp) -> None:
    """Performance row 8, RFC 2920: the same commands, answers and letters either way."""
    took: list[list[str]] = []
    for server.pipelines in (True, False):
        server.commands.clear()
        with closing(smtp(server)) as channel:
            assert isinstance(send(channel, 1), Accepted)
            assert isinstance(send(channel, 2, address="grüße@example.com"), Accepted)
        took.append([command for command in server.commands if not command.startswith("ehlo")])
    assert took[0] == took[1]
    assert took[0][:3] == ["MAIL FROM:<shop@example.com>", "RCPT TO:<ann@example.com>", "DATA"]
    assert [entry["recipient"] for entry in server.accepted] == ["ann@example.com", "grüße@example.com"] * 2


def test_a_server_that_wants_the_text_for_nobody_does_not_get_it(server: FakeSmtp) -> None:
    """8: RFC 2920 lets it say "go on" after it has refused the only recipient; the line ends there, before any dot."""
    server.asks_for_the_text_always = True
    server.refuse_recipient = lambda address: "550 5.1.1 no such user here" if address.startswith("gone") else None
    with closing(smtp(server)) as channel:
        gone = channel.send(outgoing(EMAIL, address="gone@example.com"), soon())
        assert isinstance(gone, Rejected)
        assert gone.refusal is Refusal.INVALID_ADDRESS
        assert isinstance(send(channel, 2), Accepted)
    assert server.connections == 2
    assert [entry["recipient"] for entry in server.accepted] == ["ann@example.com"]


@pytest.mark.parametrize("mode", [SmtpMode.DROP_AT_MAIL, SmtpMode.DROP_AT_RCPT, SmtpMode.DROP_AT_DATA])
@pytest.mark.parametrize("pipelines", [True, False], ids=["all at once", "one by one"])
def test_a_break_in_the_envelope_is_not_sent(server: FakeSmtp, mode: SmtpMode, *, pipelines: bool) -> None:
    """8: the text has not even begun."""
    server.pipelines = pipelines
    server.next_modes.append(mode)
    with closing(smtp(server)) as channel:
        assert isinstance(send(channel), NotSent)
    assert server.accepted == []


def test_before_the_dot_nothing_is_sent(server: FakeSmtp) -> None:
    """8: a connection that breaks within the text of a long letter proves that it was not delivered."""
    server.next_modes.append(SmtpMode.DROP_IN_CONTENT)
    long = "a line of the letter\n" * 600_000
    with closing(smtp(server)) as channel:
        assert isinstance(send(channel, text=long, html=None), NotSent)
    assert server.accepted == []


@pytest.mark.parametrize(
    "mode", [SmtpMode.ACCEPT_DROP, SmtpMode.ACCEPT_SILENT, SmtpMode.ACCEPT_DRIP, SmtpMode.ACCEPT_GARBAGE]
)
def test_after_the_dot_only_the_answer_tells(server: FakeSmtp, mode: SmtpMode) -> None:
    """6: uncertain, with the Message-ID by which the owner can find it in her own "sent" folder or with her host."""
    server.next_modes.append(mode)
    with closing(smtp(server)) as channel:
        result = send(channel, seconds=0.5)
    assert isinstance(result, Uncertain)
    assert result.provider_id == "<rd-shop1-1@example.com>"
    assert len(server.accepted) == 1


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("greet:421 4.3.2 too many connections", Throttled),
        ("greet:554 5.3.2 no service", BadAccount),
        ("mail:452 4.3.1 out of space", Throttled),
        ("mail:550 5.7.60 not your address", BadAccount),
        ("rcpt:450 4.2.0 greylisted", Throttled),
        ("rcpt:421 4.7.0 slow down", Throttled),
        ("data:554 5.7.1 no", Rejected),
        ("content:451 4.3.0 try again", Throttled),
        ("content:550 5.4.5 Daily user sending quota exceeded", Throttled),
        ("content:554 5.7.1 spam", Rejected),
        ("content:421 4.7.0 closing", Throttled),
    ],
)
@pytest.mark.parametrize("pipelines", [True, False], ids=["all at once", "one by one"])
def test_refusals_on_the_wire(server: FakeSmtp, answer: str, expected: type[Outcome], *, pipelines: bool) -> None:
    """7: whatever step a server refuses at, the line is usable again or made anew."""
    server.pipelines = pipelines
    with closing(smtp(server)) as channel:
        server.mode = f"reply:{answer}"
        result = send(channel)
        assert isinstance(result, expected), result
        if isinstance(result, Throttled):
            assert result.daily is ("5.4.5" in answer)
        server.mode = SmtpMode.OK
        assert isinstance(send(channel, 2), Accepted)
    assert len(server.accepted) == 1


@pytest.mark.parametrize(
    ("stage", "code", "words", "expected"),
    [
        (Stage.LOGIN, 535, "5.7.8 Username and Password not accepted", AccountCause.CREDENTIALS),
        (Stage.LOGIN, 535, "5.7.139 Authentication unsuccessful", AccountCause.CREDENTIALS),
        (Stage.LOGIN, 534, "5.7.9 Application-specific password required", AccountCause.CREDENTIALS),
        (Stage.LOGIN, 454, "4.7.0 Temporary authentication failure", None),
        (Stage.SENDER, 530, "5.7.0 Must issue a STARTTLS command first", AccountCause.CREDENTIALS),
        (Stage.SENDER, 553, "5.7.1 Sender address rejected: not owned by user", AccountCause.PERMISSION),
        (Stage.SENDER, 501, "5.1.7 bad sender", AccountCause.SENDER),
        (Stage.RECIPIENT, 550, "5.1.1 user unknown", Refusal.INVALID_ADDRESS),
        (Stage.RECIPIENT, 550, "No such user", Refusal.INVALID_ADDRESS),
        (Stage.RECIPIENT, 550, "5.2.1 mailbox disabled", Refusal.INVALID_ADDRESS),
        (Stage.RECIPIENT, 552, "5.2.2 mailbox full", Refusal.BLOCKED),
        (Stage.RECIPIENT, 554, "5.7.1 Relay access denied", AccountCause.PERMISSION),
        (Stage.RECIPIENT, 550, "relay not permitted", AccountCause.PERMISSION),
        (Stage.RECIPIENT, 553, "that domain isn't in my list of allowed rcpthosts (#5.7.1)", AccountCause.PERMISSION),
        (Stage.RECIPIENT, 550, "Please turn on SMTP Authentication in your mail client", AccountCause.PERMISSION),
        (Stage.RECIPIENT, 554, "Your address is listed at zen.example.org", Refusal.BLOCKED),
        (Stage.RECIPIENT, 552, "Mailbox full", Refusal.BLOCKED),
        (Stage.RECIPIENT, 550, "5.1.8 bad outbound sender", AccountCause.SENDER),
        (Stage.RECIPIENT, 452, "4.5.3 too many recipients", None),
        (Stage.CONTENT, 552, "5.3.4 message too big", Refusal.CONTENT),
        (Stage.CONTENT, 550, "5.6.0 malformed", Refusal.CONTENT),
        (Stage.CONTENT, 554, "5.7.1 [internal] message rejected as spam", Refusal.BLOCKED),
        (Stage.CONTENT, 550, "5.1.1 user unknown", Refusal.INVALID_ADDRESS),
        (Stage.CONTENT, 550, "5.4.5 Daily sending quota exceeded", None),
    ],
)
def test_codes(stage: Stage, code: int, words: str, expected: Refusal | AccountCause | None) -> None:
    """The table of SMTP codes: the enhanced code before the plain one, the step where both are silent."""
    result = smtp_outcome(stage, code, words)
    if expected is None:
        assert isinstance(result, Throttled)
    elif isinstance(expected, Refusal):
        assert isinstance(result, Rejected)
        assert result.refusal is expected
    else:
        assert isinstance(result, BadAccount)
        assert result.cause is expected


# Logging in, and TLS.


def certificates(name: str = "127.0.0.1") -> tuple[ssl.SSLContext, ssl.SSLContext]:
    authority = trustme.CA()
    server_tls, client_tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context()
    authority.issue_cert(name).configure_cert(server_tls)
    authority.configure_trust(client_tls)
    return server_tls, client_tls


def secured(server: FakeSmtp, tls: ssl.SSLContext | None, security: str, password: str = LOGIN[1]) -> SmtpChannel:
    return SmtpChannel(SmtpServer("127.0.0.1", server.port, security, LOGIN[0], password), IDENTITY, tls)


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_logs_in_over_tls(security: str) -> None:
    server_tls, client_tls = certificates()
    with FakeSmtp(login=LOGIN, tls=server_tls, implicit_tls=security == "tls") as server:
        channel = secured(server, client_tls, security)
        assert channel.test().ok
        assert isinstance(send(channel), Accepted)
        wrong = secured(server, client_tls, security, "wrong")
        result = send(wrong)
        assert isinstance(result, BadAccount)
        assert result.cause is AccountCause.CREDENTIALS
        told = wrong.test()
        assert not told.ok
        assert "wrong" not in told.detail
        channel.close()
        wrong.close()
        assert len(server.accepted) == 1


@pytest.mark.parametrize("security", ["tls", "starttls"])
@pytest.mark.parametrize("trusted", [True, False])
def test_a_bad_certificate_gets_no_password(security: str, *, trusted: bool) -> None:
    """8, 27: neither a stranger's certificate nor one for another host is told the password."""
    server_tls, client_tls = certificates("other.example.com" if trusted else "127.0.0.1")
    with FakeSmtp(login=LOGIN, tls=server_tls, implicit_tls=security == "tls") as server:
        channel = secured(server, client_tls if trusted else ssl.create_default_context(), security)
        result = send(channel)
        assert isinstance(result, NotSent)
        assert "certificate" in result.detail
        assert not channel.test().ok
        assert not any(command.startswith("AUTH") for command in server.commands)


def test_starttls_can_not_be_left_out() -> None:
    """27: a server (or somebody in between) that hides STARTTLS gets neither password nor message."""
    with FakeSmtp(login=LOGIN) as server:
        result = send(secured(server, None, "starttls"))
        assert isinstance(result, BadAccount)
        assert result.cause is AccountCause.CONFIGURATION
        assert "STARTTLS" in result.detail
        assert [command.split()[0] for command in server.commands] == ["ehlo"]


def test_no_password_over_a_readable_line() -> None:
    """27: without TLS the password stays on this PC, unless the server is on it too."""
    result = send(SmtpChannel(SmtpServer("mail.example.com", 25, "none", "shop", "hunter2"), IDENTITY))
    assert isinstance(result, BadAccount)
    assert "readable" in result.detail
    with FakeSmtp(login=LOGIN) as server, closing(secured(server, None, "none")) as channel:
        assert isinstance(send(channel), Accepted)


def test_a_server_that_takes_no_password(server: FakeSmtp) -> None:
    result = send(secured(server, None, "none"))
    assert isinstance(result, BadAccount)
    assert result.cause is AccountCause.CONFIGURATION


def test_a_password_that_no_server_can_take() -> None:
    with FakeSmtp(login=LOGIN) as server:
        result = send(secured(server, None, "none", "pässword"))
        assert isinstance(result, BadAccount)
        assert result.cause is AccountCause.CREDENTIALS


def test_the_pc_s_name_stays_at_home(server: FakeSmtp) -> None:
    """26: the greeting holds the address that the server sees anyway, not what the owner called her PC."""
    with closing(smtp(server)) as channel:
        send(channel)
    assert server.commands[0] == "ehlo [127.0.0.1]"


def test_speaking_plainly_to_a_tls_port_is_not_sent() -> None:
    server_tls, client_tls = certificates()
    with FakeSmtp(tls=server_tls, implicit_tls=True) as server:
        assert isinstance(send(secured(server, client_tls, "starttls"), seconds=0.5), NotSent)
    with FakeSmtp() as server:
        assert isinstance(send(secured(server, client_tls, "tls")), NotSent)


# Other people's server, and a process of its own.


def test_another_server_takes_it_too(tmp_path_factory: pytest.TempPathFactory) -> None:
    """aiosmtpd, which we did not write, takes and keeps the message."""
    folder = tmp_path_factory.mktemp("mail") / "box"
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    controller = Controller(Mailbox(folder), hostname="127.0.0.1", port=port)
    controller.start()
    try:
        channel = SmtpChannel(SmtpServer("127.0.0.1", port, "none"), IDENTITY)
        assert isinstance(send(channel, 1), Accepted)
        assert isinstance(send(channel, 2), Accepted)
        channel.close()
    finally:
        controller.stop()
    assert len(list((folder / "new").iterdir())) == 2


def test_the_server_as_a_process(tmp_path_factory: pytest.TempPathFactory) -> None:
    log = tmp_path_factory.mktemp("log") / "smtp.jsonl"
    with server_process("smtp", log) as process:
        channel = SmtpChannel(SmtpServer("127.0.0.1", process.port, "none"), IDENTITY)
        assert isinstance(send(channel), Accepted)
        channel.close()
        assert [entry["recipient"] for entry in process.accepted] == ["ann@example.com"]
