"""What the shop remembers of its imports."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reengage_desktop.domain.answers import Answers, Remembered
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.vocabulary import FilledRule
from reengage_desktop.store import activity, imports
from reengage_desktop.store.database import Database, open_database

SOURCE = imports.Source("orders", "orders.csv", "abc", "shopify", {"order_id": "Name"})
FIGURES = {"row_count": 3, "created_count": 2}


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "shop.db")
    yield opened
    opened.close()


def test_an_import_is_being_written_until_it_is_done(db: Database) -> None:
    """Promise 18: from its first row to its last the state says so."""
    assert not imports.is_writing(db)
    with db.write():
        number = imports.begin(db, SOURCE, 100)
    assert imports.is_writing(db)
    assert imports.list_unfinished(db) == [number]
    assert imports.find_same_file(db, "abc") is None
    with db.write():
        imports.finish(db, number, FIGURES, [Sentence("rows_above", "Über 3 rows", number=3)], None, 200)
    assert not imports.is_writing(db)
    assert imports.find_same_file(db, "abc") == 200
    assert imports.find_state(db, number) == imports.DONE
    assert imports.find_state(db, number + 1) is None
    assert db.row("SELECT row_count, created_count, columns FROM imports") == (3, 2, '{"order_id": "Name"}')
    (note,) = activity.list_imports(db, [number])[number].notes
    assert (note, note.kind, note.figures) == ("Über 3 rows", "rows_above", {"number": 3})


def test_what_was_answered_about_a_header_is_remembered(db: Database) -> None:
    """ux.md 9: the shop's own last answers are found again by the header, of the kind asked for or the last one."""
    assert imports.find_answers(db, "key") is None
    told = Answers({"order_total": "Sum"}, date_order="dmy", filled=FilledRule.KEEP)
    with db.write():
        imports.remember_answers(db, "key", "customers", Answers(country="AT"), 1)
        imports.remember_answers(db, "key", "orders", Answers(), 2)
        imports.remember_answers(db, "key", "orders", told, 3)
    assert imports.find_answers(db, "key") == Remembered("key", "orders", told, 3)
    assert imports.find_answers(db, "key", "customers") == Remembered("key", "customers", Answers(country="AT"), 1)
    imports.forget_answers(db, "key")
    assert imports.find_answers(db, "key") is None
