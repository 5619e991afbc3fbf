"""The wizard while something changes under it: mended elsewhere, thrown away elsewhere, started, left in the middle."""

from dataclasses import replace
from threading import Event

import pytest
from shiboken6 import isValid

from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.jobs.tasks import owner_campaigns, templates
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.ui.campaigns.page import OWNED
from reengage_desktop.ui.campaigns.wizard.wizard import CHECK, GOAL, MESSAGE, WHEN, WHO
from tests.conftest import Clock
from tests.ui.stage import Stage
from tests.ui.wizard_steps import press, through


def offers(stage: Stage) -> list[str | None]:
    """What the kept drafts offer."""
    return [each.campaign.plan.promotion for each in owner_campaigns.list_campaigns(stage.shop)]


@pytest.mark.parametrize("is_left", [True, False], ids=["on another page", "by another process"])
def test_what_was_mended_stands_in_the_way_no_more(stage: Stage, *, is_left: bool) -> None:
    """C6: “Mend it…” leads to Settings; who comes back can start, without a turn through the pages."""
    setting_tasks.set_setting(stage.shop, "business.postal_address", "")
    wizard = stage.go("campaigns", {"recipe": "we_miss_you", "segment": "inactive"}).wizard
    assert not wizard.start_button.isEnabled()
    if is_left:
        stage.go("settings")
    setting_tasks.set_setting(stage.shop, "business.postal_address", "Main Street 1")
    stage.settle()
    assert stage.go("campaigns").wizard is wizard
    assert wizard.check.problem() == ""
    assert wizard.start_button.isEnabled()


def test_a_text_that_was_written_meanwhile_is_offered(stage: Stage) -> None:
    """C6: “Read and change the texts…” leads to Templates; what was written there can be chosen at once."""
    page = stage.go("campaigns", {"recipe": "feedback"})
    wizard = through(stage, page, MESSAGE)
    stage.qtbot.keyClicks(wizard.message.offer, "Free cake")
    stage.go("templates")
    known = templates.get_template(stage.shop, "feedback.email.en").template
    templates.save_template(stage.shop, replace(known, name="cake.email"))
    stage.go("campaigns")
    texts = wizard.message.channels[0].text
    assert texts.findData("cake.email") > 0
    assert wizard.message.offer.text() == "Free cake"


def test_a_draft_that_was_thrown_away_elsewhere_is_kept_anew(stage: Stage) -> None:
    """C4, D5: another process deletes the draft that the wizard works on; what was typed is not lost with it."""
    page = stage.go("campaigns", {"recipe": "feedback"})
    wizard = through(stage, page, MESSAGE)
    owner_campaigns.delete(stage.shop, wizard.keeper.campaign_id)
    stage.qtbot.keyClicks(wizard.message.offer, "Free cake")
    press(stage, wizard.close_button)
    assert stage.faults == []
    assert offers(stage) == ["Free cake"]


def test_a_draft_that_can_not_be_thrown_away_can_still_be_kept(stage: Stage) -> None:
    """C4: the deletion is refused because another process has started it; the wizard says so and goes on."""
    page = stage.go("campaigns", {"recipe": "we_miss_you", "segment": "inactive"})
    wizard = page.wizard
    wizard.keeper.save(wizard.plan)
    stage.settle()
    owner_campaigns.start(stage.shop, wizard.keeper.campaign_id)
    press(stage, wizard.discard_button)
    assert len(stage.faults) == 1
    assert not wizard.keeper.is_over


def test_a_click_that_went_elsewhere_loses_no_letter(stage: Stage) -> None:
    """Promise 29: the notice opens another view while a line is being typed; it is in the draft."""
    page = stage.go("campaigns", {"recipe": "feedback"})
    wizard = through(stage, page, MESSAGE)
    wizard.message.offer.setFocus()
    stage.qtbot.keyClicks(wizard.message.offer, "Free cake")
    page.show_tray()
    stage.settle()
    assert offers(stage) == ["Free cake"]


def test_while_it_starts_nothing_can_be_answered_any_more(stage: Stage) -> None:
    """C4: what is started is what was checked; an answer given now would be lost."""
    wizard = stage.go("campaigns", {"recipe": "we_miss_you", "segment": "inactive"}).wizard
    wizard.start_button.click()
    wizard.line.buttons[WHO].click()
    assert wizard.at == CHECK
    stage.settle()


