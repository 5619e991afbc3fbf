"""Why a customer was chosen for a message, in the words of the decision that is kept with it."""

from collections.abc import Mapping
from typing import Any

from reengage_desktop.domain.vocabulary import CampaignType
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.wording import translate


def reasons_of(decision: Mapping[str, Any], product: str | None, desk: Desk) -> list[str]:
    """Sentences, the deciding one first; empty where nothing was kept."""
    found = _occasion(decision, product, desk)
    days = decision.get("days_since_last_order")
    if isinstance(days, int):
        found.append(translate("Why", "Bought nothing for %Ln days.", "", days))
    worth = decision.get("lifetime_value_minor")
    if isinstance(worth, int) and worth > 0:
        found.append(translate("Why", "Has spent {amount} in all.").replace("{amount}", desk.money(worth)))
    before = decision.get("messages_before")
    if isinstance(before, int):
        found.append(
            translate("Why", "%Ln messages before this one since the last purchase.", "", before)
            if before
            else translate("Why", "The first message since the last purchase.")
        )
    code = decision.get("discount_code")
    if code:
        found.append(translate("Why", "Gets the code {code}, which nobody else has.").replace("{code}", str(code)))
    return found


def _occasion(decision: Mapping[str, Any], product: str | None, desk: Desk) -> list[str]:
    kind = decision.get("campaign_type")
    name = product or translate("Why", "a product")
    seen = decision.get("seen_at")
    when = desk.days_ago(seen) if isinstance(seen, int) else ""
    if kind == CampaignType.BACK_IN_STOCK:
        text = translate("Why", "Looked at “{product}” while it was sold out ({when}); it is there again.")
        return [text.replace("{product}", name).replace("{when}", when)]
    was, now = decision.get("was_minor"), decision.get("price_minor")
    if kind == CampaignType.PRICE_DROP and isinstance(was, int) and isinstance(now, int):
        text = translate("Why", "Looked at “{product}” for {was} ({when}); it costs {now} today.")
        text = text.replace("{product}", name).replace("{when}", when)
        return [text.replace("{was}", desk.money(was)).replace("{now}", desk.money(now))]
    if kind == CampaignType.NEW_ARRIVALS:
        return [translate("Why", "There is something new in a category that was bought from.")]
    if kind == CampaignType.LOYALTY_REWARD:
        return [translate("Why", "One of your best customers, and has no valid code.")]
    return []
