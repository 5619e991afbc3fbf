"""Reading in a process of its own: the same batches, the same faults, and an end when either side ends."""

import multiprocessing
from contextlib import closing
from pathlib import Path

import pytest

from reengage_desktop.connectors.checking.plan import Plan
from reengage_desktop.connectors.checking.reading import read_chunks
from reengage_desktop.connectors.checking.reading_apart import read_chunks_apart
from reengage_desktop.connectors.opening.files import open_table
from reengage_desktop.connectors.opening.table import Table
from reengage_desktop.connectors.recognising.recognition import recognise
from reengage_desktop.connectors.vocabulary.refusals import FileRefused
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ImportKind

SETTINGS = Settings({"business.country": "US", "business.currency": "USD"})


class _Stopped(Exception):
    """Whoever waits has heard a cancel."""


def _orders(folder: Path, count: int) -> tuple[Table, Plan]:
    path = folder / "orders.csv"
    lines = [
        f"o{n},2026-0{n % 9 + 1}-{n % 28 + 1:02d} 10:0{n % 10}:00 +0100,c{n % 300}@example.com,"
        f"(202) 555-01{n % 100:02d},"
        f"{'paid' if n % 5 else 'refunded'},{'oops' if n % 97 == 0 else f'{n}.50'},USD"
        for n in range(count)
    ]
    path.write_text("order_id,ordered_at,email,phone,status,order_total,currency\n" + "\n".join(lines) + "\n")
    table = open_table(path, country="US")
    return table, recognise(table, ImportKind.ORDERS, mapping=None, date_order=None, settings=SETTINGS)


def test_it_gives_the_same_batches(tmp_path: Path) -> None:
    """D2: values, units, lines and faults are those of reading here; only the written cells stay behind."""
    table, plan = _orders(tmp_path, 3_000)
    here = list(read_chunks(table, plan, SETTINGS))
    apart = list(read_chunks_apart(table, plan, SETTINGS))
    assert len(here) == len(apart) > 5
    for one, other in zip(here, apart, strict=True):
        assert (list(one.lines), one.columns, one.units) == (list(other.lines), other.columns, other.units)
        assert (one.faults, one.continues, one.row_count) == (other.faults, other.continues, other.row_count)
    assert any(batch.faults for batch in apart)
    assert not multiprocessing.active_children()


def test_a_reader_that_is_ended_is_a_sentence(tmp_path: Path) -> None:
    """Promise 18: half a file is never taken for the whole."""
    table, plan = _orders(tmp_path, 40_000)
    with closing(read_chunks_apart(table, plan, SETTINGS)) as batches:
        next(batches)
        for reader in multiprocessing.active_children():
            reader.kill()
        with pytest.raises(FileRefused, match="not read to its end"):
            list(batches)


def test_whoever_stops_taking_ends_the_reader(tmp_path: Path) -> None:
    """Promise 18: a cancel leaves no process behind."""
    table, plan = _orders(tmp_path, 40_000)
    with closing(read_chunks_apart(table, plan, SETTINGS)) as batches:
        next(batches)
    assert not multiprocessing.active_children()


def test_nobody_waits_for_a_reader_that_is_slow_to_begin(tmp_path: Path) -> None:
    """Promise 18: a cancel is heard while the other process still starts."""
    table, plan = _orders(tmp_path, 40_000)

    def stop() -> None:
        raise _Stopped

    with closing(read_chunks_apart(table, plan, SETTINGS, stop)) as batches, pytest.raises(_Stopped):
        next(batches)
    assert not multiprocessing.active_children()


def test_a_file_that_goes_away_is_told(tmp_path: Path) -> None:
    """Promise 18: the reader's own fault is raised here."""
    table, plan = _orders(tmp_path, 10)
    table.path.unlink()
    with pytest.raises(FileNotFoundError):
        list(read_chunks_apart(table, plan, SETTINGS))
