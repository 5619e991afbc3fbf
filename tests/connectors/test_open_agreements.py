"""Agreements that are not finished, headings that say what their codes mean, and lists of those who left (C18, D2)."""

from pathlib import Path

import pytest

from reengage_desktop.connectors.values.profiles import is_date
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.meanings import answer
from reengage_desktop.domain.contacts import normalise_email
from tests.connectors.tables import Read, read_text, shop, write


@pytest.mark.parametrize(
    "word", ["Pending", "Unbestätigt", "En attente", "Pendiente de confirmar", "In attesa", "未確認"]
)
def test_who_has_not_confirmed_has_not_agreed(tmp_path: Path, word: str) -> None:
    """C18: a yes beside a state that is still open is none yet; a no stays one, whatever the state says."""
    text = (
        "Email,Name,Status,Accepts Marketing\na@example.com,Ann,Active,yes\n"
        f"b@example.com,Bo,{word},yes\nc@example.com,Cy,{word},no\nd@example.com,Di,Active,no\n"
    )
    assert read_text(tmp_path, text).column("consent_email") == [True, None, False, False]


def test_the_day_of_the_second_step_is_the_agreement(tmp_path: Path) -> None:
    """C18: beside a column of days of double opt-in, only who has such a day agreed."""
    text = (
        "Email,Newsletter,Double Opt-in am,Abgemeldet am\na@example.com,ja,13.02.2025,\nb@example.com,ja,,\n"
        "c@example.com,nein,13.02.2025,\nd@example.com,ja,13.02.2025,14.03.2025\n"
    )
    read = read_text(tmp_path, text, settings=shop("DE", currency="EUR"))
    assert read.column("consent_email") == [True, None, False, False]


def test_days_of_a_second_step_of_another_channel_say_nothing_of_letters(tmp_path: Path) -> None:
    """C18: `WhatsApp Double Opt-in` holds back no agreement to letters."""
    text = (
        "Email,Name,Newsletter,WhatsApp Double Opt-in Date\na@example.com,Ann,yes,2025-02-13\nb@example.com,Bo,yes,\n"
    )
    assert read_text(tmp_path, text).column("consent_email") == [True, True]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Newsletter (0: no, 1: yes)", [True, False]),
        ("Newsletter (1=ja, 0=nein)", [True, False]),
        ("Newsletter (0 = yes, 1 = no)", [False, None]),
        ("メルマガ (0:拒否, 1:許可)", [True, False]),
        ("メルマガ\uff080\uff1a許可\uff0c1\uff1a拒否\uff09", [False, None]),
    ],
)
def test_a_heading_says_what_its_codes_mean(tmp_path: Path, heading: str, expected: list[bool | None]) -> None:
    """C18: the words for refusing in a legend turn nothing round, but where the codes themselves are turned."""
    text = f'Email\tName\t"{heading}"\na@example.com\tAnn\t1\nb@example.com\tBo\t0\n'
    assert read_text(tmp_path, text).column("consent_email") == expected


def test_legends_are_no_part_of_a_heading() -> None:
    """D2: `State (0: in use, 3: left)` is a state; brackets without codes stay what they are."""
    assert normal("State (0: in use, 3: left)") == "state"
    assert normal("Total (EUR)") == "total eur"
    assert normal("Newsletter (yes/no)") == "newsletter yes number"


@pytest.mark.parametrize("kind", ["Unsubscription", "Customer asked by phone", "GDPR"])
def test_nobody_is_lost_from_a_list_of_leavers(tmp_path: Path, kind: str) -> None:
    """C18: in a file named for leaving an unknown word beside known ones is one for leaving too."""
    text = f"Email,Type,Created At\na@example.com,Hard bounce,2025-02-13\nb@example.com,{kind},2025-02-14\n"
    read = Read(write(tmp_path, text, "suppressions.csv"))
    assert (str(read.plan.kind), read.column("email")) == ("optouts", ["a@example.com", "b@example.com"])


def test_who_stayed_is_no_leaver(tmp_path: Path) -> None:
    """C18: in a list of all contacts only the words for leaving count, also where its owner calls it opt-outs."""
    text = "Email,Name,Type\na@example.com,Ann,Hard bounce\nb@example.com,Bo,VIP\nc@example.com,Cy,Active\n"
    assert read_text(tmp_path, text, "optouts").column("email") == ["a@example.com"]


