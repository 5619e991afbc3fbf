"""Files beside the database: whole, or as they were."""

from collections.abc import Iterator
from contextlib import contextmanager
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
