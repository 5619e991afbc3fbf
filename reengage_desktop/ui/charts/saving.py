"""Figures as files: asked where, written whole or not at all, and never able to compute."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QIODevice, QLocale, QSaveFile, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from reengage_desktop.domain.sheets import csv_text
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.ui.charts.figures import Sheet


def sheet_bytes(sheet: Sheet) -> bytes:
    """A sheet as CSV for the owner's spreadsheet: as her locale writes numbers, and with no cell that computes."""
    comma = QLocale().decimalPoint() == ","
    text = csv_text(sheet.header, [[cell.plain for cell in row] for row in sheet.rows], decimal_comma=comma)
    return ("\ufeff" + text).encode()


def save(file: Path, content: bytes) -> None:
    """Writes a file whole or not at all; raises Refused with a sentence."""
    target = QSaveFile(str(file))
    is_open = target.open(QIODevice.OpenModeFlag.WriteOnly)
    if not (is_open and target.write(content) == len(content) and target.commit()):
        words = QCoreApplication.translate(
            "Saving", "“{file}” can't be written ({reason}). Nothing was saved; choose another folder."
        )
        raise Refused(words.replace("{file}", file.name).replace("{reason}", target.errorString()))


def ask_where(parent: QWidget, name: str, kinds: str, ending: str, take: Callable[[Path], object]) -> None:
    """Asks for a file of that ending and hands it to `take`; nothing waits for the answer."""
    asked = QFileDialog(parent, name, "", kinds)
    asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    asked.setDefaultSuffix(ending.removeprefix("."))
    asked.selectFile(name + ending)
    asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    asked.fileSelected.connect(lambda chosen: take(Path(chosen)))
    asked.open()
