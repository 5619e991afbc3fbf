"""Customers from files: who is who, what is filled and changed, and what they agreed to."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.store import customers, erasures, facts, imports, merges, refusing, suppressions
from reengage_desktop.store import settings as stored
from tests.engine.import_rig import NOW, Rig, only

CH = ChannelName


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path / "shop")


def test_one_person_by_id_then_email_then_phone(rig: Rig) -> None:
    """D2: id, e-mail and phone find a person in this order, whatever their spelling."""
    rig.bring_in(
        "customers", [{"customer_id": "7", "name": "Ann", "email": "ann@example.com", "phone": "+12025550101"}]
    )
    report = rig.bring_in(
        "customers",
        [
            {"customer_id": "7", "city": "Springfield", "email": "", "phone": ""},
            {"customer_id": "", "city": "", "email": " ANN@Example.COM ", "phone": "", "tags": "vip"},
            {"customer_id": "", "city": "", "email": "", "phone": "(202) 555-0101", "language": "en"},
        ],
    )

    assert (report.created, report.updated) == (0, 1)
    assert rig.db.rows("SELECT name, city, tags, language FROM customers") == [("Ann", "Springfield", '["vip"]', "en")]


def test_one_phone_with_two_emails_is_a_household(rig: Rig) -> None:
    """Same phone but different e-mail: different people."""
    rows = [
        {"name": "Ann", "email": "ann@example.com", "phone": "+12025550101"},
        {"name": "Bob", "email": "bob@example.com", "phone": "+12025550101"},
    ]
    assert rig.bring_in("customers", rows).created == 2
    assert rig.bring_in("customers", rows[::-1]).unchanged == 2
    assert rig.bring_in("customers", [{"name": "Cy", "email": "cy@example.com", "phone": "+12025550101"}]).created == 1


def test_rows_of_one_file_that_hang_together_are_one_person(rig: Rig) -> None:
    """Import facts 12: chains of ids and e-mails, in any order of rows."""
    rows = [
        {"customer_id": "a", "email": "one@example.com"},
        {"customer_id": "b", "email": "two@example.com"},
        {"customer_id": "b", "email": "one@example.com"},
        {"customer_id": "c", "email": ""},
    ]
    for number, order in enumerate((rows, rows[::-1])):
        other = Rig(rig.folder / str(number))
        report = other.bring_in("customers", order)
        assert report.created == 2
        assert any("joined into one" in note for note in report.notes)
        assert other.bring_in("customers", order).unchanged == 2
        assert other.bring_in("customers", [{"customer_id": "", "email": "two@example.com"}]).unchanged == 1


def test_a_number_that_stands_for_several_people_is_nobodys(rig: Rig) -> None:
    """Import facts 12: a list that gives its guests one number keeps them apart by their e-mail."""
    rows = [
        {"customer_id": "0", "name": "Ann", "email": "ann@example.com"},
        {"customer_id": "0", "name": "Bob", "email": "bob@example.com"},
        {"customer_id": "7", "name": "Cy", "email": "cy@example.com"},
    ]
    report = rig.bring_in("customers", rows)
    assert report.created == 3
    assert any("several people" in note for note in report.notes)
    assert rig.bring_in("customers", rows).unchanged == 3
    assert rig.db.rows("SELECT external_id FROM external_ids") == [("7",)]


def test_an_email_of_many_names_joins_nobody(rig: Rig) -> None:
    """Import facts 12: from five names on an address is shared, marked, and trusted for nothing."""
    rows = [{"name": f"Person {letter}", "email": "noemail@example.com"} for letter in "ABCDEF"]
    report = rig.bring_in("customers", rows)

    assert report.created == 6
    assert {row[0] for row in rig.db.rows("SELECT email_state FROM customers")} == {"shared"}
    assert any("many different names" in note for note in report.notes)
    assert rig.bring_in("customers", rows).unchanged == 6
    assert rig.bring_in("customers", [{"name": "Person G", "phone": "+12025550143"}]).created == 1  # no word of e-mails


@pytest.mark.parametrize("parts", [("name",), ("first_name", "last_name")])
def test_who_shares_an_address_is_known_again_by_her_name(rig: Rig, parts: tuple[str, ...]) -> None:
    """Promise 21: the same file twice, with names of any letters, whole or in two columns, makes nobody twice."""
    names = ["ÖMER Ak", "Zoë Li", "Änne Ro", "Émile By", "Ýr Lo", "Ann De"]
    rows: list[dict[str, object]] = [
        {"email": "noemail@example.com", **dict(zip(parts, [name] if len(parts) == 1 else name.split(), strict=True))}
        for name in names
    ]
    rig.bring_in("customers", rows)
    rig.bring_in("customers", rows)
    assert only(rig, "SELECT count(*) FROM customers") == len(names)


def test_the_fifth_name_on_an_email_may_come_later(rig: Rig) -> None:
    """Import facts 12: names that the shop knows count with those of the file, however they are written."""
    rig.bring_in("customers", [{"name": "Person 0", "email": "noemail@example.com"}])
    orders = [
        {"order_id": f"{n}", "ordered_at": "2026-01-01", "email": "noemail@example.com", "customer_name": name}
        for n, name in enumerate(("person  0", "Person 1", "Person 2", "Person 3", "Person 4"))
    ]
    assert not any("many different names" in note for note in rig.bring_in("orders", orders[:4]).notes)
    assert any("many different names" in note for note in rig.bring_in("orders", orders).notes)


def test_a_file_of_customers_wins_and_others_only_fill(rig: Rig) -> None:
    """Filled fields: a customer file changes them, an order file fills what is empty; nothing is emptied."""
    rig.bring_in("customers", [{"email": "ann@example.com", "name": "Ann", "city": "Paris", "country": ""}])
    rig.bring_in("customers", [{"email": "ann@example.com", "name": "Ann Lee", "city": "", "country": ""}])
    rig.bring_in(
        "orders",
        [
            {
                "order_id": "1",
                "ordered_at": "2026-01-01",
                "email": "ann@example.com",
                "customer_name": "A. L.",
                "country": "FR",
            }
        ],
    )
    assert rig.db.rows("SELECT name, city, country FROM customers") == [("Ann Lee", "Paris", "FR")]


def test_a_new_email_moves_the_old_one_aside(rig: Rig) -> None:
    """An address that changes is judged anew; the old one still finds her."""
    rig.bring_in("customers", [{"customer_id": "7", "email": "old@example.com"}])
    with rig.db.write():
        rig.db.run("UPDATE customers SET email_state = 'bounced'")
    rig.bring_in("customers", [{"customer_id": "7", "email": "new@example.com"}])

    assert rig.db.rows("SELECT email, email_state FROM customers") == [("new@example.com", None)]
    assert rig.bring_in("customers", [{"email": "old@example.com", "city": "Rome"}]).updated == 1
    assert only(rig, "SELECT count(*) FROM customers") == 1


def test_only_an_id_is_kept_and_said(rig: Rig) -> None:
    """cli.md: a customer needs any one of id, e-mail or phone; only an id is not reachable."""
    report = rig.bring_in("customers", [{"customer_id": "1", "name": "Ann"}, {"customer_id": "2", "name": "Bob"}])
    assert report.created == 2
    assert "2 customers have neither e-mail nor phone: kept, but not reachable." in report.notes


def test_consent_can_be_given_once_and_withdrawn_always(rig: Rig) -> None:
    """C18: unknown to yes, yes to no, unknown to no; never no to yes."""

    def say(word: str) -> int | None:
        rig.bring_in("customers", [{"email": "ann@example.com", "name": "Ann", "consent_email": word}])
        return rig.consent("ann@example.com")[CH.EMAIL]

    assert [say(word) for word in ("", "yes", "", "no", "yes", "")] == [None, 1, 1, 0, 0, 0]
    ledger = rig.db.rows("SELECT channel, state, source FROM consents ORDER BY id")
    assert ledger == [("email", "yes", "import"), ("email", "no", "import")]


def test_the_owners_word_for_everyone_leaves_out_who_said_no(rig: Rig) -> None:
    """cli.md --consent: everyone agreed, and this is what they were told; a no in file, ledger or list stays."""
    rig.bring_in("customers", [{"email": "no@example.com", "consent_email": "no"}])
    suppressions.suppress(
        rig.db, "email", "listed@example.com", channel=None, reason="opt_out", source="person", at=NOW
    )
    rows = [{"email": f"{name}@example.com", "consent_email": said} for name, said in
            (("no", ""), ("listed", ""), ("here", "no"), ("new", ""))]  # fmt: skip
    rig.bring_in("customers", rows, consent=(CH.EMAIL, CH.SMS), wording="News by e-mail or text")

    assert [rig.consent(f"{name}@example.com")[CH.EMAIL] for name in ("no", "listed", "here", "new")] == [0, 0, 0, 1]
    wordings = rig.db.rows("SELECT DISTINCT wording FROM consents WHERE state = 'yes'")
    assert wordings == [("News by e-mail or text",)]


@pytest.mark.parametrize("words", [("wie immer",), ("wie immer", "yes"), ("yes", "wie immer"), ("wie immer", "")])
def test_the_owners_word_for_everyone_does_not_speak_for_a_word_of_ones_own(rig: Rig, words: tuple[str, ...]) -> None:
    """Promise 21, cli.md --consent: what nobody understands is neither yes nor no, whatever the others said."""
    rows = [{"email": "ann@example.com", "consent_email": word} for word in words]
    others = [{"email": f"p{n}@example.com", "consent_email": word} for n, word in enumerate(("yes", "no", ""))]
    rig.bring_in("customers", [*rows, *others], consent=(CH.EMAIL, CH.SMS), wording="News by e-mail or text")

    assert rig.consent("ann@example.com") == {**dict.fromkeys(CH), CH.SMS: 1}
    assert [rig.consent(f"p{n}@example.com")[CH.EMAIL] for n in range(3)] == [1, 0, 1]
    assert rig.db.value("SELECT count(*) FROM customers WHERE consent_email NOT IN (0, 1)") == 0


def test_opt_outs_hold_for_the_known_and_the_unknown(rig: Rig) -> None:
    """Promise 21, import facts 7: a no is in the ledger and on the list; a later file brings nobody back."""
    rig.bring_in(
        "customers",
        [{"email": "ann@example.com", "phone": "+12025550101", "consent_email": "yes", "consent_sms": "yes"}],
    )
    report = rig.bring_in("optouts", [{"email": "ann@example.com"}, {"email": "stranger@example.com"}])

    assert (report.created, report.unchanged) == (2, 0)
    assert set(rig.consent("ann@example.com").values()) == {0}
    assert suppressions.find_reason(rig.db, "phone", "+12025550101", CH.SMS) == "opt_out"
    again = rig.bring_in("optouts", [{"email": "ann@example.com"}, {"email": "stranger@example.com"}])
    assert (again.created, again.unchanged) == (0, 2)
    rig.bring_in(
        "customers",
        [
            {"email": "stranger@example.com", "consent_email": "yes"},
            {"email": "ann@example.com", "consent_email": "yes"},
        ],
        consent=(CH.EMAIL,),
        wording="All agreed",
    )
    assert rig.consent("stranger@example.com")[CH.EMAIL] == 0
    assert rig.consent("ann@example.com")[CH.EMAIL] == 0


def test_one_channel_can_be_refused_alone(rig: Rig) -> None:
    """cli.md optouts: a channel refuses itself only; what waits for her there is skipped at once."""
    rig.bring_in(
        "customers",
        [{"email": "ann@example.com", "consent_email": "yes", "consent_sms": "yes", "phone": "+12025550101"}],
    )
    rig.bring_in("optouts", [{"email": "", "phone": "+12025550101", "channel": "sms"}])
    assert rig.consent("ann@example.com")[CH.EMAIL] == 1
    assert rig.consent("ann@example.com")[CH.SMS] == 0


def test_an_older_no_gives_way_to_her_own_later_yes(rig: Rig) -> None:
    """The same opt-out file again does not undo what the owner typed in since."""
    rig.bring_in("customers", [{"email": "ann@example.com", "consent_email": "yes"}])
    rows = [{"email": "ann@example.com", "opted_out_at": "2026-01-02", "channel": "email"}]
    rig.bring_in("optouts", rows)
    customers.opt_in(rig.db, 1, CH.EMAIL, wording="asked on the phone", at=NOW + timedelta(days=1))
    assert rig.bring_in("optouts", rows, now=NOW + timedelta(days=2)).unchanged == 1
    assert rig.consent("ann@example.com")[CH.EMAIL] == 1


def test_who_was_erased_stays_out_of_every_kind_of_file(rig: Rig) -> None:
    """Promises 21 and 32: an erased person in a file is refused with the reason; nothing of hers is kept or listed."""
    rig.bring_in("customers", [{"customer_id": "7", "email": "ann@example.com", "phone": "+12025550101"}])
    erasures.erase(rig.db, 1, NOW)
    told = []
    for kind, row in {
        "customers": {"email": "ann@example.com", "name": "Ann"},
        "orders": {"customer_id": "7", "order_id": "1", "ordered_at": "2026-01-01"},
        "views": {"phone": "+12025550101", "product_id": "P", "viewed_at": "2026-01-01"},
        "enquiries": {"email": "ann@example.com", "source": "web"},
    }.items():
        report = rig.bring_in(kind, [row])
        told.append((report.created, report.rejected, "forgotten" in report.errors[0].message))
        assert report.rejects_file is not None
        assert "example.com" not in report.rejects_file.read_text(encoding="utf-8-sig")
    assert told == [(0, 1, True)] * 4
    assert only(rig, "SELECT count(*) FROM customers WHERE erased_at IS NULL") == 0
    assert only(rig, "SELECT count(*) FROM orders") == 0


def test_forgetting_one_person_leaves_what_an_undo_needs_of_the_others(rig: Rig) -> None:
    """Promise 32: her id and her address are parts of other people's; their changes can be taken back all the same."""
    people = {"1": "ann@example.com", "21": "joann@example.com", "31": "bob@example.com"}
    rig.bring_in("customers", [{"customer_id": key, "email": mail, "city": "Rome"} for key, mail in people.items()])
    later = rig.bring_in(
        "customers", [{"customer_id": key, "email": mail, "city": "Oslo 1"} for key, mail in people.items()]
    )
    erasures.erase(rig.db, 1, NOW)
    assert only(rig, "SELECT count(*) FROM import_journal WHERE instr(before, '\"ann@example.com')") == 0
    assert rig.undo(later).restored == 2
    assert rig.db.rows("SELECT city FROM customers WHERE erased_at IS NULL") == [("Rome",), ("Rome",)]


