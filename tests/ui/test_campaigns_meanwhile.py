"""Approval, details and messages of campaigns while the lists under them change: whom a click or a key goes to."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from reengage_desktop.domain.campaign_results import RecipientStatus, Tallies
from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import CampaignType, Job
from reengage_desktop.jobs.events import QueueChanged
from reengage_desktop.jobs.tasks import approvals, owner_campaigns, queue, runs, sending
from reengage_desktop.jobs.tasks import customers as customer_tasks
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.ui import formats
from reengage_desktop.ui.calls.view import CallCard
from reengage_desktop.ui.campaigns.details.figures import read_details
from reengage_desktop.ui.campaigns.details.page import MESSAGES, READ_MS, RESULT
from reengage_desktop.ui.campaigns.doing import file_name
from reengage_desktop.ui.campaigns.figures import read_campaigns
from reengage_desktop.ui.campaigns.page import OWNED
from reengage_desktop.ui.tables.view import cells_of
from reengage_desktop.ui.widgets.customer_picker import CustomerPicker
from tests.conftest import Clock
from tests.shop_rows import add_order
from tests.ui.stage import Stage
from tests.ui.test_calls_and_replies import add_call
from tests.ui.wizard_steps import press, started, through


def open_tray(stage: Stage) -> tuple[Any, list[int]]:
    """The approval with what today's check wrote."""
    runs.run_job(stage.shop, Job.PROCESS_CAMPAIGNS)
    stage.settle()
    return stage.go("campaigns", {"approve": True}).tray, approvals.list_held(stage.shop)


def refuse_three(stage: Stage) -> tuple[Any, list[int]]:
    """The recipients of a running campaign, three of whom were refused and are selected."""
    page, campaign_id = started(stage)
    with stage.shop.db.write():
        stage.shop.db.run(
            "UPDATE outbox SET state = 'rejected', error = '550 mailbox unavailable', settled_at = 1 WHERE id IN "
            "(SELECT id FROM outbox WHERE campaign_id = ? AND state = 'pending' LIMIT 3)",
            (campaign_id,),
        )
    page.show_section(OWNED)
    details = stage.go("campaigns", {"campaign": campaign_id}).details
    details.recipients.choose(RecipientStatus.FAILED)
    stage.settle()
    details.recipients.table.selectAll()
    stage.settle()
    return details, details.recipients.table.selected_ids()


def test_a_key_that_is_held_down_decides_about_one_message(stage: Stage) -> None:
    """A14: nothing goes that the owner has not seen; the next message comes under the same key."""
    tray, _held = open_tray(stage)
    keys = tray.table.findChildren(QShortcut)
    assert [each.autoRepeat() for each in keys] == [False, False]


def test_what_is_selected_for_approval_stays_selected(stage: Stage) -> None:
    """C7: a message elsewhere in the list goes; the owner's choice is not narrowed to one by it."""
    tray, held = open_tray(stage)
    tray.table.select_rows([2, 3])
    chosen = tray.table.selected_ids()
    assert chosen == [held[0], held[2], held[3]]
    queue.drop(stage.shop, [held[-1]])
    stage.settle()
    assert tray.model.rowCount() == len(held) - 1
    assert tray.table.selected_ids() == chosen


def test_only_what_was_let_go_is_said_to_be(stage: Stage) -> None:
    """C2: another process has taken one out meanwhile: it is not counted as approved, nor as having left."""
    tray, held = open_tray(stage)
    tray.table.selectAll()
    with stage.shop.db.write():
        stage.shop.db.run("UPDATE outbox SET state = 'cancelled' WHERE id = ?", (held[0],))
    tray.approve_some.click()
    stage.settle()
    assert stage.window.toast.sentence().startswith(f"{len(held) - 1} messages approved.")
    stage.window.toast.undo()
    stage.settle()
    assert "had already left" not in stage.window.toast.sentence()
    assert approvals.list_held(stage.shop) == held[1:]


def test_when_it_would_leave_follows_a_pause(stage: Stage) -> None:
    """A14, promise 29: the sentence under the message is true after sending was paused, too."""
    tray, held = open_tray(stage)
    tray.table.select_id(held[-1])
    stage.settle()
    assert "paused" not in tray.leaves.text()
    sending.pause(stage.shop)
    stage.settle()
    assert "it still waits: Sending is paused" in tray.leaves.text()


