"""Files beside the database: whole, or as they were."""

from collections.abc import Iterator
from contextlib import contextmanager
from os import close, fdopen, geteuid, pipe
from pathlib import Path

import pytest

from reengage_desktop.store.whole_files import append_lines, written_whole

resource = pytest.importorskip("resource", reason="the system sets no limit to files here")


@contextmanager
def _room_for(size: int) -> Iterator[None]:
    """No file of this process may grow beyond so many bytes: what a full disk looks like to it."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_list_that_finds_no_room_leaves_the_old_one(tmp_path: Path) -> None:
    """Promise 12: a full disk leaves the file that was there, and no half of a new one."""
    target = tmp_path / "people.csv"
    target.write_text("the last one", encoding="utf-8")
    with _room_for(4096), pytest.raises(OSError, match="large"), written_whole(target) as stream:
        stream.write("x" * 100_000)
    assert target.read_text(encoding="utf-8") == "the last one"
    assert [each.name for each in tmp_path.iterdir()] == ["people.csv"]


def test_a_line_of_which_a_part_found_room_is_told(tmp_path: Path) -> None:
    """Promises 14 and 32: what is only partly on the disk doesn't count as kept, and takes no later line with it."""
    file = tmp_path / "sent.ledger"
    append_lines(file, "one\n", first="shop\n")
    with _room_for(14), pytest.raises(OSError, match="large"):
        append_lines(file, "a line that is too long\n", durably=True)
    append_lines(file, "two\n", first="shop\n")
    assert file.read_bytes().splitlines() == [b"shop", b"one", b"a lin", b"two"]


def test_a_target_that_is_no_file_is_written_into() -> None:
    """D14: `--out /dev/null` stays what it is."""
    with written_whole(Path("/dev/null")) as stream:
        stream.write("anything")
    assert not Path("/dev/null").is_file()


@pytest.mark.skipif(geteuid() == 0, reason="whoever may write everything can't show it")
def test_a_file_in_a_folder_that_takes_no_other_is_written_into(tmp_path: Path) -> None:
    """D14: who may write the file alone writes the file alone."""
    target = tmp_path / "people.csv"
    target.write_text("the last one", encoding="utf-8")
    tmp_path.chmod(0o555)
    with written_whole(target) as stream:
        stream.write("anything")
    tmp_path.chmod(0o755)
    assert [(each.name, each.read_text("utf-8")) for each in tmp_path.iterdir()] == [("people.csv", "anything")]


def test_a_pipe_is_written_into_by_its_number() -> None:
    """D14: `--out /dev/stdout` and a shell's `>(…)` are links to a pipe, which has no name to put a file under."""
    reading, writing = pipe()
    with written_whole(Path(f"/dev/fd/{writing}")) as stream:
        stream.write("anything")
    close(writing)
    with fdopen(reading, encoding="utf-8") as told:
        assert told.read() == "anything"


def test_a_file_that_is_written_anew_keeps_its_rights(tmp_path: Path) -> None:
    """S2: who may not read an owner's list, or what went out to whom, may not after it was written once more either."""
    target = tmp_path / "people.csv"
    target.touch(0o600)
    with written_whole(target) as stream:
        stream.write("anew")
    assert (target.read_text(encoding="utf-8"), target.stat().st_mode & 0o777) == ("anew", 0o600)


@pytest.mark.skipif(geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_stays(tmp_path: Path) -> None:
    """D14: a file that its owner protects is not replaced by another one of its name."""
    target = tmp_path / "people.csv"
    target.write_text("the last one", encoding="utf-8")
    target.chmod(0o444)
    with pytest.raises(PermissionError) as told, written_whole(target) as stream:
        stream.write("anew")
    assert (told.value.filename, target.read_text(encoding="utf-8")) == (str(target), "the last one")
    assert [each.name for each in tmp_path.iterdir()] == ["people.csv"]


def test_a_fault_names_the_file_that_was_meant(tmp_path: Path) -> None:
    """U12: the sentence is about the file that the owner named, not about one beside it of which she knows nothing."""
    (tmp_path / "file").touch()
    for target in (tmp_path / "nowhere" / "people.csv", tmp_path / "file" / "people.csv"):
        with pytest.raises(OSError, match=r"people\.csv") as told, written_whole(target):
            pass
        assert told.value.filename == str(target)


def test_a_link_that_leads_to_itself_keeps_no_list_back(tmp_path: Path) -> None:
    """D14: what stands under a target's name may be anything."""
    target = tmp_path / "people.csv"
    target.symlink_to(target)
    with written_whole(target) as stream:
        stream.write("anew")
    assert target.read_text(encoding="utf-8") == "anew"