def test_opening_figures_hold_until_real_orders_arrive(rig: Rig) -> None:
    """cli.md: last_order_at, orders_count and lifetime_value of a customer file give way to her orders."""
    row = {"email": "ann@example.com", "last_order_at": "2026-01-10", "orders_count": "4", "lifetime_value": "99.50"}
    rig.bring_in("customers", [row])
    figures = "SELECT orders_count, lifetime_value_minor, date(last_order_at, 'unixepoch') FROM customers"
    assert rig.db.row(figures) == (4, 9950, "2026-01-10")
    rig.bring_in(
        "orders", [{"order_id": "1", "ordered_at": "2025-12-01", "email": "ann@example.com", "order_total": "5"}]
    )
    assert rig.db.row(figures) == (1, 500, "2025-12-01")
    facts.refresh(rig.db, None, stored.load(rig.db))
    assert rig.db.row(figures) == (1, 500, "2025-12-01")


def test_a_no_to_everything_holds_for_addresses_that_come_later(rig: Rig) -> None:
    """Promise 21, C18: who refused every channel before the shop knew her is not written to by SMS instead."""
    rig.bring_in("optouts", [{"email": "ann@example.com"}, {"phone": "+12025550102"}, {"phone": "+12025550103"}])
    rig.bring_in(
        "customers",
        [
            {"email": "ann@example.com", "phone": "+12025550101"},
            {"email": "bob@example.com", "phone": "+12025550102"},
        ],
        consent=(CH.EMAIL, CH.SMS),
        wording="All agreed",
    )
    for email in ("ann@example.com", "bob@example.com"):
        assert set(rig.consent(email).values()) == {0}


