"""Before a file changes what the shop has long had, there is a copy of the day: complete, checked, and soon stopped."""

from contextlib import closing
from pathlib import Path

import pytest

from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing import ImportCancelled, ImportRequest
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import backups, imports
from reengage_desktop.store.database import Database
from tests.conftest import Clock


def _bring_in(shop: Shop, folder: Path, count: int, *, is_dry_run: bool = False) -> None:
    path = folder / f"{count}.csv"
    path.write_text("email\n" + "".join(f"c{n}@example.com\n" for n in range(count)), encoding="utf-8")
    request = ImportRequest(path, ImportKind.CUSTOMERS, mapping={"email": "email"}, is_dry_run=is_dry_run)
    imports.import_file(shop, request, cancel=lambda: False)


def _copies(shop: Shop) -> list[Path]:
    return sorted(shop.paths.backups.glob("*.db"))


def test_a_copy_of_the_day_comes_first(shop: Shop, clock: Clock, tmp_path: Path) -> None:
    """Promise 13: one a day, of the shop as it was; none for a look, none while all of it is from today."""
    _bring_in(shop, tmp_path, 2)
    _bring_in(shop, tmp_path, 3)
    assert _copies(shop) == [], "what came today can be taken back"
    clock.move(days=2)
    _bring_in(shop, tmp_path, 4, is_dry_run=True)
    assert _copies(shop) == []
    _bring_in(shop, tmp_path, 5)
    (copy,) = _copies(shop)
    assert backups.verify(shop, copy)
    with closing(Database(copy)) as kept:
        assert kept.value("SELECT count(*) FROM customers") == 3
    _bring_in(shop, tmp_path, 6)
    assert _copies(shop) == [copy]
    assert backups.keep_daily(shop)[0] is None, "it is the day's copy"


def test_cancelled_while_it_copies(shop: Shop, clock: Clock, tmp_path: Path) -> None:
    """Promise 18: cancel is heard before the import itself begins, and neither a copy nor a row is left."""
    _bring_in(shop, tmp_path, 2)
    clock.move(days=2)
    path = tmp_path / "more.csv"
    path.write_text("email\nzoe@example.com\n", encoding="utf-8")
    request = ImportRequest(path, ImportKind.CUSTOMERS, mapping={"email": "email"})
    with pytest.raises(ImportCancelled):
        imports.import_file(shop, request, cancel=lambda: True)
    assert list(shop.paths.backups.iterdir()) == []
    assert shop.db.value("SELECT count(*) FROM customers") == 2
