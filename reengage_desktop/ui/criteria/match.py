"""How many customers some criteria pick, live, and the first of them by name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reengage_desktop.domain.criteria import Criteria
from reengage_desktop.jobs.tasks import groups
from reengage_desktop.jobs.tasks.groups import Matching
from reengage_desktop.ui import formats
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.text import paragraph


class MatchLine(QWidget):
    """Counts what it is shown; `counted` tells the outcome. Only the last question's answer is shown."""

    counted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked = 0
        self.matching: Matching | None = None
        self.count = paragraph("", "heading")
        self.names = paragraph("", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.count)
        layout.addWidget(self.names)

    def show_criteria(self, criteria: Criteria | None) -> None:
        """Counts these; None: something is missing in them."""
        self._asked += 1
        if criteria is None:
            self.matching = None
            self.count.setText(self.tr("Something is missing above."))
            self.names.setText("")
            self.counted.emit(None)
            return
        asked, shop = self._asked, self._desk.shop
        self._desk.read(lambda: groups.match(shop, criteria), self, lambda found: self._show(asked, found))

    def _show(self, asked: int, found: Matching) -> None:
        if asked != self._asked:
            return
        self.matching = found
        words = self.tr("%Ln customers", "", found.count)
        share = found.count / found.total if found.total else 0.0
        self.count.setText(f"{words} ({formats.percent(share)})")
        more = found.count - len(found.first_names)
        names = ", ".join(found.first_names)
        if more > 0 and names:
            names = self.tr("{names} and %Ln more", "", more).replace("{names}", names)
        self.names.setText(names)
        self.counted.emit(found)
