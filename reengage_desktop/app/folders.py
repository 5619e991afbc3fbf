"""Which folder a shop lives in. The window asks this before its first paint, so next to nothing is loaded for it."""

import errno
from collections.abc import Mapping
from pathlib import Path

ENVIRONMENT_NAME = "REENGAGE_DATA_DIR"


def choose_folder(given: Path | None, environ: Mapping[str, str]) -> Path:
    """The shop's folder: the one given, else the one of REENGAGE_DATA_DIR, else the platform's own for user data.

    Raises OSError for one in the home of somebody whom the PC does not know.
    """
    if given is not None:
        return _whole(given)
    named = environ.get(ENVIRONMENT_NAME, "").strip()
    if named:
        return _whole(Path(named))
    from platformdirs import user_data_path  # noqa: PLC0415 - only where nothing else says it

    return user_data_path("reengage-desktop", appauthor=False)


def _whole(folder: Path) -> Path:
    try:
        return folder.expanduser().absolute()
    except RuntimeError:
        raise FileNotFoundError(errno.ENOENT, "no such home", str(folder)) from None
