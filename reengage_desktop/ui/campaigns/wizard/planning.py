"""The plan that the wizard fills: from a recipe, and whom it means split into who gets it and who is left out."""

from dataclasses import replace

from reengage_desktop.domain.campaign_plans import MULTI, CampaignPlan
from reengage_desktop.domain.criteria import EVERYBODY, Condition, Criteria
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.ui.campaigns.recipes import Recipe, plan_stem

Part = Condition | Criteria


def plan_of(recipe: Recipe, settings: Settings, language: str, day: str, who: Criteria | None = None) -> CampaignPlan:
    """The plan that a recipe begins with; `day` makes its name one of its own; `who` in place of its customers."""
    channels = settings.channels or (ChannelName.EMAIL,)
    plan = CampaignPlan(
        name=named(plan_stem(recipe), day),
        campaign_type=recipe.campaign_type,
        outreach_method=MULTI,
        channels=channels,
        target_criteria=recipe.criteria,
    )
    made = with_channels(with_recipe(plan, recipe, language), channels)
    return made if who is None else replace(made, target_criteria=who)


def named(stem: str, day: str) -> str:
    """What a campaign is called that nobody has named yet."""
    return f"{stem} – {day}"


def with_recipe(plan: CampaignPlan, recipe: Recipe, language: str) -> CampaignPlan:
    """The plan with a recipe's type, customers and texts in place of its own."""
    templates = {channel: f"{stem}.{language}" for channel, stem in recipe.templates.items()}
    return replace(
        plan,
        campaign_type=recipe.campaign_type,
        target_criteria=recipe.criteria,
        templates={channel: name for channel, name in templates.items() if channel in plan.channels},
        message_template=None,
        variants=(),
    )


def with_channels(plan: CampaignPlan, channels: tuple[ChannelName, ...]) -> CampaignPlan:
    """The plan on these channels, in this order; texts of others are let go."""
    method = channels[0].value if len(channels) == 1 else MULTI
    kept = {channel: name for channel, name in plan.templates.items() if channel in channels}
    return replace(plan, channels=channels, outreach_method=method, templates=kept)


def join(who: Criteria, left_out: tuple[Part, ...]) -> Criteria:
    """Who gets it, less who is left out."""
    if not left_out:
        return who
    parts = who.parts if who.mode == "all" else (who,)
    return Criteria("all", (*parts, Criteria("not", left_out)))


def split(criteria: Criteria) -> tuple[Criteria, tuple[Part, ...]]:
    """Undoes `join`: who gets it, and who is left out."""
    last = criteria.parts[-1] if criteria.parts and criteria.mode == "all" else None
    if not isinstance(last, Criteria) or last.mode != "not":
        return criteria, ()
    rest = criteria.parts[:-1]
    if not rest:
        return EVERYBODY, last.parts
    if len(rest) == 1 and isinstance(rest[0], Criteria):
        return rest[0], last.parts
    return Criteria("all", rest), last.parts
