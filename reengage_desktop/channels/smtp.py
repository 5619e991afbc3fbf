"""E-mail through the owner's own mailbox.

A message counts as not sent until its final dot goes out: before it no server may deliver. After the dot only the
server's answer tells, and without one the message is uncertain.
"""

import contextlib
import re
import selectors
import smtplib
import socket
import ssl
import time
from dataclasses import dataclass

from reengage_desktop.channels.errors import Stage, smtp_outcome
from reengage_desktop.channels.mail import MailIdentity, Unmailable, build_mail, envelope_address
from reengage_desktop.channels.mail_lines import connect, sentence_of, step_s, watched
from reengage_desktop.channels.protocol import Capabilities
from reengage_desktop.channels.trials import TestKind, TestResult, found, said_no, works
from reengage_desktop.domain.base_urls import is_loopback
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.outcomes import (
    Accepted,
    AccountCause,
    BadAccount,
    NotSent,
    Outcome,
    Refusal,
    Rejected,
    Uncertain,
)
from reengage_desktop.transport import Exchange, MaybeSent, NothingSent, run_by_deadline, run_on_line, tls_context

_TEST_S = 20.0
# Servers wait for minutes before they hang up; a line that was used so short a time ago is not asked whether it stands.
_TRUSTED_S = 5.0
_MAX_LINE = 8192
_MAX_LINES = 100
_REPLY = re.compile(rb"[2-5]\d\d(|[ -].*)\r?\n", re.DOTALL)
_PLAIN_PATH = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+")


@dataclass(frozen=True)
class SmtpServer:
    """The owner's mail server. `security` is tls, starttls or none; without a password nobody logs in."""

    host: str
    port: int
    security: str
    username: str = ""
    password: str = ""


class _Refused(Exception):
    """The server's refusal on the way, as the outcome that it proves."""

    def __init__(self, outcome: Outcome, code: int = 0) -> None:
        super().__init__(getattr(outcome, "detail", ""))
        self.outcome = outcome
        self.code = code


class SmtpChannel:
    """One mailbox; the connection is kept over a run and made anew when the server has dropped it."""

    name = "smtp"
    capabilities = Capabilities(sends_name=True, rate_per_minute=60, calls_at_once=3)

    def __init__(
        self,
        server: SmtpServer,
        identity: MailIdentity,
        tls: ssl.SSLContext | None = None,
        *,
        trusted_s: float = _TRUSTED_S,
    ) -> None:
        """A line that was used less than `trusted_s` ago is not asked whether it still stands."""
        self._server = server
        self._trusted_s = trusted_s
        self._identity = identity
        self._tls = tls
        self._line: _Line | None = None

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        """Hand one message over; never raises for what the server or the network can do."""
        try:
            letter = _Letter.write(message, self._identity)
        except Unmailable as fault:
            return Rejected(fault.refusal, None, str(fault))
        # Taken out while in use: a line that a deadline has cut is never used again.
        line, self._line = self._line, None
        try:
            if line is not None:
                with contextlib.suppress(NothingSent):  # it is dead, and the letter goes over a new one
                    return run_on_line(lambda exchange: self._deliver(letter, line, exchange, deadline), deadline)
            return run_by_deadline(lambda exchange: self._deliver(letter, None, exchange, deadline), deadline)
        except NothingSent as fault:
            return NotSent(str(fault))
        except MaybeSent as fault:
            return Uncertain(str(fault), letter.identity)

    def test(self) -> TestResult:
        """Greets the server, secures the line and logs in; sends nothing."""
        deadline = time.monotonic() + _TEST_S
        try:
            run_by_deadline(lambda exchange: self._connect(exchange, deadline).quit(), deadline)
        except (NothingSent, MaybeSent) as fault:
            return found(TestKind.UNREACHABLE, str(fault), words=str(fault))
        except _Refused as refused:
            return said_no("The mail server", refused.outcome)
        login = "takes your password" if self._server.password else "answers; no password is set, so nobody logs in"
        return works(f"Works: the mail server {login}.", sender=self._identity.from_address)

    def close(self) -> None:
        """End the connection politely; the next message opens a new one."""
        line, self._line = self._line, None
        if line is not None:
            with contextlib.suppress(NothingSent, MaybeSent):
                run_by_deadline(lambda _exchange: line.quit(), time.monotonic() + 2)

    def _deliver(self, letter: "_Letter", line: "_Line | None", exchange: Exchange, deadline: float) -> Outcome:
        try:
            if line is None:
                line = self._connect(exchange, deadline)
            else:
                line.go_on(exchange, deadline, self._trusted_s)
            outcome = line.deliver(letter)
        except _Refused as refused:
            return refused.outcome
        if line.is_usable:
            self._line = line
        return outcome

    def _connect(self, exchange: Exchange, deadline: float) -> "_Line":
        return _Line(_open(self._server, self._tls, exchange, deadline), exchange)


