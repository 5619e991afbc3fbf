"""The owner's own campaigns as rows: kept, changed, moved from status to status, put away, deleted (C1, C4)."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from reengage_desktop.domain import criteria as rules
from reengage_desktop.domain.campaign_plans import CampaignPlan, CampaignRefused, OwnCampaignType, Step, Variant
from reengage_desktop.domain.campaign_states import CampaignStatus, CampaignStep, Halt, after
from reengage_desktop.domain.moments import from_stamp, stamp
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.store.database import Database
from reengage_desktop.store.outbox import expiry

_PLAN = (
    "name description campaign_type outreach_method channels target_criteria message_template templates call_script "
    "promotion scheduled_at rate_limit_per_minute daily_limit holdout_percent leave_out_others steps variants"
).split()
_COLUMNS = ("id", *_PLAN, "status", "created_at", "started_at", "chosen_at", "completed_at", "archived_at", "halts")
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM campaigns WHERE is_automatic = 0"


@dataclass(frozen=True)
class OwnCampaign:
    """One campaign of the owner's.

    `chosen_at`: when its last recipient was in the outbox, None before that. `halts`: when it stood still and went on
    again, the oldest first.
    """

    id: int
    plan: CampaignPlan
    status: CampaignStatus
    created_at: datetime
    started_at: datetime | None
    chosen_at: datetime | None
    completed_at: datetime | None
    archived_at: datetime | None
    halts: tuple[tuple[datetime, Halt], ...] = ()


def insert(db: Database, plan: CampaignPlan, now: datetime) -> OwnCampaign:
    """Keeps a new campaign as a draft."""
    values = {**_values(plan), "status": CampaignStatus.DRAFT, "created_at": stamp(now)}
    with db.write():
        campaign_id = db.insert(
            f"INSERT INTO campaigns ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
            tuple(values.values()),
        )
        return get(db, campaign_id)


def update(db: Database, campaign_id: int, plan: CampaignPlan) -> OwnCampaign:
    """Replaces a campaign's plan."""
    values = _values(plan)
    with db.write():
        db.run(
            f"UPDATE campaigns SET {', '.join(f'{name} = ?' for name in values)} WHERE id = ? AND is_automatic = 0",
            (*values.values(), campaign_id),
        )
        return get(db, campaign_id)


def get(db: Database, campaign_id: int) -> OwnCampaign:
    """One campaign, put away or not; raises CampaignRefused."""
    row = db.row(f"{_SELECT} AND id = ?", (campaign_id,))
    if row is None:
        raise CampaignRefused(
            f"There is no campaign of your own with the number {campaign_id}. Nothing was done; “campaigns list” names "
            "them all."
        )
    return _campaign(row)


def list_all(db: Database, *, archived: bool = False) -> list[OwnCampaign]:
    """The owner's campaigns, the newest first; those put away instead with `archived`."""
    rows = db.rows(f"{_SELECT} AND archived_at IS {'NOT ' if archived else ''}NULL ORDER BY id DESC")
    return [_campaign(row) for row in rows]


def list_in(db: Database, statuses: Sequence[CampaignStatus]) -> list[OwnCampaign]:
    """The campaigns in these statuses that are not put away, the oldest first."""
    rows = db.rows(
        f"{_SELECT} AND archived_at IS NULL AND status IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(list(statuses)),),
    )
    return [_campaign(row) for row in rows]


def move(db: Database, campaign_id: int, step: CampaignStep) -> OwnCampaign:
    """Takes a legal step inside the caller's transaction or one of its own; raises IllegalStep, CampaignRefused."""
    with db.write():
        found = get(db, campaign_id)
        db.run("UPDATE campaigns SET status = ? WHERE id = ?", (after(found.status, step), campaign_id))
        return get(db, campaign_id)


def begin(db: Database, campaign_id: int, now: datetime) -> OwnCampaign:
    """The start: the campaign runs from now on and its recipients are still to be chosen. Raises IllegalStep."""
    with db.write():
        move(db, campaign_id, CampaignStep.START)
        db.run("UPDATE campaigns SET started_at = ?, chosen_at = NULL WHERE id = ?", (stamp(now), campaign_id))
        return get(db, campaign_id)


def choose_again(db: Database, campaign_id: int) -> None:
    """Lets the recipients of a running campaign be chosen once more."""
    with db.write():
        db.run("UPDATE campaigns SET chosen_at = NULL WHERE id = ? AND is_automatic = 0", (campaign_id,))


