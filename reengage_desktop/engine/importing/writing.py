"""The second half of an import: what was checked is copied into the shop in short transactions behind a journal.

While it goes on the import's state is `writing` and nobody is selected or written to. Whatever cuts it off, the journal
takes everything back (`taking_back`).
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reengage_desktop.domain.answers import Answers
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.places import CURRENCIES
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing.checking import SIGNALS, Checked
from reengage_desktop.engine.importing.gathering import Gathering
from reengage_desktop.engine.importing.work import Work
from reengage_desktop.store import facts, imports
from reengage_desktop.store import settings as stored
from reengage_desktop.store.importing.goods import products, signals
from reengage_desktop.store.importing.indexes import late_indexes
from reengage_desktop.store.importing.indexes.index_process import IndexProcess
from reengage_desktop.store.importing.journal import Writing, keep_looks
from reengage_desktop.store.importing.orders import codes, order_writing
from reengage_desktop.store.importing.people import meanwhile, optouts, people_writing, repeated
from reengage_desktop.store.importing.people.identities import NEVER
from reengage_desktop.store.importing.people.ties import join_tied, tied_pairs
from reengage_desktop.store.importing.staged import SHARED_EMAILS_SQL
from reengage_desktop.store.scratch import Cancelled, lent, may_read_long, settle_log

_MOST = 4
"""From a quarter of all customers on, one pass over all orders is cheaper than looking up each one's."""

_FEW = 500
"""So few customers are looked up in any case."""


_TURN_S = 0.010
"""So much work is done in a transaction: whoever wants to write meanwhile waits for one of them."""

_TIES_AT_ONCE = 50
_BOUNDS = "SELECT (SELECT min({0}) FROM {1}), (SELECT max({0}) FROM {1})"
"""Asked for both at once SQLite would read the whole table."""

_FEWEST_ROWS, _FIRST_ROWS, _MOST_ROWS = 100, 500, 4_000
_ROWS_PER_TIDYING = 20_000


