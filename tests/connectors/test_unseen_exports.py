"""Exports of kinds that nobody had seen when the recognition was written; each once came in wrongly, unasked (D2)."""

from pathlib import Path

import pytest

from reengage_desktop.connectors.vocabulary.refusals import WrongKind
from reengage_desktop.domain.vocabulary import OrderStatus
from tests.connectors.tables import read_text, shop

SPANISH = (
    "Número de pedido,Estado del pedido,Fecha del pedido,Nota del cliente,Nombre (facturación),"
    "Apellidos (facturación),Correo electrónico (facturación),Importe total del pedido,Nombre del artículo,"
    "Coste del artículo\n"
    "5011,Completado,2026-02-10 18:22,,Inés,Núñez,ines@example.com,25,Taza,25\n"
    "5012,Reembolsado,2026-02-11 09:00,,Raúl,Gómez,raul@example.com,12,Plato,12\n"
)


def test_a_shop_in_spanish(tmp_path: Path) -> None:
    """A note of the customer's is not her name, and a name for the invoice is one."""
    read = read_text(tmp_path, SPANISH, settings=shop("ES", currency="EUR"))
    assert read.column("customer_name") == ["Inés Núñez", "Raúl Gómez"]
    assert [str(price) for price in read.column("unit_price")] == ["25", "12"]
    assert read.column("status") == [OrderStatus.PAID, OrderStatus.REFUNDED]


def test_headings_in_two_rows(tmp_path: Path) -> None:
    """Import-facts 6: merged cells stand over the real headings; a line of sums stands below."""
    text = (
        "Sales report,,,,,\nReceipt,,Customer,,Amounts,\nNumber,Date,Name,Email,Net,Gross\n"
        "1,2026-02-03,Ann Bee,ann@example.com,20.00,24.00\n2,2026-02-04,Bo Cee,bo@example.com,10.00,12.00\n"
        "Total,,,,30.00,36.00\n"
    )
    read = read_text(tmp_path, text)
    assert read.plan.columns == {
        "order_id": "Receipt Number",
        "ordered_at": "Receipt Date",
        "order_total": "Amounts Gross",
        "customer_name": "Customer Name",
        "email": "Customer Email",
    }
    assert (read.column("email"), read.rejected) == (["ann@example.com", "bo@example.com"], [6])


def test_a_description_under_the_headings_is_still_none_of_them(tmp_path: Path) -> None:
    """Import-facts 6: where the upper row names every column itself, the lower one is prose."""
    text = "Order,Date,Email,Total\nthe number,when,whose,how much\n1,2026-02-03,a@example.com,2.00\n"
    read = read_text(tmp_path, text + "2,2026-02-04,b@example.com,3.00\n")
    assert read.plan.columns["order_id"] == "Order"
    assert len(read.records) == 2


@pytest.mark.parametrize("heading", ["User", "Cashier", "Mitarbeiter", "Vendedor"])
def test_whoever_stood_at_the_till_is_no_customer(tmp_path: Path, heading: str) -> None:
    """The till's user has an e-mail address; nobody wants to win her back."""
    text = f"Receipt,Date,Total,{heading}\n1,2026-02-03,24.00,sam@example.com\n2,2026-02-04,2.00,sam@example.com\n"
    assert "email" not in read_text(tmp_path, text, "orders").plan.columns


def test_a_japanese_shops_orders_are_no_members(tmp_path: Path) -> None:
    """EC-CUBE names buyers alike in both; its older versions call the date 受注日 and the sum 支払合計."""
    text = (
        "注文ID,会員ID,お名前(姓),お名前(名),メールアドレス,小計,合計,支払合計,対応状況(名称),受注日,商品名,価格,個数\n"
        "1,5,田中,花子,hanako@example.com,1000,1600,1600,発送済み,2026-02-03 10:11:12,湯呑,1000,1\n"
    )
    read = read_text(tmp_path, text.encode("cp932"), settings=shop("JP", currency="JPY"))
    assert (read.plan.preset, str(read.plan.kind)) == ("shops-eccube-orders", "orders")
    assert str(read.values[0]["order_total"]) == "1600"


def test_an_empty_list_of_suppressions_suppresses_nobody(tmp_path: Path) -> None:
    """Import-facts 7: Klaviyo writes `[]` beside everybody who may be written to."""
    text = (
        "Email,Klaviyo ID,Email Marketing Consent,Email Suppressions\na@example.com,1,SUBSCRIBED,[]\n"
        "b@example.com,2,SUBSCRIBED,\"['HARD_BOUNCE']\"\nc@example.com,3,UNSUBSCRIBED,[]\n"
    )
    assert read_text(tmp_path, text).column("consent_email") == [True, False, False]
    assert read_text(tmp_path, text, "optouts").column("email") == ["b@example.com", "c@example.com"]


