"""What an import changes is seen by the next daily run: new consent, new addresses, new orders."""

from pathlib import Path

import pytest

from tests.command_line import CommandLine

ORDERS = "order_id,ordered_at,customer_id,email,order_total,currency\nO1,2026-08-01,C1,ann@example.com,20.00,USD\n"
ADDRESSLESS = "order_id,ordered_at,customer_id,order_total,currency\nO1,2026-08-01,C1,20.00,USD\n"


@pytest.fixture
def shop(cli: CommandLine) -> CommandLine:
    """A shop that writes by the pretend provider without asking."""
    cli.set(
        reengagement__enabled="true",
        reengagement__channels="email",
        reengagement__review_before_sending="false",
        channels__email__provider="pretend",
    )
    return cli


def load(cli: CommandLine, folder: Path, kind: str, text: str) -> None:
    file = folder / f"{kind}.csv"
    file.write_text(text, encoding="utf-8")
    cli.ask("import", kind, file)


def run(cli: CommandLine) -> tuple[int, dict[str, int]]:
    result = cli.ask("run", "process-campaigns")
    return result["total_notified"], result["skipped"]


def test_consent_that_an_import_brings(shop: CommandLine, tmp_path: Path) -> None:
    """A18: who was left out for want of consent is written to once a file says that she agreed."""
    load(shop, tmp_path, "orders", ORDERS)
    assert run(shop) == (0, {"no_consent": 1})
    assert run(shop) == (0, {})
    load(shop, tmp_path, "customers", "customer_id,email,consent_email\nC1,ann@example.com,yes\n")
    assert run(shop) == (1, {})


def test_address_that_an_import_brings(shop: CommandLine, tmp_path: Path) -> None:
    """A18: the same for an address."""
    load(shop, tmp_path, "orders", ADDRESSLESS)
    load(shop, tmp_path, "customers", "customer_id,name,consent_email\nC1,Ann Lee,yes\n")
    assert run(shop) == (0, {"no_address": 1})
    load(shop, tmp_path, "customers", "customer_id,name,email\nC1,Ann Lee,ann@example.com\n")
    assert run(shop) == (1, {})


def test_order_that_an_import_brings(shop: CommandLine, tmp_path: Path) -> None:
    """A2, A18: a newer order ends the silence; what waits for her is decided again from the new day on."""
    load(shop, tmp_path, "orders", ORDERS.replace("2026-08-01", "2026-09-22"))
    assert shop.ask("explain", "C1")["reasons"][3]["passed"] is True
    load(shop, tmp_path, "customers", "customer_id,email,consent_email\nC1,ann@example.com,yes\n")
    load(shop, tmp_path, "orders", ORDERS.replace("O1,2026-08-01", "O2,2026-11-01"))
    assert run(shop) == (0, {})
    assert shop.ask("explain", "C1")["decision"] is None


def test_message_on_demand_once_a_week(shop: CommandLine, tmp_path: Path) -> None:
    """A5, A13: through the command line: sent, then refused for six days, then sent again."""
    load(shop, tmp_path, "customers", "name,email,phone,consent_email\nAnn Lee,ann@example.com,+12025550123,yes\n")
    payload = '{"customer_phone": "+12025550123", "campaign_type": "we_miss_you"}'
    wrapped = f'{{"_wch_version": 2, "args": {payload}, "_wch_meta": {{"queued_at": 1, "source": "x", "priority": 5}}}}'
    first = shop.ask("send", "--payload", payload)
    assert first["success"] is True
    assert isinstance(first["message_id"], int)
    for days in (0, 6):
        shop.clock.move(days=days)
        assert shop.ask("send", "--payload", wrapped) == {"success": False, "error": "Frequency cap reached"}
    shop.clock.move(days=1)
    assert shop.ask("send", "--payload", "-", given=wrapped)["success"] is True
