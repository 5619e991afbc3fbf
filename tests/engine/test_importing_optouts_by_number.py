"""A no that is told by the shop's own customer number is heard, and no other one is taken for it."""

from pathlib import Path

from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing import ImportReport, ImportRequest
from tests.engine.import_rig import Rig

_LIST = "customer_id,name,email,newsletter\n1,Ann Able,ann@example.com,yes\n2,Bob Baker,bob@example.com,yes\n"


def _import(rig: Rig, name: str, text: str, kind: ImportKind = ImportKind.OPTOUTS) -> ImportReport:
    path = rig.folder / f"{name}.csv"
    path.write_text(text)
    return rig.bring_in_file(ImportRequest(path, kind))


def _agreed(rig: Rig) -> set[str]:
    return {name for (name,) in rig.db.rows("SELECT name FROM customers WHERE consent_email = 1")}


def test_a_number_alone_opts_its_customer_out(tmp_path: Path) -> None:
    """D2, promise 14: her address is on the list too; who has a number that the shop doesn't know is told, not lost."""
    rig = Rig(tmp_path)
    _import(rig, "customers", _LIST, ImportKind.CUSTOMERS)
    report = _import(rig, "optouts", "customer_id,reason\n1,stop\n7,stop\n")
    assert (report.created, report.rejected) == (1, 1)
    assert [error.row for error in report.errors] == [3]
    assert _agreed(rig) == {"Bob Baker"}
    assert rig.db.value("SELECT count(*) FROM suppressions WHERE kind = 'email'") == 1
    assert _import(rig, "again", "customer_id,reason\n1,stop\n").unchanged == 1


def test_beside_an_address_a_number_says_nothing(tmp_path: Path) -> None:
    """D2: the control: a mail tool numbers its contacts itself; its contact 2 is not the shop's customer 2."""
    rig = Rig(tmp_path)
    _import(rig, "customers", _LIST, ImportKind.CUSTOMERS)
    _import(rig, "unsubscribed", "customer_id,email,unsubscribed_at\n2,ann@example.com,2026-01-05\n")
    assert _agreed(rig) == {"Bob Baker"}
