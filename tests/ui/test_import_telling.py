"""What the import's dialog says about a file is so: how many were chosen, what is wrong in it, what is not read."""

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.jobs.tasks.imports import ImportReport
from reengage_desktop.ui.importing.dialog import ImportDialog
from reengage_desktop.ui.importing.ending_pages import DonePage
from tests.ui.stage import Stage

NOTHING_WRONG = "Nothing is wrong in this file."


@pytest.fixture
def stage(open_stage: Callable[..., Stage]) -> Stage:
    return open_stage(lively=False)


@pytest.fixture
def dialog(stage: Stage) -> ImportDialog:
    made = ImportDialog(stage.desk, stage.window)
    made.show()
    return made


def _file(folder: Path, text: str, name: str = "people.csv") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def _choose(stage: Stage, dialog: ImportDialog, *paths: str) -> None:
    dialog.files.chosen.emit(list(paths))
    stage.settle()


def _said(dialog: ImportDialog) -> list[str]:
    return [each.text() for each in dialog.columns.findChildren(QLabel) if not each.isHidden()]


def test_a_file_that_was_chosen_alone_is_the_only_one(stage: Stage, dialog: ImportDialog, tmp_path: Path) -> None:
    """Ux.md 9: back and another file: no “2 of 2”, for nobody chose two; two that were chosen together are counted."""
    paths = [_file(tmp_path, "email\nann@example.com\n", f"{letter}.csv") for letter in "abcd"]
    for path in paths[:2]:
        _choose(stage, dialog, path)
        assert dialog.heading.text() == f"Import from “{Path(path).name}”"
        dialog.back_button.click()
    _choose(stage, dialog, *paths[2:])
    assert dialog.heading.text() == "Import from “c.csv” (1 of 2)"


def test_nothing_is_wrong_only_where_that_was_found(stage: Stage, dialog: ImportDialog, tmp_path: Path) -> None:
    """Ux.md 9: a file that nobody understood yet, or that was refused, is not told to be right."""
    _choose(stage, dialog, _file(tmp_path, "stars;words\n3;fine\n", "reviews.csv"))
    assert "was not recognised" in dialog.columns.summary.text()
    assert NOTHING_WRONG not in _said(dialog)
    dialog.back_button.click()
    _choose(stage, dialog, _file(tmp_path, "email,name\nann@example.com,Ann\n"))
    assert NOTHING_WRONG in _said(dialog)


def test_one_record_of_several_rows_is_one(stage: Stage, dialog: ImportDialog, tmp_path: Path) -> None:
    """Ux.md 9: what the button calls one order is not “1 orders” in the line beside it."""
    lines = "".join(f"77,2026-10-02,ann@example.com,{thing},1,4.00\n" for thing in ("Mug", "Cup", "Jar"))
    _choose(stage, dialog, _file(tmp_path, f"order id,date,email,product,quantity,line total\n{lines}", "orders.csv"))
    assert dialog.columns.summary.text().startswith("3 rows: 1 new")
    assert dialog.import_button.accessibleName() == "Import 1 order"


def test_one_order_of_several_rows_is_no_orders(stage: Stage, dialog: ImportDialog, tmp_path: Path) -> None:
    """Ux.md 7: in Activity, too, three rows of one order are not “1 orders”."""
    lines = "".join(f"77,2026-10-02,ann@example.com,{thing},1,4.00\n" for thing in ("Mug", "Cup", "Jar"))
    _choose(stage, dialog, _file(tmp_path, f"order id,date,email,product,quantity,line total\n{lines}", "orders.csv"))
    dialog.import_now()
    stage.settle()
    dialog.close()
    view = stage.go("activity", {"filter": "imports"}).imports
    view.table.selectRow(0)
    stage.settle()
    assert view.model.record_at(0) is not None
    assert ("Rows", "3") in view.facts(view.model.record_at(0))


def test_a_sheet_that_is_not_read_is_told_with_the_way_to_bring_it_in(
    stage: Stage, dialog: ImportDialog, tmp_path: Path
) -> None:
    """D2, C18: people on a second sheet, perhaps those who said no, don't stay out without a word on what to do."""
    book = Workbook()
    for sheet, column in ((book.worksheets[0], "Email"), (book.create_sheet("Unsubscribed"), "Email address")):
        sheet.append([column, "Name"])
        sheet.append(["ann@example.com", "Ann"])
    book.worksheets[0].title = "Customers"
    book.save(tmp_path / "people.xlsx")
    _choose(stage, dialog, str(tmp_path / "people.xlsx"))
    cure = "To bring in another one as well, import this same file once more and choose it under “Sheet”."
    assert f"The sheet “Customers” was read, not “Unsubscribed”. {cure}" in _said(dialog)


