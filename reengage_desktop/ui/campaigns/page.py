"""Campaigns: what writes by itself, what waits for the owner's approval, and the owner's own campaigns."""

from collections.abc import Mapping
from functools import cached_property, partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QPushButton, QWidget

from reengage_desktop.domain import criteria as rules
from reengage_desktop.domain.campaign_states import CampaignStatus
from reengage_desktop.domain.criteria import Condition, Criteria
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName
from reengage_desktop.engine.composing import shop_language
from reengage_desktop.jobs.events import (
    CampaignsChanged,
    CredentialsChanged,
    CustomersChanged,
    Event,
    ImportFinished,
    QueueChanged,
    ResultsChanged,
    RunFinished,
    SettingsChanged,
    TemplatesChanged,
)
from reengage_desktop.jobs.tasks import groups, owner_campaigns
from reengage_desktop.jobs.tasks.deciding import Preview
from reengage_desktop.jobs.tasks.own_campaign_views import Campaign
from reengage_desktop.ui import formats
from reengage_desktop.ui.campaigns.approval import ApprovalTray
from reengage_desktop.ui.campaigns.automatic import AutomaticSection
from reengage_desktop.ui.campaigns.banner import ApprovalBanner
from reengage_desktop.ui.campaigns.details.page import CampaignDetails
from reengage_desktop.ui.campaigns.figures import CampaignFigures, read_campaigns
from reengage_desktop.ui.campaigns.gallery import RecipeGallery, read_recipe_counts
from reengage_desktop.ui.campaigns.owned import Owned, OwnedSection, read_owned
from reengage_desktop.ui.campaigns.owned_card import Ways
from reengage_desktop.ui.campaigns.recipes import FROM_NOTHING, Recipe, find_recipe
from reengage_desktop.ui.campaigns.wizard.planning import plan_of, with_channels
from reengage_desktop.ui.campaigns.wizard.texts import usable_channels
from reengage_desktop.ui.campaigns.wizard.wizard import CHECK, GOAL, CampaignWizard
from reengage_desktop.ui.changing import change_setting
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.dressing import dressing_steps
from reengage_desktop.ui.page import Page
from reengage_desktop.ui.reading import Reading
from reengage_desktop.ui.widgets.buttons import button, choice_button
from reengage_desktop.ui.widgets.switches import CheckBox
from reengage_desktop.ui.widgets.text import row
from reengage_desktop.ui.wording import translate

AUTOMATIC, OWNED, IDEAS = range(3)


