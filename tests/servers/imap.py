"""A mailbox on this PC that speaks IMAP, remembers every command, and can break off at any of them."""

import re
import socket
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable

USER = "shop@example.com"
PASSWORD = "imap-canary-password"


@dataclass
class FakeImap:
    """One folder. `faults` maps a command to drop, silent, drip or `reply:WORDS`, once each; `tls` offers STARTTLS."""

    tls: Any = None
    implicit_tls: bool = False
    folder: str = "INBOX"
    validity: int = 7
    faults: dict[str, str] = field(default_factory=dict)
    commands: list[str] = field(default_factory=list)
    connections: int = 0

    def __post_init__(self) -> None:
        self.mails: dict[int, tuple[datetime, bytes]] = {}
        self._next = 1
        self.closing = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=16)
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._listener.getsockname()[1])

    def deliver(self, raw: bytes | str, at: datetime | None = None) -> int:
        """Puts a mail into the folder; gives its number."""
        data = raw.encode() if isinstance(raw, str) else raw
        self.mails[self._next] = (at or datetime.now(UTC), data)
        self._next += 1
        return self._next - 1

    def renumber(self, validity: int) -> None:
        """Gives every mail a new number, as a server does that lost its index."""
        kept = list(self.mails.values())
        self.validity, self.mails, self._next = validity, {}, 1
        for at, data in kept:
            self.deliver(data, at)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End it."""
        if not self.closing.is_set():
            self.closing.set()
            self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
            self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        try:
            if self.implicit_tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
            self._converse(connection)
        except (OSError, ValueError):
            pass  # a client that hung up is no fault of the server
        finally:
            connection.close()

    def _converse(self, connection: socket.socket, greeting: bytes = b"* OK mailbox ready\r\n") -> None:
        connection.sendall(greeting)
        while True:
            line = _read_line(connection)
            tag, _, rest = line.partition(" ")
            words = rest.split(" ", 2)
            command = " ".join(words[:2]).upper() if words[0].upper() == "UID" else words[0].upper()
            if not command:
                return
            self.commands.append(command)
            fault = self.faults.pop(command, "")
            if fault == "drop":
                return
            if fault in ("silent", "drip"):
                self._hang(connection, dripping=fault == "drip")
                return
            if fault:
                connection.sendall(f"{tag} {fault.removeprefix('reply:')}\r\n".encode())
                continue
            connection.sendall(self._answer(command, rest, tag))
            if command == "STARTTLS":
                with self.tls.wrap_socket(connection, server_side=True) as secured:
                    self._converse(secured, greeting=b"")
                return
            if command == "LOGOUT":
                return

    def _hang(self, connection: socket.socket, *, dripping: bool) -> None:
        while not self.closing.wait(0.05):
            if dripping:
                connection.sendall(b"*")

    def _answer(self, command: str, rest: str, tag: str) -> bytes:
        answers: dict[str, Callable[[str, str], bytes]] = {
            "LOGIN": self._log_in,
            "EXAMINE": self._examine,
            "CAPABILITY": self._offer,
            "UID SEARCH": lambda rest, tag: self._found(rest) + _done(tag),
            "UID FETCH": lambda rest, tag: self._fetched(rest) + _done(tag),
            "STARTTLS": lambda _rest, tag: _done(tag),
            "NOOP": lambda _rest, tag: _done(tag),
            "LOGOUT": lambda _rest, tag: b"* BYE\r\n" + _done(tag),
        }
        wrong = f"{tag} BAD {command} would change the mailbox\r\n".encode()
        return answers[command](rest, tag) if command in answers else wrong

    def _offer(self, _rest: str, tag: str) -> bytes:
        offered = " STARTTLS" if self.tls and not self.implicit_tls else ""
        return f"* CAPABILITY IMAP4rev1{offered}\r\n".encode() + _done(tag)

    def _log_in(self, rest: str, tag: str) -> bytes:
        is_right = rest.split(" ", 1)[1].replace('"', "") == f"{USER} {PASSWORD}"
        return _done(tag) if is_right else f"{tag} NO [AUTHENTICATIONFAILED] {USER} is not known here\r\n".encode()

    def _found(self, rest: str) -> bytes:
        return f"* SEARCH {' '.join(map(str, self._search(rest.split(' ', 2)[2])))}\r\n".encode()

    def _fetched(self, rest: str) -> bytes:
        return b"".join(self._mail(int(uid)) for uid in rest.split(" ", 3)[2].split(","))

    def _examine(self, rest: str, tag: str) -> bytes:
        if rest.split(" ", 1)[1].strip('"') != self.folder:
            return f"{tag} NO no such folder\r\n".encode()
        said = f"* {len(self.mails)} EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY {self.validity}] ok\r\n"
        return f"{said}{tag} OK [READ-ONLY] done\r\n".encode()

    def _search(self, what: str) -> list[int]:
        first, day = re.fullmatch(r"UID (\d+):\* SINCE (\S+)", what).groups()  # type: ignore[union-attr]
        since = datetime.strptime(day, "%d-%b-%Y").replace(tzinfo=UTC).date()
        # “*” stands for the last mail, also where that is older.
        lowest = min(int(first), max(self.mails, default=0))
        return [uid for uid, (at, _) in self.mails.items() if uid >= lowest and at.date() >= since]

    def _mail(self, uid: int) -> bytes:
        if uid not in self.mails:
            return b""
        at, raw = self.mails[uid]
        part = raw[:65_536]
        moment = at.strftime("%d-%b-%Y %H:%M:%S +0000")
        head = f'* {uid} FETCH (UID {uid} INTERNALDATE "{moment}" BODY[]<0> {{{len(part)}}}\r\n'
        return head.encode() + part + b")\r\n"


def letter(text: str = "", *, sender: str = "ann@example.com", **headers: str) -> bytes:
    """A plain mail; a header's underlines are dashes."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    known = {"From": sender, "To": USER, "Date": format_datetime(datetime.now(UTC)), **named}
    head = "".join(f"{name}: {value}\r\n" for name, value in known.items())
    return f"{head}\r\n{text}".encode()


def report(names: str, recipient: str, *, action: str = "failed", status: str = "5.1.1", words: str = "") -> bytes:
    """A delivery report (RFC 3464) about the mail with that Message-ID."""
    return (
        f"From: MAILER-DAEMON@mx.example.com\r\nTo: {USER}\r\nSubject: Undelivered Mail Returned to Sender\r\n"
        f"Message-ID: <report-{status}-{names.strip('<>')}>\r\nAuto-Submitted: auto-replied\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.com\r\n\r\n"
        f"Final-Recipient: rfc822; {recipient}\r\nAction: {action}\r\nStatus: {status}\r\n"
        f"Diagnostic-Code: smtp; {words or f'550 {status} unknown'}\r\n\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {names}\r\nSubject: We miss you\r\n\r\n--b--\r\n"
    ).encode()


def _done(tag: str) -> bytes:
    return f"{tag} OK done\r\n".encode()


def _read_line(connection: socket.socket) -> str:
    line = b""
    while not line.endswith(b"\n"):
        byte = connection.recv(1)
        if not byte:
            return ""
        line += byte
    return line.decode("utf-8", "replace").strip()
