"""Secrets of providers: keep, test, forget. They go straight to the keyring and never come back out."""

import difflib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reengage_desktop.channels.protocol import Channel, Mailbox, NotConfigured
from reengage_desktop.channels.registry import (
    KEY_HOLDERS,
    NETWORK,
    ProviderCard,
    build_mailbox,
    build_provider,
    build_proxy_trial,
)
from reengage_desktop.channels.trials import Figures, TestKind
from reengage_desktop.channels.way_out import ProxyTrial
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.events import CredentialsChanged
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks.connections import ANSWER_WORD, TESTED_WORD
from reengage_desktop.store import customers, provider_states, settings


@dataclass(frozen=True)
class Told:
    """Whether it worked, in a sentence; a provider's answer also by its kind and figures (`channels.trials`)."""

    ok: bool
    detail: str
    kind: TestKind | None = None
    figures: Figures = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """`{"ok", "detail"}`."""
        return {"ok": self.ok, "detail": self.detail}


def check_field(provider: str, field: str) -> None:
    """Raises Refused where there is no such provider, or it has no such secret."""
    card = _card(provider)
    if field not in card.secrets:
        known = ", ".join(card.secrets) or "none"
        raise Refused(f"{card.title} has no secret “{field}”. Nothing was saved; it has: {known}.")


def set_secret(shop: Shop, provider: str, field: str, secret: str) -> Told:
    """Keeps one secret in the system's keyring; raises Refused for an unknown field, an empty one, or no keyring.

    A provider that had been paused because its key was refused is asked again from now on.
    """
    check_field(provider, field)
    if not secret:
        raise Refused("The secret is empty. Nothing was saved; paste it from the provider's page and try again.")
    shop.secrets.set(provider, field, secret)
    _let_go_again(shop, provider)
    return Told(ok=True, detail=f"Saved in {shop.secrets.backend_name}.")


def test_provider(shop: Shop, provider: str) -> Told:
    """Asks the provider whether it would take messages; never sends one."""
    card = _card(provider)
    answers: list[Told] = []
    for built in _built(shop, card):
        if isinstance(built, NotConfigured):
            answers.append(Told(ok=False, detail=built.detail, kind=TestKind.NOT_CONFIGURED))
            continue
        try:
            result = built.test()
        finally:
            built.close()
        answers.append(Told(result.ok, result.detail, result.kind, result.figures))
    failed = [answer for answer in answers if not answer.ok]
    told = (failed or answers)[0]
    _remember(shop, provider, told)
    return told


test_provider.__test__ = False  # type: ignore[attr-defined]


def delete(shop: Shop, provider: str) -> Told:
    """Forgets all secrets of a provider."""
    card = _card(provider)
    removed = [field for field in card.secrets if shop.secrets.delete(provider, field)]
    for word in (TESTED_WORD, ANSWER_WORD):
        settings.drop_word(shop.db, word + provider)
    shop.events.publish(CredentialsChanged(provider))
    if not removed:
        return Told(ok=True, detail=f"There were no secrets of {card.title}.")
    return Told(ok=True, detail=f"Removed from {shop.secrets.backend_name}: {', '.join(removed)}.")


def _remember(shop: Shop, provider: str, told: Told) -> None:
    with shop.db.write():
        if told.kind is not None:
            data = {"kind": told.kind, "figures": dict(told.figures), "at": stamp(shop.now())}
            settings.put_word(shop.db, ANSWER_WORD + provider, json.dumps(data))
        if told.ok:
            settings.put_word(shop.db, TESTED_WORD + provider, str(stamp(shop.now())))
            provider_states.resume(shop.db, provider, shop.now())
        else:
            settings.drop_word(shop.db, TESTED_WORD + provider)
    shop.events.publish(CredentialsChanged(provider))


def _let_go_again(shop: Shop, provider: str) -> None:
    with shop.db.write():
        provider_states.resume(shop.db, provider, shop.now())
        for word in (TESTED_WORD, ANSWER_WORD):
            settings.drop_word(shop.db, word + provider)
        customers.look_again(shop.db)
    shop.events.publish(CredentialsChanged(provider))


def _card(provider: str) -> ProviderCard:
    if provider in KEY_HOLDERS:
        return KEY_HOLDERS[provider]
    near = difflib.get_close_matches(provider, KEY_HOLDERS, n=1, cutoff=0.0)
    raise Refused(f"There is no provider “{provider}”. Nothing was done; did you mean “{near[0]}”?")


def _built(shop: Shop, card: ProviderCard) -> Iterator[Channel | Mailbox | ProxyTrial | NotConfigured]:
    """What the provider is used through: its adapter for each channel, the mailbox that is read, or the proxy."""
    chosen = shop.settings()
    if card is NETWORK:
        yield build_proxy_trial(chosen, shop.secrets)
    elif not card.channels:
        yield build_mailbox(chosen, shop.secrets)
    for channel in _asked(shop, card):
        yield build_provider(card.name, channel, chosen, shop.secrets)


def _asked(shop: Shop, card: ProviderCard) -> list[ChannelName]:
    """The channels that use this provider now; the first it could carry where none does."""
    chosen = shop.settings()
    used = [channel for channel in card.channels if chosen.text(f"channels.{channel}.provider") == card.name]
    return used or list(card.channels[:1])
