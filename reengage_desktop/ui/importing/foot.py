"""The buttons under the import's pages, and which of them go where from the page in front."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from reengage_desktop.jobs.tasks.imports import ImportReport
from reengage_desktop.ui import wording
from reengage_desktop.ui.widgets.buttons import button, rename
from reengage_desktop.ui.widgets.text import row
from reengage_desktop.ui.wording import translate

FILES, COLUMNS, PROGRESS, DONE = range(4)
"""The pages in their order."""


class Foot(QWidget):
    """Back, Cancel and Import; Cancel is called Close at the end."""

    def __init__(self, back: Callable[[], object], leave: Callable[[], object], bring_in: Callable[[], object]) -> None:
        super().__init__()
        self._leave = leave
        self._at = FILES
        self._pause = QTimer(self, singleShot=True, interval=QApplication.doubleClickInterval())
        self.back = button(translate("ImportDialog", "&Back"), back)
        self.cancel = button(translate("ImportDialog", "&Cancel"), self._press_cancel)
        self.bring_in = button(translate("ImportDialog", "&Import"), bring_in, picture="upload", kind="primary")
        self.setLayout(row([self.back, None, self.cancel, self.bring_in]))

    def has_just_changed(self) -> bool:
        """Whether the last page has only come: a press now was meant for the one before."""
        return self._pause.isActive()

    def show_page(self, at: int, *, can_cancel: bool) -> None:
        """Shows the buttons of this page."""
        if at == DONE and self._at != DONE:
            self._pause.start()
        self._at = at
        self.back.setVisible(at == COLUMNS)
        close, cancel = translate("ImportDialog", "&Close"), translate("ImportDialog", "&Cancel")
        rename(self.cancel, close if at == DONE else cancel)
        self.cancel.setEnabled(can_cancel)
        # While an import runs Enter does nothing, least of all cancel it, and no button lies where Import was.
        self.cancel.setAutoDefault(at != PROGRESS)
        room = self.bring_in.sizePolicy()
        room.setRetainSizeWhenHidden(at == PROGRESS)
        self.bring_in.setSizePolicy(room)
        self.bring_in.setVisible(at == COLUMNS)

    def show_deed(self, report: ImportReport | None, *, is_possible: bool) -> None:
        """Says on Import's button what it would bring in."""
        count = 0 if report is None else report.created + report.updated
        deed = wording.import_deed(report.kind, count) if report and count else translate("ImportDialog", "&Import")
        self.bring_in.setEnabled(is_possible)
        rename(self.bring_in, deed)

    def _press_cancel(self) -> None:
        if not self.has_just_changed():
            self._leave()