@dataclass(frozen=True)
class _Letter:
    """A message in its envelope; `identity` is its Message-ID, `content` as the wire needs it."""

    message: Outgoing
    sender: str
    recipient: str
    content: bytes
    identity: str

    @classmethod
    def write(cls, message: Outgoing, identity: MailIdentity) -> "_Letter":
        """The letter of a message; raises Unmailable."""
        mail = build_mail(message, identity)
        sender, recipient = envelope_address(identity.from_address), envelope_address(message.address)
        content = mail.as_bytes()
        if b"\n." in content:
            content = re.sub(rb"(?m)^\.", b"..", content)  # a dot alone would end the letter
        return cls(message, sender, recipient, content, mail.message_id.shown)

    def steps(self) -> tuple[tuple[Stage, bytes, int], ...]:
        """The commands of the envelope, each with what it is about and the first digit of a yes."""
        options = "" if self.recipient.isascii() else " SMTPUTF8 BODY=8BITMIME"
        return (
            (Stage.SENDER, f"MAIL FROM:{_path(self.sender)}{options}\r\n".encode(), 2),
            (Stage.RECIPIENT, f"RCPT TO:{_path(self.recipient)}\r\n".encode(), 2),
            (Stage.CONTENT, b"DATA\r\n", 3),
        )


def _path(address: str) -> str:
    return f"<{address}>" if _PLAIN_PATH.fullmatch(address) else smtplib.quoteaddr(address)


class _Smtp(smtplib.SMTP):
    """The library's client on a socket that its exchange can end."""

    def __init__(self, tls: ssl.SSLContext | None, exchange: Exchange, timeout: float) -> None:
        self._tls, self._exchange = tls, exchange
        super().__init__(timeout=timeout, local_hostname="[127.0.0.1]")

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        sock = connect(host, port, timeout)
        # The dot goes out by itself, right behind the letter: it must not wait for the letter to be acknowledged.
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._host = host  # STARTTLS compares the certificate with it
        address = sock.getsockname()[0]
        self.local_hostname = f"[IPv6:{address}]" if ":" in address else f"[{address}]"
        return watched(sock, host, self._tls, self._exchange)

    def getreply(self) -> tuple[int, bytes]:
        """The server's reply, whole or not at all: the library takes half a line for one when the connection ends."""
        texts: list[bytes] = []
        if self.file is None:
            if self.sock is None:
                raise smtplib.SMTPServerDisconnected
            self.file = self.sock.makefile("rb")
        while len(texts) < _MAX_LINES:
            line = self.file.readline(_MAX_LINE)
            if not _REPLY.fullmatch(line):
                break
            texts.append(line[4:].strip())
            if line[3:4] != b"-":
                return int(line[:3]), b"\n".join(texts)
        self.close()
        raise smtplib.SMTPServerDisconnected


