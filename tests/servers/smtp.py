"""A mail server on this PC that speaks the protocol itself, so that it can break off at any step of it."""

import email
import email.policy
import re
import socket
import struct
import threading
from base64 import b64decode
from collections import deque
from email.message import EmailMessage
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tests.servers.journal import Journal
from tests.servers.process import run_server

if TYPE_CHECKING:
    from collections.abc import Callable


class SmtpMode(StrEnum):
    """How the next message is treated.

    `reply:STEP:CODE WORDS` answers a step with that; STEP: greet, ehlo, auth, mail, rcpt, data, content.
    """

    OK = "ok"
    DROP_AT_MAIL = "drop:mail"
    DROP_AT_RCPT = "drop:rcpt"
    DROP_AT_DATA = "drop:data"
    DROP_IN_CONTENT = "drop:content"
    SILENT_AT_RCPT = "silent:rcpt"
    DRIP_AT_RCPT = "drip:rcpt"
    ACCEPT_DROP = "accept-drop"
    ACCEPT_SILENT = "accept-silent"
    ACCEPT_DRIP = "accept-drip"
    ACCEPT_GARBAGE = "accept-garbage"
    ACCEPT_CLOSE = "accept-close"


class FakeSmtp:
    """The server.

    With `login` it wants that user name and password; with `tls` it offers STARTTLS, or speaks TLS at once when
    `implicit_tls`.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        log: Path | None = None,
        login: tuple[str, str] | None = None,
        tls: Any = None,
        implicit_tls: bool = False,
    ) -> None:
        self.journal = Journal(log)
        self.login, self.tls, self.implicit_tls = login, tls, implicit_tls
        self.mode: str = SmtpMode.OK
        self.next_modes: deque[str] = deque()
        self.latency_s = 0.0
        self.pipelines = True
        """Whether commands may follow each other without an answer between them (RFC 2920)."""
        self.asks_for_the_text_always = False
        """Whether DATA is answered with "go on" even where nobody is to get the letter, as that paper allows."""
        self.refuse_recipient: Callable[[str], str | None] = lambda _address: None
        self.commands: list[str] = []
        self.connections = 0
        self.closing = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", port), backlog=64)
        self._thread = threading.Thread(target=self.serve, daemon=True)
        self._lock = threading.Lock()

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._listener.getsockname()[1])

    @property
    def accepted(self) -> list[dict[str, Any]]:
        """The messages it took: sender, recipient, message_id, subject, raw."""
        return self.journal.entries

    @property
    def mails(self) -> list[EmailMessage]:
        """The messages it took, parsed."""
        return [parse(entry["raw"]) for entry in self.accepted]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End it; connections that rest stay open until their clients go."""
        if self.closing.is_set():
            return
        self.closing.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()
        self.journal.close()

    def serve(self) -> None:
        """Answer until the listener is closed."""
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # three answers in a row wait for no ACK
            self.connections += 1
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def take_mode(self) -> str:
        """The mode of the message that begins."""
        with self._lock:
            return self.next_modes.popleft() if self.next_modes else self.mode

    def keep(self, sender: str, recipient: str, raw: str) -> None:
        """Take a message."""
        mail = parse(raw)
        self.journal.add(
            {
                "sender": sender,
                "recipient": recipient,
                "message_id": str(mail["Message-ID"]),
                "subject": str(mail["Subject"]),
                "raw": raw,
            }
        )

    def _talk(self, connection: socket.socket) -> None:
        try:
            if self.tls is not None and self.implicit_tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
            _Conversation(self, connection).hold()
        except OSError:
            pass
        finally:
            connection.close()


def parse(raw: str) -> EmailMessage:
    """The message in what came over the wire."""
    parsed = email.message_from_bytes(raw.encode("utf-8", "surrogateescape"), policy=email.policy.default)
    assert isinstance(parsed, EmailMessage)
    return parsed


class _End(Exception):
    """The conversation is over."""


