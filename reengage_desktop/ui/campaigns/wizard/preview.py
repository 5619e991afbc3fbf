"""The plan's message as real customers would get it, one after the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reengage_desktop.domain.campaign_plans import CampaignPlan, CampaignRefused
from reengage_desktop.domain.messages import Content
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.engine.composing import CannotCompose, MissingField
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import owner_campaigns
from reengage_desktop.store import listings
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.widgets.buttons import choice_button, step_button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.proof import MessageProof
from reengage_desktop.ui.widgets.text import clear, label, paragraph, row

if TYPE_CHECKING:
    from reengage_desktop.ui.widgets.switches import ChoiceButton


@dataclass(frozen=True)
class Seen:
    """A message for a customer, or the sentence that says why there is none."""

    name: str
    content: Content | None
    fault: str = ""
    letters: tuple[str, ...] = ()
    letter: str = ""


def read_seen(shop: Shop, plan: CampaignPlan, customer_id: int, channel: ChannelName, letter: str) -> Seen:
    """Writes the message, of two texts that are compared the one with the letter; for a lane."""
    rows = listings.customer_rows(shop.db, [customer_id])
    name = rows[0].name if rows else ""
    try:
        payload = plan.as_payload(shop.settings().zone)
        letters = owner_campaigns.compared(shop, payload, channel)
    except CampaignRefused as fault:
        return Seen(name, None, str(fault))
    shown = letter if letter in letters else next(iter(letters), "")
    try:
        content = owner_campaigns.preview(shop, payload, customer_id, channel, letter=shown or None)
    except (CampaignRefused, CannotCompose, MissingField) as fault:
        return Seen(name, None, str(fault), letters, shown)
    return Seen(name, content, "", letters, shown)


class PlanPreview(Card):
    """◀ ▶ go through the customers; a button for each channel, and for each text that is compared, shows it there."""

    def __init__(self, desk: Desk, heading: str) -> None:
        super().__init__(heading, grows=True)
        self._desk = desk
        self._plan: CampaignPlan | None = None
        self._asked = 0
        self.people: list[int] = []
        self.channel_of: Mapping[int, ChannelName] = {}
        self.at = 0
        self.channel = ChannelName.EMAIL
        self.previous = step_button("chevron-left", self.tr("The customer before"), partial(self.go, -1))
        self.next = step_button("chevron-right", self.tr("The next customer"), partial(self.go, 1))
        self.who = label("", "heading")
        self.who.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.place = label("", "muted")
        self.add(row([self.previous, self.who, self.place, None, self.next]))
        self._ways = QWidget()
        self._flow = FlowLayout(self._ways)
        policy = self._ways.sizePolicy()
        policy.setHeightForWidth(True)
        self._ways.setSizePolicy(policy)
        self.ways: dict[ChannelName, ChoiceButton] = {}
        self.add(self._ways)
        self.letter = ""
        self.wordings: dict[str, ChoiceButton] = {}
        self._wordings = row([])
        self.add(self._wordings)
        self.fault = paragraph("", "warn")
        self.fault.hide()
        self.add(self.fault)
        self.proof = MessageProof()
        self.proof.setMinimumHeight(220)
        self.add(self.proof, 1)
        self.body.addStretch(0)

    def show_plan(self, plan: CampaignPlan) -> None:
        """Shows the plan's message; the customer that is looked at stays."""
        if self._plan is None or plan.channels != self._plan.channels:
            self._show_channels(plan.channels)
        self._plan = plan
        self.refresh()

    def show_people(self, people: Sequence[int], channel_of: Mapping[int, ChannelName] | None = None) -> None:
        """Goes through these; with `channel_of` each is shown on the channel that reaches her."""
        looked_at = self.customer_id
        self.people = list(people)
        self.channel_of = channel_of or {}
        self.at = self.people.index(looked_at) if looked_at in self.people else 0
        self._follow_channel()
        self.refresh()

    @property
    def customer_id(self) -> int | None:
        """Who is looked at."""
        return self.people[self.at] if self.people else None

    def go(self, by: int) -> None:
        """Goes on to another customer."""
        if self.people:
            self.at = (self.at + by) % len(self.people)
            self._follow_channel()
            self.refresh()

    def show_channel(self, channel: ChannelName) -> None:
        """Shows the message on this channel."""
        self.channel = channel
        for each, made in self.ways.items():
            made.setChecked(each is channel)
        self.refresh()

    def show_wording(self, letter: str) -> None:
        """Shows this one of the texts that are compared."""
        self.letter = letter
        self.refresh()

    def refresh(self) -> None:
        """Writes the message anew."""
        plan, customer_id, channel, letter = self._plan, self.customer_id, self.channel, self.letter
        for made in (self.previous, self.next):
            made.setEnabled(len(self.people) > 1)
        self._asked += 1
        if plan is None or customer_id is None:
            self._show(Seen("", None, self.tr("Nobody gets it yet: there is nobody to show it for.")))
            return
        asked, shop = self._asked, self._desk.shop
        self._desk.read(
            lambda: read_seen(shop, plan, customer_id, channel, letter),
            self,
            lambda seen: self._show(seen) if asked == self._asked else None,
        )

    def _follow_channel(self) -> None:
        channel = self.channel_of.get(self.customer_id or 0)
        if channel is not None and channel in self.ways:
            self.channel = channel
            for each, made in self.ways.items():
                made.setChecked(each is channel)

    def _show_channels(self, channels: Sequence[ChannelName]) -> None:
        clear(self._flow)
        self.ways = {}
        for channel in channels:
            made = choice_button(wording.channel_name(channel), partial(self.show_channel, channel))
            self.ways[channel] = made
            self._flow.addWidget(made)
        self._ways.setVisible(len(channels) > 1)
        if self.channel not in channels and channels:
            self.channel = channels[0]
        for each, made in self.ways.items():
            made.setChecked(each is self.channel)

    def _show_wordings(self, letters: Sequence[str], shown: str) -> None:
        if tuple(self.wordings) != tuple(letters):
            clear(self._wordings)
            self.wordings = {}
            for letter in letters:
                words = self.tr("Text {letter}").replace("{letter}", letter)
                self.wordings[letter] = choice_button(words, partial(self.show_wording, letter))
                self._wordings.addWidget(self.wordings[letter])
            self._wordings.addStretch(1)
        for letter, made in self.wordings.items():
            made.setChecked(letter == shown)

    def _show(self, seen: Seen) -> None:
        self._show_wordings(seen.letters, seen.letter)
        self.who.setText(seen.name)
        text = self.tr("{number} of {count}").replace("{number}", formats.number(self.at + 1))
        self.place.setText(text.replace("{count}", formats.number(len(self.people))) if self.people else "")
        self.fault.setText(seen.fault)
        self.fault.setVisible(bool(seen.fault))
        self.proof.show_message(self.channel, seen.content)
