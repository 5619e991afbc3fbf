"""“While your PC was off”: three days away, and the owner's word on each message of that time (issue 5)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from reengage_desktop.domain.moments import stamp
from reengage_desktop.jobs.events import QueueChanged
from reengage_desktop.store import job_runs, outbox
from reengage_desktop.ui.activity.while_off import WhileOffDialog
from reengage_desktop.ui.desk import WHILE_OFF
from tests.conftest import Clock
from tests.shop_rows import add_customer, add_message
from tests.ui.stage import Stage


@pytest.fixture
def away(open_stage: Callable[..., Stage], clock: Clock) -> tuple[Stage, dict[str, int]]:
    """A shop that last ran three days ago: two messages came too late meanwhile, one may still go."""
    stage = open_stage(lively=False)
    shop, ids = stage.shop, {}
    run = job_runs.begin(shop.db, "send", clock(), trigger=job_runs.BY_CLOCK)
    assert run is not None
    job_runs.finish(shop.db, run, clock())
    for name, due, life in (("Ann", 60, 48), ("Bob", 2, 24), ("Cid", 3, 24)):
        person = add_customer(shop.db, name=name, email=f"{name}@example.com", consent_email=1)
        at = clock() + timedelta(hours=due)
        times = {"due_at": stamp(at), "expires_at": stamp(at + timedelta(hours=life))}
        ids[name] = add_message(shop.db, person, None, address=f"{name}@example.com", occasion=name, **times)
    clock.move(days=3)
    outbox.skip_stale(shop.db, clock())
    shop.events.publish(QueueChanged())
    return stage, ids


def _open(stage: Stage) -> WhileOffDialog:
    stage.desk.go(WHILE_OFF)
    stage.settle()
    dialog = stage.window.findChild(WhileOffDialog)
    assert isinstance(dialog, WhileOffDialog)
    return dialog


def test_what_was_missed_is_shown_and_left_out_or_sent(away: tuple[Stage, dict[str, int]]) -> None:
    """Issue 5, promises 8 and 16: too late and still in time, each with its word; left out, taken back, sent."""
    stage, ids = away
    dialog = _open(stage)
    assert list(dialog.model.ids()) == [ids["Bob"], ids["Cid"], ids["Ann"]]
    assert dialog.table.selected_ids() == [ids["Bob"], ids["Cid"]], "what came too late is what is asked about"
    assert dialog.told.text().startswith("Your PC was off")
    dialog.table.select_id(ids["Bob"])
    dialog.skip_button.click()
    stage.settle()
    assert list(dialog.model.ids()) == [ids["Cid"], ids["Ann"]]
    dialog.toast.undo()
    stage.settle()
    assert list(dialog.model.ids()) == [ids["Bob"], ids["Cid"], ids["Ann"]]
    dialog.table.select_id(ids["Cid"])
    dialog.send_button.click()
    stage.settle()
    state = stage.shop.db.row(
        "SELECT state, expires_at > ? FROM outbox WHERE id = ?", (stamp(stage.desk.now()), ids["Cid"])
    )
    assert state == ("pending", 1)
    dialog.table.select_id(ids["Ann"])
    dialog.skip_button.click()
    stage.settle()
    assert stage.shop.db.value("SELECT state FROM outbox WHERE id = ?", (ids["Ann"],)) == "cancelled"
    assert stage.faults == []


def test_home_and_the_checks_lead_there(away: tuple[Stage, dict[str, int]]) -> None:
    """Issue 5: Home says how many came too late; the list of checks has the way there, too."""
    stage, _ = away
    home = stage.go("home")
    line = next(each for each in home.needs.lines if each.page == WHILE_OFF)
    assert line.sentence.startswith("2 messages came too late")
    home.needs.press(home.needs.lines.index(line))
    stage.settle()
    dialog = stage.window.findChild(WhileOffDialog)
    assert dialog is not None
    dialog.close()
    stage.settle()
    page = stage.go("activity", {"filter": "checks"})
    page.runs.away.click()
    stage.settle()
    assert stage.window.findChild(WhileOffDialog) is not None


def test_nothing_was_missed(open_stage: Callable[..., Stage]) -> None:
    """Issue 5: a shop without a break is told so, and nothing can be pressed but Close."""
    stage = open_stage(lively=False)
    dialog = _open(stage)
    assert dialog.nothing.isVisible()
    assert not dialog.send_button.isEnabled()
    assert [each.text() for each in dialog.findChildren(QPushButton) if each.isEnabled() and each.isVisible()] == [
        "Close"
    ]
    assert "There has been no longer break so far." in {each.text() for each in dialog.findChildren(QLabel)}
