"""Who writes, and from where."""

from datetime import date

from PySide6.QtCore import QLocale

from reengage_desktop.domain.moments import local_day
from reengage_desktop.domain.places import COUNTRIES, CURRENCIES
from reengage_desktop.domain.settings import Settings
from reengage_desktop.ui.settings.fields import fill_choices
from reengage_desktop.ui.settings.section import Section
from reengage_desktop.ui.widgets.buttons import button
from reengage_desktop.ui.widgets.text import row

_Atlas = tuple[list[tuple[str, str]], list[tuple[str, str]], list[tuple[str, str]]]


class ShopSection(Section):
    """Name and addresses; country, zone and currency."""

    def build(self) -> None:
        """Two cards, and the way back to the questions of the first start."""
        _card, form = self.card(self.tr("Your shop"), self.tr("Your customers see this in every message."))
        form.text("business.name", self.tr("Name"))
        form.lines(
            "business.postal_address",
            self.tr("Postal address"),
            self.tr("Every e-mail has to name it; no e-mail starts without."),
        )
        form.text("business.reply_to", self.tr("Answers go to"), placeholder="you@example.com")
        form.text("business.website", self.tr("Website"), placeholder="https://")
        _card, form = self.card(self.tr("Place and money"))
        self.country = form.listed(
            "business.country",
            self.tr("Country"),
            self.tr("Phone numbers without a prefix are read as this country's."),
        )
        self.zone = form.listed("business.timezone", self.tr("Time zone"), self.tr("Days and hours are counted here."))
        self.currency = form.listed(
            "business.currency",
            self.tr("Currency"),
            self.tr("Orders in another currency are kept, and counted apart."),
        )
        self.again = button(self.tr("Go through the first questions again"), self.desk.setup_asked.emit)
        self.column.addLayout(row([self.again, None]))
        self._is_filled = False

    def show_settings(self, settings: Settings) -> None:
        """Reads the lists to choose from when they are first seen."""
        super().show_settings(settings)
        if not self._is_filled:
            self._is_filled = True
            language, day = _language(settings), local_day(self.desk.now(), self.desk.zone)
            self.desk.read(lambda: _read_atlas(language, day), self, self._fill)

    def _fill(self, atlas: _Atlas) -> None:
        settings = self.desk.settings
        for field, choices, key in zip(
            (self.country, self.currency, self.zone),
            atlas,
            ("business.country", "business.currency", "business.timezone"),
            strict=True,
        ):
            fill_choices(field, choices, settings.text(key))


def _read_atlas(language: str, day: date) -> _Atlas:
    """Countries, currencies and time zones; for a lane."""
    from zoneinfo import available_timezones  # noqa: PLC0415 - reads many files

    from reengage_desktop.app import places  # noqa: PLC0415 - slow to import, in a thread

    zones = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "posix/")))
    countries = [pair for pair in places.list_countries(language) if pair[0] in COUNTRIES]
    currencies = [(code, f"{code} – {name}") for code, name in places.list_currencies(language, day)]
    named = [(zone, zone.replace("_", " ")) for zone in ("UTC", *zones)]
    return countries, [pair for pair in currencies if pair[0] in CURRENCIES], named


def _language(settings: Settings) -> str:
    wanted = settings.text("app.language")
    code = QLocale().name()[:2] if wanted == "auto" else wanted
    return code if code in ("en", "de") else "en"
