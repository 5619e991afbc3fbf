"""Thirty days of a shop in which anything may happen in any order, against a small oracle (promises 14 and 30).

Messages are queued and sent, the program dies, the power goes, people say no in person and by file, an older copy takes
the shop's place by a restore or by hand, the clock leaps, the owner pauses and decides; with every kind of provider.
"""

import os
import random
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from reengage_desktop.channels.protocol import Capabilities
from reengage_desktop.domain.messages import Outgoing
from reengage_desktop.domain.moments import day_number
from reengage_desktop.domain.outcomes import Outcome
from reengage_desktop.domain.vocabulary import ChannelName, ImportKind
from reengage_desktop.engine import queueing
from reengage_desktop.engine.importing import ImportRequest, import_file
from reengage_desktop.engine.sending import work_queue
from reengage_desktop.store import backups, customers, pausing, provider_states, sent_ledger, suppressions
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.store.database import Database, StoreFault, open_database
from reengage_desktop.store.restoring import take_out
from tests.conftest import Clock
from tests.engine.sending_rig import Rig
from tests.engine.stormy import ABLE, Crash, StormyProvider
from tests.flows.power import Disk, powered

PEOPLE = 9
CAMPAIGNS = ("back_in_stock", "price_drop", "loyalty_reward", "new_arrivals", "we_miss_you")
SEEDS = st.integers(0, 1_000_000)
STEPS = Counter[str]()
_OFTEN = {"live_on": 6, "resume": 6, "enqueue_again": 3, "lose_power": 3, "sleep": 2, "save": 2, "restore": 2}
_SELDOM = ("leap", "enqueue", "say_no", "buy", "pause", "decide")
_DEEDS = [*_SELDOM, *(deed for deed, times in _OFTEN.items() for _ in range(times))]
_NO_STEPS = ("machines", "looks", "taken")


@dataclass(frozen=True)
class Taken:
    """A message as it reached the provider: to whom, of which campaign and occasion, and when."""

    address: str
    campaign: str
    occasion: str
    at: datetime

    @property
    def message(self) -> tuple[str, str, str]:
        """What makes it the same message in every copy of the shop."""
        return self.address, self.campaign, self.occasion


class Oracle(StormyProvider):
    """The provider knows best what was sent; it looks at the shop's own words as each call begins."""

    def __init__(self, chance: random.Random, rig: Rig, capabilities: Capabilities) -> None:
        super().__init__(chance, rig, capabilities)
        self.got: list[Taken] = []
        self.noes: set[str] = set()
        self.is_paused = False
        self.wrongs: list[str] = []
        self.is_powered: Callable[[], bool] = lambda: True

    def send(self, message: Outgoing, deadline: float) -> Outcome:
        """One call, if the PC still has power."""
        if self.is_powered() and message.address in self.noes:
            self.wrongs.append(f"a call to {message.address} after the no was learned")
        if self.is_powered() and self.is_paused:
            self.wrongs.append(f"a call to {message.address} while sending was paused")
        return super().send(message, deadline)

    def _take(self, message: Outgoing, outcome: Outcome) -> Outcome:
        if not self.is_powered():
            return outcome
        before = len(self.taken)
        answer = super()._take(message, outcome)
        if len(self.taken) > before:
            campaign, occasion = message.content.text.split("|")
            self.got.append(Taken(message.address, campaign, occasion, self.rig.clock()))
        return answer


