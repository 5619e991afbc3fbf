"""The ledger of the noes that files said (promise 14)."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine.importing import ImportReport
from reengage_desktop.store import backups, customers, ledger, refusing, suppressions
from tests.engine.import_rig import NOW, Rig

EMAIL = ChannelName.EMAIL
ANN, BO = "ann@example.com", "bo@example.com"


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    rig = Rig(tmp_path)
    suppressions.address_salt(rig.db)
    yield rig
    rig.db.close()


def says(rig: Rig, mail: str, word: str) -> ImportReport:
    """A list of customers says it of one; the ledger is kept."""
    report = rig.bring_in("customers", [{"email": mail, "consent_email": word}])
    ledger.keep(rig.db, beside(rig))
    return report


def beside(rig: Rig) -> Path:
    return rig.folder / "refusals.ledger"


def save(rig: Rig) -> Path:
    return backups.create(rig.db, rig.folder / "copy.db").path


def lose(rig: Rig, copy: Path) -> None:
    """The shop's file is gone; the copy takes its place, and learns what stands beside it."""
    rig.db.close()
    for file in rig.folder.glob("shop.db*"):
        file.unlink()
    (rig.folder / "shop.db").write_bytes(copy.read_bytes())
    rig.open()
    ledger.settle(rig.db, beside(rig), NOW)


def is_refused(rig: Rig, mail: str) -> bool:
    return suppressions.find_reason(rig.db, "email", mail, EMAIL) == "opt_out"


def test_a_copy_learns_what_files_said_since(rig: Rig) -> None:
    """Promise 14, C18: of somebody it knows, and of somebody it does not, whose yes stands in an older file."""
    says(rig, ANN, "yes")
    copy = save(rig)
    says(rig, ANN, "no")
    says(rig, BO, "no")
    lose(rig, copy)
    assert rig.consent(ANN)[EMAIL] == 0
    assert is_refused(rig, BO)
    says(rig, BO, "yes")
    assert rig.consent(BO)[EMAIL] == 0


def test_what_was_taken_back_is_not_learned(rig: Rig) -> None:
    """cli.md import-undo: the no of a wrong file that was undone does not come back with an older copy."""
    says(rig, ANN, "yes")
    says(rig, BO, "no")
    copy = save(rig)
    wrong = says(rig, ANN, "no")
    rig.undo(wrong)
    ledger.keep(rig.db, beside(rig))
    lose(rig, copy)
    assert rig.consent(ANN)[EMAIL] == 1
    assert not is_refused(rig, BO), "the copy has her no as a word, which goes with its file"


def test_a_yes_that_was_typed_since_ends_the_no(rig: Rig) -> None:
    """C18: a no of a file, then her yes in the shop; an older copy knows of neither, and nothing is refused."""
    copy = save(rig)
    says(rig, ANN, "no")
    who = rig.db.value("SELECT id FROM customers")
    yes = refusing.opt_in(rig.db, who, EMAIL, wording="at the till", at=NOW + timedelta(hours=1))
    ledger.keep(rig.db, beside(rig))
    lose(rig, copy)
    assert not is_refused(rig, ANN)
    assert yes.had == 0


def test_a_yes_that_was_taken_back_ends_nothing(rig: Rig) -> None:
    """C18: the same, but she took the typed yes back: the file's no stands again."""
    copy = save(rig)
    says(rig, ANN, "no")
    who = rig.db.value("SELECT id FROM customers")
    yes = refusing.opt_in(rig.db, who, EMAIL, wording="at the till", at=NOW + timedelta(hours=1))
    ledger.keep(rig.db, beside(rig))
    assert refusing.withdraw(rig.db, yes)
    ledger.keep(rig.db, beside(rig))
    lose(rig, copy)
    assert is_refused(rig, ANN)


@pytest.mark.parametrize("cut", [1, 3, 40])
def test_a_line_that_was_cut_off_costs_nothing(rig: Rig, cut: int) -> None:
    """Promises 12 and 14: a disk that filled up, or a power cut, before the database was told; it is written again."""
    says(rig, ANN, "yes")
    copy = save(rig)
    before = rig.db.value("SELECT value FROM meta WHERE key = 'noes_seen'")
    says(rig, ANN, "no")
    file = rig.folder / "noes-refusals.ledger"
    file.write_bytes(file.read_bytes()[:-cut])
    with rig.db.write():
        rig.db.run("UPDATE meta SET value = ? WHERE key = 'noes_seen'", (before,))
    ledger.keep(rig.db, beside(rig))
    lose(rig, copy)
    assert rig.consent(ANN)[EMAIL] == 0


def test_the_file_holds_no_address_and_grows_by_what_is_new(rig: Rig) -> None:
    """Promises 26 and 32: hashes only; a second import adds its own words and writes none again."""
    says(rig, ANN, "no")
    file = rig.folder / "noes-refusals.ledger"
    first = file.read_bytes()
    ledger.keep(rig.db, beside(rig))
    assert file.read_bytes() == first
    says(rig, BO, "no")
    assert file.read_bytes().startswith(first)
    assert b"example.com" not in file.read_bytes()


def test_another_shops_file_is_set_aside(rig: Rig, tmp_path: Path) -> None:
    """One folder is one shop: hashes of another one say nothing here, and are not lost."""
    other = Rig(tmp_path / "other")
    says(other, ANN, "no")
    other.db.close()
    (rig.folder / "noes-refusals.ledger").write_bytes((other.folder / "noes-refusals.ledger").read_bytes())
    ledger.settle(rig.db, beside(rig), NOW)
    assert not is_refused(rig, ANN)
    assert (rig.folder / "noes-refusals-other.ledger").exists()
    assert customers.find_all_by_address(rig.db, "email", ANN) == []


