"""No more calls go on at once than Vapi has lines (C9): the others wait until the ends of the first are known."""

from datetime import UTC, datetime, timedelta

from reengage_desktop.channels.protocol import Channel, NotConfigured
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine import feedback
from reengage_desktop.engine.sending import work_queue
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import owner_campaigns
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.store import settings as stored_settings
from tests.channels.letters import vapi
from tests.conftest import Clock
from tests.servers import vapi as vapi_server
from tests.shop_rows import add_customer

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def call_everybody(shop: Shop, server: vapi_server.FakeVapi) -> None:
    def build(name: ChannelName) -> Channel | NotConfigured:
        return vapi(server) if name is ChannelName.CALL else NotConfigured("not in this test")

    feedback.sync_status(shop.db, build, Settings(), shop.now())
    work_queue(shop.db, build, lambda: stored_settings.load(shop.db), shop.clock, lock_dir=shop.paths.locks)


def test_calls_wait_for_a_free_line(shop: Shop, clock: Clock) -> None:
    """C9, B8: eight of twelve at first; each that ends lets one more begin, and those that wait say why."""
    clock.moment = NOON
    for name, value in {"assistant_id": vapi_server.ASSISTANT, "phone_number_id": vapi_server.NUMBER}.items():
        setting_tasks.set_setting(shop, f"providers.vapi.{name}", value)
    setting_tasks.set_setting(shop, "providers.vapi.rate_per_minute", "0")
    shop.secrets.set("vapi", "api_key", vapi_server.API_KEY)
    for number in range(12):
        add_customer(shop.db, first_name="Ann", country="GB", phone=f"+4477009001{number:02d}", consent_call=1)
    plan = {"name": "x", "campaign_type": "promotional", "channels": ["call"], "call_script": "Hello {{ first_name }}.",
            "target_criteria": {}}  # fmt: skip
    owner_campaigns.start(shop, owner_campaigns.create(shop, plan).id, undo_s=0)
    clock.move(minutes=1)
    with vapi_server.FakeVapi() as server:
        server.moment = clock
        call_everybody(shop, server)
        assert len(server.accepted) == 8
        waiting = "SELECT reason, count(*) FROM outbox WHERE state = 'pending' GROUP BY 1"
        assert shop.db.rows(waiting) == [("provider_limit", 4)]
        call_everybody(shop, server)
        assert len(server.accepted) == 8
        for entry in server.accepted[:3]:
            server.end(entry["id"], "customer-did-not-answer", clock(), was_answered=False)
        clock.move(minutes=6)
        call_everybody(shop, server)
        assert len(server.accepted) == 11
        clock.move(hours=2, minutes=1)
        call_everybody(shop, server)
        assert len(server.accepted) == 12
    assert clock() - NOON < timedelta(hours=3)
