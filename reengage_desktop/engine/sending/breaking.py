"""The circuit breaker: a campaign whose messages keep failing is paused with the cause, before it burns the others."""

from collections import Counter
from datetime import UTC, datetime

from reengage_desktop.domain.campaign_states import Halt
from reengage_desktop.domain.outcomes import Outcome, Refusal, Rejected
from reengage_desktop.domain.vocabulary import NoticeKind
from reengage_desktop.store import claims, message_log, notices, owner_campaigns, paces
from reengage_desktop.store.database import Database
from reengage_desktop.store.message_log import AttemptEnd

IN_A_ROW = 5
WINDOW = 50
SHARE = 0.2
CANARY = 20
"""A big campaign's first messages: where a fifth of them fails, the rest does not follow."""
BIG = 100
_EVER = datetime(1970, 1, 1, tzinfo=UTC)
# What a person or a network decides about herself says nothing about the campaign.
_PERSONAL = frozenset({Refusal.OPTED_OUT, Refusal.CAPPED})


def trip_if_needed(db: Database, campaign_id: int, outcome: Outcome, now: datetime) -> bool:
    """Pauses the campaign after 5 hard failures in a row, or 20 % of its last 50; True when it did.

    The first 20 of a campaign for which many more wait are its canary: 20 % of them are enough. Counted from the last
    time that it tripped: an owner who starts it again gives it a new chance.
    """
    if isinstance(outcome, Rejected) and outcome.refusal in _PERSONAL:
        return False
    key = notice_key(campaign_id)
    ends = message_log.list_last_ends(db, campaign_id, notices.find_moment(db, key) or _EVER, WINDOW)
    failures = [code for end, code in ends if end != AttemptEnd.ACCEPTED]
    row = [end for end, _ in ends[:IN_A_ROW] if end != AttemptEnd.ACCEPTED]
    is_canary = len(ends) <= CANARY and len(failures) >= CANARY * SHARE
    if len(row) < IN_A_ROW and len(failures) < WINDOW * SHARE and not (is_canary and _is_big(db, campaign_id)):
        return False
    if not claims.pause_campaign(db, campaign_id):
        return False
    owner_campaigns.note_halt(db, campaign_id, Halt.REFUSED, now)
    commonest = Counter(code for code in failures if code).most_common(1)
    figures = {
        "campaign_id": campaign_id,
        "failed": len(failures),
        "of": len(ends),
        "cause": getattr(outcome, "detail", ""),
        "code": commonest[0][0] if commonest else None,
    }
    notices.renew(db, key, NoticeKind.CAMPAIGN_PAUSED, figures, now)
    return True


def _is_big(db: Database, campaign_id: int) -> bool:
    return paces.count_waiting(db, campaign_id, BIG) >= BIG


def notice_key(campaign_id: int) -> str:
    """The key of the one notice about a campaign that was paused."""
    return f"campaign:{campaign_id}:failing"
