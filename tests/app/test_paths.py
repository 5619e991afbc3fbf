"""Where a shop lives: chosen in order, and never where another program copies it to the cloud."""

from pathlib import Path

import pytest

from reengage_desktop.app.folders import choose_folder
from reengage_desktop.app.paths import find_syncer, prepare, refuse_shared
from reengage_desktop.app.shares import lies_elsewhere
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


LINUX = """/dev/sda1 / ext4 rw,relatime 0 0
fileserver:/export /srv/shared nfs4 rw 0 0
//nas/shop /mnt/our\\040shop cifs rw 0 0
ann@nas:/x /media/nas fuse.sshfs rw 0 0
/dev/sdb1 /srv/shared/disk ext4 rw 0 0
"""
MAC = """/dev/disk3s1 on / (apfs, sealed, local)
//ann@nas.example.com/shop on /Volumes/our shop (smbfs, nodev, nosuid, mounted by ann)
/dev/disk5s1 on /Volumes/Stick (msdos, local)
"""


@pytest.mark.parametrize(
    ("mounts", "folder", "elsewhere"),
    [
        (LINUX, "/srv/shared/shop", True),
        (LINUX, "/mnt/our shop", True),
        (LINUX, "/media/nas/a/b", True),
        (LINUX, "/srv/shared/disk/shop", False),
        (LINUX, "/srv/sharedness", False),
        (LINUX, "/media/shop", False),
        (MAC, "/Volumes/our shop/data", True),
        (MAC, "/Volumes/Stick/data", False),
        ("", "/srv/shared/shop", False),
    ],
)
def test_folders_on_another_computer_are_refused(mounts: str, folder: str, *, elsewhere: bool) -> None:
    """Issue 5, the file: over a network no database that is in use is safe."""
    assert lies_elsewhere(Path(folder), mounts) is elsewhere
    if elsewhere:
        with pytest.raises(Refused, match="on another computer"):
            refuse_shared(Path(folder), mounts)


def test_this_pc_s_own_folder_is_none(tmp_path: Path) -> None:
    assert not lies_elsewhere(tmp_path)


@pytest.mark.parametrize("folder", ["Documents", "drive", "dropboxes", "one", "iclouds"])
def test_other_folders_are_fine(tmp_path: Path, folder: str) -> None:
    paths = prepare(tmp_path / folder)
    assert paths.locks.is_dir()
    assert paths.logs.is_dir()


def test_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "shop").write_text("")
    with pytest.raises(Refused, match="can't hold the shop"):
        prepare(tmp_path / "shop")
