"""The hourly checks: products that are back, products that got cheaper, and who hears of it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.moments import local_day, start_of_day
from reengage_desktop.domain.vocabulary import CampaignType
from reengage_desktop.engine import campaigning
from reengage_desktop.store import campaigns
from tests.engine.deciding_rig import Rig, open_rig
from tests.shop_rows import add_order


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    found = open_rig(tmp_path)
    yield found
    found.db.close()


def test_viewers_are_told_and_marked(rig: Rig) -> None:
    """A6: everybody who saw it out of stock, silent or not, bought ever or not; then her views count as in stock."""
    hat = rig.product("Hat", price_minor=500, in_stock=0)
    people = [rig.person(3), rig.person(None), rig.person(200)]
    for each in people:
        rig.view(each, hat, in_stock=0)
        rig.view(each, hat, in_stock=0, days_ago=2)
    assert rig.restock_check().as_json() == {"queued": 0, "skipped": {}}
    rig.db.run("UPDATE products SET in_stock = 1, restock_no = 1")
    assert rig.restock_check().as_json() == {"queued": 3, "skipped": {}}
    assert {message["occasion"] for message in rig.messages()} == {f"product:{hat}:restock:1"}
    assert rig.db.rows("SELECT DISTINCT in_stock FROM views") == [(1,)]
    assert rig.restock_check().as_json() == {"queued": 0, "skipped": {}}


def test_who_bought_it_on_the_day_she_looked_is_not_told_that_it_is_cheaper(rig: Rig) -> None:
    """A7: a purchase of which only the day is known counts as made after that day's views; the day before does not."""
    hat = rig.product("Hat", price_minor=500, in_stock=1)
    ann, ben = rig.person(5), rig.person(6)
    for each, days_ago in ((ann, 5), (ben, 6)):
        rig.view(each, hat, price_at_view_minor=900)
        order = add_order(rig.db, each, start_of_day(local_day(rig.now - timedelta(days=days_ago), rig.zone), rig.zone))
        rig.db.run("UPDATE orders SET has_time = 0 WHERE id = ?", (order,))
        rig.db.run(
            "INSERT INTO order_lines (order_id, line_no, product_id, quantity_milli) VALUES (?, 1, ?, 1000)",
            (order, hat),
        )
    rig.price_check()
    assert [each["customer_id"] for each in rig.messages()] == [ben]


def test_caps_leave_views_unmarked(rig: Rig) -> None:
    """A5, A6: who is over the cap is not told now, and is told once the cap ends."""
    ann = rig.person(3)
    rig.view(ann, rig.product(in_stock=1), in_stock=0)
    rig.cap(ann, 6)
    assert rig.restock_check().as_json() == {"queued": 0, "skipped": {"cap_week": 1}}
    assert rig.db.value("SELECT in_stock FROM views") == 0
    rig.now += timedelta(days=1)
    assert rig.restock_check().queued == 1


def test_units_go_to_the_earliest_viewers(rig: Rig) -> None:
    """A6: no more people than units in stock, the earliest viewers first; more units reach the others."""
    hat = rig.product("Hat", in_stock=1, stock=2)
    late, early, middle = rig.person(3), rig.person(3), rig.person(3)
    for each, days in ((late, 1), (early, 9), (middle, 5)):
        rig.view(each, hat, days_ago=days, in_stock=0)
    assert rig.restock_check().as_json() == {"queued": 2, "skipped": {"out_of_units": 1}}
    assert {message["customer_id"] for message in rig.messages()} == {early, middle}
    assert rig.restock_check().skipped == {"out_of_units": 1}
    rig.db.run("UPDATE products SET stock = 3")
    assert rig.restock_check().queued == 1


def test_whose_notice_did_not_go_hears_of_the_next_return(rig: Rig) -> None:
    """A6: sold out again before hers could go: told when it is back the next time, of the same return never."""
    hat = rig.product("Hat", in_stock=1, restock_no=1)
    ann, ben, eve = (rig.person(3) for _ in range(3))
    for each in (ann, ben, eve):
        rig.view(each, hat, in_stock=0)
    assert rig.restock_check().queued == 3
    rig.db.run("UPDATE outbox SET state = 'skipped', reason = 'out_of_units' WHERE customer_id <> ?", (ben,))
    rig.send_all()
    rig.now += timedelta(days=8)
    rig.view(eve, hat, in_stock=1, days_ago=1)
    assert rig.restock_check().as_json() == {"queued": 0, "skipped": {}}
    rig.db.run("UPDATE products SET in_stock = 0")
    assert rig.restock_check().as_json() == {"queued": 0, "skipped": {}}
    rig.db.run("UPDATE products SET in_stock = 1, restock_no = 2")
    assert rig.restock_check(is_dry=True).queued == rig.restock_check().queued == 1
    assert [each["customer_id"] for each in rig.messages() if each["state"] == "pending"] == [ann]
    rig.db.run("UPDATE outbox SET state = 'skipped' WHERE state = 'pending'")
    assert rig.restock_check().queued == 0


