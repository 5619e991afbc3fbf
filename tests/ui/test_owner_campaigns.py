"""The owner's own campaigns in the window: ideas, wizard from start to messages in the outbox, list and details."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from reengage_desktop.domain.campaign_plans import Variant
from reengage_desktop.domain.campaign_results import RecipientStatus
from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.domain.criteria import Condition, Criteria, of_ids
from reengage_desktop.domain.vocabulary import ChannelName, Job, Reason
from reengage_desktop.jobs.tasks import groups, owner_campaigns, runs
from reengage_desktop.store import listings
from reengage_desktop.ui.campaigns.page import AUTOMATIC, OWNED
from reengage_desktop.ui.campaigns.recipes import RECIPES
from reengage_desktop.ui.campaigns.wizard.planning import join, split
from reengage_desktop.ui.campaigns.wizard.wizard import CHECK, GOAL, MESSAGE, WHEN, WHO
from reengage_desktop.ui.tables.view import cells_of
from reengage_desktop.ui.widgets.test_sending import TestDialog
from tests.conftest import Clock
from tests.shop_rows import add_order
from tests.ui.fit import faults_of
from tests.ui.stage import KeptSecrets, Stage

LEFT = Qt.MouseButton.LeftButton


def _press(stage: Stage, made: QPushButton) -> None:
    stage.qtbot.mouseClick(made, LEFT)
    stage.settle()


def _through(stage: Stage, page: Any, until: int = CHECK) -> Any:
    """Goes on in the wizard, page by page."""
    while page.wizard.at < until:
        _press(stage, page.wizard.next_button)
    return page.wizard


def _started(stage: Stage) -> tuple[Any, int]:
    """A win-back campaign, made and started with the wizard."""
    page = stage.go("campaigns", {"recipe": "we_miss_you", "segment": "inactive"})
    _press(stage, page.wizard.start_button)
    assert stage.faults == []
    found = owner_campaigns.list_campaigns(stage.shop)
    assert len(found) == 1
    return page, found[0].id


def test_from_the_idea_to_messages_in_the_outbox(stage: Stage) -> None:
    """C6: goal, who, message, when, check; then Start, and the messages wait in the outbox for their half minute."""
    shop = stage.shop
    page = stage.go("campaigns", {"new": True})
    wizard = page.wizard
    assert wizard.isVisible()
    assert wizard.at == GOAL
    wizard.goal.ideas["we_miss_you"].click()
    stage.qtbot.keyClicks(wizard.goal.name, " in autumn")
    _press(stage, wizard.next_button)
    assert wizard.at == WHO
    assert wizard.who.match.matching is not None
    _through(stage, page, MESSAGE)
    assert wizard.message.preview.proof.words()
    _through(stage, page, WHEN)
    _through(stage, page, CHECK)
    review = wizard.check.review
    assert review is not None
    assert review.will_get > 5
    assert wizard.start_button.text() == f"Start sending to {review.will_get} customers"
    _press(stage, wizard.start_button)
    assert stage.faults == []
    (row,) = owner_campaigns.list_campaigns(shop)
    assert row.campaign.status is CampaignStatus.ACTIVE
    assert row.campaign.plan.name.endswith("in autumn")
    waiting = shop.db.rows(
        "SELECT customer_id FROM outbox WHERE campaign_id = ? AND state = 'pending' ORDER BY 1", (row.id,)
    )
    assert [each for (each,) in waiting] == sorted(review.will_get_ids)
    assert page.details.isVisible()
    assert page.heading.text() == row.campaign.plan.name


def test_where_nothing_goes_by_itself_no_day_is_promised(stage: Stage) -> None:
    """Promise 25: without a password store the wizard names no day and the details say that the messages wait for you.

    Control: with one, the messages are “Going out”.
    """
    wizard = stage.go("campaigns", {"recipe": "we_miss_you", "segment": "inactive"}).wizard
    assert "Nothing goes by itself: this PC has no password store" in wizard.check.when.text()
    assert "Done by" not in wizard.check.when.text()
    _press(stage, wizard.start_button)
    stage.shop.db.run("UPDATE outbox SET due_at = 1 WHERE state = 'pending' AND campaign_id IS NOT NULL")
    details = stage.window.page("campaigns").details  # type: ignore[attr-defined]
    details.show_campaign(owner_campaigns.list_campaigns(stage.shop)[0].id)
    stage.settle()
    assert details.by_hand.isVisible()
    assert details.recipients.filters[RecipientStatus.QUEUED].text().startswith("Waits for you")
    stage.shop.__dict__["secrets"] = KeptSecrets()
    details.show_campaign(owner_campaigns.list_campaigns(stage.shop)[0].id)
    stage.settle()
    assert not details.by_hand.isVisible()
    assert details.recipients.filters[RecipientStatus.QUEUED].text().startswith("Going out")


def test_a_start_is_taken_back(stage: Stage) -> None:
    """For half a minute nothing leaves: Undo makes it a draft again, and nobody has a message."""
    page, campaign_id = _started(stage)
    assert page.details.start_bar.isVisible()
    assert "30 seconds" in page.details.start_words.text()
    _press(stage, page.details.undo_button)
    assert owner_campaigns.get(stage.shop, campaign_id).status is CampaignStatus.DRAFT
    assert stage.shop.db.value("SELECT count(*) FROM outbox WHERE campaign_id = ?", (campaign_id,)) == 0
    assert stage.faults == []


def test_a_start_is_called_off_while_it_chooses(stage: Stage) -> None:
    """C8: a start of many tells how far it is and can be called off: a draft again, and nobody was queued."""
    wizard = stage.go("campaigns", {"recipe": "we_miss_you", "segment": "inactive"}).wizard
    before = stage.shop.db.value("SELECT count(*) FROM outbox")
    wizard.start_button.click()
    assert wizard.check.progress.isVisibleTo(wizard)
    assert wizard.stop_button.isVisibleTo(wizard)
    assert not wizard.discard_button.isEnabled()
    wizard.stop_button.click()
    stage.settle()
    assert stage.shop.db.value("SELECT count(*) FROM outbox") == before
    campaign = owner_campaigns.get(stage.shop, wizard.keeper.campaign_id)
    assert campaign.status is CampaignStatus.DRAFT
    assert not wizard.stop_button.isVisibleTo(wizard)
    _press(stage, wizard.start_button)
    assert owner_campaigns.get(stage.shop, campaign.id).status is CampaignStatus.ACTIVE


def test_a_campaign_for_later_waits_for_its_day(stage: Stage) -> None:
    """C6: a start on a day is put on the calendar, and taken off it again from its card."""
    page = stage.go("campaigns", {"recipe": "seasonal_offer"})
    _through(stage, page, WHEN)
    wizard = page.wizard
    wizard.when.later_choice.click()
    wizard.when.per_day.setValue(20)
    wizard.when.shares.button(10).click()
    _through(stage, page, CHECK)
    assert "10\u00a0% get nothing" in wizard.check.control.text()
    assert "At most 20 messages a day" in wizard.check.when.text()
    assert wizard.start_button.text() == "Start on 22 Nov 2026 09:00"
    _press(stage, wizard.start_button)
    (row,) = owner_campaigns.list_campaigns(stage.shop)
    assert row.campaign.status is CampaignStatus.SCHEDULED
    assert (row.campaign.plan.daily_limit, row.campaign.plan.holdout_percent) == (20, 10)
    page.show_section(OWNED)
    stage.settle()
    card = page.owned.cards[0]
    assert card.chip.text() == "Scheduled"
    assert "starts tomorrow 09:00" in card.about.text()
    _press(stage, card.main_button)
    assert owner_campaigns.get(stage.shop, row.id).status is CampaignStatus.DRAFT


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda each: each.key)
def test_every_idea_opens(stage: Stage, recipe: Any) -> None:
    """An idea for once opens the wizard with its customers and its words; one that is always on leads to its card."""
    page = stage.go("campaigns", {"recipe": recipe.key})
    if recipe.automatic is not None:
        assert page.wizard is None
        assert page.section == AUTOMATIC
        assert page.automatic.cards[recipe.automatic].switch.hasFocus()
        return
    wizard = _through(stage, page, WHO)
    assert wizard.plan.target_criteria == recipe.criteria
    wizard = _through(stage, page, MESSAGE)
    assert wizard.plan.channels[0] is ChannelName.EMAIL
    if wizard.message.preview.people:
        assert wizard.message.preview.proof.words(), wizard.message.preview.fault.text()
    assert stage.faults == []


def test_chosen_customers_come_as_they_are(stage: Stage) -> None:
    """“Win back…” on a selection opens the last page with exactly these, and says why one of them gets nothing."""
    ids = [each for (each,) in stage.shop.db.rows("SELECT id FROM customers ORDER BY last_order_at LIMIT 6")]
    page = stage.go("campaigns", {"recipe": "winback", "ids": ids, "title": "Six of them"})
    wizard = page.wizard
    assert wizard.at == CHECK
    assert wizard.plan.target_criteria == of_ids(ids)
    review = wizard.check.review
    assert review.matching == 6
    assert sorted([*review.will_get_ids, *(each for some in review.left_out_ids.values() for each in some)]) == sorted(
        ids
    )
    wizard.go_to(WHO)
    stage.settle()
    assert wizard.who.start_box.currentText() == "Six of them"


def test_a_group_and_who_is_left_out(stage: Stage) -> None:
    """C14: a group fills the filter; VIPs and the like are left out, and the count follows."""
    shop = stage.shop
    group = groups.save_group(shop, "Big spenders", Criteria("all", (Condition("lifetime_value", "at_least", 100),)))
    page = stage.go("campaigns", {"group": group.id})
    wizard = _through(stage, page, WHO)
    assert wizard.who.match.matching.count == group.count
    action = next(each for each in wizard.who.menu.actions() if each.text().startswith("VIP"))
    action.trigger()
    stage.settle()
    fewer = wizard.who.match.matching.count
    assert fewer < group.count
    assert wizard.who.taken(wizard.plan).target_criteria.parts[-1] == Criteria(
        "not", (Condition("segment", "is", "vip"),)
    )
    wizard.who.others.click()
    _through(stage, page, MESSAGE)
    assert not wizard.plan.leave_out_others
    assert groups.count(shop, wizard.plan.target_criteria) == fewer


def test_who_and_who_not_come_apart_again() -> None:
    """C14: what the wizard puts together it can take apart when a draft is opened again."""
    vip = Condition("segment", "is", "vip")
    for who in (
        Criteria(),
        Criteria("all", (Condition("orders_count", "at_least", 2),)),
        Criteria("any", (Condition("city", "is", "Berlin"), Condition("city", "is", "Bonn"))),
    ):
        assert split(join(who, (vip,))) == (who, (vip,))
        assert split(join(who, ())) == (who, ())


def test_a_draft_is_kept_and_gone_on_with(stage: Stage) -> None:
    """The draft is saved while one works; it opens where it was, and is thrown away with an Undo."""
    page = stage.go("campaigns", {"recipe": "feedback"})
    wizard = _through(stage, page, MESSAGE)
    wizard.message.offer.setText("Free cake")
    wizard.message.offer.editingFinished.emit()
    wizard.message.steps.add_step()
    _press(stage, wizard.close_button)
    (row,) = owner_campaigns.list_campaigns(stage.shop)
    assert row.campaign.plan.promotion == "Free cake"
    assert row.campaign.plan.steps[0].after_days == 7
    assert page.section == OWNED
    card = page.owned.cards[0]
    assert card.chip.text() == "Draft"
    _press(stage, card.main_button)
    wizard = _through(stage, page, MESSAGE)
    assert wizard.message.offer.text() == "Free cake"
    assert len(wizard.message.steps.rows) == 1
    _press(stage, wizard.discard_button)
    assert owner_campaigns.list_campaigns(stage.shop) == []
    stage.window.toast.undo()
    stage.settle()
    assert owner_campaigns.list_campaigns(stage.shop)[0].campaign.plan.promotion == "Free cake"


def test_looking_leaves_nothing_behind(stage: Stage) -> None:
    """Who only looks at an idea and goes back has no draft afterwards."""
    page = stage.go("campaigns", {"recipe": "we_miss_you", "segment": "inactive"})
    assert page.wizard.check.review is not None
    _press(stage, page.back_button)
    assert owner_campaigns.list_campaigns(stage.shop) == []


def test_two_wordings_and_the_order_of_channels(stage: Stage) -> None:
    """C17: the second text gets its share; the arrow decides which channel is tried first."""
    page = stage.go("campaigns", {"recipe": "we_miss_you"})
    wizard = _through(stage, page, MESSAGE)
    message = wizard.message
    message.compare.click()
    message.other_text.setCurrentIndex(message.other_text.findData("feedback.email.de"))
    message.other_text.activated.emit(message.other_text.currentIndex())
    message.share.setValue(30)
    message.share.editingFinished.emit()
    stage.settle()
    _through(stage, page, CHECK)
    assert [(each.template, each.share) for each in wizard.plan.variants] == [
        ("we_miss_you.email.de", 70),
        ("feedback.email.de", 30),
    ]
    assert wizard.check.review.stops == ()
    wizard.go_to(MESSAGE)
    stage.settle()
    message.compare.click()
    sms = next(each for each in message.channels if each.channel is ChannelName.SMS)
    _press(stage, sms.up)
    _through(stage, page, CHECK)
    assert wizard.plan.channels == (ChannelName.SMS, ChannelName.EMAIL)


def test_what_stands_in_the_way_leads_to_where_it_is_mended(stage: Stage) -> None:
    """No postal address: the start is not possible, is said in a sentence, and its button opens the settings."""
    from reengage_desktop.jobs.tasks import settings as setting_tasks  # noqa: PLC0415 - only here

    setting_tasks.set_setting(stage.shop, "business.postal_address", "")
    page = stage.go("campaigns", {"recipe": "we_miss_you", "segment": "inactive"})
    wizard = page.wizard
    assert not wizard.start_button.isEnabled()
    assert "postal address" in wizard.check.problem()
    mend = next(each for each in wizard.check.findChildren(QPushButton) if each.text() == "Mend it…")
    _press(stage, mend)
    assert stage.window.current_key() == "settings"


def test_the_preview_goes_through_the_recipients(stage: Stage) -> None:
    """A9: ▶ shows the next recipient's own words; a test goes out by its dialog."""
    page = stage.go("campaigns", {"recipe": "we_miss_you", "segment": "inactive"})
    preview = page.wizard.check.preview
    ids = page.wizard.check.review.will_get_ids
    assert preview.customer_id == ids[0]
    first = preview.proof.words()
    _press(stage, preview.next)
    assert preview.customer_id == ids[1]
    assert preview.proof.words() != first
    assert preview.place.text() == f"2 of {len(ids)}"
    _press(stage, preview.previous)
    assert preview.proof.words() == first
    _press(stage, page.wizard.check.test_button)
    dialog = stage.window.findChild(TestDialog)
    assert dialog is not None
    assert not dialog.which.isVisible()
    dialog.close()


