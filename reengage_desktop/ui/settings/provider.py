"""The card of one provider: what it costs, its settings, its keys (straight to the keyring, never back), its test."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reengage_desktop.channels.registry import ProviderCard
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.settings import SETTINGS, Settings
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.tasks import credentials, sender_domain, test_messages
from reengage_desktop.jobs.tasks.connections import NETWORK, Connection, Standing
from reengage_desktop.ui import wording
from reengage_desktop.ui.changing import change_setting
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.settings.answer_words import (
    Figures,
    answer_facts,
    answer_role,
    answer_sentence,
    standing_sentence,
)
from reengage_desktop.ui.settings.domain_view import DomainView
from reengage_desktop.ui.settings.fields import SettingForm, caption
from reengage_desktop.ui.settings.provider_words import (
    channel_goes_through,
    connection_word,
    field_label,
    standing_word,
    story,
)
from reengage_desktop.ui.telling import fault_words, store_word, told_words
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button, icon_button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.flow import FlowLayout
from reengage_desktop.ui.widgets.scrolling import bring_into_sight
from reengage_desktop.ui.widgets.test_sending import ask_for_test
from reengage_desktop.ui.widgets.text import paragraph, row, set_role

_NOT_ASKED = ("base_url",)
_LAST = ("rate_per_minute", "unsubscribe_address", "api_version")


class ProviderView(Card):
    """Keys are typed in and saved; what is saved is never shown again, only that it is there."""

    def __init__(self, desk: Desk, card: ProviderCard) -> None:
        self.story = story(card.name, card.title)
        super().__init__(self.story.title)
        # Most are called by their own names, which no language changes.
        self.heading.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self._desk = desk
        self.card = card
        self.let_heading_wrap()
        self.chip = Chip(*standing_word(Standing.NOT_CONNECTED))
        self.add_to_head(self.chip)
        self.open_button = button("", self.turn)
        self.add_to_head(self.open_button)
        self.add(paragraph(self.story.cost, "muted"))
        self.form: SettingForm | None = None
        self.secrets: dict[str, QLineEdit] = {}
        self.use_buttons: dict[ChannelName, QPushButton] = {}
        self.message_buttons: dict[ChannelName, QPushButton] = {}
        self.details = QWidget()
        self.add(self.details)
        self.answer = paragraph("")
        self.answer.hide()
        self.add(self.answer)
        self.facts = paragraph("", "muted")
        self.facts.setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.facts.hide()
        self.add(self.facts)
        self.domain = DomainView(desk)
        self.add(self.domain)
        self._found = Connection(card.name, Standing.NOT_CONNECTED)
        self._is_asked = card.is_offered or card.name == NETWORK
        self._is_told = self._is_testing = False
        self.expand(is_open=False)

    def expand(self, *, is_open: bool) -> None:
        """Shows its fields, or only how it stands; the fields are made when they are first wanted."""
        if is_open and self.form is None:
            self._build_details()
        self.details.setVisible(is_open)
        word = self.tr("Hide") if is_open else self.tr("Set up")
        self.open_button.setText(word)
        self.open_button.setAccessibleName(f"{word}: {self.story.title}")

    def show_settings(self, settings: Settings) -> None:
        """Brings its fields up to date."""
        if self.form is not None:
            self.form.show_settings(settings)
            self._show_uses(settings)

    def turn(self) -> None:
        """Opens or closes its fields."""
        self.expand(is_open=self.details.isHidden())

    def show_connection(self, found: Connection) -> None:
        """Shows how it stands."""
        self._found = found
        self.chip.say(*connection_word(found))
        if found.standing is Standing.WORKS and found.tested_at is not None:
            when = self._desk.when(stamp(found.tested_at))
            self.chip.setToolTip(self.tr("Tested {when}").replace("{when}", when))
        when = "" if found.until is None else self._desk.when(stamp(found.until))
        sentence, role = standing_sentence(found, when)
        if sentence or self._is_told:
            self._show_answer(sentence, role)
        self._is_told = bool(sentence)
        self._show_facts({} if found.answer is None else found.answer.figures)
        self.domain.show_check(found.domain)
        self._show_kept()

    def _show_facts(self, figures: Figures) -> None:
        facts = answer_facts(figures)
        self.facts.setText(facts)
        self.facts.setVisible(bool(facts))

    def _build_details(self) -> None:
        self.form = SettingForm(self._desk)
        column = QVBoxLayout(self.details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(paragraph(self.story.where, "muted"))
        if self.story.link:
            column.addLayout(row([self._link(), None]))
        for key in _keys(self.card.name):
            self._setting(self.form, key, key.rpartition(".")[2])
        for field in self.card.secrets:
            self._secret(self.form, field)
        column.addLayout(self.form)
        column.addWidget(self._acts())
        self._show_kept()

    def _show_kept(self) -> None:
        if self.form is None:
            return
        here = self.tr("Saved – type to replace")
        for field, made in self.secrets.items():
            made.setPlaceholderText(here if field in self._found.kept else "")
        self.forget_button.setEnabled(bool(self._found.kept))
        self._show_uses(self._desk.settings)
        self.test_button.setEnabled(self._is_asked)

    def save(self, field: str) -> None:
        """Keeps the typed key in the system's password store."""
        shop, secret = self._desk.shop, self.secrets[field].text()
        self._desk.take_long(
            lambda: credentials.set_secret(shop, self.card.name, field, secret),
            self,
            lambda _told: self._saved(field, shop.secrets.backend_name),
            lambda fault: self._tell(fault_words(fault), "bad"),
        )

    def test(self) -> None:
        """Asks the provider whether it would take messages; sends none. What is missing is said without asking.

        The button stays as it is meanwhile, and with it the keyboard; another press asks nothing.
        """
        if self._is_testing:
            return
        if self._found.standing is Standing.NOT_CONNECTED and self._found.missing:
            self._tell(self._missing(), "bad")
            return
        self._is_testing = True
        self._tell(self.tr("Asking… nothing is sent."), "muted")
        self.chip.say(self.tr("Testing…"), Tone.ACCENT)
        shop, name = self._desk.shop, self.card.name
        self._desk.take_long(
            lambda: credentials.test_provider(shop, name),
            self,
            self._tested,
            lambda fault: self._end_test(fault_words(fault), "bad"),
        )

    def _missing(self) -> str:
        names = ", ".join(field_label(key.rpartition(".")[2]) for key in self._found.missing)
        return self.tr("Still missing: {fields}.").replace("{fields}", names)

    def _tested(self, told: credentials.Told) -> None:
        """Says what the provider answered; then the DNS is asked about the sender's domain, which may take seconds."""
        text = told_words(told.detail) if told.kind is None else answer_sentence(told.kind, told.figures)
        role = "bad" if told.kind is None else answer_role(told.kind)
        self._end_test(text, "ok" if told.ok and told.kind is None else role)
        self._show_facts(told.figures)
        shop, name = self._desk.shop, self.card.name
        if name != NETWORK:
            self._desk.take_long(lambda: sender_domain.check(shop, name), self, self.domain.show_check)

    def _end_test(self, sentence: str, role: str) -> None:
        self._is_testing = False
        self._tell(sentence, role)

    def _link(self) -> QPushButton:
        words = self.tr("Open that page")
        made = button(words, self._open_link, kind="link", tip=self.story.link)
        made.setAccessibleName(f"{words}: {self.story.title}")
        return made

    def _open_link(self) -> None:
        QDesktopServices.openUrl(QUrl(self.story.link))

    def _acts(self) -> QWidget:
        self.test_button = button(self.tr("Test"), self.test, picture="plug")
        self.test_button.setAccessibleName(self.tr("Test {provider}").replace("{provider}", self.story.title))
        self.test_button.setToolTip(self.tr("Asks whether messages would be taken; sends none."))
        self.forget_button = button(self.tr("Disconnect"), self._forget, picture="trash-2")
        name = self.tr("Disconnect {provider}").replace("{provider}", self.story.title)
        self.forget_button.setAccessibleName(name)
        holder = QWidget()
        flow = FlowLayout(holder)
        flow.addWidget(self.test_button)
        for channel in self.card.channels:
            self.use_buttons[channel] = self._use_button(channel)
            self.message_buttons[channel] = self._message_button(channel)
            flow.addWidget(self.use_buttons[channel])
            flow.addWidget(self.message_buttons[channel])
        flow.addWidget(self.forget_button)
        return holder

    def _use_button(self, channel: ChannelName) -> QPushButton:
        name = wording.channel_name(channel)
        made = button(self.tr("Use it for: {channel}").replace("{channel}", name), partial(self._use, channel))
        made.setAccessibleName(f"{made.text()}: {self.story.title}")
        return made

    def _message_button(self, channel: ChannelName) -> QPushButton:
        """“Send me a test”; where it carries several channels each says which."""
        words = self.tr("Send me a test…")
        if len(self.card.channels) > 1:
            words = f"{words} ({wording.channel_name(channel)})"
        made = button(words, partial(self.ask_for_message, channel), picture="send")
        made.setAccessibleName(f"{words}: {self.story.title}")
        made.setToolTip(self.tr("A whole message to your own address, with every link as your customers get it."))
        return made

    def _show_uses(self, settings: Settings) -> None:
        """Offers to carry what another provider carries, and a message through it for what it carries already."""
        is_ready = self._found.standing not in (Standing.NOT_YET, Standing.NOT_CONNECTED, Standing.LOCKED)
        for channel, use in self.use_buttons.items():
            is_used = settings.text(f"channels.{channel}.provider") == self.card.name
            use.setVisible(is_ready and not is_used)
            self.message_buttons[channel].setVisible(is_ready and is_used)

    def _use(self, channel: ChannelName) -> None:
        told = channel_goes_through(channel, self.story.title)
        change_setting(self._desk, self, f"channels.{channel}.provider", self.card.name, told)

    def ask_for_message(self, channel: ChannelName) -> None:
        """Opens “Send me a test” with a text that the shop has for this channel."""
        shop = self._desk.shop
        self._desk.read(
            lambda: test_messages.find_text(shop, channel), self, lambda text: self._open_message(channel, text)
        )

    def _open_message(self, channel: ChannelName, text: str | None) -> None:
        if text is None:
            sentence = self.tr("There is no text for {channel} yet. Nothing was sent; write one under Templates first.")
            self._tell(sentence.replace("{channel}", wording.channel_name(channel)), "bad")
            return
        ask_for_test(self._desk, self.window(), text, channel)

    def _setting(self, form: SettingForm, key: str, field: str) -> None:
        name = field_label(field)
        if field == "rate_per_minute":
            pace = form.number(key, name, (0, 100_000), self.tr("a minute"))
            pace.setSpecialValueText(self.tr("As fast as it takes them"))
        elif field == "port":
            form.number(key, name, (1, 65_535))
        elif field == "security":
            plain = self.tr("None (only on this PC)")
            choices = (("starttls", "STARTTLS"), ("tls", "TLS"), ("none", plain))
            form.choice(key, name, choices).setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        else:
            form.text(key, name)

    def _secret(self, form: SettingForm, field: str) -> None:
        name = field_label(field)
        made = QLineEdit()
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.setAccessibleName(f"{self.story.title}: {name}")
        made.setProperty("room", "secret")
        show = icon_button("eye", self.tr("Show or hide what is typed"), lambda: _turn(made))
        show.setAccessibleName(f"{self.tr('Show or hide what is typed')}: {name}")
        save = button(self.tr("Save"), partial(self.save, field))
        save.setAccessibleName(f"{self.tr('Save')}: {name}")
        save.setEnabled(False)
        made.textChanged.connect(lambda text: save.setEnabled(bool(text)))
        made.returnPressed.connect(lambda: self.save(field) if made.text() else None)
        line = QHBoxLayout()
        line.setSpacing(6)
        for each in (made, show, save):
            line.addWidget(each)
        if field.endswith("_json"):
            line.addWidget(button(self.tr("File…"), partial(self._choose_file, made)))
        line.setStretch(0, 1)
        line.addStretch(0)
        self.secrets[field] = made
        form.addRow(caption(name, made), line)

    def _choose_file(self, made: QLineEdit) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, self.tr("The key's file"), "", "JSON (*.json)")
        if name:
            self.take_file(made, Path(name))

    def take_file(self, made: QLineEdit, file: Path) -> None:
        """Types a key's file in, on one line; nothing is saved yet."""
        try:
            made.setText(" ".join(file.read_text(encoding="utf-8").split()))
        except (OSError, UnicodeDecodeError) as fault:
            self._tell(fault_words(fault), "bad")

    def _saved(self, field: str, backend: str) -> None:
        typed, focused = self.secrets[field], QApplication.focusWidget()
        typed.clear()
        if focused is not None and not focused.isEnabled():  # the button that saved it has nothing to save now
            typed.setFocus()
        self._tell(self.tr("✓ Saved in {place}.").replace("{place}", store_word(backend)), "ok")

    def _forget(self) -> None:
        shop, name = self._desk.shop, self.card.name
        sentence = self.tr("The keys of {provider} were removed from this PC.")
        sentence = sentence.replace("{provider}", self.story.title)

        def done(_told: credentials.Told) -> None:
            self._tell(sentence, "muted")
            self._desk.say(sentence)

        self._desk.take_long(
            lambda: credentials.delete(shop, name),
            self,
            done,
            lambda fault: self._tell(fault_words(fault), "bad"),
        )

    def _tell(self, sentence: str, role: str) -> None:
        """Answers what the owner did here: while the keyboard is here she sees the answer."""
        self._show_answer(sentence, role)
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            QTimer.singleShot(0, self, lambda: bring_into_sight(self.answer))  # once it has its height

    def _show_answer(self, sentence: str, role: str) -> None:
        self.answer.setText(sentence)
        self.answer.setAccessibleName(sentence)
        self.answer.setVisible(bool(sentence))
        set_role(self.answer, role)


def _keys(provider: str) -> list[str]:
    """Its settings, those last that are seldom changed."""
    prefix = "network." if provider == NETWORK else f"providers.{provider}."
    found = {key: key.removeprefix(prefix) for key in SETTINGS if key.startswith(prefix)}
    return sorted((key for key in found if found[key] not in _NOT_ASKED), key=lambda key: found[key] in _LAST)


def _turn(field: QLineEdit) -> None:
    hidden = field.echoMode() == QLineEdit.EchoMode.Password
    field.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
