"""Brings one file into the shop: read and checked whole, counted, then written or (dry run) left at that."""

import hashlib
import itertools
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from reengage_desktop.connectors.checking.plan import Plan
from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.connectors.recognising.recognition import recognise
from reengage_desktop.connectors.recognising.twofold import columns_for_customers
from reengage_desktop.connectors.vocabulary.blanks import NOBODY
from reengage_desktop.connectors.vocabulary.fields import FIELDS
from reengage_desktop.connectors.vocabulary.refusals import FileRefused, UnknownColumns
from reengage_desktop.domain.answers import Remembered
from reengage_desktop.domain.moments import iso_stamp
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.settings import Settings
from reengage_desktop.engine.importing.checking import Checked, check_file
from reengage_desktop.engine.importing.notes import write_notes
from reengage_desktop.engine.importing.rejects import list_errors, write_rejects
from reengage_desktop.engine.importing.remembering import natural_key, open_answered
from reengage_desktop.engine.importing.report import (
    CancelCheck,
    ColumnsUnknown,
    ImportCancelled,
    ImportRefused,
    ImportReport,
    ImportRequest,
    Progress,
)
from reengage_desktop.engine.importing.showing import first_rows, list_problems
from reengage_desktop.engine.importing.taking_back import take_back
from reengage_desktop.engine.importing.turns import import_turn, scratch_folder
from reengage_desktop.engine.importing.work import Work, never, nothing_told, settings_for
from reengage_desktop.engine.importing.writing import Writer
from reengage_desktop.store import imports
from reengage_desktop.store.connection import Database
from reengage_desktop.store.scratch import Cancelled, Scratch, attached

_BLOCK = 1 << 20
_NAME_BYTES = 120

State = tuple[int, int] | None


def import_file(
    db: Database,
    request: ImportRequest,
    settings: Settings,
    now: datetime,
    progress: Progress = nothing_told,
    cancel: CancelCheck = never,
) -> ImportReport:
    """Brings a file in and says what came of it; all or nothing.

    Raises ImportRefused (also for a file that is not what it should be) and ImportCancelled; both leave the shop as it
    was. `cancel` is asked at least several times a second; `progress` hears the rows read, then the records written.
    """
    if request.consent and not (request.wording or "").strip():
        text = "“They all agreed” needs the wording of what they agreed to. Nothing was imported; add the wording."
        raise ImportRefused(Sentence("agreement_unworded", text))
    try:
        with import_turn(db), scratch_folder(db) as folder:
            return _bring_in(Work(db, request, settings, now, progress, cancel), folder)
    except Cancelled:
        raise ImportCancelled from None
    except UnknownColumns as refusal:
        raise ColumnsUnknown(refusal.sentence, refusal.kind, refusal.missing, refusal.columns) from refusal
    except FileRefused as refusal:
        raise ImportRefused(refusal.sentence) from refusal
    except OverflowError:
        text = (
            "An amount in this file is too large to be one. Nothing was imported; check that the columns are the right "
            "ones."
        )
        raise ImportRefused(Sentence("amount_too_large", text)) from None


def _bring_in(work: Work, folder: Path) -> ImportReport:
    found = state_of(work.request.path)
    work, table, remembered = open_answered(work, folder)
    try:
        reading = settings_for(work)
        plan = _plan(work, table, reading)
        scratch = Scratch(folder / "check.db", work.db.path, work.cancel)
        try:
            checked = check_file(work, scratch, table, plan, reading)
            report = replace(_report(work, scratch, table, checked), problems=list_problems(scratch))
            if remembered is not None:
                report = replace(report, remembered=remembered, notes=(_as_last_time(work, remembered), *report.notes))
            if work.request.is_dry_run:
                shown = first_rows(table, plan, reading)
                return replace(report, shown=shown, same_file_at=_same_file(work))
        finally:
            scratch.close()
        key = natural_key(work, table, folder)
    finally:
        table.close()
    return _write(work, folder / "check.db", key, checked, report, _source(work, checked.plan, found))


def _plan(work: Work, table: Table, settings: Settings) -> Plan:
    request = work.request
    plan = recognise(
        table,
        request.kind,
        mapping=request.mapping,
        date_order=request.date_order,
        consent_words=request.consent_words,
        is_stated=bool(request.consent),
        known_apart=imports.columns_apart(work.db),
        settings=settings,
    )
    if request.currency and not plan.has("currency") and "currency" in FIELDS[plan.kind]:
        plan.constants = {**plan.constants, "currency": request.currency}
        plan.currency = request.currency
    if request.consent:
        plan.sources = tuple(replace(each, holds_back=True) for each in plan.sources)
    if not plan.has("email", "phone") and _is_somebody(work.db, NOBODY):
        plan.sources = tuple(replace(each, has_guests=False) for each in plan.sources)
    return plan


def _is_somebody(db: Database, number: str) -> bool:
    """Whether a customer of the shop bears the number that most systems give to all guests.

    It is asked where a file tells people by their numbers alone: guests without an address are not in a list.
    """
    return db.row("SELECT 1 FROM external_ids WHERE source = '' AND external_id = ?", (number,)) is not None