def test_the_selected_can_be_tried_again_after_the_list_was_read_anew(stage: Stage) -> None:
    """C4, C7: while a campaign runs its list is read every two seconds; the selection and its button outlive that."""
    details, chosen = refuse_three(stage)
    assert len(chosen) == 3
    assert details.recipients.retry_button.isEnabled()
    details.recipients.retry_button.setFocus()
    details._read()
    stage.settle()
    assert details.recipients.table.selected_ids() == chosen
    assert details.recipients.retry_button.isEnabled()
    assert details.recipients.retry_button.hasFocus()


def test_a_card_tells_its_money_in_the_currency_that_was_read_with_it(stage: Stage) -> None:
    """C7: the figures come before the window has heard of the other currency; the same ones are not shown again."""
    card = stage.go("campaigns").automatic.cards[CampaignType.WE_MISS_YOU]
    setting_tasks.set_setting(stage.shop, "business.currency", "JPY")
    found = read_campaigns(stage.shop)
    results = replace(found.by_type[card.kind], sent=3, revenue_minor=1234)
    [campaign] = [each for each in found.campaigns if each.campaign_type == card.kind]
    card.show_campaign(campaign, results, found.templates[card.kind], found.settings)
    assert formats.amount(1234, "JPY") in card.result.text()


def test_the_keyboard_stays_on_its_filter(stage: Stage) -> None:
    """C7: the filters are counted anew, not made anew."""
    details, _chosen = refuse_three(stage)
    made = details.recipients.filters[RecipientStatus.FAILED]
    made.setFocus()
    details._read()
    stage.settle()
    assert stage.window.focusWidget() is made
    assert made.accessibleName() == "Failed 3"


def test_who_was_forgotten_is_no_number(stage: Stage) -> None:
    """C18: among the recipients, and among those who came back, too."""
    page, campaign_id = started(stage)
    (first, *_others) = owner_campaigns.recipient_ids(stage.shop, campaign_id)
    (row,) = owner_campaigns.recipient_rows(stage.shop, [first])
    customer_tasks.erase(stage.shop, row.customer_id)
    stage.settle()
    model = page.details.recipients.model
    stage.qtbot.waitUntil(lambda: cells_of(model, model.row_of(first))[0] == "a forgotten customer")


def test_a_button_acts_on_the_campaign_that_is_shown(stage: Stage) -> None:
    """C4: another campaign was asked for and has not come yet: “Pause” goes neither to the one nor to the other."""
    page, first = started(stage)
    second = owner_campaigns.duplicate(stage.shop, first).id
    owner_campaigns.start(stage.shop, second)
    page.details.show_campaign(second)
    page.details.pause_button.click()
    stage.settle()
    assert owner_campaigns.get(stage.shop, first).status is CampaignStatus.ACTIVE
    assert owner_campaigns.get(stage.shop, second).status is CampaignStatus.ACTIVE
    page.details.pause_button.click()
    stage.settle()
    assert owner_campaigns.get(stage.shop, second).status is CampaignStatus.PAUSED


def test_two_presses_make_one_copy(stage: Stage) -> None:
    """C4: the second press comes while the first copy is being made."""
    page, campaign_id = started(stage)
    for _ in range(2):
        page.details.copy_button.click()
    stage.settle()
    assert len(owner_campaigns.list_campaigns(stage.shop)) == 2
    page = stage.go("campaigns", {"campaign": campaign_id})
    page.details.copy_button.click()
    stage.settle()
    assert len(owner_campaigns.list_campaigns(stage.shop)) == 3


def test_who_has_gone_elsewhere_stays_there(stage: Stage) -> None:
    """C4: the campaign whose details were shown is deleted; the approval that the owner is at does not go away."""
    page, campaign_id = started(stage)
    page.details.follow()
    page.details.follow()
    page.show_tray()
    stage.settle()
    owner_campaigns.take_back_start(stage.shop, campaign_id)
    owner_campaigns.delete(stage.shop, campaign_id)
    stage.qtbot.wait(READ_MS + 200)
    stage.settle()
    assert page.tray.isVisible()


