"""“While your PC was off”: what became due, what is stale, and the owner's word on each (D3; promises 8, 16)."""

from contextlib import closing
from datetime import timedelta

from reengage_desktop.domain.moments import stamp
from reengage_desktop.store import job_runs
from tests.command_line import CommandLine
from tests.conftest import Clock
from tests.shop_rows import add_customer, add_message


def _asleep(cli: CommandLine, clock: Clock) -> dict[str, int]:
    """A shop that last ran three days ago; one message became due then and still may go, one is too old, one is new."""
    with closing(cli.open()) as shop:
        run = job_runs.begin(shop.db, "send", clock(), trigger=job_runs.BY_CLOCK)
        assert run is not None
        job_runs.finish(shop.db, run, clock())
        ids = {}
        for name, due, life in (("fresh", 60, 48), ("old", 2, 24), ("later", 90, 48)):
            person = add_customer(shop.db, email=f"{name}@example.com", consent_email=1)
            at = clock() + timedelta(hours=due)
            times = {"due_at": stamp(at), "expires_at": stamp(at + timedelta(hours=life))}
            ids[name] = add_message(shop.db, person, None, address=f"{name}@example.com", occasion=name, **times)
    clock.move(days=3)
    return ids


def test_what_became_due_and_what_is_stale(cli: CommandLine, clock: Clock) -> None:
    """D3, promise 8: three days away; each message is shown in its place, and the days without a run are named."""
    assert cli.ask("while-off") == {"since": None, "due": [], "stale": [], "missed_days": []}
    cli.set(reengagement__enabled="true")
    ids = _asleep(cli, clock)
    found = cli.ask("while-off")
    assert [row["id"] for row in found["due"]] == [ids["fresh"]]
    assert [row["id"] for row in found["stale"]] == [ids["old"]]
    assert len(found["missed_days"]) in (3, 4)
    assert "1 message waited too long." in cli.run("while-off").out
    assert "is no moment" in cli.refused("while-off", "--since", "yesterday")


def test_send_or_skip_each(cli: CommandLine, clock: Clock) -> None:
    """D3, promise 16: a stale one may go all the same, also when it was skipped for that already."""
    ids = _asleep(cli, clock)
    assert cli.ask("while-off", "send", ids["old"])["changed"] == 1
    assert cli.ask("while-off", "skip", ids["fresh"])["changed"] == 1
    with closing(cli.open()) as shop:
        (found,) = shop.db.rows("SELECT state, due_at, expires_at FROM outbox WHERE id = ?", (ids["old"],))
        state, due_at, expires_at = found
        assert (state, due_at <= stamp(clock()) < expires_at) == ("pending", True)
        assert shop.db.value("SELECT state FROM outbox WHERE id = ?", (ids["fresh"],)) == "cancelled"
        shop.db.run("UPDATE outbox SET state = 'skipped', reason = 'expired' WHERE id = ?", (ids["old"],))
    assert cli.ask("while-off", "send", ids["old"])["changed"] == 1


def test_a_word_on_a_message_that_is_none_changes_no_other(cli: CommandLine, clock: Clock) -> None:
    """D5: “nothing was changed” is true: the other messages of the command are not noted as left out."""
    ids = _asleep(cli, clock)
    with closing(cli.open()) as shop:
        shop.db.run("UPDATE outbox SET state = 'skipped', reason = 'expired' WHERE id = ?", (ids["old"],))
    for word in ("skip", "send"):
        assert "There is no message 999" in cli.refused("while-off", word, ids["old"], 999)
        assert [row["id"] for row in cli.ask("while-off")["stale"]] == [ids["old"]]


def test_a_day_that_had_its_run_before_its_time_is_not_missed(cli: CommandLine, clock: Clock) -> None:
    """B2, D3: run by hand at eight, and nothing at nine: the day had its run."""
    cli.set(reengagement__enabled="true", reengagement__run_time="09:00", business__timezone="UTC")
    clock.move(hours=24 + 8 - clock().hour)
    cli.ask("run", "process-campaigns")
    day = clock().date().isoformat()
    clock.move(hours=30)
    assert day not in cli.ask("while-off", "--since", f"{day}T00:00")["missed_days"]