def _save_as(target: Path) -> None:
    """Answers the question where to save, as soon as it is asked."""

    def answer() -> None:
        chooser = QApplication.activeModalWidget()
        if isinstance(chooser, QFileDialog):
            names = chooser.findChild(QLineEdit)
            assert names is not None
            names.setText(str(target))
            chooser.accept()

    QTimer.singleShot(500, answer)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_became_of_a_saved_list_is_told_in_front(stage: Stage, dialog: ImportDialog, tmp_path: Path) -> None:
    """Ux.md 9, promise 12: saved or not, the owner reads it in the dialog; the window's notice lies behind it."""
    _choose(stage, dialog, _file(tmp_path, "email,phone\nann@example.com,12\n,13\n"))
    _save_as(tmp_path / "saved.csv")
    dialog.columns.save_button.click()
    stage.qtbot.waitUntil((tmp_path / "saved.csv").exists, timeout=10_000)
    stage.settle()
    assert dialog.notices.toast.isVisible()
    assert dialog.notices.toast.sentence() == "The list of rows was saved."
    assert dialog.notices.toast.window() is dialog


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_list_that_could_not_be_saved_is_told_in_front(stage: Stage, dialog: ImportDialog, tmp_path: Path) -> None:
    """Promise 12: the sentence stands in the dialog, and what it showed stays."""
    _choose(stage, dialog, _file(tmp_path, "email,phone\nann@example.com,12\n,13\n"))
    before = dialog.columns.summary.text()
    _save_as(tmp_path / "people.csv" / "saved.csv")
    dialog.columns.save_button.click()
    stage.qtbot.waitUntil(dialog.notices.toast.isVisible, timeout=10_000)
    assert "people.csv" in dialog.notices.toast.sentence()
    assert (dialog.columns.summary.text(), dialog.import_button.isEnabled()) == (before, True)
    dialog.import_button.click()
    stage.qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.done_page, timeout=20_000)
    stage.settle()
    dialog.notices.toast.hide()
    _save_as(tmp_path / "saved.csv")
    dialog.done_page.save_asked.emit(str(tmp_path / "gone.csv"))
    stage.qtbot.waitUntil(dialog.notices.toast.isVisible, timeout=10_000)
    assert "gone.csv" in dialog.notices.toast.sentence()


@pytest.mark.parametrize("opens", [True, False])
def test_rows_that_nothing_can_show_are_offered_to_be_saved(qtbot: QtBot, *, opens: bool) -> None:
    """Ux.md 9: on a PC where no program opens tables the button is not without effect."""
    page = DonePage(ZoneInfo("Europe/Vienna"), lambda _url: opens)
    qtbot.addWidget(page)
    report = ImportReport(1, ImportKind.CUSTOMERS, rows=2, created=1, rejected=1, rejects_file=Path("rows.csv"))
    page.show_report(report)
    asked: list[str] = []
    page.save_asked.connect(asked.append)
    page.rejects_button.click()
    assert asked == ([] if opens else ["rows.csv"])


def test_what_means_yes_is_asked_of_customers_only(stage: Stage, dialog: ImportDialog, tmp_path: Path) -> None:
    """Ux.md 9: taken for something that has no agreement in it, the file's words are asked about no more."""
    lines = "".join(f"{name}@example.com,{name},{word}\n" for name, word in (("ann", "Gold"), ("bob", "Gold")))
    _choose(stage, dialog, _file(tmp_path, f"email,name,newsletter\n{lines}"))
    card = dialog.columns.consent_answers
    assert card.isVisible()
    kinds = dialog.columns.kinds
    for kind, is_asked in ((ImportKind.ENQUIRIES, False), (ImportKind.CUSTOMERS, True), (ImportKind.ORDERS, False)):
        kinds.setCurrentIndex(kinds.findData(str(kind)))
        kinds.activated.emit(kinds.currentIndex())
        stage.settle()
        assert card.isVisible() is is_asked, kind
