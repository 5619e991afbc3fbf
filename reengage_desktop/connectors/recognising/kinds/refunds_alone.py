"""Lists of nothing but refunds: each row bears the number or the day of one, and no day of a purchase."""

import re
from collections.abc import Mapping
from pathlib import Path

from reengage_desktop.connectors.recognising.kinds.matching import Refusal, refused_as
from reengage_desktop.connectors.values.profiles import Profile
from reengage_desktop.connectors.vocabulary.headings import normal
from reengage_desktop.connectors.vocabulary.presets import Feed
from reengage_desktop.domain.vocabulary import ImportKind

_BACK = re.compile(
    r"\b(?:refund|(?:r[uü]ck)?erstatt|r[uü]ckzahlung|r[uü]ckgabe|rembours|reembols|devol|rimbors|terugbetal|zwrot|estorn)"
    r"|\b(?:resi|reso|retour|retouren|avoir|korekt\w*)\b|\bgutschrift|\b(?:credit|kredit) ?not"
    r"|\bnotas? (?:de|di) credito|返金|返品|赤伝"
)
"""How the heading of a refund's number, day or amount says so."""
_NUMBER = re.compile(r"\b(?:id|number|reference|ref|code|numer|numero)\b|(?:nummer|number|nr|番号|id)$")
_ANY_DAY = frozenset("date|datum|fecha|data|day|tag|created|created at|created on|date created|日付|日時".split("|"))
"""Days that may be those of the purchase or those of what is listed."""
_WORTH = frozenset({"order_total", "line_total", "unit_price"})
_NOTHING = re.compile(r"[\D0]*")


def only_refunds(kind: ImportKind, feeds: Mapping[str, Feed], profiles: Mapping[str, Profile], path: Path) -> Refusal:
    """The refusal of plain columns of orders in which each row is a refund: what went back is no sale, however paid."""
    if kind is not ImportKind.ORDERS or "ordered_at" not in feeds:
        return None
    day = feeds["ordered_at"].columns[0]
    is_bare = day in _ANY_DAY and (_numbers_refunds(profiles) or _tells_refunds_alone(feeds, profiles))
    return refused_as("returns", path) if _BACK.search(day) or is_bare else None


def _numbers_refunds(profiles: Mapping[str, Profile]) -> bool:
    """Whether each row bears a refund's number of its own."""
    rows = max((profile.filled for profile in profiles.values()), default=0)
    return any(
        _BACK.search(normal(name)) and _NUMBER.search(normal(name)) and profile.distinct == rows > 0
        for name, profile in profiles.items()
    )


def _tells_refunds_alone(feeds: Mapping[str, Feed], profiles: Mapping[str, Profile]) -> bool:
    """Whether the only amount is one that went back, in each row."""
    back = feeds["refunded_amount"].columns[0] if "refunded_amount" in feeds else ""
    told = next((profile for name, profile in profiles.items() if normal(name) == back), None)
    rows = max((profile.filled for profile in profiles.values()), default=0)
    return told is not None and told.filled == rows and not told.says(_NOTHING.fullmatch) and not _WORTH & set(feeds)
