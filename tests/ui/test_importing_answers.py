"""What surrounds an import in the window: pasted tables, several files, answers that are known, problems by cause."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton

from reengage_desktop.ui.importing.dialog import ImportDialog
from reengage_desktop.ui.importing.pasted import list_files, read_copied, table_text
from reengage_desktop.ui.widgets.info_bar import InfoBar
from tests.ui.stage import Stage

PEOPLE = "Kennung;E-Mail;Name;Ort\n1;ann@example.com;Ann;Wien\n2;bob@exmple;Bob;Graz\n3;;Cleo;Linz\n"
HTML = (
    "<p>Hello</p><table><tr><th>Name</th><th>E-mail</th></tr>"
    "<tr><td>Ann<br>Miller</td><td>ann@example.com</td></tr></table>"
)


@pytest.fixture
def stage(open_stage: Callable[..., Stage]) -> Stage:
    return open_stage(lively=False)


def _open(stage: Stage, path: Path) -> ImportDialog:
    dialog = ImportDialog(stage.desk, stage.window)
    dialog.show()
    dialog.take_file(str(path))
    return _checked(stage, dialog)


def _checked(stage: Stage, dialog: ImportDialog) -> ImportDialog:
    stage.qtbot.waitUntil(lambda: dialog.report is not None, timeout=20_000)
    stage.settle()
    return dialog


def _import(stage: Stage, dialog: ImportDialog) -> None:
    dialog.import_button.click()
    stage.qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.done_page, timeout=20_000)
    stage.settle()


def _file(folder: Path, text: str = PEOPLE, name: str = "people.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _copied(text: str = "", html: str = "") -> QMimeData:
    made = QMimeData()
    if text:
        made.setText(text)
    if html:
        made.setHtml(html)
    return made


@pytest.mark.parametrize(
    ("copied", "table"),
    [
        (_copied("Name\tE-mail\nAnn\tann@example.com\n"), "Name\tE-mail\nAnn\tann@example.com\n"),
        (_copied("Hello\nName\n", HTML), "Name\tE-mail\nAnn Miller\tann@example.com\n"),
        (_copied("name;email\nAnn;ann@example.com"), "name;email\nAnn;ann@example.com"),
        (_copied("email\nann@example.com\nbob@example.com"), "email\nann@example.com\nbob@example.com"),
        (_copied("Dear Ann,\n\nthank you."), None),
        (_copied("", "<p>one</p><table><tr><td>alone</td></tr></table>"), None),
    ],
)
def test_tables_of_the_clipboard(copied: QMimeData, table: str | None) -> None:
    """ux.md 9: a table of a spreadsheet, a mail or a list of addresses is one; a letter is none."""
    assert table_text(read_copied(copied)) == table


def test_files_of_the_clipboard(tmp_path: Path) -> None:
    """Files copied in the file manager come as files."""
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.csv")), QUrl("https://example.com/b.csv")])
    assert list_files(copied) == [str(tmp_path / "a.csv")]


def test_a_pasted_table_is_imported(stage: Stage) -> None:
    """Ctrl+V on the first page takes what was copied; nothing of it stays on the disk; what is no table is told."""
    dialog = ImportDialog(stage.desk, stage.window)
    dialog.show()
    QGuiApplication.clipboard().setMimeData(_copied("nothing of the kind"))
    stage.qtbot.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)  # type: ignore[no-untyped-call]
    stage.settle()
    assert "no table to paste" in dialog.files.fault.text()
    QGuiApplication.clipboard().setMimeData(_copied(html=HTML))
    dialog.files.paste_button.click()
    _checked(stage, dialog)
    assert dialog.columns.rows.item(0, 1).text() == "Ann Miller"  # type: ignore[union-attr]
    _import(stage, dialog)
    assert stage.shop.db.value("SELECT email FROM customers") == "ann@example.com"
    path = dialog.path()
    assert path is not None
    dialog.close()
    stage.qtbot.waitUntil(lambda: not path.parent.exists(), timeout=5_000)
    # What is left on the clipboard at the end of the process would be let go twice.
    QGuiApplication.clipboard().clear()


def test_several_files_come_one_after_the_other(stage: Stage, tmp_path: Path) -> None:
    """Several dropped files: each is looked at before it is imported, and the next one is a button away."""
    first = _file(tmp_path, "email\nann@example.com\n", "a.csv")
    second = _file(tmp_path, "email,name\nbob@example.com,Bob\n", "b.csv")
    dialog = ImportDialog(stage.desk, stage.window)
    dialog.show()
    dialog.files.chosen.emit([str(first), str(second)])
    _checked(stage, dialog)
    _import(stage, dialog)
    assert "Next file" in dialog.done_page.another_button.accessibleName()
    dialog.done_page.another_button.click()
    _checked(stage, dialog)
    assert "b.csv" in dialog.heading.text()
    _import(stage, dialog)
    assert dialog.done_page.another_button.accessibleName() == "Import another file"
    dialog.close()


def _bars(dialog: ImportDialog) -> list[str]:
    return [bar.sentence() for bar in dialog.columns.findChildren(InfoBar)]


def test_answers_are_known_again_and_can_be_forgotten(stage: Stage, tmp_path: Path) -> None:
    """ux.md 9: read as last time, said with its day, changeable, and forgotten at a click; the same file is told."""
    dialog = _open(stage, _file(tmp_path))
    dialog.columns.table.choose("Ort", "status")
    stage.qtbot.waitUntil(lambda: dialog.report is not None and "status" in dialog.report.columns, timeout=20_000)
    _import(stage, dialog)
    dialog.close()
    again = _open(stage, tmp_path / "people.csv")
    assert again.columns.table.mapping()["status"] == "Ort"
    assert [text for text in _bars(again) if "last time" in text]
    assert [text for text in _bars(again) if "You imported this very file on" in text]
    again.columns.table.choose("Name", "agent")
    stage.qtbot.waitUntil(lambda: again.report is not None and "agent" in again.report.columns, timeout=20_000)
    assert again.report is not None
    assert again.report.columns["status"] == "Ort", "a change leaves the other answers as they are"
    stage.settle()
    next(each for each in again.columns.findChildren(QPushButton) if each.text() == "Forget it").click()
    stage.qtbot.waitUntil(
        lambda: again.report is not None and again.report.columns.get("city") == "Ort", timeout=20_000
    )
    stage.settle()
    assert not [text for text in _bars(again) if "last time" in text]
    assert stage.shop.db.value("SELECT count(*) FROM known_headers") == 0
    again.close()


def test_whose_word_counts_changes_the_counts(stage: Stage, tmp_path: Path) -> None:
    """ux.md 9: keep mine, use the file; the counts follow at once, before anything is written."""
    _import(stage, _open(stage, _file(tmp_path)))
    dialog = _open(stage, _file(tmp_path, PEOPLE.replace("Wien", "Krems"), "next.csv"))
    assert dialog.report is not None
    assert dialog.report.updated == 1
    rule = dialog.columns.choices.rule
    rule.setCurrentIndex(rule.findData("keep"))
    rule.activated.emit(rule.currentIndex())
    stage.qtbot.waitUntil(lambda: dialog.report is not None and dialog.report.updated == 0, timeout=20_000)
    assert not dialog.import_button.isEnabled()
    dialog.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_problems_stand_by_their_cause_with_one_fix(stage: Stage, tmp_path: Path) -> None:
    """ux.md 9: one line per cause with its rows; its button leads to what mends it; the list is saved, inert."""
    text = "id,email,phone,last order at,name\n1,bob@exmple,12,soon,=1+1\n2,eve@exmple,,never ever,Eve\n"
    dialog = _open(stage, _file(tmp_path, text))
    assert dialog.report is not None
    causes = {problem.column: problem for problem in dialog.report.problems}
    assert causes["email"].count == 2
    assert causes["email"].samples == ((2, "bob@exmple"), (3, "eve@exmple"))
    assert "Problems (5)" in dialog.columns.views.tabText(2)
    dialog.columns.mend("country")
    assert dialog.columns.choices.country.isVisible()
    dialog.columns.choices.country.hidePopup()
    target = tmp_path / "saved.csv"

    def answer() -> None:
        chooser = QApplication.activeModalWidget()
        if isinstance(chooser, QFileDialog):
            names = chooser.findChild(QLineEdit)
            assert names is not None
            names.setText(str(target))
            chooser.accept()

    QTimer.singleShot(500, answer)
    dialog.columns.save_button.click()
    stage.qtbot.waitUntil(target.exists, timeout=10_000)
    stage.settle()
    saved = target.read_text(encoding="utf-8-sig").splitlines()
    assert saved[0] == "Line,Column,Cause,id,email,phone,last order at,name"
    assert all("'=1+1" in line for line in saved[1:] if line.startswith("2,"))
    assert stage.shop.db.value("SELECT count(*) FROM customers") == 0
    dialog.close()


def test_other_letters_open_the_file_anew(stage: Stage, tmp_path: Path) -> None:
    """Letters and separator are the owner's to change: the columns and the first rows follow."""
    path = tmp_path / "greek.csv"
    path.write_bytes("email;name\nann@example.com;Ζωή\n".encode("cp1253"))
    dialog = _open(stage, path)
    letters = dialog.columns.choices.letters
    letters.setCurrentIndex(letters.findData("cp1253"))
    letters.activated.emit(letters.currentIndex())
    stage.qtbot.waitUntil(
        lambda: dialog.report is not None and dialog.report.shown[0].values["name"] == "Ζωή", timeout=20_000
    )
    _import(stage, dialog)
    dialog.close()
    path.write_bytes("email;name\nbob@example.com;Βασίλης\n".encode("cp1253"))
    again = _open(stage, path)
    assert again.report is not None
    assert again.report.shown[0].values["name"] == "Βασίλης"
    assert again.columns.choices.letters.currentData() == "cp1253"
    again.close()


