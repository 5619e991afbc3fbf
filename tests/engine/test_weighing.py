"""The last look weighs e-mails by their shape: it must find what writing them would find (C6, issue 6)."""

from collections.abc import Iterator
from contextlib import closing
from itertools import product
from pathlib import Path

import pytest

from reengage_desktop.domain.campaign_plans import parse_plan
from reengage_desktop.domain.customers import Customer
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.templating import MissingField
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine.campaigning.wording import Wording
from reengage_desktop.engine.composing import Writer
from reengage_desktop.engine.composing.values import Matter
from reengage_desktop.engine.composing.weighing import Scales
from reengage_desktop.store import customers, templates
from reengage_desktop.store.database import Database, open_database
from tests.engine.import_rig import NOW
from tests.shop_rows import add_customer

BODIES = (
    "Hi {{ first_name }}, come back to {{ city }}.",
    "Hi {{ first_name | default: 'there' }}. {% if city %}{{ agent_name }}{% endif %}",
    "You took {{ last_product }}.",
    "{% if last_product %}You took {{ last_product }}.{% endif %} {{ days_since_last_order }} days.",
    "{% for product in products %}- [{{ product.name }}]({{ product.url }})\n{% endfor %}",
    (
        "{% for product in products %}- {{ product.name }}{% if product.price %} {{ product.price }}{% endif %}\n"
        "{% endfor %}{{ business_name }}"
    ),
    "{% if orders_count > 3 %}{{ city }}{% endif %} Hello",
    "{{ city | upcase }}",
    "[here](http://shop.example.com/{{ city }}) {{ customer.name }}",
    "{% assign x = city %}{{ x }}",
    "Nothing of yours.",
    "Your code {{ discount_code }} until {{ code_expires_on }}, {{ promotion }}",
)
PARTS = tuple(product((None, "Ann", " Ann "), (None, "Leeds", "http://leeds.example"), (None, "Sam"), (0, 5)))


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with closing(open_database(tmp_path / "shop.db")) as opened:
        for number, (first, city, agent, orders) in enumerate(PARTS):
            add_customer(
                opened, first_name=first, city=city, agent=agent, orders_count=orders,
                email=f"c{number}@example.com", last_order_at=1_790_000_000 if orders else None,
            )  # fmt: skip
        yield opened


def people_of(db: Database) -> list[Customer]:
    ids = [each for (each,) in db.rows("SELECT id FROM customers ORDER BY id")]
    return list(customers.get_many(db, ids).values())


@pytest.mark.parametrize("body", BODIES)
def test_what_is_weighed_is_what_would_be_written(db: Database, body: str) -> None:
    """The same field missing, the same unsafe link, for everybody; never an answer where writing has another."""
    template = Template("Mine", ChannelName.EMAIL, body, "en", subject="For {{ first_name | default: 'you' }}")
    templates.save(db, template, NOW)
    payload = {"name": "All", "campaign_type": "winback", "outreach_method": "email", "message_template": "Mine"}
    plan = parse_plan({**payload, "promotion": "tea"}, Settings().zone)
    wording = Wording(db, plan, Settings({"business.name": "Corner"}), NOW)

    def result(is_weighed: bool, customer: Customer) -> object:
        say = wording.weigh if is_weighed else wording.write
        try:
            content = say(customer, ChannelName.EMAIL).content
        except MissingField as fault:
            return fault.field
        return "http://" in f"{content.text}{content.html}"

    for customer in people_of(db):
        assert result(is_weighed=True, customer=customer) == result(is_weighed=False, customer=customer), customer


def test_one_shape_is_written_once(db: Database) -> None:
    """That is what it is for: of hundreds of customers only as many e-mails as they differ in what is known of them."""
    written: list[Template] = []

    class Counting(Writer):
        def filled(self, template: Template, values: dict[str, object], language: str) -> object:  # type: ignore[override]
            written.append(template)
            return super().filled(template, values, language)

    template = Template("Mine", ChannelName.EMAIL, BODIES[0], "en", subject="Hello")
    scales = Scales(db, Counting(db, Settings(), NOW), "winback", Settings(), NOW)
    for customer in people_of(db) * 5:
        try:
            scales.weigh(template, customer, Matter)
        except MissingField:
            continue
    assert 0 < len(written) <= 4