def test_the_preview_shows_each_text_of_a_comparison(stage: Stage) -> None:
    """ux.md 4: of two texts that are compared the owner can read both, for the same customer."""
    page = stage.go("campaigns", {"recipe": "we_miss_you", "segment": "inactive"})
    wizard, preview = page.wizard, page.wizard.check.preview
    assert not preview.wordings
    texts = ("we_miss_you.email.en", "new_arrivals.email.en")
    wizard.plan = replace(wizard.plan, variants=tuple(Variant(each, 50) for each in texts))
    wizard.go_to(CHECK)
    stage.settle()
    assert {letter: made.isChecked() for letter, made in preview.wordings.items()} == {"A": True, "B": False}
    first, who = preview.proof.words(), preview.customer_id
    _press(stage, preview.wordings["B"])
    assert preview.proof.words() != first
    assert preview.wordings["B"].isChecked()
    assert preview.customer_id == who
    _press(stage, preview.wordings["A"])
    assert preview.proof.words() == first


def test_a_comparison_offers_a_test_of_each_text(stage: Stage) -> None:
    """C2, ux.md 4: with two wordings the owner says which of them comes to her, or both."""
    page = stage.go("campaigns", {"recipe": "we_miss_you", "segment": "inactive"})
    wizard = page.wizard
    texts = ("we_miss_you.email.en", "new_arrivals.email.en")
    wizard.plan = replace(wizard.plan, variants=tuple(Variant(each, 50) for each in texts))
    wizard.go_to(CHECK)
    stage.settle()
    _press(stage, wizard.check.test_button)
    stage.settle()
    dialog = stage.window.findChild(TestDialog)
    assert dialog is not None
    shown = [dialog.which.itemText(at) for at in range(dialog.which.count())]
    assert shown == ["A: We miss you (en)", "B: New arrivals (en)", "Each of them, in a message of its own"]
    dialog.close()


