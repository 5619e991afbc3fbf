"""One deed for many customers, and what its Undo brings back; a customer typed in by hand; one message now."""

import csv
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.vocabulary import ChannelName, Reason, Segment
from reengage_desktop.engine.campaigning import DemandResult
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import adding, many, on_demand
from reengage_desktop.jobs.tasks import customers as customer_tasks
from reengage_desktop.jobs.tasks.adding import Newcomer
from reengage_desktop.store import customers, listings, settings, suppressions
from tests.shop_rows import add_customer, add_message, add_order

_TABLES = ("customers", "consents", "suppressions", "outbox")
EMAIL, SMS = ChannelName.EMAIL, ChannelName.SMS


def everything(shop: Shop) -> dict[str, list[tuple[object, ...]]]:
    """All that opting out may touch, but for the moment of the last change and the day of the next look."""
    columns = {table: [name for _, name, *_ in shop.db.rows(f"PRAGMA table_info({table})")] for table in _TABLES}
    skipped = {"changed_at", "next_look_on"}
    return {
        table: shop.db.rows(
            f"SELECT {', '.join(each for each in names if each not in skipped)} FROM {table} ORDER BY id"
        )
        for table, names in columns.items()
    }


def some_people(shop: Shop) -> list[int]:
    """One who agreed, one who was never asked, one who said no to a channel before; the first is being written to."""
    now = shop.now()
    ids = [
        add_customer(shop.db, name=name, email=f"{name}@example.com", phone=f"+1202555010{n}", last_order_at=stamp(now))
        for n, name in enumerate(("ann", "bob", "cora"))
    ]
    customers.opt_in(shop.db, ids[0], EMAIL, wording="Till form", at=now)
    customers.opt_out(shop.db, ids[2], channel=SMS, source="person", at=now)
    add_message(shop.db, ids[0], None)
    return ids


def test_opting_out_is_taken_back_to_the_letter(shop: Shop) -> None:
    """C18: consent, ledger, list of refusals and queue are what they were; who had said no before still has."""
    ids = some_people(shop)
    before = everything(shop)
    slips = many.opt_out_all(shop, [*ids, 999])
    assert len(slips.slips) == 3
    assert all(not customers.get(shop.db, each).reachable_by for each in ids)
    assert shop.db.value("SELECT state FROM outbox") == "skipped"
    assert suppressions.find_reason(shop.db, "email", "bob@example.com", EMAIL) == "opt_out"
    assert many.take_back_opt_out(shop, slips) == 3
    assert everything(shop) == before
    assert suppressions.find_reason(shop.db, "email", "bob@example.com", EMAIL) is None
    assert suppressions.find_reason(shop.db, "phone", "+12025550102", SMS) == "opt_out"


def test_what_she_says_herself_meanwhile_stays(shop: Shop) -> None:
    """An Undo never takes back a person's own word that came after it."""
    ids = some_people(shop)
    slips = many.opt_out_all(shop, ids[:2])
    customers.opt_out(shop.db, ids[0], channel=EMAIL, source="person", at=shop.now())
    assert many.take_back_opt_out(shop, slips) == 1
    assert customers.get(shop.db, ids[0]).consent[EMAIL] is False
    assert customers.get(shop.db, ids[1]).consent[EMAIL] is None


def test_a_household_is_taken_back_whole_and_a_no_at_its_number_stays(shop: Shop) -> None:
    """C18: two people with one telephone; what one says since is not undone with the other's row of the list."""
    number = "+12025550109"
    ids = [add_customer(shop.db, name=name, phone=number, consent_sms=1) for name in ("dan", "eve")]
    before = everything(shop)
    assert many.take_back_opt_out(shop, many.opt_out_all(shop, ids)) == 2
    assert everything(shop) == before
    opted_out = many.opt_out_all(shop, ids[:1])
    customers.opt_out(shop.db, ids[1], channel=None, source="person", at=shop.now())
    assert many.take_back_opt_out(shop, opted_out) == 0
    assert suppressions.find_reason(shop.db, "phone", number, SMS) == "opt_out"


