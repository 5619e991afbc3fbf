"""Promise 9 in its own figures: the token is revoked at message 1,000 of 5,000."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.store import provider_states
from tests.flows.queued_shop import (
    ASKED_MAIL,
    KEYED_MAIL,
    NOON,
    SMS,
    WHATSAPP,
    Case,
    addresses,
    fill,
    finish,
)
from tests.servers.process import server_process

PROVIDERS = {"whatsapp": "whatsapp_cloud"}


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize(
    "case", [KEYED_MAIL, ASKED_MAIL, SMS, WHATSAPP], ids=["mail with keys", "mail", "sms", "whatsapp"]
)
def test_a_token_revoked_at_message_1000_of_5000(
    tmp_path: Path, case: Case, record_property: Callable[[str, object], None]
) -> None:
    """Promise 9: SOAK_MESSAGES (5,000), a fifth goes; only calls that were out already are refused beside the first."""
    count = int(os.environ.get("SOAK_MESSAGES", "5000"))
    good = count // 5 - 1
    with server_process(case.server, tmp_path / "log") as server:
        db = fill(tmp_path / "shop", case, server, count)
        server.control(next_modes=["ok"] * good, mode="401")
        finish(tmp_path / "shop", NOON)
        refused = server.control()["asked"] - good
        assert 1 <= refused <= case.at_once, "one, and the calls that were out beside it"
        assert dict(db.rows("SELECT state, count(*) FROM outbox GROUP BY state")) == {
            "accepted": good,
            "pending": count - good,
        }
        assert db.rows("SELECT kind, count(*) FROM notices GROUP BY kind") == [("provider_paused", 1)]
        finish(tmp_path / "shop", NOON + timedelta(hours=1))
        assert server.control()["asked"] == good + refused, "nothing more is asked of it"
        server.control(mode="ok")
        assert provider_states.resume(db, PROVIDERS.get(case.server, case.server), NOON + timedelta(hours=1))
        finish(tmp_path / "shop", NOON + timedelta(hours=1))
        got = addresses(server, case.field)
        assert (len(got), set(got.values())) == (count, {1}), "mended, all the others go, and nobody gets it twice"
    record_property(
        "figures",
        f"{case.server}: {count} messages, revoked at {good + 1}: {refused} calls refused, up to {case.at_once} at "
        f"once and none after them, 1 pause, 1 notice, {count - good} waited; once mended all of them went, 0 twice",
    )
