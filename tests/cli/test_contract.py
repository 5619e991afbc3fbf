"""The command line's contract: the keys of every document, exit codes, one document and nothing else."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import CommandLine

_FIGURES = {"sent", "delivered", "opened", "clicked", "answered", "converted", "conversion_rate", "revenue"}
_CUSTOMER = {"id", "name", "phone", "email", "consent", "reachable_by", "orders", "lifetime_value", "last_order_at"}
_MESSAGE = {"id", "customer", "channel", "campaign_type", "campaign", "status", "reason", "due_at", "attempts", "error"}
_CAMPAIGN = {
    "name", "description", "campaign_type", "outreach_method", "channels", "target_criteria", "message_template",
    "call_script", "scheduled_at", "rate_limit_per_minute", "holdout_percent", "steps", "variants", "id", "status",
    "created_at", "started_at", "completed_at",
}  # fmt: skip
_IMPORT = {
    "import_id", "kind", "rows", "created", "updated", "unchanged", "rejected", "rejects_file", "columns", "errors",
    "notes",
}  # fmt: skip
_RUN = {"total_processed", "total_notified", "total_failed", "decisions", "skipped"}
_SEND = {"sent", "failed", "deferred", "uncertain", "skipped"}


@pytest.fixture
def stocked(cli: CommandLine, tmp_path: Path) -> CommandLine:
    """A shop with two customers and an old order."""
    customers = tmp_path / "customers.csv"
    customers.write_text(
        "customer_id,name,email,phone,consent_email\n"
        "c1,Ann Archer,ann@example.com,+12025550101,yes\nc2,Ben Bright,ben@example.com,+12025550102,no\n"
    )
    orders = tmp_path / "orders.csv"
    orders.write_text("order_id,ordered_at,customer_id,order_total,currency\no1,2026-06-01,c1,20.00,USD\n")
    assert set(cli.ask("import", "customers", customers)) >= _IMPORT
    cli.ask("import", "orders", orders)
    return cli


def test_keys_of_every_document(stocked: CommandLine, tmp_path: Path) -> None:
    """D5: what scripts and support rely on."""
    ask = stocked.ask
    assert set(ask("run", "process-campaigns")) >= _RUN
    assert set(ask("run", "check-back-in-stock")) >= {"queued", "skipped"}
    assert set(ask("run", "check-price-drops")) >= {"queued", "skipped"}
    assert set(ask("run", "send")) >= _SEND
    every = ask("run", "all")
    assert set(every) == {
        "process-campaigns", "check-back-in-stock", "check-price-drops", "send", "sync-status", "cleanup",
    }  # fmt: skip
    assert set(every["send"]) >= _SEND
    assert set(ask("queue")) == {"total", "messages"}
    assert ask("pause")["paused"] is True
    assert ask("resume")["paused"] is False
    assert set(ask("history")) == {"page", "limit", "total", "messages"}
    jobs = ask("jobs", "list")["jobs"]
    assert all(set(job) >= {"job", "last_run_at", "last_run_status", "last_run_error", "next_run_at"} for job in jobs)
    analytics = ask("analytics", "--days", 7)
    assert set(analytics) >= {"days", "by_type", "by_channel", "totals", "lift"}
    assert set(analytics["by_type"]["we_miss_you"]) >= _FIGURES
    listed = ask("customers", "list", "--segment", "all", "--limit", 1)
    assert (listed["total"], len(listed["customers"])) == (2, 1)
    assert set(listed["customers"][0]) >= _CUSTOMER | {"segments"}
    assert set(ask("campaigns", "list")["campaigns"][0]) >= _CAMPAIGN
    assert set(ask("campaigns", "show", 1)) >= _CAMPAIGN
    assert ask("settings", "check") == {"valid": True, "errors": []}
    assert set(ask("credentials", "delete", "twilio")) == {"ok", "detail"}
    made = ask("backup", "create", "--out", tmp_path / "copy.db")
    assert set(made) >= {"file", "bytes"}
    doctor = ask("doctor")
    assert doctor["ok"] is True
    assert all(set(check) >= {"name", "ok", "detail"} for check in doctor["checks"])


def test_one_person(stocked: CommandLine, tmp_path: Path) -> None:
    """C18, A4: explain, consent with its wording, tags, a purchase by hand, a view, the export, and erasure."""
    ask = stocked.ask
    for reference in ("c1", "ann@example.com", "+12025550101", "(202) 555-0101"):
        assert ask("customers", "show", reference)["id"] == "c1"
    found = ask("explain", "c1")
    assert set(found) == {"customer", "decision", "channel", "reasons", "next_possible_at"}
    assert all(set(reason) == {"rule", "passed", "detail"} for reason in found["reasons"])
    assert set(ask("track-view", "+12025550101", "mug-1")) == {"view_id"}
    out = ask("customers", "opt-out", "c1", "--channel", "email")
    assert out["consent"]["email"] is False
    back = ask("customers", "opt-in", "c1", "--channel", "email", "--wording", "News by e-mail, asked at the till")
    assert back["consent"]["email"] is True
    assert back["consent_sources"]["email"]["wording"] == "News by e-mail, asked at the till"
    assert ask("customers", "tag", "c1", "vip", "tea")["tags"] == ["vip", "tea"]
    assert ask("customers", "note", "c1", "likes mugs")["note"] == "likes mugs"
    bought = ask("customers", "purchase", "c1", "12.50")
    assert (bought["orders"], bought["lifetime_value"]) == (2, "32.50")
    file = tmp_path / "ann.json"
    assert ask("customers", "export", "c1", "--out", file) == {"file": str(file)}
    assert "ann@example.com" in file.read_text(encoding="utf-8")
    assert ask("customers", "merge", "c1", "c2")["id"] == "c1"
    assert ask("customers", "erase", "c1") == {"erased": True}
    assert "No customer" in stocked.refused("customers", "show", "ann@example.com")


def test_settings(cli: CommandLine) -> None:
    """B1, B6: typed, validated, with the nearest known key, and every fault at once."""
    everything = cli.ask("settings", "list")
    assert everything["reengagement.inactivity_threshold"] == 60
    assert everything["reengagement.enabled"] is False
    assert cli.ask("settings", "get", "reengagement.run_time") == {"reengagement.run_time": "09:00"}
    assert cli.ask("settings", "set", "reengagement.cap_per_week", 2) == {"reengagement.cap_per_week": 2}
    assert "reengagement.cap_per_week" in cli.refused("settings", "set", "reengagement.cap_per_weak", 2)
    for key, value in (
        ("reengagement.inactivity_threshold", "0"),
        ("reengagement.inactivity_threshold", "366"),
        ("reengagement.run_time", "25:00"),
        ("reengagement.channels", "email,pigeon"),
        ("business.timezone", "Mars/Olympus"),
        ("providers.twilio.base_url", "http://api.example.com"),
    ):
        assert key in cli.refused("settings", "set", key, value)
    cli.set(reengagement__enabled="true", business__postal_address="", reengagement__cap_per_month=1)
    checked = cli.ask("settings", "check")
    assert checked["valid"] is False
    assert len(checked["errors"]) >= 2


def test_templates(cli: CommandLine, tmp_path: Path, stocked: CommandLine) -> None:
    """A9, C15: a template from a file, its faults with line and column, and what a customer would read."""
    file = tmp_path / "hello.txt"
    file.write_text("name: hello\nchannel: email\nsubject: Hello {name}\n\nWe have new tea, {name}.\n")
    assert cli.ask("templates", "check", file) == {"valid": True, "errors": []}
    assert cli.ask("templates", "save", file)["version"] == 1
    assert "Ann" in cli.ask("templates", "preview", "hello", "--as", "c1")["text"]
    assert cli.ask("templates", "show", "hello")["subject"] == "Hello {name}"
    assert any(each["name"] == "hello" for each in cli.ask("templates", "list")["templates"])
    file.write_text("name: hello\nchannel: email\nsubject: Hi\n\nDear {nmae},\n{% if x %}\n")
    faults = cli.ask("templates", "check", file)
    assert faults["valid"] is False
    assert [(each["line"], each["column"]) for each in faults["errors"]] == [(5, 7), (6, 1), (6, 7)]
    assert ["nmae" in each["message"] for each in faults["errors"]] == [True, False, False]
    assert "Line" in cli.refused("templates", "save", file)
    assert "no template" in cli.refused("templates", "show", "nothing")


def test_campaigns(cli: CommandLine) -> None:
    """C4: the automatic ones are switched off and on; what only a campaign of the owner's own can do is refused."""
    assert cli.ask("campaigns", "pause", "we_miss_you")["status"] == "paused"
    assert cli.ask("campaigns", "resume", 5)["status"] == "active"
    assert "no campaign" in cli.refused("campaigns", "show", 99)
    for words in (("start", 1), ("results", "we_miss_you"), ("export", 1, "--out", "x.csv"), ("delete", 1)):
        assert "runs by itself" in cli.refused("campaigns", *words)
    assert "not found" in cli.refused("campaigns", "create", "--file", "x.json")
    assert cli.ask("groups", "list") == {"groups": []}


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["fly"],
        ["settings"],
        ["run"],
        ["run", "nothing"],
        ["import", "customers"],
        ["import", "pigeons", "x.csv"],
        ["queue", "--status", "lost"],
        ["queue", "approve", "x"],
        ["queue", "resolve", "1"],
        ["queue", "resolve", "1", "--as", "maybe"],
        ["analytics", "--days", "0"],
        ["history", "--page", "-1"],
        ["send"],
        ["customers", "opt-in", "c1", "--channel", "email"],
        ["settings", "list", "--frobnicate"],
    ],
)
def test_wrong_usage(cli: CommandLine, words: list[str]) -> None:
    """Exit code 2, a sentence, and with --json one document."""
    plain = cli.run(*words)
    assert (plain.code, plain.out) == (2, "")
    assert plain.err
    said = cli.run(*words, "--json")
    assert said.code == 2
    assert set(json.loads(said.out)) == {"error"}


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["import", "customers", "/nowhere/x.csv"], "x.csv"),
        (["import-undo", "77"], "77"),
        (["queue", "approve", "5"], "no message 5"),
        (["queue", "approve"], "--all"),
        (["explain", "nobody"], "No customer"),
        (["explain", ""], "empty"),
        (["history", "--from", "yesterday"], "yesterday"),
        (["credentials", "set", "pigeon", "key"], "pigeon"),
        (["credentials", "set", "twilio", "key"], "auth_token"),
        (["credentials", "set", "twilio", "auth_token"], "empty"),
        (["backup", "verify", "/nowhere/x.db"], "not found"),
        (["backup", "create", "--out", "/nowhere/x.db"], "no folder “/nowhere”"),
        (["settings", "get", "nothing.at.all"], "Did you mean"),
        (["track-view", "12", "T-1"], "12"),
        (["track-view", "+12025550101", "T" * 100_000], "has 100,000 characters"),
        (["history", "--from", "2026-11-02", "--to", "2026-11-01"], "2026-11-02 is later than “--to” 2026-11-01"),
        (["settings", "list", "--now", "tomorrow"], "no moment"),
        (["customers", "export", "c9", "--out", "/x"], "No customer"),
        (["import", "customers", "x.csv", "--consent", "email"], "--wording"),
        (["import", "customers", "x.csv", "--consent", "pigeon", "--wording", "yes"], "pigeon"),
        (["import", "customers", "x.csv", "--mapping", "/nowhere/m.json"], "m.json"),
    ],
)
def test_what_can_not_be_done(cli: CommandLine, words: list[str], part: str) -> None:
    """Exit code 1 and one sentence; never a traceback."""
    sentence = cli.refused(*words)
    assert part in sentence
    plain = cli.run(*words)
    assert (plain.code, plain.out) == (1, "")
    assert "Traceback" not in plain.err


