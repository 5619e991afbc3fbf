"""The import's dialog while things change under it: other files, other answers, another currency, odd clipboards."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.ui.importing.dialog import ImportDialog
from reengage_desktop.ui.widgets.info_bar import InfoBar
from tests.ui.held import NETWORK_THREADS, held
from tests.ui.stage import Stage

PEOPLE = "Kennung;E-Mail;Name;Ort\n1;ann@example.com;Ann;Wien\n2;bob@example.com;Bob;Graz\n"


@pytest.fixture
def stage(open_stage: Callable[..., Stage]) -> Stage:
    return open_stage(lively=False)


def _file(folder: Path, text: str = PEOPLE, name: str = "people.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(text, encoding=encoding)
    return path


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


def _bars(dialog: ImportDialog) -> list[str]:
    return [bar.sentence() for bar in dialog.columns.findChildren(InfoBar)]


def test_a_file_that_changed_since_it_was_checked_is_looked_at_again(stage: Stage, tmp_path: Path) -> None:
    """Promise 18: nothing is written that the owner has not seen; her answers about the columns stay."""
    path = _file(tmp_path)
    dialog = _open(stage, path)
    dialog.columns.table.choose("Ort", "status")
    stage.qtbot.waitUntil(lambda: dialog.report is not None and "status" in dialog.report.columns, timeout=20_000)
    stage.settle()
    path.write_text(PEOPLE + "3;cleo@example.com;Cleo;Linz\n", encoding="utf-8")
    dialog.import_button.click()
    _checked(stage, dialog)
    assert stage.shop.db.value("SELECT count(*) FROM customers") == 0
    assert dialog.report is not None
    assert dialog.report.created == 3
    assert dialog.report.columns["status"] == "Ort"
    assert [text for text in _bars(dialog) if "has changed" in text]
    _import(stage, dialog)
    assert stage.shop.db.value("SELECT count(*) FROM customers") == 3
    dialog.close()


def test_a_file_that_is_slow_to_open_does_not_take_the_place_of_a_later_one(stage: Stage, tmp_path: Path) -> None:
    """The file that was named last is the one that is looked at; a workbook takes a hundred times as long to open."""
    slow, book = tmp_path / "slow.xlsx", Workbook()
    for line in (("name", "email"), ("Eve", "eve@example.com")):
        book.active.append(line)
    book.save(slow)
    dialog = ImportDialog(stage.desk, stage.window)
    dialog.show()
    dialog.take_file(str(slow))
    dialog.take_file(str(_file(tmp_path)))
    stage.qtbot.waitUntil(lambda: dialog.report is not None, timeout=20_000)
    stage.settle()
    assert dialog.path() == tmp_path / "people.csv"
    assert "people.csv" in dialog.heading.text()
    dialog.close()


def test_a_cancelled_end_does_not_close_over_the_next_fault(stage: Stage, tmp_path: Path) -> None:
    """Cancel came too late for the first file; what then keeps the second one out is told, and the dialog stays."""
    dialog = _open(stage, _file(tmp_path))
    with held(stage, "network", NETWORK_THREADS - 1):
        dialog.import_button.click()
        stage.shop.lanes.network(lambda: None).result(timeout=20)  # in the one thread left: the import has ended
        dialog.reject()  # and nobody has heard of it
    stage.qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.done_page, timeout=20_000)
    stage.settle()
    second = _file(tmp_path, "name,email\nEve,eve@example.com\n", "second.csv")
    dialog.take_file(str(second))
    _checked(stage, dialog)
    stage.shop.db.run("DROP TABLE imports")
    dialog.import_button.click()
    stage.settle()
    assert dialog.isVisible()
    assert "cancelled" not in stage.window.toast.sentence()
    dialog.close()


def test_forgetting_counts_while_the_file_is_being_checked(stage: Stage, tmp_path: Path) -> None:
    """“Forget it” forgets for the files to come too, whatever moment it is pressed at."""
    dialog = _open(stage, _file(tmp_path))
    dialog.columns.table.choose("Ort", "status")
    stage.qtbot.waitUntil(lambda: dialog.report is not None and "status" in dialog.report.columns, timeout=20_000)
    _import(stage, dialog)
    dialog.close()
    again = _open(stage, tmp_path / "people.csv")
    forget = next(each for each in again.columns.findChildren(QPushButton) if each.text() == "Forget it")
    again.columns.table.choose("Name", "agent")
    forget.click()
    _checked(stage, again)
    assert stage.shop.db.value("SELECT count(*) FROM known_headers") == 0
    again.close()


def test_columns_are_known_again_together_with_the_letters(stage: Stage, tmp_path: Path) -> None:
    """ux.md 9: a file that had to be read in other letters comes in with the columns that were chosen for it."""
    text = PEOPLE.replace("Ann;", "Zoë;")
    dialog = _open(stage, _file(tmp_path, text, encoding="mac-roman"))
    letters = dialog.columns.choices.letters
    letters.setCurrentIndex(letters.findData("mac-roman"))
    letters.activated.emit(letters.currentIndex())
    _checked(stage, dialog)
    dialog.columns.table.choose("Ort", "status")
    stage.qtbot.waitUntil(lambda: dialog.report is not None and "status" in dialog.report.columns, timeout=20_000)
    _import(stage, dialog)
    dialog.close()
    more = text + "3;cleo@example.com;Cleo;Linz\n"
    again = _open(stage, _file(tmp_path, more, "more.csv", encoding="mac-roman"))
    stage.qtbot.wait(200)
    _checked(stage, again)
    assert [text for text in _bars(again) if "last time" in text]
    assert again.report is not None
    assert again.report.columns["status"] == "Ort"
    assert again.columns.table.mapping()["status"] == "Ort"
    assert again.columns.rows.item(0, 3).text() == "Zoë" or "Zoë" in str(again.report.shown[0].values)
    again.close()


def test_what_a_file_holds_is_known_again_when_something_else_is_said(stage: Stage, tmp_path: Path) -> None:
    """A list of opt-outs stays one when the owner only changes how its dates are read."""
    text = "E-Mail,Since,Name\nann@example.com,03/04/2025,Ann\n"

    def say(field: object, value: str) -> None:
        field.setCurrentIndex(field.findData(value))  # type: ignore[attr-defined]
        field.activated.emit(field.currentIndex())  # type: ignore[attr-defined]
        _checked(stage, dialog)

    dialog = _open(stage, _file(tmp_path, text))
    assert dialog.report is not None
    assert dialog.report.kind == "customers"
    say(dialog.columns.kinds, "optouts")
    say(dialog.columns.dates, "mdy")
    _import(stage, dialog)
    dialog.close()
    dialog = _open(stage, _file(tmp_path, text.replace("ann@", "eve@"), "more.csv"))
    assert dialog.report is not None
    assert dialog.report.kind == "optouts"
    say(dialog.columns.dates, "dmy")
    assert dialog.report.kind == "optouts"
    dialog.close()


def test_a_tick_for_one_file_is_no_tick_for_the_next(stage: Stage, tmp_path: Path) -> None:
    """C18: what everybody in a file agreed to is said for that file only, the channels too."""
    dialog = _open(stage, _file(tmp_path))
    card = dialog.columns.consent_card
    card.channels[ChannelName.SMS].click()
    dialog.take_file(str(_file(tmp_path, "name,email\nEve,eve@example.com\n", "second.csv")))
    stage.qtbot.wait(100)
    _checked(stage, dialog)
    card.agreed.click()
    card.wording.setText("Form at the till")
    assert card.consent() == (ChannelName.EMAIL,)
    dialog.close()


def test_amounts_are_shown_in_the_currency_that_they_would_be_written_in(stage: Stage, tmp_path: Path) -> None:
    """The first file of a shop may name its currency: the next one is shown in that, in the same dialog."""
    orders = "Order,Date,Email,Total,Currency\n1,2026-11-01,ann@example.com,10.00,CHF\n"
    dialog = _open(stage, _file(tmp_path, orders))
    _import(stage, dialog)
    stage.desk.settings = stage.shop.settings()  # as the session brings it after every import
    assert stage.desk.currency == "CHF"
    dialog.done_page.another_button.click()
    second = "Order,Date,Email,Total\n2,2026-11-02,ann@example.com,12.50\n"
    dialog.take_file(str(_file(tmp_path, second, "second.csv")))
    stage.qtbot.wait(100)
    _checked(stage, dialog)
    rows = dialog.columns.rows
    shown = [rows.item(0, at).text() for at in range(rows.columnCount())]
    assert [text for text in shown if "CHF" in text and "12.50" in text], shown
    dialog.close()


def test_the_first_rows_show_what_is_written(stage: Stage, tmp_path: Path) -> None:
    """One and a half pieces are not two, and an amount is rounded as it is stored."""
    orders = "Order,Date,Email,Product,Quantity,Total\n1,2026-11-01,ann@example.com,Cheese,1.5,12.347\n"
    dialog = _open(stage, _file(tmp_path, orders))
    rows = dialog.columns.rows
    headings = [rows.horizontalHeaderItem(at).text() for at in range(rows.columnCount())]
    shown = dict(zip(headings, (rows.item(0, at).text() for at in range(rows.columnCount())), strict=True))
    assert shown["Quantity"] == "1.5"
    assert "12.35" in shown["Order total"]
    dialog.close()


def test_the_check_of_a_column_counts_all_its_faults(stage: Stage, tmp_path: Path) -> None:
    """Both figures on the page are the same: what the columns say and what the problems say."""
    lines = [f"{number},nobody{number}@example,Name {number}" for number in range(150)]
    text = "\n".join(["id,email,name", *lines, "900,ann@example.com,Ann"])
    dialog = _open(stage, _file(tmp_path, text))
    table = dialog.columns.table
    told = next(table.item(row, 4).text() for row in range(table.rowCount()) if table.item(row, 0).text() == "email")
    assert told == "150 not taken"
    assert "Problems (150)" in dialog.columns.views.tabText(2)
    dialog.close()


def test_half_a_character_on_the_clipboard_is_pasted_as_none(stage: Stage) -> None:
    """Promise 20: what a program cut in the middle of a sign comes in without it, and breaks nothing."""
    copied = QMimeData()
    copied.setText("Name\tE-mail\nAnn \ud83d\tann@example.com\n")
    QGuiApplication.clipboard().setMimeData(copied)
    dialog = ImportDialog(stage.desk, stage.window)
    dialog.show()
    dialog.paste()
    _checked(stage, dialog)
    assert dialog.report is not None
    assert dialog.report.created == 1
    dialog.close()
    QGuiApplication.clipboard().clear()


def test_an_undo_that_could_not_be_done_can_be_tried_again(stage: Stage, tmp_path: Path) -> None:
    """The button comes back when nothing was taken back, and why stands in the dialog: the window lies behind it."""
    dialog = _open(stage, _file(tmp_path))
    _import(stage, dialog)
    stage.shop.db.run("UPDATE imports SET state = 'undone'")
    dialog.done_page.undo_button.click()
    stage.settle()
    assert len(stage.faults) == 1
    assert dialog.notices.toast.isVisible()
    assert dialog.notices.toast.sentence() == "This import was taken back already. Nothing was changed."
    assert dialog.done_page.undo_button.isEnabled()
    dialog.close()


def test_progress_counts_what_it_names(stage: Stage) -> None:
    """ux.md 9: rows are those of the file; what is written are its orders, customers and products, and more of them."""
    dialog = ImportDialog(stage.desk, stage.window)
    page = dialog.progress
    page.begin()
    page.show_progress(2_500, None)
    assert page.count.text().startswith("2,500 rows · ")
    page.show_progress(3_000, 6_050)
    assert page.count.text() == "3,000 of 6,050 entries are written"
    assert (page.bar.value(), page.bar.maximum()) == (3_000, 6_050)
    dialog.close()
