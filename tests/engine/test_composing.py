"""Messages as customers get them: in their language, about them, in the form of the channel."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reengage_desktop.domain.decisions import Evidence
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName
from reengage_desktop.engine.composing import CannotCompose, Matter, MissingField, compose, preview
from reengage_desktop.engine.discounting import offer_code
from reengage_desktop.store import campaigns, discounts, templates
from tests.engine.deciding_rig import Rig, open_rig
from tests.shop_rows import add_order


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    found = open_rig(tmp_path)
    yield found
    found.db.close()


def write(
    rig: Rig,
    customer_id: int,
    campaign_type: str = "we_miss_you",
    channel: ChannelName = ChannelName.EMAIL,
    matter: Matter | None = None,
) -> Content:
    return compose(rig.db, customer_id, campaign_type, channel, rig.settings, rig.now, matter or Matter())


def buy(rig: Rig, customer_id: int, *products: int, days_ago: int = 70) -> None:
    order_id = add_order(rig.db, customer_id, rig.now - timedelta(days=days_ago))
    with rig.db.write():
        for number, product_id in enumerate(products):
            rig.db.run(
                "INSERT INTO order_lines (order_id, line_no, product_id, total_minor) VALUES (?, ?, ?, ?)",
                (order_id, number, product_id, 100 + number),
            )


def test_personal(rig: Rig) -> None:
    """A9: her name, what she bought last, and products that others buy and she does not have."""
    ann, bob = rig.person(name="Lee, Ann"), rig.person()
    bag, hat, sold_out = rig.product("Bag"), rig.product("Hat", price_minor=1250), rig.product("Gone", in_stock=0)
    buy(rig, ann, bag)
    buy(rig, bob, hat, bag, sold_out)
    content = write(rig, ann)
    assert content.subject == "Ann, we miss you at Corner Shop"
    assert "Hi Ann," in content.text
    assert "The last thing you took home was Bag: we hope it serves you well." in content.text
    assert "- Hat, $12.50" in content.text
    assert "Gone" not in content.text
    assert content.html is not None
    assert "<strong>Bag</strong>" in content.html


def test_every_mail_says_who_and_how_to_stop(rig: Rig) -> None:
    """C18: the shop's name, its postal address and the way out end every e-mail, the owner's own included."""
    own = Template("own", ChannelName.EMAIL, "Hi", campaign_type="we_miss_you", subject="Hi")
    templates.save(rig.db, own, rig.now)
    rig.set(business__reply_to="shop@example.com")
    content = write(rig, rig.person())
    for form in (content.text, content.html or ""):
        for words in ("Corner Shop", "1 High Street", "Leeds", "unsubscribe", "shop@example.com"):
            assert words in form


@pytest.mark.parametrize(
    ("language", "country", "opening"),
    [("de", "US", "Hallo Ann1,"), ("de-AT", "US", "Hallo Ann1,"), ("fr", "DE", "Hi Ann1,"), (None, "DE", "Hallo Ann1,"),
     (None, "GB", "Hi Ann1,"), ("en", "DE", "Hi Ann1,")],
)  # fmt: skip
def test_language(rig: Rig, language: str | None, country: str, opening: str) -> None:
    """A9: the customer's own language, else the shop's; English where neither is spoken here."""
    rig.set(business__country=country)
    content = write(rig, rig.person(language=language))
    assert opening in content.text
    assert ("stimmt" in content.text) == opening.startswith("Hallo")


def test_whatsapp_names_template_and_parameters(rig: Rig) -> None:
    """C12: the approved template, its language and the values in their order; the text reads like them filled in."""
    ann = rig.person(name="Ann\nLee")
    content = write(rig, ann, channel=ChannelName.WHATSAPP)
    assert (content.template_name, content.language) == ("we_miss_you", "en_US")
    assert content.parameters == ("Ann", "something", "Corner Shop")
    assert all(value in content.text for value in content.parameters)
    assert "\n" not in "".join(content.parameters)


def test_sms_always_has_a_way_out(rig: Rig) -> None:
    """C18: a text message of the owner's without the words gets them; typographic signs don't double its price."""
    own = Template("own", ChannelName.SMS, "Hi {name} – it’s spring!", campaign_type="we_miss_you")
    templates.save(rig.db, own, rig.now)
    text = write(rig, rig.person(name="Ann"), channel=ChannelName.SMS).text
    assert text == "Hi Ann - it's spring! Reply STOP to opt out"


@pytest.mark.parametrize("said", ["NON-STOP sale, {name}!", "{name}, our DOORSTOPs are back", "News for {name}"])
def test_a_word_that_holds_stop_is_no_way_out(rig: Rig, said: str) -> None:
    """C18: neither the offer nor the name of a customer or a product keeps the words away."""
    templates.save(rig.db, Template("own", ChannelName.SMS, said, campaign_type="we_miss_you"), rig.now)
    text = write(rig, rig.person(name="STOP Ltd", first_name="STOP"), channel=ChannelName.SMS).text
    assert text.endswith("Reply STOP to opt out")


def test_hostile_name(rig: Rig) -> None:
    """A9, C15: template and HTML syntax in a name is text on every channel."""
    name = "<b>{{ city }}</b> {% if %} **x** [y](https://evil.example.com)"
    customer = rig.person(name=name, first_name=name)
    email = write(rig, customer)
    assert "<b>" not in (email.html or "")
    assert "evil.example.com)" in (email.html or "")
    assert 'href="https://evil' not in (email.html or "")
    for channel in ChannelName:
        content = write(rig, customer, channel=channel)
        assert name in " ".join([content.subject or "", content.text]) or channel is ChannelName.WALLET


def test_price_drop_names_both_prices(rig: Rig) -> None:
    """A7: the product, what it cost and what it costs, in the shop's currency."""
    bag = rig.product("Bag", price_minor=799, currency="EUR")
    matter = Matter(Evidence(bag, "x", price_minor=799, was_minor=999))
    content = write(rig, rig.person(), "price_drop", matter=matter)
    assert content.subject == "Bag now costs €7.99"
    assert "€9.99" in content.text


