"""Page 3: when somebody has stopped buying, proposed from the shop's own rhythm, with the count beside the slider."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reengage_desktop.domain.money import decimals_of, to_minor
from reengage_desktop.jobs.tasks.rhythm import LONGEST_DAYS, SHORTEST_DAYS, Proposal
from reengage_desktop.ui import formats
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.first_run.step import Step
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.inputs import DoubleSpinBox, Slider, SpinBox, pad
from reengage_desktop.ui.widgets.switches import CheckBox
from reengage_desktop.ui.widgets.text import label, paragraph
from reengage_desktop.ui.wording import translate

_MOST = 100_000_000


class RhythmStep(Step):
    """A slider with its live count, and who is one of the best customers."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("RhythmStep", "When has someone stopped buying?"),
            translate("RhythmStep", "Whoever has bought nothing for that long is somebody you may want to win back."),
            parent,
        )
        self._desk = desk
        self._proposal: Proposal | None = None
        self._put: dict[str, str] | None = None
        self.rhythm = paragraph("")
        self.column.addWidget(self.rhythm)
        self.column.addWidget(self._threshold_card())
        self.column.addWidget(self._loyalty_card())
        self.finish_layout()

    def enter(self) -> None:
        """Begins at the slider."""
        self.slider.setFocus(Qt.FocusReason.TabFocusReason)

    def show_proposal(self, proposal: Proposal) -> None:
        """Says what the history tells, and stands at what it proposes where the owner has said nothing yet."""
        self._proposal = proposal
        given, rhythm = self._desk.settings.given, proposal.rhythm
        self.rhythm.setText(self._sentence(proposal))
        if self._put not in (None, self.answers()):
            self._count()
            return  # she has chosen here before, and came back
        proposed = rhythm.threshold_days if "reengagement.inactivity_threshold" not in given else None
        stored = self._desk.settings.whole("reengagement.inactivity_threshold")
        self.days.setValue(proposed or min(LONGEST_DAYS, max(SHORTEST_DAYS, stored)))
        self._count()
        currency, amount = self._desk.currency, self._desk.settings.amount("reengagement.loyalty_min_ltv")
        self.amount.setDecimals(decimals_of(currency))
        before, after = formats.money_marks(currency)
        self.amount.setPrefix(before)
        self.amount.setSuffix(after)
        if "reengagement.loyalty_min_ltv" not in given and proposal.loyalty is not None:
            amount = proposal.loyalty
            text = self.tr("Your best tenth has spent {money} or more.")
            best = formats.amount(to_minor(amount, currency), currency)
            self.best.setText(text.replace("{money}", best))
        self.best.setVisible(bool(self.best.text()))
        self.loyal.setChecked(amount > 0)
        self.amount.setValue(float(amount))
        self.amount.setEnabled(amount > 0)
        self._put = dict(self.answers())

    def answers(self) -> Mapping[str, str]:
        """The days, and the amount: 0 while nobody is thanked."""
        spent = Decimal(str(self.amount.value())) if self.loyal.isChecked() else Decimal(0)
        return {
            "reengagement.inactivity_threshold": str(self.days.value()),
            "reengagement.loyalty_min_ltv": f"{spent:f}",
        }

    def _threshold_card(self) -> Card:
        card = Card()
        self.slider = Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(SHORTEST_DAYS, LONGEST_DAYS)
        self.slider.setPageStep(7)
        self.slider.setAccessibleName(self.tr("Days without a purchase"))
        self.days = SpinBox()
        self.days.setRange(SHORTEST_DAYS, LONGEST_DAYS)
        self.days.setSuffix(self.tr(" days"))
        self.days.setAccessibleName(self.tr("Days without a purchase, as a number"))
        pad(self.days)
        self.slider.valueChanged.connect(self.days.setValue)
        self.days.valueChanged.connect(self.slider.setValue)
        self.days.valueChanged.connect(self._count)
        line = QHBoxLayout()
        line.setSpacing(12)
        caption = label(self.tr("&After"))
        caption.setBuddy(self.slider)
        line.addWidget(caption)
        line.addWidget(self.slider, 1)
        line.addWidget(self.days)
        card.add(line)
        self.count = paragraph("", "hero")
        card.add(self.count)
        return card

    def _loyalty_card(self) -> Card:
        card = Card()
        self.loyal = CheckBox(self.tr("&Thank those of them who were loyal with a discount"))
        self.loyal.setAccessibleName(self.tr("Thank those of them who were loyal with a discount"))
        self.amount = DoubleSpinBox()
        self.amount.setRange(0, _MOST)
        self.amount.setGroupSeparatorShown(True)
        self.amount.setAccessibleName(self.tr("Spent in all, from"))
        pad(self.amount)
        self.loyal.toggled.connect(self.amount.setEnabled)
        line = QHBoxLayout()
        line.setSpacing(12)
        caption = label(self.tr("Who has &spent in all at least"))
        caption.setBuddy(self.amount)
        line.addWidget(caption)
        line.addWidget(self.amount)
        line.addStretch(1)
        card.add(self.loyal)
        card.add(line)
        self.best = paragraph("", "muted")
        card.add(self.best)
        return card

    def _count(self) -> None:
        if self._proposal is None:
            return
        silence = self._proposal.silence
        stopped = self.tr("%Ln customers have stopped buying", "", silence.stopped(self.days.value()))
        of_all = self.tr("of {count} who ever bought").replace("{count}", formats.number(silence.buyers))
        self.count.setText(f"{stopped} – {of_all}")
        self.slider.setAccessibleDescription(self.count.text())

    def _sentence(self, proposal: Proposal) -> str:
        rhythm = proposal.rhythm
        if rhythm.threshold_days is None or rhythm.usual_days is None or rhythm.within_days is None:
            return self.tr(
                "There is too little history to see a rhythm yet: 60 days fit most shops. Change it any time under "
                "Settings, Sending rules."
            )
        usual = self.tr("Your customers usually buy every %Ln days", "", rhythm.usual_days)
        nine = self.tr("and nine of ten come back within %Ln days.", "", rhythm.within_days)
        proposed = self.tr("So whoever bought nothing for %Ln days is worth a message.", "", rhythm.threshold_days)
        return f"{usual}, {nine} {proposed}"
