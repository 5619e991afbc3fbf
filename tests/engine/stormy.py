"""A provider in bad weather: takes messages or not, answers truly or not at all, and lets the sender die."""

import random
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from reengage_desktop.channels.protocol import Capabilities
from reengage_desktop.domain.messages import Outgoing
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
from tests.engine.sending_rig import Rig, ScriptedChannel

ABLE = [
    Capabilities(),
    Capabilities(can_look_up=True, settling_s=60),
    Capabilities(idempotency_window_s=86_400),
    Capabilities(calls_at_once=4),
    Capabilities(can_look_up=True, settling_s=60, calls_at_once=4),
    Capabilities(idempotency_window_s=86_400, calls_at_once=4),
]
"""Every kind of provider: with neither, a look-up, keys; one call at a time and several."""


class Crash(BaseException):
    """The process is gone."""


class StormyProvider(ScriptedChannel):
    """Takes messages or not, answers truly or not at all, and lets the sender die before or after."""

    def __init__(self, chance: random.Random, rig: Rig, capabilities: Capabilities) -> None:
        super().__init__("smtp", capabilities)
        self.chance, self.clock, self.rig = chance, rig.clock, rig
        self.taken: list[tuple[int, str, datetime]] = []
        self.refused_for_good: set[str] = set()
        self.is_wild = True

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        self.before(message)
        self.sent.append(message)
        self.rig.steady += 0.05  # slow enough that several calls at once are worth it
        try:
            return self._answers()[self._fate()](message)
        finally:
            if threading.current_thread() is not threading.main_thread():
                self.rig.db.close()

    def find(self, message: Outgoing, attempted_ago: timedelta, deadline: float) -> Outcome | None:
        if self.is_wild and self.chance.random() < 0.3:
            return None
        known = any(reference == message.reference for _, reference, _ in self.taken)
        return Accepted(f"found-{message.message_id}") if known else NotSent("no such message")

    def _fate(self) -> str:
        if not self.is_wild:
            return "take"
        fates = (
            "take",
            "lose",
            "refuse",
            "slow",
            "offline",
            "silent",
            "no id",
            "account",
            "die before",
            "die after",
            "break",
        )
        return self.chance.choices(fates, [60, 4, 1, 4, 5, 4, 2, 1, 3, 5, 4])[0]

    def _answers(self) -> dict[str, Callable[[Outgoing], Outcome]]:
        return {
            "take": lambda message: self._take(message, Accepted(f"id-{message.message_id}")),
            "no id": lambda message: self._take(message, Accepted(None)),
            "lose": lambda _message: Uncertain("500, and nothing was taken"),
            "silent": lambda message: self._take(message, Uncertain("timeout after it was taken")),
            "break": lambda message: self._take(message, Uncertain("reset after it was taken")),
            "refuse": lambda _message: Rejected(Refusal.OPTED_OUT, "1", "unsubscribed"),
            "slow": lambda _message: Throttled(2, daily=False, detail="too fast"),
            "offline": lambda _message: NotSent("offline"),
            "account": lambda _message: BadAccount(AccountCause.BALANCE, None, "no money"),
            "die before": self._die,
            "die after": lambda message: self._die(message, take=True),
        }

    def _take(self, message: Outgoing, outcome: Outcome) -> Outcome:
        if self.capabilities.idempotency_window_s and any(key == message.reference for _, key, _ in self.taken):
            return outcome
        self.taken.append((message.message_id, message.reference, self.clock()))
        return outcome

    def _die(self, message: Outgoing, *, take: bool = False) -> Outcome:
        if take:
            self._take(message, Accepted("x"))
        raise Crash
