"""The answer to "would this customer get a message today?": yes or no, and every check in its order."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from reengage_desktop.domain.decisions import Check, Decision
from reengage_desktop.domain.vocabulary import CampaignType
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.customers.findings import finding_text
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.flow import FlowLayout, flowing
from reengage_desktop.ui.widgets.inputs import ComboBox
from reengage_desktop.ui.widgets.text import label, paragraph, set_role
from reengage_desktop.ui.widgets.together import together

# What speaks against a message is said before the list, which is longer than the panel: as many as a glance takes in.
_REASONS_AT_ONCE = 2
_USUAL = 21
"""So many rows are made with the page, while nobody waits."""
_MARKS = {True: ("✓", "ok"), False: ("✗", "bad"), None: ("–", "muted")}


class ChecksView(QWidget):
    """Marks are signs as well as colours: passed, failed, or not asked because an earlier check decided.

    `asked` carries the type of message that is asked about, None for whichever fits.
    """

    asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.kind = ComboBox()
        self.kind.setAccessibleName(self.tr("Which message"))
        self.kind.addItem(self.tr("Whichever fits"), None)
        for each in CampaignType:
            self.kind.addItem(wording.campaign_name(each), each.value)
        self.kind.activated.connect(lambda _at: self.asked.emit(self.campaign_type()))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._verdict = paragraph(rich=True)
        self._rows: list[tuple[QLabel, QLabel]] = []
        for at in range(_USUAL):
            for made in self._row(at):
                made.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._verdict)
        layout.addWidget(self._which())
        layout.addLayout(self._grid)
        self.lines: list[str] = []

    def _which(self) -> QWidget:
        """What the checks are of: the words that lead to them, and the choice beside."""
        line = QWidget()
        flowing(line)
        flow = FlowLayout(line, line_spacing=4)
        flow.addWidget(label(self.tr("Every check for"), "muted"))
        flow.addWidget(self.kind)
        return line

    def campaign_type(self) -> CampaignType | None:
        """The type of message that is asked about."""
        chosen = self.kind.currentData()
        return None if chosen is None else CampaignType(str(chosen))

    def show_decision(self, decision: Decision) -> None:
        """Shows the answer, in the rows that stand as far as they go: making them anew is what takes long."""
        verdict = self._answer(decision)
        self._verdict.setText(verdict)
        self.lines = [verdict]
        with together(self):
            self._show_checks(decision)

    def show_asking(self) -> None:
        """Says that the answer is still awaited: the last one was about somebody or something else."""
        self._verdict.setText(self.tr("Being looked up…"))
        self.lines = []
        with together(self):
            self._hide_rows(0)

    def _show_checks(self, decision: Decision) -> None:
        for at, check in enumerate(decision.checks):
            mark, role = _MARKS[check.passed]
            words = self._words(check)
            sign, line = self._row(at)
            sign.setText(mark)
            set_role(sign, role)
            sign.setAccessibleName(self._spoken(check, words))
            line.setText(f"<b>{escape(words)}</b>" if check.passed is False else escape(words))
            set_role(line, "muted" if check.passed is None else "")
            self.lines.append(f"{mark} {words}")
        self._hide_rows(len(decision.checks))

    def _hide_rows(self, first: int) -> None:
        for at, row in enumerate(self._rows):
            for each in row:
                each.setVisible(at < first)

    def _row(self, at: int) -> tuple[QLabel, QLabel]:
        if at == len(self._rows):
            sign, line = label("", "ok"), paragraph("", "muted", rich=True)
            self._grid.addWidget(sign, at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(line, at, 1)
            self._rows.append((sign, line))
        return self._rows[at]

    def _answer(self, decision: Decision) -> str:
        if decision.campaign_type is not None and decision.channel is not None:
            text = self.tr("<b>Yes:</b> “{message}” by {channel}.")
            text = text.replace("{message}", escape(wording.campaign_name(decision.campaign_type)))
            return text.replace("{channel}", escape(wording.channel_name(decision.channel)))
        against = [escape(self._words(check)) for check in decision.checks if check.passed is False]
        if not against:
            return self.tr("<b>No.</b>")
        day = decision.next_possible_on
        if day is None:
            text = self.tr("<b>No:</b> {reason}")
        else:
            text = self.tr("<b>No:</b> {reason} Possible again on {day}.")
            text = text.replace("{day}", formats.week_day(day).rstrip("."))
        return text.replace("{reason}", " ".join(against[:_REASONS_AT_ONCE]))

    @staticmethod
    def _words(check: Check) -> str:
        text = finding_text(check.finding)
        return text[:1].upper() + text[1:]

    def _spoken(self, check: Check, words: str) -> str:
        said = {True: self.tr("passed"), False: self.tr("not passed"), None: self.tr("not asked")}
        return f"{said[check.passed]}: {words}"