def test_a_time_in_a_zone_that_is_not_known_leaves_the_day(tmp_path: Path) -> None:
    """Gumroad names the seller's zone in the heading."""
    text = (
        "Purchase ID,Item Name,Purchase Email,Purchase Date,Purchase Time (PDT),Sale Price ($)\n"
        "p1,Book,ann@example.com,2026-02-03,10:11:12,10.0\n"
    )
    read = read_text(tmp_path, text)
    assert read.faults == []
    assert str(read.values[0]["ordered_at"]) == "2026-02-03"


def test_reviews_are_no_orders(tmp_path: Path) -> None:
    """They name a person, a product and a day, and are no purchase."""
    text = (
        "title,body,rating,review_date,reviewer_name,reviewer_email,product_id\n"
        "Great,Nice mug,5,2026-02-03 10:11:12 UTC,Ann,ann@example.com,77\n"
    )
    with pytest.raises(WrongKind, match="list of reviews"):
        read_text(tmp_path, text)


def test_the_day_of_a_visit_is_no_surname(tmp_path: Path) -> None:
    """`Last Visited` begins like a last name."""
    text = "Customer Name,Email,Last Visited\nAnn Bee,ann@example.com,Feb 03 2026\nBo,b@example.com,Jan 03 2026\n"
    read = read_text(tmp_path, text, "customers")
    assert read.plan.columns == {"name": "Customer Name", "email": "Email", "last_order_at": "Last Visited"}


def test_quotes_around_every_cell_are_none_around_the_line(tmp_path: Path) -> None:
    """A separator inside the first quoted cell stays there."""
    text = '"Name";"E-Mail";"Ort"\n"Bee; Ann";"ann@example.com";"Kiel"\n"Cee; Bo";"bo@example.com";"Bonn"\n'
    read = read_text(tmp_path, text, "customers")
    assert [note.kind for note in read.plan.notes] == []
    assert read.column("email") == ["ann@example.com", "bo@example.com"]
    assert read.column("city") == ["Kiel", "Bonn"]


def test_of_two_states_the_payments_counts_and_a_cancellation_by_either(tmp_path: Path) -> None:
    """Import-facts 3: open and paid is a purchase, paid and cancelled is none."""
    text = (
        "Número do Pedido,E-mail,Data,Status do Pedido,Status do Pagamento,Total\n"
        "1,a@example.com,2026-02-03,Aberto,Confirmado,25.00\n"
        "2,b@example.com,2026-02-03,Cancelado,Confirmado,25.00\n"
        "3,c@example.com,2026-02-03,Aberto,Pendente,25.00\n"
    )
    read = read_text(tmp_path, text, settings=shop("BR", currency="BRL"))
    assert read.column("status") == [OrderStatus.PAID, OrderStatus.CANCELLED, OrderStatus.PENDING]


def test_a_known_exports_buyers_are_found_under_other_names(tmp_path: Path) -> None:
    """A profile of Shopware's export may call the buyer's address as its owner likes."""
    text = (
        "order_number,order_date_time,amount_total,customer_email,transaction_state\n"
        "10001,2026-02-03T10:11:12+00:00,119.9,joerg@example.com,paid\n"
    )
    read = read_text(tmp_path, text)
    assert read.plan.preset == "shopware-orders"
    assert read.column("email") == ["joerg@example.com"]


NO_CUSTOMERS = {
    "list of staff": (
        "Employee ID,First Name,Last Name,Email,Phone,Job Title,Hourly Rate,Hire Date\n"
        "1,Sam,Smith,sam@example.com,202-555-0143,Barista,15.00,2025-01-02\n"
    ),
    "list of suppliers": "Supplier Code,Supplier Name,Contact Name,Email\nS1,Potter,Ann Bee,ann@example.com\n",
    "list of abandoned carts": "Cart ID,Email,Abandoned At,Cart Total\nc1,ann@example.com,2026-02-03 10:00,24.00\n",
    "list of gift cards": "Gift Card Code,Balance,Customer Email,Expires On\nA,20.00,ann@example.com,2027-01-01\n",
    "report on mailings": (
        "Title,Subject,Send Date,Total Recipients,Unique Opens,Open Rate,Total Clicks\n"
        'Spring,Hello,"Feb 03, 2026 10:00 am",100,40,40.4%,12\n'
    ),
}


@pytest.mark.parametrize(("title", "text"), NO_CUSTOMERS.items())
def test_people_and_figures_that_are_no_customers(tmp_path: Path, title: str, text: str) -> None:
    """Import-facts 13: a barista's day of hire is no order of hers, a supplier buys nothing here."""
    with pytest.raises(WrongKind, match=title):
        read_text(tmp_path, text)


def test_gift_cards_in_german_and_customers_with_a_balance(tmp_path: Path) -> None:
    """What a voucher is worth is nobody's purchase; a customer's own credit makes no voucher of her."""
    vouchers = "Gutscheincode;Restwert;E-Mail;Gültig bis\nAB12;20,00;ann@example.com;01.01.2027\n"
    with pytest.raises(WrongKind, match="list of gift cards"):
        read_text(tmp_path, vouchers)
    people = "Name,Email,Balance\nAnn,ann@example.com,20.00\n"
    assert str(read_text(tmp_path, people).plan.kind) == "customers"


