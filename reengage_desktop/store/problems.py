"""What went wrong with messages, grouped by cause, so that one thing that is mended mends all of them."""

from dataclasses import dataclass
from enum import StrEnum

from reengage_desktop.domain.vocabulary import OutboxState
from reengage_desktop.store.activity import PROBLEM
from reengage_desktop.store.database import Database


class Cause(StrEnum):
    """What kind of mending a group needs."""

    ACCOUNT = "account"
    NOT_CONNECTED = "not_connected"
    CLOCK = "clock"
    UNCERTAIN = "uncertain"
    QUESTION = "question"
    REFUSED = "refused"


@dataclass(frozen=True)
class Problem:
    """Messages that one cause keeps from arriving; `words` are the provider's own, `account_cause` its kind of fault.

    `latest_at` is the newest message's moment.
    """

    cause: Cause
    provider: str
    channel: str
    code: str | None
    reason: str | None
    words: str
    account_cause: str | None
    count: int
    latest_at: int


_LAST = "SELECT max(id) FROM attempts WHERE outbox_id = outbox.id"
_CAUSE = """CASE
    WHEN outbox.state = 'uncertain' THEN 'uncertain'
    WHEN outbox.state = 'rejected' THEN 'refused'
    WHEN outbox.state = 'held' THEN 'question'
    WHEN outbox.reason = 'channel_off' THEN 'not_connected'
    WHEN outbox.reason = 'clock_untrusted' THEN 'clock'
    ELSE 'account' END"""
# What one mending covers: an account's fault concerns all of the provider's channels, a refusal goes by its code.
_GROUPED = f"""SELECT outbox.id AS id, {_CAUSE} AS cause, coalesce(outbox.provider, '') AS provider,
    CASE WHEN {_CAUSE} IN ('account', 'clock', 'question') THEN '' ELSE outbox.channel END AS channel,
    CASE WHEN outbox.state = 'rejected' THEN attempts.code END AS code,
    CASE WHEN outbox.state = 'pending' THEN NULL ELSE outbox.reason END AS reason,
    CASE WHEN outbox.state IN ('rejected', 'uncertain') AND (attempts.code IS NULL OR outbox.state = 'uncertain')
        THEN coalesce(outbox.error, '') ELSE '' END AS words,
    outbox.error AS error, coalesce(outbox.settled_at, outbox.created_at) AS at
    FROM outbox LEFT JOIN attempts ON attempts.id = ({_LAST}) WHERE {PROBLEM}"""
_KEY = "cause, provider, channel, code, reason, words"


def list_all(db: Database) -> list[Problem]:
    """Every cause there is, what keeps whole accounts from sending first, then the largest group."""
    rows = db.rows(
        f"SELECT cause, provider, channel, code, reason, words, max(coalesce(error, '')), count(*), max(at) "
        f"FROM ({_GROUPED}) GROUP BY {_KEY}"
    )
    found = [
        _problem(db, Problem(Cause(cause), provider, channel, code, reason, words or error, None, count, at))
        for cause, provider, channel, code, reason, words, error, count, at in rows
    ]
    order = list(Cause)
    return sorted(found, key=lambda each: (order.index(each.cause), -each.count, -each.latest_at))


def list_ids(db: Database, problem: Problem) -> list[int]:
    """The messages of a group, newest first."""
    words = problem.words if problem.cause is Cause.UNCERTAIN or _has_no_code(problem) else ""
    rows = db.rows(
        f"SELECT id FROM ({_GROUPED}) WHERE cause = ? AND provider = ? AND channel = ? AND code IS ? AND reason IS ? "
        "AND words = ? ORDER BY id DESC",
        (problem.cause, problem.provider, problem.channel, _own_code(problem), problem.reason, words),
    )
    return [message_id for (message_id,) in rows]


def list_customers(db: Database, problem: Problem) -> list[int]:
    """The living customers whom the messages of a group were for."""
    wanted = ", ".join(map(str, list_ids(db, problem)))
    rows = db.rows(
        "SELECT DISTINCT coalesce(merged_into, customers.id) FROM outbox JOIN customers ON customers.id = customer_id "
        f"WHERE erased_at IS NULL AND outbox.id IN ({wanted}) ORDER BY 1"
    )
    return [customer_id for (customer_id,) in rows]


def count_stuck(db: Database) -> dict[str, int]:
    """How many messages wait for each provider that is paused."""
    return dict(
        db.rows(
            "SELECT coalesce(provider, ''), count(*) FROM outbox WHERE state = ? AND reason = 'provider_paused' "
            "GROUP BY 1",
            (OutboxState.PENDING,),
        )
    )


def find_account_code(db: Database, provider: str) -> str | None:
    """The code with which a provider last refused the whole account."""
    code: str | None = db.value(
        "SELECT code FROM attempts WHERE provider = ? AND outcome = 'bad_account' ORDER BY id DESC LIMIT 1", (provider,)
    )
    return code


def _problem(db: Database, found: Problem) -> Problem:
    if found.cause is not Cause.ACCOUNT:
        return found
    state = db.row("SELECT cause, detail FROM provider_states WHERE provider = ?", (found.provider,))
    cause, detail = state or (None, None)
    code = find_account_code(db, found.provider)
    values = (found.cause, found.provider, found.channel, code, found.reason, detail or found.words, cause)
    return Problem(*values, found.count, found.latest_at)


def _own_code(problem: Problem) -> str | None:
    return problem.code if problem.cause is Cause.REFUSED else None


def _has_no_code(problem: Problem) -> bool:
    return problem.cause is Cause.REFUSED and problem.code is None