def test_the_keyboard_stays_on_who_came_back(stage: Stage, clock: Clock) -> None:
    """C7: the same figures, read again every two seconds, are not laid out anew under the keyboard."""
    page, campaign_id = started(stage)
    clock.move(seconds=120)
    runs.run_job(stage.shop, Job.SEND)
    (person,) = stage.shop.db.row(
        "SELECT customer_id FROM outbox WHERE campaign_id = ? AND state = 'accepted'", (campaign_id,)
    )
    clock.move(days=1)
    add_order(stage.shop.db, person, clock())
    runs.run_job(stage.shop, Job.SYNC_STATUS)
    stage.settle()
    details = page.details
    details.show_view(RESULT)
    stage.qtbot.waitUntil(lambda: bool(details.result.back.findChildren(QPushButton)))  # it reads twice a second
    (link,) = details.result.back.findChildren(QPushButton)
    link.setFocus()
    details._read()
    stage.settle()
    assert stage.window.focusWidget() is link
    clock.move(days=1)
    details._read()
    stage.settle()
    said = [each.text() for each in details.result.back.findChildren(QLabel) if each.isVisible()]
    assert stage.desk.when(stamp(clock() - timedelta(days=1))) in said, said  # what was today is yesterday


@pytest.mark.parametrize(
    ("name", "file"),
    [("Spring: 20 % off?", "Spring- 20 % off-"), ("a/b\\c", "a-b-c"), ("Tea.", "Tea"), ("…", "…"), ("?", "-")],
)
def test_a_campaigns_name_is_a_files_name_everywhere(name: str, file: str) -> None:
    """C8: Windows takes no colon and no question mark, and no full stop at the end."""
    assert file_name(name) == file


def test_the_wordings_are_called_as_in_templates(stage: Stage) -> None:
    """C17: the owner chose “Feedback (en)”, not a name of the program's own."""
    page, campaign_id = started(stage)
    found = read_details(stage.shop, campaign_id)
    assert found is not None
    tallies = {letter: Tallies() for letter in "AB"}
    templates = {"A": "we_miss_you.email.en", "B": "feedback.email.en"}
    results = replace(found.results, by_variant=tallies, templates=templates)
    page.details.result.show_details(replace(found, results=results))
    said = [each.text() for each in page.details.result.wordings.findChildren(QLabel)]
    assert "B: Feedback (en)" in said


def test_a_campaign_without_messages_shows_no_call_of_another(stage: Stage) -> None:
    """C7, C9: the call belongs to the message beside it."""
    page, _campaign_id = started(stage)
    for timer in (page.details._again, page.details._later):  # it shows the messages anew, now and then and after news
        timer.timeout.disconnect()
    page.details.show_view(MESSAGES)
    stage.settle()
    messages, message = page.details.messages, add_call(stage)
    stage.settle()
    messages.call.show_message(message)
    stage.settle()
    assert messages.call.isVisible()
    messages._show_ids([])
    assert messages.call.isHidden()
    assert messages.proof.isHidden()


def test_the_recording_is_never_another_calls(stage: Stage) -> None:
    """C9: until the call of the message that is looked at has come, there is none to listen to."""
    card = CallCard(stage.desk, lambda _url: None)
    stage.qtbot.addWidget(card)
    card.show_message(add_call(stage))
    stage.settle()
    assert not card.isHidden()
    card.show_message(0)
    assert card.isHidden()
    stage.settle()


def test_enter_takes_nobody_whose_name_was_not_typed(stage: Stage) -> None:
    """D1: typed quickly, Enter comes before the list with these letters; the first of the old list is somebody else."""
    picker, picked = CustomerPicker(stage.desk, stage.window), list[str]()
    picker.picked.connect(lambda _id, name: picked.append(name))
    picker.show()
    stage.settle()
    last = picker.list.item(picker.list.count() - 1).text().partition("\n")[0]
    stage.qtbot.keyClicks(picker.search, last)
    stage.qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert picked == []
    stage.qtbot.wait(200)
    stage.settle()
    stage.qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert picked == [last]


