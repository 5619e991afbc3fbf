"""The mailbox from its settings to what is learned from it, as the owner's tasks do it."""

from collections.abc import Iterator

import pytest

from reengage_desktop.domain.vocabulary import ChannelName, Job
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import credentials, runs
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.jobs.tasks.connections import Standing, read_connections
from reengage_desktop.store import customers, provider_states
from tests.servers.imap import PASSWORD, USER, FakeImap, letter
from tests.shop_rows import add_customer


@pytest.fixture
def server(shop: Shop) -> Iterator[FakeImap]:
    """A mailbox that the shop knows, but for its password."""
    with FakeImap() as running:
        said = {"host": "127.0.0.1", "port": str(running.port), "security": "none", "username": USER}
        for key, text in said.items():
            setting_tasks.set_setting(shop, f"providers.imap.{key}", text)
        yield running


def test_testing_it_logs_in_and_only_looks(shop: Shop, server: FakeImap) -> None:
    """C10: what is missing is said; with the password it works, and a wrong one is told apart."""
    assert "password" in credentials.test_provider(shop, "imap").detail
    credentials.set_secret(shop, "imap", "password", PASSWORD)
    told = credentials.test_provider(shop, "imap")
    assert (told.ok, "for reading only" in told.detail) == (True, True)
    assert server.commands == ["CAPABILITY", "LOGIN", "EXAMINE", "LOGOUT"]
    assert read_connections(shop).by_provider["imap"].standing is Standing.WORKS
    credentials.set_secret(shop, "imap", "password", "wrong")
    assert not credentials.test_provider(shop, "imap").ok


def test_sync_status_reads_it(shop: Shop, server: FakeImap) -> None:
    """C10, C18: an opt-out by mail is honoured by the next run."""
    credentials.set_secret(shop, "imap", "password", PASSWORD)
    ann = add_customer(shop.db, email="ann@example.com", consent_email=1)
    server.deliver(letter("Unsubscribe", Message_ID="<u@x>"), shop.now())
    found = runs.run_job(shop, Job.SYNC_STATUS).result
    assert found["opt_outs"] == 1
    assert customers.get(shop.db, ann).consent[ChannelName.EMAIL] is False


def test_without_its_password_mail_waits(shop: Shop, server: FakeImap) -> None:
    """Promise 10: who opted out by mail can't be known, so that e-mail waits and says why; the password ends that."""
    carrier = shop.settings().provider_of(ChannelName.EMAIL)
    found = runs.run_job(shop, Job.SYNC_STATUS).result
    assert list(found["failed"]) == ["imap"]
    assert "password" in found["failed"]["imap"]
    assert [each.provider for each in provider_states.list_resting(shop.db)] == [carrier]
    assert server.commands == []
    credentials.set_secret(shop, "imap", "password", PASSWORD)
    runs.run_job(shop, Job.SYNC_STATUS)
    assert provider_states.list_resting(shop.db) == []


def test_a_mailbox_that_is_taken_away_holds_nothing(shop: Shop, server: FakeImap) -> None:
    """Promise 10: where answers come to no mailbox that the program knows, nothing waits for one."""
    server.stop()
    credentials.set_secret(shop, "imap", "password", PASSWORD)
    runs.run_job(shop, Job.SYNC_STATUS)
    assert provider_states.list_resting(shop.db) != []
    setting_tasks.set_setting(shop, "providers.imap.host", "")
    runs.run_job(shop, Job.SYNC_STATUS)
    assert provider_states.list_resting(shop.db) == []