class _Line:
    """An open and, where there is a password, logged-in connection."""

    def __init__(self, smtp: _Smtp, exchange: Exchange) -> None:
        self._smtp = smtp
        self._exchange = exchange
        self._used_at = time.monotonic()
        self._ear = selectors.DefaultSelector()
        self._ear.register(self._socket(), selectors.EVENT_READ)
        self.is_usable = True

    def go_on(self, exchange: Exchange, deadline: float, trusted_s: float) -> None:
        """From now on the line works for that exchange; raises NothingSent where the server does not listen any more.

        One that rested, or on which the server has said something unasked, is asked first.
        """
        self._exchange = exchange
        rested_s = time.monotonic() - self._used_at
        try:
            sock = self._socket()
            sock.settimeout(step_s(deadline))
            exchange.watch(sock)
            if (rested_s > trusted_s or self._ear.select(0)) and self._smtp.noop()[0] != 250:
                raise smtplib.SMTPServerDisconnected
        except OSError as fault:
            self._close()
            raise exchange.fault(_sentence(fault)) from None

    def deliver(self, letter: _Letter) -> Outcome:
        """Hands one letter over; raises NothingSent or MaybeSent when the line breaks."""
        try:
            accepted = self._transact(letter)
            self._used_at = time.monotonic()
            return accepted
        except _Refused as refused:
            self._recover(refused.code)
            return refused.outcome
        except OSError as fault:
            self._close()
            raise self._exchange.fault(_sentence(fault)) from None

    def quit(self) -> None:
        """Says goodbye."""
        with contextlib.suppress(OSError):
            self._smtp.quit()
        self._close()

    def _transact(self, letter: _Letter) -> Outcome:
        smtp, message = self._smtp, letter.message
        if not letter.recipient.isascii() and not smtp.has_extn("smtputf8"):
            words = "The mail server can't deliver to addresses with letters outside of ASCII."
            return Rejected(Refusal.INVALID_ADDRESS, None, words)
        self._open_envelope(letter)
        smtp.send(letter.content)
        # The dot decides: until it is out the server may not deliver, after it only the answer tells.
        self._exchange.commit(self._socket())
        smtp.send(b".\r\n")
        _expect(Stage.CONTENT, smtp.getreply(), message)
        return Accepted(letter.identity)

    def _open_envelope(self, letter: _Letter) -> None:
        """Names sender and recipient, up to the server's "go on"; raises _Refused.

        All at once where the server lets commands follow each other (PIPELINING, RFC 2920): that saves two waits, and
        the text still goes out only after yes to each of them.
        """
        steps = letter.steps()
        if not self._smtp.has_extn("pipelining"):
            for stage, command, positive in steps:
                self._smtp.send(command)
                _expect(stage, self._smtp.getreply(), letter.message, positive=positive)
            return
        self._smtp.send(b"".join(command for _, command, _ in steps))
        refused: _Refused | None = None
        try:
            for stage, _, positive in steps:
                reply = self._smtp.getreply()
                if refused is None and reply[0] // 100 != positive:
                    refused = _refusal(stage, *reply, letter.message)
        except smtplib.SMTPServerDisconnected:
            if refused is None:
                raise
        if refused is None:
            return
        # It would take the text although it has refused: a line that ends here delivers nothing.
        self.is_usable = reply[0] // 100 != 3
        raise refused

    def _recover(self, code: int) -> None:
        try:
            self.is_usable = self.is_usable and code != 421 and self._smtp.rset()[0] == 250
        except OSError:
            self.is_usable = False
        if not self.is_usable:
            self._close()

    def _close(self) -> None:
        self._ear.close()
        self._smtp.close()

    def _socket(self) -> socket.socket:
        sock: socket.socket | None = self._smtp.sock
        if sock is None:
            raise smtplib.SMTPServerDisconnected
        return sock


def _open(server: SmtpServer, tls: ssl.SSLContext | None, exchange: Exchange, deadline: float) -> _Smtp:
    if server.password and server.security == "none" and not is_loopback(server.host):
        words = (
            "Without TLS the password would be readable on the way; set “providers.smtp.security” to tls or starttls."
        )
        raise _Refused(BadAccount(AccountCause.CONFIGURATION, None, words))
    context = None if server.security == "none" else tls or tls_context()
    smtp = _Smtp(context if server.security == "tls" else None, exchange, step_s(deadline))
    try:
        _expect(Stage.GREETING, smtp.connect(server.host, server.port))
        _secure(smtp, server, context)
        if smtp.sock is not None:
            exchange.watch(smtp.sock)
        _log_in(smtp, server)
    except OSError as fault:
        smtp.close()
        raise exchange.fault(_sentence(fault)) from None
    except BaseException:
        smtp.close()
        raise
    return smtp


def _secure(smtp: _Smtp, server: SmtpServer, context: ssl.SSLContext | None) -> None:
    smtp.ehlo_or_helo_if_needed()
    if server.security != "starttls":
        return
    try:
        _expect(Stage.GREETING, smtp.starttls(context=context))
    except smtplib.SMTPNotSupportedError:
        words = "The mail server offers no STARTTLS; set “providers.smtp.security” to tls, with its port."
        raise _Refused(BadAccount(AccountCause.CONFIGURATION, None, words)) from None
    smtp.ehlo_or_helo_if_needed()


def _log_in(smtp: _Smtp, server: SmtpServer) -> None:
    if not server.password:
        return
    try:
        smtp.login(server.username, server.password)
    except smtplib.SMTPAuthenticationError as fault:
        raise _refusal(Stage.LOGIN, fault.smtp_code, fault.smtp_error) from None
    except smtplib.SMTPNotSupportedError:
        words = "The mail server takes no password on this port; use the port and security that your mail host names."
        raise _Refused(BadAccount(AccountCause.CONFIGURATION, None, words)) from None
    except UnicodeError:
        words = "The user name or password holds characters that mail servers can't take."
        raise _Refused(BadAccount(AccountCause.CREDENTIALS, None, words)) from None


def _expect(stage: Stage, reply: tuple[int, bytes], message: Outgoing | None = None, *, positive: int = 2) -> None:
    code, words = reply
    if code // 100 != positive:
        raise _refusal(stage, code, words, message)


def _refusal(stage: Stage, code: int, words: bytes | str, message: Outgoing | None = None) -> _Refused:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return _Refused(smtp_outcome(stage, code, text, message), code)


def _sentence(fault: OSError) -> str:
    return sentence_of(fault, "the mail server", "the mail server's name")
