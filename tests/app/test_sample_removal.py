"""The sample shop goes without a trace: no file, no key, and nothing of anybody else's."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.app.sample.building import MARK, sample_folder
from reengage_desktop.app.sample.removing import remove_sample
from reengage_desktop.credentials import Keyring, MemorySecrets
from reengage_desktop.jobs.refusals import Refused


class Store:
    """A keyring's entries by service and name."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[service, username]


def _sample(own: Path) -> tuple[Path, str]:
    """A sample shop beside the own one, opened and closed once; gives its folder and its name in the keyring."""
    folder = sample_folder(own)
    folder.mkdir()
    (folder / MARK).write_text("mark")
    with closing(open_shop(Wishes(folder=folder, secrets=MemorySecrets, is_sample=True))):
        pass
    return folder, json.loads((folder / "folder.json").read_text())["id"]


def test_no_file_and_no_key_is_left(tmp_path: Path) -> None:
    """Promise 25: the folder is gone, its keys are gone, the own shop's key and files are as they were."""
    own = tmp_path / "shop"
    with closing(open_shop(Wishes(folder=own, secrets=MemorySecrets))):
        pass
    before = {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}
    folder, name = _sample(own)
    store = Store()
    Keyring(store, "a keyring", name).set("twilio", "auth_token", "x" * 3000)
    Keyring(store, "a keyring", name).set("smtp", "password", "word")
    Keyring(store, "a keyring", "own").set("smtp", "password", "mine")
    remove_sample(folder, lambda installation: Keyring(store, "a keyring", installation))
    assert [path.name for path in tmp_path.iterdir()] == ["shop"]
    assert {path: path.read_bytes() for path in own.rglob("*") if path.is_file()} == before
    assert list(store.entries) == [("reengage-desktop-own", "smtp/password")]


def test_something_else_is_never_removed(tmp_path: Path) -> None:
    """A folder without the mark is somebody's own."""
    letters = tmp_path / "shop-sample"
    letters.mkdir()
    (letters / "letters.txt").write_text("mine")
    with pytest.raises(Refused, match="something else"):
        remove_sample(letters)
    assert (letters / "letters.txt").read_text() == "mine"


def test_one_that_is_gone_already(tmp_path: Path) -> None:
    """Removing twice is no fault."""
    remove_sample(tmp_path / "shop-sample")


def test_a_link_in_it_leads_nowhere(tmp_path: Path) -> None:
    """What a link in the folder points to stays."""
    folder, _name = _sample(tmp_path / "shop")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "letter.txt").write_text("mine")
    (folder / "link").symlink_to(outside)
    remove_sample(folder, lambda _installation: MemorySecrets())
    assert (outside / "letter.txt").exists()
    assert not folder.exists()