def test_code(rig: Rig) -> None:
    """A8: the code, its percentage and its last day are in the text; nothing is kept by writing alone."""
    rig.set(loyalty_discount="12")
    ann = rig.person()
    code = offer_code(rig.db, ann, rig.settings, rig.now)
    content = write(rig, ann, "loyalty_reward", matter=Matter(code=code))
    assert all(words in content.text for words in (code.text, "12 %", "December 21, 2026"))
    assert rig.db.value("SELECT count(*) FROM discount_codes") == 0


def test_codes_are_unique_and_readable(rig: Rig) -> None:
    """A8: no letter that is mistaken for a digit, no code twice, none that an order bears already."""
    ann = rig.person()
    for _ in range(50):
        code = discounts.offer(rig.db, rig.person(), 10, 1)
        discounts.keep(rig.db, code, ann, 1)
    found = [code for (code,) in rig.db.rows("SELECT code FROM discount_codes")]
    assert len(set(found)) == 50
    assert not set("".join(found).replace("BACK-", "")) & set("01OILU")


def test_missing_field(rig: Rig) -> None:
    """A9, promise 24: an empty field is an error with its name, not an empty place."""
    own = Template("own", ChannelName.EMAIL, "Hi {city}", campaign_type="we_miss_you", subject="Hi")
    templates.save(rig.db, own, rig.now)
    with pytest.raises(MissingField) as caught:
        write(rig, rig.person(city=" "))
    assert caught.value.field == "city"


def test_no_template(rig: Rig) -> None:
    """C15: where there is nothing to say on a channel, that is said."""
    with pytest.raises(CannotCompose, match="no template"):
        write(rig, rig.person(), "followup", ChannelName.PUSH)


def test_owners_template_takes_the_place(rig: Rig) -> None:
    """C15: the campaign's own choice, then the owner's for type and channel, then the shipped one."""
    ann = rig.person()
    chosen = Template("chosen", ChannelName.EMAIL, "Chosen", subject="Chosen")
    own = Template("own", ChannelName.EMAIL, "Own", campaign_type="we_miss_you", subject="Own")
    assert "miss you" in (write(rig, ann).subject or "")
    templates.save(rig.db, own, rig.now)
    assert write(rig, ann).subject == "Own"
    templates.save(rig.db, chosen, rig.now)
    assert write(rig, ann).subject == "Own"
    campaigns.set_template(rig.db, CampaignType.WE_MISS_YOU, "chosen")
    assert write(rig, ann).subject == "Chosen"
    assert "Ann1" in write(rig, ann, channel=ChannelName.SMS).text


