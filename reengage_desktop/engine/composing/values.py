"""Gathers the values of a template's fields for one customer (domain.fields lists them)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_currency, get_currency_precision

from reengage_desktop.domain.customers import Customer
from reengage_desktop.domain.decisions import Evidence
from reengage_desktop.domain.first_names import first_name_in
from reengage_desktop.domain.moments import days_between, from_stamp, stamp
from reengage_desktop.domain.money import to_decimal
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.templates import LANGUAGES, Template
from reengage_desktop.domain.vocabulary import CampaignType
from reengage_desktop.store import tastes
from reengage_desktop.store.database import Database
from reengage_desktop.store.discounts import Code
from reengage_desktop.store.tastes import Product

_GERMAN_SPEAKING = frozenset({"DE", "AT", "LI"})


@dataclass(frozen=True)
class Matter:
    """What a message is about beside the customer: a product that changed, a code, an offer that the owner typed."""

    evidence: Evidence | None = None
    code: Code | None = None
    promotion: str | None = None


def language_of(customer: Customer, settings: Settings) -> str:
    """The language that a customer is best written to in, as its two letters: her own, else the shop's."""
    own = (customer.language or "").strip().casefold()
    return "de" if own.startswith("ger") else own[:2] or shop_language(settings)


def spelt_in(template: Template, customer: Customer, settings: Settings) -> str:
    """The language of amounts, days and the way out in this template for her; English where it is not in hers."""
    own = language_of(customer, settings)
    return own if own in LANGUAGES or template.language[:2].casefold() == own else LANGUAGES[0]


def shop_language(settings: Settings) -> str:
    """The language in which the shop writes to whom it knows no other of."""
    app = settings.text("app.language")
    if app == "auto":
        return "de" if settings.country in _GERMAN_SPEAKING else "en"
    return app


def values_for(  # noqa: PLR0913 - what a message can speak of
    db: Database,
    customer: Customer,
    campaign_type: str,
    settings: Settings,
    now: datetime,
    *,
    language: str,
    matter: Matter,
    popular: Sequence[int],
    fields: frozenset[str] | None = None,
) -> dict[str, Any]:
    """The values of every field for a customer, unknown ones None. `fields`: only these are looked up; None: all.

    `language`: how amounts and days are spelt (`spelt_in`).
    """
    spelling = Spelling(language, settings)

    def wants(*names: str) -> bool:
        return fields is None or not fields.isdisjoint(names)

    values: dict[str, Any] = {
        **told_by(customer),
        "business_name": business_name(settings),
        "website": website(settings),
        "promotion": matter.promotion,
    }
    if customer.last_order_at is not None:
        values["days_since_last_order"] = days_between(customer.last_order_at, now, settings.zone)
        if wants("last_order_on"):
            values["last_order_on"] = spelling.day(customer.last_order_at)
    if wants("last_product"):
        values["last_product"] = tastes.last_product(db, customer.id)
    if wants("service_type"):
        values["service_type"] = tastes.last_service(db, customer.id)
    if wants("products", "favourite_category"):
        arrivals = _arrivals(db, customer, campaign_type, now)
        if wants("products"):
            found = tastes.recommended(db, customer.id, popular) if arrivals is None else arrivals
            values["products"] = [_product_values(product, spelling) for product in found]
        if arrivals is None:
            values["favourite_category"] = tastes.favourite_category(db, customer.id)
        elif arrivals:  # what is called new in a category has to be of that one
            values["favourite_category"] = arrivals[0].category
    return values | _matter_values(db, matter, settings, spelling)


def told_by(customer: Customer) -> dict[str, str | int | None]:
    """What a customer's own row tells as it stands there."""
    return {
        **_names(customer),
        "city": customer.city,
        "agent_name": customer.agent,
        "orders_count": customer.orders_count,
    }


class Spelling:
    """How amounts and days are written in one language for this shop."""

    def __init__(self, language: str, settings: Settings) -> None:
        self._currency = settings.currency
        self._zone = settings.zone
        self._locale = _locale(language, settings.country)

    def amount(self, minor: int | None, currency: str | None) -> str | None:
        """A price with its currency, such as `€12.50`; None for 0, which shops write where there is no own price."""
        if not minor:
            return None
        name = currency or self._currency
        exact = to_decimal(minor, name)
        # Where coins are out of use the pattern of the currency would round what the shop's own page names.
        is_short = exact == round(exact, get_currency_precision(name))
        return str(format_currency(exact, name, locale=self._locale, currency_digits=is_short))

    def day(self, moment: datetime) -> str:
        """The shop's calendar day of a moment, such as `21 December 2026`."""
        return _spelt(moment.astimezone(self._zone).date(), self._locale)


@lru_cache(maxsize=4096)
def _spelt(day: date, locale: Locale) -> str:
    return str(format_date(day, "long", locale=locale))


def business_name(settings: Settings) -> str:
    """The shop's name; while the owner has given none, what she is known by elsewhere."""
    given = settings.text("business.name") or settings.text("providers.smtp.from_name")
    if given:
        return given
    for key in ("business.reply_to", "providers.smtp.from_address"):
        _, _, host = settings.text(key).partition("@")
        if host:
            return host
    return website(settings) or ("Ihr Laden" if settings.country in _GERMAN_SPEAKING else "your shop")


def website(settings: Settings) -> str | None:
    """The shop's website with its scheme, as a link needs it."""
    text = settings.text("business.website").strip()
    if not text or "://" in text:
        return text or None
    return f"https://{text}"


@lru_cache
def _locale(language: str, country: str) -> Locale:
    for name in (f"{language}_{country}", language):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(LANGUAGES[0])


def _names(customer: Customer) -> dict[str, str | None]:
    whole = customer.name or " ".join(part for part in (customer.first_name, customer.last_name) if part) or None
    first = customer.first_name or first_name_in(customer.name)
    return {"name": whole, "customer_name": whole, "first_name": first, "last_name": customer.last_name}


def _arrivals(db: Database, customer: Customer, campaign_type: str, now: datetime) -> list[Product] | None:
    """What came in since her last purchase, without what she was told of; None where the message is not about that."""
    if campaign_type != CampaignType.NEW_ARRIVALS or customer.last_order_at is None:
        return None
    bought_at = stamp(customer.last_order_at)
    since = max(bought_at, tastes.arrivals_told_at(db, customer.id))
    # Who is written to on demand may have been told of everything.
    found = tastes.arrivals_for(db, customer.id, since, stamp(now))
    return found or tastes.arrivals_for(db, customer.id, bought_at, stamp(now))


def _product_values(product: Product, spelling: Spelling) -> dict[str, str]:
    values = {
        "name": product.name,
        "price": spelling.amount(product.price_minor, product.currency),
        "url": product.url,
        "category": product.category,
    }
    return {key: value for key, value in values.items() if value}


def _matter_values(db: Database, matter: Matter, settings: Settings, spelling: Spelling) -> dict[str, Any]:
    values: dict[str, Any] = {"discount_percent": settings.whole("reengagement.loyalty_discount")}
    if matter.code is not None:
        values["discount_code"] = matter.code.text
        values["discount_percent"] = matter.code.percent
        values["code_expires_on"] = spelling.day(from_stamp(matter.code.expires_at))
    evidence = matter.evidence
    product = None if evidence is None else tastes.find_product(db, evidence.product_id)
    if evidence is not None and product is not None:
        values["product_name"] = product.name
        values["product_url"] = product.url
        values["product_price"] = spelling.amount(evidence.price_minor, product.currency)
        values["old_price"] = spelling.amount(evidence.was_minor, product.currency)
    return values
