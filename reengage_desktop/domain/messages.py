"""A message as it is written, kept and handed to a channel."""

from dataclasses import dataclass, field, fields
from typing import Any

from reengage_desktop.domain.vocabulary import ChannelName


@dataclass(frozen=True)
class Content:
    """What a message says, rendered once when it is queued and frozen from then on.

    `fields`: which of the customer's fields the words hold, by the names that templates have for them.
    `template_name`, `language` and `parameters` are WhatsApp's approved template, its language code and the values of
    its body; the text is then what the approved template reads like with them.
    """

    text: str
    subject: str | None = None
    preheader: str | None = None
    html: str | None = None
    template_name: str | None = None
    language: str | None = None
    parameters: tuple[str, ...] = ()
    fields: tuple[str, ...] = field(default=(), compare=False)

    def as_dict(self) -> dict[str, Any]:
        """Plain values for the outbox row."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> "Content":
        """The content that `as_dict` gave."""
        lists = {name: tuple(values.get(name, ())) for name in ("parameters", "fields")}
        return cls(**{**values, **lists})


@dataclass(frozen=True)
class Outgoing:
    """One message on its way: what a channel needs, and nothing more about the person.

    `reference` is our own stable name for the message (idempotency key, look-up, Message-ID); `unsubscribe_token` lets
    a mailed "unsubscribe" be matched to the person without naming her. `may_be_free`: she wrote lately enough that a
    provider of approved templates takes other words too (`answer_window`).
    """

    message_id: int
    reference: str
    channel: ChannelName
    address: str
    customer_name: str | None
    content: Content
    unsubscribe_token: str
    may_be_free: bool = False
