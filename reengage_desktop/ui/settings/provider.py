"""The card of one provider: its settings, its keys (straight to the keyring, never back), and its test."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from reengage_desktop.channels.registry import ProviderCard
from reengage_desktop.domain.credentials import SecretsFault
from reengage_desktop.domain.settings import SETTINGS
from reengage_desktop.jobs.refusals import sentence_of
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import credentials
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.settings.fields import SettingForm, caption
from reengage_desktop.ui.theme import Tone
from reengage_desktop.ui.widgets.buttons import button, icon_button
from reengage_desktop.ui.widgets.card import Card
from reengage_desktop.ui.widgets.chip import Chip
from reengage_desktop.ui.widgets.text import paragraph, set_role

_NOT_ASKED = ("base_url",)
_LAST = ("rate_per_minute", "unsubscribe_address", "api_version")


class ProviderView(Card):
    """Keys are typed in and saved; what is saved is never shown again, only that it is there."""

    def __init__(self, desk: Desk, card: ProviderCard) -> None:
        super().__init__(card.title)
        self._desk = desk
        self.card = card
        self._chip = Chip(self.tr("Not connected"), Tone.NEUTRAL)
        self.add_to_head(self._chip)
        if card.key_hint:
            self.add(paragraph(card.key_hint, "muted"))
        self.form = SettingForm(desk)
        for field in _fields(card.name):
            self._setting(f"providers.{card.name}.{field}", field)
        self.add(self.form)
        self.secrets: dict[str, QLineEdit] = {}
        for field in card.secrets:
            self._secret(field)
        line = QHBoxLayout()
        self.test_button = button(self.tr("Test"), self.test, picture="plug")
        self.test_button.setAccessibleName(self.tr("Test {provider}").replace("{provider}", card.title))
        self.forget_button = button(self.tr("Disconnect"), self._forget, picture="trash-2")
        self.forget_button.setAccessibleName(self.tr("Disconnect {provider}").replace("{provider}", card.title))
        line.addWidget(self.test_button)
        line.addWidget(self.forget_button)
        self.answer = paragraph("")
        line.addWidget(self.answer, 1)
        self.add(line)

    def load(self) -> None:
        """Looks which keys are kept."""
        shop, card = self._desk.shop, self.card
        self._desk.take_long(lambda: _kept(shop, card), self, self._show_kept, self._no_keyring)

    def save(self, field: str) -> None:
        """Keeps the typed key in the system's password store."""
        shop, secret = self._desk.shop, self.secrets[field].text()
        self._desk.take_long(
            lambda: credentials.set_secret(shop, self.card.name, field, secret),
            self,
            lambda told: self._saved(field, told),
            lambda fault: self._tell(sentence_of(fault), "bad"),
        )

    def test(self) -> None:
        """Asks the provider whether it would take messages; sends none."""
        self.test_button.setEnabled(False)
        self._tell(self.tr("Asking…"), "muted")
        shop, name = self._desk.shop, self.card.name
        self._desk.take_long(
            lambda: credentials.test_provider(shop, name),
            self,
            lambda told: self._tell(told.detail, "ok" if told.ok else "bad"),
            lambda fault: self._tell(sentence_of(fault), "bad"),
        )

    def _setting(self, key: str, field: str) -> None:
        name = _labels().get(field, field.replace("_", " ").capitalize())
        if field == "rate_per_minute":
            self.form.number(key, name, (0, 100_000), self.tr("a minute"), self.tr("0: as fast as it takes them."))
        elif field == "port":
            self.form.number(key, name, (1, 65_535))
        elif field == "security":
            plain = self.tr("None (only on this PC)")
            choices = (("starttls", "STARTTLS"), ("tls", "TLS"), ("none", plain))
            self.form.choice(key, name, choices)
        else:
            self.form.text(key, name)

    def _secret(self, field: str) -> None:
        name = _labels().get(field, field.replace("_", " ").capitalize())
        made = QLineEdit()
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.setAccessibleName(f"{self.card.title}: {name}")
        made.setMinimumWidth(180)
        made.setMaximumWidth(480)
        show = icon_button("eye", self.tr("Show or hide what is typed"))
        show.setAccessibleName(f"{self.tr('Show or hide what is typed')}: {name}")
        show.clicked.connect(lambda _checked=False: _turn(made))
        save = button(self.tr("Save"), lambda: self.save(field))
        save.setAccessibleName(f"{self.tr('Save')}: {name}")
        save.setEnabled(False)
        made.textChanged.connect(lambda text: save.setEnabled(bool(text)))
        made.returnPressed.connect(lambda: self.save(field) if made.text() else None)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(made, 1)
        line.addWidget(show)
        line.addWidget(save)
        line.addStretch(1)
        self.secrets[field] = made
        self.form.addRow(caption(name, made), line)

    def _show_kept(self, kept: dict[str, bool]) -> None:
        here = self.tr("Saved – type to replace")
        for field, made in self.secrets.items():
            made.setPlaceholderText(here if kept.get(field) else "")
        saved = any(kept.values())
        self.forget_button.setEnabled(saved)
        word = self.tr("Key saved") if saved else self.tr("No key yet")
        self._chip.say(word, Tone.OK if saved else Tone.NEUTRAL)

    def _no_keyring(self, fault: BaseException) -> None:
        self._chip.say(self.tr("No password store"), Tone.BAD)
        self._tell(sentence_of(fault), "bad")

    def _saved(self, field: str, told: credentials.Told) -> None:
        self.secrets[field].clear()
        self._tell(told.detail, "ok" if told.ok else "bad")
        self.load()

    def _forget(self) -> None:
        shop, name = self._desk.shop, self.card.name
        self._desk.take_long(
            lambda: credentials.delete(shop, name),
            self,
            lambda told: (self._tell(told.detail, "muted"), self.load()),  # type: ignore[func-returns-value]
            lambda fault: self._tell(sentence_of(fault), "bad"),
        )

    def _tell(self, sentence: str, role: str) -> None:
        self.test_button.setEnabled(True)
        self.answer.setText(sentence)
        self.answer.setAccessibleName(sentence)
        set_role(self.answer, role)


