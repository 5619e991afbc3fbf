"""Delimited text: encodings, line ends, delimiters, headers, quotes (promise 20)."""

import codecs
import csv
import io
import itertools
import tracemalloc
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reengage_desktop.connectors.opening.delimiters import choose_delimiter
from reengage_desktop.connectors.opening.encodings import detect_encoding
from reengage_desktop.connectors.opening.files import open_table
from reengage_desktop.connectors.opening.table import has_entities
from reengage_desktop.connectors.opening.twice_encoded import has_twice_encoded
from reengage_desktop.connectors.vocabulary.refusals import FileRefused
from tests.connectors.tables import read_text, write

ENCODINGS = {
    "utf-8": ("utf-8", b"", "Zoë Müller", "Ångström"),
    "utf-8 with BOM": ("utf-8", codecs.BOM_UTF8, "Zoë Müller", "Ångström"),
    "utf-16-le with BOM": ("utf-16-le", codecs.BOM_UTF16_LE, "Zoë Müller", "日本"),
    "utf-16-be with BOM": ("utf-16-be", codecs.BOM_UTF16_BE, "Zoë Müller", "日本"),
    "utf-16-le": ("utf-16-le", b"", "Zoë Müller", "Ångström"),
    "cp1252": ("cp1252", b"", "Zoë Müller", "Ångström €"),
    "cp932": ("cp932", b"", "山田 花子さん", "テスト商品のひらがな"),
    "big5": ("big5", b"", "陳先生", "這是我們的商品名稱"),
    "iso-8859-7": ("iso-8859-7", b"", "Μαρία Παπαδοπούλου", "Θεσσαλονίκη"),
    "cp1251": ("cp1251", b"", "Мария Иванова", "Санкт-Петербург"),
}
LINE_ENDS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}


@pytest.mark.parametrize(
    ("encoding", "line_end", "delimiter"),
    list(itertools.product(ENCODINGS, [*LINE_ENDS, "mixed", "none at end"], ",;\t|")),
)
def test_any_encoding_line_end_and_delimiter(tmp_path: Path, encoding: str, line_end: str, delimiter: str) -> None:
    """D2: the same four records come out of every combination."""
    codec, mark, name, city = ENCODINGS[encoding]
    rows = [
        ["name", "email", "city"],
        *([f"{name} {n}", f"p{n}@example.com", f'{city} "{delimiter}" x'] for n in range(4)),
    ]
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerows(rows)
    text = stream.getvalue()
    if line_end == "mixed":
        lines = text.split("\n")[:-1]
        text = "".join(line + end for line, end in zip(lines, itertools.cycle(["\n", "\r\n", "\r"]), strict=False))
    elif line_end == "none at end":
        text = text.removesuffix("\n")
    else:
        text = text.replace("\n", LINE_ENDS[line_end])
    table = open_table(write(tmp_path, mark + text.encode(codec)))
    assert table.header == rows[0]
    assert table.delimiter == delimiter
    assert list(table.rows()) == list(enumerate(rows[1:], 2))


def test_western_letters_are_not_taken_for_another_script(tmp_path: Path) -> None:
    """D2: a charset guesser turns a Windows-1252 "Zoë" into something else; one accented letter is enough here."""
    table = open_table(write(tmp_path, "name,city\nZoë,Köln\n".encode("cp1252")))
    assert table.encoding == "cp1252"
    assert [cells for _, cells in table.rows()] == [["Zoë", "Köln"]]


def test_the_shops_country_tells_the_code_page(tmp_path: Path) -> None:
    """D2: Polish letters in the code page of Polish PCs."""
    path = write(tmp_path, "name,city\nŁukasz Żółty,Łódź\n".encode("cp1250"))
    assert [cells for _, cells in open_table(path, country="PL").rows()] == [["Łukasz Żółty", "Łódź"]]


