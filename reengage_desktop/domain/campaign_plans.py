"""A campaign as the owner plans it (C1, C16): what the wizard, a file and the command line say, read and checked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from reengage_desktop.domain import criteria as rules
from reengage_desktop.domain.criteria import EVERYBODY, Criteria, CriteriaRefused, nearest
from reengage_desktop.domain.moments import iso, parse_moment
from reengage_desktop.domain.vocabulary import ChannelName


class OwnCampaignType(StrEnum):
    """What a campaign of the owner's is about."""

    WINBACK = "winback"
    FOLLOWUP = "followup"
    PROMOTIONAL = "promotional"
    FEEDBACK = "feedback"


MULTI = "multi"
"""The outreach that tries several channels in the owner's order."""

OUTREACHES = (*(str(each) for each in ChannelName), MULTI)
LETTERS = "ABCDEFGH"
"""What the variants of a message are called, in their order."""

MOST_STEPS = 10
READ_ONLY = ("id", "status", "created_at", "started_at", "completed_at", "archived_at", "automatic")
"""What a campaign's JSON holds beside its plan."""


class CampaignRefused(ValueError):
    """A plan that can't be understood, or a campaign that can't be treated so; `faults` are sentences."""

    def __init__(self, *faults: str) -> None:
        super().__init__(" ".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class Step:
    """A further message, so many days after the one before it (C16); `template` None: what fits type and channel."""

    after_days: int
    channel: ChannelName
    template: str | None = None


@dataclass(frozen=True)
class Variant:
    """One of several wordings, and its share among all of them."""

    template: str
    share: int


@dataclass(frozen=True)
class CampaignPlan:
    """Everything that the owner decides about a campaign.

    `templates`: by channel, where `message_template` is not the one. `daily_limit` and `rate_limit_per_minute` 0: none.
    `leave_out_others`: nobody who is in another campaign of the owner that runs.
    """

    name: str
    campaign_type: OwnCampaignType
    outreach_method: str
    channels: tuple[ChannelName, ...]
    description: str | None = None
    target_criteria: Criteria = EVERYBODY
    message_template: str | None = None
    templates: Mapping[ChannelName, str] = field(default_factory=dict)
    call_script: str | None = None
    promotion: str | None = None
    scheduled_at: datetime | None = None
    rate_limit_per_minute: int = 0
    daily_limit: int = 0
    holdout_percent: int = 0
    leave_out_others: bool = True
    steps: tuple[Step, ...] = ()
    variants: tuple[Variant, ...] = ()

    @property
    def template_names(self) -> tuple[str, ...]:
        """Every template that is named somewhere, each once."""
        named = [self.message_template, *self.templates.values(), *(each.template for each in self.steps)]
        named += [each.template for each in self.variants]
        return tuple(dict.fromkeys(name for name in named if name))

    @property
    def lettered(self) -> dict[str, str]:
        """The template of each wording by its letter."""
        return {letter: each.template for letter, each in zip(LETTERS, self.variants, strict=False)}

    def as_payload(self, zone: ZoneInfo) -> dict[str, Any]:
        """The plan as JSON has it; `parse_plan` reads it back."""
        return {
            "name": self.name,
            "description": self.description,
            "campaign_type": self.campaign_type.value,
            "outreach_method": self.outreach_method,
            "channels": [channel.value for channel in self.channels],
            "target_criteria": rules.as_payload(self.target_criteria),
            "message_template": self.message_template,
            "templates": {channel.value: name for channel, name in self.templates.items()},
            "call_script": self.call_script,
            "promotion": self.promotion,
            "scheduled_at": iso(self.scheduled_at, zone),
            "rate_limit_per_minute": self.rate_limit_per_minute,
            "daily_limit": self.daily_limit,
            "holdout_percent": self.holdout_percent,
            "leave_out_others": self.leave_out_others,
            "steps": [
                {"after_days": each.after_days, "channel": each.channel.value, "template": each.template}
                for each in self.steps
            ],
            "variants": [{"template": each.template, "share": each.share} for each in self.variants],
        }


KEYS = (
    "name", "description", "campaign_type", "outreach_method", "channels", "target_criteria", "message_template",
    "templates", "call_script", "promotion", "scheduled_at", "rate_limit_per_minute", "daily_limit",
    "holdout_percent", "leave_out_others", "steps", "variants",
)  # fmt: skip


def parse_plan(payload: object, zone: ZoneInfo) -> CampaignPlan:
    """The plan in a payload; raises CampaignRefused with every fault at once. A naive moment is in the zone."""
    if not isinstance(payload, Mapping):
        raise CampaignRefused("A campaign is a JSON object such as {“name”: …, “campaign_type”: …}. Nothing was saved.")
    reader = _Reader(payload, zone)
    found = reader.read()
    if reader.faults:
        raise CampaignRefused(*reader.faults)
    return CampaignPlan(**found)


class _Reader:
    """Reads a payload key by key and collects what is wrong."""

    def __init__(self, payload: Mapping[Any, Any], zone: ZoneInfo) -> None:
        self.faults: list[str] = []
        self._payload = payload
        self._zone = zone

    def read(self) -> dict[str, Any]:
        """The plan's values by name, as far as they could be read."""
        for key in self._payload:
            if key in READ_ONLY:
                self.faults.append(f"“{key}” can't be set: the program keeps it.")
            elif key not in KEYS:
                self.faults.append(f"There is no “{key}” in a campaign. {nearest(str(key), KEYS)}")
        readings: dict[str, Callable[[Any], Any]] = {
            "name": _required_line, "description": _text, "campaign_type": _type, "outreach_method": _outreach,
            "channels": _channels, "target_criteria": rules.parse, "message_template": _text, "templates": _templates,
            "call_script": _text, "promotion": _text, "scheduled_at": self._moment,
            "rate_limit_per_minute": _whole(0, 100_000), "daily_limit": _whole(0, 1_000_000),
            "holdout_percent": _whole(0, 50), "leave_out_others": _switch, "steps": _steps, "variants": _variants,
        }  # fmt: skip
        found = {}
        for key, reading in readings.items():
            value = self._payload.get(key)
            try:
                found[key] = reading(value)
            except CriteriaRefused as refused:
                self.faults += [f"“target_criteria”: {fault}" for fault in refused.faults]
            except ValueError as fault:
                self.faults.append(f"“{key}” {fault}")
        if "outreach_method" in found and "channels" in found:
            self._agree(found)
        return found

    def _agree(self, found: dict[str, Any]) -> None:
        """Brings outreach and channels together: `multi` follows the channels, everything else is its own channel."""
        method, channels = found["outreach_method"], found["channels"]
        if method is None and channels:
            method = found["outreach_method"] = channels[0].value if len(channels) == 1 else MULTI
        if method is None:
            self.faults.append(f"“outreach_method” is missing. There are: {', '.join(OUTREACHES)}.")
        elif method == MULTI and not channels:
            self.faults.append("“channels” is missing: “multi” tries them in their order.")
        elif method != MULTI and channels not in ((), (ChannelName(method),)):
            self.faults.append(f"“channels” names others than “{method}”; with several, “outreach_method” is “multi”.")
        elif method != MULTI:
            found["channels"] = (ChannelName(method),)
        strange = [channel for channel in found.get("templates", ()) if channel not in found["channels"]]
        if strange and method is not None:
            self.faults.append(f"“templates” names {strange[0]}, which is none of the campaign's channels.")

    def _moment(self, value: Any) -> datetime | None:
        if value in (None, ""):
            return None
        try:
            return parse_moment(value, self._zone)
        except (TypeError, ValueError, OverflowError):
            raise ValueError(f"must be a moment such as 2026-11-27T09:00, not “{value}”.") from None


def _text(value: Any) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError("must be text.")  # noqa: TRY004 - one kind of fault for all
    return value.strip() or None


def _required_line(value: Any) -> str:
    found = _text(value)
    if found is None or len(found) > 200 or not found.isprintable():
        raise ValueError("must be one line of text: it is how you will find the campaign again.")
    return found


def _word(value: Any, known: tuple[str, ...]) -> str:
    if not isinstance(value, str) or value not in known:
        raise ValueError(f"must be one of {', '.join(known)}." if value is None else _unknown(value, known))
    return value


def _unknown(value: Any, known: tuple[str, ...]) -> str:
    return f"knows no “{value}”. {nearest(str(value), known)}"


def _type(value: Any) -> OwnCampaignType:
    return OwnCampaignType(_word(value, tuple(OwnCampaignType)))


def _outreach(value: Any) -> str | None:
    return None if value is None else _word(value, OUTREACHES)


def _channels(value: Any) -> tuple[ChannelName, ...]:
    names = [] if value is None else value
    if isinstance(names, str):
        names = [part.strip() for part in names.split(",") if part.strip()]
    if not isinstance(names, list | tuple):
        raise ValueError("must be a list of channels.")  # noqa: TRY004
    found = tuple(ChannelName(_word(each, tuple(ChannelName))) for each in names)
    if len(set(found)) != len(found):
        raise ValueError("names a channel twice.")
    return found


def _templates(value: Any) -> dict[ChannelName, str]:
    if value is None:
        return {}
    if not isinstance(value, Mapping) or not all(isinstance(name, str) for name in value.values()):
        raise ValueError("must name a template for a channel, such as {“sms”: “Autumn sale”}.")
    return {ChannelName(_word(channel, tuple(ChannelName))): name for channel, name in value.items()}


def _whole(low: int, high: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        if value is None:
            return 0
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError(f"must be a whole number from {low} to {high}, not “{value}”.")
        return value

    return read


def _switch(value: Any) -> bool:
    if value is None:
        return True
    if not isinstance(value, bool):
        raise ValueError("must be true or false.")  # noqa: TRY004
    return value


def _rows(value: Any, keys: tuple[str, ...], most: int) -> list[Mapping[str, Any]]:
    if value is None:
        return []
    if not isinstance(value, list | tuple) or len(value) > most:
        raise ValueError(f"must be a list of at most {most}.")
    for each in value:
        strange = [key for key in each if key not in keys] if isinstance(each, Mapping) else ["…"]
        if strange:
            raise ValueError(f"knows only {', '.join(keys)}, not “{strange[0]}”.")
    return list(value)


def _steps(value: Any) -> tuple[Step, ...]:
    found = []
    for number, each in enumerate(_rows(value, ("after_days", "channel", "template"), MOST_STEPS), 1):
        try:
            days = _whole(1, 365)(each.get("after_days") or 0)
            found.append(
                Step(days, ChannelName(_word(each.get("channel"), tuple(ChannelName))), _text(each.get("template")))
            )
        except ValueError as fault:
            raise ValueError(f"{number}: {fault}") from None
    return tuple(found)


def _variants(value: Any) -> tuple[Variant, ...]:
    rows = _rows(value, ("template", "share"), len(LETTERS))
    found = []
    for each in rows:
        template = _text(each.get("template"))
        if template is None:
            raise ValueError("need a template each.")
        found.append(Variant(template, _whole(1, 1000)(each.get("share", 1))))
    if len(found) == 1:
        raise ValueError("need at least two wordings to compare.")
    if len({each.template for each in found}) != len(found):
        raise ValueError("name a template twice.")
    return tuple(found)