@pytest.mark.parametrize(
    ("row", "channel"),
    [
        ({"email": "ann@example.com", "channel": "sms"}, CH.SMS),
        ({"phone": "+12025550101", "channel": "email"}, CH.EMAIL),
    ],
)
def test_a_no_to_a_channel_under_another_kind_of_address_waits_for_her(
    rig: Rig, row: dict[str, str], channel: ChannelName
) -> None:
    """import-facts 7: the tool of the texts knows her e-mail only, and the shop does not know her yet."""
    report = rig.bring_in("optouts", [row])
    assert (report.created, rig.bring_in("optouts", [row]).unchanged) == (1, 1)
    ann = {"email": "ann@example.com", "phone": "+12025550101", "consent_email": "yes", "consent_sms": "yes"}
    rig.bring_in("customers", [ann])
    consent = rig.consent("ann@example.com")
    assert {each: consent[each] for each in (CH.EMAIL, CH.SMS)} == {CH.EMAIL: 1, CH.SMS: 1, channel: 0}


def test_what_the_owner_typed_in_outlives_the_next_file(rig: Rig) -> None:
    """C18: a no to everything stands under her e-mail and her phone; her later yes to texts holds against both."""
    ann = {"email": "ann@example.com", "phone": "+12025550101", "consent_email": "yes", "consent_sms": "yes"}
    rig.bring_in("customers", [ann])
    customers.opt_out(rig.db, 1, channel=None, source="owner", at=NOW)
    customers.opt_in(rig.db, 1, CH.SMS, wording="asked on the phone", at=NOW + timedelta(days=1))
    rig.bring_in("customers", [{**ann, "name": "Ann"}], now=NOW + timedelta(days=2))
    consent = rig.consent("ann@example.com")
    assert (consent[CH.SMS], consent[CH.EMAIL]) == (1, 0)


