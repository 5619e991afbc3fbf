"""WhatsApp's approved wordings: fetched from Meta and from Twilio, chosen, and filled with the shop's fields."""

from typing import Any

import pytest

from reengage_desktop.channels.protocol import ApprovedTemplate
from reengage_desktop.domain.templates import check_template
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine.composing import preview
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import approved_templates
from reengage_desktop.jobs.tasks import settings as setting_tasks
from tests.servers import twilio, whatsapp
from tests.shop_rows import add_customer

HELLO = "Hi {{1}}, your {{2}} is waiting for you at the shop."


def wording(name: str, *parts: dict[str, Any], status: str = "APPROVED") -> dict[str, Any]:
    """A template as Meta lists it."""
    return {"name": name, "language": "en_US", "status": status, "components": list(parts)}


def body(text: str) -> dict[str, Any]:
    return {"type": "BODY", "text": text}


def at_meta(shop: Shop, server: whatsapp.FakeWhatsApp) -> None:
    for name, value in {
        "phone_number_id": whatsapp.PHONE_NUMBER_ID,
        "business_account_id": whatsapp.BUSINESS_ACCOUNT_ID,
        "base_url": server.url,
    }.items():
        setting_tasks.set_setting(shop, f"providers.whatsapp_cloud.{name}", value)
    setting_tasks.set_setting(shop, "channels.whatsapp.provider", "whatsapp_cloud")
    shop.secrets.set("whatsapp_cloud", "access_token", whatsapp.ACCESS_TOKEN)


def test_meta_s_approved_wordings(shop: Shop) -> None:
    """C12: page by page; what is not approved, needs a picture or mixes its places up is counted and not offered."""
    with whatsapp.FakeWhatsApp() as server:
        server.wordings = {
            "hello": wording("hello", {"type": "HEADER", "format": "TEXT", "text": "Sale"}, body(HELLO)),
            "asked": wording("asked", body("Hi {{1}}!"), status="PENDING"),
            "picture": wording("picture", {"type": "HEADER", "format": "IMAGE"}, body("Hi {{1}}, look.")),
            "mixed": wording("mixed", body("Hi {{2}} and {{1}}.")),
            "link": wording("link", body("Look."), {"type": "BUTTONS", "buttons": [{"url": "https://x/{{1}}"}]}),
        }
        server.templates = set(server.wordings)
        at_meta(shop, server)
        found = approved_templates.list_approved(shop)
    assert found.templates == (ApprovedTemplate("hello", "hello", "en_US", HELLO, is_approved=True),)
    assert (found.others, found.fault, found.provider) == (4, "", "WhatsApp Business (Meta)")


def test_twilio_s_approved_wordings(shop: Shop) -> None:
    """C12: the same from Twilio, whose templates are named by a number."""

    def content(number: int, status: str, text: str = HELLO) -> dict[str, Any]:
        sid = "HX" + f"{number:032x}"
        kinds = {"twilio/text": {"body": text}} if text else {"twilio/media": {"media": ["https://x/y.png"]}}
        approval = {"name": "hello", "category": "MARKETING", "status": status}
        known = {"sid": sid, "friendly_name": f"Hello {number}", "language": "en", "types": kinds}
        return {**known, "variables": {"1": "Ann"}, "approval_requests": approval}

    with twilio.FakeTwilio() as server:
        server.contents = [content(1, "approved"), content(2, "pending"), content(3, "approved", "")]
        server.contents.append(content(4, "approved", "Come by."))
        for name, value in {"account_sid": twilio.ACCOUNT_SID, "whatsapp_from": twilio.OWN_NUMBER}.items():
            setting_tasks.set_setting(shop, f"providers.twilio.{name}", value)
        setting_tasks.set_setting(shop, "providers.twilio.base_url", server.url)
        setting_tasks.set_setting(shop, "channels.whatsapp.provider", "twilio")
        shop.secrets.set("twilio", "auth_token", twilio.AUTH_TOKEN)
        found = approved_templates.list_approved(shop)
        assert [each.title for each in found.templates] == ["Hello 1", "Hello 4"]
        assert found.templates[0].name.startswith("HX")
        assert found.others == 2
        shop.secrets.set("twilio", "auth_token", "revoked")
        assert approved_templates.list_approved(shop).fault


def test_a_wording_is_filled_with_the_shop_s_fields(shop: Shop) -> None:
    """C12: each place gets the field that was chosen for it; the values go in the order of the places."""
    approved = ApprovedTemplate("hello", "hello", "en_US", HELLO, is_approved=True)
    assert approved_templates.places_of(approved) == ("1", "2")
    template = approved_templates.adopt(approved, "Hello", {"2": "city"})
    assert check_template(template) == []
    assert (template.channel, template.provider_template) == (ChannelName.WHATSAPP, "hello")
    ann = add_customer(shop.db, first_name="Ann", city="Leeds")
    content = preview(shop.db, template, ann, shop.settings(), shop.now())
    assert content.parameters == ("Ann", "Leeds")
    assert (content.template_name, content.language) == ("hello", "en_US")
    assert content.text == "Hi Ann, your Leeds is waiting for you at the shop."


@pytest.mark.parametrize("provider", ["whatsapp_cloud", "pretend"])
def test_what_can_not_be_fetched_is_said(shop: Shop, provider: str) -> None:
    """8: a sentence, whether nothing is connected or the provider keeps none."""
    setting_tasks.set_setting(shop, "channels.whatsapp.provider", provider)
    found = approved_templates.list_approved(shop)
    assert found.templates == ()
    assert found.fault.endswith(".")
