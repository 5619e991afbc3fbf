"""Builds the sample shop in a folder of its own, never in the real one, and tells what came of it."""

import logging
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from reengage_desktop.app.opening import Wishes, open_shop
from reengage_desktop.app.sample.living import HISTORY_DAYS, LIVED_DAYS, Life
from reengage_desktop.app.sample.people import invent
from reengage_desktop.app.sample.trade import ZONE, Trade
from reengage_desktop.credentials import MemorySecrets
from reengage_desktop.domain.figures import Analytics
from reengage_desktop.domain.moments import local_day
from reengage_desktop.domain.vocabulary import ChannelName
from reengage_desktop.jobs.refusals import Refused
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.jobs.tasks import results, settings
from reengage_desktop.store import reports
from reengage_desktop.store.settings import put_word

MARK = "sample.txt"

_log = logging.getLogger(__name__)

_SEED = 20261121
_WINDOW_LOCK = "window.lock"
_WORDS = "This folder holds the sample shop of Reengage Desktop: invented customers. It is built anew by “demo”.\n"
_SETTINGS = {
    "business.name": "Willow & Wick",
    "business.country": "US",
    "business.timezone": "America/New_York",
    "business.currency": "USD",
    "business.postal_address": "12 Orchard Lane, Springfield",
    "business.reply_to": "hello@example.com",
    "business.website": "https://shop.example.com",
    "reengagement.enabled": "true",
    "reengagement.channels": "email,sms,whatsapp",
    "reengagement.daily_limit": "14",
    "reengagement.loyalty_min_ltv": "300",
    "providers.smtp.from_address": "hello@example.com",
    "providers.smtp.from_name": "Willow & Wick",
}


@dataclass(frozen=True)
class SampleReport:
    """What the sample shop holds and what its messages brought back."""

    folder: Path
    customers: int
    orders: int
    products: int
    analytics: Analytics

    def as_json(self) -> dict[str, Any]:
        """`{"data_dir", "customers", "orders", "products", "messages", "by_type"}`."""
        figures = self.analytics.as_json()
        return {
            "data_dir": str(self.folder),
            "customers": self.customers,
            "orders": self.orders,
            "products": self.products,
            "messages": self.analytics.totals.sent,
            "by_type": figures["by_type"],
            "totals": figures["totals"],
            "currency": figures["currency"],
        }


def sample_folder(real: Path) -> Path:
    """The sample shop's folder: beside the real one."""
    return Path(f"{real}-sample")


def build_sample(
    folder: Path, present: datetime, tell: Callable[[int, int | None], None], stop: Callable[[], bool] = lambda: False
) -> SampleReport:
    """Builds the shop anew and lives through its last weeks, up to `present`; `tell` hears of each day.

    Raises Refused when the folder holds anything but a sample shop, or when `stop` asked to end.
    """
    _clear(folder)
    moment = [present]
    wishes = Wishes(folder=folder, clock=lambda: moment[0], secrets=MemorySecrets, is_sample=True)
    today = local_day(present, ZONE)
    chance = Random(_SEED)  # noqa: S311 - a story, no secret
    trade = Trade(chance, (), today - timedelta(days=HISTORY_DAYS + LIVED_DAYS))
    trade.people = invent(trade.random, HISTORY_DAYS)
    shop = open_shop(wishes)
    try:
        _set_up(shop)
        _live(shop, trade, moment, tell, stop)
        return _report(shop, folder)
    except Exception as fault:
        _log.warning("sample.failed", extra={"facts": {"kind": type(fault).__name__}}, exc_info=fault)
        raise
    finally:
        shop.close()


def _live(
    shop: Shop, trade: Trade, moment: list[datetime], tell: Callable[[int, int | None], None], stop: Callable[[], bool]
) -> None:
    """The year before in one go, then the weeks day by day; `moment` is the shop's clock, and ends where it began."""
    present = moment[0]
    trade.open_shelves()
    trade.live_by_habit(HISTORY_DAYS + LIVED_DAYS)
    files = shop.paths.folder / "files"
    files.mkdir()

    def move(to: datetime) -> None:
        moment[0] = to.astimezone(UTC)

    life = Life(shop, trade, files, move, Random(_SEED + 1))  # noqa: S311 - a story, no secret
    life.begin()
    for day in range(LIVED_DAYS):
        if stop():
            raise Refused("Stopped. The sample shop is not complete; start the demo again to build it anew.")
        tell(day, LIVED_DAYS)
        life.live(day)
    life.end(present)
    files.rmdir()
    tell(LIVED_DAYS, LIVED_DAYS)


def _clear(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MARK).is_file():
            raise Refused(
                f"“{folder}” holds something else than a sample shop. Nothing was touched; move it away, or name "
                "another folder with --data-dir."
            )
        if _is_open(folder):
            raise Refused("The sample shop is open in a window. Nothing was touched; close the window and try again.")
        try:
            shutil.rmtree(folder)
        except OSError as fault:
            raise Refused(f"The old sample shop in “{folder}” can't be removed; close what uses it.") from fault
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / MARK).write_text(_WORDS, encoding="utf-8")


def _is_open(folder: Path) -> bool:
    """Whether a window has it; where that can't be seen the system itself protects open files."""
    lock = folder / _WINDOW_LOCK
    if os.name != "posix" or not lock.is_file():
        return False
    try:
        os.kill(int(lock.read_text(encoding="utf-8").split()[0]), 0)
    except (OSError, ValueError, IndexError):
        return False
    return True


def _set_up(shop: Shop) -> None:
    # Made up anew at any time: its building need not outlive a power cut.
    shop.db.run("PRAGMA synchronous = NORMAL")
    put_word(shop.db, "is_sample", "yes")
    # The pretend provider decides by a message's reference who opens it: the same story every time.
    put_word(shop.db, "installation_id", f"{_SEED:032x}")
    for key, value in _SETTINGS.items():
        settings.set_setting(shop, key, value)
    for channel in ChannelName:
        settings.set_setting(shop, f"channels.{channel}.provider", "pretend")


def _report(shop: Shop, folder: Path) -> SampleReport:
    totals = reports.totals(shop.db, shop.settings())
    analytics = results.get_analytics(shop, LIVED_DAYS + 1)
    return SampleReport(folder, totals.customers, totals.orders, totals.products, analytics)
