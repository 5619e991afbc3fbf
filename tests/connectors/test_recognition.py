"""Plain headers: judged by name and values, in nine languages; mappings; refusals that say what would work."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reengage_desktop.connectors.opening.files import open_table
from reengage_desktop.connectors.recognising.recognition import recognise
from reengage_desktop.connectors.vocabulary.refusals import WrongKind
from reengage_desktop.domain.vocabulary import ImportKind, OrderStatus
from tests.connectors.tables import read_text, shop, write

CUSTOMERS = {
    "en": "Customer ID,First Name,Last Name,Email Address,Mobile Phone,City,Country",
    "de": "Kundennummer,Vorname,Nachname,E-Mail-Adresse,Handynummer,Ort,Land",
    "fr": "N° client,Prénom,Nom,Adresse e-mail,Téléphone portable,Ville,Pays",
    "es": "Código de cliente,Nombre,Apellidos,Correo electrónico,Teléfono móvil,Ciudad,País",
    "it": "Codice cliente,Nome,Cognome,Indirizzo email,Cellulare,Città,Paese",
    "nl": "Klantnummer,Voornaam,Achternaam,E-mailadres,Telefoonnummer,Woonplaats,Land",
    "pt": "Código do cliente,Nome,Sobrenome,E-mail,Telemóvel,Cidade,País",
    "pl": "Numer klienta,Imię,Nazwisko,Adres e-mail,Numer telefonu,Miasto,Kraj",
    "ja": "会員番号,名,姓,メールアドレス,電話番号,市区町村,国",
}
ORDERS = {
    "en": "Order Number,Order Date,Status,Customer Number,Customer E-Mail,Product Name,Quantity,Unit Price,"
    "Order Total,Coupon",
    "de": "Bestellnummer,Bestelldatum,Bestellstatus,Kundennr.,E-Mail,Artikel,Menge,Einzelpreis,Gesamtbetrag,"
    "Gutscheincode",
    "fr": "Numéro de commande,Date de commande,Statut,Numéro client,E-mail,Produit,Quantité,Prix unitaire,"
    "Montant total,Code promo",
    "es": "Número de pedido,Fecha del pedido,Estado,ID cliente,Correo,Producto,Cantidad,Precio unitario,"
    "Importe total,Cupón",
    "it": "Numero ordine,Data ordine,Stato,ID cliente,E-mail,Prodotto,Quantità,Prezzo unitario,Totale,Codice sconto",
    "nl": "Bestelnummer,Besteldatum,Status,Klantnummer,E-mail,Omschrijving,Aantal,Stukprijs,Totaalbedrag,Kortingscode",
    "pt": "Número do pedido,Data do pedido,Estado,Código do cliente,E-mail,Produto,Quantidade,Preço unitário,"
    "Valor total,Cupom",
    "pl": "Numer zamówienia,Data zamówienia,Status,Numer klienta,E-mail,Nazwa produktu,Ilość,"
    "Cena jednostkowa,Kwota,Kod rabatowy",
    "ja": "注文番号,注文日,対応状況,会員番号,メールアドレス,商品名,数量,単価,合計金額,クーポンコード",
}


@pytest.mark.parametrize("language", CUSTOMERS)
def test_customers_in_nine_languages(tmp_path: Path, language: str) -> None:
    """D2: plain headers, no mapping."""
    read = read_text(
        tmp_path, CUSTOMERS[language] + "\nK-7,Ann,Bee,ann@example.com,+12025550143,Bonn,DE\n", "customers"
    )
    assert read.values == [
        {
            "customer_id": "K-7",
            "first_name": "Ann",
            "last_name": "Bee",
            "email": "ann@example.com",
            "phone": "+12025550143",
            "city": "Bonn",
            "country": "DE",
        }
    ]


PAID = {"en": "paid", "de": "bezahlt", "fr": "payée", "es": "pagado", "it": "pagato", "nl": "betaald", "pt": "pago"}


@pytest.mark.parametrize("language", ORDERS)
def test_orders_in_nine_languages(tmp_path: Path, language: str) -> None:
    """D2: plain headers, the shop's own words for paid."""
    paid = PAID.get(language, {"pl": "opłacone", "ja": "入金済み"}.get(language, ""))
    read = read_text(tmp_path, f"{ORDERS[language]}\nA-1,2026-04-03,{paid},7,ann@example.com,Mug,2,12.00,24.00,FALL\n")
    assert read.plan.kind is ImportKind.ORDERS
    assert read.values == [
        {
            "order_id": "A-1",
            "ordered_at": date(2026, 4, 3),
            "status": OrderStatus.PAID,
            "source_status": paid,
            "order_total": Decimal("24.00"),
            "discount_code": "FALL",
            "customer_id": "7",
            "email": "ann@example.com",
            "product_name": "Mug",
            "quantity": Decimal(2),
            "unit_price": Decimal("12.00"),
        }
    ]


KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "views": (
        "Customer ID,Variant SKU,Viewed At,Price,In Stock\n7,MUG,2026-04-03 10:00:00 +0000,12.00,0\n",
        {
            "customer_id": "7",
            "product_id": "MUG",
            "viewed_at": datetime(2026, 4, 3, 10, tzinfo=UTC),
            "price_at_view": Decimal("12.00"),
            "in_stock": False,
        },
    ),
    "enquiries": (
        (
            "Name,Email,Phone,Lead Source,Status,Assigned to,Service,Received\n"
            "Ann B,ann@example.com,2025550143,web,new,Sam,Garden,2026-04-03\n"
        ),
        {
            "name": "Ann B",
            "email": "ann@example.com",
            "phone": "+12025550143",
            "source": "web",
            "status": "new",
            "agent": "Sam",
            "service_type": "Garden",
            "created_at": date(2026, 4, 3),
        },
    ),
    "wishlists": (
        "Email,Product ID,Added at\nann@example.com,P1,2026-04-03\n",
        {"email": "ann@example.com", "product_id": "P1", "added_at": date(2026, 4, 3)},
    ),
    "optouts": (
        "email,phone,channel,unsubscribed at,reason\nann@example.com,,Newsletter,2026-04-03,too many\n",
        {"email": "ann@example.com", "channel": "email", "opted_out_at": date(2026, 4, 3), "reason": "too many"},
    ),
    "products": (
        "Artikelnummer;Bezeichnung;Warengruppe;Preis;Lagerbestand\nP1;Tasse;Küche;1.234,50 €;7\n",
        {
            "product_id": "P1",
            "name": "Tasse",
            "category": "Küche",
            "price": Decimal("1234.50"),
            "currency": "EUR",
            "stock": Decimal(7),
        },
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_other_kinds(tmp_path: Path, kind: str) -> None:
    """D2: views, enquiries, wishlists, opt-outs and products with plain headers."""
    content, expected = KINDS[kind]
    assert read_text(tmp_path, content, kind).values == [expected]


def test_values_decide_over_names(tmp_path: Path) -> None:
    """D2: "Customer Phone" is no name, "State" is no order's state, "Fax" no phone, "Vendor Email" nobody's address."""
    content = (
        "Customer Phone,Customer,State,Company Fax,Vendor Email,Contact\n"
        "(202) 555-0143,Ann Bee,Kentucky,2025550199,v@example.org,ann@example.com\n"
    )
    values = read_text(tmp_path, content, "customers").values[0]
    assert values["phone"] == "+12025550143"
    assert values["email"] == "ann@example.com"
    assert "status" not in values


def test_a_second_phone_speaks_where_the_first_is_blank(tmp_path: Path) -> None:
    """D2: mobile beside phone."""
    content = "email,Phone,Mobile\na@example.com,2025550143,\nb@example.com,,2025550144\n"
    assert read_text(tmp_path, content, "customers").column("phone") == ["+12025550143", "+12025550144"]


def test_nom_alone_is_the_whole_name(tmp_path: Path) -> None:
    """D2: Nom and Nombre mean the family name only beside a first name."""
    values = read_text(tmp_path, "Nom;E-mail\nAnn Bee;ann@example.com\n", "customers").values[0]
    assert values["name"] == "Ann Bee"


@pytest.mark.parametrize(("cell", "field"), [("Ann Bee", "name"), ("K-17", "customer_id")])
def test_a_column_called_customer(tmp_path: Path, cell: str, field: str) -> None:
    """D2: a number or a name, as its values tell."""
    values = read_text(tmp_path, f"Customer,Email\n{cell},ann@example.com\n", "customers").values[0]
    assert values[field] == cell


def test_a_time_of_day_in_a_column_of_its_own(tmp_path: Path) -> None:
    """A10: the time belongs to the date beside it."""
    content = "Bestellnummer;Datum;Uhrzeit;E-Mail;Summe\n1;13.04.2026;10:15;ann@example.com;12,50\n"
    assert read_text(tmp_path, content, "orders").column("ordered_at") == [datetime(2026, 4, 13, 10, 15, tzinfo=UTC)]


def test_names_written_backwards(tmp_path: Path) -> None:
    """A9: "Okafor, Chidi" is greeted as Chidi; a company keeps its comma."""
    content = 'Customer Name,email\n"Okafor, Chidi",a@example.com\n"Acme, Inc.",b@example.com\nAnn Bee,c@example.com\n'
    assert read_text(tmp_path, content, "customers").column("name") == ["Chidi Okafor", "Acme, Inc.", "Ann Bee"]


@pytest.mark.parametrize(
    ("cell", "consent"),
    [
        ("yes", True),
        ("Ja", True),
        ("1", True),
        ("subscribed", True),
        ("no", False),
        ("Nein", False),
        ("0", False),
        ("unsubscribed", False),
        ("cleaned", False),
        ("", None),
        ("pending", None),
        ("NEVER_SUBSCRIBED", None),
    ],
)
def test_consent_words(tmp_path: Path, cell: str, consent: bool | None) -> None:
    """C18: a blank is unknown, never no and never yes."""
    content = f"email,Newsletter\na@example.com,{cell}\nb@example.com,yes\nc@example.com,no\n"
    assert read_text(tmp_path, content, "customers").column("consent_email")[0] is consent


@pytest.mark.parametrize(
    "heading", ["Unsubscribed", "Opted Out", "Do not email", "has_opted_out_of_email", "Abgemeldet"]
)
def test_columns_that_say_no(tmp_path: Path, heading: str) -> None:
    """C18: losing an opt-out is a legal fault; not being opted out is no consent."""
    content = f"email,{heading},Newsletter\na@example.com,yes,yes\nb@example.com,no,\nc@example.com,,yes\n"
    assert read_text(tmp_path, content, "customers").column("consent_email") == [False, None, True]


@pytest.mark.parametrize(
    ("word", "consent"),
    [
        *((word, False) for word in ("confirmed", "accepted", "agreed", "granted", "active", "enabled", "希望する")),
        *((word, True) for word in ("subscribed", "opted-in", "abonniert", "受け取る")),
    ],
)
@pytest.mark.parametrize("heading", ["Opt Out", "配信停止"])
def test_what_is_confirmed_in_a_column_that_says_no_is_the_no(
    tmp_path: Path, heading: str, word: str, consent: bool
) -> None:
    """C18: an opt-out that was accepted is one; only who is said to receive letters has not left."""
    content = f"email,{heading},Newsletter\na@example.com,{word},yes\nb@example.com,no,\n"
    assert read_text(tmp_path, content, "customers").column("consent_email") == [consent, None]


def test_the_state_of_a_contact_can_be_a_no(tmp_path: Path) -> None:
    """C18: every tool keeps its opt-outs elsewhere; the state is one place."""
    content = "email,Status\na@example.com,Active\nb@example.com,Unsubscribed\nc@example.com,bounced\n"
    read = read_text(tmp_path, content, "customers")
    assert read.column("consent_email") == [None, False, False]
    assert read.column("status") == ["Active", "Unsubscribed", "bounced"]


@pytest.mark.parametrize(
    "content",
    [
        "email,Status\na@example.com,Active\nb@example.com,Unsubscribed\n",
        "email,Unsubscribed\na@example.com,no\nb@example.com,yes\n",
        "email,Opted Out\na@example.com,\nb@example.com,1\n",
    ],
)
def test_a_list_of_all_contacts_as_opt_outs(tmp_path: Path, content: str) -> None:
    """C18: only those whose row says so have opted out."""
    assert read_text(tmp_path, content, "optouts").column("email") == ["b@example.com"]


def test_an_amount_that_varies_within_an_order_is_the_lines(tmp_path: Path) -> None:
    """D2: `Sales` per line; the same amount on every line of an order is the order's."""
    lines = "Order ID,Order Date,Customer ID,Product Name,Sales\n1,2026-04-13,7,Mug,10\n1,2026-04-13,7,Cup,5\n"
    read = read_text(tmp_path, lines, "orders")
    assert read.plan.columns["line_total"] == "Sales"
    whole = "Order ID,Order Date,Customer ID,Product Name,Total\n1,2026-04-13,7,Mug,15\n1,2026-04-13,7,Cup,15\n"
    assert read_text(tmp_path, whole, "orders").plan.columns["order_total"] == "Total"


def test_orders_without_numbers_or_amounts(tmp_path: Path) -> None:
    """D2: date and customer are enough; what is missing is said."""
    read = read_text(
        tmp_path, "date,id\n2026-04-13 00:00:00,1\n2026-04-14 00:00:00,1\n2026-04-15 00:00:00,2\n", "orders"
    )
    assert read.column("customer_id") == ["1", "1", "2"]
    assert read.column("ordered_at")[0] == date(2026, 4, 13)
    assert len(read.plan.notes) == 2


def test_refund_columns(tmp_path: Path) -> None:
    """D2: amounts are refunds, yes and no are states."""
    amounts = read_text(tmp_path, "order,date,email,total,refunded\n1,2026-04-13,a@example.com,10,2.50\n", "orders")
    assert amounts.column("refunded_amount") == [Decimal("2.50")]
    flags = "order,date,email,total,refunded\n1,2026-04-13,a@example.com,10,true\n2,2026-04-13,b@example.com,10,false\n"
    assert read_text(tmp_path, flags, "orders").column("status") == [OrderStatus.REFUNDED, OrderStatus.PAID]


def test_a_part_refund_without_amount_is_said(tmp_path: Path) -> None:
    """A2: it counts in full, and the owner is told."""
    content = "order,date,email,total,status\n1,2026-04-13,a@example.com,10,partially refunded\n"
    assert any("partly refunded" in note for note in read_text(tmp_path, content, "orders").plan.notes)


def test_unknown_states_are_said(tmp_path: Path) -> None:
    """D2: a word that is no known state counts as a purchase, and the owner is told."""
    read = read_text(
        tmp_path, "order,date,email,total,Order Status\n1,2026-04-13,a@example.com,10,frobnicated\n", "orders"
    )
    assert read.column("status") == [OrderStatus.UNKNOWN]
    assert any("frobnicated" in note for note in read.plan.notes)


def test_dates_that_can_be_read_both_ways(tmp_path: Path) -> None:
    """D2: asked, decided by the shop's country meanwhile, and settled by the owner's word."""
    content = "order,date,email,total\n1,03/04/2026,a@example.com,1\n2,05/04/2026,b@example.com,2\n"
    american = read_text(tmp_path, content, "orders", settings=shop("US"))
    german = read_text(tmp_path, content, "orders", settings=shop("DE"))
    assert american.column("ordered_at")[0] == date(2026, 3, 4)
    assert german.column("ordered_at")[0] == date(2026, 4, 3)
    assert [question.column for question in german.plan.questions] == ["date"]
    assert any("03/04/2026" in note for note in german.plan.notes)
    stated = read_text(tmp_path, content, "orders", date_order="dmy")
    assert stated.column("ordered_at")[0] == date(2026, 4, 3)
    assert stated.plan.questions == []


def test_the_whole_column_decides_behind_the_sample(tmp_path: Path) -> None:
    """D2: one day past the twelfth in row 4,000 is enough."""
    rows = "".join(f"{n},0{1 + n % 9}/0{1 + n % 7}/2026,a{n}@example.com,1\n" for n in range(4000))
    read = read_text(tmp_path, f"order,date,email,total\n{rows}9999,25/04/2026,z@example.com,1\n", "orders")
    assert read.column("ordered_at")[-1] == date(2026, 4, 25)
    assert read.plan.questions == []
    assert read.faults == []


class TestMapping:
    """The owner's word goes over everything recognised."""

    CONTENT = "A,B,C,Password\nann@example.com,7,Bonn,x\n"

    def test_names_columns(self, tmp_path: Path) -> None:
        """D2: `{"our_field": "Their Column"}`, case and blanks forgiven."""
        read = read_text(tmp_path, self.CONTENT, "customers", mapping={"customer_id": "b", "city": " C "})
        assert read.values == [{"customer_id": "7", "city": "Bonn", "email": "ann@example.com"}]
        assert read.plan.columns == {"customer_id": "B", "email": "A", "city": "C"}

    def test_leaves_fields_out(self, tmp_path: Path) -> None:
        """D2: an empty column name is "do not import"."""
        content = "email,name,city\nann@example.com,Ann,Bonn\n"
        assert "city" not in read_text(tmp_path, content, "customers", mapping={"city": ""}).plan.columns

    def test_overrides_a_preset(self, tmp_path: Path) -> None:
        """D2: one field changed, the rest of the export stays as known."""
        content = "Name,Email,Financial Status,Created at,Total,Note,Lineitem name\n"
        content += "#1,a@example.com,paid,2026-04-13,5,X1,Mug\n"
        read = read_text(tmp_path, content, "orders", mapping={"discount_code": "Note"})
        assert read.plan.preset == "shopify-orders"
        assert read.column("discount_code") == ["X1"]

    def test_by_position_without_header(self, tmp_path: Path) -> None:
        """D2: a file of fixed width without a header."""
        content = " 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.73\n 00021 0002 19970101  3   63.34\n"
        mapping = {"customer_id": "Column 2", "ordered_at": "Column 3", "order_total": "Column 5"}
        read = read_text(tmp_path, content, "orders", mapping=mapping)
        assert [record.line for record in read.records] == [1, 2, 3]
        assert read.values[0] == {
            "customer_id": "0001",
            "ordered_at": date(1997, 1, 1),
            "order_total": Decimal("29.33"),
        }

    @pytest.mark.parametrize(
        ("mapping", "words"),
        [
            ({"emial": "A"}, "“emial”.*“email”"),
            ({"email": "AA"}, "“AA”.*Did you mean “A”"),
            ({"city": "Password"}, "never stored"),
        ],
    )
    def test_mistakes_name_the_nearest(self, tmp_path: Path, mapping: dict[str, str], words: str) -> None:
        """D2: one sentence."""
        with pytest.raises(WrongKind, match=words):
            read_text(tmp_path, self.CONTENT, "customers", mapping=mapping)


@pytest.mark.parametrize(
    ("kind", "content", "words"),
    [
        ("customers", "Region,Country,Continent\nWest,France,Europe\n", "no list of customers.*e-mail"),
        (
            "orders",
            "email,name,city,created_at\na@example.com,Ann,Bonn,2026-04-13\n",
            "no list of orders.*`import customers`",
        ),
        ("customers", "1,ann@example.com,2026-04-13\n2,bo@example.com,2026-04-14\n", "no header line.*Column 1"),
        ("orders", " 01 19970101  29.33\n 02 19970118  29.73\n 03 19970119  63.34\n", "fixed width"),
        ("views", "email,viewed at\na@example.com,2026-04-13\n", "product number"),
    ],
)
def test_refusals_say_what_would_work(tmp_path: Path, kind: str, content: str, words: str) -> None:
    """D2: what the file is, and what would work."""
    with pytest.raises(WrongKind, match=words):
        read_text(tmp_path, content, kind)


def test_a_bare_list_of_addresses_is_enough_for_opt_outs(tmp_path: Path) -> None:
    """C18: a list without a header loses nobody who said no."""
    read = read_text(tmp_path, "ann@example.com\nbo@example.com\n", "optouts")
    assert [(record.line, record.values["email"]) for record in read.records] == [
        (1, "ann@example.com"),
        (2, "bo@example.com"),
    ]


def test_the_files_one_currency(tmp_path: Path) -> None:
    """D2: named when the file names exactly one."""
    one = "order,date,email,total,currency\n1,2026-04-13,a@example.com,10,eur\n"
    assert read_text(tmp_path, one, "orders").plan.currency == "EUR"
    assert read_text(tmp_path, one + "2,2026-04-13,a@example.com,10,GBP\n", "orders").plan.currency is None


def test_people_in_an_orders_file(tmp_path: Path) -> None:
    """D2: an orders file can bring its customers."""
    content = "order,date,email,customer name,total\n1,2026-04-13,a@example.com,Ann Bee,10\n"
    read = read_text(tmp_path, content, "customers")
    assert read.values == [{"email": "a@example.com", "name": "Ann Bee"}]


def test_columns_that_feed_nothing_are_listed(tmp_path: Path) -> None:
    """D2: the owner sees what was left out."""
    table = open_table(write(tmp_path, "email,shoe size\na@example.com,42\n"))
    plan = recognise(table, ImportKind.CUSTOMERS, settings=shop())
    assert plan.left_out == ["shoe size"]


@pytest.mark.parametrize(("shipped", "asked"), [("13/04/2026", 0), ("05/04/2026", 1), ("04/13/2026", 0)])
def test_another_date_of_the_file_settles_the_order_of_day_and_month(tmp_path: Path, shipped: str, asked: int) -> None:
    """Facts 8: what one column leaves open another one of the same form decides; where none does the owner is asked."""
    first = "1,03/04/2026,04/04/2026,ann@example.com,2"
    text = f"Order No,Ordered,Dispatched,Email,Total\n{first}\n2,03/04/2026,{shipped},bo@example.com,3\n"
    read = read_text(tmp_path, text, settings=shop("GB"))
    assert len(read.plan.questions) == asked
    assert {day.month for day in read.column("ordered_at")} == ({3} if shipped == "04/13/2026" else {4})


@pytest.mark.parametrize("heading", ["Nr.", "No.", "#", "Number"])
def test_a_bare_number_that_counts_the_rows_numbers_no_orders(tmp_path: Path, heading: str) -> None:
    """D2, promise 21: the next file counts its rows from 1 too; taken for orders' numbers, they were one."""
    rows = [f"2026-02-0{day},Ann{day}@example.com,{day}.50" for day in (3, 4, 5)]
    counted = read_text(
        tmp_path, f"{heading},Date,Email,Amount\n" + "".join(f"{at},{row}\n" for at, row in enumerate(rows, 1))
    )
    numbered = read_text(
        tmp_path, f"{heading},Date,Email,Amount\n" + "".join(f"{at},{row}\n" for at, row in enumerate(rows, 7))
    )
    assert ("order_id" in counted.plan.columns, "order_id" in numbered.plan.columns) == (False, True)