def test_other_letters_leave_what_was_said_of_the_same_columns(stage: Stage, tmp_path: Path) -> None:
    """ux.md 9: “as last time” stands over what is read so; where the columns are others it says nothing."""
    dialog = _open(stage, _file(tmp_path))
    dialog.columns.table.choose("Ort", "status")
    stage.qtbot.waitUntil(lambda: dialog.report is not None and "status" in dialog.report.columns, timeout=20_000)
    _import(stage, dialog)
    dialog.close()
    again = _open(stage, _file(tmp_path, PEOPLE.replace("@", "2@"), "next.csv"))
    choices = again.columns.choices
    for field, data, columns, bars in (
        (choices.letters, "cp1252", {"Ort": "status"}, 1),
        (choices.marks, ",", {}, 0),
    ):
        field.setCurrentIndex(field.findData(data))
        field.activated.emit(field.currentIndex())
        stage.qtbot.waitUntil(lambda: again.report is None, timeout=20_000)
        stage.settle()
        shown = again.columns.table.mapping()
        assert {column: name for name, column in shown.items() if column == "Ort"} == columns
        assert len([text for text in _bars(again) if "last time" in text]) == bars
    again.close()


def test_a_folder_and_a_file_that_cant_be_read_are_told_of(stage: Stage, tmp_path: Path) -> None:
    """ux.md 9, promise 18: a folder's tables come in turn; one that can't be read stops no other; none is lost."""
    folder = tmp_path / "exports"
    folder.mkdir()
    for name, text in (("b.csv", "email\nbob@example.com\n"), ("c.csv", "email\ncara@example.com\n")):
        _file(folder, text, name)
    (folder / "a.xlsx").write_bytes(b"PK\x03\x04, and then cut off")
    (folder / "notes.pdf").write_bytes(b"%PDF")
    dialog = ImportDialog(stage.desk, stage.window)
    dialog.show()
    dialog.files.chosen.emit([str(folder)])
    stage.qtbot.waitUntil(dialog.files.fault.isVisible, timeout=20_000)
    assert dialog.files.next_button.accessibleName() == "Next file (2 left)"
    dialog.files.next_button.click()
    _checked(stage, dialog)
    assert dialog.heading.text() == "Import from “b.csv” (2 of 3)"
    dialog.cancel_button.click()
    stage.settle()
    assert "1 file" in stage.window.toast.sentence()


