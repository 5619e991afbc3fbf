"""A message that somebody has decided on and written, before the outbox takes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.vocabulary import ChannelName

WHOLE = "0"
"""The part of a message that goes out on one channel only; with all channels asked for, the part is the channel."""


@dataclass(frozen=True)
class Draft:
    """One message for one person on one occasion.

    `decision` is why she gets it, kept with the row. `price_minor` is the price that the text names (price drop),
    `due_at` the moment from which it may go (None: at once), `patience_s` how much later than usual it may still go:
    the campaign's own pace makes it wait. `needs_approval`: the owner looks at it first.
    """

    campaign_id: int
    campaign_type: str
    customer_id: int
    channel: ChannelName
    address: str
    content: Content
    occasion: str = ""
    step: int = 0
    part: str = WHOLE
    decision: Mapping[str, Any] = field(default_factory=dict)
    product_id: int | None = None
    code_id: int | None = None
    price_minor: int | None = None
    is_automatic: bool = True
    needs_approval: bool = True
    due_at: datetime | None = None
    patience_s: int = 0
    variant: str | None = None

    @property
    def touch(self) -> str:
        """The occasion that the caps count once, whatever the channels."""
        return f"{self.campaign_id}:{self.customer_id}:{self.occasion}:{self.step}"
