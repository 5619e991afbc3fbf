"""One automatic campaign: on or off, its rule, who would get it today, and what it brought."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout

from reengage_desktop.domain.figures import Results
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import CampaignType
from reengage_desktop.store.campaigns import AutomaticCampaign
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.campaigns.rule import RuleSentence
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.icons import icon
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.text import label, paragraph, row


class CampaignCard(Card):
    """Shows a campaign; `switch` is called with the wish to turn it on or off."""

    def __init__(self, desk: Desk, kind: CampaignType, switch: Callable[[CampaignType, bool], None]) -> None:
        super().__init__()
        self._desk = desk
        self.kind = kind
        name = wording.campaign_name(kind)
        picture = QLabel()
        picture.setPixmap(icon(wording.campaign_icon(kind), Tone.ACCENT).pixmap(20, 20))
        self.today = Chip("", Tone.NEUTRAL)
        self.today.hide()
        self.switch = QCheckBox(self.tr("On"))
        self.switch.setAccessibleName(self.tr("{campaign} is on").replace("{campaign}", name))
        self.switch.clicked.connect(lambda on: switch(kind, on))
        self.rule = RuleSentence(desk, self._sentence(), self._names())
        self.result = paragraph("", "muted")
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(row([picture, label(name, "heading"), self.today, None, self.switch]))
        column.addWidget(self.rule)
        column.addWidget(self.result)
        self.add(column)

    def show_campaign(self, campaign: AutomaticCampaign, results: Results, settings: Settings) -> None:
        """Shows how it stands."""
        self.switch.setChecked(campaign.is_active)
        self.rule.show_settings(settings)
        if not results.sent:
            self.result.setText(self.tr("Nothing sent in the last 30 days."))
            return
        text = self.tr("Last 30 days: {sent} sent · {back} came back · {money} brought back")
        text = text.replace("{sent}", formats.number(results.sent)).replace("{back}", formats.number(results.converted))
        self.result.setText(text.replace("{money}", self._desk.money(results.revenue_minor)))

    def show_today(self, count: int | None) -> None:
        """Says how many customers would get it today; None: that is not known for this kind."""
        self.today.setVisible(count is not None)
        if count is not None:
            words = self.tr("%Ln customers today", "", count)
            self.today.say(words, Tone.ACCENT if count else Tone.NEUTRAL)

    def _sentence(self) -> str:
        sentences = {
            CampaignType.BACK_IN_STOCK: self.tr(
                "To customers who looked at a product while it was sold out, as soon as it is there again. Never more "
                "people than units."
            ),
            CampaignType.PRICE_DROP: self.tr(
                "To customers who looked at a product that is now more than {reengagement.price_drop_percent} % "
                "cheaper than they saw it."
            ),
            CampaignType.LOYALTY_REWARD: self.tr(
                "To customers who stopped buying and had spent {reengagement.loyalty_min_ltv} or more in all: a "
                "code of their own for {reengagement.loyalty_discount} % off."
            ),
            CampaignType.NEW_ARRIVALS: self.tr(
                "To customers who stopped buying, when there is something new in the categories that they buy from."
            ),
            CampaignType.WE_MISS_YOU: self.tr(
                "To customers who bought nothing for {reengagement.inactivity_threshold} days and whom nothing above "
                "fits."
            ),
        }
        return sentences[self.kind]

    def _names(self) -> dict[str, str]:
        return {
            "reengagement.price_drop_percent": self.tr("Cheaper by, in per cent"),
            "reengagement.loyalty_min_ltv": self.tr("Spent in all, from"),
            "reengagement.loyalty_discount": self.tr("Discount in per cent"),
            "reengagement.inactivity_threshold": self.tr("Days without a purchase"),
        }
