"""How each provider stands: not connected, never tried, working, refused, or of no use to this version yet."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from reengage_desktop.channels.protocol import NotConfigured
from reengage_desktop.channels.registry import KEY_HOLDERS, ProviderCard, build_mailbox, build_provider
from reengage_desktop.channels.registry import NETWORK as NETWORK_CARD
from reengage_desktop.channels.trials import Figures, TestKind
from reengage_desktop.domain.credentials import SecretsFault
from reengage_desktop.domain.moments import from_stamp
from reengage_desktop.domain.sentences import spoken
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import sender_domain
from reengage_desktop.jobs.tasks.sender_domain import DomainCheck
from reengage_desktop.store import provider_states
from reengage_desktop.store.provider_states import ProviderState, Rest
from reengage_desktop.store.settings import find_word

__all__ = [
    "NETWORK",
    "Connection",
    "Connections",
    "LastAnswer",
    "Standing",
    "TestKind",
    "find_answer",
    "read_connections",
]

NETWORK = NETWORK_CARD.name
"""The name of the network's own proxy among the providers: it has a key too, and carries nothing itself."""

TESTED_WORD = "provider_works."
"""The remembered word that a provider's last test was good, with its moment."""

ANSWER_WORD = "provider_answer."
"""The remembered word for what a provider answered when it was last asked."""


class Standing(StrEnum):
    """How a provider stands."""

    NOT_YET = "not_yet"
    NOT_CONNECTED = "not_connected"
    UNTESTED = "untested"
    WORKS = "works"
    REFUSED = "refused"
    LIMITED = "limited"
    UNREACHABLE = "unreachable"
    UNASKED = "unasked"
    LOCKED = "locked"


_RESTING: dict[str, Standing] = {
    Rest.THROTTLED: Standing.LIMITED,
    Rest.QUOTA: Standing.LIMITED,
    Rest.OPT_OUTS_UNKNOWN: Standing.UNASKED,
}


@dataclass(frozen=True)
class LastAnswer:
    """What a provider said when it was last asked: its kind and figures as in `channels.trials`, and when."""

    kind: TestKind
    figures: Figures
    at: datetime


@dataclass(frozen=True)
class Connection:
    """One provider. `kept`: its secrets that are kept. `detail`: what is missing, or what it said when it refused.

    `missing`: the keys of settings and the names of secrets without which it can't send. `cause`: what is wrong with
    the account, by which it is paused; `until`: when it is tried again by itself.
    """

    provider: str
    standing: Standing
    detail: str = ""
    tested_at: datetime | None = None
    kept: frozenset[str] = frozenset()
    missing: tuple[str, ...] = ()
    cause: str | None = None
    until: datetime | None = None
    answer: LastAnswer | None = None
    domain: DomainCheck | None = None


@dataclass(frozen=True)
class Connections:
    """Every provider's connection. `fault`: the password store could not be asked; `is_lasting`: it keeps secrets."""

    by_provider: dict[str, Connection]
    backend: str
    is_lasting: bool
    fault: str = ""


def read_connections(shop: Shop) -> Connections:
    """Asks the password store and the records; no provider is called."""
    settings = shop.settings()
    try:
        found = {name: _connection(shop, card, settings) for name, card in KEY_HOLDERS.items()}
        return Connections(found, shop.secrets.backend_name, shop.secrets.is_lasting)
    except SecretsFault as fault:
        found = {name: Connection(name, Standing.LOCKED) for name in KEY_HOLDERS}
        return Connections(found, shop.secrets.backend_name, shop.secrets.is_lasting, spoken(fault))


def _connection(shop: Shop, card: ProviderCard, settings: Settings) -> Connection:
    kept = frozenset(field for field in card.secrets if shop.secrets.get(card.name, field) is not None)
    if card is NETWORK_CARD:
        is_used = bool(settings.text("network.proxy"))
        found = _by_answer(shop, card.name) if is_used else Connection(card.name, Standing.NOT_CONNECTED)
        return replace(found, kept=kept)
    if not card.is_offered:
        return Connection(card.name, Standing.NOT_YET, kept=kept)
    channel = _channel(card, settings)
    built = (
        build_provider(card.name, channel, settings, shop.secrets)
        if card.channels
        else build_mailbox(settings, shop.secrets)
    )
    if isinstance(built, NotConfigured):
        missing = _missing(card, channel, settings, kept)
        return Connection(card.name, Standing.NOT_CONNECTED, built.detail, kept=kept, missing=missing)
    built.close()
    state = provider_states.find(shop.db, card.name)
    found = _at_rest(shop, state) or _by_answer(shop, card.name)
    return replace(found, kept=kept, domain=sender_domain.find(shop, card.name))


def find_answer(shop: Shop, provider: str) -> LastAnswer | None:
    """What the provider said when it was last asked; forgotten when its keys or settings change."""
    kept = find_word(shop.db, ANSWER_WORD + provider)
    if kept is None:
        return None
    data = json.loads(kept)
    return LastAnswer(TestKind(data["kind"]), data["figures"], from_stamp(data["at"]))


def _at_rest(shop: Shop, state: ProviderState | None) -> Connection | None:
    """How a provider stands that a run met in trouble; what it had answered before is of no use then."""
    if state is None or state.is_over(shop.now()):
        return None
    if state.retry_at is None:
        return Connection(state.provider, Standing.REFUSED, state.detail, cause=state.cause)
    standing = _RESTING.get(state.cause, Standing.UNREACHABLE)
    return Connection(state.provider, standing, state.detail, cause=state.cause, until=state.ends_at)


def _by_answer(shop: Shop, name: str) -> Connection:
    """How a provider stands by what it answered when it was last asked."""
    answer = find_answer(shop, name)
    word = find_word(shop.db, TESTED_WORD + name)
    if word is not None:
        return Connection(name, Standing.WORKS, tested_at=from_stamp(int(word)), answer=answer)
    if answer is None or answer.kind in (TestKind.WORKS, TestKind.ON_TRIAL, TestKind.NOT_CONFIGURED):
        return Connection(name, Standing.UNTESTED)
    standing = Standing.UNREACHABLE if answer.kind is TestKind.UNREACHABLE else Standing.REFUSED
    cause, words = str(answer.figures.get("cause", "")), str(answer.figures.get("words", ""))
    return Connection(name, standing, words, cause=cause or None, answer=answer)


def _missing(card: ProviderCard, channel: ChannelName, settings: Settings, kept: frozenset[str]) -> tuple[str, ...]:
    wanted = [(key,) for key in card.settings] + list((card.channel_settings or {}).get(channel, ()))
    lacking = [keys[0] for keys in wanted if not any(settings.text(key) for key in keys)]
    return (*lacking, *(field for field in card.needed_secrets if field not in kept))


def _channel(card: ProviderCard, settings: Settings) -> ChannelName:
    """The channel that uses this provider, else the first that it could carry with what is set."""
    used = [each for each in card.channels if settings.text(f"channels.{each}.provider") == card.name]
    wanted = card.channel_settings or {}
    ready = [
        each for each in card.channels if all(any(settings.text(key) for key in keys) for keys in wanted.get(each, ()))
    ]
    return (used or ready or [*card.channels, ChannelName.EMAIL])[0]
