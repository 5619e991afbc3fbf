"""What must never be kept in a log is taken out of every line (promise 26)."""

import json
import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.app.log import FILE_NAME, Log
from reengage_desktop.app.redaction import redact

_SECRETS = [
    "ann.lee+shop@example.com",
    "ZOË@exämple.org",
    "+12025550123",
    "+44 7700 900123",
    "(202) 555-0123",
    "0049 30 901820",
    "07700900123",
    "+1\u2011202\u2011555\u20110123",
    "+1\u202f202\u202f5550123",
    "SG.aBcDeFgHiJkLmNoP.qRsTuVwXyZ0123456789",
    "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
    "EAAGm0PX4ZCpsBAKZC0123456789abcdef",
    "AKIAIOSFODNN7EXAMPLE",
    "re_abcdefghijklmnopqrst",
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
]


@pytest.mark.parametrize("secret", _SECRETS)
@pytest.mark.parametrize(
    "frame", ["{}", "sent to {} at once", '{{"to": "{}"}}', "<{}>", "to={};", "({})", "{}: busy", "sms:{}", "to-{}-x"]
)
def test_canaries_are_gone(secret: str, frame: str) -> None:
    assert secret not in redact(frame.format(secret))


@pytest.mark.parametrize(
    "text",
    [
        "password=hunter2",
        '"api_key": "hunter2"',
        "Authorization: hunter2hunter2",
        "Authorization: Bearer hunter2hunter2",
        "auth_token='hunter2 two'",
        "secret_access_key = hunter2",
        "https://owner:hunter2@mail.example.com/x",
        "https://api.example.com/v1?token=hunter2&to=ann",
        "-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----",
    ],
)
def test_keys_are_gone(text: str) -> None:
    assert "hunter2" not in redact(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-21T09:00:00+00:00",
        "queued 1234 messages, skipped 56 (cap_week)",
        "reengage_desktop/engine/sending/working.py, line 123",
        "process-campaigns:2026-11-21",
        "from reengage_desktop.engine.campaigning.demand import send_on_demand",
        "took 12.345 s, 98.7 %",
        "daily-2026-11-21.db, shop-2026-11-21-162224.db",
        "2026-11-21T09:00:00.123456+00:00",
    ],
)
def test_figures_and_moments_stay(text: str) -> None:
    """A16: a log that hides everything tells nothing."""
    assert redact(text) == text


@given(local=st.from_regex(r"[a-z][a-z0-9.]{0,12}[a-z0-9]", fullmatch=True), around=st.text(max_size=20))
def test_any_address_anywhere(local: str, around: str) -> None:
    address = f"{local}@example.com"
    assert address not in redact(f"{around} {address} {around}")


def test_log_lines_are_json_and_redacted(tmp_path: Path) -> None:
    """A16: structured, and with nothing personal in event, facts or trace."""
    log = Log(tmp_path)
    logger = logging.getLogger("reengage_desktop.test")
    try:
        int("ann@example.com +12025550123")
    except ValueError:
        logger.exception("send.failed for %s", "ann@example.com", extra={"facts": {"to": "+12025550123", "count": 3}})
    log.close()
    line = json.loads((tmp_path / FILE_NAME).read_text(encoding="utf-8"))
    assert line["count"] == 3
    assert line["level"] == "error"
    assert "ValueError" in line["trace"]
    assert "example.com" not in json.dumps(line)
    assert "2025550123" not in json.dumps(line)


def test_log_that_can_not_be_written_stops_nothing(tmp_path: Path) -> None:
    """Promise 12: a full disk while logging."""
    log = Log(tmp_path / "gone")
    logging.getLogger("reengage_desktop.test").warning("unheard")
    log.close()
