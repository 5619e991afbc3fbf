"""The first steps of a new shop: when the dialog comes up, what it stores, and how far the checklist is."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.settings import SettingFault
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import checklist, first_run
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.store import settings, test_messages
from reengage_desktop.store.message_log import AttemptEnd
from tests.conftest import Clock
from tests.shop_rows import AT, add_customer

SMTP = {
    "business.name": "Corner Coffee",
    "business.postal_address": "Main Street 1, 10115 Berlin",
    "business.reply_to": "owner@example.com",
    "reengagement.channels": "email",
    "providers.smtp.host": "127.0.0.1",
    "providers.smtp.security": "none",
    "providers.smtp.from_address": "owner@example.com",
}


def _open(folder: Path, clock: Clock) -> Shop:
    return open_shop(Wishes(folder=folder, clock=clock, secrets=MemorySecrets))


def test_wanted_once_by_an_untouched_shop(tmp_path: Path, clock: Clock) -> None:
    """D1: a new shop asks; after it was finished or skipped no start asks again."""
    with closing(_open(tmp_path / "new", clock)) as shop:
        assert first_run.is_wanted(shop)
        assert not first_run.is_wanted(replace(shop, is_sample=True))
        first_run.finish(shop)
    with closing(_open(tmp_path / "new", clock)) as shop:
        assert not first_run.is_wanted(shop)


def test_not_wanted_where_somebody_was_before(tmp_path: Path, clock: Clock) -> None:
    """A shop that the command line set up, or that has customers, is not asked."""
    with closing(_open(tmp_path / "set", clock)) as shop:
        setting_tasks.set_setting(shop, "business.name", "Corner Coffee")
        assert not first_run.is_wanted(shop)
    with closing(_open(tmp_path / "full", clock)) as shop:
        add_customer(shop.db, name="Ann")
        assert not first_run.is_wanted(shop)


def test_a_longer_name_of_before_keeps_no_answer_out(tmp_path: Path, clock: Clock) -> None:
    """B6: only what changes is asked whether it can be taken."""
    long = "Corner Coffee " * 20
    with closing(_open(tmp_path / "new", clock)) as shop:
        shop.db.run("INSERT INTO settings VALUES ('business.name', ?, 'owner', 0)", (long.strip(),))
        first_run.apply(shop, {"business.name": long, "business.reply_to": "owner@example.com"})
        assert shop.settings().text("business.reply_to") == "owner@example.com"
        with pytest.raises(SettingFault, match="100"):
            first_run.apply(shop, {"business.name": f"{long}!"})


def test_answers_are_stored_together_or_not(tmp_path: Path, clock: Clock) -> None:
    """B6: one answer that can't be taken keeps all of them out; one that changes nothing is still the owner's word."""
    with closing(_open(tmp_path / "new", clock)) as shop:
        with pytest.raises(SettingFault, match="e-mail"):
            first_run.apply(shop, {"business.name": "Corner Coffee", "business.reply_to": "nobody"})
        assert shop.settings().text("business.name") == ""
        first_run.apply(shop, {"business.name": " Corner Coffee ", "business.country": shop.settings().country})
        assert shop.settings().text("business.name") == "Corner Coffee"
        first_run.apply(shop, {"reengagement.inactivity_threshold": "60"})
        assert settings.origins(shop.db)["reengagement.inactivity_threshold"] == "owner"


def test_the_chosen_channel_comes_after_those_there_are(shop: Shop) -> None:
    """B4: writing by SMS as well does not take e-mail's place."""
    first_run.write_by(shop, ChannelName.EMAIL, "resend")
    first_run.write_by(shop, ChannelName.SMS, "twilio")
    assert shop.settings().channels == (ChannelName.EMAIL, ChannelName.SMS)
    first_run.write_by(shop, ChannelName.EMAIL, "smtp")
    assert shop.settings().channels == (ChannelName.EMAIL, ChannelName.SMS)


def test_the_checklist_step_by_step(tmp_path: Path, clock: Clock) -> None:
    """D1: customers, a channel, a test to oneself, a first campaign; then the card is gone."""
    with closing(_open(tmp_path / "new", clock)) as shop:
        assert checklist.read(shop) == checklist.Checklist(*[False] * 5)
        add_customer(shop.db, name="Ann")
        assert checklist.read(shop).has_customers
        first_run.write_by(shop, ChannelName.EMAIL, "pretend")
        assert not checklist.read(shop).has_channel, "the pretend provider is no connection"
        for key, text in {**SMTP, "channels.email.provider": "smtp"}.items():
            setting_tasks.set_setting(shop, key, text)
        assert checklist.read(shop).has_channel
        with shop.db.write():
            row, _ = test_messages.begin(shop.db, "we_miss_you", ChannelName.EMAIL, "smtp", clock())
            assert not checklist.read(shop).has_tested
            test_messages.end(shop.db, row, AttemptEnd.ACCEPTED, None, None, clock())
        assert checklist.read(shop).has_tested
        setting_tasks.set_setting(shop, "reengagement.enabled", "true")
        assert checklist.read(shop) == checklist.Checklist(*[True] * 5)


def test_a_started_campaign_of_ones_own_counts(shop: Shop) -> None:
    """C2: a draft does not, one that was started does."""
    campaign = shop.db.insert(
        "INSERT INTO campaigns (campaign_type, name, status, created_at) VALUES ('custom', 'Spring', 'draft', ?)", (AT,)
    )
    assert not checklist.read(shop).has_started
    shop.db.run("UPDATE campaigns SET started_at = ? WHERE id = ?", (AT, campaign))
    assert checklist.read(shop).has_started


def test_put_away_and_brought_back(shop: Shop) -> None:
    """The card can be put away, and Undo brings it back; the sample shop has none."""
    assert not checklist.read(shop).is_hidden
    checklist.put_away(shop)
    assert checklist.read(shop).is_hidden
    checklist.bring_back(shop)
    assert not checklist.read(shop).is_hidden
    assert checklist.read(replace(shop, is_sample=True)).is_hidden