PHONE = "+12025550101"
SMS = ChannelName.SMS


def shares(rig: Rig, **words: str) -> None:
    """A list of customers, Ann's and Bo's, who have one phone; what it says of their text messages."""
    rows = [
        {"customer_id": name, "email": f"{name}@example.com", "phone": PHONE, "consent_sms": word}
        for name, word in words.items()
    ]
    rig.bring_in("customers", rows)
    ledger.keep(rig.db, beside(rig))


def agrees(rig: Rig, name: str) -> None:
    """The owner writes a yes to text messages down for one of them."""
    who = rig.db.value("SELECT customer_id FROM external_ids WHERE external_id = ?", (name,))
    refusing.opt_in(rig.db, who, SMS, wording="at the till", at=NOW + timedelta(hours=1))
    ledger.keep(rig.db, beside(rig))


def reachable(rig: Rig) -> list[str]:
    """Who could get a text message at that phone."""
    if suppressions.find_reason(rig.db, "phone", PHONE, SMS) is not None:
        return []
    return [mail[:-12] for (mail,) in rig.db.rows("SELECT email FROM customers WHERE consent_sms = 1 ORDER BY email")]


@pytest.mark.parametrize("by_herself", [False, True])
def test_a_yes_of_one_is_none_of_who_shares_her_phone(rig: Rig, by_herself: bool) -> None:
    """Promise 14, C18: Ann's no, by a file or her own, outlives Bo's typed yes, in a copy that has her yes."""
    shares(rig, ann="yes", bo="")
    copy = save(rig)
    if by_herself:
        who = customers.find_all_by_address(rig.db, "email", ANN)[0]
        refusing.opt_out(rig.db, who, NOW, source="person")
        ledger.keep(rig.db, beside(rig))
    else:
        shares(rig, ann="no")
    agrees(rig, "bo")
    lose(rig, copy)
    assert reachable(rig) == []


def test_a_yes_of_one_stays_where_nothing_was_said_since(rig: Rig) -> None:
    """C18: a copy that has Bo's typed yes beside Ann's no has it after a restore, whatever was said of others."""
    shares(rig, ann="yes", bo="")
    shares(rig, ann="no")
    agrees(rig, "bo")
    copy = save(rig)
    says(rig, "cy@example.com", "no")
    lose(rig, copy)
    assert reachable(rig) == ["bo"]


def test_a_no_after_the_yes_of_one_is_learned(rig: Rig) -> None:
    """Promise 14, C18: the same, but Bo said no again after the copy was made."""
    shares(rig, ann="yes", bo="")
    shares(rig, ann="no")
    agrees(rig, "bo")
    copy = save(rig)
    rig.bring_in("customers", [{"email": BO, "consent_sms": "no"}], now=NOW + timedelta(hours=2))
    ledger.keep(rig.db, beside(rig))
    lose(rig, copy)
    assert reachable(rig) == []


def is_numbered(rig: Rig, word: str, **more: str) -> None:
    """A list of customers says it of number 77; the ledger is kept."""
    rig.bring_in("customers", [{"customer_id": "77", "name": "Ann", "consent_email": word, **more}])
    ledger.keep(rig.db, beside(rig))


@pytest.mark.parametrize("knows_her", [False, True])
def test_a_copy_learns_the_no_of_somebody_known_by_a_number_alone(rig: Rig, knows_her: bool) -> None:
    """Promise 14, C18: she had no address when she said no; one comes, with a yes, after an older copy was put back."""
    if knows_her:
        is_numbered(rig, "")
    copy = save(rig)
    is_numbered(rig, "no")
    lose(rig, copy)
    is_numbered(rig, "yes", email=ANN)
    assert rig.consent(ANN)[EMAIL] == 0


def test_a_typed_yes_ends_the_no_of_a_number(rig: Rig) -> None:
    """C18: what was learned of a number holds until the owner types her yes: no later file finds the no again."""
    copy = save(rig)
    is_numbered(rig, "no")
    lose(rig, copy)
    is_numbered(rig, "yes", email=ANN)
    refusing.opt_in(
        rig.db, customers.find_all_by_address(rig.db, "email", ANN)[0], EMAIL, wording="at the till", at=NOW
    )
    is_numbered(rig, "yes", email=ANN, phone="+1 202 555 0143")
    assert rig.consent(ANN)[EMAIL] == 1


def test_a_no_that_takes_the_number_of_one_that_was_taken_back_is_written_down(rig: Rig) -> None:
    """Promise 14: a file is undone and another one comes in before anything was written down; both say one no."""
    says(rig, "cy@example.com", "yes")
    says(rig, ANN, "yes")
    says(rig, BO, "yes")
    copy = save(rig)
    wrong = says(rig, ANN, "no")
    rig.undo(wrong)
    says(rig, BO, "no")
    lose(rig, copy)
    assert rig.consent(BO)[EMAIL] == 0
    assert rig.consent(ANN)[EMAIL] == 1


def test_a_copy_says_again_what_it_has_and_the_file_has_not(rig: Rig) -> None:
    """Promise 14: a no that was undone stands in a copy; once that is the shop, a still older copy learns it."""
    says(rig, BO, "yes")
    oldest = rig.folder / "oldest.db"
    oldest.write_bytes(save(rig).read_bytes())
    wrong = says(rig, BO, "no")
    (rig.folder / "copy.db").unlink()
    copy = save(rig)
    rig.undo(wrong)
    ledger.keep(rig.db, beside(rig))
    says(rig, ANN, "no")
    lose(rig, copy)
    assert rig.consent(BO)[EMAIL] == 0
    lose(rig, oldest)
    assert rig.consent(BO)[EMAIL] == 0
