"""Further exports that are known by their headers: what each looks like, and what its first record comes to."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from reengage_desktop.domain.vocabulary import OrderStatus

AT = datetime(2026, 9, 3, 14, 14, tzinfo=UTC)

EXPORTS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "extensions-virtuemart-orders": (
        "orders",
        (
            "virtuemart_order_id;order_number;virtuemart_user_id;order_total;order_status;created_on;first_name;last_name;email\n"
            "12;X1B2;45;11.00000;X;2026-09-03 14:14:00;Ann;Bee;ann@example.com\n"
        ),
        {"order_id": "X1B2", "ordered_at": AT, "order_total": Decimal("11.00000"), "status": OrderStatus.CANCELLED},
    ),
    "extensions-cscart-orders": (
        "orders",
        (
            "Order ID;E-mail;User ID;Total;Date;Status;Payment ID;IP address;Billing: first name;Billing: last name\n"
            "97;ann@example.com;0;11.00;2026-09-03 14:14;I;1;192.0.2.1;Ann;Bee\n"
        ),
        {"order_id": "97", "ordered_at": AT, "customer_id": None, "status": OrderStatus.CANCELLED},
    ),
    "extensions-modx-orders": (
        "orders",
        (
            "id,num,user_id,createdon,status_name,cost,cart_cost,delivery_cost,address_receiver,user_email\n"
            "1,26/1,5,2026-09-03 14:14:00,Bezahlt,11.00,8.00,3.00,Ann Bee,ann@example.com\n"
        ),
        {"order_id": "26/1", "ordered_at": AT, "order_total": Decimal("11.00"), "status": OrderStatus.PAID},
    ),
    "extensions-wordpress-newsletter": (
        "customers",
        "Email,Name,Surname,Sex,Status,Date,Token\nann@example.com,Ann,Bee,f,U,2026-09-03 14:14:00,abc\n",
        {"email": "ann@example.com", "first_name": "Ann", "consent_email": False, "created_at": AT},
    ),
    "datev-debtors": (
        "customers",
        (
            '"EXTF";700;16;"Debitoren/Kreditoren";5;20260101120000000;;"RE";"";"";29098;55003;20260101;5\n'
            "Konto;Name (Adressattyp Unternehmen);Name (Adressattyp natürl. Person);"
            "Vorname (Adressattyp natürl. Person);Ort;Land;Telefon;E-Mail\n"
            "70001;Lieferant AG;;;Bonn;DE;;rechnung@example.net\n"
            "10001;;Müller;Zoë;Berlin;DE;030 123456;zoe@example.com\n"
        ),
        {
            "customer_id": "10001",
            "first_name": "Zoë",
            "last_name": "Müller",
            "email": "zoe@example.com",
            "phone": "+4930123456",
            "country": "DE",
        },
    ),
    "tills-sumup-transactions": (
        "orders",
        (
            "Email,Date,Transaction ID,Payment Method,Status,Description,Total,Fee,Payout Date\n"
            "cashier@example.com,2026-09-03 14:14,T1,POS,Paid,Mug,11.00,0.20,2026-09-05\n"
        ),
        {"order_id": "T1", "ordered_at": AT, "order_total": Decimal("11.00"), "email": None},
    ),
    "tills-lightspeed-customers": (
        "customers",
        (
            "id,customer_code,first_name,last_name,email,do_not_email,phone,mobile,customer_group_name,loyalty_balance\n"
            "x,ANN-1,Ann,Bee,ann@example.com,1,,2025550143,All,5\n"
        ),
        {"customer_id": "ANN-1", "phone": "+12025550143", "consent_email": False, "tags": ("All",)},
    ),
    "tills-lightspeed-sales": (
        "orders",
        (
            "Date,Receipt Number,Line Type,Customer Code,Customer Name,Quantity,Total,Details,Status,SKU\n"
            "2026-09-03 14:14:00,1001,Sale,ANN-1,Ann Bee,2,22.00,,Closed,\n,1001,Sale Line,,,2,22.00,Mug,,MUG\n"
            ",1001,Payment,,,,,Cash,,\n"
        ),
        {"order_id": "1001", "ordered_at": AT, "order_total": Decimal("22.00"), "status": OrderStatus.PAID},
    ),
    "tills-clover-customers": (
        "customers",
        (
            "Customer ID,First Name,Last Name,Email Address,Phone Number,Marketing Allowed\n"
            "4,Ann,Bee,ann@example.com,2025550143,false\n"
        ),
        {"customer_id": "4", "phone": "+12025550143", "consent_email": False},
    ),
    "tills-zettle-sales": (
        "orders",
        (
            "Date,Time,Receipt number,Name,Variant,Unit,Quantity,SKU,Final price,Currency\n"
            "2026-09-03,14:14,17,Mug,Blue,,2,MUG,24.00,EUR\n"
        ),
        {"order_id": "17", "ordered_at": AT, "sku": "MUG", "line_total": Decimal("24.00"), "currency": "EUR"},
    ),
    "storefronts-squarespace-profiles": (
        "customers",
        (
            "Email,First Name,Last Name,Shipping City,Shipping Country,Created On,Has Account,Accepts Marketing,"
            "Order Count,Total Spent,Last Order Date\n"
            "ann@example.com,Ann,Bee,Bonn,DE,2026-01-02,true,false,3,USD 120.00,2026-08-01\n"
        ),
        {"country": "DE", "consent_email": False, "orders_count": Decimal(3), "lifetime_value": Decimal("120.00")},
    ),
    "storefronts-wix-contacts": (
        "customers",
        (
            "First Name,Last Name,Email 1,Phone 1,Labels,Created At (UTC+0),Email Subscriber Status,"
            "SMS Subscriber Status\n"
            "Ann,Bee,ann@example.com,'+1 202-555-0143,Customers;VIP,2026-01-02 10:00,Unsubscribed,Never subscribed\n"
        ),
        {"phone": "+12025550143", "tags": ("Customers", "VIP"), "consent_email": False, "consent_sms": None},
    ),
    "storefronts-bigcommerce-orders": (
        "orders",
        (
            "Order ID,Customer ID,Customer Name,Customer Email,Order Date,Order Status,Order Total (ex tax),"
            "Order Total (inc tax),Order Currency Code,Refund Amount\n"
            "101,7,Ann Bee,ann@example.com,03/15/2026,Completed,27.00,29.00,EUR,4.00\n"
        ),
        {
            "order_id": "101",
            "ordered_at": date(2026, 3, 15),
            "order_total": Decimal("29.00"),
            "refunded_amount": Decimal("4.00"),
            "currency": "EUR",
        },
    ),
    "storefronts-bigcommerce-customers": (
        "customers",
        (
            "Customer ID,First Name,Last Name,Email,Phone,Store Credit,Customer Group,Date Joined\n"
            "7,Ann,Bee,ann@example.com,2025550143,0.00,VIP,2026-01-02\n"
        ),
        {"customer_id": "7", "tags": ("VIP",), "created_at": date(2026, 1, 2)},
    ),
    "storefronts-ebay-orders": (
        "orders",
        (
            '\n"Sales Record Number","Order Number","Buyer Username","Buyer Name","Buyer Email","Item Number",'
            '"Item Title","Quantity","Sold For","Total Price","Sale Date"\n\n"101","11-1","annb","Ann Bee",'
            '"ann@example.com","123","Mug","2","$12.00","$27.00","Sep-03-26"\n'
        ),
        {"order_id": "11-1", "ordered_at": date(2026, 9, 3), "customer_id": "annb", "order_total": Decimal("27.00")},
    ),
    "storefronts-kofi-transactions": (
        "orders",
        (
            "DateTime (UTC),From,Message,Item,Received,Given,Currency,TransactionType,TransactionId,BuyerEmail\n"
            "09/13/2026 14:14,Ann,Thanks,Mug,15,0,USD,Shop Order,T2,ann@example.com\n"
        ),
        {"order_id": "T2", "order_total": Decimal(15), "customer_name": "Ann", "email": "ann@example.com"},
    ),
    "contacts-outlook": (
        "customers",
        (
            "First Name,Last Name,E-mail Address,E-mail 2 Address,Home Phone,Business Phone,Mobile Phone,Home City,"
            "Home Country/Region,Birthday,Categories\n"
            "Ann,Bee,,ann@example.com,,,+1 202 555 0143,Bonn,Germany,1/22/1980,VIP\n"
        ),
        {
            "email": "ann@example.com",
            "phone": "+12025550143",
            "country": "DE",
            "birthday": date(1980, 1, 22),
            "tags": ("VIP",),
        },
    ),
    "contacts-salesforce": (
        "customers",
        (
            "Contact ID,First Name,Last Name,Mailing Country,Mobile,Email,Email Opt Out,Account Name,Account Owner\n"
            "003A,Ann,Bee,Germany,+1 202 555 0143,ann@example.com,1,Acme,Sam\n"
        ),
        {"customer_id": "003A", "name": None, "country": "DE", "agent": "Sam", "consent_email": False},
    ),
    "contacts-lexware": (
        "customers",
        (
            "Kundennummer;Lieferantennummer;Firmenname;Vorname;Nachname;Ort 1;Land 1;E-Mail 1;Telefon 1;Handy 1\n"
            ";70001;Lieferant AG;;;Bonn;DE;rechnung@example.net;;\n"
            "10001;;;Zoë;Müller;Berlin;DE;zoe@example.com;030 123456;0151 23456789\n"
        ),
        {"customer_id": "10001", "email": "zoe@example.com", "phone": "+4915123456789", "city": "Berlin"},
    ),
    "shops-stripe-customers": (
        "customers",
        (
            "id,Description,Email,Name,Created (UTC),Delinquent,Total Spend,Payment Count\n"
            "cus_1,,ann@example.com,Ann Bee,2026-09-03 14:14,false,129.00,3\n"
        ),
        {"customer_id": "cus_1", "name": "Ann Bee", "created_at": AT, "lifetime_value": Decimal("129.00")},
    ),
    "mailers-mailerlite": (
        "customers",
        (
            "Subscriber,Name,Last name,Status,Sent,Opens,Clicks,Subscribed,Unsubscribed\n"
            "ann@example.com,Ann,Bee,active,10,5,1,2026-01-02 10:00:00,2026-05-01 10:00:00\n"
        ),
        {"email": "ann@example.com", "first_name": "Ann", "consent_email": False},
    ),
    "mailers-constant-contact": (
        "customers",
        (
            "Email address,First name,Last name,Email permission status,Confirmed Opt-Out Date,Phone - mobile\n"
            "ann@example.com,Ann,Bee,Express,,2025550143\n"
        ),
        {"email": "ann@example.com", "consent_email": True, "phone": "+12025550143"},
    ),
    "mailers-omnisend": (
        "customers",
        (
            "email,firstName,lastName,phone,emailStatus,smsStatus,createdAt\n"
            "ann@example.com,Ann,Bee,+12025550143,unsubscribed,nonSubscribed,2026-09-03T14:14:00Z\n"
        ),
        {"consent_email": False, "consent_sms": None, "created_at": AT},
    ),
    "germany-jtl-customers": (
        "customers",
        (
            "Kundennummer;Anrede;Vorname;Nachname;Firma;PLZ;Ort;Land ISO;Tel;Mobil;eMail;Newsletter;Kundengruppe\n"
            "10001;Frau;Zoë;Müller;;10115;Berlin;DE;;0151 23456789;zoe@example.com;N;Endkunden\n"
        ),
        {"customer_id": "10001", "phone": "+4915123456789", "country": "DE", "consent_email": False},
    ),
    "germany-jtl-orders": (
        "orders",
        (
            "Auftragsnummer;Auftragsdatum;Externe Auftragsnummer;Kundennummer;Rechnungsadresse: Vorname;"
            "Rechnungsadresse: Nachname;Rechnungsadresse: eMail;Gesamtbetrag Brutto;Währung;Auftragsstatus\n"
            "AU1;15.03.2026;#7;10001;Zoë;Müller;zoe@example.com;1.119,00;EUR;Storniert\n"
        ),
        {
            "order_id": "AU1",
            "ordered_at": date(2026, 3, 15),
            "customer_name": "Zoë Müller",
            "order_total": Decimal("1119.00"),
            "status": OrderStatus.CANCELLED,
        },
    ),
    "germany-billbee-orders": (
        "orders",
        (
            "Bestellnummer;Bestelldatum;Bezahlt am;Versendet am;Status;Kundennummer;Rechnungsadresse E-Mail;Artikel;"
            "Menge;Einzelpreis;Gesamtpreis;Währung\n"
            "B-1;13.03.2026 14:14;;;Versendet;7;zoe@example.com;Tasse;2;12,50;25,00;EUR\n"
        ),
        {"order_id": "B-1", "email": "zoe@example.com", "order_total": Decimal("25.00"), "status": OrderStatus.PAID},
    ),
}

REFUSED = {
    "datev-bookings": (
        "Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;Konto;Gegenkonto (ohne BU-Schlüssel);Belegdatum\n"
        "119,00;S;10001;8400;0301\n"
    ),
    "datev-accounts": "Konto;Kontobeschriftung;SprachId\n8400;Erlöse 19 %;de-DE\n",
    "shops-stripe-balance": (
        "id,Type,Source,Amount,Fee,Net,Currency,Created (UTC)\ntxn_1,charge,ch_1,24.00,1.00,23.00,usd,2026-03-01\n"
    ),
    "shops-stripe-subscriptions": (
        "id,Customer ID,Customer Email,Plan,Quantity,Currency,Interval,Amount,Status,Created (UTC)\n"
        "sub_1,cus_1,ann@example.com,plan_A,1,usd,month,10.00,active,2026-01-02 10:11\n"
    ),
    "shops-stripe-payouts": "id,Amount,Arrival Date (UTC),Destination\npo_1,24.00,2026-03-01,ba_1\n",
    "shopify-inventory": "Handle,Title,SKU,Location,Available,On hand\nmug,Mug,MUG,Shop,5,5\n",
    "shopify-discounts": "Name,Value,Value Type,Discount Class,Status\nFALL5,-5.0,fixed_amount,order,Active\n",
    "shopify-abandoned-checkouts": (
        "Id,Email,Name,Created at,Total,Recovery Status\n1,ann@example.com,#C1,2026-03-01,2,Not Recovered\n"
    ),
    "shopify-gift-cards": "Id,Last Characters,Customer Name,Expires On,Initial Balance\n1,abcd,Ann,,10.00\n",
}
