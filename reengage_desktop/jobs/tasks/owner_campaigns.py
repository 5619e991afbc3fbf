"""The owner's own campaigns (C1 to C8): make, change, look at, start, pause, stop, copy, put away; the clock's part."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from reengage_desktop.channels.registry import availability
from reengage_desktop.domain.campaign_plans import KEYS, READ_ONLY, CampaignPlan, CampaignRefused, parse_plan
from reengage_desktop.domain.campaign_results import CampaignResults, RecipientRow, RecipientStatus
from reengage_desktop.domain.campaign_states import EDITABLE, RUNNING, CampaignStatus, CampaignStep, IllegalStep, after
from reengage_desktop.domain.judging import Lift
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.reviews import Review
from reengage_desktop.domain.sheets import csv_text
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.engine.campaigning import advancing, starting
from reengage_desktop.engine.campaigning.reviewing import find_stops
from reengage_desktop.engine.campaigning.reviewing import review as look
from reengage_desktop.engine.campaigning.wording import Wording, unknown_templates
from reengage_desktop.engine.selecting import Selector
from reengage_desktop.jobs.events import CampaignsChanged, QueueChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks.own_campaign_views import Campaign, CampaignRow, Recipients
from reengage_desktop.store import campaign_results, comparing, customers, owner_campaigns, sequences
from reengage_desktop.store.campaign_results import Summary
from reengage_desktop.store.owner_campaigns import OwnCampaign
from reengage_desktop.store.whole_files import written_whole

Stop = Callable[[], bool] | None
Tell = Callable[[int, int], None] | None

_WHILE_RUNNING = frozenset({"name", "description", "rate_limit_per_minute", "daily_limit"})


def list_campaigns(shop: Shop, *, archived: bool = False) -> list[CampaignRow]:
    """The owner's campaigns, the newest first, with how far each is."""
    settings = shop.settings()
    with shop.db.snapshot():
        summaries = campaign_results.list_summaries(shop.db, settings)
        return [
            CampaignRow(Campaign(each, settings.zone), summaries.get(each.id, Summary()), _undo_until(shop, each))
            for each in owner_campaigns.list_all(shop.db, archived=archived)
        ]


def get(shop: Shop, campaign_id: int) -> Campaign:
    """One campaign; raises CampaignRefused."""
    return Campaign(owner_campaigns.get(shop.db, campaign_id), shop.settings().zone)


def create(shop: Shop, payload: Mapping[str, Any]) -> Campaign:
    """Makes a draft of C1's keys; raises CampaignRefused with every fault at once."""
    return _told(shop, owner_campaigns.insert(shop.db, _parsed(shop, payload), shop.now()))


def edit(shop: Shop, campaign_id: int, payload: Mapping[str, Any]) -> Campaign:
    """Changes the keys that the payload names; raises CampaignRefused with every fault at once.

    A campaign that runs keeps its people and texts: only its name, description and pace can be changed.
    """
    with shop.db.write():
        campaign = get(shop, campaign_id)
        known = campaign.as_json()
        changes = {key: value for key, value in payload.items() if key not in READ_ONLY or value != known.get(key)}
        changes = {key: value for key, value in changes.items() if key not in KEYS or value != known[key]}
        _refuse_change(campaign, changes)
        plan = _parsed(shop, {**campaign.plan.as_payload(campaign.zone), **changes})
        if campaign.status is CampaignStatus.SCHEDULED and plan.scheduled_at is None:
            owner_campaigns.move(shop.db, campaign_id, CampaignStep.TAKE_BACK)
        return _told(shop, owner_campaigns.update(shop.db, campaign_id, plan))


def review(
    shop: Shop, payload: Mapping[str, Any], campaign_id: int | None = None, *, stop: Stop = None, tell: Tell = None
) -> Review:
    """What a start would do at this moment; nothing is written. Raises CampaignRefused for a faulty payload."""
    return look(_selector(shop), _parsed(shop, payload), campaign_id, stop=stop, tell=tell)


