"""`campaigns …`: the five automatic ones are switched on and off, the owner's own have a life (C1 to C8)."""

from collections.abc import Callable
from typing import Any

from reengage_desktop.cli.answers import Answer, Stage
from reengage_desktop.cli.reading import read_json
from reengage_desktop.cli.saving import target_of
from reengage_desktop.cli.tables import counted, day_and_time, facts, table
from reengage_desktop.domain.campaign_results import RecipientStatus
from reengage_desktop.domain.vocabulary import CampaignType
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import campaigns, owner_campaigns
from reengage_desktop.jobs.tasks.campaigns import CampaignView
from reengage_desktop.jobs.tasks.own_campaign_views import Campaign, Recipients


def list_campaigns(shop: Shop, _arguments: Any, _stage: Stage) -> Answer:
    """Every campaign: the automatic ones, then the owner's own, the newest first."""
    automatic = [each.as_json() for each in campaigns.list_campaigns(shop).campaigns if each.row["is_automatic"]]
    own = []
    for each in owner_campaigns.list_campaigns(shop):
        summary = each.summary
        figures = {"sent": summary.sent, "recipients": summary.recipients, "converted": summary.converted}
        own.append({**each.campaign.as_json(), **figures})
    rows = [
        (each["id"], each["name"], each["campaign_type"], each["status"], each["automatic"], _progress(each))
        for each in [*automatic, *own]
    ]
    return Answer({"campaigns": [*automatic, *own]}, table(("id", "name", "type", "status", "automatic", "sent"), rows))


def create(shop: Shop, arguments: Any, stage: Stage) -> Answer:
    """Makes a draft from a JSON file."""
    return _shown(owner_campaigns.create(shop, read_json(arguments.file, stage)))


def edit(shop: Shop, arguments: Any, stage: Stage) -> Answer:
    """Changes the keys that a JSON file names."""
    return _shown(owner_campaigns.edit(shop, _own(shop, arguments), read_json(arguments.file, stage)))


