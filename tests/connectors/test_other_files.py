"""Files that are about the shop and hold no records, and what stands around a list: sums below it, currencies above."""

import os
from decimal import Decimal
from pathlib import Path

import pytest

from reengage_desktop.connectors.opening.encodings import detect_encoding
from reengage_desktop.connectors.opening.files import open_table
from reengage_desktop.connectors.vocabulary.refusals import FileRefused, WrongKind
from reengage_desktop.domain.vocabulary import ImportKind
from tests.connectors.tables import read_text, shop, write

OTHERS = {
    "statement of an account": [
        "Date,Description,Amount,Balance\n03/01/2026,STRIPE,120.00,1120.00\n03/20/2026,RENT,-500.00,620.00\n",
        "Buchungstag;Verwendungszweck;Betrag;Währung;Saldo\n01.03.2026;Stripe;120,00;EUR;1120,00\n",
        "Date;Libellé;Montant;Solde\n01/03/2026;Stripe;120,00;1120,00\n",
        "Fecha;Concepto;Importe;Saldo\n01/03/2026;Stripe;120,00;1120,00\n",
        "Data;Descrizione;Importo;Saldo\n01/03/2026;Stripe;120,00;1120,00\n",
        "Datum;Omschrijving;Bedrag;Saldo\n01-03-2026;Stripe;120,00;1120,00\n",
        "Data;Opis;Kwota;Saldo\n2026-03-01;Stripe;120,00;1120,00\n",
    ],
    "list of payouts and fees": [
        "Date,Type,Reference,Amount,Fee,Net\n2026-03-01,charge,R1,24.00,1.00,23.00\n",
        "Datum;Referenz;Betrag;Gebühr;Auszahlung\n01.03.2026;R1;24,00;1,00;23,00\n",
    ],
    "tax report": [
        "Jurisdiction,Tax Name,Taxable Sales,Tax Collected\nCalifornia,State,1000.00,72.50\n",
        "Steuersatz;Nettobetrag;Steuerbetrag\n19 %;100,00;19,00\n",
    ],
    "summary of sales by period": [
        "Week,Orders,Net sales,Total sales\n2026-03-01,12,95.00,113.00\n",
        "Monat;Bestellungen;Umsatz\n2026-03;12;1.200,00\n",
        "Date,Orders,Average order value,Sales\n2026-03-01,12,9.50,113.00\n2026-03-02,10,9.50,95.00\n",
    ],
    "count of stock": [
        "SKU,Name,Warehouse,On hand\nMUG,Mug,Main,5\nBWL,Bowl,Main,3\n",
        "Artikelnummer;Bezeichnung;Lagerort;Bestand\nT-1;Tasse;A1;5\n",
    ],
    "ledger of bookings": [
        "Datum;Konto;Gegenkonto;Soll;Haben;Text\n01.03.2026;8400;10001;0,00;119,00;RE-1\n",
        "Date,Account,Description,Debit,Credit\n2026-03-01,4000,Sales,,119.00\n",
    ],
}


@pytest.mark.parametrize("kind", [None, "orders"])
@pytest.mark.parametrize(("title", "text"), [(title, text) for title, texts in OTHERS.items() for text in texts])
def test_what_holds_no_records_is_named_in_one_sentence(
    tmp_path: Path, title: str, text: str, kind: str | None
) -> None:
    """D2, import-facts 13: it says what the file is and what would work; nobody is made a customer by it."""
    with pytest.raises(WrongKind) as refusal:
        read_text(tmp_path, text, kind)
    if kind is None:
        assert title in str(refusal.value)
        assert refusal.value.sentence.kind.startswith("other_")
    assert str(refusal.value).endswith(".")


def test_an_address_with_a_date_is_no_opt_out(tmp_path: Path) -> None:
    """C18: nobody is struck off because a list has a date; where it says so, she is."""
    hours = "Employee,Email,Date,Start,End,Hours\nSam,sam@example.com,2026-03-01,09:00,17:00,8\n"
    with pytest.raises(WrongKind, match="list of staff"):
        read_text(tmp_path, hours)
    left = "Email,Unsubscribed at,Reason\nann@example.com,2026-03-01,too many\n"
    assert read_text(tmp_path, left).plan.kind is ImportKind.OPTOUTS
    assert read_text(tmp_path, "Email,Unsubscribed at\nann@example.com,2026-03-01\n").plan.kind is ImportKind.OPTOUTS


@pytest.mark.parametrize("word", ["Total", "TOTAL:", "Summe", "Totale", "合計"])
def test_lines_of_sums_are_told_from_records(tmp_path: Path, word: str) -> None:
    """Import-facts 6: a report's last line is no order and no product; a product called Total is one."""
    header = "Name,SKU,Price,Stock\n"
    read = read_text(tmp_path, f"{header}Mug,M,12.00,4\nTotal,T,3.00,9\n{word},,15.00,13\n", "products")
    assert read.column("name") == ["Mug", "Total"]
    assert [(fault.line, fault.message) for fault in read.faults] == [(4, "This is a line of sums, not a record.")]