def compared(shop: Shop, payload: Mapping[str, Any], channel: ChannelName) -> tuple[str, ...]:
    """The letters of the texts that a plan compares on a channel, or none; raises CampaignRefused."""
    return Wording(shop.db, _parsed(shop, payload), shop.settings(), shop.now()).letters(channel)


def preview(
    shop: Shop,
    payload: Mapping[str, Any],
    customer_id: int,
    channel: ChannelName,
    step: int = 0,
    letter: str | None = None,
) -> Content:
    """What one customer would read; raises CampaignRefused, MissingField and CannotCompose.

    `letter`: which of the texts that are compared; without it the one that falls to the customer.
    """
    plan = _parsed(shop, payload)
    customer = customers.get(shop.db, customer_id)
    further = plan.steps[step - 1] if step else None
    return Wording(shop.db, plan, shop.settings(), shop.now()).write(customer, channel, further, letter).content


def start(
    shop: Shop, campaign_id: int, *, undo_s: int = starting.UNDO_S, stop: Stop = None, tell: Tell = None
) -> Campaign:
    """Starts a campaign: at once, or on its day where that lies ahead; a start that was cut off goes on.

    No message leaves for `undo_s` seconds: `take_back_start` undoes it without a trace. Raises CampaignRefused with
    everything that keeps it from starting, and IllegalStep.
    """
    stored = owner_campaigns.get(shop.db, campaign_id)
    if stored.status is not CampaignStatus.ACTIVE or stored.chosen_at is not None:
        scheduled_at = stored.plan.scheduled_at
        if stored.status is CampaignStatus.DRAFT and scheduled_at is not None and scheduled_at > shop.now():
            _refuse_stops(shop, stored, CampaignStep.SCHEDULE)
            _refuse_put_away(stored)
            return _told(shop, owner_campaigns.move(shop.db, campaign_id, CampaignStep.SCHEDULE))
        _begin(shop, stored)
    return _filled(shop, campaign_id, undo_s, stop, tell)


def run(
    shop: Shop, campaign_id: int, *, undo_s: int = starting.UNDO_S, stop: Stop = None, tell: Tell = None
) -> Campaign:
    """Runs a campaign now: a draft or scheduled one starts, a running one takes in whoever is meant by now (C4)."""
    stored = owner_campaigns.get(shop.db, campaign_id)
    if stored.status is CampaignStatus.ACTIVE:
        owner_campaigns.choose_again(shop.db, campaign_id)
    else:
        _begin(shop, stored)
    return _filled(shop, campaign_id, undo_s, stop, tell)


def take_back_start(shop: Shop, campaign_id: int) -> Campaign:
    """Undoes a start while no message has left, or takes a scheduled campaign off the calendar: a draft again.

    Raises CampaignRefused once the first message is on its way, and IllegalStep.
    """
    owner_campaigns.take_back(shop.db, campaign_id)
    return _told(shop, owner_campaigns.get(shop.db, campaign_id))


def call_off(shop: Shop, campaign_id: int) -> Campaign:
    """Ends a start that the owner stopped: a draft again, or paused where a message has left already.

    A campaign of which everything has left by then stays as it is.
    """
    try:
        return take_back_start(shop, campaign_id)
    except (CampaignRefused, IllegalStep):
        found = get(shop, campaign_id)
        return pause(shop, campaign_id) if found.status is CampaignStatus.ACTIVE else found


def pause(shop: Shop, campaign_id: int) -> Campaign:
    """Stops a running campaign until `resume`; no call is made after the one in flight. Raises IllegalStep."""
    return _told(shop, owner_campaigns.pause(shop.db, campaign_id, shop.now()))


def resume(shop: Shop, campaign_id: int) -> Campaign:
    """Lets a paused campaign go on. Raises IllegalStep."""
    return _told(shop, owner_campaigns.resume(shop.db, campaign_id, shop.settings(), shop.now()))


