"""The owner's own campaigns in the window after their start: list, details, pause, retry, results."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize

from reengage_desktop.domain.campaign_results import RecipientStatus
from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.domain.vocabulary import Job, Reason
from reengage_desktop.jobs.tasks import owner_campaigns, runs
from reengage_desktop.store import listings
from reengage_desktop.ui.campaigns.page import OWNED
from reengage_desktop.ui.tables.view import cells_of
from tests.conftest import Clock
from tests.shop_rows import add_order
from tests.ui.fit import faults_of
from tests.ui.stage import Stage
from tests.ui.wizard_steps import press, started


@pytest.fixture
def sent(stage: Stage, clock: Clock) -> tuple[Stage, Any, int]:
    """A campaign of which everything that could go has gone."""
    page, campaign_id = started(stage)
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
    press(stage, part.open_button)
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
    page, campaign_id = started(stage)
    shop, details = stage.shop, page.details
    press(stage, details.pause_button)
    assert owner_campaigns.get(shop, campaign_id).status is CampaignStatus.PAUSED
    stage.qtbot.waitUntil(lambda: details.chip.text() == "Paused", timeout=3000)
    stage.window.toast.undo()
    stage.settle()
    assert owner_campaigns.get(shop, campaign_id).status is CampaignStatus.ACTIVE
    stage.qtbot.waitUntil(details.stop_button.isVisible, timeout=3000)
    press(stage, details.stop_button)
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
    page, campaign_id = started(stage)
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
    page, campaign_id = started(stage)
    with stage.shop.db.write():
        stage.shop.db.run(
            "UPDATE outbox SET state = 'rejected', error = '550 mailbox unavailable', settled_at = 1 WHERE id IN "
            "(SELECT id FROM outbox WHERE campaign_id = ? AND state = 'pending' LIMIT 3)",
            (campaign_id,),
        )
    page.show_section(OWNED)
    page = stage.go("campaigns", {"campaign": campaign_id})
    assert page.details.retry_button.text() == "Try the 3 failed ones again"
    press(stage, page.details.retry_button)
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
