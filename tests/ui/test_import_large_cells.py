"""Files of hundreds of columns and of cells as long as a book are shown without holding the window up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox

from reengage_desktop.ui.importing.dialog import ImportDialog
from tests.ui.pulse import MOST, Pulse, floor_ms
from tests.ui.stage import Stage

SMALL = "email,name\nann@example.com,Ann\n"
NAMES = [f"Extra column number {at}" for at in range(400)]
WIDE = f"email,{','.join(NAMES)}\n" + "".join(f"a{at}@example.com,{','.join(NAMES)}\n" for at in range(3))
LONG = f"email,name,note\nann@example.com,{'A' * 500_000},{'x y' * 200_000}\n"


@pytest.fixture
def dialog(open_stage: Callable[..., Stage], tmp_path: Path) -> tuple[Stage, ImportDialog]:
    stage = open_stage(lively=False)
    made = ImportDialog(stage.desk, stage.window)
    made.show()
    _look_at(stage, made, tmp_path / "small.csv", SMALL)
    return stage, made


def _look_at(stage: Stage, dialog: ImportDialog, file: Path, text: str) -> float:
    """The longest stretch of the window's thread until a file is looked at, in ms."""
    file.write_text(text, encoding="utf-8")
    dialog.report = None
    with Pulse() as pulse:
        QTimer.singleShot(0, dialog, lambda: dialog.take_file(str(file)))
        stage.qtbot.waitUntil(lambda: dialog.report is not None, timeout=60_000)
        stage.settle()
    return pulse.longest_ms


@pytest.mark.parametrize("text", [WIDE, LONG], ids=["wide", "long"])
def test_nothing_is_held_up(dialog: tuple[Stage, ImportDialog], tmp_path: Path, text: str) -> None:
    """Promise 19: columns are listed little by little, and of a long cell the beginning is shown."""
    stage, shown = dialog
    shares: list[float] = []
    while not shares or (shares[-1] > MOST and len(shares) < 3):  # a machine under load lengthens one, a stall all
        _look_at(stage, shown, tmp_path / "small.csv", SMALL)
        shares.append(_look_at(stage, shown, tmp_path / "large.csv", text) / floor_ms())
    assert shares[-1] <= MOST, shares
    shown.close()


def test_every_column_gets_its_list(dialog: tuple[Stage, ImportDialog], tmp_path: Path) -> None:
    """ux.md 9: the last of hundreds of columns can be chosen, before its list is made too; a new file begins anew."""
    stage, shown = dialog
    _look_at(stage, shown, tmp_path / "large.csv", WIDE)
    table = shown.columns.table
    table.choose(NAMES[-1], "city")
    stage.qtbot.waitUntil(lambda: shown.report is not None and "city" in shown.report.columns, timeout=60_000)
    stage.qtbot.waitUntil(lambda: table.cellWidget(len(NAMES), 1) is not None, timeout=60_000)
    last = table.cellWidget(len(NAMES), 1)
    assert isinstance(last, QComboBox)
    assert (last.accessibleName(), last.currentText()) == (f"“{NAMES[-1]}” goes to", "City")
    _look_at(stage, shown, tmp_path / "small.csv", SMALL)
    assert table.rowCount() == 2
    assert all(table.cellWidget(row, 1) is not None for row in range(2))
    shown.close()


def test_a_long_cell_is_shown_by_its_beginning(dialog: tuple[Stage, ImportDialog], tmp_path: Path) -> None:
    """Nothing that is shown, nor its tip, is as long as the cell."""
    stage, shown = dialog
    _look_at(stage, shown, tmp_path / "large.csv", LONG)
    for table in (shown.columns.table, shown.columns.rows):
        places = [(row, at) for row in range(table.rowCount()) for at in range(table.columnCount())]
        items = [item for place in places if (item := table.item(*place)) is not None]
        assert max(len(item.toolTip()) for item in items) <= 301
        assert max(len(item.text()) for item in items) <= 301
    shown.close()
