"""`by-hand`: what the owner does herself, without the window (D5)."""

from contextlib import closing
from datetime import timedelta

from reengage_desktop.domain.moments import stamp
from tests.command_line import CommandLine
from tests.conftest import Clock
from tests.shop_rows import add_customer, add_message


def _queue(cli: CommandLine, clock: Clock) -> int:
    cli.set(channels__whatsapp__provider="hand", reengagement__enabled="true", reengagement__channels="whatsapp")
    with closing(cli.open()) as shop:
        bought = stamp(clock() - timedelta(days=90))
        person = add_customer(
            shop.db, phone="+447700900123", consent_whatsapp=1, timezone="Europe/London", last_order_at=bought
        )
        return add_message(
            shop.db,
            person,
            None,
            channel="whatsapp",
            address="+447700900123",
            content='{"text": "Hello & welcome"}',
            last_order_at=bought,
            due_at=stamp(clock()),
            expires_at=stamp(clock() + timedelta(hours=72)),
        )


def test_one_message_by_hand_from_the_list_to_its_end(cli: CommandLine, clock: Clock) -> None:
    """Issue 6, human hands; D5: list with its link, begin, back, begin, done; it counts as sent."""
    assert cli.ask("by-hand") == {"total": 0, "messages": []}
    assert cli.run("by-hand").out.strip() == "Nothing is waiting for you to do by hand."
    message = _queue(cli, clock)
    [found] = cli.ask("by-hand")["messages"]
    assert (found["id"], found["begun"], found["waits_for"]) == (message, False, None)
    assert found["link"] == "https://wa.me/447700900123?text=Hello%20%26%20welcome"
    assert cli.ask("by-hand", "begin", message) == {"begun": True}
    assert "begun" in cli.run("by-hand").out
    assert cli.ask("by-hand", "back", message) == {"begun": False}
    assert cli.ask("by-hand", "done", message, "--as", "not_now")["status"] == "accepted"
    assert "is not yours to do any more" in cli.refused("by-hand", "done", message, "--as", "done")
    assert [row["events"] for row in cli.ask("history")["messages"]] == [["answered", "delivered"]]


def test_at_night_nobody_is_disturbed_by_hand_either(cli: CommandLine, clock: Clock) -> None:
    message = _queue(cli, clock)
    clock.move(hours=13)
    [found] = cli.ask("by-hand")["messages"]
    assert (found["waits_for"], found["until"] is None) == ("quiet_hours", False)
    assert "Nobody was contacted" in cli.refused("by-hand", "begin", message)
