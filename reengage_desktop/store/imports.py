"""The imports of a shop: what was brought in when, and whether one is being written at this moment."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reengage_desktop.domain.answers import Answers, Remembered, answers_from
from reengage_desktop.domain.moments import stamp
from reengage_desktop.domain.sentences import Sentence
from reengage_desktop.store.connection import Database

WRITING, DONE, UNDONE = "writing", "done", "undone"
"""The states of an import. While one is being written nobody is selected or written to (promise 18)."""


def is_writing(db: Database) -> bool:
    """Whether an import is being written, or waits to be taken back after a crash."""
    return db.row("SELECT 1 FROM imports WHERE state = 'writing' LIMIT 1") is not None


def name_unfinished(db: Database) -> dict[int, str]:
    """The file's name of every import that was cut off while it was being written."""
    return dict(db.rows("SELECT id, file_name FROM imports WHERE state = 'writing'"))


def list_unfinished(db: Database) -> list[int]:
    """Imports that were cut off while they were being written."""
    return [row[0] for row in db.rows("SELECT id FROM imports WHERE state = 'writing' ORDER BY id")]


@dataclass(frozen=True)
class Source:
    """The file of an import: its kind, its name, the SHA-256 of its bytes, and how it was read.

    `file_at`: when it was made (unix seconds). `origin`: `owner`, or `folder` for the watched one.
    """

    kind: str
    file_name: str
    sha256: str
    preset: str | None
    columns: Mapping[str, str]
    byte_count: int = 0
    file_at: int | None = None
    origin: str = "owner"


def begin(db: Database, source: Source, at: int) -> int:
    """Opens an import in the state `writing`; from here on nobody is written to until it is done or taken back."""
    return db.insert(
        "INSERT INTO imports (kind, file_name, sha256, preset, state, started_at, columns, byte_count, file_at, "
        "origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(source.kind, source.file_name, source.sha256, source.preset, WRITING, at, _text(dict(source.columns))),
            *(source.byte_count, source.file_at, source.origin),
        ),
    )


def finish(
    db: Database,
    import_id: int,
    figures: Mapping[str, int],
    notes: Sequence[Sentence],
    rejects_file: str | None,
    at: int,
) -> None:
    """Closes an import; `figures` are the counts by the names of its columns (`row_count`, `created_count`, …)."""
    changes = ", ".join(f"{name} = :{name}" for name in figures)
    db.run(
        f"UPDATE imports SET state = '{DONE}', finished_at = :at, notes = :notes, rejects_file = :rejects, {changes} "
        "WHERE id = :id",
        {
            **figures,
            "at": at,
            "notes": _text([note.as_record() for note in notes]),
            "rejects": rejects_file,
            "id": import_id,
        },
    )


def columns_apart(db: Database) -> set[tuple[str, str]]:
    """The columns of numbers, and those beside them, that only together told the orders of files imported so far."""
    told = db.rows("SELECT notes FROM imports WHERE state = 'done' AND instr(notes, '\"numbers_apart\"')")
    figures = (note["figures"] for (notes,) in told for note in json.loads(notes) if note["kind"] == "numbers_apart")
    return {(each["column"], each["other"]) for each in figures}


OTHER_NUMBERS, OTHER_PRODUCTS = "other_numbers", "other_products"
"""The notes of an import whose customers' or products' numbers are another system's; `which`: the second, …."""


def numberings(db: Database, note: str, kind: str, columns: Mapping[str, str]) -> tuple[int, set[int]]:
    """How many systems' numbers the shop has, and of which of them earlier files with these columns were."""
    told = db.rows(
        "SELECT kind = ? AND columns = ?, iif(instr(notes, ?), notes, '[]') FROM imports WHERE state = 'done'",
        (str(kind), _text(dict(columns)), f'"{note}"'),
    )
    found = {(_numbering(notes, note), is_alike) for is_alike, notes in set(told)}
    return max((which for which, _ in found), default=1), {which for which, is_alike in found if is_alike}


