"""What is wrong in the file: one line per cause, with rows that show it, what becomes of them, and one fix."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reengage_desktop.jobs.tasks.imports import Problem
from reengage_desktop.ui import formats
from reengage_desktop.ui.importing.causes import cause_in_common, is_about
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.text import clear, paragraph

_LONGEST = 40


class ProblemsView(QScrollArea):
    """`fix_asked` names what mends a cause: dates, country, columns, separator or save."""

    fix_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Problems by their cause"))
        inner = QWidget()
        inner.setProperty("role", "page")
        self._lines = QVBoxLayout(inner)
        self._lines.setContentsMargins(4, 6, 6, 6)
        self._lines.setSpacing(10)
        self.setWidget(inner)

    def show_nothing(self) -> None:
        """Says neither that something is wrong nor that nothing is: the file was not checked."""
        clear(self._lines)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Shows the causes, the most frequent first."""
        self.show_nothing()
        if not problems:
            self._lines.addWidget(paragraph(self.tr("Nothing is wrong in this file."), "muted"))
        for problem in problems:
            self._lines.addLayout(self._line(problem))
        self._lines.addStretch(1)

    def _line(self, problem: Problem) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        # the cells themselves stand below: the heading tells what they have in common
        cause = cause_in_common(problem.message)
        name = f"{self._quoted(problem.column)}: " if problem.column else ""
        words.addWidget(paragraph(f"{formats.number(problem.count)} × {name}{cause}", "bad"))
        words.addWidget(paragraph(f"{self._rows(problem)} {self._outcome(problem)}", "muted"))
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addLayout(words, 1)
        fix = is_about(problem.message)
        line.addWidget(button(self._fix_words(fix), lambda: self.fix_asked.emit(fix)))
        return line

    def _rows(self, problem: Problem) -> str:
        place = self.tr("line {line}")
        parts = []
        for line, value in problem.samples:
            shown = value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
            parts.append(place.replace("{line}", formats.number(line)) + (f" {self._quoted(shown)}" if shown else ""))
        text = ", ".join(parts) + (", …" if problem.count > len(problem.samples) else ".")
        return text[:1].upper() + text[1:]

    def _quoted(self, text: str) -> str:
        return self.tr("“{text}”").replace("{text}", text)

    def _outcome(self, problem: Problem) -> str:
        if problem.is_rejected:
            return self.tr("These rows stay out.")
        return self.tr("These rows come in without this value.")

    def _fix_words(self, fix: str) -> str:
        words = {
            "dates": self.tr("Say how dates are written"),
            "country": self.tr("Say where the numbers are from"),
            "columns": self.tr("Choose another column"),
            "separator": self.tr("Choose the separator"),
        }
        return words.get(fix, self.tr("Save these rows…"))
