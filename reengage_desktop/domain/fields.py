"""The fields that a template can name, in one table: the renderer, the checks and the editor's chips all read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Field:
    """One field: what it stands for, and a made-up value that shows it.

    `is_sure` is True where it never is empty; any other deserves a fallback: `{{ first_name | default: "there" }}`.
    """

    name: str
    meaning: str
    example: Any
    is_sure: bool = False


_PRODUCTS = (
    {"name": "Linen shirt", "price": "$49.00", "url": "https://shop.example.com/linen-shirt", "category": "Shirts"},
    {"name": "Canvas bag", "price": "$29.00", "url": "https://shop.example.com/canvas-bag", "category": "Bags"},
)

FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field("first_name", "The customer's first name", "Ann"),
        Field("name", "The customer's full name", "Ann Lee"),
        Field("customer_name", "The customer's full name", "Ann Lee"),
        Field("last_name", "The customer's last name", "Lee"),
        Field("city", "The customer's town", "Leeds"),
        Field("business_name", "Your shop's name", "Corner Shop", is_sure=True),
        Field("website", "Your shop's website", "https://shop.example.com"),
        Field("days_since_last_order", "Days since the last purchase", 74),
        Field("last_order_on", "The day of the last purchase", "8 September 2026"),
        Field("orders_count", "How many times the customer has bought", 5),
        Field("last_product", "What the customer bought last", "Canvas bag"),
        Field("favourite_category", "The category the customer buys most from", "Shirts"),
        Field("products", "Products that fit the customer: each has name, price, url, category", _PRODUCTS),
        Field("product_name", "The product this message is about", "Linen shirt"),
        Field("product_price", "What it costs now", "$49.00"),
        Field("old_price", "What it cost when the customer looked at it", "$69.00"),
        Field("product_url", "Where to find it", "https://shop.example.com/linen-shirt"),
        Field("discount_code", "A code of the customer's own, made for this message", "BACK-7KQ4M"),
        Field("discount_percent", "What the code takes off, in per cent", 10),
        Field("code_expires_on", "The last day on which the code is good", "21 December 2026"),
        Field("promotion", "The offer that you typed for this campaign", "Free delivery this week"),
        Field("service_type", "What the customer last asked about", "Boiler service"),
        Field("agent_name", "Who looks after the customer", "Sam"),
    )
}
"""Every field by its name, in the order of the editor's chips."""

ALIASES: dict[str, str] = {
    "customer.first_name": "first_name",
    "customer.name": "customer_name",
    "customer.last_name": "last_name",
    "customer.city": "city",
    "customer.last_product": "last_product",
    "customer.favourite_category": "favourite_category",
    "shop.name": "business_name",
    "shop.website": "website",
    "product.name": "product_name",
    "product.price": "product_price",
    "product.old_price": "old_price",
    "product.url": "product_url",
    "code.text": "discount_code",
    "code.percent": "discount_percent",
    "code.expires_on": "code_expires_on",
}
"""The same fields by their long names."""

PERSONAL = frozenset(FIELDS) - {"business_name", "website", "promotion"}
"""The fields that tell something of the customer: what leaves the PC with a message is counted by them."""

CODE_FIELDS = frozenset({"discount_code", "code_expires_on", "code.text", "code.expires_on"})
"""Naming one of these in a template makes a discount code for the message."""

EXAMPLES: dict[str, Any] = {field.name: field.example for field in FIELDS.values()}
"""A made-up customer with every field filled in."""


def is_known(path: str) -> bool:
    """Whether a template may name this field; `products` may be followed by anything that lists have."""
    return path in FIELDS or path in ALIASES or path.partition(".")[0] == "products"


def with_aliases(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values under their short and long names, with everything empty or blank left out.

    An empty name is a missing name: "Hi ," must never slip through.
    """
    full = {name: value for name, value in values.items() if not _is_blank(value)}
    filled = dict(full)
    for alias, name in ALIASES.items():
        group, _, key = alias.partition(".")
        inner = filled.setdefault(group, {})
        if name in full and isinstance(inner, dict):
            inner[key] = full[name]
    return filled


def _is_blank(value: Any) -> bool:
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, list | tuple) and not value)
