"""Customers, the ledger of consent and the list of those who are never written to."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store import customers, listings, merges, selection, suppressions
from reengage_desktop.store import settings as kept_settings
from reengage_desktop.store.database import Database, open_database
from tests.shop_rows import add_customer, add_message, add_order

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    db = open_database(tmp_path / "shop.db")
    yield db
    db.close()


def test_a_customer_is_found_by_any_of_her_names(db: Database) -> None:
    """cli.md: CUSTOMER is a phone, an e-mail, or the shop's own id for her."""
    ann = add_customer(db, name="Ann", email="ann@example.com", phone="+12025550123", external_id="C-7")
    settings = Settings({"business.country": "US"})
    for reference in ("ann@example.com", " ANN@Example.com ", "+12025550123", "(202) 555-0123", "C-7", f"#{ann}"):
        assert customers.find(db, reference, settings) == ann, reference
    assert customers.find(db, "bob@example.com", settings) is None


def test_an_opt_out_empties_the_queue_and_stays(db: Database) -> None:
    """C18, promise 10: after a no nothing that waits goes out, and the address is suppressed."""
    ann = add_customer(db, email="ann@example.com", phone="+12025550123", consent_email=1, consent_sms=1)
    waiting = add_message(db, ann, None)
    customers.opt_out(db, ann, channel=None, source="owner", at=NOW)
    assert db.row("SELECT state, reason FROM outbox WHERE id = ?", (waiting,)) == ("skipped", "opted_out")
    assert customers.get(db, ann).reachable_by == ()
    assert suppressions.find_reason(db, "phone", "+12025550123", ChannelName.WHATSAPP) == "opt_out"


def test_one_channel_can_be_refused_alone(db: Database) -> None:
    """C18: no more SMS leaves e-mail alone."""
    ann = add_customer(db, email="ann@example.com", phone="+12025550123", consent_email=1, consent_sms=1)
    customers.opt_out(db, ann, channel=ChannelName.SMS, source="provider", at=NOW)
    assert customers.get(db, ann).reachable_by == (ChannelName.EMAIL,)
    assert suppressions.find_reason(db, "phone", "+12025550123", ChannelName.SMS) == "opt_out"
    assert suppressions.find_reason(db, "phone", "+12025550123", ChannelName.CALL) is None


def test_the_owners_typed_opt_in_lifts_one_channel_only(db: Database) -> None:
    """C18: from a no back to a yes by the owner's typed opt-in, for the channel she typed it for."""
    ann = add_customer(db, email="ann@example.com", phone="+12025550123")
    customers.opt_out(db, ann, channel=None, source="person", at=NOW)
    customers.opt_in(db, ann, ChannelName.SMS, wording="said so at the till", at=NOW)
    assert customers.get(db, ann).reachable_by == (ChannelName.SMS,)
    assert suppressions.find_reason(db, "phone", "+12025550123", ChannelName.SMS) is None
    assert suppressions.find_reason(db, "phone", "+12025550123", ChannelName.WHATSAPP) == "opt_out"
    assert db.value("SELECT count(*) FROM consents WHERE customer_id = ?", (ann,)) == len(ChannelName) + 1


def test_an_erased_address_is_never_lifted(db: Database) -> None:
    """Promise 32: whoever was forgotten stays on the list."""
    suppressions.suppress(db, "email", "x@example.com", channel=None, reason="erased", source="owner", at=NOW)
    suppressions.lift(db, "email", "x@example.com", ChannelName.EMAIL)
    assert suppressions.is_erased(db, "email", "x@example.com")


def test_merging_keeps_the_no_and_everything_else(db: Database) -> None:
    """Two records of one person: orders, ids and addresses come together, and a no of either is a no."""
    ann = add_customer(db, name="Ann", email="ann@example.com", external_id="1", consent_email=1, consent_sms=1)
    other = add_customer(db, email="ann@work.example.com", phone="+12025550123", external_id="2", consent_sms=0)
    add_order(db, other, NOW)
    merges.merge(db, ann, other, NOW)
    kept = customers.get(db, ann)
    assert kept.external_ids == ("1", "2")
    assert kept.phone == "+12025550123"
    assert kept.consent[ChannelName.EMAIL] is True
    assert kept.consent[ChannelName.SMS] is False
    assert customers.find(db, "ann@work.example.com", Settings()) == ann
    assert db.value("SELECT customer_id FROM orders") == ann


@pytest.mark.parametrize(
    ("provider", "address"), [(None, "cust-1"), ("onesignal", "cust-1"), ("fcm", "token-1"), ("pretend", "cust-1")]
)
def test_a_push_message_goes_to_the_address_that_its_provider_knows(
    db: Database, provider: str | None, address: str
) -> None:
    """C12: Firebase is told the device's token, OneSignal the shop's own id; nobody is reachable by the other's."""
    ann = add_customer(db, push_external_id="cust-1", push_token="token-1", consent_push=1)
    bob = add_customer(db, push_token="token-2", consent_push=1)
    if provider is not None:
        kept_settings.put(db, "channels.push.provider", provider, NOW)
    assert customers.get(db, ann).address_for(ChannelName.PUSH) == address
    assert selection.people(db, [ann], [ChannelName.PUSH])[0][4] == address
    is_reached = provider in ("fcm", "pretend")
    assert (customers.get(db, bob).address_for(ChannelName.PUSH) is not None) is is_reached
    assert (listings.customer_rows(db, [bob])[0].reachable_by == (ChannelName.PUSH,)) is is_reached


def test_of_one_second_the_later_step_stands_above(db: Database) -> None:
    """Ux 3: providers report in whole seconds and in any order; nobody opens what has not been delivered."""
    ann = add_customer(db, email="ann@example.com")
    message = add_message(db, ann, NOW)
    with db.write():
        for number, kind in enumerate(("clicked", "delivered", "opened")):
            db.run(
                "INSERT INTO delivery_events (outbox_id, customer_id, kind, at, provider, provider_event_id) "
                "VALUES (?, ?, ?, ?, 'pretend', ?)",
                (message, ann, kind, stamp(NOW), f"event-{number}"),
            )
    add_order(db, ann, NOW)
    story = [entry.kind if entry.kind != "event" else entry.title for entry in listings.timeline(db, ann)]
    assert story == ["order", "clicked", "opened", "delivered", "message"]
