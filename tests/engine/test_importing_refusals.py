"""Files of those who said no: what they may change, what undoing them may take back, what holds whatever comes."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine.privacy import erase_person
from reengage_desktop.store import customers, suppressions
from tests.engine.import_rig import NOW, Rig, only

ANN = {"email": "ann@example.com", "phone": "+12025550123", "consent_email": "yes", "consent_sms": "yes"}


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    rig = Rig(tmp_path)
    yield rig
    rig.db.close()


def test_a_later_yes_to_one_channel_leaves_the_no_to_the_others(rig: Rig) -> None:
    """C18: she said no to everything on the 10th and yes to SMS on the 21st; the file of the 10th comes on the 22nd."""
    rig.bring_in("customers", [ANN])
    ann = only(rig, "SELECT id FROM customers")
    customers.opt_in(rig.db, ann, ChannelName.SMS, wording="said so at the till", at=NOW)
    no = {"email": "ann@example.com", "phone": "+12025550123", "opted_out_at": "2026-11-10"}
    rig.bring_in("optouts", [no], now=NOW + timedelta(days=1))
    said = rig.consent("ann@example.com")
    assert [channel for channel, agreed in said.items() if agreed != 0] == [ChannelName.SMS]
    assert suppressions.find_reason(rig.db, "email", "ann@example.com", ChannelName.EMAIL) == "opt_out"
    assert suppressions.find_reason(rig.db, "phone", "+12025550123", ChannelName.WHATSAPP) == "opt_out"
    assert suppressions.find_reason(rig.db, "phone", "+12025550123", ChannelName.SMS) is None


def test_undoing_a_file_leaves_what_the_person_said_herself_since(rig: Rig) -> None:
    """C18: a stranger's STOP after the file that listed her stays when the file is taken back."""
    report = rig.bring_in("optouts", [{"email": "x@example.com"}])
    suppressions.suppress(rig.db, "email", "x@example.com", channel=None, reason="opt_out", source="person", at=NOW)
    rig.undo(report)
    assert suppressions.find_reason(rig.db, "email", "x@example.com", ChannelName.EMAIL) == "opt_out"


@pytest.mark.parametrize("by_file", [False, True])
def test_a_no_outlasts_a_number_that_is_trusted_again(rig: Rig, by_file: bool) -> None:
    """C18: her STOP comes to a number from which a text came back; trusting the number does not lift the STOP."""
    number, sms = "+12025550123", ChannelName.SMS
    suppressions.suppress(rig.db, "phone", number, channel=sms, reason="bounced", source="provider", at=NOW)
    if by_file:
        rig.bring_in("optouts", [{"phone": number, "channel": "sms"}])
    else:
        suppressions.suppress(rig.db, "phone", number, channel=sms, reason="opt_out", source="person", at=NOW)
    assert suppressions.find_reason(rig.db, "phone", number, sms) == "opt_out"
    suppressions.suppress(rig.db, "phone", number, channel=sms, reason="bounced", source="provider", at=NOW)
    assert suppressions.find_reason(rig.db, "phone", number, sms) == "opt_out"


def test_a_forgotten_address_is_never_written_down_again(rig: Rig) -> None:
    """Promise 32: a bounce or a STOP that comes back after the erasure leaves no address on the list."""
    for reason, channel in (("erased", None), ("bounced", ChannelName.SMS), ("opt_out", ChannelName.WHATSAPP)):
        suppressions.suppress(
            rig.db, "phone", "+12025550123", channel=channel, reason=reason, source="provider", at=NOW
        )
    assert only(rig, "SELECT count(*) FROM suppressions WHERE address IS NOT NULL") == 0


OPTED_OUT = [{"email": "ann@example.com"}, {"email": "x@example.com"}]


def is_refused(rig: Rig, email: str, channel: ChannelName = ChannelName.EMAIL) -> bool:
    return suppressions.find_reason(rig.db, "email", email, channel) == "opt_out"


def test_a_no_that_two_files_say_outlives_the_undoing_of_either(rig: Rig) -> None:
    """C18: the no goes only with the last file that says it, in whatever order the files are taken back."""
    rig.bring_in("customers", [ANN])
    before = rig.picture()
    files = [
        OPTED_OUT,
        [{**row, "reason": "again"} for row in OPTED_OUT],
        [{**row, "reason": "still"} for row in OPTED_OUT],
    ]
    for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2), (0, 2, 1)):
        reports = [rig.bring_in("optouts", rows) for rows in files]
        for place in order[:2]:
            rig.undo(reports[place])
            assert rig.consent("ann@example.com")[ChannelName.EMAIL] == 0
            assert is_refused(rig, "x@example.com")
        rig.undo(reports[order[2]])
        assert rig.picture() == before


