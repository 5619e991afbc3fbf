"""A page of help for each tab, and all keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from reengage_desktop.ui.widgets.text import label, paragraph


class HelpDialog(QDialog):
    """What the page in front is for, in a few sentences, and the keys that work everywhere."""

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        self.resize(620, 460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(label(self.tr("What this page is for"), "heading"))
        layout.addWidget(paragraph(self._about()[page]))
        layout.addWidget(label(self.tr("Keys"), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        for row, (keys, meaning) in enumerate(self._keys()):
            grid.addWidget(label(keys, "mono"), row, 0)
            grid.addWidget(paragraph(meaning), row, 1)
        grid.setColumnStretch(1, 1)
        layout.addLayout(grid)
        layout.addStretch(1)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        layout.addWidget(box)

    def _about(self) -> dict[str, str]:
        return {
            "home": self.tr(
                "Home shows who stopped buying, what your messages brought back in the last 30 days, and what needs "
                "you. Every figure opens the list behind it."
            ),
            "customers": self.tr(
                "All your customers. Choose one to see how often she buys, what she agreed to and where that is "
                "written, and whether she would get a message today, check by check."
            ),
            "campaigns": self.tr(
                "The five kinds of messages that the program writes by itself, once a day. Switch each on or off, "
                "change its rule, and approve what is ready to go out. Nothing is sent before you have seen it, "
                "unless you say so."
            ),
            "templates": self.tr(
                "The words of your messages. Fields in double braces are filled in for each customer; the preview "
                "shows how it reads for the one you choose."
            ),
            "analytics": self.tr(
                "What came of your messages. A customer counts as brought back when she buys within the days that you "
                "set after her last message; the money is counted once, without refunds."
            ),
            "activity": self.tr(
                "Everything that waits, was sent or went wrong, all checks that ran, and all files you imported. An "
                "import can be taken back here."
            ),
            "settings": self.tr(
                "Your shop, the rules for writing, the services that carry your messages, and how the program looks. "
                "Changes hold at once and can be undone."
            ),
        }

    def _keys(self) -> list[tuple[str, str]]:
        return [
            ("Ctrl+1 … 7", self.tr("the seven pages")),
            ("Ctrl+F", self.tr("search customers")),
            ("Ctrl+I", self.tr("import a file")),
            ("Ctrl+Z", self.tr("undo what was done last")),
            ("F5", self.tr("read this page again")),
            ("F6", self.tr("go to the notice at the bottom")),
            ("Ctrl+,", self.tr("settings")),
            ("Ctrl+Q", self.tr("quit")),
        ]
