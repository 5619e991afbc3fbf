"""What the smaller jobs do: cleaning up, a dry look at the queue, and what an import that died left behind."""

from datetime import timedelta

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import Job
from reengage_desktop.jobs.events import Event, QueueChanged, ResultsChanged
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import runs, viewing
from tests.conftest import Clock
from tests.shop_rows import add_customer, add_message


def test_old_views_are_cleaned_up(shop: Shop, clock: Clock) -> None:
    """A17: views older than 90 days go, and a copy of the day is kept."""
    viewing.track_product_view(shop, "+12025550101", "mug")
    clock.move(days=90)
    viewing.track_product_view(shop, "+12025550102", "mug")
    assert runs.run_job(shop, Job.CLEANUP, dry_run=True).result["views"] == 0
    clock.move(days=1)
    assert runs.run_job(shop, Job.CLEANUP, dry_run=True).result["views"] == 1
    first = runs.run_job(shop, Job.CLEANUP).result
    assert (first["views"], first["backup"]) == (1, f"daily-{clock().date()}.db")
    assert runs.run_job(shop, Job.CLEANUP).result["backup"] is None
    assert shop.db.value("SELECT count(*) FROM views") == 1


def test_tracked_view_is_a_fact(shop: Shop, clock: Clock) -> None:
    """A4: `track_product_view(phone, product_id)` makes person and product known, and keeps the moment."""
    found = viewing.track_product_view(shop, "(202) 555-0101", "mug")
    row = shop.db.row(
        "SELECT phone, external_id, viewed_at FROM views JOIN customers ON customers.id = customer_id "
        "JOIN products ON products.id = product_id WHERE views.id = ?",
        (found.view_id,),
    )
    assert row == ("+12025550101", "mug", stamp(clock()))


def test_dry_send_counts_what_is_due(shop: Shop, clock: Clock) -> None:
    person = add_customer(shop.db, email="ann@example.com", consent_email=1)
    add_message(shop.db, person, None, due_at=stamp(clock() - timedelta(hours=1)))
    assert runs.run_job(shop, Job.SEND, dry_run=True).result["deferred"] == 1
    assert shop.db.value("SELECT state FROM outbox") == "pending"


def test_the_windows_hear_of_a_sending_while_it_runs(shop: Shop, clock: Clock) -> None:
    """A15: a slow mailbox takes minutes for its messages, and the counts move meanwhile, not only at the end."""
    heard: list[Event] = []
    shop.events.subscribe(heard.append, Event)
    add_message(shop.db, add_customer(shop.db, email="ann@example.com", consent_email=1), None, due_at=stamp(clock()))
    runs.run_job(shop, Job.SEND)
    kinds = [type(each) for each in heard]
    assert QueueChanged in kinds[: kinds.index(ResultsChanged) - 1]


def test_import_that_died_is_taken_back_before_a_run(shop: Shop, clock: Clock) -> None:
    """Promise 18: taken back from the journal before anything is decided or sent."""
    shop.db.run(
        "INSERT INTO imports (kind, file_name, sha256, state, started_at) VALUES ('orders', 'x.csv', '', 'writing', ?)",
        (stamp(clock()),),
    )
    runs.run_job(shop, Job.PROCESS_CAMPAIGNS)
    assert shop.db.value("SELECT count(*) FROM imports WHERE state = 'writing'") == 0
