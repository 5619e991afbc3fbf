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
