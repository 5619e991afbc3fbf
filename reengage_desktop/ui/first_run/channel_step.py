"""Page 4: how the owner wants to write. The answer leads to the place where that way is connected."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.ui.first_run.step import Step
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.switches import RadioButton
from reengage_desktop.ui.widgets.text import paragraph
from reengage_desktop.ui.wording import translate

_UNDER_THE_WORDS = 28


@dataclass(frozen=True)
class Way:
    """One way to write: the channel and the provider that Settings shows first."""

    channel: ChannelName
    provider: str


class ChannelStep(Step):
    """One choice out of five; the last is to decide later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("ChannelStep", "How do you want to write?"),
            translate(
                "ChannelStep", "Choose the first way; others can be added at any time. You connect it on the next page."
            ),
            parent,
        )
        self._ways: list[tuple[RadioButton, Way | None]] = []
        self._group = QButtonGroup(self)
        self._card = Card()
        self._add(
            self.tr("&E-mail from my own mailbox"),
            self.tr("Gmail, Outlook, your web host: the address you write from anyway. Costs nothing extra."),
            Way(ChannelName.EMAIL, "smtp"),
        )
        self._add(
            self.tr("E-mail through a &provider"),
            self.tr("Resend, SendGrid, Postmark or Amazon SES: for many messages, paid per message."),
            Way(ChannelName.EMAIL, "resend"),
        )
        self._add(self.tr("&SMS"), self.tr("Through Twilio or Vonage; paid per part."), Way(ChannelName.SMS, "twilio"))
        self._add(
            self.tr("&WhatsApp"),
            self.tr("Through Meta's own service; each wording has to be approved there first."),
            Way(ChannelName.WHATSAPP, "whatsapp_cloud"),
        )
        self._add(self.tr("&Later"), self.tr("Look around first; nothing is sent meanwhile."), None)
        self.column.addWidget(self._card)
        self.finish_layout()

    def enter(self) -> None:
        """Begins at the first way."""
        chosen = self._group.checkedButton() or self._ways[0][0]
        chosen.setChecked(True)
        chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def chosen(self) -> Way | None:
        """The way that was chosen; None for later."""
        return next((way for made, way in self._ways if made.isChecked()), None)

    def choose(self, provider: str) -> None:
        """Chooses a way by its provider."""
        next(made for made, way in self._ways if way is not None and way.provider == provider).setChecked(True)

    def answers(self) -> Mapping[str, str]:
        """Nothing by itself: the dialog lets messages take the channel."""
        return {}

    def _add(self, name: str, sentence: str, way: Way | None) -> None:
        made = RadioButton(name)
        made.setAccessibleName(name.replace("&", ""))
        made.setAccessibleDescription(sentence)
        self._group.addButton(made)
        self._ways.append((made, way))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 4)
        line.addSpacing(_UNDER_THE_WORDS)
        line.addWidget(paragraph(sentence, "muted"), 1)
        self._card.add(made)
        self._card.add(line)
