"""How each provider stands: paused until the owner mends the account, left alone for a while, or free."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from reengage_desktop.domain.moments import from_stamp, stamp
from reengage_desktop.domain.outcomes import AccountCause
from reengage_desktop.domain.vocabulary import ChannelName, NoticeKind, Reason
from reengage_desktop.store import notices
from reengage_desktop.store.database import Database

_FIRST_PROBE = timedelta(minutes=1)
_LAST_PROBE = timedelta(minutes=15)
# Where nothing was tried for longer, nobody knows whether it is still the same one.
_SAME_OUTAGE = timedelta(days=1)


class Rest(StrEnum):
    """Why a provider is left alone until a moment, without anybody having to mend anything."""

    UNREACHABLE = "unreachable"
    THROTTLED = "throttled"
    QUOTA = "quota"
    OPT_OUTS_UNKNOWN = "opt_outs_unknown"


@dataclass(frozen=True)
class ProviderState:
    """Since when and why a provider takes nothing; `retry_at` None: until the owner has mended the account."""

    provider: str
    since: datetime
    cause: str
    detail: str
    retry_at: datetime | None

    @property
    def ends_at(self) -> datetime | None:
        """When it may be used again by itself; None where no clock ends it: the owner, or an answer to who said no."""
        return None if self.cause == Rest.OPT_OUTS_UNKNOWN else self.retry_at

    def is_over(self, now: datetime) -> bool:
        """Whether it may be tried again. A clock that was set back never makes the rest longer than a day."""
        if self.retry_at is None:
            return False
        return now >= self.retry_at or now < self.since - timedelta(days=1)


def find(db: Database, provider: str) -> ProviderState | None:
    """What keeps a provider from being used, whether that is over or not; None when nothing does."""
    row = db.row(
        "SELECT provider, paused_at, cause, coalesce(detail, ''), retry_at FROM provider_states "
        "WHERE provider = ? AND cause IS NOT NULL",
        (provider,),
    )
    return None if row is None else _state(row)


def list_resting(db: Database) -> list[ProviderState]:
    """Every provider that something keeps from being used."""
    rows = db.rows(
        "SELECT provider, paused_at, cause, coalesce(detail, ''), retry_at FROM provider_states "
        "WHERE cause IS NOT NULL ORDER BY provider"
    )
    return [_state(row) for row in rows]


def pause(
    db: Database, provider: str, cause: AccountCause, detail: str, channels: Iterable[ChannelName], now: datetime
) -> bool:
    """Nothing more goes through the provider until `resume`; one notice says so. True when it was not paused yet.

    Whatever waits on the channels that it carries says why it waits.
    """
    with db.write():
        before = find(db, provider)
        if before is not None and before.retry_at is None:
            return False
        _put(db, ProviderState(provider, now, cause, detail, None))
        waiting = sum(
            db.run(
                "UPDATE outbox SET reason = ?, provider = ? WHERE state = 'pending' AND channel = ?",
                (Reason.PROVIDER_PAUSED, provider, channel),
            )
            for channel in channels
        )
        figures = {"provider": provider, "cause": cause, "detail": detail, "waiting": waiting}
        notices.tell(db, notice_key(provider), NoticeKind.PROVIDER_PAUSED, figures, now)
    return True


def rest(db: Database, provider: str, why: Rest, detail: str, until: datetime, now: datetime) -> None:
    """Leaves the provider alone until a moment; a pause that the owner has to end stays.

    The same cause goes on since it began, but never since a moment ahead: a clock that was wrong named that.
    """
    with db.write():
        before = find(db, provider)
        if before is not None and before.retry_at is None:
            return
        since = min(before.since, now) if before is not None and before.cause == why else now
        _put(db, ProviderState(provider, since, why, detail, until))


def rest_unreachable(db: Database, provider: str, detail: str, now: datetime) -> datetime:
    """Nobody answers there: probe again after 1 minute, later after up to 15; one notice. Gives the next moment."""
    with db.write():
        before = find(db, provider)
        same = before if before is not None and before.cause == Rest.UNREACHABLE else None
        goes_on = same is not None and now < (same.retry_at or now) + _SAME_OUTAGE
        outage = now - same.since if same is not None and goes_on else timedelta()
        until = now + min(max(outage, _FIRST_PROBE), _LAST_PROBE)
        rest(db, provider, Rest.UNREACHABLE, detail, until, now)
        waiting = db.value("SELECT count(*) FROM outbox WHERE state = 'pending'")
        figures = {"provider": provider, "detail": detail, "waiting": waiting}
        notices.tell(db, notice_key(provider), NoticeKind.PROVIDER_UNREACHABLE, figures, now, is_news=not goes_on)
    return until


def resume(db: Database, provider: str, now: datetime) -> bool:
    """The provider may be used again: it answered, or the owner has mended the account. True when something ended."""
    with db.write():
        ended = db.run(
            "UPDATE provider_states SET paused_at = NULL, cause = NULL, detail = NULL, retry_at = NULL "
            "WHERE provider = ? AND cause IS NOT NULL",
            (provider,),
        )
        if ended:
            db.run(
                "UPDATE outbox SET reason = NULL WHERE state = 'pending' AND provider = ? AND reason IN (?, ?)",
                (provider, Reason.PROVIDER_PAUSED, Reason.PROVIDER_LIMIT),
            )
            notices.dismiss(db, notice_key(provider), now)
    return ended > 0


def notice_key(provider: str) -> str:
    """The key of the one notice about a provider."""
    return f"provider:{provider}"


def _put(db: Database, state: ProviderState) -> None:
    db.run(
        "INSERT INTO provider_states (provider, paused_at, cause, detail, retry_at) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (provider) DO UPDATE SET paused_at = excluded.paused_at, cause = excluded.cause, "
        "detail = excluded.detail, retry_at = excluded.retry_at",
        (
            state.provider,
            stamp(state.since),
            state.cause,
            state.detail,
            None if state.retry_at is None else stamp(state.retry_at),
        ),
    )


def _state(row: tuple[str, int, str, str, int | None]) -> ProviderState:
    provider, since, cause, detail, retry_at = row
    until = None if retry_at is None else from_stamp(retry_at)
    return ProviderState(provider, from_stamp(since), cause, detail, until)