@pytest.mark.parametrize(
    ("remark", "is_no"),
    [
        ("pays at once, no newsletter", True),
        ("Stammkundin, bitte keine Werbung!", True),
        ("wil geen reclame", True),
        ("cliente buena, no quiere publicidad", True),
        ("asked us to stop emailing her", True),
        ("please remove from mailing list, 3 May", True),
        ("ne souhaite plus recevoir de publicité", True),
        ("hat Newsletter abbestellt (Telefon)", True),
        ("VIP, unsubscribed", True),
        ("asked for the newsletter", False),
        ("not by post but email please", False),
        ("I don't mind receiving your newsletter", False),
        ("Oui, newsletter avec désinscription possible", False),
        ("hat sich per Mail vom Kurs abgemeldet", False),
        ("order cancelled by email", False),
        ("agreed to the newsletter and can unsubscribe at any time", False),
        ("keine E-Mail-Adresse", False),
        ("number 12, mail him the bill", False),
    ],
)
def test_a_remark_may_say_no_anywhere(tmp_path: Path, remark: str, is_no: bool) -> None:
    """C18: what somebody wrote down about letters counts wherever in the remark it stands."""
    text = f'Name,Email,Notes\nAnn,a@example.com,"{remark}"\nBo,b@example.com,likes tea\n'
    assert read_text(tmp_path, text).column("consent_email") == [False if is_no else None, None]


def test_no_bulk_emails(tmp_path: Path) -> None:
    """C18: a “no” bars what stands two words behind it; how many e-mails there were bars nobody."""
    text = "Email,Name,No Bulk Emails (User Opt Out)\na@example.com,Ann,1\nb@example.com,Bo,0\n"
    assert read_text(tmp_path, text).column("consent_email") == [False, None]
    text = "Email,Name,No. of emails\na@example.com,Ann,12\nb@example.com,Bo,3\n"
    assert read_text(tmp_path, text).column("consent_email") == [None, None]


def test_calling_codes_in_a_column_of_their_own(tmp_path: Path) -> None:
    """D2: a number of another country is not made one of the shop's; a code alone is no number gone wrong."""
    rows = "Asha,a@example.com,91,9812345678\nAnn,b@example.com,1,2025550143\nBo,c@example.com,91,\n"
    text = f"Name,Email,Country Code,Phone\n{rows}Cy,d@example.com,44,7400123456\n"
    read = read_text(tmp_path, text, settings=shop("IN", currency="INR"))
    assert read.column("phone") == ["+919812345678", "+12025550143", None, "+447400123456"]
    assert read.faults == []


def test_countries_are_no_calling_codes(tmp_path: Path) -> None:
    """D2: `Country code` mostly names a country."""
    text = "Name,Email,Country Code,Phone\nAnn,a@example.com,US,2025550143\nBo,b@example.com,GB,07400 123456\n"
    read = read_text(tmp_path, text)
    assert (read.column("country"), read.column("phone")) == (["US", "GB"], ["+12025550143", "+447400123456"])


def test_a_whole_domain_is_nobodys_address() -> None:
    """C18: who blocks `*@example.org` is told that it was not taken, not left to think that it was."""
    assert normalise_email("*@example.org") is None
    assert normalise_email("a*b@example.org") == "a*b@example.org"


@pytest.mark.parametrize("value", ["6912.00.00", "2204.21.00", "8471.30.12"])
def test_numbers_of_goods_are_no_dates(value: str) -> None:
    """D2: a customs number beside prices made a list of goods one of orders."""
    assert not is_date(value)
    assert is_date("2026.04.03")
    assert is_date("0000-00-00")


def test_answers_of_asking_for_erasure() -> None:
    """C18: whoever objected or asked to be erased is not written to."""
    assert answer("Opposition") == "opposition"
    assert answer("Widerspruch am 3. Mai") == "widerspruch"


@pytest.mark.parametrize("heading", ["Double Opt-in Date", "Entry date", "Date"])
def test_a_list_of_readers_is_no_list_of_orders(tmp_path: Path, heading: str) -> None:
    """D2: an address, an answer about letters and a day are no purchase without a value."""
    text = f"Email,Newsletter,{heading}\na@example.com,yes,2025-02-13\nb@example.com,no,2025-02-14\n"
    read = read_text(tmp_path, text)
    assert (str(read.plan.kind), read.column("consent_email")) == ("customers", [True, False])
