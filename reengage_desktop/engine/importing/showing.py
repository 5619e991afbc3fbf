"""What an import would take, for the owner's eyes: the first rows as understood, and what is wrong by its cause."""

from collections.abc import Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from reengage_desktop.connectors.checking.plan import Plan
from reengage_desktop.connectors.checking.reading import Record, read
from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.domain.settings import Settings
from reengage_desktop.engine.importing.report import Problem, ShownRow
from reengage_desktop.store.importing import complaints
from reengage_desktop.store.scratch import Scratch

_ROWS = 8


def first_rows(table: Table, plan: Plan, settings: Settings) -> tuple[ShownRow, ...]:
    """The file's first good rows as they would be written."""
    records = (each for each in read(table, plan, settings) if isinstance(each, Record))
    return tuple(ShownRow(each.line, _values(each.values, settings)) for each in islice(records, _ROWS))


def _values(values: Mapping[str, Any], settings: Settings) -> dict[str, Any]:
    return {
        name: value.astimezone(settings.zone) if isinstance(value, datetime) else value
        for name, value in values.items()
        if name not in ("source_status", "document")
    }


def list_problems(scratch: Scratch) -> tuple[Problem, ...]:
    """What is wrong in the file, the most frequent cause first, whatever the values of the cells."""
    return tuple(Problem(*group) for group in complaints.group(scratch))
