"""What of the customers has left the PC, by provider: counted from what each call carried, by the fields' names."""

from dataclasses import dataclass

from reengage_desktop.store.database import Database

_STAYED = "('pretend', 'hand')"
# What a call was refused for on the way never left; of a call without an end it may have.
_LEFT = f"attempts.outcome IS NOT 'not_sent' AND attempts.provider NOT IN {_STAYED} AND outbox.is_test = 0"


@dataclass(frozen=True)
class FieldCount:
    """One field: how often it went to the provider, and of how many customers."""

    name: str
    times: int
    customers: int


@dataclass(frozen=True)
class Receipt:
    """What one provider got. `since`, `until`: the first and the last call, unix seconds."""

    provider: str
    calls: int
    customers: int
    since: int
    until: int
    fields: tuple[FieldCount, ...]


def list_receipts(db: Database) -> list[Receipt]:
    """A receipt for every provider that got anything, by name; its fields by how often they went."""
    with db.snapshot():
        totals = db.rows(
            "SELECT attempts.provider, count(*), count(DISTINCT customer_id), min(started_at), max(started_at) "
            f"FROM attempts JOIN outbox ON outbox.id = outbox_id WHERE {_LEFT} GROUP BY 1 ORDER BY 1"
        )
        fields = db.rows(
            "SELECT attempts.provider, told.value, count(*), count(DISTINCT customer_id) "
            "FROM attempts JOIN outbox ON outbox.id = outbox_id JOIN json_each(sent_fields) AS told "
            f"WHERE {_LEFT} GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2"
        )
    by_provider: dict[str, list[FieldCount]] = {}
    for provider, *counted in fields:
        by_provider.setdefault(provider, []).append(FieldCount(*counted))
    return [
        Receipt(provider, calls, people, since, until, tuple(by_provider.get(provider, ())))
        for provider, calls, people, since, until in totals
    ]
