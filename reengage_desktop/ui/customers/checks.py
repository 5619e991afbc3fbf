"""The answer to "would she get a message today?": yes or no, and every check in its order."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from reengage_desktop.domain.decisions import Check, Decision
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.text import clear, label, paragraph

_MARKS = {True: ("✓", "ok"), False: ("✗", "bad"), None: ("–", "muted")}


class ChecksView(QWidget):
    """Marks are signs as well as colours: passed, failed, or not asked because an earlier check decided."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.lines: list[str] = []

    def show_decision(self, decision: Decision) -> None:
        """Shows the answer."""
        clear(self._grid)
        verdict = self._verdict(decision)
        self.lines = [verdict]
        self._grid.addWidget(paragraph(verdict, rich=True), 0, 0, 1, 2)
        for row, check in enumerate(decision.checks, start=1):
            mark, role = _MARKS[check.passed]
            sign = label(mark, role)
            sign.setAccessibleName(self._spoken(check))
            text = paragraph(self._sentence(check), "muted" if check.passed is None else "", rich=True)
            self._grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, row, 1)
            self.lines.append(f"{mark} {check.detail}")

    def _verdict(self, decision: Decision) -> str:
        if decision.campaign_type is not None and decision.channel is not None and decision.reason is None:
            text = self.tr("<b>Yes:</b> “{message}” by {channel}. Here is every check, in order:")
            text = text.replace("{message}", escape(wording.campaign_name(decision.campaign_type)))
            return text.replace("{channel}", escape(wording.channel_name(decision.channel)))
        if decision.next_possible_on is not None:
            text = self.tr("<b>No.</b> Possible again on {day}. Here is every check, in order:")
            return text.replace("{day}", formats.week_day(decision.next_possible_on))
        return self.tr("<b>No.</b> Here is every check, in order:")

    def _sentence(self, check: Check) -> str:
        text = escape(check.detail[:1].upper() + check.detail[1:])
        return f"<b>{text}</b>" if check.passed is False else text

    def _spoken(self, check: Check) -> str:
        words = {True: self.tr("passed"), False: self.tr("not passed"), None: self.tr("not asked")}
        return f"{words[check.passed]}: {check.detail}"
