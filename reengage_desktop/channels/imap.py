"""The owner's mailbox over IMAP, only read: opened by EXAMINE, fetched by PEEK, nothing marked, moved or deleted."""

import contextlib
import imaplib
import json
import re
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from reengage_desktop.channels.errors import without_personal_data
from reengage_desktop.channels.mail_lines import connect, sentence_of, step_s, watched
from reengage_desktop.channels.protocol import Capabilities, MailBack, Pending, Pulled, PullFailed
from reengage_desktop.channels.returned import read_mail
from reengage_desktop.channels.trials import TestKind, TestResult, found, works
from reengage_desktop.domain.base_urls import is_loopback
from reengage_desktop.transport import Exchange, MaybeSent, NothingSent, run_by_deadline, tls_context

T = TypeVar("T")

_TEST_S = 20.0
_AT_ONCE = 50
_MOST_BYTES = 65_536
# So far back a mailbox is read that was never read before; one whose numbers began anew, back to when it last was.
_NEWEST = timedelta(days=14)
_MARGIN = timedelta(days=1)  # a server's day may begin elsewhere than ours
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True)
class ImapServer:
    """The owner's mailbox. `security` is tls, starttls or none."""

    host: str
    port: int
    security: str
    username: str
    password: str
    folder: str = "INBOX"


class _Refused(Exception):
    """What the server does not want, in a sentence."""


@dataclass(frozen=True)
class _Place:
    """How far the folder was read: its numbering, the last number in it, and the day before which nothing is read.

    That day stays: an old mail that is moved into the folder later gets a new number too. `whole`: the last day of
    which every mail was read.
    """

    validity: int = 0
    uid: int = 0
    since: date = date.min
    whole: date = date.max

    @classmethod
    def read(cls, cursor: str | None) -> "_Place":
        """The place of a stored cursor; the beginning for one that can't be read."""
        try:
            said = json.loads(cursor or "{}")
            since = date.fromisoformat(said["since"])
            whole = date.fromisoformat(said.get("whole", said["since"]))
            return cls(int(said["validity"]), int(said["uid"]), since, whole)
        except (ValueError, TypeError, KeyError):
            return cls()

    def write(self) -> str:
        """The cursor that `read` takes."""
        days = {"since": self.since.isoformat(), "whole": self.whole.isoformat()}
        return json.dumps({"validity": self.validity, "uid": self.uid, **days})

    def numbered(self, validity: int, today: date) -> "_Place":
        """This place where its numbers still hold; else the beginning of what may not have been read under them.

        Nor does a place hold that was taken by a clock which was far ahead.
        """
        if validity == self.validity and date.min < self.since <= today:
            return self
        return _Place(validity, 0, min(today - _NEWEST, self.whole), self.whole)


