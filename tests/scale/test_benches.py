"""The benches measure what they say, at a size that costs seconds: no absolute limits, only that all is there."""

from pathlib import Path

import pytest

from benches import sending
from benches.__main__ import growth, measure, measure_window
from benches.floors import load, scan
from benches.main_job import Line
from benches.measuring import Cost
from benches.shop import ORDERS_PER_CUSTOMER, make

SIZE = 60


def test_the_main_job_is_measured(tmp_path: Path) -> None:
    """A18, D2: files in, again unchanged, the daily run, each beside its floor."""
    said: list[str] = []
    lines = measure([SIZE], tmp_path, said.append)
    by_work = {line.work: line for line in lines}
    assert by_work["import customers"].rows == SIZE
    assert by_work["import orders"].rows == SIZE * ORDERS_PER_CUSTOMER
    assert by_work["decide and write all (dry run)"].rows > 0
    assert by_work["daily run, the first"].rows > 0
    assert all(line.ratio is None or line.ratio > 0 for line in lines)
    assert len(said) == 2 + len(lines)


def test_growth_compares_the_same_work() -> None:
    """The largest size against the smallest, work by work; one size has no growth."""
    small, large = (Line("daily run", n, 1, Cost(n / 4, 1.0, 1.0, "")) for n in (8, 20))
    assert "2.5 times as long" in growth([small, large])[1]
    assert growth([small]) == []


def test_the_shop_is_the_same_every_time(tmp_path: Path) -> None:
    """Two runs compare only when they read the same bytes."""
    one, two = make(tmp_path / "one", 30), make(tmp_path / "two", 30)
    for name in ("customers", "products", "orders", "views"):
        assert getattr(one, name).read_bytes() == getattr(two, name).read_bytes()


def test_floors_do_the_bare_work(tmp_path: Path) -> None:
    """The floor's table holds every row of the file, and a broken command is no floor."""
    files = make(tmp_path, 30)
    load(files.orders, tmp_path / "floor.db", "!Name", "Email,Created at")
    assert scan(tmp_path / "floor.db", "SELECT * FROM loaded").wall_s > 0
    with pytest.raises(RuntimeError):
        scan(tmp_path / "floor.db", "SELECT * FROM nowhere")


def test_the_sending_is_measured(tmp_path: Path) -> None:
    """Figures 8 and 9: both ways out beside their bare clients, and a slow provider beside what its latency allows."""
    said: list[object] = []
    figures = sending.measure(6, tmp_path, said.append, mailmerge=None, rounds=1)
    assert said == figures
    assert [figure.row for figure in figures] == ["8", "8", "9", "9", "9", "9"]
    assert all(figure.value > 0 and figure.floor for figure in figures)


def test_the_window_is_measured(tmp_path: Path) -> None:
    """Figures 10 to 14 and 19: every one is there beside its floor; ratios only, as the machine may be any."""
    said: list[str] = []
    figures = measure_window([300], tmp_path, said.append, rounds=1)
    assert {figure.row for figure in figures} == {"10", "11", "12", "13", "14", "19"}
    assert all(figure.value > 0 for figure in figures)
    assert len(said) == 1 + len(figures)
    by_work = {figure.work: figure for figure in figures}
    memory = by_work["first painted window, memory"]
    assert memory.ratio is not None
    assert memory.ratio < 2
