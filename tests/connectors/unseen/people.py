"""What shops, tills and salons export of their customers."""

from tests.connectors.unseen.case import Case

CASES = (
    Case(
        "jtl-shop",
        "customers",
        (
            "cPasswort;cAnrede;cTitel;cVorname;cNachname;cFirma;cStrasse;cHausnummer;cAdressZusatz;cPLZ;cOrt;"
            "cBundesland;cLand;cTel;cMobil;cFax;cMail;cUSTID;cWWW;fGuthaben;cNewsletter;dGeburtstag;fRabatt;"
            "cHerkunft;dErstellt;cAktiv;cKundenNr\n"
            "x;w;;Zoë;Müller;;Weg;1;;24103;Kiel;;DE;;"
            "0151 23456789;;zoe@example.com;;;0.00;Y;1990-04-17;0;;2025-02-13;Y;10001\n"
            "x;m;;Bo;Cee;;;;;;;;DE;;;;bo@example.com;;;0.00;N;;0;;2025-02-13;Y;10002\n"
        ),
        country="DE",
        values={
            "customer_id": ["10001", "10002"],
            "first_name": ["Zoë", "Bo"],
            "last_name": ["Müller", "Cee"],
            "email": ["zoe@example.com", "bo@example.com"],
            "phone": ["+4915123456789", None],
            "consent_email": [True, False],
            "birthday": ["1990-04-17", None],
            "country": ["DE", "DE"],
            "created_at": ["2025-02-13", "2025-02-13"],
            "postcode": ["24103", None],
        },
    ),
    Case(
        "plenty-customers",
        "customers",
        (
            "CustomerID;CustomerNo;Company;FirstName;LastName;Street;HouseNo;ZIP;City;CountryISO;Email;Telephone;"
            "Mobile;Newsletter;Birthday;CustomerClass;FirstContact\n"
            "101;K101;;Zoë;Müller;Weg;1;24103;Kiel;DE;"
            "zoe@example.com;;0151 23456789;1;1990-04-17;1;2025-02-13\n"
        ),
        country="DE",
        values={
            "customer_id": ["101"],
            "first_name": ["Zoë"],
            "last_name": ["Müller"],
            "email": ["zoe@example.com"],
            "phone": ["+4915123456789"],
            "consent_email": [True],
            "birthday": ["1990-04-17"],
            "country": ["DE"],
        },
    ),
    Case(
        "jtl-tutorial",
        "customers",
        (
            "Name;Vorname;Straße;PLZ;Ort;Land;E-Mail;"
            "Kundengruppe\n"
            "Müller;Franz;Mühlenstraße 12;10119;Berlin;DE;"
            "fm@example.com;Endkunden\n"
        ),
        country="DE",
        encoding="cp1252",
        values={
            "last_name": ["Müller"],
            "first_name": ["Franz"],
            "email": ["fm@example.com"],
            "country": ["DE"],
            "tags": ["Endkunden"],
        },
    ),
    Case(
        "magento1-dataflow",
        "customers",
        (
            "website,email,group_id,disable_auto_group_change,prefix,firstname,middlename,lastname,suffix,"
            "password_hash,billing_firstname,billing_lastname,billing_street_full,billing_city,billing_country,"
            "billing_telephone,billing_postcode,created_in,is_subscribed,group\n"
            "base,ann@example.com,General,0,,Ann,,Bee,,abc:1,Ann,Bee,1 Main St,Boston,US,202-555-0143,02138,"
            "Default,1,General\n"
            "base,bo@example.com,General,0,,Bo,,Cee,,abc:1,Bo,Cee,,,US,,,Default,0,General\n"
        ),
        preset="shops-magento-customers",
        values={
            "email": ["ann@example.com", "bo@example.com"],
            "first_name": ["Ann", "Bo"],
            "last_name": ["Bee", "Cee"],
            "phone": ["+12025550143", None],
            "consent_email": [True, False],
            "country": ["US", "US"],
            "tags": ["General", "General"],
        },
    ),
    Case(
        "prestashop-customers-fr",
        "customers",
        (
            "ID;Titre;Prénom;Nom;Adresse e-mail;Ventes;Activé;"
            "Newsletter;Offres partenaires;Inscription;"
            "Dernière visite\n"
            "3;Mme;Zoé;Dupré;zoe@example.com;45,90 €;1;1;0;"
            "2025-02-13 10:11:12;2025-03-01 10:11:12\n"
            "4;M.;Léo;Petit;leo@example.com;--;1;0;0;"
            "2025-02-13 10:11:12;--\n"
        ),
        country="FR",
        preset="prestashop-customer-list",
        values={
            "customer_id": ["3", "4"],
            "first_name": ["Zoé", "Léo"],
            "last_name": ["Dupré", "Petit"],
            "email": ["zoe@example.com", "leo@example.com"],
            "lifetime_value": ["45.9", None],
            "consent_email": [True, False],
            "created_at": ["2025-02-13T10:11:12Z", "2025-02-13T10:11:12Z"],
        },
    ),
    Case(
        "prestashop-customers-pl",
        "customers",
        (
            "ID;Tytuł;Imię;Nazwisko;Adres e-mail;Sprzedaż;"
            "Włączone;Newsletter;Oferty partnerów;Rejestracja;"
            "Ostatnia wizyta\n"
            "3;Pani;Anna;Nowak;anna@example.com;45,90 zł;1;1;0;"
            "2025-02-13 10:11:12;2025-03-01 10:11:12\n"
        ),
        country="PL",
        preset="prestashop-customer-list",
        values={
            "customer_id": ["3"],
            "first_name": ["Anna"],
            "last_name": ["Nowak"],
            "email": ["anna@example.com"],
            "consent_email": [True],
            "created_at": ["2025-02-13T10:11:12Z"],
            "lifetime_value": ["45.9"],
        },
    ),
    Case(
        "oxid-users",
        "customers",
        (
            "OXID;OXCUSTNR;OXUSERNAME;OXFNAME;OXLNAME;OXSTREET;OXSTREETNR;OXZIP;OXCITY;OXCOUNTRYID;OXFON;"
            "OXMOBFON;OXBIRTHDATE;OXCREATE;OXPASSWORD\n"
            "a1b2;1001;zoe@example.com;Zoë;Müller;Weg;1;24103;"
            "Kiel;a7c40f631fc920687.20179984;;0151 23456789;1990-04-17;2025-02-13 10:11:12;x\n"
        ),
        country="DE",
        preset="osc-oxid-users",
        values={
            "customer_id": ["1001"],
            "email": ["zoe@example.com"],
            "first_name": ["Zoë"],
            "last_name": ["Müller"],
            "phone": ["+4915123456789"],
            "birthday": ["1990-04-17"],
            "created_at": ["2025-02-13T10:11:12Z"],
        },
    ),
    Case(
        "gambio-customers",
        "customers",
        (
            "customers_id;customers_cid;customers_gender;customers_firstname;customers_lastname;customers_dob;"
            "customers_email_address;customers_telephone;customers_newsletter;customers_status;"
            "customers_date_added\n"
            "12;K12;f;Zoë;Müller;1990-04-17 00:00:00;"
            "zoe@example.com;030 123456;1;2;2025-02-13 10:11:12\n"
        ),
        country="DE",
        preset="osc-osc-customers",
        values={
            "customer_id": ["12"],
            "first_name": ["Zoë"],
            "last_name": ["Müller"],
            "email": ["zoe@example.com"],
            "phone": ["+4930123456"],
            "consent_email": [True],
            "birthday": ["1990-04-17"],
            "created_at": ["2025-02-13T10:11:12Z"],
        },
    ),
    Case(
        "opencart-customers",
        "customers",
        (
            "Customer Name,E-Mail,Customer Group,Status,IP,Date Added,Newsletter\n"
            "Ann Bee,ann@example.com,Default,Enabled,192.0.2.1,13/02/2025,Enabled\n"
            "Bo Cee,bo@example.com,Default,Enabled,192.0.2.1,14/02/2025,Disabled\n"
        ),
        values={
            "name": ["Ann Bee", "Bo Cee"],
            "email": ["ann@example.com", "bo@example.com"],
            "consent_email": [True, False],
            "created_at": ["2025-02-13", "2025-02-14"],
            "tags": ["Default", "Default"],
        },
    ),
    Case(
        "woo-analytics-customers-de",
        "customers",
        (
            "Name,Benutzername,Zuletzt aktiv,Registrieren,E-Mail-Adresse,Bestellungen,Gesamtausgaben,"
            "Durchschnittlicher Bestellwert,Land/Region,Stadt,Region,PLZ\n"
            "Zoë Müller,zoe,2025-03-01 10:11:12,"
            "2025-02-13 10:11:12,zoe@example.com,3,120.50,40.17,DE,Kiel,SH,24103\n"
        ),
        country="DE",
        preset="woocommerce-customers",
        values={
            "customer_id": ["zoe"],
            "name": ["Zoë Müller"],
            "email": ["zoe@example.com"],
            "orders_count": ["3"],
            "lifetime_value": ["120.5"],
            "country": ["DE"],
            "created_at": ["2025-02-13T10:11:12Z"],
        },
    ),
    Case(
        "fresha-clients",
        "customers",
        (
            "Client ID,First name,Last name,Full name,Blocked,Block reason,Gender,Mobile number,Telephone,Email,"
            "Accepts marketing,Accepts SMS marketing,Address,Apartment suite,Area,City,State,Post code,"
            "Date of birth,Added,Note,Referral source\n"
            "1001,Ann,Bee,Ann Bee,No,,Female,+1 2025550143,,ann@example.com,Yes,No,,,,,,,1990-05-02,2025-02-13,,"
            "Walk-In\n"
            "1002,Bo,Cee,Bo Cee,Yes,Rude,,,,bo@example.com,No,No,,,,,,,,2025-02-13,,Online\n"
        ),
        preset="appointments-fresha-clients",
        values={
            "customer_id": ["1001", "1002"],
            "first_name": ["Ann", "Bo"],
            "last_name": ["Bee", "Cee"],
            "name": ["Ann Bee", "Bo Cee"],
            "email": ["ann@example.com", "bo@example.com"],
            "phone": ["+12025550143", None],
            "consent_email": [True, False],
            "consent_sms": [False, False],
            "birthday": ["1990-05-02", None],
            "created_at": ["2025-02-13", "2025-02-13"],
        },
    ),
    Case(
        "treatwell-de",
        "customers",
        (
            "Vorname;Nachname;Telefon;E-Mail;Geburtstag;Letzter Termin;Anzahl Termine;Gesamtumsatz;Newsletter;"
            "SMS-Marketing\n"
            "Zoë;Müller;0151 23456789;zoe@example.com;17.04.1990;"
            "01.03.2025;4;180,00 €;Ja;Nein\n"
        ),
        country="DE",
        values={
            "first_name": ["Zoë"],
            "last_name": ["Müller"],
            "phone": ["+4915123456789"],
            "email": ["zoe@example.com"],
            "birthday": ["1990-04-17"],
            "last_order_at": ["2025-03-01"],
            "orders_count": ["4"],
            "lifetime_value": ["180"],
            "consent_email": [True],
            "consent_sms": [False],
        },
    ),
    Case(
        "sevdesk",
        "customers",
        (
            "Kunden-Nr.;Anrede;Titel;Nachname;Vorname;Organisation;Strasse;PLZ;Ort;Land;Telefon;E-Mail;Kategorie;"
            "Geburtstag\n"
            "1001;Frau;;Müller;Zoë;;Weg 1;24103;Kiel;Deutschland;"
            "0151 23456789;zoe@example.com;Kunde;17.04.1990\n"
        ),
        country="DE",
        values={
            "customer_id": ["1001"],
            "first_name": ["Zoë"],
            "last_name": ["Müller"],
            "phone": ["+4915123456789"],
            "email": ["zoe@example.com"],
            "country": ["DE"],
            "birthday": ["1990-04-17"],
        },
    ),
    Case(
        "xero-contacts",
        "customers",
        (
            "*ContactName,AccountNumber,EmailAddress,FirstName,LastName,POAttentionTo,POAddressLine1,POCity,"
            "PORegion,POPostalCode,POCountry,SAAttentionTo,PhoneNumber,FaxNumber,MobileNumber,DDINumber,"
            "SkypeName,BankAccountName\n"
            "Ann Bee Ltd,A1,ann@example.com,Ann,Bee,,1 Main St,Boston,MA,02138,United States,,,,+12025550143,,,\n"
        ),
        values={
            "customer_id": ["A1"],
            "name": ["Ann Bee Ltd"],
            "first_name": ["Ann"],
            "last_name": ["Bee"],
            "email": ["ann@example.com"],
            "phone": ["+12025550143"],
            "country": ["US"],
        },
    ),
    Case(
        "quickbooks-customers",
        "customers",
        (
            "Customer,Company,Phone,Email,Street Address,City,State,Country,ZIP,Customer type,Open balance\n"
            "Ann Bee,,(202) 555-0143,ann@example.com,1 Main St,Boston,MA,USA,02138,Retail,$24.00\n"
        ),
        values={
            "name": ["Ann Bee"],
            "phone": ["+12025550143"],
            "email": ["ann@example.com"],
            "country": ["US"],
        },
    ),
    Case(
        "odoo-contacts",
        "customers",
        (
            "Display Name,Phone,Email,Salesperson,Activities,City,Country,Company\n"
            "Ann Bee,+1 202-555-0143,ann@example.com,Sam,,Boston,United States,My Shop\n"
        ),
        values={
            "name": ["Ann Bee"],
            "phone": ["+12025550143"],
            "email": ["ann@example.com"],
            "country": ["US"],
            "agent": ["Sam"],
        },
    ),
    Case(
        "smile-loyalty",
        "customers",
        (
            "Email,First Name,Last Name,Points Balance,Points Earned,VIP Tier,State,Date of Birth,Joined\n"
            "ann@example.com,Ann,Bee,120,300,Gold,member,1990-05-02,2025-02-13\n"
        ),
        values={
            "email": ["ann@example.com"],
            "first_name": ["Ann"],
            "last_name": ["Bee"],
            "birthday": ["1990-05-02"],
            "created_at": ["2025-02-13"],
        },
    ),
    Case(
        "toast-guests",
        "customers",
        (
            "First Name,Last Name,Email,Phone,Last Visit Date,First Visit Date,Lifetime Visits,Lifetime Spend,"
            "Email Opt In,SMS Opt In\n"
            "Ann,Bee,ann@example.com,2025550143,11/13/2025,02/13/2025,4,$120.50,TRUE,FALSE\n"
        ),
        values={
            "first_name": ["Ann"],
            "last_name": ["Bee"],
            "email": ["ann@example.com"],
            "phone": ["+12025550143"],
            "last_order_at": ["2025-11-13"],
            "created_at": ["2025-02-13"],
            "orders_count": ["4"],
            "lifetime_value": ["120.5"],
            "consent_email": [True],
            "consent_sms": [False],
        },
    ),
    Case(
        "colorme-customers",
        "customers",
        (
            "顧客ID,名前,フリガナ,性別,生年月日,郵便番号,都道府県,住所,メールアドレス,電話番号,メルマガ\n"
            "1,田中 花子,タナカ ハナコ,女性,1990/05/02,1000001,東京都,千代田区1-1,"
            "hanako@example.com,03-1234-5678,受け取る\n"
            "2,佐藤 次郎,サトウ ジロウ,男性,,,,,jiro@example.com,,受け取らない\n"
        ),
        country="JP",
        encoding="cp932",
        values={
            "customer_id": ["1", "2"],
            "name": ["田中 花子", "佐藤 次郎"],
            "email": ["hanako@example.com", "jiro@example.com"],
            "phone": ["+81312345678", None],
            "birthday": ["1990-05-02", None],
            "consent_email": [True, False],
        },
    ),
    Case(
        "plain-contact",
        "customers",
        ("Contact,City\nann@example.com,Boston\nbo@example.com,Salem\n"),
        values={
            "email": ["ann@example.com", "bo@example.com"],
        },
    ),
    Case(
        "plain-contact-names",
        "customers",
        ("Contact,Email\nAnn Bee,ann@example.com\n"),
        values={
            "name": ["Ann Bee"],
            "email": ["ann@example.com"],
        },
    ),
    Case(
        "plain-contact-phones",
        "customers",
        ("Contact,Town\n202-555-0143,Boston\n202-555-0144,Salem\n"),
        values={
            "phone": ["+12025550143", "+12025550144"],
        },
    ),
)
