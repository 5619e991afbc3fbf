"""`settings list|get|set|check`."""

from typing import Any

from reengage_desktop.cli.answers import Answer, Stage
from reengage_desktop.cli.tables import table
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import settings


def list_settings(shop: Shop, _arguments: Any, _stage: Stage) -> Answer:
    """Every setting."""
    return _shown(settings.list_settings(shop))


def get(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """One setting."""
    found = settings.get_setting(shop, arguments.key)
    return Answer(found.as_json(), _plain(found.values[arguments.key]))


def set_setting(shop: Shop, arguments: Any, _stage: Stage) -> Answer:
    """A new value."""
    return _shown(settings.set_setting(shop, arguments.key, arguments.value))


def check(shop: Shop, _arguments: Any, _stage: Stage) -> Answer:
    """Every fault at once."""
    found = settings.check_settings(shop)
    return Answer(found.as_json(), "\n".join(found.errors) or "The settings are sound.")


def _shown(found: settings.SettingValues) -> Answer:
    return Answer(found.as_json(), table(("setting", "value"), [(key, _plain(v)) for key, v in found.values.items()]))


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
