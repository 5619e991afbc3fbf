"""What shops export of their orders, in English."""

from tests.connectors.unseen.case import Case

CASES = (
    Case(
        "shopify-orders-2025",
        "orders",
        (
            "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,"
            "Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,"
            "Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,"
            "Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,"
            "Billing City,Billing Zip,Billing Country,Billing Phone,Shipping Name,Shipping Phone,"
            "Shipping Country,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,"
            "Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,"
            "Lineitem discount,Tax 1 Name,Tax 1 Value,Phone,Receipt Number,Duties,Billing Province Name,"
            "Payment ID,Payment Terms Name\n"
            "#1001,ann@example.com,paid,,,,yes,USD,47.00,5.00,,52.00,,,,2025-02-03 10:11:12 -0500,2,Print,10.00,,"
            "'0012,,,,Ann Bee,,,'02138,US,'+12025550143,,,,,,,,,0.00,Acme,,Sam,,,5551,,,,,,,,,,,,\n"
            "#1001,ann@example.com,,,,,,,,,,,,,,,1,Tote,27.00,,TOTE,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n"
            "#1002,bo@example.com,refunded,,,,,USD,10.00,,,10.00,,,,2025-02-04 10:11:12 -0500,1,Print,10.00,,,,,,"
            "Bo,,,,,,,,,,,,,,10.00,,,,,,5552,,,,,,,,,,,,\n"
            "#1003,cy@example.com,pending,,,,,USD,10.00,,,10.00,,,,2025-02-05 10:11:12 -0500,1,Print,10.00,,,,,,"
            "Cy,,,,,,,,,,,2025-02-06 10:11:12 -0500,,,0.00,,,,,,5553,,,,,,,,,,,,\n"
        ),
        preset="shopify-orders",
        values={
            "order_id": ["#1001", "#1001", "#1002", "#1003"],
            "ordered_at": ["2025-02-03T15:11:12Z", None, "2025-02-04T15:11:12Z", "2025-02-05T15:11:12Z"],
            "status": ["paid", None, "refunded", "cancelled"],
            "currency": ["USD", None, "USD", "USD"],
            "order_total": ["52", None, "10", "10"],
            "refunded_amount": ["0", None, "10", "0"],
            "email": ["ann@example.com", "ann@example.com", "bo@example.com", "cy@example.com"],
            "customer_name": ["Ann Bee", None, "Bo", "Cy"],
            "phone": ["+12025550143", None, None, None],
            "sku": ["0012", "TOTE", None, None],
            "product_name": ["Print", "Tote", "Print", "Print"],
            "quantity": ["2", "1", "1", "1"],
            "unit_price": ["10", "27", "10", "10"],
        },
    ),
    Case(
        "matrixify-orders",
        "orders",
        (
            "ID,Name,Command,Email,Phone,Created At,Currency,Price: Total,Payment: Status,Cancelled At,"
            "Customer: ID,Customer: First Name,Customer: Last Name,Customer: Accepts Marketing,Line: Type,"
            "Line: Title,Line: SKU,Line: Quantity,Line: Price\n"
            "551,#1001,UPDATE,ann@example.com,,2025-02-03 10:11:12 -0500,USD,52.00,paid,,9,Ann,Bee,TRUE,"
            "Line Item,Print,P1,2,10.00\n"
            "551,#1001,UPDATE,ann@example.com,,2025-02-03 10:11:12 -0500,USD,52.00,paid,,9,Ann,Bee,TRUE,"
            "Line Item,Tote,T1,1,27.00\n"
            "551,#1001,UPDATE,ann@example.com,,2025-02-03 10:11:12 -0500,USD,52.00,paid,,9,Ann,Bee,TRUE,"
            "Shipping Line,Standard,,1,5.00\n"
        ),
        preset="erp-matrixify-orders",
        values={
            "order_id": ["#1001", "#1001"],
            "ordered_at": ["2025-02-03T15:11:12Z", "2025-02-03T15:11:12Z"],
            "currency": ["USD", "USD"],
            "order_total": ["52", "52"],
            "status": ["paid", "paid"],
            "customer_id": ["9", "9"],
            "customer_name": ["Ann Bee", "Ann Bee"],
            "email": ["ann@example.com", "ann@example.com"],
            "product_name": ["Print", "Tote"],
            "sku": ["P1", "T1"],
            "quantity": ["2", "1"],
            "unit_price": ["10", "27"],
        },
    ),
    Case(
        "webtoffee-orders",
        "orders",
        (
            "order_id,order_number,order_date,paid_date,status,shipping_total,shipping_tax_total,fee_total,"
            "tax_total,cart_discount,order_discount,discount_total,order_total,order_subtotal,order_key,"
            "order_currency,payment_method,payment_method_title,transaction_id,customer_ip_address,"
            "customer_user_agent,shipping_method,customer_id,customer_user,customer_email,billing_first_name,"
            "billing_last_name,billing_company,billing_email,billing_phone,billing_address_1,billing_postcode,"
            "billing_city,billing_country,shipping_first_name,customer_note,line_item_1,refund_items,order_notes\n"
            "77,77,2025-02-03 10:11:12,2025-02-03 10:12:00,completed,5,0,0,0,0,0,0,52.00,47,wc_1,USD,stripe,Card,"
            ",192.0.2.1,x,Flat,9,9,ann@example.com,Ann,Bee,,ann@example.com,202-555-0143,,02138,Boston,US,Ann,,"
            "name:Print|product_id:5|sku:P1|quantity:2|total:20.00,,\n"
        ),
        preset="woocommerce-orders",
        values={
            "order_id": ["77"],
            "ordered_at": ["2025-02-03T10:11:12Z"],
            "status": ["paid"],
            "currency": ["USD"],
            "order_total": ["52"],
            "customer_id": ["9"],
            "customer_name": ["Ann Bee"],
            "email": ["ann@example.com"],
            "phone": ["+12025550143"],
        },
    ),
    Case(
        "wix-orders-2025",
        "orders",
        (
            "Order number,Date created,Time,Total order quantity,Contact email,Note from customer,Item,Variant,"
            "SKU,Qty,Quantity refunded,Price,Delivery method,Recipient name,Recipient phone,Delivery country,"
            "Billing name,Billing phone,Billing country,Payment status,Payment method,Coupon code,Shipping rate,"
            "Total tax,Total,Currency,Refunded amount,Net amount,Fulfillment status\n"
            '10001,"Feb 3, 2025",10:11:12 AM,3,ann@example.com,,Mug,,M1,2,0,12.00,Std,Ann Bee,,US,Ann Bee,'
            "'+1 202-555-0143,US,Paid,Card,,5.00,0,49.00,USD,0,49.00,Fulfilled\n"
            '10001,"Feb 3, 2025",10:11:12 AM,3,ann@example.com,,Plate,,P1,1,0,20.00,Std,Ann Bee,,US,Ann Bee,'
            "'+1 202-555-0143,US,Paid,Card,,5.00,0,49.00,USD,0,49.00,Fulfilled\n"
            '10002,"Feb 4, 2025",11:11:12 AM,1,bo@example.com,,Mug,,M1,1,1,12.00,Std,Bo,,US,Bo,,US,Refunded,Card,'
            ",,0,12.00,USD,12.00,0,Fulfilled\n"
        ),
        preset="storefronts-wix-orders",
        values={
            "order_id": ["10001", "10001", "10002"],
            "ordered_at": ["2025-02-03T10:11:12Z", "2025-02-03T10:11:12Z", "2025-02-04T11:11:12Z"],
            "email": ["ann@example.com", "ann@example.com", "bo@example.com"],
            "customer_name": ["Ann Bee", "Ann Bee", "Bo"],
            "phone": ["+12025550143", "+12025550143", None],
            "status": ["paid", "paid", "refunded"],
            "currency": ["USD", "USD", "USD"],
            "order_total": ["49", "49", "12"],
            "refunded_amount": ["0", "0", "12"],
            "product_name": ["Mug", "Plate", "Mug"],
            "sku": ["M1", "P1", "M1"],
            "quantity": ["2", "1", "1"],
            "unit_price": ["12", "20", "12"],
        },
    ),
    Case(
        "ecwid-orders",
        "orders",
        (
            "order_number,order_date,payment_status,fulfillment_status,email,customer_name,subtotal,shipping,tax,"
            "discount,total,currency,sku,product_name,quantity,price,billing_phone,marketing_permission\n"
            "101,2025-02-03 10:11:12,PAID,SHIPPED,ann@example.com,Ann Bee,24.00,5.00,0,0,29.00,USD,M1,Mug,2,"
            "12.00,202-555-0143,yes\n"
            "102,2025-02-04 10:11:12,CANCELLED,WILL_NOT_DELIVER,bo@example.com,Bo,12.00,0,0,0,12.00,USD,M1,Mug,1,"
            "12.00,,no\n"
            "103,2025-02-05 10:11:12,AWAITING_PAYMENT,AWAITING_PROCESSING,cy@example.com,Cy,12.00,0,0,0,12.00,"
            "USD,M1,Mug,1,12.00,,no\n"
        ),
        values={
            "order_id": ["101", "102", "103"],
            "ordered_at": ["2025-02-03T10:11:12Z", "2025-02-04T10:11:12Z", "2025-02-05T10:11:12Z"],
            "status": ["paid", "cancelled", "pending"],
            "email": ["ann@example.com", "bo@example.com", "cy@example.com"],
            "customer_name": ["Ann Bee", "Bo", "Cy"],
            "order_total": ["29", "12", "12"],
            "currency": ["USD", "USD", "USD"],
            "sku": ["M1", "M1", "M1"],
            "product_name": ["Mug", "Mug", "Mug"],
            "quantity": ["2", "1", "1"],
            "unit_price": ["12", "12", "12"],
            "phone": ["+12025550143", None, None],
        },
    ),
    Case(
        "clover-orders",
        "orders",
        (
            "Order Date,Order ID,Order Number,Order Employee Name,Order Employee ID,Note,Currency,Tax Amount,Tip,"
            "Service Charge,Discount,Order Total,Payments Total,Payment Note,Refunds Total,Credits Total,Tender,"
            "Order Payment State\n"
            "03-Feb-2025 10:11 AM EST,ABC123,7,Sam Smith,E1,,USD,1.00,2.00,0,0,24.00,24.00,,0.00,0,Card,Paid\n"
            "04-Feb-2025 10:11 AM EST,ABC124,8,Sam Smith,E1,,USD,1.00,0,0,0,12.00,12.00,,12.00,0,Card,Refunded\n"
        ),
        preset="erp-clover-orders",
        values={
            "order_id": ["ABC123", "ABC124"],
            "ordered_at": ["2025-02-03T15:11:00Z", "2025-02-04T15:11:00Z"],
            "currency": ["USD", "USD"],
            "order_total": ["24", "12"],
            "refunded_amount": ["0", "12"],
            "status": ["paid", "refunded"],
        },
    ),
    Case(
        "toast-orders",
        "orders",
        (
            "Location,Order Id,Order #,Checks,Opened,# of Guests,Tab Names,Server,Table,Revenue Center,"
            "Dining Area,Service,Dining Options,Discount Amount,Amount,Tax,Tip,Gratuity,Total,Voided,Paid,Closed,"
            "Duration (Opened to Paid),Order Source\n"
            "Main,400000001,1,1,2/13/25 10:11 AM,2,Ann,Sam,4,,Hall,Lunch,Dine In,0,20.00,1.60,3.00,0,24.60,false,"
            "2/13/25 11:00 AM,2/13/25 11:05 AM,0:49,In store\n"
            "Main,400000002,2,1,2/13/25 12:11 PM,1,,Sam,5,,Hall,Lunch,Dine In,0,10.00,.80,0,0,10.80,true,,"
            "2/13/25 12:30 PM,,In store\n"
        ),
        preset="erp-toast-orders",
        values={
            "order_id": ["400000001", "400000002"],
            "ordered_at": ["2025-02-13T10:11:00Z", "2025-02-13T12:11:00Z"],
            "order_total": ["24.6", "10.8"],
            "status": ["paid", "voided"],
        },
    ),
    Case(
        "odoo-sale-orders",
        "orders",
        (
            "Order Reference,Creation Date,Customer,Salesperson,Company,Total,Status\n"
            "S00021,2025-02-03 10:11:12,Ann Bee,Sam,My Shop,24.00,Sales Order\n"
            "S00022,2025-02-04 10:11:12,Bo Cee,Sam,My Shop,12.00,Quotation\n"
            "S00023,2025-02-05 10:11:12,Cy Dee,Sam,My Shop,12.00,Cancelled\n"
        ),
        preset="erp-odoo-orders-list",
        values={
            "order_id": ["S00021", "S00022", "S00023"],
            "ordered_at": ["2025-02-03T10:11:12Z", "2025-02-04T10:11:12Z", "2025-02-05T10:11:12Z"],
            "customer_name": ["Ann Bee", "Bo Cee", "Cy Dee"],
            "order_total": ["24", "12", "12"],
            "status": ["paid", "draft", "cancelled"],
        },
    ),
    Case(
        "odoo-technical",
        "orders",
        (
            "id,name,date_order,partner_id/name,partner_id/email,amount_total,state,order_line/product_id,"
            "order_line/product_uom_qty,order_line/price_unit\n"
            "__export__.so_21,S00021,2025-02-03 10:11:12,Ann Bee,ann@example.com,44.00,sale,Mug,2,12.00\n"
            ",,,,,,,Plate,1,20.00\n"
            "__export__.so_22,S00022,2025-02-04 10:11:12,Bo,bo@example.com,12.00,sent,Mug,1,12.00\n"
        ),
        preset="erp-odoo-orders",
        values={
            "order_id": ["S00021", "S00021", "S00022"],
            "ordered_at": ["2025-02-03T10:11:12Z", None, "2025-02-04T10:11:12Z"],
            "customer_name": ["Ann Bee", None, "Bo"],
            "email": ["ann@example.com", None, "bo@example.com"],
            "order_total": ["44", None, "12"],
            "status": ["paid", None, "draft"],
            "product_name": ["Mug", "Plate", "Mug"],
            "quantity": ["2", "1", "1"],
            "unit_price": ["12", "20", "12"],
        },
    ),
    Case(
        "magento1-orders",
        "orders",
        (
            "Order #,Purchased From (Store),Purchased On,Bill to Name,Ship to Name,G.T. (Base),G.T. (Purchased),"
            "Status\n"
            '100000001,Main,"Feb 3, 2025 10:11:12 AM",Ann Bee,Ann Bee,$24.00,$24.00,Complete\n'
            '100000002,Main,"Feb 4, 2025 10:11:12 AM",Bo Cee,Bo Cee,$12.00,$12.00,Canceled\n'
        ),
        preset="shops-magento-orders",
        values={
            "order_id": ["100000001", "100000002"],
            "ordered_at": ["2025-02-03T10:11:12Z", "2025-02-04T10:11:12Z"],
            "customer_name": ["Ann Bee", "Bo Cee"],
            "order_total": ["24", "12"],
            "status": ["paid", "cancelled"],
            "currency": ["USD", "USD"],
        },
    ),
    Case(
        "magento2-grid",
        "orders",
        (
            "ID,Purchase Point,Purchase Date,Bill-to Name,Ship-to Name,Grand Total (Base),"
            "Grand Total (Purchased),Status,Billing Address,Shipping Address,Shipping Information,Customer Email,"
            "Customer Group,Subtotal,Shipping and Handling,Customer Name,Payment Method,Total Refunded\n"
            '000000001,Main,"Feb 3, 2025, 10:11:12 AM",Ann Bee,Ann Bee,24.00,24.00,Closed,,,,ann@example.com,'
            "General,20,4,Ann Bee,card,24.00\n"
        ),
        preset="shops-magento-orders",
        values={
            "order_id": ["000000001"],
            "ordered_at": ["2025-02-03T10:11:12Z"],
            "customer_name": ["Ann Bee"],
            "email": ["ann@example.com"],
            "order_total": ["24"],
            "refunded_amount": ["24"],
            "status": ["refunded"],
        },
    ),
)
