"""What the owner should know about an import, in plain sentences."""

from collections.abc import Iterator

from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing.checking import Checked
from reengage_desktop.store.importing.numberings import FIRST, behind
from reengage_desktop.store.importing.orders import orders_twice
from reengage_desktop.store.importing.orders.orders_apart import WITH_DAY
from reengage_desktop.store.importing.people import agreements
from reengage_desktop.store.imports import OTHER_NUMBERS, OTHER_PRODUCTS
from reengage_desktop.store.scratch import Scratch


def write_notes(scratch: Scratch, checked: Checked, settings: Settings) -> Iterator[Sentence]:
    """The sentences, the file's own first."""
    yield from checked.plan.notes
    if checked.kind is ImportKind.ORDERS:
        yield from _about_orders(scratch, checked, settings)
    if checked.kind not in (ImportKind.PRODUCTS, ImportKind.OPTOUTS):
        yield from _about_people(scratch, checked)
    if checked.kind in (ImportKind.VIEWS, ImportKind.WISHLISTS):
        yield from _about_unknown_goods(scratch)
    if checked.is_older and checked.kind is ImportKind.CUSTOMERS:
        text = (
            "A newer file with these columns was imported before: customers who were changed since keep their names, "
            "addresses and phones."
        )
        yield Sentence("older_list", text)
    elif checked.is_older:
        text = (
            "A newer file with these columns was imported before: products that the shop knows keep their names, "
            "prices and stock."
        )
        yield Sentence("older_catalogue", text)
    if checked.goods_numbering != FIRST:
        text = (
            "The product numbers in this file are those of another system than before: in the shop they are other "
            f"products'. They are kept apart, with “{behind(checked.goods_numbering).strip()}” behind each."
        )
        yield Sentence(OTHER_PRODUCTS, text, which=checked.goods_numbering)
    if checked.refused_people:
        text = (
            f"{_many(checked.refused_people, 'mention', 'mentions')} of people who asked to be forgotten stayed out: "
            "nothing of theirs is taken in again."
        )
        yield Sentence("forgotten_people", text, number=checked.refused_people)


def _about_unknown_goods(scratch: Scratch) -> Iterator[Sentence]:
    unknown = scratch.value("SELECT count(*) FROM wares WHERE is_new = 1")
    if unknown:
        verb, whose = ("is", "its price") if unknown == 1 else ("are", "their prices")
        text = (
            f"{_many(unknown, 'product', 'products')} named here {verb} in no list of products yet: nobody is told of "
            f"{whose} and stock."
        )
        yield Sentence("unknown_goods", text, number=unknown)


def _about_orders(scratch: Scratch, checked: Checked, settings: Settings) -> Iterator[Sentence]:
    if checked.anonymous:
        verb = "names" if checked.anonymous == 1 else "name"
        text = f"{_many(checked.anonymous, 'order', 'orders')} {verb} nobody: counted in the shop's totals only."
        yield Sentence("anonymous_orders", text, number=checked.anonymous)
    if checked.nameless_buyers and not checked.plan.has("email", "phone", "customer_id"):
        text = "These buyers cannot be contacted: the file has no e-mail and no phone."
        yield Sentence("unreachable_buyers", text)
    if checked.doubled_rows:
        text = f"{_many(checked.doubled_rows, 'row', 'rows')} came twice in this export and counted once."
        yield Sentence("doubled_rows", text, number=checked.doubled_rows)
    apart = scratch.value("SELECT count(*) FROM heads WHERE base = run AND key GLOB ?", (WITH_DAY,))
    if apart:
        verb = "bears" if apart == 1 else "bear"
        text = (
            f"{_many(apart, 'order', 'orders')} {verb} the number of an order of another day: kept apart, with the day "
            "behind the number."
        )
        yield Sentence("numbers_again", text, number=apart)
    if checked.told_newer:
        verb = "stands" if checked.told_newer == 1 else "stand"
        text = (
            f"{_many(checked.told_newer, 'order', 'orders')} {verb} here in another state than in a newer file: kept "
            "as the newer file told."
        )
        yield Sentence("told_newer", text, number=checked.told_newer)
    yield from _about_doubles(scratch)
    if checked.currency != settings.currency:
        text = f"The shop's currency is now {checked.currency}: it is the only one in this file."
        yield Sentence("currency_taken", text, currency=checked.currency)
    foreign = scratch.rows(
        "SELECT currency, count(*) FROM heads WHERE base = run AND currency IS NOT NULL AND currency <> ? "
        "GROUP BY currency ORDER BY currency",
        (checked.currency,),
    )
    for currency, number in foreign:
        verb = "is" if number == 1 else "are"
        text = (
            f"{_many(number, 'order', 'orders')} {verb} in {currency}: counted as purchases, but left out of sums, "
            f"which are in {checked.currency}."
        )
        yield Sentence("foreign_orders", text, number=number, currency=currency, base=checked.currency)


