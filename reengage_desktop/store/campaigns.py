"""The five automatic campaigns as the owner switches them."""

import json
from dataclasses import dataclass
from typing import Any

from reengage_desktop.domain.vocabulary import CampaignType
from reengage_desktop.store.database import Database
from reengage_desktop.store.templates import look_at_lapsed_again


@dataclass(frozen=True)
class AutomaticCampaign:
    """One of the five (A1). `template`: the owner's own choice, None for what fits type, channel and language."""

    id: int
    campaign_type: CampaignType
    name: str
    status: str
    template: str | None

    @property
    def is_active(self) -> bool:
        """Whether it is switched on."""
        return self.status == "active"


def list_automatic(db: Database) -> list[AutomaticCampaign]:
    """The five automatic campaigns in the order in which the best type is chosen."""
    rows = db.rows("SELECT id, campaign_type, name, status, message_template FROM campaigns WHERE is_automatic = 1")
    found = [AutomaticCampaign(row[0], CampaignType(row[1]), *row[2:]) for row in rows]
    return sorted(found, key=lambda campaign: list(CampaignType).index(campaign.campaign_type))


def get_automatic(db: Database, campaign_type: CampaignType) -> AutomaticCampaign:
    """One of the five."""
    return next(campaign for campaign in list_automatic(db) if campaign.campaign_type is campaign_type)


def set_active(db: Database, campaign_type: CampaignType, *, active: bool) -> bool:
    """Switches an automatic campaign on or off; True when that changed something.

    Everybody who was silent is looked at again: another type may be the best one now.
    """
    status = "active" if active else "paused"
    with db.write():
        changed = db.run(
            "UPDATE campaigns SET status = ? WHERE is_automatic = 1 AND campaign_type = ? AND status <> ?",
            (status, campaign_type, status),
        )
        if changed:
            look_at_lapsed_again(db)
    return changed > 0


def set_template(db: Database, campaign_type: CampaignType, template: str | None) -> None:
    """Names the template that an automatic campaign uses on the template's channel; None for the usual choice."""
    with db.write():
        db.run(
            "UPDATE campaigns SET message_template = ? WHERE is_automatic = 1 AND campaign_type = ?",
            (template, campaign_type),
        )
        look_at_lapsed_again(db)


_ALL = (
    "id name description campaign_type outreach_method channels target_criteria message_template call_script "
    "scheduled_at rate_limit_per_minute holdout_percent steps variants status created_at started_at "
    "completed_at is_automatic"
).split()
_JSON = ("channels", "target_criteria", "steps", "variants")


def list_rows(db: Database) -> list[dict[str, Any]]:
    """Every campaign that is not archived with all its columns, the automatic ones first; lists and criteria parsed."""
    rows = db.rows(f"SELECT {', '.join(_ALL)} FROM campaigns WHERE archived_at IS NULL ORDER BY is_automatic DESC, id")
    found = [dict(zip(_ALL, row, strict=True)) for row in rows]
    for values in found:
        values |= {name: json.loads(values[name]) for name in _JSON}
    return found
