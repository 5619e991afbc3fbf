"""`import` and `import-undo`."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reengage_desktop.cli.answers import Answer, Stage
from reengage_desktop.cli.tables import counted, facts, table
from reengage_desktop.domain.vocabulary import ChannelName, ImportKind
from reengage_desktop.jobs.lanes import Progress
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import imports

_SHOWN_ERRORS = 20


def import_file(shop: Shop, arguments: Any, stage: Stage) -> Answer:
    """Brings a file in."""
    channels = _channels(arguments.consent)
    if channels and not (arguments.wording or "").strip():
        raise Refused("--consent needs --wording: what the customers in this file agreed to. Nothing was imported.")
    if arguments.wording and not channels:
        raise Refused("--wording needs --consent: the channels that they agreed to. Nothing was imported.")
    request = imports.ImportRequest(
        path=Path(arguments.file),
        kind=ImportKind(arguments.kind),
        mapping=_mapping(arguments.mapping),
        date_order=arguments.date_order,
        consent=channels,
        wording=arguments.wording,
        is_dry_run=arguments.dry_run,
    )
    report = imports.import_file(shop, request, progress=_progress(stage))
    return Answer(report.as_json(), _text(report, is_dry=arguments.dry_run))


def undo(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Takes one import back."""
    report = imports.undo_import(shop, arguments.import_id)
    text = f"Import {report.import_id} is taken back: {report.removed} removed, {report.restored} as before."
    return Answer(report.as_json(), "\n".join([text, *report.notes]))


def _mapping(file: str | None) -> Mapping[str, str] | None:
    if file is None:
        return None
    try:
        mapping = json.loads(Path(file).read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise Refused(f"The mapping “{file}” is no UTF-8 text. Nothing was imported; save it as UTF-8.") from None
    except json.JSONDecodeError as fault:
        raise Refused(
            f"The mapping “{file}” is no JSON (line {fault.lineno}, column {fault.colno}). Nothing was imported; write "
            'it like {"order_id": "Order No."}.'
        ) from None
    if not isinstance(mapping, dict) or not all(isinstance(value, str) for value in mapping.values()):
        raise Refused(f'The mapping “{file}” must be like {{"order_id": "Order No."}}. Nothing was imported.')
    return mapping


def _channels(text: str | None) -> tuple[ChannelName, ...]:
    names = [part.strip().casefold() for part in (text or "").split(",") if part.strip()]
    known = [channel.value for channel in ChannelName]
    for name in names:
        if name not in known:
            raise Refused(f"“{name}” is no channel. Nothing was imported; the channels are {', '.join(known)}.")
    return tuple(ChannelName(name) for name in dict.fromkeys(names))


def _progress(stage: Stage) -> Progress:
    def tell(done: int, total: int | None) -> None:
        if stage.stderr.isatty():
            of = "" if total is None else f" of {total:,}"
            print(f"\r{done:,}{of} rows …", end="", file=stage.stderr, flush=True)

    return Progress(tell)


def _text(report: imports.ImportReport, *, is_dry: bool) -> str:
    data = report.as_json()
    first = "Checked only, nothing was changed." if is_dry else f"Import {report.import_id} is done."
    counts = facts((name, data[name]) for name in ("rows", "created", "updated", "unchanged", "rejected"))
    parts = [first, counts, *data["notes"]]
    if data["errors"]:
        shown = [(e["row"], e["column"], e["value"], e["message"]) for e in data["errors"][:_SHOWN_ERRORS]]
        parts += ["", table(("row", "column", "value", "what is wrong"), shown)]
        if report.rejects_file is not None:
            parts.append(
                f"{counted(report.rejected, 'row was', 'rows were')} not taken; all of them: {report.rejects_file}"
            )
    return "\n".join(parts)
