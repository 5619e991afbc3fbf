"""Reads providers' answers without trusting their shape: what is missing or of another type is simply not there.

What a provider tells counts also where its moment can't be read: it is then of the moment at which we heard it.
"""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from reengage_desktop.transport import Answer

_FIRST_YEAR, _NO_YEAR = 2000, 9999


def fields_of(answer: Answer) -> Mapping[str, Any]:
    """The answer's JSON object; empty where it is none."""
    said = answer.json()
    return said if isinstance(said, dict) else {}


def listed(fields: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """The objects in a list of the answer; empty where there is no such list."""
    entries = fields.get(name)
    return [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []


def iso_moment(text: object) -> datetime | None:
    """A moment in ISO 8601 (UTC where it names no zone), or None."""
    try:
        return _told(datetime.fromisoformat(text)) if isinstance(text, str) else None
    except ValueError:
        return None


def mail_moment(text: object) -> datetime | None:
    """A moment as mails and HTTP write it (RFC 5322; UTC where it names no zone), or None."""
    try:
        return _told(parsedate_to_datetime(text)) if isinstance(text, str) else None
    except (TypeError, ValueError, OverflowError):
        return None


def unix_moment(seconds: object) -> datetime | None:
    """A moment in seconds since 1970, or None."""
    try:
        return _told(datetime.fromtimestamp(seconds, UTC)) if isinstance(seconds, int | float) else None
    except (OverflowError, OSError, ValueError):
        return None


def _told(moment: datetime) -> datetime | None:
    """The moment in UTC; None for one before these services were there, by which programs mean none at all."""
    if not _FIRST_YEAR < moment.year < _NO_YEAR:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def name_of(identity: object, *words: object) -> str:
    """What a provider calls an entry; for one without a name, a name that is always the same for the same words."""
    if isinstance(identity, int | str) and str(identity):
        return str(identity)
    return hashlib.sha256(repr(words).encode("utf-8", "backslashreplace")).hexdigest()[:32]
