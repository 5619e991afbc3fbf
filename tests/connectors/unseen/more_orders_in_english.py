"""What tills, tools and salons export of their orders, in English."""

from tests.connectors.unseen.case import Case

CASES = (
    Case(
        "opencart-orders",
        "orders",
        (
            "Order ID,Customer,Email,Telephone,Status,Total,Currency,Date Added,Date Modified\n"
            "51,Ann Bee,ann@example.com,202-555-0143,Complete,$24.00,USD,2025-02-03,2025-02-05\n"
            "52,Bo Cee,bo@example.com,,Canceled Reversal,$12.00,USD,2025-02-04,2025-02-05\n"
            "53,Cy,cy@example.com,,Denied,$12.00,USD,2025-02-05,2025-02-05\n"
        ),
        values={
            "order_id": ["51", "52", "53"],
            "ordered_at": ["2025-02-03", "2025-02-04", "2025-02-05"],
            "customer_name": ["Ann Bee", "Bo Cee", "Cy"],
            "email": ["ann@example.com", "bo@example.com", "cy@example.com"],
            "phone": ["+12025550143", None, None],
            "order_total": ["24", "12", "12"],
            "currency": ["USD", "USD", "USD"],
            "status": ["paid", "paid", "voided"],
        },
    ),
    Case(
        "nop-orders",
        "orders",
        (
            "OrderId,StoreId,CustomerId,OrderGuid,OrderStatus,PaymentStatus,ShippingStatus,OrderSubtotalInclTax,"
            "OrderShippingInclTax,OrderTotal,RefundedAmount,CustomerCurrencyCode,CreatedOnUtc,BillingFirstName,"
            "BillingLastName,BillingEmail,BillingPhoneNumber,BillingCountry\n"
            "61,1,9,g-1,Complete,Paid,Delivered,20,4,24.0000,0.0000,USD,2025-02-03 10:11:12,Ann,Bee,"
            "ann@example.com,202-555-0143,United States\n"
            "62,1,10,g-2,Cancelled,Voided,NotYetShipped,12,0,12.0000,0.0000,USD,2025-02-04 10:11:12,Bo,Cee,"
            "bo@example.com,,United States\n"
        ),
        values={
            "order_id": ["61", "62"],
            "ordered_at": ["2025-02-03T10:11:12Z", "2025-02-04T10:11:12Z"],
            "status": ["paid", "cancelled"],
            "customer_id": ["9", "10"],
            "order_total": ["24", "12"],
            "refunded_amount": ["0", "0"],
            "currency": ["USD", "USD"],
            "customer_name": ["Ann Bee", "Bo Cee"],
            "email": ["ann@example.com", "bo@example.com"],
            "phone": ["+12025550143", None],
        },
    ),
    Case(
        "shopee",
        "orders",
        (
            "Order ID,Order Status,Return / Refund Status,Tracking Number*,Order Creation Date,Product Name,"
            "SKU Reference No.,Deal Price,Quantity,Product Subtotal,Grand Total,Username (Buyer),Receiver Name,"
            "Phone Number,Country\n"
            "2502AAA,Completed,,T1,2025-02-03 10:11,Mug,M1,12.00,2,24.00,29.00,ann_b,A***e,******43,US\n"
            "2502AAB,Cancelled,,,2025-02-04 10:11,Mug,M1,12.00,1,12.00,12.00,bo_c,B***,******44,US\n"
        ),
        preset="erp-shopee-orders",
        values={
            "order_id": ["2502AAA", "2502AAB"],
            "ordered_at": ["2025-02-03T10:11:00Z", "2025-02-04T10:11:00Z"],
            "status": ["paid", "cancelled"],
            "product_name": ["Mug", "Mug"],
            "sku": ["M1", "M1"],
            "unit_price": ["12", "12"],
            "quantity": ["2", "1"],
            "line_total": ["24", "12"],
            "order_total": ["29", "12"],
            "customer_id": ["ann_b", "bo_c"],
        },
    ),
    Case(
        "xero-invoices",
        "orders",
        (
            "ContactName,EmailAddress,POAddressLine1,POCity,POCountry,InvoiceNumber,Reference,InvoiceDate,"
            "DueDate,PlannedDate,Total,TaxTotal,InvoiceAmountPaid,InvoiceAmountDue,InventoryItemCode,Description,"
            "Quantity,UnitAmount,Discount,LineAmount,AccountCode,TaxType,TaxAmount,Currency,Type,Sent,Status\n"
            "Ann Bee,ann@example.com,,,US,INV-1,,13/02/2025,13/03/2025,,44.00,4.00,44.00,0.00,M1,Mug,2,10.00,0,"
            "20.00,200,Tax,2,GBP,Sales invoice,Sent,Paid\n"
            "Ann Bee,ann@example.com,,,US,INV-1,,13/02/2025,13/03/2025,,44.00,4.00,44.00,0.00,P1,Plate,1,20.00,0,"
            "20.00,200,Tax,2,GBP,Sales invoice,Sent,Paid\n"
            "Bo Cee,bo@example.com,,,US,INV-2,,14/02/2025,14/03/2025,,12.00,0,0,12.00,M1,Mug,1,12.00,0,12.00,200,"
            "Tax,0,GBP,Sales invoice,Sent,Voided\n"
        ),
        country="GB",
        preset="erp-xero-invoices",
        values={
            "order_id": ["INV-1", "INV-1", "INV-2"],
            "ordered_at": ["2025-02-13", "2025-02-13", "2025-02-14"],
            "customer_name": ["Ann Bee", "Ann Bee", "Bo Cee"],
            "email": ["ann@example.com", "ann@example.com", "bo@example.com"],
            "order_total": ["44", "44", "12"],
            "status": ["paid", "paid", "voided"],
            "currency": ["GBP", "GBP", "GBP"],
            "product_name": ["Mug", "Plate", "Mug"],
            "product_id": ["M1", "P1", "M1"],
            "quantity": ["2", "1", "1"],
            "unit_price": ["10", "20", "12"],
            "line_total": ["20", "20", "12"],
        },
    ),
    Case(
        "acuity",
        "orders",
        (
            "Start Time,End Time,First Name,Last Name,Phone,Email,Type,Calendar,Appointment Price,Paid?,"
            "Amount Paid Online,Certificate Code,Notes,Date Scheduled,Label,Scheduled By,Appointment ID\n"
            '"February 3, 2025 10:00 am","February 3, 2025 11:00 am",Ann,Bee,2025550143,ann@example.com,Massage,'
            'Sam,80.00,yes,80.00,,,"January 20, 2025",,,9001\n'
        ),
        preset="appointments-acuity-appointments",
        values={
            "ordered_at": ["2025-02-03T10:00:00Z"],
            "customer_name": ["Ann Bee"],
            "phone": ["+12025550143"],
            "email": ["ann@example.com"],
            "order_id": ["9001"],
            "order_total": ["80"],
            "product_name": ["Massage"],
        },
    ),
    Case(
        "fresha-appointments",
        "orders",
        (
            "Appt. ref.,Client,Service,Appt. date,Time,Duration,Location,Team member,Price,Status,Created date\n"
            "#A1,Ann Bee,Haircut,13 Feb 2025,10:00,60,Main,Sam,45.00,Completed,1 Feb 2025\n"
            "#A2,Bo Cee,Haircut,14 Feb 2025,11:00,60,Main,Sam,45.00,No Show,1 Feb 2025\n"
            "#A3,Cy Dee,Haircut,15 Feb 2025,11:00,60,Main,Sam,45.00,Cancelled,1 Feb 2025\n"
        ),
        preset="appointments-fresha-appointments",
        values={
            "order_id": ["#A1", "#A2", "#A3"],
            "ordered_at": ["2025-02-13T10:00:00Z", "2025-02-14T11:00:00Z", "2025-02-15T11:00:00Z"],
            "customer_name": ["Ann Bee", "Bo Cee", "Cy Dee"],
            "product_name": ["Haircut", "Haircut", "Haircut"],
            "order_total": ["45", "45", "45"],
            "status": ["paid", "cancelled", "cancelled"],
        },
    ),
    Case(
        "calendly",
        "orders",
        (
            "Event Type Name,Start Date & Time,End Date & Time,Invitee Name,Invitee First Name,Invitee Last Name,"
            "Invitee Email,Invitee Time Zone,Canceled,Canceled By,Cancellation reason,Payment Currency,"
            "Payment Amount,Location\n"
            "Massage,2025-02-03 10:00 am,2025-02-03 11:00 am,Ann Bee,Ann,Bee,ann@example.com,America/New_York,"
            "false,,,USD,80,Main\n"
            "Massage,2025-02-04 10:00 am,2025-02-04 11:00 am,Bo Cee,Bo,Cee,bo@example.com,America/New_York,true,"
            "Bo,ill,USD,80,Main\n"
        ),
        preset="appointments-calendly-events",
        values={
            "ordered_at": ["2025-02-03T10:00:00Z", "2025-02-04T10:00:00Z"],
            "customer_name": ["Ann Bee", "Bo Cee"],
            "email": ["ann@example.com", "bo@example.com"],
            "status": ["paid", "cancelled"],
            "order_total": ["80", "80"],
            "currency": ["USD", "USD"],
            "product_name": ["Massage", "Massage"],
        },
    ),
    Case(
        "stripe-unified",
        "orders",
        (
            "id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,"
            "Converted Amount Refunded,Converted Currency,Decline Reason,Description,Fee,Mode,PaymentIntent ID,"
            "Refunded date (UTC),Statement Descriptor,Status,Seller Message,Taxes On Fee,Card ID,Customer ID,"
            "Customer Description,Customer Email,Invoice ID,Transfer\n"
            "py_1,2025-02-03 10:11:12,24.00,0.00,usd,true,24.00,0.00,usd,,,1.00,Live,pi_1,,SHOP,Paid,"
            "Payment complete.,0,,cus_1,,ann@example.com,,\n"
            "py_2,2025-02-04 10:11:12,12.00,0.00,usd,false,0,0.00,usd,card_declined,,0,Live,pi_2,,SHOP,Failed,,0,"
            ",cus_2,,bo@example.com,,\n"
            "py_3,2025-02-05 10:11:12,12.00,12.00,usd,true,12,12,usd,,,0,Live,pi_3,2025-02-06 10:00,SHOP,"
            "Refunded,,0,,cus_3,,cy@example.com,,\n"
            "py_4,2025-02-05 10:11:12,12.00,2.00,usd,true,12,2,usd,,,0,Live,pi_4,2025-02-06 10:00,SHOP,"
            "Partial Refund,,0,,cus_3,,cy@example.com,,\n"
        ),
        preset="shops-stripe-payments",
        values={
            "order_id": ["py_1", "py_2", "py_3", "py_4"],
            "ordered_at": [
                "2025-02-03T10:11:12Z",
                "2025-02-04T10:11:12Z",
                "2025-02-05T10:11:12Z",
                "2025-02-05T10:11:12Z",
            ],
            "order_total": ["24", "12", "12", "12"],
            "refunded_amount": ["0", "0", "12", "2"],
            "currency": ["USD", "USD", "USD", "USD"],
            "status": ["paid", "voided", "refunded", "partly_refunded"],
            "customer_id": ["cus_1", "cus_2", "cus_3", "cus_3"],
            "email": ["ann@example.com", "bo@example.com", "cy@example.com", "cy@example.com"],
        },
    ),
    Case(
        "etsy-orders-2025",
        "orders",
        (
            "Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Number of Items,Payment Method,"
            "Date Shipped,Street 1,Street 2,Ship City,Ship State,Ship Zipcode,Ship Country,Currency,Order Value,"
            "Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Shipping,Sales Tax,Order Total,Status,"
            "Card Processing Fees,Order Net,Adjusted Order Total,Buyer,Order Type,Payment Type,InPerson Discount,"
            "InPerson Location,SKU\n"
            "02/03/25,3812,annb,Ann Bee,Ann,Bee,2,Credit Card,02/04/25,,,Boston,MA,02138,United States,USD,20.00,"
            ",,0,0,5.00,0,25.00,,1.00,24.00,,Ann Bee (annb),online,,,,M1\n"
        ),
        preset="etsy-sold-orders",
        values={
            "order_id": ["3812"],
            "ordered_at": ["2025-02-03"],
            "customer_id": ["annb"],
            "customer_name": ["Ann Bee"],
            "currency": ["USD"],
            "order_total": ["25"],
        },
    ),
    Case(
        "woo-plain-export",
        "orders",
        (
            "Order ID,Order Number,Order Date,Order Status,Customer User ID,Billing First Name,Billing Last Name,"
            "Billing Email,Billing Phone,Order Total,Order Currency,Product Name,Product SKU,Quantity,Item Total\n"
            "77,77,2025-02-03,wc-completed,9,Ann,Bee,ann@example.com,,44.00,USD,Mug,M1,2,24.00\n"
            "77,77,2025-02-03,wc-completed,9,Ann,Bee,ann@example.com,,44.00,USD,Plate,P1,1,20.00\n"
        ),
        values={
            "order_id": ["77", "77"],
            "ordered_at": ["2025-02-03", "2025-02-03"],
            "status": ["paid", "paid"],
            "customer_id": ["9", "9"],
            "customer_name": ["Ann Bee", "Ann Bee"],
            "email": ["ann@example.com", "ann@example.com"],
            "order_total": ["44", "44"],
            "currency": ["USD", "USD"],
            "product_name": ["Mug", "Plate"],
            "sku": ["M1", "P1"],
            "quantity": ["2", "1"],
            "line_total": ["24", "20"],
        },
    ),
    Case(
        "quickbooks-sales-report",
        "orders",
        (
            "Acme Shop,,,,,,\n"
            "Sales by Customer Detail,,,,,,\n"
            '"January 1 - December 31, 2025",,,,,,\n'
            ",,,,,,\n"
            "Customer,Transaction date,Transaction type,Num,Product/Service full name,Quantity,Amount\n"
            "Ann Bee,02/13/2025,Invoice,1001,Mug,2,24.00\n"
            "Bo Cee,02/14/2025,Invoice,1002,Plate,1,20.00\n"
            "TOTAL,,,,,,44.00\n"
        ),
        preset="erp-quickbooks-sales",
        rejected=[8],
        values={
            "order_id": ["1001", "1002"],
            "ordered_at": ["2025-02-13", "2025-02-14"],
            "customer_name": ["Ann Bee", "Bo Cee"],
            "product_name": ["Mug", "Plate"],
            "quantity": ["2", "1"],
            "line_total": ["24", "20"],
            "status": ["paid", "paid"],
        },
    ),
)
