"""A day in the life through the command line: files in, real messages on real sockets, and money to the cent."""

import csv
import email
import email.policy
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from reengage_desktop.store.database import open_database
from tests.command_line import CommandLine
from tests.conftest import Clock
from tests.servers.smtp import FakeSmtp
from tests.servers.twilio import ACCOUNT_SID, AUTH_TOKEN, OWN_NUMBER, FakeTwilio
from tests.servers.whatsapp import ACCESS_TOKEN, PHONE_NUMBER_ID, FakeWhatsApp

_CUSTOMERS = (
    ("customer_id", "name", "email", "phone", "country", "consent_email", "consent_sms", "consent_whatsapp"),
    ("c1", "Ann Archer", "ann@example.com", "", "US", "yes", "", ""),
    ("c2", "Ben Bright", "", "+12025550102", "US", "", "yes", ""),
    ("c3", "Cat Cole", "", "+442079460103", "GB", "", "", "yes"),
    ("c4", "Dan Drew", "dan@example.com", "", "US", "yes", "", ""),
    ("c5", "Eve Earl", "eve@example.com", "", "US", "no", "", ""),
    ("c6", "Fay Fox", "fay@example.org", "", "US", "yes", "", ""),
)
_ORDERS = ("order_id", "ordered_at", "status", "currency", "customer_id", "order_total", "refunded_amount")
_BEFORE = (
    ("o1", "2026-06-01T10:00:00-04:00", "paid", "USD", "c1", "80.00", ""),
    ("o2", "2026-07-15T10:00:00-04:00", "paid", "USD", "c2", "35.50", ""),
    ("o3", "2026-08-20T10:00:00-04:00", "paid", "USD", "c3", "12.25", ""),
    ("o4", "2026-11-10T10:00:00-05:00", "paid", "USD", "c4", "99.00", ""),
    ("o5", "2026-05-05T10:00:00-04:00", "paid", "USD", "c5", "60.00", ""),
    ("o6", "2026-09-22T23:30:00-04:00", "paid", "USD", "c6", "18.00", ""),
)
_AFTER = (
    ("p1", "2026-11-24T09:30:00-05:00", "partially_refunded", "USD", "c1", "59.90", "10.00"),
    ("p2", "2026-11-27T18:00:00-05:00", "paid", "USD", "c2", "120.05", ""),
    ("p3", "2026-11-25T12:00:00-05:00", "cancelled", "USD", "c3", "15.00", ""),
    ("p4", "2026-11-25T12:00:00-05:00", "paid", "USD", "c4", "77.00", ""),
    ("p5", "2026-11-26T12:00:00-05:00", "paid", "USD", "c1", "31.00", ""),
)


class Services:
    """The owner's mailbox, Twilio and WhatsApp, on ports of this PC."""

    def __init__(self, smtp: FakeSmtp, twilio: FakeTwilio, whatsapp: FakeWhatsApp) -> None:
        self.smtp, self.twilio, self.whatsapp = smtp, twilio, whatsapp


@pytest.fixture
def services() -> Iterator[Services]:
    with ExitStack() as stack:
        yield Services(*(stack.enter_context(kind()) for kind in (FakeSmtp, FakeTwilio, FakeWhatsApp)))


@pytest.fixture
def ready(cli: CommandLine, clock: Clock, services: Services) -> CommandLine:
    """A shop that is connected to the three services, switched on, at 10:00 of Saturday, 21 November, in New York."""
    clock.moment = datetime.fromisoformat("2026-11-21T10:00:00-05:00")
    connect(cli, services)
    return cli


