"""Activity: what waits and its pace, what went, what went wrong by cause, which checks ran, which files came in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import OutboxState
from reengage_desktop.jobs.tasks import queue, sending
from reengage_desktop.store import activity, listings, problems
from reengage_desktop.store.activity import Kind, Wanted
from reengage_desktop.ui.activity.facts import FactsDialog
from reengage_desktop.ui.activity.filters import KINDS, Filter
from reengage_desktop.ui.activity.message import MessageDialog
from reengage_desktop.ui.activity.taking_back import TakeBackDialog
from reengage_desktop.ui.tables.view import cells_of
from tests.ui.fit import cut_off, faults_of, nameless
from tests.ui.stage import Stage
from tests.ui.troubles import make_trouble

LEFT = Qt.MouseButton.LeftButton


def _select(stage: Stage, page: object, message_id: int) -> None:
    """Selects a message once its row has come."""
    page.table.select_id(message_id)  # type: ignore[attr-defined]
    cells_of(page.model, 0)  # type: ignore[attr-defined]
    stage.settle()


def _press(stage: Stage, name: str) -> None:
    stage.qtbot.mouseClick(stage.find(QPushButton, name), LEFT)
    stage.settle()


@pytest.fixture
def trouble(open_stage: Callable[..., Stage]) -> Stage:
    """A window over a shop in which everything has gone wrong once."""
    stage = open_stage()
    make_trouble(stage.shop)
    return stage


def test_every_filter_shows_as_many_as_it_says(trouble: Stage) -> None:
    """D5: the number on a filter is the length of its list, and a plain count of the rows."""
    page, shop = trouble.go("activity"), trouble.shop
    for each, kind in KINDS.items():
        trouble.go("activity", {"filter": each.value})
        count = len(activity.list_ids(shop.db, Wanted(kind), shop.settings()))
        assert page.model.rowCount() == count
        assert page.filters[each].text().endswith(f" {count}")
    plain = shop.db.value("SELECT count(*) FROM outbox WHERE state IN ('pending', 'held', 'sending')")
    assert activity.count_all(shop.db)[Kind.WAITING] == plain
    assert not page.filters[Filter.TESTS].isVisible()


def test_a_span_of_days_narrows_the_history(stage: Stage) -> None:
    """B5: the last days, or from one date to another; both count."""
    page, shop = stage.go("activity", {"filter": "sent"}), stage.shop
    everything = page.model.rowCount()
    page.narrowing.span.box.setCurrentIndex(page.narrowing.span.box.findData(7))
    stage.settle()
    today = shop.now().astimezone(shop.settings().zone).date()
    wanted = Wanted(Kind.SENT, today - timedelta(days=7), today)
    assert 0 < page.model.rowCount() == len(activity.list_ids(shop.db, wanted, shop.settings())) < everything
    assert page.narrowing.summary.text().startswith(f"{page.model.rowCount()} message")
    assert page.filters[Filter.SENT].text().endswith(f" {page.model.rowCount()}")
    for each, kind in KINDS.items():
        count = len(activity.list_ids(shop.db, replace(wanted, kind=kind), shop.settings()))
        assert page.filters[each].text().endswith(f" {count}")
    page.narrowing.span.box.setCurrentIndex(page.narrowing.span.box.findData(-1))
    page.narrowing.span.first.setDate(QDate(2000, 1, 1))
    stage.settle()
    assert page.model.rowCount() == everything
    stage.go("activity", {"filter": "came_back", "days": 30})
    assert "brought back €" in page.narrowing.summary.text()


def test_a_campaign_and_a_message_are_found(stage: Stage) -> None:
    """The argument of another page: only one campaign, or one message with its words."""
    shop = stage.shop
    campaign = shop.db.value("SELECT id FROM campaigns WHERE campaign_type = 'price_drop'")
    page = stage.go("activity", {"campaign": campaign})
    assert page.model.rowCount() == shop.db.value("SELECT count(*) FROM outbox WHERE campaign_id = ?", (campaign,))
    assert page.narrowing.campaign.text() == "Only “Price drop”"
    stage.qtbot.mouseClick(page.narrowing.campaign, LEFT)
    stage.settle()
    assert page.model.rowCount() == shop.db.value("SELECT count(*) FROM outbox")
    message = listings.message_ids(shop.db, (OutboxState.ACCEPTED,))[3]
    stage.go("activity", {"message": message})
    dialog = stage.window.findChild(MessageDialog)
    assert dialog is not None
    assert page.table.selected_ids() == [message]
    dialog.close()


def test_who_was_noted_for_the_comparison_got_no_words(stage: Stage) -> None:
    """Ux 11: nothing was written to the control group: the reason is told, without an empty page of words."""
    shop = stage.shop
    message = listings.message_ids(shop.db, (OutboxState.ACCEPTED,))[0]
    noted = "state = 'skipped', reason = 'control_group', content = '{\"text\": \"\"}'"
    shop.db.run(f"UPDATE outbox SET {noted} WHERE id = ?", (message,))
    stage.go("activity", {"message": message})
    dialog = stage.window.findChild(MessageDialog)
    assert dialog is not None
    assert [each for each in dialog.findChildren(QPlainTextEdit) if each.isVisible()] == []
    assert any("control group" in text for _, text in dialog.facts)
    dialog.close()


def test_waiting_ones_are_held_removed_and_sent(stage: Stage) -> None:
    """C4: hold, remove and their undo; send now goes out at once."""
    shop = stage.shop
    page = stage.go("activity", {"filter": "waiting"})
    message = shop.db.value("SELECT id FROM outbox WHERE state = 'pending' AND channel = 'email' LIMIT 1")

    def state() -> str:
        return str(shop.db.value("SELECT state FROM outbox WHERE id = ?", (message,)))

    due = shop.db.value("SELECT due_at FROM outbox WHERE id = ?", (message,))
    _select(stage, page, message)
    _press(stage, "Hold back")
    assert state() == "held"
    stage.window.toast.undo()
    stage.settle()
    assert (state(), shop.db.value("SELECT due_at FROM outbox WHERE id = ?", (message,))) == ("pending", due)
    _select(stage, page, message)
    page.table.setFocus()
    stage.qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    stage.settle()
    assert state() == "cancelled"
    stage.window.toast.undo()
    stage.settle()
    assert state() == "pending"
    _select(stage, page, message)
    _press(stage, "Send now")
    stage.settle()
    told = stage.window.toast.sentence()
    assert state() in ("accepted", "skipped")
    assert told.startswith("1 message sent") if state() == "accepted" else "did not go" in told


def test_send_now_while_paused_says_so(stage: Stage) -> None:
    """A14: what is paused stays paused, whatever is pressed; the owner is told why nothing went."""
    shop = stage.shop
    page = stage.go("activity", {"filter": "waiting"})
    sending.pause(shop)
    stage.settle()
    message = shop.db.value("SELECT id FROM outbox WHERE state = 'pending' LIMIT 1")
    _select(stage, page, message)
    _press(stage, "Send now")
    stage.settle()
    assert shop.db.value("SELECT state FROM outbox WHERE id = ?", (message,)) == "pending"
    assert "did not go yet" in stage.window.toast.sentence()
    assert "paused" in stage.window.toast.sentence()


def test_why_is_answered_with_the_shops_numbers(trouble: Stage) -> None:
    """Ux 7: every reason in plain words, with its numbers; the words; why she was chosen (A3)."""
    shop = trouble.shop
    message = shop.db.value("SELECT id FROM outbox WHERE reason = 'quiet_hours'")
    shop.db.run(
        'UPDATE outbox SET decision = \'{"days_since_last_order": 74, "messages_before": 1}\' WHERE id = ?', (message,)
    )
    page = trouble.go("activity", {"filter": "waiting"})
    _select(trouble, page, message)
    _press(trouble, "Why?")
    dialog = trouble.window.findChild(MessageDialog)
    assert dialog is not None
    facts = dict(dialog.facts)
    assert "between 21:00 and 08:00" in facts["Why"]
    assert "Its turn is" in facts["Why"]
    assert faults_of(trouble, dialog) == []
    assert facts["Chosen because"] == "had not bought for 74 days · message number 2 since the last purchase"
    dialog.close()


def test_problems_come_with_the_one_thing_that_mends_them(trouble: Stage) -> None:
    """Ux 7: grouped by cause with code and words; the fix leads where it can be mended; the list is the cause's."""
    page, shop = trouble.go("activity", {"filter": "problems"}), trouble.shop
    asked: list[tuple[str, object]] = []
    trouble.desk.page_asked.connect(lambda where, argument: asked.append((where, argument)))
    found = {each.cause: each for each in page.problems.groups}
    assert list(page.problems.groups) == problems.list_all(shop.db)
    account = found[problems.Cause.ACCOUNT]
    assert account.count == 12
    names = [each.accessibleName() for each in page.problems.findChildren(QPushButton)]
    assert len([name for name in names if name.startswith("Show them: ")]) == 4
    told = next(name for name in names if name.startswith("Open settings: Twilio 21608"))
    assert "your account may not send this yet (The number is unverified" in told
    _press(trouble, next(name for name in names if name.startswith("Show them: Twilio")))
    assert page.model.rowCount() == 12
    assert page.narrowing.cause.isVisible()
    trouble.qtbot.mouseClick(page.narrowing.cause, LEFT)
    trouble.settle()
    assert page.model.rowCount() == activity.count_all(shop.db)[Kind.PROBLEMS]
    trouble.qtbot.mouseClick(page.problems.more, LEFT)
    trouble.settle()
    names = [each.accessibleName() for each in page.problems.findChildren(QPushButton)]
    _press(trouble, next(name for name in names if name.startswith("Show the customers")))
    assert asked[-1][0] == "customers"
    trouble.go("activity", {"filter": "problems"})
    trouble.qtbot.mouseClick(trouble.find(QPushButton, told), LEFT)
    trouble.settle()
    assert asked[-1] == ("settings", {"section": "connections", "provider": "twilio"})


