"""What the owner calls the fields that a file's columns can feed."""

from reengage_desktop.ui.wording import channel_name, translate


def field_name(field: str) -> str:
    """The field in the owner's words."""
    if field.startswith("consent_"):
        return translate("Fields", "Agreed to {channel}").replace(
            "{channel}", channel_name(field.removeprefix("consent_"))
        )
    return _names().get(field, field.replace("_", " "))


def _names() -> dict[str, str]:
    return {**_people(), **_orders(), **_goods()}


def _people() -> dict[str, str]:
    return {
        "customer_id": translate("Fields", "Customer number"),
        "name": translate("Fields", "Name"),
        "first_name": translate("Fields", "First name"),
        "last_name": translate("Fields", "Last name"),
        "email": translate("Fields", "E-mail"),
        "phone": translate("Fields", "Phone"),
        "country": translate("Fields", "Country"),
        "city": translate("Fields", "City"),
        "street": translate("Fields", "Street"),
        "street2": translate("Fields", "Second line of the address"),
        "postcode": translate("Fields", "Postcode"),
        "region": translate("Fields", "State or region"),
        "language": translate("Fields", "Language"),
        "timezone": translate("Fields", "Time zone"),
        "tags": translate("Fields", "Tags"),
        "status": translate("Fields", "Status"),
        "agent": translate("Fields", "Looked after by"),
        "birthday": translate("Fields", "Birthday"),
        "created_at": translate("Fields", "Since"),
        "last_contact_at": translate("Fields", "Last contact"),
        "wallet_object_id": translate("Fields", "Wallet pass number"),
        "push_external_id": translate("Fields", "Push user number"),
        "push_token": translate("Fields", "Push token"),
        "last_order_at": translate("Fields", "Last order on"),
        "orders_count": translate("Fields", "Number of orders"),
        "lifetime_value": translate("Fields", "Spent in all"),
    }


def _orders() -> dict[str, str]:
    return {
        "order_id": translate("Fields", "Order number"),
        "ordered_at": translate("Fields", "Ordered on"),
        "currency": translate("Fields", "Currency"),
        "order_total": translate("Fields", "Order total"),
        "refunded_amount": translate("Fields", "Refunded"),
        "discount_code": translate("Fields", "Discount code"),
        "customer_name": translate("Fields", "Customer's name"),
        "product_name": translate("Fields", "Product"),
        "quantity": translate("Fields", "Quantity"),
        "unit_price": translate("Fields", "Price each"),
        "line_total": translate("Fields", "Line total"),
    }


def _goods() -> dict[str, str]:
    return {
        "product_id": translate("Fields", "Product number"),
        "sku": translate("Fields", "SKU"),
        "category": translate("Fields", "Category"),
        "price": translate("Fields", "Price"),
        "stock": translate("Fields", "Units in stock"),
        "in_stock": translate("Fields", "In stock?"),
        "url": translate("Fields", "Web address"),
        "image_url": translate("Fields", "Picture"),
        "viewed_at": translate("Fields", "Viewed on"),
        "price_at_view": translate("Fields", "Price when viewed"),
        "source": translate("Fields", "Came from"),
        "service_type": translate("Fields", "Asked about"),
        "added_at": translate("Fields", "Added on"),
        "channel": translate("Fields", "Channel"),
        "opted_out_at": translate("Fields", "Opted out on"),
        "reason": translate("Fields", "Reason"),
    }
