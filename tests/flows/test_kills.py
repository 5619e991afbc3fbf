"""Promise 1: kill -9 at any moment of many sends; nobody gets a message twice, none is lost, doubts are listed.

Against every kind of provider: with keys that make a repeated call harmless (promise 3), with a look-up (promise 4),
with neither (promise 5).
"""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import parseaddr
from pathlib import Path
from typing import Any

import pytest

from reengage_desktop.domain.drafts import Draft
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine import queueing
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.store.database import Database, open_database
from tests.servers import twilio, whatsapp
from tests.servers.process import ServerProcess, server_process

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
SLOW_MAIL, SLOW_SMS, SLOW_WHATSAPP = (replace(each, latency_s=SLOW_S) for each in (MAIL, SMS, WHATSAPP))


def _fill(folder: Path, case: Case, server: ServerProcess, count: int) -> Database:
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


def _start(folder: Path, moment: datetime, *flags: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.flows.sender_program", str(folder), moment.isoformat(), *flags]
    return subprocess.Popen(command, cwd=REPOSITORY, stderr=subprocess.PIPE, text=True)


def _accepted(server: ServerProcess) -> int:
    return server.log.read_bytes().count(b"\n") if server.log.exists() else 0


def _kill_at(process: "subprocess.Popen[str]", server: ServerProcess, count: int) -> bool:
    """Kills the process once the server has taken so many; False when the process was done before."""
    deadline = time.monotonic() + 60
    while _accepted(server) < count and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.001)
    was_running = process.poll() is None
    process.kill()
    process.communicate()
    return was_running


def _finish(folder: Path, moment: datetime, *flags: str) -> None:
    process = _start(folder, moment, *flags)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said


def _addresses(server: ServerProcess, field: str) -> Counter[str]:
    return Counter(_plain(entry[field]) for entry in server.accepted)


def _plain(to: Any) -> str:
    """The address as the shop writes it: some services get it in a list, with a name, or without its plus."""
    address = parseaddr(to[0] if isinstance(to, list) else to)[1]
    return address if "@" in address else "+" + address.lstrip("+")


@dataclass
class Toll:
    """How many kills met a running sender, and how many calls each of them left in flight."""

    met: int = 0
    in_flight: list[int] = field(default_factory=list)