def test_sending_anyway_is_taken_back_to_the_question(trouble: Stage) -> None:
    """C4 C13: what was held because nobody knows the zone is held for that again, and no “approve all” lets it go."""
    page, shop = trouble.go("activity", {"filter": "problems"}), trouble.shop
    held = "SELECT id, state, reason, approved_at, due_at, expires_at FROM outbox WHERE state = 'held' ORDER BY id"
    before = shop.db.rows(held)
    names = [each.accessibleName() for each in page.problems.findChildren(QPushButton)]
    _press(trouble, next(name for name in names if name.startswith("Send anyway")))
    assert shop.db.rows(held) != before
    trouble.window.toast.undo()
    trouble.settle()
    assert shop.db.rows(held) == before
    queue.approve(shop)
    assert shop.db.rows(held) == [row for row in before if row[2] != "awaiting_approval"]
    assert [row[2] for row in shop.db.rows(held)] == ["zone_unknown"]


def test_doubts_are_decided_together(trouble: Stage) -> None:
    """Promises 5: check again asks, treat as sent and send again decide; all of one cause at one press."""
    page, shop = trouble.go("activity", {"filter": "problems"}), trouble.shop

    def name(begin: str, cause: str) -> str:
        names = [each.accessibleName() for each in page.problems.findChildren(QPushButton) if each.isVisible()]
        return next(each for each in names if each.startswith(f"{begin}: ") and cause in each)

    slow = "did not answer in time"
    _press(trouble, name("Check again", slow))
    assert "can't say more" in trouble.window.toast.sentence()
    _press(trouble, name("Treat as sent", slow))
    treated = "SELECT count(*) FROM outbox WHERE state = 'uncertain' AND treated_as = 'sent'"
    assert shop.db.value(treated) == 3
    assert "3 messages count as sent" in trouble.window.toast.sentence()
    _press(trouble, name("Send again", "nobody knows whether"))
    assert not [each for each in page.problems.groups if each.cause is problems.Cause.UNCERTAIN]
    assert trouble.faults == []