def test_a_few_damaged_bytes_do_not_turn_utf8_into_something_else(tmp_path: Path) -> None:
    """D2: one broken character is shown as such, the other letters stay right."""
    content = "name,city\n" + "Zoë,Köln\n" * 50
    path = write(tmp_path, content.encode() + b"Zo\xeb,Bonn\n")
    table = open_table(path)
    rows = [cells for _, cells in table.rows()]
    assert rows[0] == ["Zoë", "Köln"]
    assert rows[-1] == ["Zo\ufffd", "Bonn"]
    assert any("damaged" in note for note in table.notes)


@pytest.mark.parametrize("rows", [1, 20_000])
def test_a_damaged_byte_in_a_file_that_says_it_is_utf8(tmp_path: Path, rows: int) -> None:
    """D2: Excel's mark in front changes nothing: what is damaged is shown as � and told, wherever it stands."""
    content = "email,name\n" + "ann@example.com,Jörg\n" * rows
    table = open_table(write(tmp_path, codecs.BOM_UTF8 + content.encode() + b"bo@example.com,J\xf6rg\n"))
    assert [cells for _, cells in table.rows()][-1] == ["bo@example.com", "J\ufffdrg"]
    assert "1 damaged" in str(table.notes[0])


def test_a_damaged_letter_far_down_in_utf16(tmp_path: Path) -> None:
    """D2: one letter is lost, not the file."""
    content = "email,name\n" + "ann@example.com,Jörg\n" * 20_000
    table = open_table(write(tmp_path, content.encode("utf-16") + b"b\0o\0,\0\0\xd8B\0\n\0"))
    assert [cells for _, cells in table.rows()][-1] == ["bo", "\ufffdB"]


def test_an_accent_behind_the_first_megabyte_is_found(tmp_path: Path) -> None:
    """D2: the whole file decides its encoding."""
    path = write(
        tmp_path, b"name,email\n" + b"Ann,ann@example.com\n" * 60_000 + "Zoë,zoe@example.com\n".encode("cp1252")
    )
    assert detect_encoding(path).name == "cp1252"


def test_nuls_are_dropped(tmp_path: Path) -> None:
    """D2: NULs that a database left behind are no part of a name."""
    table = open_table(write(tmp_path, b"name,email\nAn\0n,ann@example.com\n" + b"Bo,bo@example.com\n" * 20))
    assert next(table.rows()) == (2, ["Ann", "ann@example.com"])


def test_angle_brackets_around_headings_are_no_xml(tmp_path: Path) -> None:
    """D2: lists of other programs have headings such as `<DATE>`."""
    for mark in ",;\t":
        table = open_table(write(tmp_path, f"<NAME>{mark}<EMAIL>\nAnn{mark}ann@example.com\n"))
        assert [cells for _, cells in table.rows()][-1] == ["Ann", "ann@example.com"]


def test_unseen_letters_far_down_belong_to_no_cell_either(tmp_path: Path) -> None:
    """D2: behind the part that is looked at first, an address is the same with and without a mark of direction."""
    lines = [f"buyer{at}@example.com,Ann" for at in range(14_000)] + ["\u202azoe@example.com\u202c,Zo\u200bë"]
    table = open_table(write(tmp_path, "\n".join(["email,name", *lines])))
    assert [cells for _, cells in table.rows()][-1] == ["zoe@example.com", "Zoë"]


@pytest.mark.parametrize("mark", ["\x1b", "\x7f", "\u200b", "\u200e", "\u202a", "\ufeff", "\u00ad"])
def test_letters_that_nobody_sees_belong_to_no_cell(tmp_path: Path, mark: str) -> None:
    """D2: address books and spreadsheets leave marks of direction around dates and numbers; they are read as shown."""
    lines = (
        "Order ID,Date,E|mail,Phone,|Total",
        "1|00,|2026-02-13|,ann|@example.com,|212-555-0134|,24.00",
        "101,2026-02-14,bo@example.com,,20.00",
    )
    read = read_text(tmp_path, "\n".join(lines).replace("|", mark))
    assert [read.column(field)[0] for field in ("order_id", "email", "phone")] == [
        "100",
        "ann@example.com",
        "+12125550134",
    ]
    assert not read.faults
    assert read.column("order_total") == [Decimal("24.00"), Decimal("20.00")]


