"""The owner's note on a customer: it keeps itself."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from reengage_desktop.jobs.tasks import customers as customer_tasks
from reengage_desktop.ui.desk import Desk

_PAUSE_MS = 800
_LEAST_LINES, _MOST_LINES = 2, 6
_PADDING = 12
"""What the style sheet leaves free above and below the words."""


class NoteField(QPlainTextEdit):
    """Keeps what was typed a moment after the last letter, and at once when the keyboard or the customer goes on.

    Not seen where there is no note, until one is begun.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._customer_id: int | None = None
        self._kept = ""
        self._on_its_way = 0
        self.setAccessibleName(self.tr("Note"))
        self.setPlaceholderText(self.tr("A note for yourself; it is kept as you type"))
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self._grow()
        self.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self.textChanged.connect(self._typed)

    def show_note(self, customer_id: int, note: str) -> None:
        """Shows a customer's note; what is being typed about the same one, or on its way into the shop, stays."""
        is_newest = self._is_changed() or self._on_its_way or note.strip() == self._kept.strip()
        if customer_id == self._customer_id and is_newest:
            return
        self.keep()
        self._customer_id, self._kept = customer_id, note
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.setPlainText(note)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.setVisible(bool(note))  # after the words: the keyboard goes, and what is there is kept once more

    def begin(self) -> None:
        """Shows the field, with the keyboard in it."""
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keeps what was typed, now."""
        self._pause.stop()
        customer_id, text = self._customer_id, self.toPlainText().strip()
        if customer_id is None or not self._is_changed():
            return
        before, self._kept = self._kept, text
        self._on_its_way += 1
        shop, desk = self._desk.shop, self._desk

        def failed(fault: BaseException) -> None:
            self._on_its_way -= 1
            if customer_id == self._customer_id:
                self._kept = before
            desk.failed.emit(fault)

        desk.act(lambda: customer_tasks.set_note(shop, customer_id, text), desk, self._arrived, failed)

    def _arrived(self, _told: object) -> None:
        self._on_its_way -= 1

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing typed is lost when the owner goes elsewhere."""
        super().focusOutEvent(event)
        self.keep()

    def _grow(self) -> None:
        lines = min(max(round(self.document().size().height()), _LEAST_LINES), _MOST_LINES)
        around = 2 * (round(self.document().documentMargin()) + self.frameWidth()) + _PADDING
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + around)

    def _is_changed(self) -> bool:
        return self.toPlainText().strip() != self._kept.strip()

    def _typed(self) -> None:
        if self._is_changed():
            self._pause.start()
