"""Secrets: in a safe keyring or in memory, whole or in parts, and every failure with its cure (promise 25)."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring import errors

from reengage_desktop.credentials import (
    Keyring,
    KeyringFault,
    KeyringLocked,
    KeyringRefused,
    KeyringSlow,
    MemorySecrets,
    find_secrets,
)
from reengage_desktop.domain.credentials import Secrets, SecretsFault
from tests.servers.keyring import KeyringSession, missing_programs

SENTENCE_END = (".", "!")


class FakeBackend:
    """A keyring in memory with Windows' limit, that fails on demand."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}
        self.fault: Exception | None = None
        self.fail_after_writes: int | None = None

    def get_password(self, service: str, username: str) -> str | None:
        if self.fault is not None:
            raise self.fault
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.fail_after_writes is not None:
            if self.fail_after_writes == 0:
                raise errors.PasswordSetError("1783")
            self.fail_after_writes -= 1
        if len(password.encode("utf-16-le")) // 2 > 1_280:
            raise OSError("the stub received bad data")
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        try:
            del self.entries[service, username]
        except KeyError:
            raise errors.PasswordDeleteError("not found") from None


def keyring(backend: FakeBackend, installation: str = "shop1", limit_s: float = 20.0) -> Keyring:
    return Keyring(backend, "a keyring", installation, limit_s=limit_s)


def test_keeps_and_forgets() -> None:
    secrets: Secrets = keyring(FakeBackend())
    assert secrets.get("twilio", "auth_token") is None
    assert not secrets.delete("twilio", "auth_token")
    secrets.set("twilio", "auth_token", "s3cret")
    assert secrets.get("twilio", "auth_token") == "s3cret"
    assert secrets.get("twilio", "other") is None
    assert secrets.delete("twilio", "auth_token")
    assert secrets.get("twilio", "auth_token") is None


def test_two_folders_never_mix() -> None:
    """Credentials of two data folders lie under two service names."""
    backend = FakeBackend()
    keyring(backend, "shop1").set("smtp", "password", "one")
    keyring(backend, "shop2").set("smtp", "password", "two")
    assert keyring(backend, "shop1").get("smtp", "password") == "one"
    assert {service for service, _ in backend.entries} == {"reengage-desktop-shop1", "reengage-desktop-shop2"}


@pytest.mark.parametrize("length", [0, 1, 999, 1_000, 1_001, 2_000, 2_001, 12_345])
def test_long_secrets_are_split(length: int) -> None:
    """A service-account key is longer than Windows keeps in one entry."""
    backend = FakeBackend()
    secret = ("{=#a2" * length)[:length]
    keyring(backend).set("fcm", "service_account_json", secret)
    assert keyring(backend).get("fcm", "service_account_json") == secret
    assert keyring(backend).delete("fcm", "service_account_json")
    assert backend.entries == {}


@given(st.lists(st.text(max_size=40).map(lambda text: text * 60), min_size=1, max_size=6))
def test_any_secret_comes_back_and_leaves_nothing(secrets: list[str]) -> None:
    """Whatever replaces what: the last one is read back, and deleting leaves no part behind."""
    backend = FakeBackend()
    kept = keyring(backend)
    for secret in secrets:
        kept.set("p", "f", secret)
        assert kept.get("p", "f") == secret
    kept.delete("p", "f")
    assert backend.entries == {}


@pytest.mark.parametrize("writes", range(4))
def test_a_failed_save_leaves_the_old_secret(writes: int) -> None:
    """However far the keyring gets before it is full, the secret before stays whole."""
    backend = FakeBackend()
    kept = keyring(backend)
    kept.set("p", "f", "o" * 2_500)
    backend.fail_after_writes = writes
    with pytest.raises(KeyringRefused):
        kept.set("p", "f", "n" * 2_500)
    backend.fail_after_writes = None
    assert kept.get("p", "f") == "o" * 2_500
    kept.set("p", "f", "n" * 2_500)
    assert kept.get("p", "f") == "n" * 2_500


@pytest.mark.parametrize(
    ("raised", "fault"),
    [
        (errors.KeyringLocked("x"), KeyringLocked),
        (errors.InitError("prompt dismissed"), KeyringLocked),
        (errors.KeyringError("x"), KeyringFault),
        (OSError("bus went away with hunter2"), KeyringFault),
    ],
)
def test_faults_are_sentences(raised: Exception, fault: type[KeyringFault]) -> None:
    """25: locked and broken keyrings are said with the cure, and hold nothing secret."""
    backend = FakeBackend()
    backend.fault = raised
    with pytest.raises(fault) as caught:
        keyring(backend).get("p", "f")
    assert isinstance(caught.value, SecretsFault)
    assert str(caught.value).endswith(SENTENCE_END)
    assert "try again" in str(caught.value)
    assert "hunter2" not in str(caught.value)