def test_new_arrivals_name_what_arrived(rig: Rig) -> None:
    """A1, A9: the products of the message are the ones that arrived in her categories."""
    ann = rig.person()
    shirts = rig.category("Shirts", ann)
    rig.product("Old", category_id=shirts, arrived_at=stamp(rig.now - timedelta(days=90)))
    rig.product("Fresh", category_id=shirts, arrived_at=stamp(rig.now - timedelta(days=3)))
    text = write(rig, ann, "new_arrivals").text
    assert "- Fresh" in text
    assert "Old" not in text
    assert "Shirts" in text


@pytest.mark.parametrize("template", templates.built_ins().values(), ids=lambda each: each.name)
def test_preview(rig: Rig, template: Template) -> None:
    """C15: every template can be looked at, as a made-up customer and as a real one of whom little is known."""
    bare = rig.person(name=None)
    for customer_id in (None, bare):
        content = preview(rig.db, template, customer_id, rig.settings, rig.now)
        assert content.text.strip()
        assert "{" not in content.text


def test_preview_says_what_is_missing(rig: Rig) -> None:
    """C15: the preview as a customer shows what the run would stumble over."""
    with pytest.raises(MissingField):
        preview(rig.db, Template("x", ChannelName.SMS, "{city}"), rig.person(), rig.settings, rig.now)


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_line_below_promises_only_what_the_mail_holds(rig: Rig, language: str) -> None:
    """A9: “a few things picked for you” stands below the subject only where the mail names some."""
    ann = rig.person(name="Lee, Ann", language=language)
    promise = {"en": ", and a few things picked for you", "de": " und einiges, das zu Ihnen passt"}[language]
    bare = write(rig, ann).preheader
    assert bare is not None
    buy(rig, rig.person(), rig.product("Hat", price_minor=1250))
    assert write(rig, ann).preheader == bare + promise


def test_new_in_the_category_of_what_is_new(rig: Rig) -> None:
    """A1, A9: who buys shirts most often is not told of new shirts where a bag has come in."""
    ann = rig.person()
    shirts, bags = rig.category("Shirts", ann), rig.category("Bags", ann)
    with rig.db.write():
        rig.db.run("UPDATE customer_categories SET line_count = 9 WHERE category_id = ?", (shirts,))
    rig.product("Canvas bag", category_id=bags, in_stock=1, arrived_at=stamp(rig.now - timedelta(days=2)))
    content = write(rig, ann, "new_arrivals")
    assert content.subject == "New in Bags at Corner Shop"
    assert "as you like our Bags" in content.text
    assert "Shirts" not in content.text


def test_nothing_is_recommended_that_the_shop_no_longer_sells(rig: Rig) -> None:
    """A9: once the shop has told what it sells, a product that only old orders name is not proposed."""
    ann, bob = rig.person(), rig.person()
    old, hat = rig.product("Discontinued lamp"), rig.product("Hat", price_minor=1250)
    buy(rig, bob, old, hat)
    assert "Discontinued lamp" in write(rig, ann).text
    with rig.db.write():
        rig.db.run(
            "INSERT INTO imports (kind, file_name, sha256, state, started_at) "
            "VALUES ('products', 'p.csv', '', 'done', 1)"
        )
    text = write(rig, ann).text
    assert "Hat" in text
    assert "Discontinued lamp" not in text


