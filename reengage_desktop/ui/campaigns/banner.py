"""The card on top of Campaigns that says how many messages wait for the owner's approval."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.picture import Picture
from reengage_desktop.ui.widgets.text import column, paragraph, row


class ApprovalBanner(Card):
    """Hidden while nothing waits."""

    def __init__(self, look: Callable[[], object]) -> None:
        super().__init__()
        picture = Picture("list-checks", Tone.ACCENT, 26)
        self.heading = paragraph("", "heading")
        self.look_button = button(self.tr("Look through them"), look, picture="eye", kind="primary")
        words = column([self.heading, paragraph(self.tr("Nothing leaves before you have said yes."), "muted")])
        words.setSpacing(2)
        line = row([picture, words, self.look_button], spacing=12)
        line.setStretch(1, 1)
        line.setAlignment(picture, Qt.AlignmentFlag.AlignVCenter)
        self.add(line)
        self.hide()

    def show_count(self, count: int) -> None:
        """Says how many wait."""
        self.heading.setText(self.tr("%Ln messages are ready for your approval", "", count))
        self.setVisible(bool(count))
