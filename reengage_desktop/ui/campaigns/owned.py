"""The list of the owner's own campaigns, filtered by what they are about, where they stand and when they were."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from reengage_desktop.domain.campaign_plans import OwnCampaignType
from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import owner_campaigns
from reengage_desktop.jobs.tasks.own_campaign_views import CampaignRow
from reengage_desktop.ui import wording
from reengage_desktop.ui.campaigns.doing import CampaignDoing
from reengage_desktop.ui.campaigns.gallery import RecipeGallery
from reengage_desktop.ui.campaigns.owned_card import OwnedCard, Ways
from reengage_desktop.ui.campaigns.recipes import Recipe
from reengage_desktop.ui.campaigns.states import campaign_state
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.inputs import ComboBox
from reengage_desktop.ui.widgets.text import label, paragraph, row

ARCHIVED = "archived"
SHOWN = 50
_PERIODS = (0, 30, 90, 365)


@dataclass(frozen=True)
class Owned:
    """The campaigns in the list, and those put away."""

    rows: list[CampaignRow]
    archived: list[CampaignRow]


def read_owned(shop: Shop) -> Owned:
    """Reads them; for a lane."""
    return Owned(owner_campaigns.list_campaigns(shop), owner_campaigns.list_campaigns(shop, archived=True))


class OwnedSection(QWidget):
    """While there are none, the ideas stand in their place."""

    def __init__(self, desk: Desk, ways: Ways, choose: Callable[[Recipe], object]) -> None:
        super().__init__()
        self._desk = desk
        self._ways = ways
        self._doing = CampaignDoing(desk, self)
        self._choose = choose
        self._counts: Mapping[str, int] = {}
        self._found: Owned | None = None
        self._is_stale = False
        self._limit = SHOWN
        self.cards: list[OwnedCard] = []
        self.kinds, self.states, self.periods = ComboBox(), ComboBox(), ComboBox()
        self._build_filters()
        self._filters = QWidget()
        flow = FlowLayout(self._filters)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._filters.setSizePolicy(policy)
        for box in (self.kinds, self.states, self.periods):
            flow.addWidget(box)
            box.activated.connect(lambda _at: self._fill())
        self.nothing = paragraph("", "muted")
        self.nothing.hide()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.more_button = button(self.tr("Show all of them"), self._show_all)
        self.more_button.hide()
        self._invitation = label(self.tr("No campaign of your own yet. Choose an idea:"), "heading")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for part in (self._filters, self.nothing):
            layout.addWidget(part)
        layout.addLayout(self._lines)
        layout.addLayout(row([self.more_button, None]))
        layout.addWidget(self._invitation)
        self._ideas = QVBoxLayout()
        layout.addLayout(self._ideas)
        layout.addStretch(1)

    @cached_property
    def gallery(self) -> RecipeGallery:
        """The ideas, made when there is first room for them."""
        made = RecipeGallery(self._desk, self._choose, self)
        made.show_counts(self._counts)
        self._ideas.addWidget(made)
        return made

    def show_owned(self, found: Owned) -> None:
        """Shows these, as far as the filters let them through; as soon as they are looked at."""
        self._found = found
        self._is_stale = True
        if self.isVisible():
            self._fill()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Says of each idea how many customers it fits."""
        self._counts = {**self._counts, **counts}
        if "gallery" in self.__dict__:
            self.gallery.show_counts(counts)

    def showEvent(self, event: QShowEvent) -> None:
        """Shows what came while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self._fill()

    def _build_filters(self) -> None:
        self.kinds.setAccessibleName(self.tr("What it is about"))
        self.kinds.addItem(self.tr("Every kind"), "")
        for kind in OwnCampaignType:
            self.kinds.addItem(wording.campaign_name(kind), str(kind))
        self.states.setAccessibleName(self.tr("Where it stands"))
        self.states.addItem(self.tr("Every state"), "")
        for status in CampaignStatus:
            self.states.addItem(campaign_state(status)[0], str(status))
        self.states.addItem(self.tr("Put away"), ARCHIVED)
        self.periods.setAccessibleName(self.tr("When it was"))
        for days in _PERIODS:
            words = self.tr("In the last %Ln days", "", days) if days else self.tr("At any time")
            self.periods.addItem(words, days)

    def _wanted(self, found: Owned) -> list[CampaignRow]:
        state, kind, days = self.states.currentData(), self.kinds.currentData(), int(self.periods.currentData())
        rows: Sequence[CampaignRow] = found.archived if state == ARCHIVED else found.rows
        since = self._desk.now() - timedelta(days=days)
        return [
            each
            for each in rows
            if (state in ("", ARCHIVED) or each.campaign.status == state)
            and (not kind or each.campaign.plan.campaign_type == kind)
            and (not days or (each.campaign.stored.started_at or each.campaign.stored.created_at) >= since)
        ]

    def _show_all(self) -> None:
        self._limit = 1_000_000
        self._fill()

    def _fill(self) -> None:
        if self._found is None:
            return
        self._is_stale = False
        has_some = bool(self._found.rows or self._found.archived)
        wanted = self._wanted(self._found)
        self._lay_out(wanted[: self._limit])
        self.more_button.setVisible(len(wanted) > self._limit)
        self._filters.setVisible(has_some)
        self.nothing.setText(self.tr("No campaign is like that."))
        self.nothing.setVisible(has_some and not wanted)
        self._invitation.setVisible(not has_some)
        if not has_some or "gallery" in self.__dict__:
            self.gallery.setVisible(not has_some)

    def _lay_out(self, wanted: Sequence[CampaignRow]) -> None:
        """Each campaign keeps its card, so that news take neither the keyboard nor an open menu nor half a click."""
        kept = {card.id: card for card in self.cards}
        self.cards = [self._card(each, kept.pop(each.id, None)) for each in wanted]
        for old in kept.values():
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        for at, card in enumerate(self.cards):
            if self._lines.indexOf(card) != at:
                self._lines.insertWidget(at, card)

    def _card(self, found: CampaignRow, kept: OwnedCard | None) -> OwnedCard:
        card = kept or OwnedCard(self._desk, found.id, self._ways, self._doing)
        card.show_row(found)
        return card
