"""A customer as the rest of the program sees her, and the ways she can be reached."""

from dataclasses import dataclass, field
from datetime import datetime

from reengage_desktop.domain.vocabulary import ChannelName

ADDRESS_KINDS: dict[ChannelName, str] = {
    ChannelName.EMAIL: "email",
    ChannelName.SMS: "phone",
    ChannelName.WHATSAPP: "phone",
    ChannelName.CALL: "phone",
    ChannelName.WALLET: "wallet",
    ChannelName.PUSH: "push",
}
"""Which kind of address each channel writes to; suppression is kept by kind of address."""

HELD_BACK = -1
"""Instead of yes or no: a file says something else of her consent; no word for everybody in it speaks for her."""


@dataclass(frozen=True)
class Customer:
    """One person: addresses, what she agreed to, and the facts kept in step with her orders.

    `consent` is the ledger's last word per channel: True, False, or None where nothing was ever said. An address state
    is None when good, else `bounced`, `invalid` or `shared`.
    """

    id: int
    name: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    phone: str | None = None
    external_ids: tuple[str, ...] = ()
    country: str | None = None
    city: str | None = None
    language: str | None = None
    timezone: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    status: str | None = None
    agent: str | None = None
    birthday: str | None = None
    wallet_object_id: str | None = None
    push_external_id: str | None = None
    push_token: str | None = None
    # Whichever of the two the provider of push messages goes by.
    push_address: str | None = None
    email_state: str | None = None
    phone_state: str | None = None
    consent: dict[ChannelName, bool | None] = field(default_factory=dict)
    orders_count: int = 0
    first_order_at: datetime | None = None
    last_order_at: datetime | None = None
    lifetime_value_minor: int = 0
    median_gap_days: float | None = None
    next_look_on: int | None = None
    added_at: datetime | None = None

    @property
    def display_name(self) -> str:
        """The name the owner sees; where there is none, an address or the shop's own id."""
        joined = " ".join(part for part in (self.first_name, self.last_name) if part)
        candidates = (self.name, joined, self.email, self.phone, *self.external_ids)
        return next((text for text in candidates if text), f"#{self.id}")

    def address_for(self, channel: ChannelName) -> str | None:
        """The address that the channel would write to."""
        by_kind = {
            "email": self.email,
            "phone": self.phone,
            "wallet": self.wallet_object_id,
            "push": self.push_address,
        }
        return by_kind[ADDRESS_KINDS[channel]]

    def address_state(self, channel: ChannelName) -> str | None:
        """What is wrong with that address: `bounced`, `invalid`, `shared`, or None."""
        return {"email": self.email_state, "phone": self.phone_state}.get(ADDRESS_KINDS[channel])

    @property
    def reachable_by(self) -> tuple[ChannelName, ...]:
        """The channels for which there is consent and a good address."""
        return tuple(
            channel
            for channel in ChannelName
            if self.consent.get(channel) and self.address_for(channel) and self.address_state(channel) is None
        )