def _stampede(
    folder: Path, case: Case, server: ServerProcess, count: int, kills: int, seed: int
) -> tuple[Database, Toll]:
    """Sends `count` messages through so many kills; gives the shop and what the kills have met."""
    chance = random.Random(seed)  # noqa: S311 - when to kill
    db = _fill(folder, case, server, count)
    toll, known = Toll(), 0
    for _ in range(kills):
        left = count - _accepted(server)
        goal = _accepted(server) + chance.randint(1, max(1, 2 * left // (kills + 1)))
        toll.met += _kill_at(_start(folder, NOON), server, goal)
        in_doubt = db.value("SELECT count(*) FROM outbox WHERE state IN ('sending', 'uncertain')")
        toll.in_flight.append(in_doubt - known)
        known = in_doubt
    assert max(toll.in_flight) <= case.at_once, "no more are in flight than the provider takes at once"
    _finish(folder, NOON)
    return db, toll


def _check(db: Database, case: Case, server: ServerProcess, count: int, in_flight: int) -> int:
    got = _addresses(server, case.field)
    states: dict[str, int] = dict(db.rows("SELECT state, count(*) FROM outbox GROUP BY state"))
    uncertain = {address for (address,) in db.rows("SELECT address FROM outbox WHERE state = 'uncertain'")}
    accepted = {address for (address,) in db.rows("SELECT address FROM outbox WHERE state = 'accepted'")}
    assert [address for address, times in got.items() if times > 1] == [], "somebody got it twice"
    assert set(states) <= {"accepted", "uncertain"}, "every message is told for"
    assert len(accepted) + len(uncertain) == count, "no message is lost"
    assert accepted <= set(got), "what is called sent was sent"
    assert set(got) - accepted <= uncertain, "what arrived without a record is listed"
    assert len(uncertain) <= in_flight, "at most the calls in flight at the kills"
    return len(uncertain)


def _resolve(db: Database, folder: Path, case: Case, server: ServerProcess, count: int) -> None:
    """A later run, after every settling delay, ends all doubts where the provider can; else they stay for the owner."""
    before = set(db.rows("SELECT id FROM outbox WHERE state = 'uncertain'"))
    _finish(folder, NOON + timedelta(minutes=6))
    left = set(db.rows("SELECT id FROM outbox WHERE state = 'uncertain'"))
    assert left == (set() if case.resolves else before)
    _check(db, case, server, count, len(before))


@pytest.mark.parametrize(
    ("case", "count", "kills"),
    [
        (MAIL, 200, 4),
        (KEYED_MAIL, 60, 2),
        (ASKED_MAIL, 60, 2),
        (SMS, 60, 2),
        (WHATSAPP, 60, 2),
        (SLOW_MAIL, 80, 2),
        (SLOW_SMS, 80, 2),
    ],
    ids=[
        "mail, neither",
        "mail, keys",
        "mail, look-up",
        "sms, look-up",
        "whatsapp, neither",
        "three mails at once, neither",
        "eight texts at once, look-up",
    ],
)
def test_nobody_gets_a_message_twice_and_none_is_lost(tmp_path: Path, case: Case, count: int, kills: int) -> None:
    """A12 D3 C13: kill -9 in the middle of sending, again and again (promises 1, 3, 4, 5)."""
    with server_process(case.server, tmp_path / "log", latency_s=case.latency_s) as server:
        db, toll = _stampede(tmp_path / "shop", case, server, count, kills, seed=7)
        assert toll.met >= kills // 2, "the kills must meet a sender at work"
        assert not case.latency_s or max(toll.in_flight) > 1, "several calls were in flight at once"
        _check(db, case, server, count, sum(toll.in_flight))
        _resolve(db, tmp_path / "shop", case, server, count)


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    "case",
    [MAIL, KEYED_MAIL, ASKED_MAIL, SMS, WHATSAPP, SLOW_MAIL, SLOW_SMS, SLOW_WHATSAPP],
    ids=["mail", "keys", "asked", "sms", "whatsapp", "slow mail", "slow sms", "slow whatsapp"],
)
def test_thousands_of_messages_and_dozens_of_kills(
    tmp_path: Path, case: Case, record_property: Callable[[str, object], None]
) -> None:
    """A12 D3 C13: the full form of promises 1, 3, 4, 5: SOAK_MESSAGES (5,000) and SOAK_KILLS (50 that met a sender)."""
    count, kills = int(os.environ.get("SOAK_MESSAGES", "5000")), int(os.environ.get("SOAK_KILLS", "55"))
    with server_process(case.server, tmp_path / "log", latency_s=case.latency_s) as server:
        begun = time.monotonic()
        db, toll = _stampede(tmp_path / "shop", case, server, count, kills, seed=20)
        uncertain = _check(db, case, server, count, sum(toll.in_flight))
        _resolve(db, tmp_path / "shop", case, server, count)
        left = db.value("SELECT count(*) FROM outbox WHERE state = 'uncertain'")
        took_s = time.monotonic() - begun
        record_property(
            "figures",
            f"{case.server}: {count} messages, {toll.met} kills met a sender, at most {max(toll.in_flight)} calls in "
            f"flight, {sum(toll.in_flight)} in all, 0 twice, 0 lost, {uncertain} uncertain, {left} left to the owner, "
            f"{took_s:.0f} s",
        )


def test_a_key_ends_every_doubt(tmp_path: Path) -> None:
    """A12 D3: killed with the call accepted and unanswered; the same key is handed over again (promise 3)."""
    with server_process("resend", tmp_path / "log") as server:
        db = _fill(tmp_path / "shop", KEYED_MAIL, server, 5)
        server.control(next_modes=["ok", "ok", "accept-silent"])
        assert _kill_at(_start(tmp_path / "shop", NOON), server, 3)
        assert 1 <= db.value("SELECT count(*) FROM outbox WHERE state = 'sending'") <= KEYED_MAIL.at_once
        _finish(tmp_path / "shop", NOON + timedelta(minutes=1))
        assert _check(db, KEYED_MAIL, server, 5, KEYED_MAIL.at_once) == 0


def test_a_provider_that_can_be_asked_resolves_every_doubt(tmp_path: Path) -> None:
    """A12 D3: killed with the call accepted and unanswered; looked up after the settling delay (promise 4)."""
    with server_process("twilio", tmp_path / "log") as server:
        db = _fill(tmp_path / "shop", SMS, server, 12)
        for goal in (3, 6, 9):
            server.control(next_modes=["ok"] * (goal - _accepted(server) - 1) + ["accept-silent"])
            assert _kill_at(_start(tmp_path / "shop", NOON), server, goal)
        _finish(tmp_path / "shop", NOON)
        assert _check(db, SMS, server, 12, 3 * SMS.at_once) >= 3
        _finish(tmp_path / "shop", NOON + timedelta(minutes=5))
        assert _check(db, SMS, server, 12, 0) == 0
        assert (
            db.value("SELECT count(*) FROM outbox WHERE sent_at IS NOT NULL AND provider_message_id IS NOT NULL") == 12
        )


def test_blind_retry_would_send_twice(tmp_path: Path) -> None:
    """D3: the negative control of promise 1: without the uncertain state the same kills make doubles."""
    with server_process("twilio", tmp_path / "log") as server:
        _fill(tmp_path / "shop", SMS, server, 12).close()
        for goal in (3, 6, 9):
            server.control(next_modes=["ok"] * (goal - _accepted(server) - 1) + ["accept-silent"])
            assert _kill_at(_start(tmp_path / "shop", NOON, "--blind"), server, goal)
        _finish(tmp_path / "shop", NOON, "--blind")
        doubles = [address for address, times in _addresses(server, "to").items() if times > 1]
        assert len(doubles) >= 3
