"""“Send me a test”: asks for the owner's own address, sends, and says what came of it in her language."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from reengage_desktop.domain.customers import ADDRESS_KINDS
from reengage_desktop.domain.stand_ins import StandIn
from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.tasks import test_messages
from reengage_desktop.jobs.tasks.test_messages import Ending, SentTest
from reengage_desktop.ui import wording
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.telling import fault_words, told_words
from reengage_desktop.ui.widgets.inputs import ComboBox
from reengage_desktop.ui.widgets.text import lead, paragraph, set_role
from reengage_desktop.ui.wording import translate

_WIDTH = 400
_LETTERS = 12

_PASSING = (Ending.UNSURE, Ending.HELD, Ending.PROVIDER_RESTS)
"""What mends itself, or is the owner's own doing."""


def ask_for_test(
    desk: Desk,
    parent: QWidget,
    template: str | Template,
    channel: ChannelName,
    who: int | StandIn | None = None,
    wordings: Mapping[str, Template] | None = None,
) -> "TestDialog":
    """Opens the dialog over `parent` and gives it; the message is written as for `who` (None: an invented customer).

    `wordings`: the ones that a campaign compares, by their letters; the owner chooses one, or all.
    """
    dialog = TestDialog(desk, template, channel, who, parent)
    dialog.offer_wordings(wordings or {})
    dialog.open()
    return dialog


class TestDialog(QDialog):
    """Stays open with the answer, so that another try needs one key."""

    __test__ = False

    def __init__(
        self,
        desk: Desk,
        template: str | Template,
        channel: ChannelName,
        who: int | StandIn | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._is_sending = desk, False
        self._choices: list[list[str | Template]] = [[template]]
        self._channel = channel
        self._who = who
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Send me a test"))
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinimumSize)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addStrut(_WIDTH)
        layout.addWidget(
            paragraph(
                self.tr("One message, to an address of your own. It is counted nowhere, and no customer gets it.")
            )
        )
        self.address = QLineEdit()
        self.address.setAccessibleName(self._asked())
        self.address.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.which = ComboBox(self)  # in the form only where there is something to choose
        self.which.setAccessibleName(self.tr("Which text"))
        self.which.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.which.setMinimumContentsLength(_LETTERS)
        self.which.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.hide()
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.addRow(self._asked(), self.address)
        layout.addLayout(self._form)
        self.answer = paragraph("")
        self.answer.setMinimumHeight(self.answer.fontMetrics().height() * 3)
        lead(self.answer, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.answer)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.send_button = box.addButton(self.tr("Send me a test"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.send_button.setProperty("kind", "primary")
        self.send_button.setEnabled(False)
        self.address.textChanged.connect(lambda _text: self._fit())
        box.accepted.connect(self.send)
        box.rejected.connect(self.reject)
        layout.addWidget(box)
        shop = desk.shop
        desk.read(lambda: test_messages.remembered_address(shop, channel), self, self._offer)

    def offer_wordings(self, wordings: Mapping[str, Template]) -> None:
        """Lets one of several wordings be chosen, or all of them, each in a message of its own."""
        if len(wordings) < 2:
            return
        for letter, each in wordings.items():
            self.which.addItem(f"{letter}: {wording.template_title(each.name)}")
        self.which.addItem(self.tr("Each of them, in a message of its own"))
        every: list[str | Template] = list(wordings.values())
        self._choices = [*([each] for each in every), every]
        self._form.addRow(self.tr("Which text"), self.which)
        self.which.show()

    def send(self) -> None:
        """Sends to the typed address."""
        shop, channel, who, address = self._desk.shop, self._channel, self._who, self.address.text()
        chosen = self._choices[max(0, self.which.currentIndex())]
        self._is_sending = True
        self._tell(self.tr("Sending…"), "muted")
        self._desk.take_long(
            lambda: [test_messages.send_test(shop, each, channel, address, who) for each in chosen],
            self,
            self._tell_all,
            self._refused,
        )

    def _tell_all(self, told: Sequence[SentTest]) -> None:
        """The answer; one line where several went the same way."""
        self._is_sending = False
        sentences = dict.fromkeys(test_sentence(each) for each in told)
        bad = [each for each in told if not each.ok]
        is_passing = all(each.ending in _PASSING for each in bad)
        self._tell("\n".join(sentences), ("warn" if is_passing else "bad") if bad else "ok")

    def _refused(self, fault: BaseException) -> None:
        self._is_sending = False
        self._tell(fault_words(fault), "bad")

    def _fit(self) -> None:
        self.send_button.setEnabled(bool(self.address.text().strip()) and not self._is_sending)

    def _asked(self) -> str:
        asked = {"email": self.tr("Your e-mail address"), "phone": self.tr("Your phone number")}
        return asked.get(ADDRESS_KINDS[self._channel], self.tr("Your own device"))

    def _offer(self, address: str) -> None:
        if not self.address.text():
            self.address.setText(address)
            self.address.selectAll()

    def _tell(self, sentence: str, role: str) -> None:
        self._fit()
        self.answer.setText(sentence)
        self.answer.setAccessibleName(sentence)
        set_role(self.answer, role)
        needed = self.answer.heightForWidth(self.answer.width())
        self.answer.setMinimumHeight(max(needed, self.answer.fontMetrics().height() * 3))


def test_sentence(told: SentTest) -> str:
    """What became of a test, in the owner's language."""
    if told.ending is None:
        return told_words(told.sentence)
    held = wording.reason_text(told.detail) if told.ending is Ending.HELD else ""
    words = f": {told_words(told.detail)}" if told.detail else ""
    sentence = _sentences()[told.ending]
    for name, value in (
        ("{address}", told.address),
        ("{provider}", told.provider),
        ("{words}", words),
        ("{why}", held),
        ("{detail}", told_words(told.detail)),
    ):
        sentence = sentence.replace(name, value)
    return sentence


test_sentence.__test__ = False  # type: ignore[attr-defined]


def _sentences() -> dict[Ending, str]:
    return {
        Ending.SENT: translate("TestEnding", "✓ Sent to {address} through {provider}. It is counted nowhere."),
        Ending.PRETENDED: translate(
            "TestEnding", "✓ Only pretended: nothing left this PC, because this channel goes to the pretend provider."
        ),
        Ending.UNSURE: translate(
            "TestEnding", "Nobody knows whether it arrived{words}. Look for it; it is not sent again by itself."
        ),
        Ending.REFUSED: translate(
            "TestEnding", "{provider} did not take it{words}. Nothing was sent; see Settings, Connections."
        ),
        Ending.HELD: translate("TestEnding", "Nothing was sent. {why}."),
        Ending.NOT_CONNECTED: "{detail}",
        Ending.PROVIDER_RESTS: translate(
            "TestEnding",
            "{provider} is left alone for now{words}. Nothing was sent; test it under Settings, Connections.",
        ),
        Ending.A_CUSTOMERS: translate(
            "TestEnding",
            "“{address}” is a customer's address. Nothing was sent: a test goes to your own address only.",
        ),
        Ending.SUPPRESSED: translate(
            "TestEnding",
            "“{address}” is on the list of those who are never written to. Nothing was sent; type another one.",
        ),
    }
