"""The two small dialogs at the end: whether the program stays when its window closes, and what still waits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.text import paragraph
from reengage_desktop.ui.wording import translate

_WIDTH = 500


class KeepRunningDialog(QDialog):
    """Asked once: `decided` says whether the program stays. Escape leaves the window open and nothing decided.

    `goes_by_itself`: false where messages go by the owner's own press only (promise 25).
    """

    decided = Signal(bool)

    def __init__(self, parent: QWidget, *, has_tray: bool, goes_by_itself: bool = True) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Close the window"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        heading, words = self._question(goes_by_itself=goes_by_itself)
        layout.addWidget(paragraph(heading, "heading"))
        place = self.tr("The icon beside the clock brings the window back.")
        if not has_tray:
            place = self.tr("This desktop has no place for an icon beside the clock: the window is made small instead.")
        layout.addWidget(paragraph(f"{words} {place}"))
        layout.addWidget(paragraph(self.tr("You can change this under Settings, Program."), "muted"))
        box = QDialogButtonBox()
        self.keep = button(self.tr("&Keep running"), lambda: self._decide(stays=True), kind="primary")
        self.quit = button(self.tr("&Quit"), lambda: self._decide(stays=False))
        for made in (self.keep, self.quit):
            made.setAccessibleName(made.text().replace("&", ""))
        box.addButton(self.keep, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.quit, QDialogButtonBox.ButtonRole.DestructiveRole)
        layout.addWidget(box)
        self.keep.setDefault(True)
        self.keep.setFocus()
        self.resize(_WIDTH, layout.heightForWidth(_WIDTH))

    def _question(self, *, goes_by_itself: bool) -> tuple[str, str]:
        if goes_by_itself:
            return self.tr("Keep sending in the background?"), self.tr(
                "While the program runs, the daily check is made in time and what you approved can go out. "
                "After you quit, messages wait until you start it again."
            )
        return self.tr("Keep running in the background?"), self.tr(
            "While the program runs, the daily check is made in time and your keys are kept. Messages go only when you "
            "press “Send now” under Activity: this PC has no password store."
        )

    def _decide(self, *, stays: bool) -> None:
        self.accept()
        self.decided.emit(stays)


class LeavingDialog(QDialog):
    """Stands while the message on its way is finished, and says that the others wait."""

    def __init__(self, parent: QWidget, waiting: int, on_their_way: int = 1, *, goes_by_itself: bool = True) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Quitting"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(
            paragraph(self.tr("%Ln messages on their way are being finished…", "", on_their_way), "heading")
        )
        self.words = paragraph(leaving_sentence(waiting, goes_by_itself=goes_by_itself))
        layout.addWidget(self.words)
        layout.addStretch(1)
        self.resize(_WIDTH, layout.heightForWidth(_WIDTH))


def leaving_sentence(waiting: int, *, goes_by_itself: bool = True) -> str:
    """What becomes of the messages that have not gone."""
    if not waiting:
        return translate("LeavingDialog", "No other message waits.")
    if not goes_by_itself:
        return translate(
            "LeavingDialog",
            "%Ln messages stay in the queue until you start the program again and press “Send now”.",
            "",
            waiting,
        )
    return translate("LeavingDialog", "%Ln messages stay in the queue and go when the program runs again.", "", waiting)
