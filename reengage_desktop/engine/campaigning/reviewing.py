"""Looks at a campaign before it starts: counts what `starting` would queue now, and what stands in the way."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from math import ceil

from reengage_desktop.domain.allowed_days import AllowedDays
from reengage_desktop.domain.campaign_plans import CampaignPlan
from reengage_desktop.domain.moments import local_day
from reengage_desktop.domain.money import Money, to_minor
from reengage_desktop.domain.reviews import Review
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.text_parts import sms_parts
from reengage_desktop.domain.vocabulary import ChannelName, Reason
from reengage_desktop.engine.campaigning.audience import Audience, Prepared
from reengage_desktop.engine.campaigning.starting import UNDO_S, slot
from reengage_desktop.engine.campaigning.wording import Wording
from reengage_desktop.engine.selecting import Selector
from reengage_desktop.store import claims, imports

_FREE = frozenset({ChannelName.EMAIL, ChannelName.PUSH, ChannelName.WALLET})
_OPT_OUT_BOXES = ("providers.smtp.unsubscribe_address", "business.reply_to", "providers.smtp.from_address")


def review(
    selector: Selector,
    plan: CampaignPlan,
    campaign_id: int | None = None,
    *,
    stop: Callable[[], bool] | None = None,
    tell: Callable[[int, int], None] | None = None,
) -> Review:
    """What a start of this plan would do now: the same people, the same reasons, the same texts."""
    audience, counted = Audience(selector, plan, campaign_id, is_look=True), _Count()
    total = len(audience.ids())
    for chosen in audience.pieces():
        if stop is not None and stop():
            break
        for each in chosen.prepared:
            counted.add(each)
        for left_out in chosen.left_out:
            counted.left_out.setdefault(left_out.reason, []).append(left_out.customer_id)
        if chosen.taken:
            counted.left_out.setdefault(Reason.ALREADY_SENT, []).extend(chosen.taken)
        if tell is not None:
            tell(counted.people, total)
    return Review(
        will_get_ids=tuple(counted.channel_of),
        left_out_ids={reason: tuple(ids) for reason, ids in sorted(counted.left_out.items())},
        by_channel=dict(counted.by_channel),
        channel_of=counted.channel_of,
        sms_parts=counted.sms_parts,
        cost=_cost(counted, selector.settings),
        finishes_on=_finishes_on(selector, plan, counted.by_channel),
        warnings=tuple(_warnings(selector, plan, counted)),
        stops=tuple(find_stops(selector, plan, audience.wording)),
    )


def find_stops(selector: Selector, plan: CampaignPlan, wording: Wording | None = None) -> list[Sentence]:
    """Everything that keeps a campaign from starting, whoever its recipients are."""
    wording = wording or Wording(selector.db, plan, selector.settings, selector.now)
    found = [Sentence("template", fault) for fault in wording.faults()]
    mails = ChannelName.EMAIL in {*plan.channels, *(step.channel for step in plan.steps)}
    if mails and not selector.settings.text("business.postal_address").strip():
        sentence = "The shop's postal address is empty: no e-mail starts without it. Fill it in under Settings."
        found.append(Sentence("no_postal_address", sentence))
    if not any(_is_connected(selector, channel) for channel in plan.channels):
        names = ", ".join(plan.channels)
        detail = next((state.detail for name in plan.channels if (state := selector.availability.get(name))), "")
        sentence = (
            f"Not connected yet: {names}. Nobody could be written to; connect it under Settings. {detail}".strip()
        )
        found.append(Sentence("no_channel", sentence, channels=names))
    if imports.is_writing(selector.db):
        sentence = "A file is being brought in. Nobody is chosen meanwhile; try again when that has ended."
        found.append(Sentence("import_running", sentence))
    return found


class _Count:
    """Adds up the audience."""

    def __init__(self) -> None:
        self.channel_of: dict[int, ChannelName] = {}
        self.by_channel: Counter[ChannelName] = Counter()
        self.left_out: dict[Reason, list[int]] = {}
        self.sms_parts = 0
        self.unsafe_links = 0

    @property
    def people(self) -> int:
        """How many have been looked at."""
        return len(self.channel_of) + sum(len(ids) for ids in self.left_out.values())

    def add(self, each: Prepared) -> None:
        """One more who gets a message."""
        channel, content = each.reach.channel, each.worded.content
        self.channel_of[each.customer_id] = channel
        self.by_channel[channel] += 1
        if channel is ChannelName.SMS:
            self.sms_parts += sms_parts(content.text).parts
        self.unsafe_links += "http://" in f"{content.text} {content.html or ''}"


def _warnings(selector: Selector, plan: CampaignPlan, counted: _Count) -> list[Sentence]:
    settings, found = selector.settings, []
    missing = len(counted.left_out.get(Reason.TEMPLATE_MISSING_FIELD, ()))
    if missing:
        sentence = f"A field of the text is empty for {missing} of the customers: they get nothing."
        found.append(Sentence("empty_field", sentence, count=missing))
    outside = len(counted.left_out.get(Reason.PROVIDER_LIMIT, ()))
    if outside:
        sentence = (
            "The WhatsApp text names no approved wording, so it goes only to those who wrote within the last 24 hours: "
            f"{outside} of the customers have not."
        )
        found.append(Sentence("not_approved", sentence, count=outside))
    if counted.unsafe_links:
        sentence = "A link in the text begins with http:// and not with https://: many mail programs warn of it."
        found.append(Sentence("link_not_https", sentence, count=counted.unsafe_links))
    if counted.by_channel[ChannelName.EMAIL] and not any(settings.text(key) for key in _OPT_OUT_BOXES):
        sentence = "The e-mail has no way to unsubscribe: name an address for that, or a reply-to, under Settings."
        found.append(Sentence("no_unsubscribe", sentence))
    for channel in sorted({*plan.channels, *(step.channel for step in plan.steps)}):
        if not _is_connected(selector, channel):
            sentence = f"Not connected: {channel}. Nobody gets anything on it."
            found.append(Sentence("channel_off", sentence, channel=channel))
    if not counted.channel_of:
        found.append(Sentence("nobody", "Nobody would get this message now."))
    return found + _shop_warnings(selector)


def _shop_warnings(selector: Selector) -> list[Sentence]:
    found = []
    if claims.get_shop_state(selector.db, selector.now).is_paused:
        found.append(Sentence("paused", "Sending is paused: the messages wait until it is resumed."))
    if selector.settings.is_on("sending.test_mode"):
        found.append(Sentence("test_mode", "Test mode is on: the messages are only pretended."))
    return found


def _is_connected(selector: Selector, channel: ChannelName) -> bool:
    state = selector.availability.get(channel)
    return state is not None and state.configured


def _cost(counted: _Count, settings: Settings) -> Money | None:
    """What the providers will ask for it, where all their prices are known; mail and push cost nothing a piece."""
    whole = Decimal(0)
    for channel, count in counted.by_channel.items():
        if channel in _FREE:
            continue
        price = settings.amount(f"channels.{channel}.price")
        if not price:
            return None
        whole += price * (counted.sms_parts if channel is ChannelName.SMS else count)
    return Money(to_minor(whole, settings.currency), settings.currency) if counted.by_channel else None


def _finishes_on(selector: Selector, plan: CampaignPlan, by_channel: Mapping[ChannelName, int]) -> date | None:
    """The day of the last message by the campaign's limits, the providers' pace, the allowed days and the steps."""
    count = sum(by_channel.values())
    if not count:
        return None
    settings, zone = selector.settings, selector.settings.zone
    begins = max(plan.scheduled_at or selector.now, selector.now) + timedelta(seconds=UNDO_S)
    due_at, patience_s = slot(plan, count - 1, begins, zone)
    minutes = max(_minutes(settings, channel, some) for channel, some in by_channel.items())
    last = due_at + timedelta(seconds=max(patience_s, 0 if plan.daily_limit else minutes * 60))
    day = _allowed(settings, last)
    for step in plan.steps:
        day = None if day is None else _allowed_day(settings, day + timedelta(days=step.after_days))
    return day


def _minutes(settings: Settings, channel: ChannelName, count: int) -> int:
    key = f"providers.{settings.provider_of(channel)}.rate_per_minute"
    rate = settings.whole(key) if key in settings else 0
    return ceil(count / rate) - 1 if rate else 0


def _allowed(settings: Settings, moment: datetime) -> date | None:
    return _allowed_day(settings, local_day(moment, settings.zone))


def _allowed_day(settings: Settings, day: date) -> date | None:
    return AllowedDays.of(settings).next_allowed(day)
