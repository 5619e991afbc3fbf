"""The last look before a campaign starts (ux.md 4, page 5): who gets it, who does not and why, what it costs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from reengage_desktop.domain.money import Money
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ChannelName, Reason


@dataclass(frozen=True)
class Review:
    """What a start at this moment would do; nothing is written for it.

    `matching` = `will_get` and everybody left out. `sms_parts`: of all texts together. `cost`: None where a price is
    not known. `finishes_on`: the shop's day of the last message, further ones included; None when nobody gets one.
    `warnings` don't keep the campaign from starting, `stops` do.
    """

    will_get_ids: tuple[int, ...] = ()
    left_out_ids: Mapping[Reason, tuple[int, ...]] = field(default_factory=dict)
    by_channel: Mapping[ChannelName, int] = field(default_factory=dict)
    channel_of: Mapping[int, ChannelName] = field(default_factory=dict)
    sms_parts: int = 0
    cost: Money | None = None
    finishes_on: date | None = None
    warnings: tuple[Sentence, ...] = ()
    stops: tuple[Sentence, ...] = ()

    @property
    def will_get(self) -> int:
        """How many get the message."""
        return len(self.will_get_ids)

    @property
    def left_out(self) -> dict[Reason, int]:
        """How many do not, by reason."""
        return {reason: len(ids) for reason, ids in self.left_out_ids.items()}

    @property
    def matching(self) -> int:
        """How many the criteria pick."""
        return self.will_get + sum(self.left_out.values())

    def as_json(self) -> dict[str, Any]:
        """The counts and sentences, for the command line."""
        return {
            "matching": self.matching,
            "will_get": self.will_get,
            "left_out": {reason.value: count for reason, count in self.left_out.items()},
            "by_channel": {channel.value: count for channel, count in self.by_channel.items()},
            "sms_parts": self.sms_parts,
            "cost": None if self.cost is None else str(self.cost),
            "finishes_on": None if self.finishes_on is None else self.finishes_on.isoformat(),
            "warnings": [str(each) for each in self.warnings],
            "stops": [str(each) for each in self.stops],
        }
