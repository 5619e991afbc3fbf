"""Every known export: recognised by its header, each column in its place, each tool's own words understood."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reengage_desktop.connectors.checking.plan import Source
from reengage_desktop.connectors.vocabulary.fields import ValueType
from reengage_desktop.connectors.vocabulary.presets import load_presets
from reengage_desktop.connectors.vocabulary.refusals import WrongKind
from reengage_desktop.domain.vocabulary import OrderStatus
from tests.connectors import more_exports
from tests.connectors import unseen as unseen_files
from tests.connectors.tables import read_text, shop

AT = datetime(2026, 9, 3, 14, 14, tzinfo=UTC)

# preset: (kind, file, the first record's values, or some of them)
EXPORTS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "shopify-orders": (
        "orders",
        (
            "Name,Email,Financial Status,Created at,Currency,Total,Discount Code,Lineitem quantity,Lineitem name,"
            "Lineitem price,"
            "Lineitem sku,Billing Name,Shipping Country,Cancelled at,Refunded Amount\n"
            "#1,Ann@Example.com ,partially_refunded,2026-09-03 10:14:00 -0400,USD,20.00,FALL5,2,Mug,10.00,'0012,"
            "Ann B,US,,4.00\n"
        ),
        {
            "order_id": "#1",
            "email": "ann@example.com",
            "status": OrderStatus.PARTLY_REFUNDED,
            "source_status": "partially_refunded",
            "ordered_at": AT,
            "currency": "USD",
            "order_total": Decimal("20.00"),
            "refunded_amount": Decimal("4.00"),
            "discount_code": "FALL5",
            "quantity": Decimal(2),
            "product_name": "Mug",
            "unit_price": Decimal("10.00"),
            "sku": "0012",
            "customer_name": "Ann B",
            "country": "US",
        },
    ),
    "shopify-customers": (
        "customers",
        (
            "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Phone,Accepts SMS Marketing,"
            "Default Address City,"
            "Default Address Country Code,Default Address Zip,Tags,Total Spent,Total Orders\n"
            "'7001,Ann,Bee,ann@example.com,yes,'+12025550143,no,Bonn,DE,'02138,\"vip, new\",129.90,3\n"
        ),
        {
            "customer_id": "7001",
            "first_name": "Ann",
            "last_name": "Bee",
            "email": "ann@example.com",
            "phone": "+12025550143",
            "consent_email": True,
            "consent_sms": False,
            "city": "Bonn",
            "country": "DE",
            "tags": ("vip", "new"),
            "lifetime_value": Decimal("129.90"),
            "orders_count": Decimal(3),
        },
    ),
    "shopify-products": (
        "products",
        (
            "Handle,Title,Type,Variant SKU,Variant Inventory Qty,Variant Price,Image Src\n"
            "tee,Classic Tee,Apparel,TEE-1,5,19.90,https://x.example/1.jpg\ntee,,,TEE-2,0,19.90,\ntee,,,,,,"
            "https://x.example/2.jpg\n"
        ),
        {
            "product_id": "TEE-1",
            "sku": "TEE-1",
            "name": "Classic Tee",
            "category": "Apparel",
            "stock": Decimal(5),
            "price": Decimal("19.90"),
            "image_url": "https://x.example/1.jpg",
        },
    ),
    "woocommerce-products": (
        "products",
        (
            "ID,Type,SKU,Name,In stock?,Stock,Sale price,Regular price,Categories,Images\n"
            '7,simple,MUG,Mug,1,,,12.00,Kitchen,"https://x.example/a.jpg, https://x.example/b.jpg"\n'
        ),
        {
            "product_id": "7",
            "sku": "MUG",
            "name": "Mug",
            "in_stock": True,
            "price": Decimal("12.00"),
            "category": "Kitchen",
            "image_url": "https://x.example/a.jpg",
        },
    ),
    "woocommerce-orders": (
        "orders",
        (
            "Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Email (Billing),"
            "Phone (Billing),"
            "Country Code (Billing),Order Total Amount,Item Name,SKU,Quantity (- Refund),Item Cost\n"
            "77,Processing,2026-09-03 14:14,Ann,Bee,ann@example.com,(202) 555-0143,US,24.00,Mug,MUG,2,12.00\n"
        ),
        {
            "order_id": "77",
            "status": OrderStatus.PAID,
            "source_status": "Processing",
            "ordered_at": AT,
            "customer_name": "Ann Bee",
            "email": "ann@example.com",
            "phone": "+12025550143",
            "country": "US",
            "order_total": Decimal("24.00"),
            "product_name": "Mug",
            "sku": "MUG",
            "quantity": Decimal(2),
            "unit_price": Decimal("12.00"),
        },
    ),
    "woocommerce-analytics-orders": (
        "orders",
        (
            "Date,Order #,N. Revenue,Status,Customer,Customer type,Product(s),Items sold,Coupon(s)\n"
            "2026-09-03 14:14:00,77,24.00,completed,Ann Bee,returning,2× Mug,2,\n"
        ),
        {"order_id": "77", "ordered_at": AT, "status": OrderStatus.PAID, "order_total": Decimal("24.00")},
    ),
    "woocommerce-customers": (
        "customers",
        (
            "Name,Username,Last Active,Sign Up,Email,Orders,Total Spend,AOV,Country / Region,City\n"
            "Ann Bee,ann,2026-09-01,2026-01-02,ann@example.com,3,129.90,43.30,US,Bonn\n"
        ),
        {"name": "Ann Bee", "email": "ann@example.com", "orders_count": Decimal(3), "created_at": date(2026, 1, 2)},
    ),
    "square-transactions": (
        "orders",
        (
            "Date,Time,Time Zone,Gross Sales,Net Sales,Total Collected,Transaction ID,PAN Suffix,Event Type,"
            "Customer ID,Customer Name\n"
            "2026-09-03,10:14:00,Eastern Time (US & Canada),"
            '$30.00,$27.00,"$1,031.16 ",SQ1,0000,Payment,C1,Dee Example\n'
        ),
        {
            "order_id": "SQ1",
            "ordered_at": AT,
            "order_total": Decimal("1031.16"),
            "customer_id": "C1",
            "customer_name": "Dee Example",
            "currency": "USD",
        },
    ),
    "square-items": (
        "orders",
        (
            "Date,Time,Time Zone,Category,Item,Qty,SKU,Net Sales,Transaction ID,Event Type,Customer ID,Customer Name\n"
            "2026-09-03,10:14:00,Eastern Time (US & Canada),Ceramics,Mug,2,MUG,$36.00,SQ1,Payment,,\n"
        ),
        {
            "order_id": "SQ1",
            "ordered_at": AT,
            "category": "Ceramics",
            "product_name": "Mug",
            "quantity": Decimal(2),
            "sku": "MUG",
            "line_total": Decimal("36.00"),
            "currency": "USD",
        },
    ),
    "square-customers": (
        "customers",
        (
            "Reference ID,First Name,Last Name,Email Address,Phone Number,Square Customer ID,Creation Source,"
            "Last Visit,"
            "Transaction Count,Lifetime Spend,Email Subscription Status\n"
            ',Ann,Bee,ann@example.com,2025550143,SQC1,Merge,2026-09-03,3,"$1,029.90",unsubscribed\n'
        ),
        {
            "customer_id": "SQC1",
            "email": "ann@example.com",
            "phone": "+12025550143",
            "last_order_at": date(2026, 9, 3),
            "lifetime_value": Decimal("1029.90"),
            "consent_email": False,
        },
    ),
    "square-catalogue": (
        "products",
        "Token,Item Name,Variation Name,SKU,Category,Price,Current Quantity\nT1,Mug,Regular,MUG,Ceramics,$18.00,4\n",
        {"product_id": "T1", "sku": "MUG", "name": "Mug", "price": Decimal("18.00"), "stock": Decimal(4)},
    ),
    "etsy-sold-order-items": (
        "orders",
        (
            "Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Item Total,Currency,Transaction ID,Listing ID,"
            "Ship Name,Ship Country,"
            'Order ID,SKU\n09/03/26,Mug,Jane P,2,16.00,FALL,32.00,USD,401,140,"Jane P","United States",381,\n'
        ),
        {
            "order_id": "381",
            "ordered_at": date(2026, 9, 3),
            "customer_id": "Jane P",
            "product_id": "140",
            "quantity": Decimal(2),
            "line_total": Decimal("32.00"),
            "country": "US",
            "discount_code": "FALL",
        },
    ),
    "etsy-sold-orders": (
        "orders",
        (
            "Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Currency,Order Value,Order Total,Status,"
            "Ship Country\n"
            "09/03/26,381,jane1,Jane P,Jane,P,EUR,30.00,34.50,,Germany\n"
        ),
        {"order_id": "381", "customer_id": "jane1", "order_total": Decimal("34.50"), "country": "DE"},
    ),
    "etsy-listings": (
        "products",
        'TITLE,DESCRIPTION,PRICE,CURRENCY_CODE,QUANTITY,TAGS,SKU\n"Mug, blue","two\nlines",20.00,USD,3,a,\n',
        {"product_id": "Mug, blue", "price": Decimal("20.00"), "currency": "USD", "stock": Decimal(3)},
    ),
    "prestashop-customers": (
        "customers",
        (
            "Customer ID;Active (0/1);Titles ID (Mr = 1, Ms = 2, else 0);Email *;Password *;Birthday (yyyy-mm-dd);"
            "Last Name *;"
            "First Name *;Newsletter (0/1);Opt-in (0/1);Groups (x,y,z...);Default group ID\n"
            "4;1;1;ann@example.com;secret;1952-12-04;Bee;Ann;0;1;Customer, Vip;4\n"
        ),
        {
            "customer_id": "4",
            "email": "ann@example.com",
            "birthday": date(1952, 12, 4),
            "consent_email": False,
            "tags": ("Customer", "Vip"),
        },
    ),
    "prestashop-customer-list": (
        "customers",
        (
            "ID,Social title,First name,Last name,Email address,Sales,Enabled,Newsletter,Partner offers,Registration,"
            "Last visit\n"
            "4,Mrs,Ann,Bee,ann@example.com,129.90,1,1,0,2026-01-02 10:00:00,--\n"
        ),
        {"customer_id": "4", "email": "ann@example.com", "consent_email": True},
    ),
    "prestashop-addresses": (
        "customers",
        (
            "Adress ID;Alias*;Customer e-mail*;Customer ID;Company;Lastname*;Firstname*;City*;Country*;Phone;"
            "Mobile Phone\n"
            "9;Maker;;;Apple;Doe;John;Cupertino;United States;;\n1;Home;ann@example.com;;;Bee;Ann;Lyon;France;;"
            "06 12 34 56 78\n"
        ),
        {"email": "ann@example.com", "phone": "+33612345678", "country": "FR", "city": "Lyon"},
    ),
    "prestashop-orders": (
        "orders",
        (
            "ID;Reference;New client;Delivery;Customer;Total;Payment;Status;Date\n"
            "4;XKBKNABJK;0;France;A. Bee;€24.90;Card;Payment accepted;2026-09-03 14:14:00\n"
        ),
        {"order_id": "XKBKNABJK", "status": OrderStatus.PAID, "order_total": Decimal("24.90"), "currency": "EUR"},
    ),
    "shopware-customers": (
        "customers",
        (
            "id;salutation;customer_number;first_name;last_name;email;active;guest;customer_group;language;"
            "sales_channel;"
            "billing_first_name;billing_city;billing_country;billing_phone_number\n"
            "0a1d;mr;10000;Ann;Bee;ann@example.com;1;0;Standard;en-GB;Shop;Ann;Bonn;DE;\n"
        ),
        {
            "customer_id": "10000",
            "email": "ann@example.com",
            "country": "DE",
            "language": "en-GB",
            "tags": ("Standard",),
        },
    ),
    "shopware-newsletter": (
        "customers",
        "email;salutation;first_name;status;hash\nann@example.com;mrs;Ann;optOut;x\n",
        {"email": "ann@example.com", "consent_email": False},
    ),
    "shopware-orders": (
        "orders",
        (
            "order_number;order_date_time;amount_total;state;customer_number;email\n10;2026-09-03T14:14:00Z;24.9;"
            "completed;7;a@example.com\n"
        ),
        {"order_id": "10", "ordered_at": AT, "order_total": Decimal("24.9"), "status": OrderStatus.PAID},
    ),
    "mailchimp-audience": (
        "customers",
        (
            "Email Address,First Name,Last Name,Phone Number,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,LAST_CHANGED,LEID,"
            "EUID,TAGS,UNSUB_TIME\n"
            'ann@example.com,Ann,B,,2,2026-01-02 04:05:06,,,1,2,"""VIP"",""Blog""",2026-02-01 00:00:01\n'
        ),
        {"email": "ann@example.com", "tags": ("VIP", "Blog"), "consent_email": False},
    ),
    "mailers-brevo": (
        "customers",
        (
            "CONTACT ID,EMAIL,FIRSTNAME,LASTNAME,SMS,EMAIL_BLACKLISTED,SMS_BLACKLISTED\n1,ann@example.com,Ann,B,"
            "12025550143,Yes,No\n"
        ),
        {"email": "ann@example.com", "phone": "+12025550143", "consent_email": False},
    ),
    "mailers-klaviyo": (
        "customers",
        (
            "Email,Klaviyo ID,First Name,Last Name,Phone Number,Email Marketing Consent,SMS Marketing Consent\n"
            "ann@example.com,01H,Ann,B,+12025550143,NEVER_SUBSCRIBED,SUBSCRIBED\n"
        ),
        {"customer_id": "01H", "email": "ann@example.com", "consent_sms": True},
    ),
    "mailers-hubspot": (
        "customers",
        (
            "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Unsubscribed from all email,"
            "Create Date\n"
            "51,Ann,B,ann@example.com,,Sam,NEW,true,2026-01-02 10:00\n"
        ),
        {"customer_id": "51", "agent": "Sam", "status": "NEW", "consent_email": False},
    ),
    "mailers-activecampaign": (
        "customers",
        "Contact ID,Email,First Name,Last Name,Phone,Status,Lists,Tags\n5,ann@example.com,Ann,B,,Bounced,All,vip\n",
        {"customer_id": "5", "consent_email": False, "tags": ("vip",)},
    ),
    "mailers-kit": (
        "customers",
        "first_name,email,status,subscribed_at,tags\nAnn,ann@example.com,complained,2026-01-02,vip\n",
        {"email": "ann@example.com", "consent_email": False},
    ),
    "mailers-systeme-io": (
        "customers",
        (
            "Email,First name,Surname,Phone number,Country,Tags,Date registered\n"
            'ann@example.com,Ann,B,+33600000001,FR,"lead,client",2026-01-02 07:08:09\n'
        ),
        {"email": "ann@example.com", "phone": "+33600000001", "tags": ("lead", "client")},
    ),
    "mailers-mautic": (
        "customers",
        "firstname,lastname,company,email,country\nAnn, B., Example Org, ann@example.com, Switzerland\n",
        {"first_name": "Ann", "last_name": "B.", "email": "ann@example.com", "country": "CH"},
    ),
    "contacts-google": (
        "customers",
        (
            "Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value\n"
            '"Zoë, Smith",Zoë,Smith,Home,zoe@example.com,Mobile,(202) 555-0143 ::: (202) 555-0144\n'
        ),
        {"name": "Zoë, Smith", "first_name": "Zoë", "email": "zoe@example.com", "phone": "+12025550143"},
    ),
    "contacts-thunderbird": (
        "customers",
        "First Name,Last Name,Display Name,Primary Email,Mobile Number\nAnn,B,Ann B,ann@example.com,2025550143\n",
        {"name": "Ann B", "phone": "+12025550143"},
    ),
    "contacts-wave": (
        "customers",
        (
            "customer_name,email,contact_first_name,contact_last_name,customer_currency,phone,country\nAcme,"
            "a@example.com,Ann,B,USD,,US\n"
        ),
        {"name": "Acme", "first_name": "Ann", "email": "a@example.com", "country": "US"},
    ),
    "contacts-freshbooks": (
        "customers",
        (
            "Organization,First Name,Last Name,Email,Phone,City,Province/State,Country\nAcme,Ann,B,a@example.com,,"
            "Bonn,,Germany\n"
        ),
        {"name": "Acme", "email": "a@example.com", "country": "DE"},
    ),
    "contacts-zoho-invoices": (
        "orders",
        (
            "Invoice Date,Invoice ID,Invoice Number,Invoice Status,Customer Name,Customer ID,Currency Code,Item Name,"
            "Quantity,Item Price,"
            "Item Total,Total\n2026-09-03,25200,INV-1,Sent,Acme,25201,USD,Mallet,6.00,4.25,25.50,489.75\n"
        ),
        {"order_id": "INV-1", "status": OrderStatus.PENDING, "order_total": Decimal("489.75"), "customer_id": "25201"},
    ),
    "shops-magento-customers": (
        "customers",
        (
            "email,_website,_store,created_at,dob,firstname,lastname,password_hash,rp_token,password\n"
            "ann@example.com,base,default,2026-01-02 10:00:00,1980-01-02,Ann,B,d708be:1,07e7,\n"
        ),
        {"email": "ann@example.com", "first_name": "Ann", "birthday": date(1980, 1, 2)},
    ),
    "shops-magento-customer-grid": (
        "customers",
        (
            'ID,Name,Email,Group,Phone,ZIP,Country,Customer Since\n4,Ann B,ann@example.com,General,,,Germany,"Jan 2,'
            ' 2026 9:00:00 AM"\n'
        ),
        {"customer_id": "4", "tags": ("General",), "created_at": datetime(2026, 1, 2, 9, tzinfo=UTC)},
    ),
    "shops-magento-orders": (
        "orders",
        (
            "ID,Purchase Point,Purchase Date,Bill-to Name,Grand Total (Base),Grand Total (Purchased),Status,"
            "Customer Email\n"
            '000000001,Main,"Sep 3, 2026 2:14:00 PM",Ann B,$24.00,$24.00,complete,ann@example.com\n'
        ),
        {"order_id": "000000001", "ordered_at": AT, "order_total": Decimal("24.00"), "status": OrderStatus.PAID},
    ),
    "shops-loyverse-customers": (
        "customers",
        (
            "Customer ID,Customer name,Email,Phone,City,Country,Points balance,First visit,Last visit,Total visits,"
            "Total spent\n"
            "4,Ann B,ann@example.com,,Bonn,DE,3,2026-01-02,2026-09-03,5,129.90\n"
        ),
        {"customer_id": "4", "orders_count": Decimal(5), "last_order_at": date(2026, 9, 3)},
    ),
    "shops-loyverse-receipts": (
        "orders",
        (
            "Date,Receipt number,Receipt type,Gross sales,Net sales,Customer name,Customer contacts,Status\n"
            "2026-09-03 14:14,1-1001,Sale,30.00,27.00,Ann B,ann@example.com,Closed\n"
        ),
        {"order_id": "1-1001", "ordered_at": AT, "line_total": Decimal("27.00"), "status": OrderStatus.PAID},
    ),
    "shops-loyverse-items": (
        "products",
        "Handle,SKU,Name,Category,Default price\nmug,10001,Mug,Kitchen,12.00\n",
        {"product_id": "10001", "name": "Mug", "category": "Kitchen", "price": Decimal("12.00")},
    ),
    "shops-gumroad-sales": (
        "orders",
        (
            "Purchase ID,Item Name,Buyer Name,Purchase Email,Purchase Date,Purchase Time (UTC timezone),"
            "Sale Price ($),Refunded?,"
            "Partial Refund ($),Fully Refunded?,Country,Quantity\ng1,Plan,Ann B,ann@example.com,2026-09-03,14:14,"
            "12.00,true,4.00,false,Canada,1\n"
        ),
        {
            "order_id": "g1",
            "ordered_at": AT,
            "status": OrderStatus.PARTLY_REFUNDED,
            "refunded_amount": Decimal("4.00"),
            "currency": "USD",
            "country": "CA",
        },
    ),
    "shops-fourthwall-orders": (
        "orders",
        (
            "Order ID,Created At,Status,Product,Quantity,Total,Base Cost,Your Earnings\nFW-9,2026-09-14,Fulfilled,"
            "Tee,1,37.10,14.00,18.20\n"
        ),
        {"order_id": "FW-9", "order_total": Decimal("37.10"), "status": OrderStatus.PAID},
    ),
    "shops-stripe-payments": (
        "orders",
        (
            "id,Created (UTC),Amount,Amount Refunded,Currency,Status,Customer ID,Customer Email\n"
            "ch_1,2026-09-03 14:14:00,24.00,0.00,usd,Paid,cus_1,ann@example.com\n"
        ),
        {"order_id": "ch_1", "ordered_at": AT, "currency": "USD", "customer_id": "cus_1", "status": OrderStatus.PAID},
    ),
    "shops-payment-list": (
        "orders",
        (
            "transaction_id,settlement_date,order_reference,amount,currency,status\npi_1,2026-09-03 14:14:00,#7,"
            "24.00,USD,succeeded\n"
        ),
        {"order_id": "#7", "ordered_at": AT, "order_total": Decimal("24.00"), "status": OrderStatus.PAID},
    ),
    "shops-eccube-products": (
        "products",
        (
            "商品ID,公開ステータス(ID),商品名,商品コード,在庫数,在庫数無制限フラグ,通常価格,販売価格\n1,1,カップ,CUP,"
            ",1,3000,2800\n"
        ),
        {
            "product_id": "1",
            "sku": "CUP",
            "name": "カップ",
            "price": Decimal(2800),
            "in_stock": True,
            "currency": "JPY",
        },
    ),
    "shops-eccube-customers": (
        "customers",
        (
            "会員ID,お名前(姓),お名前(名),メールアドレス,TEL,誕生日,購入回数\n3,山田,花子,hanako@example.com,,"
            "1980-01-02,4\n"
        ),
        {"customer_id": "3", "last_name": "山田", "first_name": "花子", "orders_count": Decimal(4)},
    ),
    "shops-eccube-orders": (
        "orders",
        (
            "注文番号,会員ID,お名前(姓),お名前(名),メールアドレス,お支払い合計,対応状況(名称),注文日,商品名,価格,個数\n"
            "7,3,山田,花子,hanako@example.com,2800,発送済み,2026年9月3日 14:14:00,カップ,2800,1\n"
        ),
        {
            "order_id": "7",
            "customer_name": "山田 花子",
            "ordered_at": AT,
            "status": OrderStatus.PAID,
            "currency": "JPY",
        },
    ),
    "storefronts-squarespace-orders": (
        "orders",
        (
            "Order ID,Email,Financial Status,Currency,Amount Refunded,Total,Created at,Lineitem quantity,Lineitem name,"
            "Lineitem price,Billing Name,Cancelled at\n"
            "00007,ann@example.com,PAID,USD,0.00,20.00,2026-09-03 10:14:00 -0400,2,Mug,10.00,Ann B,\n"
        ),
        {"order_id": "00007", "status": OrderStatus.PAID, "ordered_at": AT, "order_total": Decimal("20.00")},
    ),
    "storefronts-wix-orders": (
        "orders",
        (
            "Order number,Date created,Time,Contact email,Note to customer,Item,Qty,Price,Billing name,Payment status,"
            "Currency,Total,Refunded amount\n"
            '10001,"Sep 3, 2026",2:14:00 PM,ann@example.com,Thanks,Mug,2,10.00,Ann B,Unpaid,USD,20.00,0.00\n'
        ),
        {"order_id": "10001", "status": OrderStatus.PENDING, "ordered_at": AT, "order_total": Decimal("20.00")},
    ),
    "storefronts-amazon-orders": (
        "orders",
        (
            "order-id,order-item-id,purchase-date,buyer-email,buyer-name,sku,product-name,quantity-purchased,currency,"
            "item-price\n"
            "111-1,9,2026-09-03T14:14:00+00:00,ann@example.com,Ann B,M1,Mug,2,USD,20.00\n"
        ),
        {"order_id": "111-1", "ordered_at": AT, "sku": "M1", "quantity": Decimal(2), "line_total": Decimal("20.00")},
    ),
}

REFUSED = {
    "shopify-payments": (
        "Transaction Date,Type,Order,Card Brand,Payout Status,Payout Date,Payout ID\n2026-09-03,charge,#1,visa,"
        "paid,x,9\n"
    ),
    "shopify-payouts": "Payout Date,Status,Charges,Refunds,Fees,Total\n2026-09-03,paid,1,2,3,4\n",
    "etsy-statement": "Date,Type,Title,Info,Currency,Amount,Fees & Taxes,Net\n2026-09-03,Sale,Payment,,USD,$1,--,$1\n",
    "shops-amazon-transactions": "date/time,settlement id,type,order id,sku,total\nx,1,Order,1,M,2\n",
    "shops-paypal-activity": (
        "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net\n9/3/2026,1,PDT,Ann,Sale,x,USD,1,0,1\n"
    ),
}

EXPORTS |= more_exports.EXPORTS
REFUSED |= more_exports.REFUSED


@pytest.mark.parametrize("name", EXPORTS)
def test_a_known_export_comes_in_without_a_mapping(tmp_path: Path, name: str) -> None:
    """D2: one command, no mapping."""
    kind, content, expected = EXPORTS[name]
    read = read_text(tmp_path, content, kind)
    assert read.plan.preset == name
    assert read.faults == []
    values = read.values[0]
    assert {field: values.get(field) for field in expected} == expected
    assert read_text(tmp_path, content).plan.preset == name, "the kind is known without being told"


@pytest.mark.parametrize("name", REFUSED)
def test_ledgers_are_refused_with_what_would_work(tmp_path: Path, name: str) -> None:
    """D2: a payments report named "orders" is refused with what it is."""
    with pytest.raises(WrongKind) as refusal:
        read_text(tmp_path, REFUSED[name], "orders")
    preset = next(preset for preset in load_presets() if preset.name == name)
    assert preset.title in str(refusal.value)
    assert preset.refusal is not None
    assert preset.refusal in str(refusal.value)


def test_every_preset_has_its_test() -> None:
    """D2: none is known only by hearsay."""
    unseen = {case.preset for case in unseen_files.CASES if case.preset}
    refused = {preset.name for preset in load_presets() for case in unseen_files.CASES if case.refused == preset.title}
    assert {preset.name for preset in load_presets()} == EXPORTS.keys() | REFUSED.keys() | unseen | refused


def test_the_column_of_a_state_is_the_one_with_the_states() -> None:
    """cli.md: `columns` names the column that an owner would name, not the one that only tells an exception."""
    source = Source("status", ValueType.STATUS, ("Cancelled at", "Paid"), meanings=({"*": "cancelled"}, None))
    assert source.main_column == "Paid"


def test_shopifys_continuation_rows(tmp_path: Path) -> None:
    """D2: rows after the first carry the line only, sometimes not even the order's name."""
    content = (
        "Name,Email,Financial Status,Created at,Total,Lineitem quantity,Lineitem name\n"
        "#1,ann@example.com,paid,2026-09-03 10:14:00 -0400,47.00,2,Print\n"
        "#1,ann@example.com,,,,1,Tote\n,,,,,1,Tote\n"
        "#2,bo@example.com,paid,never,25.00,1,Mug\n,,,,,1,Spoon\n"
    )
    read = read_text(tmp_path, content, "orders")
    assert [(record.line, record.continues) for record in read.records] == [(2, False), (3, True), (4, True)]
    assert read.column("order_id") == ["#1", "#1", "#1"]
    assert read.rejected == [5, 6]
    assert read.plan.heads_are_unique
    people = read_text(tmp_path, content, "customers")
    assert people.column("email") == ["ann@example.com", "bo@example.com"]