ORDERS = "Order ID,Date,Email,Total\nA1,02/03/2026 10:00,ann@example.com,10.00\nA2,02/02/2026,bob@example.com,11.00\n"


def test_a_date_that_can_be_read_both_ways_is_asked_with_both_readings(stage: Stage, tmp_path: Path) -> None:
    """ux.md 9: 03/04 asks with both readings, in one place; the answer is a button, and the file is checked with it."""
    dialog = _open(stage, _file(tmp_path, ORDERS, "orders.csv"))
    bar = next(bar for bar in dialog.columns.findChildren(InfoBar) if "“Date”" in bar.sentence())
    readings = {each.text(): each for each in bar.findChildren(QPushButton)}
    assert list(readings) == ["2 Mar", "3 Feb"]
    said = [each.text() for each in dialog.columns.findChildren(QLabel) if each.isVisible()]
    assert len([text for text in said if "02/03/2026" in text and "“Date”" in text]) == 1
    readings["3 Feb"].click()
    stage.qtbot.waitUntil(lambda: not dialog.columns.findChildren(InfoBar), timeout=20_000)
    _checked(stage, dialog)
    assert dialog.columns.dates.currentData() == "mdy"
    assert dialog.focusWidget() is dialog.columns.dates
    dialog.close()


def test_dates_that_mix_both_orders_are_asked_by_the_order(stage: Stage, tmp_path: Path) -> None:
    """ux.md 9: where no one reading fits them all the buttons name the order."""
    dialog = _open(stage, _file(tmp_path, ORDERS + "A3,25/12/2025,c@example.com,9\nA4,12/25/2025,d@example.com,9\n"))
    bar = next(bar for bar in dialog.columns.findChildren(InfoBar) if "“Date”" in bar.sentence())
    assert [each.text() for each in bar.findChildren(QPushButton)] == ["Day first", "Month first"]
    _import(stage, dialog)
    assert "“Dates”" not in dialog.done_page.notes.text(), "that choice is not on the last page"
    dialog.close()
