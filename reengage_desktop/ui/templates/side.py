"""What stands beside the text: how it reads, what is worth a look, and its versions, one at a time."""

from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget

from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.templates.findings import FindingsView
from reengage_desktop.ui.templates.looking import Looked
from reengage_desktop.ui.templates.preview import PreviewPane
from reengage_desktop.ui.templates.versions import VersionsView
from reengage_desktop.ui.widgets.card import Card

_VIEWS = ("preview", "check", "versions")


class SidePane(Card):
    """Preview, check and versions."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(grows=True)
        self.preview = PreviewPane(desk)
        self.findings = FindingsView()
        self.findings.setProperty("role", "page")
        checks = QScrollArea()
        checks.setWidgetResizable(True)
        checks.setFrameShape(QFrame.Shape.NoFrame)
        checks.setWidget(self.findings)
        checks.setAccessibleName(self.tr("Check"))
        self.versions = VersionsView(desk)
        self._stack = QStackedWidget()
        for view in (self.preview, checks, self.versions):
            self._stack.addWidget(view)
        self.add(self._stack, 1)

    def show_view(self, key: str) -> None:
        """Shows `preview`, `check` or `versions`."""
        self._stack.setCurrentIndex(_VIEWS.index(key))

    def show_looked(self, looked: Looked) -> None:
        """Shows what a look at the text found."""
        self.preview.show_looked(looked)
        self.findings.show_looked(looked)