def connect(cli: CommandLine, services: Services) -> None:
    cli.set(
        providers__smtp__host="127.0.0.1",
        providers__smtp__port=services.smtp.port,
        providers__smtp__security="none",
        providers__smtp__from_address="owner@example.com",
        providers__smtp__rate_per_minute=0,
        providers__twilio__base_url=services.twilio.url,
        providers__twilio__account_sid=ACCOUNT_SID,
        providers__twilio__from_number=OWN_NUMBER,
        providers__whatsapp_cloud__base_url=services.whatsapp.url,
        providers__whatsapp_cloud__phone_number_id=PHONE_NUMBER_ID,
        reengagement__channels="email,sms,whatsapp",
        reengagement__enabled="true",
    )
    assert cli.ask("credentials", "set", "twilio", "auth_token", given=f"{AUTH_TOKEN}\n")["ok"]
    assert cli.ask("credentials", "set", "whatsapp_cloud", "access_token", given=ACCESS_TOKEN)["ok"]
    assert cli.ask("settings", "check") == {"valid": True, "errors": []}


def table(folder: Path, name: str, *rows: tuple[str, ...]) -> Path:
    file = folder / name
    with file.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows(rows)
    return file


def test_from_files_to_money(ready: CommandLine, clock: Clock, services: Services, tmp_path: Path) -> None:
    """A10, A11, A12, B3, B5, D5: import → daily run → approval → messages arrive → orders → conversions to the cent."""
    assert ready.ask("import", "customers", table(tmp_path, "customers.csv", *_CUSTOMERS))["created"] == 6
    assert ready.ask("import", "orders", table(tmp_path, "orders.csv", _ORDERS, *_BEFORE))["created"] == 6
    assert ready.ask("customers", "list", "--segment", "inactive")["total"] == 5

    dry = ready.ask("run", "process-campaigns", "--dry-run")
    run = ready.ask("run", "process-campaigns")
    assert run == dry
    assert run == {
        "total_processed": 5,
        "total_notified": 4,
        "total_failed": 0,
        "decisions": {"we_miss_you": 4},
        "skipped": {"opted_out": 1},
    }
    waiting = ready.ask("queue", "--status", "held")
    assert waiting["total"] == 4
    assert {message["reason"] for message in waiting["messages"]} == {"awaiting_approval"}
    assert ready.ask("run", "send")["sent"] == 0, "nothing goes without the owner's approval"
    assert ready.ask("queue", "approve", "--all") == {"changed": 4}
    assert ready.ask("run", "send") == {"sent": 4, "failed": 0, "deferred": 0, "uncertain": 0, "skipped": {}}

    assert sorted(mail["recipient"] for mail in services.smtp.accepted) == ["ann@example.com", "fay@example.org"]
    mail = email.message_from_string(services.smtp.accepted[0]["raw"], policy=email.policy.default)
    assert mail["List-Unsubscribe"]
    body = mail.get_body(("plain",))
    assert body is not None
    assert "1 Main Street, Springfield" in body.get_content()
    assert [(text["to"], text["from"]) for text in services.twilio.accepted] == [("+12025550102", OWN_NUMBER)]
    assert "Ben" in services.twilio.accepted[0]["body"]
    assert [message["to"] for message in services.whatsapp.accepted] == ["442079460103"]
    assert services.whatsapp.accepted[0]["template"]

    again = ready.ask("run", "process-campaigns")
    assert again["total_notified"] == 0
    assert ready.ask("jobs", "list")["total_customers_notified"] == 4
    assert ready.ask("run", "send")["sent"] == 0

    clock.move(days=7)
    assert ready.ask("import", "orders", table(tmp_path, "later.csv", _ORDERS, *_AFTER))["created"] == 5
    money = ready.ask("analytics", "--days", 30)
    missed = money["by_type"]["we_miss_you"]
    assert (missed["sent"], missed["converted"], missed["conversion_rate"]) == (4, 2, 0.5)
    assert Decimal(missed["revenue"]) == Decimal("59.90") - Decimal("10.00") + Decimal("120.05")
    assert money["by_channel"]["email"]["revenue"] == "49.90"
    assert money["by_channel"]["sms"]["revenue"] == "120.05"
    assert money["by_channel"]["whatsapp"]["converted"] == 0
    assert money["totals"]["revenue"] == "169.95"

    history = ready.ask("history", "--limit", 2)
    assert (history["page"], history["limit"], history["total"], len(history["messages"])) == (1, 2, 4, 2)
    assert ready.ask("history", "--from", "2026-11-22")["total"] == 0
    orders = {message["order_id"] for message in ready.ask("history")["messages"]}
    assert orders == {None, "p1", "p2"}

    refunded = ("p2", "2026-11-27T18:00:00-05:00", "refunded", "USD", "c2", "120.05", "120.05")
    assert ready.ask("import", "orders", table(tmp_path, "refund.csv", _ORDERS, refunded))["updated"] == 1
    assert ready.ask("analytics")["totals"]["revenue"] == "49.90"


