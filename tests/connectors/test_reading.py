"""Cells that are wrong, missing or in the wrong place: told with line, column and cause, never raised."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reengage_desktop.connectors.checking.reading import read_chunks
from reengage_desktop.connectors.opening.files import open_table
from reengage_desktop.connectors.recognising.recognition import recognise
from reengage_desktop.domain.vocabulary import ImportKind
from tests.connectors.tables import read_text, shop, write

ORDERS = "Order ID,Order Date,Customer ID,Email,Total\n"


def test_a_bad_address_beside_another_identity_is_told_and_left_out(tmp_path: Path) -> None:
    """D2: the record stays, the fault names column and value."""
    content = "customer_id,email,phone\n1,anna-at-home,\n2,bo@example.com,12-34\n,broken@@example,\n,,\n"
    read = read_text(tmp_path, content, "customers")
    assert read.values == [{"customer_id": "1"}, {"customer_id": "2", "email": "bo@example.com"}]
    told = [(fault.line, fault.column, fault.value, fault.is_rejected) for fault in read.faults]
    assert told == [
        (2, "email", "anna-at-home", False),
        (3, "phone", "12-34", False),
        (4, "email", "broken@@example", True),
    ]
    assert "anna-at-home" in read.faults[0].message
    assert list(read.faults[2].cells) == ["", "broken@@example", ""]


def test_an_address_that_is_none_leaves_the_next_one_to_speak(tmp_path: Path) -> None:
    """D2: of two numbers or e-mails the second one, by its row's country, where the first one is none."""
    content = "E-mail,E-mail 2,Phone,Mobile,Country\n"
    content += "broken@@,ann@example.com,0151 23456789,12345,DE\nbo@example.com,,06 12 34 56 78,n/a,FR\n"
    content += "cy@,,202 555 0143,202 555 0144,\ndi@example.com,do@example.com,12345,12345,US\n"
    read = read_text(tmp_path, content, "customers")
    assert read.column("email") == ["ann@example.com", "bo@example.com", None, "di@example.com"]
    assert read.column("phone") == ["+4915123456789", "+33612345678", "+12025550144", None]
    told = [(fault.line, fault.value, fault.is_rejected) for fault in read.faults]
    assert told == [(4, "cy@", False), (5, "12345", False)]


def test_a_bad_amount_or_date_rejects_the_row(tmp_path: Path) -> None:
    """D2: what is left of it would be wrong."""
    rows = "1,2026-04-13,7,,ten\n2,yesterday,7,,5\n3,,7,,5\n4,2026-04-13,7,,5\n"
    read = read_text(tmp_path, ORDERS + rows, "orders")
    assert read.column("order_id") == ["4"]
    assert [(fault.line, fault.column) for fault in read.faults] == [(2, "Total"), (3, "Order Date"), (4, "Order Date")]
    assert read.rejected == [2, 3, 4]


def test_one_fault_for_each_bad_cell(tmp_path: Path) -> None:
    """D2: several may share a line."""
    read = read_text(tmp_path, ORDERS + "1,yesterday,7,x@,ten\n2,2026-04-13,7,a@example.com,5\n", "orders")
    assert sorted((fault.line, str(fault.column)) for fault in read.faults) == [
        (2, "Email"),
        (2, "Order Date"),
        (2, "Total"),
    ]


def test_orders_without_a_customer_are_kept(tmp_path: Path) -> None:
    """D2: an order that names nobody is an anonymous sale."""
    read = read_text(tmp_path, ORDERS + "1,2026-04-13,,,5\n2,2026-04-13,17850.0,,5\n", "orders")
    assert read.column("customer_id") == [None, "17850"]
    assert read.faults == []


def test_missing_and_superfluous_cells(tmp_path: Path) -> None:
    """D2: a missing column shifts the others: the row is refused, not guessed at."""
    content = "id,name,email,street,city,country\n" + "".join(
        f"{n},Ann,a{n}@example.com,Main St,Bonn,DE\n" for n in range(5)
    )
    content += (
        "7,Bo,bo@example.com,Bonn,DE\n8,Cy,cy@example.com,Main St,Apt 4,Bonn,DE\n9,Di,di@example.com,Main St,Bonn,DE,\n"
    )
    read = read_text(tmp_path, content, "customers")
    assert read.rejected == [7, 8]
    assert "5 cells where the header has 6" in read.faults[0].message
    assert "7 cells where the header has 6" in read.faults[1].message
    assert read.column("customer_id")[-1] == "9"