@pytest.fixture
def sent(stage: Stage, clock: Clock) -> tuple[Stage, Any, int]:
    """A campaign of which everything that could go has gone."""
    page, campaign_id = _started(stage)
    clock.move(seconds=120)
    runs.run_job(stage.shop, Job.SEND)
    stage.settle()
    return stage, page, campaign_id


def test_details_show_who_got_it_and_who_did_not(sent: tuple[Stage, Any, int]) -> None:
    """C2, C7: everybody with state and reason; each filter counts what it shows; a row leads to the customer."""
    stage, page, campaign_id = sent
    page = stage.go("campaigns", {"campaign": campaign_id})
    details, part = page.details, page.details.recipients
    results = owner_campaigns.results(stage.shop, campaign_id)
    assert details.sent.value() == str(results.totals.sent)
    assert results.totals.sent > 5
    assert part.model.rowCount() == len(owner_campaigns.recipient_ids(stage.shop, campaign_id))
    part.choose(RecipientStatus.SKIPPED)
    stage.settle()
    skipped = owner_campaigns.recipients(stage.shop, campaign_id, RecipientStatus.SKIPPED)
    assert part.model.rowCount() == len(skipped) > 0
    assert str(len(skipped)) in part.filters[RecipientStatus.SKIPPED].text()
    cells_of(part.model, 0)
    stage.settle()
    assert cells_of(part.model, 0)[1] == "Left out"
    assert cells_of(part.model, 0)[2]
    part.table.select_id(part.model.id_at(0))
    _press(stage, part.open_button)
    assert stage.window.current_key() == "customers"


