"""Where files can be dropped: the zone of the import's first page, and the main window itself."""

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from reengage_desktop.ui.importing.pasted import list_files


class DropZone(QFrame):
    """Takes whatever is dropped that may be a file or a table, and lights up meanwhile.

    `dropped`: what it was, which holds only until the slot has ended.
    """

    dropped = Signal(QMimeData)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcomes files, words and links: what is none of use is told once it is dropped."""
        data = event.mimeData()
        if data.hasUrls() or data.hasText() or data.hasHtml():
            event.acceptProposedAction()
            self._light(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Goes back to rest."""
        self._light(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes it."""
        self._light(on=False)
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())

    def _light(self, *, on: bool) -> None:
        self.setProperty("active", "true" if on else "false")
        self.style().unpolish(self)
        self.style().polish(self)


class Landing(QObject):
    """Lets files be dropped on a window while no dialog lies over it. `dropped`: their names."""

    dropped = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Welcomes files and takes them; everything else goes its way."""
        if not isinstance(event, QDragEnterEvent | QDropEvent) or QApplication.activeModalWidget() is not None:
            return False
        files = list_files(event.mimeData())
        if not files:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(files)
        return True
