"""What the owner can show her customers and look up for them."""

import pytest

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import customers, privacy
from reengage_desktop.jobs.tasks import settings as setting_tasks
from tests.command_line import CommandLine
from tests.shop_rows import add_customer


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_paragraph_says_what_and_why(shop: Shop, language: str) -> None:
    """A20: ready to be copied, with the shop's own figures and contact, in both languages."""
    setting_tasks.set_setting(shop, "reengagement.cap_per_month", "3")
    setting_tasks.set_setting(shop, "reengagement.views_retention_days", "33")
    text = privacy.notice(shop, language).text
    assert "owner@example.com" in text
    assert "3" in text
    assert "33" in text
    assert "{" not in text


def test_the_list_is_searched(shop: Shop) -> None:
    """C18: who is never written to can be looked up; somebody who was forgotten is there without her address."""
    ann, bob = (add_customer(shop.db, email=f"{name}@example.com") for name in ("ann", "bob"))
    customers.opt_out(shop, ann, ChannelName.EMAIL)
    customers.erase(shop, bob)
    everybody = privacy.list_suppressions(shop)
    assert everybody.total == len(everybody.rows) == 2
    assert {each["reason"] for each in everybody.as_json()["addresses"]} == {"opt_out", "erased"}
    assert {each.address for each in everybody.rows} == {"ann@example.com", None}
    assert [each.channel for each in privacy.list_suppressions(shop, "ANN").rows] == ["email"]
    assert privacy.list_suppressions(shop, "100%_").total == 0


def test_from_the_command_line(cli: CommandLine) -> None:
    """D5: the paragraph and the list are commands too."""
    assert cli.ask("privacy", "notice", "--language", "de")["text"].startswith("Wir speichern")
    assert cli.ask("privacy", "notice")["language"] == "en"
    assert cli.ask("privacy", "suppressions") == {"total": 0, "addresses": []}