_FEWEST_DOUBLES, _DOUBLES_SHARE = 5, 3
"""So many, and one in so many, are no regulars who bought the same once more."""


def _about_doubles(scratch: Scratch) -> Iterator[Sentence]:
    looked_at, found = orders_twice.count(scratch)
    if found >= _FEWEST_DOUBLES and found * _DOUBLES_SHARE >= looked_at:
        text = (
            f"{found} of {looked_at} new orders that were compared are of the same customer, day and amount as orders "
            "that the shop has under other numbers. Where two files tell of the same purchases (a list of payments "
            "beside the shop's own orders), import one of them only: each purchase would count twice."
        )
        yield Sentence("orders_twice", text, number=found, all=looked_at)


def _about_people(scratch: Scratch, checked: Checked) -> Iterator[Sentence]:
    shared = scratch.value("SELECT 1 FROM shared_emails LIMIT 1") and scratch.value(
        "SELECT count(*) FROM shared_emails WHERE email IN (SELECT email FROM people)"
    )
    if shared:
        text = (
            f"{_many(shared, 'e-mail address carries', 'e-mail addresses carry')} many different names: "
            "nobody is joined by it and nobody is written to there."
        )
        yield Sentence("shared_addresses", text, number=shared)
    if checked.reused_ids:
        verb = "stands" if checked.reused_ids == 1 else "stand"
        text = (
            f"{_many(checked.reused_ids, 'customer number', 'customer numbers')} {verb} for several people: left out, "
            "and these people are told apart by their e-mail."
        )
        yield Sentence("reused_numbers", text, number=checked.reused_ids)
    if checked.numbering != FIRST:
        text = (
            "The customer numbers in this file are those of another system than before: in the shop they belong to "
            f"other people. They are kept apart, with “{behind(checked.numbering).strip()}” behind each."
        )
        yield Sentence(OTHER_NUMBERS, text, which=checked.numbering)
    if checked.joined_records:
        records = _many(checked.joined_records, "customer who stood", "customers who stood")
        text = f"{records} in the shop under two entries became one: this file shows that both are the same person."
        yield Sentence("joined_records", text, number=checked.joined_records)
    if checked.joined_people > 0:
        joined = _many(checked.joined_people, "row", "rows")
        text = f"{joined} named somebody who stands in another row: joined into one."
        yield Sentence("joined_rows", text, number=checked.joined_people)
    if overheard := agreements.count_overheard(scratch):
        text = (
            f"{_many(overheard, 'customer', 'customers')} agreed, but somebody with the same phone number or e-mail "
            "address said no: nobody is written to there."
        )
        yield Sentence("overheard_noes", text, number=overheard)
    if checked.kind is ImportKind.CUSTOMERS:
        unreachable = scratch.value(
            "SELECT count(*) FROM folk AS f LEFT JOIN customers AS c ON c.id = f.customer_id "
            "WHERE coalesce(f.email, f.phone, c.email, c.phone) IS NULL"
        )
        if unreachable:
            verb = "has" if unreachable == 1 else "have"
            text = (
                f"{_many(unreachable, 'customer', 'customers')} {verb} neither e-mail nor phone: kept, but not "
                "reachable."
            )
            yield Sentence("unreachable_customers", text, number=unreachable)


def _many(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"
