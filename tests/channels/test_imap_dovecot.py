"""The mailbox against a real server: dovecot on this PC, where it is installed and may be started."""

import imaplib
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reengage_desktop.channels.imap import ImapMailbox, ImapServer
from reengage_desktop.channels.protocol import MailBack, MailKind, Pulled
from tests.channels.letters import soon
from tests.servers.imap import PASSWORD, USER, letter, report

_DOVECOT = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
_NOBODY = 65_534
_PAUSE = threading.Event()
_CONFIGURATION = """
protocols = imap
listen = 127.0.0.1
base_dir = {place}/run
state_dir = {place}/state
log_path = {place}/log
ssl = no
disable_plaintext_auth = no
default_internal_user = nobody
default_internal_group = nogroup
default_login_user = nobody
first_valid_uid = 0
mail_location = maildir:{place}/mail/%u
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={nobody} gid={nobody} home={place}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  user = nobody
}}
"""

pytestmark = pytest.mark.skipif(
    _DOVECOT is None or os.name == "nt" or os.geteuid() != 0, reason="needs dovecot, and the right to start it"
)


@pytest.fixture
def port() -> Iterator[int]:
    """A running dovecot with an empty mailbox."""
    place = Path(tempfile.mkdtemp(prefix="dovecot-"))
    place.chmod(0o755)
    (place / "mail").mkdir()
    os.chown(place / "mail", _NOBODY, _NOBODY)
    with socket.create_server(("127.0.0.1", 0)) as free:
        number = int(free.getsockname()[1])
    configuration = place / "dovecot.conf"
    words = _CONFIGURATION.format(place=place, password=PASSWORD, nobody=_NOBODY, port=number)
    configuration.write_text(words, encoding="utf-8")
    server = subprocess.Popen([str(_DOVECOT), "-F", "-c", str(configuration)])
    try:
        _wait_for(number)
        yield number
    finally:
        server.terminate()
        server.wait(10)
        shutil.rmtree(place, ignore_errors=True)


def _wait_for(port: int) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            _PAUSE.wait(0.05)
            continue
        return


def box(port: int, password: str = PASSWORD) -> ImapMailbox:
    return ImapMailbox(ImapServer("127.0.0.1", port, "none", USER, password))


def test_a_real_mailbox_is_read_and_left_as_it_was(port: int) -> None:
    """C10, 10: pages, an old mail, a report and a long mail; afterwards every mail is still unread."""
    owner = imaplib.IMAP4("127.0.0.1", port)
    owner.login(USER, PASSWORD)
    old = imaplib.Time2Internaldate(time.time() - 40 * 86_400)
    mails = [letter(f"mail {number}", Message_ID=f"<{number}@x>") for number in range(60)]
    mails += [report("<rd-shop1-7@example.com>", "ann@example.com"), letter("x" * 200_000, Subject="long")]
    owner.append("INBOX", "", old, letter("old"))
    for raw in mails:
        owner.append("INBOX", "", imaplib.Time2Internaldate(time.time()), raw)
    owner.append("INBOX", "", old, letter("old"))
    reader = box(port)
    assert "mails in it: 64." in reader.test().detail
    assert not box(port, "wrong").test().ok
    cursor, more = None, True
    found: list[MailBack] = []
    while more:
        page = reader.pull(cursor, datetime.now(UTC), [], soon())
        assert isinstance(page, Pulled), page
        found, cursor, more = [*found, *page.mails], page.cursor, page.more
    reader.close()
    assert len(found) == 62
    assert [mail.names for mail in found if mail.kind is MailKind.BOUNCE] == [("rd-shop1-7",)]
    owner.select("INBOX", readonly=True)
    assert owner.search(None, "SEEN") == ("OK", [b""])
    owner.logout()
