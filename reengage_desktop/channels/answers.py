"""Reads providers' answers without trusting their shape: what is missing or of another type is simply not there."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from reengage_desktop.transport import Answer


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
        moment = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    if moment is None:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