def test_a_product_may_name_its_supplier(tmp_path: Path) -> None:
    """And an order its waiter."""
    products = "SKU,Name,Price,Supplier,Supplier Code\nM,Mug,12.00,Potter,S1\n"
    assert str(read_text(tmp_path, products).plan.kind) == "products"
    orders = "Order ID,Date,Email,Total,Employee,Position\n1,2026-02-03,ann@example.com,2.00,Sam,Bar\n"
    assert str(read_text(tmp_path, orders).plan.kind) == "orders"


def test_articles_in_spanish(tmp_path: Path) -> None:
    """`Referencia` and `Nombre` of something with a price and a stock are a product's."""
    text = "Referencia;Nombre;Categoría;Precio;Existencias\nTZ-1;Taza;Cocina;12,50;3\nTZ-2;Plato;Cocina;9,95;0\n"
    read = read_text(tmp_path, text, settings=shop("ES", currency="EUR"))
    assert (str(read.plan.kind), read.column("name")) == ("products", ["Taza", "Plato"])


def test_an_orders_own_sum_counts_beside_those_of_its_lines(tmp_path: Path) -> None:
    """Shipping stands in no line."""
    text = (
        "Bestellnummer;Bestelldatum;E-Mail;Artikelname;Gesamtpreis;Versandkosten;Rechnungsbetrag\n"
        "B-1;13.02.2026;a@example.com;Vase;40,00;4,90;64,90\nB-1;13.02.2026;a@example.com;Tasse;20,00;4,90;64,90\n"
        "B-2;14.02.2026;b@example.com;Tasse;10,00;4,90;14,90\n"
    )
    read = read_text(tmp_path, text, settings=shop("DE", currency="EUR"))
    assert (read.plan.columns["order_total"], read.plan.columns["line_total"]) == ("Rechnungsbetrag", "Gesamtpreis")


def test_letters_that_were_cancelled(tmp_path: Path) -> None:
    """Import-facts 7: beside “bounced” a state of “cancelled” is that of the letters, else of a membership."""
    text = "Name,Email,Status\nAnn,a@example.com,cancelled\nBob,b@example.com,{}\n"
    assert read_text(tmp_path, text.format("bounced"), "customers").column("consent_email") == [False, False]
    assert "consent_email" not in read_text(tmp_path, text.format("active"), "customers").plan.columns


def test_a_time_in_utc_is_one_in_every_shop(tmp_path: Path) -> None:
    """Stripe's headings name the zone: `Created (UTC)`."""
    text = "id,Created (UTC),Amount,Currency,Status\nch_1,2026-02-03 10:11,24.00,usd,Paid\n"
    read = read_text(tmp_path, text, settings=shop("US", "America/New_York"))
    assert read.values[0]["ordered_at"].isoformat() == "2026-02-03T10:11:00+00:00"


def test_a_tills_contacts_may_be_numbers(tmp_path: Path) -> None:
    """Loyverse writes whatever the till asked for into one column: a number there is no address gone wrong."""
    text = (
        "Date,Receipt number,Receipt type,Net sales,Customer name,Customer contacts,Status\n"
        "2/28/26 5:03 PM,2-1001,Sale,12.00,Ann Bee,{},Closed\n"
    )
    numbers = read_text(tmp_path, text.format("+1 202 555 0143"))
    assert (numbers.plan.preset, numbers.faults) == ("shops-loyverse-receipts", [])
    assert numbers.column("phone") == ["+12025550143"]
    assert read_text(tmp_path, text.format("ann@example.com")).column("email") == ["ann@example.com"]


def test_a_column_may_mix_addresses_and_numbers(tmp_path: Path) -> None:
    """Each cell is read as what it is; only what is neither is told, and once."""
    cells = ("+1 202 555 0143", "bo@example.com", "nonsense")
    till = "Date,Receipt number,Receipt type,Net sales,Customer name,Customer contacts,Status\n" + "".join(
        f"2/28/26 5:03 PM,2-100{at},Sale,12.00,Ann Bee,{cell},Closed\n" for at, cell in enumerate(cells)
    )
    plain = "Name,Email or phone\n" + "".join(f"Ann {at},{cell}\n" for at, cell in enumerate(cells[:2]))
    for read, faults in ((read_text(tmp_path, till), ["nonsense"]), (read_text(tmp_path, plain, "customers"), [])):
        assert read.column("phone")[:2] == ["+12025550143", None]
        assert read.column("email")[:2] == [None, "bo@example.com"]
        assert [fault.value for fault in read.faults] == faults
        assert "phone" not in read.plan.columns, "the column is shown once, as that of the addresses"
    named = read_text(tmp_path, plain, "customers", mapping={"email": "Email or phone"})
    assert [fault.value for fault in named.faults] == ["+1 202 555 0143"], "the owner's own word counts"