class ThirtyDays(RuleBasedStateMachine):
    """One shop, one provider; whatever is drawn happens."""

    def __init__(self) -> None:
        super().__init__()
        self._place = TemporaryDirectory()
        self._lives = 0
        self.clock = Clock(datetime(2026, 3, 10, 9, tzinfo=UTC))
        self.rig = Rig(Path(self._place.name) / "shop0", self.clock)
        suppressions.address_salt(self.rig.db)
        self.rig.set(sending__expires_after_hours="240")
        self.people = [self.rig.customer() for _ in range(PEOPLE)]
        self._occasion = 0
        self._queued: list[tuple[int, int, str]] = []
        self._copy: Path | None = None

    @initialize(able=st.sampled_from(ABLE), seed=SEEDS)
    def connect(self, able: Capabilities, seed: int) -> None:
        """Chooses the kind of provider."""
        self.provider = Oracle(random.Random(seed), self.rig, able)  # noqa: S311 - faults
        self.rig.channels[ChannelName.EMAIL] = self.provider

    def teardown(self) -> None:
        """Closes the shop."""
        STEPS["machines"] += 1
        STEPS["taken"] += len(self.provider.got) if hasattr(self, "provider") else 0
        self.rig.db.close()
        self._place.cleanup()

    def _enqueue(self, chance: random.Random) -> None:
        """Messages for some people."""
        for person in chance.sample(self.people, chance.randint(1, 4)):
            STEPS["enqueue"] += 1
            self._occasion += 1
            self._queue(person, chance.randrange(len(CAMPAIGNS)), f"o{self._occasion}")

    def _enqueue_again(self, chance: random.Random) -> None:
        """The daily run decides on an occasion of before again: after a restore it knows nothing of it."""
        STEPS["enqueue again"] += 1
        if self._queued:
            self._queue(*chance.choice(self._queued))

    def _sleep(self, chance: random.Random) -> None:
        """Time goes by, and the sender runs; it may die in the middle of it."""
        self._tick(chance.randint(1, 30))

    def _live_on(self, chance: random.Random) -> None:
        """Some days as they are: messages for many, and the sender runs twice a day."""
        for _ in range(chance.randint(1, 6)):
            self._enqueue(chance)
            self._tick(12)
            self._tick(12)

    def _tick(self, hours: int) -> None:
        STEPS["tick"] += 1
        self.clock.move(hours=hours)
        with suppress(Crash):
            self.rig.send()

    def _lose_power(self, chance: random.Random) -> None:
        """The sender runs on a disk that forgets what was not synced, and the power goes at some moment."""
        STEPS["cut"] += 1
        self.rig.db.close()
        disk = Disk(self.rig.folder, chance, chance.randint(1, 150))
        self.provider.is_powered = lambda: not disk.is_cut
        with powered(disk) as db, suppress(Crash, StoreFault):
            self._send_on(db, disk)
        if not disk.is_cut:
            disk.cut()
        self.provider.is_powered = lambda: True
        folder = self._next_folder()
        disk.put_back(folder)
        self._move_to(folder)

    def _say_no(self, chance: random.Random) -> None:
        """Somebody wants no more messages, said at the till or in a file."""
        if len(self.provider.noes) >= PEOPLE - 5:
            return
        STEPS["opt-out"] += 1
        person, by_file = chance.choice(self.people), chance.random() < 0.5
        address = self.rig.db.value("SELECT email FROM customers WHERE id = ?", (person,))
        if by_file:
            self._import(ImportKind.OPTOUTS, f"email\n{address}\n")
        else:
            customers.opt_out(self.rig.db, person, channel=None, source="person", at=self.clock())
        self.provider.noes.add(address)

    def _buy(self, chance: random.Random) -> None:
        """A file tells of a purchase: what waits for her may be moot."""
        STEPS["import"] += 1
        person = chance.choice(self.people)
        address = self.rig.db.value("SELECT email FROM customers WHERE id = ?", (person,))
        moment = self.clock().isoformat()
        self._occasion += 1
        head = "order_id,ordered_at,status,currency,email,order_total"
        self._import(ImportKind.ORDERS, f"{head}\nx{self._occasion},{moment},paid,USD,{address},10.00\n")

    def _restore(self, chance: random.Random) -> None:
        """An older copy takes the shop's place: by the program, or laid over it by hand when the database was lost."""
        by_hand = chance.random() < 0.5
        if self._copy is None:
            return
        STEPS["by hand" if by_hand else "restore"] += 1
        if by_hand:
            self.rig.db.close()
            for file in self.rig.folder.glob("shop.db*"):
                file.unlink()
            shutil.copyfile(self._copy, self.rig.folder / "shop.db")
            self.rig.db = open_database(self.rig.folder / "shop.db")
            with self.rig.db.write():
                take_out(self.rig.db, self.clock())  # as app.older does when it notices
            for address in self.provider.noes:  # as the ledger of refusals does
                found = self.rig.db.value("SELECT id FROM customers WHERE email = ?", (address,))
                customers.opt_out(self.rig.db, found, channel=None, source="person", at=self.clock())
        else:
            backups.restore(self.rig.db, self._copy, self.clock())
        sent_ledger.settle(self.rig.db, self.clock())
        self.provider.is_paused = True

    @rule(deed=st.sampled_from(_DEEDS), seed=SEEDS)
    def happen(self, deed: str, seed: int) -> None:
        """One thing of a shop's life."""
        getattr(self, f"_{deed}")(random.Random(seed))  # noqa: S311 - what exactly

    def _leap(self, chance: random.Random) -> None:
        """The PC slept, or its clock was set, back as well."""
        STEPS["clock"] += 1
        self.clock.move(hours=chance.randint(-20, 60))

    def _save(self, _chance: random.Random) -> None:
        """A copy is saved."""
        STEPS["save"] += 1
        file = Path(self._place.name) / f"copy{STEPS['save']}.db"
        backups.create(self.rig.db, file)
        self._copy = file

    def _pause(self, _chance: random.Random) -> None:
        """The owner pauses sending."""
        STEPS["pause"] += 1
        pausing.pause_as(self.rig.db, "owner", self.clock())
        self.provider.is_paused = True

    def _resume(self, _chance: random.Random) -> None:
        """The owner lets everything go on, and has mended the account."""
        STEPS["resume"] += 1
        pausing.end_pause(self.rig.db)
        self.provider.is_paused = False
        provider_states.resume(self.rig.db, "smtp", self.clock())
        self.rig.db.run("UPDATE campaigns SET status = 'active'")

    def _decide(self, _chance: random.Random) -> None:
        """The owner takes what is uncertain for sent."""
        STEPS["decide"] += 1
        doubtful = [each for (each,) in self.rig.db.rows("SELECT id FROM outbox WHERE state = 'uncertain'")]
        queueing.resolve(self.rig.db, doubtful, "sent", self.clock())

    @invariant()
    def nobody_is_wronged(self) -> None:
        """The oracle: nothing twice, nothing lost, no call after a no or in a pause, no more than the caps."""
        STEPS["looks"] += 1
        assert self.provider.wrongs == []
        times = Counter(each.message for each in self.provider.got)
        assert [message for message, count in times.items() if count > 1] == [], "nobody gets a message twice"
        told = self._told()
        assert [each for each in self.provider.got if each.message not in told] == [], "what was sent is known"
        days = defaultdict[str, list[int]](list)
        for each in self.provider.got:
            days[each.address].append(day_number(each.at, ZoneInfo("UTC")))
        for found in map(sorted, days.values()):
            assert all(later - earlier >= 7 for earlier, later in pairwise(found)), "the week's cap"
            assert all(later - earlier >= 30 for earlier, later in zip(found, found[4:], strict=False)), "the month's"

    def _told(self) -> set[tuple[str, str, str]]:
        """The messages that the shop says went, or may have."""
        rows = self.rig.db.rows(
            "SELECT address, campaign_type, occasion FROM outbox WHERE state IN ('accepted', 'uncertain', 'sending')"
        )
        known = {(str(address), str(campaign), str(occasion)) for address, campaign, occasion in rows}
        for each in self.provider.got:
            key = sent_ledger.Key(each.campaign, "email", each.address, each.occasion, 0)
            if sent_ledger.has_gone(self.rig.db, key):
                known.add(each.message)
        return known

    def _queue(self, person: int, campaign: int, occasion: str) -> None:
        kind = CAMPAIGNS[campaign]
        draft = self.rig.draft(person, campaign_id=campaign + 1, campaign_type=kind, occasion=occasion)
        content = type(draft.content)(f"{kind}|{occasion}")
        self._queued.append((person, campaign, occasion))
        self.rig.enqueue(type(draft)(**{**vars(draft), "content": content}))

    def _send_on(self, db: Database, disk: Disk) -> None:
        work_queue(
            db,
            self.rig.channels.__getitem__,
            lambda: stored_settings.load(db),
            self.clock,
            lock_dir=disk.folder / "turns",
            stop=lambda: disk.is_cut,
            pace=self.rig.pace(),
        )

    def _import(self, kind: ImportKind, text: str) -> None:
        file = Path(self._place.name) / "file.csv"
        file.write_text(text, encoding="utf-8")
        names = text.splitlines()[0].split(",")
        request = ImportRequest(file, kind, mapping={name: name for name in names}, rejects_dir=file.parent)
        import_file(self.rig.db, request, stored_settings.load(self.rig.db), self.clock())

    def _next_folder(self) -> Path:
        self._lives += 1
        return Path(self._place.name) / f"shop{self._lives}"

    def _move_to(self, folder: Path) -> None:
        self.rig.folder = folder
        self.rig.db = open_database(folder / "shop.db")
        assert self.rig.db.value("PRAGMA integrity_check") == "ok"
        sent_ledger.settle(self.rig.db, self.clock())


