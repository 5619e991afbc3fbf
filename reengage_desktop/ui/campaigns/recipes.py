"""The ready-made ideas: what each brings, whom it fits, and the plan that it begins with."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reengage_desktop.domain.campaign_plans import OwnCampaignType
from reengage_desktop.domain.criteria import EVERYBODY, Condition, Criteria
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName
from reengage_desktop.ui.wording import translate

OWN = "own"
"""The recipe without contents: a campaign from nothing."""


@dataclass(frozen=True)
class Recipe:
    """One idea. `automatic`: it is one of the five that are always on; else a plan for once.

    `templates` name a text by channel up to its language; without one the campaign's type decides.
    """

    key: str
    picture: str
    automatic: CampaignType | None = None
    campaign_type: OwnCampaignType = OwnCampaignType.PROMOTIONAL
    criteria: Criteria = EVERYBODY
    templates: Mapping[ChannelName, str] = field(default_factory=dict)
    wants_offer: bool = False


def _of(*conditions: Condition) -> Criteria:
    return Criteria("all", conditions)


RECIPES: tuple[Recipe, ...] = (
    Recipe(
        "we_miss_you",
        "heart",
        campaign_type=OwnCampaignType.WINBACK,
        criteria=_of(Condition("segment", "is", "inactive")),
    ),
    Recipe(
        "second_purchase",
        "shopping-bag",
        criteria=_of(Condition("orders_count", "is", 1), Condition("last_order_days", "between", (14, 60))),
        templates={ChannelName.EMAIL: "second_purchase.email", ChannelName.SMS: "second_purchase.sms"},
    ),
    Recipe(
        "seasonal_offer",
        "badge-percent",
        criteria=_of(Condition("last_order_days", "at_most", 365)),
        templates={ChannelName.EMAIL: "seasonal_offer.email", ChannelName.SMS: "seasonal_offer.sms"},
        wants_offer=True,
    ),
    Recipe(
        "feedback",
        "message-circle",
        campaign_type=OwnCampaignType.FEEDBACK,
        criteria=_of(Condition("last_order_days", "between", (3, 30))),
    ),
    Recipe(
        "followup",
        "message-square",
        campaign_type=OwnCampaignType.FOLLOWUP,
        criteria=_of(Condition("last_enquiry_days", "between", (3, 60)), Condition("last_order_days", "is_empty")),
    ),
    Recipe("new_arrivals", "sparkles", CampaignType.NEW_ARRIVALS),
    Recipe("back_in_stock", "package-check", CampaignType.BACK_IN_STOCK),
    Recipe("price_drop", "tag", CampaignType.PRICE_DROP),
    Recipe("loyalty_reward", "gift", CampaignType.LOYALTY_REWARD),
)

_ALSO_CALLED = {"winback": "we_miss_you", "promotional": "seasonal_offer"}
"""Other pages may ask by the kind of campaign."""

FROM_NOTHING = Recipe(OWN, "pencil", criteria=EVERYBODY)


def find_recipe(key: str) -> Recipe:
    """The recipe of that name; an unknown one is the campaign from nothing."""
    wanted = _ALSO_CALLED.get(key, key)
    return next((each for each in RECIPES if each.key == wanted), FROM_NOTHING)


def recipe_name(recipe: Recipe) -> str:
    """What it is called."""
    names = {
        "we_miss_you": translate("Recipes", "We miss you"),
        "second_purchase": translate("Recipes", "Second purchase"),
        "seasonal_offer": translate("Recipes", "Seasonal offer"),
        "feedback": translate("Recipes", "Ask for feedback"),
        "followup": translate("Recipes", "Follow-up"),
        "new_arrivals": translate("Recipes", "New arrivals"),
        "back_in_stock": translate("Recipes", "Back in stock"),
        "price_drop": translate("Recipes", "Price drop"),
        "loyalty_reward": translate("Recipes", "Loyalty reward"),
        OWN: translate("Recipes", "Something of your own"),
    }
    return names[recipe.key]


def plan_stem(recipe: Recipe) -> str:
    """How the name of a campaign that was made from it begins."""
    return translate("Recipes", "Campaign") if recipe.key == OWN else recipe_name(recipe)


def recipe_benefit(recipe: Recipe) -> str:
    """What it brings, in one line."""
    lines = {
        "we_miss_you": translate("Recipes", "A friendly hello brings back customers who have stopped buying."),
        "second_purchase": translate("Recipes", "Who buys twice usually stays: ask first-time buyers back in time."),
        "seasonal_offer": translate(
            "Recipes", "Christmas, spring, your birthday: an offer for everybody who buys here."
        ),
        "feedback": translate("Recipes", "One question after a purchase; answers show where customers are lost."),
        "followup": translate("Recipes", "Whoever asked and did not buy hears from you once more."),
        "new_arrivals": translate("Recipes", "Tells silent customers what is new in what they like to buy."),
        "back_in_stock": translate("Recipes", "Tells who waited for a product that it is there again."),
        "price_drop": translate("Recipes", "Tells who looked at a product that it costs less now."),
        "loyalty_reward": translate("Recipes", "Thanks your best customers with a code of their own."),
        OWN: translate("Recipes", "Your own customers, your own words, your own time."),
    }
    return lines[recipe.key]


def recipe_fits(recipe: Recipe) -> str:
    """Whom it is for."""
    lines = {
        "we_miss_you": translate("Recipes", "For everybody who stopped buying"),
        "second_purchase": translate("Recipes", "For customers with one order, two weeks to two months ago"),
        "seasonal_offer": translate("Recipes", "For everybody who bought in the last year"),
        "feedback": translate("Recipes", "For everybody who bought in the last month"),
        "followup": translate("Recipes", "For enquiries without an order"),
        OWN: translate("Recipes", "For whom you choose"),
    }
    return lines.get(recipe.key, translate("Recipes", "Works by itself, every day"))
