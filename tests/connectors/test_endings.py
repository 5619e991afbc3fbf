"""Where a file of text ends: at its last line, or in the middle of one."""

from pathlib import Path

import pytest

from reengage_desktop.connectors.opening.endings import ends_whole

HALF = "Kennung;E-Mail;Name\nzoë;zoë@example.com;Zoë\nbob;bob@exam"
WHOLE = f"{HALF}ple.com;Bob\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-8-sig", "cp1252"])
def test_ends_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    """A line end of two bytes is one; half a line is none."""
    path = tmp_path / "x.csv"
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    path.write_bytes(mark + WHOLE.encode(encoding))
    assert ends_whole(path, "DE")
    path.write_bytes(mark + HALF.encode(encoding))
    assert not ends_whole(path, "DE")
