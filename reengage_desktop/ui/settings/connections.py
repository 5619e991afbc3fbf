"""Which channels are used, in which order, through whom; and one card per provider with its keys."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout

from reengage_desktop.channels.protocol import ChannelState
from reengage_desktop.channels.registry import PROVIDERS, availability
from reengage_desktop.domain.settings import Settings
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.ui import wording
from reengage_desktop.ui.changing import change_setting
from reengage_desktop.ui.settings.provider import ProviderView
from reengage_desktop.ui.settings.sections import Section
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import icon_button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.text import clear, paragraph


class ConnectionsSection(Section):
    """The channels in their order, then the providers."""

    def build(self) -> None:
        """A card for the channels and one for each provider that this version can send through."""
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
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(3, 1)
        self._order_card.add(self._grid)
        self.column.addWidget(self._order_card)
        self.views: dict[str, ProviderView] = {}
        for card in PROVIDERS.values():
            if card.build is not None and card.name != "pretend":
                view = ProviderView(self.desk, card)
                self.views[card.name] = view
                self.forms.append(view.form)
                self.column.addWidget(view)

    def show_settings(self, settings: Settings) -> None:
        """Shows order, providers and what is connected."""
        super().show_settings(settings)
        shop = self.desk.shop
        self.desk.take_long(lambda: _states(shop, settings), self, lambda states: self._show(settings, states))
        for view in self.views.values():
            view.load()

    def use(self, channel: ChannelName, *, on: bool) -> None:
        """Takes a channel into the order, at its end, or out of it."""
        kept = [each for each in self.desk.settings.channels if each is not channel]
        self._put([*kept, channel] if on else kept)

    def _show(self, settings: Settings, states: dict[ChannelName, ChannelState]) -> None:
        clear(self._grid)
        used = list(settings.channels)
        ordered = [*used, *(each for each in ChannelName if each not in used and _can_send(each))]
        for row, channel in enumerate(ordered):
            self._line(row, channel, states[channel], used)

    def _line(self, row: int, channel: ChannelName, state: ChannelState, used: list[ChannelName]) -> None:
        name = wording.channel_name(channel)
        switch = QCheckBox(name)
        switch.setChecked(channel in used)
        switch.setAccessibleName(self.tr("Use {channel}").replace("{channel}", name))
        switch.clicked.connect(lambda on: self.use(channel, on=on))
        self._grid.addWidget(switch, row, 0, Qt.AlignmentFlag.AlignVCenter)
        provider = QComboBox()
        provider.setAccessibleName(self.tr("Provider for {channel}").replace("{channel}", name))
        for card in PROVIDERS.values():
            if channel in card.channels and card.build is not None:
                provider.addItem(_title(card.name, card.title), card.name)
        provider.setCurrentIndex(provider.findData(self.desk.settings.text(f"channels.{channel}.provider")))
        provider.activated.connect(lambda _at: self._choose(channel, str(provider.currentData())))
        self._grid.addWidget(provider, row, 1)
        chip = Chip(self.tr("Ready"), Tone.OK) if state.configured else Chip(self.tr("Not connected"), Tone.WARN)
        self._grid.addWidget(chip, row, 2)
        self._grid.addWidget(paragraph(state.detail if channel in used else "", "muted"), row, 3)
        if channel in used and used.index(channel) > 0:
            up = icon_button("chevron-up", self.tr("{channel} earlier").replace("{channel}", name))
            up.clicked.connect(lambda _checked=False: self._earlier(channel))
            self._grid.addWidget(up, row, 4)

    def _earlier(self, channel: ChannelName) -> None:
        order = list(self.desk.settings.channels)
        at = order.index(channel)
        order[at - 1], order[at] = order[at], order[at - 1]
        self._put(order)

    def _put(self, order: list[ChannelName]) -> None:
        self._set("reengagement.channels", ",".join(order), self.tr("The order of channels was changed."))

    def _choose(self, channel: ChannelName, provider: str) -> None:
        sentence = self.tr("{channel} now goes through {provider}.").replace("{channel}", wording.channel_name(channel))
        card = PROVIDERS[provider]
        self._set(
            f"channels.{channel}.provider", provider, sentence.replace("{provider}", _title(card.name, card.title))
        )

    def _set(self, key: str, text: str, sentence: str) -> None:
        change_setting(self.desk, self, key, text, sentence)


def _states(shop: Shop, settings: Settings) -> dict[ChannelName, ChannelState]:
    return dict(availability(settings, shop.secrets))


def _can_send(channel: ChannelName) -> bool:
    return any(channel in card.channels and card.build and card.name != "pretend" for card in PROVIDERS.values())


def _title(name: str, title: str) -> str:
    if name == "pretend":
        return QCoreApplication.translate("Connections", "Pretend (nothing leaves this PC)")
    return QCoreApplication.translate("Connections", "Your own mailbox") if name == "smtp" else title
