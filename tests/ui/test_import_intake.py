"""What comes to the import's first page is looked at, one after the other: none is lost, and none opens unseen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from reengage_desktop.ui.importing.dialog import ImportDialog
from reengage_desktop.ui.importing.pasted import named_files
from tests.ui.held import NETWORK_THREADS, held
from tests.ui.stage import Stage


@pytest.fixture
def stage(open_stage: Callable[..., Stage]) -> Stage:
    return open_stage(lively=False)


@pytest.fixture
def dialog(stage: Stage) -> ImportDialog:
    made = ImportDialog(stage.desk, stage.window)
    made.show()
    return made


def _file(folder: Path, name: str, text: str = "email,name\nann@example.com,Ann\n") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def _checked(stage: Stage, dialog: ImportDialog) -> None:
    stage.qtbot.waitUntil(lambda: dialog.report is not None, timeout=20_000)
    stage.settle()


def test_a_file_dropped_while_another_is_opened_waits(stage: Stage, dialog: ImportDialog, tmp_path: Path) -> None:
    """Issue 4, ux.md 9: the page says what is being opened; what comes meanwhile takes nobody's place, none twice."""
    first, second = _file(tmp_path, "first.csv"), _file(tmp_path, "second.csv")
    with held(stage, "network", NETWORK_THREADS):
        dialog.take_file(first)
        assert dialog.files.opening.isVisible()
        assert dialog.files.opening.text() == "Opening “first.csv”…"
        dialog.intake.take_all([second, first, second])
        assert dialog.files.next_button.accessibleName() == "Next file (1 left)"
    _checked(stage, dialog)
    assert dialog.path() == Path(first)
    dialog.import_now()
    stage.qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.done_page, timeout=20_000)
    stage.settle()
    assert dialog.done_page.another_button.accessibleName() == "Next file (1 left)"
    dialog.done_page.another_button.click()
    _checked(stage, dialog)
    assert dialog.path() == Path(second)
    assert not dialog.files.opening.isVisibleTo(dialog.files)
    dialog.close()


def test_a_path_that_was_copied_is_the_file(stage: Stage, dialog: ImportDialog, tmp_path: Path) -> None:
    """ux.md 9: “copy as path” of a file manager is meant as the file, with or without quotation marks."""
    copied = QMimeData()
    copied.setText(f'"{_file(tmp_path, "people.csv")}"')
    QGuiApplication.clipboard().setMimeData(copied)
    dialog.paste()
    _checked(stage, dialog)
    assert dialog.path() == tmp_path / "people.csv"
    dialog.close()
    QGuiApplication.clipboard().clear()


def test_words_are_no_files(tmp_path: Path) -> None:
    """A name without its folder, a file that is not there, or one among words opens nothing."""
    there = _file(tmp_path, "people.csv")
    assert named_files(f"{there}\n{there}\n") == [there, there]
    for text in ("", "people.csv", f"{there}x", f"{there}\nand words", "\0", "/" + "x" * 100_000):
        assert named_files(text) == []


def _workbook(folder: Path) -> str:
    book = Workbook()
    for title, address in (("Customers", "ann@example.com"), ("Till", "bob@example.com")):
        sheet = book.worksheets[0] if title == "Customers" else book.create_sheet(title)
        sheet.title = title
        sheet.append(["Email", "Name"])
        sheet.append([address, "Somebody"])
    book.create_sheet("Nothing")
    book.save(folder / "people.xlsx")
    return str(folder / "people.xlsx")


def _choose_sheet(dialog: ImportDialog, name: str) -> None:
    sheet = dialog.columns.choices.sheet
    sheet.setCurrentText(name)
    sheet.activated.emit(sheet.currentIndex())


def test_another_sheet_of_a_workbook_is_chosen(stage: Stage, dialog: ImportDialog, tmp_path: Path) -> None:
    """Issue 4: of several sheets the owner says which one is read; nothing said of one counts for the other."""
    dialog.take_file(_workbook(tmp_path))
    _checked(stage, dialog)
    sheet = dialog.columns.choices.sheet
    assert sheet.isVisible()
    assert [sheet.itemText(at) for at in range(sheet.count())] == ["Customers", "Till", "Nothing"]
    assert sheet.currentText() == "Customers"
    dialog.columns.agreed.setChecked(True)
    dialog.columns.wording.setText("Form at the till")
    _choose_sheet(dialog, "Till")
    assert not dialog.import_button.isEnabled(), "what was checked is no longer what is wanted"
    _checked(stage, dialog)
    assert not dialog.columns.agreed.isChecked()
    dialog.import_now()
    stage.qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.done_page, timeout=20_000)
    assert stage.shop.db.value("SELECT group_concat(email) FROM customers") == "bob@example.com"
    dialog.close()


def test_a_sheet_without_a_list_leaves_the_one_before(stage: Stage, dialog: ImportDialog, tmp_path: Path) -> None:
    """ux.md 9: what the list of sheets shows is what Import brings in."""
    dialog.take_file(_workbook(tmp_path))
    _checked(stage, dialog)
    _choose_sheet(dialog, "Nothing")
    stage.qtbot.waitUntil(dialog.notices.toast.isVisible, timeout=20_000)
    _checked(stage, dialog)
    assert "holds no" in dialog.notices.toast.sentence()
    assert dialog.columns.choices.sheet.currentText() == "Customers"
    assert dialog.report is not None
    assert dialog.report.shown[0].values["email"] == "ann@example.com"
    dialog.close()


def test_a_file_of_one_table_has_no_choice_of_sheets(stage: Stage, dialog: ImportDialog, tmp_path: Path) -> None:
    """A choice of one thing is none."""
    dialog.take_file(_file(tmp_path, "people.csv"))
    _checked(stage, dialog)
    assert not dialog.columns.choices.sheet.isVisible()
    dialog.close()