@pytest.mark.parametrize(
    ("heading", "cells", "expected"),
    [
        ("Total (EUR)", ["10.00", "12.50"], ["EUR", "EUR"]),
        ("montant_eur", ["10.00", "12.50"], ["EUR", "EUR"]),
        ("totalGbp", ["10.00", "12.50"], ["GBP", "GBP"]),
        ("gbp_total", ["10.00", "12.50"], ["GBP", "GBP"]),
        ("total_all", ["10.00", "12.50"], [None, None]),
        ("Total CHF", ["1'234.50", "CHF 12.50"], ["CHF", "CHF"]),
        ("Price in £", ["10.00", "$ 12.50"], ["GBP", "USD"]),
        ("Total", ["USD 10.00", "EUR10.00"], ["USD", "EUR"]),
        ("Total", ["10.00", "12.50"], [None, None]),
    ],
)
def test_a_heading_names_the_currency(tmp_path: Path, heading: str, cells: list[str], expected: list[str]) -> None:
    """Import-facts 10: by the cell, else by the heading, else the shop's."""
    rows = "".join(f"{number};2026-03-0{number};ann@example.com;{cell}\n" for number, cell in enumerate(cells, 1))
    read = read_text(tmp_path, f"Order;Date;Email;{heading}\n{rows}", "orders")
    assert [record.values.get("currency") for record in read.records] == expected
    assert read.faults == []


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
def test_the_code_pages_of_old_programs(tmp_path: Path, encoding: str) -> None:
    """Import-facts 9: Windows, old Macs (with their line ends) and DOS tills write the same names."""
    names = ["Zoë Müller", "Björn Großkopf", "Élodie Garçon", "José Ñuñez"]
    content = "name;email\r" + "".join(f"{name};p{number}@example.com\r" for number, name in enumerate(names))
    path = write(tmp_path, content.encode(encoding))
    assert detect_encoding(path, "DE").name == encoding
    assert read_text(tmp_path, content.encode(encoding), "customers").column("name") == names


def test_a_known_exports_further_columns_count(tmp_path: Path) -> None:
    """D2, C18: a version of an export that nobody has seen adds columns; a phone or a no among them is not lost."""
    text = (
        "First Name,Last Name,Email,Accepts Email Marketing,Mobile Number,Unsubscribed\n"
        "Ann,Bee,ann@example.com,yes,2025550143,2026-01-02\n"
    )
    read = read_text(tmp_path, text)
    assert read.plan.preset == "shopify-customers"
    assert read.column("phone") == ["+12025550143"]
    assert read.column("consent_email") == [False]


def test_serials_with_a_decimal_comma(tmp_path: Path) -> None:
    """Import-facts 8: a German spreadsheet's moments."""
    text = "Bestellnr;Bestelldatum;E-Mail;Betrag\n1;46082,5;zoe@example.com;10,00\n2;46083;bo@example.com;20,00\n"
    read = read_text(tmp_path, text, "orders", settings=shop("DE", "Europe/Berlin", "EUR"))
    assert [str(value)[:10] for value in read.column("ordered_at")] == ["2026-03-01", "2026-03-02"]
    assert read.column("order_total") == [Decimal("10.00"), Decimal("20.00")]


GUESSED = {
    "wishlists": "Customer Email,Product,SKU,Date Added\nann@example.com,Mug,MUG,2026-03-01\n",
    "enquiries": (
        "Lead Name,Email,Source,Status,Assigned To,Created Date,Service Interested In\n"
        "Ann,ann@example.com,Facebook,New,Sam,2026-03-15,Cut\n"
    ),
    "orders": (
        "Reservation Number;Datum;Uhrzeit;Gast;E-Mail;Personen;Status\n"
        "R1;15.03.2026;19:00;Zoë;zoe@example.com;4;Erschienen\n"
    ),
}


@pytest.mark.parametrize("kind", GUESSED)
def test_rarer_kinds_are_known_by_a_telling_column(tmp_path: Path, kind: str) -> None:
    """D2: what was wished for, asked for or booked, without being told what the file holds."""
    assert read_text(tmp_path, GUESSED[kind]).plan.kind == kind


def test_who_did_not_come_did_not_buy(tmp_path: Path) -> None:
    """Import-facts 3: the states of salons and restaurants, and those that WooCommerce writes with wc- before them."""
    header = "Booking ID,Date,Client,Email,Service,Price,Status\n"
    words = ["Completed", "No-show", "wc-completed", "wc-on-hold", "wc-refunded", "Nicht erschienen"]
    rows = "".join(f"B{at},2026-03-0{at},Ann,ann@example.com,Cut,40.00,{word}\n" for at, word in enumerate(words, 1))
    states = [str(status) for status in read_text(tmp_path, header + rows, "orders").column("status")]
    assert states == ["paid", "cancelled", "paid", "pending", "refunded", "cancelled"]