def test_help_and_version(cli: CommandLine) -> None:
    for words in (["--help"], ["run", "--help"], ["customers", "opt-in", "--help"], ["--version"]):
        said = cli.run(*words)
        assert said.code == 0
        assert said.out


def test_options_before_and_after(cli: CommandLine, tmp_path: Path) -> None:
    """`--data-dir`, `--now` and `--json` are taken on either side of the command."""
    for words in (["--json", "settings", "get", "app.theme"], ["settings", "--json", "get", "app.theme"]):
        assert json.loads(cli.run(*words).out) == {"app.theme": "auto"}
    elsewhere: Any = cli.run("settings", "get", "business.name", "--json", "--data-dir", tmp_path / "other")
    assert json.loads(elsewhere.out) == {"business.name": ""}


def test_now_is_the_present_of_rules_and_records(stocked: CommandLine) -> None:
    """`--now`: a what-if for next Friday, and records of that moment; naive moments are the shop's."""
    recent = stocked.ask("customers", "list", "--segment", "inactive", "--now", "2026-07-01T09:00")
    assert recent["total"] == 0
    assert stocked.ask("customers", "list", "--segment", "inactive", "--now", "2026-07-31")["total"] == 1
    stocked.ask("run", "cleanup", "--now", "2026-11-27T09:00")
    job = next(each for each in stocked.ask("jobs", "list")["jobs"] if each["job"] == "cleanup")
    assert job["last_run_at"] == "2026-11-27T09:00:00-05:00"


