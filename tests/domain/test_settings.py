"""Settings say what is wrong with a value, and fall back to what is safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.domain.settings import SETTINGS, SettingFault, Settings, check, parse_setting


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
