"""What happened with a campaign, day by day, from its making to its end."""

from datetime import date

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from reengage_desktop.domain.campaign_states import Halt
from reengage_desktop.domain.moments import stamp, start_of_day
from reengage_desktop.ui import formats
from reengage_desktop.ui.campaigns.details.figures import Details
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.text import clear, label, paragraph


class HistoryPart(QWidget):
    """The campaign's own moments, and what went out on each day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        card = Card()
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(18)
        card.add(self._grid)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        layout.addStretch(1)
        self.lines: list[tuple[str, str]] = []

    def show_details(self, found: Details) -> None:
        """Shows the story, the newest first."""
        self.lines = self._story(found)
        clear(self._grid)
        for row, (when, what) in enumerate(self.lines):
            self._grid.addWidget(label(when, "muted"), row, 0)
            self._grid.addWidget(paragraph(what), row, 1)

    def _halt_words(self, what: Halt) -> str:
        words = {
            Halt.PAUSED: self.tr("Paused by you: what waited stayed where it was"),
            Halt.REFUSED: self.tr("Paused by itself: too many of its messages were refused"),
            Halt.RESUMED: self.tr("Resumed"),
        }
        return words[what]

    def _story(self, found: Details) -> list[tuple[str, str]]:
        stored = found.campaign.stored
        moments = [
            (stored.created_at, self.tr("Created")),
            (stored.started_at, self.tr("Started")),
            (stored.chosen_at, self.tr("All customers whom it is meant for were checked")),
            *((at, self._halt_words(what)) for at, what in stored.halts),
            (stored.completed_at, self.tr("Ended: nothing more goes out")),
            (stored.archived_at, self.tr("Put away")),
        ]
        story = [(stamp(at), self._desk.exact(stamp(at)), words) for at, words in moments if at is not None]
        for day, tallies in found.results.by_day.items():
            sent = self.tr("%Ln messages sent", "", tallies.sent)
            back = self.tr("%Ln came back", "", tallies.converted)
            # A whole day stands above what happened in it.
            ends = stamp(start_of_day(date.fromordinal(day + 1), self._desk.zone)) - 1
            story.append((ends, formats.long_day(date.fromordinal(day)), f"{sent} · {back}"))
        # Of two things in one second the later one stands above.
        story.sort(key=lambda each: each[0])
        return [(when, what) for _, when, what in reversed(story)]