def test_lines_above_the_header_are_left_out(tmp_path: Path) -> None:
    """D2: Amazon, eBay and DATEV put notes above the header; line numbers stay the file's."""
    text = '"All amounts in USD, unless specified"\n"Definitions:"\n\nname,email,total\n'
    text += "Ann,ann@example.com,1\nBo,bo@example.com,2\n"
    table = open_table(write(tmp_path, text))
    assert (table.header, table.header_line) == (["name", "email", "total"], 4)
    assert [line for line, _ in table.rows()] == [5, 6]
    assert table.notes


def test_a_sheet_may_begin_with_ref_errors(tmp_path: Path) -> None:
    """D2: a first row of #REF! is no header."""
    table = open_table(write(tmp_path, "#REF!,#REF!\nname,email\nAnn,ann@example.com\n"))
    assert table.header == ["name", "email"]


def test_a_row_that_describes_the_columns_is_left_out(tmp_path: Path) -> None:
    """D2: a template's second header row is no customer."""
    text = "email,created,total\nThe address,The day,The amount\n"
    text += "a@example.com,2026-01-02,5.00\nb@example.com,2026-02-03,6.00\n"
    assert [line for line, _ in open_table(write(tmp_path, text)).rows()] == [3, 4]


def test_a_group_that_comes_again_above_each_of_its_columns_names_none_of_them(tmp_path: Path) -> None:
    """D2: merged cells saved as text; a last name under “Kunde” would be taken for the customer's number."""
    read = read_text(
        tmp_path,
        "Bestellung;Bestellung;Kunde;Kunde;Kunde;Betrag;Betrag\n"
        "Nummer;Datum;Vorname;Nachname;E-Mail;Netto;Brutto\n"
        "1001;13.02.2026;Ann;Bee;ann@example.com;20,00;24,00\n"
        "1002;14.02.2026;Bo;Bee;bo@example.com;16,67;20,00\n",
    )
    assert read.column("customer_id") == [None, None]
    assert read.column("customer_name") == ["Ann Bee", "Bo Bee"]
    assert read.column("order_id") == ["1001", "1002"]
    assert read.column("order_total") == [Decimal("24.00"), Decimal("20.00")]
    assert not read.plan.notes


def test_excels_own_delimiter_line(tmp_path: Path) -> None:
    """D2: `sep=;` is obeyed and counted as a line."""
    table = open_table(write(tmp_path, "sep=;\nname;email\nAnn;ann@example.com\n"))
    assert table.header == ["name", "email"]
    assert list(table.rows()) == [(3, ["Ann", "ann@example.com"])]


def test_columns_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    """D2: duplicates and nameless columns get names of their own."""
    table = open_table(write(tmp_path, "id,name,id,,id\n1,a,2,b,3\n"))
    assert table.header == ["id", "name", "id (2)", "Column 4", "id (3)"]


def test_line_numbers_are_physical(tmp_path: Path) -> None:
    """D2: a cell of several lines and blank lines move the numbers of what follows."""
    table = open_table(write(tmp_path, 'name,note\nAnn,"one\ntwo\nthree"\n\nBo,x\n , \nCy,y\n'))
    assert [(line, cells[0]) for line, cells in table.rows()] == [(2, "Ann"), (6, "Bo"), (8, "Cy")]