def _once_it_writes(rig: Rig, deed: Callable[[], object], table: str = "imports") -> Callable[[], bool]:
    """A cancel that never does; at its first question after the checks, the owner does something.

    `table`: only when there is something in it.
    """
    done: list[object] = []

    def asked() -> bool:
        if not done and imports.is_writing(rig.db) and only(rig, f"SELECT count(*) FROM {table}"):
            done.append(deed())
        return False

    return asked


def test_who_is_forgotten_while_a_file_is_brought_in_stays_forgotten(rig: Rig) -> None:
    """Promises 21 and 32: the file was checked before she was forgotten; nothing of what it says of her is written."""
    rig.bring_in("customers", [{"customer_id": "9", "email": "ann@example.com"}])
    ann = only(rig, "SELECT id FROM customers")
    deed = _once_it_writes(rig, lambda: erasures.erase(rig.db, ann, NOW))
    row = {"customer_id": "9", "email": "ann@example.com", "name": "Ann", "city": "Bern", "consent_sms": "yes"}
    rig.bring_in("customers", [row], cancel=deed)
    assert rig.db.rows("SELECT name, city, email, consent_sms FROM customers") == [(None, None, None, None)]
    assert only(rig, "SELECT count(*) FROM external_ids") == 0


def test_who_is_merged_while_a_file_is_brought_in_gets_her_order(rig: Rig) -> None:
    """A2: her order is counted with the record that stays: else she were written to as one who stopped buying."""
    rig.bring_in("customers", [{"customer_id": name, "email": f"{name}@example.com"} for name in ("ann", "anne")])
    keep, gone = (row[0] for row in rig.db.rows("SELECT id FROM customers ORDER BY id"))
    deed = _once_it_writes(rig, lambda: merges.merge(rig.db, keep, gone, NOW))
    order = {"order_id": "1", "customer_id": "anne", "ordered_at": "2026-01-01", "order_total": "5"}
    rig.bring_in("orders", [order], cancel=deed)
    assert rig.db.rows("SELECT customer_id FROM orders") == [(keep,)]
    assert only(rig, "SELECT orders_count FROM customers WHERE id = ?", keep) == 1


