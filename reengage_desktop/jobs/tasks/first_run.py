"""The first-run dialog's tasks: whether it is wanted, what it stores, and that it is never asked again."""

from collections.abc import Mapping
from typing import cast

from reengage_desktop.domain.settings import parse_setting
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks.settings import set_setting
from reengage_desktop.store.first_steps import is_untouched
from reengage_desktop.store.settings import find_word, put_word

_WORD = "first_run"


def is_wanted(shop: Shop) -> bool:
    """Whether this is the first start of an empty shop of the owner's own."""
    return not shop.is_sample and find_word(shop.db, _WORD) is None and is_untouched(shop.db)


def finish(shop: Shop) -> None:
    """Finished or skipped: it does not come up by itself again."""
    put_word(shop.db, _WORD, "done")


def apply(shop: Shop, answers: Mapping[str, str]) -> None:
    """Stores the settings that differ; raises SettingFault before anything is stored when one can't be taken."""
    stored = shop.settings()
    others = {
        key: text for key, text in answers.items() if key not in stored.given or stored.texts[key] != text.strip()
    }
    for key, text in others.items():
        parse_setting(key, text)
    for key, text in others.items():
        set_setting(shop, key, text)


def write_by(shop: Shop, channel: ChannelName, provider: str) -> None:
    """Lets automatic messages take a channel, after those that may already, through that provider."""
    stored = shop.settings()
    names = list(dict.fromkeys([*stored.channels, channel]))
    choice = f"channels.{channel}.provider"
    apply(shop, {choice: provider, "reengagement.channels": ",".join(cast("list[str]", names))})