@pytest.mark.parametrize("closing", ["", '4,"d",x\n'])
def test_an_unclosed_quote_costs_its_own_line_only(tmp_path: Path, closing: str) -> None:
    """D2: the line with the open quote is named; nothing after it is swallowed."""
    good = "".join(f"{n},name {n},x\n" for n in range(5, 2000))
    table = open_table(write(tmp_path, f'id,name,x\n1,a,x\n2,"open,x\n3,c,x\n{closing}{good}'))
    chunks = list(table.chunks())
    faults = [fault for chunk in chunks for fault in chunk.faults]
    ids = [row[0] for chunk in chunks for row in chunk.rows]
    assert [fault.line for fault in faults] == [3]
    assert "quotation mark" in faults[0].message
    assert ids[:2] == ["1", "3"]
    assert ids[-1] == "1999"
    assert len(ids) == len(set(ids)) == 1997 + bool(closing)


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_cell_that_is_far_too_long_is_called_so(tmp_path: Path, quote: str) -> None:
    """No quotation mark is open there; the rows beside it are read."""
    table = open_table(write(tmp_path, f"id,name\n1,a\n2,{quote}{'x' * 1_000_001}{quote}\n3,c\n"))
    chunks = list(table.chunks())
    faults = [(fault.line, fault.message) for chunk in chunks for fault in chunk.faults]
    assert faults == [(3, "A cell on line 3 is longer than 1,000,000 characters.")]
    assert [row for chunk in chunks for row in chunk.rows] == [["1", "a"], ["3", "c"]]


@pytest.mark.parametrize("every", [1, 2, 3, 70])
def test_quotes_left_open_in_one_column_do_not_close_each_other(tmp_path: Path, every: int) -> None:
    """D2: each costs its own line; the rows between two of them came in as one, unsaid, as wide as a whole one."""
    names = {True: '"open', False: "name"}
    rows = [f"{n},{names[n % every == 0]},a{n}@example.com,x\n" for n in range(1, 1000)]
    chunks = list(open_table(write(tmp_path, "id,name,email,x\n0,name,a0@example.com,x\n" + "".join(rows))).chunks())
    whole = [int(row[0]) for chunk in chunks for row in chunk.rows]
    told = [fault.line - 2 for chunk in chunks for fault in chunk.faults]
    assert (whole, told) == (
        [n for n in range(1000) if n == 0 or n % every],
        [n for n in range(1, 1000) if n % every == 0],
    )


def test_too_many_open_quotes_for_a_second_look_are_told(tmp_path: Path) -> None:
    """Promise 20: nobody waits for minutes, and what a quote swallowed is named."""
    names = ("name", '"open')
    rows = [f"{n},{names[n % 2]},a{n}@example.com,x\n" for n in range(20_000)]
    chunks = list(open_table(write(tmp_path, "id,name,email,x\nx,name,a@example.com,x\n" + "".join(rows))).chunks())
    whole = {int(row[0]) for chunk in chunks for row in chunk.rows[1 if chunk is chunks[0] else 0 :]}
    assert all(n % 2 == 0 for n in whole)
    swallowed = [fault for chunk in chunks for fault in chunk.faults if "It swallowed the lines up to" in fault.message]
    reached = {line for fault in swallowed for line in range(fault.line, int(fault.message.split()[-1][:-1]) + 1)}
    assert set(range(0, 20_000, 2)) - whole <= {line - 3 for line in reached}


