"""Page 1: who writes, and from where. The country proposes money, language and clock until the owner says otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from reengage_desktop.domain.contacts import normalise_email
from reengage_desktop.domain.moments import local_day
from reengage_desktop.domain.settings import SETTINGS
from reengage_desktop.ui.desk import Desk
from reengage_desktop.ui.first_run.step import Step, add_row, form, say_hint
from reengage_desktop.ui.widgets.inputs import ComboBox, fill
from reengage_desktop.ui.wording import translate

if TYPE_CHECKING:
    from reengage_desktop.app.places import Place

_LANGUAGES = ("en", "de")


@dataclass(frozen=True)
class _Atlas:
    """The lists to choose from, and what the present country brings."""

    countries: Sequence[tuple[str, str]]
    currencies: Sequence[tuple[str, str]]
    place: "Place"


class ShopStep(Step):
    """Name and addresses, country, money, language and time zone."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("ShopStep", "Your shop"),
            translate("ShopStep", "Your customers see the name and the addresses in every message."),
            parent,
        )
        self._desk = desk
        self._own_words: set[str] = set()
        settings = desk.settings
        fields = form()
        self.name_field = QLineEdit(settings.text("business.name"))
        self.name_field.setMaxLength(SETTINGS["business.name"].longest or self.name_field.maxLength())
        add_row(fields, self.tr("&Name"), self.name_field)
        self.country = ComboBox()
        self._prefix = add_row(fields, self.tr("&Country"), self.country)
        self.currency = ComboBox()
        add_row(fields, self.tr("&Money"), self.currency)
        self.zone = ComboBox()
        add_row(fields, self.tr("&Time zone"), self.zone)
        self.language = ComboBox()
        for word, text in (("auto", self.tr("Like the system")), ("en", "English"), ("de", "Deutsch")):
            self.language.addItem(text, word)
        self.language.setCurrentIndex(self.language.findData(settings.text("app.language")))
        add_row(fields, self.tr("&Language of the program"), self.language)
        self.reply_to = QLineEdit(settings.text("business.reply_to"))
        self.reply_to.setPlaceholderText("you@example.com")
        add_row(fields, self.tr("Answers go to &e-mail"), self.reply_to)
        self.address = QPlainTextEdit(settings.text("business.postal_address"))
        self.address.setTabChangesFocus(True)
        self.address.setProperty("room", "lines")
        hint = self.tr("Every e-mail has to name it; no e-mail starts without.")
        add_row(fields, self.tr("&Postal address"), self.address, hint)
        self.column.addLayout(fields)
        self.finish_layout()
        for field in (self.country, self.currency, self.zone):
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(20)
            field.setEnabled(False)
        self.country.activated.connect(lambda _at: self._ask_place())
        for key, field in (("currency", self.currency), ("zone", self.zone), ("language", self.language)):
            field.activated.connect(lambda _at, key=key: self._own_words.add(key))
        self._read()

    def enter(self) -> None:
        """Begins at the name."""
        self.name_field.setFocus(Qt.FocusReason.TabFocusReason)

    def answers(self) -> Mapping[str, str]:
        """What is stored; the lists only once they have come."""
        told = {
            "business.name": self.name_field.text(),
            "business.reply_to": self.reply_to.text(),
            "business.postal_address": self.address.toPlainText(),
            "app.language": str(self.language.currentData()),
        }
        lists = {
            "business.country": self.country,
            "business.currency": self.currency,
            "business.timezone": self.zone,
        }
        return told | {key: str(field.currentData()) for key, field in lists.items() if field.currentIndex() >= 0}

    def find_fault(self) -> str:
        """A shop without a name, or an address that answers could not go to."""
        written = self.reply_to.text().strip()
        is_nameless = not self.name_field.text().strip()
        is_wrong = bool(written) and normalise_email(written) is None
        _mark(self.name_field, is_wrong=is_nameless)
        _mark(self.reply_to, is_wrong=is_wrong)
        if is_nameless:
            self.name_field.setFocus(Qt.FocusReason.TabFocusReason)
            return self.tr(
                "Your shop has no name yet: your customers would not know who writes. Type it, or skip this page."
            )
        if not is_wrong:
            return ""
        text = self.tr("“{text}” is no e-mail address: your customers’ answers would reach nobody. Mend or empty it.")
        self.reply_to.setFocus(Qt.FocusReason.TabFocusReason)
        return text.replace("{text}", written)

    def _read(self) -> None:
        desk, settings = self._desk, self._desk.settings
        language, day = _language_of(settings.text("app.language")), local_day(desk.now(), desk.zone)
        country, zone = settings.country, settings.text("business.timezone")

        def task() -> _Atlas:
            from reengage_desktop.app import places  # noqa: PLC0415 - slow to import, in a thread

            found = places.find_place(country, zone, day)
            return _Atlas(places.list_countries(language), places.list_currencies(language, day), found)

        desk.read(task, self, self._show)

    def _show(self, atlas: _Atlas) -> None:
        settings = self._desk.settings
        fill(self.country, [(name, code) for code, name in atlas.countries])
        fill(self.currency, [(f"{code} – {name}", code) for code, name in atlas.currencies])
        _choose(self.country, settings.country)
        _choose(self.currency, settings.currency)
        self._show_zones(atlas.place, settings.text("business.timezone"))
        self._show_prefix(atlas.place)
        for field in (self.country, self.currency, self.zone):
            field.setEnabled(True)

    def _ask_place(self) -> None:
        desk, country = self._desk, str(self.country.currentData())
        zone, day = str(self.zone.currentData()), local_day(desk.now(), desk.zone)

        def task() -> "Place":
            from reengage_desktop.app import places  # noqa: PLC0415 - slow to import, in a thread

            return places.find_place(country, zone, day)

        desk.read(task, self, self._propose)

    def _propose(self, place: "Place") -> None:
        """What the country brings, but for what the owner has chosen herself."""
        if place.country != self.country.currentData():
            return
        self._show_prefix(place)
        if "currency" not in self._own_words:
            _choose(self.currency, place.currency)
        kept = str(self.zone.currentData())
        self._show_zones(place, kept if "zone" in self._own_words or not place.zones else place.zones[0])
        spoken = next((each for each in place.languages if each in _LANGUAGES), None)
        if "language" not in self._own_words and spoken is not None:
            _choose(self.language, spoken)

    def _show_zones(self, place: "Place", chosen: str) -> None:
        self.zone.clear()
        for zone in dict.fromkeys([*place.zones, chosen]):
            self.zone.addItem(zone.replace("_", " "), zone)
        _choose(self.zone, chosen)

    def _show_prefix(self, place: "Place") -> None:
        text = self.tr("Phone numbers without a prefix get {prefix}.")
        say_hint(self._prefix, text.replace("{prefix}", place.prefix) if place.prefix else "")


def _mark(field: QLineEdit, *, is_wrong: bool) -> None:
    field.setProperty("fault", "true" if is_wrong else "false")
    field.style().unpolish(field)
    field.style().polish(field)


def _choose(field: QComboBox, code: str) -> None:
    at = field.findData(code)
    if at < 0:
        field.addItem(code, code)
        at = field.count() - 1
    field.setCurrentIndex(at)


def _language_of(wanted: str) -> str:
    code = QLocale().name()[:2] if wanted == "auto" else wanted
    return code if code in _LANGUAGES else _LANGUAGES[0]
