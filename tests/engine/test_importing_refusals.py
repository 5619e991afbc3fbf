"""Files of those who said no: what they may change, what undoing them may take back, what holds whatever comes."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store import customers, suppressions
from tests.engine.import_rig import NOW, Rig, only

ANN = {"email": "ann@example.com", "phone": "+12025550123", "consent_email": "yes", "consent_sms": "yes"}


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    rig = Rig(tmp_path)
    yield rig
    rig.db.close()


def test_a_later_yes_to_one_channel_leaves_the_no_to_the_others(rig: Rig) -> None:
    """C18: she said no to everything on the 10th and yes to SMS on the 21st; the file of the 10th comes on the 22nd."""
    rig.bring_in("customers", [ANN])
    ann = only(rig, "SELECT id FROM customers")
    customers.opt_in(rig.db, ann, ChannelName.SMS, wording="said so at the till", at=NOW)
    no = {"email": "ann@example.com", "phone": "+12025550123", "opted_out_at": "2026-11-10"}
    rig.bring_in("optouts", [no], now=NOW + timedelta(days=1))
    said = rig.consent("ann@example.com")
    assert [channel for channel, agreed in said.items() if agreed != 0] == [ChannelName.SMS]
    assert suppressions.find_reason(rig.db, "email", "ann@example.com", ChannelName.EMAIL) == "opt_out"
    assert suppressions.find_reason(rig.db, "phone", "+12025550123", ChannelName.WHATSAPP) == "opt_out"
    assert suppressions.find_reason(rig.db, "phone", "+12025550123", ChannelName.SMS) is None


def test_undoing_a_file_leaves_what_the_person_said_herself_since(rig: Rig) -> None:
    """C18: a stranger's STOP after the file that listed her stays when the file is taken back."""
    report = rig.bring_in("optouts", [{"email": "x@example.com"}])
    suppressions.suppress(rig.db, "email", "x@example.com", channel=None, reason="opt_out", source="person", at=NOW)
    rig.undo(report)
    assert suppressions.find_reason(rig.db, "email", "x@example.com", ChannelName.EMAIL) == "opt_out"


def test_a_forgotten_address_is_never_written_down_again(rig: Rig) -> None:
    """Promise 32: a bounce or a STOP that comes back after the erasure leaves no address on the list."""
    for reason, channel in (("erased", None), ("bounced", ChannelName.SMS), ("opt_out", ChannelName.WHATSAPP)):
        suppressions.suppress(
            rig.db, "phone", "+12025550123", channel=channel, reason=reason, source="provider", at=NOW
        )
    assert only(rig, "SELECT count(*) FROM suppressions WHERE address IS NOT NULL") == 0
