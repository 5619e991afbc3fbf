"""Files, tables and links that are dropped with the mouse, or pasted, wherever an owner does it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from reengage_desktop.ui.importing.dialog import ImportDialog
from reengage_desktop.ui.importing.pasted import PastedFiles
from tests.ui.stage import Stage

TABLE = "email\tname\nann@example.com\tAnn\n"
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def stage(open_stage: Callable[..., Stage]) -> Stage:
    return open_stage(lively=False)


def _urls(*addresses: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(each) if "://" in each else QUrl.fromLocalFile(each) for each in addresses])
    return data


def _text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def _drop(target: QWidget, data: QMimeData) -> bool:
    """Moves over the widget and lets go there; gives whether it was welcome."""
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(20, 20), copy, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPoint(20, 20).toPointF(), copy, data, LEFT, NONE))
    return enter.isAccepted()


def _file(folder: Path, name: str = "people.csv") -> str:
    path = folder / name
    path.write_text("email,name\nann@example.com,Ann\n", encoding="utf-8")
    return str(path)


def _dialog(stage: Stage) -> ImportDialog:
    dialog = ImportDialog(stage.desk, stage.window)
    dialog.open()
    return dialog


def _checked(stage: Stage, dialog: ImportDialog) -> None:
    stage.qtbot.waitUntil(lambda: dialog.report is not None, timeout=20_000)
    stage.settle()


def test_files_dropped_on_the_window_open_the_import(stage: Stage, tmp_path: Path) -> None:
    """ux.md 9: an owner drops the export on the window that she sees; several come one after the other."""
    first, second = _file(tmp_path), _file(tmp_path, "more.csv")
    assert _drop(stage.window, _urls(first, second))
    dialog = stage.window.findChild(ImportDialog)
    assert dialog is not None
    _checked(stage, dialog)
    assert dialog.heading.text() == "Import from “people.csv” (1 of 2)"
    assert not _drop(stage.window, _urls(second)), "a dialog lies over the window"
    dialog.close()


def test_what_is_no_file_is_not_welcome_on_the_window(stage: Stage) -> None:
    """A link or words that are dragged across the window open nothing."""
    assert not _drop(stage.window, _urls("https://shop.example.com/orders.csv"))
    assert not _drop(stage.window, _text(TABLE))
    assert stage.window.findChild(ImportDialog) is None


def test_a_table_dropped_on_the_zone_is_taken_like_a_pasted_one(stage: Stage) -> None:
    """Cells dragged out of a spreadsheet are a table as much as copied ones."""
    dialog = _dialog(stage)
    assert _drop(dialog.files.drop, _text(TABLE))
    _checked(stage, dialog)
    assert dialog.report is not None
    assert dialog.report.created == 1
    dialog.close()


@pytest.mark.parametrize("dragged", [_urls, _text])
def test_a_link_is_told_what_would_work(stage: Stage, dragged: Callable[[str], QMimeData]) -> None:
    """Issue 4: one sentence says what it is and what would work; nothing is fetched from anywhere."""
    dialog = _dialog(stage)
    assert _drop(dialog.files.drop, dragged("https://shop.example.com/orders.csv"))
    stage.settle()
    assert dialog.files.fault.text() == (
        "This is a link, and nothing is fetched from the internet here: download the file first, then drop it here."
    )
    dialog.close()


def test_a_table_that_can_not_be_put_down_is_told(stage: Stage) -> None:
    """Promise 12: a full disk is a sentence, not a surprise."""

    class Full(PastedFiles):
        def keep(self, text: str, name: str) -> Path:
            raise OSError(28, "No space left on device")

    dialog = ImportDialog(stage.desk, stage.window, pasted=Full())
    dialog.open()
    QGuiApplication.clipboard().setText(TABLE)
    dialog.paste()
    stage.settle()
    assert "the disk is full" in dialog.files.fault.text()
    assert stage.faults == []
    dialog.close()
    QGuiApplication.clipboard().clear()
