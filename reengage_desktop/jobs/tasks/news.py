"""What the owner has not seen yet because the window was closed: one notification's worth."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from reengage_desktop.domain.listings import NoticeRow
from reengage_desktop.domain.vocabulary import NoticeKind
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store import listings, news

PROBLEMS = (
    NoticeKind.PROVIDER_PAUSED,
    NoticeKind.OPT_OUTS_UNKNOWN,
    NoticeKind.CAMPAIGN_PAUSED,
    NoticeKind.CLOCK_UNTRUSTED,
)
"""The notices of something that holds messages back until the owner has mended it."""


@dataclass(frozen=True)
class News:
    """What happened since a moment; `problems` are those that are up and not told yet."""

    sent: int
    came_back: int
    to_approve: int
    problems: list[NoticeRow]


def read_since(shop: Shop, since: datetime, told: Collection[str] = ()) -> News:
    """The news since a moment; `told` are the keys of problems that the owner was told before."""
    with shop.db.snapshot():
        return News(
            sent=news.count_sent(shop.db, since),
            came_back=news.count_came_back(shop.db, since),
            to_approve=news.count_to_approve(shop.db, since),
            problems=[each for each in list_problems(shop) if each.key not in told],
        )


def list_problems(shop: Shop) -> list[NoticeRow]:
    """What holds messages back until the owner has mended it, newest first."""
    return [each for each in listings.notices(shop.db) if each.kind in PROBLEMS]
