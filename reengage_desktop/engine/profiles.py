"""One customer as the owner sees her: addresses, consent and its source, rhythm, groups, favourites."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reengage_desktop.domain.customers import Customer
from reengage_desktop.domain.moments import day_number, iso, iso_stamp
from reengage_desktop.domain.money import plain
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName, Segment
from reengage_desktop.store import customers, listings, segments
from reengage_desktop.store.database import Database


@dataclass(frozen=True)
class ConsentWord:
    """The ledger's last word on a channel: who said it, when (stamp), and what the person was told."""

    source: str
    at: int
    wording: str | None


@dataclass(frozen=True)
class Profile:
    """Everything about one customer that one look should show."""

    customer: Customer
    consent_words: Mapping[ChannelName, ConsentWord]
    segments: tuple[Segment, ...]
    favourite_categories: tuple[str, ...]
    silent_days: int | None
    settings: Settings

    def as_json(self) -> dict[str, Any]:
        """The command line's customer."""
        person, zone = self.customer, self.settings.zone
        return {
            "id": person.external_ids[0] if person.external_ids else f"#{person.id}",
            "name": person.display_name,
            "phone": person.phone,
            "email": person.email,
            "consent": {channel: person.consent.get(channel) for channel in ChannelName},
            "consent_sources": {
                channel: {"source": word.source, "at": iso_stamp(word.at, zone), "wording": word.wording}
                for channel, word in self.consent_words.items()
            },
            "reachable_by": list(person.reachable_by),
            "orders": person.orders_count,
            "lifetime_value": plain(person.lifetime_value_minor, self.settings.currency),
            "currency": self.settings.currency,
            "first_order_at": iso(person.first_order_at, zone),
            "last_order_at": iso(person.last_order_at, zone),
            "silent_days": self.silent_days,
            "median_gap_days": person.median_gap_days,
            "favourite_categories": list(self.favourite_categories),
            "segments": list(self.segments),
            "external_ids": list(person.external_ids),
            "tags": list(person.tags),
            "note": person.note,
            "country": person.country,
            "city": person.city,
            "language": person.language,
            "timezone": person.timezone,
            "status": person.status,
            "agent": person.agent,
            "birthday": person.birthday,
            "email_state": person.email_state,
            "phone_state": person.phone_state,
            "added_at": iso(person.added_at, zone),
        }


def get_profile(db: Database, customer_id: int, settings: Settings, now: datetime) -> Profile:
    """The profile; raises CustomerNotFound."""
    return list_profiles(db, [customer_id], settings, now)[0]


def list_profiles(db: Database, ids: list[int], settings: Settings, now: datetime) -> list[Profile]:
    """The profiles of a page of customers, in the order of the ids; raises CustomerNotFound."""
    groups = segments.names_of(ids, db, settings, now)
    return [_profile(db, customers.get(db, each), groups[each], settings, now) for each in ids]


def _profile(db: Database, person: Customer, groups: list[Segment], settings: Settings, now: datetime) -> Profile:
    silent = None
    if person.last_order_at is not None:
        silent = max(0, day_number(now, settings.zone) - day_number(person.last_order_at, settings.zone))
    words = listings.consent_sources(db, person.id)
    return Profile(
        customer=person,
        consent_words={channel: ConsentWord(*word) for channel, word in words.items()},
        segments=tuple(groups),
        favourite_categories=tuple(listings.favourite_categories(db, person.id)),
        silent_days=silent,
        settings=settings,
    )
