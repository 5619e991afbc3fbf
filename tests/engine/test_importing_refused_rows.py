"""The list of refused rows, mended by the owner and imported again: as if the file had been right from the start."""

from pathlib import Path
from typing import Any

import pytest

from reengage_desktop.domain.vocabulary import ImportKind
from reengage_desktop.engine.importing import ImportReport, ImportRequest
from tests.engine.import_rig import Rig

LINES = """Order ID,Date,Email,Phone,Product,Line total
A1,2026-03-01,ann@example.com,+12025550123,Mug,10.00
A1,2026-03-01,ann@example.com,+12025550123,Cup,x5
A1,2026-03-01,ann@example.com,+12025550123,Pot,-4.00
A2,2026-03-02,bob@exmple,12,Mug,10.00
A3,whenever,cleo@example.com,,Mug,10.00
A3,whenever,cleo@example.com,,Cup,5.00
A4,2026-03-04,dora@example.com,,Mug,10.00
"""
MENDS = (("x5", "5.00"), ("exmple", "example.com"), (",12,", ",+12025550124,"), ("whenever", "2026-03-03"))
BLANK_HEADS = """Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price
#1,ann@example.com,paid,USD,30.00,2026-03-01 10:00:00 +0000,1,Mug,10.00
#1,,,,,2026-03-01 10:00:00 +0000,one,Cup,20.00
#2,bob@exmple,paid,USD,10.00,2026-03-01 10:00:00 +0000,1,Mug,10.00
#2,,,,,2026-03-01 10:00:00 +0000,1,Pot,0.00
#3,cleo@example.com,paid,USD,10.00,2026-03-01 10:00:00 +0000,1,Mug,10.00
"""
SEMICOLONS = "Bestellnummer;Datum;E-Mail;Artikel;Summe\n{}".format(
    'A1;01.03.2026;ann@example.com;Mug;10,00\nA1;01.03.2026;ann@example.com;"Becher, ""alt""";x5\n'
    "A2;13.03.2026;bob@exmple;Mug;-5,00\n"
)
CURRENCIES = """Order ID,Date,Email,Currency,Product,Line total
A1,2026-03-01,ann@example.com,USD,Mug,10.00
A1,2026-03-01,ann@example.com,EUR,Cup,5.00
A2,2026-03-02,bob@example.com,USD,Mug,10.00
"""


def _mended(text: str, mends: tuple[tuple[str, str], ...]) -> str:
    for wrong, right in mends:
        text = text.replace(wrong, right)
    return text


def _bring_in(rig: Rig, text: str, **wishes: Any) -> ImportReport:
    path = rig.folder / "file.csv"
    path.write_text(text, encoding="utf-8")
    kind = wishes.pop("kind", ImportKind.ORDERS)
    return rig.bring_in_file(ImportRequest(path, kind, rejects_dir=rig.folder / "rejects", **wishes))


def _sales(rig: Rig) -> list[tuple[Any, ...]]:
    return rig.db.rows(
        "SELECT o.external_id, o.total_minor, c.email, c.phone, count(*), sum(l.total_minor) FROM orders AS o "
        "LEFT JOIN customers AS c ON c.id = o.customer_id JOIN order_lines AS l ON l.order_id = o.id GROUP BY o.id "
        "ORDER BY 1"
    )


def _refused(report: ImportReport) -> str:
    assert report.rejects_file is not None
    return report.rejects_file.read_text("utf-8-sig")


@pytest.mark.parametrize(
    ("text", "mends"),
    [
        (LINES, MENDS),
        (BLANK_HEADS, (("one", "1"), ("exmple", "example.com"))),
        (SEMICOLONS, (("x5", "5,00"), ("exmple", "example.com"))),
        (CURRENCIES, (("EUR", "USD"),)),
    ],
)
def test_a_mended_list_makes_the_orders_whole(tmp_path: Path, text: str, mends: tuple[tuple[str, str], ...]) -> None:
    """D2, ux.md 9: no line counts twice, and none that was right the first time is lost with its order."""
    rig, right = Rig(tmp_path / "shop"), Rig(tmp_path / "right")
    for _again in range(2):  # what the shop has already may be passed by, and belongs to its order all the same
        listed = _refused(_bring_in(rig, text))
        assert len(listed.splitlines()) < len(text.splitlines()) + 1
    _bring_in(rig, _mended(listed, mends))
    _bring_in(right, _mended(text, mends))
    assert _sales(rig) == _sales(right)
    for each in (rig, right):
        each.db.close()


def test_every_row_stands_once_with_all_that_is_wrong(tmp_path: Path) -> None:
    """ux.md 9: two wrong cells of a row are mended in one place; rows of other orders are not there."""
    rig = Rig(tmp_path / "shop")
    rows = _refused(_bring_in(rig, LINES)).splitlines()
    assert [row.split(",")[0] for row in rows] == ["Line", "2", "3", "4", "5", "6", "7"]
    assert rows[4].startswith("5,Email; Phone,“bob@exmple”: this is no e-mail address. “12”: this is no phone")
    rig.db.close()


def test_a_mended_list_is_read_as_its_file_was(tmp_path: Path) -> None:
    """ux.md 9: what was answered about the file's columns holds; the causes are no columns of anybody's."""
    rig = Rig(tmp_path / "shop")
    text = "Kennung;E-Mail;Ort\n1;ann@exmple;Wien\n2;bob@example.com;Graz\n;;\n;x;Linz\n"
    wishes = {"kind": ImportKind.CUSTOMERS, "mapping": {"customer_id": "Kennung", "status": "Ort", "city": ""}}
    listed = _refused(_bring_in(rig, text, **wishes))
    report = _bring_in(rig, _mended(listed, (("exmple", "example.com"),)), kind=ImportKind.CUSTOMERS)
    assert report.columns["status"] == "Ort"
    assert (report.rows, report.updated, report.rejected) == (2, 1, 1)
    assert rig.db.rows("SELECT email, status FROM customers ORDER BY id") == [
        ("ann@example.com", "Wien"),
        ("bob@example.com", "Graz"),
    ]
    rig.db.close()


def test_a_list_that_a_spreadsheet_showed_as_one_column_is_read(tmp_path: Path) -> None:
    """D2: where numbers have a comma, lines that hold quotes come back as one cell each; none is lost in silence."""
    rig = Rig(tmp_path / "shop")
    text = 'Order ID,Date,Email,Product,Line total\nA1,2026-03-01,a@example.com,"Mug, blue",1.00\nA1,,,Cup,x5\n'
    listed = _refused(_bring_in(rig, text)).replace("x5", "5.00")
    saved = [f'"{line.replace(chr(34), chr(34) * 2)}"' if '"' in line else line for line in listed.splitlines()]
    assert saved[1].startswith('"2,')
    _bring_in(rig, "\r\n".join(saved) + "\r\n")
    assert _sales(rig) == [("A1", 600, "a@example.com", None, 2, 600)]
    rig.db.close()
