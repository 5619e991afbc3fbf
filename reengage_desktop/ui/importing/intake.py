"""What was chosen, dropped or copied, on its way to be looked at, one file after the other."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.importing.file_page import FilePage
from reengage_desktop.ui.importing.in_turn import FilesInTurn
from reengage_desktop.ui.importing.pasted import Copied, PastedFiles, read_copied, tables_among, why_no_table
from reengage_desktop.ui.importing.preview import FilePreview, Opening
from reengage_desktop.ui.importing.sentences import fault_words
from reengage_desktop.ui.wording import translate


class Intake:
    """Takes files for one dialog on its first page; none is lost while another is opened or looked at.

    `turns`: those that wait. `opening`: the one that is being opened.
    """

    def __init__(self, desk: Desk, dialog: QWidget, pasted: PastedFiles, opened: Callable[[FilePreview], None]) -> None:
        self._desk, self._dialog, self.pasted, self._look_at = desk, dialog, pasted, opened
        self.turns, self.opening = FilesInTurn(), Opening(desk, dialog)

    def lie_on(self, page: FilePage) -> FilePage:
        """Tells on this page what happens; gives it back."""
        self._page = page
        page.chosen.connect(self.take_files)
        page.dropped.connect(self.take)
        return page

    def take_file(self, path: str) -> None:
        """Opens a file at once, instead of any that is being opened."""
        self._page.show_fault("")
        self._page.show_opening(Path(path).name)
        self.opening.start(Path(path), self._opened, self._not_opened)

    def take_files(self, paths: list[str]) -> None:
        """Takes files, and the tables of folders, one after the other; each is looked at before anything is written."""
        self._desk.take_long(lambda: tables_among(paths), self._dialog, self.take_all, self._tell_fault)

    def take(self, data: QMimeData) -> None:
        """Takes what was copied or dropped: files, or a table out of a spreadsheet, a mail or a page."""
        copied = read_copied(data)
        if copied.files:
            self.take_files(list(copied.files))
            return
        moment = self._desk.now().astimezone(self._desk.zone).strftime("%Y-%m-%d %H.%M.%S")
        look = partial(self.pasted.take, copied, f"{translate('ImportDialog', 'Pasted table')} {moment}")
        self._desk.take_long(look, self._dialog, partial(self._take_copied, copied), self._tell_fault)

    def take_all(self, names: list[str]) -> None:
        """Lets files wait; opens the next one unless one is being opened or looked at."""
        opening = self.opening.path
        self.turns.add([name for name in names if Path(name) != opening])
        if opening is None and self._page.isVisibleTo(self._dialog):
            self.take_next()
        else:
            self._page.show_waiting(self.turns.left)

    def begin_anew(self) -> None:
        """Lets go what is being opened, and offers what waits."""
        self.opening.drop()
        self._page.show_opening("")
        self._page.show_waiting(self.turns.left)

    def take_next(self) -> None:
        """Opens the next one, if one waits."""
        name = self.turns.take()
        self.begin_anew()
        if name is not None:
            self.take_file(name)

    def _opened(self, preview: FilePreview) -> None:
        self._page.show_opening("")
        if not self.pasted.holds(preview.path):
            self._page.folder.keep(preview.path.parent)
        self._look_at(preview)

    def _not_opened(self, fault: BaseException) -> None:
        self.begin_anew()
        self._tell_fault(fault)

    def _tell_fault(self, fault: BaseException) -> None:
        self._page.show_fault(fault_words(fault, self._desk.zone))

    def _take_copied(self, copied: Copied, names: list[str]) -> None:
        if names:
            self.take_all(names)
        else:
            self._page.show_fault(why_no_table(copied))
