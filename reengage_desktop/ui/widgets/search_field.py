"""The field that something is searched with."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QToolButton


class SearchField(QLineEdit):
    """A line with a button that empties it, and a name for both."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setClearButtonEnabled(True)
        for made in self.findChildren(QToolButton):
            made.setAccessibleName(QCoreApplication.translate("SearchField", "Clear the search"))
