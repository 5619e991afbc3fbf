"""`import` and `import-undo`."""

import codecs
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from reengage_desktop.cli.answers import Answer, Stage
from reengage_desktop.cli.reading import read_json
from reengage_desktop.cli.tables import counted, facts, table
from reengage_desktop.connectors.vocabulary.fields import listed
from reengage_desktop.domain.places import COUNTRIES, CURRENCIES
from reengage_desktop.domain.vocabulary import ChannelName, FilledRule, ImportKind
from reengage_desktop.jobs.folder_watch import FolderWatch
from reengage_desktop.jobs.lanes import Progress
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import imports, watched
from reengage_desktop.store.connection import DatabaseBusy, DiskFull

_OF_ONE_FILE = (
    "consent", "mapping", "date_order", "yes_means", "no_means", "filled", "country", "currency", "encoding", "sheet",
    "fresh", "dry_run",
)  # fmt: skip
"""What the owner can say of one file only: it is not heeded for what comes into a folder."""

_LOOK_S = 1.0
"""How often a followed folder is looked at: a file is taken up at the second look that finds it as it was."""


def import_file(shop: Shop, arguments: Any, stage: Stage) -> Answer:
    """Brings a file in."""
    channels = _channels(arguments.consent)
    if channels and not (arguments.wording or "").strip():
        raise Refused("--consent needs --wording: what the customers in this file agreed to. Nothing was imported.")
    if not channels and (arguments.wording or arguments.consent is not None):
        raise Refused("--consent names no channel: those that they agreed to, such as email,sms. Nothing was imported.")
    if arguments.follow:
        return _follow(shop, arguments, stage)
    request = imports.ImportRequest(
        path=Path(arguments.file),
        kind=ImportKind(arguments.kind),
        sheet=arguments.sheet,
        mapping=_mapping(arguments.mapping, stage),
        date_order=arguments.date_order,
        encoding=_encoding(arguments.encoding),
        country=_code(arguments.country, COUNTRIES, "country", "AT"),
        currency=_code(arguments.currency, CURRENCIES, "currency", "EUR"),
        filled=FilledRule(arguments.filled) if arguments.filled else None,
        consent_words=_words(arguments),
        is_fresh=arguments.fresh,
        consent=channels,
        wording=arguments.wording,
        is_dry_run=arguments.dry_run,
    )
    report = imports.import_file(shop, request, progress=_progress(stage))
    return Answer(report.as_json(), _text(report, is_dry=arguments.dry_run))


def _follow(shop: Shop, arguments: Any, stage: Stage) -> Answer:
    """Imports what comes into a folder, file by file as it lies still, until the program is asked to stop."""
    folder = Path(arguments.file)
    given = [f"--{name.replace('_', '-')}" for name in _OF_ONE_FILE if getattr(arguments, name)]
    if given:
        raise Refused(
            f"--follow takes no {given[0]}: what holds for one file need not for all. Nothing was imported; import the "
            "first one by itself, and the next are read as it was."
        )
    if not folder.is_dir():
        raise Refused(f"“{folder}” is no folder. Nothing was imported; --follow takes a folder.")
    watch, taken = FolderWatch(folder), list[watched.TakenUp]()

    def tell(each: watched.TakenUp) -> None:
        taken.append(each)
        stage.say(f"{each.path.name}: {_outcome(each)}")

    trouble = ""
    while not shop.lanes.stopping():
        said, trouble = trouble, ""
        try:
            watched.take_up_all(shop, watch, ImportKind(arguments.kind), tell)
        except OSError as fault:  # a share that is gone comes back
            trouble = f"“{folder}” can't be looked at ({fault.strerror}). It is looked at again every second."
        except (DatabaseBusy, DiskFull) as fault:  # another program ends, and somebody frees some space
            trouble = f"{fault} The folder is looked at again every second."
        if trouble not in ("", said):
            stage.say(trouble)
        shop.lanes.stopping.wait(_LOOK_S)
    data = {"files": [{"file": str(each.path), "outcome": each.outcome, **_document(each)} for each in taken]}
    done = sum(each.outcome is watched.Outcome.IMPORTED for each in taken)
    return Answer(data, f"{counted(done, 'file was', 'files were')} imported.")


def _document(taken: watched.TakenUp) -> dict[str, Any]:
    report = None if taken.report is None else taken.report.as_json()
    return {"report": report, "error": None if taken.sentence is None else str(taken.sentence)}


