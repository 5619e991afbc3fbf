"""The campaigns' screens: approval, what writes by itself, ideas, every page of the wizard, the list, the details."""

from datetime import timedelta
from typing import Any

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import Job
from reengage_desktop.jobs.tasks import owner_campaigns, runs
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.ui.campaigns.page import IDEAS, OWNED
from tests.shots.camera import PRESENT, Camera
from tests.shots.scenes import Scene


def _approve(camera: Camera) -> None:
    page = camera.go("campaigns", {"approve": True})
    camera.take("campaigns-approve")
    page.show_overview()


def _limits(camera: Camera) -> None:
    page = camera.go("campaigns")
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    camera.take("campaigns-limits")
    page.verticalScrollBar().setValue(0)


def _ideas(camera: Camera) -> None:
    page = camera.go("campaigns")
    page.show_section(IDEAS)
    camera.take("campaigns-ideas")
    page.show_section(OWNED)
    camera.take("campaigns-none")


def _wizard(camera: Camera) -> None:
    page = camera.go("campaigns", {"recipe": "seasonal_offer"})
    wizard = page.wizard
    camera.take("wizard-goal")
    wizard.go_to(1)
    camera.settle()
    wizard.who.editor.add_condition("lifetime_value")
    wizard.who.editor.add_condition("category")
    camera.settle()
    wizard.who.editor.rows[-1].value_field.box.setCurrentIndex(0)
    wizard.who.menu.actions()[6].trigger()
    camera.take("wizard-who")
    wizard.who.editor.rows[-1].cross.click()
    wizard.go_to(2)
    camera.settle()
    wizard.message.offer.setText("Free tea towel with every order until Sunday")
    wizard.message.offer.editingFinished.emit()
    camera.take("wizard-message")
    wizard.message.compare.click()
    wizard.message.other_text.setCurrentIndex(1)
    wizard.message.steps.add_step()
    wizard.message.steps.add_step()
    camera.settle()
    bar = wizard.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    camera.take("wizard-message-more")
    wizard.message.compare.click()
    wizard.go_to(3)
    camera.settle()
    wizard.when.shares.button(10).click()
    camera.take("wizard-when")
    wizard.go_to(4)
    camera.take("wizard-check")
    address = camera.shop.settings().texts["business.postal_address"]
    setting_tasks.set_setting(camera.shop, "business.postal_address", "")
    wizard.go_to(4)
    camera.take("wizard-stops")
    setting_tasks.set_setting(camera.shop, "business.postal_address", address)
    wizard.discard()
    camera.settle()


def _made(camera: Camera, name: str, segment: str) -> Any:
    payload = {
        "name": name,
        "campaign_type": "winback",
        "channels": ["email", "sms", "whatsapp"],
        "target_criteria": {"all": [{"field": "segment", "op": "is", "value": segment}]},
        "holdout_percent": 10,
    }
    return owner_campaigns.create(camera.shop, payload)


def _details(camera: Camera) -> None:
    shop = camera.shop
    owner_campaigns.create(
        shop,
        {
            "name": "Christmas at Willow & Wick",
            "campaign_type": "promotional",
            "channels": ["email"],
            "scheduled_at": "2026-12-01T09:00",
        },
    )
    scheduled = owner_campaigns.list_campaigns(shop)[0]
    owner_campaigns.start(shop, scheduled.id)
    _made(camera, "Spring greetings", "one_time")
    campaign = _made(camera, "We miss you, autumn", "inactive")
    page = camera.go("campaigns")
    camera.window.toast.hide()
    owner_campaigns.start(shop, campaign.id)
    page.open_campaign(campaign.id)
    camera.take("campaign-starting")
    _let_go(camera, campaign.id)
    page.open_campaign(campaign.id)
    for at, name in enumerate(("recipients", "result", "messages", "history")):
        page.details.show_view(at)
        camera.take(f"campaign-{name}")
    page.show_section(OWNED)
    camera.take("campaigns-own")


def _let_go(camera: Camera, campaign_id: int) -> None:
    """Two days on: most of it has gone, some came back, one was refused."""
    shop = camera.shop
    ago = stamp(PRESENT - timedelta(days=2))
    with shop.db.write():
        shop.db.run("UPDATE campaigns SET started_at = ?, created_at = ? - 900 WHERE id = ?", (ago, ago, campaign_id))
        shop.db.run("UPDATE outbox SET due_at = ? WHERE campaign_id = ? AND state = 'pending'", (ago, campaign_id))
        shop.db.run("UPDATE outbox SET created_at = ? WHERE campaign_id = ?", (ago, campaign_id))
    runs.run_job(shop, Job.SEND)
    with shop.db.write():
        mine = "SELECT id FROM outbox WHERE campaign_id = ? AND state = 'accepted' ORDER BY id"
        shop.db.run("UPDATE outbox SET sent_at = ? WHERE campaign_id = ? AND sent_at IS NOT NULL", (ago, campaign_id))
        shop.db.run(
            f"UPDATE outbox SET state = 'rejected', reason = 'address_invalid', error = '550 no such mailbox', "
            f"sent_at = NULL WHERE id IN ({mine} LIMIT 2)",
            (campaign_id,),
        )
        shop.db.run(
            f"UPDATE outbox SET state = 'pending', sent_at = NULL WHERE id IN ({mine} DESC LIMIT 9)", (campaign_id,)
        )
        sent = [each for (each,) in shop.db.rows(mine, (campaign_id,))]
        for at, message in enumerate(sent):
            kinds = ("delivered", "opened", "clicked")[: 1 + (at % 2) + (at % 4 == 3)]
            for kind in kinds:
                shop.db.insert(
                    "INSERT INTO delivery_events (outbox_id, customer_id, kind, at, provider, provider_event_id) "
                    "SELECT id, customer_id, ?, ?, 'pretend', ? FROM outbox WHERE id = ?",
                    (kind, ago + 60, f"shot-{message}-{kind}", message),
                )
        orders = shop.db.rows(
            "SELECT o.id, m.id FROM orders o JOIN outbox m ON m.customer_id = o.customer_id WHERE m.campaign_id = ? "
            "AND m.state = 'accepted' AND o.id NOT IN (SELECT order_id FROM conversions) "
            "GROUP BY m.id ORDER BY o.ordered_at DESC LIMIT 7",
            (campaign_id,),
        )
        for order, message in orders:
            shop.db.run("UPDATE orders SET ordered_at = ? WHERE id = ?", (ago + 86_400, order))
            shop.db.run("INSERT INTO conversions VALUES (?, ?, ?)", (message, order, ago + 90_000))


SCENES = (
    Scene("campaigns-approve", _approve),
    Scene("campaigns-limits", _limits),
    Scene("campaigns-ideas campaigns-none", _ideas),
    Scene(
        "wizard-goal wizard-who wizard-message wizard-message-more wizard-when wizard-check wizard-stops",
        _wizard,
    ),
    Scene(
        "campaign-starting campaign-recipients campaign-result campaign-messages campaign-history campaigns-own",
        _details,
    ),
)
