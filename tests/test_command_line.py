"""The tests' own tools: the same shop in this process, as a program of its own, and open."""

from contextlib import closing

from reengage_desktop.jobs.shop import Shop
from tests.command_line import CommandLine


def test_settings_are_the_same_everywhere(cli: CommandLine) -> None:
    """D5: what one command sets, another program and the open shop read."""
    cli.set(reengagement__inactivity_threshold=90)
    assert cli.ask("settings", "get", "reengagement.inactivity_threshold") == {"reengagement.inactivity_threshold": 90}
    process = cli.start("settings", "get", "reengagement.inactivity_threshold", "--json")
    out, err = process.communicate(timeout=60)
    assert "90" in out, err
    with closing(cli.open()) as opened:
        assert opened.settings()["reengagement.inactivity_threshold"] == 90


def test_shop_is_a_file(shop: Shop) -> None:
    """The shop that tests get lives in a real file with the US settings."""
    assert shop.paths.database.is_file()
    assert shop.settings().currency == "USD"
