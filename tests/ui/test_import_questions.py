"""What the import asks before anything is written: the answer that counts meanwhile is told with the question."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from reengage_desktop.ui.importing.dialog import ImportDialog
from reengage_desktop.ui.widgets.info_bar import InfoBar
from tests.ui.stage import Stage

AMBIGUOUS = "Order ID,Date,Email,Total\nA1,02/03/2026,ann@example.com,10.00\nA2,02/02/2026,bob@example.com,11.00\n"
YEARS = AMBIGUOUS.replace("02/03/2026", "23/06/07").replace("02/02/2026", "23/06/08")
MIXED = f"{AMBIGUOUS}A3,25/12/2025,cy@example.com,9\nA4,12/25/2025,di@example.com,9\n"


@pytest.mark.parametrize(
    ("text", "counts"),
    [  # the day as the first rows show it is one of the buttons
        (AMBIGUOUS, "Until you choose, it counts as {button}."),
        (YEARS, "Until you choose, it counts as {button}."),
        (MIXED, "Until you choose, dates are read day first, and those that can't be stay out."),
    ],
    ids=["ambiguous", "years", "mixed"],
)
def test_the_question_of_the_dates_says_what_counts_until_it_is_answered(
    stage: Stage, tmp_path: Path, text: str, counts: str
) -> None:
    """ux.md 9, import-facts 8: whoever imports without choosing has read how the dates come in."""
    file = tmp_path / "orders.csv"
    file.write_text(text, encoding="utf-8")
    dialog = ImportDialog(stage.desk, stage.window)
    dialog.show()
    dialog.take_file(str(file))
    stage.qtbot.waitUntil(lambda: dialog.report is not None, timeout=20_000)
    stage.settle()
    bar = next(bar for bar in dialog.columns.findChildren(InfoBar) if "“Date”" in bar.sentence())
    buttons = [each.text() for each in bar.findChildren(QPushButton)]
    dialog.columns.views.setCurrentWidget(dialog.columns.rows)
    written = [dialog.columns.rows.item(0, at) for at in range(dialog.columns.rows.columnCount())]
    button = next((name for name in buttons if any(cell and name in cell.text() for cell in written)), "")
    assert bar.sentence().endswith(counts.replace("{button}", button))
    assert bar.accessibleName() == bar.sentence()
    dialog.close()
