"""The first half of an import: the whole file is read into a scratch file, matched with the shop and counted.

Nothing of the shop changes here; a cancel leaves nothing behind.
"""

import gc
import os
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace

from reengage_desktop.connectors.checking.consent_words import Heard
from reengage_desktop.connectors.checking.plan import Plan
from reengage_desktop.connectors.checking.reading import Batch, read_chunks
from reengage_desktop.connectors.checking.reading_apart import read_chunks_apart
from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.money import decimals_of
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import FilledRule, ImportKind
from reengage_desktop.engine.importing.order_rows import NUMBERED, OrderRows
from reengage_desktop.engine.importing.other_rows import CustomerRows, MarkRows, ProductRows
from reengage_desktop.engine.importing.rejects import count_rejected, note_faults, order_numbers
from reengage_desktop.engine.importing.report import ImportRefused, ImportRequest
from reengage_desktop.engine.importing.scattered import gather
from reengage_desktop.engine.importing.work import Work
from reengage_desktop.store import imports
from reengage_desktop.store.connection import Database
from reengage_desktop.store.importing import complaints, numberings, spellings, staged
from reengage_desktop.store.importing.goods import products, signals
from reengage_desktop.store.importing.orders import orders, orders_apart, orders_older, refunds
from reengage_desktop.store.importing.orders.orders_beside import OrdersBeside, ReadAnew
from reengage_desktop.store.importing.people import agreements, identities, optouts
from reengage_desktop.store.importing.people.identities import ALWAYS, NEVER
from reengage_desktop.store.scratch import Scratch
from reengage_desktop.store.suppressions import address_salt

Rows = OrderRows | CustomerRows | ProductRows | MarkRows

_LONG_BYTES = 8 << 20
"""From this size on a second process that reads orders ahead is worth its start.

The rows of other kinds cost less to read than to send from process to process.
"""

SIGNALS = {ImportKind.VIEWS: "views", ImportKind.WISHLISTS: "wishlists", ImportKind.ENQUIRIES: "enquiries"}
"""The table of each kind that is somebody's doing."""


@dataclass
class Checked:
    """What the file holds and what writing it would do; the tables are in the scratch file."""

    plan: Plan
    kind: ImportKind
    currency: str
    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    anonymous: int = 0
    nameless_buyers: int = 0
    doubled_rows: int = 0
    told_newer: int = 0
    joined_people: int = 0
    joined_records: int = 0
    refused_people: int = 0
    reused_ids: int = 0
    numbering: int = numberings.FIRST
    """Which of the shop's systems the file's customer numbers are of."""
    goods_numbering: int = numberings.FIRST
    """The same of its products' numbers."""
    has_new_noes: bool = False
    """Whether a file of orders says a no that the shop has not heard: then it is worth writing, whatever its orders."""
    has_lines: bool = False
    is_scattered: bool = False
    currencies: frozenset[str] = field(default_factory=frozenset)
    wins: str = NEVER
    is_older: bool = False
    """Whether a newer list of customers, or catalogue, with these columns came before."""
    said: frozenset[str] = frozenset()
    """The columns of a person in which the file says anything."""


def word_of_file(kind: ImportKind, request: ImportRequest) -> str:
    """When the file's word counts over what is there, as SQL over the shop's row `c` of a customer."""
    usual = FilledRule.FILE if kind in (ImportKind.CUSTOMERS, ImportKind.PRODUCTS) else FilledRule.KEEP
    rule = request.filled or usual
    if rule is FilledRule.NEWEST and kind is not ImportKind.PRODUCTS:
        return identities.newer_than(int(request.path.stat().st_mtime))
    return NEVER if rule is FilledRule.KEEP else ALWAYS


def check_file(work: Work, scratch: Scratch, table: Table, plan: Plan, reading: Settings) -> Checked:
    """Reads, matches and counts; `reading`: the settings by which the cells are read. Raises Cancelled."""
    try:
        return _check(work, scratch, table, plan, reading, may_pass=scratch.may_read_long)
    except ReadAnew:
        scratch.renew()
        return _check(work, scratch, table, plan, reading, may_pass=False)