def test_an_unclosed_quote_in_the_last_line(tmp_path: Path) -> None:
    """D2: also at the very end."""
    chunks = list(open_table(write(tmp_path, 'id,name\n1,a\n2,"b')).chunks())
    assert [fault.line for chunk in chunks for fault in chunk.faults] == []
    assert [row for chunk in chunks for row in chunk.rows] == [["1", "a"], ["2", "b"]]
    table = open_table(write(tmp_path, 'id,name,x\n1,a,b\n2,"b,c\n'))
    assert [fault.line for chunk in table.chunks() for fault in chunk.faults] == [3]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b"\n\n,,\n", "no data"),
        (b"%PDF-1.7\n", "PDF"),
        (b"GIF89a\x01\x00", "picture"),
        (b"\x00\x01\x00\x00Standard ACE DB\x00", "database"),
        (b"SET NAMES utf8;\nCREATE TABLE `orders` (\n `id` int,\n `email` text\n);", "database"),
        (b"INSERT INTO orders VALUES (1,'ann@example.com');\n", "database"),
        (b"orders.csv" + bytes(247) + b"ustar  \x00" + bytes(247) + b"name,email\nAnn,ann@example.com\n", "compressed"),
        (b"BZh91AY&SY,,,\n", "compressed"),
        (b"-----BEGIN PGP MESSAGE-----\n\nhQEMA1x\n", "encrypted"),
        (b"[InternetShortcut]\r\nURL=https://shop.example.com/list.csv\r\n", "link"),
        (b'{"url":"https://docs.google.com/open?id=1","email":"ann@example.com"}', "link"),
        (b"BEGIN:VCALENDAR\r\nSUMMARY:Cut, Ann\r\nEND:VCALENDAR\r\n", "calendar"),
        (b"From: Ann <ann@example.com>\r\nTo: shop@example.com\r\nSubject: a, b\r\n\r\nHello, you\r\n", "e-mail"),
        (b"From ann@example.com Mon Mar  1 10:00:00 2026\nFrom: Ann\n\nHello\n", "e-mail"),
        (b"!Type:Bank\nD03/14/2026\nT-12.50\n^\n", "statement"),
        (b":20:STARTUMS\r\n:25:10020030/1234567\r\n:28C:0\r\n", "statement"),
        (b'<?xml version="1.0"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"/>', "statement"),
        (b"UNA:+.? '\nUNB+UNOC:3+1:14+2:14+260314:1000+1'\n", "EDI"),
        (b"<html><table><tr><td>a</td></tr></table>", "web page"),
        (b'<?xml version="1.0"?><Workbook/>', "XML"),
        (b'{"customers": []}', "JSON"),
        (b'{ "customers": [1]}', "JSON"),
        (b'[ {"email": "ann@example.com"}]', "JSON"),
        (b'\r\n\t{\r\n "customers": 1}', "JSON"),
        (b"[]", "JSON"),
        (b'<orders><order id="1"><email>ann@example.com</email></order></orders>', "XML"),
        (b"<!-- made by a shop -->\n<orders/>", "XML"),
        (b"-- MySQL dump 10.13\nINSERT INTO customers VALUES (1,'ann@example.com');\n", "database"),
        (b"SQLite format 3\0", "database"),
        (bytes(range(1, 32)) * 20, "no table"),
        (b"UNA+;" * 60_000, "no table"),
        (b"x" * 300_000, "no table"),
        (codecs.BOM_UTF16_LE + b"a", "breaks off"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(tmp_path: Path, content: bytes, word: str) -> None:
    """D2: every refusal says what the file is."""
    with pytest.raises(FileRefused, match=word):
        open_table(write(tmp_path, content))


@pytest.mark.parametrize(
    "above",
    [
        "From: 2026-03-01\nTo: 2026-03-31\n\n",
        "From: Lamp House\nDate: 2026-03-31\n\n",
        "Copy of orders (1)\n\n",
        "Set of orders; March\n\n",
        "Received: 2\n\n",
    ],
)
def test_what_stands_above_a_list_is_no_mail_and_no_database(tmp_path: Path, above: str) -> None:
    """Import-facts 6: a report tells its days and its title first."""
    table = open_table(write(tmp_path, f"{above}Order;Date;Email;Total\n1;2026-03-02;ann@example.com;12.50\n"))
    assert table.header == ["Order", "Date", "Email", "Total"]


def test_missing_files_and_folders(tmp_path: Path) -> None:
    """D2: said, not raised through."""
    with pytest.raises(FileRefused, match="no file"):
        open_table(tmp_path / "gone.csv")
    with pytest.raises(FileRefused, match="folder"):
        open_table(tmp_path)


def test_a_file_without_header_gets_columns_by_position(tmp_path: Path) -> None:
    """D2: its first line is data."""
    table = open_table(write(tmp_path, "1,ann@example.com,2026-01-02\n2,bo@example.com,2026-01-03\n"))
    assert not table.has_header
    assert table.header == ["Column 1", "Column 2", "Column 3"]
    assert [line for line, _ in table.rows()] == [1, 2]


def test_fixed_width(tmp_path: Path) -> None:
    """D2: columns of fixed width can be named by position."""
    table = open_table(
        write(tmp_path, " 0001 19970101  2   29.33\n 0002 19970118  1   14.96\n 0003 19970802 12  100.00\n")
    )
    assert table.header == ["Column 1", "Column 2", "Column 3", "Column 4"]
    assert next(table.rows()) == (1, ["0001", "19970101", "2", "29.33"])


CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs"], exclude_characters="\u2028\u2029\x85"),
    max_size=12,
)


