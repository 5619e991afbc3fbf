"""What other parts of the program say of keys, folders and providers, in the window's language."""

import re

from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.jobs.refusals import sentence_of
from reengage_desktop.ui.notices import provider_title
from reengage_desktop.ui.wording import translate

_PLACE = re.compile(r"\{(\w+)\}")


def told_words(text: str) -> str:
    """A sentence in the window's language where its kind is known here; every other text as it is."""
    template = _sentences().get(text.kind) if isinstance(text, Sentence) else None
    if template is None or not isinstance(text, Sentence):
        return str(text)
    figures = {name: _figure(name, str(value)) for name, value in text.figures.items()}
    return _PLACE.sub(lambda place: figures.get(place[1], ""), template)


def fault_words(fault: BaseException) -> str:
    """What a fault says to the owner, in the window's language where its sentence is known here."""
    return told_words(sentence_of(fault))


def store_word(backend: str) -> str:
    """What the place is called in which keys are kept; most have names of their own."""
    return {
        "the PC's keyring": translate("Standing", "the PC's keyring"),
        "the desktop's keyring (Secret Service)": translate("Standing", "the desktop's keyring (Secret Service)"),
        "the desktop's keyring (libsecret)": translate("Standing", "the desktop's keyring (libsecret)"),
        "memory, until the program closes": translate("Standing", "memory, until the program closes"),
    }.get(backend, backend)


def _figure(name: str, value: str) -> str:
    if name == "provider":
        return provider_title(value)
    if name == "store":
        return store_word(value)
    return translate("Told", "a cloud service") if value == "a cloud service" else value


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