@pytest.mark.parametrize("kind", ["orders", "views", "wishlists", "enquiries"])
@pytest.mark.parametrize("is_forgotten", [False, True])
def test_who_goes_when_the_customers_of_a_file_are_written_takes_the_rest_along(
    rig: Rig, kind: str, *, is_forgotten: bool
) -> None:
    """A2 and promise 32: her order is counted with the record that stays; of somebody forgotten it is nobody's."""
    rig.bring_in("customers", [{"customer_id": name, "email": f"{name}@example.com"} for name in ("ann", "anne")])
    keep, gone = (row[0] for row in rig.db.rows("SELECT id FROM customers ORDER BY id"))

    def go() -> None:
        if is_forgotten:
            erasures.erase(rig.db, gone, NOW)
        else:
            merges.merge(rig.db, keep, gone, NOW)

    told = {
        "orders": {"product_id": "P", "order_id": "1", "ordered_at": "2026-01-01", "order_total": "5"},
        "views": {"product_id": "P", "viewed_at": "2026-01-01"},
        "wishlists": {"product_id": "P"},
        "enquiries": {"source": "phone", "created_at": "2026-01-01"},
    }
    row = {"customer_id": "anne", **told[kind]}
    table = "imports WHERE kind = 'enquiries'" if kind == "enquiries" else "products"
    rig.bring_in(kind, [row], cancel=_once_it_writes(rig, go, table))
    owners = [row[0] for row in rig.db.rows(f"SELECT customer_id FROM {kind}")]
    expected: list[object] = [keep]
    if is_forgotten:
        expected = [None] if kind == "orders" else []
    assert owners == expected
    counts = rig.db.rows("SELECT orders_count FROM customers ORDER BY id")
    assert counts == [(int(kind == "orders" and not is_forgotten),), (0,)]