def test_a_no_in_two_lists_of_customers_outlives_the_undoing_of_one(rig: Rig) -> None:
    """C18: the second list changes nothing but says no too; who came with the first stays as the second's."""
    rig.bring_in("customers", [ANN])
    bob = {"email": "bob@example.com", "consent_email": "no"}
    first = rig.bring_in("customers", [{"email": "ann@example.com", "consent_email": "no"}, bob])
    second = rig.bring_in("customers", [{"email": "ann@example.com", "consent_email": "no", "city": "Rome"}, bob])
    rig.undo(first)
    assert rig.consent("ann@example.com")[ChannelName.EMAIL] == 0
    assert rig.consent("bob@example.com")[ChannelName.EMAIL] == 0
    rig.undo(second)
    assert rig.consent("ann@example.com")[ChannelName.EMAIL] == 1
    assert only(rig, "SELECT count(*) FROM customers") == 1


def test_the_same_file_twice_says_no_twice(rig: Rig) -> None:
    """Promise 21, C18: the second time changes no row, and taking the first back leaves the second's no."""
    rig.bring_in("customers", [ANN])
    for kind, rows in (("optouts", OPTED_OUT), ("customers", [{"email": "ann@example.com", "consent_email": "no"}])):
        first = rig.bring_in(kind, rows)
        before = rig.picture()
        second = rig.bring_in(kind, rows)
        assert rig.picture() == before
        rig.undo(first)
        assert rig.consent("ann@example.com")[ChannelName.EMAIL] == 0
        rig.undo(second)
        assert rig.consent("ann@example.com")[ChannelName.EMAIL] == 1
    assert not is_refused(rig, "x@example.com")


def test_only_what_the_other_file_refused_stays_refused(rig: Rig) -> None:
    """cli.md import-undo: the first says no to every channel, the second only to e-mail; the list then says that."""
    first = rig.bring_in("optouts", [{"email": "x@example.com"}])
    rig.bring_in("optouts", [{"email": "x@example.com", "channel": "email"}])
    rig.undo(first)
    assert rig.db.rows("SELECT channel FROM suppressions") == [("email",)]


def test_a_list_that_only_follows_the_refusals_does_not_say_no(rig: Rig) -> None:
    """cli.md import-undo: a list without a word on consent does not keep a no that the undone file said."""
    rig.bring_in("customers", [ANN])
    wrong = rig.bring_in("optouts", OPTED_OUT)
    rig.bring_in("customers", [{"email": "ann@example.com", "city": "Rome"}])
    rig.undo(wrong)
    assert rig.consent("ann@example.com")[ChannelName.EMAIL] == 1


def test_what_she_agreed_to_since_stays_agreed(rig: Rig) -> None:
    """C18: two files said no, then she opted in herself: undoing either file does not bring a no back."""
    rig.bring_in("customers", [ANN])
    first = rig.bring_in("optouts", OPTED_OUT)
    rig.bring_in("optouts", [{**row, "reason": "again"} for row in OPTED_OUT])
    ann = only(rig, "SELECT id FROM customers")
    customers.opt_in(rig.db, ann, ChannelName.EMAIL, wording="at the till", at=NOW + timedelta(hours=1))
    rig.undo(first)
    assert rig.consent("ann@example.com")[ChannelName.EMAIL] == 1
    assert not is_refused(rig, "ann@example.com")
    assert is_refused(rig, "x@example.com")


def test_a_no_by_a_phone_alone_is_of_everybody_who_has_it(rig: Rig) -> None:
    """C18: of people with one phone nobody can tell who said no: none is written to but she who agreed since."""
    household = [{"email": f"{name}@example.com", "phone": "+12025550101"} for name in ("ann", "bob", "cy")]
    rig.bring_in("customers", [{**each, "consent_email": "yes"} for each in household])
    customers.opt_in(rig.db, 3, ChannelName.EMAIL, wording="asked at the till", at=NOW + timedelta(days=1))
    no = {"phone": "+12025550101", "channel": "email", "opted_out_at": "2026-01-01"}
    reports = [rig.bring_in("optouts", [no]) for _ in range(2)]
    assert [report.created for report in reports] == [1, 0]
    assert [rig.consent(each["email"])[ChannelName.EMAIL] for each in household] == [0, 0, 1]
    for report in reports:
        rig.undo(report)
    assert [rig.consent(each["email"])[ChannelName.EMAIL] for each in household] == [1, 1, 1]


@pytest.mark.parametrize(("known", "told"), [("00012", "12"), ("12", "00012"), ("#12", "0012"), ("007", "007")])
def test_who_was_forgotten_stays_out_however_her_number_is_written(rig: Rig, known: str, told: str) -> None:
    """Promises 21, 32: with or without the zeros or the # in front it is the same number, as it is of the living."""
    bo = {"customer_id": "120", "name": "Bo Fox", "email": "bo@example.com"}
    rig.bring_in("customers", [{"customer_id": known, "name": "Ann Lee", "email": "ann@example.com"}, bo])
    erase_person(rig.db, only(rig, "SELECT id FROM customers WHERE email = 'ann@example.com'"), NOW)
    again = rig.bring_in("customers", [{"customer_id": told, "name": "Ann Lee", "email": "lee@example.com"}, bo])
    assert (again.created, again.unchanged, again.rejected) == (0, 1, 1)
    assert only(rig, "SELECT count(*) FROM customers WHERE email = 'lee@example.com'") == 0
