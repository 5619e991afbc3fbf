"""Test mode counts nowhere: what was only pretended takes no units, no code and no view from the real messages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine.deciding_rig import Rig, open_rig


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    rig = open_rig(tmp_path, sending__test_mode="true")
    yield rig
    rig.db.close()


def test_the_last_unit_is_still_there(rig: Rig) -> None:
    """A6: one unit, one viewer; the pretended notice leaves both to the real one."""
    rig.view(rig.person(days_ago=5), rig.product(stock=1, in_stock=1, restock_no=1), in_stock=0)
    assert rig.restock_check().queued == 1
    rig.set(sending__test_mode="false")
    assert rig.restock_check().queued == 1


def test_a_price_that_was_only_pretended_is_named_again(rig: Rig) -> None:
    """A7: the price of a pretended notice is not the one that later drops count from."""
    rig.view(rig.person(days_ago=5), rig.product(price_minor=800), price_at_view_minor=1000)
    assert rig.price_check().queued == 1
    rig.set(sending__test_mode="false")
    assert rig.price_check().queued == 1


def test_a_pretended_code_is_no_code(rig: Rig) -> None:
    """A8: a loyal customer whose code was only pretended still gets a real one."""
    rig.set(loyalty_min_ltv="100")
    rig.person(lifetime_value_minor=50_000)
    assert rig.run().as_json()["decisions"] == {"loyalty_reward": 1}
    rig.set(sending__test_mode="false")
    assert rig.run().as_json()["decisions"] == {"loyalty_reward": 1}
