"""Pauses: nothing goes while one holds, in any process; one with an end is over at that moment, also unattended."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from reengage_desktop.jobs.events import Event, PausedChanged, SettingsChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import sending
from reengage_desktop.jobs.tasks.settings import set_setting
from reengage_desktop.jobs.ticking import Ticker
from reengage_desktop.store import claims, pausing
from tests.command_line import CommandLine
from tests.conftest import Clock
from tests.engine.sending_rig import Rig
from tests.jobs.test_ticking import Recorder, do

HOUR = timedelta(hours=1)


@pytest.fixture
def rig(tmp_path: Path, clock: Clock) -> Iterator[Rig]:
    rig = Rig(tmp_path, clock)
    yield rig
    rig.db.close()


def test_a_pause_of_an_hour_is_obeyed_by_the_claim_and_ends(rig: Rig, clock: Clock) -> None:
    """A15: a second before its end nothing is claimed; at its end the message goes, with nobody there to resume."""
    (message_id,) = rig.queue()
    pausing.pause_as(rig.db, "owner", clock(), clock() + HOUR)
    clock.move(seconds=3599)
    rig.send()
    assert rig.row(message_id, "state") == "pending"
    assert rig.channel.sent == []
    clock.move(seconds=1)
    assert rig.send().as_json()["sent"] == 1


def test_the_sql_and_the_reading_agree(shop: Shop, clock: Clock) -> None:
    """A15: with an end, without one, over, and unreadable: a word that nobody understands pauses."""
    now = clock()
    for word, expected in (
        ('{"cause": "owner", "at": 1}', True),
        (f'{{"cause": "owner", "until": {int(now.timestamp()) + 1}}}', True),
        (f'{{"cause": "owner", "until": {int(now.timestamp())}}}', False),
        ('{"cause": "owner", "until": null}', True),
        ("yes", True),
        ("[]", True),
    ):
        shop.db.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('paused', ?)", (word,))
        assert pausing.is_paused(shop.db, now) is expected, word
        assert claims.get_shop_state(shop.db, now).is_paused is expected, word


def test_another_process_sees_the_end_too(cli: CommandLine, clock: Clock) -> None:
    """A15: the window pauses for an hour; the command line says until when, and afterwards that messages may go."""
    with closing(cli.open()) as window:
        sending.pause(window, clock() + HOUR)
        assert cli.run("run", "send").out.count("Sending is paused") == 1
        assert sending.read_pause(window).as_json()["until"] == "2026-11-21T08:00:00-05:00"
        clock.move(hours=1)
        assert "Sending is paused" not in cli.run("run", "send").out
        assert not sending.read_pause(window).paused


def test_a_short_pause_does_not_shorten_one_without_an_end(shop: Shop, clock: Clock) -> None:
    """A restored shop stays paused until the owner resumes; a longer pause takes a shorter one's place."""
    pausing.pause_as(shop.db, "restored", clock())
    found = sending.pause(shop, clock() + HOUR)
    assert (found.cause, found.until) == ("restored", None)
    sending.resume(shop)
    assert sending.pause(shop, clock() + HOUR).until == clock() + HOUR
    assert sending.pause(shop).until is None


def test_the_clock_tells_that_a_pause_has_ended(shop: Shop, clock: Clock) -> None:
    """The word is gone and the window hears of it, once."""
    heard: list[Event] = []
    sending.pause(shop, clock() + HOUR)
    shop.events.subscribe(heard.append, PausedChanged)
    ticker = Ticker(shop, Recorder(), do)
    ticker.tick()
    assert heard == []
    clock.move(hours=1)
    ticker.tick()
    ticker.tick()
    assert heard == [PausedChanged(paused=False)]
    with closing(sqlite3.connect(shop.paths.database)) as plain:
        assert plain.execute("SELECT count(*) FROM meta WHERE key = 'paused'").fetchone() == (0,)


def test_the_clock_tells_what_another_process_did(cli: CommandLine) -> None:
    """A15: the command line pauses and resumes beside the open window, which hears of it within a minute."""
    heard: list[Event] = []
    with closing(cli.open()) as window:
        window.events.subscribe(heard.append, PausedChanged)
        ticker = Ticker(window, Recorder(), do)
        ticker.tick()
        cli.run("pause")
        ticker.tick()
        cli.run("resume")
        ticker.tick()
        ticker.tick()
    assert heard == [PausedChanged(paused=True), PausedChanged(paused=False)]


def test_the_clock_tells_of_a_setting_that_another_process_changed(cli: CommandLine) -> None:
    """B6: the command line sets something beside the open window, which hears of it once, and of its own at once."""
    heard: list[Event] = []
    with closing(cli.open()) as window:
        window.events.subscribe(heard.append, SettingsChanged)
        ticker = Ticker(window, Recorder(), do)
        ticker.tick()
        cli.run("settings", "set", "reengagement.cap_per_month", "3")
        ticker.tick()
        ticker.tick()
        set_setting(window, "reengagement.cap_per_month", "2")
        ticker.tick()
    assert heard == [SettingsChanged(""), SettingsChanged("reengagement.cap_per_month")]


def test_a_pause_over_the_change_of_clocks(shop: Shop) -> None:
    """An end is a moment, not a wall time: it is told in the shop's zone."""
    until = datetime.fromisoformat("2027-03-14T09:00:00-04:00")
    assert sending.pause(shop, until).as_json()["until"] == "2027-03-14T09:00:00-04:00"
