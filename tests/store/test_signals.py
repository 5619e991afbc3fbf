"""Views of a checked file are placed the same however many of them are sorted at once."""

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reengage_desktop.store.database import open_database
from reengage_desktop.store.importing import staged
from reengage_desktop.store.importing.goods import signals
from reengage_desktop.store.scratch import Scratch

PEOPLE, GOODS, VIEWS = 40, 7, 900


@pytest.fixture
def scratch(tmp_path: Path) -> Iterator[Scratch]:
    """Views of forty people, each named by three rows of the file; many are told twice."""
    chance = random.Random(5)  # noqa: S311 - whatever somebody looked at
    shop = tmp_path / "shop.db"
    open_database(shop).close()
    with closing(Scratch(tmp_path / "scratch.db", shop, lambda: False)) as opened:
        staged.create(opened)
        opened.run_many(
            "INSERT INTO people (pid, f, is_erased) VALUES (?, ?, ?)",
            [(pid, pid % PEOPLE, int(pid % PEOPLE == 3)) for pid in range(3 * PEOPLE)],
        )
        opened.run_many("INSERT INTO goods (gid, g) VALUES (?, ?)", [(gid, gid % GOODS) for gid in range(2 * GOODS)])
        opened.run_many("INSERT INTO folk (f, is_new) VALUES (?, 1)", [(f,) for f in range(PEOPLE)])
        opened.run_many("INSERT INTO wares (g, is_new) VALUES (?, 1)", [(g,) for g in range(GOODS)])
        opened.run_many(
            "INSERT INTO marks (m, line, pid, gid, at) VALUES (?, ?, ?, ?, ?)",
            [
                (m, m + 1, chance.randrange(3 * PEOPLE), chance.randrange(2 * GOODS), chance.randrange(3))
                for m in range(1, VIEWS)
            ],
        )
        yield opened


def _placed(scratch: Scratch, at_once: int) -> list[tuple[object, ...]]:
    scratch.run("CREATE TABLE kept AS SELECT * FROM marks")
    signals.place(scratch, "views", at_once=at_once)
    found = [tuple(row) for row in scratch.rows("SELECT line, f, g, at, action FROM marks ORDER BY f, g, at")]
    scratch.run("DROP TABLE marks")
    scratch.run("ALTER TABLE kept RENAME TO marks")
    scratch.run("DELETE FROM bad_lines")
    return found


def test_sorted_in_parts_or_at_once(scratch: Scratch) -> None:
    """Issue 4: a million views are sorted in parts to save memory; each record is there once, as its last row."""
    whole = _placed(scratch, VIEWS)
    assert len(whole) == len({row[1:4] for row in whole}) < VIEWS
    assert all(row[1] != 3 for row in whole), "who asked to be forgotten"
    for at_once in (7, 100, VIEWS - 1):
        assert _placed(scratch, at_once) == whole