class ImapMailbox:
    """One folder; its connection is kept from page to page."""

    name = "imap"
    capabilities = Capabilities(pulls_status=True, pulls_opt_outs=True, pulls_replies=True)

    def __init__(self, server: ImapServer, tls: ssl.SSLContext | None = None) -> None:
        self._server = server
        self._tls = tls
        self._line: _Line | None = None

    def pull(
        self,
        cursor: str | None,
        now: datetime,
        pending: Sequence[Pending],  # noqa: ARG002 - the mailbox is read whatever waits
        deadline: float,
    ) -> Pulled | PullFailed:
        """The next mails by their number in the folder."""

        def read(line: "_Line") -> Pulled:
            place = _Place.read(cursor).numbered(line.validity, now.date())
            waiting = line.search(place)
            page, more = waiting[:_AT_ONCE], len(waiting) > _AT_ONCE
            whole = place.whole if more else now.date() - _MARGIN
            ahead = replace(place, uid=page[-1] if page else place.uid, whole=whole)
            return Pulled(mails=tuple(line.fetch(page, now)), cursor=ahead.write(), more=more)

        told = self._ask(read, deadline)
        return told if isinstance(told, Pulled) else PullFailed(told.detail)

    def test(self) -> TestResult:
        """Logs in and opens the folder for reading; changes nothing."""

        def look(line: "_Line") -> Pulled:
            return Pulled(note=str(line.count))

        told = self._ask(look, time.monotonic() + _TEST_S)
        self.close()
        if isinstance(told, TestResult):
            return told
        folder = self._server.folder
        words = (
            f"Works: the mailbox takes your password and opens “{folder}” for reading only; mails in it: {told.note}."
        )
        return works(words, folder=folder, mails=int(told.note or 0))

    def close(self) -> None:
        """End the connection politely."""
        line, self._line = self._line, None
        if line is not None:
            with contextlib.suppress(NothingSent, MaybeSent):
                run_by_deadline(lambda _exchange: line.quit(), time.monotonic() + 2)

    def _ask(self, work: Callable[["_Line"], Pulled], deadline: float) -> Pulled | TestResult:
        """What the mailbox says, or why it says nothing."""
        try:
            return run_by_deadline(lambda exchange: self._work(work, exchange, deadline), deadline)
        except (NothingSent, MaybeSent) as fault:
            return found(TestKind.UNREACHABLE, str(fault), words=str(fault))
        except _Refused as refused:
            return found(TestKind.REFUSED, str(refused), words=str(refused))

    def _work(self, work: Callable[["_Line"], Pulled], exchange: Exchange, deadline: float) -> Pulled:
        # Taken out while in use: a line that a deadline has cut is never used again.
        line, self._line = self._line, None
        try:
            if line is None or not line.is_alive(exchange, deadline):
                line = _open(self._server, self._tls, exchange, deadline)
            told = work(line)
        except imaplib.IMAP4.abort:
            raise exchange.fault("The connection to the mailbox broke.") from None
        except imaplib.IMAP4.error as fault:
            raise _Refused(f"The mailbox refused: {_words(fault, self._server)}") from None
        except OSError as fault:
            raise exchange.fault(_sentence(fault)) from None
        else:
            self._line = line
            return told
        finally:
            if line is not None and self._line is not line:
                line.drop()


class _Imap(imaplib.IMAP4):
    """The library's client on a socket that its exchange can end."""

    def __init__(self, server: ImapServer, tls: ssl.SSLContext | None, exchange: Exchange, timeout: float) -> None:
        self._tls, self._exchange = tls, exchange
        super().__init__(server.host, server.port, timeout)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        sock = connect(self.host, self.port, timeout)
        return watched(sock, self.host, self._tls, self._exchange)


class _Line:
    """An open folder. `validity`: its numbering; `count`: how many mails are in it."""

    def __init__(self, imap: _Imap, folder: str) -> None:
        self._imap = imap
        quoted = '"' + folder.replace("\\", "\\\\").replace('"', '\\"') + '"'
        kind, said = imap.select(_utf7(quoted), readonly=True)
        if kind != "OK":
            raise _Refused(f"The mailbox has no folder “{folder}”; check “providers.imap.folder”.")
        self.count = _number(said[0])
        self.validity = _number(imap.response("UIDVALIDITY")[1][0])

    def is_alive(self, exchange: Exchange, deadline: float) -> bool:
        """Whether the server still listens; from now on the line works for that exchange."""
        try:
            sock = self._imap.socket()
            sock.settimeout(step_s(deadline))
            exchange.watch(sock)
            return bool(self._imap.noop()[0] == "OK")
        except (OSError, imaplib.IMAP4.error):
            self.drop()
            return False

    def search(self, place: _Place) -> list[int]:
        """Numbers of the mails after a place, in order."""
        day = place.since
        # “*” is the last mail even when it is older than what was asked for.
        what = f"UID {place.uid + 1}:* SINCE {day.day}-{_MONTHS[day.month - 1]}-{day.year}"
        return [found for found in self._search(what) if found > place.uid]

    def fetch(self, uids: Sequence[int], now: datetime) -> list[MailBack]:
        """The mails with these numbers as far as the server still has them; long ones only from their beginning."""
        if not uids:
            return []
        wanted = ",".join(map(str, uids))
        kind, said = self._imap.uid("FETCH", wanted, f"(UID INTERNALDATE BODY.PEEK[]<0.{_MOST_BYTES}>)")
        if kind != "OK":
            raise _Refused("The mails in the mailbox could not be read.")
        return [
            read_mail(part[1], _arrived(part[0], now))
            for part in said
            if isinstance(part, tuple) and len(part) == 2 and isinstance(part[1], bytes)
        ]

    def quit(self) -> None:
        """Says goodbye."""
        with contextlib.suppress(OSError, imaplib.IMAP4.error):
            self._imap.logout()
        self.drop()

    def drop(self) -> None:
        """Lets go of the connection without a word."""
        with contextlib.suppress(OSError):
            self._imap.shutdown()

    def _search(self, what: str) -> list[int]:
        kind, said = self._imap.uid("SEARCH", what)
        if kind != "OK":
            raise _Refused("The mailbox could not be searched.")
        numbers = [word for line in said if isinstance(line, bytes) for word in line.split()]
        return sorted(int(word) for word in numbers if word.isdigit() and len(word) < 12)


