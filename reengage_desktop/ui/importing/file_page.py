"""The first page: drop files, choose them, or paste a table."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QSettings, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from reengage_desktop.ui.importing.dropping import DropZone
from reengage_desktop.ui.importing.pasted import ENDINGS
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button, rename
from reengage_desktop.ui.widgets.picture import Picture
from reengage_desktop.ui.widgets.text import column, label, paragraph, row

_ENDINGS = " ".join(f"*{ending}" for ending in ENDINGS)


class FilePage(QWidget):
    """Tells which files were chosen, what was dropped, that a table is to be pasted, and why a file can't be read."""

    chosen = Signal(list)
    dropped = Signal(QMimeData)
    paste_asked = Signal()
    next_asked = Signal()

    def __init__(self, folder: "FolderMemory") -> None:
        super().__init__()
        self.folder = folder
        self.drop = DropZone()
        self.drop.dropped.connect(self.dropped)
        self.choose_button = button(self.tr("Choose a &file…"), self.choose, picture="folder-open", kind="primary")
        self.paste_button = button(
            self.tr("&Paste a table"), self.paste_asked.emit, picture="table", tip=self.tr("Ctrl+V")
        )
        picture = Picture("file-spreadsheet", Tone.NEUTRAL, 44)
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = label(self.tr("Drop files here"), "heading")
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        kinds = paragraph(
            self.tr(
                "CSV, Excel or OpenDocument, straight from your shop system: customers, orders, products, product "
                "views, enquiries, wish lists or opt-outs. What a file holds is found out from its columns. A table "
                "that you copied from a spreadsheet or a mail can be pasted."
            ),
            "muted",
        )
        kinds.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner = column(
            [None, picture, heading, kinds, row([None, self.choose_button, self.paste_button, None]), None],
            spacing=12,
            margins=24,
        )
        self.drop.setLayout(inner)
        self.fault = paragraph("", "bad")
        self.fault.hide()
        self.opening = paragraph("")
        self.opening.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.drop, 1)
        outer.addWidget(self.fault)
        outer.addWidget(self.opening)
        self.next_button = button("", self.next_asked.emit, picture="upload")
        self.next_button.hide()
        outer.addLayout(row([self.next_button, None]))
        note = self.tr("Nothing is written before you have seen what would happen, and every import can be taken back.")
        outer.addWidget(paragraph(note, "muted"))

    def show_fault(self, sentence: str) -> None:
        """Says why the file can't be read; an empty sentence takes that away."""
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))

    def show_opening(self, name: str) -> None:
        """Says that a file is being opened, which may last with a workbook; an empty name takes that away."""
        self.opening.setText(self.tr("Opening “{file}”…").replace("{file}", name))
        self.opening.setVisible(bool(name))

    def show_waiting(self, count: int) -> None:
        """Offers the next of the files that were chosen together, where some wait."""
        text = QCoreApplication.translate("DonePage", "&Next file (%Ln left)", "", count)
        rename(self.next_button, text)
        self.next_button.setVisible(count > 0)

    def choose(self) -> None:
        """Asks for files; nothing happens where none is chosen."""
        files = self.tr("Tables")
        names, _kind = QFileDialog.getOpenFileNames(
            self, self.tr("Choose files to import"), self.folder.start(), f"{files} ({_ENDINGS})"
        )
        if names:
            self.chosen.emit(names)


class FolderMemory:
    """The folder from which the last file came, kept from one day to the next."""

    _KEY = "import/folder"

    def __init__(self, state_file: Path) -> None:
        self._settings = QSettings(str(state_file), QSettings.Format.IniFormat)

    def keep(self, folder: Path) -> None:
        """Remembers the folder."""
        self._settings.setValue(self._KEY, str(folder.absolute()))

    def start(self) -> str:
        """Where to look for the next file: the last folder, else where browsers and shop systems put exports."""
        place = QStandardPaths.StandardLocation
        kept = str(self._settings.value(self._KEY, ""))
        usual = (QStandardPaths.writableLocation(each) for each in (place.DownloadLocation, place.DocumentsLocation))
        known = (folder for folder in (kept, *usual) if folder and Path(folder).is_dir())
        return next(known, str(Path.home()))