def test_rows_without_their_last_empty_cells_are_whole(tmp_path: Path) -> None:
    """D2: some exporters leave trailing blanks out."""
    content = "email,name,note\na@example.com,Ann\nb@example.com,Bo\nc@example.com,Cy,likes tea\n"
    read = read_text(tmp_path, content, "customers")
    assert read.column("email") == ["a@example.com", "b@example.com", "c@example.com"]
    assert read.faults == []


def test_excels_damage_is_named(tmp_path: Path) -> None:
    """D2: `4.15555E+09` is no phone and 5.00E+12 no customer number any more."""
    content = "customer_id,email,phone\n5.00E+12,ann@example.com,4.15555E+09\n"
    read = read_text(tmp_path, content, "customers")
    assert read.values == [{"email": "ann@example.com"}]
    assert all("shortened" in fault.message for fault in read.faults)
    assert len(read.faults) == 2


def test_leading_apostrophes(tmp_path: Path) -> None:
    """D2: one is stripped where it marks text; ids keep their zeros and names their apostrophe."""
    content = "customer_id,name,email,phone,birthday,city\n"
    content += "'00123,'t Hooft,ann@example.com,'+12025550143,'1990-05-02,'s-Gravenhage\n"
    values = read_text(tmp_path, content, "customers").values[0]
    assert values["customer_id"] == "00123"
    assert values["name"] == "'t Hooft"
    assert values["phone"] == "+12025550143"
    assert str(values["birthday"]) == "1990-05-02"
    assert values["city"] == "'s-Gravenhage"


def test_addresses_are_normalised(tmp_path: Path) -> None:
    """D2: capitals, blanks and a display name are one address."""
    content = 'email\nJohn@Example.COM\n"  john@example.com  "\nJohn <john@example.com>\nmailto:john@example.com\n'
    assert set(read_text(tmp_path, content, "customers").column("email")) == {"john@example.com"}


def test_formulas_and_markup_are_text(tmp_path: Path) -> None:
    """D2: cells that begin with = + - @ are never evaluated, names keep what they hold (promise 23)."""
    content = "email,first name,city\nann@example.com,\"=cmd|'/C calc'!A0\",<b>{{ x }}</b>\n"
    values = read_text(tmp_path, content, "customers").values[0]
    assert values["first_name"] == "=cmd|'/C calc'!A0"
    assert values["city"] == "<b>{{ x }}</b>"


def test_phones_take_the_rows_country(tmp_path: Path) -> None:
    """D2: the row's country, else the shop's."""
    content = "email,phone,country\n"
    content += "a@example.com,0151 23456789,Germany\nb@example.com,06 12 34 56 78,FR\nc@example.com,2025550143,\n"
    read = read_text(tmp_path, content, "customers")
    assert read.column("phone") == ["+4915123456789", "+33612345678", "+12025550143"]
    assert read.column("country") == ["DE", "FR", None]


def test_unknown_countries_are_said_once(tmp_path: Path) -> None:
    """D2: no fault on every line for a word nobody needs."""
    read = read_text(tmp_path, "email,country\na@example.com,Narnia\nb@example.com,DE\nc@example.com,FR\n", "customers")
    assert read.faults == []
    assert any("Narnia" in note for note in read.plan.notes)


def test_several_currencies_in_one_file(tmp_path: Path) -> None:
    """D2: each amount keeps its own; nothing is added up."""
    content = "order,date,email,total\n"
    content += "1,2026-04-13,a@example.com,€10.00\n2,2026-04-13,a@example.com,£5.00\n3,2026-04-13,a@example.com,7\n"
    read = read_text(tmp_path, content, "orders")
    assert read.column("currency") == ["EUR", "GBP", None]
    assert read.column("order_total") == [Decimal("10.00"), Decimal("5.00"), Decimal(7)]


def test_cancellation_documents_are_orders_of_their_own(tmp_path: Path) -> None:
    """D2: C536379 with a negative quantity is kept as it is; equal lines are genuine."""
    content = "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID\n"
    content += "536365,85123A,6,2010-12-01 08:26:00,2.55,17850.0\n536365,85123A,6,2010-12-01 08:26:00,2.55,17850.0\n"
    content += "C536379,D,-1,2010-12-01 09:41:00,27.5,14527.0\n"
    read = read_text(tmp_path, content, "orders")
    assert read.column("order_id") == ["536365", "536365", "C536379"]
    assert read.column("quantity") == [Decimal(6), Decimal(6), Decimal(-1)]
    assert not read.plan.heads_are_unique


