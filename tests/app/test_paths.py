"""Where a shop lives: chosen in order, and never where another program copies it to the cloud."""

from pathlib import Path

import pytest

from reengage_desktop.app.paths import choose_folder, find_syncer, prepare
from reengage_desktop.jobs.refusals import Refused


def test_order_of_choice(tmp_path: Path) -> None:
    assert choose_folder(tmp_path / "given", {"REENGAGE_DATA_DIR": "/other"}) == tmp_path / "given"
    assert choose_folder(None, {"REENGAGE_DATA_DIR": str(tmp_path)}) == tmp_path
    assert choose_folder(None, {"REENGAGE_DATA_DIR": " "}).name == "reengage-desktop"
    assert choose_folder(Path("relative"), {}).is_absolute()


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Corner Shop", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("iCloudDrive", "iCloud"),
        ("Mobile Documents", "iCloud"),
        ("Google Drive", "Google Drive"),
        ("My Drive", "Google Drive"),
        ("CloudStorage", "a cloud service"),
    ],
)
def test_synced_folders_are_refused(tmp_path: Path, folder: str, service: str) -> None:
    place = tmp_path / folder / "shop"
    assert find_syncer(place) == service
    with pytest.raises(Refused, match="--data-dir") as told:
        prepare(place)
    assert service in str(told.value)
    assert not place.exists()


@pytest.mark.parametrize("folder", ["Documents", "drive", "dropboxes", "one", "iclouds"])
def test_other_folders_are_fine(tmp_path: Path, folder: str) -> None:
    paths = prepare(tmp_path / folder)
    assert paths.locks.is_dir()
    assert paths.logs.is_dir()


def test_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "shop").write_text("")
    with pytest.raises(Refused, match="can't hold the shop"):
        prepare(tmp_path / "shop")
