"""Opens a shop: folder, log, lock, backup and migration, recovery, identity. Everything starts through here."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reengage_desktop.app import identity, machine, older
from reengage_desktop.app.folders import choose_folder
from reengage_desktop.app.log import Log
from reengage_desktop.app.paths import prepare
from reengage_desktop.domain.credentials import Secrets
from reengage_desktop.domain.moments import parse_moment, stamp
from reengage_desktop.domain.vocabulary import NoticeKind
from reengage_desktop.jobs import clock_watch
from reengage_desktop.jobs.events import CustomersChanged, Event, ImportFinished, RunFinished
from reengage_desktop.jobs.locks import MAINTENANCE, exclusive
from reengage_desktop.jobs.present import Clock, fixed, system_now
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Paths, Shop
from reengage_desktop.store import backups, imports, ledger, notices, outbox, sent_ledger, settings
from reengage_desktop.store.database import Database, DatabaseDamaged, StoreFault, open_database
from reengage_desktop.store.migrate import NewerDatabase
from reengage_desktop.store.migrations import CURRENT_VERSION

_FIRST_YEAR, _FAR_YEAR = 1970, 9000
_NO_COPY = (
    "The shop's database can't be used, and no good copy of it is in “{folder}”. Nothing is sent from it; put a copy "
    "that you kept elsewhere there and try again. Without one, move “shop.db” and that folder away: a new shop begins, "
    "which still knows who must not be written to."
)
"""Beyond them a date and some years more or less is no date any more."""


@dataclass(frozen=True)
class Wishes:
    """How a shop is to be opened.

    `now` is the command line's ISO moment, in the shop's zone when it names none. `clock` and `secrets` are handed in
    by tests and the sample shop. `log_on_stderr`: from which level on the log also goes to stderr.
    """

    folder: Path | None = None
    now: str | None = None
    clock: Clock | None = None
    secrets: Callable[[], Secrets] | None = None
    log_on_stderr: int | None = None
    is_sample: bool = False
    lock_wait_s: float = 10.0


def open_shop(wishes: Wishes | None = None) -> Shop:
    """The shop of a folder, ready for any task; a folder without one becomes an empty shop.

    Raises Refused or StoreFault with the sentence; a database of a newer program is left untouched.
    """
    wishes = wishes or Wishes()
    paths = prepare(choose_folder(wishes.folder, os.environ))
    log = Log(paths.logs, on_stderr=wishes.log_on_stderr)
    try:
        with _offering_a_copy(paths):
            db = _open_database(paths, (wishes.clock or system_now)(), wishes.lock_wait_s)
            try:
                return _shop(db, paths, wishes, log)
            except BaseException:
                db.close()
                raise
    except BaseException:
        log.close()
        raise


@contextmanager
def _offering_a_copy(paths: Paths) -> Iterator[None]:
    """Where the database is damaged, or of a newer program, the sentence names the newest copy that can be used.

    For a newer one that is the copy of before its update; a damaged one without any says so (promises 13 and 15).
    """
    try:
        yield
    except (DatabaseDamaged, NewerDatabase) as fault:
        copy = backups.find_good_copy(paths.backups)
        if copy is None and isinstance(fault, DatabaseDamaged):
            raise DatabaseDamaged(_NO_COPY.format(folder=paths.backups)) from fault
        if copy is None:
            raise
        if isinstance(fault, NewerDatabase):
            sentence = f"{fault} Or go back to the shop as it was before that: {copy.path}."
            raise NewerDatabase(sentence, copy.path) from fault
        raise DatabaseDamaged(f"{fault} It is {copy.path}.", copy.path) from fault


def _shop(db: Database, paths: Paths, wishes: Wishes, log: Log) -> Shop:
    clock = wishes.clock or system_now
    machine.adopt_defaults(db, clock())
    clock = _clock(db, wishes)
    with suppress(OSError):
        ledger.adopt_salt(db, paths.refusals)
    folder_id = identity.settle(db, paths, clock())
    with suppress(OSError):
        older.notice(db, paths.seen, clock())
    _recover(db, paths, clock())
    shop = Shop(
        db=db,
        paths=paths,
        clock=clock,
        open_secrets=wishes.secrets or (lambda: _keyring(folder_id)),
        is_sample=wishes.is_sample or settings.find_word(db, "is_sample") is not None,
        is_stated=wishes.now is not None,
    )
    shop.on_close.append(log.close)
    is_right = shop.is_stated or clock_watch.watch(shop, shop.now())
    _keep_refusals(shop, shop.now() if is_right else clock_watch.find_latest(db) or shop.now())
    return shop


def _keep_refusals(shop: Shop, now: datetime) -> None:
    """Whatever the database does not know of refusals it learns; from now on each one is written down beside it.

    `now`: the latest moment that is believed; by a wrong year all that is written down were old.
    """
    with suppress(OSError):
        ledger.settle(shop.db, shop.paths.refusals, now)
        sent_ledger.settle(shop.db, now)

    def write_down(_event: Event | None = None) -> None:
        with suppress(OSError, StoreFault):  # a full or locked disk is told where it matters; next time makes up for it
            ledger.keep(shop.db, shop.paths.refusals)
            older.remember(shop.db, shop.paths.seen)

    shop.events.subscribe(write_down, CustomersChanged, ImportFinished, RunFinished)
    shop.before_close.append(write_down)


def _clock(db: Database, wishes: Wishes) -> Clock:
    if wishes.now is None:
        return wishes.clock or system_now
    try:
        moment = parse_moment(wishes.now, settings.load(db).zone)
    except (ValueError, OverflowError):
        moment = None
    if moment is None or not _FIRST_YEAR <= moment.year < _FAR_YEAR:
        raise Refused(
            f"“{wishes.now}” is no moment. Nothing was done; write it like 2026-11-21T09:00 or 2026-11-21T09:00+01:00."
        )
    return fixed(moment)


def _open_database(paths: Paths, now: datetime, wait_s: float) -> Database:
    """Opens the database; an older one is copied before it is brought up to date, alone."""
    if not paths.database.exists() or paths.database.stat().st_size == 0:
        _refuse_emptied(paths)
        return open_database(paths.database)
    schema = backups.schema_of(paths.database)
    if schema > CURRENT_VERSION:
        raise NewerDatabase(
            f"This shop's database was written by a newer version of the program (schema {schema}, this one knows "
            f"{CURRENT_VERSION}). Nothing was changed or sent; install the newer version."
        )
    if schema == CURRENT_VERSION:
        return open_database(paths.database)
    with exclusive(paths.locks, MAINTENANCE, "the update of the database", now, wait_s=wait_s):
        _keep_copy(paths, schema, now)
        return open_database(paths.database)


def _refuse_emptied(paths: Paths) -> None:
    """A folder that has copies was a shop: something emptied its file or took it away (promise 13).

    An empty shop in its place would push the good copies out, one a day.
    """
    if any(paths.backups.glob("*.db")):
        what = "is empty" if paths.database.exists() else "is gone"
        raise DatabaseDamaged(
            f"The shop's database file {what}. Nothing is sent from it; restore the newest good backup."
        )


def _keep_copy(paths: Paths, schema: int, now: datetime) -> None:
    before = Database(paths.database)
    try:
        if schema > 0:
            backups.create(before, paths.backups / f"before-update-from-{schema}-{stamp(now)}.db")
    finally:
        before.close()


def _recover(db: Database, paths: Paths, now: datetime) -> None:
    """Takes back an import that was interrupted, and marks sends of which nobody knows the end."""
    if imports.is_writing(db):
        from reengage_desktop.engine.importing import recover  # noqa: PLC0415 - needed after a crash only

        files = imports.name_unfinished(db)
        for import_id in recover(db, settings.load(db), now):
            notices.tell(db, f"import:{import_id}", NoticeKind.IMPORT_TAKEN_BACK, {"file": files[import_id]}, now)
    if outbox.has_interrupted(db):
        from reengage_desktop.engine.sending import SenderBusy, recover_interrupted  # noqa: PLC0415
        from reengage_desktop.engine.sending.turns import sender_turn  # noqa: PLC0415

        with suppress(SenderBusy), sender_turn(paths.locks, wait_s=0):
            recover_interrupted(db, now, paths.locks)


def _keyring(folder_id: str) -> Secrets:
    from reengage_desktop.credentials import find_secrets  # noqa: PLC0415 - slow to import; most commands need none

    return find_secrets(folder_id)
