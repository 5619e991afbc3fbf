"""Settings: list, look up, change, check."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reengage_desktop.domain.setting_faults import SettingsFault, find_faults
from reengage_desktop.domain.settings import SETTINGS, Settings, parse_setting
from reengage_desktop.jobs.events import SettingsChanged
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks.connections import ANSWER_WORD, TESTED_WORD
from reengage_desktop.store import customers, outbox, provider_states, settings

_MEASURES = ("business.currency", "business.timezone")
_FOLDER = "import.watched_folder"
_DECIDING = ("reengagement.", "channels.", "providers.", "business.", "sending.")


@dataclass(frozen=True)
class SettingValues:
    """Settings by key; switches and whole numbers as JSON has them, everything else as the owner types it."""

    values: dict[str, bool | int | str]

    def as_json(self) -> dict[str, bool | int | str]:
        """`{key: value}`."""
        return self.values


@dataclass(frozen=True)
class SettingsCheck:
    """Every fault of the settings taken together (B6)."""

    faults: list[SettingsFault]

    @property
    def errors(self) -> list[str]:
        """The faults' sentences."""
        return [fault.sentence for fault in self.faults]

    def as_json(self) -> dict[str, Any]:
        """`{"valid", "errors"}`."""
        return {"valid": not self.errors, "errors": self.errors}


def list_settings(shop: Shop) -> SettingValues:
    """All settings in the order of the catalogue."""
    stored = shop.settings()
    return SettingValues({key: _shown(stored, key) for key in SETTINGS})


def get_setting(shop: Shop, key: str) -> SettingValues:
    """One setting; raises SettingFault naming the nearest known one."""
    if key not in SETTINGS:
        parse_setting(key, "")
    return SettingValues({key: _shown(shop.settings(), key)})


def set_setting(shop: Shop, key: str, text: str) -> SettingValues:
    """Stores a setting after checking it; raises SettingFault or Refused and keeps the old value otherwise.

    A change of a rule, a channel or a provider lets the daily run look again at everybody it had put off; a provider
    that had been paused is tried again with its new settings; what waits for an hour or a day asks again. Another
    currency or time zone of the shop makes everybody's figures anew; so do other days in which an order counts as
    brought back.
    """
    if key == _FOLDER and text:
        text = _folder(text)
    with shop.db.write():
        before = shop.settings()
        settings.put(shop.db, key, text, shop.now())
        if key in _MEASURES:
            _measure_anew(shop, before)
        if key.startswith(_DECIDING):
            customers.look_again(shop.db)
        if key.startswith("sending."):
            outbox.ask_times_anew(shop.db, shop.now())
        if key.startswith("providers."):
            provider_states.resume(shop.db, key.split(".")[1], shop.now())
            for word in (TESTED_WORD, ANSWER_WORD):
                settings.drop_word(shop.db, word + key.split(".")[1])
    if key == "reengagement.attribution_days":
        _attribute(shop)
    shop.events.publish(SettingsChanged(key))
    return get_setting(shop, key)


def check_settings(shop: Shop) -> SettingsCheck:
    """Every fault at once."""
    return SettingsCheck(find_faults(shop.settings()))


def _folder(text: str) -> str:
    """A folder of this PC as every program finds it, wherever it was started; raises Refused."""
    if not Path(text).is_dir():
        raise Refused(f"“{text}” is no folder on this PC. Nothing was changed; choose another one.")
    return str(Path(text).absolute())


def _attribute(shop: Shop) -> None:
    """Which orders count as brought back, by the days that count now."""
    from reengage_desktop.engine.attributing import attribute_orders  # noqa: PLC0415 - seldom used

    attribute_orders(shop.db, shop.settings())


def _measure_anew(shop: Shop, before: Settings) -> None:
    """Lifetime values in the new currency, days in the new zone, and what they say of conversions."""
    from reengage_desktop.store import facts  # noqa: PLC0415
    from reengage_desktop.store.importing.orders import orders  # noqa: PLC0415

    after = shop.settings()
    if (before.currency, before.zone) == (after.currency, after.zone):
        return
    orders.keep_days(shop.db, before.zone, after.zone)
    facts.keep_stated_values(shop.db, before.currency, after.currency)
    facts.refresh(shop.db, None, after)
    _attribute(shop)


def _shown(stored: Settings, key: str) -> bool | int | str:
    value = stored[key]
    return value if isinstance(value, bool | int) else stored.texts[key]