def test_names_are_no_order_numbers_and_flags_no_customer_numbers(tmp_path: Path) -> None:
    """D2: `Facturé à` is no invoice number; `Nouveau client` numbers nobody: the values have a veto."""
    text = "ID,Date de commande,Facturé à,Total,E-mail\n7,3 sept. 2026,Ann Bee,24.00,ann@example.com\n"
    assert read_text(tmp_path, text, "orders").column("order_id") == ["7"]
    rows = "".join(f"REF{letter};2026-03-01;1;{letter}@example.com;9,00\n" for letter in "ABCDE")
    read = read_text(tmp_path, f"Référence;Date;Nouveau client;E-mail;Total\n{rows}", "orders")
    assert not read.plan.has("customer_id")
    assert read.column("order_id")[0] == "REFA"


def test_birthdays_without_a_year_are_left_out_once(tmp_path: Path) -> None:
    """D2: a newsletter tool's 03/15 is no date, but no fault of every row either."""
    read = read_text(tmp_path, "Email,Birthday\nann@example.com,03/15\nbo@example.com,12/01\n", "customers")
    assert read.faults == []
    assert any("without a year" in note for note in read.plan.notes)


def test_apostrophes_and_whole_lines_in_quotes(tmp_path: Path) -> None:
    """D2: cells in apostrophes, and lists that a spreadsheet saved as one column, line by line in quotation marks."""
    single = "'Name','Email','City'\n'Ann, B','ann@example.com','Rome'\n'Bo','bo@example.com','Bern'\n"
    assert read_text(tmp_path, single, "customers").column("city") == ["Rome", "Bern"]
    wrapped = '"Name,Email,City"\n"Ann,ann@example.com,Rome"\n"""Bee, Bo"",bo@example.com,Bern"\n'
    read = read_text(tmp_path, wrapped, "customers")
    assert [(record.line, record.values["city"]) for record in read.records] == [(2, "Rome"), (3, "Bern")]
    assert any("quotation marks" in note for note in read.plan.notes)
    for plain in (
        "Name|Email\nAnn|ann@example.com\n",
        "Email\nann@example.com\nbo@example.com\n",
        '"Email"\n"a@example.com"\n',
    ):
        assert read_text(tmp_path, plain, "customers").plan.notes == []
    text_path = read.table.text_path
    read.table.close()
    assert not text_path.exists()


def test_prices_are_checked_against_the_orders_totals(tmp_path: Path) -> None:
    """Import-facts 11: a column called price that adds up to the totals without its quantities holds lines' amounts."""
    header = "Invoice,Date,Customer ID,Item,Qty,Price,Invoice Total\n"
    days = "".join(f"{n},2026-03-0{n},7,Mug,2,24.00,33.00\n{n},2026-03-0{n},7,Bowl,3,9.00,33.00\n" for n in (1, 2, 3))
    lines = read_text(tmp_path, header + days, "orders")
    assert lines.column("line_total")[:2] == [Decimal("24.00"), Decimal("9.00")]
    days = "".join(f"{n},2026-03-0{n},7,Mug,2,12.00,33.00\n{n},2026-03-0{n},7,Bowl,3,3.00,33.00\n" for n in (1, 2, 3))
    pieces = read_text(tmp_path, header + days, "orders")
    assert pieces.column("unit_price")[:2] == [Decimal("12.00"), Decimal("3.00")]


def test_a_yes_to_cancelled_is_no_purchase(tmp_path: Path) -> None:
    """Import-facts 3: a column Storno with a yes calls the order off."""
    text = (
        "Bestellnr.;Datum;E-Mail;Brutto;Storno\n1;01.03.26;zoe@example.com;12,00;\n2;15.03.26;bo@example.com;9,00;ja\n"
    )
    read = read_text(tmp_path, text, "orders")
    assert [str(status) for status in read.column("status")] == ["None", "cancelled"]
    assert read.column("order_total") == [Decimal("12.00"), Decimal("9.00")]


def test_a_weak_guess_is_said(tmp_path: Path) -> None:
    """Issue “must show” 1: where next to nothing was understood, the owner is told to look."""
    header = "Tilaustunnus;Päiväys;Asiakas;E-mail;Yhteensä;Tilanne\n"
    read = read_text(tmp_path, header + "T1;1.3.2026;Aino;aino@example.com;99,00;Valmis\n")
    assert any("columns were understood" in note for note in read.plan.notes)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    """Promise 22: what may never end is not waited for; one sentence says so."""
    os.mkfifo(tmp_path / "list.csv")
    with pytest.raises(FileRefused, match="can't be read: it is no ordinary file"):
        open_table(tmp_path / "list.csv")


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("ID,Email,Appointment Date,Amount\na1,ann@example.com,14_3_2026,50\na2,bo@example.com,15_3_2026,50\n", "14_3"),
        (
            "Invoice,Email,Date,Total\n1,ann@example.com,02/03/2026,5\n\nProduct,Price,Quantity,Sum\nMug,5,1,5\n",
            "Quant",
        ),
    ],
)
def test_days_that_cannot_be_read_are_said(tmp_path: Path, text: str, unread: str) -> None:
    """D2: not that no column holds the day, where one is named for it, but which cell is no day."""
    with pytest.raises(WrongKind, match=f"holds orders, but “{unread}"):
        read_text(tmp_path, text, "orders")