def cancel(shop: Shop, campaign_id: int) -> Campaign:
    """Stops a campaign for good; what waits of it never goes. Raises IllegalStep."""
    return _told(shop, owner_campaigns.cancel(shop.db, campaign_id, shop.now()))


def duplicate(shop: Shop, campaign_id: int) -> Campaign:
    """A draft like it, without its recipients and its day."""
    plan = owner_campaigns.get(shop.db, campaign_id).plan
    taken = {each.plan.name for each in owner_campaigns.list_all(shop.db)}
    copy = replace(plan, name=_free_name(plan.name, taken), scheduled_at=None)
    return _told(shop, owner_campaigns.insert(shop.db, copy, shop.now()))


def archive(shop: Shop, campaign_id: int) -> Campaign:
    """Puts a campaign away; raises CampaignRefused while it runs or waits for its day."""
    stored = owner_campaigns.get(shop.db, campaign_id)
    if stored.status in RUNNING or stored.status is CampaignStatus.SCHEDULED:
        raise CampaignRefused("The campaign is not over yet. Nothing was changed; stop it first.")
    return _told(shop, owner_campaigns.set_archived(shop.db, campaign_id, shop.now()))


def unarchive(shop: Shop, campaign_id: int) -> Campaign:
    """Brings a campaign that was put away back into the list."""
    return _told(shop, owner_campaigns.set_archived(shop.db, campaign_id, None))


def delete(shop: Shop, campaign_id: int) -> None:
    """Deletes a campaign of which no message ever left; raises CampaignRefused otherwise."""
    owner_campaigns.delete(shop.db, campaign_id)
    shop.events.publish(CampaignsChanged())
    shop.events.publish(QueueChanged())


def recipients(
    shop: Shop, campaign_id: int, state: RecipientStatus | None = None, reason: Reason | None = None
) -> list[RecipientRow]:
    """Everybody of a campaign by person and step; raises CampaignRefused."""
    ids = recipient_ids(shop, campaign_id, state, reason)
    return campaign_results.recipient_rows(shop.db, ids, shop.now())


def recipient_ids(
    shop: Shop, campaign_id: int, state: RecipientStatus | None = None, reason: Reason | None = None
) -> list[int]:
    """The same as ids of messages, for a table that fetches its rows page by page (`recipient_rows`)."""
    owner_campaigns.get(shop.db, campaign_id)
    return campaign_results.list_recipient_ids(shop.db, campaign_id, shop.now(), state, reason)


def recipient_rows(shop: Shop, ids: list[int]) -> list[RecipientRow]:
    """The rows of these messages, in their order."""
    return campaign_results.recipient_rows(shop.db, ids, shop.now())


def came_back(shop: Shop, campaign_id: int, limit: int = 200) -> list[RecipientRow]:
    """Who ordered after a message, the newest order first."""
    ids = campaign_results.list_came_back(shop.db, campaign_id, limit)
    return campaign_results.recipient_rows(shop.db, ids, shop.now())


def written_ids(shop: Shop, campaign_id: int) -> list[int]:
    """The messages of a campaign that have words, the last sent one first."""
    return campaign_results.list_written(shop.db, campaign_id)


def results(shop: Shop, campaign_id: int) -> CampaignResults:
    """What came of a campaign so far (C3); raises CampaignRefused."""
    plan = owner_campaigns.get(shop.db, campaign_id).plan
    with shop.db.snapshot():
        return campaign_results.find_results(shop.db, campaign_id, shop.settings(), shop.now(), plan.lettered)


def lift(shop: Shop, campaign_id: int) -> Lift | None:
    """What the messages did beside the control group, so far; None without one."""
    return comparing.find_campaign_lift(shop.db, shop.settings(), campaign_id)