def test_details_show_the_words_and_the_story(sent: tuple[Stage, Any, int]) -> None:
    """C7: what exactly was sent, and what happened when."""
    stage, page, campaign_id = sent
    page = stage.go("campaigns", {"campaign": campaign_id})
    details = page.details
    details.show_view(2)
    stage.settle()
    (first,) = details.messages.table.selected_ids()
    row = listings.message_rows(stage.shop.db, [first])[0]
    assert details.messages.proof.words() == row.content["text"]
    assert row.address in details.messages.address.text()
    details.show_view(3)
    stage.settle()
    story = [what for _, what in details.history.lines]
    assert "Started" in story
    assert any("messages sent" in what for what in story)
    details.show_view(1)
    stage.settle()
    assert details.result.funnel.count() == 6
    assert stage.faults == []


def test_a_campaign_is_paused_resumed_and_stopped(stage: Stage) -> None:
    """C4: each at once; pausing has an Undo; all of it stands in the campaign's history, the newest first."""
    page, campaign_id = _started(stage)
    shop, details = stage.shop, page.details
    _press(stage, details.pause_button)
    assert owner_campaigns.get(shop, campaign_id).status is CampaignStatus.PAUSED
    stage.qtbot.waitUntil(lambda: details.chip.text() == "Paused", timeout=3000)
    stage.window.toast.undo()
    stage.settle()
    assert owner_campaigns.get(shop, campaign_id).status is CampaignStatus.ACTIVE
    stage.qtbot.waitUntil(details.stop_button.isVisible, timeout=3000)
    _press(stage, details.stop_button)
    assert owner_campaigns.get(shop, campaign_id).status is CampaignStatus.CANCELLED
    assert shop.db.value("SELECT count(*) FROM outbox WHERE campaign_id = ? AND state = 'pending'", (campaign_id,)) == 0
    details.show_view(3)
    stage.settle()
    stage.qtbot.waitUntil(lambda: details.history.lines[0][1].startswith("Ended"), timeout=3000)
    story = [what.partition(":")[0] for _, what in details.history.lines]
    assert story[:4] == ["Ended", "Resumed", "Paused by you", "All customers whom it is meant for were checked"]


