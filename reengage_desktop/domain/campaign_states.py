"""What may become of a campaign that the owner made (C1): its statuses and the only steps between them."""

from enum import StrEnum


class CampaignStatus(StrEnum):
    """Where a campaign stands."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class CampaignStep(StrEnum):
    """What is done to a campaign: by the owner, by the clock (start, complete), by the circuit breaker (pause)."""

    SCHEDULE = "schedule"
    START = "start"
    TAKE_BACK = "take_back"
    PAUSE = "pause"
    RESUME = "resume"
    CANCEL = "cancel"
    COMPLETE = "complete"


class Halt(StrEnum):
    """What kept a campaign from going on, or let it: the owner paused it, too many refusals did, it was resumed."""

    PAUSED = "paused"
    REFUSED = "refused"
    RESUMED = "resumed"


class IllegalStep(Exception):
    """A campaign in this status can't be treated so; the text is the sentence for the owner."""


_S = CampaignStatus

TRANSITIONS: dict[tuple[CampaignStatus, CampaignStep], CampaignStatus] = {
    (_S.DRAFT, CampaignStep.SCHEDULE): _S.SCHEDULED,
    (_S.DRAFT, CampaignStep.START): _S.ACTIVE,
    (_S.SCHEDULED, CampaignStep.START): _S.ACTIVE,
    (_S.SCHEDULED, CampaignStep.TAKE_BACK): _S.DRAFT,
    (_S.SCHEDULED, CampaignStep.CANCEL): _S.CANCELLED,
    (_S.ACTIVE, CampaignStep.TAKE_BACK): _S.DRAFT,
    (_S.ACTIVE, CampaignStep.PAUSE): _S.PAUSED,
    (_S.ACTIVE, CampaignStep.CANCEL): _S.CANCELLED,
    (_S.ACTIVE, CampaignStep.COMPLETE): _S.COMPLETED,
    (_S.PAUSED, CampaignStep.RESUME): _S.ACTIVE,
    (_S.PAUSED, CampaignStep.CANCEL): _S.CANCELLED,
}
"""Every legal step; what is not here is refused. Taking a start back is legal only while no message has left."""

EDITABLE = frozenset({_S.DRAFT, _S.SCHEDULED})
"""Everything about the campaign can still be changed; later only its name, its description and its pace."""

RUNNING = frozenset({_S.ACTIVE, _S.PAUSED})
"""It has recipients to whom something may still go."""

ENDED = frozenset({_S.COMPLETED, _S.CANCELLED})
"""Nothing will go any more."""

_SENTENCES = {
    CampaignStep.SCHEDULE: "can't be put on the calendar",
    CampaignStep.START: "can't be started",
    CampaignStep.TAKE_BACK: "can't be taken back",
    CampaignStep.PAUSE: "can't be paused",
    CampaignStep.RESUME: "can't be resumed",
    CampaignStep.CANCEL: "can't be stopped",
    CampaignStep.COMPLETE: "can't be finished",
}
_STANDINGS = {
    _S.DRAFT: "it is a draft",
    _S.SCHEDULED: "it waits for its day",
    _S.ACTIVE: "it is running",
    _S.PAUSED: "it is paused",
    _S.COMPLETED: "it is finished",
    _S.CANCELLED: "it was stopped for good",
}


def after(status: CampaignStatus, step: CampaignStep) -> CampaignStatus:
    """The status that a step leads to; raises IllegalStep."""
    found = TRANSITIONS.get((status, step))
    if found is None:
        possible = ", ".join(sorted(each for each in CampaignStep if (status, each) in TRANSITIONS)) or "nothing"
        raise IllegalStep(
            f"The campaign {_SENTENCES[step]}: {_STANDINGS[status]}. Nothing was changed and nothing is sent because "
            f"of this; possible now: {possible.replace('_', ' ')}."
        )
    return found