@given(
    rows=st.integers(2, 6).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=2)),
    delimiter=st.sampled_from(",;\t|"),
)
def test_the_delimiter_is_found_for_any_cells(rows: list[list[str]], delimiter: str) -> None:
    """D2: whatever the cells hold, quoted as CSV asks, under a header of plain words."""
    header = ["name", "email", "phone", "city", "country", "created"][: len(rows[0])]
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([header, *rows])
    assert choose_delimiter(stream.getvalue()) == delimiter


@given(rows=st.lists(st.lists(CELLS.filter(str.strip), min_size=3, max_size=3), min_size=1, max_size=40))
def test_every_cell_comes_back(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    """D2: what a CSV writer wrote is what is read."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerows([["name", "email", "note"], *rows])
    text = stream.getvalue()
    assume(not has_twice_encoded(text.encode()) and not has_entities(text))  # these are put right
    path = write(tmp_path_factory.mktemp("cells"), text)
    assert [cells for _, cells in open_table(path).rows()] == rows


def test_a_large_file_is_streamed(tmp_path: Path) -> None:
    """D2: memory does not grow with the file (promise 19)."""
    path = tmp_path / "large.csv"
    with path.open("w") as file:
        file.write("name,email,note\n")
        for n in range(60_000):
            file.write(f"Ann {n},ann{n}@example.com,some words about her\n")
    table = open_table(path)
    tracemalloc.start()
    assert sum(len(chunk.rows) for chunk in table.chunks()) == 60_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000


@pytest.mark.parametrize("inside", ["x", "x\n"], ids=["one line", "many lines"])
def test_a_cell_too_long_for_any_table_is_told_as_one(tmp_path: Path, inside: str) -> None:
    """Promise 20: its record is left out, not the one behind it, and nobody looks for a quotation mark in vain."""
    long = '"' + inside * (1_200_000 // len(inside)) + '"'
    read = read_text(tmp_path, f"name,email,note\nAnn,ann@example.com,{long}\nBo,bo@example.com,short\n", "customers")
    assert read.column("email") == ["bo@example.com"]
    assert [(fault.line, "longer than 1,000,000 characters" in fault.message) for fault in read.faults] == [(2, True)]


def test_a_quote_that_is_never_closed_in_a_large_file_is_told_as_one(tmp_path: Path) -> None:
    """Promise 20: though more than a million characters follow it."""
    rows = "".join(f"P{number},p{number}@example.com,note\n" for number in range(60_000))
    read = read_text(tmp_path, f'name,email,note\nAnn,ann@example.com,"open\n{rows}', "customers")
    assert len(read.records) == 60_000
    assert ["never closed" in fault.message for fault in read.faults] == [True]


def test_two_files_in_one_and_lines_of_sums(tmp_path: Path) -> None:
    """Promise 20: a header that comes again is nobody's name, nor is a line of sums; both are told."""
    text = "customer id,name,email\n1,Ann,ann@example.com\nTotal,,\n\ufeffcustomer id,name,email\n2,Bo,bo@example.com\n"
    read = read_text(tmp_path, text, "customers")
    assert (read.column("customer_id"), read.rejected) == (["1", "2"], [3, 4])
    assert sorted(fault.message[:17] for fault in read.faults) == ["This line repeats", "This line sums up"]


def test_a_first_customer_of_whom_little_is_known_is_no_description(tmp_path: Path) -> None:
    """D2: words for nothing describe no column; her row is told, not passed over."""
    rows = "".join(f"p{at}@example.com,+1202555014{at},Rome\n" for at in range(4))
    read = read_text(tmp_path, f"Email,Phone,City\nnone,unknown,Bern\n{rows}", "customers")
    assert (len(read.records), read.rejected) == (4, [2])
