"""Tables in HTML and in the XML of Excel 2003, as shop systems name them .xls (import-facts 13, issue 4)."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reengage_desktop.connectors.opening.endings import ends_whole
from reengage_desktop.connectors.opening.files import open_table
from reengage_desktop.connectors.vocabulary.refusals import FileRefused
from tests.connectors.tables import Read, shop, write

PAGE = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>'
    '<meta http-equiv="Content-Type" content="text/html; charset={}"><style>td{{color:red}}</style></head><body>'
    "<table border=1><tr><th>Order ID</th><th>Date</th><th>Name</th><th>Email</th><th>Total</th></tr>"
    "<tr><td>1</td><td>2026-02-03</td><td>Zoë <b>Müller</b></td><td>zoe@example.com</td><td>24,00&nbsp;€</td></tr>"
    "<tr><td>2<td>2026-02-04<td>Bo<br>Cee<td>bo@example.com<td>12,50 €</table></body></html>"
)
LOGIN = "<tr><td>User</td><td><input></td></tr><tr><td>Password</td><td><input></td></tr>"
SHEETS = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="About"><Table><Row>'
    '<Cell><Data ss:Type="String">Shop</Data></Cell></Row></Table></Worksheet><Worksheet ss:Name="Orders"><Table>'
    '<Column ss:Width="60"/><Row><Cell><Data>Order ID</Data></Cell><Cell><Data>Date</Data></Cell>'
    "<Cell><Data>Email</Data></Cell><Cell><Data>Total</Data></Cell></Row>"
    '<Row><Cell><Data ss:Type="Number">1</Data></Cell><Cell><Data>2026-02-03T00:00:00.000</Data></Cell>'
    '<Cell ss:Index="4"><Data ss:Type="Number">24.5</Data></Cell></Row>'
    '<Row ss:Index="4"><Cell><Data ss:Type="Number">2</Data></Cell><Cell><Data>2026-02-04T10:11:12.000</Data></Cell>'
    "<Cell><Data>bo@example.com</Data></Cell><Cell><Data>12</Data></Cell></Row></Table></Worksheet></Workbook>"
)


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_a_web_pages_table_named_xls(tmp_path: Path, encoding: str) -> None:
    """Its cells are read as they are shown, whatever tags are left open."""
    path = write(tmp_path, PAGE.format(encoding).encode(encoding), "orders.xls")
    read = Read(path, settings=shop("DE", currency="EUR"))
    assert read.column("customer_name") == ["Zoë Müller", "Bo Cee"]
    assert [str(total) for total in read.column("order_total")] == ["24.00", "12.50"]
    assert read.faults == []
    text_path = read.table.text_path
    read.table.close()
    assert not text_path.parent.exists(), "no copy of the customers stays on the disk"


def test_a_workbook_in_xml(tmp_path: Path) -> None:
    """Cells and rows that are left out are blank; a line's number is the row's in its sheet."""
    read = Read(write(tmp_path, SHEETS, "orders.xls"))
    assert read.column("ordered_at") == [date(2026, 2, 3), datetime(2026, 2, 4, 10, 11, 12, tzinfo=UTC)]
    assert read.column("email") == [None, "bo@example.com"]
    assert [record.line for record in read.records] == [2, 4]
    assert [note.kind for note in read.plan.notes if note.kind == "sheet_read"] == ["sheet_read"]
    assert open_table(write(tmp_path, SHEETS, "orders.xls"), sheet="Orders").header[0] == "Order ID"


def test_what_is_said_about_a_cell_in_xml_is_not_its_text(tmp_path: Path) -> None:
    """D2: no comment and no furigana is joined to a name or an address."""
    about = '<PhoneticText xmlns="urn:schemas-microsoft-com:office:excel">ボー</PhoneticText>'
    comment = '<Comment ss:Author="Ann"><ss:Data>asked twice</ss:Data></Comment>'
    whole = "<Cell><Data>bo@example.com</Data></Cell>"
    text = SHEETS.replace(whole, f"<Cell>{about}<Data>bo@example.com</Data>{comment}</Cell>")
    assert Read(write(tmp_path, text, "orders.xls")).column("email") == [None, "bo@example.com"]


def test_rows_of_a_workbook_in_xml_end_where_their_cells_do(tmp_path: Path) -> None:
    """Import-facts 13: Excel writes no blank cells at a row's end; a list with seldom filled last columns is one."""
    row = "<Row><Cell><Data>{}</Data></Cell><Cell><Data>{}@example.com</Data></Cell></Row>"
    short = "".join(row.format(name, name) for name in ("ann", "bo", "cy"))
    text = SHEETS.replace('<Row ss:Index="4">', short + "<Row>").replace('<Cell ss:Index="4"', '<Cell ss:Index="3"')
    table = open_table(write(tmp_path, text, "orders.xls"))
    assert [cells[0] for _, cells in table.rows()] == ["1", "ann", "bo", "cy", "2"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (f"<!DOCTYPE html><html><title>Login</title><table>{LOGIN}</table></html>", "web page"),
        ("<html><frameset rows=1><frame src=sheet001.htm></frameset></html>", "web page"),
        ('<?xml version="1.0"?><orders><order id="1"/></orders>', "XML file"),
        (SHEETS[:400], "XML file"),
        ('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x">]><Workbook>&b;</Workbook>', "XML file"),
    ],
)  # fmt: skip
def test_pages_that_hold_no_list(tmp_path: Path, content: str, told: str) -> None:
    """A page that asks for a password is no list of customers, and markup that breaks off before its rows is none."""
    with pytest.raises(FileRefused, match=told):
        open_table(write(tmp_path, content, "export.xls"))