def test_nothing_personal_in_the_log(ready: CommandLine, clock: Clock, tmp_path: Path) -> None:
    """A16, promise 26: campaigns, sends, conversions and refusals are logged, without an address, a name or a key."""
    ready.ask("import", "customers", table(tmp_path, "customers.csv", *_CUSTOMERS))
    ready.ask("import", "orders", table(tmp_path, "orders.csv", _ORDERS, *_BEFORE))
    ready.ask("run", "process-campaigns")
    ready.ask("queue", "approve", "--all")
    ready.ask("run", "send")
    ready.refused("explain", "zed@example.com")
    ready.set(providers__smtp__host="localhost", providers__smtp__port=1)
    ready.ask("customers", "opt-out", "ann@example.com")
    clock.move(days=7)
    ready.ask("import", "orders", table(tmp_path, "later.csv", _ORDERS, *_AFTER))
    log = "".join(file.read_text(encoding="utf-8") for file in (ready.folder / "logs").iterdir())
    for event in ("run.finished", "import.finished", "conversions", "command.refused", "process-campaigns", "send"):
        assert event in log, event
    canaries = [cell for row in _CUSTOMERS[1:] for cell in row[1:4] if cell]
    canaries += [AUTH_TOKEN, ACCESS_TOKEN, "zed@", "2025550102", "7946010", "Archer", "Bright"]
    assert not [canary for canary in canaries if canary in log]


def test_a_forgotten_person_is_in_no_file_of_the_shop(ready: CommandLine, clock: Clock, tmp_path: Path) -> None:
    """Promise 32: imported, refused, written to, forgotten: no byte of hers in any file but the copies; those age."""
    one = ("c7", "Gwen Canary", "gwen.canary@example.com", "+12025550107", "US", "yes", "yes", "")
    people = table(tmp_path, "people.csv", *_CUSTOMERS, one)
    bought = ("o7", "2026-09-22T23:30:00-04:00", "paid", "USD", "c7", "18.00", "")
    unread = ("o8", "some day", "paid", "USD", "gwen.canary@example.com", "18.00", "")
    ready.ask("import", "customers", people)
    ready.ask("import", "orders", table(tmp_path, "orders.csv", _ORDERS, *_BEFORE, bought))
    ready.ask("import", "orders", table(tmp_path, "more.csv", (*_ORDERS[:4], "email", *_ORDERS[5:]), *[unread] * 2))
    ready.ask("run", "process-campaigns")
    ready.ask("queue", "approve", "--all")
    assert ready.ask("run", "send")["sent"] == 5
    with closing(open_database(ready.folder / "shop.db")) as other:
        assert other.value("SELECT count(*) FROM customers") == 7
        files = _read_all(ready.folder)
        holding = {name.partition("/")[0] for name, content in files.items() if b"gwen.canary@example.com" in content}
        assert holding >= {"shop.db", "rejects"}, "the check itself sees what is there"
        ready.ask("customers", "erase", "c7")
        files = _read_all(ready.folder)
        assert {"shop.db-wal", "refusals.ledger", "sent.ledger", "logs/reengage.log"} <= set(files)
    files.update(_read_all(ready.folder))
    canaries = (b"gwen.canary", b"2025550107", b"Canary", b"Gwen")
    assert [(name, canary) for name, content in files.items() for canary in canaries if canary in content] == []
    clock.move(days=60)
    assert ready.ask("import", "customers", people)["rejected"] == 1
    assert "gwen" not in ready.run("customers", "list", "--json").out


