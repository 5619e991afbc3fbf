"""E-mails that are cast in a mould read exactly as those that are laid out one by one (C15, B2)."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reengage_desktop.domain import mail_layout, templating
from reengage_desktop.domain.mail_layout import Footer
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.templating import MissingField
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine.composing.moulds import LayOut, Moulds, spoken_of
from reengage_desktop.store.customers import get_many
from reengage_desktop.store.database import open_database
from tests.shop_rows import add_customer

FOOTER = Footer("Zoë & Co", "1 Main St\nSpringfield", "bye@example.com", "en")
OWN = ("first_name", "customer_name", "city", "last_order_on", "days_since_last_order", "last_product", "agent_name")
PIECES = (
    "Hi {first_name},\n\n",
    "{{ customer.first_name | default: 'there' }} ",
    "{% if city %}in {{ city }}{% else %}nowhere{% endif %}\n\n",
    "- {{ last_product }}\n- tea\n\n",
    "> **{{ agent_name }}**\n\n",
    "[Hello {{ first_name }}](https://shop.example.com)\n\n",
    "[Look](https://shop.example.com/{{ city }})\n\n",
    "[{{ first_name }}]({{ website }})\n\n",
    "{{ customer_name | upcase }} ",
    "{% if city == 'Leeds' %}home{% endif %} ",
    "{% if first_name and last_order_on %}since {{ last_order_on }} ({{ days_since_last_order }}){% endif %}\n",
    "{% for product in products %}- {{ product.name }} {{ first_name }}\n{% endfor %}\n",
    "{% assign x = first_name %}{{ x | upcase }} ",
    "{% capture all %}{{ city }}{% endcapture %}{{ all | size }} ",
    "# {{ first_name }}\n\n",
    "{{ first_name }}\n\n---\n\n",
    "{{ business_name }} {{ promotion }}\n",
    "{% raw %}{{ first_name }}{% endraw %} ",
)
VALUES = st.one_of(
    st.none(),
    st.sampled_from(["Ann", "Ann Lee", " Ann", "", "  ", "**Bold**", "[x](https://a.example)", "<b>&\"'", "# one",
                     "- list", "> q", "---", "a\nb", "a\tb", "Zoë", "{{ city }}", "a  b", "x" * 400,
                     "\U000f0001", "\ue000", "\u2028", "0", "(a) b", "STOP"]),
    st.text(max_size=12),
)  # fmt: skip


def lay_out(template: Template) -> LayOut:
    """What laying out gives."""

    def run(plain: Any, shielded: Any) -> Content:
        subject = templating.render(template.subject or "", plain)
        preheader = templating.render(template.preheader, plain) if template.preheader else None
        body = templating.render(template.body, shielded)
        html, text = mail_layout.lay_out(body, FOOTER, subject=subject, preheader=preheader)
        return Content(text=text, subject=subject, preheader=preheader, html=html)

    return run


def result(work: Any) -> Any:
    try:
        return work()
    except (MissingField, templating.TemplateFault) as fault:
        return type(fault), str(fault)


@settings(max_examples=150, deadline=None)
@given(
    pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=5),
    subject=st.sampled_from(["Hello", "{{ first_name | default: 'You' }}, we miss you", "{{ city }}"]),
    preheader=st.sampled_from([None, "For {{ first_name }}"]),
    people=st.lists(st.fixed_dictionaries(dict.fromkeys(OWN, VALUES)), min_size=2, max_size=4),
)
def test_a_cast_mail_is_the_laid_out_one(
    pieces: list[str], subject: str, preheader: str | None, people: list[dict[str, Any]]
) -> None:
    """23, 24: whatever a template does with a value, and whatever stands in it."""
    template = Template("t", ChannelName.EMAIL, "".join(pieces), subject=subject, preheader=preheader)
    moulds, run = Moulds(), lay_out(template)
    common = {"business_name": "Zoë & Co", "website": "https://shop.example.com", "promotion": None}
    common["products"] = [{"name": "Tea"}]  # type: ignore[assignment]
    for values in [{**common, **each} for each in people] * 2:
        direct = result(lambda v=values: run(mail_layout.plain_value(v), mail_layout.shielded(v)))
        assert result(lambda v=values: moulds.email(template, v, "en", run)) == direct


def test_a_code_is_not_broken_in_any_mail() -> None:
    """A8: the second customer's code stays on one line as the first one's does."""
    template = Template("t", ChannelName.EMAIL, "Use **{{ discount_code }}**", subject="Hi")
    moulds = Moulds()
    for code in ("BACK-2S8V8", "BACK-FRRD9"):
        mail = moulds.email(template, {"discount_code": code}, "en", lay_out(template))
        assert f'<strong style="white-space:nowrap">{code}</strong>' in (mail.html or "")


def test_a_shape_is_laid_out_once() -> None:
    """C4: ten thousand customers whose fields are filled in cost one layout."""
    template = Template("t", ChannelName.EMAIL, "Hi {first_name} of {city},\n\nbye", subject="For {first_name}")
    count = 0

    def counting(plain: Any, shielded: Any) -> Content:
        nonlocal count
        count += 1
        return lay_out(template)(plain, shielded)

    moulds = Moulds()
    for number in range(1_000):
        mail = moulds.email(
            template, {"first_name": f"Ann {number}", "city": "Leeds", "last_name": None}, "en", counting
        )
        assert mail.subject == f"For Ann {number}"
    assert count == 1
    with pytest.raises(MissingField, match="city"):
        moulds.email(template, {"first_name": "Ann", "city": None}, "en", counting)
    with pytest.raises(MissingField, match="city"):
        moulds.email(template, {"first_name": "Bob", "city": None}, "en", counting)
    assert count == 2


@pytest.mark.parametrize(
    ("source", "castable"),
    [
        ("{first_name} {{ city | default: 'x' }}", ("city", "first_name")),
        ("{{ first_name | upcase }} {{ city }}", ("city",)),
        ("{% if city contains 'x' %}{{ first_name }}{% endif %}", ("first_name",)),
        ("{% assign x = 1 %}{{ first_name }}", ()),
        ("[x](https://example.com/{{ city }}) {{ first_name }}", ("first_name",)),
        ("{{ customer.first_name }} {{ customer.city | upcase }}", ()),
        ("{{ business_name }}", ()),
    ],
)
def test_what_may_be_cast(source: str, castable: tuple[str, ...]) -> None:
    """The control: a value with which more is done than showing it is laid out each time."""
    found, _named = spoken_of((source,))
    assert found == castable


def test_many_customers_are_read_at_once(tmp_path: Path) -> None:
    """C4: with their ids and consents, and without those that are not there."""
    db = open_database(tmp_path / "shop.db")
    ann, bob = (add_customer(db, name=name, email=f"{name}@example.com".lower()) for name in ("Ann", "Bob"))
    db.run("INSERT INTO external_ids (source, external_id, customer_id) VALUES ('', 'a-1', ?)", (ann,))
    found = get_many(db, [bob, 999, ann])
    assert {each.name for each in found.values()} == {"Ann", "Bob"}
    assert found[ann].external_ids == ("a-1",)
    assert found[bob].external_ids == ()
    assert get_many(db, []) == {}
    db.close()
