"""Takes an import back: at the owner's word, or because it was cut off while it was being written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing.report import CancelCheck, ImportCancelled, ImportRefused, UndoReport
from reengage_desktop.engine.importing.turns import import_turn, is_free
from reengage_desktop.engine.importing.work import never
from reengage_desktop.engine.importing.writing import Pace
from reengage_desktop.store import facts, imports
from reengage_desktop.store import settings as stored
from reengage_desktop.store.connection import Database, StoreConflict
from reengage_desktop.store.importing import undoing
from reengage_desktop.store.importing.indexes import late_indexes
from reengage_desktop.store.scratch import Cancelled

_COUNTED = {
    ImportKind.CUSTOMERS: "customers",
    ImportKind.ORDERS: "orders",
    ImportKind.PRODUCTS: "products",
    ImportKind.VIEWS: "views",
    ImportKind.WISHLISTS: "wishlists",
    ImportKind.ENQUIRIES: "enquiries",
    ImportKind.OPTOUTS: "customers",
}


_EVERYBODY = "SELECT id FROM customers WHERE merged_into IS NULL AND erased_at IS NULL"
_TOUCHED = "SELECT customer_id AS id FROM undo_touched"


def undo_import(
    db: Database, import_id: int, settings: Settings, now: datetime, stop: CancelCheck = never
) -> UndoReport:
    """Takes a finished import back; raises ImportRefused where there is nothing to take back.

    What later imports, the owner or a message built on stays; the report says how much that is. Raises ImportCancelled
    where it is told to stop: `recover` takes back the rest.
    """
    del settings  # the base currency may be one of the things that go back
    with import_turn(db), _told_to_stop():
        state = imports.find_state(db, import_id)
        if state is None:
            text = f"There is no import number {import_id}. See the list of imports for its number."
            raise ImportRefused(Sentence("no_import", text, number=import_id))
        if state == imports.UNDONE:
            text = f"Import {import_id} was taken back already. Nothing was changed."
            raise ImportRefused(Sentence("undone_already", text, number=import_id))
        kind = ImportKind(db.value("SELECT kind FROM imports WHERE id = ?", (import_id,)))
        with db.write():
            db.run("UPDATE imports SET state = 'writing', undone_at = ? WHERE id = ?", (stamp(now), import_id))
        done = take_back(db, import_id, now, stop=stop)
    table = _COUNTED[kind]
    notes: tuple[Sentence, ...] = ()
    if done.kept:
        text = f"{done.kept:,} customers or products stay: later orders, views or messages refer to them."
        notes = (Sentence("kept_for_later", text, number=done.kept),)
    return UndoReport(import_id, done.removed[table], done.restored.get(table, 0), notes)


def recover(db: Database, settings: Settings, now: datetime, stop: CancelCheck = never) -> list[int]:
    """Takes back whatever was cut off while it was being written, unless its program still runs; gives the numbers.

    The program calls it at its start, before anything is decided or sent. Raises ImportCancelled where it is told to
    stop: the next call goes on.
    """
    del settings
    if not is_free(db):
        return []
    with import_turn(db), _told_to_stop():
        unfinished = imports.list_unfinished(db)
        for import_id in unfinished:
            take_back(db, import_id, now, is_interrupted=True, stop=stop)
    return unfinished


@contextmanager
def _told_to_stop() -> Iterator[None]:
    try:
        yield
    except Cancelled:
        raise ImportCancelled("The import is not taken back to its end yet. The next start goes on with it.") from None


def take_back(
    db: Database, import_id: int, now: datetime, *, is_interrupted: bool = False, stop: CancelCheck = never
) -> undoing.Undoing:
    """Takes an import in the state `writing` back, whole; the caller has the turn.

    `is_interrupted`: an earlier attempt may have been cut off too, so that everybody's facts are looked at. Raises
    Cancelled soon after `stop` says so; the import stays in its state, for `recover`.
    """

    def go_on() -> None:
        if stop():
            raise Cancelled

    with suppress(StoreConflict):  # what can't be unique yet goes first
        late_indexes.build(db, go_on=go_on)  # a first import had put them off
    work = undoing.Undoing(db, import_id, go_on)
    work.run()
    late_indexes.build(db, go_on=go_on)
    keeps_row = db.value("SELECT undone_at FROM imports WHERE id = ?", (import_id,)) is not None
    _refresh(db, _EVERYBODY if is_interrupted else _TOUCHED, go_on)
    undoing.finish(db, import_id, keeps_row=keeps_row, at=stamp(now))
    return work


def _refresh(db: Database, whose: str, go_on: Callable[[], None]) -> None:
    """Brings the facts of everybody whose id the query gives in step with her orders, some in each transaction."""
    settings, sources, pace = stored.load(db), facts.Sources(facts.span_of(db)), Pace()
    some = f"SELECT max(id) FROM (SELECT id FROM ({whose}) WHERE id > ? ORDER BY id LIMIT ?)"  # noqa: S608 - constant
    low, high = 0, db.value(some, (0, pace.rows))
    while high is not None:
        go_on()
        with db.write(), pace:
            chosen = f"SELECT id FROM ({whose}) WHERE id > ? AND id <= ?"  # noqa: S608 - constant
            facts.refresh_some(db, chosen, (low, high), settings, sources)
        low, high = high, db.value(some, (high, pace.rows))
