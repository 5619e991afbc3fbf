"""Who carries what: the cards, what is missing in a sentence, and nothing imported before it is needed."""

import subprocess
import sys

import pytest

from reengage_desktop.channels.protocol import NotConfigured, SupportsLookup, SupportsStatusPull
from reengage_desktop.channels.registry import PROVIDERS, availability, build_channel, build_provider
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.credentials import SecretsFault
from reengage_desktop.domain.settings import SETTINGS, Settings
from reengage_desktop.domain.vocabulary import ChannelName

SECRETS = {
    "smtp": ("password",),
    "imap": ("password",),
    "resend": ("api_key",),
    "sendgrid": ("api_key",),
    "postmark": ("server_token",),
    "ses": ("access_key_id", "secret_access_key"),
    "twilio": ("auth_token",),
    "vonage": ("api_key", "api_secret"),
    "sns": ("access_key_id", "secret_access_key"),
    "whatsapp_cloud": ("access_token", "app_secret"),
    "vapi": ("api_key",),
    "google_wallet": ("service_account_json",),
    "onesignal": ("api_key",),
    "fcm": ("service_account_json",),
    "pretend": (),
    "hand": (),
}
"""The table of cli.md."""

READY = {
    "business.name": "Zoë's Shop",
    "business.postal_address": "1 High Street",
    "providers.smtp.host": "mail.example.com",
    "providers.smtp.from_address": "shop@example.com",
    "providers.twilio.account_sid": "AC" + "a1" * 16,
    "providers.twilio.from_number": "+12025550100",
    "providers.whatsapp_cloud.phone_number_id": "106540352242922",
}


def secrets() -> MemorySecrets:
    kept = MemorySecrets()
    kept.set("twilio", "auth_token", "t")
    kept.set("whatsapp_cloud", "access_token", "t")
    return kept


def test_every_provider_of_the_settings_has_a_card() -> None:
    """The names and secret fields are a public interface (cli.md)."""
    assert {name: card.secrets for name, card in PROVIDERS.items()} == SECRETS
    for card in PROVIDERS.values():
        assert set(card.needed_secrets) <= set(card.secrets)
        keys = [
            *card.settings,
            *(key for row in (card.channel_settings or {}).values() for keys in row for key in keys),
        ]
        assert set(keys) <= set(SETTINGS)
        for channel in card.channels:
            assert SETTINGS[f"channels.{channel}.provider"].parse(card.name) == card.name


def test_a_new_shop_is_told_what_is_missing() -> None:
    states = availability(Settings(), MemorySecrets())
    assert set(states) == set(ChannelName)
    assert not any(state.configured for state in states.values())
    assert "“providers.smtp.host”" in states[ChannelName.EMAIL].detail
    assert "“business.postal_address”" in states[ChannelName.EMAIL].detail
    for field in ("“providers.twilio.from_number” or “providers.twilio.messaging_service_sid”", "secret “auth_token”"):
        assert field in states[ChannelName.SMS].detail
    assert "“providers.vapi.assistant_id”" in states[ChannelName.CALL].detail
    assert all(state.detail.endswith(".") for state in states.values())


def test_a_connected_shop() -> None:
    states = availability(Settings(READY), secrets())
    configured = {channel: state.provider for channel, state in states.items() if state.configured}
    assert configured == {
        ChannelName.EMAIL: "smtp",
        ChannelName.SMS: "twilio",
        ChannelName.WHATSAPP: "whatsapp_cloud",
    }
    assert all(state.detail == "" for state in states.values() if state.configured)


def test_no_e_mail_without_the_postal_address() -> None:
    """Every e-mail carries the shop's postal address, so none starts without it."""
    settings = Settings({**READY, "business.postal_address": ""})
    assert not availability(settings, secrets())[ChannelName.EMAIL].configured


def test_test_mode_pretends_on_every_channel() -> None:
    states = availability(Settings({"sending.test_mode": "true"}), MemorySecrets())
    assert {state.provider for state in states.values()} == {"pretend"}
    assert all(state.configured for state in states.values())


def test_one_provider_on_two_channels_needs_different_things() -> None:
    settings = Settings({**READY, "channels.whatsapp.provider": "twilio"})
    states = availability(settings, secrets())
    assert states[ChannelName.SMS].configured
    assert "whatsapp_from" in states[ChannelName.WHATSAPP].detail


@pytest.mark.parametrize(("name", "channel"), [("nobody", ChannelName.SMS), ("smtp", ChannelName.SMS)])
def test_who_does_not_carry_a_channel(name: str, channel: ChannelName) -> None:
    assert isinstance(build_provider(name, channel, Settings(READY), secrets()), NotConfigured)


def test_a_locked_keyring_is_what_is_missing() -> None:
    """25: the channel is not configured, and the keyring's own sentence says why."""

    class Locked(MemorySecrets):
        def get(self, provider: str, field: str) -> str | None:
            raise SecretsFault("The keyring is locked.")

    assert build_channel(ChannelName.SMS, Settings(READY), Locked()) == NotConfigured("The keyring is locked.")


@pytest.mark.parametrize("channel", ChannelName)
def test_capabilities_tell_the_truth(channel: ChannelName) -> None:
    """What an adapter says of itself is what it has."""
    for name, card in PROVIDERS.items():
        settings = Settings({**READY, "providers.twilio.whatsapp_from": "+12025550100"})
        built = build_provider(name, channel, settings, secrets())
        if channel not in card.channels or isinstance(built, NotConfigured):
            continue
        assert built.name == name
        assert built.capabilities.can_look_up is isinstance(built, SupportsLookup)
        can = built.capabilities
        is_asked = can.pulls_status or can.pulls_opt_outs or can.pulls_replies
        assert is_asked is isinstance(built, SupportsStatusPull)
        built.close()


def test_asking_costs_no_network_library() -> None:
    """Start-up asks which channels are connected; that loads neither urllib3 nor the adapters' libraries."""
    script = (
        "import sys; from reengage_desktop.channels.registry import availability\n"
        "from reengage_desktop.credentials import MemorySecrets\n"
        "from reengage_desktop.domain.settings import Settings\n"
        "availability(Settings(), MemorySecrets())\n"
        "sys.exit(any(name in sys.modules for name in ('urllib3', 'truststore', 'smtplib', 'keyring')))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
