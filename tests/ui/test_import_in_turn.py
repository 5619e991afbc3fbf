"""Files that are chosen together come in from the oldest to the newest."""

import os
from pathlib import Path

from reengage_desktop.ui.importing.in_turn import FilesInTurn


def test_the_newest_export_has_the_last_word(tmp_path: Path) -> None:
    """D2: as browsers name them, "export (1)" stands before the older "export"; one that is gone comes last."""
    saved = {
        "export (1).csv": 2_000,
        "export (2).csv": 3_000,
        "export.csv": 1_000,
        "twin a.csv": 500,
        "twin b.csv": 500,
    }
    for name, at in saved.items():
        (tmp_path / name).write_text("id\n1\n")
        os.utime(tmp_path / name, (at, at))
    files = FilesInTurn()
    files.add([str(tmp_path / name) for name in ("gone.csv", *saved)])
    taken = [Path(name).name for name in iter(files.take, None)]
    assert taken == ["twin a.csv", "twin b.csv", "export.csv", "export (1).csv", "export (2).csv", "gone.csv"]
