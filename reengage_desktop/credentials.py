"""Secrets in the operating system's keyring, and nowhere else (promise 25).

Only backends that encrypt are used, chosen by class: never what a configuration file, the environment or an installed
add-on names. Where there is none, secrets live in memory until the program closes.
"""

import contextlib
import importlib
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol, TypeVar

from reengage_desktop.domain.credentials import SecretsFault
from reengage_desktop.domain.sentences import Sentence

T = TypeVar("T")

LIMIT_S = 20.0
# Windows keeps at most 1,280 UTF-16 units in one entry; a service-account key is longer.
_PART_LENGTH = 1_000


class KeyringFault(SecretsFault):
    """The keyring did not do what it was asked; the text says what happened and what cures it."""


class KeyringMissing(KeyringFault):
    """This PC has no safe place for secrets."""


class KeyringLocked(KeyringFault):
    """The keyring is there and locked."""


class KeyringSlow(KeyringFault):
    """The keyring did not answer in time; it may be asking for the password."""


class KeyringRefused(KeyringFault):
    """The keyring did not take a secret: it is full, or may not be written."""


class Backend(Protocol):
    """The three calls of the keyring library that are used."""

    def get_password(self, service: str, username: str) -> str | None:
        """The entry, or None."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep an entry."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Remove an entry."""
        ...


@dataclass(frozen=True)
class _Safe:
    module: str
    class_name: str
    title: str


_SAFE_BACKENDS = (
    _Safe("keyring.backends.Windows", "WinVaultKeyring", "Windows Credential Manager"),
    _Safe("keyring.backends.macOS", "Keyring", "macOS Keychain"),
    _Safe("keyring.backends.SecretService", "Keyring", "the desktop's keyring (Secret Service)"),
    _Safe("keyring.backends.libsecret", "Keyring", "the desktop's keyring (libsecret)"),
    _Safe("keyring.backends.kwallet", "DBusKeyring", "KWallet"),
)


class MemorySecrets:
    """Secrets that are gone when the program closes; for PCs without a safe keyring, and for tests."""

    backend_name = "memory, until the program closes"
    is_lasting = False

    def __init__(self) -> None:
        self._secrets: dict[tuple[str, str], str] = {}

    def get(self, provider: str, field: str) -> str | None:
        """The secret, or None when none was set since the program started."""
        return self._secrets.get((provider, field))

    def set(self, provider: str, field: str, secret: str) -> None:
        """Keep a secret until the program closes."""
        self._secrets[provider, field] = secret

    def delete(self, provider: str, field: str) -> bool:
        """Forget a secret; False when there was none."""
        return self._secrets.pop((provider, field), None) is not None


class Keyring:
    """The secrets of one data folder in one safe backend.

    Calls run in a thread of their own, because a keyring may wait for the owner's password, and end after `limit_s`
    seconds. A secret over 1,000 characters is kept in parts: the head entry is `#` with the parts' generation and
    count and is written last, so that a crash leaves either the old secret or the new one.
    """

    is_lasting = True

    def __init__(self, backend: Backend, backend_name: str, installation_id: str, *, limit_s: float = LIMIT_S) -> None:
        self._backend = backend
        self.backend_name = backend_name
        self._service = f"reengage-desktop-{installation_id}"
        self._worker = _Worker(limit_s, backend_name)

    def get(self, provider: str, field: str) -> str | None:
        """The secret, or None when none was set; raises KeyringFault."""
        return self._worker.run(lambda: self._get(f"{provider}/{field}"))

    def set(self, provider: str, field: str, secret: str) -> None:
        """Keep a secret in place of the one before; raises KeyringFault, and then the one before stays."""
        self._worker.run(lambda: self._set(f"{provider}/{field}", secret))

    def delete(self, provider: str, field: str) -> bool:
        """Forget a secret and all its parts; False when there was none. Raises KeyringFault."""
        return self._worker.run(lambda: self._delete(f"{provider}/{field}"))

    def _get(self, name: str) -> str | None:
        head = self._read(name)
        if head is None or head[:1] == "=":
            return head and head[1:]
        parts = [self._read(part) for part in _part_names(name, head)]
        if None in parts:
            return None
        return "".join(part or "" for part in parts)

    def _set(self, name: str, secret: str) -> None:
        before = self._read(name)
        parts = _split(secret)
        head = f"={secret}"
        if len(parts) > 1:
            generation = "b" if before is not None and before[:2] == "#a" else "a"
            head = f"#{generation}{len(parts)}"
            for part_name, part in zip(_part_names(name, head), parts, strict=True):
                self._write(part_name, part)
        self._write(name, head)
        self._forget_parts(name, before)

    def _delete(self, name: str) -> bool:
        before = self._read(name)
        if before is None:
            return False
        self._remove(name)
        self._forget_parts(name, before)
        return True

    def _forget_parts(self, name: str, head: str | None) -> None:
        for part in _part_names(name, head or ""):
            self._remove(part)

    def _read(self, name: str) -> str | None:
        return self._backend.get_password(self._service, name)

    def _write(self, name: str, text: str) -> None:
        from keyring import errors  # noqa: PLC0415 - start-up does without it

        try:
            self._backend.set_password(self._service, name, text)
        except (errors.KeyringLocked, errors.InitError):
            raise
        except Exception as fault:  # noqa: BLE001 - every backend raises errors of its own system
            raise KeyringRefused(
                Sentence(
                    "key_refused",
                    f"Your key was not saved: {self.backend_name} did not take it, perhaps because it is full or may "
                    "not be changed. What was saved before is unchanged. Remove entries there that you no longer need "
                    f"and save the key again ({type(fault).__name__}).",
                    store=self.backend_name,
                    fault=type(fault).__name__,
                )
            ) from None

    def _remove(self, name: str) -> None:
        from keyring import errors  # noqa: PLC0415 - start-up does without it

        with contextlib.suppress(errors.PasswordDeleteError):  # it was not there
            self._backend.delete_password(self._service, name)


