"""A column of moments read at once says what each of them says."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.connectors.checking.bulk import Unit, bulk_of
from reengage_desktop.connectors.checking.plan import Source
from reengage_desktop.connectors.values.dates import DateRule
from reengage_desktop.connectors.vocabulary.fields import ValueType
from reengage_desktop.domain.settings import Settings

_SOURCE = Source("ordered_at", ValueType.MOMENT, ("Created at",), dates=DateRule(Settings({}).zone))
_FROM, _TO = int(datetime(1971, 1, 3, tzinfo=UTC).timestamp()), int(datetime(2199, 1, 1, tzinfo=UTC).timestamp())
OFFSETS = st.integers(-56, 56).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))


@given(st.lists(st.tuples(st.integers(_FROM, _TO), OFFSETS, st.sampled_from(" T")), min_size=1, max_size=5))
def test_moments_with_their_offset(moments: list[tuple[int, timezone, str]]) -> None:
    """Requirements D2: seconds of unix time, whatever the zone that the export was written in."""
    read = bulk_of(_SOURCE)
    assert read is not None
    cells = [f"{datetime.fromtimestamp(at, zone):%Y-%m-%d{mark}%H:%M:%S %z}" for at, zone, mark in moments]
    found = read(cells)
    assert found is not None
    assert (found.values, found.unit) == ([at for at, _, _ in moments], Unit.SECONDS)


@pytest.mark.parametrize(
    "cell",
    [
        "2026-09-03 10:14.31 -0400",
        "2026-09-03 10:14:61 -0400",
        "2026-09-03x10:14:31 -0400",
        "2026-09-03 24:14:31 -0400",
        "2026-13-03 10:14:31 -0400",
        "2026/09/03 10:14:31 -0400",
    ],
)
def test_what_is_no_such_moment_is_left_to_the_careful_reader(cell: str) -> None:
    """Requirements D2: the quick way vouches for nothing unusual."""
    read = bulk_of(_SOURCE)
    assert read is not None
    assert read(["2026-09-03 10:14:31 -0400", cell]) is None


@pytest.mark.parametrize("cell", ["i***mik", "#REF!", "'1001", "1001.0"])
def test_numbers_that_are_read_one_by_one(cell: str) -> None:
    """Import-facts 12: strangers who share what a mask or an error left of their numbers are not one customer."""
    read = bulk_of(Source("customer_id", ValueType.ID, ("Customer ID",)))
    assert read is not None
    assert read(["#1001", "C1002"]) is not None
    assert read(["#1001", cell, "C1002"]) is None
