"""One tick of the clock: notice a sleep, start what is due, send what waits. Tests tick it without a scheduler."""

import logging
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Protocol

from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import Job, NoticeKind
from reengage_desktop.jobs.clock_watch import watch
from reengage_desktop.jobs.events import NoticesChanged, PausedChanged, SettingsChanged, WokeUp
from reengage_desktop.jobs.refusals import find_sentence
from reengage_desktop.jobs.schedule import Due, Memory, list_due
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import claims, job_runs, notices, owner_campaigns, pausing, sequences, soundness
from reengage_desktop.store.backups import find_good_copy
from reengage_desktop.store.database import DatabaseDamaged, StoreFault

TICK_S = 60
"""The clock asks every minute what is due."""

_SLEEP = timedelta(minutes=5)
_SPARE = timedelta(minutes=15)
_PATIENCE_TICKS = 5
_ONLINE = {Job.SYNC_STATUS}
_CHECKS = {Job.PROCESS_CAMPAIGNS, Job.CHECK_BACK_IN_STOCK, Job.CHECK_PRICE_DROPS}

_log = logging.getLogger(__name__)


class RunJob(Protocol):
    """Carries out one job (`tasks.runs.run_job`)."""

    def __call__(self, shop: Shop, job: Job, *, due: Due | None = None, trigger: str) -> object:
        """Runs it now, for a planned slot or (None) because something waits; `trigger` is a word of store.job_runs."""
        ...


Do = Callable[[Callable[[], object]], BaseException | None]


def is_disabled(environ: Mapping[str, str] | None = None) -> bool:
    """B7: whether DISABLE_AUTO_ENGAGEMENT stops everything that would run by itself."""
    environ = os.environ if environ is None else environ
    return environ.get("DISABLE_AUTO_ENGAGEMENT", "").strip().casefold() == "true"


def memory_of(shop: Shop) -> Memory:
    """The rules' questions, answered by the shop's database."""

    def last_start(job: Job) -> datetime | None:
        last = job_runs.find_last(shop.db, job)
        return None if last is None else last.started_at

    return Memory(
        last_start=last_start,
        is_taken=lambda slot: job_runs.is_taken(shop.db, slot),
        ran_between=lambda job, since, until: job_runs.ran_between(shop.db, job, since, until),
    )


