"""`credentials set|test|delete`. A secret comes from stdin or a hidden prompt, never from the words of the command."""

import getpass
from contextlib import suppress
from typing import Any

from reengage_desktop.cli.answers import Answer, Stage
from reengage_desktop.cli.reading import read_stdin
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import credentials, sender_domain


def set_secret(shop: Shop, arguments: Any, stage: Stage) -> Answer:
    """Keeps a secret; a word that is wrong is told before the secret is asked for."""
    credentials.check_field(arguments.provider, arguments.field)
    if not shop.secrets.is_lasting and stage.secrets is None:
        raise Refused(
            "This PC has no safe password store, so the secret would be gone when this command ends. "
            "Nothing was saved. On Linux install and start GNOME Keyring, KWallet or KeePassXC, then try again."
        )
    return _told(credentials.set_secret(shop, arguments.provider, arguments.field, _read(arguments, stage)))


def test(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Asks the provider; its answer is the result, also when it would not take messages.

    For an e-mail provider the DNS is asked about the sender's domain too: `domain` holds what was found.
    """
    told = credentials.test_provider(shop, arguments.provider)
    found = sender_domain.check(shop, arguments.provider)
    if found is None:
        return _told(told)
    lines = [told.detail, *(str(each["detail"]) for each in found.as_json())]
    return Answer({**told.as_json(), "domain": found.as_json()}, "\n".join(lines))


def delete(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Forgets a provider's secrets."""
    return _told(credentials.delete(shop, arguments.provider))


def _read(arguments: Any, stage: Stage) -> str:
    if stage.stdin.isatty():
        with suppress(EOFError):  # Ctrl+D: nothing was typed
            return getpass.getpass(f"{arguments.field} of {arguments.provider} (hidden): ", stream=stage.stderr)
        return ""
    return read_stdin(stage).removesuffix("\n").removesuffix("\r")


def _told(told: credentials.Told) -> Answer:
    return Answer(told.as_json(), told.detail)