def test_a_tag_for_many_and_back(shop: Shop) -> None:
    """Only who lacked it gets it, and only they lose it again."""
    ids = some_people(shop)
    customer_tasks.set_tags(shop, ids[1], ["Garden", "tea"])
    tagged = many.tag_all(shop, ids, " Garden ")
    assert set(tagged.customer_ids) == {ids[0], ids[2]}
    assert customers.get(shop.db, ids[1]).tags == ("Garden", "tea")
    many.untag_all(shop, tagged)
    assert [customers.get(shop.db, each).tags for each in ids] == [(), ("Garden", "tea"), ()]
    with pytest.raises(Refused):
        many.tag_all(shop, ids, "  ")


def test_a_list_as_a_file_does_nothing_in_a_spreadsheet(shop: Shop, tmp_path: Path) -> None:
    """Promise 23: a name that begins like a formula is text; figures are figures."""
    add_customer(shop.db, name="=HYPERLINK(1)", email="x@example.com", lifetime_value_minor=12_50, orders_count=3)
    ids = [*some_people(shop), 999]
    everyone = listings.customer_ids(shop.db, shop.settings(), shop.now(), segment=Segment.ALL)
    written = many.export_list(shop, [*everyone, *ids[3:]], tmp_path / "list.csv")
    assert written.count == 4
    lines = list(csv.DictReader(written.file.read_text(encoding="utf-8-sig").splitlines()))
    odd = next(line for line in lines if line["email"] == "x@example.com")
    assert (odd["name"], odd["spent"], odd["orders"]) == ("'=HYPERLINK(1)", "12.5", "3")
    assert next(line for line in lines if line["name"] == "ann")["agreed_to"] == "email"


def test_a_customer_is_typed_in_and_taken_back(shop: Shop) -> None:
    """By hand: addresses are put into their form, a yes has its words, and an Undo leaves no trace."""
    before = everything(shop)
    refused = Newcomer("Dora", " Dora@Example.COM ", "(202) 555-0123", (EMAIL,), "")
    with pytest.raises(Refused, match="words"):
        adding.add_customer(shop, refused)
    added = adding.add_customer(shop, Newcomer("Dora", " Dora@Example.com ", "(202) 555-0123", (EMAIL,), "At the till"))
    found = customers.get(shop.db, added.customer_id)
    assert (found.name, found.phone, found.consent[EMAIL]) == ("Dora", "+12025550123", True)
    assert listings.consent_sources(shop.db, found.id)[EMAIL][2] == "At the till"
    look = adding.look_at(shop, Newcomer("D.", "dora@example.com", "12"))
    assert [row.id for row in look.known] == [found.id]
    assert (look.email_is_valid, look.phone_is_valid) == (True, False)
    assert adding.remove_added(shop, added)
    assert everything(shop) == before


def test_an_addition_who_said_no_stays(shop: Shop) -> None:
    """C18: her STOP comes before the Undo of adding her; the list keeps it, and so does whoever has the address too."""
    added = adding.add_customer(shop, Newcomer("Fay", "fay@example.com", agreed=(EMAIL,), wording="Till form"))
    customers.opt_out(shop.db, added.customer_id, channel=EMAIL, source="person", at=shop.now())
    assert not adding.remove_added(shop, added)
    other = adding.add_customer(shop, Newcomer("Gil", "gil@example.com"))
    suppressions.suppress(
        shop.db, "email", "gil@example.com", channel=EMAIL, reason="complaint", source="provider", at=shop.now()
    )
    assert adding.remove_added(shop, other)
    assert suppressions.find_reason(shop.db, "email", "fay@example.com", EMAIL) == "opt_out"
    assert suppressions.find_reason(shop.db, "email", "gil@example.com", EMAIL) == "complaint"