def _live(machines: int, steps: int) -> str:
    STEPS.clear()
    run_state_machine_as_test(
        ThirtyDays,
        settings=settings(
            max_examples=machines,
            stateful_step_count=steps,
            deadline=None,
            phases=[Phase.explicit, Phase.generate],
            print_blob=True,
        ),
    )
    done = sum(count for name, count in STEPS.items() if name not in _NO_STEPS)
    kinds = ", ".join(f"{count} {name}" for name, count in STEPS.most_common() if name not in _NO_STEPS)
    taken = STEPS.pop("taken", 0)
    looks = f"{STEPS['looks']} looks of the oracle"
    return f"{STEPS['machines']} shops, {taken} messages taken, {done} steps ({kinds}), {looks}"


def test_a_few_shops_live_through_it() -> None:
    """Promises 14 and 30: the short form."""
    assert _live(3, 30)


@pytest.mark.soak
@pytest.mark.timeout(2 * 3600)
def test_many_shops_live_through_it(record_property: Callable[[str, object], None]) -> None:
    """Promises 14 and 30: the full form: SOAK_SHOPS (60) of SOAK_STEPS (90) steps each."""
    shops, steps = int(os.environ.get("SOAK_SHOPS", "60")), int(os.environ.get("SOAK_STEPS", "90"))
    record_property("figures", _live(shops, steps))