def test_line_numbers_behind_cells_of_several_lines(tmp_path: Path) -> None:
    """D2: the line on which the record begins, header = 1."""
    content = 'email,note\na@example.com,"one\ntwo"\nbroken,x\nb@example.com,y\n'
    read = read_text(tmp_path, content, "customers")
    assert [record.line for record in read.records] == [2, 5]
    assert [fault.line for fault in read.faults] == [4]


def test_batches_count_every_data_row(tmp_path: Path) -> None:
    """D2: rows taken, rejected and passed over add up to the file's."""
    rows = "".join(f"{n},2026-04-13,7,,{'x' if n % 7 == 0 else n}\n" for n in range(2000))
    path = write(tmp_path, ORDERS + rows)
    table = open_table(path)
    plan = recognise(table, ImportKind.ORDERS, settings=shop())
    batches = list(read_chunks(table, plan, shop()))
    rejected = {fault.line for batch in batches for fault in batch.faults if fault.is_rejected}
    assert sum(batch.row_count for batch in batches) == 2000
    assert sum(len(batch.lines) for batch in batches) == 2000 - len(rejected)
    assert len(rejected) == 286
    for batch in batches:
        assert {len(values) for values in batch.columns.values()} <= {len(batch.lines)}
        assert len(batch.cells) == len(batch.lines)
        assert [int(cells[0]) + 2 for cells in batch.cells] == list(batch.lines)


CELLS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["", "--", "ann@example.com", "2026-04-13", "13/04/2026", "12,50", "$5", "yes", "+12025550143", "nan"]
    ),
    st.from_regex(r"[0-9.,/: +-]{1,15}", fullmatch=True),
)
HEADERS = {
    "customers": ["customer_id", "name", "email", "phone", "country", "tags", "birthday", "Newsletter", "Unsubscribed"],
    "orders": [
        "order_id",
        "order date",
        "status",
        "email",
        "product name",
        "quantity",
        "unit price",
        "total",
        "currency",
    ],
    "products": ["product_id", "sku", "name", "category", "price", "stock", "in stock", "created at", "image url"],
}


@given(kind=st.sampled_from(sorted(HEADERS)), rows=st.lists(st.lists(CELLS, min_size=9, max_size=9), max_size=15))
def test_no_cell_is_ever_raised(tmp_path_factory: pytest.TempPathFactory, kind: str, rows: list[list[str]]) -> None:
    """D2: whatever the cells hold, every data row is a record, a fault, or blank."""
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in [HEADERS[kind], *rows]]
    path = write(tmp_path_factory.mktemp("cells"), "\n".join(lines).encode("utf-8", "surrogatepass"))
    table = open_table(path)
    mapping = {"customer_id": "customer_id"} if kind == "customers" else {}
    mapping |= {"ordered_at": "order date", "order_total": "total", "email": "email"} if kind == "orders" else {}
    mapping |= {"product_id": "product_id", "price": "price"} if kind == "products" else {}
    plan = recognise(table, ImportKind(kind), mapping=mapping, settings=shop())
    for batch in read_chunks(table, plan, shop()):
        rejected = {fault.line for fault in batch.faults if fault.is_rejected}
        assert len(batch.lines) + len(rejected) == batch.row_count
        assert all(fault.message for fault in batch.faults)


def test_a_short_row_whose_cells_stand_under_the_wrong_names_is_left_out(tmp_path: Path) -> None:
    """D2, promise 20: rows may lack their empty last cells, but not one in their middle: the cost is no price."""
    header = "Name,SKU,Colour,Price,Cost,Stock,Note,Remark\n"
    rows = "Mug,M,red,12.00,5.00,4,,\nBowl,B,blue,9.00,4.00,7,,\nTray,T,green,8.00,3.00,2,,\nPot,P,red,7.00,3.00,2\n"
    read = read_text(tmp_path, f"{header}{rows}Cap,C,21.00,11.00,64,x\n", "products")
    assert read.column("price") == [Decimal("12.00"), Decimal("9.00"), Decimal("8.00"), Decimal("7.00")]
    assert [(fault.line, fault.is_rejected) for fault in read.faults] == [(6, True)]
    assert "a cell is missing" in read.faults[0].message