def test_a_forgotten_customer_is_called_so(stage: Stage) -> None:
    """C18: in the list neither her name nor a number stands for her, and there is nothing to show."""
    shop = stage.shop
    message = listings.message_ids(shop.db, (OutboxState.ACCEPTED,))[0]
    (who,) = shop.db.row("SELECT customer_id FROM outbox WHERE id = ?", (message,)) or (0,)
    shop.db.run("UPDATE customers SET erased_at = 1, name = NULL, first_name = NULL, email = NULL WHERE id = ?", (who,))
    shop.db.run("UPDATE outbox SET address = '', content = '{}', decision = '{}' WHERE customer_id = ?", (who,))
    page = stage.go("activity", {"filter": "sent"})
    _select(stage, page, message)
    at = page.model.row_of(message)
    assert cells_of(page.model, at)[1] == "a forgotten customer"
    assert not page.decisions.customer.isVisible()
    page.table.opened.emit(message)
    dialog = stage.window.findChild(MessageDialog)
    assert dialog is not None
    assert dict(dialog.facts)["To"] == "a forgotten customer"
    dialog.close()


def test_the_list_keeps_its_place_while_things_happen(stage: Stage) -> None:
    """D3: what happens refreshes the rows; the selection stays, and the keyboard with it."""
    shop = stage.shop
    page = stage.go("activity", {"filter": "all"})
    message = listings.message_ids(shop.db)[5]
    _select(stage, page, message)
    page.table.setFocus()
    held = listings.message_ids(shop.db, (OutboxState.HELD,))
    queue.approve(shop, held)
    stage.settle()
    assert page.table.selected_ids() == [message]
    assert page.table.hasFocus()
    stage.qtbot.keyClick(page.table, Qt.Key.Key_Return)
    dialog = stage.window.findChild(MessageDialog)
    assert dialog is not None
    dialog.close()


