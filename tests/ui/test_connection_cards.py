"""Connection cards: what is used for what, “Send me a test”, the trial, the proxy, and what is disconnected."""

from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from reengage_desktop.channels.registry import NETWORK, PROVIDERS
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import credentials
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.jobs.tasks.connections import TestKind
from reengage_desktop.jobs.tasks.test_messages import Ending, SentTest
from reengage_desktop.ui.settings.provider import ProviderView
from reengage_desktop.ui.settings.provider_words import field_label
from reengage_desktop.ui.widgets.test_sending import TestDialog
from tests.ui.stage import Stage


def open_card(stage: Stage, name: str) -> ProviderView:
    page = stage.go("settings", {"provider": name})
    stage.settle()
    found: ProviderView = page.sections["connections"].views[name]
    return found


def shown(made: QPushButton) -> bool:
    return made.isVisibleTo(made.parentWidget())


def connect_mailbox(shop: Shop) -> None:
    chosen = {
        "business.postal_address": "Main Street 1",
        "channels.email.provider": "smtp",
        "providers.smtp.host": "localhost",
        "providers.smtp.from_address": "hello@example.com",
        "providers.resend.from_address": "hello@example.com",
    }
    for key, text in chosen.items():
        setting_tasks.set_setting(shop, key, text)
    credentials.set_secret(shop, "resend", "api_key", "not a real one")


def test_every_card_says_what_it_costs_and_where_its_keys_are(stage: Stage) -> None:
    """Issue 6, connections screen; ux.md 8: what it costs, where the key is (with a link), a word for every field."""
    views = stage.go("settings", {"section": "connections"}).sections["connections"].views
    assert set(views) == (PROVIDERS.keys() | {NETWORK.name}) - {"pretend", "hand"}
    for name, view in views.items():
        view.expand(is_open=True)
        assert view.story.cost, name
        assert view.story.where, name
        assert view.story.link.startswith("https://") or name in ("smtp", "imap", NETWORK.name)
        fields = [key.rpartition(".")[2] for key in view.form.fields] + list(view.card.secrets)
        assert not [each for each in fields if field_label(each) in ("", each)], name
        assert set(view.secrets) == set(view.card.secrets)


def test_a_message_to_herself_goes_from_the_card_that_carries_the_channel(stage: Stage) -> None:
    """ux.md 8: the test message is a button of its own; it asks for the owner's address and names what it tries."""
    assert not shown(open_card(stage, "smtp").message_buttons[ChannelName.EMAIL])
    connect_mailbox(stage.shop)
    stage.settle()
    view = open_card(stage, "smtp")
    assert shown(view.message_buttons[ChannelName.EMAIL])
    assert not shown(view.use_buttons[ChannelName.EMAIL])
    view.message_buttons[ChannelName.EMAIL].click()
    stage.settle()
    dialog = stage.window.findChild(TestDialog)
    assert dialog is not None
    assert dialog.address.text() == "owner@example.com"
    dialog.close()


def test_another_provider_takes_a_channel_over_from_its_card(stage: Stage) -> None:
    """Issue 6: the owner connects one in two minutes; the channel changes hands where she has just put in the key."""
    connect_mailbox(stage.shop)
    view = open_card(stage, "resend")
    use = view.use_buttons[ChannelName.EMAIL]
    assert shown(use)
    assert not shown(view.message_buttons[ChannelName.EMAIL])
    use.click()
    stage.settle()
    assert stage.shop.settings().text("channels.email.provider") == "resend"
    assert shown(view.message_buttons[ChannelName.EMAIL])
    assert not shown(use)
    stage.window.toast.undo()
    stage.settle()
    assert stage.shop.settings().text("channels.email.provider") == "smtp"


def test_an_account_on_trial_is_no_plain_yes(stage: Stage) -> None:
    """Issue 6, `credentials test`: only the owner's own numbers get anything, so the card does not say “Works”."""
    connect_mailbox(stage.shop)
    told = credentials.Told(ok=True, detail="", kind=TestKind.ON_TRIAL)
    credentials._remember(stage.shop, "resend", told)
    view = open_card(stage, "resend")
    assert view.chip.text() == "On trial"
    assert "on trial" in view.answer.text()
    credentials._remember(stage.shop, "resend", credentials.Told(ok=True, detail="", kind=TestKind.WORKS))
    stage.settle()
    assert view.chip.text() == "Works"


def test_the_proxy_has_a_card_with_its_password(stage: Stage) -> None:
    """Issue 6, one shared HTTP session: the way out through the network's proxy, its password in the keyring only."""
    view = open_card(stage, NETWORK.name)
    assert view.chip.text() == "Not used"
    assert view.form is not None
    field: Any = view.form.fields["network.proxy"].widget
    field.setText("proxy.example.com")
    field.editingFinished.emit()
    stage.settle()
    assert "looks like http://" in view.form.fields["network.proxy"].fault.text()
    field.setText("http://ann@proxy.example.com:3128")
    field.editingFinished.emit()
    view.secrets["proxy_password"].setText("a password")
    view.save("proxy_password")
    stage.settle()
    assert stage.shop.settings().text("network.proxy") == "http://ann@proxy.example.com:3128"
    assert stage.shop.secrets.get(NETWORK.name, "proxy_password") == "a password"
    assert "a password" not in " ".join(stage.shop.settings().texts.values())
    view.forget_button.click()
    stage.settle()
    assert stage.shop.secrets.get(NETWORK.name, "proxy_password") is None


@pytest.mark.parametrize(
    ("ending", "role"),
    [(Ending.SENT, "ok"), (Ending.REFUSED, "bad"), (Ending.UNSURE, "warn"), (Ending.HELD, "warn")],
)
def test_each_answer_to_a_test_in_its_colour(stage: Stage, ending: Ending, role: str) -> None:
    """Issue 6, test message: what mends itself is told apart from what the owner must mend."""
    dialog = TestDialog(stage.desk, "we_miss_you.email.en", ChannelName.EMAIL, None, stage.window)
    ok = ending is Ending.SENT
    dialog._tell_all([SentTest(ok, "", ending, "me@example.com", "Resend", "paused" if ending is Ending.HELD else "x")])
    assert dialog.answer.property("role") == role
    assert dialog.answer.text()
    dialog.close()