def test_a_start_is_told_also_to_who_has_gone_elsewhere(stage: Stage) -> None:
    """C4: another view was opened while the recipients were being chosen; the half minute to take it back is hers."""
    page = stage.go("campaigns", {"recipe": "we_miss_you", "segment": "inactive"})
    wizard, gate = page.wizard, Event()
    for _ in range(4):
        stage.shop.lanes.network(gate.wait)
    wizard.start_button.click()
    stage.qtbot.waitUntil(lambda: bool(wizard.keeper.is_over))
    page.show_section(OWNED)
    stage.qtbot.waitUntil(lambda: not isValid(wizard))
    gate.set()
    stage.settle()
    (row,) = owner_campaigns.list_campaigns(stage.shop)
    assert row.campaign.status is CampaignStatus.ACTIVE
    assert stage.window.toast.sentence() == f"“{row.campaign.plan.name}” was started."
    stage.window.toast.undo()
    stage.settle()
    assert owner_campaigns.get(stage.shop, row.id).status is CampaignStatus.DRAFT
    assert stage.faults == []


def test_a_day_that_is_over_is_told_before_the_start(stage: Stage, clock: Clock) -> None:
    """C6: a draft for a day that has passed would begin at once, though the button names the day."""
    page = stage.go("campaigns", {"recipe": "we_miss_you"})
    wizard = through(stage, page, WHEN)
    wizard.when.later_choice.click()
    through(stage, page, CHECK)
    assert wizard.start_button.isEnabled()
    press(stage, wizard.close_button)
    clock.move(days=3)
    press(stage, page.owned.cards[0].main_button)
    page.wizard.line.buttons[CHECK].click()
    stage.settle()
    assert not page.wizard.start_button.isEnabled()
    assert page.wizard.check.remarks.itemAt(0).widget().sentence().startswith("That moment is over.")
    page.wizard.start()
    stage.settle()
    (row,) = owner_campaigns.list_campaigns(stage.shop)
    assert row.campaign.status is CampaignStatus.DRAFT


def test_answers_are_not_taken_from_the_plan_before(stage: Stage) -> None:
    """C6: who goes on before the texts stand there keeps those that the new idea brought."""
    page = stage.go("campaigns", {"new": True})
    wizard = through(stage, page, MESSAGE)
    wizard.go_to(GOAL)
    wizard.goal.ideas["second_purchase"].click()
    wizard.go_to(WHO)
    brought = wizard.plan.templates
    assert brought
    stage.settle()
    wizard.go_to(MESSAGE)
    wizard.go_to(WHEN)
    assert wizard.plan.templates == brought
    stage.settle()


def test_no_step_is_jumped_over_without_its_answer(stage: Stage) -> None:
    """C6: the line of steps asks what “Next” asks; a draft that is gone on with would else keep what is not shown."""
    page = stage.go("campaigns", {"recipe": "feedback"})
    wizard = through(stage, page, MESSAGE)
    press(stage, wizard.close_button)
    press(stage, page.owned.cards[0].main_button)
    wizard = through(stage, page, MESSAGE)
    for each in wizard.message.channels:
        if each.on.isChecked():
            each.on.click()
    wizard.line.buttons[CHECK].click()
    assert wizard.at == MESSAGE
    assert wizard.problem.text() == "Tick at least one way to reach them."
    assert [each.isChecked() for each in wizard.line.buttons] == [False, False, True, False, False]
    wizard.line.buttons[GOAL].click()
    assert wizard.at == GOAL
    stage.settle()


def test_the_name_that_the_owner_gave_stays(stage: Stage) -> None:
    """C6: it begins like the one that the wizard proposes, and is hers all the same."""
    goal = stage.go("campaigns", {"new": True}).wizard.goal
    proposed = goal.name.text()
    goal.ideas["feedback"].click()
    assert goal.name.text() != proposed
    goal.ideas["own"].click()
    assert goal.name.text() == proposed
    goal.name.clear()
    stage.qtbot.keyClicks(goal.name, "Campaigning for cake")
    goal.ideas["feedback"].click()
    assert goal.name.text() == "Campaigning for cake"


def test_the_preview_shows_nobody_who_is_not_meant_any_more(stage: Stage) -> None:
    """A9: a message that was being written when the list became empty comes too late."""
    preview = stage.go("campaigns", {"recipe": "we_miss_you", "segment": "inactive"}).wizard.check.preview
    preview.go(1)
    preview.show_people([])
    stage.settle()
    assert preview.who.text() == ""
    assert "nobody to show it for" in preview.fault.text()
