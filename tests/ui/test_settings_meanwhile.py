"""Settings: quick changes all count, a choice stays chosen, and the lists are those of now."""

from datetime import date
from decimal import Decimal
from typing import Any

from reengage_desktop.domain.outcomes import AccountCause
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.tasks import credentials, purchases
from reengage_desktop.jobs.tasks import customers as customer_tasks
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.jobs.tasks.bounces import CameBackList
from reengage_desktop.store import provider_states
from reengage_desktop.store.bounced import CameBack
from tests.ui.customer_steps import someone
from tests.ui.stage import Stage

CHANNELS = "reengagement.channels"


def _section(stage: Stage, key: str) -> Any:
    return stage.go("settings", {"section": key}).section(key)


def test_two_channels_chosen_one_after_the_other_are_both_used(stage: Stage) -> None:
    """B4: the second click does not take back what the first one did."""
    setting_tasks.set_setting(stage.shop, CHANNELS, "email")
    section = _section(stage, "connections")
    section.use(ChannelName.SMS, on=True)
    section.use(ChannelName.WHATSAPP, on=True)
    stage.settle()
    assert stage.shop.settings().texts[CHANNELS] == "email,sms,whatsapp"


def test_an_older_reading_takes_no_channel_back(stage: Stage) -> None:
    """B4: what was read before a press arrives between that one and the next."""
    setting_tasks.set_setting(stage.shop, CHANNELS, "email")
    section = _section(stage, "connections")
    before = stage.shop.settings()
    section.use(ChannelName.SMS, on=True)
    section.show_settings(before)
    section.use(ChannelName.WHATSAPP, on=True)
    stage.settle()
    assert stage.shop.settings().texts[CHANNELS] == "email,sms,whatsapp"


def test_a_channel_goes_as_far_up_as_it_was_pressed(stage: Stage) -> None:
    """Two presses are two places."""
    setting_tasks.set_setting(stage.shop, CHANNELS, "email,sms,whatsapp")
    section = _section(stage, "connections")
    stage.settle()
    section._earlier(ChannelName.WHATSAPP)
    section._earlier(ChannelName.WHATSAPP)
    stage.settle()
    assert stage.shop.settings().texts[CHANNELS] == "whatsapp,email,sms"


def test_an_address_is_trusted_that_was_chosen_not_the_one_in_its_place(stage: Stage) -> None:
    """C10: the list has another first line by the time the button is pressed."""
    card = _section(stage, "privacy").came_back
    ann, bob, eve = (
        CameBack(number, name, "email", "email", f"{name}@example.com", "bounced", None, "")
        for number, name in enumerate(("ann", "bob", "eve"), start=1)
    )
    card.show_list(CameBackList(2, [ann, bob]))
    card.table.selectRow(1)
    card.show_list(CameBackList(3, [eve, ann, bob]))
    assert card._chosen() == bob
    card.show_list(CameBackList(2, [eve, ann]))
    assert card._chosen() is None
    assert not card.trust_button.isEnabled()


def test_the_paragraph_stays_in_the_language_that_was_chosen(stage: Stage) -> None:
    """A20: any change of a setting reads it anew; what is copied then is what was chosen."""
    section = _section(stage, "privacy")
    language = section.language
    other = {"de": "en", "en": "de"}[language.currentData()]
    at = language.findData(other)
    language.setCurrentIndex(at)
    language.activated.emit(at)
    stage.settle()
    chosen = section.paragraph.toPlainText()
    setting_tasks.set_setting(stage.shop, "reengagement.run_time", "10:15")
    stage.settle()
    assert language.currentData() == other
    assert section.paragraph.toPlainText() == chosen


def test_who_said_no_elsewhere_is_on_the_list(stage: Stage) -> None:
    """C18: the list of those who are never written to holds who opted out on another page."""
    section = _section(stage, "privacy")
    first, second = (
        someone(stage, f"consent_email = 1 AND email IS NOT NULL AND phone IS NULL AND id > {after}")
        for after in (0, 20)
    )
    before = section.table.rowCount()
    customer_tasks.opt_out(stage.shop, first)
    stage.settle()
    stage.go("home")
    customer_tasks.opt_out(stage.shop, second)
    stage.settle()
    stage.go("settings", {"section": "privacy"})
    shown = [section.table.item(row, 0).text() for row in range(section.table.rowCount())]
    assert section.table.rowCount() >= before + 2, shown


def test_a_provider_that_refused_meanwhile_does_not_work(stage: Stage) -> None:
    """A15: who comes back to the connections sees how they stand now."""
    shop = stage.shop
    setting_tasks.set_setting(shop, "providers.resend.from_address", "hello@example.com")
    credentials.set_secret(shop, "resend", "api_key", "not a real one")
    section = _section(stage, "connections")
    before = section.views["resend"].chip.text()
    stage.go("home")
    provider_states.pause(shop.db, "resend", AccountCause.BALANCE, "no money", [ChannelName.EMAIL], shop.now())
    stage.go("settings", {"section": "connections"})
    assert section.views["resend"].chip.text() != before


def test_who_bought_meanwhile_has_not_stopped_buying(stage: Stage) -> None:
    """A2: the count under the rules follows a purchase that was logged on another page."""
    section = _section(stage, "rules")
    before = section.stopped.text()
    who = someone(stage, "last_order_at < strftime('%s', '2026-01-01')")
    stage.go("home")
    purchases.log_purchase(stage.shop, who, Decimal(10), date(2026, 11, 20))
    stage.go("settings", {"section": "rules"})
    assert section.stopped.text() != before
