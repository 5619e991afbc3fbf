"""What the tests of the engine share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reengage_desktop.store.database import Database
from tests.shop_rows import new_database


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """An empty shop."""
    db = new_database(tmp_path / "shop.db")
    yield db
    db.close()
