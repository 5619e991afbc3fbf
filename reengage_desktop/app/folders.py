"""Which folder a shop lives in. The window asks this before its first paint, so next to nothing is loaded for it."""

from collections.abc import Mapping
from pathlib import Path

ENVIRONMENT_NAME = "REENGAGE_DATA_DIR"


def choose_folder(given: Path | None, environ: Mapping[str, str]) -> Path:
    """The shop's folder: the one given, else the one of REENGAGE_DATA_DIR, else the platform's own for user data."""
    if given is not None:
        return given.expanduser().absolute()
    named = environ.get(ENVIRONMENT_NAME, "").strip()
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path  # noqa: PLC0415 - only where nothing else says it

    return user_data_path("reengage-desktop", appauthor=False)