class Ticker:
    """Asks what is due and has it done, one job after the other; a job that fails does not keep the next from running.

    `do` carries a task out and gives what it raised: a lane catches what nobody foresaw. `is_online`: a cheap look
    whether the PC has a network, asked after a start and after a sleep only. `look_at_folder`: takes up what came into
    the watched folder.
    """

    def __init__(
        self,
        shop: Shop,
        run_job: RunJob,
        do: Do,
        is_online: Callable[[Settings], bool] = lambda _settings: True,
        look_at_folder: Callable[[], object] = lambda: None,
    ) -> None:
        self._shop = shop
        self._run_job = run_job
        self._do = do
        self._last_tick: datetime | None = None
        self._spared_until: datetime | None = None
        self._has_told = False
        self._is_online = is_online
        self._patience = 0
        self._owed: list[Job] = []
        self._was_paused: bool | None = None
        self._told_settings: Settings | None = None
        shop.events.subscribe(self._settings_told, SettingsChanged)
        self._look_at_folder = look_at_folder

    def tick(self) -> list[Job]:
        """Does what is due at this moment and gives the jobs that were started."""
        now = self._shop.now()
        at_once = self._notice_gap(now)
        self._last_tick = now
        if not self._is_sound(now):
            return []
        is_right = watch(self._shop, now)
        if is_right:
            self._notice_pause(now)
            self._notice_settings()
        if is_disabled() or not is_right:
            return []
        self._look_after_folder()
        waits = self._waits_for_network(at_once=at_once)
        due = self._list_due(now, at_once=at_once, waits=waits)
        started = [each.job for each in due if self._start(each.job, each, missed=at_once)]
        may_send = self._shop.secrets.is_lasting or self._shop.is_sample
        if (
            may_send
            and not waits
            and (_CHECKS & set(started) or claims.count_due(self._shop.db, now) or self._has_campaigns(now))
            and self._start(Job.SEND, None, missed=False)
        ):
            started.append(Job.SEND)
            self._spare_campaigns(now)
        return started

    def _notice_pause(self, now: datetime) -> None:
        """Tells of a pause that ended by itself, and of one that another process began or ended."""
        has_ended, is_paused = pausing.clear_ended(self._shop.db, now), pausing.is_paused(self._shop.db, now)
        if has_ended or self._was_paused not in (None, is_paused):
            self._shop.events.publish(PausedChanged(paused=is_paused))
        self._was_paused = is_paused

    def _notice_settings(self) -> None:
        """Tells of settings that another process changed."""
        found, told = self._shop.settings(), self._told_settings
        self._told_settings = found
        if told is not None and found.texts != told.texts:
            self._shop.events.publish(SettingsChanged(""))

    def _settings_told(self, _event: object) -> None:
        with suppress(StoreFault):
            self._told_settings = self._shop.settings()

    def _look_after_folder(self) -> None:
        """Takes up new files of the watched folder, before anybody is chosen."""
        fault = self._do(self._look_at_folder)
        if fault is not None:
            _log.warning("folder.failed", extra={"facts": {"kind": type(fault).__name__}})

    def _is_sound(self, now: datetime) -> bool:
        """Reads the database through once; a damaged one is told of, and nothing runs by itself (promise 13)."""
        fault = self._do(lambda: soundness.require_sound(self._shop.db))
        if fault is None:
            return True
        if isinstance(fault, StoreFault) and not isinstance(fault, DatabaseDamaged):
            _log.warning("database.unread", extra={"facts": {"sentence": find_sentence(fault)}})
        elif not self._has_told:
            self._has_told = True
            _log.error("database.damaged", extra={"facts": {"sentence": find_sentence(fault)}})
            with suppress(StoreFault):
                copy = find_good_copy(self._shop.paths.backups)
                figures = {"copy": None if copy is None else copy.path.name}
                notices.tell(self._shop.db, "database", NoticeKind.DATABASE_DAMAGED, figures, now)
            self._shop.events.publish(NoticesChanged())
        return False

    def _waits_for_network(self, *, at_once: bool) -> bool:
        """Whether what goes over the network is put off: after a start or a sleep, while there is none.

        Nothing is tried and no provider is blamed meanwhile. After a few minutes it is tried all the same: then the
        provider itself says what is wrong.
        """
        if at_once:
            self._patience = _PATIENCE_TICKS
        if self._patience == 0 or self._is_online(self._shop.settings()):
            self._patience = 0
            return False
        self._patience -= 1
        _log.info("network.awaited", extra={"facts": {"ticks_left": self._patience}})
        return self._patience > 0

    def _list_due(self, now: datetime, *, at_once: bool, waits: bool) -> list[Due]:
        """What is due; what needs the network is owed while there is none, and done first once it is there."""
        settings, memory = self._shop.settings(), memory_of(self._shop)
        due = list_due(settings, memory, now, at_once=at_once)
        if waits:
            self._owed += [each.job for each in due if each.job in _ONLINE and each.job not in self._owed]
            return [each for each in due if each.job not in _ONLINE]
        known = {each.job for each in due}
        owed = [each for each in list_due(settings, memory, now, at_once=True) if each.job in self._owed]
        self._owed.clear()
        return [*(each for each in owed if each.job not in known), *due]

    def _has_campaigns(self, now: datetime) -> bool:
        """Whether a campaign of the owner's own is to start, to go on or to end.

        One whose further messages have to wait, because their people got something this week, is not tried every
        minute.
        """
        if owner_campaigns.find_due(self._shop.db, now):
            return True
        is_spared = self._spared_until is not None and now < self._spared_until <= now + _SPARE
        return not is_spared and sequences.has_work(self._shop.db, self._shop.settings(), now)

    def _spare_campaigns(self, now: datetime) -> None:
        stays = sequences.has_work(self._shop.db, self._shop.settings(), now)
        self._spared_until = now + _SPARE if stays else None

    def _notice_gap(self, now: datetime) -> bool:
        """Whether this is the first tick, or the first after a sleep or a leap of the clock."""
        if self._last_tick is None:
            return True
        gap = now - self._last_tick
        if abs(gap) <= _SLEEP:
            return False
        seconds = int(gap.total_seconds())
        _log.info("clock.gap", extra={"facts": {"seconds": seconds}})
        self._shop.events.publish(WokeUp(seconds))
        return True

    def _start(self, job: Job, due: Due | None, *, missed: bool) -> bool:
        """Has one job done; `missed`: the program has just started, or the PC has just woken."""
        if self._shop.lanes.stopping():
            return False
        is_late = missed and due is not None and due.planned_at < self._shop.now() - _SLEEP
        ran_before = is_late and job_runs.find_last(self._shop.db, job) is not None
        trigger = job_runs.CATCH_UP if ran_before else job_runs.BY_CLOCK
        fault = self._do(lambda: self._run_job(self._shop, job, due=due, trigger=trigger))
        if fault is not None:
            sentence = find_sentence(fault)
            trace = fault if sentence is None else None
            _log.warning("job.failed", extra={"facts": {"job": job, "sentence": sentence}}, exc_info=trace)
        return True