def test_unexpected_fault_is_a_sentence(cli: CommandLine) -> None:
    """The boundary: the trace goes, redacted, into the log; the owner reads a sentence."""
    cli.ask("settings", "list")
    log = cli.folder / "logs" / "reengage.log"
    with closing(cli.open()) as shop:
        shop.db.run("DROP TABLE conversions")
        shop.db.run("CREATE VIEW conversions AS SELECT boom() AS outbox_id")  # no damage, and nothing anybody expects
    sentence = cli.refused("analytics")
    assert "did not expect" in sentence
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert "Traceback" not in cli.run("analytics").err


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        (["analytics", "--days", "1000000"], 2, "from 1 to 36500"),
        (["import-undo", "9" * 23], 2, "that large"),
        (["customers", "purchase", "c1", "0.000000001"], 1, "more decimals than USD"),
        (["customers", "purchase", "c1", "12.345"], 1, "more decimals than USD"),
        (["customers", "purchase", "c1", "5", "--at", "2030-01-01"], 1, "still to come"),
        (["customers", "purchase", "c1", "5", "--at", "2030-01-01T09:00"], 1, "still to come"),
        (["customers", "purchase", "c1", "5", "--at", "1989-12-31"], 1, "before 1990"),
        (["customers", "purchase", "c1", "5", "--at", "0001-01-01T00:00+14:00"], 1, "no moment"),
        (["backup", "verify", "/"], 1, "is a folder"),
        (["backup", "restore", "/"], 1, "is a folder"),
        (["campaigns", "create", "--file", "-"], 1, "stdin is no JSON"),
        (["--data-dir", "", "queue"], 2, "is empty"),
    ],
)
def test_bad_input_is_named(stocked: CommandLine, words: list[str], code: int, part: str) -> None:
    """D5: numbers, amounts, days and files that can't be are refused by name, and nothing is recorded of them."""
    said = stocked.run(*words, "--json")
    assert (said.code, set(said.json)) == (code, {"error"})
    assert part in said.json["error"]
    assert stocked.ask("customers", "show", "c1")["orders"] == 1


def test_words_that_no_database_takes(cli: CommandLine) -> None:
    """cli.md: a sentence for whatever a user can cause: numbers beyond every database, bytes that are no letters."""
    beyond = "9" * 23
    for words in (("campaigns", "show", beyond), ("groups", "show", beyond), ("history", "--from", "0001-01-01")):
        assert "farther away" in cli.refused(*words)
    assert "No customer" in cli.refused("explain", f"#{beyond}")
    for words in (
        ("explain", "\udcff"),
        ("templates", "show", "\udcff"),
        ("privacy", "suppressions", "--search", "\udcff"),
    ):
        assert "no letters" in cli.refused(*words)


def test_what_was_typed_stays_out_of_the_log(cli: CommandLine) -> None:
    """Promise 26: a customer's name in the wrong place is told back to whoever typed it, and kept nowhere."""
    assert "Zebedee" in cli.refused("campaigns", "show", "Zebedee Quuxington")
    log = b"".join(file.read_bytes() for file in (cli.folder / "logs").iterdir())
    assert b"There is no campaign" in log
    assert b"Zebedee" not in log