def test_a_no_holds_for_the_mailbox_whoever_gets_it(rig: Rig) -> None:
    """C18, promise 21: somebody else's yes does not write to an address whose owner said no, whichever came first."""
    ann = {"customer_id": "c1", "email": "ann@example.com", "consent_email": "no"}
    bo = {"customer_id": "c2", "email": "bo@example.com", "consent_email": "yes"}
    cy = {"customer_id": "c3", "email": "cy@example.com", "consent_email": "yes"}
    told = "SELECT consent_email FROM customers ORDER BY id"
    for row in (ann, bo, cy):
        rig.bring_in("customers", [row])

    moved = rig.bring_in("customers", [{**bo, "email": "ann@example.com"}])
    assert rig.db.rows(told) == [(0,), (0,), (1,)]
    rig.undo(moved)
    assert rig.db.rows(told) == [(0,), (1,), (1,)]

    rig.bring_in("orders", [{"order_id": "1", "ordered_at": "2026-03-01", "customer_id": "c2", "email": ann["email"]}])
    assert rig.db.rows(told) == [(0,), (1,), (1,)], "her own address is another"
    rig.bring_in("customers", [{**bo, "email": "cy@example.com"}])
    refused = rig.bring_in("customers", [{**cy, "consent_email": "no"}])
    assert rig.db.rows(told) == [(0,), (0,), (0,)]
    rig.undo(refused)
    assert rig.db.rows(told) == [(0,), (1,), (1,)]


def test_a_no_stays_with_the_mailbox_that_she_left(rig: Rig) -> None:
    """C18, promise 21: who refused letters and took another address left no free one to the next."""
    rig.bring_in("customers", [{"customer_id": "c1", "email": "old@example.com", "consent_email": "no"}])
    rig.bring_in("customers", [{"customer_id": "c2", "email": "bo@example.com"}])
    rig.bring_in("customers", [{"customer_id": "c1", "email": "new@example.com"}])
    rig.bring_in("customers", [{"customer_id": "c2", "email": "old@example.com", "consent_email": "yes"}])
    assert rig.db.rows("SELECT email, consent_email FROM customers ORDER BY id") == [
        ("new@example.com", 0),
        ("old@example.com", 0),
    ]


@pytest.mark.parametrize("number", [1, 2])
def test_a_file_without_a_word_leaves_what_sharers_of_a_mailbox_said(rig: Rig, number: int) -> None:
    """C18, import-facts 7: the owner wrote down a later yes of one of two; a file of their cities says no no."""
    ann, bo = ({"customer_id": f"c{each}", "email": f"p{each}@example.com", "consent_email": "yes"} for each in (1, 2))
    for row in (ann, bo, {**bo, "email": ann["email"]}, {**ann, "consent_email": "no"}):
        rig.bring_in("customers", [row])
    refusing.opt_in(rig.db, 2, CH.EMAIL, wording="Asked in the shop.", at=NOW)
    told = rig.db.rows("SELECT consent_email FROM customers ORDER BY id")
    assert told == [(0,), (1,)]

    rig.bring_in("customers", [{"customer_id": f"c{number}", "email": ann["email"], "city": "Graz"}])
    assert rig.db.rows("SELECT consent_email FROM customers ORDER BY id") == told


def test_who_takes_her_no_to_another_mailbox_takes_it_to_all_of_it(rig: Rig) -> None:
    """C18, promise 21: her no is older than the file that moves her."""
    ann, bo = ({"customer_id": f"c{each}", "email": f"p{each}@example.com", "consent_email": "yes"} for each in (1, 2))
    for row in (ann, bo, {**ann, "consent_email": "no"}):
        rig.bring_in("customers", [row])
    rig.bring_in("customers", [{"customer_id": "c1", "email": bo["email"]}])
    assert rig.db.rows("SELECT email, consent_email FROM customers") == [(bo["email"], 0)] * 2