def test_an_addition_in_use_stays(shop: Shop) -> None:
    """Whoever has bought meanwhile is not removed by an Undo; a refusal of old is not lost by one."""
    old = add_customer(shop.db, email="eve@example.com")
    customers.opt_out(shop.db, old, channel=EMAIL, source="person", at=shop.now())
    added = adding.add_customer(shop, Newcomer("Eve", "eve@example.com", "", (EMAIL,), "Asked me to"))
    assert suppressions.find_reason(shop.db, "email", "eve@example.com", EMAIL) is None
    add_order(shop.db, added.customer_id, shop.now())
    assert not adding.remove_added(shop, added)
    with shop.db.write():
        shop.db.run("DELETE FROM orders")
    assert adding.remove_added(shop, added)
    assert suppressions.find_reason(shop.db, "email", "eve@example.com", EMAIL) == "opt_out"


@pytest.mark.parametrize(
    "newcomer", [Newcomer("X"), Newcomer("X", email="x@y"), Newcomer("X", "x@example.com", phone="12")]
)
def test_an_address_that_is_none_is_refused(shop: Shop, newcomer: Newcomer) -> None:
    """Nothing is kept, and the sentence says so."""
    with pytest.raises(Refused, match="Nothing was kept"):
        adding.add_customer(shop, newcomer)
    assert listings.customer_ids(shop.db, shop.settings(), shop.now()) == []


def test_one_message_to_somebody_without_a_phone(shop: Shop) -> None:
    """A13: shown first, then sent, through the same checks; the second one is refused by the cap, with its reason."""
    let_it_write(shop)
    long_ago = shop.now() - timedelta(days=80)
    who = add_customer(shop.db, name="Ann", first_name="Ann", email="ann@example.com", last_order_at=stamp(long_ago))
    payload = {"customer": who, "campaign_type": "we_miss_you", "channel": "email"}
    refused = on_demand.preview_message(shop, payload)
    assert isinstance(refused, DemandResult)
    assert refused.reason is Reason.NO_CONSENT
    customers.opt_in(shop.db, who, EMAIL, wording="Till form", at=shop.now())
    shown = on_demand.preview_message(shop, payload)
    assert isinstance(shown, Content)
    assert "Ann" in shown.text
    assert shop.db.value("SELECT count(*) FROM outbox") == 0
    assert on_demand.send_message(shop, payload).error is None
    assert shop.db.value("SELECT state FROM outbox") == "accepted"
    again = on_demand.send_message(shop, payload)
    assert (again.error, again.reason) == ("Frequency cap reached", Reason.CAP_WEEK)
    elsewhere = on_demand.preview_message(shop, {**payload, "channel": "sms"})
    assert isinstance(elsewhere, DemandResult)
    assert elsewhere.reason is Reason.CHANNEL_OFF


def let_it_write(shop: Shop) -> None:
    """A shop that may write e-mail."""
    for key, text in (
        ("reengagement.enabled", "true"),
        ("reengagement.channels", "email"),
        ("channels.email.provider", "pretend"),
        ("business.postal_address", "1 High Street"),
    ):
        settings.put(shop.db, key, text, shop.now())


def test_an_agreement_is_taken_back_to_the_letter(shop: Shop) -> None:
    """C18: who was never asked is so again, who had said no has said so still; nobody gets a no that was never said."""
    ids = some_people(shop)
    customers.opt_out(shop.db, ids[0], channel=None, source="person", at=shop.now())
    before = everything(shop)
    for person, channel in ((ids[1], EMAIL), (ids[2], SMS), (ids[0], EMAIL)):
        agreed = customer_tasks.agree(shop, person, channel, "Asked at the till")
        assert customers.get(shop.db, person).consent[channel] is True
        assert customer_tasks.take_back_agreement(shop, agreed)
        assert everything(shop) == before


