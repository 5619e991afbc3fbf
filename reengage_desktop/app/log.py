"""The structured log (A16): one JSON line per event in a rotating file, redacted on its way out.

Whoever logs names the event and gives its figures: `log.info("run.finished", extra={"facts": {"queued": 3}})`.
"""

import json
import logging
import sys
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from reengage_desktop.app.redaction import redact

FILE_NAME = "reengage.log"

_ROOT = "reengage_desktop"
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime"}
_SIZE = 1_000_000
_COPIES = 5


class RedactedLine(logging.Formatter):
    """One line of JSON: `at`, `level`, `event`, the facts, and the traceback of a fault; nothing personal in any."""

    def __init__(self, *, with_trace: bool = True) -> None:
        super().__init__()
        self._with_trace = with_trace

    def format(self, record: logging.LogRecord) -> str:
        """The finished line."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": redact(record.getMessage()),
        }
        for name, value in _facts(record).items():
            line.setdefault(name, _plain(value))
        if record.exc_info and self._with_trace:
            line["trace"] = redact(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


class _QuietFile(RotatingFileHandler):
    """A log file that never stops the program: what can't be written is left out (promise 12)."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Nothing: the disk is full or gone, and the log is the least of it."""


class Log:
    """The log files of one shop; `close` lets go of them."""

    def __init__(self, folder: Path, *, on_stderr: int | None = None) -> None:
        """`on_stderr`: from which level on lines also go to stderr; None for never."""
        handler = _QuietFile(folder / FILE_NAME, maxBytes=_SIZE, backupCount=_COPIES, encoding="utf-8", delay=True)
        handler.setFormatter(RedactedLine())
        self._handlers: list[logging.Handler] = [handler]
        if on_stderr is not None:
            screen = logging.StreamHandler(sys.stderr)
            screen.setLevel(on_stderr)
            screen.setFormatter(RedactedLine(with_trace=False))
            self._handlers.append(screen)
        logger = logging.getLogger(_ROOT)
        logger.setLevel(logging.INFO)
        for each in self._handlers:
            logger.addHandler(each)

    def close(self) -> None:
        """Takes the files off the program's loggers and closes them."""
        logger = logging.getLogger(_ROOT)
        for each in self._handlers:
            logger.removeHandler(each)
            each.close()


def _facts(record: logging.LogRecord) -> dict[str, object]:
    """The figures of an event: the mapping `facts`, and whatever else was given as `extra`."""
    given = {name: value for name, value in vars(record).items() if name not in _STANDARD}
    facts = given.pop("facts", None)
    return {**(facts if isinstance(facts, dict) else {}), **given}


def _plain(value: object) -> object:
    if isinstance(value, bool | int | float) or value is None:
        return value
    if isinstance(value, dict):
        return {redact(str(name)): _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return redact(str(value))
