"""What a customer agreed to, as chips and as sentences with source and day."""

from typing import TYPE_CHECKING

from reengage_desktop.domain.moments import from_stamp, local_day
from reengage_desktop.domain.vocabulary import ChannelName, Segment
from reengage_desktop.engine.profiles import ConsentWord, Profile
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.customers.story import source_words
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.wording import translate

if TYPE_CHECKING:
    from datetime import date

_TONES = {
    Segment.ACTIVE: Tone.OK,
    Segment.AT_RISK: Tone.WARN,
    Segment.LOST: Tone.BAD,
    Segment.VIP: Tone.ACCENT,
}
_SHOWN = (Segment.ACTIVE, Segment.AT_RISK, Segment.LOST, Segment.NEW, Segment.ONE_TIME, Segment.VIP)


def consent_chips(profile: Profile) -> list[tuple[str, Tone]]:
    """The groups she is in, then one chip for each channel that she agreed to or refused, or that fails."""
    chips = [
        (wording.segment_name(each), _TONES.get(each, Tone.NEUTRAL)) for each in profile.segments if each in _SHOWN
    ]
    person = profile.customer
    if all(person.consent.get(channel) is False for channel in ChannelName):
        return [*chips, (wording.segment_name(Segment.OPTED_OUT), Tone.BAD)]
    for channel in ChannelName:
        name, agreed = wording.channel_name(channel), person.consent.get(channel)
        if agreed is False:
            chips.append((translate("Customers", "{channel}: no").replace("{channel}", name), Tone.BAD))
        elif person.address_for(channel) is None:
            continue
        elif person.address_state(channel) is not None:
            chips.append((translate("Customers", "{channel}: bad address").replace("{channel}", name), Tone.BAD))
        elif agreed:
            chips.append((translate("Customers", "{channel} ok").replace("{channel}", name), Tone.OK))
    return chips


def unasked_line(profile: Profile) -> str:
    """The channels that could be used if she were asked; empty where there is none."""
    person = profile.customer
    found = [
        wording.channel_name(channel)
        for channel in ChannelName
        if person.consent.get(channel) is None
        and person.address_for(channel) is not None
        and person.address_state(channel) is None
    ]
    return translate("Customers", "Never asked: {channels}").replace("{channels}", ", ".join(found)) if found else ""


def consent_lines(desk: Desk, profile: Profile) -> list[str]:
    """Each channel's last word with where it is written; one sentence when nothing was ever said."""
    lines = [
        _line(desk, channel, profile.consent_words[channel], bool(profile.customer.consent.get(channel)))
        for channel in ChannelName
        if channel in profile.consent_words
    ]
    return lines or [translate("Customers", "Nothing is on file: never asked, so nobody writes to this customer.")]


def _line(desk: Desk, channel: ChannelName, word: ConsentWord, agreed: bool) -> str:  # noqa: FBT001 - a word of the ledger
    day: date = local_day(from_stamp(word.at), desk.zone)
    text = (
        translate("Customers", "{channel}: yes on {day} ({source})")
        if agreed
        else translate("Customers", "{channel}: no on {day} ({source})")
    )
    source = word.wording or source_words().get(word.source, word.source)
    text = text.replace("{channel}", wording.channel_name(channel)).replace("{day}", formats.long_day(day))
    return text.replace("{source}", source)
