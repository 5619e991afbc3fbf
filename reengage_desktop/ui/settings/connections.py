"""Which channels are used, in which order, through whom; and one card per provider with its keys."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QVBoxLayout

from reengage_desktop.channels.registry import KEY_HOLDERS, PROVIDERS, ProviderCard
from reengage_desktop.domain.by_hand import HAND
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.events import Event, NoticesChanged
from reengage_desktop.jobs.tasks import connections
from reengage_desktop.jobs.tasks.connections import NETWORK, Connections, Standing
from reengage_desktop.ui import wording
from reengage_desktop.ui.changing import change_setting, standing_text
from reengage_desktop.ui.desk import BY_HAND
from reengage_desktop.ui.filling import fill
from reengage_desktop.ui.settings.fields import Field
from reengage_desktop.ui.settings.provider import ProviderView
from reengage_desktop.ui.settings.provider_words import channel_goes_through, connection_word, standing_word, story
from reengage_desktop.ui.settings.section import Place, Section, reveal
from reengage_desktop.ui.telling import told_words
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button, icon_button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.info_bar import InfoBar
from reengage_desktop.ui.widgets.inputs import ComboBox
from reengage_desktop.ui.widgets.switches import CheckBox
from reengage_desktop.ui.widgets.text import clear, label, paragraph, row

_CHANNELS = "reengagement.channels"
_OWN = ("pretend", HAND)
"""What has no account anywhere: it always works and has no keys."""


class ConnectionsSection(Section):
    """The channels in their order, then the providers channel by channel."""

    follows: ClassVar[tuple[type[Event], ...]] = (NoticesChanged,)

    def parts(self) -> Sequence[Callable[[], object]]:
        """A bar for a missing password store, a card for the channels, and one for each provider."""
        by_channel = [part for channel in ChannelName for part in self._providers(channel)]
        return (self._order, self._prices, *by_channel, self._by_hand, self._network)

    def _order(self) -> None:
        self.views: dict[str, ProviderView] = {}
        self._opened: set[str] = set()
        self._wanted: ProviderView | None = None
        self._shown_last: Connections | None = None
        self._readings = 0
        self.bars = QVBoxLayout()
        self.column.addLayout(self.bars)
        self._order_card = Card(self.tr("How may messages go?"))
        self._order_card.add(
            paragraph(
                self.tr(
                    "Automatic messages take the first of these channels that is connected, that the customer agreed "
                    "to, and for which there is an address."
                ),
                "muted",
            )
        )
        self.fault = paragraph("", "bad")
        self.fault.hide()
        self._order_card.add(self.fault)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 6)
        self._grid.setColumnStretch(4, 1)
        self._order_card.add(self._grid)
        self.column.addWidget(self._order_card)

    def _prices(self) -> None:
        _card, prices = self.card(
            self.tr("What a message costs you"),
            self.tr("In your currency, as your provider's price list says; 0 where it costs nothing. Results use it."),
        )
        prices.text("channels.sms.price", self.tr("One part of a text message"), placeholder="0.07")
        prices.text("channels.whatsapp.price", self.tr("One WhatsApp message"), placeholder="0.10")
        prices.text("channels.call.price", self.tr("One call"), placeholder="0.15")

    def show_settings(self, settings: Settings) -> None:
        """Shows order, providers and what is connected."""
        super().show_settings(settings)
        for view in self.views.values():
            view.show_settings(settings)
        self.read()

    def read(self) -> None:
        """Asks how the connections stand."""
        self._readings += 1
        asked, shop = self._readings, self.desk.shop
        self.desk.take_long(
            lambda: connections.read_connections(shop),
            self,
            lambda found: self._show(self.desk.settings, found) if asked == self._readings else None,
        )

    def show_faults(self, sentences: Mapping[str, str]) -> int:
        """That no channel is chosen stands above the channels."""
        self.fault.setText(sentences.get(_CHANNELS, ""))
        self.fault.setVisible(_CHANNELS in sentences)
        return super().show_faults(sentences) + (_CHANNELS in sentences)

    def places(self) -> list[Place]:
        """The prices, and the providers by their names and what they carry."""
        prices = [Place(field.name, field.hint, {"setting": field.key}) for field in super().fields()]
        providers = [
            Place(view.story.title, " ".join(map(wording.channel_name, view.card.channels)), {"provider": name})
            for name, view in self.views.items()
        ]
        return [*prices, *providers]

    def fields(self) -> list[Field]:
        """The prices, and the settings of those providers whose cards were opened."""
        opened = [view.form for view in self.views.values() if view.form is not None]
        return [*super().fields(), *(field for form in opened for field in form.fields.values())]

    def show_provider(self, name: str) -> ProviderView | None:
        """Opens the card of a provider and gives it."""
        view = self.views.get(name)
        if view is not None:
            self._opened.add(name)
            view.expand(is_open=True)
            # What stands above it is not there yet: where it stands is known once that is.
            self._wanted = view if self._grid.count() == 0 else None
        return view

    def use(self, channel: ChannelName, *, on: bool) -> None:
        """Takes a channel into the order, at its end, or out of it."""
        kept = [each for each in self._asked_order() if each is not channel]
        self._put([*kept, channel] if on else kept)

    def _providers(self, channel: ChannelName) -> Sequence[Callable[[], object]]:
        # The mailbox that is only read carries nothing: it stands with e-mail, whoever carries that.
        cards = [
            card
            for card in PROVIDERS.values()
            if (card.channels[:1] or (ChannelName.EMAIL,)) == (channel,) and card.name not in _OWN
        ]
        heading = [partial(self._add_heading, channel)] if cards else []
        return (*heading, *(partial(self._add_provider, card) for card in cards))

    def _add_heading(self, channel: ChannelName) -> None:
        self.column.addWidget(label(wording.channel_name(channel), "heading"))

    def _add_provider(self, card: ProviderCard) -> None:
        view = self.views[card.name] = ProviderView(self.desk, card)
        self.column.addWidget(view)

    def _by_hand(self) -> None:
        told = story(HAND, PROVIDERS[HAND].title)
        self.column.addWidget(label(told.title, "heading"))
        card = Card()
        card.take_what_it_needs()
        card.add(paragraph(told.where, "muted"))
        self.hands_button = button(self.tr("Open the list…"), lambda: self.desk.go(BY_HAND), picture="list-checks")
        card.add(row([self.hands_button, None]))
        self.column.addWidget(card)

    def _network(self) -> None:
        self.column.addWidget(label(self.tr("Way out to the internet"), "heading"))
        self.views[NETWORK] = ProviderView(self.desk, KEY_HOLDERS[NETWORK])
        self.column.addWidget(self.views[NETWORK])

    def _show(self, settings: Settings, found: Connections) -> None:
        self._show_store(found)
        chosen = {settings.text(f"channels.{channel}.provider") for channel in settings.channels}
        for name, view in self.views.items():
            view.show_connection(found.by_provider[name])
            if name in chosen and name not in self._opened:
                self._opened.add(name)
                view.expand(is_open=found.by_provider[name].standing is not Standing.WORKS)
        used = list(settings.channels)
        ordered = [*used, *(each for each in ChannelName if each not in used)]
        self._shown_last = found
        lines = [partial(self._line, at, channel, settings, found) for at, channel in enumerate(ordered)]
        fill(self.desk, self._order_card, [partial(clear, self._grid), *lines], self._reveal_wanted)

    def _reveal_wanted(self) -> None:
        if self._wanted is not None:
            reveal(self._wanted, at_top=True)
            self._wanted = None

    def _show_store(self, found: Connections) -> None:
        clear(self.bars)
        if found.fault:
            self.bars.addWidget(InfoBar(told_words(found.fault), Tone.BAD))
        elif not found.is_lasting:
            sentence = self.tr(
                "This PC has no password store; a key is kept until you close the program, and nothing is sent in the "
                "background."
            )
            self.bars.addWidget(InfoBar(sentence, Tone.WARN))

    def _line(self, at: int, channel: ChannelName, settings: Settings, found: Connections) -> None:
        if found is not self._shown_last:
            return  # newer ones are being shown already
        name, used = wording.channel_name(channel), list(settings.channels)
        switch = CheckBox(name)
        switch.setChecked(channel in used)
        switch.setAccessibleName(self.tr("Use {channel}").replace("{channel}", name))
        switch.switched.connect(lambda on: self.use(channel, on=on))
        self._grid.addWidget(switch, at, 0, Qt.AlignmentFlag.AlignVCenter)
        provider = ComboBox()
        provider.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        provider.setMinimumContentsLength(12)
        provider.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        provider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        provider.setProperty("room", "choice")
        provider.setAccessibleName(self.tr("Provider for {channel}").replace("{channel}", name))
        for card in PROVIDERS.values():
            if channel in card.channels:
                provider.addItem(story(card.name, card.title).title, card.name)
        chosen = settings.text(f"channels.{channel}.provider")
        provider.setCurrentIndex(provider.findData(chosen))
        provider.activated.connect(lambda _at: self._choose(channel, str(provider.currentData())))
        self._grid.addWidget(provider, at, 1)
        self._grid.addWidget(Chip(*self._standing(chosen, found)), at, 2)
        if channel in used and used.index(channel) > 0:
            up = icon_button("chevron-up", self.tr("{channel} earlier").replace("{channel}", name))
            up.clicked.connect(lambda _checked=False: self._earlier(channel))
            self._grid.addWidget(up, at, 3)

    @staticmethod
    def _standing(provider: str, found: Connections) -> tuple[str, Tone]:
        return standing_word(Standing.WORKS) if provider in _OWN else connection_word(found.by_provider[provider])

    def _earlier(self, channel: ChannelName) -> None:
        order = self._asked_order()
        at = order.index(channel) if channel in order else 0
        if at:
            order[at - 1], order[at] = order[at], order[at - 1]
            self._put(order)

    def _asked_order(self) -> list[ChannelName]:
        """What is pressed next goes on from what was asked for last, before that is stored and read again."""
        names = (each.strip().casefold() for each in standing_text(self.desk, _CHANNELS).split(","))
        return [ChannelName(each) for each in names if each]

    def _put(self, order: list[ChannelName]) -> None:
        self._set(_CHANNELS, ",".join(order), self.tr("The order of channels was changed."))

    def _choose(self, channel: ChannelName, provider: str) -> None:
        title = story(provider, PROVIDERS[provider].title).title
        self._set(f"channels.{channel}.provider", provider, channel_goes_through(channel, title))

    def _set(self, key: str, text: str, sentence: str) -> None:
        change_setting(self.desk, self, key, text, sentence)