def _check(  # noqa: PLR0913 - each one is a fact of the reading
    work: Work,
    scratch: Scratch,
    table: Table,
    plan: Plan,
    reading: Settings,
    *,
    may_pass: bool,
    told: Mapping[str, str] | None = None,
) -> Checked:
    """`may_pass`: orders that the shop has just as the file tells them need not be staged; raises ReadAnew.

    `told`: the currencies of orders of which the file names one in some of their rows only.
    """
    staged.create(scratch)
    orders_apart.know_days(scratch, reading.zone)
    rows = _rows_of(scratch, plan, reading, may_pass=may_pass, told=told)
    total = _read(replace(work, settings=reading), scratch, table, plan, rows)
    scratch.settle()
    checked = Checked(plan, plan.kind, work.settings.currency, rows=total, currencies=frozenset(rows.currencies))
    currency = base_currency(work.db, work.settings, checked)
    own = Settings({**reading.texts, "business.currency": currency})
    if decimals_of(own.currency) != decimals_of(reading.currency):  # amounts that name none are in it, too
        scratch.renew()
        return _check(work, scratch, table, plan, own, may_pass=may_pass)
    checked.wins = word_of_file(plan.kind, work.request)
    if _is_older(work, plan):
        checked.wins, checked.is_older = _word_of_older(work, plan), True
    if isinstance(rows, OrderRows):
        checked.has_lines, checked.nameless_buyers = rows.has_lines, rows.nameless_buyers
        _gather_orders(scratch, rows, own, checked)
        if rows.told_elsewhere and told is None:
            scratch.renew()
            return _check(work, scratch, table, plan, reading, may_pass=may_pass, told=rows.told_elsewhere)
    checked.currency = currency
    if plan.kind is not ImportKind.PRODUCTS:
        _match_people(work.db, scratch, work.request, checked)
    if plan.kind is ImportKind.OPTOUTS:
        optouts.refuse_unknown(scratch)
        optouts.place(scratch, stamp(work.now), reading.zone)
    else:
        _match_products(work.db, scratch, checked)
    _count(scratch, checked)
    if checked.kind is ImportKind.ORDERS:
        _keep_newer_states(work, scratch, checked)
    checked.rejected = count_rejected(scratch)
    if isinstance(rows, OrderRows) and rows.beside is not None:
        _count_passed(scratch, rows.beside, checked)
    return checked


def _count_passed(scratch: Scratch, beside: OrdersBeside, checked: Checked) -> None:
    """Orders that were passed by are unchanged, if nothing turned up for which they should have been looked at."""
    beside.check_products()
    if beside.count and (checked.refused_people or orders.has_refused(scratch) or complaints.has_passed(scratch)):
        raise ReadAnew
    checked.unchanged += beside.count
    checked.anonymous += beside.nameless


def _rows_of(
    scratch: Scratch, plan: Plan, settings: Settings, *, may_pass: bool, told: Mapping[str, str] | None
) -> Rows:
    if plan.kind is ImportKind.ORDERS:
        return OrderRows(scratch, plan, settings, may_pass=may_pass, told=told)
    if plan.kind is ImportKind.CUSTOMERS:
        return CustomerRows(scratch, settings)
    if plan.kind is ImportKind.PRODUCTS:
        return ProductRows(scratch, settings)
    return MarkRows(scratch, settings, plan.kind)


def _read(work: Work, scratch: Scratch, table: Table, plan: Plan, rows: Rows) -> int:
    """Stages the file; gives the number of its data rows."""
    total = 0
    heard, number_of = Heard(), order_numbers(table, plan)
    with _without_collector():
        for batch in _batches(work, table, plan):
            work.go_on()
            rows.take(batch)
            heard.add(batch.strange)
            total += batch.row_count
            if batch.faults:
                note_faults(scratch, batch.faults, table, number_of)
            work.progress(total, None)
        rows.finish()
    heard.ask(plan)
    return total


def _batches(work: Work, table: Table, plan: Plan) -> Generator[Batch, None, None]:
    is_long = table.text_path.stat().st_size >= _LONG_BYTES and (os.cpu_count() or 1) > 1
    if plan.kind is not ImportKind.ORDERS:
        batches = read_chunks(table, plan, work.settings)
    elif is_long:
        batches = read_chunks_apart(table, plan, work.settings, work.go_on, NUMBERED)
    else:
        batches = read_chunks(table, plan, work.settings, numbered=NUMBERED)
    with closing(batches):
        yield from batches


@contextmanager
def _without_collector() -> Iterator[None]:
    """Millions of short-lived tuples and no cycles: the search for cycles would cost a quarter of the reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _gather_orders(scratch: Scratch, rows: OrderRows, settings: Settings, checked: Checked) -> None:
    if not rows.is_keyed:
        orders.number_nameless(scratch)
        return
    if rows.beside is not None:
        rows.beside.settle()
    if rows.may_repeat:
        gathered = gather(scratch, settings.currency, tells_doubles=checked.plan.heads_are_unique)
        rows.told_elsewhere |= gathered.currencies
        checked.is_scattered, checked.doubled_rows = gathered.is_scattered, gathered.doubled_rows
    refunds.note(scratch, settings.zone)


def base_currency(db: Database, settings: Settings, checked: Checked) -> str:
    """The shop's currency; where nobody ever said it and there are no orders yet, the one that the file shows."""
    if checked.kind is not ImportKind.ORDERS or len(checked.currencies) != 1:
        return settings.currency
    said = db.value("SELECT origin FROM settings WHERE key = 'business.currency'") == "owner"
    if said or db.row("SELECT 1 FROM orders LIMIT 1") is not None:
        return settings.currency
    return next(iter(checked.currencies))


@contextmanager
def _unclear_refused() -> Iterator[None]:
    try:
        yield
    except numberings.NumbersUnclear:
        text = (
            "Two systems of the shop count alike, and nothing in this file tells whose numbers it means. Nothing was "
            "imported; export it with the customers' e-mail addresses, and the products' names, as well."
        )
        raise ImportRefused(Sentence("numbers_unclear", text)) from None


