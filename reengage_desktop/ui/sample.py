"""Builds the sample shop beside the owner's, so that she can look around before she brings her own customers."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from reengage_desktop.app.sample.building import build_sample, sample_folder
from reengage_desktop.jobs.lanes import Progress
from reengage_desktop.ui.background import ProgressWire
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.telling import fault_words
from reengage_desktop.ui.widgets.text import label, paragraph


class SampleDialog(QDialog):
    """Shows how far the invention is; `built` carries the folder of the finished sample shop."""

    built = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._token = desk.shop.lanes.token()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Sample shop"))
        self.setMinimumWidth(440)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        self.heading = label(self.tr("Inventing customers, orders and some weeks of messages…"), "heading")
        self.heading.setWordWrap(True)
        layout.addWidget(self.heading)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        layout.addWidget(self.bar)
        words = self.tr("It lies in a folder of its own: your shop stays as it is, and nothing leaves this PC.")
        layout.addWidget(paragraph(words, "muted"))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        box.rejected.connect(self.reject)
        layout.addWidget(box)
        self._start()

    def reject(self) -> None:
        """Stops the building and closes."""
        self._token.cancel()
        super().reject()

    def _start(self) -> None:
        folder = sample_folder(self._desk.shop.paths.folder)
        present, token = self._desk.now(), self._token
        wire = ProgressWire(self._desk)
        wire.progressed.connect(self._show)
        progress = Progress(wire.progressed.emit)

        def task() -> Path:
            build_sample(folder, present, progress, token)
            return folder

        self._desk.take_long(task, self, self._done, self._failed)

    def _show(self, done: int, total: int | None) -> None:
        if total:
            self.bar.setRange(0, total)
            self.bar.setValue(done)

    def _done(self, folder: Path) -> None:
        self.accept()
        self.built.emit(str(folder))

    def _failed(self, fault: BaseException) -> None:
        if self._token():
            return
        self.heading.setText(fault_words(fault))
        self.bar.hide()