class Pace:
    """How many rows the next transaction takes, from how long the last one took; a context for each transaction."""

    def __init__(self) -> None:
        self.rows = _FIRST_ROWS
        self._began = 0.0

    def __enter__(self) -> None:
        self._began = time.thread_time()

    def __exit__(self, *_fault: object) -> None:
        taken = max(time.thread_time() - self._began, 1e-4)
        # halfway towards what would have been right: single turns are held up by chance
        self.rows = min(_MOST_ROWS, max(_FEWEST_ROWS, (self.rows + int(self.rows * _TURN_S / taken)) // 2))


@dataclass(frozen=True)
class Step:
    """One table of the scratch file that is copied: its name, its number column and what copies a span of it."""

    table: str
    number: str
    copy: Callable[[int, int], None]


class Writer:
    """Copies one checked file; each transaction first asks whether to go on."""

    def __init__(self, work: Work, checked: Checked, scratch_path: Path) -> None:
        self._db, self._progress, self._cancel = work.db, work.progress, work.cancel
        self._scratch_path, self._apart = scratch_path, IndexProcess(work.db)
        self._checked, self._request = checked, work.request
        self._settings, self._now, self._at = work.settings, work.now, stamp(work.now)
        self._done = self._total = self._untidied = 0
        self._writing = Writing(0, self._at)
        self._orders_are_late = False
        self._kinds: people_writing.Folk | None = None
        self._shape: order_writing.Shape | None = None

    @property
    def import_id(self) -> int:
        """The number of the import; 0 before `begin`."""
        return self._writing.import_id

    def begin(self, source: imports.Source) -> None:
        """Opens the import in the database: from here on a crash is taken back at the next start."""
        self._go_on()
        with self._db.write():
            last_category = self._db.value("SELECT coalesce(max(id), 0) FROM categories")
            import_id = imports.begin(self._db, source, self._at)
            self._writing = Writing(
                import_id, self._at, self._request.consent, self._request.wording, int(last_category)
            )
            repeated.find_twins(self._db, self._writing)
            self._adopt_currency()

    def copy(self) -> None:
        """Copies everything and brings the facts in step; raises Cancelled between two transactions."""
        gathering = Gathering(self._db, self._scratch_path, self._settings, self._cancel)
        try:
            self._copy_all(gathering)
        finally:
            gathering.end()
            self._apart.end()

    def _copy_all(self, gathering: Gathering) -> None:
        self._put_off_indexes()
        self._join_records()
        gone = meanwhile.find_gone(self._db)
        steps = self._steps()
        self._total = sum(self._size(step.table) for step in steps)
        for step in steps:
            if step.table == "heads" and self._orders_are_late and not self._checked.updated:
                gathering.begin()
            self._copy(step)
        if self._checked.kind is ImportKind.ORDERS:
            order_writing.note_buyers(self._db, self._shape_of_orders())
            self._go_on()
            codes.redeem(self._db, self._writing)
        newest = self._refresh(gathering)
        self._go_on()
        self._build_indexes()
        settle_log(self._db)
        self._refresh_late(newest)
        self._follow(gone)
        self._mark_shared()

    def finish(
        self,
        figures: dict[str, int],
        notes: tuple[Sentence, ...],
        rejects_file: str | None,
        answered: tuple[str, Answers],
    ) -> None:
        """Closes the import: from here on it can only be taken back by the owner.

        `answered`: the key of the file's columns and what the owner said, for the next file like it.
        """
        self._go_on()
        key, answers = answered
        with self._db.write():
            imports.finish(self._db, self.import_id, figures, notes, rejects_file, self._at)
            imports.remember_answers(self._db, key, self._checked.kind, answers, self._at)

    def _join_records(self) -> None:
        """First of all the records that the file shows to be one person's become one."""
        if self._checked.joined_records:
            for pairs in tied_pairs(self._db, _TIES_AT_ONCE):
                self._go_on()
                with self._db.write():
                    join_tied(self._db, self._writing, pairs)

    def _put_off_indexes(self) -> None:
        """Where most of a table's rows will be this file's, its indexes are built when all are there."""
        if self._checked.kind not in (ImportKind.PRODUCTS, ImportKind.OPTOUTS):
            strangers = self._db.value("SELECT count(*) FROM folk WHERE is_new = 1")
            self._put_off("customers", strangers)
        if self._checked.kind is ImportKind.ORDERS:
            self._orders_are_late = self._put_off("orders", self._checked.created) and may_read_long(self._db)
        elif self._checked.kind is ImportKind.VIEWS:
            self._put_off("views", self._checked.created)

    def _put_off(self, table: str, arriving: int) -> bool:
        """What is to build the indexes in the end starts now, while there is a processor to spare.

        Gives whether they are built last.
        """
        are_late = late_indexes.put_off(self._db, table, arriving)
        if are_late and arriving > late_indexes.IN_ONE_GO:
            self._apart.begin()
        return are_late

    def _build_indexes(self, only: str = "") -> None:
        late_indexes.build(self._db, only, self._go_on, self._apart)

    def _steps(self) -> list[Step]:
        kind = self._checked.kind
        steps = []
        if kind not in (ImportKind.PRODUCTS, ImportKind.OPTOUTS):
            steps.append(Step("folk", "f", self._copy_people))
        if kind not in (ImportKind.CUSTOMERS, ImportKind.ENQUIRIES, ImportKind.OPTOUTS):
            with self._db.write():
                products.write_categories(self._db, self._writing)
            steps.append(Step("wares", "g", self._copy_products))
        if kind is ImportKind.ORDERS:
            steps.append(Step("heads", "run", self._copy_orders))
        elif kind in SIGNALS:
            steps.append(Step("marks", "m", self._copy_signals))
        elif kind is ImportKind.OPTOUTS:
            steps.append(Step("marks", "m", self._copy_optouts))
        return steps

    def _copy(self, step: Step) -> None:
        if step.table == "heads":
            self._shape_of_orders()
        bounds = self._db.row(_BOUNDS.format(step.number, step.table))
        if bounds is None or bounds[0] is None:
            return
        low, last = bounds
        pace = Pace()
        while low <= last:
            self._go_on()
            high = low + pace.rows - 1
            with self._db.write(), pace:
                step.copy(low, high)
            self._tidy(high - low + 1)
            self._done = min(self._done + high - low + 1, self._total)
            low = high + 1
            self._progress(self._done, self._total)

    def _tidy(self, rows: int) -> None:
        """Now and then moves what was written from the log into the database, while others may write."""
        self._untidied += rows
        if self._untidied >= _ROWS_PER_TIDYING:
            self._untidied = 0
            settle_log(self._db)

    def _size(self, table: str) -> int:
        return int(self._db.value(f"SELECT count(*) FROM {table}"))  # noqa: S608 - constant names

    def _copy_people(self, low: int, high: int) -> None:
        if self._kinds is None:
            is_all = self._checked.kind is ImportKind.CUSTOMERS
            self._kinds = people_writing.look_over(self._db, self._checked.said, is_all=is_all)
        people_writing.write_people(self._db, self._writing, low, high, self._kinds, wins=self._checked.wins)
        self._db.run(
            "INSERT OR IGNORE INTO touched SELECT customer_id FROM folk WHERE f BETWEEN ? AND ? AND "
            "opening_last_order_at IS NOT NULL AND customer_id IS NOT NULL",
            (low, high),
        )

    def _copy_products(self, low: int, high: int) -> None:
        products.write_products(
            self._db,
            self._writing,
            (low, high),
            self._checked.currency,
            is_catalogue=self._checked.kind is ImportKind.PRODUCTS,
            is_filling_only=self._checked.wins == NEVER,
        )

    def _copy_orders(self, low: int, high: int) -> None:
        shape = self._shape_of_orders()
        order_writing.write_orders(self._db, self._writing, (low, high), self._checked.currency, shape)

    def _shape_of_orders(self) -> order_writing.Shape:
        """What the file's orders are like; first asked when its people and products are in the shop."""
        if self._shape is None:
            self._shape = order_writing.prepare(
                self._db,
                has_lines=self._checked.has_lines,
                is_scattered=self._checked.is_scattered,
                has_changes=self._checked.updated > 0,
                has_old=self._checked.updated + self._checked.unchanged + self._checked.rejected > 0,
            )
        return self._shape

    def _copy_signals(self, low: int, high: int) -> None:
        table = SIGNALS[self._checked.kind]
        has_changes = self._checked.updated > 0
        signals.write(self._db, self._writing, table, (low, high), self._checked.currency, has_changes=has_changes)

    def _copy_optouts(self, low: int, high: int) -> None:
        optouts.write(self._db, self._writing, low, high)

    def _adopt_currency(self) -> None:
        """The first orders of a shop whose currency nobody said tell it."""
        if self._checked.currency == self._settings.currency or self._checked.currency not in CURRENCIES:
            return
        self._db.run(
            "INSERT INTO import_journal (import_id, table_name, row_id, before) SELECT ?, 'settings', 0, json_object("
            "'key', 'business.currency', 'value', s.value, 'origin', s.origin, 'changed_at', s.changed_at) "
            "FROM (SELECT 1) LEFT JOIN settings AS s ON s.key = 'business.currency'",
            (self.import_id,),
        )
        before = self._settings.currency
        stored.put(self._db, "business.currency", self._checked.currency, self._now, origin="file")
        self._settings = stored.load(self._db)
        facts.keep_stated_values(self._db, before, self._settings.currency)

    def _mark_shared(self) -> None:
        if self._checked.kind in (ImportKind.PRODUCTS, ImportKind.OPTOUTS):
            return
        self._go_on()
        emails = [row[0] for row in self._db.rows(SHARED_EMAILS_SQL)]
        if emails:
            facts.mark_shared_emails(self._db, emails)

    def _refresh(self, gathering: Gathering) -> int:
        """Facts of everybody whose orders changed; of those who were known before, when they were to be looked at.

        Gives the newest order that was looked at.
        """
        if self._checked.kind is ImportKind.PRODUCTS:
            self._db.run(products.BUYERS_OF_MOVED)
        numbers = [row[0] for row in self._db.rows("SELECT customer_id FROM touched ORDER BY customer_id")]
        everybody = self._db.value("SELECT count(*) FROM customers")
        if len(numbers) < _FEW or len(numbers) * _MOST < everybody:
            self._build_indexes()
            self._refresh_each(numbers, facts.Sources(facts.span_of(self._db)))
            return 1 << 62
        sources = self._gather(gathering)
        late_indexes.put_off(self._db, "customers", 2 * len(numbers), facts.INDEXES)
        with lent(self._db, gathering.path, "facts"):
            self._refresh_each(numbers, sources)
        return sources.newest or 0

    def _gather(self, gathering: Gathering) -> facts.Sources:
        """One pass over all orders, where most customers are concerned; meanwhile the orders get their indexes."""
        if not may_read_long(self._db):
            self._build_indexes("orders")
        gathering.begin()
        gathering.all_is_written()
        self._build_indexes("orders_customer")
        gathering.go_on()
        self._build_indexes("orders")
        return gathering.wait()

    def _refresh_each(self, numbers: list[int], sources: facts.Sources) -> None:
        pace = Pace()
        start = 0
        while start < len(numbers):
            chunk = numbers[start : start + pace.rows]
            self._go_on()
            with self._db.write(), pace:
                chosen, bounds = (
                    "SELECT customer_id FROM touched WHERE customer_id BETWEEN ? AND ?",
                    (chunk[0], chunk[-1]),
                )
                keep_looks(self._db, self._writing, *bounds)
                facts.refresh_some(self._db, chosen, bounds, self._settings, sources)
            self._tidy(len(chunk))
            start += len(chunk)

    def _refresh_late(self, newest: int) -> None:
        """Facts of whoever bought meanwhile, outside this import."""
        late = self._db.rows(
            "SELECT DISTINCT customer_id FROM orders WHERE id > ? AND customer_id IS NOT NULL", (newest,)
        )
        if late:
            facts.refresh(self._db, [row[0] for row in late], self._settings)

    def _follow(self, gone: meanwhile.Gone) -> None:
        """Whoever was merged or forgotten meanwhile: her orders go after her, and the facts follow."""
        moved = meanwhile.follow(self._db, gone)
        if moved:
            facts.refresh(self._db, moved, self._settings)

    def _go_on(self) -> None:
        if self._cancel():
            raise Cancelled
