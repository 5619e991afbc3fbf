"""`campaigns …` and `groups …`: the owner's own, from a file to the money, with kills and two presses (C1 to C8)."""

import csv
import json
import signal
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import CommandLine
from tests.conftest import Clock
from tests.shop_rows import add_customer, add_order

_PLAN = {
    "name": "Autumn",
    "description": "Those who bought once",
    "campaign_type": "winback",
    "outreach_method": "email",
    "channels": ["email"],
    "target_criteria": {"all": [{"field": "orders_count", "op": "at_least", "value": 1}]},
    "message_template": None,
    "call_script": None,
    "scheduled_at": None,
    "rate_limit_per_minute": 0,
    "holdout_percent": 0,
    "steps": [],
    "variants": [],
}
_KEYS = {*_PLAN, "id", "status", "created_at", "started_at", "completed_at"}


@pytest.fixture
def shop(cli: CommandLine) -> CommandLine:
    """A shop that may write e-mail to three customers who bought; a fourth never agreed."""
    cli.set(
        channels__email__provider="pretend",
        channels__sms__provider="pretend",
        business__name="Corner Shop",
        business__postal_address="1 Main Street",
        business__reply_to="owner@example.com",
    )
    _add(cli, 3)
    _add(cli, 1, consent_email=None)
    return cli


def _add(cli: CommandLine, count: int, **columns: Any) -> None:
    opened = cli.open()
    there = opened.db.value("SELECT count(*) FROM customers")
    with opened.db.write():
        for number in range(there, there + count):
            values = {"name": f"Ann {number}", "email": f"ann{number}@example.com", "consent_email": 1, **columns}
            add_customer(opened.db, orders_count=1, last_order_at=1_770_000_000, external_id=f"c{number}", **values)
    opened.close()


def _made(cli: CommandLine, **changes: Any) -> Any:
    return cli.ask("campaigns", "create", "--file", "-", given=json.dumps({**_PLAN, **changes}))


def test_from_a_file_to_the_money(shop: CommandLine, clock: Clock, tmp_path: Path) -> None:
    """C1 to C4, C8: create, look, start, send, count, save."""
    file = tmp_path / "autumn.json"
    file.write_text(json.dumps(_PLAN))
    made = shop.ask("campaigns", "create", "--file", file)
    assert set(made) >= _KEYS
    assert (made["status"], made["started_at"], made["completed_at"]) == ("draft", None, None)
    assert {key: made[key] for key in _PLAN} == _PLAN
    seen = shop.ask("campaigns", "review", made["id"])
    assert (seen["matching"], seen["will_get"], seen["left_out"]) == (4, 3, {"no_consent": 1})
    started = shop.ask("campaigns", "start", made["id"])
    assert (started["status"], started["recipients"], started["skipped"]) == ("active", 3, {"no_consent": 1})
    sent = shop.ask("run", "send")
    assert (sent["sent"], sent["failed"], sent["skipped"]) == (3, 0, {})
    clock.move(days=1)
    opened = shop.open()
    add_order(opened.db, 1, clock(), 4250)
    opened.close()
    shop.ask("run", "sync-status")
    found = shop.ask("campaigns", "results", made["id"])
    keys = ("recipients", "sent", "converted", "revenue", "left_out", "failed")
    assert [found[key] for key in keys] == [3, 3, 1, "42.50", 1, 0]
    assert shop.ask("analytics")["by_type"]["winback"]["revenue"] == "42.50"
    people = shop.ask("campaigns", "recipients", made["id"])
    assert people["total"] == 4
    assert shop.ask("campaigns", "recipients", made["id"], "--status", "skipped")["total"] == 1
    saved = shop.ask("campaigns", "export", made["id"], "--out", tmp_path / "people.csv")["file"]
    with Path(saved).open(encoding="utf-8-sig", newline="") as stream:
        assert len(list(csv.DictReader(stream))) == 4
    assert shop.ask("campaigns", "show", made["id"])["status"] == "completed"
    listed = shop.ask("campaigns", "list")["campaigns"]
    assert [each["campaign_type"] for each in listed].count("winback") == 1
    assert shop.run("campaigns", "results", made["id"]).code == shop.run("campaigns", "list").code == 0


def test_every_action_answers_with_the_campaign(shop: CommandLine, tmp_path: Path) -> None:
    """C4: edit, pause, resume, run, cancel, duplicate, archive, delete; illegal ones say what is possible."""
    number = _made(shop)["id"]
    edited = shop.ask("campaigns", "edit", number, "--file", "-", given='{"name": "Winter"}')
    assert (edited["name"], edited["campaign_type"]) == ("Winter", "winback")
    shown = json.dumps(shop.ask("campaigns", "show", number) | {"description": None})
    assert shop.ask("campaigns", "edit", number, "--file", "-", given=shown)["description"] is None
    assert "draft" in shop.refused("campaigns", "pause", number)
    assert shop.ask("campaigns", "run", number)["status"] == "active"
    assert "running" in shop.refused("campaigns", "start", number)
    assert shop.ask("campaigns", "pause", number)["status"] == "paused"
    assert shop.ask("run", "send")["sent"] == 0
    assert shop.ask("campaigns", "resume", number)["status"] == "active"
    assert shop.ask("campaigns", "take-back", number)["status"] == "draft"
    assert shop.ask("campaigns", "start", number)["recipients"] == 3
    copy = shop.ask("campaigns", "duplicate", number)
    assert copy["id"] != number
    assert shop.ask("campaigns", "delete", copy["id"]) == {"id": copy["id"], "deleted": True}
    assert shop.ask("campaigns", "cancel", number)["status"] == "cancelled"
    assert shop.ask("run", "send")["sent"] == 0
    assert shop.ask("campaigns", "archive", number)["archived_at"] is not None
    assert "unarchive" not in shop.ask("campaigns", "unarchive", number)


