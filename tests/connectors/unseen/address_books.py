"""What address books export, in the languages of their users."""

from tests.connectors.unseen.case import Case

CASES = (
    Case(
        "outlook-es",
        "customers",
        (
            "Nombre,Segundo nombre,Apellidos,Sufijo,Organización,"
            "Departamento,Puesto,Calle del trabajo,"
            "Ciudad de trabajo,País o región del trabajo,"
            "Calle del domicilio,Ciudad del domicilio,"
            "País o región del domicilio,Teléfono del trabajo,"
            "Particular,Móvil,Dirección de correo electrónico,"
            "Tipo de correo electrónico,"
            "Nombre mostrado de correo electrónico,"
            "Dirección del correo electrónico 2,Categorías,"
            "Cumpleaños,Notas\n"
            "Inés,,Núñez,,,,,,,,,,,91 123 45 67,,612 34 56 78,"
            "ines@example.com,SMTP,Inés Núñez,,,2/5/1990,\n"
        ),
        country="ES",
        preset="contacts-outlook",
        questions=1,
        values={
            "first_name": ["Inés"],
            "last_name": ["Núñez"],
            "email": ["ines@example.com"],
            "phone": ["+34612345678"],
            "birthday": ["1990-05-02"],
        },
    ),
    Case(
        "outlook-fr",
        "customers",
        (
            "Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,"
            "Service,Titre,Rue (bureau),Ville (bureau),"
            "Pays/Région (bureau),Rue (domicile),"
            "Ville (domicile),Code postal (domicile),"
            "Pays/Région (domicile),Téléphone (bureau),"
            "Téléphone (domicile),Tél. mobile,"
            "Adresse de messagerie,Type de messagerie,"
            "Nom complet de l'adresse de messagerie,Anniversaire,"
            "Catégories,Notes\n"
            "Mme,Zoé,,Dupré,,,,,,,,1 rue A,Lyon,69001,France,,,"
            "06 12 34 56 78,zoe@example.com,SMTP,Zoé Dupré,"
            "17/04/1990,Clients,\n"
        ),
        country="FR",
        preset="contacts-outlook",
        values={
            "first_name": ["Zoé"],
            "last_name": ["Dupré"],
            "email": ["zoe@example.com"],
            "phone": ["+33612345678"],
            "birthday": ["1990-04-17"],
            "country": ["FR"],
            "tags": ["Clients"],
        },
    ),
    Case(
        "outlook-it",
        "customers",
        (
            "Titolo,Nome,Secondo nome,Cognome,Suffisso,Società,"
            "Reparto,Posizione,Via (uff.),Città (uff.),Via (ab.),"
            "Città (ab.),Paese/area geografica (ab.),"
            "Telefono (uff.),Abitazione,Cellulare,Indirizzo posta elettronica,Tipo posta elettronica,"
            "Nome visualizzato posta elettronica,Compleanno,Categorie,Note\n"
            ",Anna,,Rossi,,,,,,,Via Roma 1,Milano,Italia,,,312 345 6789,anna@example.com,SMTP,Anna Rossi,0/0/00,,"
            "\n"
        ),
        country="IT",
        preset="contacts-outlook",
        values={
            "first_name": ["Anna"],
            "last_name": ["Rossi"],
            "email": ["anna@example.com"],
            "phone": ["+393123456789"],
            "country": ["IT"],
        },
    ),
    Case(
        "outlook-nl",
        "customers",
        (
            "Titel,Voornaam,Middelste naam,Achternaam,"
            'Achtervoegsel,Bedrijf,Afdeling,Functie,"Werkadres,'
            ' straat","Werkadres, plaats","Huisadres, straat",'
            '"Huisadres, plaats","Huisadres, land/regio",'
            "Telefoon op werk,Telefoon thuis,Mobiele telefoon,"
            'E-mailadres,E-mailtype,"E-mail, weergegeven naam",'
            "Verjaardag,Categorieën,Notities\n"
            ",Anne,,Jansen,,,,,,,Dam 1,Amsterdam,Nederland,,,06 12345678,anne@example.com,SMTP,Anne Jansen,"
            "17-4-1990,Klanten,\n"
        ),
        country="NL",
        preset="contacts-outlook",
        values={
            "first_name": ["Anne"],
            "last_name": ["Jansen"],
            "email": ["anne@example.com"],
            "phone": ["+31612345678"],
            "birthday": ["1990-04-17"],
            "country": ["NL"],
            "tags": ["Klanten"],
        },
    ),
    Case(
        "outlook-de",
        "customers",
        (
            "Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,"
            "Firma,Abteilung,Position,Straße geschäftlich,"
            "Ort geschäftlich,Straße privat,Ort privat,"
            "Postleitzahl privat,Land/Region privat,"
            "Telefon geschäftlich,Telefon privat,Mobiltelefon,"
            "E-Mail-Adresse,E-Mail-Typ,E-Mail: Angezeigter Name,E-Mail 2: Adresse,Geburtstag,Kategorien,Notizen\n"
            "Frau,Zoë,,Müller,,,,,,,Weg 1,Kiel,24103,Deutschland,"
            ",,0151 23456789,zoe@example.com,SMTP,Zoë Müller,,"
            "17.4.1990,Kunden,\n"
        ),
        country="DE",
        encoding="cp1252",
        preset="contacts-outlook",
        values={
            "first_name": ["Zoë"],
            "last_name": ["Müller"],
            "email": ["zoe@example.com"],
            "phone": ["+4915123456789"],
            "birthday": ["1990-04-17"],
            "country": ["DE"],
            "tags": ["Kunden"],
        },
    ),
    Case(
        "google-old",
        "customers",
        (
            "Name,Given Name,Additional Name,Family Name,Yomi Name,Group Membership,E-mail 1 - Type,"
            "E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,"
            "Address 1 - Formatted,Address 1 - City,Address 1 - Country,Birthday,Notes\n"
            "Ann Bee,Ann,,Bee,,* myContacts ::: Clients,* Home,ann@example.com ::: ann2@example.com,,,Mobile,"
            "(202) 555-0143 ::: 202-555-0144,,Boston,US,1990-05-02,\n"
        ),
        preset="contacts-google",
        values={
            "name": ["Ann Bee"],
            "first_name": ["Ann"],
            "last_name": ["Bee"],
            "email": ["ann@example.com"],
            "phone": ["+12025550143"],
            "birthday": ["1990-05-02"],
            "country": ["US"],
            "tags": ["Clients"],
        },
    ),
    Case(
        "google-new",
        "customers",
        (
            "First Name,Middle Name,Last Name,Phonetic First Name,Nickname,File As,Organization Name,Birthday,"
            "Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,"
            "Address 1 - Label,Address 1 - Country\n"
            "Ann,,Bee,,,,,,,,* myContacts,* ,ann@example.com,Mobile,(202) 555-0143,,US\n"
        ),
        preset="contacts-google",
        values={
            "first_name": ["Ann"],
            "last_name": ["Bee"],
            "email": ["ann@example.com"],
            "phone": ["+12025550143"],
            "country": ["US"],
        },
    ),
    Case(
        "vcard",
        "customers",
        ("BEGIN:VCARD\nVERSION:3.0\nN:Bee;Ann;;;\nFN:Ann Bee\nEMAIL:ann@example.com\nEND:VCARD\n"),
        file_name="contacts.vcf",
        refused="address cards",
    ),
    Case(
        "iphone-es",
        "customers",
        (
            "Nombre,Segundo nombre,Apellidos,Teléfono móvil,"
            "Teléfono de casa,Email de la casa,Email del trabajo,"
            "Empresa,Cumpleaños\n"
            "Inés,,Núñez,612 34 56 78,,ines@example.com,,,\n"
        ),
        country="ES",
        values={
            "first_name": ["Inés"],
            "last_name": ["Núñez"],
            "phone": ["+34612345678"],
            "email": ["ines@example.com"],
        },
    ),
)
