"""The way from a figure to the customers behind it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from reengage_desktop.domain.periods import Period
from reengage_desktop.jobs.tasks import results
from reengage_desktop.store import reports
from reengage_desktop.ui import formats
from reengage_desktop.ui.desk import Desk


@dataclass(frozen=True)
class Wanted:
    """A figure: its name in the results, in words, whose messages, and of which days."""

    figure: str
    words: str
    period: Period
    campaign_type: str | None = None
    channel: str | None = None


def open_behind(desk: Desk, parent: QObject, wanted: Wanted) -> None:
    """Opens the customers behind a figure as a list of their own."""
    shop = desk.shop

    def task() -> list[int]:
        span = reports.span_of(wanted.period, shop.settings(), shop.now())
        return reports.list_behind(
            shop.db, wanted.figure, span, campaign_type=wanted.campaign_type, channel=wanted.channel
        )

    title = f"{wanted.words}, {period_words(wanted.period)}"
    desk.read(task, parent, lambda ids: desk.go("customers", {"ids": ids, "title": title}))


def open_state(desk: Desk, parent: QObject, state: str, words: str) -> None:
    """Opens the customers who are in a state today."""
    shop = desk.shop
    desk.read(
        lambda: results.list_in_state(shop, state),
        parent,
        lambda ids: desk.go("customers", {"ids": ids, "title": words}),
    )


def period_words(period: Period) -> str:
    """A period as its first and last day."""
    if period.length == 1:
        return formats.long_day(period.from_day)
    words = QCoreApplication.translate("Analytics", "{first} – {last}")
    first = formats.day if period.from_day.year == period.to_day.year else formats.long_day
    return words.replace("{first}", first(period.from_day)).replace("{last}", formats.long_day(period.to_day))