def _open(server: ImapServer, tls: ssl.SSLContext | None, exchange: Exchange, deadline: float) -> _Line:
    if server.security == "none" and not is_loopback(server.host):
        raise _Refused(
            "Without TLS the password would be readable on the way; set “providers.imap.security” to tls or starttls."
        )
    context = None if server.security == "none" else tls or tls_context()
    imap = _Imap(server, context if server.security == "tls" else None, exchange, step_s(deadline))
    try:
        if server.security == "starttls":
            imap.starttls(context)
            exchange.watch(imap.socket())
        _log_in(imap, server)
        return _Line(imap, server.folder)
    except BaseException:
        with contextlib.suppress(OSError):
            imap.shutdown()
        raise


def _log_in(imap: _Imap, server: ImapServer) -> None:
    try:
        imap.login(server.username, server.password)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error as fault:
        raise _Refused(f"The mailbox did not take the user name and password: {_words(fault, server)}") from None
    except UnicodeError:
        raise _Refused("The user name or password holds characters that this mailbox can't take.") from None


def _words(fault: Exception, server: ImapServer) -> str:
    """The server's own words; the library wraps them in the look of bytes."""
    found = re.search(r"""b(['"])(.*)\1""", str(fault))
    words = (found.group(2) if found else str(fault)).replace(server.username or "\0", "…")
    return without_personal_data(words.replace(server.password or "\0", "…")) or "it gave no reason"


def _arrived(head: object, now: datetime) -> datetime:
    """When the server took the mail, as it says before the mail; never later than now."""
    try:
        found = re.search(rb'INTERNALDATE "([^"]{20,30})"', head if isinstance(head, bytes) else b"")
        moment = datetime.strptime(found.group(1).decode().strip(), "%d-%b-%Y %H:%M:%S %z") if found else now
        return min(moment.astimezone(UTC), now)
    except (OverflowError, ValueError):
        return now


def _utf7(folder: str) -> str:
    """A folder's name as IMAP writes it (RFC 3501, 5.1.3)."""

    def shifted(found: re.Match[str]) -> str:
        from base64 import b64encode  # noqa: PLC0415 - hardly any folder has such letters

        return f"&{b64encode(found.group().encode('utf-16-be')).decode().rstrip('=').replace('/', ',')}-"

    return re.sub(r"[^\x20-\x7e]+", shifted, folder.replace("&", "&-"))


def _number(said: object) -> int:
    return int(said) if isinstance(said, bytes) and said.isdigit() and len(said) < 12 else 0


def _sentence(fault: OSError) -> str:
    return sentence_of(fault, "the mailbox", "the mailbox's server")
