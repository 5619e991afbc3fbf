"""What is wrong with a text, one line for each fault, as high as its lines are; more than a few of them scroll."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy

from reengage_desktop.ui.templates.looking import Placed
from reengage_desktop.ui.templates.problems import problem_sentence
from reengage_desktop.ui.templates.words import part_word

_MOST_LINES = 6


def placed_sentence(placed: Placed) -> str:
    """Where a fault is, what it is, and what may have been meant."""
    problem = placed.problem
    where = QCoreApplication.translate("TemplateEditor", "line {line}, column {column}")
    where = where.replace("{line}", str(problem.line)).replace("{column}", str(problem.column))
    hint = f" → {problem.suggestion}" if problem.suggestion else ""
    return f"{part_word(placed.part)}, {where}: {problem_sentence(problem)}{hint}"


class ProblemList(QListWidget):
    """`wanted` carries the fault that the owner wants to go to."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(QCoreApplication.translate("TemplateEditor", "Problems"))
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for chosen in (self.itemActivated, self.itemClicked):
            chosen.connect(lambda item: self.wanted.emit(item.data(Qt.ItemDataRole.UserRole)))
        self.hide()

    def show_problems(self, found: Sequence[Placed]) -> None:
        """Shows the faults; where there are none the list is hidden."""
        self.clear()
        for placed in found:
            item = QListWidgetItem(placed_sentence(placed))
            item.setData(Qt.ItemDataRole.UserRole, placed)
            self.addItem(item)
        self.setVisible(bool(found))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its faults, up to a few lines."""
        edge = self.height() - self.viewport().height() if self.isVisible() else 2 * self.frameWidth() + 8
        rows = sum(self.visualItemRect(self.item(at)).height() for at in range(self.count()))
        most = self.fontMetrics().lineSpacing() * _MOST_LINES
        return QSize(super().sizeHint().width(), min(rows, most) + edge)

    def minimumSizeHint(self) -> QSize:
        """All of that: the text above it scrolls."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines need another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