def _split(secret: str) -> list[str]:
    length = _PART_LENGTH if max(secret, default="") <= "\uffff" else _PART_LENGTH // 2
    return [secret[start : start + length] for start in range(0, len(secret), length)] or [""]


def _part_names(name: str, head: str) -> list[str]:
    if head[:1] != "#" or not head[2:].isdigit():
        return []
    return [f"{name}#{head[1]}{number}" for number in range(1, int(head[2:]) + 1)]


class _Worker:
    """Runs one call of the keyring at a time, and stops waiting after a while."""

    def __init__(self, limit_s: float, backend_name: str) -> None:
        self._limit_s = limit_s
        self._name = backend_name
        self._lock = threading.Lock()
        self._hanging: threading.Thread | None = None

    def run(self, call: Callable[[], T]) -> T:
        """What the call gives; raises KeyringFault."""
        from keyring import errors  # noqa: PLC0415 - start-up does without it

        try:
            return self._within_limit(call)
        except SecretsFault:
            raise
        except (errors.KeyringLocked, errors.InitError):
            raise KeyringLocked(
                Sentence(
                    "keys_locked",
                    f"Your keys can't be read: {self._name} is locked. Nothing is sent meanwhile; every message waits. "
                    "Unlock it, or log out of this PC and in again, and try again.",
                    store=self._name,
                )
            ) from None
        except Exception as fault:  # noqa: BLE001 - every backend raises errors of its own system
            raise KeyringFault(
                Sentence(
                    "keys_at_fault",
                    f"Your keys can't be read: {self._name} reported a fault ({type(fault).__name__}). Nothing is sent "
                    "meanwhile; every message waits. Log out of this PC and in again, and try again.",
                    store=self._name,
                    fault=type(fault).__name__,
                )
            ) from None

    def _within_limit(self, call: Callable[[], T]) -> T:
        with self._lock:
            if self._hanging is not None and self._hanging.is_alive():
                raise self._slow()
            result: Future[T] = Future()
            worker = threading.Thread(target=_settle, args=(call, result), name="keyring", daemon=True)
            worker.start()
            worker.join(self._limit_s)
            if not result.done():
                self._hanging = worker
                raise self._slow()
            return result.result()

    def _slow(self) -> KeyringSlow:
        return KeyringSlow(
            Sentence(
                "keys_slow",
                f"Your keys can't be read: {self._name} does not answer. It may be asking for your password in another "
                "window. Nothing is sent meanwhile; every message waits. Answer it and try again.",
                store=self._name,
            )
        )


def _settle(call: Callable[[], T], result: "Future[T]") -> None:
    try:
        result.set_result(call())
    except BaseException as fault:  # noqa: BLE001 - handed to the waiting thread, which raises it
        result.set_exception(fault)


def find_keyring(installation_id: str, *, limit_s: float = LIMIT_S) -> Keyring:
    """The best safe keyring of this PC for one data folder; raises KeyringMissing or KeyringSlow."""
    backend, title = _Worker(limit_s, "the PC's keyring").run(_find_backend)
    return Keyring(backend, title, installation_id, limit_s=limit_s)


def find_secrets(installation_id: str, *, limit_s: float = LIMIT_S) -> Keyring | MemorySecrets:
    """The safe keyring of this PC, or memory where there is none."""
    try:
        return find_keyring(installation_id, limit_s=limit_s)
    except KeyringFault:
        return MemorySecrets()


def _find_backend() -> tuple[Backend, str]:
    found: list[tuple[float, Backend, str]] = []
    for safe in _SAFE_BACKENDS:
        with contextlib.suppress(Exception):  # a backend that can't say whether it works, for whatever reason, doesn't
            kind = getattr(importlib.import_module(safe.module), safe.class_name)
            found.append((float(kind.priority), kind(), safe.title))
    if not found:
        raise KeyringMissing(
            "This PC has no password store, so keys are kept only until the program closes and nothing is sent in the "
            "background. On Linux install and start GNOME Keyring, KWallet or KeePassXC, then start the program again."
        )
    _priority, backend, title = max(found, key=lambda candidate: candidate[0])
    return backend, title
