"""Page 1: what the campaign is for, and what it is called."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from reengage_desktop.domain.campaign_plans import CampaignPlan, OwnCampaignType
from reengage_desktop.ui.campaigns.recipes import (
    FROM_NOTHING,
    RECIPES,
    Recipe,
    plan_stem,
    recipe_benefit,
    recipe_fits,
    recipe_name,
)
from reengage_desktop.ui.campaigns.wizard.planning import named, with_recipe
from reengage_desktop.ui.campaigns.wizard.step import WizardStep
from reengage_desktop.ui.widgets.buttons import choice_button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.text import label, paragraph


class GoalStep(WizardStep):
    """Choosing another idea brings its customers and its words; the name follows until the owner gives one."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._recipe: Recipe | None = None
        self._chosen: Recipe | None = None
        self._given_name = ""
        card = Card(self.tr("What do you want to reach?"))
        ideas = QWidget()
        flow = FlowLayout(ideas, spacing=8)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        ideas.setSizePolicy(policy)
        self.ideas: dict[str, QPushButton] = {}
        for each in (*(recipe for recipe in RECIPES if recipe.automatic is None), FROM_NOTHING):
            made = choice_button(recipe_name(each), partial(self.choose, each), picture=each.picture)
            self.ideas[each.key] = made
            flow.addWidget(made)
        card.add(ideas)
        self.benefit = paragraph("")
        self.fits = paragraph("", "muted")
        card.add(self.benefit)
        card.add(self.fits)
        self.layout_box.addWidget(card)
        naming = Card(self.tr("What is it called?"))
        naming.add(paragraph(self.tr("Only you see this name: it is how you find the campaign again."), "muted"))
        self.name = QLineEdit()
        self.name.setMaxLength(120)
        self.name.setAccessibleName(self.tr("Name of the campaign"))
        self.name.textEdited.connect(lambda _text: self.changed.emit())
        naming.add(self.name)
        naming.add(label(self.tr("What is it about, for yourself?"), "muted"))
        self.description = QLineEdit()
        self.description.setMaxLength(400)
        self.description.setAccessibleName(self.tr("Description, for yourself"))
        self.description.textEdited.connect(lambda _text: self.changed.emit())
        naming.add(self.description)
        self.layout_box.addWidget(naming)
        self.layout_box.addStretch(1)

    def show_recipe(self, recipe: Recipe) -> None:
        """The idea that the plan was made from."""
        self._recipe = self._chosen = recipe
        self._mark()

    def show_plan(self, plan: CampaignPlan, campaign_id: int | None) -> None:
        """Shows name and description; an idea that nobody named is the one of the plan's type."""
        if self._chosen is None:
            by_type = {each.campaign_type: each for each in reversed(RECIPES) if each.automatic is None}
            is_offer = plan.campaign_type is OwnCampaignType.PROMOTIONAL
            self._recipe = self._chosen = FROM_NOTHING if is_offer else by_type[plan.campaign_type]
            self._mark()
        self._given_name = plan.name
        self.name.setText(plan.name)
        self.description.setText(plan.description or "")

    def choose(self, recipe: Recipe) -> None:
        """Takes another idea."""
        before, self._chosen = self._chosen, recipe
        own = "" if before is None else named(plan_stem(before), "")
        if own and self.name.text().startswith(own):
            self.name.setText(named(plan_stem(recipe), self.name.text().removeprefix(own)))
        self._mark()
        self.changed.emit()

    def taken(self, plan: CampaignPlan) -> CampaignPlan:
        """The plan with the name, and with the idea's contents where another one was chosen."""
        if self._chosen is not None and self._chosen is not self._recipe:
            self._recipe = self._chosen
            plan = with_recipe(plan, self._chosen, self._language)
        name = " ".join(self.name.text().split()) or self._given_name
        return replace(plan, name=name, description=self.description.text().strip() or None)

    def problem(self) -> str:
        """A campaign needs a name."""
        return "" if self.name.text().strip() else self.tr("Give the campaign a name.")

    def _mark(self) -> None:
        for key, made in self.ideas.items():
            made.setChecked(self._chosen is not None and key == self._chosen.key)
        if self._chosen is not None:
            self.benefit.setText(recipe_benefit(self._chosen))
            self.fits.setText(recipe_fits(self._chosen))