def _numbering(notes: str, kind: str) -> int:
    """Of which system a file's numbers were, by what was noted of its import."""
    figures = (note["figures"] for note in json.loads(notes) if note["kind"] == kind)
    return next((int(each["which"]) for each in figures), 1)


SAVED_TOGETHER_S = 3600
"""Files of one hour may have been saved in any order."""


def is_older(db: Database, kind: str, columns: Mapping[str, str], file_at: int) -> bool:
    """Whether a file with these columns that was imported before is newer than one that was saved at `file_at`."""
    newer = "SELECT 1 FROM imports WHERE state = 'done' AND kind = ? AND columns = ? AND file_at > ? LIMIT 1"
    return db.row(newer, (str(kind), _text(dict(columns)), file_at + SAVED_TOGETHER_S)) is not None


def find_same_file(db: Database, sha256: str) -> int | None:
    """The moment (unix seconds) at which this very file was imported last, if it was."""
    found: int | None = db.value("SELECT max(finished_at) FROM imports WHERE sha256 = ? AND state = 'done'", (sha256,))
    return found


def has_file_of(db: Database, byte_count: int) -> bool:
    """Whether a file of so many bytes was ever imported: only then it is worth while to look at its bytes."""
    return db.row("SELECT 1 FROM imports WHERE byte_count = ? AND state = 'done' LIMIT 1", (byte_count,)) is not None


def has_history(db: Database, before: datetime) -> bool:
    """Whether the shop's first import, or its first message, is from before a moment."""
    return bool(
        db.value(
            "SELECT coalesce((SELECT started_at FROM imports ORDER BY id LIMIT 1) < ?1, 0) "
            "OR coalesce((SELECT created_at FROM outbox ORDER BY id LIMIT 1) < ?1, 0)",
            (stamp(before),),
        )
    )


def find_any_of(db: Database, sha256: str) -> bool:
    """Whether these bytes were ever imported, even if that was taken back."""
    return db.row("SELECT 1 FROM imports WHERE sha256 = ? LIMIT 1", (sha256,)) is not None


def find_watched(db: Database, sha256: str) -> str | None:
    """What became of these bytes when they lay in the watched folder."""
    found: str | None = db.value("SELECT outcome FROM watched_files WHERE sha256 = ?", (sha256,))
    return found


def note_watched(db: Database, sha256: str, name: str, outcome: str, now: datetime) -> None:
    """Keeps what became of a file in the watched folder; inside the caller's transaction."""
    db.run(
        "INSERT OR REPLACE INTO watched_files (sha256, name, outcome, at) VALUES (?, ?, ?, ?)",
        (sha256, name, outcome, stamp(now)),
    )


def find_state(db: Database, import_id: int) -> str | None:
    """The state of an import, or None when there is none of that number."""
    found: str | None = db.value("SELECT state FROM imports WHERE id = ?", (import_id,))
    return found


def find_answers(db: Database, header_key: str, kind: str | None = None) -> Remembered | None:
    """What the owner said the last time about a file with this header; `kind` None: of any kind."""
    row = db.row(
        "SELECT kind, answers, used_at FROM known_headers WHERE header_key = ?1 AND (?2 IS NULL OR kind = ?2) "
        "ORDER BY used_at DESC LIMIT 1",
        (header_key, kind),
    )
    return None if row is None else Remembered(header_key, row[0], answers_from(json.loads(row[1])), row[2])


def remember_answers(db: Database, header_key: str, kind: str, answers: Answers, at: int) -> None:
    """Keeps what the owner said about files with this header; inside the caller's transaction."""
    db.run(
        "INSERT INTO known_headers (header_key, kind, answers, used_at) VALUES (?, ?, ?, ?) ON CONFLICT "
        "(header_key, kind) DO UPDATE SET answers = excluded.answers, used_at = excluded.used_at",
        (header_key, kind, _text(answers.as_record()), at),
    )


def forget_answers(db: Database, header_key: str) -> None:
    """Files with this header are read as if they came for the first time."""
    with db.write():
        db.run("DELETE FROM known_headers WHERE header_key = ?", (header_key,))


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
