"""The list of those who are never written to, as the owner may look through it."""

from dataclasses import dataclass

from reengage_desktop.store.database import Database


@dataclass(frozen=True)
class Suppressed:
    """One refusal. `address` None: the person was forgotten. `channel` empty: on every channel. `at`: unix seconds."""

    kind: str
    address: str | None
    channel: str
    reason: str
    source: str
    at: int


def find(db: Database, search: str, limit: int) -> tuple[int, list[Suppressed]]:
    """How many addresses hold the text, and the latest of them."""
    wanted = search.strip()
    like = "%" + wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    condition = "address LIKE ? ESCAPE '\\'" if wanted else "? = '%%'"
    total = int(db.value(f"SELECT count(*) FROM suppressions WHERE {condition}", (like,)))
    rows = db.rows(
        f"SELECT kind, address, channel, reason, source, at FROM suppressions WHERE {condition} "
        "ORDER BY at DESC, id DESC LIMIT ?",
        (like, limit),
    )
    return total, [Suppressed(*row) for row in rows]