def test_whether_a_page_is_there_to_its_end(tmp_path: Path) -> None:
    """Promise 18: the watched folder waits for a page that is still being written."""
    whole = PAGE.format("utf-8")
    assert ends_whole(write(tmp_path, whole, "orders.xls"), "DE")
    assert not ends_whole(write(tmp_path, whole[:-30], "orders.xls"), "DE")
    assert ends_whole(write(tmp_path, SHEETS, "orders.xls"), "DE")


def test_names_that_lie(tmp_path: Path) -> None:
    """UTF-16 text named .xls and CSV named .xlsx are what they are."""
    text = "Order ID\tDate\tEmail\tTotal\r\n1\t2026-02-03\tann@example.com\t24.00\r\n"
    assert Read(write(tmp_path, text.encode("utf-16"), "orders.xls")).column("email") == ["ann@example.com"]
    text = text.replace("\t", ",")
    assert Read(write(tmp_path, text, "orders.xlsx")).column("email") == ["ann@example.com"]


def test_an_orders_cells_reach_down_over_its_items(tmp_path: Path) -> None:
    """D2, import-facts 1: in a page's table too a merged cell is each line's; a total behind the items counts once."""
    names = "".join(f"<th>{name}</th>" for name in ("Order ID", "Date", "Email", "Item", "Qty", "Total"))
    first = "".join(f"<td rowspan=2>{cell}</td>" for cell in ("1", "2026-04-03", "ann@example.com"))
    page = (
        f"<table><tr>{names}</tr><tr>{first}<td>Shoe</td><td>1</td><td rowspan=2>15.00 USD</td></tr>"
        "<tr><td>Sock</td><td>2</td></tr><tr><td>2</td><td>2026-04-04</td><td>bo@example.com</td><td>Hat</td>"
        "<td>1</td><td>7.00</td></tr></table>"
    )
    rows = [cells for _, cells in open_table(write(tmp_path, page, "orders.xls")).rows()]
    assert rows == [
        ["1", "2026-04-03", "ann@example.com", "Shoe", "1", "15.00 USD"],
        ["1", "2026-04-03", "ann@example.com", "Sock", "2", ""],
        ["2", "2026-04-04", "bo@example.com", "Hat", "1", "7.00"],
    ]