class _Conversation:
    def __init__(self, server: FakeSmtp, connection: socket.socket) -> None:
        self.server, self.connection = server, connection
        self.reader = connection.makefile("rb")
        self.mode = server.mode if server.mode.startswith(("reply:greet", "reply:ehlo", "reply:auth")) else "ok"
        self.sender = self.recipient = ""
        self.is_logged_in = server.login is None
        self.is_secure = server.tls is not None and server.implicit_tls

    def hold(self) -> None:
        """Talk until one side has enough."""
        try:
            self.step("greet", "220 mail.example.com ESMTP")
            while line := self.reader.readline():
                command = line.decode("utf-8", "replace").rstrip("\r\n")
                self.server.commands.append(command)
                verb = command.split(" ", 1)[0].upper()
                getattr(self, f"do_{verb.lower()}", self.unknown)(command)
        except _End:
            pass
        finally:
            self.reader.close()
            self.connection.close()

    def unknown(self, _command: str) -> None:
        self.say("502 5.5.2 not understood")

    def do_ehlo(self, _command: str) -> None:
        offers = ["mail.example.com", "SIZE 10000000", "ENHANCEDSTATUSCODES", "SMTPUTF8", "8BITMIME"]
        if self.server.pipelines:
            offers.insert(1, "PIPELINING")
        if self.server.tls is not None and not self.is_secure:
            offers.append("STARTTLS")
        elif self.server.login is not None:
            offers.append("AUTH PLAIN LOGIN")
        lines = [f"250-{offer}" for offer in offers[:-1]] + [f"250 {offers[-1]}"]
        self.step("ehlo", "\r\n".join(lines))

    def do_starttls(self, _command: str) -> None:
        self.say("220 2.0.0 go ahead")
        self.reader.close()
        self.connection = self.server.tls.wrap_socket(self.connection, server_side=True)
        self.reader = self.connection.makefile("rb")
        self.is_secure = True

    def do_auth(self, command: str) -> None:
        kind, first = command.split()[1:3]
        if kind == "PLAIN":
            _, user, word = b64decode(first).decode().split("\0")
        else:
            self.say("334 UGFzc3dvcmQ6")
            user, word = b64decode(first).decode(), b64decode(self.reader.readline()).decode()
        self.is_logged_in = (user, word) == self.server.login
        good = "235 2.7.0 welcome" if self.is_logged_in else "535 5.7.8 user name and password not accepted"
        self.step("auth", good)

    def do_noop(self, _command: str) -> None:
        self.say("250 2.0.0 ok")

    def do_rset(self, _command: str) -> None:
        self.say("250 2.0.0 ok")

    def do_quit(self, _command: str) -> None:
        self.say("221 2.0.0 bye")
        raise _End

    def do_mail(self, command: str) -> None:
        self.mode = self.server.take_mode()
        self.sender, self.recipient = self.address(command), ""
        if not self.step("mail", "250 2.1.0 ok" if self.is_logged_in else "530 5.7.0 log in first"):
            self.sender = ""

    def do_rcpt(self, command: str) -> None:
        if not self.sender:
            self.say("503 5.5.1 MAIL first")
            return
        recipient = self.address(command)
        refusal = self.server.refuse_recipient(recipient)
        if self.step("rcpt", refusal or "250 2.1.5 ok") and refusal is None:
            self.recipient = recipient

    def do_data(self, _command: str) -> None:
        if not self.recipient and not self.server.asks_for_the_text_always:
            self.say("503 5.5.1 RCPT first")
            return
        if not self.step("data", "354 go on"):
            return
        lines: list[bytes] = []
        while (line := self.reader.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b".") else line)
            if self.mode == SmtpMode.DROP_IN_CONTENT:
                self.drop()
        if line:
            self.finish(b"".join(lines).decode("utf-8", "surrogateescape"))

    def finish(self, raw: str) -> None:
        """The dot has come."""
        if self.mode.startswith("reply:content"):
            self.step("content", "")
            return
        self.server.keep(self.sender, self.recipient, raw)
        self.server.closing.wait(self.server.latency_s)
        if self.mode == SmtpMode.ACCEPT_DROP:
            self.drop()
        if self.mode == SmtpMode.ACCEPT_SILENT:
            self.server.closing.wait(60)
            self.drop()
        if self.mode == SmtpMode.ACCEPT_DRIP:
            self.drip()
        if self.mode == SmtpMode.ACCEPT_GARBAGE:
            self.say("what?")
            self.drop()
        self.say("250 2.0.0 ok: queued as 4D3A")
        if self.mode == SmtpMode.ACCEPT_CLOSE:
            raise _End

    def step(self, name: str, answer: str) -> bool:
        """Answer a step as the mode wants it; whether the answer is the usual one."""
        kind, _, rest = self.mode.partition(":")
        where, _, words = rest.partition(":")
        if where == name:
            if kind == "drop":
                self.drop()
            if kind == "silent":
                self.server.closing.wait(60)
                self.drop()
            if kind == "drip":
                self.drip()
            if kind == "reply":
                self.say(words)
                if words.startswith("421"):
                    raise _End
                return False
        self.say(answer)
        return True

    def say(self, text: str) -> None:
        self.connection.sendall(f"{text}\r\n".encode())

    def drip(self) -> None:
        """A reply of many lines that never ends."""
        while not self.server.closing.wait(0.02):
            self.connection.sendall(b"2")
        raise _End

    def drop(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.reader.close()
        self.connection.close()
        raise _End

    @staticmethod
    def address(command: str) -> str:
        found = re.search(r"<([^>]*)>", command)
        return found.group(1) if found else ""


if __name__ == "__main__":
    run_server("smtp", lambda port, log: FakeSmtp(port=port, log=log))
