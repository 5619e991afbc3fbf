"""Promise 1: kill -9 at any moment of many sends; nobody gets a message twice, none is lost, doubts are listed.

Against every kind of provider: with keys that make a repeated call harmless (promise 3), with a look-up (promise 4),
with neither (promise 5).
"""

import os
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.store.database import Database
from tests.flows.queued_shop import (
    ASKED_MAIL,
    KEYED_MAIL,
    MAIL,
    NOON,
    SLOW_ASKED,
    SLOW_KEYED,
    SLOW_MAIL,
    SLOW_SMS,
    SLOW_WHATSAPP,
    SMS,
    WHATSAPP,
    Case,
    accepted,
    addresses,
    fill,
    finish,
    kill_at,
    start,
)
from tests.servers.process import ServerProcess, server_process


@dataclass
class Toll:
    """How many kills met a running sender, the calls that each left in flight, and how many of those had arrived."""

    met: int = 0
    in_flight: list[int] = field(default_factory=list)
    arrived: int = 0
    known: set[int] = field(default_factory=set)

    def count(self, db: Database, case: Case, server: ServerProcess) -> None:
        """Counts the calls whose end nobody has written down since the last kill."""
        open_now: dict[int, str] = dict(
            db.rows(
                "SELECT attempts.id, address FROM attempts JOIN outbox ON outbox.id = outbox_id WHERE outcome IS NULL"
            )
        )
        met = open_now.keys() - self.known
        self.known |= met
        self.in_flight.append(len(met))
        self.arrived += len({open_now[each] for each in met} & set(addresses(server, case.field)))


def _stampede(
    folder: Path, case: Case, server: ServerProcess, count: int, kills: int, seed: int
) -> tuple[Database, Toll]:
    """Sends `count` messages through so many kills; gives the shop and what the kills have met."""
    chance = random.Random(seed)  # noqa: S311 - when to kill
    db = fill(folder, case, server, count)
    toll = Toll()
    for _ in range(kills):
        left = count - accepted(server)
        goal = accepted(server) + chance.randint(1, max(1, 2 * left // (kills + 1)))
        toll.met += kill_at(start(folder, NOON), server, goal, after_s=chance.uniform(0, case.latency_s))
        toll.count(db, case, server)
    assert max(toll.in_flight) <= case.at_once, "no more are in flight than the provider takes at once"
    finish(folder, NOON)
    return db, toll


def _check(db: Database, case: Case, server: ServerProcess, count: int, in_flight: int) -> int:
    got = addresses(server, case.field)
    states: dict[str, int] = dict(db.rows("SELECT state, count(*) FROM outbox GROUP BY state"))
    uncertain = {address for (address,) in db.rows("SELECT address FROM outbox WHERE state = 'uncertain'")}
    sent = {address for (address,) in db.rows("SELECT address FROM outbox WHERE state = 'accepted'")}
    assert [address for address, times in got.items() if times > 1] == [], "somebody got it twice"
    assert set(states) <= {"accepted", "uncertain"}, "every message is told for"
    assert len(sent) + len(uncertain) == count, "no message is lost"
    assert sent <= set(got), "what is called sent was sent"
    assert set(got) - sent <= uncertain, "what arrived without a record is listed"
    assert len(uncertain) <= in_flight, "at most the calls in flight at the kills"
    return len(uncertain)


def _resolve(db: Database, folder: Path, case: Case, server: ServerProcess, count: int) -> None:
    """A later run, after every settling delay, ends all doubts where the provider can; else they stay for the owner."""
    before = set(db.rows("SELECT id FROM outbox WHERE state = 'uncertain'"))
    finish(folder, NOON + timedelta(minutes=6))
    left = set(db.rows("SELECT id FROM outbox WHERE state = 'uncertain'"))
    assert left == (set() if case.resolves else before)
    _check(db, case, server, count, len(before))


@pytest.mark.parametrize(
    ("case", "count", "kills"),
    [
        (MAIL, 200, 4),
        (ASKED_MAIL, 60, 2),
        (SMS, 60, 2),
        (WHATSAPP, 60, 2),
        (SLOW_MAIL, 80, 2),
        (SLOW_KEYED, 80, 2),
        (SLOW_SMS, 80, 2),
    ],
    ids=[
        "mail, neither",
        "mail, look-up",
        "sms, look-up",
        "whatsapp, neither",
        "three mails at once, neither",
        "four mails at once, keys",
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
    [MAIL, KEYED_MAIL, ASKED_MAIL, SMS, WHATSAPP, SLOW_MAIL, SLOW_KEYED, SLOW_ASKED, SLOW_SMS, SLOW_WHATSAPP],
    ids=[
        "mail",
        "keys",
        "asked",
        "sms",
        "whatsapp",
        "slow mail",
        "slow keys",
        "slow asked",
        "slow sms",
        "slow whatsapp",
    ],
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
            f"flight, {sum(toll.in_flight)} in all, {toll.arrived} of them with the provider already, 0 twice, 0 lost, "
            f"{uncertain} uncertain, {left} left to the owner, "
            f"{took_s:.0f} s",
        )


def test_a_key_ends_every_doubt(tmp_path: Path) -> None:
    """A12 D3: killed with the call accepted and unanswered; the same key is handed over again (promise 3)."""
    with server_process("resend", tmp_path / "log") as server:
        db = fill(tmp_path / "shop", KEYED_MAIL, server, 5)
        server.control(next_modes=["ok", "ok", "accept-silent"])
        assert kill_at(start(tmp_path / "shop", NOON), server, 3)
        assert 1 <= db.value("SELECT count(*) FROM outbox WHERE state = 'sending'") <= KEYED_MAIL.at_once
        finish(tmp_path / "shop", NOON + timedelta(minutes=1))
        assert _check(db, KEYED_MAIL, server, 5, KEYED_MAIL.at_once) == 0


def test_a_provider_that_can_be_asked_resolves_every_doubt(tmp_path: Path) -> None:
    """A12 D3: killed with the call accepted and unanswered; looked up after the settling delay (promise 4)."""
    with server_process("twilio", tmp_path / "log") as server:
        db = fill(tmp_path / "shop", SMS, server, 12)
        for goal in (3, 6, 9):
            server.control(next_modes=["ok"] * (goal - accepted(server) - 1) + ["accept-silent"])
            assert kill_at(start(tmp_path / "shop", NOON), server, goal)
        finish(tmp_path / "shop", NOON)
        assert _check(db, SMS, server, 12, 3 * SMS.at_once) >= 3
        finish(tmp_path / "shop", NOON + timedelta(minutes=5))
        assert _check(db, SMS, server, 12, 0) == 0
        assert (
            db.value("SELECT count(*) FROM outbox WHERE sent_at IS NOT NULL AND provider_message_id IS NOT NULL") == 12
        )


def test_blind_retry_would_send_twice(tmp_path: Path) -> None:
    """D3: the negative control of promise 1: without the uncertain state the same kills make doubles."""
    with server_process("twilio", tmp_path / "log") as server:
        fill(tmp_path / "shop", SMS, server, 12).close()
        for goal in (3, 6, 9):
            server.control(next_modes=["ok"] * (goal - accepted(server) - 1) + ["accept-silent"])
            assert kill_at(start(tmp_path / "shop", NOON, "--blind"), server, goal)
        finish(tmp_path / "shop", NOON, "--blind")
        doubles = [address for address, times in addresses(server, "to").items() if times > 1]
        assert len(doubles) >= 3
