"""“Send me a test”: a message to the owner's own address through the channel's real provider, counted nowhere."""

from dataclasses import dataclass
from typing import Any

from reengage_desktop.channels.protocol import Channel, NotConfigured
from reengage_desktop.channels.registry import PROVIDERS, build_channel
from reengage_desktop.domain.contacts import normalise_email, normalise_phone
from reengage_desktop.domain.customers import ADDRESS_KINDS
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.stand_ins import StandIn
from reengage_desktop.domain.templates import Template, check_template
from reengage_desktop.domain.templating import MissingField
from reengage_desktop.domain.vocabulary import REASON_SENTENCES, CampaignType, ChannelName
from reengage_desktop.engine.composing import CannotCompose, preview
from reengage_desktop.engine.composing.values import shop_language
from reengage_desktop.engine.sending import Ending, Sent, ToOwner, send_to_owner
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import settings as stored_settings
from reengage_desktop.store import templates

__all__ = ["TEST_MARK", "Ending", "SentTest", "find_text", "remembered_address", "send_test"]

TEST_MARK = "[Test]"
"""What the subject of a test begins with; the word is the same in English and in German."""

_REMEMBERED = "test_address."
_WENT = (Ending.SENT, Ending.PRETENDED)
_SENTENCES = {
    Ending.SENT: "Sent to {address} through {provider}. It is counted nowhere.",
    Ending.PRETENDED: "Only pretended: nothing left this PC, because this channel goes to the pretend provider.",
    Ending.UNSURE: "Nobody knows whether it arrived{words}. Look for it; it is not sent again by itself.",
    Ending.REFUSED: "{provider} did not take it{words}. Nothing was sent; see Settings, Connections.",
    Ending.HELD: "Nothing was sent: {why}",
    Ending.NOT_CONNECTED: "{detail}",
    Ending.PROVIDER_RESTS: (
        "{provider} is left alone for now{words}. Nothing was sent; test it under Settings, Connections."
    ),
    Ending.A_CUSTOMERS: "“{address}” is a customer's address. Nothing was sent: a test goes to your own address only.",
    Ending.SUPPRESSED: (
        "“{address}” is on the list of those who are never written to. Nothing was sent; type another one."
    ),
}


@dataclass(frozen=True)
class SentTest:
    """What became of a test, in a sentence.

    `ending` None: it got no further than the address or the text. `provider` is its title; `detail` its own words, or
    the sentence itself without an ending.
    """

    ok: bool
    sentence: str
    ending: Ending | None = None
    address: str = ""
    provider: str = ""
    detail: str = ""

    def as_json(self) -> dict[str, Any]:
        """`{"ok", "detail"}`."""
        return {"ok": self.ok, "detail": self.sentence}


def send_test(
    shop: Shop,
    template: str | Template,
    channel: ChannelName,
    to_address: str,
    as_customer_id: int | StandIn | None = None,
) -> SentTest:
    """Sends one message to an address of the owner's own, written as for a customer (None: an invented one).

    Takes a template as it is being typed, too. Nothing leaves while sending is paused, and nothing real in test mode.
    The address is remembered for the next time. Never raises for what the owner can cause: the answer says it.
    """
    settings = shop.settings()
    try:
        address = _own_address(to_address, channel, settings)
        found = templates.get(shop.db, template) if isinstance(template, str) else template
        content = _write(shop, found, channel, settings, as_customer_id)
    except (Refused, MissingField, CannotCompose, LookupError) as fault:
        return SentTest(ok=False, sentence=_closed(str(fault)), detail=str(fault))

    def build(name: ChannelName) -> Channel | NotConfigured:
        return build_channel(name, shop.settings(), shop.secrets)

    message = ToOwner(found.name, channel, address, content, is_own=address in _addresses_of(settings, channel))
    sent = send_to_owner(shop.db, message, build, shop.settings, shop.clock)
    if sent.ending in _WENT:
        stored_settings.put_word(shop.db, _REMEMBERED + ADDRESS_KINDS[channel], address)
    return _told(sent, address)


def find_text(shop: Shop, channel: ChannelName) -> str | None:
    """The name of a text with which a channel is tried out: what the shop would say to whom it misses; None: none."""
    language = shop_language(shop.settings())
    found = templates.find_for(shop.db, CampaignType.WE_MISS_YOU, channel, language)
    return None if found is None else found.name


def remembered_address(shop: Shop, channel: ChannelName) -> str:
    """Where the last test went, else the first of the shop's own addresses of that kind, else nothing."""
    word = stored_settings.find_word(shop.db, _REMEMBERED + ADDRESS_KINDS[channel])
    return word or next(iter(_addresses_of(shop.settings(), channel)), "")


def _own_address(text: str, channel: ChannelName, settings: Settings) -> str:
    kind, typed = ADDRESS_KINDS[channel], text.strip()
    if not typed:
        raise Refused("There is no address to send the test to. Type your own; nothing was sent.")
    if kind == "email":
        address = normalise_email(typed)
    elif kind == "phone":
        address = normalise_phone(typed, settings.country)
    else:
        address = typed
    if address is None:
        what = "an e-mail address" if kind == "email" else "a phone number"
        raise Refused(f"“{typed}” is not {what}. Nothing was sent; check it and try again.")
    return address


def _addresses_of(settings: Settings, channel: ChannelName) -> tuple[str, ...]:
    """The addresses that the shop writes from or is answered at: hers, even when she is a customer too."""
    kind = ADDRESS_KINDS[channel]
    if kind == "email":
        keys = ["business.reply_to", *(key for key in settings if key.endswith(".from_address"))]
        found = [normalise_email(settings.text(key)) for key in keys]
    elif kind == "phone":
        keys = [key for key in settings if key.endswith((".from_number", ".whatsapp_from"))]
        numbers = [settings.text(key).removeprefix("whatsapp:") for key in keys]
        found = [normalise_phone(number, settings.country) for number in numbers if number]
    else:
        found = []
    return tuple(dict.fromkeys(address for address in found if address))


def _write(
    shop: Shop, template: Template, channel: ChannelName, settings: Settings, who: int | StandIn | None
) -> Content:
    if template.channel is not channel:
        raise Refused(f"“{template.name}” is written for {template.channel}, not for {channel}. Nothing was sent.")
    problems = check_template(template)
    if problems:
        first = problems[0]
        raise Refused(f"Line {first.line}, column {first.column}: {first.message} Nothing was sent.")
    content = preview(shop.db, template, who, settings, shop.now())
    if content.subject is None:
        return content
    return Content(**{**content.as_dict(), "subject": f"{TEST_MARK} {content.subject}"})


def _told(sent: Sent, address: str) -> SentTest:
    card = PROVIDERS.get(sent.provider)
    provider = sent.provider if card is None else card.title
    return SentTest(
        sent.ending in _WENT, _sentence(sent, address, provider), sent.ending, address, provider, _detail(sent)
    )


def _detail(sent: Sent) -> str:
    return sent.detail if sent.reason is None else str(sent.reason)


def _sentence(sent: Sent, address: str, provider: str) -> str:
    why = "" if sent.reason is None else REASON_SENTENCES[sent.reason]
    words = f": {sent.detail}" if sent.detail else ""
    return _SENTENCES[sent.ending].format(address=address, provider=provider, words=words, why=why, detail=sent.detail)


def _closed(sentence: str) -> str:
    return sentence if "othing was sent" in sentence else f"{sentence} Nothing was sent."
