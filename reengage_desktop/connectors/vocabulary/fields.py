"""What our side of a mapping can name (cli.md), and what kind of value each field takes."""

from collections.abc import Iterable
from enum import StrEnum

from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.domain.vocabulary import ImportKind


class ValueType(StrEnum):
    """What a field's cells are read as."""

    ID = "id"
    TEXT = "text"
    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    COUNTRY = "country"
    LANGUAGE = "language"
    ZONE = "zone"
    MOMENT = "moment"
    DAY = "day"
    MONEY = "money"
    QUANTITY = "quantity"
    FLAG = "flag"
    CONSENT = "consent"
    TAGS = "tags"
    CURRENCY = "currency"
    STATUS = "status"
    CHANNEL = "channel"
    URL = "url"


_T = ValueType
_IDENTITY = {"customer_id": _T.ID, "email": _T.EMAIL, "phone": _T.PHONE}
_CHANNELS = ("email", "sms", "whatsapp", "call", "push", "wallet")

FIELDS: dict[ImportKind, dict[str, ValueType]] = {
    ImportKind.CUSTOMERS: {
        "customer_id": _T.ID,
        "name": _T.NAME,
        "first_name": _T.NAME,
        "last_name": _T.NAME,
        "email": _T.EMAIL,
        "phone": _T.PHONE,
        "country": _T.COUNTRY,
        "street": _T.TEXT,
        "street2": _T.TEXT,
        "postcode": _T.TEXT,
        "city": _T.TEXT,
        "region": _T.TEXT,
        "language": _T.LANGUAGE,
        "timezone": _T.ZONE,
        "tags": _T.TAGS,
        "status": _T.TEXT,
        "agent": _T.TEXT,
        "birthday": _T.DAY,
        "created_at": _T.MOMENT,
        "last_contact_at": _T.MOMENT,
        **{f"consent_{channel}": _T.CONSENT for channel in _CHANNELS},
        "wallet_object_id": _T.ID,
        "push_external_id": _T.ID,
        "push_token": _T.ID,
        "last_order_at": _T.MOMENT,
        "orders_count": _T.QUANTITY,
        "lifetime_value": _T.MONEY,
    },
    ImportKind.ORDERS: {
        "order_id": _T.ID,
        "ordered_at": _T.MOMENT,
        "status": _T.STATUS,
        "currency": _T.CURRENCY,
        "order_total": _T.MONEY,
        "refunded_amount": _T.MONEY,
        "discount_code": _T.ID,
        "customer_id": _T.ID,
        "customer_name": _T.NAME,
        "email": _T.EMAIL,
        "phone": _T.PHONE,
        "country": _T.COUNTRY,
        "product_id": _T.ID,
        "sku": _T.ID,
        "product_name": _T.TEXT,
        "category": _T.TEXT,
        "quantity": _T.QUANTITY,
        "unit_price": _T.MONEY,
        "line_total": _T.MONEY,
    },
    ImportKind.PRODUCTS: {
        "product_id": _T.ID,
        "sku": _T.ID,
        "name": _T.TEXT,
        "category": _T.TEXT,
        "price": _T.MONEY,
        "currency": _T.CURRENCY,
        "stock": _T.QUANTITY,
        "in_stock": _T.FLAG,
        "created_at": _T.MOMENT,
        "url": _T.URL,
        "image_url": _T.URL,
    },
    ImportKind.VIEWS: {
        **_IDENTITY,
        "product_id": _T.ID,
        "viewed_at": _T.MOMENT,
        "price_at_view": _T.MONEY,
        "in_stock": _T.FLAG,
    },
    ImportKind.ENQUIRIES: {
        "customer_id": _T.ID,
        "name": _T.NAME,
        "email": _T.EMAIL,
        "phone": _T.PHONE,
        "source": _T.TEXT,
        "status": _T.TEXT,
        "agent": _T.TEXT,
        "service_type": _T.TEXT,
        "created_at": _T.MOMENT,
    },
    ImportKind.WISHLISTS: {**_IDENTITY, "product_id": _T.ID, "added_at": _T.MOMENT},
    ImportKind.OPTOUTS: {
        "customer_id": _T.ID,
        "email": _T.EMAIL,
        "phone": _T.PHONE,
        "channel": _T.CHANNEL,
        "opted_out_at": _T.MOMENT,
        "reason": _T.TEXT,
    },
}
"""Every field by kind, in the order in which the owner sees them."""


def is_consent(field: str) -> bool:
    """Whether a field says who agreed: a no in any of its columns counts, so it may have several."""
    return field.startswith("consent_")


def listed(columns: Iterable[str]) -> str:
    """All columns that are to feed a field as one text, each ended by a line end; empty for none."""
    return "".join(f"{normal(column)}\n" for column in columns)


IDENTITY_FIELDS = ("customer_id", "email", "phone")
"""Any one of these tells who a record is about."""

MONEY_FIELDS = ("order_total", "line_total", "unit_price")
"""The fields that can say what an order was worth, the most telling first."""

REQUIRED: dict[ImportKind, tuple[tuple[str, ...], ...]] = {
    ImportKind.CUSTOMERS: (IDENTITY_FIELDS,),
    ImportKind.ORDERS: (("ordered_at",), (*MONEY_FIELDS, *IDENTITY_FIELDS)),
    ImportKind.PRODUCTS: (("product_id", "sku", "name"), ("price", "stock", "in_stock", "category", "name")),
    ImportKind.VIEWS: (IDENTITY_FIELDS, ("product_id",), ("viewed_at",)),
    ImportKind.ENQUIRIES: (IDENTITY_FIELDS,),
    ImportKind.WISHLISTS: (IDENTITY_FIELDS, ("product_id",)),
    ImportKind.OPTOUTS: (IDENTITY_FIELDS,),
}
"""What a file must have columns for: at least one field of every group."""

REJECTING = frozenset(
    {"ordered_at", "order_total", "refunded_amount", "quantity", "unit_price", "line_total", "viewed_at", "product_id"}
)
"""Fields whose bad cell spoils the record: what is left of it would be wrong."""

FIELD_WORDS = {
    "customer_id": "a customer number",
    "email": "an e-mail address",
    "phone": "a phone number",
    "ordered_at": "the date of the order",
    "order_total": "an amount",
    "line_total": "an amount",
    "unit_price": "a price",
    "product_id": "a product number",
    "sku": "an SKU",
    "name": "a name",
    "price": "a price",
    "stock": "the stock",
    "in_stock": "whether it is in stock",
    "category": "a category",
    "viewed_at": "the time of the view",
}
"""How sentences name the required fields."""