def test_the_list_is_filtered_copied_and_put_away(sent: tuple[Stage, Any, int], tmp_path: Path) -> None:
    """C4, C5: filters by kind and state; duplicate opens a draft; a finished one is put away with an Undo; CSV."""
    stage, page, campaign_id = sent
    shop, name = stage.shop, owner_campaigns.get(stage.shop, campaign_id).plan.name
    page.show_section(OWNED)
    stage.settle()
    card = page.owned.cards[0]
    actions = {each.text(): each for each in card.menu.actions()}
    actions["Duplicate"].trigger()
    stage.settle()
    assert page.wizard is not None
    assert page.wizard.plan.name == f"{name} (2)"
    page.show_section(OWNED)
    stage.settle()
    assert len(page.owned.cards) == 2
    page.owned.states.setCurrentIndex(page.owned.states.findData(str(CampaignStatus.COMPLETED)))
    page.owned.states.activated.emit(0)
    assert len(page.owned.cards) == 1
    page.owned.kinds.setCurrentIndex(page.owned.kinds.findData("feedback"))
    page.owned.kinds.activated.emit(0)
    assert page.owned.cards == []
    assert page.owned.nothing.isVisible()
    page.owned.kinds.setCurrentIndex(0)
    page.owned.kinds.activated.emit(0)
    {each.text(): each for each in page.owned.cards[0].menu.actions()}["Put away"].trigger()
    stage.settle()
    assert owner_campaigns.get(shop, campaign_id).stored.archived_at is not None
    stage.window.toast.undo()
    stage.settle()
    assert owner_campaigns.get(shop, campaign_id).stored.archived_at is None
    page = stage.go("campaigns", {"campaign": campaign_id})
    page.details._doing.export_to(owner_campaigns.get(shop, campaign_id), str(tmp_path / "who.csv"))
    stage.settle()
    assert len((tmp_path / "who.csv").read_text(encoding="utf-8-sig").splitlines()) > 5


