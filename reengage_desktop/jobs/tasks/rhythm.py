"""What the shop's own history proposes: after how long somebody has stopped buying, and who is one of the best."""

from dataclasses import dataclass
from decimal import Decimal

from reengage_desktop.domain.money import to_decimal
from reengage_desktop.jobs.shop import Shop
from reengage_desktop.store.rhythm import (
    LONGEST_DAYS,
    SHORTEST_DAYS,
    Rhythm,
    Silence,
    find_loyalty_minor,
    find_rhythm,
    find_silence,
)

__all__ = ["LONGEST_DAYS", "SHORTEST_DAYS", "Proposal", "Rhythm", "Silence", "propose"]


@dataclass(frozen=True)
class Proposal:
    """The rhythm, who is silent for how long, and the amount (major units) that the best tenth has spent.

    `silence.stopped(days)` answers for any threshold without another look at the database.
    """

    rhythm: Rhythm
    silence: Silence
    loyalty: Decimal | None


def propose(shop: Shop) -> Proposal:
    """Reads it; nothing is changed."""
    settings = shop.settings()
    with shop.db.snapshot():
        best = find_loyalty_minor(shop.db)
        return Proposal(
            rhythm=find_rhythm(shop.db, settings),
            silence=find_silence(shop.db, settings, shop.now()),
            loyalty=None if best is None else to_decimal(best, settings.currency),
        )
