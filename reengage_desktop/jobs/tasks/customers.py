"""Customers: list, show, consent, tags and notes, purchases by hand, merging, one person's data, erasure."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reengage_desktop.domain.vocabulary import ChannelName, Segment
from reengage_desktop.engine import privacy, profiles
from reengage_desktop.engine.profiles import Profile
from reengage_desktop.jobs.events import CustomersChanged, QueueChanged
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import customers, listings, merges, refusing
from reengage_desktop.store.joining import Step
from reengage_desktop.store.merges import Look
from reengage_desktop.store.refusing import Yes


@dataclass(frozen=True)
class CustomerList:
    """Some customers of a group, and how many there are."""

    total: int
    customers: list[Profile]

    def as_json(self) -> dict[str, Any]:
        """`{"total", "customers"}`."""
        return {"total": self.total, "customers": [profile.as_json() for profile in self.customers]}


@dataclass(frozen=True)
class Exported:
    """Where one person's data was written."""

    file: Path

    def as_json(self) -> dict[str, Any]:
        """`{"file"}`."""
        return {"file": str(self.file)}


@dataclass(frozen=True)
class Erased:
    """A person was forgotten."""

    def as_json(self) -> dict[str, Any]:
        """`{"erased": true}`."""
        return {"erased": True}


def list_customers(shop: Shop, segment: Segment = Segment.ALL, *, limit: int = 50, search: str = "") -> CustomerList:
    """The customer table: the first of a group by id, and the group's size."""
    settings, now = shop.settings(), shop.now()
    with shop.db.snapshot():
        ids = listings.customer_ids(shop.db, settings, now, segment=segment, search=search)
        return CustomerList(len(ids), profiles.list_profiles(shop.db, ids[:limit], settings, now))


def find_customer(shop: Shop, reference: str) -> int:
    """The id of the customer known by a phone, an e-mail or the shop's own id; raises CustomerNotFound."""
    return customers.get_found(shop.db, reference, shop.settings()).id


def show_customer(shop: Shop, customer_id: int) -> Profile:
    """One profile; raises CustomerNotFound."""
    return profiles.get_profile(shop.db, customer_id, shop.settings(), shop.now())


def opt_out(shop: Shop, customer_id: int, channel: ChannelName | None = None) -> Profile:
    """The customer wants no more messages, on one channel or on any; what waits for her is skipped at once."""
    customers.opt_out(shop.db, customer_id, channel=channel, source="owner", at=shop.now())
    _tell(shop)
    shop.events.publish(QueueChanged())
    return show_customer(shop, customer_id)


def opt_in(shop: Shop, customer_id: int, channel: ChannelName, wording: str) -> Profile:
    """The owner states that the customer agreed, and to what; raises Refused without a wording."""
    agree(shop, customer_id, channel, wording)
    return show_customer(shop, customer_id)


def agree(shop: Shop, customer_id: int, channel: ChannelName, wording: str) -> Yes:
    """The same, and gives what `take_back_agreement` needs."""
    if not wording.strip():
        raise Refused("The wording is empty. Nothing was changed; write down what the customer agreed to.")
    yes = refusing.opt_in(shop.db, customer_id, channel, wording=wording.strip(), at=shop.now())
    _tell(shop)
    return yes


def take_back_agreement(shop: Shop, yes: Yes) -> bool:
    """Makes it as if the owner had never written it down; what the customer said since stays. False if gone already."""
    is_undone = refusing.withdraw(shop.db, yes)
    _tell(shop)
    shop.events.publish(QueueChanged())
    return is_undone


def set_tags(shop: Shop, customer_id: int, tags: list[str]) -> Profile:
    """Replaces the customer's tags."""
    kept = list(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
    return _change(shop, customer_id, "tags", json.dumps(kept, ensure_ascii=False))


def set_note(shop: Shop, customer_id: int, note: str) -> Profile:
    """Replaces the owner's note on the customer; an empty one removes it."""
    return _change(shop, customer_id, "note", note.strip() or None)


@dataclass(frozen=True)
class Merged:
    """Two entries that became one, and what taking it back needs."""

    profile: Profile
    keep_id: int
    gone_id: int
    steps: Sequence[Step]
    looks: Sequence[Look]


def merge(shop: Shop, keep_id: int, gone_id: int) -> Merged:
    """Makes two entries of one person one: the first stays, and takes over everything of the second."""
    from reengage_desktop.engine.attributing import attribute_orders  # noqa: PLC0415 - seldom used
    from reengage_desktop.store import facts  # noqa: PLC0415

    settings = shop.settings()
    with shop.db.write():
        keep_id, gone_id = (customers.get_living(shop.db, each).id for each in (keep_id, gone_id))
        if keep_id == gone_id:
            raise Refused("Both are the same customer. Nothing was changed; name two different ones.")
        looks = merges.list_looks(shop.db, (keep_id, gone_id))
        steps = merges.merge(shop.db, keep_id, gone_id, shop.now())
        facts.refresh(shop.db, [keep_id], settings)
        attribute_orders(shop.db, settings, [keep_id])
    _tell(shop)
    shop.events.publish(QueueChanged())
    return Merged(show_customer(shop, keep_id), keep_id, gone_id, steps, looks)


def take_back_merge(shop: Shop, merged: Merged) -> None:
    """Parts the two entries again: each has what it had, but for what was changed since."""
    from reengage_desktop.engine.attributing import attribute_orders  # noqa: PLC0415 - seldom used
    from reengage_desktop.store import facts  # noqa: PLC0415

    settings, both = shop.settings(), [merged.keep_id, merged.gone_id]
    with shop.db.write():
        merges.separate(shop.db, merged.steps)
        facts.refresh(shop.db, both, settings)
        merges.put_looks_back(shop.db, merged.looks)
        attribute_orders(shop.db, settings, both)
    _tell(shop)
    shop.events.publish(QueueChanged())


def export_data(shop: Shop, customer_id: int, target: Path) -> Exported:
    """Writes everything known about one person into a file."""
    return Exported(privacy.export_person(shop.db, customer_id, shop.settings(), shop.now(), target))


def erase(shop: Shop, customer_id: int) -> Erased:
    """Forgets one person for good; her purchases stay as anonymous sales."""
    customers.get(shop.db, customer_id)
    privacy.erase_person(shop.db, customer_id, shop.now(), shop.paths.rejects)
    _tell(shop)
    shop.events.publish(QueueChanged())
    return Erased()


def _change(shop: Shop, customer_id: int, column: str, value: str | None) -> Profile:
    customer_id = customers.get_living(shop.db, customer_id).id
    customers.put_field(shop.db, customer_id, column, value, shop.now())
    _tell(shop)
    return show_customer(shop, customer_id)


def _tell(shop: Shop) -> None:
    shop.events.publish(CustomersChanged())