def test_checks_say_that_one_came_late(stage: Stage) -> None:
    """A15, D3: runs with what they found, left out by reason, and “ran late”; a job runs at a press."""
    page, shop = stage.go("activity", {"filter": "checks"}), stage.shop
    late = next(run for run in listings.runs(shop.db) if run.planned_at)
    words = page.runs.words
    assert "ran late: planned" in words.story(late)
    assert "the PC was off or asleep" in words.story(late)
    assert "61 looked at · 12 messages written · 9 left out" in words.story(late)
    assert "ran late" not in words.story(replace(late, trigger="clock"))
    assert words.story(replace(late, status="running")) == "still running"
    page.runs.table.select_id(late.id)
    stage.qtbot.keyClick(page.runs.table, Qt.Key.Key_Return)
    dialog = stage.window.findChild(FactsDialog)
    assert dialog is not None
    facts = dict(dialog.facts)
    assert facts["Left out"].startswith("9 × Has not agreed")
    assert facts["Took"] == "3.0\u00a0s"
    assert faults_of(stage, dialog) == []
    dialog.close()
    before = len(listings.runs(shop.db))
    run = stage.find(QPushButton, "Run now: Price-drop check")
    run.setFocus()
    stage.qtbot.keyClick(run, Qt.Key.Key_Space)
    stage.settle()
    assert len(listings.runs(shop.db)) == before + 1
    assert stage.window.focusWidget() is run
    assert stage.faults == []


def test_idle_checks_are_shown_on_demand(stage: Stage) -> None:
    """The hourly checks that found nothing would bury the others."""
    shop = stage.shop
    for _ in range(3):
        shop.db.insert(
            "INSERT INTO job_runs (job, trigger, started_at, finished_at, status, result) "
            "VALUES ('check-price-drops', 'clock', ?, ?, 'success', '{\"queued\": 0, \"skipped\": {\"cap_week\": 4}}')",
            (stamp(shop.now()), stamp(shop.now())),
        )
    page = stage.go("activity", {"filter": "checks"})
    shown = page.runs.model.rowCount()
    page.runs.idle.click()
    stage.settle()
    assert page.runs.model.rowCount() == shown + 3


