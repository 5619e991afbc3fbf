"""What other parts of the program say of keys, folders and providers, in the window's language."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from reengage_desktop.channels.registry import PROVIDERS
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.jobs.refusals import sentence_of
from reengage_desktop.ui import formats
from reengage_desktop.ui.overheard import hear
from reengage_desktop.ui.system_reasons import system_words
from reengage_desktop.ui.wording import campaign_name, channel_name, translate

_PLACE = re.compile(r"\{(\w+)\}")
_LAST_BRACKETS = re.compile(r"\s*\(([^()]*)\)$")


def told_words(text: str) -> str:
    """A sentence of the program in the window's language where it is known here; every other text as it is."""
    template = _sentences().get(text.kind) if isinstance(text, Sentence) else None
    if template is not None and isinstance(text, Sentence):
        return _filled(template, {name: str(value) for name, value in text.figures.items()})
    heard = hear(str(text))
    if heard is None:
        return str(text)
    told = _filled(translate("Told", heard[0]), heard[1])
    return told if text.endswith(".") else told.removesuffix(".")


def fault_words(fault: BaseException) -> str:
    """What a fault says to the owner, in the window's language where its sentence is known here."""
    faults = getattr(fault, "faults", None)
    if isinstance(faults, tuple) and all(isinstance(each, str) for each in faults):
        return " ".join(map(told_words, faults))
    return told_words(sentence_of(fault))


def provider_title(provider: str) -> str:
    """What the owner calls a provider."""
    own = {
        "smtp": translate("Providers", "Your own mailbox"),
        "pretend": translate("Providers", "Only pretended"),
        "hand": translate("Providers", "You, by hand"),
    }
    card = PROVIDERS.get(provider)
    return own.get(provider) or (provider if card is None else card.title)


def bracketed(words: str) -> str:
    """Somebody's own words in brackets behind a sentence, without their full stop and without brackets in brackets."""
    inner = _LAST_BRACKETS.sub(r", \1", words.strip().rstrip("."))
    return f" ({inner})" if inner else ""


def store_word(backend: str) -> str:
    """What the place is called in which keys are kept; most have names of their own."""
    return {
        "the PC's keyring": translate("Standing", "the PC's keyring"),
        "the desktop's keyring (Secret Service)": translate("Standing", "the desktop's keyring (Secret Service)"),
        "the desktop's keyring (libsecret)": translate("Standing", "the desktop's keyring (libsecret)"),
        "memory, until the program closes": translate("Standing", "memory, until the program closes"),
    }.get(backend, backend)


def _filled(template: str, figures: Mapping[str, str]) -> str:
    told = {name: _figure(name, value) for name, value in figures.items() if value is not None}
    return _PLACE.sub(lambda place: told.get(place[1], ""), template)


def _figure(name: str, value: str) -> str:
    tell = _TELLERS.get(name)
    if tell is not None:
        return tell(value)
    return translate("Told", "a cloud service") if value == "a cloud service" else value


def _lacking(value: str) -> str:
    """What a connection still lacks: names of settings, as they are."""
    one = re.fullmatch(r"(.+) is missing. Set it", value)
    several = re.fullmatch(r"(.+) and (.+) are missing. Set them", value)
    if one:
        return translate("Told", "{names} is missing. Set it").replace("{names}", one[1])
    if several:
        text = translate("Told", "{names} and {name} are missing. Set them")
        return text.replace("{names}", several[1]).replace("{name}", several[2])
    return value


def _sentences() -> dict[str, str]:
    return {**_of_keys(), **_of_folders(), **_of_providers()}


def _of_keys() -> dict[str, str]:
    return {
        "keys_locked": translate(
            "Told",
            "Your keys can't be read: {store} is locked. Nothing is sent meanwhile; every message waits. Unlock it, or "
            "log out of this PC and in again, and try again.",
        ),
        "keys_at_fault": translate(
            "Told",
            "Your keys can't be read: {store} reported a fault ({fault}). Nothing is sent meanwhile; every message "
            "waits. Log out of this PC and in again, and try again.",
        ),
        "keys_slow": translate(
            "Told",
            "Your keys can't be read: {store} does not answer. It may be asking for your password in another window. "
            "Nothing is sent meanwhile; every message waits. Answer it and try again.",
        ),
        "key_refused": translate(
            "Told",
            "Your key was not saved: {store} did not take it, perhaps because it is full or may not be changed. What "
            "was saved before is unchanged. Remove entries there that you no longer need and save the key again "
            "({fault}).",
        ),
    }


def _of_folders() -> dict[str, str]:
    return {
        "folder_synced": translate(
            "Told",
            "The folder “{folder}” is kept in step by {syncer}, which can damage a database that is in use. Nothing "
            "was opened; choose a folder outside it with --data-dir or REENGAGE_DATA_DIR.",
        ),
        "folder_elsewhere": translate(
            "Told",
            "The folder “{folder}” is on another computer, and on the way there a database in use can be damaged. "
            "Nothing was opened; choose a folder on this PC with --data-dir or REENGAGE_DATA_DIR.",
        ),
        "folder_unusable": translate(
            "Told",
            "The folder “{folder}” can't hold the shop ({reason}). Nothing was opened; choose another folder with "
            "--data-dir or REENGAGE_DATA_DIR.",
        ),
    }


def _of_providers() -> dict[str, str]:
    return {
        "provider_incomplete": translate(
            "Told", "{provider} is not connected: something is missing. Fill it in under Settings, Connections."
        ),
        "provider_not_yet": translate(
            "Told", "This version can't send through {provider} yet; choose another provider."
        ),
        "mailbox_not_connected": translate(
            "Told", "The mailbox is not connected: bounces and answers by mail are not fetched."
        ),
        "no_proxy": translate("Told", "No proxy is set: every provider is asked straight from this PC."),
        "proxy_unused": translate(
            "Told", "No provider is in use that would be asked through the proxy; choose one first."
        ),
    }


_TELLERS: dict[str, Callable[[str], str]] = {
    "provider": provider_title,
    "store": store_word,
    "reason": system_words,
    "sentence": told_words,
    "channel": channel_name,
    "other_channel": channel_name,
    "kind": campaign_name,
    "lacking": _lacking,
    "bought_on": lambda value: formats.long_day(date.fromisoformat(value)),
}