class CampaignsPage(Page):
    """Three lists side by side; the approval, the wizard and a campaign's details take the whole page in turn."""

    follows: ClassVar[tuple[type[Event], ...]] = (
        CampaignsChanged,
        QueueChanged,
        SettingsChanged,
        RunFinished,
        CustomersChanged,
        ImportFinished,
        ResultsChanged,
        TemplatesChanged,
        CredentialsChanged,
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("CampaignsPage", "Campaigns"))
        self.wizard: CampaignWizard | None = None
        self.section = AUTOMATIC
        ways = Ways(self.open_campaign, self.edit_campaign)
        self.banner = ApprovalBanner(self.show_tray)
        self.automatic = AutomaticSection(desk)
        self.owned = OwnedSection(desk, ways, self.use_recipe)
        self._reading: Reading[CampaignFigures] = Reading(desk, self, self._show)
        self._counting: Reading[Mapping[str, int]] = Reading(desk, self, self._show_counts)
        self._owning: Reading[Owned] = Reading(desk, self, self.owned.show_owned)
        self._counts: Mapping[str, int] = {}
        self._to_approve: list[int] = []
        self._is_read = False
        self._parts: list[QWidget] = []
        self._view: QWidget = self.automatic
        self._head()
        for part in (self.banner, self._sections):
            self.body.addWidget(part)
        for part in (self.automatic, self.owned):
            self._add(part)
        self.automatic.previewed.connect(self._show_today)
        self._fit()

    @cached_property
    def ideas(self) -> RecipeGallery:
        """The ideas as cards; like the tray and the details made when they are first looked at."""
        made = RecipeGallery(self.desk, self.use_recipe, self.widget())
        made.show_counts(self._counts)
        self._add(made)
        return made

    @cached_property
    def tray(self) -> ApprovalTray:
        """What waits for approval; made after the cards are filled, before anybody asks for it."""
        made = ApprovalTray(self.desk, self.widget())
        made.emptied.connect(self._tray_is_empty)
        self._add(made)
        return made

    @cached_property
    def details(self) -> CampaignDetails:
        """One campaign of the owner's."""
        made = CampaignDetails(self.desk)
        made.gone.connect(partial(self.show_section, OWNED))
        made.copied.connect(self.edit_campaign)
        made.renamed.connect(self._name)
        self._add(made)
        return made

    def load(self) -> None:
        """Reads what is in front, and in the background whom a check would write to."""
        shop = self.desk.shop
        self._reading.start(lambda: read_campaigns(shop))
        if self._view is self.automatic:
            self.automatic.look()
        elif self._view is self.owned or isinstance(self._view, RecipeGallery):
            self._counting.start(lambda: read_recipe_counts(shop))
        elif isinstance(self._view, CampaignDetails):
            self._view.follow()
        self._owning.start(lambda: read_owned(shop))

    def open(self, argument: object) -> None:
        """Takes approve, new, campaign, and a recipe, a group or customers for the wizard; see architecture."""
        wanted: Mapping[str, Any] = argument if isinstance(argument, dict) else {}
        if wanted.get("approve") or wanted.get("tray"):
            self.show_tray()
        elif "campaign" in wanted:
            self.open_campaign(int(wanted["campaign"]))
        elif wanted.get("new"):
            self.new_campaign()
        elif "group" in wanted:
            self._begin_with_group(int(wanted["group"]))
        elif "recipe" in wanted or "segment" in wanted or "ids" in wanted:
            self._begin_with(wanted)

    def show_section(self, at: int) -> None:
        """Shows one of the three lists."""
        self.section = at
        self._put_forward(self.ideas if at == IDEAS else (self.automatic, self.owned)[at])

    def show_overview(self) -> None:
        """Goes back to the list that was shown last."""
        self.show_section(self.section)

    def show_tray(self) -> None:
        """Shows what waits for approval."""
        self.tray.show_waiting(self._to_approve)
        self._put_forward(self.tray)
        self.tray.take_keyboard()

    def new_campaign(self) -> None:
        """Opens the wizard at its first page."""
        self.begin(FROM_NOTHING, at=GOAL)

    def use_recipe(self, recipe: Recipe) -> None:
        """Opens the wizard with an idea filled in, or the card of one that is always on."""
        if recipe.automatic is None:
            self.begin(recipe, at=GOAL)
            return
        self.show_section(AUTOMATIC)
        self.ensureWidgetVisible(self.automatic.focus_on(recipe.automatic))

    def begin(self, recipe: Recipe, *, who: Criteria | None = None, title: str = "", at: int = GOAL) -> None:
        """Opens the wizard with an idea, and with customers where some are named."""
        settings = self.desk.settings
        day = formats.long_day(self.desk.now().astimezone(self.desk.zone).date())
        shop, plan = self.desk.shop, plan_of(recipe, settings, shop_language(settings), day, who)

        def show(channels: tuple[ChannelName, ...]) -> None:
            made = with_channels(plan, channels)
            self._make_wizard(CampaignWizard(self.desk, made, recipe, title), at, self.tr("New campaign"))

        self.desk.read(lambda: usable_channels(shop, plan), self, show)

    def open_campaign(self, campaign_id: int) -> None:
        """Shows a campaign's details; a draft opens in the wizard."""
        shop = self.desk.shop

        def show(campaign: Campaign) -> None:
            if campaign.status is CampaignStatus.DRAFT:
                self._take_up(campaign)
            else:
                self.section = OWNED
                self.details.show_campaign(campaign_id)
                self._put_forward(self.details)

        self.desk.read(lambda: owner_campaigns.get(shop, campaign_id), self, show)

    def edit_campaign(self, campaign_id: int) -> None:
        """Opens a draft in the wizard."""
        self.open_campaign(campaign_id)

    def _begin_with(self, wanted: Mapping[str, Any]) -> None:
        recipe = find_recipe(str(wanted.get("recipe", "")))
        if recipe.automatic is not None and "ids" not in wanted and "segment" not in wanted:
            self.use_recipe(recipe)
            return
        if "ids" in wanted:
            ids = [int(each) for each in wanted["ids"]]
            title = str(wanted.get("title") or "") or self.tr("%Ln chosen customers", "", len(ids))
            self.begin(recipe, who=rules.of_ids(ids), title=title, at=CHECK)
        elif "segment" in wanted:
            who = Criteria("all", (Condition("segment", "is", str(wanted["segment"])),))
            self.begin(recipe, who=who, at=CHECK)
        else:
            self.begin(recipe, at=GOAL)

    def _begin_with_group(self, group_id: int) -> None:
        shop = self.desk.shop
        self.desk.read(
            lambda: groups.get_group(shop, group_id),
            self,
            lambda group: self.begin(FROM_NOTHING, who=group.criteria, title=group.name, at=GOAL),
        )

    def _take_up(self, campaign: Campaign) -> None:
        wizard = CampaignWizard(self.desk, campaign.plan)
        wizard.take_up(campaign)
        self._make_wizard(wizard, GOAL, self.tr("Campaign draft"))

    def _make_wizard(self, wizard: CampaignWizard, at: int, heading: str) -> None:
        wizard.hide()
        wizard.setWindowTitle(heading)
        self.body.addWidget(wizard, 1)
        self.desk.build(wizard.parts(), wizard, lambda _: self._show_wizard(wizard, at))

    def _show_wizard(self, wizard: CampaignWizard, at: int) -> None:
        self._drop_wizard()
        self.wizard = wizard
        wizard.started.connect(self._started)
        wizard.closed.connect(partial(self.show_section, OWNED))
        self._put_forward(wizard)
        wizard.show()
        wizard.reached = max(wizard.reached, at)
        wizard.go_to(at)

    def _started(self, campaign_id: int) -> None:
        self.open_campaign(campaign_id)

    def _drop_wizard(self) -> None:
        wizard, self.wizard = self.wizard, None
        if wizard is not None:
            wizard.let_go()
            self.body.removeWidget(wizard)
            wizard.hide()
            wizard.deleteLater()

    def _put_forward(self, view: QWidget) -> None:
        if view is not self.wizard:
            self._drop_wizard()
        self._view = view
        self._fit()
        self.verticalScrollBar().setValue(0)
        self.refresh()

    def _show(self, found: CampaignFigures) -> None:
        self.desk.settings = found.settings
        self._is_read = True
        self.master.setChecked(found.settings.is_on("reengagement.enabled"))
        self.automatic.show_figures(found)
        self.banner.show_count(len(found.to_approve))
        self._to_approve = found.to_approve
        if isinstance(self._view, ApprovalTray):
            self._view.show_waiting(found.to_approve)
        elif "tray" not in self.__dict__:
            self.desk.build([lambda: self.tray, self._complete_tray], self, self._dress_tray)
        self._fit()

    def _complete_tray(self) -> None:
        self.tray.complete()

    def _dress_tray(self, _made: object) -> None:
        self.desk.build(dressing_steps(self.tray), self.tray, lambda _steps: None)

    def _show_today(self, found: Preview) -> None:
        self._show_counts({kind: len(ids) for kind, ids in found.chosen.items() if kind != CampaignType.WE_MISS_YOU})

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        self._counts = {**self._counts, **counts}
        if "ideas" in self.__dict__:
            self.ideas.show_counts(counts)
        self.owned.show_counts(counts)

    def _head(self) -> None:
        self.back_button = button(self.tr("All campaigns"), self.show_overview, picture="chevron-left")
        self.head.insertWidget(0, self.back_button)
        self.master = CheckBox(self.tr("Automatic messages"))
        self.master.switched.connect(self._switch_all)
        self.head.addWidget(self.master)
        self.new_button = button(
            self.tr("New campaign"), self.new_campaign, picture="plus", kind="primary", tip=self.tr("Ctrl+N")
        )
        self.head.addWidget(self.new_button)
        names = (self.tr("Always on"), self.tr("Your campaigns"), self.tr("Ideas"))
        self.section_buttons: list[QPushButton] = [
            choice_button(name, partial(self.show_section, at)) for at, name in enumerate(names)
        ]
        self._sections = QWidget()
        self._sections.setLayout(row([*self.section_buttons, None]))

    def _fit(self) -> None:
        is_list = self._view in (self.automatic, self.owned) or isinstance(self._view, RecipeGallery)
        for part in self._parts:
            part.setVisible(part is self._view)
        for at, made in enumerate(self.section_buttons):
            made.setChecked(at == self.section)
        self._sections.setVisible(is_list)
        self.banner.setVisible(is_list and bool(self._to_approve))
        self.back_button.setVisible(not is_list)
        self.master.setVisible(is_list and self._is_read)
        self.new_button.setVisible(is_list)
        if is_list:
            self.heading.setText(self.tr("Campaigns"))
        elif isinstance(self._view, ApprovalTray):
            self.heading.setText(self.tr("%Ln messages are ready for your approval", "", len(self._to_approve)))
        elif self._view is self.wizard:
            self.heading.setText(self.wizard.windowTitle())

    def _add(self, part: QWidget) -> None:
        part.hide()
        self._parts.append(part)
        self.body.addWidget(part, 1)

    def _name(self, name: str) -> None:
        if isinstance(self._view, CampaignDetails):
            self.heading.setText(name)

    def _tray_is_empty(self) -> None:
        if isinstance(self._view, ApprovalTray):
            self.show_overview()

    def _switch_all(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        sentence = self.tr("Automatic messages are on.") if on else self.tr("Automatic messages are off.")
        change_setting(self.desk, self, "reengagement.enabled", "true" if on else "false", sentence)