def test_a_summary_before_the_list_in_xml_is_passed_over(tmp_path: Path) -> None:
    """D2: sales by month name nobody; the sheet of orders is read."""
    months = "".join(f"<Row><Cell><Data>{cell}</Data></Cell><Cell><Data>7</Data></Cell></Row>" for cell in "123")
    head = "<Row><Cell><Data>Month</Data></Cell><Cell><Data>Orders</Data></Cell></Row>"
    sheet = f'<Worksheet ss:Name="Months"><Table>{head}{months}</Table></Worksheet>'
    path = write(
        tmp_path, SHEETS.replace('<Worksheet ss:Name="About">', sheet + '<Worksheet ss:Name="About">'), "a.xls"
    )
    assert open_table(path).header[0] == "Order ID"


def test_a_currency_and_zeros_in_xml_that_only_a_format_shows(tmp_path: Path) -> None:
    """Issue 4, import-facts 1 and 10: as in other workbooks; text is shown as it is."""
    formats = {"s1": "0000", "s2": "[$$-409]#,##0.00", "s3": "&quot;CHF&quot;\\ #,##0.00"}
    styles = "".join(
        f'<Style ss:ID="{name}"><Alignment ss:Vertical="Bottom"/><NumberFormat ss:Format="{code}"/></Style>'
        for name, code in formats.items()
    )
    text = SHEETS.replace("<Worksheet", f"<Styles>{styles}</Styles><Worksheet", 1)
    text = text.replace('<Cell><Data ss:Type="Number">', '<Cell ss:StyleID="s1"><Data ss:Type="Number">')
    text = text.replace('<Cell ss:Index="4">', '<Cell ss:Index="4" ss:StyleID="s2">')
    text = text.replace("<Cell><Data>12<", '<Cell ss:StyleID="s3"><Data ss:Type="Number">12<')
    text = text.replace("<Cell><Data>bo@", '<Cell ss:StyleID="s1"><Data ss:Type="String">bo@')
    rows = [cells for _, cells in open_table(write(tmp_path, text, "orders.xls")).rows()]
    assert [(cells[0], cells[2], cells[3]) for cells in rows] == [
        ("0001", "", "24.5 USD"),
        ("0002", "bo@example.com", "12 CHF"),
    ]


def test_numbers_in_xml_are_what_their_owner_sees(tmp_path: Path) -> None:
    """D2: Excel 2003 writes long numbers as powers of ten, and binary leftovers behind the cents."""
    cells = {"4.9151112345678E13": "49151112345678", "1003.0": "1003", "12.500000000000001": "12.5", "0012": "0012"}
    numbers = "".join(f'<Cell><Data ss:Type="Number">{cell}</Data></Cell>' for cell in cells)
    names = "".join(f'<Cell><Data ss:Type="String">{name}</Data></Cell>' for name in ("phone", "order", "total", "zip"))
    text = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>'
        f"<Row>{names}</Row><Row>{numbers}</Row></Table></Worksheet></Workbook>"
    )
    table = open_table(write(tmp_path, text, "orders.xls"))
    assert [row for _, row in table.rows()] == [list(cells.values())]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        (SHEETS.replace('<Row ss:Index="4">', '<Row ss:Index="4" ss:Hidden="1">'), 'ss:Hidden="1"'),
        (PAGE.format("utf-8").replace("<tr", '<tr style="display: none"'), "display: none"),
    ],
    ids=["xml", "page"],
)
def test_hidden_rows_are_read_and_told(tmp_path: Path, text: str, hidden: str) -> None:
    """D2: what a filter hides comes in as well, and the owner is told; a row without cells says nothing."""
    assert hidden in text
    table = open_table(write(tmp_path, text, "orders.xls"))
    (told,) = [note.figures["number"] for note in table.notes if note.kind == "hidden_rows"]
    assert told in {1, 3}
