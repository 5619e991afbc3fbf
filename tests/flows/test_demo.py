"""The sample shop: built without a display in a folder of its own, with something to show for every campaign."""

import os
from decimal import Decimal
from pathlib import Path

from tests.command_line import CommandLine
from tests.flows.conftest import Demo

_TYPES = {"we_miss_you", "new_arrivals", "back_in_stock", "price_drop", "loyalty_reward"}


def test_every_campaign_brings_money_back(demo: Demo) -> None:
    """A1, A10, A11: messages, conversions and revenue for each of the five types."""
    told = demo.told
    assert (told["customers"], told["products"]) == (240, 40)
    by_type = told["by_type"]
    assert set(by_type) == _TYPES
    for name, figures in by_type.items():
        assert figures["sent"] >= 10, name
        assert 0 < figures["converted"] < figures["sent"], name
        assert Decimal(figures["revenue"]) > 0, name
    assert told["messages"] == sum(figures["sent"] for figures in by_type.values())


def test_real_shop_is_never_touched(demo: Demo) -> None:
    assert not demo.given.exists()
    assert demo.folder == demo.given.with_name("shop-sample")


def test_caps_held_all_along(demo: Demo, cli: CommandLine) -> None:
    """A5: at most one message in 7 days and four in 30, for everybody, over the whole story."""
    sample = CommandLine(demo.folder, cli.clock)
    days: dict[str, list[str]] = {}
    for message in sample.ask("history", "--limit", 5000)["messages"]:
        days.setdefault(message["customer"], []).append(message["sent_at"][:10])
    assert len(days) > 50
    for sent in days.values():
        assert len(sent) == len(set(sent))
    assert sample.ask("doctor")["ok"] is True


def test_built_anew_but_never_over_something_else(tmp_path: Path, cli: CommandLine) -> None:
    other = tmp_path / "mine-sample"
    other.mkdir()
    (other / "letters.txt").write_text("mine")
    line = CommandLine(tmp_path / "mine", cli.clock)
    assert "something else" in line.refused("demo", "--no-window")
    assert (other / "letters.txt").read_text() == "mine"


def test_not_while_a_window_has_it(tmp_path: Path, cli: CommandLine) -> None:
    sample = tmp_path / "mine-sample"
    sample.mkdir()
    (sample / "sample.txt").write_text("mark")
    (sample / "window.lock").write_text(f"{os.getpid()}\nreengage-desktop\nhost\n")
    assert "open in a window" in CommandLine(tmp_path / "mine", cli.clock).refused("demo", "--no-window")
    assert (sample / "sample.txt").is_file()
