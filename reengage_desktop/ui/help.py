"""A page of help for each tab: what it is for, what one does there, and all keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.fitting import fit_over
from reengage_desktop.ui.widgets.text import label, paragraph
from reengage_desktop.ui.wording import translate


class HelpDialog(QDialog):
    """What the page in front is for, how to do the usual things there, and the keys that work everywhere.

    `on_set_up` opens the first-run pages again; without it there is no button for that.
    """

    def __init__(self, page: str, parent: QWidget | None = None, on_set_up: Callable[[], object] | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        fit_over(self, 660, 560)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(self.tr("Help"))
        words = QWidget()
        words.setProperty("role", "page")
        layout = QVBoxLayout(words)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(10)
        layout.addWidget(label(self.tr("What this page is for"), "heading"))
        layout.addWidget(paragraph(self._about()[page]))
        for line in self._ways()[page]:
            layout.addWidget(paragraph(f"• {line}"))
        layout.addWidget(label(self.tr("Keys"), "heading"))
        layout.addLayout(_table(all_keys()))
        layout.addStretch(1)
        area.setWidget(words)
        outer.addWidget(area, 1)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        if on_set_up is not None:
            again = button(self.tr("Set the shop up again…"), lambda: self._leave_to(on_set_up))
            box.addButton(again, QDialogButtonBox.ButtonRole.ActionRole)
        box.rejected.connect(self.reject)
        outer.addWidget(box)
        close = box.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        close.setFocus()

    def _leave_to(self, on_set_up: Callable[[], object]) -> None:
        self.accept()
        on_set_up()

    def _about(self) -> dict[str, str]:
        return {
            "home": self.tr(
                "Home shows who stopped buying, what your messages brought back in the last 30 days, and what needs "
                "you. Every figure opens the list behind it."
            ),
            "customers": self.tr(
                "All your customers. Choose one to see the usual rhythm of buying, what was agreed to and where "
                "that is written, and whether a message would go today, check by check."
            ),
            "campaigns": self.tr(
                "What is written to whom, and when: the five kinds of messages that the program writes by itself once "
                "a day, and campaigns of your own. Nothing is sent before you have seen it, unless you say so."
            ),
            "templates": self.tr(
                "The words of your messages. Fields in double braces are filled in for each customer; the preview "
                "shows how it reads for the one you choose."
            ),
            "analytics": self.tr(
                "What came of your messages. A customer counts as brought back who buys within the days that you set "
                "after the last message; the money is counted once, without refunds."
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

    def _ways(self) -> dict[str, tuple[str, ...]]:
        return {
            "home": (
                self.tr("Who stopped buying? The sentence at the top; its buttons show them or write to them."),
                self.tr("Stop everything at once: Pause all. What waits stays in the queue."),
            ),
            "customers": (
                self.tr("Find somebody: type a name, an e-mail, a phone number or the number in your shop."),
                self.tr(
                    "Why does somebody get no message? Choose the name; every check stands there with its figures."
                ),
                self.tr("No more messages wanted: Opt out. All data to be gone: Forget…"),
            ),
            "campaigns": (
                self.tr("Approve what is ready: each message is shown as it will leave; all at once or one by one."),
                self.tr("Change a rule: its figures can be changed on the card. Switch a kind off with its switch."),
            ),
            "templates": (
                self.tr("Change the wording: copy one of ours, then edit the copy. Each saved version can come back."),
                self.tr("See it as it arrives: send yourself a test."),
            ),
            "analytics": (
                self.tr("Any chart can be shown as a table, and saved as a table or a picture."),
                self.tr("Where there are too few messages to judge, no rate is shown."),
            ),
            "activity": (
                self.tr("Something went wrong: the problems are grouped by cause, each with the one fix."),
                self.tr("A check ran late because the PC was off: it says so among the checks."),
            ),
            "settings": (
                self.tr("Connect a mailbox or a service under Connections; Test asks it whether all is well."),
                self.tr("Try everything out without sending: Test mode."),
            ),
        }


def all_keys() -> list[tuple[str, str]]:
    """Every key of the window with its meaning, in the order of the help."""
    return [
        ("Ctrl+1", translate("HelpDialog", "Home; 2 to 7 are the pages beside it")),
        ("Ctrl+F", translate("HelpDialog", "search customers")),
        ("Ctrl+N", translate("HelpDialog", "new campaign")),
        ("Ctrl+I", translate("HelpDialog", "import a file")),
        ("Ctrl+Z", translate("HelpDialog", "undo what was done last")),
        ("F5", translate("HelpDialog", "read this page again")),
        ("F6", translate("HelpDialog", "go to the notice at the bottom; Escape puts it away")),
        ("F1", translate("HelpDialog", "help of the page in front")),
        ("Ctrl+,", translate("HelpDialog", "settings")),
        ("Ctrl+Q", translate("HelpDialog", "quit")),
        ("Space", translate("HelpDialog", "in a list: opens what is chosen; so does Enter")),
        ("Tab", translate("HelpDialog", "to the next field; with Shift to the one before")),
    ]


def _table(keys: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    for at, (key, meaning) in enumerate(keys):
        name = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        grid.addWidget(label(name, "mono"), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(paragraph(meaning), at, 1)
    grid.setColumnStretch(1, 1)
    return grid