def _tell_numbers_apart(db: Database, scratch: Scratch, checked: Checked) -> None:
    """Numbers that several people bear are nobody's, and those of another system of the shop are kept apart."""
    is_list = checked.kind is ImportKind.CUSTOMERS
    spellings.restore(scratch, "people")
    checked.reused_ids = identities.drop_reused_ids(scratch) if is_list else numberings.drop_guests(scratch)
    most, before = imports.numberings(db, imports.OTHER_NUMBERS, checked.kind, checked.plan.columns)
    with _unclear_refused():
        checked.numbering, strangers = numberings.tell_apart(scratch, most=most, before=before, is_list=is_list)
    checked.reused_ids += strangers


def _match_people(db: Database, scratch: Scratch, request: ImportRequest, checked: Checked) -> None:
    if checked.kind is ImportKind.OPTOUTS:
        optouts.go_by_addresses(scratch)
    _tell_numbers_apart(db, scratch, checked)
    checked.joined_records = identities.resolve(scratch, may_tie=checked.kind is not ImportKind.OPTOUTS)
    identities.merge_mentions(scratch, is_last_word=checked.kind is ImportKind.CUSTOMERS)
    agreements.add_hash(scratch, address_salt(db))
    checked.refused_people = agreements.find_refusals(scratch, notes_rows=checked.kind is ImportKind.CUSTOMERS)
    agreements.find_noes_from_before(scratch, all_say_no=checked.kind is ImportKind.OPTOUTS)
    if checked.kind is ImportKind.OPTOUTS:
        return
    agreements.state(scratch, request.consent, moves_addresses=checked.wins != NEVER)
    identities.mark_changes(scratch, checked.wins)
    checked.has_new_noes = checked.kind is ImportKind.ORDERS and identities.has_new_noes(scratch)
    checked.said = frozenset(scratch.said.get("people", ()))


def _match_products(db: Database, scratch: Scratch, checked: Checked) -> None:
    if checked.kind in (ImportKind.CUSTOMERS, ImportKind.ENQUIRIES):
        return
    is_catalogue = checked.kind is ImportKind.PRODUCTS
    spellings.restore(scratch, "goods")
    most, before = imports.numberings(db, imports.OTHER_PRODUCTS, checked.kind, checked.plan.columns)
    with _unclear_refused():
        may_begin = is_catalogue or checked.numbering != numberings.FIRST
        checked.goods_numbering = numberings.tell_goods_apart(scratch, most=most, before=before, may_begin=may_begin)
    products.resolve(scratch, is_catalogue=is_catalogue)
    products.mark_changes(scratch, is_catalogue=is_catalogue, is_filling_only=not is_catalogue or checked.wins == NEVER)


def _is_older(work: Work, plan: Plan) -> bool:
    """Whether the shop has a newer list of customers, or catalogue; the owner may say that the older one is right."""
    is_list = plan.kind in (ImportKind.CUSTOMERS, ImportKind.PRODUCTS)
    if not is_list or work.request.filled not in (None, FilledRule.NEWEST):
        return False
    with suppress(OSError):  # gone meanwhile: it is not imported, and says so
        return imports.is_older(work.db, plan.kind, plan.columns, int(work.request.path.stat().st_mtime))
    return False


def _word_of_older(work: Work, plan: Plan) -> str:
    """Of a catalogue all is older; a list is right about whom no newer one changed, as a list of some people only."""
    if plan.kind is ImportKind.PRODUCTS:
        return NEVER
    return word_of_file(plan.kind, replace(work.request, filled=FilledRule.NEWEST))


def _keep_newer_states(work: Work, scratch: Scratch, checked: Checked) -> None:
    with suppress(OSError):  # gone meanwhile: it is not imported, and says so
        checked.told_newer = orders_older.keep(scratch, int(work.request.path.stat().st_mtime))
    counts = orders.count_actions(scratch)
    checked.created, checked.updated, checked.unchanged, checked.anonymous = counts


def _count(scratch: Scratch, checked: Checked) -> None:
    if checked.kind is ImportKind.ORDERS:
        spellings.restore(scratch, "heads")
        if checked.plan.joins_numbers:
            orders_apart.find_by_number(scratch)
        orders.refuse(scratch)
        orders.compare(scratch, checked.currency, has_lines=checked.has_lines, is_scattered=checked.is_scattered)
        return
    if checked.kind in SIGNALS:
        signals.place(scratch, SIGNALS[checked.kind])
        checked.created, checked.updated, checked.unchanged = signals.count(scratch)
        return
    counters = {
        ImportKind.CUSTOMERS: identities.count,
        ImportKind.PRODUCTS: products.count,
        ImportKind.OPTOUTS: signals.count,
    }
    checked.created, checked.updated, checked.unchanged = counters[checked.kind](scratch)
    if checked.kind is ImportKind.CUSTOMERS:
        checked.joined_people = scratch.value("SELECT count(*) FROM people WHERE is_erased = 0") - (
            checked.created + checked.updated + checked.unchanged
        )
