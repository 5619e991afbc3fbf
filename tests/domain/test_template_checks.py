"""What is worth a second look although the template is sound."""

import pytest

from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.template_checks import CLIPPED_AT, Finding, Look, look_over
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.text_parts import cheaper, sms_parts
from reengage_desktop.domain.vocabulary import ChannelName

SHOP = Settings({"business.name": "Corner Coffee", "business.postal_address": "Main Street 1"})


def look(channel: ChannelName, content: Content, settings: Settings = SHOP) -> dict[Look, Finding]:
    return {each.look: each for each in look_over(Template("x", channel, "x"), content, settings)}


def mail(subject: str = "News", html: str = "<p>Hi</p>", text: str = "Hi", preheader: str | None = "Look") -> Content:
    return Content(text=text, subject=subject, html=html, preheader=preheader)


def test_a_good_mail_has_nothing_to_say() -> None:
    """C15: a mail of a shop that has filled in its settings passes everything."""
    assert all(each.is_good for each in look(ChannelName.EMAIL, mail()).values())


@pytest.mark.parametrize(
    ("content", "which", "verdict"),
    [
        (mail(html='<a href="http://shop.example/a?b=1&amp;c=2">x</a>'), Look.LINKS, False),
        (mail(subject="x" * 61), Look.SUBJECT, None),
        (mail(preheader=None), Look.PREHEADER, None),
        (mail(html="x" * CLIPPED_AT), Look.SIZE, False),
        (mail(text="Act now and click here"), Look.WORDS, None),
        (mail(subject="NUR HEUTE gratis"), Look.SHOUTING, None),
        (mail(subject="Hey!!!"), Look.SHOUTING, None),
    ],
)
def test_what_a_mail_can_have(content: Content, which: Look, verdict: bool | None) -> None:
    """C15: links, subject, size and words are looked over; only what stops or harms is a stop."""
    assert look(ChannelName.EMAIL, content)[which].is_good is verdict


def test_a_mail_without_postal_address_does_not_start() -> None:
    """cli.md: no e-mail starts without the shop's postal address."""
    assert look(ChannelName.EMAIL, mail(), Settings())[Look.POSTAL_ADDRESS].is_good is False


def test_the_other_channels() -> None:
    """A text message says how to stop it, a call says who speaks, a push message is short."""
    found = look(ChannelName.SMS, Content("x" * 400))
    assert (found[Look.WAY_OUT].is_good, found[Look.PARTS].is_good) == (False, None)
    assert found[Look.PARTS].figures == (3,)
    assert look(ChannelName.CALL, Content("Hello, how are you?"))[Look.MACHINE].is_good is None
    assert look(ChannelName.CALL, Content("Hello, this is an automated call."))[Look.MACHINE].is_good is True
    assert look(ChannelName.PUSH, Content("x" * 200))[Look.SIZE].is_good is None
    assert look(ChannelName.WHATSAPP, Content("http://shop.example"))[Look.LINKS].is_good is False


def test_cheaper_signs() -> None:
    """C11: what forces 70 signs a part is replaced by what does not; what costs nothing stays."""
    text = "Crème brûlée – “now” 🍮 für 5 €, Łódź"
    plain = cheaper(text)
    assert sms_parts(plain).is_gsm
    assert plain == 'Crème brulée - "now" für 5 €, Lodz'
    assert cheaper("Hallo Jürgen à la carte") == "Hallo Jürgen à la carte"
