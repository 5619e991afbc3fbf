"""What only a number format shows, a currency or the zeros of an id, comes in as its owner sees it (issue 4)."""

import re
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from reengage_desktop.connectors.opening.files import open_table
from reengage_desktop.connectors.opening.number_formats import number_format
from reengage_desktop.connectors.vocabulary.refusals import FileRefused
from tests.connectors.tables import Read, shop

DAY = "2026-04-03"


def orders(path: Path, formats: list[str], *, heading: str = "Total") -> Path:
    """Orders of 12.50 each; the total of the n-th one is shown by the n-th format."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Order ID", "Order Date", "Email", heading])
    for at, code in enumerate(formats):
        sheet.append([1001 + at, DAY, f"buyer{at}@example.com", 12.5])
        sheet.cell(at + 2, 4).number_format = code
    book.save(path)
    return path


def open_document(path: Path, *rows: str) -> Path:
    """An ODS of the sheets' rows as LibreOffice writes them."""
    text = (
        '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Orders"><table:table-column/>{"".join(rows)}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr("content.xml", text)
    return path


def said(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def counted(value: str, shown: str, more: str = "") -> str:
    kind = "currency" if "currency" in more else "float"
    return (
        f'<table:table-cell table:style-name="ce1" office:value-type="{kind}"{more} office:value="{value}">'
        f"<text:p>{shown}</text:p></table:table-cell>"
    )


def line(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def test_cells_that_do_not_say_where_they_stand(tmp_path: Path) -> None:
    """D2, issue 4: some programs leave the places out; each cell follows the one before."""
    path = orders(tmp_path / "usual.xlsx", ["#,##0.00\\ [$€-407]", "General", '"CHF" #,##0.00'])
    with zipfile.ZipFile(path) as usual, zipfile.ZipFile(tmp_path / "bare.xlsx", "w") as bare:
        for name in usual.namelist():
            content = usual.read(name)
            bare.writestr(name, re.sub(rb'<(c|row) r="\w+"', rb"<\1", content) if "sheet1" in name else content)
    assert [row[3] for _, row in open_table(tmp_path / "bare.xlsx").rows()] == ["12.5 EUR", "12.5", "12.5 CHF"]


def test_a_comment_on_an_amount_hides_no_currency(tmp_path: Path) -> None:
    """D2, issue 4: LibreOffice writes a cell's comment before its text."""
    money = counted("12.5", "12,50 €", ' office:currency="EUR"')
    noted = money.replace(
        "<text:p>",
        "<office:annotation><text:p>paid <text:span>in cash</text:span></text:p></office:annotation><text:p>",
        1,
    )
    rows = [line(said("Order ID"), said("Total")), line(said("A-1"), money), line(said("A-2"), noted)]
    path = open_document(tmp_path / "orders.ods", *rows)
    assert [cells[1] for _, cells in open_table(path).rows()] == ["12.5 EUR", "12.5 EUR"]


@pytest.mark.parametrize("entity", ["", '<!DOCTYPE d [<!ENTITY a "b">]>'])
def test_an_open_document_without_prefixes(tmp_path: Path, entity: str) -> None:
    """Import-facts 13: its names count, not how a program shortens them; entities of its own are never unfolded."""
    path = open_document(
        tmp_path / "usual.ods",
        line(said("email"), said("total")),
        line(said("ann@example.com"), counted("12.5", "12,50 €", ' office:currency="EUR"')),
    )
    with zipfile.ZipFile(path) as package:
        content = package.read("content.xml").decode()
    table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    content = content.replace("<table:table ", f'<table:table xmlns="{table}" ')
    content = content.replace("<table:", "<").replace("</table:", "</").replace("?>", f"?>{entity}", 1)
    content = content.replace("<text:p>", '<p xmlns="urn:oasis:names:tc:opendocument:xmlns:text:1.0">')
    with zipfile.ZipFile(tmp_path / "bare.ods", "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr("content.xml", content.replace("</text:p>", "</p>"))
    if entity:
        with pytest.raises(FileRefused, match="no workbook that can be read"):
            open_table(tmp_path / "bare.ods")
    else:
        read = [cells for _, cells in open_table(tmp_path / "bare.ods").rows()]
        assert read == [["ann@example.com", "12.5 EUR"]]


def test_the_currency_of_a_number_format_is_the_moneys(tmp_path: Path) -> None:
    """D2, issue 4, import-facts 10: money of another currency is never taken in the shop's."""
    formats = ["#,##0.00\\ [$€-407]", '"CHF" #,##0.00', "[$$-1009]#,##0.00", "_-* #,##0.00\\ €_-", "General"]
    read = Read(orders(tmp_path / "orders.xlsx", formats), "orders", settings=shop("US", currency="USD"))
    assert [each["order_total"] for each in read.values] == [Decimal("12.5")] * 5
    assert [each.get("currency", "USD") for each in read.values] == ["EUR", "CHF", "CAD", "EUR", "USD"]
    assert read.faults == []


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("#,##0.00 [$€-407]", "12.5 EUR"),
        ("#,##0.00\\ [$€-407];[Red]\\-#,##0.00\\ [$€-407]", "12.5 EUR"),
        ("[$€-2] #,##0.00", "12.5 EUR"),
        ("[$€-x-euro2] #,##0.00", "12.5 EUR"),
        ('_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-', "12.5 EUR"),
        ('#,##0.00" zł"', "12.5 PLN"),
        ("[$CHF-807] #,##0.00", "12.5 CHF"),
        ("[$SFr.-807] #,##0.00", "12.5 CHF"),
        ("[$USD] #,##0.00", "12.5 USD"),
        ("[$$-409]#,##0.00", "12.5 USD"),
        ("[$$-en-CA]#,##0.00", "12.5 CAD"),
        ("#,##0.00 [$kr-41D]", "12.5 SEK"),
        ("#,##0.00 [$kr.-406]", "12.5 DKK"),
        ("[$¥-411]#,##0", "12.5 JPY"),
        ("[$¥-804]#,##0", "12.5 CNY"),
        ("[$£-809]#,##0.00", "12.5 GBP"),
        ('"$"#,##0.00_-', "12.5 $"),
        ("$#,##0.00", "12.5 $"),
        ('_("$"* #,##0.00_)', "12.5 $"),
    ],
)
def test_currencies_of_number_formats(code: str, shown: str) -> None:
    """Issue 4: as Excel, LibreOffice and Google Sheets write them; a sign of several countries by its language."""
    found = number_format(code)
    assert found is not None
    assert found.shown(12.5) == shown


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ("00000", 2138.0, "02138"),
        ("00000", 102138.0, "102138"),
        ("[$-407]00000", 1067.0, "01067"),
        ("00000\\-0000", 21381234.0, "02138-1234"),
        ("000-0000", 100001.0, "010-0001"),
        ('"D-"00000', 1067.0, "D-01067"),
        ('"KD-"0000;[Red]-0', 12.0, "KD-0012"),
        ("+0", 12025550143.0, "+12025550143"),
        ("000", -7.0, "-007"),
        ("00000", 2.5, None),
    ],
)
def test_zeros_of_number_formats(code: str, number: float, shown: str | None) -> None:
    """D2, import-facts 1: postcodes and ids as they are seen, so that they are the same in every file."""
    found = number_format(code)
    assert found is not None
    assert found.shown(number) == shown


