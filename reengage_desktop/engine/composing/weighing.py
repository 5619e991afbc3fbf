"""Tells for many customers whether an e-mail can be written for them, without writing it for each.

Whether a field is missing depends on which fields a customer has, not on what they say. So one e-mail is written for
each combination that occurs (the shape), and everybody of that shape gets its answer. It is used only where that gives
exactly what writing would give; everything else is written.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import combinations, product

from reengage_desktop.domain.customers import Customer
from reengage_desktop.domain.fields import CODE_FIELDS
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.templating import MissingField
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine.composing.moulds import OWN, is_plain, is_simple, spoken_of
from reengage_desktop.engine.composing.values import Matter, spelt_in, told_by, values_for
from reengage_desktop.engine.composing.writing import Writer
from reengage_desktop.store import tastes
from reengage_desktop.store.database import Database

_LOOKED_UP = ("last_product", "favourite_category", "service_type", "products")
"""What only a question to the shop tells; it is asked only where the answer changes anything."""

_MORE = {"price": "1.00", "url": "https://shop.example.com", "category": "x"}
_PRODUCTS: tuple[list[dict[str, str]] | None, ...] = (
    None,
    *([{"name": "x", **dict(some)}] for count in range(len(_MORE) + 1) for some in combinations(_MORE.items(), count)),
)
"""Every way in which a product that a message recommends can be known; a list fails where one of it does."""

_UNSAFE = "http://"

Shape = tuple[tuple[str, ...], tuple[str, ...]]
"""Of a template: the fields that a customer's own row tells, and those that have to be looked up."""


class Scales:
    """The shapes of one campaign's e-mails."""

    def __init__(self, db: Database, writer: Writer, campaign_type: str, settings: Settings, now: datetime) -> None:
        self._db = db
        self._writer = writer
        self._campaign_type = campaign_type
        self._settings = settings
        self._now = now
        self._shapes: dict[str, Shape | None] = {}
        self._known: dict[tuple[object, ...], Content | MissingField | None] = {}

    def weigh(self, template: Template, customer: Customer, matter: Callable[[], Matter]) -> Content | None:
        """An e-mail of the customer's shape, in somebody's words; None where hers must be written to know.

        Raises MissingField as writing would. `matter` is asked once for each shape.
        """
        if template.name not in self._shapes:
            self._shapes[template.name] = self._shape_of(template)
        shape = self._shapes[template.name]
        if shape is None:
            return None
        has = _own_of(customer, shape[0])
        if has is None:
            return None
        key = (template.name, customer.language, has)
        if key not in self._known:
            self._known[key] = self._find(template, customer, matter, shape[1])
        found = self._known[key]
        if isinstance(found, MissingField):
            raise MissingField(found.field)
        return found

    def _shape_of(self, template: Template) -> Shape | None:
        """None where a template does more with fields than to show them or to ask whether they are there."""
        if template.channel is not ChannelName.EMAIL or not is_plain(template.texts):
            return None
        castable, named = spoken_of(template.texts)
        theirs = named - _THE_SAME_FOR_ALL
        if not named or theirs - set(castable) - {"products"}:
            return None
        if "products" in theirs and tastes.has_unsafe_links(self._db):
            return None
        return tuple(sorted(theirs - set(_LOOKED_UP))), tuple(sorted(theirs & set(_LOOKED_UP)))

    def _find(
        self, template: Template, customer: Customer, matter: Callable[[], Matter], asked: Sequence[str]
    ) -> Content | MissingField | None:
        """What comes of this shape whatever is looked up; None where that matters."""
        fields = frozenset(OWN) - frozenset(_LOOKED_UP)
        language = spelt_in(template, customer, self._settings)
        values = values_for(
            self._db, customer, self._campaign_type, self._settings, self._now,
            language=language, matter=matter(), popular=(), fields=fields,
        )  # fmt: skip
        every: list[Content | MissingField] = []
        for given in product(*(_PRODUCTS if name == "products" else ("x", None) for name in asked)):
            try:
                every.append(self._writer.filled(template, values | dict(zip(asked, given, strict=True)), language))
            except MissingField as fault:
                every.append(fault)
        first = every[0]
        return first if all(_weighs_like(each, first) for each in every) else None


def _weighs_like(one: Content | MissingField, other: Content | MissingField) -> bool:
    if isinstance(one, MissingField) or isinstance(other, MissingField):
        return isinstance(one, MissingField) and isinstance(other, MissingField) and one.field == other.field
    return (_UNSAFE in f"{one.text}{one.html}") == (_UNSAFE in f"{other.text}{other.html}")


_THE_SAME_FOR_ALL = frozenset(
    "business_name website promotion discount_percent product_name product_price old_price product_url".split()
)
"""A campaign of the owner's is about no certain product: those fields are empty for everybody."""


def _own_of(customer: Customer, names: Sequence[str]) -> tuple[bool, ...] | None:
    """Which of these fields a customer has; None where one of them is no plain word or number."""
    values, found = told_by(customer), []
    for name in names:
        if name in _OF_THE_ORDER:
            found.append(customer.last_order_at is not None)
        elif name in CODE_FIELDS:
            found.append(True)
        else:
            value = values[name]
            found.append(value not in (None, ""))
            if found[-1] and (not is_simple(value) or "://" in str(value)):
                return None
    return tuple(found)


_OF_THE_ORDER = frozenset({"days_since_last_order", "last_order_on"})
