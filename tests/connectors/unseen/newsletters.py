"""What newsletter and contact tools export: each keeps its refusals elsewhere."""

from tests.connectors.unseen.case import Case

CASES = (
    Case(
        "mailchimp-subscribed",
        "customers",
        (
            "Email Address,First Name,Last Name,Address,Phone Number,Birthday,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,"
            "CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,"
            "NOTES,TAGS\n"
            'ann@example.com,Ann,Bee,,(202) 555-0143,04/17,2,,,"2025-03-04 10:11:12",192.0.2.1,40.7,-74.0,-5,-4,'
            'America/New_York,US,NY,"2025-03-04 10:11:12",111,aa11,,"""VIP"",""Blog"""\n'
            'bo@example.com,Bo,,,,,3,"2025-03-05 00:00:00",,,,,,,,,,,"2025-03-05 10:11:12",112,aa12,,\n'
        ),
        preset="mailchimp-audience",
        values={
            "first_name": ["Ann", "Bo"],
            "last_name": ["Bee", None],
            "email": ["ann@example.com", "bo@example.com"],
            "phone": ["+12025550143", None],
            "consent_email": [True, True],
            "created_at": ["2025-03-04T10:11:12Z", "2025-03-05T00:00:00Z"],
            "country": ["US", None],
            "tags": ["VIP|Blog", None],
        },
    ),
    Case(
        "mailchimp-unsub-de",
        "customers",
        (
            "E-Mail-Adresse,Vorname,Nachname,Telefon,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,"
            "LAST_CHANGED,LEID,EUID,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,"
            "UNSUB_REASON_OTHER\n"
            'ann@example.com,Ann,Bee,,2,"2024-03-04 10:11:12",,"2024-03-04 10:11:12",,"2025-03-04 10:11:12",1,a,'
            '"2025-03-04 10:11:12",Ostern,c1,"NORMAL",\n'
        ),
        country="DE",
        preset="mailchimp-audience",
        values={
            "first_name": ["Ann"],
            "last_name": ["Bee"],
            "email": ["ann@example.com"],
            "consent_email": [False],
            "created_at": ["2024-03-04T10:11:12Z"],
        },
    ),
    Case(
        "mailchimp-cleaned-fr",
        "customers",
        (
            "Adresse e-mail,Prénom,Nom,MEMBER_RATING,OPTIN_TIME,"
            "CONFIRM_TIME,LAST_CHANGED,LEID,EUID,CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,CLEAN_CAMPAIGN_ID\n"
            'ann@example.com,Ann,Bee,2,"2024-03-04 10:11:12",'
            '"2024-03-04 10:11:12","2025-03-04 10:11:12",1,a,'
            '"2025-03-04 10:11:12",Noël,c1\n'
        ),
        country="FR",
        preset="mailchimp-audience",
        values={
            "first_name": ["Ann"],
            "last_name": ["Bee"],
            "email": ["ann@example.com"],
            "consent_email": [False],
            "created_at": ["2024-03-04T10:11:12Z"],
        },
    ),
    Case(
        "sendinblue-fr",
        "customers",
        (
            "EMAIL;PRENOM;NOM;SMS;BLACKLISTED;DATE_AJOUT\n"
            "ann@example.com;Ann;Bée;33612345678;0;13-03-2025\n"
            "bo@example.com;Bo;Cé;;1;14-03-2025\n"
        ),
        country="FR",
        values={
            "email": ["ann@example.com", "bo@example.com"],
            "first_name": ["Ann", "Bo"],
            "last_name": ["Bée", "Cé"],
            "phone": ["+33612345678", None],
            "consent_email": [None, False],
            "created_at": ["2025-03-13", "2025-03-14"],
        },
    ),
    Case(
        "brevo-2024",
        "customers",
        (
            "CONTACT ID,EMAIL,FIRSTNAME,LASTNAME,SMS,EXT_ID,WHATSAPP,LANDLINE_NUMBER,CONTACT_TIMEZONE,ADDED_TIME,"
            "MODIFIED_TIME,EMAIL_BLACKLISTED,SMS_BLACKLISTED,DOUBLE_OPT-IN,OPT_IN\n"
            "1,ann@example.com,Ann,Bee,12025550143,,,,,2025-03-04T10:11:12.000Z,,No,No,1,true\n"
            "2,bo@example.com,Bo,Cee,,,,,,2025-03-04T10:11:12.000Z,,Yes,No,,\n"
        ),
        preset="mailers-brevo",
        values={
            "customer_id": ["1", "2"],
            "email": ["ann@example.com", "bo@example.com"],
            "first_name": ["Ann", "Bo"],
            "last_name": ["Bee", "Cee"],
            "phone": ["+12025550143", None],
            "consent_email": [True, False],
            "created_at": ["2025-03-04T10:11:12Z", "2025-03-04T10:11:12Z"],
        },
    ),
    Case(
        "klaviyo-2025",
        "customers",
        (
            "Email,Klaviyo ID,First Name,Last Name,Organization,Title,Phone Number,Address,Address 2,City,"
            "State / Region,Country,Zip Code,Source,IP Address,Email Marketing Consent,"
            "Email Marketing Consent Timestamp,SMS Marketing Consent,SMS Marketing Consent Timestamp,"
            "Accepts Marketing,Shopify Tags,Profile Created On\n"
            "ann@example.com,01A,Ann,Bee,,,+12025550143,,,Boston,MA,United States,02138,,,SUBSCRIBED,"
            "2025-03-04 10:11:12,NEVER_SUBSCRIBED,,True,,2025-03-01 10:00:00\n"
            "bo@example.com,01B,Bo,Cee,,,,,,,,,,,,UNSUBSCRIBED,2025-03-04 10:11:12,UNSUBSCRIBED,,True,,"
            "2025-03-01 10:00:00\n"
            "cy@example.com,01C,Cy,Dee,,,,,,,,,,,,NEVER_SUBSCRIBED,,,,False,,2025-03-01 10:00:00\n"
        ),
        preset="mailers-klaviyo",
        values={
            "customer_id": ["01A", "01B", "01C"],
            "email": ["ann@example.com", "bo@example.com", "cy@example.com"],
            "first_name": ["Ann", "Bo", "Cy"],
            "last_name": ["Bee", "Cee", "Dee"],
            "phone": ["+12025550143", None, None],
            "consent_email": [True, False, False],
            "consent_sms": [None, False, None],
            "country": ["US", None, None],
            "created_at": ["2025-03-01T10:00:00Z", "2025-03-01T10:00:00Z", "2025-03-01T10:00:00Z"],
        },
    ),
    Case(
        "hubspot-de",
        "customers",
        (
            "Datensatz-ID,Vorname,Nachname,E-Mail,Telefonnummer,"
            "Zuständiger Mitarbeiter,Datum der letzten Aktivität,"
            "Lead-Status,Marketing-Kontaktstatus,Erstellungsdatum,Von allen E-Mails abgemeldet\n"
            "51,Ann,Bee,ann@example.com,+49 30 123456,Sam,2025-03-04 10:11,,Marketingkontakt,2025-03-01 10:11,Ja\n"
            "52,Bo,Cee,bo@example.com,,,,,Nicht-Marketingkontakt,2025-03-01 10:11,\n"
        ),
        country="DE",
        preset="newsletters-hubspot-translated",
        values={
            "customer_id": ["51", "52"],
            "first_name": ["Ann", "Bo"],
            "last_name": ["Bee", "Cee"],
            "email": ["ann@example.com", "bo@example.com"],
            "phone": ["+4930123456", None],
            "consent_email": [False, None],
            "created_at": ["2025-03-01T10:11:00Z", "2025-03-01T10:11:00Z"],
        },
    ),
    Case(
        "hubspot-en-optouts",
        "customers",
        (
            "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Marketing contact status,"
            "Create Date,Opted out of email: Marketing Information,Unsubscribed from all email,"
            "Email Confirmation Status\n"
            "51,Ann,Bee,ann@example.com,,Sam,Marketing contact,2025-03-01 10:11,Yes,false,\n"
            "52,Bo,Cee,bo@example.com,,,Marketing contact,2025-03-01 10:11,,,\n"
        ),
        preset="mailers-hubspot",
        values={
            "customer_id": ["51", "52"],
            "first_name": ["Ann", "Bo"],
            "last_name": ["Bee", "Cee"],
            "email": ["ann@example.com", "bo@example.com"],
            "consent_email": [False, None],
            "created_at": ["2025-03-01T10:11:00Z", "2025-03-01T10:11:00Z"],
        },
    ),
    Case(
        "cleverreach-de",
        "customers",
        (
            "E-Mail;Anrede;Vorname;Nachname;Registriert;Aktiviert;Deaktiviert;Bounced;Quelle\n"
            "ann@example.com;Frau;Ann;Bee;13.02.2025 10:11;13.02.2025 10:15;;0;Formular\n"
            "bo@example.com;Herr;Bo;Cee;14.02.2025 10:11;14.02.2025 10:15;20.03.2025 08:00;0;Import\n"
            "cy@example.com;;Cy;Dee;14.02.2025 10:11;14.02.2025 10:15;;1;Import\n"
        ),
        country="DE",
        preset="newsletters-cleverreach",
        values={
            "email": ["ann@example.com", "bo@example.com", "cy@example.com"],
            "first_name": ["Ann", "Bo", "Cy"],
            "last_name": ["Bee", "Cee", "Dee"],
            "consent_email": [True, False, False],
            "created_at": ["2025-02-13T10:11:00Z", "2025-02-14T10:11:00Z", "2025-02-14T10:11:00Z"],
        },
    ),
    Case(
        "cleverreach-en",
        "customers",
        (
            "email;registered;activated;deactivated;bounced;source;firstname;lastname\n"
            "ann@example.com;1739441460;1739441700;0;0;form;Ann;Bee\n"
            "bo@example.com;1739441460;1739441700;1742457600;0;form;Bo;Cee\n"
        ),
        country="DE",
        preset="newsletters-cleverreach",
        values={
            "email": ["ann@example.com", "bo@example.com"],
            "first_name": ["Ann", "Bo"],
            "last_name": ["Bee", "Cee"],
            "consent_email": [True, False],
            "created_at": ["2025-02-13T10:11:00Z", "2025-02-13T10:11:00Z"],
        },
    ),
    Case(
        "rapidmail-de",
        "customers",
        (
            "E-Mail-Adresse;Vorname;Nachname;Status;Angelegt am;Aktiviert am\n"
            "ann@example.com;Ann;Bee;Aktiv;13.02.2025 10:11:00;13.02.2025 10:12:00\n"
            "bo@example.com;Bo;Cee;Abgemeldet;14.02.2025 10:11:00;14.02.2025 10:12:00\n"
            "cy@example.com;Cy;Dee;Gebounced;15.02.2025 10:11:00;\n"
        ),
        country="DE",
        values={
            "email": ["ann@example.com", "bo@example.com", "cy@example.com"],
            "first_name": ["Ann", "Bo", "Cy"],
            "last_name": ["Bee", "Cee", "Dee"],
            "consent_email": [None, False, False],
            "created_at": ["2025-02-13T10:11:00Z", "2025-02-14T10:11:00Z", "2025-02-15T10:11:00Z"],
            "status": ["Aktiv", "Abgemeldet", "Gebounced"],
        },
    ),
    Case(
        "constant-contact-old",
        "customers",
        (
            "Email Address,First Name,Last Name,Email Status,Email Permission,Phone,City,Country,Created At\n"
            "ann@example.com,Ann,Bee,Active,Explicit,,Boston,United States,2025-02-03\n"
            "bo@example.com,Bo,Cee,Unsubscribed,Explicit,,,,2025-02-03\n"
        ),
        questions=1,
        values={
            "email": ["ann@example.com", "bo@example.com"],
            "first_name": ["Ann", "Bo"],
            "last_name": ["Bee", "Cee"],
            "consent_email": [None, False],
            "country": ["US", None],
            "created_at": ["2025-02-03", "2025-02-03"],
        },
    ),
    Case(
        "getresponse",
        "customers",
        (
            "Name,Email,Optin date,Change date,Cycle day,Source,IP\n"
            "Ann Bee,ann@example.com,2025-02-03 10:11:12,2025-02-03 10:11:12,,www,192.0.2.1\n"
        ),
        values={
            "name": ["Ann Bee"],
            "email": ["ann@example.com"],
            "created_at": ["2025-02-03T10:11:12Z"],
        },
    ),
    Case(
        "campaign-monitor",
        "customers",
        (
            "Email Address,Name,Date Subscribed,State,ConsentToTrack\n"
            "ann@example.com,Ann Bee,2025-02-03 10:11:12,Active,Yes\n"
            "bo@example.com,Bo Cee,2025-02-03 10:11:12,Unsubscribed,Yes\n"
        ),
        preset="newsletters-campaign-monitor",
        values={
            "name": ["Ann Bee", "Bo Cee"],
            "email": ["ann@example.com", "bo@example.com"],
            "consent_email": [True, False],
            "created_at": ["2025-02-03T10:11:12Z", "2025-02-03T10:11:12Z"],
        },
    ),
    Case(
        "aweber",
        "customers",
        (
            "Email,Name,Message,Date Added,Stop Status,Stop Time,Misc,Ad Tracking,IP Address,Tags\n"
            "ann@example.com,Ann Bee,1,02/03/25 10:11 AM,no,,,,,\n"
            "bo@example.com,Bo Cee,1,02/14/25 10:11 AM,yes,03/15/25 08:00 AM,,,,\n"
        ),
        preset="newsletters-aweber",
        values={
            "email": ["ann@example.com", "bo@example.com"],
            "name": ["Ann Bee", "Bo Cee"],
            "created_at": ["2025-02-03T10:11:00Z", "2025-02-14T10:11:00Z"],
            "consent_email": [None, False],
        },
    ),
    Case(
        "zoho-crm",
        "customers",
        (
            "Record Id,Contact Owner,First Name,Last Name,Email,Phone,Mobile,Email Opt Out,Mailing Street,"
            "Mailing City,Mailing Zip,Mailing Country,Date of Birth,Unsubscribed Mode,Unsubscribed Time,"
            "Created Time\n"
            "zcrm_1,Sam,Ann,Bee,ann@example.com,,202-555-0143,false,,Boston,02138,United States,1990-05-02,,,"
            "2025-02-03 10:11:12\n"
            "zcrm_2,Sam,Bo,Cee,bo@example.com,,,true,,,,,,Manual,2025-03-03 10:11:12,2025-02-03 10:11:12\n"
        ),
        preset="mailers-hubspot",
        values={
            "customer_id": ["zcrm_1", "zcrm_2"],
            "first_name": ["Ann", "Bo"],
            "last_name": ["Bee", "Cee"],
            "email": ["ann@example.com", "bo@example.com"],
            "phone": ["+12025550143", None],
            "consent_email": [None, False],
            "birthday": ["1990-05-02", None],
            "country": ["US", None],
            "created_at": ["2025-02-03T10:11:12Z", "2025-02-03T10:11:12Z"],
            "postcode": ["02138", None],
        },
    ),
    Case(
        "pipedrive",
        "customers",
        (
            "Person - ID,Person - Name,Person - Email - Work,Person - Email - Home,Person - Phone - Work,"
            "Person - Phone - Mobile,Person - Owner,Person - Marketing status,Person - Person created\n"
            "7,Ann Bee,ann@example.com,,,+12025550143,Sam,Subscribed,2025-02-03 10:11:12\n"
            "8,Bo Cee,,bo@example.com,,,Sam,Unsubscribed,2025-02-03 10:11:12\n"
            "9,Cy Dee,cy@example.com,,,,Sam,No consent,2025-02-03 10:11:12\n"
        ),
        preset="newsletters-pipedrive",
        values={
            "customer_id": ["7", "8", "9"],
            "name": ["Ann Bee", "Bo Cee", "Cy Dee"],
            "email": ["ann@example.com", "bo@example.com", "cy@example.com"],
            "phone": ["+12025550143", None, None],
            "consent_email": [True, False, None],
            "created_at": ["2025-02-03T10:11:12Z", "2025-02-03T10:11:12Z", "2025-02-03T10:11:12Z"],
        },
    ),
    Case(
        "sendgrid-contacts",
        "customers",
        (
            "EMAIL,FIRST_NAME,LAST_NAME,PHONE_NUMBER,ADDRESS_LINE_1,CITY,STATE_PROVINCE_REGION,POSTAL_CODE,"
            "COUNTRY,ALTERNATE_EMAILS,CREATED_AT,UPDATED_AT,CONTACT_ID\n"
            "ann@example.com,Ann,Bee,,1 Main St,Boston,MA,02138,US,,2025-02-03T10:11:12Z,2025-02-04T10:11:12Z,"
            "c-1\n"
        ),
        values={
            "email": ["ann@example.com"],
            "first_name": ["Ann"],
            "last_name": ["Bee"],
            "country": ["US"],
            "created_at": ["2025-02-03T10:11:12Z"],
            "customer_id": ["c-1"],
        },
    ),
    Case(
        "sendgrid-unsub",
        "optouts",
        ("email,created\nann@example.com,1739441460\n"),
        file_name="suppression_unsubscribes.csv",
        values={
            "email": ["ann@example.com"],
            "opted_out_at": ["2025-02-13T10:11:00Z"],
        },
    ),
    Case(
        "brevo-unsub-list",
        "optouts",
        ("Email,Unsubscribed on,Campaign,Reason\nann@example.com,2025-02-13 10:11:00,Spring,Too many\n"),
        values={
            "email": ["ann@example.com"],
            "opted_out_at": ["2025-02-13T10:11:00Z"],
        },
    ),
    Case(
        "mailerlite-new",
        "customers",
        (
            "Subscriber,Status,Name,Last name,Sent,Opens,Clicks,Subscribed,Opt-in IP,Unsubscribed,Location\n"
            "ann@example.com,Active,Ann,Bee,4,2,1,2025-02-03 10:11:12,,,United States\n"
            "bo@example.com,Unsubscribed,Bo,Cee,4,2,1,2025-02-03 10:11:12,,2025-03-03 10:11:12,\n"
        ),
        preset="mailers-mailerlite",
        values={
            "email": ["ann@example.com", "bo@example.com"],
            "first_name": ["Ann", "Bo"],
            "last_name": ["Bee", "Cee"],
            "consent_email": [True, False],
            "created_at": ["2025-02-03T10:11:12Z", "2025-02-03T10:11:12Z"],
            "country": ["US", None],
        },
    ),
    Case(
        "activecampaign-all",
        "customers",
        (
            "Email,First Name,Last Name,Phone,Organization,Tags,Date Created,IP Address,Status,List\n"
            "ann@example.com,Ann,Bee,,,vip,2025-02-03 10:11:12,192.0.2.1,Active,Main\n"
            "bo@example.com,Bo,Cee,,,,2025-02-03 10:11:12,192.0.2.1,Unsubscribed,Main\n"
            "cy@example.com,Cy,Dee,,,,2025-02-03 10:11:12,,Unconfirmed,Main\n"
        ),
        preset="mailers-activecampaign",
        values={
            "email": ["ann@example.com", "bo@example.com", "cy@example.com"],
            "first_name": ["Ann", "Bo", "Cy"],
            "last_name": ["Bee", "Cee", "Dee"],
            "consent_email": [True, False, None],
            "created_at": ["2025-02-03T10:11:12Z", "2025-02-03T10:11:12Z", "2025-02-03T10:11:12Z"],
            "tags": ["vip", None, None],
        },
    ),
    Case(
        "drip",
        "customers",
        (
            "Email,Status,First Name,Last Name,Tags,Created At,Unsubscribed At,Lifetime Value\n"
            "ann@example.com,active,Ann,Bee,vip,2025-02-03T10:11:12Z,,\n"
            "bo@example.com,unsubscribed,Bo,Cee,,2025-02-03T10:11:12Z,2025-03-03T10:11:12Z,\n"
            "cy@example.com,undeliverable,Cy,Dee,,2025-02-03T10:11:12Z,,\n"
        ),
        values={
            "email": ["ann@example.com", "bo@example.com", "cy@example.com"],
            "first_name": ["Ann", "Bo", "Cy"],
            "last_name": ["Bee", "Cee", "Dee"],
            "consent_email": [None, False, False],
            "created_at": ["2025-02-03T10:11:12Z", "2025-02-03T10:11:12Z", "2025-02-03T10:11:12Z"],
            "status": ["active", "unsubscribed", "undeliverable"],
        },
    ),
    Case(
        "spanish-mailer",
        "customers",
        (
            "Correo electrónico;Nombre;Apellidos;Estado;"
            "Fecha de alta;Fecha de baja\n"
            "ann@example.com;Ana;Núñez;Activo;13/02/2025;\n"
            "bo@example.com;Raúl;Gómez;Baja;14/02/2025;"
            "20/03/2025\n"
        ),
        country="ES",
        values={
            "email": ["ann@example.com", "bo@example.com"],
            "first_name": ["Ana", "Raúl"],
            "last_name": ["Núñez", "Gómez"],
            "created_at": ["2025-02-13", "2025-02-14"],
            "consent_email": [None, False],
        },
    ),
    Case(
        "italian-mailer",
        "customers",
        (
            "Email;Nome;Cognome;Iscritto;Data iscrizione;Data disiscrizione\n"
            "ann@example.com;Anna;Rossi;Sì;13/02/2025;\n"
            "bo@example.com;Bruno;Neri;No;14/02/2025;20/03/2025\n"
        ),
        country="IT",
        values={
            "email": ["ann@example.com", "bo@example.com"],
            "first_name": ["Anna", "Bruno"],
            "last_name": ["Rossi", "Neri"],
            "consent_email": [None, False],
            "created_at": ["2025-02-13", "2025-02-14"],
        },
    ),
    Case(
        "dutch-laposta",
        "customers",
        (
            "e-mailadres,voornaam,achternaam,status,aangemeld op,uitgeschreven op\n"
            "ann@example.com,Anne,Jansen,actief,2025-02-13 10:11:00,\n"
            "bo@example.com,Bo,de Vries,uitgeschreven,2025-02-13 10:11:00,2025-03-13 10:11:00\n"
        ),
        country="NL",
        values={
            "email": ["ann@example.com", "bo@example.com"],
            "first_name": ["Anne", "Bo"],
            "last_name": ["Jansen", "de Vries"],
            "consent_email": [None, False],
            "created_at": ["2025-02-13T10:11:00Z", "2025-02-13T10:11:00Z"],
            "status": ["actief", "uitgeschreven"],
        },
    ),
    Case(
        "polish-freshmail",
        "customers",
        (
            "Adres e-mail;Imię;Nazwisko;Telefon;"
            "Zgoda marketingowa;Data zapisu;Data wypisania\n"
            "ann@example.com;Anna;Nowak;601 234 567;tak;2025-02-13;\n"
            "bo@example.com;Jan;Kowalski;;nie;2025-02-13;2025-03-13\n"
        ),
        country="PL",
        values={
            "email": ["ann@example.com", "bo@example.com"],
            "first_name": ["Anna", "Jan"],
            "last_name": ["Nowak", "Kowalski"],
            "phone": ["+48601234567", None],
            "consent_email": [True, False],
            "created_at": ["2025-02-13", "2025-02-13"],
        },
    ),
    Case(
        "portuguese-rd",
        "customers",
        (
            "Email,Nome,Celular,Cidade,Data de criação,"
            "Status para comunicação por e-mail\n"
            "ann@example.com,Ana Souza,+55 11 91234-5678,"
            "São Paulo,13/02/2025,Apto a receber\n"
            "bo@example.com,Beto Lima,,Rio,14/02/2025,Descadastrado\n"
        ),
        country="BR",
        values={
            "email": ["ann@example.com", "bo@example.com"],
            "name": ["Ana Souza", "Beto Lima"],
            "phone": ["+5511912345678", None],
            "consent_email": [None, False],
            "created_at": ["2025-02-13", "2025-02-14"],
        },
    ),
)
