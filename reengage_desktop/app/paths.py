"""The folder a shop lives in: one folder is one shop, and never one of another PC or one that goes to the cloud."""

import os
import re
from pathlib import Path

from reengage_desktop.app.shares import lies_elsewhere
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Paths

_SYNCED = (
    ("OneDrive", re.compile(r"onedrive(\b.*)?")),
    ("Dropbox", re.compile(r"dropbox( \(.*\))?")),
    ("iCloud", re.compile(r"icloud ?drive|icloud|mobile documents|com~apple~clouddocs")),
    ("Google Drive", re.compile(r"google ?drive( .*)?|googledrive-.*|my drive")),
    ("a cloud service", re.compile(r"cloudstorage")),
)


def find_syncer(folder: Path) -> str | None:
    """The service that would copy this folder's files while the program writes them, or None."""
    for part in Path(os.path.realpath(folder)).parts:  # which a link that leads to itself does not break
        for name, pattern in _SYNCED:
            if pattern.fullmatch(part.casefold()):
                return name
    return None


def refuse_synced(folder: Path) -> None:
    """Raises Refused for a folder whose files another program copies while they are in use."""
    syncer = find_syncer(folder)
    if syncer is not None:
        raise Refused(
            Sentence(
                "folder_synced",
                f"The folder “{folder}” is kept in step by {syncer}, which can damage a database that is in use. "
                "Nothing was opened; choose a folder outside it with --data-dir or REENGAGE_DATA_DIR.",
                folder=str(folder),
                syncer=syncer,
            )
        )


def refuse_shared(folder: Path, mounts: str | None = None) -> None:
    """Raises Refused for a folder on a network share; `mounts` as in `lies_elsewhere`."""
    if lies_elsewhere(folder, mounts):
        raise Refused(
            Sentence(
                "folder_elsewhere",
                f"The folder “{folder}” is on another computer, and on the way there a database in use can be "
                "damaged. Nothing was opened; choose a folder on this PC with --data-dir or REENGAGE_DATA_DIR.",
                folder=str(folder),
            )
        )


def prepare(folder: Path) -> Paths:
    """Makes the shop's folders; raises Refused for a synced, shared or unusable one."""
    refuse_synced(folder)
    refuse_shared(folder)
    paths = Paths(folder)
    try:
        for each in (paths.folder, paths.backups, paths.logs, paths.rejects, paths.locks):
            each.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        reason = fault.strerror or "the system refused"
        raise Refused(
            Sentence(
                "folder_unusable",
                f"The folder “{folder}” can't hold the shop ({reason}). Nothing was opened; choose another folder with "
                "--data-dir or REENGAGE_DATA_DIR.",
                folder=str(folder),
                reason=reason,
            )
        ) from fault
    return paths
