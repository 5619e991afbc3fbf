"""How each provider stands, and what changes that."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.channels.registry import KEY_HOLDERS, NETWORK, PROVIDERS
from reengage_desktop.domain.outcomes import AccountCause
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import credentials
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.jobs.tasks.connections import Connection, Standing, read_connections
from reengage_desktop.store import provider_states
from reengage_desktop.store.provider_states import Rest
from tests.servers.smtp import FakeSmtp


@pytest.fixture
def server(tmp_path: Path) -> Iterator[FakeSmtp]:
    with FakeSmtp(log=tmp_path / "mail.log") as running:
        yield running


def smtp(shop: Shop) -> Connection:
    return read_connections(shop).by_provider["smtp"]


def test_from_nothing_to_working_and_back(shop: Shop, server: FakeSmtp) -> None:
    """D1: not connected, never tried, works, refused; every change of it asks for a new try."""
    assert smtp(shop).standing is Standing.NOT_CONNECTED
    assert "host" in smtp(shop).detail
    for key, text in {"host": "127.0.0.1", "port": str(server.port), "security": "none"}.items():
        setting_tasks.set_setting(shop, f"providers.smtp.{key}", text)
    setting_tasks.set_setting(shop, "providers.smtp.from_address", "hello@example.com")
    assert smtp(shop).standing is Standing.UNTESTED
    assert credentials.test_provider(shop, "smtp").ok
    assert smtp(shop).standing is Standing.WORKS
    assert smtp(shop).tested_at == shop.now()
    provider_states.pause(shop.db, "smtp", AccountCause.CREDENTIALS, "535 no", [ChannelName.EMAIL], shop.now())
    assert (smtp(shop).standing, smtp(shop).detail) == (Standing.REFUSED, "535 no")
    setting_tasks.set_setting(shop, "providers.smtp.from_name", "Corner")
    assert smtp(shop).standing is Standing.UNTESTED
    until = shop.now() + timedelta(days=365)
    provider_states.rest(shop.db, "smtp", Rest.OPT_OUTS_UNKNOWN, "The mailbox is locked.", until, shop.now())
    found = smtp(shop)  # no day next year is told for what the next answer ends
    assert (found.standing, found.detail, found.until) == (Standing.UNASKED, "The mailbox is locked.", None)
    assert credentials.test_provider(shop, "smtp").ok
    credentials.set_secret(shop, "smtp", "password", "new")
    assert smtp(shop).standing is Standing.UNTESTED
    assert smtp(shop).kept == {"password"}


def test_everybody_has_a_standing(shop: Shop) -> None:
    """Every provider of the registry and the proxy is told of; what this version can't send through says that."""
    found = read_connections(shop).by_provider
    assert found.keys() == KEY_HOLDERS.keys()
    assert found[NETWORK.name].standing is Standing.NOT_CONNECTED
    for name, card in PROVIDERS.items():
        assert (found[name].standing is Standing.NOT_YET) == (not card.is_offered)
