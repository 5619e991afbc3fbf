"""Commands as programs of their own: two at once, ended by a signal, without a screen."""

import argparse
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reengage_desktop.cli.answers import Stage
from reengage_desktop.cli.main import _stopping
from tests.command_line import CommandLine
from tests.conftest import Clock
from tests.servers.smtp import FakeSmtp, SmtpMode


@pytest.fixture
def lapsed(cli: CommandLine, clock: Clock, tmp_path: Path) -> CommandLine:
    """Thirty customers who stopped buying and may be written to."""
    clock.move(hours=5)
    people = "".join(f"c{n},Person {n},p{n}@example.com,yes\n" for n in range(30))
    (tmp_path / "people.csv").write_text("customer_id,name,email,consent_email\n" + people)
    bought = "".join(f"o{n},2026-07-{n % 28 + 1:02d},c{n},20.00,USD\n" for n in range(30))
    (tmp_path / "bought.csv").write_text("order_id,ordered_at,customer_id,order_total,currency\n" + bought)
    cli.ask("import", "customers", tmp_path / "people.csv")
    cli.ask("import", "orders", tmp_path / "bought.csv")
    cli.set(reengagement__enabled="true", reengagement__channels="email", channels__email__provider="pretend")
    return cli


def test_two_daily_runs_and_two_senders_at_once(lapsed: CommandLine) -> None:
    """Promise 11, B2: two processes; nobody gets a second message, and nothing is a traceback."""
    both = [lapsed.start("run", "process-campaigns", "--json") for _ in range(2)]
    answers = [(*process.communicate(timeout=120), process.returncode) for process in both]
    told = [json.loads(out) for out, _err, _code in answers]
    assert sum(each.get("total_notified", 0) for each in told) == 30
    for out, err, code in answers:
        assert code in (0, 1)
        assert "Traceback" not in err
        assert code == 0 or "daily run" in json.loads(out)["error"]
    assert lapsed.ask("queue", "approve", "--all") == {"changed": 30}
    both = [lapsed.start("run", "send", "--json") for _ in range(2)]
    sent = [json.loads(process.communicate(timeout=120)[0]) for process in both]
    assert sum(each.get("sent", 0) for each in sent) == 30
    assert lapsed.ask("history")["total"] == 30


WINDOW = """
import sys
from datetime import datetime
from pathlib import Path
from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.vocabulary import Job
from reengage_desktop.jobs.tasks.runs import run_job
from reengage_desktop.ui import application

folder, moment = Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2])

def opened():
    shop = open_shop(Wishes(folder=folder, clock=lambda: moment, secrets=MemorySecrets))
    shop.lanes.network(lambda: run_job(shop, Job.SEND))
    return shop

sys.exit(application.run(folder, opened))
"""


def _window(shop: CommandLine) -> "subprocess.Popen[str]":
    """The window on a shop, which begins to send as soon as it is open."""
    return subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(shop.folder), shop.clock().isoformat()],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def _end(process: "subprocess.Popen[str]", server: FakeSmtp) -> tuple[str, str]:
    """Ends a sender by SIGTERM once its next mail is out; it must be gone in time."""
    out_before, deadline = len(server.accepted), time.monotonic() + 60
    while len(server.accepted) == out_before and time.monotonic() < deadline and process.poll() is None:
        threading.Event().wait(0.02)
    started = time.monotonic()
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=30)
    assert time.monotonic() - started < 5
    assert len(server.accepted) == out_before + 1
    assert "Traceback" not in err
    return out, err


def test_sigterm_ends_within_five_seconds(lapsed: CommandLine) -> None:
    """Promise 31: the call in flight hangs; command and window are gone in time, the row is marked, none goes twice."""
    with FakeSmtp() as server:
        lapsed.set(
            channels__email__provider="smtp",
            providers__smtp__host="127.0.0.1",
            providers__smtp__port=server.port,
            providers__smtp__security="none",
            providers__smtp__from_address="owner@example.com",
            providers__smtp__rate_per_minute=0,
        )
        lapsed.ask("run", "process-campaigns")
        lapsed.ask("queue", "approve", "--all")
        server.mode = SmtpMode.ACCEPT_SILENT
        out, _ = _end(lapsed.start("run", "send", "--json"), server)
        assert "sent twice" in json.loads(out)["error"], "also where the call did not end in time"
        _end(_window(lapsed), server)
        server.mode = SmtpMode.OK
        assert lapsed.ask("queue", "--status", "sending")["total"] == 0
        assert lapsed.ask("queue", "--status", "uncertain")["total"] == len(server.accepted) == 2
        lapsed.ask("run", "send")
        recipients = [mail["recipient"] for mail in server.accepted]
        assert len(recipients) == len(set(recipients)) == 30


def test_no_screen_is_one_sentence(tmp_path: Path) -> None:
    """Without a display the window says why and how; commands need none."""
    environ = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    environ.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-m", "reengage_desktop", "--data-dir", str(tmp_path / "shop")],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "screen" in done.stderr


def test_commands_import_no_qt(tmp_path: Path) -> None:
    """A command starts without Qt, and `settings` without the network's and the templates' libraries."""
    code = (
        "import sys; from reengage_desktop.cli.main import main; "
        "code = main(['settings', 'list', '--data-dir', sys.argv[1]]); "
        "slow = [name for name in ('PySide6', 'urllib3', 'liquid', 'keyring', 'apscheduler') if name in sys.modules]; "
        "sys.exit(','.join(slow) or code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes the streams")
@pytest.mark.parametrize(
    ("words", "streams", "code", "told"),
    [
        ("settings get business.name --json", "", 0, ("Corner Shop", "")),
        ("settings get business.name", ">&-", 0, ("", "")),
        ("settings get business.name", ">/dev/full", 1, ("", "can't be written")),
        ("settings lst --json", "2>&-", 2, ('{"error"', "")),
        ("send --payload -", "<&-", 0, ("Missing customer phone", "")),
    ],
)
def test_streams_that_are_closed_or_full(
    cli: CommandLine, words: str, streams: str, code: int, told: tuple[str, str]
) -> None:
    """cli.md: never a traceback; the document alone stands on stdout, whatever became of the other streams."""
    program = f'"{sys.executable}" -m reengage_desktop --data-dir "{cli.folder}" {words} {streams}'
    done = subprocess.run(["/bin/sh", "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    for word, said in zip(told, (done.stdout, done.stderr), strict=True):
        assert word in said if word else not said


def test_a_stop_that_was_heeded_ends_nothing_later() -> None:
    """Promise 31: the five seconds are the command's; the window that `demo` opens behind it is not ended by them."""
    wishes = argparse.Namespace(is_long=True, handler="demo:demo", json=False)
    heeded, before = threading.Event(), set(threading.enumerate())
    with _stopping(heeded.set, wishes, Stage(io.StringIO(), io.StringIO(), io.StringIO())):
        signal.raise_signal(signal.SIGTERM)
    threads = set(threading.enumerate()) - before
    left = [each for each in threads if isinstance(each, threading.Timer) and not each.finished.is_set()]
    for timer in left:
        timer.cancel()
    assert (heeded.is_set(), left) == (True, [])