def test_a_mailbox_keeps_the_no_that_a_later_file_says_too(rig: Rig) -> None:
    """C18, promise 21: taking the first file back leaves the second one's no to all who share the mailbox."""
    ann, bo = ({"customer_id": f"c{each}", "email": f"p{each}@example.com", "consent_email": "yes"} for each in (1, 2))
    for row in (ann, bo, {**bo, "email": ann["email"]}):
        rig.bring_in("customers", [row])
    said = "SELECT consent_email FROM customers WHERE id < 3"
    first = rig.bring_in("customers", [{**ann, "consent_email": "no"}])
    again = rig.bring_in("customers", [{**ann, "consent_email": "no"}, {"customer_id": "c3", "email": "c@example.com"}])
    rig.undo(first)
    assert rig.db.rows(said) == [(0,), (0,)]
    rig.undo(again)
    assert rig.db.rows(said) == [(1,), (1,)]


@pytest.mark.parametrize("others", [[], [{"customer_id": "c3", "email": "c@example.com"}]])
def test_a_no_said_again_counts_whoever_else_is_in_the_file(rig: Rig, others: list[dict[str, object]]) -> None:
    """C18: a file's no ends an earlier yes under its mailbox, also where it is the only row and no news of hers."""
    ann, bo = ({"customer_id": f"c{each}", "email": f"p{each}@example.com", "consent_email": "yes"} for each in (1, 2))
    refused = {**ann, "consent_email": "no"}
    for row in (ann, bo, {**bo, "email": ann["email"]}, refused):
        rig.bring_in("customers", [row])
    refusing.opt_in(rig.db, 2, CH.EMAIL, wording="Asked in the shop.", at=NOW)
    again = rig.bring_in("customers", [refused, *others])
    assert rig.db.rows("SELECT consent_email FROM customers WHERE id < 3") == [(0,), (0,)]
    rig.undo(again)
    assert rig.db.rows("SELECT consent_email FROM customers WHERE id < 3") == [(0,), (1,)]


def _week(rig: Rig, days: int, kind: str, email: str) -> None:
    row = {"customer_id": "7", "name": "Ann", "email": email}
    if kind == "orders":
        row = {
            "customer_id": "7",
            "email": email,
            "order_id": str(days),
            "ordered_at": "2026-01-05",
            "order_total": "9",
        }
    rig.bring_in(kind, [row], now=NOW + timedelta(days=days))


def test_a_new_address_is_taken_though_her_order_told_it_first(rig: Rig) -> None:
    """D2: she changed her address in the shop, ordered, and then the list of customers came: it is her address now."""
    _week(rig, 0, "customers", "ann@example.com")
    _week(rig, 7, "orders", "ann4@example.com")
    assert only(rig, "SELECT email FROM customers") == "ann@example.com"
    before = rig.picture()
    row = {"customer_id": "7", "name": "Ann", "email": "ann4@example.com"}
    report = rig.bring_in("customers", [row], now=NOW + timedelta(days=8))
    assert (report.updated, only(rig, "SELECT email FROM customers")) == (1, "ann4@example.com")
    rig.undo(report)
    assert rig.picture() == before
    rig.bring_in("customers", [row], now=NOW + timedelta(days=9))
    _week(rig, 14, "orders", "ann@example.com")
    assert only(rig, "SELECT email FROM customers") == "ann4@example.com"
    assert rig.bring_in("customers", [row], now=NOW + timedelta(days=15)).unchanged == 1


def test_lists_that_alternate_do_not_swap_her_address(rig: Rig) -> None:
    """D2: the web shop's list and the newsletter's each have an address of hers: the first one stays."""
    _week(rig, 0, "customers", "ann@example.com")
    _week(rig, 7, "customers", "ann4@example.com")
    for days, email in ((14, "ann@example.com"), (21, "ann4@example.com"), (28, "ann@example.com")):
        _week(rig, days, "customers", email)
        assert only(rig, "SELECT email FROM customers") == "ann4@example.com"


def test_an_address_that_failed_is_not_trusted_anew(rig: Rig) -> None:
    """D2: mail to the address in her order came back; a list that has it changes nothing of that."""
    _week(rig, 0, "customers", "ann@example.com")
    _week(rig, 7, "orders", "ann4@example.com")
    with rig.db.write():
        rig.db.run("UPDATE contact_points SET state = 'bounced'")
    _week(rig, 8, "customers", "ann4@example.com")
    assert only(rig, "SELECT email FROM customers") == "ann@example.com"
