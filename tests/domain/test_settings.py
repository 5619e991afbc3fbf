"""Settings say what is wrong with a value, and fall back to what is safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.domain.setting_faults import FaultKind, check, find_faults
from reengage_desktop.domain.settings import SETTINGS, SettingFault, Settings, parse_setting


def test_every_default_is_a_value() -> None:
    """B6: a fresh shop's settings are sound."""
    assert check(Settings()) == []
    for key, setting in SETTINGS.items():
        parse_setting(key, setting.default)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("reengagement.inactivity_threshold", "0"),
        ("reengagement.inactivity_threshold", "366"),
        ("reengagement.run_time", "9:00"),
        ("reengagement.run_time", "24:00"),
        ("reengagement.channels", "email,pigeon"),
        ("reengagement.channels", "email,email"),
        ("business.timezone", "Mars/Olympus"),
        ("business.country", "Germany"),
        ("business.country", "XX"),
        ("business.currency", "XXX"),
        ("sending.allowed_weekdays", ""),
        ("sending.allowed_weekdays", "mon,mon"),
        ("sending.allowed_weekdays", "monday"),
        ("sending.holidays", "24.12."),
        ("sending.holidays", "02-30"),
        ("sending.holidays", "2026-1-1"),
        ("providers.smtp.host", "a..b"),
        *(
            ("business.website", text)
            for text in (
                "nonsense",
                "-1",
                "a..b",
                "http://",
                "javascript:alert(1)",
                "you@example.com",
                "ftp://x.example.com",
            )
        ),
        ("providers.smtp.host", "x" * 64),
        ("providers.smtp.host", ".".join(["x" * 60] * 5)),
        ("providers.imap.host", "mail.example.com:993"),
        ("providers.ses.region", "x" * 64),
        ("providers.twilio.base_url", "https://a..b/v1"),
        ("providers.twilio.base_url", f"https://{'x' * 64}.example.com:8443/"),
        ("providers.twilio.base_url", "http://api.twilio.com"),
        ("providers.twilio.base_url", "https://user@host.example.com"),
        ("providers.smtp.from_address", "shop\r\nBcc: x@example.com"),
        ("reengagement.cap_per_week", "0"),
        ("reengagement.enabled", "perhaps"),
    ],
)
def test_a_bad_value_gets_a_sentence(key: str, text: str) -> None:
    """B6: a refused value names the setting and what it should be; promise 27: no token to a stranger's address."""
    with pytest.raises(SettingFault, match=key):
        parse_setting(key, text)


def test_an_unknown_key_names_the_nearest() -> None:
    """cli.md: unknown keys are refused with the nearest known one."""
    with pytest.raises(SettingFault, match=r"reengagement\.inactivity_threshold"):
        parse_setting("reengagement.inactivity_treshold", "60")


def test_all_faults_at_once() -> None:
    """B6: every fault at once, each in a sentence."""
    faults = check(
        Settings(
            {
                "reengagement.enabled": "true",
                "reengagement.cap_per_week": "5",
                "reengagement.cap_per_month": "2",
                "reengagement.too_long_gone_days": "30",
                "sending.quiet_end": "21:00",
                "reengagement.run_time": "later",
            }
        )
    )
    assert len(faults) == 5
    assert all(fault.endswith(".") for fault in faults)


@given(st.sampled_from(sorted(SETTINGS)), st.text(max_size=30))
def test_no_text_breaks_the_settings(key: str, text: str) -> None:
    """Bad input gets a sentence, never a traceback, and a stored bad value falls back to the default."""
    settings = Settings({key: text})
    try:
        assert settings[key] == parse_setting(key, text)
    except SettingFault:
        assert settings[key] == Settings()[key]
        assert settings.faults


def test_every_fault_has_its_field() -> None:
    """B6: every fault at once, each with the setting under which the window shows it."""
    settings = Settings(
        {
            "reengagement.enabled": "true",
            "reengagement.cap_per_week": "3",
            "reengagement.cap_per_month": "2",
            "sending.quiet_start": "08:00",
            "sending.allowed_weekdays": "mon",
        }
    )
    found = {fault.key: fault.kind for fault in find_faults(settings)}
    assert found == {
        "reengagement.channels": FaultKind.NO_CHANNEL,
        "reengagement.cap_per_month": FaultKind.CAPS,
        "sending.quiet_end": FaultKind.NO_HOUR,
        "sending.expires_after_hours": FaultKind.EXPIRES_IN_PAUSE,
    }
    assert len(check(settings)) == len(found)


def test_days_are_kept_in_order() -> None:
    """The owner types days as she likes; they are kept as days, sorted, each once."""
    assert Settings({"sending.holidays": "2026-12-24; 12-25 12-25"}).names("sending.holidays") == (
        "12-25",
        "2026-12-24",
    )
    assert Settings({"sending.allowed_weekdays": "Fri, mon"}).weekdays == (0, 4)


@pytest.mark.parametrize(
    "text", ["mail.example.com", "mail_1.example.com.", "127.0.0.1", "::1", "[::1]", "localhost", ""]
)
def test_servers_are_named_as_the_net_has_it(text: str) -> None:
    """D6: every form in which an owner gets a server's name from its provider."""
    assert parse_setting("providers.smtp.host", text) == text


def test_a_sentence_holds_no_book() -> None:
    """Ux 11: what was typed comes back cut, without what no screen can show."""
    with pytest.raises(SettingFault) as fault:
        parse_setting("business.reply_to", "a\0b" + "x" * 10_000)
    assert "a b" in str(fault.value)
    assert len(str(fault.value)) < 400


def test_a_shops_name_is_no_story() -> None:
    """B1, B6: it stands in every message; a longer one from before is read as it is, and said once it is changed."""
    assert parse_setting("business.name", "x" * 100) == "x" * 100
    long = "Corner Shop " * 20
    settings = Settings({"business.name": long})
    assert settings.text("business.name") == long.strip()
    assert settings.faults == {}
    with pytest.raises(SettingFault, match="100"):
        parse_setting("business.name", long)


@pytest.mark.parametrize(
    "text", ["", "shop.example.com", "https://www.example.com:8080/de/?a=b", "https://müller.example"]
)
def test_a_website_is_taken_as_it_is_typed(text: str) -> None:
    """B1: with or without its scheme; in a message it becomes a link."""
    assert parse_setting("business.website", text) == text
