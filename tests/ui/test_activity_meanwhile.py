"""Activity: what is told of a decision is what it did, and a decision is about what was chosen for it."""

from datetime import timedelta

import pytest

from reengage_desktop.domain.moments import stamp
from reengage_desktop.jobs.events import QueueChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import job_runs
from reengage_desktop.ui.activity.message import MessageDialog
from reengage_desktop.ui.activity.while_off import WhileOffDialog
from reengage_desktop.ui.desk import WHILE_OFF
from tests.conftest import Clock
from tests.shop_rows import add_customer, add_message
from tests.ui.stage import Stage


def _waiting(shop: Shop, count: int) -> list[int]:
    """So many messages wait, each for a person of her own."""
    made = []
    for number in range(count):
        who = add_customer(shop.db, name=f"New {number}", email=f"new{number}.{count}@example.com", consent_email=1)
        later = stamp(shop.now() + timedelta(hours=5))
        made.append(
            add_message(shop.db, who, None, due_at=later, created_at=stamp(shop.now()), occasion=f"o{number}-{who}")
        )
    shop.events.publish(QueueChanged())
    return made


def _state(shop: Shop, message: int) -> str:
    return str(shop.db.value("SELECT state FROM outbox WHERE id = ?", (message,)))


def test_what_went_meanwhile_is_not_told_as_removed(stage: Stage) -> None:
    """Promise 29: between the look and the click one of two messages has gone: one is removed, and one is told."""
    shop = stage.shop
    first, second = _waiting(shop, 2)
    page = stage.go("activity", {"filter": "waiting"})
    page.table.select_rows([page.model.row_of(first), page.model.row_of(second)])
    stage.settle()
    shop.db.run("UPDATE outbox SET state = 'accepted', sent_at = ? WHERE id = ?", (stamp(shop.now()), first))
    page.decisions.remove.click()
    stage.settle()
    assert "1 message" in stage.window.toast.sentence()
    (third,) = _waiting(shop, 1)
    stage.settle()
    page.table.select_id(third)
    stage.settle()
    shop.db.run("UPDATE outbox SET state = 'accepted', sent_at = ? WHERE id = ?", (stamp(shop.now()), third))
    page.decisions.remove.click()
    stage.settle()
    assert stage.window.toast.sentence().startswith("Nothing was changed")
    assert not stage.window.toast.can_undo()


def test_several_stay_selected_when_the_list_moves_on(stage: Stage) -> None:
    """While messages go out the list changes all the time; who marks several keeps them marked."""
    first, second = _waiting(stage.shop, 2)
    page = stage.go("activity", {"filter": "waiting"})
    page.table.select_rows([page.model.row_of(first), page.model.row_of(second)])
    stage.settle()
    who = add_customer(stage.shop.db, name="Later", email="later@example.com", consent_email=1)
    add_message(stage.shop.db, who, None, due_at=stamp(stage.shop.now()), created_at=stamp(stage.shop.now()))
    stage.shop.events.publish(QueueChanged())
    stage.settle()
    assert sorted(page.table.selected_ids()) == [first, second]
    assert page.decisions.remove.isVisible()


@pytest.mark.parametrize("more", [0, 1])
def test_the_keyboard_stays_on_a_decision_while_news_come(stage: Stage, more: int) -> None:
    """C7: who has the keyboard, or half a click, on a button keeps it when the list is read again, changed or not."""
    (first,) = _waiting(stage.shop, 1)
    page = stage.go("activity", {"filter": "waiting"})
    page.table.select_id(first)
    stage.settle()
    page.decisions.remove.setFocus()
    assert page.decisions.remove.hasFocus()
    _waiting(stage.shop, more)
    stage.settle()
    assert page.decisions.remove.hasFocus()


def test_all_that_are_selected_are_counted_and_decided_on(stage: Stage) -> None:
    """Ctrl+A over a list longer than what is read of it: the bar counts, and removes, every one of them."""
    _waiting(stage.shop, 450)
    page = stage.go("activity", {"filter": "waiting"})
    page.table.selectAll()
    stage.settle()
    count = page.model.rowCount()
    assert count >= 450
    assert page.decisions._count.text().startswith(f"{count} ")
    assert page.decisions.remove.isVisible()
    page.decisions.remove.click()
    stage.settle()
    assert stage.shop.db.value("SELECT count(*) FROM outbox WHERE state IN ('pending', 'held')") == 0
    assert stage.window.toast.sentence().startswith(f"{count} ")


def test_a_message_that_never_came_does_not_open_later(stage: Stage) -> None:
    """Who has gone on to another list is not interrupted by what was asked for before."""
    page = stage.go("activity", {"message": 900_001})
    page.filters["waiting"].click()
    stage.settle()
    who = add_customer(stage.shop.db, name="Later", email="later@example.com", consent_email=1)
    late = add_message(stage.shop.db, who, None, due_at=stamp(stage.shop.now()), created_at=stamp(stage.shop.now()))
    stage.shop.db.run("UPDATE outbox SET id = 900001 WHERE id = ?", (late,))
    stage.shop.events.publish(QueueChanged())
    stage.settle()
    assert [each for each in stage.window.findChildren(MessageDialog) if each.isVisible()] == []


def test_the_undo_of_sending_leaves_nobody_out_who_was_in_time(stage: Stage, clock: Clock) -> None:
    """Issue 5: a message that would have gone by itself goes by itself again after the Undo."""
    shop = stage.shop
    run = job_runs.begin(shop.db, "send", clock(), trigger=job_runs.BY_CLOCK)
    assert run is not None
    job_runs.finish(shop.db, run, clock())
    (waits,) = _waiting(shop, 1)
    at = clock() + timedelta(hours=60)
    times = (stamp(at), stamp(at + timedelta(hours=48)), waits)
    shop.db.run("UPDATE outbox SET due_at = ?, expires_at = ? WHERE id = ?", times)
    clock.move(days=3)
    stage.desk.go(WHILE_OFF)
    stage.settle()
    dialog = stage.window.findChild(WhileOffDialog)
    assert isinstance(dialog, WhileOffDialog)
    if waits not in dialog.model.ids():
        pytest.fail("the message became due while the PC was off")
    dialog.table.select_id(waits)
    dialog.send_button.click()
    stage.settle()
    dialog.toast.undo()
    stage.settle()
    assert _state(shop, waits) == "pending"