def export(shop: Shop, campaign_id: int, target: Path) -> Path:
    """Writes the recipients with all that is known of each into a CSV file whose cells do nothing by themselves."""
    shown = Recipients(recipients(shop, campaign_id), shop.settings().zone).as_json()["recipients"]
    header = list(shown[0]) if shown else ["customer"]
    text = csv_text(header, [["" if value is None else str(value) for value in row.values()] for row in shown])
    with written_whole(target, "utf-8-sig") as stream:
        stream.write(text)
    return target


def has_work(shop: Shop) -> bool:
    """Whether a campaign of the owner is to start, to go on or to end now."""
    return sequences.has_work(shop.db, shop.settings(), shop.now())


def advance(shop: Shop, stop: Stop = None) -> dict[str, int]:
    """The clock's part: due campaigns start, further messages are queued, finished ones end; counts what was done."""
    if not has_work(shop):
        return {}
    done = advancing.advance(_selector(shop), stop=stop).as_json()
    if done:
        shop.events.publish(CampaignsChanged())
        shop.events.publish(QueueChanged())
    return done


def _selector(shop: Shop) -> Selector:
    settings = shop.settings()
    return Selector.of(shop.db, settings, availability(settings, shop.secrets), shop.now())


def _parsed(shop: Shop, payload: Mapping[str, Any]) -> CampaignPlan:
    """The plan in a payload, its templates looked up; raises CampaignRefused with all faults of both."""
    kept = {key: value for key, value in payload.items() if key != "automatic" or value is not False}
    plan = parse_plan(kept, shop.settings().zone)
    unknown = unknown_templates(shop.db, plan)
    if unknown:
        raise CampaignRefused(*unknown)
    return plan


def _refuse_change(campaign: Campaign, changes: Mapping[str, Any]) -> None:
    if campaign.status in EDITABLE or not changes:
        return
    fixed = sorted(set(changes) - _WHILE_RUNNING)
    if campaign.status not in RUNNING:
        raise CampaignRefused("The campaign is over and stays as it was. Duplicate it to send something like it again.")
    if fixed:
        raise CampaignRefused(
            f"The campaign has started: {', '.join(fixed)} can't be changed any more. Nothing was changed; its name, "
            "description and pace can be, and a duplicate can say something else."
        )


def _refuse_stops(shop: Shop, stored: OwnCampaign, step: CampaignStep) -> None:
    after(stored.status, step)
    stops = find_stops(_selector(shop), stored.plan)
    if stops:
        raise CampaignRefused("The campaign was not started and nobody was written to.", *map(str, stops))


def _refuse_put_away(stored: OwnCampaign) -> None:
    if stored.archived_at is not None:
        raise CampaignRefused("The campaign was put away. Nothing was started; bring it back first.")


def _begin(shop: Shop, stored: OwnCampaign) -> None:
    _refuse_stops(shop, stored, CampaignStep.START)
    _refuse_put_away(stored)
    owner_campaigns.begin(shop.db, stored.id, shop.now())


def _filled(shop: Shop, campaign_id: int, undo_s: int, stop: Stop, tell: Tell) -> Campaign:
    starting.fill(_selector(shop), campaign_id, undo_s=undo_s, stop=stop, tell=tell)
    return _told(shop, owner_campaigns.get(shop.db, campaign_id))


def _told(shop: Shop, stored: OwnCampaign) -> Campaign:
    shop.events.publish(CampaignsChanged())
    shop.events.publish(QueueChanged())
    return Campaign(stored, shop.settings().zone)


def _undo_until(shop: Shop, stored: OwnCampaign) -> datetime | None:
    """Until when the start can be taken back: the owner's half minute, while nothing has left."""
    if stored.status is not CampaignStatus.ACTIVE or stored.started_at is None:
        return None
    until = stored.started_at + starting.UNDO
    return until if shop.now() < until and not owner_campaigns.has_tried(shop.db, stored.id) else None


def _free_name(name: str, taken: set[str]) -> str:
    number = 2
    while f"{name} ({number})" in taken:
        number += 1
    return f"{name} ({number})"
