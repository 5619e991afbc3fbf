"""Home's first sentence: who stopped buying, what they used to spend, and the way to win them back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy

from reengage_desktop.domain.figures import LapsedFigures
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.text import keep_room, lead


class HeroCard(Card):
    """The number in it is the length of the list that its link opens and the audience that its button begins with."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        lead(self.words)
        self.words.setProperty("role", "hero")
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.review = button(self.tr("Review and win back"), self._review, picture="send", kind="primary")
        self.show_lapsed = button(self.tr("Show them"), self._show_lapsed, kind="link")
        self.bring = button(self.tr("Import orders…"), self._import, picture="upload", kind="primary")
        keep_room(self.review, is_kept=True)  # until the figures have come
        for each in (self.show_lapsed, self.review, self.bring):
            each.hide()
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.words, 1)
        line.addWidget(self.show_lapsed)
        line.addWidget(self.review)
        line.addWidget(self.bring)
        self.add(line)

    def show_lapsed_figures(self, lapsed: LapsedFigures) -> None:
        """Says the sentence for these figures."""
        anybody = lapsed.customers > 0
        keep_room(self.review, is_kept=False)
        self.review.setVisible(anybody)
        self.show_lapsed.setVisible(anybody)
        self.bring.setVisible(not lapsed.anybody_bought)
        if not lapsed.anybody_bought:
            self.words.setText(self.tr("<b>No orders yet.</b> Bring them in, and you see who stopped buying."))
            return
        if not anybody:
            self.words.setText(self.tr("<b>Nobody stopped buying.</b> Everybody has bought recently enough."))
            return
        count = self.tr("<b>%Ln customers stopped buying</b>", "", lapsed.customers)
        spent = self.tr("together they used to spend about {money} a month.")
        if lapsed.customers == 1:
            spent = self.tr("until then about {money} a month.")
        money = self._desk.money(lapsed.monthly_minor, whole=True)
        self.words.setText(f"{count} – {spent.replace('{money}', money)}")

    def _review(self) -> None:
        self._desk.go("campaigns", {"recipe": "winback", "segment": "inactive"})

    def _import(self) -> None:
        self._desk.import_asked.emit("")

    def _show_lapsed(self) -> None:
        self._desk.go("customers", {"segment": "inactive"})
