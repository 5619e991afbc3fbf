"""What the window asks of a full shop, beside one scan of all orders: `python -m benches.questions FOLDER MOMENT`.

Runs as a program of its own on a shop that nobody writes to; prints one JSON document of seconds.
"""

import json
import statistics
import sys
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reengage_desktop.domain.vocabulary import Segment
from reengage_desktop.store import listings, reports, segments, selection, settings
from reengage_desktop.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROUNDS = 5
SCAN = "one scan of orders"


def ask(database: Path, now: datetime) -> dict[str, float]:
    """The median seconds of each question over some rounds; the first round only warms up."""
    with closing(Database(database)) as db:
        owner = settings.load(db)
        day = _first_days(db)
        questions: dict[str, Callable[[], object]] = {
            SCAN: lambda: db.value("SELECT total(net_minor + has_time) FROM orders NOT INDEXED"),
            "how many stopped buying": lambda: _count(db, *segments.condition(db, Segment.INACTIVE, owner, now)),
            "what they used to spend": lambda: reports.lapsed(db, owner, now),
            "ids of who stopped buying": lambda: listings.customer_ids(db, owner, now, segment=Segment.INACTIVE),
            "ids of who is newly due": lambda: selection.due_ids(db, day, 1 << 40),
            "counts of all groups": lambda: segments.count_all(db, owner, now),
        }
        seconds: dict[str, list[float]] = {name: [] for name in questions}
        for number in range(ROUNDS + 1):
            for name, question in questions.items():
                started = time.perf_counter()
                question()
                if number:
                    seconds[name].append(time.perf_counter() - started)
        return {name: statistics.median(taken) for name, taken in seconds.items()}


def _first_days(db: Database) -> int:
    """A day on which only one customer of a year's is due."""
    everybody = db.value("SELECT count(*) FROM customers WHERE next_look_on IS NOT NULL")
    found = db.value(
        "SELECT next_look_on FROM customers WHERE next_look_on IS NOT NULL ORDER BY next_look_on LIMIT 1 OFFSET ?",
        (everybody // 365,),
    )
    return int(found or 0)


def _count(db: Database, condition: str, params: "Sequence[object]") -> object:
    return db.value(f"SELECT count(*) FROM customers WHERE {condition}", params)


if __name__ == "__main__":
    print(json.dumps(ask(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]))))