def test_unreachable_viewers_take_no_units(rig: Rig) -> None:
    """A6: a unit that nobody can be told of is offered to the next viewer."""
    hat = rig.product("Hat", in_stock=1, stock=1)
    mute, ann = rig.person(3, consent_email=None), rig.person(3)
    rig.view(mute, hat, days_ago=9, in_stock=0)
    rig.view(ann, hat, days_ago=1, in_stock=0)
    assert rig.restock_check().as_json() == {"queued": 1, "skipped": {"no_consent": 1}}
    assert rig.messages()[0]["customer_id"] == ann


@pytest.mark.parametrize("columns", [{"in_stock": None}, {"in_stock": 1}])
def test_unknown_stock_never_counts(rig: Rig, columns: dict[str, object]) -> None:
    """A6: a view whose stock was not known, or that found the product, is no reason to write."""
    rig.view(rig.person(3), rig.product(in_stock=1), **columns)
    assert rig.restock_check().queued == 0


def test_later_view_in_stock_ends_it(rig: Rig) -> None:
    """A6: who has seen it back in stock herself, or has bought it since, needs no notice."""
    hat = rig.product(in_stock=1)
    ann = rig.person(3)
    rig.view(ann, hat, in_stock=0, days_ago=5)
    rig.view(ann, hat, in_stock=1, days_ago=1)
    assert rig.restock_check().queued == 0


@pytest.mark.parametrize(
    ("price", "percent", "told"), [(900, "10", False), (899, "10", True), (790, "20", True), (800, "20", False)]
)
def test_price_drop_is_strict(rig: Rig, price: int, percent: str, told: bool) -> None:
    """A7: more than so many per cent, to the cent."""
    rig.set(price_drop_percent=percent)
    ann = rig.person(3)
    rig.view(ann, rig.product(price_minor=price), price_at_view_minor=1000)
    assert rig.price_check().queued == int(told)


def test_a_price_of_nothing_is_no_price_drop(rig: Rig) -> None:
    """A7: nobody is told that a product costs $0.00 now; shops write 0 for what has no price of its own."""
    ann = rig.person(3)
    rig.view(ann, rig.product(price_minor=0), price_at_view_minor=1000)
    assert rig.price_check().queued == 0


def test_later_drop_counts_from_the_named_price(rig: Rig) -> None:
    """A7: one notice per person and price; the next one only for a further drop of the same size."""
    bag = rig.product("Bag", price_minor=800)
    ann = rig.person(3)
    rig.view(ann, bag, price_at_view_minor=1000)
    assert rig.price_check().queued == 1
    assert "$10.00" in rig.messages()[0]["content"]["text"]
    assert "$8.00" in rig.messages()[0]["content"]["subject"]
    rig.send_all()
    for days, price, queued in ((8, 800, 0), (0, 720, 0), (0, 719, 1)):
        rig.now += timedelta(days=days)
        rig.db.run("UPDATE products SET price_minor = ?", (price,))
        assert rig.price_check().queued == queued, price
    rig.send_all()
    rig.now += timedelta(days=8)
    rig.db.run("UPDATE products SET price_minor = 1000")
    assert rig.price_check().queued == 0


def test_a_price_of_which_she_never_heard_is_no_measure(rig: Rig) -> None:
    """A7: a notice that did not go names nothing; the next drop counts from what she saw, the same price not anew."""
    bag = rig.product("Bag", price_minor=800)
    rig.view(rig.person(3), bag, price_at_view_minor=1000)
    assert rig.price_check().queued == 1
    rig.db.run("UPDATE outbox SET state = 'skipped', reason = 'expired'")
    for price, queued in ((800, 0), (1000, 0), (750, 1), (740, 0)):
        rig.db.run("UPDATE products SET price_minor = ?", (price,))
        assert rig.price_check().queued == queued, price
    assert "$10.00" in rig.messages()[-1]["content"]["text"]