def note_chosen(db: Database, campaign_id: int, now: datetime) -> None:
    """Remembers that everybody who was meant is in the outbox."""
    with db.write():
        db.run("UPDATE campaigns SET chosen_at = ? WHERE id = ?", (stamp(now), campaign_id))


def take_back(db: Database, campaign_id: int) -> int:
    """Undoes a start before anything left: a draft again, with nothing of it in the outbox. Gives how many waited.

    Raises CampaignRefused when a message is on its way or has gone; IllegalStep.
    """
    with db.write():
        if has_tried(db, campaign_id):
            raise CampaignRefused(
                "The first message has already left. It can't be called back; stop the campaign and nobody else gets "
                "one."
            )
        move(db, campaign_id, CampaignStep.TAKE_BACK)
        count = remove_messages(db, campaign_id)
        db.run("UPDATE campaigns SET started_at = NULL, chosen_at = NULL WHERE id = ?", (campaign_id,))
        return count


def cancel(db: Database, campaign_id: int, now: datetime) -> OwnCampaign:
    """Ends a campaign for good; what waits of it is cancelled in the same transaction. Raises IllegalStep."""
    with db.write():
        move(db, campaign_id, CampaignStep.CANCEL)
        db.run(
            "UPDATE outbox SET state = 'cancelled', reason = NULL, settled_at = ? "
            "WHERE campaign_id = ? AND state IN ('pending', 'held')",
            (stamp(now), campaign_id),
        )
        db.run("UPDATE campaigns SET completed_at = ? WHERE id = ?", (stamp(now), campaign_id))
        return get(db, campaign_id)


def pause(db: Database, campaign_id: int, now: datetime) -> OwnCampaign:
    """Stops a running campaign; what waits of it says so. Raises IllegalStep."""
    with db.write():
        move(db, campaign_id, CampaignStep.PAUSE)
        note_halt(db, campaign_id, Halt.PAUSED, now)
        db.run("UPDATE outbox SET reason = ? WHERE state = 'pending' AND campaign_id = ?", (Reason.PAUSED, campaign_id))
        return get(db, campaign_id)


def resume(db: Database, campaign_id: int, settings: Settings, now: datetime) -> OwnCampaign:
    """Lets a paused campaign go on; the time that it stood still is not counted against its messages."""
    with db.write():
        move(db, campaign_id, CampaignStep.RESUME)
        note_halt(db, campaign_id, Halt.RESUMED, now)
        late = stamp(now)
        db.run(
            "UPDATE outbox SET reason = NULL, expires_at = max(expires_at, ? + max(0, ? - due_at)) "
            "WHERE state = 'pending' AND campaign_id = ?",
            (stamp(expiry(now, settings)), late, campaign_id),
        )
        return get(db, campaign_id)


def note_halt(db: Database, campaign_id: int, what: Halt, now: datetime) -> None:
    """Remembers in the campaign's own history that it stands still, or goes on; inside the caller's transaction."""
    db.run(
        "UPDATE campaigns SET halts = json_insert(halts, '$[#]', json_array(?, ?)) WHERE id = ?",
        (stamp(now), what, campaign_id),
    )


def complete(db: Database, campaign_id: int, now: datetime) -> None:
    """Nothing of it can go any more."""
    with db.write():
        move(db, campaign_id, CampaignStep.COMPLETE)
        db.run("UPDATE campaigns SET completed_at = ? WHERE id = ?", (stamp(now), campaign_id))


def set_archived(db: Database, campaign_id: int, at: datetime | None) -> OwnCampaign:
    """Puts a campaign away, or (None) back among the others."""
    with db.write():
        db.run(
            "UPDATE campaigns SET archived_at = ? WHERE id = ? AND is_automatic = 0",
            (None if at is None else stamp(at), campaign_id),
        )
        return get(db, campaign_id)


def has_tried(db: Database, campaign_id: int) -> bool:
    """Whether a message of the campaign was ever handed to a provider, or is being handed over."""
    found = db.value(
        "SELECT 1 FROM outbox WHERE campaign_id = ? AND (attempts > 0 OR claimed_at IS NOT NULL "
        "OR state NOT IN ('pending', 'held', 'skipped', 'cancelled')) LIMIT 1",
        (campaign_id,),
    )
    return found is not None


