"""Files as other programs write them: scripts and code pages, what stands between and around cells, errors in cells."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from reengage_desktop.connectors.opening.files import open_table
from tests.connectors.tables import Read, read_text, shop, write

SCRIPTS = {
    "utf-16-le": [
        ("RU", "имя,город", "Анна Петрова,Нижний Новгород"),
        ("GR", "όνομα,πόλη", "Άννα Παπαδοπούλου,Θεσσαλονίκη"),
        ("TH", "ชื่อ,เมือง", "สมชาย ใจดี,กรุงเทพมหานคร"),
        ("JP", "お名前,住所", "田中花子,東京都千代田区"),
    ],
    "utf-16-be": [("TH", "ชื่อ,เมือง", "สมชาย ใจดี,กรุงเทพมหานคร"), ("RU", "имя,город", "Анна,Казань")],
    "iso2022_jp": [("JP", "お名前,住所", "田中花子,東京都千代田区")],
    "euc_jp": [("JP", "お名前,メールアドレス", "田中花子さん,東京都のひと")],
    "iso8859_2": [("PL", "imie,miasto", "Żaneta Śliwa,Świdnica")],
    "cp1250": [("PL", "imie,miasto", "Żaneta Śliwa,Świdnica")],
    "iso8859_15": [("FR", "nom,ville", "Lœtitia,Sœuf"), ("DE", "Name,Preis", "Jürgen Groß,5 €")],
    "iso8859_7": [("GR", "Πελάτης,Πόλη", "Ελένη Άγγελου,Αθήνα")],
    "cp737": [("GR", "Πελάτης,Πόλη", "Ελένη Αγγέλου,Αθήνα")],
    "cp857": [("TR", "Müşteri,Şehir", "Ayşe Öztürk,İzmir")],
    "cp850": [
        ("FR", "nom,ville", "Hélène Lefèvre,Besançon"),
        ("IT", "nome,città", "Nicolò Rossi,Forlì"),
        ("NL", "naam,plaats", "Daniëlle de Boer,België"),
        ("SE", "namn,ort", "Åsa Öberg,Västerås"),
        ("DK", "navn,by", "Søren Kjær,Ålborg"),
        ("GB", "name,total", "Ann Lee,£12.50"),
        ("DE", "NAME,ORT", "JÜRGEN GROßMANN,KÖLN"),
    ],
    "latin_1": [("DK", "NAVN,BY", "SØREN KJÆR,ÅRHUS"), ("NL", "NAAM,PLAATS", "DANIËLLE,BELGIË")],
    "utf-32-le": [("PL", "imię,miasto", "Łukasz Żak,Łódź"), ("JP", "お名前,住所", "田中花子,東京都")],
    "utf-32-be": [("PL", "imię,miasto", "Łukasz Żak,Łódź")],
    "cp1252": [
        ("US", "name,note", "Ann O’Neil,“fine” – 10 €"),
        ("US", "name,note", "Ann’s,don’t"),
        ("FR", "nom,note", "Ann,l’eau – 10 €"),
    ],
    "cp1255": [("IL", "שם,עיר", "דנה כהן,תל אביב")],
    "cp1256": [("AE", "الاسم,المدينة", "ليلى أحمد,دبي")],
    "cp874": [("TH", "ชื่อ,เมือง", "สมชาย ใจดี,กรุงเทพมหานคร")],
    "cp852": [("CZ", "jmeno,mesto", "Žofie Nováková,Jičín"), ("HU", "nev,varos", "Kovács Ágnes,Győr")],
    "cp866": [("RU", "имя,город", "Анна Петрова,Казань")],
    "koi8_r": [("RU", "имя,город", "Наталья Иванова,Москва"), ("US", "имя,город", "Пётр Иванов,Казань")],
    "koi8_u": [("UA", "імя,місто", "Наталія Їжакевич,Київ")],
    "cp1251": [("RU", "ИМЯ,ГОРОД", "ПЁТР ИВАНОВ,ЕКАТЕРИНБУРГ"), ("BG", "име,град", "Иван Димитров,София")],
    "cp1253": [("GR", "ΠΕΛΑΤΗΣ,ΠΟΛΗ", "ΓΙΩΡΓΟΣ,ΑΘΗΝΑ"), ("US", "όνομα,πόλη", "Γιώργος Παππάς,Αθήνα")],
    "mac_roman": [
        ("PT", "nome,cidade", "Évora João,Gonçalves Pão"),
        ("SE", "namn,ort", "Åsa Öberg,Västerås"),
        ("ES", "NOMBRE,CIUDAD", "GÓMEZ ÓSCAR,PÉREZ CÁDIZ"),
        ("ES", "nombre,ciudad", "José Núñez,León García"),
        ("US", "name,note", "José O’Neil,“fine” señor"),
    ],
}


@pytest.mark.parametrize(
    ("codec", "country", "header", "row"), [(codec, *told) for codec, each in SCRIPTS.items() for told in each]
)
def test_scripts_and_code_pages(tmp_path: Path, codec: str, country: str, header: str, row: str) -> None:
    """Promise 20, import-facts 9: UTF-16 without a mark in scripts other than ours; quotes tell code pages too."""
    path = write(tmp_path, f"{header},email\n{row},ann@example.com\n".encode(codec))
    table = open_table(path, country=country)
    assert table.header == [*header.split(","), "email"]
    assert [cells for _, cells in table.rows()] == [[*row.split(","), "ann@example.com"]]


@pytest.mark.parametrize(
    ("name", "told"), [("Jürgen Groß", True), ("Hélène l’Œuf", True), ("Łódź – Ägäis", False), ("ÉTÉ «CAFÉ»", False)]
)
def test_letters_that_were_encoded_twice(tmp_path: Path, name: str, told: bool) -> None:
    """D2: nobody is greeted as `JÃ¼rgen`; what is right stays as it is, also in the same file."""
    twice = name.encode().decode("cp1252") if told else name
    right = "Käthe Weiß,«CAFÉ» – SÃO “GROß”"
    table = open_table(write(tmp_path, f"name,note,email\n{twice},x,ann@example.com\n{right},bo@example.com\n"))
    assert [",".join(cells[:2]) for _, cells in table.rows()] == [f"{name},x", right]
    assert [note.kind for note in table.notes] == ["encoded_twice"] * told


def test_letters_as_web_pages_write_them(tmp_path: Path) -> None:
    """D2: nobody is greeted as `J&uuml;rgen`; a quotation mark so written closes no cell, an address stays as it is."""
    text = (
        "name,Gr&ouml;&szlig;e,url\nJ&uuml;rgen M&#252;ller,&quot;5&quot;,https://example.com/?a=1&copy=2&lt=3\n"
        "Bo &amp; Cy,AT&T;,https://example.com/\n"
    )
    table = open_table(write(tmp_path, text))
    assert table.header == ["name", "Größe", "url"]
    assert [cells for _, cells in table.rows()] == [
        ["Jürgen Müller", '"5"', "https://example.com/?a=1&copy=2&lt=3"],
        ["Bo & Cy", "AT&T;", "https://example.com/"],
    ]


@pytest.mark.parametrize("rows", [5, 50])
def test_one_line_of_another_program_spoils_no_utf8(tmp_path: Path, rows: int) -> None:
    """Import-facts 9: one line in the code page of a PC costs its own letter, and is told; the others stay right."""
    good = "".join(f"Jürgen,a{number}@example.com\n" for number in range(rows))
    table = open_table(write(tmp_path, f"name,email\n{good}".encode() + "Müller,b@example.com\n".encode("cp1252")))
    assert [cells[0] for _, cells in table.rows()] == ["Jürgen"] * rows + ["M�ller"]
    assert [note.kind for note in table.notes] == ["damaged_characters"]


@pytest.mark.parametrize(
    "text",
    [
        "Report\x0cpage 1\nname,email\n",
        "Report\u2028page 1\n\nname,email\n",
        "name,email\x85\n",
        "\x0cname,email\n",
        "Report\x1cpage 1\nname,email\n",
    ],
)
def test_no_sign_but_a_line_end_ends_a_line(tmp_path: Path, text: str) -> None:
    """Promise 20: a form feed above or in the header swallowed the first row in silence."""
    read = read_text(tmp_path, f"{text}Ann,ann@example.com\nBo,bo@example.com\n", "customers")
    assert read.column("email") == ["ann@example.com", "bo@example.com"]


def test_empty_columns_behind_the_header_do_not_hide_it(tmp_path: Path) -> None:
    """Promise 20: spreadsheets write all columns that were ever used."""
    read = read_text(tmp_path, "name,email,,,,\nAnn,ann@example.com,,,,\n,,,,,\n", "customers")
    assert (read.column("name"), read.column("email"), read.rejected) == (["Ann"], ["ann@example.com"], [])


def test_blanks_before_quotation_marks(tmp_path: Path) -> None:
    """Promise 20: in `"Ann", "Bee, Ann"` the second cell is one; elsewhere a blank belongs to its cell."""
    table = open_table(write(tmp_path, '"id", "name", "city"\n"1", "Bee, Ann", "Bonn"\n"2", "Cee, Bo", "Kiel"\n'))
    assert table.header == ["id", "name", "city"]
    assert [cells for _, cells in table.rows()] == [["1", "Bee, Ann", "Bonn"], ["2", "Cee, Bo", "Kiel"]]
    plain = open_table(write(tmp_path, "id, name\n1, Ann\n"))
    assert next(plain.rows()) == (2, ["1", " Ann"])


@pytest.mark.parametrize("mark", ["^", "~", "¦", ":", "\uff0c"])
def test_rarer_marks_between_cells(tmp_path: Path, mark: str) -> None:
    """Promise 20: `Ann^ann@example.com` was taken for the address of somebody else."""
    read = read_text(tmp_path, f"name{mark}email\nAnn{mark}ann@example.com\nBo{mark}bo@example.com\n", "customers")
    assert (read.column("name"), read.column("email")) == (["Ann", "Bo"], ["ann@example.com", "bo@example.com"])


def test_one_column_stays_one(tmp_path: Path) -> None:
    """Promise 20: a mark within some cells of a list of one column cuts none."""
    table = open_table(write(tmp_path, "opens\n10:30\n11:30\n"))
    assert table.header == ["opens"]


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_quotation_marks_end_before_the_delimiter(tmp_path: Path, mark: str) -> None:
    """Promise 20: a comma in every date and amount cuts the lines as evenly; quotes tell where cells end."""
    rows = [
        ["LIST OF ORDERS"],
        ["Exported on", "30/12/2025, 14:30:00"],
        ["SUMMARY"],
        ["Orders", "450"],
        ["Amount", "45 000,00 €"],
        ["Created", "Ref", "Customer", "Phone", "Product", "Amount", "State"],
        ["15/12/2025, 10:30:00", "C-1", "Marie Petit", "06 12 34 56 78", "Vase", "100,00 €", "Livrée"],
        ["16/12/2025, 14:20:00", "C-2", "Léo Roux", "07 62 34 56 79", "Bol", "1 980,00 €", "Annulée"],
    ]
    text = "".join(mark.join(f'"{cell}"' for cell in row) + "\n" for row in rows)
    assert open_table(write(tmp_path, text)).delimiter == mark


def test_a_second_table_below_is_told_where_every_other_line_is_empty(tmp_path: Path) -> None:
    """Import-facts 6: line ends written twice; what was given back came in as purchases."""
    text = (
        "Order ID,Date,Email,Total\n1,2026-02-13,ann@example.com,20.00\n2,2026-02-14,bo@example.com,30.00\n"
        "Refunds,,,\nRefund ID,Refunded on,Order,Amount\nR1,2026-02-20,1,20.00\nR2,2026-02-21,2,5.00\n"
    )
    read = read_text(tmp_path, text.replace("\n", "\n\n"))
    assert [str(total) for total in read.column("order_total")] == ["20.00", "30.00"]
    assert len(read.rejected) == 4


def test_what_is_no_name_and_no_number(tmp_path: Path) -> None:
    """Nobody is greeted as `----` or `#REF!`, and two such cells make no two people one."""
    text = (
        "Customer ID,First Name,Last Name,Email,City\n#REF!,----,#REF!,ann@example.com,#VALUE!\n"
        "#REF!,-,#N/A,bo@example.com,\n7,\ufeffCy,O'Neil,cy@example.com,Bonn\n"
    )
    read = read_text(tmp_path, text, "customers")
    assert read.column("customer_id") == [None, None, "7"]
    assert read.column("first_name") == [None, None, "Cy"]
    assert read.column("last_name") == [None, None, "O'Neil"]
    assert read.column("city") == [None, None, "Bonn"]


def _workbook(path: Path, rows: list[list[Any]]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_an_amount_that_is_an_error_is_told(tmp_path: Path) -> None:
    """Import-facts 13: a workbook's `#DIV/0!` in a total is no order without a value, unsaid; `#N/A` says nothing."""
    rows: list[list[Any]] = [
        ["Order ID", "Date", "Total", "Note"],
        [1, "2026-02-13", "#DIV/0!", "#N/A"],
        [2, "2026-02-14", 12, "x"],
    ]
    table = open_table(_workbook(tmp_path / "orders.xlsx", rows))
    assert [(note.kind, note.figures["number"]) for note in table.notes] == [("uncalculated", 1)]


