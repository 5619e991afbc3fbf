"""What a command is given to read, on stdin or in a file: text in UTF-8, and never more of it than can be meant."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from reengage_desktop.cli.answers import Stage
from reengage_desktop.jobs.refusals import Refused

_LARGEST = 1_000_000
_STDIN = "What came on stdin"


def read_stdin(stage: Stage) -> str:
    """All that comes on stdin, as UTF-8 with or without its mark; raises Refused where it is too long, or no such text.

    What a script pipes in is UTF-8 as its files are, whatever code page the terminal has.
    """
    reconfigure = getattr(stage.stdin, "reconfigure", None)
    if reconfigure is not None:
        with suppress(ValueError, OSError):
            reconfigure(encoding="utf-8-sig", errors="strict")
    try:
        text = stage.stdin.read(_LARGEST + 1)
    except UnicodeDecodeError:
        raise _no_text(_STDIN) from None
    _refuse_long(_STDIN, len(text))
    return text


def read_file(name: str) -> str:
    """The text of a file, as UTF-8 with or without its mark; raises Refused as `read_stdin` does, and OSError."""
    with Path(name).open("rb") as file:  # what a pipe or a device holds, its size does not say
        raw = file.read(_LARGEST + 1)
    _refuse_long(f"“{name}”", len(raw))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _no_text(f"“{name}”") from None


def read_json(name: str, stage: Stage) -> dict[str, Any]:
    """The JSON object in a file, or on stdin for `-`; raises Refused where there is none."""
    source = _STDIN if name == "-" else f"“{name}”"
    text = read_stdin(stage) if name == "-" else read_file(name)
    try:
        found = json.loads(text)
    except ValueError as fault:
        raise Refused(f"{source} is no JSON ({fault}). Nothing was changed; mend the file and try again.") from None
    except RecursionError:
        raise Refused(f"{source} is nested too deeply. Nothing was changed.") from None
    if not isinstance(found, dict):
        raise Refused(f"{source} is no JSON object: it begins with {{ and ends with }}. Nothing was changed.")
    return found


def _refuse_long(source: str, length: int) -> None:
    if length > _LARGEST:
        raise Refused(f"{source} is too large. Nothing was changed.")


def _no_text(source: str) -> Refused:
    return Refused(f"{source} is no UTF-8 text. Nothing was changed; save it as UTF-8 and try again.")