def _fields(provider: str) -> list[str]:
    prefix = f"providers.{provider}."
    found = [key.removeprefix(prefix) for key in SETTINGS if key.startswith(prefix)]
    return sorted((field for field in found if field not in _NOT_ASKED), key=lambda field: field in _LAST)


def _kept(shop: Shop, card: ProviderCard) -> dict[str, bool]:
    """Which of a provider's keys are kept; raises SecretsFault where the store can't be asked."""
    try:
        return {field: shop.secrets.get(card.name, field) is not None for field in card.secrets}
    except SecretsFault:
        if not shop.secrets.is_lasting:
            return {}
        raise


def _turn(field: QLineEdit) -> None:
    hidden = field.echoMode() == QLineEdit.EchoMode.Password
    field.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)


def _labels() -> dict[str, str]:
    return {
        "host": QCoreApplication.translate("Provider", "Server"),
        "port": QCoreApplication.translate("Provider", "Port"),
        "security": QCoreApplication.translate("Provider", "Encryption"),
        "username": QCoreApplication.translate("Provider", "User name"),
        "password": QCoreApplication.translate("Provider", "Password"),
        "from_address": QCoreApplication.translate("Provider", "From (e-mail)"),
        "from_name": QCoreApplication.translate("Provider", "From (name)"),
        "unsubscribe_address": QCoreApplication.translate("Provider", "Opt-outs go to"),
        "rate_per_minute": QCoreApplication.translate("Provider", "At most"),
        "account_sid": QCoreApplication.translate("Provider", "Account SID"),
        "auth_token": QCoreApplication.translate("Provider", "Auth token"),
        "from_number": QCoreApplication.translate("Provider", "From (number)"),
        "messaging_service_sid": QCoreApplication.translate("Provider", "Messaging service SID"),
        "whatsapp_from": QCoreApplication.translate("Provider", "WhatsApp number"),
        "phone_number_id": QCoreApplication.translate("Provider", "Phone number ID"),
        "business_account_id": QCoreApplication.translate("Provider", "Business account ID"),
        "access_token": QCoreApplication.translate("Provider", "Access token"),
        "app_secret": QCoreApplication.translate("Provider", "App secret"),
        "api_version": QCoreApplication.translate("Provider", "API version"),
    }
