"""What an experienced eye would still say about a message whose template is sound: links, size, words, the way out."""

import re
from dataclasses import dataclass
from enum import StrEnum
from html import unescape

from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.text_parts import sms_parts
from reengage_desktop.domain.vocabulary import ChannelName

CLIPPED_AT = 102_000
"""Gmail cuts a longer mail off and hides its end, the way out with it."""
LONGEST_SUBJECT = 60
LONGEST_PUSH = 120
_MOST_PARTS = 2
_MOST_MARKS = 2

_LINK = re.compile(r"""href="([^"]+)"|(https?://[^\s<>()"]+)""")
_LOUD = frozenset(
    (
        "100% free|act now|buy now|cash bonus|click here|double your|earn money|free gift|free money|guaranteed|"
        "last chance|limited time|no obligation|once in a lifetime|order now|risk free|risk-free|urgent|winner|"
        "jetzt kaufen|jetzt zugreifen|nur heute|letzte chance|garantiert|gratis|kostenlos|gewinner|gewonnen|"
        "hier klicken|klicken sie hier|sonderangebot|schnell reich|unverbindlich"
    ).split("|")
)
_MACHINE = re.compile(r"automat|computer|machine|synthet|künstlich|roboter", re.IGNORECASE)


class Look(StrEnum):
    """What was looked at."""

    LINKS = "links"
    WAY_OUT = "way_out"
    POSTAL_ADDRESS = "postal_address"
    SENDER = "sender"
    SUBJECT = "subject"
    PREHEADER = "preheader"
    WORDS = "words"
    SHOUTING = "shouting"
    SIZE = "size"
    PARTS = "parts"
    MACHINE = "machine"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at and how it came out: True good, False a stop, None worth a second look.

    `figures` fill the window's sentence.
    """

    look: Look
    is_good: bool | None
    figures: tuple[str | int, ...] = ()


def look_over(template: Template, content: Content, settings: Settings) -> list[Finding]:
    """Everything that is worth saying of a filled template, in the order of reading."""
    if template.channel is ChannelName.EMAIL:
        found = _mail(content, settings)
    elif template.channel is ChannelName.SMS:
        found = [_way_out(content), _parts(content)]
    elif template.channel is ChannelName.CALL:
        found = [Finding(Look.MACHINE, True if _MACHINE.search(content.text[:240]) else None)]
    elif template.channel is ChannelName.PUSH:
        length = len(content.text)
        found = [Finding(Look.SIZE, True if length <= LONGEST_PUSH else None, (length, LONGEST_PUSH))]
    else:
        found = []
    return [*found, _links(content), *_words(content)]


def _mail(content: Content, settings: Settings) -> list[Finding]:
    subject, size = content.subject or "", len((content.html or "").encode())
    has_address = bool(settings.text("business.postal_address").strip())
    return [
        Finding(Look.SUBJECT, True if len(subject) <= LONGEST_SUBJECT else None, (len(subject), LONGEST_SUBJECT)),
        Finding(Look.PREHEADER, True if content.preheader else None),
        Finding(Look.POSTAL_ADDRESS, has_address),
        Finding(Look.SENDER, bool(settings.text("business.name").strip()) or None),
        Finding(Look.WAY_OUT, is_good=True),
        Finding(Look.SIZE, size < CLIPPED_AT, (round(size / 1000), CLIPPED_AT // 1000)),
    ]


def _way_out(content: Content) -> Finding:
    return Finding(Look.WAY_OUT, "STOP" in content.text)


def _parts(content: Content) -> Finding:
    parts = sms_parts(content.text).parts
    return Finding(Look.PARTS, True if parts <= _MOST_PARTS else None, (parts,))


def _links(content: Content) -> Finding:
    found = [unescape(href or bare) for href, bare in _LINK.findall(content.html or content.text)]
    links = [link for link in found if link.startswith("http")]
    bare = [link for link in links if not link.startswith("https://")]
    return Finding(Look.LINKS, not bare, (len(links), bare[0] if bare else ""))


def _words(content: Content) -> list[Finding]:
    whole = f"{content.subject or ''}\n{content.preheader or ''}\n{content.text}"
    loud = sorted(word for word in _LOUD if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", whole.casefold()))
    words = [word for word in re.findall(r"\b[^\W\d_]{4,}\b", content.subject or "") if word.isupper()]
    marks = (content.subject or "").count("!") + content.text.count("!!")
    return [
        Finding(Look.WORDS, None if loud else True, (", ".join(loud),)),
        Finding(Look.SHOUTING, None if words or marks > _MOST_MARKS else True, (", ".join(words),)),
    ]