def own_card(stage: Stage) -> tuple[Any, Any, int]:
    """The page, the card and the number of a running campaign in the owner's list."""
    page, campaign_id = started(stage)
    page.show_section(OWNED)
    stage.settle()
    (card,) = page.owned.cards
    return page, card, campaign_id


def test_a_switch_that_could_not_be_kept_goes_back(stage: Stage) -> None:
    """A14: what is off is not shown as on because the disk was full when the owner switched it."""
    card = stage.go("campaigns").automatic.cards[CampaignType.PRICE_DROP]
    with stage.shop.db.write():
        stage.shop.db.run(
            "CREATE TRIGGER full BEFORE UPDATE ON campaigns BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
    press(stage, card.switch)
    assert stage.faults
    assert card.switch.isChecked()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_news_leave_the_keyboard_and_the_open_menu(stage: Stage) -> None:
    """C4, C7: a message leaves while the owner is at a card of the list: neither keyboard nor menu is taken away."""
    _page, card, campaign_id = own_card(stage)
    card.main_button.setFocus()
    card.menu.popup(card.mapToGlobal(card.rect().center()))
    before = card.figures.text()
    with stage.shop.db.write():
        stage.shop.db.run(
            "UPDATE outbox SET state = 'accepted', settled_at = 1 WHERE id = (SELECT min(id) FROM outbox "
            "WHERE campaign_id = ? AND state = 'pending')",
            (campaign_id,),
        )
    stage.shop.events.publish(QueueChanged())
    stage.settle()
    shown = [each for each in stage.window.findChildren(QMenu) if each.isVisible()]
    assert shown == [card.menu]
    assert stage.window.focusWidget() is card.main_button
    assert card.figures.text() != before
    card.menu.close()


def test_a_click_that_the_news_come_into_still_counts(stage: Stage) -> None:
    """C4: the list is read between press and release."""
    _page, card, campaign_id = own_card(stage)
    stage.qtbot.mousePress(card.main_button, Qt.MouseButton.LeftButton)
    stage.shop.events.publish(QueueChanged())
    stage.settle()
    stage.qtbot.mouseRelease(card.main_button, Qt.MouseButton.LeftButton)
    stage.settle()
    assert owner_campaigns.get(stage.shop, campaign_id).status is CampaignStatus.PAUSED


def test_a_card_follows_what_became_of_its_campaign(stage: Stage) -> None:
    """C4, C7: paused with the keyboard, the same button resumes it; state and menu are those of now."""
    page, card, campaign_id = own_card(stage)
    card.main_button.setFocus()
    press(stage, card.main_button)
    assert (card.chip.text(), card.main_button.text()) == ("Paused", "Resume")
    assert stage.window.focusWidget() is card.main_button
    press(stage, card.main_button)
    assert owner_campaigns.get(stage.shop, campaign_id).status is CampaignStatus.ACTIVE
    owner_campaigns.cancel(stage.shop, campaign_id)
    stage.settle()
    assert page.owned.cards == [card]
    assert [each.text() for each in card.menu.actions()] == ["Open", "Duplicate", "Put away"]


def test_cards_stand_in_the_order_of_the_list(stage: Stage) -> None:
    """C4: one that comes in between, and one that goes, leave the others as they are, from top to bottom."""
    page, card, campaign_id = own_card(stage)
    owner_campaigns.duplicate(stage.shop, campaign_id)
    stage.settle()
    rows = owner_campaigns.list_campaigns(stage.shop)
    assert [each.name.toolTip() for each in page.owned.cards] == [each.campaign.plan.name for each in rows]
    assert card in page.owned.cards
    tops = [each.y() for each in page.owned.cards]
    assert tops == sorted(tops)
    owner_campaigns.delete(stage.shop, next(each.id for each in rows if each.id != campaign_id))
    stage.settle()
    assert page.owned.cards == [card]


def test_a_draft_that_is_gone_on_with_is_not_called_new(stage: Stage) -> None:
    """C1: the heading tells a draft of last week from a campaign that begins now."""
    page = stage.go("campaigns", {"recipe": "we_miss_you"})
    wizard = through(stage, page)
    assert page.heading.text() == "New campaign"
    press(stage, wizard.close_button)
    press(stage, page.owned.cards[0].main_button)
    assert page.heading.text() == "Campaign draft"
