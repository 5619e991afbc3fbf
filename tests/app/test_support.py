"""The report for support holds what helps and nobody's data."""

from pathlib import Path

from reengage_desktop.app.support import write_report
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import credentials
from reengage_desktop.jobs.tasks import settings as setting_tasks
from tests.shop_rows import add_customer


def test_it_names_nobody(shop: Shop, tmp_path: Path) -> None:
    """Promise 26: no address, no key, no customer, not even the shop's own; how it stands is there."""
    add_customer(shop.db, name="Annegret Miller", email="annegret@example.com", phone="+447700900123")
    setting_tasks.set_setting(shop, "providers.twilio.account_sid", "AC0123456789abcdef0123456789abcdef")
    credentials.set_secret(shop, "twilio", "auth_token", "canary-secret-token-0123456789")
    text = write_report(shop, tmp_path / "report.txt").read_text(encoding="utf-8")
    for word in ("Annegret", "@", "900123", "AC0123", "canary", "Corner Shop", "Main Street", str(tmp_path)):
        assert word not in text, word
    assert "business.country = US" in text
    assert "ok   database" in text
    assert "providers.twilio.account_sid = [filled in]" in text


def test_it_names_no_folder_and_no_network(shop: Shop, tmp_path: Path) -> None:
    """Promise 26: the folder that is watched and the way out of the house may bear the owner's own name."""
    (tmp_path / "Annegret Miller").mkdir()
    setting_tasks.set_setting(shop, "import.watched_folder", str(tmp_path / "Annegret Miller"))
    setting_tasks.set_setting(shop, "network.proxy", "http://annegret@proxy.miller.example.com:8080")
    text = write_report(shop, tmp_path / "report.txt").read_text(encoding="utf-8").casefold()
    assert "miller" not in text
    assert "annegret" not in text
    assert "network.proxy = [filled in]" in text