@pytest.mark.parametrize(
    "code",
    ["", "General", "0", "0.00", "#,##0.00", "0%", "0.00E+00", "00E+00", '0 "kg"', '#,##0 "PCS"', '0 "Stück"',
     "[h]:mm", "dd/mm/yyyy", "# ?/?", "000/000", ";;;", "@", "[<=99999]00000;00000-0000", '#,##0.00 "шт."', "00.00"],
)  # fmt: skip
def test_formats_that_change_no_number(code: str) -> None:
    """Issue 4: what an amount can't be read with, or what no id is written with, is left alone."""
    assert number_format(code) is None


def test_zeros_of_ids_in_a_workbook(tmp_path: Path) -> None:
    """D2, import-facts 1: the customer of a text file is found again."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Customer ID", "Email", "Postcode"], [123, "ann@example.com", 2138], ["00124", "bo@example.com", "x"]):
        sheet.append(row)
    sheet["A2"].number_format = sheet["A3"].number_format = sheet["C2"].number_format = "00000"
    book.save(tmp_path / "people.xlsx")
    rows = [cells for _, cells in open_table(tmp_path / "people.xlsx").rows()]
    assert rows == [["00123", "ann@example.com", "02138"], ["00124", "bo@example.com", "x"]]


def test_the_formats_of_the_sheet_that_is_read(tmp_path: Path) -> None:
    """Issue 4: not those of the sheet before it, whatever its name is written like."""
    book = Workbook()
    cover = book.active
    assert cover is not None
    other = book.create_sheet("Mägi & Söhne <1>")
    for sheet, code in ((cover, "00000"), (other, "[$CHF-807] 0.00")):
        for row in (["email", "total"], ["ann@example.com", 7]):
            sheet.append(row)
        sheet["B2"].number_format = code
    book.save(tmp_path / "book.xlsx")
    table = open_table(tmp_path / "book.xlsx", sheet="Mägi & Söhne <1>")
    assert [cells for _, cells in table.rows()] == [["ann@example.com", "7 CHF"]]


def test_a_currency_in_an_open_document(tmp_path: Path) -> None:
    """D2, issue 4: its cells carry the currency; repeated cells and rows keep their places."""
    head = line(said("Order ID"), said("Order Date"), said("Email"), said("Total"))
    empty = line('<table:table-cell table:number-columns-repeated="4"/>', more=' table:number-rows-repeated="3"')
    rows = [
        line(counted("17", "0017"), said(DAY), said("ann@example.com"), counted("12.5", "$12.50", money("USD"))),
        line(counted("18", "0018"), said(DAY), said("bo@example.com"), counted("1234.5", "1.234,50 €", money("EUR"))),
        line(counted("1900", "1900"), said(DAY), said("cy@example.com"), counted("1234", "1 234")),
    ]  # fmt: skip
    path = open_document(tmp_path / "orders.ods", head, rows[0], empty, *rows[1:])
    read = Read(path, "orders", settings=shop("CH", currency="CHF"))
    assert [record.line for record in read.records] == [2, 6, 7]
    assert [(each["order_id"], each["order_total"]) for each in read.values] == [
        ("0017", Decimal("12.5")), ("0018", Decimal("1234.5")), ("1900", Decimal(1234)),
    ]  # fmt: skip
    assert [each.get("currency", "CHF") for each in read.values] == ["USD", "EUR", "CHF"]


def money(code: str) -> str:
    return f' office:currency="{code}"'


def test_repeated_cells_of_an_open_document(tmp_path: Path) -> None:
    """Issue 4: one cell that stands for many is shown in each place."""
    cell = counted("7", "007", ' table:number-columns-repeated="2"')
    rows = line(said("a"), said("b"), said("c")), line(cell, said("x"), more=' table:number-rows-repeated="2"')
    table = open_table(open_document(tmp_path / "book.ods", *rows, line(counted("8", "8"), said("y"), said("z"))))
    assert [cells for _, cells in table.rows()] == [["007", "007", "x"], ["007", "007", "x"], ["8", "y", "z"]]


def with_parts(path: Path, change: Any) -> Path:
    """The workbook with its parts changed: `change` takes a part's name and content."""
    with zipfile.ZipFile(path) as package:
        parts = {each.filename: package.read(each) for each in package.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            if (changed := change(name, content)) is not None:
                package.writestr(name, changed)
    return path


@pytest.mark.parametrize(
    "change",
    [
        lambda name, content: None if name == "xl/styles.xml" else content,
        lambda name, content: content.replace(b's="1"', b's="999999"') if "sheet1" in name else content,
        lambda name, content: content.replace(b'numFmtId="164"', b'numFmtId="x"') if "styles" in name else content,
    ],
)
def test_formats_that_are_not_there_change_nothing(tmp_path: Path, change: Any) -> None:
    """Promise 18: a workbook of some program that leaves its formats out is read without them."""
    path = with_parts(orders(tmp_path / "orders.xlsx", ["00000"]), change)
    assert [cells[3] for _, cells in open_table(path).rows()] == ["12.5"]


def test_ids_of_sixteen_digits_keep_their_last(tmp_path: Path) -> None:
    """D2: two orders whose numbers differ in the last of sixteen digits are two."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Order ID", "Email"], [4012888888881881, "ann@example.com"], [4012888888881882, "bo@example.com"]):
        sheet.append(row)
    book.save(tmp_path / "orders.xlsx")
    rows = [cells for _, cells in open_table(tmp_path / "orders.xlsx").rows()]
    assert [cells[0] for cells in rows] == ["4012888888881881", "4012888888881882"]


def test_ids_of_eighteen_digits_keep_all(tmp_path: Path) -> None:
    """D2: marketplaces number orders beyond what a number of a workbook can tell apart; its text can."""
    ids = ["576461413038785752", "576461413038785753"]

    def with_ids(_: str, content: bytes) -> bytes:
        for at, each in enumerate(ids):
            content = content.replace(f"<v>{1001 + at}</v>".encode(), f"<v>{each}</v>".encode())
        return content

    path = with_parts(orders(tmp_path / "orders.xlsx", ["General", "General"]), with_ids)
    assert [cells[0] for _, cells in open_table(path).rows()] == ids


@pytest.mark.parametrize("code", ["#GETTING_DATA", "#SPILL!", "#ERROR!", "Err:508"])
def test_an_error_that_the_reader_does_not_know(tmp_path: Path, code: str) -> None:
    """Promise 18: one cell's error of some newer program is a blank cell, no damaged workbook."""
    path = with_parts(
        orders(tmp_path / "orders.xlsx", ["General", "General"]),
        lambda name, content: content.replace(
            b"<v>12.5</v>", b"<v>12.5</v>" if "sheet1" not in name else b"<v>" + code.encode() + b"</v>", 1
        ).replace(b't="n"><v>' + code.encode(), b't="e"><v>' + code.encode()),
    )
    assert [cells[3] for _, cells in open_table(path).rows()] == ["", "12.5"]


def test_hidden_rows_of_an_open_document(tmp_path: Path) -> None:
    """D2: those that a filter hides are read and told; blank ones at a sheet's end are not."""
    rows = [
        line(said("Email"), said("City")),
        line(said("ann@example.com"), said("Rome"), more=' table:visibility="filter"'),
        line(said("bo@example.com"), said("Rome")),
        line("<table:table-cell/>", more=' table:number-rows-repeated="1000" table:visibility="collapse"'),
    ]
    table = open_table(open_document(tmp_path / "people.ods", *rows))
    assert [(note.kind, note.figures["number"]) for note in table.notes] == [("hidden_rows", 1)]


def test_three_decimals_of_an_amount_are_no_thousands(tmp_path: Path) -> None:
    """Import-facts 10: a workbook's 1.995 shown in euros is no 1,995 in a country that writes commas."""
    path = with_parts(
        orders(tmp_path / "orders.xlsx", ["#,##0.00 [$€-407]", "#,##0.000 [$€-407]"]),
        lambda _, content: content.replace(b"<v>12.5</v>", b"<v>1.995</v>"),
    )
    assert Read(path, settings=shop("DE", currency="EUR")).column("order_total") == [Decimal("1.995")] * 2


def test_an_open_document_with_other_prefixes(tmp_path: Path) -> None:
    """D2: what a program calls `ns2:table` is a table; no text of a cell is changed."""
    rows = [
        line(said("Order ID"), said("Email"), said("Total")),
        line(counted("17", "0017"), said("see table:row &lt;x&gt;"), counted("12.5", "$12.50", money("USD"))),
        line(counted("18", "0018"), said("bo@example.com"), counted("7", "7")),
    ]
    path = open_document(tmp_path / "orders.ods", *rows)

    def with_other_prefixes(name: str, content: bytes) -> bytes:
        if name == "content.xml":
            for at, prefix in enumerate((b"office", b"table", b"text")):
                for before in (b"<", b"</", b" ", b"xmlns:"):
                    after = b"=" if before == b"xmlns:" else b":"
                    content = content.replace(before + prefix + after, before + b"ns%d" % at + after)
            content = content.replace(b"see ns1:row", b"see table:row")
        return content

    table = open_table(with_parts(path, with_other_prefixes))
    assert [cells for _, cells in table.rows()] == [
        ["0017", "see table:row <x>", "12.5 USD"],
        ["0018", "bo@example.com", "7"],
    ]


def test_a_format_of_the_cells_that_name_none(tmp_path: Path) -> None:
    """Issue 4: cells that say nothing mean the first of all formats, which mostly is none; the others keep theirs."""

    def exchanged(name: str, content: bytes) -> bytes:
        if "styles" not in name:
            return content.replace(b' s="1"', b"", 1).replace(b"<v>12.5<", b"<v>12<")
        before, mark, formats = content.partition(b"<cellXfs")
        for old, new in ((b'"164"', b'"x"'), (b'"0"', b'"164"'), (b'"x"', b'"0"')):
            formats = formats.replace(b"numFmtId=" + old, b"numFmtId=" + new, 1)
        return before + mark + formats

    table = open_table(with_parts(orders(tmp_path / "orders.xlsx", ["00000", "00000"]), exchanged))
    rows = [cells for _, cells in table.rows()]
    assert [(cells[0], cells[3]) for cells in rows] == [("01001", "00012"), ("01002", "12")]
