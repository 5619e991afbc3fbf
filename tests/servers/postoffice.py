"""A real mail house on this PC: postfix takes and delivers, dovecot keeps the shop's mailbox; both from Debian.

The shop is `shop@shop.example.org`, with an address for every word behind a plus. Its customers live at example.com,
behind a server of their own that knows who is there. Nothing leaves 127.0.0.1, nothing of the system's own set-up is
touched. Only where both programs are installed and may be started (`IS_THERE`).
"""

import os
import shutil
import smtplib
import socket
import subprocess
import tempfile
import threading
import time
from contextlib import ExitStack
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Self

from aiosmtpd.controller import Controller

_SYSTEM = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/lib/postfix/sbin"
_DOVECOT, _POSTFIX = (shutil.which(name, path=_SYSTEM) for name in ("dovecot", "postfix"))
_LMTP = Path("/usr/lib/dovecot/lmtp")
IS_THERE = bool(_DOVECOT and _POSTFIX and _LMTP.exists()) and os.name != "nt" and os.geteuid() == 0

SHOP = "shop@shop.example.org"
PASSWORD = "mailbox-canary-password"
_NOBODY = 65_534
_PAUSE = threading.Event()

_MAILBOX = """
protocols = imap lmtp
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
recipient_delimiter = +
mail_location = maildir:{place}/mail/%n
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={nobody} gid={nobody} home={place}/mail/%n allow_all_users=yes
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  user = nobody
}}
"""
_HOUSE = """
compatibility_level = 3.6
queue_directory = {place}/queue
data_directory = {place}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file_prefixes = {place}
maillog_file = {place}/maillog
myhostname = mail.shop.example.org
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
recipient_delimiter = +
virtual_mailbox_domains = shop.example.org
virtual_mailbox_maps = inline:{{ {{shop@shop.example.org = x}} }}
virtual_transport = lmtp:inet:127.0.0.1:{lmtp}
transport_maps = inline:{{ {{example.com = smtp:[127.0.0.1]:{customers}}} }}
smtpd_recipient_restrictions = check_recipient_access inline:{{ {{gone@example.com = 550 5.1.1 User unknown}} }},
  permit_mynetworks, reject
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_peername_lookup = no
smtp_dns_support_level = disabled
smtp_host_lookup = native
alias_maps =
local_recipient_maps =
biff = no
queue_run_delay = 5s
minimal_backoff_time = 5s
"""
_SERVICES = """
127.0.0.1:{smtp} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 5 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


class Customers:
    """The server where the customers have their mailboxes: it keeps what it takes, and knows who has gone."""

    def __init__(self) -> None:
        self.arrived: dict[str, EmailMessage] = {}
        self.gone: set[str] = set()

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802 - the library's own name
        """Takes a recipient who is there."""
        if address in self.gone:
            return "550 5.1.1 The account does not exist"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - the library's own name
        """Keeps a mail."""
        mail = message_from_bytes(envelope.content, policy=policy.default)
        for address in envelope.rcpt_tos:
            self.arrived[address] = mail
        return "250 OK"


class PostOffice:
    """Both programs, running; `smtp_port` takes mail, `imap_port` shows the shop's mailbox."""

    def __init__(self) -> None:
        # A short path: the sockets below it may have no more than a hundred signs.
        self._place = Path(tempfile.mkdtemp(prefix="post-", dir="/tmp"))
        self.customers = Customers()
        self.smtp_port, self.imap_port, self._lmtp_port, self._customers_port = _free_ports(4)
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()
        shutil.rmtree(self._place, ignore_errors=True)

    def write(self, sender: str, mail: EmailMessage, to: str) -> None:
        """A customer writes to somebody."""
        with smtplib.SMTP("127.0.0.1", self.smtp_port, local_hostname="customer.example.com") as line:
            line.sendmail(sender, [to], mail.as_bytes())

    def wait_for(self, is_so: Any, seconds: float = 30.0) -> None:
        """Waits until something is so; raises TimeoutError with the house's log."""
        until = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > until:
                log = self._place / "maillog"
                raise TimeoutError(log.read_text(encoding="utf-8") if log.exists() else "no log")
            _PAUSE.wait(0.05)

    @property
    def mailbox(self) -> Path:
        """The shop's mailbox as a folder."""
        return self._place / "dovecot" / "mail" / "shop"

    def count(self) -> int:
        """How many mails lie in it."""
        return sum(len(list((self.mailbox / name).glob("*"))) for name in ("new", "cur"))

    def _start(self) -> None:
        self._place.chmod(0o755)
        controller = Controller(self.customers, hostname="127.0.0.1", port=self._customers_port)
        controller.start()
        self._stack.callback(controller.stop)
        self._run_dovecot()
        self._run_postfix()
        for port in (self.imap_port, self._lmtp_port, self.smtp_port):
            self.wait_for(lambda port=port: _answers(port))

    def _run_dovecot(self) -> None:
        place = self._place / "dovecot"
        (place / "mail").mkdir(parents=True)
        os.chown(place / "mail", _NOBODY, _NOBODY)
        ports = {"imap": self.imap_port, "lmtp": self._lmtp_port}
        words = _MAILBOX.format(place=place, password=PASSWORD, nobody=_NOBODY, **ports)
        (place / "dovecot.conf").write_text(words, encoding="utf-8")
        self._run(str(_DOVECOT), "-F", "-c", str(place / "dovecot.conf"))

    def _run_postfix(self) -> None:
        etc = self._place / "etc"
        etc.mkdir()
        for name in ("queue", "data"):
            (self._place / name).mkdir()
        shutil.chown(self._place / "data", "postfix")
        ports = {"lmtp": self._lmtp_port, "customers": self._customers_port}
        (etc / "main.cf").write_text(_HOUSE.format(place=self._place, **ports), encoding="utf-8")
        (etc / "master.cf").write_text(_SERVICES.lstrip().format(smtp=self.smtp_port), encoding="utf-8")
        said = subprocess.run([str(_POSTFIX), "-c", str(etc), "check"], check=False, capture_output=True, text=True)
        if said.returncode:
            raise RuntimeError(said.stderr)
        master = shutil.which("master", path=_SYSTEM)
        self._run(str(master), "-c", str(etc), "-s")

    def _run(self, *command: str) -> None:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
        self._stack.callback(process.wait, 10)
        self._stack.callback(process.terminate)


def _free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        found = [stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)]
        return [int(each.getsockname()[1]) for each in found]


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True
