"""The wizard of the owner's own campaigns: ideas, and from the goal to the messages in the outbox."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from reengage_desktop.domain.campaign_plans import Variant
from reengage_desktop.domain.campaign_results import RecipientStatus
from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.domain.criteria import Condition, Criteria, of_ids
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.tasks import groups, owner_campaigns
from reengage_desktop.ui.campaigns.page import AUTOMATIC, OWNED
from reengage_desktop.ui.campaigns.recipes import RECIPES
from reengage_desktop.ui.campaigns.wizard.planning import join, split
from reengage_desktop.ui.campaigns.wizard.wizard import CHECK, GOAL, MESSAGE, WHEN, WHO
from reengage_desktop.ui.widgets.test_sending import TestDialog
from tests.ui.stage import KeptSecrets, Stage
from tests.ui.wizard_steps import press, started, through


def test_from_the_idea_to_messages_in_the_outbox(stage: Stage) -> None:
    """C6: goal, who, message, when, check; then Start, and the messages wait in the outbox for their half minute."""
    shop = stage.shop
    page = stage.go("campaigns", {"new": True})
    wizard = page.wizard
    assert wizard.isVisible()
    assert wizard.at == GOAL
    wizard.goal.ideas["we_miss_you"].click()
    stage.qtbot.keyClicks(wizard.goal.name, " in autumn")
    press(stage, wizard.next_button)
    assert wizard.at == WHO
    assert wizard.who.match.matching is not None
    through(stage, page, MESSAGE)
    assert wizard.message.preview.proof.words()
    through(stage, page, WHEN)
    through(stage, page, CHECK)
    review = wizard.check.review
    assert review is not None
    assert review.will_get > 5
    assert wizard.start_button.text() == f"Start sending to {review.will_get} customers"
    press(stage, wizard.start_button)
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
    press(stage, wizard.start_button)
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
    page, campaign_id = started(stage)
    assert page.details.start_bar.isVisible()
    assert "30 seconds" in page.details.start_words.text()
    press(stage, page.details.undo_button)
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
    press(stage, wizard.start_button)
    assert owner_campaigns.get(stage.shop, campaign.id).status is CampaignStatus.ACTIVE


def test_a_campaign_for_later_waits_for_its_day(stage: Stage) -> None:
    """C6: a start on a day is put on the calendar, and taken off it again from its card."""
    page = stage.go("campaigns", {"recipe": "seasonal_offer"})
    through(stage, page, WHEN)
    wizard = page.wizard
    wizard.when.later_choice.click()
    wizard.when.per_day.setValue(20)
    wizard.when.shares.button(10).click()
    through(stage, page, CHECK)
    assert "10\u00a0% get nothing" in wizard.check.control.text()
    assert "At most 20 messages a day" in wizard.check.when.text()
    assert wizard.start_button.text() == "Start on 22 Nov 2026 09:00"
    press(stage, wizard.start_button)
    (row,) = owner_campaigns.list_campaigns(stage.shop)
    assert row.campaign.status is CampaignStatus.SCHEDULED
    assert (row.campaign.plan.daily_limit, row.campaign.plan.holdout_percent) == (20, 10)
    page.show_section(OWNED)
    stage.settle()
    card = page.owned.cards[0]
    assert card.chip.text() == "Scheduled"
    assert "starts tomorrow 09:00" in card.about.text()
    press(stage, card.main_button)
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
    wizard = through(stage, page, WHO)
    assert wizard.plan.target_criteria == recipe.criteria
    wizard = through(stage, page, MESSAGE)
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
    wizard = through(stage, page, WHO)
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
    through(stage, page, MESSAGE)
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
    wizard = through(stage, page, MESSAGE)
    wizard.message.offer.setText("Free cake")
    wizard.message.offer.editingFinished.emit()
    wizard.message.steps.add_step()
    press(stage, wizard.close_button)
    (row,) = owner_campaigns.list_campaigns(stage.shop)
    assert row.campaign.plan.promotion == "Free cake"
    assert row.campaign.plan.steps[0].after_days == 7
    assert page.section == OWNED
    card = page.owned.cards[0]
    assert card.chip.text() == "Draft"
    press(stage, card.main_button)
    wizard = through(stage, page, MESSAGE)
    assert wizard.message.offer.text() == "Free cake"
    assert len(wizard.message.steps.rows) == 1
    press(stage, wizard.discard_button)
    assert owner_campaigns.list_campaigns(stage.shop) == []
    stage.window.toast.undo()
    stage.settle()
    assert owner_campaigns.list_campaigns(stage.shop)[0].campaign.plan.promotion == "Free cake"


def test_looking_leaves_nothing_behind(stage: Stage) -> None:
    """Who only looks at an idea and goes back has no draft afterwards."""
    page = stage.go("campaigns", {"recipe": "we_miss_you", "segment": "inactive"})
    assert page.wizard.check.review is not None
    press(stage, page.back_button)
    assert owner_campaigns.list_campaigns(stage.shop) == []


def test_two_wordings_and_the_order_of_channels(stage: Stage) -> None:
    """C17: the second text gets its share; the arrow decides which channel is tried first."""
    page = stage.go("campaigns", {"recipe": "we_miss_you"})
    wizard = through(stage, page, MESSAGE)
    message = wizard.message
    message.compare.click()
    message.other_text.setCurrentIndex(message.other_text.findData("feedback.email.de"))
    message.other_text.activated.emit(message.other_text.currentIndex())
    message.share.setValue(30)
    message.share.editingFinished.emit()
    stage.settle()
    through(stage, page, CHECK)
    assert [(each.template, each.share) for each in wizard.plan.variants] == [
        ("we_miss_you.email.de", 70),
        ("feedback.email.de", 30),
    ]
    assert wizard.check.review.stops == ()
    wizard.go_to(MESSAGE)
    stage.settle()
    message.compare.click()
    sms = next(each for each in message.channels if each.channel is ChannelName.SMS)
    press(stage, sms.up)
    through(stage, page, CHECK)
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
    press(stage, mend)
    assert stage.window.current_key() == "settings"


def test_the_preview_goes_through_the_recipients(stage: Stage) -> None:
    """A9: ▶ shows the next recipient's own words; a test goes out by its dialog."""
    page = stage.go("campaigns", {"recipe": "we_miss_you", "segment": "inactive"})
    preview = page.wizard.check.preview
    ids = page.wizard.check.review.will_get_ids
    assert preview.customer_id == ids[0]
    first = preview.proof.words()
    press(stage, preview.next)
    assert preview.customer_id == ids[1]
    assert preview.proof.words() != first
    assert preview.place.text() == f"2 of {len(ids)}"
    press(stage, preview.previous)
    assert preview.proof.words() == first
    press(stage, page.wizard.check.test_button)
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
    press(stage, preview.wordings["B"])
    assert preview.proof.words() != first
    assert preview.wordings["B"].isChecked()
    assert preview.customer_id == who
    press(stage, preview.wordings["A"])
    assert preview.proof.words() == first


def test_a_comparison_offers_a_test_of_each_text(stage: Stage) -> None:
    """C2, ux.md 4: with two wordings the owner says which of them comes to her, or both."""
    page = stage.go("campaigns", {"recipe": "we_miss_you", "segment": "inactive"})
    wizard = page.wizard
    texts = ("we_miss_you.email.en", "new_arrivals.email.en")
    wizard.plan = replace(wizard.plan, variants=tuple(Variant(each, 50) for each in texts))
    wizard.go_to(CHECK)
    stage.settle()
    press(stage, wizard.check.test_button)
    stage.settle()
    dialog = stage.window.findChild(TestDialog)
    assert dialog is not None
    shown = [dialog.which.itemText(at) for at in range(dialog.which.count())]
    assert shown == ["A: We miss you (en)", "B: New arrivals (en)", "Each of them, in a message of its own"]
    dialog.close()
