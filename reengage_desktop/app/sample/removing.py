"""Removes the sample shop without a trace: its keys out of the keyring first, then its folder."""

import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from reengage_desktop.app.sample.building import MARK
from reengage_desktop.channels.registry import KEY_HOLDERS
from reengage_desktop.credentials import find_secrets
from reengage_desktop.domain.credentials import Secrets, SecretsFault
from reengage_desktop.jobs.refusals import Refused

_FOLDER_MARK = "folder.json"


def remove_sample(folder: Path, open_secrets: Callable[[str], Secrets] = find_secrets) -> None:
    """Takes away a sample shop that nobody has open; one that is gone already is no fault.

    Raises Refused for a folder that holds anything else, or when something of it can't be removed.
    """
    if not folder.exists():
        return
    if not (folder / MARK).is_file():
        raise Refused(f"“{folder}” holds something else than a sample shop. Nothing was touched.")
    installation = _installation(folder)
    if installation is not None:
        _forget_keys(open_secrets(installation))
    # Its mark goes last: what a fault leaves behind can still be told from somebody's own shop.
    try:
        for each in sorted(folder.iterdir(), key=lambda path: path.name == MARK):
            _remove(each)
        folder.rmdir()
    except OSError as fault:
        reason = fault.strerror or "the system refused"
        raise Refused(
            f"The sample shop in “{folder}” could not be removed whole ({reason}). Your own shop is untouched; close "
            "what uses the folder and remove it again."
        ) from fault


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _forget_keys(secrets: Secrets) -> None:
    """A keyring that does not answer keeps what it has: the sample shop never sends with a key."""
    if not secrets.is_lasting:
        return
    with suppress(SecretsFault):
        for card in KEY_HOLDERS.values():
            for field in card.secrets:
                secrets.delete(card.name, field)


def _installation(folder: Path) -> str | None:
    """The name under which the keyring knows the shop; None where none was ever given."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        return str(json.loads((folder / _FOLDER_MARK).read_text(encoding="utf-8"))["id"])
    return None