def test_full_keyring_is_said_with_its_cure() -> None:
    """25: a full keyring."""
    backend = FakeBackend()
    backend.fail_after_writes = 0
    with pytest.raises(KeyringRefused, match="Remove entries"):
        keyring(backend).set("p", "f", "x")


def test_a_keyring_that_waits_for_somebody_does_not_hold_up_the_program() -> None:
    """25: it may ask for a password; we wait so long and no longer, and never open a second question meanwhile."""
    answered = threading.Event()
    calls = []

    class Asking(FakeBackend):
        def get_password(self, service: str, username: str) -> str | None:
            calls.append(username)
            answered.wait(20)
            return "late"

    asking = keyring(Asking(), limit_s=0.1)
    for _ in range(3):
        with pytest.raises(KeyringSlow, match="password"):
            asking.get("p", "f")
    assert calls == ["p/f"]
    answered.set()


def test_memory_forgets_by_itself() -> None:
    secrets: Secrets = MemorySecrets()
    assert not secrets.is_lasting
    secrets.set("p", "f", "x")
    assert secrets.get("p", "f") == "x"
    assert secrets.delete("p", "f")
    assert not secrets.delete("p", "f")
    assert secrets.get("p", "f") is None


# Real keyrings, in processes of their own.


def run(script: str, environment: dict[str, str]) -> str:
    base = {name: value for name, value in os.environ.items() if name not in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY")}
    done = subprocess.run(
        [sys.executable, "-c", "from reengage_desktop.credentials import *\n" + script],
        env={**base, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_plaintext_and_null_keyrings_are_never_taken(tmp_path: Path) -> None:
    """25: not by configuration, not by environment, not by an installed add-on; without a safe one: memory."""
    package = tmp_path / "keyrings" / "alt"
    package.mkdir(parents=True)
    package.joinpath("file.py").write_text("raise SystemExit('the unsafe keyring was loaded')\n")
    metadata = tmp_path / "keyrings.alt-5.0.dist-info"
    metadata.mkdir()
    metadata.joinpath("METADATA").write_text("Metadata-Version: 2.1\nName: keyrings.alt\nVersion: 5.0\n")
    metadata.joinpath("entry_points.txt").write_text("[keyring.backends]\nfile = keyrings.alt.file\n")
    unsafe = {"PYTHONPATH": str(tmp_path), "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
    for name in ("keyring.backends.null.Keyring", "keyrings.alt.file.PlaintextKeyring"):
        said = run("print(find_secrets('x').backend_name)", {**unsafe, "PYTHON_KEYRING_BACKEND": name})
        assert said == MemorySecrets.backend_name
    script = "try:\n find_keyring('x')\nexcept KeyringMissing as fault:\n print(fault)"
    assert "install" in run(script, unsafe)


needs_keyring = pytest.mark.skipif(bool(missing_programs()), reason=f"needs {', '.join(missing_programs())}")


@needs_keyring
def test_real_secret_service(tmp_path: Path) -> None:
    """D1, 25: a real keyring keeps a long secret from one process to the next, and gives it up completely."""
    with KeyringSession(tmp_path / "session") as session:
        long = "{'k': 'ä€'}" * 400
        run(f"find_keyring('shop1').set('fcm', 'service_account_json', {long!r})", session.environment)
        script = f"print(find_keyring('shop1').get('fcm', 'service_account_json') == {long!r})"
        assert run(script, session.environment) == "True"
        script = "k = find_keyring('shop1'); print(k.backend_name, k.is_lasting, find_keyring('shop2').get('fcm', 'x'))"
        assert run(script, session.environment) == "the desktop's keyring (Secret Service) True None"
        assert run("print(find_keyring('shop1').delete('fcm', 'service_account_json'))", session.environment) == "True"
        count = "import keyring.backends.SecretService as s, secretstorage as t; b = t.dbus_init()\n"
        count += "print(len(list(t.search_items(b, {'service': 'reengage-desktop-shop1'}))))"
        assert run(count, session.environment) == "0"
        on_disk = b"".join(path.read_bytes() for path in tmp_path.rglob("*.keyring"))
        assert b"service_account" not in on_disk or b"'k'" not in on_disk


@needs_keyring
def test_real_locked_keyring(tmp_path: Path) -> None:
    """25: a keyring that nobody can unlock is locked, not empty."""
    with KeyringSession(tmp_path / "session", unlocked=False) as session:
        script = "try:\n find_keyring('x').get('p', 'f')\nexcept KeyringLocked as fault:\n print(fault)"
        assert "Unlock it" in run(script, session.environment)


def test_in_this_process_there_is_always_a_place() -> None:
    """A PC with or without a keyring: `find_secrets` never fails."""
    assert isinstance(find_secrets("none-yet"), Keyring | MemorySecrets)
