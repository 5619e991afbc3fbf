"""The line over the messages: a moment is promised only where one comes, and what holds everything up is named."""

from reengage_desktop.jobs.events import NoticesChanged, QueueChanged
from reengage_desktop.jobs.tasks import sending
from reengage_desktop.jobs.tasks.approvals import list_held, look_at
from reengage_desktop.store import claims
from reengage_desktop.store.settings import drop_word, put_word
from reengage_desktop.ui.status import StatusBar
from tests.ui.stage import KeptSecrets, Stage


def test_no_moment_is_promised_where_nothing_goes_by_itself(stage: Stage) -> None:
    """Promise 25: without a password store the clock lets nothing go, and the line says so instead of “next”."""
    words = stage.go("activity", {"filter": "waiting"}).queue.label.text()
    assert "waiting – nothing goes by itself: this PC has no password store" in words
    assert "next" not in words


def test_the_status_bar_promises_no_sending_without_a_password_store(stage: Stage) -> None:
    """Promise 25: “Sending on” stands only where the clock sends, as does “within a minute”."""
    bar = stage.window.statusBar()
    assert isinstance(bar, StatusBar)
    assert "Nothing goes by itself" in bar.sending.text()
    assert bar.sending.property("role") == "warn"
    stage.shop.__dict__["secrets"] = KeptSecrets()
    stage.shop.events.publish(QueueChanged())
    stage.settle()
    assert "Sending on" in bar.sending.text()
    held = list_held(stage.shop)
    found = look_at(stage.shop, held[0])
    assert found is not None
    assert found.goes_by_itself


def test_a_wrong_clock_is_told_where_sending_on_stood(stage: Stage) -> None:
    """Promise 16: while the PC's clock can't be right nothing goes, and neither line promises a next check."""
    stage.shop.__dict__["secrets"] = KeptSecrets()
    page, bar = stage.go("home"), stage.window.statusBar()
    put_word(stage.shop.db, claims.CLOCK_UNTRUSTED_WORD, "yes")
    stage.shop.events.publish(NoticesChanged())
    stage.settle()
    assert isinstance(bar, StatusBar)
    assert "clock can't be trusted" in bar.sending.text()
    assert bar.sending.property("role") == "bad"
    assert page.next_check.text() == "The PC's clock can't be trusted"
    drop_word(stage.shop.db, claims.CLOCK_UNTRUSTED_WORD)
    stage.shop.events.publish(NoticesChanged())
    stage.settle()
    assert "Sending on" in bar.sending.text()
    assert "Next check" in page.next_check.text()


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


def test_an_approval_promises_no_sending_without_a_password_store(stage: Stage) -> None:
    """Promise 25: what the toast says after an approval is what the proof said before it."""
    page = stage.go("campaigns")
    for secrets, words in ((stage.shop.secrets, "press “Send now” under Activity"), (KeptSecrets(), "next sending")):
        stage.shop.__dict__["secrets"] = secrets
        page.open({"approve": True})
        stage.settle()
        page.tray.approve_all.click()
        stage.settle()
        assert words in stage.window.toast.sentence()
        stage.window.toast.undo()
        stage.settle()
