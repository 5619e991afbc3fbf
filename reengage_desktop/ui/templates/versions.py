"""Every saved version of a template, what changed since, and the way back to it."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.templates import Template
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.templates.difference import count_changes, difference_html, whole_text
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.text import paragraph, row

Version = tuple[int, datetime, Template]


class VersionsView(QWidget):
    """`restore_asked` carries the template as that version has it."""

    restore_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._versions: list[Version] = []
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Versions"))
        self.list.setMaximumHeight(170)
        self.list.currentRowChanged.connect(self._chosen)
        self.difference = QTextBrowser()
        self.difference.setAccessibleName(self.tr("What changed"))
        self.difference.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.difference.setOpenLinks(False)
        self.explained = paragraph("", "muted")
        self.restore_button = button(self.tr("Restore this version"), self._restore, picture="undo-2")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.list)
        layout.addWidget(self.explained)
        layout.addWidget(self.difference, 1)
        layout.addLayout(row([self.restore_button, None]))

    def show_versions(self, versions: list[Version]) -> None:
        """Shows the versions, the newest first."""
        self._versions = versions
        self.list.clear()
        for at, (number, saved_at, template) in enumerate(versions):
            before = versions[at + 1][2] if at + 1 < len(versions) else None
            self.list.addItem(QListWidgetItem(self._line(number, saved_at, template, before)))
        self.list.setVisible(bool(versions))
        self.difference.setVisible(bool(versions))
        if versions:
            self.list.setCurrentRow(0)
        else:
            self.explained.setText(self.tr("There is no version yet: the first one is made when you save."))
            self.restore_button.hide()

    def _line(self, number: int, saved_at: datetime, template: Template, before: Template | None) -> str:
        text = self.tr("Version {number} · {when}").replace("{number}", str(number))
        text = text.replace("{when}", self._desk.when(stamp(saved_at)))
        if before is None:
            return text
        changes = count_changes(whole_text(before), whole_text(template))
        return f"{text} · {self.tr('%Ln words changed', '', changes)}"

    def _chosen(self, at: int) -> None:
        if not 0 <= at < len(self._versions):
            return
        newest, chosen = self._versions[0][2], self._versions[at][2]
        is_newest = at == 0
        self.restore_button.setVisible(not is_newest)
        if is_newest:
            before = self._versions[1][2] if len(self._versions) > 1 else newest
            self.explained.setText(self.tr("This is the version in use. What changed with it:"))
            self.difference.setHtml(difference_html(whole_text(before), whole_text(newest)))
        else:
            self.explained.setText(self.tr("What would change if you restore it:"))
            self.difference.setHtml(difference_html(whole_text(newest), whole_text(chosen)))

    def _restore(self) -> None:
        at = self.list.currentRow()
        if 0 < at < len(self._versions):
            self.restore_asked.emit(self._versions[at][2])