def test_squares_refund_rows(tmp_path: Path) -> None:
    """D2: a negative row with the same transaction takes money back; it is no line of its own."""
    header = "Date,Time,Time Zone,Item,Qty,Net Sales,Transaction ID,Event Type\n"
    zone = "Eastern Time (US & Canada)"
    rows = (
        f"2026-09-03,10:00:00,{zone},Mug,1,$12.00,SQ1,Payment\n2026-09-04,10:00:00,{zone},Mug,-1,($12.00),SQ1,Refund\n"
    )
    read = read_text(tmp_path, header + rows, "orders")
    assert read.column("line_total") == [Decimal("12.00"), None]
    assert read.column("refunded_amount") == [None, Decimal("12.00")]
    assert [record.continues for record in read.records] == [False, True]


def test_etsy_says_that_nobody_can_be_contacted(tmp_path: Path) -> None:
    """D2: never the unreachable in silence."""
    for name in ("etsy-sold-order-items", "etsy-sold-orders"):
        kind, content, _ = EXPORTS[name]
        assert any("cannot be contacted" in note for note in read_text(tmp_path, content, kind).plan.notes)


@pytest.mark.parametrize(
    ("times", "consent"),
    [(",,", None), ("2026-01-02,,", True), (",2026-01-02,", True), ("2026-01-02,2026-01-02,2026-02-02", False)],
)
def test_mailchimps_meaning_of_times(tmp_path: Path, times: str, consent: bool | None) -> None:
    """C18: a time of leaving is a no, a time of joining a yes, a blank neither."""
    content = f"Email Address,MEMBER_RATING,LEID,OPTIN_TIME,CONFIRM_TIME,UNSUB_TIME\nann@example.com,2,1,{times}\n"
    assert read_text(tmp_path, content, "customers").column("consent_email") == [consent]