def _as_last_time(work: Work, remembered: Remembered) -> Sentence:
    text = (
        f"The file was read as the last one with these columns, on {iso_stamp(remembered.at, work.settings.zone)}. "
        "State --fresh to have it read as if it were the first."
    )
    return Sentence("as_last_time", text, at=remembered.at)


def _same_file(work: Work) -> int | None:
    """When this very file was imported before."""
    path = work.request.path
    if not imports.has_file_of(work.db, path.stat().st_size):
        return None
    return imports.find_same_file(work.db, digest_of(path, work.go_on))


def _report(work: Work, scratch: Scratch, table: Table, checked: Checked) -> ImportReport:
    rejects, target = None, _rejects_target(work)
    if target is not None:
        try:
            rejects = write_rejects(scratch, table, checked.plan, target)
        except OSError as fault:
            folder, cause = str(target.parent), fault.strerror or ""
            text = f"The list of refused rows can't be written to “{folder}”: {cause}. Nothing was imported."
            raise ImportRefused(Sentence("rejects_unwritable", text, folder=folder, cause=cause)) from fault
    return ImportReport(
        import_id=None,
        kind=checked.kind,
        rows=checked.rows,
        created=checked.created,
        updated=checked.updated,
        unchanged=checked.unchanged,
        rejected=checked.rejected,
        anonymous=checked.anonymous,
        has_new_noes=checked.has_new_noes,
        rejects_file=rejects,
        export=checked.plan.title if checked.plan.preset else None,
        columns=dict(checked.plan.columns),
        joint_columns={each.field: each.columns for each in checked.plan.sources if len(each.columns) > 1},
        errors=list_errors(scratch),
        notes=tuple(dict.fromkeys((*table.notes, *write_notes(scratch, checked, work.settings)))),
        questions=tuple(question.text for question in checked.plan.questions),
        for_customers=columns_for_customers(table, checked.plan, work.settings, all_count=work.request.is_dry_run),
    )


def _rejects_target(work: Work) -> Path | None:
    request = work.request
    if request.rejects_to is not None or request.is_dry_run or request.rejects_dir is None:
        return request.rejects_to
    moment = work.now.astimezone(work.settings.zone).strftime("%Y-%m-%d-%H%M%S")
    name = f"{_cut(request.path.stem)}-rejects-{moment}"
    others = (f"{name}-{count}" for count in itertools.count(2))
    names = (request.rejects_dir / f"{each}.csv" for each in itertools.chain([name], others))
    return next(target for target in names if not target.exists())


def _cut(stem: str) -> str:
    """A file's name with room for what is added to it: systems take 255 bytes, and some letters take four."""
    return stem.encode(errors="surrogateescape")[:_NAME_BYTES].decode(errors="ignore")


def _source(work: Work, plan: Plan, found: State) -> imports.Source:
    """The file that was read; raises ImportRefused where it is not the one that was `found` any more.

    What was read of it may be half of one and half of another file.
    """
    path, digest = work.request.path, ""
    with suppress(OSError):
        digest = digest_of(path, work.go_on)
    if found is None or not digest or state_of(path) != found:
        text = (
            f"“{path.name}” was changed while it was being read. Nothing was imported; try again when the program that "
            "writes it is done."
        )
        raise ImportRefused(Sentence("file_changed", text, file=path.name))
    size, made = found
    return imports.Source(
        *(str(plan.kind), path.name, digest, plan.preset, plan.columns),
        byte_count=size,
        file_at=made // 1_000_000_000,
        origin=work.request.origin,
    )


def _write(
    work: Work, scratch_path: Path, key: str, checked: Checked, report: ImportReport, source: imports.Source
) -> ImportReport:
    notes = report.notes
    before = imports.find_same_file(work.db, source.sha256)
    if before is not None:
        text = f"This very file was imported before, on {iso_stamp(before, work.settings.zone)}."
        notes = (*notes, Sentence("same_file", text, at=before))
    writer = Writer(work, checked, scratch_path)
    with attached(work.db, scratch_path):
        try:
            writer.begin(source)
            writer.copy()
            rejects = None if report.rejects_file is None else str(report.rejects_file)
            writer.finish(_figures(report), notes, rejects, (key, work.request.answers))
        except BaseException:
            if writer.import_id:
                take_back(work.db, writer.import_id, work.now)
            raise
    return replace(report.written(writer.import_id, notes), same_file_at=before)


def _figures(report: ImportReport) -> dict[str, int]:
    return {
        "row_count": report.rows,
        "created_count": report.created,
        "updated_count": report.updated,
        "unchanged_count": report.unchanged,
        "rejected_count": report.rejected,
        "anonymous_count": report.anonymous,
    }


def state_of(path: Path) -> State:
    """What tells that a file is still as it was: its size, and when it was changed (nanoseconds); None for no file."""
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_size, about.st_mtime_ns


def digest_of(path: Path, go_on: Callable[[], object] = bool) -> str:
    """The SHA-256 of a file's bytes; `go_on` is called before each block, and raises to end it. Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            go_on()
            digest.update(block)
    return digest.hexdigest()
