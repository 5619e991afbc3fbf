"""The folder whose new files come in by themselves: chosen, opened, and let go of."""

from functools import partial

from PySide6.QtCore import QDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QSizePolicy

from reengage_desktop.domain.settings import Settings
from reengage_desktop.jobs.tasks import watched
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.text import paragraph


class WatchedFolder(Card):
    """Says what is watched, and what comes in by itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Files that come in by themselves"))
        self._desk = desk
        self._folder = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.add(
            paragraph(
                self.tr(
                    "Choose the folder into which your shop system or your browser puts exports. A new file whose "
                    "columns you have imported once comes in by itself, read as you wanted the last one read, and "
                    "stands under Activity → Imports, where you can take it back. Any other file is only told to you."
                ),
                "muted",
            )
        )
        self.state = paragraph("")
        self.state.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.add(self.state)
        self.choose_button = button(self.tr("Choose a folder…"), self._choose, picture="folder-open")
        self.open_button = button(self.tr("Open the folder"), self._open)
        self.stop_button = button(self.tr("Stop watching"), self._stop)
        line = FlowLayout()
        for made in (self.choose_button, self.open_button, self.stop_button):
            line.addWidget(made)
        self.add(line)

    def show_settings(self, settings: Settings) -> None:
        """Tells which folder is watched."""
        self._folder = settings.text(watched.SETTING)
        text = self.tr("Watched: {folder}") if self._folder else self.tr("No folder is watched.")
        self.state.setText(text.replace("{folder}", self._folder))
        for made in (self.open_button, self.stop_button):
            made.setVisible(bool(self._folder))

    def take(self, folder: str) -> None:
        """Watches a folder, or none; a toast takes it back."""
        shop, before = self._desk.shop, self._folder
        text = self.tr("New files in this folder come in by themselves from now on.")
        if not folder:
            text = self.tr("The folder is no longer watched.")

        def undo() -> None:
            self._desk.act(partial(watched.choose_folder, shop, before), self, lambda _: None)

        self._desk.act(partial(watched.choose_folder, shop, folder), self, lambda _: self._desk.say(text, undo))

    def _choose(self) -> None:
        start = self._folder or QDir.homePath()
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder to watch"), start)
        if folder:
            self.take(folder)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))

    def _stop(self) -> None:
        self.take("")
