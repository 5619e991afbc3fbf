"""The line over the messages: a moment is promised only where one comes, and what holds everything up is named."""

from reengage_desktop.jobs.tasks import sending
from tests.ui.stage import KeptSecrets, Stage


def test_no_moment_is_promised_where_nothing_goes_by_itself(stage: Stage) -> None:
    """Promise 25: without a password store the clock lets nothing go, and the line says so instead of “next”."""
    words = stage.go("activity", {"filter": "waiting"}).queue.label.text()
    assert "waiting – nothing goes by itself: this PC has no password store" in words
    assert "next" not in words


def test_the_queue_says_its_pace(stage: Stage) -> None:
    """A15: what waits, when the next one goes, how fast, and what holds it up."""
    shop = stage.shop
    shop.__dict__["secrets"] = KeptSecrets()
    page = stage.go("activity", {"filter": "waiting"})
    waiting = shop.db.value("SELECT count(*) FROM outbox WHERE state = 'pending'")
    earliest = shop.db.value("SELECT min(due_at) FROM outbox WHERE state = 'pending'")
    words = page.queue.label.text()
    assert f"{waiting} waiting – next {stage.desk.when(earliest)}" in words
    assert "wait for your approval" in words or "waits for your approval" in words
    sending.pause(shop)
    stage.settle()
    assert "paused" in page.queue.label.text()
