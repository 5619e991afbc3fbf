"""Secrets through the command line: the system's keyring, nothing in plain text, and what happens without one."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.servers.keyring import KeyringSession, missing_programs

_SECRET = "canary-3f9a2b7c5d1e8f60-very-secret"


def run(folder: Path, environ: dict[str, str], *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reengage_desktop", "--data-dir", str(folder), *words]
    return subprocess.run(command, input=given, env=environ, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.skipif(bool(missing_programs()), reason="needs dbus-run-session and gnome-keyring-daemon")
def test_real_keyring(tmp_path: Path) -> None:
    """D1, promise 25, 26: kept by one program, found by the next, and in no file of the shop."""
    with KeyringSession(tmp_path / "keyring") as session:
        shop, environ = tmp_path / "shop", session.environment
        saved = run(shop, environ, "credentials", "set", "twilio", "auth_token", given=f"{_SECRET}\n")
        assert saved.returncode == 0, saved.stderr
        assert _SECRET not in saved.stdout + saved.stderr
        lacking = run(shop, environ, "credentials", "test", "twilio", "--json")
        assert "auth_token" not in lacking.stdout, "the secret is there; only settings are missing"
        other = run(tmp_path / "other", environ, "credentials", "test", "twilio", "--json")
        assert "auth_token" in other.stdout, "the secrets of two folders never mix"
        for file in [path for path in shop.rglob("*") if path.is_file()]:
            assert _SECRET.encode() not in file.read_bytes(), file
        assert run(shop, environ, "credentials", "delete", "twilio").returncode == 0
        assert "auth_token" in run(shop, environ, "credentials", "test", "twilio", "--json").stdout


def test_without_a_keyring_nothing_is_pretended(cli: CommandLine) -> None:
    """Promise 25: said with the cure; nothing is written to disk instead."""
    process = cli.start("credentials", "set", "twilio", "auth_token", "--json")
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "password store" in out
    assert "Traceback" not in err


def test_without_a_keyring_the_jobs_say_that_nothing_goes_by_itself(cli: CommandLine) -> None:
    """Promise 25: the clock leaves sending to the owner; its line says why, and what she can do."""
    assert "this PC has no password store; “run send”" in cli.run("jobs", "list").out


def test_a_wrong_word_is_told_before_the_keyring(cli: CommandLine) -> None:
    """D1: whoever names no provider, or no secret of its, hears that; not that the PC lacks a password store."""
    for provider, expected in (("nobody", "nobody"), ("twilio", "auth_token")):
        out, _err = cli.start("credentials", "set", provider, "password", "--json").communicate(timeout=60)
        assert expected in out
        assert "password store" not in out


def test_never_in_the_words_of_the_command(cli: CommandLine) -> None:
    """A secret in the arguments would be in the shell's history: it is wrong usage."""
    assert cli.run("credentials", "set", "twilio", "auth_token", _SECRET).code == 2
