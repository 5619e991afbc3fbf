"""One message now (A13): needs no approval, obeys every other check, and always has an answer."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from reengage_desktop.channels.protocol import Channel, Mailbox, NotConfigured
from reengage_desktop.channels.registry import availability, build_channel, build_mailbox
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine import feedback, queueing
from reengage_desktop.engine.campaigning import DemandResult, preview_on_demand, send_on_demand
from reengage_desktop.engine.sending import SentNow, send_now
from reengage_desktop.jobs.events import QueueChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store.database import StoreFault

__all__ = ["DemandResult", "preview_message", "send_message"]


def send_message(shop: Shop, payload: str | Mapping[str, Any]) -> DemandResult:
    """Sends what a payload asks for, in its plain or its wrapped form; a refusal is the answer, never a fault.

    Where something breaks before the message is on its way it does not go later by itself: it waits for approval.
    """
    settings = shop.settings()

    def build(name: ChannelName) -> Channel | NotConfigured:
        return build_channel(name, shop.settings(), shop.secrets)

    def open_box() -> Mailbox | NotConfigured:
        return build_mailbox(shop.settings(), shop.secrets)

    def send(message_id: int) -> SentNow:
        try:
            feedback.sync_if_older(shop.db, build, settings, shop.now(), mailbox=open_box)
            return send_now(shop.db, message_id, build, shop.settings, shop.clock, lock_dir=shop.paths.locks)
        except BaseException:
            with suppress(StoreFault):
                queueing.hold(shop.db, [message_id])
            raise

    states = availability(settings, shop.secrets)
    result = send_on_demand(shop.db, payload, settings, states, shop.now(), send=send)
    shop.events.publish(QueueChanged())
    return result


def preview_message(shop: Shop, payload: Mapping[str, Any]) -> Content | DemandResult:
    """The message as `send_message` would send it now, or what stands in its way; nothing is changed."""
    settings = shop.settings()
    return preview_on_demand(shop.db, payload, settings, availability(settings, shop.secrets), shop.now())
