"""One automatic campaign: on or off, its rule, who would get it today, what it says, and what it brought."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from reengage_desktop.domain.figures import Results
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName
from reengage_desktop.store.campaigns import AutomaticCampaign
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.campaigns.reasons import reason_menu
from reengage_desktop.ui.campaigns.rule import RuleSentence
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.picture import Picture
from reengage_desktop.ui.widgets.switches import CheckBox
from reengage_desktop.ui.widgets.text import clear, label, paragraph, row


class CampaignCard(Card):
    """Shows a campaign; `switch` is called with the wish to turn it on or off."""

    def __init__(self, desk: Desk, kind: CampaignType, switch: Callable[[CampaignType, bool], None]) -> None:
        super().__init__()
        self._desk = desk
        self.kind = kind
        self._name = wording.campaign_name(kind)
        self._ids: list[int] = []
        picture = Picture(wording.campaign_icon(kind), Tone.ACCENT, 20)
        self.switch = CheckBox(self.tr("On"))
        self.switch.setAccessibleName(self.tr("{campaign} is on").replace("{campaign}", self._name))
        self.switch.switched.connect(lambda on: switch(kind, on))
        self.switch.hide()
        self.rule = RuleSentence(desk, self._sentence())
        self.today = button(self.tr("Looking…"), self._show_today, kind="link")
        self.why_not = button("", kind="link")
        self.why_not.hide()
        self._says = QWidget()
        self._templates = FlowLayout(self._says, spacing=14, line_spacing=0)
        self._shown: Sequence[tuple[ChannelName, Template | None]] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._says.setSizePolicy(policy)
        self.result = paragraph("", "muted")
        self.history = button(self.tr("Messages"), self._show_history, kind="link")
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(row([picture, label(self._name, "heading"), None, self.switch]))
        column.addWidget(self.rule)
        column.addLayout(row([self.today, self.why_not, None]))
        column.addWidget(self._says)
        column.addStretch(1)
        line = row([self.result, self.history])
        line.setStretch(0, 1)
        column.addLayout(line)
        self.add(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_campaign(
        self,
        campaign: AutomaticCampaign,
        results: Results,
        templates: Sequence[tuple[ChannelName, Template | None]],
        settings: Settings,
    ) -> None:
        """Shows how it stands."""
        self._campaign = campaign
        self.switch.setChecked(campaign.is_active)
        self.switch.show()
        self.rule.show_settings(settings)
        self._show_templates(templates)
        self.history.setVisible(bool(results.sent))
        self.history.setAccessibleName(self.tr("Messages of “{campaign}”").replace("{campaign}", self._name))
        if not results.sent:
            self.result.setText(self.tr("Nothing sent in the last 30 days."))
            return
        text = self.tr("Last 30 days: {sent} sent · {back} came back, {rate} · {money} brought back")
        text = text.replace("{sent}", formats.number(results.sent)).replace("{back}", formats.number(results.converted))
        text = text.replace("{rate}", formats.rate(results.converted, results.sent))
        money = formats.amount(results.revenue_minor, settings.currency)
        self.result.setText(text.replace("{money}", money.replace(" ", "\u00a0")))

    def stands(self) -> bool:
        """Whether switch and numbers are still as they were shown last: the owner's hand has changed nothing since."""
        return self.switch.isChecked() is self._campaign.is_active and self.rule.stands()

    def show_today(self, ids: Sequence[int], left_out: Mapping[str, Sequence[int]]) -> None:
        """Says how many would get it today; `left_out`: those of this campaign's own check who would not, by reason."""
        self._ids = list(ids)
        words = self.tr("%Ln customers would get it today", "", len(self._ids))
        text = words if self._ids else self.tr("Nobody would get it today")
        self.today.setText(text)
        self.today.setEnabled(bool(self._ids))
        self.today.setAccessibleName(f"{self._name}: {text}")
        reason_menu(self._desk, self.why_not, left_out)
        self.why_not.setAccessibleName(f"{self._name}: {self.why_not.text()}")

    def _show_today(self) -> None:
        self._desk.go("customers", {"ids": self._ids, "title": self._name})

    def _show_history(self) -> None:
        self._desk.go("activity", {"campaign": self._campaign.id})

    def _show_templates(self, templates: Sequence[tuple[ChannelName, Template | None]]) -> None:
        if templates == self._shown:
            return
        self._shown = templates
        clear(self._templates)
        if not templates:
            self._templates.addWidget(label(self.tr("No channel is chosen yet."), "warn"))
            self._templates.addWidget(button(self.tr("Choose channels…"), self._choose_channels, kind="link"))
            return
        self._templates.addWidget(label(self.tr("It says:"), "muted"))
        for channel, template in templates:
            name = wording.channel_name(channel)
            if template is None:
                self._templates.addWidget(label(self.tr("{channel}: no text").replace("{channel}", name), "warn"))
                continue
            ours = self.tr("{channel}: the program's text") if template.is_built_in else self.tr("{channel}: “{name}”")
            text = ours.replace("{channel}", name).replace("{name}", template.name)
            tip = self.tr("Read or change “{name}”").replace("{name}", template.name)
            made = button(
                text.replace("&", "&&"),
                partial(self._desk.go, "templates", {"template": template.name}),
                kind="link",
                tip=tip,
            )
            made.setAccessibleName(f"{self._name}, {text}")
            self._templates.addWidget(made)

    def _choose_channels(self) -> None:
        self._desk.go("settings", {"section": "rules"})

    def _sentence(self) -> str:
        sentences = {
            CampaignType.BACK_IN_STOCK: self.tr(
                "To customers who looked at a product while it was sold out, as soon as it is there again. Never more "
                "people than units."
            ),
            CampaignType.PRICE_DROP: self.tr(
                "To customers who looked at a product that is now more than {price_drop_percent}\u00a0% cheaper than "
                "they saw it."
            ),
            CampaignType.LOYALTY_REWARD: self.tr(
                "To customers who stopped buying and had spent {loyalty_min_ltv} or more in all: a code of their own "
                "for {loyalty_discount}\u00a0% off."
            ),
            CampaignType.NEW_ARRIVALS: self.tr(
                "To customers who stopped buying, when there is something new in the categories that they buy from."
            ),
            CampaignType.WE_MISS_YOU: self.tr(
                "To customers who bought nothing for {inactivity_threshold} days and whom nothing above fits."
            ),
        }
        return sentences[self.kind]