def test_only_those_who_left_are_opt_outs(tmp_path: Path) -> None:
    """C18: an audience imported as opt-outs takes those with a time of leaving, nobody else."""
    header = "Email Address,MEMBER_RATING,LEID,UNSUB_TIME\n"
    read = read_text(tmp_path, header + "ann@example.com,2,1,\nbo@example.com,2,2,2026-02-01 00:00:01\n", "optouts")
    assert read.column("email") == ["bo@example.com"]
    assert read.column("opted_out_at") == [datetime(2026, 2, 1, 0, 0, 1, tzinfo=UTC)]
    with pytest.raises(WrongKind, match="no column says who opted out"):
        read_text(tmp_path, "Email Address,MEMBER_RATING,LEID\nann@example.com,2,1\n", "optouts")


def test_a_known_export_of_another_kind_is_refused_with_a_hint(tmp_path: Path) -> None:
    """D2: customers are no orders; the sentence says what takes the file."""
    kind, content, _ = EXPORTS["shopify-customers"]
    with pytest.raises(WrongKind, match="`import customers`") as refusal:
        read_text(tmp_path, content, "orders")
    assert "Shopify customers export" in str(refusal.value)
    assert kind == "customers"


def test_secrets_are_left_out_and_said(tmp_path: Path) -> None:
    """D2: password hashes, tokens and card data never come in."""
    kind, content, _ = EXPORTS["shops-magento-customers"]
    read = read_text(tmp_path, content, kind)
    assert "d708be:1" not in str(read.values)
    assert any("password_hash" in note for note in read.plan.notes)


def test_amounts_take_the_shops_dollar(tmp_path: Path) -> None:
    """D2: $ in a Canadian shop is CAD."""
    kind, content, _ = EXPORTS["square-items"]
    assert read_text(tmp_path, content, kind, settings=shop("CA", currency="CAD")).column("currency") == ["CAD"]


def test_a_known_export_of_orders_tells_the_buyer_in_further_columns_too(tmp_path: Path) -> None:
    """D2: what reaches the buyer counts also beside the columns that the preset names, and where those are blank."""
    content = (
        "Order ID,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Subtotal,Total,Created at,"
        "Lineitem quantity,Lineitem name,Lineitem price,Billing Name,Customer Email,Customer Mobile\n"
        "1,ann@example.com,PAID,,,,USD,5,5,2026-02-03 10:00:00,1,Mug,5,Ann Bee,annie@example.com,+12025550143\n"
        "2,,PAID,,,,USD,5,5,2026-02-04 10:00:00,1,Mug,5,Bo Cee,bo@example.com,\n"
    )
    told = read_text(tmp_path, content, "orders")
    assert told.plan.preset == "storefronts-squarespace-orders"
    assert told.column("email") == ["ann@example.com", "bo@example.com"]
    assert told.column("phone") == ["+12025550143", None]
