"""The import dialog on real files: columns, check, change, import, undo, cancel; the window stays alive meanwhile."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton

from reengage_desktop.domain.vocabulary import Segment
from reengage_desktop.store import segments
from reengage_desktop.ui.importing.dialog import ImportDialog
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton
PEOPLE = """Customer;E-Mail Address;Phone Number;First Name;Last Name;Note
c1;ann@example.com;+1 202 555 0123;Ann;Miller;likes oat milk
c2;bob@exmple;+1 202 555 0124;Bob;Stone;
c3;chen@example.com;;Chen;Wei;by the window
;;;Dora;Klein;
"""
LONGEST_MS = 50


def _file(folder: Path, text: str = PEOPLE, name: str = "people.csv") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def _people(stage: Stage) -> int:
    shop = stage.shop
    return segments.count_all(shop.db, shop.settings(), shop.now())[Segment.ALL]


def _dialog(stage: Stage, path: str) -> ImportDialog:
    dialog = ImportDialog(stage.desk, stage.window)
    dialog.show()
    dialog.files.chosen.emit(path)
    stage.qtbot.waitUntil(lambda: dialog.report is not None, timeout=20_000)
    stage.settle()
    return dialog


def test_a_file_is_looked_at_imported_and_taken_back(open_stage: Callable[..., Stage], tmp_path: Path) -> None:
    """D2: what the columns feed, what is wrong, how many; nothing is written before Import; Undo takes all back."""
    stage = open_stage(lively=False)
    dialog = _dialog(stage, _file(tmp_path))
    mapping = dialog.columns.table.mapping()
    assert mapping["email"] == "E-Mail Address"
    assert mapping["first_name"] == "First Name"
    assert dialog.report is not None
    assert (dialog.report.created, dialog.report.rejected) == (3, 1)
    assert "3 new" in dialog.columns.summary.text()
    assert dialog.import_button.text() == "Import 3 customers"
    assert _people(stage) == 0
    stage.qtbot.mouseClick(dialog.import_button, LEFT)
    stage.qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.done_page, timeout=20_000)
    stage.settle()
    assert _people(stage) == 3
    assert dialog.done_page.rejects_button.isVisible()
    assert "customers" in stage.go("customers").subheading.text()
    stage.qtbot.mouseClick(dialog.done_page.undo_button, LEFT)
    stage.settle()
    stage.qtbot.waitUntil(lambda: _people(stage) == 0, timeout=20_000)
    assert stage.faults == []
    dialog.close()


def test_the_owner_changes_what_a_column_feeds(open_stage: Callable[..., Stage], tmp_path: Path) -> None:
    """A column taken for one field is taken from the other, and the file is checked anew."""
    stage = open_stage(lively=False)
    dialog = _dialog(stage, _file(tmp_path))
    dialog.columns.table.choose("Note", "city")
    stage.qtbot.waitUntil(lambda: dialog.report is not None and "city" in dialog.report.columns, timeout=20_000)
    dialog.columns.table.choose("Note", "first_name")
    stage.qtbot.waitUntil(
        lambda: dialog.report is not None and dialog.report.columns.get("first_name") == "Note", timeout=20_000
    )
    assert "city" not in dialog.columns.table.mapping()
    dialog.close()


def test_everyone_agreed_is_the_owners_word(open_stage: Callable[..., Stage], tmp_path: Path) -> None:
    """C18: consent from a file needs the tick, the channel and what they were told; it is kept with its wording."""
    stage = open_stage(lively=False)
    dialog = _dialog(stage, _file(tmp_path))
    assert dialog.columns.consent() == ()
    dialog.columns.agreed.click()
    dialog.columns.wording.setText("Form at the till, 2024")
    dialog.columns.wording.editingFinished.emit()
    stage.qtbot.waitUntil(lambda: dialog.report is not None, timeout=20_000)
    stage.qtbot.mouseClick(dialog.import_button, LEFT)
    stage.qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.done_page, timeout=20_000)
    rows = stage.shop.db.rows("SELECT channel, state, wording FROM consents")
    assert set(rows) == {("email", "yes", "Form at the till, 2024")}
    dialog.close()


def test_a_file_that_is_no_table_is_told(open_stage: Callable[..., Stage], tmp_path: Path) -> None:
    """The first page says what the file is instead, and what would work."""
    stage = open_stage(lively=False)
    dialog = ImportDialog(stage.desk, stage.window, _file(tmp_path, "%PDF-1.4 something", "list.pdf"))
    dialog.show()
    stage.settle()
    assert "PDF" in dialog.files.fault.text()
    assert not dialog.import_button.isVisible()
    dialog.close()


def test_dropped_files_and_ctrl_i_open_it(stage: Stage) -> None:
    """Ctrl+I opens the dialog from any page."""
    stage.qtbot.keyClick(stage.window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    dialog = stage.window.findChild(ImportDialog)
    assert dialog is not None
    assert dialog.isVisible()
    stage.find(QPushButton, "Cancel").click()


def _many(folder: Path, count: int) -> str:
    lines = [f"c{number},Person {number},person{number}@example.com" for number in range(count)]
    return _file(folder, "customer_id,name,email\n" + "\n".join(lines) + "\n", "many.csv")


def test_cancel_leaves_nothing(open_stage: Callable[..., Stage], tmp_path: Path) -> None:
    """Promise 18, 29: Cancel while it runs takes everything back, and the dialog says so."""
    stage = open_stage(lively=False)
    dialog = _dialog(stage, _many(tmp_path, 60_000))
    stage.qtbot.mouseClick(dialog.import_button, LEFT)
    with stage.qtbot.waitSignal(dialog.destroyed, timeout=30_000):
        dialog.reject()
    stage.settle()
    assert _people(stage) == 0
    assert "cancelled" in stage.window.toast.sentence()
    assert stage.faults == []


class Pulse:
    """Beats in the window's thread and remembers the most that the thread itself worked between two beats.

    The thread's own time, not the clock's: what other programs take from the machine is not the window's fault.
    """

    def __init__(self) -> None:
        self.longest_ms = 0.0
        self.beats = 0
        self._last = time.thread_time()
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        present = time.thread_time()
        self.longest_ms = max(self.longest_ms, (present - self._last) * 1000)
        self._last = present
        self.beats += 1


def test_the_window_stays_alive_during_an_import(open_stage: Callable[..., Stage], tmp_path: Path) -> None:
    """Promise 19: no call in the window's thread takes 50 ms while 60,000 rows are checked and written."""
    stage = open_stage(lively=False)
    for key in ("customers", "home"):
        stage.go(key)
    dialog = _dialog(stage, _many(tmp_path, 60_000))
    pulse = Pulse()
    stage.qtbot.mouseClick(dialog.import_button, LEFT)
    stage.qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.done_page, timeout=120_000)
    stage.settle()
    pulse.stop()
    assert _people(stage) == 60_000
    assert pulse.beats > 50
    assert pulse.longest_ms < LONGEST_MS
    dialog.close()
