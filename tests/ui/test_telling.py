"""What is said of keys, folders and providers comes in the window's language, from faults that really are raised."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from keyring.errors import KeyringLocked as BackendLocked
from PySide6.QtWidgets import QApplication

from reengage_desktop.app.paths import prepare, refuse_shared
from reengage_desktop.channels.registry import build_mailbox, build_provider
from reengage_desktop.credentials import Keyring, MemorySecrets
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.refusals import Refused, sentence_of
from reengage_desktop.ui.speaking import use_language
from reengage_desktop.ui.telling import fault_words, told_words


class _Locked:
    """A keyring whose owner has not unlocked it, or which fails in a way of its own."""

    def __init__(self, fault: Exception) -> None:
        self._fault = fault

    def get_password(self, _service: str, _name: str) -> str | None:
        raise self._fault

    def set_password(self, _service: str, _name: str, _word: str) -> None:
        raise self._fault

    def delete_password(self, _service: str, _name: str) -> None:
        raise self._fault


@pytest.fixture
def _german(qapp: QApplication) -> Iterator[None]:
    use_language(qapp, "de")
    yield
    use_language(qapp, "en")


def _fault_of(call: Callable[[], object]) -> Exception:
    with pytest.raises(Exception, match=r".") as caught:
        call()
    return caught.value


def _keyring(fault: Exception) -> Keyring:
    return Keyring(_Locked(fault), "the desktop's keyring (Secret Service)", "0" * 32, limit_s=5)


@pytest.mark.usefixtures("_german")
def test_faults_of_keys_and_folders_are_told_in_german(tmp_path: Path) -> None:
    """Issue 3, D8: a locked store and a folder of a cloud or of another computer, with their names in it."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    cases: list[tuple[Callable[[], object], str, str]] = [
        (lambda: _keyring(BackendLocked()).get("smtp", "password"), "ist gesperrt", "Schlüsselbund des Desktops"),
        (lambda: _keyring(ValueError()).get("smtp", "password"), "hat einen Fehler gemeldet", "ValueError"),
        (lambda: prepare(tmp_path / "Dropbox" / "shop"), "abgeglichen", "Dropbox"),
        (lambda: refuse_shared(tmp_path, f"server:/x {tmp_path} nfs4 rw 0 0"), "auf einem anderen", str(tmp_path)),
        (lambda: prepare(blocked / "shop"), "kann den Laden nicht aufnehmen", str(blocked)),
    ]
    for call, words, figure in cases:
        told = fault_words(_fault_of(call))
        assert words in told
        assert figure in told


@pytest.mark.usefixtures("_german")
def test_what_is_not_connected_is_told_in_german() -> None:
    """A provider without its key, the mailbox without its server; the command line keeps the exact English words."""
    settings, secrets = Settings({}), MemorySecrets()
    missing = build_provider("twilio", ChannelName.SMS, settings, secrets)
    assert told_words(missing.detail).startswith("Twilio ist nicht verbunden")  # type: ignore[union-attr]
    assert "is missing" in missing.detail or "are missing" in missing.detail  # type: ignore[union-attr]
    assert "Postfach" in told_words(build_mailbox(settings, secrets).detail)  # type: ignore[union-attr]


def test_every_other_text_stays_as_it_is() -> None:
    """Negative control: without a kind, or with one that is not known here, nothing is reworded."""
    assert told_words("As it came.") == "As it came."
    assert told_words(Sentence("of_tomorrow", "As it came.")) == "As it came."
    assert fault_words(Refused("No.")) == sentence_of(Refused("No.")) == "No."