@pytest.mark.parametrize("given", ["", "[1]", "{", "[" * 100_000, '{"name": 3}', '{"name": "x", "colour": "red"}'])
def test_a_faulty_file_is_refused_in_one_sentence(shop: CommandLine, given: str) -> None:
    """C1: never a traceback, whatever the file holds; nothing is made."""
    assert shop.refused("campaigns", "create", "--file", "-", given=given)
    assert all(each["automatic"] for each in shop.ask("campaigns", "list")["campaigns"])


def test_groups_are_saved_listed_and_shown(shop: CommandLine, tmp_path: Path) -> None:
    """C14: criteria under a name from a file or stdin, with live counts."""
    group = {"name": "Agreed", "criteria": {"field": "agreed_channel", "op": "is", "value": "email"}}
    saved = shop.ask("groups", "save", given=json.dumps(group))
    assert (saved["name"], saved["count"]) == ("Agreed", 3)
    file = tmp_path / "group.json"
    file.write_text(json.dumps({"name": "Everybody", "criteria": {}}))
    shop.ask("groups", "save", file)
    listed = shop.ask("groups", "list")["groups"]
    assert [(each["name"], each["count"]) for each in listed] == [("Agreed", 3), ("Everybody", 4)]
    shown = shop.ask("groups", "show", "agreed")
    assert (shown["total"], len(shown["customers"])) == (3, 3)
    assert shop.run("groups", "show", saved["id"]).code == shop.run("groups", "list").code == 0
    assert "last_order_days" in shop.refused(
        "groups", "save", given='{"name": "x", "criteria": {"field": "last_order", "op": "at_least", "value": 3}}'
    )
    assert "group" in shop.refused("groups", "show", "nobody")
    assert shop.ask("groups", "delete", "agreed")["deleted"]


def test_two_starts_at_once_write_to_nobody_twice(shop: CommandLine) -> None:
    """C4, promise 11: the same start pressed in two windows."""
    _add(shop, 20)
    number = _made(shop)["id"]
    both = [shop.start("campaigns", "start", number, "--json") for _ in range(2)]
    answers = [(*process.communicate(timeout=120), process.returncode) for process in both]
    assert all("Traceback" not in err for _out, err, _code in answers)
    assert 0 in {code for _out, _err, code in answers}
    _ask_until_chosen(shop, number)
    sending = [shop.start("run", "send", "--json") for _ in range(2)]
    sent = [json.loads(process.communicate(timeout=120)[0]) for process in sending]
    assert sum(each.get("sent", 0) for each in sent) == 23
    assert shop.ask("campaigns", "results", number)["sent"] == 23


def test_a_start_that_is_killed_goes_on(shop: CommandLine) -> None:
    """Promise 1: kill -9 in the middle of choosing recipients; the next start ends it, nobody is in twice."""
    _add(shop, 200)
    number = _made(shop)["id"]
    for goal in (1, 120):
        process = shop.start("campaigns", "start", number, "--json")
        _wait_for_rows(shop, number, goal)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=30)
    _ask_until_chosen(shop, number)
    opened = shop.open()
    rows = opened.db.rows(
        "SELECT customer_id, count(*) FROM outbox WHERE campaign_id = ? AND state = 'pending' GROUP BY 1", (number,)
    )
    opened.close()
    assert len(rows) == 203
    assert {count for _, count in rows} == {1}
    assert shop.ask("run", "send")["sent"] == 203


def test_a_restored_backup_knows_what_a_later_campaign_sent(shop: CommandLine, tmp_path: Path) -> None:
    """Promise 14: the campaign came after the backup; what it sent is still there, and nobody gets it again."""
    shop.ask("backup", "create", "--out", tmp_path / "before.db")
    number = _made(shop)["id"]
    shop.ask("campaigns", "start", number)
    shop.ask("run", "send")
    other = _made(shop, name="Waiting", scheduled_at="2026-12-24T09:00:00+00:00")["id"]
    shop.ask("campaigns", "start", other)
    shop.ask("backup", "restore", tmp_path / "before.db")
    shop.ask("resume")
    assert shop.ask("campaigns", "results", number)["sent"] == 3
    assert shop.ask("campaigns", "show", other)["status"] == "cancelled"
    again = _made(shop, name="Again")["id"]
    assert shop.ask("campaigns", "start", again)["skipped"] == {"cap_week": 3, "no_consent": 1}


def _ask_until_chosen(cli: CommandLine, number: int) -> None:
    """Presses start once more where the last one was cut off; one that had ended is refused."""
    said = cli.run("campaigns", "start", number, "--json")
    assert said.code == 0 or "running" in said.json["error"]


def _wait_for_rows(cli: CommandLine, number: int, goal: int) -> None:
    opened = cli.open()
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if opened.db.value("SELECT count(*) FROM outbox WHERE campaign_id = ?", (number,)) >= goal:
            break
        threading.Event().wait(0.01)
    opened.close()
