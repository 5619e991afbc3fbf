"""A shop with a queue of messages for one provider's server, and a sender of its own process to work it off."""

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parseaddr
from pathlib import Path
from typing import Any

from reengage_desktop.domain.drafts import Draft
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine import queueing
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.store.database import Database, open_database
from tests.servers import twilio, whatsapp
from tests.servers.process import ServerProcess

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Case:
    """One channel with the server that stands for its provider; `resolves`: it can end every doubt by itself.

    `at_once`: so many calls may be out beside each other; `latency_s`: how long the server lets each of them wait.
    """

    channel: ChannelName
    server: str
    field: str
    settings: Callable[[ServerProcess], dict[str, str]]
    resolves: bool = False
    at_once: int = 1
    latency_s: float = 0.0


def _mail(server: ServerProcess) -> dict[str, str]:
    return {
        "business.postal_address": "1 Main Street",
        "providers.smtp.host": "127.0.0.1",
        "providers.smtp.port": str(server.port),
        "providers.smtp.security": "none",
        "providers.smtp.from_address": "shop@example.com",
        "providers.smtp.rate_per_minute": "0",
    }


def _twilio(server: ServerProcess) -> dict[str, str]:
    return {
        "providers.twilio.base_url": server.url,
        "providers.twilio.account_sid": twilio.ACCOUNT_SID,
        "providers.twilio.from_number": twilio.OWN_NUMBER,
    }


def _whatsapp(server: ServerProcess) -> dict[str, str]:
    return {
        "providers.whatsapp_cloud.base_url": server.url,
        "providers.whatsapp_cloud.phone_number_id": whatsapp.PHONE_NUMBER_ID,
    }


def _mail_service(name: str) -> Callable[[ServerProcess], dict[str, str]]:
    return lambda server: {
        "business.postal_address": "1 Main Street",
        "channels.email.provider": name,
        f"providers.{name}.base_url": server.url,
        f"providers.{name}.from_address": "shop@example.com",
        f"providers.{name}.rate_per_minute": "0",
    }


MAIL = Case(ChannelName.EMAIL, "smtp", "recipient", _mail, at_once=3)
KEYED_MAIL = Case(ChannelName.EMAIL, "resend", "to", _mail_service("resend"), resolves=True, at_once=4)
ASKED_MAIL = Case(ChannelName.EMAIL, "postmark", "to", _mail_service("postmark"), resolves=True, at_once=8)
SMS = Case(ChannelName.SMS, "twilio", "to", _twilio, resolves=True, at_once=8)
WHATSAPP = Case(ChannelName.WHATSAPP, "whatsapp", "to", _whatsapp, at_once=8)
SLOW_S = 0.06
SLOW_MAIL, SLOW_SMS, SLOW_WHATSAPP, SLOW_KEYED, SLOW_ASKED = (
    replace(each, latency_s=SLOW_S) for each in (MAIL, SMS, WHATSAPP, KEYED_MAIL, ASKED_MAIL)
)


def fill(folder: Path, case: Case, server: ServerProcess, count: int) -> Database:
    """A shop with so many approved messages to as many customers, for the provider that the server stands for."""
    folder.mkdir(exist_ok=True)
    db = open_database(folder / "shop.db")
    shop = {"reengagement.enabled": "true", "reengagement.channels": case.channel.value, "business.name": "Shop"}
    for key, value in {**shop, **case.settings(server)}.items():
        stored_settings.put(db, key, value, NOON)
    is_mail = case.channel is ChannelName.EMAIL
    address = "c{}@example.com" if is_mail else "+4477009{:05}"
    with db.write():
        db.run_many(
            f"INSERT INTO customers (id, {'email' if is_mail else 'phone'}, consent_{case.channel}, last_order_at, "
            "added_at, changed_at) VALUES (?, ?, 1, 1, 1, 1)",
            [(number + 1, address.format(number)) for number in range(count)],
        )
    content = Content("We miss you", subject="Hello", template_name="we_miss_you", language="en")
    drafts = [
        Draft(
            5, "we_miss_you", number + 1, case.channel, address.format(number), content, "lapse:1:1", is_automatic=True
        )
        for number in range(count)
    ]
    queueing.enqueue_many(db, drafts, stored_settings.load(db), NOON)
    queueing.approve(db, None, NOON)
    return db


def start(folder: Path, moment: datetime, *flags: str) -> "subprocess.Popen[str]":
    """A sender that begins to work the queue off; flags as in sender_program."""
    command = [sys.executable, "-m", "tests.flows.sender_program", str(folder), moment.isoformat(), *flags]
    return subprocess.Popen(command, cwd=REPOSITORY, stderr=subprocess.PIPE, text=True)


def accepted(server: ServerProcess) -> int:
    """How many messages the server has taken."""
    return server.log.read_bytes().count(b"\n") if server.log.exists() else 0


def kill_at(process: "subprocess.Popen[str]", server: ServerProcess, count: int, after_s: float = 0.0) -> bool:
    """Kills the process so long after the server has taken so many; False when the process was done before."""
    deadline = time.monotonic() + 60
    while accepted(server) < count and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.001)
    with suppress(subprocess.TimeoutExpired):
        process.wait(after_s)
    was_running = process.poll() is None
    process.kill()
    process.communicate()
    return was_running


def finish(folder: Path, moment: datetime, *flags: str) -> None:
    """Works the queue off to its end."""
    process = start(folder, moment, *flags)
    _, said = process.communicate(timeout=900)
    assert process.returncode == 0, said


def addresses(server: ServerProcess, field: str) -> Counter[str]:
    """To whom the server has taken a message, and how often."""
    return Counter(_plain(entry[field]) for entry in server.accepted)


def _plain(to: Any) -> str:
    """The address as the shop writes it: some services get it in a list, with a name, or without its plus."""
    address = parseaddr(to[0] if isinstance(to, list) else to)[1]
    return address if "@" in address else "+" + address.lstrip("+")