def test_the_progress_is_live(stage: Stage) -> None:
    """C7: while messages go out the figures follow by themselves."""
    page, campaign_id = _started(stage)
    assert page.details.sent.value() == "0"
    with stage.shop.db.write():
        stage.shop.db.run(
            "UPDATE outbox SET state = 'accepted', sent_at = 1800000000 WHERE id IN "
            "(SELECT id FROM outbox WHERE campaign_id = ? AND state = 'pending' LIMIT 4)",
            (campaign_id,),
        )
    stage.qtbot.waitUntil(lambda: page.details.sent.value() == "4", timeout=10_000)
    assert page.details.progress.isVisible()
    assert page.details.progress.value() == 4


def test_failed_ones_are_tried_again(stage: Stage) -> None:
    """C4: what a provider refused is queued again from the details."""
    page, campaign_id = _started(stage)
    with stage.shop.db.write():
        stage.shop.db.run(
            "UPDATE outbox SET state = 'rejected', error = '550 mailbox unavailable', settled_at = 1 WHERE id IN "
            "(SELECT id FROM outbox WHERE campaign_id = ? AND state = 'pending' LIMIT 3)",
            (campaign_id,),
        )
    page.show_section(OWNED)
    page = stage.go("campaigns", {"campaign": campaign_id})
    assert page.details.retry_button.text() == "Try the 3 failed ones again"
    _press(stage, page.details.retry_button)
    assert (
        stage.shop.db.value("SELECT count(*) FROM outbox WHERE state = 'rejected' AND campaign_id = ?", (campaign_id,))
        == 0
    )
    assert "3 messages are tried again" in stage.window.toast.sentence()


def test_the_control_group_shows_what_came_by_itself(stage: Stage, clock: Clock) -> None:
    """C8: who was left alone on purpose is counted beside those written to, from the same moment."""
    shop = stage.shop
    payload = {
        "name": "With a control group",
        "campaign_type": "winback",
        "channels": ["email"],
        "target_criteria": {"all": [{"field": "segment", "op": "is", "value": "inactive"}]},
        "holdout_percent": 50,
    }
    campaign_id = owner_campaigns.create(shop, payload).id
    owner_campaigns.start(shop, campaign_id)
    clock.move(days=2)
    held_out = owner_campaigns.recipients(shop, campaign_id, RecipientStatus.SKIPPED, Reason.CONTROL_GROUP)
    assert len(held_out) > 2
    with shop.db.write():
        add_order(shop.db, held_out[0].customer_id, shop.now(), 2000, currency="EUR")
    page = stage.go("campaigns", {"campaign": campaign_id})
    page.details.show_view(1)
    stage.settle()
    lift = owner_campaigns.lift(shop, campaign_id)
    assert lift is not None
    assert (lift.held_out.customers, lift.held_out.returned) == (len(held_out), 1)
    words = page.details.result.control_words.text()
    assert f"of {len(held_out)} left alone on purpose, 1 did" in words
    assert "Too few to tell" in words


@pytest.mark.parametrize("size", [QSize(1280, 760), QSize(960, 600)], ids=["1280x760", "960x600"])
def test_own_campaigns_fit_and_have_names(sent: tuple[Stage, Any, int], size: QSize) -> None:
    """Ideas, every page of the wizard, the list and every view of the details have names and room."""
    stage, page, campaign_id = sent
    stage.window.resize(size)
    faults: list[str] = []

    def check(place: str) -> None:
        stage.settle()
        faults.extend(f"{place}: {fault}" for fault in faults_of(stage))

    for at in range(3):
        page.show_section(at)
        check(f"section {at}")
    page = stage.go("campaigns", {"recipe": "we_miss_you"})
    for at in range(5):
        page.wizard.go_to(at)
        check(f"wizard {at}")
    stage.go("campaigns", {"campaign": campaign_id})
    for at in range(4):
        page.details.show_view(at)
        check(f"details {at}")
    assert not faults, "\n".join(faults)
