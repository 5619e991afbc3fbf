"""Promise 32: a forgotten person leaves no byte behind, and stays refused."""

from datetime import UTC, datetime
from pathlib import Path

from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import NoticeKind
from reengage_desktop.engine import privacy
from reengage_desktop.store import notices, suppressions
from reengage_desktop.store.database import open_database
from tests.shop_rows import add_customer, add_message, add_order

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
CANARIES = (b"canary.mail@example.com", b"+12025550199", b"Canary Bird", b"CANARY-ID")


def _bytes_left(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("shop.db*")))


def test_not_one_byte_is_left(tmp_path: Path) -> None:
    """Promise 32: phone, e-mail, name and id are gone from database and log; her purchases stay as anonymous sales."""
    db = open_database(tmp_path / "shop.db")
    person = add_customer(
        db, name="Canary Bird", email="canary.mail@example.com", phone="+12025550199", external_id="CANARY-ID"
    )
    add_order(db, person, NOW)
    add_message(db, person, NOW, address="canary.mail@example.com", content='{"text": "Dear Canary Bird"}')
    words = {"cause": "550 <canary.mail@example.com> is unknown, 12025550199 too"}
    notices.tell(db, "campaign:1:failing", NoticeKind.CAMPAIGN_PAUSED, words, NOW)
    before = _bytes_left(tmp_path)
    assert all(canary in before for canary in CANARIES), "the check itself sees what is there"
    privacy.erase_person(db, person, NOW)
    after = _bytes_left(tmp_path)
    assert [canary for canary in CANARIES if canary in after] == []
    assert db.row("SELECT customer_id, net_minor FROM orders") == (None, 1000)
    assert db.value("SELECT figures FROM notices") == '{"cause": "550 <…> is unknown, … too"}'
    assert suppressions.is_erased(db, "email", "canary.mail@example.com")
    assert suppressions.is_erased(db, "id", "CANARY-ID")
    db.close()


def test_her_own_copy_holds_everything(tmp_path: Path) -> None:
    """C18: the export of one person's data names her orders, messages and consent."""
    db = open_database(tmp_path / "shop.db")
    person = add_customer(db, name="Zoë", email="zoe@example.com")
    add_order(db, person, NOW, 12990)
    add_message(db, person, NOW)
    target = privacy.export_person(db, person, Settings(), NOW, tmp_path / "zoe.json")
    text = target.read_text(encoding="utf-8")
    assert "Zoë" in text
    assert '"129.90"' in text
    assert "We miss you" in text
    db.close()
