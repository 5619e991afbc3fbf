"""What shops export of their orders, in German."""

from tests.connectors.unseen.case import Case

CASES = (
    Case(
        "advanced-order-export-de",
        "orders",
        (
            "Bestellnummer;Bestellstatus;Bestelldatum;"
            "Kundenanmerkung;Vorname (Rechnungsadresse);"
            "Nachname (Rechnungsadresse);"
            "Firma (Rechnungsadresse);"
            "Adresse 1&2 (Rechnungsadresse);"
            "Stadt (Rechnungsadresse);"
            "Postleitzahl (Rechnungsadresse);"
            "Ländercode (Rechnungsadresse);"
            "E-Mail (Rechnungsadresse);"
            "Telefon (Rechnungsadresse);Vorname (Lieferadresse);"
            "Nachname (Lieferadresse);Titel der Zahlungsmethode;"
            "Warenkorbrabattbetrag;Bestellzwischensumme;"
            "Titel der Versandmethode;Bestellversandbetrag;"
            "Bestellrückerstattungsbetrag;Bestellgesamtbetrag;"
            "Bestellgesamtsteuerbetrag;Artikelnummer;Position #;"
            "Artikelname;Menge (- Rückerstattung);Artikelkosten;"
            "Gutscheincode;Rabattbetrag\n"
            "77;Abgeschlossen;2025-02-03 10:11;;Zoë;Müller;;"
            "Weg 1;Kiel;24103;DE;zoe@example.com;0151 23456789;"
            "Zoë;Müller;PayPal;0;40;Paket;4.9;0;44.9;7;V-1;1;"
            "Vase;2;20;;0\n"
            "78;Rückerstattet;2025-02-04 10:11;;Bo;Cee;;;;;DE;"
            "bo@example.com;;;;PayPal;0;20;Paket;0;20;20;0;V-1;1;Vase;1;20;;0\n"
        ),
        country="DE",
        values={
            "order_id": ["77", "78"],
            "status": ["paid", "refunded"],
            "ordered_at": ["2025-02-03T10:11:00Z", "2025-02-04T10:11:00Z"],
            "customer_name": ["Zoë Müller", "Bo Cee"],
            "email": ["zoe@example.com", "bo@example.com"],
            "phone": ["+4915123456789", None],
            "refunded_amount": ["0", "20"],
            "order_total": ["44.9", "20"],
            "product_name": ["Vase", "Vase"],
            "quantity": ["2", "1"],
            "unit_price": ["20", "20"],
            "product_id": ["V-1", "V-1"],
        },
    ),
    Case(
        "odoo-de",
        "orders",
        (
            "Bestellreferenz;Erstellungsdatum;Kunde;Vertriebsmitarbeiter;Unternehmen;Gesamt;Status\n"
            "S00021;2025-02-03 10:11:12;Ann Bee;Sam;Laden;24,00;Verkaufsauftrag\n"
            "S00022;2025-02-04 10:11:12;Bo Cee;Sam;Laden;12,00;Angebot\n"
        ),
        country="DE",
        preset="erp-odoo-orders-list",
        values={
            "order_id": ["S00021", "S00022"],
            "ordered_at": ["2025-02-03T10:11:12Z", "2025-02-04T10:11:12Z"],
            "customer_name": ["Ann Bee", "Bo Cee"],
            "order_total": ["24", "12"],
            "status": ["paid", "draft"],
        },
    ),
    Case(
        "shopware5-orders",
        "orders",
        (
            "orderId;number;customerId;orderStatusId;orderStatus;paymentStatusId;paymentStatus;invoiceAmount;"
            "invoiceAmountNet;invoiceShipping;orderTime;currency;email;billingFirstName;billingLastName;"
            "billingPhone;billingCountry;articleNumber;articleName;quantity;price\n"
            "57;20001;1;2;Komplett abgeschlossen;12;"
            "Komplett bezahlt;44.9;37.73;4.9;2025-02-03 10:11:12;"
            "EUR;zoe@example.com;Zoë;Müller;0151 23456789;"
            "Deutschland;SW10001;Vase;2;20\n"
            "58;20002;2;4;Storniert / Abgelehnt;35;Vorgang wurde abgebrochen;20;16.81;0;2025-02-04 10:11:12;EUR;"
            "bo@example.com;Bo;Cee;;Deutschland;SW10001;Vase;1;20\n"
        ),
        country="DE",
        preset="osc-shopware5-orders",
        values={
            "order_id": ["20001", "20002"],
            "ordered_at": ["2025-02-03T10:11:12Z", "2025-02-04T10:11:12Z"],
            "status": ["paid", "cancelled"],
            "customer_id": ["1", "2"],
            "customer_name": ["Zoë Müller", "Bo Cee"],
            "email": ["zoe@example.com", "bo@example.com"],
            "phone": ["+4915123456789", None],
            "order_total": ["44.9", "20"],
            "currency": ["EUR", "EUR"],
            "product_id": ["SW10001", "SW10001"],
            "product_name": ["Vase", "Vase"],
            "quantity": ["2", "1"],
            "unit_price": ["20", "20"],
        },
    ),
    Case(
        "gambio-orders",
        "orders",
        (
            "orders_id;customers_id;customers_name;customers_email_address;customers_telephone;date_purchased;"
            "orders_status_name;currency;order_total;products_model;products_name;products_quantity;"
            "products_price\n"
            "401;12;Zoë Müller;zoe@example.com;030 123456;"
            "2025-02-03 10:11:12;Versendet;EUR;44.9000;V1;Vase;2;20.0000\n"
            "402;13;Bo Cee;bo@example.com;;2025-02-04 10:11:12;Storniert;EUR;20.0000;V1;Vase;1;20.0000\n"
        ),
        country="DE",
        preset="osc-osc-orders",
        values={
            "order_id": ["401", "402"],
            "ordered_at": ["2025-02-03T10:11:12Z", "2025-02-04T10:11:12Z"],
            "customer_id": ["12", "13"],
            "customer_name": ["Zoë Müller", "Bo Cee"],
            "email": ["zoe@example.com", "bo@example.com"],
            "phone": ["+4930123456", None],
            "status": ["paid", "cancelled"],
            "currency": ["EUR", "EUR"],
            "order_total": ["44.9", "20"],
            "product_name": ["Vase", "Vase"],
            "quantity": ["2", "1"],
            "unit_price": ["20", "20"],
            "product_id": ["V1", "V1"],
        },
    ),
    Case(
        "oxid-orders",
        "orders",
        (
            "OXORDERNR;OXORDERDATE;OXUSERID;OXBILLEMAIL;OXBILLFNAME;OXBILLLNAME;OXBILLFON;OXTOTALORDERSUM;"
            "OXCURRENCY;OXPAID;OXSENDDATE;OXSTORNO;OXTRANSSTATUS\n"
            "1001;2025-02-03 10:11:12;a1b2;zoe@example.com;Zoë;"
            "Müller;0151 23456789;44.9;EUR;2025-02-03 10:12:00;"
            "2025-02-04 08:00:00;0;OK\n"
            "1002;2025-02-04 10:11:12;a1b3;bo@example.com;Bo;Cee;;20;EUR;0000-00-00 00:00:00;0000-00-00 00:00:00;"
            "1;OK\n"
        ),
        country="DE",
        preset="osc-oxid-orders",
        values={
            "order_id": ["1001", "1002"],
            "ordered_at": ["2025-02-03T10:11:12Z", "2025-02-04T10:11:12Z"],
            "customer_id": ["a1b2", "a1b3"],
            "customer_name": ["Zoë Müller", "Bo Cee"],
            "email": ["zoe@example.com", "bo@example.com"],
            "phone": ["+4915123456789", None],
            "order_total": ["44.9", "20"],
            "currency": ["EUR", "EUR"],
            "status": ["paid", "cancelled"],
        },
    ),
    Case(
        "jtl-auftraege",
        "orders",
        (
            "Auftragsnummer;Auftragsdatum;Kundennummer;Vorname;"
            "Name;E-Mail;Telefon;Artikelnummer;Artikelname;Menge;"
            "VK Brutto;Gesamtbetrag Brutto;Währung;"
            "Auftragsstatus\n"
            "AU-1;13.02.2025;K1;Zoë;Müller;zoe@example.com;;V1;"
            "Vase;2;20,00;44,90;EUR;Versendet\n"
            "AU-1;13.02.2025;K1;Zoë;Müller;zoe@example.com;;;"
            "Versand;1;4,90;44,90;EUR;Versendet\n"
        ),
        country="DE",
        values={
            "order_id": ["AU-1", "AU-1"],
            "ordered_at": ["2025-02-13", "2025-02-13"],
            "customer_id": ["K1", "K1"],
            "customer_name": ["Zoë Müller", "Zoë Müller"],
            "email": ["zoe@example.com", "zoe@example.com"],
            "product_id": ["V1", None],
            "product_name": ["Vase", "Versand"],
            "quantity": ["2", "1"],
            "unit_price": ["20", "4.9"],
            "order_total": ["44.9", "44.9"],
            "currency": ["EUR", "EUR"],
            "status": ["paid", "paid"],
        },
    ),
    Case(
        "plenty-orders",
        "orders",
        (
            "OrderID;OrderDate;CustomerID;CustomerEmail;BillingFirstName;BillingLastName;OrderStatus;"
            "TotalInvoice;TotalCurrency;ItemID;ItemName;Quantity;Price\n"
            "501;2025-02-13 10:11:12;101;zoe@example.com;Zoë;"
            "Müller;7;44,90;EUR;V1;Vase;2;20,00\n"
        ),
        country="DE",
        values={
            "order_id": ["501"],
            "ordered_at": ["2025-02-13T10:11:12Z"],
            "customer_id": ["101"],
            "email": ["zoe@example.com"],
            "customer_name": ["Zoë Müller"],
            "order_total": ["44.9"],
            "currency": ["EUR"],
            "product_id": ["V1"],
            "product_name": ["Vase"],
            "quantity": ["2"],
            "unit_price": ["20"],
            "status": ["unknown"],
        },
    ),
    Case(
        "prestashop-orders-de",
        "orders",
        (
            "ID;Bestellnr.;Neuer Kunde;Lieferung;Kunde;Gesamt;Zahlung;Status;Datum\n"
            "5;KHWLILZLL;1;Deutschland;Z. Müller;45,90 €;Karte;"
            "Zahlung eingegangen;13.02.2025 10:11:12\n"
        ),
        country="DE",
        preset="prestashop-orders",
        values={
            "order_id": ["KHWLILZLL"],
            "ordered_at": ["2025-02-13T10:11:12Z"],
            "customer_name": ["Z. Müller"],
            "order_total": ["45.9"],
            "status": ["paid"],
            "currency": ["EUR"],
        },
    ),
    Case(
        "ebay-de",
        "orders",
        (
            "Verkaufsprotokollnummer;Bestellnummer;"
            "Nutzername des Käufers;Name des Käufers;"
            "E-Mail des Käufers;Anmerkung des Käufers;"
            "Versand nach;Land des Käufers;Artikelnummer;"
            "Angebotstitel;Bestandseinheit;Anzahl;Verkauft für;"
            "Verpackung und Versand;Gesamtpreis;Zahlungsmethode;Verkauft am;Bezahlt am;Versanddatum\n"
            "101;12-1-1;zoe_m;Zoë Müller;zoe@example.com;;"
            "Zoë Müller;Deutschland;2300001;Vase;V1;2;EUR 20,00;"
            "EUR 4,90;EUR 44,90;PayPal;03-Feb-25;03-Feb-25;04-Feb-25\n"
        ),
        country="DE",
        preset="storefronts-ebay-orders",
        values={
            "order_id": ["12-1-1"],
            "ordered_at": ["2025-02-03"],
            "customer_id": ["zoe_m"],
            "customer_name": ["Zoë Müller"],
            "email": ["zoe@example.com"],
            "order_total": ["44.9"],
            "currency": ["EUR"],
            "product_id": ["2300001"],
            "product_name": ["Vase"],
            "sku": ["V1"],
            "quantity": ["2"],
        },
    ),
    Case(
        "amazon-orders-tsv",
        "orders",
        (
            "order-id\torder-item-id\tpurchase-date\tpayments-date\tbuyer-email\tbuyer-name\tbuyer-phone-number\tsku\t"
            "product-name\tquantity-purchased\tcurrency\titem-price\titem-tax\tshipping-price\trecipient-name\t"
            "ship-country\n"
            "302-1\t1\t2025-02-03T10:11:12+00:00\t"
            "2025-02-03T10:11:12+00:00\t"
            "x1y2@marketplace.amazon.example.com\tZoë M.\t\tV1\tVase\t"
            "2\tEUR\t40.00\t0\t4.90\tZoë Müller\tDE\n"
        ),
        country="DE",
        file_name="orders.txt",
        preset="storefronts-amazon-orders",
        values={
            "order_id": ["302-1"],
            "ordered_at": ["2025-02-03T10:11:12Z"],
            "email": ["x1y2@marketplace.amazon.example.com"],
            "customer_name": ["Zoë M."],
            "sku": ["V1"],
            "product_name": ["Vase"],
            "quantity": ["2"],
            "currency": ["EUR"],
            "line_total": ["40"],
        },
    ),
    Case(
        "salon-de",
        "orders",
        (
            "Datum;Uhrzeit;Kunde;Telefon;Behandlung;Mitarbeiter;Preis;Status\n"
            "13.02.2025;10:00;Zoë Müller;0151 23456789;"
            "Haarschnitt;Sam;45,00 €;Abgeschlossen\n"
            "14.02.2025;11:00;Bo Cee;;Farbe;Sam;80,00 €;"
            "Storniert\n"
        ),
        country="DE",
        values={
            "ordered_at": ["2025-02-13T10:00:00Z", "2025-02-14T11:00:00Z"],
            "customer_name": ["Zoë Müller", "Bo Cee"],
            "phone": ["+4915123456789", None],
            "product_name": ["Haarschnitt", "Farbe"],
            "unit_price": ["45", "80"],
            "status": ["paid", "cancelled"],
            "currency": ["EUR", "EUR"],
        },
    ),
    Case(
        "paypal-de-2025",
        "orders",
        (
            '"Datum","Uhrzeit","Zeitzone","Name","Typ","Status",'
            '"Währung","Brutto","Entgelt","Netto",'
            '"Absender E-Mail-Adresse",'
            '"Empfänger E-Mail-Adresse"\n'
            '"13.02.2025","10:11:12","CET","Zoë Müller",'
            '"Zahlung","Abgeschlossen","EUR","44,90","-1,00","43,90","zoe@example.com","shop@example.com"\n'
        ),
        country="DE",
        refused="PayPal",
    ),
    Case(
        "sumup-items-de",
        "orders",
        (
            "Datum,Transaktions-ID,Zahlungsart,Anzahl,"
            "Beschreibung,Währung,Preis (brutto),Preis (netto),"
            "Steuer,Konto\n"
            '13.02.2025 10:11,T1,Karte,2,Tasse,EUR,"24,00","20,17","3,83",kasse@example.com\n'
        ),
        country="DE",
        preset="tills-sumup-transactions",
        values={
            "order_id": ["T1"],
            "ordered_at": ["2025-02-13T10:11:00Z"],
            "currency": ["EUR"],
            "product_name": ["Tasse"],
            "quantity": ["2"],
            "line_total": ["24"],
        },
    ),
    Case(
        "zettle-de",
        "orders",
        (
            "Datum;Uhrzeit;Belegnummer;Name;Variante;Einheit;Anzahl;Preis;Rabatt;Endpreis;USt.;Mitarbeiter\n"
            "13.02.2025;10:11;501;Tasse;;;2;12,00;0;24,00;3,83;Sam\n"
            "13.02.2025;10:11;501;Teller;;;1;20,00;0;20,00;3,19;Sam\n"
        ),
        country="DE",
        preset="tills-zettle-sales",
        values={
            "order_id": ["501", "501"],
            "ordered_at": ["2025-02-13T10:11:00Z", "2025-02-13T10:11:00Z"],
            "product_name": ["Tasse", "Teller"],
            "quantity": ["2", "1"],
            "line_total": ["24", "20"],
        },
    ),
    Case(
        "gutscheine-de",
        "orders",
        ("Gutscheincode;Ausstellungsdatum;Wert;Restguthaben;Kunde\nAB12;13.02.2025;50,00;20,00;Zoë Müller\n"),
        country="DE",
        refused="gift cards",
    ),
    Case(
        "newsletter-stats",
        "customers",
        ("Kampagne;Versanddatum;Empfänger;Öffnungsrate;Klickrate\nOstern;13.02.2025;1000;40 %;5 %\n"),
        country="DE",
        refused="mailings",
    ),
    Case(
        "bank-statement-de",
        "orders",
        (
            "Buchungstag;Valutadatum;Auftraggeber/Empfänger;"
            "Verwendungszweck;Betrag;Währung;Saldo\n"
            "13.02.2025;13.02.2025;Zoë Müller;Rechnung 1;44,90;"
            "EUR;1044,90\n"
        ),
        country="DE",
        refused="statement",
    ),
)