def _outcome(taken: watched.TakenUp) -> str:
    if taken.outcome is watched.Outcome.IMPORTED and taken.report is not None:
        return f"import {taken.report.import_id}, {taken.report.created} new, {taken.report.updated} updated"
    if taken.outcome is watched.Outcome.KNOWN:
        return "left, for these very bytes were imported before"
    return str(taken.sentence or "left, for it leaves something open: look at it with `import --dry-run`")


def _encoding(name: str | None) -> str | None:
    if name is None:
        return None
    try:
        "".encode(name)  # raises for what turns bytes into other bytes too, such as base64
        return codecs.lookup(name).name
    except (LookupError, UnicodeError):
        raise Refused(f"“{name}” is no encoding. Nothing was imported; name one such as utf-8 or cp1252.") from None


def _code(text: str | None, known: Collection[str], what: str, example: str) -> str | None:
    if text is not None and text.upper() not in known:
        raise Refused(f"“{text}” is no {what} code. Nothing was imported; name one such as {example}.")
    return None if text is None else text.upper()


def undo(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """Takes one import back."""
    report = imports.undo_import(shop, arguments.import_id)
    text = f"Import {report.import_id} is taken back: {report.removed} removed, {report.restored} as before."
    return Answer(report.as_json(), "\n".join([text, *report.notes]))


def _mapping(file: str | None, stage: Stage) -> Mapping[str, str] | None:
    if file is None:
        return None
    mapping = {name: _columns(value) for name, value in read_json(file, stage).items()}
    if not all(isinstance(value, str) for value in mapping.values()):
        raise Refused(f'The mapping “{file}” must be like {{"order_id": "Order No."}}. Nothing was imported.')
    return mapping


def _columns(value: Any) -> Any:
    """What is named for a field: one column as it is, and all of several in a list."""
    are_names = isinstance(value, list) and all(isinstance(each, str) for each in value)
    return listed(value) if are_names else value


def _words(arguments: Any) -> Mapping[str, str] | None:
    """What words of columns of consent mean, as the owner states it."""
    yes, no = arguments.yes_means, arguments.no_means
    if both := {word.casefold() for word in yes} & {word.casefold() for word in no}:
        raise Refused(f"“{min(both)}” can't mean yes and no. Nothing was imported; state it once.")
    return dict.fromkeys(yes, "yes") | dict.fromkeys(no, "no") or None


def _channels(text: str | None) -> tuple[ChannelName, ...]:
    names = [part.strip().casefold() for part in (text or "").split(",") if part.strip()]
    known = [channel.value for channel in ChannelName]
    for name in names:
        if name not in known:
            raise Refused(f"“{name}” is no channel. Nothing was imported; the channels are {', '.join(known)}.")
    return tuple(ChannelName(name) for name in dict.fromkeys(names))


def _progress(stage: Stage) -> Progress:
    def tell(done: int, total: int | None) -> None:
        of = "" if total is None else f" of {total:,}"
        stage.count(f"{done:,}{of} rows …")

    return Progress(tell)


def _text(report: imports.ImportReport, *, is_dry: bool) -> str:
    data = report.as_json()
    first = "Checked only, nothing was changed." if is_dry else f"Import {report.import_id} is done."
    counts = facts((name, data[name]) for name in ("rows", "created", "updated", "unchanged", "rejected"))
    parts = [first, counts, *data["notes"]]
    if report.problems:
        parts += ["", table(("times", "column", "lines", "what is wrong"), map(_problem, report.problems))]
        left_out = sum(each.count for each in report.problems if not each.is_rejected)
        said = [counted(report.rejected, "row was", "rows were")] if report.rejected else []
        said += [counted(left_out, "single value was", "single values were")] if left_out > 0 else []
        where = "" if report.rejects_file is None else f"; all of them: {report.rejects_file}"
        parts.append(f"{' and '.join(said)} not taken{where}")
    return "\n".join(parts)


def _problem(problem: imports.Problem) -> tuple[str, str, str, str]:
    """A cause as a line of the table: how often, in which column, its first lines, what is wrong with one."""
    lines = ", ".join(str(line) for line, _value in problem.samples)
    more = " …" if problem.count > len(problem.samples) else ""
    return str(problem.count), problem.column or "-", lines + more, problem.message