def test_an_import_is_looked_into_and_taken_back(stage: Stage) -> None:
    """Promise 18: every file with its counts, its notes, and the way back, which says first what it takes along."""
    page, shop = stage.go("activity", {"filter": "imports"}), stage.shop
    view = page.imports
    assert view.model.rowCount() == shop.db.value("SELECT count(*) FROM imports")
    view.table.selectRow(0)
    stage.settle()
    cells_of(view.model, 0)
    stage.settle()
    assert "export_2026.csv" in cells_of(view.model, 0)
    assert "1,312" in cells_of(view.model, 0)
    _press(stage, "Details")
    dialog = stage.window.findChild(FactsDialog)
    assert dialog is not None
    assert ("Notes", "The text was read as utf-16.") in dialog.facts
    dialog.close()
    assert stage.find(QPushButton, "Rows not taken").isVisible()
    _press(stage, "Undo import…")
    dialog = stage.window.findChild(TakeBackDialog)
    assert dialog is not None
    assert shop.db.value("SELECT state FROM imports") == "done"
    created, updated = shop.db.row("SELECT created_count, updated_count FROM imports")
    assert dialog.sentences[0].startswith(f"{created:,} ent")
    assert dialog.sentences[1].startswith(f"{updated:,} ent")
    assert "every no" in dialog.sentences[-2]
    assert nameless(dialog) == cut_off(dialog) == []
    stage.qtbot.mouseClick(dialog.undo_button, Qt.MouseButton.LeftButton)
    stage.settle()
    assert shop.db.value("SELECT state FROM imports") == "undone"
    assert "taken back" in stage.window.toast.sentence()


def test_details_for_support_hold_nobody(trouble: Stage) -> None:
    """Promise 26: states and figures, and not one name, address or number of a customer."""
    trouble.go("activity")
    _press(trouble, "Copy details for support")
    copied = QGuiApplication.clipboard().text()
    assert "Problem: 12 x account twilio 21608" in copied
    assert "Run: " in copied
    people = trouble.shop.db.rows("SELECT name, email, phone FROM customers")
    assert not [word for row in people for word in row if word and word in copied]


def test_nothing_is_said_kindly(open_stage: Callable[..., Stage]) -> None:
    """An empty list says what would stand there."""
    stage = open_stage(lively=False)
    page = stage.go("activity", {"filter": "problems"})
    texts = [each.text() for each in page.findChildren(QWidget) if hasattr(each, "text") and each.isVisible()]
    assert "No problems" in texts
    stage.go("activity", {"filter": "imports"})
    assert stage.find(QPushButton, "Import…").isVisible()


@pytest.mark.parametrize("size", [QSize(1280, 760), QSize(960, 600)], ids=["1280x760", "960x600"])
def test_trouble_has_names_and_room(trouble: Stage, size: QSize) -> None:
    """Home and Activity while everything is wrong: nothing nameless, cut off, covered or out of sight."""
    trouble.window.resize(size)
    faults = []
    home = trouble.go("home")
    faults += faults_of(trouble)
    trouble.qtbot.mouseClick(home.needs.more, LEFT)
    trouble.settle()
    faults += faults_of(trouble)
    for each in Filter:
        page = trouble.go("activity", {"filter": each.value, "campaign": 2})
        page.narrowing.span.box.setCurrentIndex(page.narrowing.span.box.findData(-1))
        page.narrowing.span.first.setDate(QDate(2020, 1, 1))
        trouble.settle()
        page.table.selectRow(0)
        page.imports.table.selectRow(0)
        trouble.settle()
        faults += [f"{each}: {fault}" for fault in faults_of(trouble)]
    assert not faults, "\n".join(faults)