@pytest.mark.parametrize("stopped", [EMAIL, SMS, None])
def test_a_stop_after_an_agreement_stays_when_that_is_taken_back(shop: Shop, stopped: ChannelName | None) -> None:
    """C18, promise 14: her own no is no part of it; the owner's yes goes all the same, wherever she said no."""
    _, bob, cora = some_people(shop)
    for person, channel in ((bob, EMAIL), (cora, SMS)):
        had = customers.get(shop.db, person).consent[channel]
        agreed = customer_tasks.agree(shop, person, channel, "Asked at the till")
        customers.opt_out(shop.db, person, channel=stopped, source="person", at=shop.now())
        assert customer_tasks.take_back_agreement(shop, agreed)
        consent = customers.get(shop.db, person).consent
        assert all(consent[each] is False for each in ([stopped] if stopped else ChannelName))
        if stopped not in (None, channel):
            assert consent[channel] is had
        assert not shop.db.rows("SELECT 1 FROM consents WHERE state = 'yes' AND customer_id = ?", (person,))
    assert suppressions.find_reason(shop.db, "phone", "+12025550102", SMS) == "opt_out", "cora's first no"


def test_a_later_agreement_stays_when_an_earlier_one_is_taken_back(shop: Shop) -> None:
    """C18: who had refused everything agreed to two channels; only the one taken back is refused again."""
    ann, *_ = some_people(shop)
    customers.opt_out(shop.db, ann, channel=None, source="person", at=shop.now())
    first = customer_tasks.agree(shop, ann, EMAIL, "Asked at the till")
    customer_tasks.agree(shop, ann, SMS, "Asked on the phone")
    assert customer_tasks.take_back_agreement(shop, first)
    found = customers.get(shop.db, ann)
    assert (found.consent[EMAIL], found.consent[SMS]) == (False, True)
    assert suppressions.find_reason(shop.db, "email", "ann@example.com", EMAIL) == "opt_out"
    assert suppressions.find_reason(shop.db, "phone", "+12025550100", SMS) is None
    again = customer_tasks.agree(shop, ann, SMS, "Said so again")
    assert customer_tasks.take_back_agreement(shop, again)
    assert customers.get(shop.db, ann).consent[SMS] is True


def test_an_agreement_goes_from_the_record_that_took_over(shop: Shop) -> None:
    """C18: a merge in between carries the yes along; taken back, it is gone there too."""
    ann, bob, _ = some_people(shop)
    agreed = customer_tasks.agree(shop, bob, SMS, "Asked at the till")
    customer_tasks.merge(shop, ann, bob)
    assert customers.get(shop.db, ann).consent[SMS] is True
    assert customer_tasks.take_back_agreement(shop, agreed)
    assert customers.get(shop.db, ann).consent[SMS] is None
    assert customers.get(shop.db, ann).consent[EMAIL] is True
    assert not customer_tasks.take_back_agreement(shop, agreed)


@pytest.mark.parametrize("keeps_the_first", [True, False])
@pytest.mark.parametrize(
    ("had", "other", "left"), [(None, False, False), (False, None, False), (False, True, False), (None, True, True)]
)
def test_what_another_record_brought_stays_when_an_agreement_is_taken_back(
    shop: Shop, had: bool | None, other: bool | None, left: bool, keeps_the_first: bool
) -> None:
    """C18, promise 14: of two records made one since, a no of either holds, and the other's yes is no part of it."""
    ann, bob, _ = some_people(shop)
    for person, word in ((ann, had), (bob, other)):
        if word is not None:
            customers.record_consent(shop.db, person, SMS, agreed=word, at=shop.now(), source="import")
    agreed = customer_tasks.agree(shop, ann, SMS, "Asked at the till")
    kept, gone = (ann, bob) if keeps_the_first else (bob, ann)
    customer_tasks.merge(shop, kept, gone)
    assert customer_tasks.take_back_agreement(shop, agreed)
    assert customers.get(shop.db, kept).consent[SMS] is left
