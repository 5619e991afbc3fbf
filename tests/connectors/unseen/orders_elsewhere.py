"""What shops export of their orders, in other languages."""

from tests.connectors.unseen.case import Case

CASES = (
    Case(
        "woo-analytics-orders-fr",
        "orders",
        (
            'Date,"Commande n°",État,Client,"Type de client",'
            'Produit(s),"Articles vendus","Code(s) promo","Ventes nettes",Attribution\n'
            "2025-02-03 10:11:12,1001,Completed,Zoé Dupré,new,"
            '"1× Mug",1,,12.00,Direct\n'
            "2025-02-04 10:11:12,1002,Cancelled,Léo Petit,"
            'returning,"2× Mug",2,,24.00,Direct\n'
        ),
        country="FR",
        preset="woocommerce-analytics-orders",
        values={
            "order_id": ["1001", "1002"],
            "ordered_at": ["2025-02-03T10:11:12Z", "2025-02-04T10:11:12Z"],
            "status": ["paid", "cancelled"],
            "customer_name": ["Zoé Dupré", "Léo Petit"],
            "product_name": ["1× Mug", "2× Mug"],
            "quantity": ["1", "2"],
            "order_total": ["12", "24"],
        },
    ),
    Case(
        "prestashop-orders-fr",
        "orders",
        (
            "ID;Référence;Nouveau client;Livraison;Client;Total;"
            "Paiement;État;Date\n"
            "5;KHWLILZLL;1;France;Z. Dupré;45,90 €;Carte;"
            "Paiement accepté;13/02/2025 10:11:12\n"
            "6;ABCDEFGHI;0;France;L. Petit;12,00 €;Chèque;Annulé;"
            "14/02/2025 10:11:12\n"
        ),
        country="FR",
        preset="prestashop-orders",
        values={
            "order_id": ["KHWLILZLL", "ABCDEFGHI"],
            "ordered_at": ["2025-02-13T10:11:12Z", "2025-02-14T10:11:12Z"],
            "customer_name": ["Z. Dupré", "L. Petit"],
            "order_total": ["45.9", "12"],
            "status": ["paid", "cancelled"],
            "currency": ["EUR", "EUR"],
        },
    ),
    Case(
        "prestashop-orders-pl",
        "orders",
        (
            "ID;Indeks;Nowy klient;Dostawa;Klient;Razem;Płatność;"
            "Status;Data\n"
            "5;KHWLILZLL;1;Polska;A. Nowak;45,90 zł;Karta;"
            "Płatność zaakceptowana;2025-02-13 10:11:12\n"
            "6;ABCDEFGHI;0;Polska;J. Kowalski;12,00 zł;Przelew;"
            "Anulowane;2025-02-14 10:11:12\n"
        ),
        country="PL",
        preset="prestashop-orders",
        values={
            "order_id": ["KHWLILZLL", "ABCDEFGHI"],
            "ordered_at": ["2025-02-13T10:11:12Z", "2025-02-14T10:11:12Z"],
            "customer_name": ["A. Nowak", "J. Kowalski"],
            "order_total": ["45.9", "12"],
            "status": ["paid", "cancelled"],
            "currency": ["PLN", "PLN"],
        },
    ),
    Case(
        "vipps-settlement",
        "orders",
        (
            "Salgsdato;Salgssted;Vippsnummer;Produkt;"
            "Transaksjons-ID;Ordre-ID;Brutto;Gebyr;Netto;"
            "Transaksjonstype;Oppgjørs-ID;Oppgjørsdato;Fornavn;"
            "Etternavn\n"
            "13.02.2025;Butikk;123;Nett;1;O1;100,00;2,00;98,00;Salg;9;14.02.2025;;\n"
        ),
        country="NO",
        refused="Vipps settlement report",
    ),
    Case(
        "lightspeed-ecom-nl",
        "orders",
        (
            "Ordernummer;Datum;Status;Betaalstatus;Voornaam;Achternaam;E-mail;Telefoon;Totaal incl. BTW;"
            "Verzendkosten;Valuta\n"
            "ORD001;13-02-2025 10:11;Voltooid;Betaald;Anne;Jansen;anne@example.com;0612345678;44,90;4,90;EUR\n"
            "ORD002;14-02-2025 10:11;Geannuleerd;Niet betaald;Bo;de Vries;bo@example.com;;12,00;0;EUR\n"
        ),
        country="NL",
        values={
            "order_id": ["ORD001", "ORD002"],
            "ordered_at": ["2025-02-13T10:11:00Z", "2025-02-14T10:11:00Z"],
            "status": ["paid", "cancelled"],
            "customer_name": ["Anne Jansen", "Bo de Vries"],
            "email": ["anne@example.com", "bo@example.com"],
            "phone": ["+31612345678", None],
            "order_total": ["44.9", "12"],
            "currency": ["EUR", "EUR"],
        },
    ),
    Case(
        "nuvemshop-br",
        "orders",
        (
            "Número do Pedido;E-mail;Data;Status do Pedido;"
            "Status do Pagamento;Status do Envio;Moeda;Subtotal;Desconto;Valor do Frete;Total;Nome do comprador;"
            "CPF / CNPJ;Telefone;Nome do Produto;Valor do Produto;Quantidade Comprada;SKU\n"
            "101;ana@example.com;13/02/2025 10:11:12;Aberto;Confirmado;Enviado;BRL;40.00;0;5.00;45.00;Ana Souza;;"
            "+5511912345678;Caneca;20.00;2;C1\n"
        ),
        country="BR",
        values={
            "order_id": ["101"],
            "email": ["ana@example.com"],
            "ordered_at": ["2025-02-13T10:11:12Z"],
            "status": ["paid"],
            "currency": ["BRL"],
            "order_total": ["45"],
            "customer_name": ["Ana Souza"],
            "phone": ["+5511912345678"],
            "product_name": ["Caneca"],
            "unit_price": ["20"],
            "quantity": ["2"],
            "sku": ["C1"],
        },
    ),
    Case(
        "italian-orders",
        "orders",
        (
            "Numero ordine;Data ordine;Stato ordine;Cliente;"
            "Email;Telefono;Prodotto;Quantità;Prezzo unitario;"
            "Totale ordine\n"
            "1001;13/02/2025;Completato;Anna Rossi;anna@example.com;312 345 6789;Tazza;2;12,00;24,00\n"
            "1002;14/02/2025;Annullato;Bruno Neri;bruno@example.com;;Piatto;1;20,00;20,00\n"
        ),
        country="IT",
        values={
            "order_id": ["1001", "1002"],
            "ordered_at": ["2025-02-13", "2025-02-14"],
            "status": ["paid", "cancelled"],
            "customer_name": ["Anna Rossi", "Bruno Neri"],
            "email": ["anna@example.com", "bruno@example.com"],
            "phone": ["+393123456789", None],
            "product_name": ["Tazza", "Piatto"],
            "quantity": ["2", "1"],
            "unit_price": ["12", "20"],
            "order_total": ["24", "20"],
        },
    ),
    Case(
        "polish-orders",
        "orders",
        (
            "Numer zamówienia;Data zamówienia;Status;Klient;"
            "E-mail;Telefon;Produkt;Ilość;Cena;"
            "Wartość zamówienia\n"
            "1001;2025-02-13;Zrealizowane;Anna Nowak;anna@example.com;601 234 567;Kubek;2;12,00;24,00\n"
            "1002;2025-02-14;Anulowane;Jan Kowalski;jan@example.com;;Talerz;1;20,00;20,00\n"
        ),
        country="PL",
        encoding="cp1250",
        values={
            "order_id": ["1001", "1002"],
            "ordered_at": ["2025-02-13", "2025-02-14"],
            "status": ["paid", "cancelled"],
            "customer_name": ["Anna Nowak", "Jan Kowalski"],
            "email": ["anna@example.com", "jan@example.com"],
            "phone": ["+48601234567", None],
            "product_name": ["Kubek", "Talerz"],
            "quantity": ["2", "1"],
            "unit_price": ["12", "20"],
            "order_total": ["24", "20"],
        },
    ),
    Case(
        "employees-fr",
        "customers",
        (
            "Matricule;Nom;Prénom;Email;Poste;Date d'embauche;"
            "Salaire\n"
            "1;Petit;Léo;leo@example.com;Vendeur;13/02/2024;2000\n"
        ),
        country="FR",
        refused="staff",
    ),
    Case(
        "base-jp",
        "orders",
        (
            "注文ID,注文日時,氏(請求先),名(請求先),郵便番号(請求先),都道府県(請求先),住所(請求先),"
            "住所2(請求先),電話番号(請求先),メールアドレス(請求先),氏(配送先),名(配送先),"
            "郵便番号(配送先),都道府県(配送先),住所(配送先),住所2(配送先),電話番号(配送先),備考,"
            "商品名,バリエーション,価格,税率,数量,合計金額,送料,支払い方法,代引き手数料,発送状況,商品ID,"
            "種類ID,購入元,配送日,配送時間帯,注文メモ,調整金額\n"
            "A1B2,2025-02-03 10:11:12,田中,花子,1000001,東京都,千代田区1-1,,"
            "0312345678,hanako@example.com,佐藤,次郎,,,,,0398765432,,"
            "湯呑,,1000,10,2,2500,500,クレジットカード決済,0,発送済み,77,,,,,,0\n"
            "A1B2,2025-02-03 10:11:12,田中,花子,1000001,東京都,千代田区1-1,,"
            "0312345678,hanako@example.com,佐藤,次郎,,,,,0398765432,,"
            "皿,,500,10,1,2500,500,クレジットカード決済,0,発送済み,78,,,,,,0\n"
        ),
        country="JP",
        encoding="cp932",
        preset="japan-base-orders",
        values={
            "order_id": ["A1B2", "A1B2"],
            "ordered_at": ["2025-02-03T10:11:12Z", "2025-02-03T10:11:12Z"],
            "customer_name": ["田中 花子", "田中 花子"],
            "email": ["hanako@example.com", "hanako@example.com"],
            "phone": ["+81312345678", "+81312345678"],
            "product_name": ["湯呑", "皿"],
            "product_id": ["77", "78"],
            "unit_price": ["1000", "500"],
            "quantity": ["2", "1"],
            "order_total": ["2500", "2500"],
            "status": ["paid", "paid"],
            "currency": ["JPY", "JPY"],
        },
    ),
    Case(
        "colorme-sales",
        "orders",
        (
            "売上ID,受注日,購入者 顧客ID,購入者 名前,購入者 郵便番号,購入者 都道府県,購入者 住所,"
            "購入者 メールアドレス,購入者 電話番号,購入者 携帯番号,決済方法,送料合計,合計金額,入金状態,"
            "配送先 名前,配送先 電話番号,購入商品 型番,購入商品 商品名,購入商品 販売価格(消費税込),"
            "購入商品 販売個数,購入商品 小計\n"
            "12345,2025/02/03,9,田中 花子,1000001,東京都,千代田区1-1,"
            "hanako@example.com,03-1234-5678,,カード,500,2500,入金済,"
            "佐藤,03-9876-5432,Y1,湯呑,1000,2,2000\n"
            "12346,2025/02/04,10,佐藤 次郎,,,,jiro@example.com,,,銀行,"
            "0,1000,未入金,佐藤,,Y1,湯呑,1000,1,1000\n"
        ),
        country="JP",
        encoding="cp932",
        preset="japan-colorme-orders",
        values={
            "order_id": ["12345", "12346"],
            "ordered_at": ["2025-02-03", "2025-02-04"],
            "customer_id": ["9", "10"],
            "customer_name": ["田中 花子", "佐藤 次郎"],
            "email": ["hanako@example.com", "jiro@example.com"],
            "phone": ["+81312345678", None],
            "order_total": ["2500", "1000"],
            "status": ["paid", "pending"],
            "product_name": ["湯呑", "湯呑"],
            "sku": ["Y1", "Y1"],
            "unit_price": ["1000", "1000"],
            "quantity": ["2", "1"],
            "line_total": ["2000", "1000"],
            "currency": ["JPY", "JPY"],
        },
    ),
    Case(
        "minne",
        "orders",
        (
            "注文ID,注文日,注文状況,支払方法,入金確認日,発送日,作品名,配送方法,配送エリア,発送までの目安,"
            "販売価格,数量,小計,備考,注文の販売価格,注文の送料,注文の合計,注文者のユーザーID,"
            "注文者のニックネーム,注文者の氏名,注文者の電話番号,配送先の郵便番号,配送先の住所1,配送先の住所2,"
            "配送先の氏名,配送先の電話番号,作品管理番号\n"
            "9001,2025/02/03,発送済み,カード,2025/02/03,2025/02/04,湯呑,"
            "ゆうパック,,3日,1000,2,2000,,2000,500,2500,501,hana,田中 花子,"
            "03-1234-5678,1000001,東京都,,佐藤,03-9876-5432,Y1\n"
        ),
        country="JP",
        encoding="cp932",
        preset="japan-minne-orders",
        values={
            "order_id": ["9001"],
            "ordered_at": ["2025-02-03"],
            "status": ["paid"],
            "product_name": ["湯呑"],
            "unit_price": ["1000"],
            "quantity": ["2"],
            "line_total": ["2000"],
            "order_total": ["2500"],
            "customer_id": ["501"],
            "customer_name": ["田中 花子"],
            "phone": ["+81312345678"],
            "currency": ["JPY"],
            "sku": ["Y1"],
        },
    ),
    Case(
        "makeshop",
        "orders",
        (
            "注文番号,注文日,注文者名,注文者メールアドレス,注文者電話番号,商品名,数量,販売価格,合計金額,"
            "支払方法,注文ステータス\n"
            "M-1,2025/02/03 10:11:12,田中 花子,hanako@example.com,"
            '03-1234-5678,湯呑,2,"1,000","2,500",カード,発送済み\n'
            "M-2,2025/02/04 10:11:12,佐藤 次郎,jiro@example.com,,湯呑,"
            '1,"1,000","1,000",カード,キャンセル\n'
        ),
        country="JP",
        encoding="cp932",
        values={
            "order_id": ["M-1", "M-2"],
            "ordered_at": ["2025-02-03T10:11:12Z", "2025-02-04T10:11:12Z"],
            "customer_name": ["田中 花子", "佐藤 次郎"],
            "email": ["hanako@example.com", "jiro@example.com"],
            "phone": ["+81312345678", None],
            "product_name": ["湯呑", "湯呑"],
            "quantity": ["2", "1"],
            "unit_price": ["1000", "1000"],
            "order_total": ["2500", "1000"],
            "status": ["paid", "cancelled"],
        },
    ),
    Case(
        "creema",
        "orders",
        (
            "注文ID,購入日,ステータス,支払い日,発送予定日,発送日,作品タイトル,作品単価,作品価格,数量,"
            "ギフトラッピング,備考,取引相手,購入回数,配送方法,配送料,作品合計,送料・ラッピング,合計金額,"
            "ご注文金額,氏名,郵便番号,住所,TEL,最終更新日\n"
            "C1,2025/02/03,発送済み,2025/02/03,,2025/02/04,湯呑,1000,"
            "1000,2,なし,,hana,1,ゆうパック,500,2000,500,2500,2500,"
            "田中 花子,1000001,東京都,03-1234-5678,2025/02/04\n"
        ),
        country="JP",
        encoding="cp932",
        preset="japan-creema-orders",
        values={
            "order_id": ["C1"],
            "ordered_at": ["2025-02-03"],
            "status": ["paid"],
            "product_name": ["湯呑"],
            "unit_price": ["1000"],
            "quantity": ["2"],
            "line_total": ["2000"],
            "order_total": ["2500"],
            "customer_id": ["hana"],
            "customer_name": ["田中 花子"],
            "phone": ["+81312345678"],
            "currency": ["JPY"],
        },
    ),
)