def _read_all(folder: Path) -> dict[str, bytes]:
    """Every file of a shop by its name in the folder, but the copies."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in found}
    return {name: path.read_bytes() for name, path in names.items() if not name.startswith("backups/")}


def test_an_opt_out_by_text_message_is_learned_first(
    ready: CommandLine, clock: Clock, services: Services, tmp_path: Path
) -> None:
    """Promise 10: STOP arrived while the PC slept; it is fetched before anything is sent."""
    ready.ask("import", "customers", table(tmp_path, "customers.csv", *_CUSTOMERS))
    ready.ask("import", "orders", table(tmp_path, "orders.csv", _ORDERS, *_BEFORE))
    ready.ask("run", "process-campaigns")
    ready.ask("queue", "approve", "--all")
    services.twilio.add_reply("+12025550102", "Stop")
    sent = ready.ask("run", "send")
    assert services.twilio.accepted == []
    assert sent["sent"] == 3
    profile = ready.ask("customers", "show", "c2")
    assert profile["consent"]["sms"] is False
    assert "opted_out" in profile["segments"]


def test_one_message_by_payload(ready: CommandLine, services: Services, tmp_path: Path) -> None:
    """A13: both forms of the payload, its refusals, and an exit code that is always 0."""
    ready.ask("import", "customers", table(tmp_path, "customers.csv", *_CUSTOMERS))
    ready.ask("import", "orders", table(tmp_path, "orders.csv", _ORDERS, *_BEFORE))
    plain = '{"customer_phone": "+1 202 555 0102", "campaign_type": "we_miss_you"}'
    wrapped = (
        '{"_wch_version": 2, "args": {"customer_phone": "+442079460103", "campaign_type": "we_miss_you"}, '
        '"_wch_meta": {"queued_at": "2026-11-21T10:00:00Z", "source": "till", "priority": "high"}}'
    )
    first = ready.ask("send", "--payload", plain)
    assert first["success"] is True
    assert len(services.twilio.accepted) == 1
    assert first["message_id"] == ready.ask("history")["messages"][0]["id"]
    assert ready.ask("send", "--payload", "-", given=wrapped)["success"] is True
    assert len(services.whatsapp.accepted) == 1
    refusals = {
        plain: "Frequency cap reached",
        "{}": "Missing customer phone",
        "no json": "Missing customer phone",
        '{"customer_phone": "+12025550199", "campaign_type": "we_miss_you"}': "Customer not found",
        '{"customer_phone": "+12025550102", "campaign_type": "spam"}': "Failed to build message content",
    }
    for payload, words in refusals.items():
        assert ready.ask("send", "--payload", payload) == {"success": False, "error": words}
    ready.set(reengagement__enabled="false")
    assert ready.ask("send", "--payload", plain) == {
        "success": False,
        "error": "Not sent: automatic messages are switched off.",
    }


def test_dead_services_lose_nothing(ready: CommandLine, clock: Clock, services: Services, tmp_path: Path) -> None:
    """Promise 8: nobody answers; everything still waits, and goes when they are back."""
    ready.ask("import", "customers", table(tmp_path, "customers.csv", *_CUSTOMERS))
    ready.ask("import", "orders", table(tmp_path, "orders.csv", _ORDERS, *_BEFORE))
    ready.set(reengagement__channels="email", providers__smtp__port=1)
    assert ready.ask("run", "process-campaigns")["total_notified"] == 2
    ready.ask("queue", "approve", "--all")
    assert ready.ask("run", "send") == {"sent": 0, "failed": 0, "deferred": 2, "uncertain": 0, "skipped": {}}
    ready.set(providers__smtp__port=services.smtp.port)
    clock.moment += timedelta(minutes=20)
    assert ready.ask("run", "send")["sent"] == 2
    assert len(services.smtp.accepted) == 2
