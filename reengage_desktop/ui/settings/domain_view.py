"""What the DNS says of the sender's domain: a line for each of SPF, DKIM and DMARC, and the record to copy."""

from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reengage_desktop.domain.moments import stamp
from reengage_desktop.jobs.tasks.sender_domain import DomainCheck
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.settings.answer_words import finding_sentence
from reengage_desktop.ui.widgets.buttons import icon_button
from reengage_desktop.ui.widgets.text import clear, label, paragraph, row


class DomainView(QWidget):
    """Shown where it was asked; each record that is missing stands in a field of its own, to be copied."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.lines: list[QLabel] = []
        self.records: list[QLineEdit] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_check(self, found: DomainCheck | None) -> None:
        """Shows what was found; None takes it away."""
        clear(self._column)
        self.lines, self.records = [], []
        self.setVisible(found is not None)
        if found is None:
            return
        domain = found.address.rpartition("@")[2]
        head = label(self.tr("Your domain {domain}").replace("{domain}", domain), "heading")
        head.setToolTip(self.tr("Asked {when}").replace("{when}", self._desk.when(stamp(found.checked_at))))
        self._column.addWidget(head)
        for each in found.findings:
            mark = "✓" if each.is_fine else "✗"
            line = paragraph(f"{mark} {finding_sentence(each)}", "ok" if each.is_fine else "bad")
            self.lines.append(line)
            self._column.addWidget(line)
            records = ((each.name, self.tr("Name")), (each.value, self.tr("Value (TXT)")))
            shown = [] if each.is_fine else [record for record in records if record[0]]
            names = [label(name, "muted") for _text, name in records]
            width = max(made.sizeHint().width() for made in names)
            for (text, name), made in zip(shown, names, strict=False):
                made.setMinimumWidth(width)
                self._column.addLayout(row([made, *self._record(name, text)]))

    def _record(self, name: str, text: str) -> tuple[QLineEdit, QPushButton]:
        shown = QLineEdit(text)
        shown.setReadOnly(True)
        shown.setAccessibleName(name)
        shown.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        shown.setCursorPosition(0)
        self.records.append(shown)
        copy = icon_button("copy", self.tr("Copy"), partial(self._copy, text))
        copy.setAccessibleName(f"{self.tr('Copy')}: {name}")
        return shown, copy

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._desk.say(self.tr("Copied."))
