"""Who would get a message if the check ran now, and why the others would not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar

from reengage_desktop.jobs.tasks.deciding import Preview
from reengage_desktop.ui.campaigns.reasons import ReasonLinks
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.text import paragraph, row


class TodayCard(Card):
    """The dry run in two lines; its button runs the check in earnest."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ids: list[int] = []
        self.verdict = paragraph(self.tr("Looking through your customers…"), "heading")
        self.show_button = button(self.tr("Show them"), self._show_list, kind="link")
        self.show_button.hide()
        self.run_button = button(self.tr("Check all customers now"), picture="play")
        head = row([self.verdict, self.show_button, self.run_button])
        head.setStretch(0, 1)
        self.add(head)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("The check is running"))
        self.progress.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.progress.hide()
        self.add(self.progress)
        self.left_out = paragraph("", "muted")
        self.left_out.hide()
        self.add(self.left_out)
        self.reasons = ReasonLinks(desk)
        self.reasons.hide()
        self.add(self.reasons)

    def show_off(self) -> None:
        """Says that nothing is decided while the master switch is off."""
        self._say(self.tr("Automatic messages are off: nobody gets one."), [])
        self.left_out.setText(self.tr("Switch them on above; with your approval asked for, nothing leaves unseen."))
        self.left_out.show()
        self.reasons.hide()

    def show_preview(self, found: Preview) -> None:
        """Shows whom the check would write to."""
        ids = found.everybody
        words = self.tr("%Ln customers would get a message today", "", len(ids))
        self._say(words if ids else self.tr("Nobody would get a message today"), ids)
        left_out = sum(len(each) for each in found.left_out.values())
        looked = self.tr("%Ln who stopped buying are due to be looked at.", "", found.total)
        if not found.total:
            looked = self.tr("Nobody who stopped buying is due today.")
        others = self.tr("%Ln of them are left out:", "", left_out)
        self.left_out.setText(f"{looked} {others}" if left_out else looked)
        self.left_out.show()
        self.reasons.show_reasons(found.left_out)

    def show_running(self, *, is_running: bool) -> None:
        """Whether the check is at work."""
        # Whoever has the keyboard passes it on before it goes: Qt would give it to the next campaign's switch.
        if is_running:
            self.progress.show()
            if self.run_button.hasFocus():
                self.progress.setFocus()
        self.run_button.setEnabled(not is_running)
        if not is_running:
            if self.progress.hasFocus():
                self.run_button.setFocus()
            self.progress.hide()

    def _say(self, sentence: str, ids: list[int]) -> None:
        self._ids = ids
        self.verdict.setText(sentence)
        self.show_button.setVisible(bool(ids))
        self.show_button.setAccessibleName(self.tr("Show who would get a message today"))

    def _show_list(self) -> None:
        self._desk.go("customers", {"ids": self._ids, "title": self.tr("Would get a message today")})