@pytest.mark.parametrize(
    ("product", "view"),
    [
        ({"price_minor": 500}, {"price_at_view_minor": None}),
        ({"price_minor": None}, {"price_at_view_minor": 1000}),
        ({"price_minor": 500, "currency": "EUR"}, {"price_at_view_minor": 1000, "currency": "USD"}),
        ({"price_minor": 500, "in_stock": 0}, {"price_at_view_minor": 1000}),
    ],
)
def test_no_drop_without_two_known_prices(rig: Rig, product: dict[str, object], view: dict[str, object]) -> None:
    """A7: an unknown price, another currency or a product that can't be had is no price drop."""
    rig.view(rig.person(3), rig.product(**product), **view)
    assert rig.price_check().queued == 0


def test_latest_view_decides_the_price(rig: Rig) -> None:
    """A7: what she saw last is what it is compared with."""
    bag, ann = rig.product("Bag", price_minor=850), rig.person(3)
    rig.view(ann, bag, price_at_view_minor=1000, days_ago=9)
    rig.view(ann, bag, price_at_view_minor=860, days_ago=2)
    assert rig.price_check().queued == 0


def test_one_message_for_several_products(rig: Rig) -> None:
    """A5: of several products she hears of the one that she saw first; the others wait for another day."""
    ann = rig.person(3)
    for days in (9, 5):
        rig.view(ann, rig.product(in_stock=1), in_stock=0, days_ago=days)
    assert rig.restock_check().as_json() == {"queued": 1, "skipped": {"in_other_campaign": 1}}
    rig.send_all()
    rig.now += timedelta(days=7)
    assert rig.restock_check().queued == 1


def test_a_file_that_comes_in_meanwhile_ends_the_check(rig: Rig) -> None:
    """Promise 18: while a file is being written nobody is selected; the next check tells who is left."""
    rig.set(daily_limit="0")
    hat = rig.product("Hat", in_stock=1)
    for _ in range(60):
        rig.view(rig.person(3), hat, in_stock=0)
    pieces = iter(range(9))

    def begin_import() -> bool:
        """Before the second piece of the people a file begins to be written; nobody asks the check to stop."""
        if next(pieces) == 1:
            with rig.db.write():
                rig.db.run(
                    "INSERT INTO imports (kind, file_name, sha256, state, started_at) "
                    "VALUES ('orders', 'orders.csv', 'x', 'writing', 1)"
                )
        return False

    def check() -> campaigning.CheckResult:
        return campaigning.check_back_in_stock(rig.db, rig.settings, rig.availability, rig.now, stop=begin_import)

    assert check().queued == 50
    assert check().queued == 0
    rig.db.run("UPDATE imports SET state = 'done'")
    assert check().queued == 10


def test_switches(rig: Rig) -> None:
    """A14: nothing with the master switch off, nothing with the campaign off; the views stay as they are."""
    rig.view(rig.person(3), rig.product(in_stock=1), in_stock=0)
    campaigns.set_active(rig.db, CampaignType.BACK_IN_STOCK, active=False)
    assert rig.restock_check().as_json() == {"queued": 0, "skipped": {"switched_off": 1}}
    campaigns.set_active(rig.db, CampaignType.BACK_IN_STOCK, active=True)
    rig.set(enabled="false")
    assert rig.restock_check().as_json() == {"queued": 0, "skipped": {"switched_off": 1}}
    rig.set(enabled="true")
    assert rig.restock_check().queued == 1


def test_dry_check_changes_nothing(rig: Rig) -> None:
    """A6: a dry run says what would be queued."""
    rig.view(rig.person(3), rig.product(in_stock=1), in_stock=0)
    dry = campaigning.check_back_in_stock(rig.db, rig.settings, rig.availability, rig.now, is_dry=True)
    assert dry.queued == 1
    assert rig.messages() == []
    assert rig.restock_check().queued == 1


def test_lapse_limit_holds_for_the_silent_only(rig: Rig) -> None:
    """A3, A6: one silence allows so many messages, whoever queues them; who still buys has the caps only."""
    rig.set(max_per_lapse="1")
    silent, active = rig.person(70), rig.person(3)
    rig.run()
    rig.send_all()
    rig.now += timedelta(days=10)
    for each in (silent, active):
        rig.view(each, rig.product(in_stock=1), in_stock=0)
    assert rig.restock_check().as_json() == {"queued": 1, "skipped": {"lapse_limit": 1}}