def test_the_owners_own_language_is_written(rig: Rig) -> None:
    """C15: a French customer gets the owner's French text, spelt in French; who speaks neither the English one."""
    for language, words in (("fr", "Bonjour"), ("en", "Howdy")):
        own = Template(
            f"own.{language}", ChannelName.EMAIL, f"{words} {{last_order_on}}", language, "we_miss_you", words
        )
        templates.save(rig.db, own, rig.now)
    found = {language: write(rig, rig.person(language=language)).text for language in ("fr-CA", "it", "German", None)}
    assert found["fr-CA"].startswith("Bonjour 12 septembre 2026")
    assert found["it"].startswith("Howdy September 12, 2026")
    assert found["German"].startswith("Howdy 12. September 2026")
    assert found[None].startswith("Howdy September 12, 2026")


@pytest.mark.parametrize(
    ("minor", "currency", "shown"),
    [(129_949, "RSD", "RSD1,299.49"), (130_000, "RSD", "RSD1,300"), (1_299, "JPY", "¥1,299"), (1_250, "USD", "$12.50")],
)
def test_a_price_is_named_to_its_last_digit(rig: Rig, minor: int, currency: str, shown: str) -> None:
    """A9: also in a currency whose small coins are gone: the shop's own page says 1,299.49 too."""
    hat = rig.product("Hat", price_minor=minor, currency=currency)
    matter = Matter(evidence=Evidence(hat, "x", price_minor=minor, was_minor=2 * minor))
    subject = write(rig, rig.person(), "price_drop", matter=matter).subject or ""
    assert subject.replace("\xa0", "") == f"Hat now costs {shown}"


@pytest.mark.parametrize(("language", "words"), [("en", "something new for the season"), ("de", "Neues für die")])
def test_a_seasonal_mail_is_never_empty(rig: Rig, language: str, words: str) -> None:
    """24: without an offer, a product or a website there is still a sentence between greeting and name."""
    ann = rig.person(language=language)
    assert words in write(rig, ann, "promotional").text
    offered = compose(
        rig.db, ann, "promotional", ChannelName.EMAIL, rig.settings, rig.now, Matter(promotion="Free tea this week")
    )
    assert "Free tea" in offered.text
    assert words not in offered.text


def test_nothing_is_new_twice(rig: Rig) -> None:
    """A1, A9: the second message about arrivals names what came in after the first one."""
    ann = rig.person()
    shirts = rig.category("Shirts", ann)
    rig.product("Linen shirt", category_id=shirts, in_stock=1, arrived_at=stamp(rig.now - timedelta(days=30)))
    rig.run()
    rig.send_all()
    rig.now += timedelta(days=15)
    assert "Linen shirt" in write(rig, ann, "new_arrivals").text  # asked for: there is nothing newer
    rig.product("Silk shirt", category_id=shirts, in_stock=1, arrived_at=stamp(rig.now - timedelta(days=1)))
    rig.run()
    texts = [each["content"]["text"] for each in rig.messages(ann)]
    assert ["Linen shirt" in text for text in texts] == [True, False]
    assert "Silk shirt" in texts[1]


def test_nothing_is_offered_for_nothing(rig: Rig) -> None:
    """A9: a product without a price of its own, which files give as 0, is named without one."""
    bob, hat = rig.person(), rig.product("Hat", price_minor=0, in_stock=1)
    buy(rig, bob, hat)
    ann = rig.person()
    assert "- Hat\n" in write(rig, ann).text
    back = write(rig, ann, "back_in_stock", matter=Matter(evidence=Evidence(hat, "x", price_minor=0)))
    assert "$0" not in f"{back.subject}{back.text}"


@pytest.mark.parametrize("word", ["Uncategorized", "uncategorised", "Unkategorisiert", "Non classé"])
def test_a_category_of_what_has_none_is_not_said_to_customers(rig: Rig, word: str) -> None:
    """A9: “as you like our Uncategorized” is no personal message."""
    ann = rig.person()
    nothing = rig.category(word, ann)
    rig.category("Bags", ann)
    with rig.db.write():
        rig.db.run("UPDATE customer_categories SET line_count = 9 WHERE category_id = ?", (nothing,))
    assert "Bags" in write(rig, ann, channel=ChannelName.SMS).text
    rig.product("Hat", category_id=nothing, in_stock=1, arrived_at=stamp(rig.now - timedelta(days=1)))
    content = write(rig, ann, "new_arrivals")
    assert word not in f"{content.subject}{content.text}"
    assert "Hat" in content.text