@pytest.mark.parametrize(
    ("heading", "cells", "expected"),
    [
        ("amount_cents", ["5900", "2000"], ["59", "20"]),
        ("Total (cents)", ["5900", "-2000"], ["59", "-20"]),
        ("Montant en centimes", ["5900", "5"], ["59", "0.05"]),
        ("gross_amount_paise", ["1958810", "100000"], ["19588.1", "1000"]),
        ("total_kobo", ["5900", "2000"], ["59", "20"]),
        ("amount_minor", ["5900", "2000"], ["59", "20"]),
        ("订单金额(分)", ["5900", "2000"], ["59", "20"]),
        ("amount_cents", ["59.00", "20.00"], ["59", "20"]),
        ("Total per cent", ["5900", "2000"], ["5900", "2000"]),
    ],
)
def test_amounts_in_cents(tmp_path: Path, heading: str, cells: list[str], expected: list[str]) -> None:
    """Import-facts 10: programs keep whole cents; read as they stand they are a hundred times too much."""
    rows = "".join(f"{number},2026-03-0{number},ann@example.com,{cell}\n" for number, cell in enumerate(cells, 1))
    path = write(tmp_path, f"order_id,date,email,{heading}\n{rows}")
    read = Read(path, "orders", settings=shop("FR", currency="EUR"), mapping={"order_total": heading})
    assert read.column("order_total") == [Decimal(number) for number in expected]


def test_a_profit_is_no_amount_of_an_order(tmp_path: Path) -> None:
    """Issue 4: what the shop earns by a sale is not what was paid."""
    text = (
        "Número;Fecha;Cliente;Email;Producto;Beneficio bruto;Total\n1;13/02/2026;Ana;ana@example.com;Vaso;29,90;49,90\n"
    )
    read = read_text(tmp_path, text, "orders", settings=shop("ES", currency="EUR"))
    assert "Beneficio bruto" not in read.plan.columns.values()