def delete(db: Database, campaign_id: int) -> None:
    """Removes a campaign of which no message ever left, with everything that it had prepared.

    Raises CampaignRefused otherwise: what customers got stays in the history.
    """
    with db.write():
        found = get(db, campaign_id)
        if found.status in (CampaignStatus.ACTIVE, CampaignStatus.PAUSED):
            raise CampaignRefused("The campaign is running. Nothing was deleted; stop it first.")
        if has_tried(db, campaign_id):
            raise CampaignRefused(
                "Messages of this campaign have gone out: what customers got stays in the history. Nothing was "
                "deleted; archive the campaign instead."
            )
        remove_messages(db, campaign_id)
        db.run("DELETE FROM campaigns WHERE id = ? AND is_automatic = 0", (campaign_id,))


def remove_messages(db: Database, campaign_id: int) -> int:
    """Takes everything of a campaign out of the outbox, and the codes that it had made; gives how many had waited."""
    waiting = int(
        db.value("SELECT count(*) FROM outbox WHERE campaign_id = ? AND state IN ('pending', 'held')", (campaign_id,))
    )
    mine = "(SELECT id FROM outbox WHERE campaign_id = ?)"
    db.run(f"UPDATE discount_codes SET outbox_id = NULL WHERE outbox_id IN {mine}", (campaign_id,))
    db.run("DELETE FROM outbox WHERE campaign_id = ?", (campaign_id,))
    return waiting


CUT_OFF = timedelta(minutes=10)
"""A start that has not ended after so long was cut off, or whoever does it does not mind help."""


def find_due(db: Database, now: datetime) -> list[int]:
    """The scheduled campaigns whose moment has come, and running ones whose start was cut off; the oldest first."""
    rows = db.rows(
        "SELECT id FROM campaigns WHERE is_automatic = 0 AND archived_at IS NULL AND "
        "((status = 'scheduled' AND coalesce(scheduled_at, 0) <= ?) "
        "OR (status = 'active' AND chosen_at IS NULL AND started_at <= ?)) "
        "ORDER BY coalesce(scheduled_at, started_at), id",
        (stamp(now), stamp(now - CUT_OFF)),
    )
    return [campaign_id for (campaign_id,) in rows]


def _values(plan: CampaignPlan) -> dict[str, Any]:
    return {
        "name": plan.name,
        "description": plan.description,
        "campaign_type": plan.campaign_type,
        "outreach_method": plan.outreach_method,
        "channels": json.dumps(plan.channels),
        "target_criteria": json.dumps(rules.as_payload(plan.target_criteria), ensure_ascii=False),
        "message_template": plan.message_template,
        "templates": json.dumps(dict(plan.templates), ensure_ascii=False),
        "call_script": plan.call_script,
        "promotion": plan.promotion,
        "scheduled_at": None if plan.scheduled_at is None else stamp(plan.scheduled_at),
        "rate_limit_per_minute": plan.rate_limit_per_minute,
        "daily_limit": plan.daily_limit,
        "holdout_percent": plan.holdout_percent,
        "leave_out_others": int(plan.leave_out_others),
        "steps": json.dumps([asdict(each) for each in plan.steps], ensure_ascii=False),
        "variants": json.dumps([asdict(each) for each in plan.variants], ensure_ascii=False),
    }


def _campaign(row: Sequence[Any]) -> OwnCampaign:
    values = dict(zip(_COLUMNS, row, strict=True))
    plan = CampaignPlan(
        name=values["name"],
        campaign_type=OwnCampaignType(values["campaign_type"]),
        outreach_method=values["outreach_method"],
        channels=tuple(ChannelName(each) for each in json.loads(values["channels"])),
        description=values["description"],
        target_criteria=rules.parse(json.loads(values["target_criteria"])),
        message_template=values["message_template"],
        templates={ChannelName(channel): name for channel, name in json.loads(values["templates"]).items()},
        call_script=values["call_script"],
        promotion=values["promotion"],
        scheduled_at=_moment(values["scheduled_at"]),
        rate_limit_per_minute=values["rate_limit_per_minute"] or 0,
        daily_limit=values["daily_limit"],
        holdout_percent=values["holdout_percent"],
        leave_out_others=bool(values["leave_out_others"]),
        steps=tuple(
            Step(each["after_days"], ChannelName(each["channel"]), each["template"])
            for each in json.loads(values["steps"])
        ),
        variants=tuple(Variant(**each) for each in json.loads(values["variants"])),
    )
    moments = {name: _moment(values[name]) for name in ("started_at", "chosen_at", "completed_at", "archived_at")}
    halts = tuple((from_stamp(at), Halt(what)) for at, what in json.loads(values["halts"]))
    return OwnCampaign(
        values["id"], plan, CampaignStatus(values["status"]), from_stamp(values["created_at"]), **moments, halts=halts
    )


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else from_stamp(seconds)