def show(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """One campaign."""
    found = _find(shop, arguments.campaign)
    return _shown(found)


def review(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """What a start would do now."""
    campaign = owner_campaigns.get(shop, _own(shop, arguments))
    data = owner_campaigns.review(
        shop, campaign.plan.as_payload(campaign.zone), campaign.id, stop=shop.lanes.stopping
    ).as_json()
    shown = {**data, "left_out": _by_reason(data["left_out"]), "by_channel": _by_reason(data["by_channel"])}
    return Answer(data, facts((name.replace("_", " "), value) for name, value in shown.items()))


def start(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Starts a campaign: at once, or on its day."""
    return _begun(shop, owner_campaigns.start(shop, _own(shop, arguments), undo_s=0, stop=shop.lanes.stopping))


def run(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Runs a campaign now, and takes in whoever is meant by now."""
    return _begun(shop, owner_campaigns.run(shop, _own(shop, arguments), undo_s=0, stop=shop.lanes.stopping))


def pause(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Pauses a campaign; an automatic one is switched off."""
    return _switch(shop, arguments.campaign, owner_campaigns.pause, active=False)


def resume(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Lets a campaign go on; an automatic one is switched on."""
    return _switch(shop, arguments.campaign, owner_campaigns.resume, active=True)


def cancel(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Stops a campaign for good."""
    return _shown(owner_campaigns.cancel(shop, _own(shop, arguments)))


def take_back(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Undoes a start before anything has left, or takes a campaign off the calendar."""
    return _shown(owner_campaigns.take_back_start(shop, _own(shop, arguments)))


def duplicate(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """A draft like it."""
    return _shown(owner_campaigns.duplicate(shop, _own(shop, arguments)))


def archive(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Puts a campaign away."""
    return _shown(owner_campaigns.archive(shop, _own(shop, arguments)))


def unarchive(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Brings a campaign back into the list."""
    return _shown(owner_campaigns.unarchive(shop, _own(shop, arguments)))


def delete(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Deletes a campaign of which nothing ever went out."""
    campaign_id = _own(shop, arguments)
    owner_campaigns.delete(shop, campaign_id)
    return Answer({"id": campaign_id, "deleted": True}, "Deleted.")


def recipients(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Who is in a campaign, and where each stands."""
    campaign = owner_campaigns.get(shop, _own(shop, arguments))
    status = None if arguments.status is None else RecipientStatus(arguments.status)
    data = Recipients(owner_campaigns.recipients(shop, campaign.id, status), campaign.zone).as_json()
    rows = [
        (each["message_id"], each["customer"], each["channel"], each["step"], each["status"],
         day_and_time(each["sent_at"] or each["due_at"]), each["error"])
        for each in data["recipients"]
    ]  # fmt: skip
    text = table(("id", "customer", "channel", "step", "status", "when", "why"), rows)
    return Answer(data, f"{counted(data['total'], 'entry', 'entries')}\n{text}")


def results(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """What came of a campaign."""
    data = owner_campaigns.results(shop, _own(shop, arguments)).as_json()
    plain = {name: value for name, value in data.items() if not isinstance(value, dict)}
    text = facts((name.replace("_", " "), value) for name, value in plain.items())
    lines = [("left out and skipped", _by_reason(data["skipped"])), ("statuses", _by_reason(data["statuses"]))]
    groups = [
        (f"{kind} {name}", each["sent"], each["delivered"], each["answered"], each["converted"], each["revenue"])
        for kind in ("channel", "variant", "step")
        for name, each in data[f"by_{kind}"].items()
    ]
    parts = [text, facts(lines), table(("", "sent", "delivered", "answered", "came back", "money"), groups)]
    if data["verdict"] is not None:
        parts.append(f"Wordings: {data['verdict']['verdict']}.")
    return Answer(data, "\n\n".join(part for part in parts if part))


def export(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Saves the recipients as a CSV file."""
    file = owner_campaigns.export(shop, _own(shop, arguments), target_of(shop, arguments.out))
    return Answer({"file": str(file)}, f"Saved: {file}")


def _find(shop: Shop, reference: str) -> CampaignView | Campaign:
    """A campaign by its number or, for the automatic ones, its type."""
    automatic = [each for each in campaigns.list_campaigns(shop).campaigns if each.row["is_automatic"]]
    for each in automatic:
        if reference in (str(each.row["id"]), each.row["campaign_type"]):
            return each
    if reference.isdecimal():
        return owner_campaigns.get(shop, int(reference))
    known = ", ".join(each.row["campaign_type"] for each in automatic)
    raise Refused(f"There is no campaign “{reference}”. Nothing was done; name its number, or one of {known}.")


def _own(shop: Shop, arguments: Any) -> int:
    """The number of a campaign of the owner's own; raises Refused for an automatic one."""
    found = _find(shop, arguments.campaign)
    if isinstance(found, CampaignView):
        raise Refused(
            f"“{found.row['name']}” runs by itself: it can be paused and resumed, and its rules stand under "
            "“settings”. Nothing was changed."
        )
    return found.id


def _switch(shop: Shop, reference: str, change: Callable[[Shop, int], Campaign], *, active: bool) -> Answer:
    found = _find(shop, reference)
    if isinstance(found, Campaign):
        return _shown(change(shop, found.id))
    campaigns.set_active(shop, CampaignType(found.row["campaign_type"]), active=active)
    return _shown(_find(shop, reference))


def _begun(shop: Shop, campaign: Campaign) -> Answer:
    """The campaign, and for how many people there is a message and for how many there is none, by reason."""
    found = owner_campaigns.results(shop, campaign.id)
    skipped = {reason.value: count for reason, count in found.skipped.items()}
    data = {**campaign.as_json(), "recipients": found.recipients, "left_out": found.left_out, "skipped": skipped}
    return Answer(data, _text(data))


def _shown(found: CampaignView | Campaign) -> Answer:
    data = found.as_json()
    return Answer(data, _text(data))


def _text(data: dict[str, Any]) -> str:
    return facts((name.replace("_", " "), value) for name, value in data.items())


def _progress(each: dict[str, Any]) -> str:
    return f"{each['sent']} of {each['recipients']}" if "recipients" in each else "-"


def _by_reason(counts: dict[str, int]) -> list[str]:
    return [f"{count} {name}" for name, count in counts.items()]
